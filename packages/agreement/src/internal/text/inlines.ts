import type { Span } from "@parley/diagnostics";
import type { Alternative, Inline, Status } from "../../model.ts";
import type { Attributes } from "./attributes.ts";
import { type DraftBracket, noId } from "./draft.ts";
import type { Findings } from "./findings.ts";
import { isSpace, type Stretch, trimmed } from "./lines.ts";
import { pairBrackets } from "./pairs.ts";
import { statusOf } from "./status.ts";
import { type Token, tokenize } from "./tokens.ts";

/** What the reading of words needs and fills: brackets are listed as they open, with the id they were given. */
export interface Reading {
  readonly file: string;
  readonly source: string;
  readonly findings: Findings;
  readonly brackets: { readonly bracket: DraftBracket; readonly given: Attributes | null }[];
}

type Words = Extract<Inline, { kind: "words" }>;

const proposed: Status = { kind: "proposed" };
/** Bracketed spans that Pandoc uses for the look of words, not for words in dispute. */
const lookClasses = new Set(["underline", "smallcaps", "mark", "ul", "words"]);
const lookKeys = new Set(["lang", "dir"]);
const fillers = /^[\s_.…●•‐-―-]*$/u;
const partyPrefix = /^\s*([a-z][a-z0-9-]{0,39}):(?=\s|$)/u;

/** Reads words with their brackets, emphasis, links and marks. Linear in the length of the segments. */
export function readInlines(reading: Reading, segments: readonly Stretch[]): Inline[] {
  const tokens = tokenize(reading.source, segments, reading.findings);
  pairBrackets(tokens, reading.findings);
  return new Pieces(reading, tokens).read(0, tokens.length, 0);
}

/** Turns a range of tokens into pieces; brackets call it again for what is inside them, at most 32 deep. */
class Pieces {
  readonly #reading: Reading;
  readonly #tokens: readonly Token[];

  constructor(reading: Reading, tokens: readonly Token[]) {
    this.#reading = reading;
    this.#tokens = tokens;
  }

