import { type CivilDate, dateOfDay, longDate } from "@parley/calendar";

/** Minutes of the timetable, counted from the start of 1970-01-01, as civil days. */

const minutesPerDay = 1440;

/** The day that a moment falls on; null outside the years 1 to 9999, where there is no civil date to show. */
export function dayAt(moment: number): CivilDate | null {
  try {
    return dateOfDay(Math.floor(moment / minutesPerDay));
  } catch {
    return null;
  }
}

/** The day in words. */
export function dayWords(moment: number): string {
  const day = dayAt(moment);
  return day === null ? "a day outside the calendar" : longDate(day);
}
