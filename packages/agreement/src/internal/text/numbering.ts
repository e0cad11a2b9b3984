/** A number at the head of a heading or paragraph, and how it ranks among others. */
export interface NumberMark {
  /** As printed, without the punctuation after a labelled number: "PART TWO", "Article 3", "3 bis", "(a)". */
  readonly printed: string;
  /** Numbers of one list share a style: "1.", "(a)", "article". */
  readonly style: string;
  /** Broader divisions have lower ranks; used where no list of this style is open. */
  readonly rank: number;
  readonly ordinal: number;
  /** True for bis, ter and the like: a number between this ordinal and the next. */
  readonly inserted: boolean;
  /** The piece of an id made from it: "part-two", "3-bis", "a". */
  readonly slug: string;
  readonly label: Label | null;
  /** Characters to skip to reach the words. */
  readonly length: number;
}

export type Label = "part" | "chapter" | "section" | "article" | "annex";

/** The style of items that have a dot or a dash for a number. */
export const bulletStyle = "bullet";

const suffix = String.raw`(?:\s?(bis|ter|quater|quinquies))?`;
const after = "(?=$|[\\s[])";
const decimal = new RegExp(String.raw`^(§\s?)?([\d۰-۹٠-٩]{1,3}(?:\.\d{1,3}){0,6})${suffix}(\s?[.):\-–])?${after}`, "u");
const inParens = new RegExp(
  String.raw`^\(([\d۰-۹٠-٩]{1,3}|[A-Za-z]{1,6}|[ابجدهوزحطی]|الف)${suffix}\)${suffix}${after}`,
  "u",
);
const letter = new RegExp(`^([A-Za-z]|[ivxl]{1,7}|[IVXL]{1,7}|[ابجدهوزحطی]|الف)${suffix}([.)])${after}`, "u");
const bullet = /^([-*+•·▪◦‣●○–—])(?=\s|$)/u;
const spaces = /^\s*/u;

/** The readings of the number at the head of a line, the likelier first; none where there is no number. */
export function readNumber(text: string, { inHeading }: { readonly inHeading: boolean }): NumberMark[] {
  const labelled = readLabel(text, inHeading);
  if (labelled !== null) return [labelled];
  return readDecimal(text, inHeading) ?? readParens(text) ?? readLetter(text) ?? readBullet(text, inHeading) ?? [];
}

function readDecimal(text: string, inHeading: boolean): NumberMark[] | null {
  const found = decimal.exec(text);
  if (found === null) return null;
  const [whole, section, digits = "", bis, delimiter] = found;
  const parts = digits.split(".").map(valueOfDigits);
  const persian = /[۰-۹٠-٩]/u.test(digits);
  const dash = delimiter !== undefined && /[-–:]/u.test(delimiter);
  if (dash && !persian) return null;
  const bare = section === undefined && bis === undefined && delimiter === undefined;
  // “1.5 million” at the head of a line is a figure; “1.2 The Council” is a number.
  if (bare && !(parts.length > 1 || inHeading)) return null;
  if (bare && /^\s+[\p{Ll}%]/u.test(text.slice(whole.length))) return null;
  const depth = parts.length;
  const style = section === undefined ? (depth > 1 ? `decimal-${depth}` : `1${delimiter?.trim() ?? "."}`) : "§";
  const rank = section === undefined ? 49 + depth : 45;
  return [
    mark(text, whole, {
      style: bis === undefined || depth > 1 ? style : "1.",
      rank,
      ordinal: parts.at(-1) ?? 0,
      inserted: bis !== undefined,
      slug: slugOf(parts.join("-"), bis),
    }),
  ];
}

function readParens(text: string): NumberMark[] | null {
  const found = inParens.exec(text);
  if (found === null) return null;
  const [whole, inside = "", bisInside, bisAfter] = found;
  const bis = bisInside ?? bisAfter;
  if (/^[\d۰-۹٠-٩]/u.test(inside)) {
    const ordinal = valueOfDigits(inside);
    return [
      mark(text, whole, {
        style: "(1)",
        rank: 55,
        ordinal,
        inserted: bis !== undefined,
        slug: slugOf(`${ordinal}`, bis),
      }),
    ];
  }
  return readLetters(text, whole, inside, bis, "()");
}

