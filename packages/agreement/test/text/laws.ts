import { type Agreement, allBrackets, allProvisions, type Inline, type Provision, print } from "../../src/index.ts";

/** What must hold of every text, however broken. Throws an Error that says which law fails, and where. */
export function checkLaws(agreement: Agreement): void {
  const { source } = agreement;
  if (print(agreement) !== source) throw new Error("print(parse(text)) is not the text");
  checkSiblings(agreement.provisions, { start: 0, end: source.length }, 1);
  const ids = allProvisions(agreement).map(({ id }) => String(id));
  const placed = allBrackets(agreement);
  // Alternatives of whole paragraphs share the id of their provision.
  for (const { bracket, provision } of placed) if (String(bracket.id) !== String(provision.id)) ids.push(bracket.id);
  if (ids.some((id) => id === "")) throw new Error("an id is empty");
  if (new Set(ids).size !== ids.length) throw new Error(`ids are not unique: ${ids.join(" ")}`);
  for (const provision of allProvisions(agreement)) checkWords(provision.words, provision.ownSpan, source);
  const lines = source.split(/\r\n|\n|\r/u).length;
  for (const { place, code } of agreement.diagnostics) {
    if (place === null || place.line < 1 || place.line > lines || place.column < 1)
      throw new Error(`${code} has no place`);
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function checkSiblings(provisions: readonly Provision[], within: Stretch, depth: number): void {
  if (depth > 32) throw new Error("nested too deep");
  let at = within.start;
  for (const { id, span, ownSpan, children } of provisions) {
    if (span.start < at || span.end > within.end || span.end < span.start)
      throw new Error(`${id} overlaps or leaves its parent`);
    if (ownSpan.start !== span.start || ownSpan.end > span.end) throw new Error(`${id}: own words outside the whole`);
    checkSiblings(children, { start: ownSpan.end, end: span.end }, depth + 1);
    at = span.end;
  }
}

function checkWords(words: readonly Inline[], within: Stretch, source: string): void {
  let at = within.start;
  for (const piece of words) {
    const { start, end } = piece.span;
    if (start < at || end < start || end > within.end)
      throw new Error(`a piece at ${start} overlaps or leaves its provision`);
    if (piece.kind === "words" && piece.text === "") throw new Error(`an empty piece at ${start}`);
    if (piece.kind === "bracket") checkBracket(piece.alternatives, piece.span, source);
    at = end;
  }
}

function checkBracket(
  alternatives: readonly { readonly id: string; readonly words: readonly Inline[]; readonly span: Stretch }[],
  within: Stretch,
  source: string,
): void {
  let at = within.start;
  for (const { span, words } of alternatives) {
    if (span.start < at || span.end > within.end) throw new Error(`an alternative at ${span.start} leaves its bracket`);
    checkWords(words, span, source);
    at = span.end;
  }
  if (new Set(alternatives.map(({ id }) => id)).size !== alternatives.length)
    throw new Error("alternatives share an id");
}

/** The letters and digits of the source that no words, number or mark of a provision accounts for; none in a plain text. */
export function droppedWords(agreement: Agreement): string {
  const { source } = agreement;
  const kept = new Uint8Array(source.length);
  const keep = (words: readonly Inline[]): void => {
    for (const piece of words) {
      if (piece.kind !== "bracket") kept.fill(1, piece.span.start, piece.span.end);
      else
        for (const { words: inner, party, span } of piece.alternatives) {
          if (party !== null) kept.fill(1, span.start, span.start + party.length);
          keep(inner);
        }
    }
  };
  for (const { words, number, ownSpan } of allProvisions(agreement)) {
    keep(words);
    const at = number === null ? -1 : source.indexOf(number, ownSpan.start);
    if (number !== null && at >= 0 && at < ownSpan.end) kept.fill(1, at, at + number.length);
  }
  return [...source].length === source.length
    ? [...source].filter((letter, at) => kept[at] === 0 && /[\p{L}\p{N}]/u.test(letter)).join("")
    : "";
}
