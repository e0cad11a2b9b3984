import { type WordsLanguage, wordsLanguage } from "../languages.ts";
import { dari } from "./dari.ts";
import { english } from "./english.ts";
import { fractionOf, readFigure } from "./figures.ts";
import { type Counted, numberAt } from "./grammar.ts";
import type { Lexicon, Unit } from "./lexicon.ts";
import { pashto } from "./pashto.ts";
import { type NumberFact, type ReadNumbers, type Reliance, saidTwice } from "./said-twice.ts";
import { isBeside, type Token, tokensOf } from "./tokens.ts";

const lexicons: Readonly<Record<WordsLanguage, Lexicon>> = { english, dari, pashto };
/** A language whose words are not read: only its figures are. */
const figuresOnly: Lexicon = {
  ...english,
  words: new Map(),
  shares: new Map(),
  parts: new Map(),
  pairs: new Set(),
  units: [],
  bareMultipliers: true,
};

/**
 * Every number of a text, in order, but those inside the stretches to leave out (dates). English, Dari and Pashto words to billions, shares,
 * percents and units; other languages figures alone. Linear.
 */
export function readNumbers(
  text: string,
  language: string,
  without: readonly { readonly start: number; readonly end: number }[] = [],
): ReadNumbers {
  const known = wordsLanguage(language);
  const lexicon = known === null ? figuresOnly : lexicons[known];
  const tokens = tokensOf(text, { joined: lexicon.joined, without });
  const found: NumberFact[] = [];
  let at = 0;
  while (at < tokens.length) {
    const read = factAt({ text, tokens, lexicon, english: known === "english" }, at);
    if (read === null) at += 1;
    else {
      found.push(read.fact);
      at = read.end;
    }
  }
  return saidTwice(found, text, lexicon);
}

interface Place {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly english: boolean;
}

interface Core {
  readonly values: readonly string[];
  readonly reliance: Reliance;
  readonly inFigures: boolean;
  readonly end: number;
  /** What may follow with "and a half"; null for shares and ordinals. */
  readonly whole: number | null;
  readonly soft?: boolean;
}

function factAt(place: Place, at: number): { readonly fact: NumberFact; readonly end: number } | null {
  const { tokens, lexicon, text } = place;
  const core = coreAt(place, at);
  if (core === null) return null;
  const tail = unitAt(place, core.end);
  const before = tokens[at - 1];
  const percentBefore =
    (isBeside(tokens[at]) && /^[%٪]$/u.test(before?.text ?? "")) ||
    (isBeside(tokens[at]) && before?.text === "صدی" && lexicon === dari);
  const inHundred = lexicon === pashto && ["کی"].includes(before?.text ?? "") && tokens[at - 2]?.text === "سلو";
  const percent = tail.unit === "percent" || percentBefore || inHundred;
  const values = percent ? core.values.map(hundredth) : core.values;
  const unit = percent ? "percent" : tail.unit;
  const start = tokens[at]?.start ?? 0;
  const end = tokens[Math.max(core.end, tail.end) - 1]?.end ?? start;
  const reliance = unit !== null && core.soft !== true ? "sure" : relianceIn(place, core, at);
  return {
    fact: { values, unit, reliance, inFigures: core.inFigures, text: text.slice(start, end), start, end },
    end: Math.max(core.end, tail.end),
  };
}