  read(from: number, to: number, skipTo: number): Inline[] {
    const row = new Row(this.#reading);
    const marks = this.#emphasis(from, to);
    for (let index = from; index < to; index += 1) {
      const token = this.#tokens[index];
      if (token === undefined) break;
      if (token.kind === "open" && token.pair > index) {
        row.pushAll(this.#bracketed(index, token.pair));
        index = token.pair;
      } else if (token.kind === "hard-break") row.push({ kind: "break", span: this.#span(token) });
      else if (marks.has(index)) row.emphasise(token);
      else row.add(token, skipTo);
    }
    return row.finish();
  }

  /** The emphasis marks of this level that have a partner. */
  #emphasis(from: number, to: number): ReadonlySet<number> {
    const matched = new Set<number>();
    const lastOpen = new Map<string, number>();
    for (let index = from; index < to; index += 1) {
      const token = this.#tokens[index];
      if (token === undefined) break;
      if (token.kind === "open" && token.pair > index) index = token.pair;
      if (token.kind !== "emphasis" && token.kind !== "strong") continue;
      const opened = lastOpen.get(token.text);
      if (opened !== undefined && token.mayClose) {
        matched.add(opened).add(index);
        lastOpen.delete(token.text);
      } else if (token.mayOpen) lastOpen.set(token.text, index);
    }
    return matched;
  }

  #bracketed(from: number, to: number): Inline[] {
    const open = this.#tokens[from];
    const close = this.#tokens[to];
    if (open === undefined || close === undefined) return [];
    const bars = this.#barsBetween(from, to);
    if (bars !== null && bars.length === 0 && open.attributes === null) {
      const other = this.#otherThanBracket(from, to, close);
      if (other !== null) return other;
    }
    const after: Inline[] = [];
    let end = close.end;
    if (close.link !== null) {
      // A link cannot hold alternatives: its destination is then words beside the bracket.
      end = close.markEnd;
      const span = this.#span({ start: end, end: close.end });
      after.push({ kind: "words", text: this.#reading.source.slice(end, close.end), emphasis: "none", span });
    }
    return [
      this.#bracket({ from, to, bars: bars ?? this.#barsOf(from, to), span: this.#span({ start: open.start, end }) }),
      ...after,
    ];
  }

  /** A link, a reference, a footnote mark, words marked as ambiguous, or words with only a look; else null. */
  #otherThanBracket(from: number, to: number, close: Token): Inline[] | null {
    const { source } = this.#reading;
    const open = this.#tokens[from];
    if (open === undefined) return null;
    const span = this.#span({ start: open.start, end: close.end });
    const attributes = close.attributes;
    const inside = (): Inline[] => this.read(from + 1, to, 0);
    const plain = (): string =>
      inside()
        .map((piece) => ("text" in piece ? piece.text : "\n"))
        .join("");
    if (close.link?.startsWith("#")) return [{ kind: "reference", text: plain(), target: close.link.slice(1), span }];
    if (close.link !== null) return inside();
    const label = /^\^[^\s[\]]{1,80}$/u.exec(source.slice(open.end, Math.min(close.start, open.end + 82)))?.[0];
    if (label !== undefined && attributes === null) return [{ kind: "footnote-mark", label: label.slice(1), span }];
    if (attributes === null || attributes.id !== null) return null;
    if (attributes.classes.includes("ambiguity")) return [{ kind: "ambiguity", text: plain(), span }];
    const keys = Object.keys(attributes.pairs);
    const onlyLook =
      attributes.classes.every((name) => lookClasses.has(name)) && keys.every((key) => lookKeys.has(key));
    return onlyLook && attributes.classes.length + keys.length > 0 ? inside() : null;
  }

  #bracket(parts: {
    readonly from: number;
    readonly to: number;
    readonly bars: readonly number[];
    readonly span: Span;
  }): DraftBracket {
    const { findings, brackets } = this.#reading;
    const given = this.#tokens[parts.to]?.attributes ?? null;
    const bracket: DraftBracket = {
      kind: "bracket",
      id: noId,
      derived: true,
      span: parts.span,
      blank: false,
      status: statusOf(given, findings) ?? proposed,
      alternatives: [],
    };
    brackets.push({ bracket, given });
    reportUnknown(given, ["status", "party"], [], findings);
    const edges = [parts.from, ...parts.bars];
    const party = given?.pairs.party ?? null;
    bracket.alternatives = numberAlternatives(
      edges.map((edge, order) => this.#alternative(edge, edges[order + 1] ?? parts.to, party)),
      findings,
    );
    bracket.blank = bracket.alternatives.every(({ words }) => isWordless(words));
    return bracket;
  }

  #alternative(edge: number, to: number, partyOfAll: string | null): GivenAlternative {
    const { source, findings } = this.#reading;
    const separator = this.#tokens[edge];
    const end = this.#tokens[to];
    const lead = separator?.attributes ?? null;
    reportUnknown(lead, ["party"], ["unworded"], findings);
    const head = this.#tokens[edge + 1]?.kind === "soft-break" ? edge + 2 : edge + 1;
    const first = this.#tokens[head];
    const prefix = first?.kind === "text" && head < to ? partyPrefix.exec(first.text) : null;
    const skipTo = prefix === null || first === undefined ? 0 : first.start + prefix[0].length;
    const within = trimmed(source, { start: separator?.markEnd ?? 0, end: end?.start ?? 0 });
    return {
      given: lead,
      party: prefix?.[1] ?? lead?.pairs.party ?? partyOfAll,
      words: this.read(edge + 1, to, skipTo),
      span: this.#span(within),
    };
  }

  /** The bars that separate alternatives of this bracket; null when brackets are nested in it. */
  #barsBetween(from: number, to: number): readonly number[] | null {
    for (let index = from + 1; index < to; index += 1) {
      const token = this.#tokens[index];
      if (token?.kind === "open" && token.pair >= 0) return null;
    }
    return this.#barsOf(from, to);
  }

  #barsOf(from: number, to: number): readonly number[] {
    const bars: number[] = [];
    for (let index = from + 1; index < to; index += 1) {
      const token = this.#tokens[index];
      if (token?.kind === "open" && token.pair > index) index = token.pair;
      else if (token?.kind === "bar") bars.push(index);
    }
    return bars;
  }

  #span({ start, end }: Stretch): Span {
    return { file: this.#reading.file, start, end };
  }
}

/** Builds a row of pieces; runs of words with one emphasis become one piece, spaces at both ends are left out. */
class Row {
  readonly #reading: Reading;
  readonly #pieces: Inline[] = [];
  #texts: string[] = [];
  #start = -1;
  #end = -1;
  #strong = 0;
  #emphasis = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  add(token: Token, skipTo: number): void {
    const start = Math.max(token.start, skipTo);
    if (start >= token.end) return;
    // Only a text token is cut, and its text is then as long as its stretch.
    this.#texts.push(start === token.start ? token.text : token.text.slice(start - token.start));
    if (this.#start < 0) this.#start = start;
    this.#end = token.end;
  }

  push(piece: Inline): void {
    this.#flush();
    this.#pieces.push(piece);
  }

  pushAll(pieces: readonly Inline[]): void {
    for (const piece of pieces) this.push(piece);
  }

