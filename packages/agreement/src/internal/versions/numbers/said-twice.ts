import type { Lexicon, Unit } from "./lexicon.ts";
import { tokensOf } from "./tokens.ts";

/**
 * How far a number may be relied on. `sure`: its absence on the other side is told. `doubtful`: it may answer a number of the other
 * side, and is told as not compared when it does not. `faint`: it may answer one, and alone is not told ("one another").
 */
export type Reliance = "sure" | "doubtful" | "faint";

/** A number in words or figures. */
export interface NumberFact {
  /** Reduced fractions as text; more than one where the writing has several uses. */
  readonly values: readonly string[];
  readonly unit: Unit | null;
  readonly reliance: Reliance;
  readonly inFigures: boolean;
  /** Its words with its unit, as written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface ReadNumbers {
  readonly numbers: readonly NumberFact[];
  /** A number written in words and in figures that say different things: "thirty (40)". */
  readonly twoWays: readonly { readonly words: NumberFact; readonly figures: NumberFact }[];
}

/** “thirty (30) days” is one number. */
export function saidTwice(found: readonly NumberFact[], text: string, lexicon: Lexicon): ReadNumbers {
  const numbers: NumberFact[] = [];
  const twoWays: { words: NumberFact; figures: NumberFact }[] = [];
  for (const fact of found) {
    const before = numbers.at(-1);
    const inParentheses =
      before !== undefined &&
      before.inFigures !== fact.inFigures &&
      /^\s*\(\s*$/u.test(text.slice(before.end, fact.start)) &&
      /^\s*\)/u.test(text.slice(fact.end));
    if (!inParentheses) {
      numbers.push(fact);
      continue;
    }
    const same = before.values.some((value) => fact.values.includes(value));
    if (!same) {
      numbers.push(fact);
      const [words, figures] = fact.inFigures ? [before, fact] : [fact, before];
      if (words.reliance === "sure" && figures.reliance === "sure") twoWays.push({ words, figures });
      continue;
    }
    const end = fact.end + text.slice(fact.end).indexOf(")") + 1;
    const after = tokensOf(text.slice(end, end + 40), { joined: lexicon.joined, without: [] });
    const unit =
      before.unit ?? fact.unit ?? lexicon.units.find(([, words]) => words.test(after[0]?.text ?? ""))?.[0] ?? null;
    numbers[numbers.length - 1] = { ...before, unit, reliance: "sure", end, text: text.slice(before.start, end) };
  }
  return { numbers, twoWays };
}
