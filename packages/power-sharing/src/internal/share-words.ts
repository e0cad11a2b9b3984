import { type Fraction, formatFraction, fraction, parseFraction } from "../fraction.ts";

const counts = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const parts = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** "two thirds", "half", "three quarters", "one tenth"; other shares in figures, "7/12". */
export function shareInWords(share: Fraction): string {
  if (share.numerator === 1n && share.denominator === 2n) return "half";
  const count = counts[Number(share.numerator) - 1];
  const part = parts[Number(share.denominator) - 2];
  if (count === undefined || part === undefined || share.numerator >= share.denominator) return formatFraction(share);
  return `${count} ${part}${share.numerator === 1n ? "" : "s"}`;
}

/** Reads a share in words or figures: "two thirds", "a third", "half", "3/5", "60%". Null for anything else. */
export function parseShare(text: string): Fraction | null {
  if (text === "half" || text === "one half") return fraction(1n, 2n);
  const match = /^(an?|\p{L}+) (\p{L}+?)(s?)$/u.exec(text);
  if (match === null) return parseFraction(text);
  const [, count = "", part = "", plural] = match;
  const numerator = /^an?$/u.test(count) ? 1 : counts.indexOf(count) + 1;
  const denominator = part === "fourth" ? 4 : parts.indexOf(part) + 2;
  if (numerator < 1 || denominator < 3 || (numerator === 1) !== (plural === "")) return null;
  return fraction(numerator, denominator);
}
