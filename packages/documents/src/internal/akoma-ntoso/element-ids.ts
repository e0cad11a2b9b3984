import { withoutLabel } from "./element-names.ts";

/** Short names of elements in ids, as the Akoma Ntoso Naming Convention 1.0 has them; the others keep their own. */
const shortNames: Readonly<Record<string, string>> = {
  article: "art",
  attachment: "att",
  chapter: "chp",
  clause: "cl",
  paragraph: "para",
  recital: "rec",
  recitals: "recs",
  section: "sec",
};

/** Elements that usually bear a number: one without is "nn", as in "para_nn". */
const usuallyNumbered: ReadonlySet<string> = new Set([
  "article",
  "book",
  "chapter",
  "clause",
  "paragraph",
  "part",
  "point",
  "section",
  "title",
]);

/** Elements that stand once in another and take no number. */
const single: ReadonlySet<string> = new Set(["content", "intro", "heading"]);

const numberLengthMax = 40;

export interface ElementIds {
  /** The eId of an element inside the one called `within` ("" at the top). Never given twice. */
  take(within: string, element: string, number?: string | null): string;
  /** The same for an element outside the hierarchy, such as an organisation: the words wished for, made unique. */
  takeNamed(name: string, words: string): string;
}

/** Gives out eIds in the order of the document, by the Naming Convention: `part_1__art_3__point_a`. */
export function elementIds(): ElementIds {
  const used = new Set<string>();
  const repeats = new Map<string, number>();
  const counts = new Map<string, number>();

  const unique = (wanted: string): string => {
    let id = wanted;
    while (used.has(id)) {
      const next = (repeats.get(wanted) ?? 1) + 1;
      repeats.set(wanted, next);
      id = `${wanted}_${next}`;
    }
    used.add(id);
    return id;
  };
  return {
    take(within, element, number = null) {
      const stem = `${within === "" ? "" : `${within}__`}${shortNames[element] ?? element}`;
      if (single.has(element)) return unique(stem);
      const cleaned = number === null ? "" : cleanNumber(number);
      if (cleaned !== "") return unique(`${stem}_${cleaned}`);
      if (usuallyNumbered.has(element)) return unique(`${stem}_nn`);
      const count = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, count);
      return unique(`${stem}_${count}`);
    },
    takeNamed: (name, words) => {
      const cleaned = hyphenated(words.toLowerCase());
      return unique(cleaned === "" ? name : `${name}-${cleaned}`);
    },
  };
}

/** "3" of "Article 3.", "1-2" of "1.2.", "3bis" of "3 bis", "3" of "ماده ۳". */
function cleanNumber(number: string): string {
  const bare = withoutLabel(number).replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  return hyphenated(bare.replace(/\s+/gu, ""));
}

/** Letters and digits, cut at `lengthMax`; a hyphen for what stands between them. */
export function hyphenated(words: string, lengthMax = numberLengthMax): string {
  return words
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .slice(0, lengthMax)
    .toWellFormed()
    .replace(/\ufffd/gu, "")
    .replace(/^-+|-+$/gu, "");
}
