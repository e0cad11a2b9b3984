import {
  civilDate,
  dateOfDay,
  dayNumberOf,
  daysInSolarHijriMonth,
  isSolarHijriLeapYear,
  lunarHijriDays,
  lunarHijriOf,
  solarHijriDay,
  solarHijriOf,
  solarHijriYears,
} from "@parley/calendar";
import { describe, expect, it } from "vitest";
import { equinoxNewYear } from "./equinox.ts";

const [first, last] = [dayNumberOf(civilDate("1850-01-01")), dayNumberOf(civilDate("2100-12-31"))];

/** Year, month and day of the runtime's own calendar. */
function runtimeCalendar(calendar: string): (day: number) => string {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  return (day) => {
    const parts = new Map(format.formatToParts(day * 86_400_000).map(({ type, value }) => [type, value]));
    return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  };
}

const said = (date: { year: number; month: number; day: number } | null): string =>
  date === null ? "none" : `${date.year}-${date.month}-${date.day}`;

describe("Solar Hijri", () => {
  it("CAL-14: is the runtime's Persian calendar on every day of 1850 to 2100, both ways", () => {
    const runtime = runtimeCalendar("persian");
    const wrong: string[] = [];
    for (let day: number = first; day <= last; day += 1) {
      const date = solarHijriOf(day);
      if (said(date) !== runtime(day) || date === null || solarHijriDay(date) !== day) wrong.push(dateOfDay(day));
    }
    expect(wrong).toEqual([]);
  });

  it("CAL-14: begins each year on the day of the equinox, reckoned apart, from 1178 to 1501", () => {
    const wrong: number[] = [];
    for (let year: number = solarHijriYears.first; year <= solarHijriYears.last; year += 1)
      if (solarHijriDay({ year, month: 1, day: 1 }) !== equinoxNewYear(year)) wrong.push(year);
    expect(wrong).toEqual([]);
  });

  it("CAL-14: published days of Nowruz and leap years", () => {
    const nowruz: readonly (readonly [number, string])[] = [
      [1358, "1979-03-21"],
      [1376, "1997-03-21"],
      [1379, "2000-03-20"],
      [1380, "2001-03-21"],
      [1391, "2012-03-20"],
      [1395, "2016-03-20"],
      [1399, "2020-03-20"],
      [1400, "2021-03-21"],
      [1403, "2024-03-20"],
      [1404, "2025-03-21"],
      [1405, "2026-03-21"],
    ];
    for (const [year, day] of nowruz) expect(dateOfDay(solarHijriDay({ year, month: 1, day: 1 }) ?? 0)).toBe(day);
    const leap = [1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408];
    const ours = Array.from({ length: 58 }, (_, index) => 1352 + index).filter(isSolarHijriLeapYear);
    expect(ours).toEqual(leap);
  });

  it("CAL-14: a day that does not exist, or lies outside the bounds, has no number", () => {
    expect(daysInSolarHijriMonth({ year: 1398, month: 12 })).toBe(29);
    expect(solarHijriDay({ year: 1398, month: 12, day: 30 })).toBe(null);
    expect(solarHijriDay({ year: 1399, month: 12, day: 30 })).not.toBe(null);
    for (const date of [
      { year: 1177, month: 1, day: 1 },
      { year: 1502, month: 1, day: 1 },
      { year: 1400, month: 0, day: 1 },
      { year: 1400, month: 13, day: 1 },
      { year: 1400, month: 7, day: 31 },
      { year: 1400, month: 1, day: 0 },
    ])
      expect(solarHijriDay(date)).toBe(null);
    expect(solarHijriOf((solarHijriDay({ year: 1178, month: 1, day: 1 }) ?? 0) - 1)).toBe(null);
    expect(solarHijriOf((solarHijriDay({ year: 1501, month: 12, day: 29 }) ?? 0) + 2)).toBe(null);
  });
});

describe("lunar Hijri", () => {
  it("CAL-16: the tables are the runtime's two arithmetic calendars on every day of 1850 to 2100", () => {
    const [friday, thursday] = [runtimeCalendar("islamic-civil"), runtimeCalendar("islamic-tbla")];
    const wrong: string[] = [];
    for (let day: number = first; day <= last; day += 1)
      if (
        said(lunarHijriOf(day, "tabular")) !== friday(day) ||
        said(lunarHijriOf(day, "tabular-thursday")) !== thursday(day)
      )
        wrong.push(dateOfDay(day));
    expect(wrong).toEqual([]);
  });

  it("CAL-16: every rule's day is among the possible days, with one day before the first and after the last", () => {
    const wrong: string[] = [];
    for (let day: number = first; day <= last; day += 3)
      for (const rule of ["tabular", "tabular-thursday", "umm-al-qura"] as const) {
        const date = lunarHijriOf(day, rule);
        if (date === null) continue;
        const days = lunarHijriDays(date);
        const ruled = days.filter(({ by }) => !by.includes("sighting")).map((each) => each.day);
        const onDay = days.find((each) => each.day === day);
        if (onDay?.by.includes(rule) !== true) wrong.push(`${dateOfDay(day)} ${rule}`);
        if (date.day < 30 && days[0]?.day !== Math.min(...ruled) - 1) wrong.push(`${dateOfDay(day)} before`);
        if (date.day < 30 && days.at(-1)?.day !== Math.max(...ruled) + 1) wrong.push(`${dateOfDay(day)} after`);
        if (days.length > 6) wrong.push(`${dateOfDay(day)} ${days.length}`);
      }
    expect(wrong).toEqual([]);
  });

  it("CAL-16: the opening days of Doha in three calendars", () => {
    const signed = dayNumberOf(civilDate("2020-02-29"));
    expect(solarHijriOf(signed)).toEqual({ year: 1398, month: 12, day: 10 });
    expect(lunarHijriDays({ year: 1441, month: 7, day: 5 }).find(({ day }) => day === signed)?.by).toEqual([
      "tabular",
      "umm-al-qura",
    ]);
    const talks = dayNumberOf(civilDate("2020-09-12"));
    expect(solarHijriOf(talks)).toEqual({ year: 1399, month: 6, day: 22 });
    expect(lunarHijriDays({ year: 1442, month: 1, day: 24 }).find(({ day }) => day === talks)?.by).toEqual([
      "tabular",
      "umm-al-qura",
    ]);
  });

  it("CAL-16: a thirtieth that no rule has may come by the eye; beyond the bounds there is nothing", () => {
    expect(lunarHijriDays({ year: 1441, month: 2, day: 30 }).some(({ by }) => by.includes("sighting"))).toBe(true);
    for (const date of [
      { year: 999, month: 1, day: 1 },
      { year: 1701, month: 1, day: 1 },
      { year: 1441, month: 13, day: 1 },
      { year: 1441, month: 1, day: 31 },
      { year: 1441, month: 1, day: 0 },
    ])
      expect(lunarHijriDays(date)).toEqual([]);
    expect(lunarHijriDays({ year: 1200, month: 1, day: 1 }).flatMap(({ by }) => by)).not.toContain("umm-al-qura");
  });
});
