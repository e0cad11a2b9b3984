import type { Agreement, Provision } from "@parley/agreement";

/** The punctuation printed between a number and the words, "." in "Part One. Title"; empty where there is none. */
export function separatorAfter(agreement: Pick<Agreement, "source">, provision: Provision): string {
  const { number, words, ownSpan } = provision;
  const [first] = words;
  if (number === null || first === undefined) return "";
  const before = agreement.source.slice(ownSpan.start, first.span.start);
  const at = before.lastIndexOf(number);
  return at < 0 ? "" : (/^[.:)\u2014\u2013-]+/u.exec(before.slice(at + number.length))?.[0] ?? "");
}
