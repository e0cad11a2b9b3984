import type { DraftInline } from "@parley/agreement";
import type { Piece, TextPiece } from "@parley/documents";
import { anchored, anchorOf } from "./anchors.ts";
import { isWide, piecesOf, plainLook, type Token, tokensOf } from "./tokens.ts";

/** What of a bracket is not seen on paper: it travels unseen, keyed by the bracket's bookmark. */
export interface UnseenBracket {
  /** Null when the text gives it none. */
  readonly id: string | null;
  readonly status: Extract<DraftInline, { readonly kind: "bracket" }>["status"];
  readonly alternatives: readonly UnseenAlternative[];
}

export interface UnseenAlternative {
  readonly id: string | null;
  readonly party: string | null;
  readonly unworded: boolean;
  /** As typed, its party included, to find it again by. */
  readonly text: string;
}

/** What of a draft is not seen in its words on paper: by bookmark the brackets, by number the labels of footnotes. */
export interface Unseen {
  readonly brackets: ReadonlyMap<string, UnseenBracket>;
  readonly footnotes: ReadonlyMap<string, string>;
}

export const nothingUnseen: Unseen = { brackets: new Map(), footnotes: new Map() };

/** How marks go on paper: the id a bracket's bookmark goes by, and the number a footnote goes by. */
export interface OnPaper {
  readonly bracketId: (bracket: Extract<DraftInline, { readonly kind: "bracket" }>) => string | null;
  readonly footnoteId: (label: string) => string;
}

/** Words of a draft as they are typed at the table, brackets and all. */
export function piecesOfWords(words: readonly DraftInline[], onPaper: OnPaper): Piece[] {
  // Equal neighbours are one piece, as a file that is read has them.
  return piecesOf(tokensOf(words.flatMap((inline) => piecesOfInline(inline, onPaper))));
}

function piecesOfInline(inline: DraftInline, onPaper: OnPaper): Piece[] {
  switch (inline.kind) {
    case "words":
      return literalPieces(inline.text, {
        strong: inline.emphasis === "strong",
        emphasis: inline.emphasis === "emphasis",
      });
    case "ambiguity":
      return [text(inline.text, { role: "ambiguity" })];
    case "reference":
      return literalPieces(inline.text, { link: `#${anchorOf("provision", inline.target)}` });
    case "footnote-mark":
      return [{ kind: "footnote", id: onPaper.footnoteId(inline.label), revisions: [] }];
    case "break":
      return [{ kind: "break", revisions: [] }];
    case "bracket": {
      const id = onPaper.bracketId(inline);
      const inside = inline.alternatives.flatMap((alternative, index): Piece[] => [
        ...(index === 0 ? [] : [text(" | ")]),
        ...(alternative.party === null ? [] : [text(`${alternative.party}: `)]),
        ...piecesOfWords(alternative.words, onPaper),
      ]);
      const typed = [text("["), ...(inside.length === 0 ? [text(" ")] : inside), text("]")];
      if (id === null) return typed;
      const name = anchorOf("bracket", id);
      return [{ kind: "anchor-start", name }, ...typed, { kind: "anchor-end", name }];
    }
  }
}

function text(words: string, look: Partial<TextPiece> = {}): TextPiece {
  return { kind: "text", text: words, ...plainLook, revisions: [], formatting: [], ...look };
}

/** Brackets and bars that are only characters are marked as such, so that they are not read as open words. */
function literalPieces(words: string, look: Partial<TextPiece>): Piece[] {
  return words
    .split(/([[\]|]+)/u)
    .filter((part) => part !== "")
    .map((part) => text(part, /^[[\]|]/u.test(part) ? { ...look, role: "literal" } : look));
}

/** Whether a token is a bracket or a bar that opens, parts or closes words not agreed. */
export function isStructural(token: Token, sign: "[" | "]" | "|"): boolean {
  return token.kind === "word" && token.text === sign && token.look.role === null;
}

/**
 * Typed words as words of a draft: brackets are found by their signs, their ids by our bookmarks, and what is not seen
 * on paper by `unseen`. A bracket that is not closed, or not opened, is only a character. Linear.
 */
export function wordsOfTokens(tokens: readonly Token[], unseen: Unseen): DraftInline[] {
  const reader = new TypedReader(unseen);
  for (const token of tokens) reader.take(token);
  return reader.end();
}

interface OpenBracket {
  readonly anchor: string | null;
  readonly alternatives: DraftInline[][];
}

class TypedReader {
  readonly #unseen: Unseen;
  readonly #open: OpenBracket[] = [];
  readonly #outer: DraftInline[] = [];
  /** The bookmark that began right before this token. */
  #anchor: string | null = null;

  constructor(unseen: Unseen) {
    this.#unseen = unseen;
  }

