import type { MonthEndRule } from "@parley/calendar";
import type { When } from "../model.ts";

/**
 * A day plus a length, on day numbers alone. It gives what `addLength` of `@parley/calendar` gives, without writing and reading
 * a text for each of the millions of days of a large register.
 */

/** The days 0001-01-01 and 9999-12-31. */
export const firstDay = -719_162;
const lastDay = 2_932_896;

/** A day that is never reached, such as that of a moment that has not happened. */
export const never = 2 ** 30;
/** Before every day. */
export const ever = -(2 ** 30);
/** A day that cannot be told: it needs a rule for the end of the month, or lies outside the calendar. */
export const untold = 2 ** 30 + 1;

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

function daysIn(year: number, month: number): number {
  return month === 1 && isLeap(year) ? 29 : (daysBefore[month + 1] ?? 0) - (daysBefore[month] ?? 0);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The first day of a month, months counted from 0. */
function firstOf(year: number, month: number): number {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return firstDay + past * 365 + leaps + (daysBefore[month] ?? 0) + (month > 1 && isLeap(year) ? 1 : 0);
}

/** Year, month from 0, and day of the month from 1, as year * 512 + month * 32 + day. */
function partsOf(day: number): number {
  let year = Math.floor((day - firstDay) / 365.2425) + 1;
  if (firstOf(year + 1, 0) <= day) year += 1;
  else if (firstOf(year, 0) > day) year -= 1;
  const inYear = day - firstOf(year, 0);
  let month = Math.min(11, Math.floor(inYear / 29));
  while (firstOf(year, month) > day) month -= 1;
  return year * 512 + month * 32 + (day - firstOf(year, month) + 1);
}

/** Months, then days, and what is meant when a day of the month does not exist. */
export interface Step {
  readonly months: number;
  readonly days: number;
  readonly rule: MonthEndRule | null;
}

/** The day so many times a step after a day (before it, where negative); `untold` where it needs a rule and has none. */
export function dayPlus(day: number, step: Step, times: number): number {
  if (day < firstDay || day > lastDay) return untold;
  const { rule } = step;
  const months = step.months * times;
  let sum = day;
  if (months !== 0) {
    const parts = partsOf(day);
    const onDay = parts % 32;
    const index = Math.floor(parts / 512) * 12 + (Math.floor(parts / 32) % 16) + months;
    const year = Math.floor(index / 12);
    const month = index - year * 12;
    if (year < 1 || year > 9999) return untold;
    const length = daysIn(year, month);
    if (onDay > length && rule === null) return untold;
    sum = firstOf(year, month) + Math.min(onDay, length) - 1;
    if (onDay > length && rule === "first-day-of-next-month") sum += 1;
  }
  sum += step.days * times;
  return sum < firstDay || sum > lastDay ? untold : sum;
}

/** The day that is meant, from the day of its anchor; `untold` also where the length has hours, which no day can take. */
export function dayMeant({ offset, rule }: When, anchor: number): number {
  if (offset === null) return anchor;
  const { months, days, hours } = offset.length;
  return hours === 0 ? dayPlus(anchor, { months, days, rule }, offset.sign) : untold;
}

/** Whether some multiple of so many months after a day falls into a month that may be too short; a February has 28 days here. */
export function asksForRule(day: number, months: number): boolean {
  if (months === 0) return false;
  const parts = partsOf(day);
  const onDay = parts % 32;
  if (onDay <= 28) return false;
  let month = Math.floor(parts / 32) % 16;
  for (let k = 0; k < 12; k += 1) {
    if (onDay > daysIn(1, month)) return true;
    month = (month + months) % 12;
  }
  return false;
}
