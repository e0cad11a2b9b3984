declare const brand: unique symbol;

/** A civil date of the proleptic Gregorian calendar, written YYYY-MM-DD, that exists. Years 0001 to 9999. */
export type CivilDate = string & { readonly [brand]: "CivilDate" };

/** Whole days since 1970-01-01, which is day 0. */
export type DayNumber = number & { readonly [brand]: "DayNumber" };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/u;
const millisecondsPerDay = 86_400_000;

/** Reads YYYY-MM-DD. Gives null for anything else and for a day that does not exist, such as 2021-02-29. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth({ year, month })) return null;
  return text as CivilDate;
}

/** A date known to be good, as in code and tests. Throws a RangeError when it does not exist. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new RangeError(`${JSON.stringify(text)} is not a date that exists, written YYYY-MM-DD.`);
  return date;
}

/** The number of days in a month, from 28 to 31. Months count from 1. */
export function daysInMonth({ year, month }: { readonly year: number; readonly month: number }): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Year, month from 1, and day of the month from 1. */
export function partsOf(date: CivilDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01. */
export function dayNumberOf(date: CivilDate): DayNumber {
  return (Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay) as DayNumber;
}

/** The date of a day number. Throws a RangeError outside the years 0001 to 9999. */
export function dateOfDay(day: number): CivilDate {
  const text = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
  return civilDate(text);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween({ from, to }: { readonly from: CivilDate; readonly to: CivilDate }): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** "12 April 2021": the day as English prose writes it. */
export function longDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${monthNames[month - 1] ?? ""} ${year}`;
}

/** "12 Apr 2021": the same, for tables and margins. */
export function shortDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${(monthNames[month - 1] ?? "").slice(0, 3)} ${year}`;
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
