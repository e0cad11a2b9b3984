import { dayNamed, type WordLanguage, wordLanguage } from "./internal/dates/day-words.ts";
import { alsoOtherWords, type Calendar, monthNamed } from "./internal/dates/month-names.ts";
import { anyMonth, beforeDate, datePatterns } from "./internal/dates/patterns.ts";
import { calendarNames, daysOf, eraCalendar } from "./internal/dates/resolve.ts";
import { weekdayNamed } from "./internal/dates/weekday-names.ts";
import type { PossibleDay } from "./lunar-hijri.ts";
import { plainScript } from "./script.ts";
import type { DateParts } from "./solar-hijri.ts";

export type { Calendar } from "./internal/dates/month-names.ts";

/** A stretch of a string, in UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A date found in words, with every day on which it may fall. */
export interface ReadDate extends DateParts {
  readonly calendar: Calendar;
  /** False when neither a month's name nor a mark names the calendar, and only the size of the year tells it. */
  readonly calendarSaid: boolean;
  /** The day of the week that stands beside it, 0 for Sunday; null when none does. */
  readonly weekday: number | null;
  readonly text: string;
  readonly span: Stretch;
  /** One day for a Gregorian or Solar Hijri date; for a lunar one, and a Solar Hijri one before 1336, several. Never empty. */
  readonly dayNumbers: readonly PossibleDay[];
}

/** Words that look like a date and give no day for sure, with the reason as a sentence. */
export interface UnreadDate {
  readonly text: string;
  readonly span: Stretch;
  readonly why: string;
}

/**
 * Every whole date in a text, in order. Months by name in English, Dari, Pashto, Persian and Arabic, days of the month in digits or words
 * of the language (a BCP 47 tag; English words where it is another), and figures where they can be read in one way. Nothing
 * is guessed: what is incomplete, impossible or ambiguous is not here but in `datesIn`. Never throws. Near to linear.
 */
export function readDates(text: string, language: string): readonly ReadDate[] {
  return datesIn(text, language).dates;
}

/** The dates of `readDates`, and what looks like a date and is none for sure; no two overlap. */
export function datesIn(
  text: string,
  language: string,
): { readonly dates: readonly ReadDate[]; readonly unread: readonly UnreadDate[] } {
  const dates: ReadDate[] = [];
  const unread: UnreadDate[] = [];
  if (!/\p{Nd}/u.test(text)) return { dates, unread };
  const plain = plainScript(text);
  const words = wordLanguage(language) ?? "english";
  const patterns = datePatterns(words);
  const { whole, part } = anyMonth.test(plain.text) ? patterns : patterns.withoutMonth;
  const taken = new Uint8Array(plain.text.length);
  for (const found of longestFirst(plain.text, whole)) {
    const own = stretchOf(found);
    if (isTaken(taken, own)) continue;
    const { span, before } = withBefore(plain.text, own, taken);
    const read = wholeDate(found, before, words);
    if (read === null) continue;
    taken.fill(1, span.start, span.end);
    const place = plain.spanOf(span.start, span.end);
    const said = text.slice(place.start, place.end);
    if (typeof read === "string") unread.push({ text: said, span: place, why: read });
    else dates.push({ ...read, text: said, span: place });
  }
  for (const found of longestFirst(plain.text, part)) {
    const span = stretchOf(found);
    if (isTaken(taken, span) || isOtherWord(found)) continue;
    taken.fill(1, span.start, span.end);
    const place = plain.spanOf(span.start, span.end);
    unread.push({ text: text.slice(place.start, place.end), span: place, why: missingPart(found) });
  }
  return { dates: inOrder(dates), unread: inOrder(unread) };
}

type Before = Readonly<Record<string, string | undefined>>;

/** A weekday or the mark of a calendar before a date belongs to it. */
function withBefore(
  text: string,
  own: Stretch,
  taken: Uint8Array,
): { readonly span: Stretch; readonly before: Before } {
  const from = Math.max(0, own.start - 40);
  const found = beforeDate.exec(text.slice(from, own.start));
  const before = found?.groups ?? {};
  const start = found === null ? own.start : from + found.index;
  if ((before.weekday === undefined && before.era === undefined) || taken[start] === 1 || taken[own.start - 1] === 1)
    return { span: own, before: {} };
  return { span: { start, end: own.end }, before };
}

