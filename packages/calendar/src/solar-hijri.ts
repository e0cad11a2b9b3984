import type { DayNumber } from "./civil-date.ts";
import { civilDate, dayNumberOf } from "./civil-date.ts";

/** Year, month from 1 and day from 1 of a calendar that the context names. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The years of the Solar Hijri calendar within which the rule of 33 years gives the day of the spring equinox. */
export const solarHijriYears = { first: 1178, last: 1501 } as const;

const newYear1400 = dayNumberOf(civilDate("2021-03-21"));

/**
 * Whether the last month of a Solar Hijri year has 30 days. Eight years in 33: exact for the years of `solarHijriYears`, where it
 * agrees with the equinox reckoned for noon at 52.5° east, on which the calendar of Iran and Afghanistan rests.
 */
export function isSolarHijriLeapYear(year: number): boolean {
  return (25 * year + 11) % 33 < 8;
}

/** Days in a Solar Hijri month: six of 31, five of 30, the last of 29 or 30. Months count from 1. */
export function daysInSolarHijriMonth({ year, month }: { readonly year: number; readonly month: number }): number {
  if (month <= 6) return 31;
  return month <= 11 || isSolarHijriLeapYear(year) ? 30 : 29;
}

/**
 * The day of a Solar Hijri date, by the months of today; null for a date that does not exist or lies outside `solarHijriYears`. Before
 * 1336 (1957) Afghan months followed the zodiac, so that a date of those years may have been a day or two off.
 */
export function solarHijriDay({ year, month, day }: DateParts): DayNumber | null {
  if (year < solarHijriYears.first || year > solarHijriYears.last || month < 1 || month > 12 || day < 1) return null;
  if (day > daysInSolarHijriMonth({ year, month })) return null;
  const before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
  return (newYearOf(year) + before + day - 1) as DayNumber;
}

/** The Solar Hijri date of a day; null outside `solarHijriYears`. */
export function solarHijriOf(day: number): DateParts | null {
  let year = 1400 + Math.floor((day - newYear1400) / 365.2422);
  if (day >= newYearOf(year + 1)) year += 1;
  if (day < newYearOf(year)) year -= 1;
  if (year < solarHijriYears.first || year > solarHijriYears.last) return null;
  const past = day - newYearOf(year);
  const month = past < 186 ? Math.floor(past / 31) : 6 + Math.floor((past - 186) / 30);
  const before = month <= 6 ? 31 * month : 186 + 30 * (month - 6);
  return { year, month: month + 1, day: past - before + 1 };
}

function newYearOf(year: number): number {
  return newYear1400 + 365 * (year - 1400) + leapYearsBefore(year) - leapYearsBefore(1400);
}

/** Leap years from year 1 up to the one before `year`: eight in each cycle, and those begun in this one. */
function leapYearsBefore(year: number): number {
  const cycles = Math.floor((year - 1) / 33);
  let leaps = cycles * 8;
  for (let each = cycles * 33 + 1; each < year; each += 1) if (isSolarHijriLeapYear(each)) leaps += 1;
  return leaps;
}
