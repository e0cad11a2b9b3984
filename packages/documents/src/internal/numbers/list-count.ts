import type { Label, NumberFormat } from "../../manuscript.ts";

/**
 * How a word processor counts the paragraphs of one list, as far as all of them count alike. Where they may differ,
 * the answer is null, and the number has to be typed.
 */
export interface ListCount {
  /** What would be printed before the next paragraph at that level. */
  readonly printed: (level: number) => string | null;
  /** Counts that paragraph. */
  readonly advance: (level: number) => void;
}

/** How one level of a list is counted. */
export type LevelCount = Pick<Label, "format" | "pattern" | "start">;

/** `skipped`: a deeper level was counted before this one ever was, and programs differ on what comes next. */
type Count = number | "fresh" | "skipped";

export function listCount(levels: ReadonlyMap<number, LevelCount>, language: string | null): ListCount {
  const counts: Count[] = Array.from({ length: 9 }, () => "fresh");
  const next = (level: number): number | null => {
    const count = counts[level];
    if (count === "skipped" || count === undefined) return null;
    return count === "fresh" ? (levels.get(level)?.start ?? 1) : count + 1;
  };
  return {
    printed(level) {
      const at = next(level);
      const definition = levels.get(level);
      if (at === null || definition === undefined) return null;
      let certain = true;
      const text = definition.pattern.replace(/%([1-9])/g, (_, digit: string) => {
        const named = Number(digit) - 1;
        const count = named === level ? at : named < level ? counts[named] : undefined;
        const words = typeof count === "number" ? inFormat(count, levels.get(named)?.format ?? "none", language) : null;
        if (words === null) certain = false;
        return words ?? "";
      });
      return certain ? text : null;
    },
    advance(level) {
      const at = next(level);
      if (at === null) return;
      for (let upper = 0; upper < level; upper += 1) if (counts[upper] === "fresh") counts[upper] = "skipped";
      counts[level] = at;
      counts.fill("fresh", level + 1);
    },
  };
}

/** A count as printed; null where word processors differ or give up. */
export function inFormat(count: number, format: NumberFormat, language: string | null): string | null {
  if (!Number.isInteger(count) || count < 0 || count > 32_767) return null;
  switch (format) {
    case "decimal":
      return String(count);
    case "lower-letter":
      return letters(count);
    case "upper-letter":
      return letters(count)?.toUpperCase() ?? null;
    case "lower-roman":
      return roman(count);
    case "upper-roman":
      return roman(count)?.toUpperCase() ?? null;
    case "cardinal-words":
      return isEnglish(language) ? (cardinals[count - 1] ?? null) : null;
    case "ordinal-words":
      return isEnglish(language) ? (ordinals[count - 1] ?? null) : null;
    case "ordinal":
      return isEnglish(language) ? ordinal(count) : null;
    case "arabic-abjad":
      return abjad[count - 1] ?? null;
    case "arabic-alpha":
      return alpha[count - 1] ?? null;
    case "bullet":
    case "none":
      return null;
  }
}

/** a to z, then aa, bb, up to thirty times the letter. */
function letters(count: number): string | null {
  if (count < 1 || count > 780) return null;
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const romanSteps = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

function roman(count: number): string | null {
  if (count < 1 || count > 3999) return null;
  let [rest, text] = [count, ""];
  for (const [value, mark] of romanSteps) {
    text += mark.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

function isEnglish(language: string | null): boolean {
  return language !== null && /^en(-|$)/i.test(language);
}

/** Up to twenty: beyond, programs differ over hyphens and capitals. */
const cardinals =
  "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty".split(
    " ",
  );
const ordinals =
  "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth".split(
    " ",
  );

function ordinal(count: number): string | null {
  if (count < 1) return null;
  const teen = count % 100 >= 11 && count % 100 <= 13;
  return `${count}${teen ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th")}`;
}

const abjad = [..."أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"];
const alpha = [..."أبتثجحخدذرزسشصضطظعغفقكلمنهوي"];