function readLetter(text: string): NumberMark[] | null {
  const found = letter.exec(text);
  if (found === null) return null;
  const [whole, inside = "", bis, delimiter = "."] = found;
  return readLetters(text, whole, inside, bis, delimiter);
}

/** “(i)” is the ninth letter or the first Roman number: both are given, and the list it stands in decides. */
function readLetters(
  text: string,
  whole: string,
  inside: string,
  bis: string | undefined,
  delimiter: string,
): NumberMark[] | null {
  const upper = inside !== inside.toLowerCase();
  if (upper && inside !== inside.toUpperCase()) return null;
  const inserted = bis !== undefined;
  const slug = slugOf(persianLetters.includes(inside) ? (latinOf(inside) ?? inside) : inside.toLowerCase(), bis);
  const readings: NumberMark[] = [];
  const roman = valueOfRoman(inside);
  const alphabetic = valueOfLetters(inside);
  if (roman !== null) {
    const rank = upper ? 35 : 70;
    readings.push(
      mark(text, whole, { style: `${upper ? "I" : "i"}${delimiter}`, rank, ordinal: roman, inserted, slug }),
    );
  }
  if (alphabetic !== null) {
    const rank = upper ? 46 : 60;
    readings.push(
      mark(text, whole, { style: `${upper ? "A" : "a"}${delimiter}`, rank, ordinal: alphabetic, inserted, slug }),
    );
  }
  if (inside.length === 1 && inside.toLowerCase() !== "i") readings.reverse();
  return readings.length === 0 ? null : readings;
}

function readBullet(text: string, inHeading: boolean): NumberMark[] | null {
  const found = inHeading ? null : bullet.exec(text);
  if (found === null) return null;
  const [whole] = found;
  return [mark(text, whole, { style: bulletStyle, rank: 90, ordinal: 0, inserted: false, slug: "item" })];
}

const labels: readonly (readonly [RegExp, Label, number, string])[] = [
  [/^(?:part|title|book)/iu, "part", 10, ""],
  [/^(?:annex(?:ure)?|appendix|schedule|protocol|attachment)/iu, "annex", 10, ""],
  [/^chapter/iu, "chapter", 20, ""],
  [/^(?:section|phase|stage)/iu, "section", 30, ""],
  [/^(?:article|clause|rule|step|art\.)/iu, "article", 40, ""],
  [/^(?:بخش|برخه)/u, "part", 10, "part"],
  [/^(?:فصل|څپرکی)/u, "chapter", 20, "chapter"],
  [/^(?:ماده|مادۀ|مادهٔ)/u, "article", 40, "article"],
  [/^(?:ضمیمه|ضميمه)/u, "annex", 10, "annex"],
];

const ordinals = [
  ["one", "first", "اول", "لومړی"],
  ["two", "second", "دوم", "دوهم"],
  ["three", "third", "سوم", "درېیم"],
  ["four", "fourth", "چهارم", "څلورم"],
  ["five", "fifth", "پنجم", "پنځم"],
  ["six", "sixth", "ششم", "شپږم"],
  ["seven", "seventh", "هفتم", "اووم"],
  ["eight", "eighth", "هشتم", "اتم"],
  ["nine", "ninth", "نهم"],
  ["ten", "tenth", "دهم", "لسم"],
  ["eleven", "eleventh"],
  ["twelve", "twelfth"],
];

const labelName = String.raw`(?:part|title|book|annexure|annex|appendix|schedule|protocol|attachment|chapter|section|phase|stage|article|clause|rule|step|art\.|بخش|برخه|فصل|څپرکی|مادهٔ|مادۀ|ماده|ضمیمه|ضميمه)`;
const labelNumber = String.raw`(?:\d{1,3}(?:\.\d{1,3}){0,4}|[۰-۹٠-٩]{1,3}|[IVXL]{1,7}|[A-Za-z]|${ordinals.flat().join("|")})`;
const labelled = new RegExp(String.raw`^(${labelName})(?:\s{1,4}(${labelNumber})${suffix})?(?=$|[\s.:,)—–-])`, "iu");
const labelEnd = /^\s*[.:)—–-]+(?=\s|$)/u;

