import type { NumberFormat } from "../../manuscript.ts";
import { writeCount } from "../numbers/numerals.ts";

/** A way of counting: what a manuscript calls it, and how a count is printed. */
export interface Numeral {
  readonly format: NumberFormat;
  readonly write: (count: number) => string;
}

/** OpenDocument's names for them, those of LibreOffice included. */
const names: Readonly<Record<string, NumberFormat>> = {
  "": "none",
  "1": "decimal",
  a: "lower-letter",
  A: "upper-letter",
  i: "lower-roman",
  I: "upper-roman",
  One: "cardinal-words",
  First: "ordinal-words",
  "1st": "ordinal",
  "ا, ب, ج, ...": "arabic-abjad",
  "أ, ب, ت, ...": "arabic-alpha",
};

const decimals: Readonly<Record<string, (count: number) => string>> = {
  "01, 02, 03, ...": (count) => String(count).padStart(2, "0"),
  "١, ٢, ٣, ...": (count) => inDigits(count, 0x0660),
  "۱, ۲, ۳, ...": (count) => inDigits(count, 0x06f0),
};

/** The way of that name. Letters go aa, bb after z where the file says so, else aa, ab; a way not known counts in digits. */
export function numeralNamed(name: string, letterSync: boolean): Numeral {
  const decimal = Object.hasOwn(decimals, name) ? decimals[name] : undefined;
  if (decimal !== undefined) return { format: "decimal", write: decimal };
  const format = Object.hasOwn(names, name) ? (names[name] ?? "decimal") : "decimal";
  if (!letterSync && format === "lower-letter") return { format, write: lettersInTurn };
  if (!letterSync && format === "upper-letter") return { format, write: (count) => lettersInTurn(count).toUpperCase() };
  return { format, write: (count) => writeCount(format, count) };
}

/** How the file names that way of counting. */
export function numeralName(format: NumberFormat): string {
  return Object.keys(names).find((name) => names[name] === format) ?? "";
}

function inDigits(count: number, zero: number): string {
  return String(count).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** a to z, then aa, ab, ac. */
function lettersInTurn(count: number): string {
  if (count < 1) return String(count);
  let text = "";
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}