  take(token: Token): void {
    if (token.kind === "anchor-start") {
      if (anchored(token.name, [])?.what === "bracket" || this.#unseen.brackets.has(token.name))
        this.#anchor = token.name;
      return;
    }
    if (!isWide(token)) return;
    if (isStructural(token, "[")) this.#open.push({ anchor: this.#anchor, alternatives: [[]] });
    else if (isStructural(token, "]") && this.#open.length > 0) this.#close();
    else if (isStructural(token, "|") && this.#open.length > 0) this.#open.at(-1)?.alternatives.push([]);
    else this.#put(inlineOf(token, this.#unseen));
    this.#anchor = null;
  }

  end(): DraftInline[] {
    // What was opened and never closed is characters, in the order they were typed.
    while (this.#open.length > 0) {
      const left = this.#open.pop();
      if (left === undefined) break;
      this.#put(words("["));
      left.alternatives.forEach((alternative, index) => {
        if (index > 0) this.#put(words("|"));
        for (const inline of alternative) this.#put(inline);
      });
    }
    return this.#outer;
  }

  #put(inline: DraftInline): void {
    const into = this.#open.at(-1)?.alternatives.at(-1) ?? this.#outer;
    const last = into.at(-1);
    if (last?.kind === "words" && inline.kind === "words" && last.emphasis === inline.emphasis) {
      into[into.length - 1] = { ...last, text: last.text + inline.text };
    } else if (last?.kind === "ambiguity" && inline.kind === "ambiguity") {
      into[into.length - 1] = { ...last, text: last.text + inline.text };
    } else if (last?.kind === "reference" && inline.kind === "reference" && last.target === inline.target) {
      into[into.length - 1] = { ...last, text: last.text + inline.text };
    } else into.push(inline);
  }

  #close(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const unseen = closed.anchor === null ? undefined : this.#unseen.brackets.get(closed.anchor);
    const named = closed.anchor === null ? null : (anchored(closed.anchor, [])?.id ?? null);
    const id = unseen === undefined ? named : unseen.id;
    const typed = closed.alternatives.map(trimmedWords);
    const left = [...(unseen?.alternatives ?? [])];
    const isBlank = typed.length === 1 && typed[0]?.length === 0 && unseen?.alternatives.length !== 1;
    this.#put({
      kind: "bracket",
      id,
      status: unseen?.status ?? null,
      alternatives: isBlank
        ? []
        : typed.map((inside, index) => {
            const at = left.findIndex((each) => each.text === typedText(inside));
            const [known] = at < 0 ? [] : left.splice(at, 1);
            if (known !== undefined)
              return { ...withoutParty(inside, known.party), id: known.id, unworded: known.unworded };
            const place = unseen?.alternatives.length === typed.length ? unseen.alternatives[index] : undefined;
            return { ...alternativeOf(inside), id: place?.id ?? null, unworded: false };
          }),
    });
  }
}

/** The words of an alternative whose party is known, without the party's name before them. */
function withoutParty(
  inside: readonly DraftInline[],
  party: string | null,
): { readonly party: string | null; readonly words: DraftInline[] } {
  const [first, ...rest] = inside;
  const name = `${party ?? ""}:`;
  if (party === null || first?.kind !== "words" || !first.text.startsWith(name)) return { party, words: [...inside] };
  return { party, words: trimmedWords([{ ...first, text: first.text.slice(name.length) }, ...rest]) };
}

/** "taliban: 72 hours" is the wording of a party; spaces at the ends of an alternative are no words. */
function alternativeOf(inside: readonly DraftInline[]): {
  readonly party: string | null;
  readonly words: DraftInline[];
} {
  const [first, ...rest] = inside;
  if (first?.kind !== "words") return { party: null, words: trimmedWords(inside) };
  const said = /^\s*([a-z][a-z0-9-]*):(?:\s+|$)/u.exec(first.text);
  if (said === null) return { party: null, words: trimmedWords(inside) };
  return {
    party: said[1] ?? null,
    words: trimmedWords([{ ...first, text: first.text.slice(said[0].length) }, ...rest]),
  };
}

/** Without the spaces at both ends, and without what is then empty. */
export function trimmedWords(inside: readonly DraftInline[]): DraftInline[] {
  const kept = [...inside];
  const first = kept[0];
  if (first?.kind === "words") kept[0] = { ...first, text: first.text.replace(/^[^\S\ufeff]+/u, "") };
  const last = kept.at(-1);
  if (last?.kind === "words") kept[kept.length - 1] = { ...last, text: last.text.replace(/[^\S\ufeff]+$/u, "") };
  return kept.filter((inline) => inline.kind !== "words" || inline.text !== "");
}

function words(said: string): DraftInline {
  return { kind: "words", text: said, emphasis: "none" };
}

function inlineOf(token: Token, { footnotes }: Unseen): DraftInline {
  switch (token.kind) {
    case "word": {
      const { look } = token;
      if (look.role === "ambiguity") return { kind: "ambiguity", text: token.text };
      const target = look.link?.startsWith("#") === true ? anchored(look.link.slice(1), []) : null;
      if (target?.what === "provision") return { kind: "reference", text: token.text, target: target.id };
      return {
        kind: "words",
        text: token.text,
        emphasis: look.strong ? "strong" : look.emphasis ? "emphasis" : "none",
      };
    }
    case "break":
    case "row":
    case "end":
      return { kind: "break" };
    case "footnote":
      return { kind: "footnote-mark", label: footnotes.get(token.id) ?? token.id };
    case "cell":
      return words(" | ");
    case "tab":
      return words("\t");
    default:
      return words(" ");
  }
}

/** Words as they are typed at the table, to find an alternative again by. */
export function typedText(inline: readonly DraftInline[]): string {
  return inline
    .map((piece): string => {
      switch (piece.kind) {
        case "break":
          return "\n";
        case "footnote-mark":
          return `[^${piece.label}]`;
        case "bracket": {
          const inside = piece.alternatives.map(
            ({ party, words }) => `${party === null ? "" : `${party}: `}${typedText(words)}`,
          );
          return `[${inside.join(" | ").trim() === "" ? " " : inside.join(" | ")}]`;
        }
        default:
          return piece.text;
      }
    })
    .join("");
}
