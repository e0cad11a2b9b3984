import type { DraftAlternative, DraftInline } from "../../draft-text.ts";

/** Where words are written: a break is a new line in some places and only a space in others. */
export type Breaks = "kept" | "spaces";

/** Brackets deeper than this are written as characters, since the marks inside them need a level of their own. */
const bracketsDeepMax = 30;

/**
 * Words as the reader of texts gives them: neighbours of one emphasis joined, line endings read as spaces, no space or
 * break at either end, none after a break.
 */
export function tidyWords(words: readonly DraftInline[], breaks: Breaks, depth = 1): DraftInline[] {
  const pieces: DraftInline[] = [];
  for (const piece of words) for (const tidy of tidyPiece(piece, breaks, depth)) add(pieces, tidy);
  return trimEnds(pieces);
}

function tidyPiece(piece: DraftInline, breaks: Breaks, depth: number): DraftInline[] {
  switch (piece.kind) {
    case "words":
      return [{ ...piece, text: onOneLine(piece.text) }];
    case "ambiguity":
    case "reference":
      return [{ ...piece, text: innerText(piece.text, breaks) }];
    case "footnote-mark":
      return [piece];
    case "break":
      return breaks === "kept" ? [piece] : [space];
    case "bracket":
      if (depth > bracketsDeepMax) return asCharacters(piece.alternatives, breaks, depth);
      return [{ ...piece, alternatives: piece.alternatives.map((one) => tidyAlternative(one, breaks, depth)) }];
  }
}

const space: DraftInline = { kind: "words", text: " ", emphasis: "none" };

function tidyAlternative(alternative: DraftAlternative, breaks: Breaks, depth: number): DraftAlternative {
  return { ...alternative, words: tidyWords(alternative.words, breaks, depth + 1) };
}

function asCharacters(alternatives: readonly DraftAlternative[], breaks: Breaks, depth: number): DraftInline[] {
  const characters = (text: string): DraftInline => ({ kind: "words", text, emphasis: "none" });
  const inside = alternatives.flatMap(({ party, words }, order) => [
    characters(`${order === 0 ? "" : " | "}${party === null ? "" : `${party}: `}`),
    ...words.flatMap((piece) => tidyPiece(piece, breaks, depth)),
  ]);
  return [characters("["), ...inside, characters("]")];
}

function onOneLine(text: string): string {
  return text.replace(/\r\n|\r|\n/gu, " ");
}

/** The words of a reference or an ambiguity; a line ending in them is a break. */
function innerText(text: string, breaks: Breaks): string {
  const lines = text.replace(/\r\n|\r/gu, "\n").replace(/^[ \t\n]+|[ \t\n]+$/gu, "");
  return breaks === "kept" ? lines.replace(/\n[ \t]+/gu, "\n") : lines.replaceAll("\n", " ");
}

/** Adds a piece, joined to the last where both are words of one emphasis, without spaces after a break. */
function add(pieces: DraftInline[], piece: DraftInline): void {
  if (piece.kind !== "words") {
    pieces.push(piece);
    return;
  }
  const last = pieces.at(-1);
  const text = last?.kind === "break" ? piece.text.replace(/^[ \t]+/u, "") : piece.text;
  if (text === "") return;
  if (last?.kind === "words" && last.emphasis === piece.emphasis)
    pieces[pieces.length - 1] = { ...last, text: last.text + text };
  else pieces.push({ ...piece, text });
}

function trimEnds(pieces: readonly DraftInline[]): DraftInline[] {
  const says = (piece: DraftInline): boolean =>
    piece.kind !== "break" && !(piece.kind === "words" && /^[ \t]*$/u.test(piece.text));
  const last = pieces.findLastIndex(says);
  if (last < 0) return [];
  const kept = pieces.slice(pieces.findIndex(says), last + 1);
  const first = kept[0];
  if (first?.kind === "words") kept[0] = { ...first, text: first.text.replace(/^[ \t]+/u, "") };
  const end = kept.at(-1);
  if (end?.kind === "words") kept[kept.length - 1] = { ...end, text: end.text.replace(/[ \t]+$/u, "") };
  return kept;
}
