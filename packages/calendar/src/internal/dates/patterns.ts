import { dayWordsPattern, type WordLanguage } from "./day-words.ts";
import { monthPattern } from "./month-names.ts";
import { weekdayPattern } from "./weekday-names.ts";

/** The ways in which a date stands in prose or in figures, each with the groups that it names. */
export interface DatePatterns {
  /** A whole date: `day`, `month`, `year`, perhaps `weekday` and `era`; figures: `a`, `b`, `c`. */
  readonly whole: readonly RegExp[];
  /** A date with something left out, to be told and not compared. */
  readonly part: readonly RegExp[];
  /** The same where a text names no month: figures and years alone. */
  readonly withoutMonth: { readonly whole: readonly RegExp[]; readonly part: readonly RegExp[] };
}

const notBefore = "(?<![\\p{L}\\p{M}\\d]|\\d[.,/-])";
const notAfter = "(?![\\p{L}\\p{M}\\d])";
// Every run is bounded, so that a long stretch of spaces costs no more than its length.
const gap = "[\\s\\u200c]{1,4}";
const soft = "[\\s\\u200c,،-]{0,4}";
const some = "[\\s\\u200c]{0,3}";

export const eras = {
  solar:
    "ه\\s?\\.?\\s?ش|هجری\\s{1,3}(?:شمسی|خورشیدی|لمریز)|(?:شمسی|خورشیدی|لمریز)(?:\\s{1,3}هجری)?|solar hijri|hijri shamsi|shamsi|sh|ap",
  lunar: "ه\\s?\\.?\\s?ق|هجری\\s{1,3}(?:قمری|سپوږمیز)|قمری|سپوږمیز|lunar hijri|hijri qamari|qamari|ah",
  gregorian: "میلادی|عیسوی|زیږدیز|ad|ce",
  /** Says nothing of which of the two Hijri calendars. */
  open: "هجری|hijri|ه",
} as const;

const era = `(?:${eras.solar}|${eras.lunar}|${eras.gregorian}|${eras.open})\\.?`;
const month = `(?<month>${monthPattern})${notAfter}(?:\\s{0,3}\\([^()\\d]{1,24}\\))?`;
const year = `(?<year>\\d{3,4})(?:م|مه|ل)?(?![\\p{L}\\d]|[./]\\d)`;
const eraAfter = `(?:\\s{0,3}[(،,]?\\s{0,3}(?<era>${era})${notAfter})?`;
const weekdayAfter = `(?:${soft}(?<weekday>${weekdayPattern})${notAfter})?`;
const yearWords = `(?:${some}[,،-]?${some}(?:in|of|the|year|سال|د|کال)(?![\\p{L}])){0,4}`;
const monthWords = `(?:${gap}(?:day|of|the|in|روز|ورځ|نیټه|د|از|ماه|برج|میاشتی?)(?![\\p{L}])){0,4}`;
const monthAfter = "(?:\\s{1,3}(?:ماه|میاشتی?)(?![\\p{L}]))?";
const dayAfter = "(?:[\\s\\u200c]{0,3}(?:مه|می|م|نیټه|نیټی|ورځ)(?![\\p{L}]))?";

/**
 * What may stand right before a whole date: a weekday, or the mark of a calendar. It is looked for only where a date was found,
 * since a pattern that begins with digits or a month is quick to pass over other words.
 */
export const beforeDate = new RegExp(
  `${notBefore}(?:(?<weekday>${weekdayPattern})${notAfter}${soft})?(?:(?:the|د)\\s{1,3})?(?:(?<era>${era})\\s{1,3})?$`,
  "u",
);

/** Whether a text names a month at all; most do not. */
export const anyMonth = new RegExp(`(?<![\\p{L}\\p{M}])(?:${monthPattern})${notAfter}`, "u");

const made = new Map<WordLanguage, DatePatterns>();

/** The patterns for the words of one language; figures and names of months are the same in all. */
export function datePatterns(language: WordLanguage): DatePatterns {
  const known = made.get(language);
  if (known !== undefined) return known;
  const suffix = "(?:st|nd|rd|th|[\\s\\u200c]?(?:مه|می|م|ام)(?![\\p{L}]))?";
  const day = `${notBefore}(?<day>\\d{1,2}(?!\\d)${suffix}|(?:${dayWordsPattern(language)})ه?${notAfter})`;
  const source = {
    dayFirst: `${day}${monthWords}[\\s\\u200c.-]{1,4}${month}${monthAfter}${yearWords}${soft}${year}${eraAfter}`,
    monthFirst: `${notBefore}${month}${gap}(?:the )?${day}${soft}${yearWords}${soft}${year}${eraAfter}`,
    yearFirst: `${notBefore}${year}${eraAfter}(?:\\s{0,3}(?:کال|سال|ل)(?![\\p{L}]))?${soft}(?:د\\s{1,3})?${month}${monthAfter}${gap}(?:(?:د|پر|په|له)\\s{1,3})?${day}${dayAfter}${weekdayAfter}`,
    figures: `${notBefore}(?<a>\\d{1,4})(?<mark>[/.-])(?<b>\\d{1,2})\\k<mark>(?<c>\\d{1,4})(?!\\d|[./-]\\d)${eraAfter}`,
    dayMonth: `${day}${monthWords}${gap}${month}`,
    monthDay: `${notBefore}${month}${gap}(?:(?:د|پر|په|له)\\s{1,3})?${day}`,
    monthYear: `${notBefore}${month}${monthAfter}${yearWords}${soft}${year}${eraAfter}`,
    yearMonth: `${notBefore}${year}${eraAfter}(?:\\s{0,3}(?:کال|سال|ل)(?![\\p{L}]))?${soft}(?:د\\s{1,3})?${month}`,
    namedYear: `${notBefore}(?:(?:year|سال)\\s{1,3}${year}${eraAfter}|(?<year2>\\d{3,4})م?\\s{0,3}(?:(?<era2>${era})${notAfter}\\s{0,3}(?:کال)?|کال(?![\\p{L}])))`,
  };
  const { dayFirst, monthFirst, yearFirst, figures, namedYear, ...part } = source;
  const all = (sources: readonly string[]): readonly RegExp[] => sources.map((pattern) => new RegExp(pattern, "gu"));
  const withoutMonth = { whole: all([figures]), part: all([namedYear]) };
  const patterns: DatePatterns = {
    whole: [...all([dayFirst, monthFirst, yearFirst]), ...withoutMonth.whole],
    part: [...all(Object.values(part)), ...withoutMonth.part],
    withoutMonth,
  };
  made.set(language, patterns);
  return patterns;
}