function coreAt(place: Place, at: number): Core | null {
  const { tokens, lexicon } = place;
  const token = tokens[at];
  if (token === undefined || token.kind === "sign") return null;
  if (isOtherWord(place, at)) return null;
  const counted = withEnding(place, numberAt(place, at));
  if (token.kind === "figure" && counted === null) return figureAt(place, at);
  if (counted === null) {
    if (lexicon.pairs.has(token.text))
      return { values: ["2"], reliance: "faint", inFigures: false, end: at + 1, whole: null };
    const share = lexicon.shares.get(token.text);
    if (share === undefined) return null;
    return { values: [fractionOf(1, share)], reliance: "doubtful", inFigures: false, end: at + 1, whole: null };
  }
  const share = counted.ordinal ? ordinalShare(place, counted) : shareAfter(place, counted);
  if (share !== null) return share;
  const half = counted.ordinal ? null : halfAfter(place, counted.end);
  if (half !== null)
    return {
      values: [fractionOf(counted.value * 2 + 1, 2)],
      reliance: "sure",
      inFigures: false,
      end: half,
      whole: null,
    };
  const alone = counted.end === at + 1;
  const small = alone && counted.value <= 2;
  const reliance: Reliance =
    counted.homograph || (alone && counted.value === 1)
      ? "faint"
      : counted.ordinal || small || counted.value === 0
        ? "doubtful"
        : "sure";
  return {
    values: [fractionOf(counted.value)],
    reliance,
    inFigures: token.kind === "figure",
    end: counted.end,
    whole: counted.value,
    soft: counted.ordinal,
  };
}

/** “سی‌ام”: the ending of an ordinal that stands by itself. */
function withEnding({ tokens, lexicon }: Place, counted: Counted | null): Counted | null {
  const next = counted === null ? undefined : tokens[counted.end];
  if (counted === null || counted.ordinal || !lexicon.joinsTens || next?.text !== "ام" || !isBeside(next))
    return counted;
  return { ...counted, end: counted.end + 1, ordinal: true };
}

function figureAt({ tokens, lexicon, english }: Place, at: number): Core | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const before = tokens[at - 1];
  // “B52” and “§4a” name things; they count nothing.
  if (before?.kind === "word" && token.gap === "") return null;
  const figure = readFigure(token.text, { english });
  const ending = tokens[at + 1];
  const ordinal = ending?.gap === "" && lexicon.ordinalEnding.test(ending.text);
  const end = ordinal ? at + 2 : at + 1;
  const half = halfAfter({ tokens, lexicon }, end);
  const whole = /^\d+$/u.test(token.text) ? Number(token.text) : null;
  if (half !== null && whole !== null)
    return { values: [fractionOf(whole * 2 + 1, 2)], reliance: "sure", inFigures: true, end: half, whole: null };
  if (whole !== null) {
    const share = shareAfter({ tokens, lexicon }, { value: whole, end });
    if (share !== null && !ordinal) return { ...share, inFigures: true };
  }
  return { values: figure.values, reliance: figure.sure ? "sure" : "doubtful", inFigures: true, end, whole };
}

type Words = Pick<Place, "tokens" | "lexicon">;

/** “two thirds”, “دو سوم”, “دو ثلث”, “دو بر سه”, “دوه پر درې”, “دوه درېیمې برخې”. */
function shareAfter(
  { tokens, lexicon }: Words,
  { value, end }: { readonly value: number; readonly end: number },
): Core | null {
  const next = tokens[end];
  if (!isBeside(next) || value < 1) return null;
  const share = (denominator: number, to: number, reliance: Reliance = "sure"): Core | null =>
    value < denominator
      ? { values: [fractionOf(value, denominator)], reliance, inFigures: false, end: to, whole: null }
      : null;
  const part = lexicon.parts.get(next.text) ?? lexicon.shares.get(next.text);
  if (part !== undefined) return share(part, end + 1);
  if (lexicon.bareMultipliers && (next.text === "بر" || next.text === "پر")) {
    const under = isBeside(tokens[end + 1]) ? numberAt({ tokens, lexicon }, end + 1) : null;
    return under === null ? null : share(under.value, under.end);
  }
  const under = numberAt({ tokens, lexicon }, end);
  if (under === null || !under.ordinal || under.value < 3) return null;
  const after = tokens[under.end];
  if (!lexicon.bareMultipliers) {
    // “one third to Lowland” is a share; “one third party” is not.
    const free = !isBeside(after) || /^(?:of|to|and|or|for|by|each|goes|go)$/u.test(after.text);
    return value === 1 && under.end === end + 1 ? share(under.value, under.end, free ? "sure" : "doubtful") : null;
  }
  return under.end === end + 1 ? share(under.value, under.end) : null;
}

