import type { Lexicon, NumberWord } from "./lexicon.ts";
import { isBeside, type Token } from "./tokens.ts";

/** A whole number found at a token: its value, the token after it, and what kind of words it was made of. */
export interface Counted {
  readonly value: number;
  readonly end: number;
  readonly ordinal: boolean;
  /** One word that is another word as well. */
  readonly homograph: boolean;
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
}

/**
 * The number in words that begins at a token, the longest that its language allows; null where none begins. A figure may stand for a
 * group before "thousand" or "million", as in "5 million". Bounded by the words of one number.
 */
export function numberAt(reading: Reading, at: number): Counted | null {
  const { lexicon } = reading;
  let total = 0;
  let limit = Number.POSITIVE_INFINITY;
  let end = at;
  let words = 0;
  let homograph = false;
  for (;;) {
    const from = words === 0 ? at : afterJoiner(reading, end, lexicon.joinsGroups === "required");
    if (from === null) break;
    const comma = words > 0 && !lexicon.bareMultipliers && /^, ?$/u.test(reading.tokens[from]?.gap ?? "");
    const group = groupAt(reading, from, { first: words === 0, beside: words > 0 && !comma, limit });
    // “one thousand, two hundred” is one number, “one thousand, five” may be two.
    if (group === null || (comma && group.value < 100)) break;
    const scale = group.ordinal || group.isScale ? null : wordAt(reading, group.end, true);
    const multiplied = scale?.role === "scale" && scale.value < limit;
    if (!multiplied && scale?.role === "scale" && words > 0) break;
    if (group.isScale) {
      total += group.value;
      limit = group.value;
      end = group.end;
    } else if (multiplied) {
      total += group.value * scale.value;
      limit = scale.value;
      end = group.end + 1;
    } else {
      if (group.figure) break;
      total += group.value;
      end = group.end;
    }
    homograph = words === 0 && group.homograph && !multiplied;
    words += 1;
    const ordinal = multiplied ? scale.ordinal : group.ordinal;
    if (ordinal) return { value: total, end, ordinal: true, homograph: false };
    if (!multiplied && !group.isScale) break;
  }
  return words === 0 ? null : { value: total, end, ordinal: false, homograph };
}

interface Group extends Counted {
  readonly isScale: boolean;
  readonly figure: boolean;
}

/** Up to 999, or a bare "thousand", or a figure that a multiplier follows. */
function groupAt(
  reading: Reading,
  at: number,
  { first, beside, limit }: { readonly first: boolean; readonly beside: boolean; readonly limit: number },
): Group | null {
  const token = reading.tokens[at];
  if (token?.kind === "figure") {
    const value = Number(token.text.replace(/٫/u, "."));
    const followed = wordAt(reading, at + 1, true)?.role === "scale";
    const joined = reading.tokens[at - 1]?.text === reading.lexicon.joiner && reading.lexicon.bareMultipliers;
    const closing = !first && joined && /^\d+$/u.test(token.text) && value < limit;
    if (Number.isNaN(value) || !(followed || closing)) return null;
    return { value, end: at + 1, ordinal: false, homograph: false, isScale: false, figure: !closing && !followed };
  }
  const word = wordAt(reading, at, beside);
  if (word?.role === "scale" && first && reading.lexicon.bareMultipliers)
    return { ...word, end: at + 1, isScale: true, figure: false };
  const below = below1000(reading, at, beside);
  return below === null ? null : { ...below, isScale: false, figure: false };
}

function below1000(reading: Reading, at: number, beside: boolean): Counted | null {
  const hundreds = hundredsAt(reading, at, beside);
  if (hundreds === null) return below100(reading, at, beside);
  if (hundreds.ordinal) return hundreds;
  const from = afterJoiner(reading, hundreds.end, reading.lexicon.joinsGroups === "required");
  const rest = from === null ? null : below100(reading, from, true);
  // "one hundred and two hundred" are two numbers.
  if (rest === null || wordAt(reading, rest.end, true)?.role === "hundred") return hundreds;
  return { value: hundreds.value + rest.value, end: rest.end, ordinal: rest.ordinal, homograph: false };
}

function hundredsAt(reading: Reading, at: number, beside: boolean): Counted | null {
  const word = wordAt(reading, at, beside);
  if (word?.role === "hundreds") return { ...word, end: at + 1 };
  if (word?.role === "hundred") return reading.lexicon.bareMultipliers ? { ...word, end: at + 1 } : null;
  const factor = below100(reading, at, beside);
  if (factor === null || factor.ordinal) return null;
  const hundred = wordAt(reading, factor.end, true);
  if (hundred?.role !== "hundred") return null;
  return { value: factor.value * 100, end: factor.end + 1, ordinal: hundred.ordinal, homograph: false };
}

function below100(reading: Reading, at: number, beside: boolean): Counted | null {
  const { lexicon } = reading;
  const word = wordAt(reading, at, beside);
  const next = wordAt(reading, at + 1, true);
  const one = reading.tokens[at]?.text === "a" && !lexicon.bareMultipliers;
  if (one && (next?.role === "hundred" || next?.role === "scale"))
    return { value: 1, end: at + 1, ordinal: false, homograph: false };
  if (word === null) return null;
  if (
    word.role === "unit" &&
    !word.ordinal &&
    lexicon.unitBeforeTen &&
    next?.role === "ten" &&
    (next.bound || next.value > 20)
  )
    return { value: word.value + next.value, end: at + 2, ordinal: next.ordinal, homograph: false };
  if (word.bound) return null;
  if (word.role === "unit" || word.role === "teen") return { ...word, end: at + 1 };
  if (word.role !== "ten") return null;
  if (word.ordinal || lexicon.unitBeforeTen) return { ...word, end: at + 1 };
  const from = lexicon.joinsTens ? afterJoiner(reading, at + 1, true) : at + 1;
  const unit = from === null ? null : wordAt(reading, from, true);
  if (from === null || unit?.role !== "unit" || wordAt(reading, from + 1, true)?.role === "hundred")
    return { ...word, end: at + 1 };
  return { value: word.value + unit.value, end: from + 1, ordinal: unit.ordinal, homograph: false };
}

/** The token after "and"; null when there is none and one is needed. */
function afterJoiner({ tokens, lexicon }: Reading, at: number, required: boolean): number | null {
  const token = tokens[at];
  if (isBeside(token) && token.text === lexicon.joiner) return at + 1;
  return required ? null : at;
}

function wordAt({ tokens, lexicon }: Reading, at: number, beside: boolean): NumberWord | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word" || (beside && !isBeside(token))) return null;
  return lexicon.words.get(token.text) ?? null;
}