/** “Part Two”, “Article 3 bis.”, “ANNEX A:”. In running text a capital is asked for, and a sentence is not one. */
function readLabel(text: string, inHeading: boolean): NumberMark | null {
  const found = labelled.exec(text);
  if (found === null) return null;
  const [whole, name = "", number, bis] = found;
  if (/^[a-z]/u.test(text)) return null;
  const tail = text.slice(whole.length);
  const delimiter = labelEnd.exec(tail)?.[0];
  const rest = tail.slice(delimiter?.length ?? 0).trim();
  const kind = labels.find(([pattern]) => pattern.test(name));
  if (kind === undefined) return null;
  const [, label, rank, translated] = kind;
  if (number === undefined && (label !== "annex" || (rest !== "" && delimiter === undefined))) return null;
  // “Article 3 of this Agreement applies” speaks of an article and does not open one.
  if (!inHeading && delimiter === undefined && /^[\p{Ll},]/u.test(rest)) return null;
  if (number !== undefined && /^[a-z]$/u.test(number)) return null;
  const ordinal = valueOfLabel(number);
  const slug = [translated || name.toLowerCase().replace(".", ""), slugOf(labelSlug(number), bis)].filter(
    (part) => part !== "",
  );
  const read = mark(text, whole, { style: label, rank, ordinal, inserted: bis !== undefined, slug: slug.join("-") });
  const skipped = whole.length + (delimiter?.length ?? 0);
  return { ...read, label, length: skipped + (spaces.exec(text.slice(skipped))?.[0].length ?? 0) };
}

function labelSlug(number: string | undefined): string {
  if (number === undefined) return "";
  const spelled = ordinals.find((names) => names.includes(number.toLowerCase()));
  if (spelled !== undefined)
    return spelled.slice(0, 2).includes(number.toLowerCase()) ? number.toLowerCase() : (spelled[0] ?? "");
  return /^[۰-۹٠-٩]/u.test(number) ? `${valueOfDigits(number)}` : number.toLowerCase().replaceAll(".", "-");
}

function valueOfLabel(number: string | undefined): number {
  if (number === undefined) return 1;
  const spelled = ordinals.findIndex((names) => names.includes(number.toLowerCase()));
  if (spelled >= 0) return spelled + 1;
  if (/^[\d۰-۹٠-٩]/u.test(number)) return valueOfDigits(number.split(".").at(-1) ?? "");
  return valueOfRoman(number) ?? valueOfLetters(number) ?? 0;
}

function mark(
  text: string,
  whole: string,
  parts: Pick<NumberMark, "style" | "rank" | "ordinal" | "inserted" | "slug">,
): NumberMark {
  const length = whole.length + (spaces.exec(text.slice(whole.length))?.[0].length ?? 0);
  return { ...parts, printed: whole.trim(), label: null, length };
}

function slugOf(number: string, bis: string | undefined): string {
  return bis === undefined ? number : `${number}-${bis}`;
}

function valueOfDigits(digits: string): number {
  let value = 0;
  for (const digit of digits) value = value * 10 + ((digit.codePointAt(0) ?? 0) & 0xf);
  return value;
}

const romanLow = /^(?:x{0,4}|xl)(?:ix|iv|v?i{0,3})$/u;

/** The value of a Roman number up to 49, or null; larger ones are words or letters in practice. */
function valueOfRoman(text: string): number | null {
  const low = text.toLowerCase();
  if (low === "" || !romanLow.test(low)) return null;
  const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  const values = [...low].map((digit) => worth[digit] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

const persianLetters = ["الف", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ی"];

/** The place of a letter in its alphabet; “aa” follows “z”. Null for a word. */
function valueOfLetters(text: string): number | null {
  const persian = persianLetters.indexOf(text);
  if (persian >= 0) return persian + 1;
  const low = text.toLowerCase();
  if (!/^([a-z])\1?$/u.test(low)) return null;
  return low.charCodeAt(0) - 96 + (low.length - 1) * 26;
}

function latinOf(letter: string): string | null {
  const at = persianLetters.indexOf(letter);
  return at < 0 ? null : String.fromCharCode(97 + at);
}
