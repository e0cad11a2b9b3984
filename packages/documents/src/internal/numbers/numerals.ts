import type { NumberFormat } from "../../manuscript.ts";

/** How a word processor's name for a way of counting is told, and how a count is written in it. */
interface Numeral {
  readonly format: NumberFormat;
  readonly write: (count: number) => string;
}

const abjad = [..."أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"];
const arabicLetters = [..."أبتثجحخدذرزسشصضطظعغفقكلمنهوي"];
const latinLetters = [..."abcdefghijklmnopqrstuvwxyz"];

const upper = (write: (count: number) => string) => (count: number) => write(count).toUpperCase();
const decimal = (count: number) => String(count);
const letters = (count: number) => repeated(latinLetters, count);

/** Word's names for them (ECMA-376 part 1, 17.18.59), those an agreement is likely to meet. */
const numerals: Readonly<Record<string, Numeral>> = {
  decimal: { format: "decimal", write: decimal },
  decimalZero: { format: "decimal", write: (count) => (count >= 0 && count < 10 ? `0${count}` : String(count)) },
  hindiNumbers: { format: "decimal", write: (count) => inDigits(count, 0x0660) },
  thaiNumbers: { format: "decimal", write: (count) => inDigits(count, 0x0e50) },
  lowerLetter: { format: "lower-letter", write: letters },
  upperLetter: { format: "upper-letter", write: upper(letters) },
  lowerRoman: { format: "lower-roman", write: (count) => roman(count).toLowerCase() },
  upperRoman: { format: "upper-roman", write: roman },
  cardinalText: { format: "cardinal-words", write: (count) => capitalised(cardinal(count)) },
  ordinalText: { format: "ordinal-words", write: (count) => capitalised(ordinalWords(count)) },
  ordinal: { format: "ordinal", write: (count) => `${count}${ordinalEnding(count)}` },
  bullet: { format: "bullet", write: () => "" },
  none: { format: "none", write: () => "" },
  arabicAbjad: { format: "arabic-abjad", write: (count) => repeated(abjad, count) },
  arabicAlpha: { format: "arabic-alpha", write: (count) => repeated(arabicLetters, count) },
};

/** What is known of a way of counting under Word's name for it; null for one we do not count in. */
export function numeralNamed(name: string): Numeral | null {
  return Object.hasOwn(numerals, name) ? (numerals[name] ?? null) : null;
}

/** A count written in one of the manuscript's formats, in English and European digits: 3 is "iii" in lower-roman. */
export function writeCount(format: NumberFormat, count: number): string {
  const found = Object.values(numerals).find((numeral) => numeral.format === format);
  return found === undefined ? String(count) : found.write(count);
}

function inDigits(count: number, zero: number): string {
  return String(count).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** As word processors go on past the last letter: y, z, aa, bb. */
function repeated(letters: readonly string[], count: number): string {
  if (count < 1 || count > letters.length * 30) return String(count);
  const letter = letters[(count - 1) % letters.length] ?? "";
  return letter.repeat(Math.floor((count - 1) / letters.length) + 1);
}

const romanSteps = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(count: number): string {
  if (count < 1 || count > 32_767) return String(count);
  let [rest, text] = [count, ""];
  for (const [value, sign] of romanSteps) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

const small = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const tens = ["", "", ..."twenty thirty forty fifty sixty seventy eighty ninety".split(" ")];

/** English words up to 999,999; figures beyond. */
function cardinal(count: number): string {
  if (count < 0 || count > 999_999) return String(count);
  if (count < 20) return small[count] ?? "";
  if (count < 100) return (tens[Math.floor(count / 10)] ?? "") + (count % 10 === 0 ? "" : `-${small[count % 10]}`);
  const [size, word] = count < 1000 ? [100, "hundred"] : [1000, "thousand"];
  const rest = count % size;
  return `${cardinal(Math.floor(count / size))} ${word}${rest === 0 ? "" : ` ${cardinal(rest)}`}`;
}

const irregular: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

/** The last word of the cardinal is changed: "twenty-one" to "twenty-first". */
function ordinalWords(count: number): string {
  return cardinal(count).replace(/[a-z]+$/, (word) => irregular[word] ?? `${word.replace(/y$/, "ie")}th`);
}

function ordinalEnding(count: number): string {
  if (count % 100 >= 11 && count % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][count % 10] ?? "th";
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const times = (
  "bis ter quater quinquies sexies septies octies novies decies undecies duodecies terdecies quaterdecies quindecies " +
  "sexdecies septdecies octodecies novodecies vicies"
).split(" ");

/** What tells the first, second, third … paragraph put in after a number: "bis", "ter", "quater"; "bis 20" and so on past the nineteenth. */
export function timesWord(inserted: number): string {
  return times[inserted - 1] ?? `bis ${inserted}`;
}
