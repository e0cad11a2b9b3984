import {
  addLength,
  type CivilDate,
  civilDate,
  dateOfDay,
  dayNumberOf,
  daysInMonth,
  daysSpanned,
  formatLength,
  type Length,
  type MonthEndRule,
  parseLength,
  partsOf,
} from "@parley/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const length = (parts: Partial<Length>): Length => ({ months: 0, days: 0, hours: 0, ...parts });
const rules: readonly MonthEndRule[] = ["last-day-of-month", "first-day-of-next-month"];

/** The date reached, or the day that does not exist. */
function reached(date: string, parts: Partial<Length>, rule?: MonthEndRule, sign?: 1 | -1): string {
  const added = addLength(civilDate(date), length(parts), { rule, sign: sign ?? 1 });
  return added.ok ? added.date : `none: ${added.missingDay}`;
}

/** One month on or back at a time, by turning the leaf of a calendar; the day is looked for only on the last leaf. */
function turnLeaves(date: CivilDate, months: number, rule: MonthEndRule | undefined): string | null {
  let { year, month } = partsOf(date);
  const { day } = partsOf(date);
  for (let turned = 0; turned < Math.abs(months); turned += 1) {
    month += Math.sign(months);
    if (month === 13) [year, month] = [year + 1, 1];
    if (month === 0) [year, month] = [year - 1, 12];
  }
  const on = (y: number, m: number, d: number) =>
    `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  if (day <= daysInMonth({ year, month })) return on(year, month, day);
  if (rule === undefined) return null;
  if (rule === "last-day-of-month") return on(year, month, daysInMonth({ year, month }));
  return month === 12 ? on(year + 1, 1, 1) : on(year, month + 1, 1);
}

describe("reading and writing a length", () => {
  it("CAL-06: whole years, months, weeks, days and hours, in that order", () => {
    expect(parseLength("90 days")).toEqual(length({ days: 90 }));
    expect(parseLength("14 months")).toEqual(length({ months: 14 }));
    expect(parseLength("1 year 6 months")).toEqual(length({ months: 18 }));
    expect(parseLength("2 weeks 1 day")).toEqual(length({ days: 15 }));
    expect(parseLength(" 72 hours ")).toEqual(length({ hours: 72 }));
    expect(parseLength("0 days")).toEqual(length({}));
  });

  it("CAL-06: anything else is no length, fractions among it", () => {
    const refused = [
      "",
      " ",
      "days",
      "90",
      "1.5 months",
      "-3 days",
      "3 days 2 months",
      "9½ months",
      "fourteen months",
      "1,000 days",
      "2 months and 3 days",
      "1e3 days",
      "1234567 days",
      "3 days 3 days",
    ];
    expect(refused.filter((text) => parseLength(text) !== null)).toEqual([]);
  });

  it("CAL-07: a length that is written is read back the same", () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.record({ months: part(99_999), days: part(999_999), hours: part(999_999) }), (given) => {
        expect(parseLength(formatLength(given))).toEqual(given);
      }),
    );
  });

  it("CAL-07: one is said in the singular, and nothing is said as 0 days", () => {
    expect(formatLength(length({ months: 1, days: 1, hours: 1 }))).toBe("1 month 1 day 1 hour");
    expect(formatLength(length({ months: 14 }))).toBe("14 months");
    expect(formatLength(length({}))).toBe("0 days");
  });
});

describe("adding a length to a date", () => {
  it("CAL-08: D + 90 days is the 90th day after D", () => {
    expect(reached("2021-02-28", { days: 90 })).toBe("2021-05-29");
    expect(reached("2021-04-16", { days: 90 })).toBe("2021-07-15");
    expect(reached("2021-05-01", { days: 90 }, undefined, -1)).toBe("2021-01-31");
  });

  it("CAL-08: 14 months after 29 February 2020 is 29 April 2021", () => {
    expect(reached("2020-02-29", { months: 14 })).toBe("2021-04-29");
    expect(reached("2021-04-29", { months: 14 }, undefined, -1)).toBe("2020-02-29");
  });

  it("CAL-08: months are counted before days", () => {
    expect(reached("2021-01-28", { months: 1, days: 3 })).toBe("2021-03-03");
    expect(reached("2021-03-03", { months: 1, days: 3 }, undefined, -1)).toBe("2021-01-31");
  });

  it("CAL-09: one month after 31 January is refused, with the day that does not exist", () => {
    const added = addLength(civilDate("2021-01-31"), length({ months: 1 }));
    expect(added).toEqual({
      ok: false,
      missingDay: "2021-02-31",
      message: "1 month after 2021-01-31 would be 2021-02-31, a day that does not exist",
    });
    expect(reached("2020-02-29", { months: 12 })).toBe("none: 2021-02-29");
    expect(reached("2021-03-31", { months: 1 }, undefined, -1)).toBe("none: 2021-02-31");
  });

  it("CAL-09: both rules for the end of a month, and days counted from the day the rule gives", () => {
    expect(rules.map((rule) => reached("2021-01-31", { months: 1 }, rule))).toEqual(["2021-02-28", "2021-03-01"]);
    expect(rules.map((rule) => reached("2020-01-30", { months: 1 }, rule))).toEqual(["2020-02-29", "2020-03-01"]);
    expect(rules.map((rule) => reached("2021-01-31", { months: 1, days: 2 }, rule))).toEqual([
      "2021-03-02",
      "2021-03-03",
    ]);
    expect(rules.map((rule) => reached("2021-03-31", { months: 1 }, rule, -1))).toEqual(["2021-02-28", "2021-03-01"]);
  });

  it("CAL-09: a rule changes nothing where the day exists", () => {
    for (const rule of rules) expect(reached("2021-01-28", { months: 1 }, rule)).toBe("2021-02-28");
  });

  it("CAL-09: months agree with turning the leaves of a calendar one by one", () => {
    const day = fc.integer({ min: dayNumberOf(civilDate("1600-01-01")), max: dayNumberOf(civilDate("2400-12-31")) });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 240 }),
        fc.constantFrom<1 | -1>(1, -1),
        fc.constantFrom(undefined, ...rules),
        (start, months, sign, rule) => {
          const date = dateOfDay(start);
          const added = addLength(date, length({ months }), { rule, sign });
          expect(added.ok ? added.date : null).toBe(turnLeaves(date, sign * months, rule));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("CAL-10: hours have no place among dates, and a date outside the years 0001 to 9999 is none", () => {
    expect(() => addLength(civilDate("2021-01-01"), length({ hours: 24 }))).toThrow(RangeError);
    expect(() => addLength(civilDate("9999-12-31"), length({ days: 1 }))).toThrow(RangeError);
    expect(() => addLength(civilDate("9999-12-01"), length({ months: 1 }))).toThrow(RangeError);
    expect(() => addLength(civilDate("0001-01-15"), length({ months: 1 }), { sign: -1 })).toThrow(RangeError);
    expect(() => addLength(civilDate("2021-01-01"), length({ months: 1_000_000 }))).toThrow(RangeError);
  });
});

describe("how many days a length spans", () => {
  it("CAL-11: the least and the most agree with trying every day of 400 years under both rules", () => {
    const first = dayNumberOf(civilDate("2000-01-01"));
    const sampled = [1, 2, 6, 9, 11, 12, 14, 48, 97].map((months) => {
      let least = Number.POSITIVE_INFINITY;
      let most = 0;
      for (let start: number = first; start < first + 146_097; start += 1) {
        // Days of the month from 1 to 27 span what the 28th does, since both ends move together.
        const date = dateOfDay(start);
        if (partsOf(date).day < 28 && partsOf(date).day > 1) continue;
        for (const rule of rules) {
          const added = addLength(date, length({ months }), { rule });
          if (!added.ok) expect.fail(`${date} + ${months} months was refused under a rule`);
          const span = dayNumberOf(added.date) - start;
          least = Math.min(least, span);
          most = Math.max(most, span);
        }
      }
      return [months, { daysMin: least, daysMax: most }];
    });
    expect(sampled.map(([months]) => [months, daysSpanned(length({ months: Number(months) }))])).toEqual(sampled);
  });

  it("CAL-11: figures that a person can check", () => {
    expect(daysSpanned(length({ months: 1 }))).toEqual({ daysMin: 28, daysMax: 31 });
    expect(daysSpanned(length({ months: 12 }))).toEqual({ daysMin: 365, daysMax: 366 });
    expect(daysSpanned(length({ months: 4800 }))).toEqual({ daysMin: 146_097, daysMax: 146_097 });
    expect(daysSpanned(length({ days: 90 }))).toEqual({ daysMin: 90, daysMax: 90 });
    expect(daysSpanned(length({ months: 1, days: 5 }))).toEqual({ daysMin: 33, daysMax: 36 });
  });

  it("CAL-11: hours end on the same day or later, as the hour they start from has it", () => {
    for (let hours = 0; hours <= 100; hours += 1) {
      const ends = Array.from({ length: 24 * 60 }, (_, minute) => Math.floor((minute + hours * 60) / (24 * 60)));
      expect(daysSpanned(length({ hours }))).toEqual({ daysMin: Math.min(...ends), daysMax: Math.max(...ends) });
    }
  });
});