  emphasise(token: Token): void {
    this.#flush();
    if (token.kind === "strong") this.#strong ^= 1;
    else this.#emphasis ^= 1;
  }

  finish(): Inline[] {
    this.#flush();
    const pieces = withoutBreaksAround(this.#pieces);
    trimFirst(pieces, this.#reading.source);
    trimLast(pieces, this.#reading.source);
    return pieces;
  }

  #flush(): void {
    const text = this.#texts.join("");
    if (text !== "") {
      const emphasis = this.#strong ? "strong" : this.#emphasis ? "emphasis" : "none";
      const span = { file: this.#reading.file, start: this.#start, end: this.#end };
      this.#pieces.push({ kind: "words", text, emphasis, span });
    }
    this.#texts = [];
    this.#start = -1;
  }
}

/** A break before the first words or after the last breaks nothing. */
function withoutBreaksAround(pieces: readonly Inline[]): Inline[] {
  const says = (piece: Inline): boolean => piece.kind !== "break" && !(piece.kind === "words" && isBlank(piece.text));
  const last = pieces.findLastIndex(says);
  return last < 0 ? [] : pieces.slice(pieces.findIndex(says), last + 1);
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/u.test(text);
}

function trimFirst(pieces: Inline[], source: string): void {
  const first = pieces[0];
  if (first?.kind !== "words" || !isSpace(first.text.charCodeAt(0))) return;
  const text = first.text.replace(/^[ \t\r\n]+/u, "");
  let { start } = first.span;
  while (start < first.span.end && isSpace(source.charCodeAt(start))) start += 1;
  replaceEnd(pieces, 0, { ...first, text, span: { ...first.span, start } });
}

function trimLast(pieces: Inline[], source: string): void {
  const last = pieces.at(-1);
  if (last?.kind !== "words" || !isSpace(last.text.charCodeAt(last.text.length - 1))) return;
  let kept = last.text.length;
  while (kept > 0 && isSpace(last.text.charCodeAt(kept - 1))) kept -= 1;
  let { end } = last.span;
  while (end > last.span.start && isSpace(source.charCodeAt(end - 1))) end -= 1;
  replaceEnd(pieces, pieces.length - 1, { ...last, text: last.text.slice(0, kept), span: { ...last.span, end } });
}

function replaceEnd(pieces: Inline[], at: number, piece: Words): void {
  if (piece.text === "") pieces.splice(at, 1);
  else pieces[at] = piece;
}

/** An alternative before it has its id. */
export interface GivenAlternative extends Pick<Alternative, "party" | "words" | "span"> {
  readonly given: Attributes | null;
}

/** Gives each alternative the id written for it, else its place; a second use of an id is a finding. */
export function numberAlternatives(alternatives: readonly GivenAlternative[], findings: Findings): Alternative[] {
  const taken = new Set<string>();
  const named = alternatives.map(({ given }) => {
    const id = given?.id ?? null;
    if (id === null || !taken.has(id)) {
      if (id !== null) taken.add(id);
      return id;
    }
    findings.add({
      code: "duplicate-id",
      severity: "error",
      at: given?.start ?? 0,
      message: `Two alternatives of this bracket are called “${id}”.`,
      help: "Give each alternative an id of its own; positions name them by it.",
    });
    return null;
  });
  return alternatives.map(({ given, party, words, span }, order) => {
    let id = named[order] ?? `${order + 1}`;
    if (named[order] === null) while (taken.has(id)) id = `${id}~2`;
    taken.add(id);
    return { id, party, unworded: given?.classes.includes("unworded") ?? false, words, span };
  });
}

/** True when the words are none, or only dots or a line to write on. */
export function isWordless(words: readonly Inline[]): boolean {
  return words.every((piece) => piece.kind === "break" || (piece.kind === "words" && fillers.test(piece.text)));
}

export function reportUnknown(
  attributes: Attributes | null,
  keys: readonly string[],
  classes: readonly string[],
  findings: Findings,
): void {
  if (attributes === null) return;
  const unknown = [
    ...attributes.classes.filter((name) => !classes.includes(name)).map((name) => `.${name}`),
    ...Object.keys(attributes.pairs).filter((key) => !keys.includes(key)),
  ];
  if (unknown.length === 0) return;
  findings.add({
    code: "bracket-attribute-unknown",
    severity: "warning",
    at: attributes.start,
    message: `${unknown.map((name) => `“${name}”`).join(", ")} says nothing about a bracket; it is kept and not used.`,
    help: "A bracket may have #id and status, an alternative #id, party and .unworded, marked words .ambiguity.",
  });
}
