import type { Span } from "@parley/diagnostics";
import type { Agreement, Alternative, Bracket, Inline, Provision } from "./model.ts";

/**
 * The text of an agreement, the same string that was parsed. It is put together from the spans of the provisions and
 * what stands between them, so it fails to match when a span is wrong. Linear.
 */
export function print({ source, provisions }: Agreement): string {
  const parts: string[] = [];
  let at = 0;
  const visit = (siblings: readonly Provision[]): void => {
    for (const { span, ownSpan, children } of siblings) {
      parts.push(source.slice(at, span.start), source.slice(ownSpan.start, ownSpan.end));
      at = ownSpan.end;
      visit(children);
      parts.push(source.slice(at, span.end));
      at = span.end;
    }
  };
  visit(provisions);
  parts.push(source.slice(at));
  return parts.join("");
}

/**
 * The source of a text with the stretch `span` replaced and every other character as it was; parse it to go on.
 * @throws RangeError when the span is of another file or does not lie in the text.
 */
export function replaceWords(agreement: Agreement, span: Span, text: string): string {
  const { source, file } = agreement;
  if (span.file !== file || span.start < 0 || span.end < span.start || span.end > source.length) {
    throw new RangeError(`The stretch ${span.start} to ${span.end} of ${span.file} does not lie in ${file}.`);
  }
  return source.slice(0, span.start) + text + source.slice(span.end);
}

/**
 * Own words with none of our marks: brackets as they are typed at the table, without ids and attributes; emphasis,
 * links and number left out; a new line for each break. Of a provision, its own words without its children. Linear.
 */
export function cleanText(words: readonly Inline[] | Provision): string {
  const pieces = "ownSpan" in words ? words.words : words;
  return pieces.map(cleanPiece).join("");
}

function cleanPiece(piece: Inline): string {
  switch (piece.kind) {
    case "words":
    case "ambiguity":
    case "reference":
      return piece.text;
    case "footnote-mark":
      return superscript(piece.label);
    case "break":
      return "\n";
    case "bracket":
      return cleanBracket(piece);
  }
}

function cleanBracket({ alternatives }: Bracket): string {
  const inside = alternatives.map(cleanAlternative).join(" | ");
  return `[${inside.trim() === "" ? " " : inside}]`;
}

function cleanAlternative({ party, words }: Alternative): string {
  const text = words.map(cleanPiece).join("");
  return party === null ? text : `${party}: ${text}`;
}

/** A footnote's label as a small raised number; another label stands in parentheses. */
function superscript(label: string): string {
  if (!/^\d+$/u.test(label)) return `(${label})`;
  return [...label].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit).join("");
}
