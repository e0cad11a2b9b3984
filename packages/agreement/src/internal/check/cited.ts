import type { Clause, View } from "./view.ts";

const labels: Readonly<Record<string, string>> = {
  article: "article",
  part: "part",
  section: "section",
  chapter: "chapter",
  annex: "annex",
  appendix: "annex",
  schedule: "schedule",
  paragraph: "paragraph",
  para: "paragraph",
  clause: "clause",
  subparagraph: "paragraph",
};
const numerals =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const numeral = `(?:${numerals.join("|")})`;
const value = `(?:\\d+(?:\\.\\d+)*(?:\\s?(?:bis|ter|quater)\\b)?(?:\\s?\\([a-z0-9]{1,4}\\))*|\\([a-z]{1,3}\\)|[IVXLC]+\\b|[A-Z]\\b|(?:${numerals.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}|${word.toUpperCase()}`).join("|")})\\b)`;
const citation = new RegExp(
  `\\b((?:Article|Part|Section|Chapter|Schedule|Clause|Paragraph|article|section|chapter|clause|paragraph|sub-?paragraph)s?|Annex(?:es)?|Appendix|Appendices|annex(?:es)?|appendix)\\s+(${value}(?:\\s*(?:,|and|or|to|–|-)\\s*${value})*)`,
  "gu",
);
/** What follows shows that the number is of this text; "of" anything else points to another instrument. */
const ofThisText =
  /^\s*,?\s*of\s+(?:this|the\s+present|the\s+(?:Agreement|Accord|Treaty|Protocol|Declaration|Annex)\b(?!\s+(?:of|on|between|for))|Article|Part|Section|Chapter|Annex)/u;
const ofAnother = /^\s*,?\s*(?:of|to)\s+\S/u;
const namesAnother = /\b(?:Common|Charter|Convention|Constitution|Resolution|resolution|constitution)\s+$/u;

/** A number that the words of a provision cite. */
export interface Citation {
  /** As written: "Article 9". */
  readonly said: string;
  readonly at: number;
  readonly side: "above" | "below" | null;
  /** The provisions it may mean, in the order of the text. */
  readonly found: readonly Clause[];
}

/** Reads citations such as "Article 9", "paragraphs 2 and 3", "Annex B" and resolves them against the numbers of the text. */
export function citationsOf(view: View): (clause: Clause) => readonly Citation[] {
  const numbers = numbersOf(view);
  const order = new Map(view.clauses.map((clause, index) => [clause, index]));
  return (clause) => {
    const { text, pieces } = clause.own;
    return [...text.matchAll(citation)].flatMap((match): Citation[] => {
      // Only the words next to a citation bear on it.
      const end = match.index + match[0].length;
      const [lead, rest] = [text.slice(Math.max(0, match.index - 40), match.index), text.slice(end, end + 60)];
      const linked = pieces.some(
        ({ kind, start, end }) => kind === "reference" && match.index >= start && match.index < end,
      );
      if (linked || namesAnother.test(lead) || (ofAnother.test(rest) && !ofThisText.test(rest))) return [];
      // "Paragraph 4 of Article 2" is looked up by its article, which is cited by itself.
      if (/^\s*,?\s*of\s+(?:Article|Part|Section|Chapter|Annex)/u.test(rest)) return [];
      const label = labelOf(match[1] ?? "");
      const side = /^\s+above\b/u.test(rest) ? "above" : /^\s+below\b/u.test(rest) ? "below" : null;
      const own = order.get(clause) ?? 0;
      return [...(match[2] ?? "").matchAll(new RegExp(value, "gu"))].map(([written]) => ({
        said: `${singular(match[1] ?? "")} ${written}`,
        at: match.index,
        side,
        found: lookedUp(numbers, label, written).filter((each) => {
          const at = order.get(each) ?? 0;
          return side === "above" ? at <= own : side === "below" ? at >= own : true;
        }),
      }));
    });
  };
}

type Numbers = ReadonlyMap<string, readonly Clause[]>;

function numbersOf(view: View): Numbers {
  const numbers = new Map<string, Clause[]>();
  const add = (key: string, clause: Clause): void => {
    const list = numbers.get(key);
    if (list === undefined) numbers.set(key, [clause]);
    else if (list.at(-1) !== clause) list.push(clause);
  };
  const labelled = new RegExp(
    `^\\s*(${Object.keys(labels).join("|")})\\s+(\\d[\\w.]*|[ivxlc]+\\b|[a-z]\\b|${numeral}\\b)`,
    "iu",
  );
  for (const clause of view.clauses) {
    const printed = clause.provision.number ?? "";
    for (const source of [printed, clause.provision.heading ?? "", clause.provision.id.replaceAll("-", " ")]) {
      const match = labelled.exec(source);
      if (match === null) continue;
      // The label alone stands for its being used at all.
      for (const key of ["", ...keysOf(match[2] ?? "")]) add(`${labelOf(match[1] ?? "")}:${key}`, clause);
    }
    if (printed !== "")
      for (const key of keysOf(printed.replace(/^\s*\p{L}{3,}\s+(?=\S)/u, ""))) add(`:${key}`, clause);
  }
  return numbers;
}

/** A labelled number first; a bare one ("9.") where the text has no such label, or for paragraphs and clauses. */
function lookedUp(numbers: Numbers, label: string, written: string): readonly Clause[] {
  const whole = keysOf(written);
  const base = keysOf(written.replace(/\s?\([^)]*\)/gu, "") || written);
  const labelIsUsed = numbers.has(`${label}:`);
  const bare = !labelIsUsed || label === "paragraph" || label === "clause";
  for (const key of [...whole, ...base]) {
    const found = numbers.get(`${label}:${key}`) ?? (bare ? numbers.get(`:${key}`) : undefined);
    if (found !== undefined) return found;
  }
  return [];
}

function labelOf(word: string): string {
  const bare = word.toLowerCase().replace("-", "");
  return (
    labels[bare] ??
    labels[bare.replace(/s$/u, "")] ??
    labels[bare.replace(/es$|ices$/u, "")] ??
    (bare === "appendices" ? "annex" : bare)
  );
}

function singular(word: string): string {
  return word
    .replace(/^(Annex|annex)es$/u, "$1")
    .replace(/^Appendices$/u, "Appendix")
    .replace(/s$/u, "");
}

/** "3.", "(a)", "THREE", "III": the ways in which one number is written, as keys. */
function keysOf(written: string): string[] {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/^[§([\s]+|[.:)\]\s]+$/gu, "");
  const keys = [plain.replace(/\s?\(/gu, "(")];
  const word = numerals.indexOf(plain);
  if (word !== -1) keys.push(String(word + 1));
  if (/^[IVXLC]+$/u.test(written.trim().replace(/[.:)]+$/u, ""))) keys.push(String(roman(plain)));
  return keys;
}

function roman(text: string): number {
  const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  return [...text].reduce((sum, letter, at) => {
    const [own, next] = [worth[letter] ?? 0, worth[text.charAt(at + 1)] ?? 0];
    return own < next ? sum - own : sum + own;
  }, 0);
}
