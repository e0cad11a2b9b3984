import type { DraftAlternative, DraftBracketed, DraftInline } from "../../draft-text.ts";
import { attributesSource, idOf, statusPair } from "./attributes.ts";
import { anchor, lineWithoutAnchor } from "./guard.ts";

/** The source of tidy words. Each break is a backslash at the end of a line. */
export function inlineSource(words: readonly DraftInline[]): string {
  const parts: string[] = [];
  let marked = false;
  for (let at = 0; at < words.length; ) {
    const end = endOfRun(words, at);
    const first = words[at];
    const mark = first === undefined ? "" : markOf(first);
    const run = words.slice(at, end + 1);
    if (mark === "") addPieces(parts, run);
    else parts.push(marked ? anchor : "", mark, emphasised(run), mark);
    marked = mark !== "";
    at = end + 1;
  }
  return parts.join("");
}

function markOf(piece: DraftInline): "" | "*" | "**" {
  if (piece.kind !== "words" || piece.emphasis === "none") return "";
  return piece.emphasis === "strong" ? "**" : "*";
}

/** Emphasis goes on over brackets and breaks, as long as no words of another kind stand between. */
function endOfRun(words: readonly DraftInline[], from: number): number {
  const first = words[from];
  if (first === undefined || markOf(first) === "") return from;
  let end = from;
  for (let at = from; at < words.length; at += 1) {
    const piece = words[at];
    if (piece?.kind !== "words") continue;
    if (markOf(piece) !== markOf(first)) break;
    end = at;
  }
  return end;
}

/** Marks that stand beside a space mark nothing, so an anchor comes between. */
function emphasised(run: readonly DraftInline[]): string {
  const parts: string[] = [];
  addPieces(parts, run);
  const inside = parts.join("");
  return `${/^\s/u.test(inside) ? anchor : ""}${inside}${/\s$/u.test(inside) ? anchor : ""}`;
}

/** A parenthesis right after a bracket would be a destination. */
function addPieces(parts: string[], pieces: readonly DraftInline[]): void {
  for (const piece of pieces) {
    const said = pieceSource(piece);
    parts.push(said.startsWith("(") && parts.at(-1)?.endsWith("]") ? `\\${said}` : said);
  }
}

function pieceSource(piece: DraftInline): string {
  switch (piece.kind) {
    case "words":
      return escaped(piece.text);
    case "ambiguity":
      return `[${linesSource(piece.text)}]{.ambiguity}`;
    case "reference":
      return referenceSource(piece.text, piece.target);
    case "footnote-mark":
      return `[^${footnoteLabel(piece.label)}]`;
    case "break":
      return "\\\n";
    case "bracket":
      return bracketSource(piece);
  }
}

function referenceSource(text: string, target: string): string {
  const to = target.replace(/[\s()[\]]+/gu, "-").slice(0, 200);
  return to === "" ? linesSource(text) : `[${linesSource(text)}](#${to})`;
}

/** Words inside marks, where no anchor can stand: a line that would need one goes on after a space. */
function linesSource(text: string): string {
  const [first = "", ...others] = text.split("\n");
  return others.reduce((source, other) => {
    const line = lineWithoutAnchor(escaped(other));
    return line === null ? `${source} ${escaped(other)}` : `${source}\\\n${line}`;
  }, escaped(first));
}

/** A label as it may stand after `[^`: what may not becomes a hyphen. */
export function footnoteLabel(label: string): string {
  if (/^(?:[^\s[\]\\|]|\\[^\s[\]])+$/u.test(label) && label.length <= 80 && !label.includes("<!--")) return label;
  return label.replace(/[\s[\]\\|<]+/gu, "-").slice(0, 80) || "-";
}

/** The source of a bracket: alternatives with their parties, and its own attributes after it. */
function bracketSource({ id, status, alternatives }: DraftBracketed): string {
  const said = attributesSource({
    id,
    pairs: status === null || status.kind === "proposed" ? [] : [statusPair(status)],
  });
  const inside = alternatives.map(alternativeSource);
  const shown = inside.length < 2 && (inside[0] ?? "") === "" ? " " : inside.join(" | ");
  return `[${shown}]${said}`;
}

function alternativeSource({ id, party, unworded, words }: DraftAlternative): string {
  const prefixed = party !== null && /^[a-z][a-z0-9-]{0,39}$/u.test(party);
  const lead = attributesSource({
    id: id === null || idOf(id) === "" ? null : id,
    classes: unworded ? ["unworded"] : [],
    pairs: party === null || prefixed ? [] : [["party", party]],
  });
  const said = prefixed ? inlineSource(words) : alternativeWords(inlineSource(words));
  return [lead, prefixed ? `${party}:` : "", said].filter((part) => part !== "").join(" ");
}

/** “us: the rest” would say who wants it, and “^1” alone would be a footnote's mark. */
export function alternativeWords(source: string): string {
  if (source.startsWith("^")) return `\\${source}`;
  return source.replace(/^(\s*[a-z][a-z0-9-]{0,39}):(?=[\s\\*_[\]<]|$)/u, "$1\\:");
}

/** Words with a backslash before each character that would be a mark. */
export function escaped(text: string): string {
  return text.replace(/[\\[\]|{*]|_+|<(?=[A-Za-z/!])/gu, (found, offset: number) => {
    if (!found.startsWith("_")) return `\\${found}`;
    const before = text[offset - 1] ?? " ";
    const after = text[offset + found.length] ?? " ";
    // A long run is a line to write on, and one inside a word marks nothing.
    if (found.length > 3 || (isWordUnit(before) && isWordUnit(after))) return found;
    return found.replaceAll("_", "\\_");
  });
}

function isWordUnit(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit);
}
