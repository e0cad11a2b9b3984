import { describe, expect, it } from "vitest";
import { timeScale } from "../src/pictures/time-scale.ts";

describe("the scale of the timetable", () => {
  it("keeps the order and the proportion of days", () => {
    const { at } = timeScale(["2021-01-01", "2021-01-11", "2021-01-21"]);
    const [a, b, c] = [at("2021-01-01"), at("2021-01-11"), at("2021-01-21")];
    expect(a).toBeGreaterThan(0);
    expect(c).toBeLessThan(100);
    expect(b - a).toBeCloseTo(c - b, 1);
  });

  it("labels first days of months, and never more than fit", () => {
    expect(timeScale(["2021-03-20", "2021-07-15"]).ticks.map(({ date, label }) => `${date} ${label}`)).toEqual([
      "2021-04-01 Apr",
      "2021-05-01 May",
      "2021-06-01 Jun",
      "2021-07-01 Jul",
    ]);
    for (const last of ["2021-12-31", "2024-06-30", "2040-01-01", "2300-01-01"]) {
      expect(timeScale(["2021-01-01", last]).ticks.length).toBeLessThanOrEqual(7);
    }
    expect(timeScale(["2021-01-01", "2022-06-30"]).ticks.map(({ label }) => label)).toContain("Jan 2022");
  });

  it("has a place for a single day and none to label for none", () => {
    expect(timeScale(["2021-05-01"]).at("2021-05-01")).toBe(50);
    expect(timeScale([]).ticks).toEqual([]);
  });
});
