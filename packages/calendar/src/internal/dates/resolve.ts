import { type DayNumber, daysInMonth } from "../../civil-date.ts";
import { lunarHijriDays, lunarHijriYears, type PossibleDay } from "../../lunar-hijri.ts";
import { type DateParts, daysInSolarHijriMonth, solarHijriDay, solarHijriYears } from "../../solar-hijri.ts";
import type { Calendar } from "./month-names.ts";
import { eras } from "./patterns.ts";

/** Before this year Afghan months had 29 to 32 days, as the sun stood in the signs (Encyclopaedia Iranica, “Calendars”). */
const monthsFixedFrom = 1336;

const calendarOfEra: readonly (readonly [RegExp, Calendar])[] = [
  [new RegExp(`^(?:${eras.solar})\\.?$`, "u"), "solar-hijri"],
  [new RegExp(`^(?:${eras.lunar})\\.?$`, "u"), "lunar-hijri"],
  [new RegExp(`^(?:${eras.gregorian})\\.?$`, "u"), "gregorian"],
];

/** The calendar that a mark after the year names; null for none, and for one that says only “Hijri”. */
export function eraCalendar(mark: string | undefined): Calendar | null {
  if (mark === undefined) return null;
  return calendarOfEra.find(([pattern]) => pattern.test(mark.trim()))?.[1] ?? null;
}

export const calendarNames: Readonly<Record<Calendar, string>> = {
  gregorian: "Gregorian",
  "solar-hijri": "Solar Hijri",
  "lunar-hijri": "lunar Hijri",
};

/** The days on which a date may fall, or why it falls on none. */
export function daysOf(calendar: Calendar, parts: DateParts): readonly PossibleDay[] | string {
  const name = `year ${parts.year} of the ${calendarNames[calendar]} calendar`;
  if (calendar === "gregorian") {
    if (parts.year < 1000 || parts.year > 9999) return `The ${name} is not read.`;
    if (parts.month > 12 || parts.day < 1 || parts.day > daysInMonth(parts)) return "There is no such day.";
    const day = Date.UTC(parts.year, parts.month - 1, parts.day) / 86_400_000;
    return [{ day: day as DayNumber, by: ["gregorian"] }];
  }
  if (calendar === "lunar-hijri") {
    if (parts.year < lunarHijriYears.first || parts.year > lunarHijriYears.last) return `The ${name} is not read.`;
    const days = lunarHijriDays(parts);
    return days.length === 0 ? "There is no such day." : days;
  }
  if (parts.year < solarHijriYears.first || parts.year > solarHijriYears.last) return `The ${name} is not read.`;
  const day = solarHijriDay(parts);
  if (day === null) {
    const last = parts.month >= 1 && parts.month <= 12 ? daysInSolarHijriMonth(parts) : null;
    return last === null ? "There is no such month." : `That month has ${last} days in ${parts.year}.`;
  }
  if (parts.year >= monthsFixedFrom) return [{ day, by: ["equinox"] }];
  return [-2, -1, 0, 1, 2].map((shift) => ({
    day: (day + shift) as DayNumber,
    by: shift === 0 ? ["equinox"] : ["zodiac"],
  }));
}