/** “درېیمه برخه” is the third part, or a third of it. */
function ordinalShare(
  { tokens, lexicon }: Words,
  { value, end }: { readonly value: number; readonly end: number },
): Core | null {
  const next = tokens[end];
  if (!lexicon.unitBeforeTen || value < 3 || !isBeside(next) || !/^(?:برخه|برخی|حصه|حصی)$/u.test(next.text))
    return null;
  return {
    values: [fractionOf(1, value), fractionOf(value)],
    reliance: "doubtful",
    inFigures: false,
    end,
    whole: null,
  };
}

/** The token after “and a half”, “و نیم” or “نیم”. */
function halfAfter({ tokens, lexicon }: Words, at: number): number | null {
  const said = (offset: number): string => (isBeside(tokens[at + offset]) ? (tokens[at + offset]?.text ?? "") : "");
  if (!lexicon.bareMultipliers) return said(0) === "and" && said(1) === "a" && said(2) === "half" ? at + 3 : null;
  const isHalf = (word: string): boolean => /^نیم(?:ه|ی|و)?$/u.test(word);
  if (said(0) === lexicon.joiner && isHalf(said(1))) return at + 2;
  return lexicon.unitBeforeTen && isHalf(said(0)) ? at + 1 : null;
}

/** The unit after a number, “calendar” or “(30)” between them left aside. */
function unitAt({ tokens, lexicon }: Place, at: number): { readonly unit: Unit | null; readonly end: number } {
  const none = { unit: null, end: at };
  for (let next = at; next < at + 3; next += 1) {
    const token = tokens[next];
    if (!isBeside(token)) return none;
    if (token.kind === "sign" || lexicon.percent.test(token.text)) return { unit: "percent", end: next + 1 };
    if (token.text === "per" && tokens[next + 1]?.text === "cent") return { unit: "percent", end: next + 2 };
    const unit = lexicon.units.find(([, words]) => words.test(token.text))?.[0];
    if (unit !== undefined) return { unit, end: next + 1 };
    if (!lexicon.between.test(token.text)) return none;
  }
  return none;
}

function relianceIn({ tokens, lexicon }: Place, core: Core, at: number): Reliance {
  if (core.inFigures || core.values.some((value) => value.includes("/"))) return core.reliance;
  const [after, before] = [tokens[core.end], tokens[at - 1]];
  const beside = isBeside(after) ? after.text : "";
  const before2 = isBeside(tokens[at]) ? (before?.text ?? "") : "";
  if (core.reliance === "faint" && core.whole !== 1 && lexicon.counted.test(beside)) return "doubtful";
  if (/^(?:جانبه|گانه|اړخیز)$/u.test(beside)) return "faint";
  if (core.whole !== null && core.whole <= 3 && lexicon.sides.test(beside) && (core.whole <= 2 || core.soft === true))
    return "faint";
  if (core.whole === 2 && before2 === "هر") return "faint";
  return core.reliance;
}

/** Names of weekdays, of a language, and numbers made vague. */
function isOtherWord({ tokens, lexicon }: Place, at: number): boolean {
  const [token, after, before] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  if (token === undefined) return true;
  const next = isBeside(after) ? after.text : "";
  if (next === "شنبه") return true;
  if (before !== undefined && isBeside(token) && lexicon.vague.has(before.text)) return true;
  // “سلو” in “په سلو کې ۲۵” is a part of “percent”, and “دري” is also the name of the language Dari.
  if (lexicon.unitBeforeTen && token.text === "سلو" && next === "کی" && before?.text === "په") return true;
  return (
    lexicon.unitBeforeTen &&
    token.text === "دری" &&
    (/^ژب/u.test(next) || tokens[at - 2]?.text === "پښتو" || tokens[at + 2]?.text === "پښتو")
  );
}

function hundredth(value: string): string {
  const [numerator = "0", denominator = "1"] = value.split("/");
  return fractionOf(Number(numerator), Number(denominator) * 100);
}
