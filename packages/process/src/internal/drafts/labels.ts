import type { Label, NumberFormat } from "@parley/documents";

/** A number as printed, and where it stands. */
export interface PrintedNumber {
  /** "3.", "(a)", "Article 3", "Part One.". */
  readonly text: string;
  /** What it is numbered under: numbers with the same parent may count on from each other. */
  readonly parent: string;
  /** How many numbered levels it stands under. */
  readonly level: number;
}

interface Counted {
  readonly format: NumberFormat;
  readonly count: number;
  readonly before: string;
  readonly after: string;
}

const levelMax = 8;

/**
 * Printed numbers as numbers that a word processor counts by itself, wherever they count on: "(i)" is a letter after
 * "(h)" and a Roman number after nothing. A number that belongs to no count is a list of its own with its words as
 * printed. In the order given, one label for each; linear in their number.
 */
export function labelsOf(numbers: readonly (PrintedNumber | null)[]): (Label | null)[] {
  const lists = new Map<
    string,
    { readonly name: string; readonly format: NumberFormat; next: number; readonly start: number }
  >();
  let listCount = 0;
  return numbers.map((number, index) => {
    if (number === null) return null;
    const level = Math.min(number.level, levelMax);
    for (const found of countsOf(number.text)) {
      const key = [number.parent, found.before, found.after, found.format].join("\u0000");
      const list = lists.get(key);
      if (list === undefined || list.next !== found.count) continue;
      list.next += 1;
      return labelOf(number.text, level, list, found);
    }
    const [begun] = countsOf(number.text).sort((a, b) => weight(a, numbers, index) - weight(b, numbers, index));
    listCount += 1;
    const name = String(listCount);
    if (begun === undefined) {
      return {
        text: number.text,
        list: name,
        level,
        format: "none",
        pattern: number.text.replaceAll("%", "％"),
        start: 1,
      };
    }
    const list = { name, format: begun.format, next: begun.count + 1, start: begun.count };
    lists.set([number.parent, begun.before, begun.after, begun.format].join("\u0000"), list);
    return labelOf(number.text, level, list, begun);
  });
}

function labelOf(
  text: string,
  level: number,
  list: { readonly name: string; readonly start: number },
  { format, before, after }: Counted,
): Label {
  return { text, list: list.name, level, format, pattern: `${before}%${level + 1}${after}`, start: list.start };
}

/** A count that goes on in the next number of the same parent is the likely one; after that, one that starts at one. */
function weight(counted: Counted, numbers: readonly (PrintedNumber | null)[], index: number): number {
  const here = numbers[index];
  const next = numbers.slice(index + 1, index + 40).find((number) => number?.parent === here?.parent);
  const goesOn =
    next != null &&
    countsOf(next.text).some(
      ({ format, count, before, after }) =>
        format === counted.format &&
        count === counted.count + 1 &&
        before === counted.before &&
        after === counted.after,
    );
  return (goesOn ? 0 : 2) + (counted.count === 1 ? 0 : 1);
}

/** Every way in which a printed number may have been counted. */
function countsOf(text: string): Counted[] {
  const counted: Counted[] = [];
  const digits = /^([^0-9]*)([1-9][0-9]{0,5})([^0-9\p{L}]*)$/u.exec(text);
  if (digits !== null) counted.push(make("decimal", Number(digits[2]), digits[1], digits[3]));
  const dotted = /^((?:[0-9]+\.)+)([1-9][0-9]{0,5})([^0-9\p{L}]*)$/u.exec(text);
  if (dotted !== null && digits === null) counted.push(make("decimal", Number(dotted[2]), dotted[1], dotted[3]));
  const word = /^([^\p{L}]*|(?:[\p{L}]+ )+)([A-Za-z]+)([^\p{L}\p{N}]*)$/u.exec(text);
  if (word !== null) {
    const [, before = "", core = "", after = ""] = word;
    const [lower, upper] = [core === core.toLowerCase(), core === core.toUpperCase()];
    const letter = core.length === 1 ? core.toLowerCase().charCodeAt(0) - 96 : 0;
    if (letter > 0 && lower) counted.push(make("lower-letter", letter, before, after));
    if (letter > 0 && upper) counted.push(make("upper-letter", letter, before, after));
    const roman = romanValue(core.toUpperCase());
    if (roman !== null && lower) counted.push(make("lower-roman", roman, before, after));
    if (roman !== null && upper) counted.push(make("upper-roman", roman, before, after));
    const cardinal = cardinals.indexOf(core) + 1;
    if (cardinal > 0) counted.push(make("cardinal-words", cardinal, before, after));
  }
  return counted;
}

function make(format: NumberFormat, count: number, before = "", after = ""): Counted {
  return { format, count, before, after };
}

const cardinals = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

const romans: readonly (readonly [string, number])[] = [
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/** The value of a Roman number as it is properly written, to 399; null for anything else. */
function romanValue(text: string): number | null {
  let rest = text;
  let value = 0;
  for (const [sign, worth] of romans) {
    for (let times = 0; rest.startsWith(sign) && times < 3; times++) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  }
  return rest === "" && value > 0 && romanText(value) === text ? value : null;
}

function romanText(value: number): string {
  let rest = value;
  return romans
    .map(([sign, worth]) => {
      const times = Math.floor(rest / worth);
      rest -= times * worth;
      return sign.repeat(times);
    })
    .join("");
}
