import {
  civilDate,
  dateOfDay,
  dayNumberOf,
  daysBetween,
  daysInMonth,
  longDate,
  parseCivilDate,
  partsOf,
  shortDate,
} from "@parley/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const two = (n: number) => String(n).padStart(2, "0");
const written = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

/** The lengths of the months as a wall calendar prints them, for a common year. */
const commonMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Leap years in the order in which the rule of 1582 is told: every fourth, but no century, but every fourth century. */
function isLeap(year: number): boolean {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

describe("dates that exist", () => {
  it("CAL-01: every day from 1600 to 2400 exists and keeps its number, and every other day is refused", () => {
    let number = dayNumberOf(civilDate("1600-01-01"));
    let days = 0;
    for (let year = 1600; year <= 2400; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const length = (commonMonths[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
        for (let day = 1; day <= 32; day += 1) {
          const date = parseCivilDate(written(year, month, day));
          if ((date !== null) !== day <= length) expect.fail(`${written(year, month, day)} is read wrongly`);
          if (date === null) continue;
          if (dayNumberOf(date) !== number || dateOfDay(number) !== date) expect.fail(`${date} has the wrong number`);
          number = dayNumberOf(dateOfDay(number + 1));
          days += 1;
        }
      }
    }
    // Two whole cycles of 146,097 days, and the leap year 2400.
    expect(days).toBe(2 * 146_097 + 366);
  });

  it("CAL-01: only YYYY-MM-DD is read", () => {
    const refused = [
      "",
      "2021-4-12",
      "21-04-12",
      "2021/04/12",
      " 2021-04-12",
      "2021-04-12 ",
      "2021-04-12\n",
      "2021-04-12T00:00",
      "+2021-04-12",
      "-021-04-12",
      "12021-04-12",
      "٢٠٢١-٠٤-١٢",
      "2021-00-10",
      "2021-13-10",
      "2021-04-00",
      "0000-01-01",
    ];
    expect(refused.filter((text) => parseCivilDate(text) !== null)).toEqual([]);
    expect(parseCivilDate("0001-01-01")).toBe("0001-01-01");
    expect(parseCivilDate("9999-12-31")).toBe("9999-12-31");
  });

  it("CAL-01: text that is no date is never read as one", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const date = parseCivilDate(text);
        expect(date === null || date === text).toBe(true);
      }),
    );
  });

  it("CAL-01: a date that code takes for good throws a RangeError when it is not", () => {
    expect(() => civilDate("2021-02-29")).toThrow(RangeError);
    expect(() => civilDate("2021-02-29")).toThrow("2021-02-29");
    expect(civilDate("2020-02-29")).toBe("2020-02-29");
  });

  it("CAL-02: a century is a leap year only when 400 divides it", () => {
    const lengths = [1600, 1700, 1800, 1900, 2000, 2020, 2021, 2100, 2400].map((year) =>
      daysInMonth({ year, month: 2 }),
    );
    expect(lengths).toEqual([29, 28, 28, 28, 29, 29, 28, 28, 29]);
    expect(commonMonths.map((_, index) => daysInMonth({ year: 2021, month: index + 1 }))).toEqual(commonMonths);
  });
});

describe("numbers of days", () => {
  it("CAL-03: 1 January 1970 is day 0, and days count both ways", () => {
    expect(dayNumberOf(civilDate("1970-01-01"))).toBe(0);
    expect(dayNumberOf(civilDate("1969-12-31"))).toBe(-1);
    expect(dateOfDay(-1)).toBe("1969-12-31");
    // Known from the Unix epoch tables: 1 January 2000 is 10,957 days later.
    expect(dayNumberOf(civilDate("2000-01-01"))).toBe(10_957);
  });

  it("CAL-03: from 1 January 0001 to 31 December 9999 there are 3,652,059 days, and none outside", () => {
    const first = dayNumberOf(civilDate("0001-01-01"));
    const last = dayNumberOf(civilDate("9999-12-31"));
    expect(last - first + 1).toBe(3_652_059);
    expect(dateOfDay(first)).toBe("0001-01-01");
    expect(dateOfDay(last)).toBe("9999-12-31");
    for (const outside of [first - 1, last + 1, 1e12, Number.NaN]) expect(() => dateOfDay(outside)).toThrow(RangeError);
  });

  it("CAL-03: numbers keep the order of dates as they are written", () => {
    const day = fc.integer({ min: -719_162, max: 2_932_896 });
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(Math.sign(a - b)).toBe(dateOfDay(a) < dateOfDay(b) ? -1 : dateOfDay(a) > dateOfDay(b) ? 1 : 0);
        expect(daysBetween({ from: dateOfDay(a), to: dateOfDay(b) })).toBe(b - a);
      }),
    );
  });

  it("CAL-04: days between dates are those of the founding case", () => {
    const between = (from: string, to: string) => daysBetween({ from: civilDate(from), to: civilDate(to) });
    expect(between("2021-05-01", "2021-05-29")).toBe(28);
    expect(between("2021-05-01", "2021-07-15")).toBe(75);
    expect(between("2021-04-24", "2021-09-11")).toBe(140);
    expect(between("2021-09-11", "2021-04-24")).toBe(-140);
    expect(between("2021-04-24", "2021-04-24")).toBe(0);
  });
});

describe("dates in prose", () => {
  it("CAL-05: a date is written as English prose writes it, long and short", () => {
    expect(longDate(civilDate("2021-04-12"))).toBe("12 April 2021");
    expect(shortDate(civilDate("2021-04-12"))).toBe("12 Apr 2021");
    expect(longDate(civilDate("0987-01-01"))).toBe("1 January 987");
    expect(partsOf(civilDate("2021-04-12"))).toEqual({ year: 2021, month: 4, day: 12 });
  });

  it("CAL-05: the month is the one that the year's own calendar names", () => {
    const names = Array.from({ length: 12 }, (_, index) => {
      const date = civilDate(written(2021, index + 1, 9));
      return [longDate(date).split(" ")[1], shortDate(date).split(" ")[1]];
    });
    const expected = Array.from({ length: 12 }, (_, index) => {
      const name = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(
        Date.UTC(2021, index, 9),
      );
      return [name, name.slice(0, 3)];
    });
    expect(names).toEqual(expected);
  });
});