type Found = Omit<ReadDate, "text" | "span">;

/** A date, the reason why it is none, or null for figures that are no date at all. */
function wholeDate(found: RegExpExecArray, before: Before, words: WordLanguage): Found | string | null {
  const { a, b, c, mark } = found.groups ?? {};
  const { day = "", month = "", year = "", era } = found.groups ?? {};
  const weekday = found.groups?.weekday ?? before.weekday;
  const marked = eraCalendar(era) ?? eraCalendar(before.era);
  if (a !== undefined && b !== undefined && c !== undefined) return inFigures({ a, b, c, mark: mark ?? "" }, marked);
  const named = monthNamed(month);
  const on = dayNamed(day, words);
  if (named === null || on === null) return null;
  if (marked !== null && marked !== named.calendar)
    return `The month belongs to the ${calendarNames[named.calendar]} calendar and the year is marked as ${calendarNames[marked]}.`;
  const parts = { year: Number(year), month: named.month, day: on };
  return placed(named.calendar, parts, {
    calendarSaid: true,
    weekday: weekday === undefined ? null : weekdayNamed(weekday),
  });
}

function inFigures(
  { a, b, c, mark }: { readonly a: string; readonly b: string; readonly c: string; readonly mark: string },
  marked: Calendar | null,
): Found | string | null {
  const yearFirst = a.length === 4;
  if (yearFirst === (c.length === 4))
    return !yearFirst && mark === "/" && c.length === 2 ? "The year has two figures only." : null;
  if (a.length === 3 || (yearFirst && c.length > 2)) return null;
  const year = Number(yearFirst ? a : c);
  const hijri = year >= 1250 && year <= 1500;
  if (!hijri && (year < 1500 || year > 2500)) return null;
  const calendar = marked ?? (hijri ? "solar-hijri" : "gregorian");
  const about = { calendarSaid: marked !== null || !hijri, weekday: null };
  if (yearFirst) return placed(calendar, { year, month: Number(b), day: Number(c) }, about);
  const [first, second] = [Number(a), Number(b)];
  if (first <= 12 && second <= 12 && first !== second)
    return "It can be read with the day first or with the month first.";
  return placed(calendar, { year, month: first > 12 ? second : first, day: first > 12 ? first : second }, about);
}

function placed(
  calendar: Calendar,
  parts: DateParts,
  about: { readonly calendarSaid: boolean; readonly weekday: number | null },
): Found | string {
  const dayNumbers = daysOf(calendar, parts);
  return typeof dayNumbers === "string" ? dayNumbers : { ...parts, ...about, calendar, dayNumbers };
}

/** A day or a year beside a name that is another word as well is no date without the third part. */
function isOtherWord(found: RegExpExecArray): boolean {
  const { day, month } = found.groups ?? {};
  if (month === undefined) return false;
  if (day !== undefined) return alsoOtherWords.has(month) || found[0].startsWith("میزان");
  return month === "میزان" || (alsoOtherWords.has(month) && month !== "may");
}

function missingPart(found: RegExpExecArray): string {
  const { day, month } = found.groups ?? {};
  if (month === undefined) return "It names a year and no day.";
  return day === undefined ? "It names a month and a year, and no day." : "It names a day and a month, and no year.";
}

/** All that the patterns find, each by itself, the longest first. */
function longestFirst(text: string, patterns: readonly RegExp[]): RegExpExecArray[] {
  const all: RegExpExecArray[] = [];
  for (const pattern of patterns) {
    // The patterns are large and kept; `matchAll` would copy one for every text.
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) all.push(found);
  }
  return all.sort((a, b) => b[0].length - a[0].length || a.index - b.index);
}

function stretchOf(found: RegExpExecArray): Stretch {
  return { start: found.index, end: found.index + found[0].length };
}

/** What is taken is never shorter, so that an overlap reaches one end of this stretch. */
function isTaken(taken: Uint8Array, { start, end }: Stretch): boolean {
  return taken[start] === 1 || taken[end - 1] === 1;
}

function inOrder<T extends { readonly span: Stretch }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => a.span.start - b.span.start);
}
