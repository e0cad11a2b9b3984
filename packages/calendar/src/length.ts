import { type CivilDate, dateOfDay, dayNumberOf, daysInMonth, partsOf } from "./civil-date.ts";

/** A length of time as an agreement writes it. Months and days are kept apart, since a month has no fixed days. */
export interface Length {
  /** Whole months, a year being twelve; 0 or more. */
  readonly months: number;
  /** Whole days, a week being seven; 0 or more. */
  readonly days: number;
  /** Whole hours; 0 or more. */
  readonly hours: number;
}

/** What to do when the day of the month does not exist, as one month after 31 January. There is no default. */
export type MonthEndRule = "last-day-of-month" | "first-day-of-next-month";

/** The result of adding months: a date, or the day that does not exist and so needs a rule. */
export type Added =
  | { readonly ok: true; readonly date: CivilDate }
  | { readonly ok: false; readonly missingDay: string; readonly message: string };

const lengthPattern =
  /^\s*(?:(\d{1,5})\s*years?)?\s*(?:(\d{1,5})\s*months?)?\s*(?:(\d{1,5})\s*weeks?)?\s*(?:(\d{1,6})\s*days?)?\s*(?:(\d{1,6})\s*hours?)?\s*$/u;

/** Reads "90 days", "14 months", "1 year 6 months", "72 hours". Gives null for anything else, and for fractions. */
export function parseLength(text: string): Length | null {
  const match = lengthPattern.exec(text);
  if (match === null || text.trim() === "") return null;
  const [years, months, weeks, days, hours] = match.slice(1).map((part) => Number(part ?? 0));
  return { months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0), hours: hours ?? 0 };
}

/** "14 months", "1 day", "2 months 3 days"; a length of nothing is "0 days". */
export function formatLength({ months, days, hours }: Length): string {
  const said = [count(months, "month"), count(days, "day"), count(hours, "hour")].filter((part) => part !== "");
  return said.length === 0 ? "0 days" : said.join(" ");
}

/** "1 day", "2 days"; nothing for zero. */
function count(n: number, noun: string): string {
  return n === 0 ? "" : `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/**
 * The date a length after (or, with `sign` -1, before) a date: months first, then days. D + 90 days is the 90th day after D. A
 * length with hours has no place among civil dates and throws a RangeError. A day that does not exist is not
 * guessed: without a rule it is refused (the rules are those of Catala's dates-calc).
 */
export function addLength(
  date: CivilDate,
  length: Length,
  { rule, sign = 1 }: { readonly rule?: MonthEndRule | undefined; readonly sign?: 1 | -1 } = {},
): Added {
  if (length.hours !== 0) throw new RangeError("A length with hours cannot be added to a civil date; use moments.");
  const { year, month, day } = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + sign * length.months;
  const target = { year: Math.floor(monthIndex / 12), month: (((monthIndex % 12) + 12) % 12) + 1 };
  const lastDay = daysInMonth(target);
  const text = (d: number) =>
    `${String(target.year).padStart(4, "0")}-${String(target.month).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  let shift = 0;
  let onDay = day;
  if (day > lastDay) {
    if (rule === undefined) {
      const message = `${formatLength({ ...length, days: 0 })} ${sign === 1 ? "after" : "before"} ${date} would be ${text(day)}, a day that does not exist`;
      return { ok: false, missingDay: text(day), message };
    }
    onDay = lastDay;
    shift = rule === "first-day-of-next-month" ? 1 : 0;
  }
  const start = dayNumberOf(text(onDay) as CivilDate);
  return { ok: true, date: dateOfDay(start + shift + sign * length.days) };
}

/**
 * The fewest and the most days that a length can span, over every starting date of the Gregorian calendar, when it
 * is not anchored. Hours count as begun days at the most. Exact: the calendar repeats every 400 years (4,800 months).
 */
export function daysSpanned(length: Length): { readonly daysMin: number; readonly daysMax: number } {
  const whole = Math.floor(length.hours / 24);
  const begun = Math.ceil(length.hours / 24);
  if (length.months === 0) return { daysMin: length.days + whole, daysMax: length.days + begun };
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let start = 0; start < 4800; start += 1) {
    const from = { year: 2000 + Math.floor(start / 12), month: (start % 12) + 1 };
    const end = start + length.months;
    const to = { year: 2000 + Math.floor(end / 12), month: (end % 12) + 1 };
    const span = firstOf(to) - firstOf(from);
    // A start late in a long month may end on the last day of a shorter one, which only shortens the span.
    const cut = Math.max(0, daysInMonth(from) - daysInMonth(to));
    least = Math.min(least, span - cut);
    most = Math.max(most, span);
  }
  return { daysMin: least + length.days + whole, daysMax: most + length.days + begun };
}

function firstOf({ year, month }: { readonly year: number; readonly month: number }): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}
