import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  assess,
  type DailyFigures,
  type ProvinceMap,
  ratesOf,
  readDaily,
  readProvinceMap,
  writeDaily,
} from "../src/index.ts";
import { figuresOf, incidentsIn, period } from "./files.ts";

/** Files that are shared beside the checkout and not committed (UCDP GED 23.1, CC BY 4.0). */
const folder = new URL("../../../../shared/data/", import.meta.url);
const there = existsSync(folder);
if (!there)
  console.warn("SKIPPED: the tests on UCDP's records of 2020, since ../shared/data is not beside the checkout.");

const read = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));

function afghanistan(): ProvinceMap {
  const told = readProvinceMap(JSON.parse(new TextDecoder().decode(read("afghanistan-provinces.geojson"))), {
    file: "afghanistan-provinces.geojson",
    country: "Afghanistan",
  });
  if (!told.ok) throw new Error(told.refusal.message);
  return told.map;
}

describe.skipIf(!there)("UCDP's records of Afghanistan in 2020", () => {
  const figures = async (definition = {}): Promise<DailyFigures> =>
    figuresOf(await incidentsIn(read("ucdp-ged-afghanistan-2020.csv"), { map: afghanistan() }), definition);
  const perDay = (from: DailyFigures, ...[start, end]: [string, string]) => {
    const days = ratesOf(from, { per: "day", within: period(start, end) });
    return (days.reduce((sum, { deaths }) => sum + deaths, 0) / days.length).toFixed(2);
  };

  it("VIO-22 VIO-24: fell from 57.03 deaths a day to 6.29 in the week of reduced violence, then 35.34", async () => {
    const spread = await figures();
    expect(perDay(spread, "2020-02-01", "2020-02-21")).toBe("57.03");
    expect(perDay(spread, "2020-02-22", "2020-02-28")).toBe("6.29");
    expect(perDay(spread, "2020-03-03", "2020-03-24")).toBe("35.34");
  });

  it("VIO-22: counted on the first day, which is never done, the figures are 56.05, 6.29 and 35.14", async () => {
    const incidents = await incidentsIn(read("ucdp-ged-afghanistan-2020.csv"));
    const onFirstDay = (from: string, to: string, days: number) => {
      let deaths = 0;
      for (let at = 0; at < incidents.length; at += 1) {
        const record = incidents.incident(at);
        if (
          record.type === "state-based" &&
          record.days <= 7 &&
          record.apart === null &&
          record.from >= from &&
          record.from <= to
        )
          deaths += record.best;
      }
      return (deaths / days).toFixed(2);
    };
    expect(onFirstDay("2020-02-01", "2020-02-21", 21)).toBe("56.05");
    expect(onFirstDay("2020-02-22", "2020-02-28", 7)).toBe("6.29");
    expect(onFirstDay("2020-03-03", "2020-03-24", 22)).toBe("35.14");
  });

  it("VIO-11 VIO-15 VIO-16 VIO-22: what is kept apart, set apart, out of order and near", async () => {
    const told = await figures();
    expect(told.coverage).toMatchObject({
      rows: 3317,
      unreadable: 0,
      apart: [{ code: "duplicate", records: 3, deaths: 3 }],
      outOfOrder: { records: 211, deaths: 1250 },
      near: 3,
      days: period("2020-01-01", "2020-12-31"),
    });
    expect(told.setApart.filter(({ best }) => best > 500)).toMatchObject([
      { from: "2020-02-29", to: "2020-07-28", best: 1562, days: 151, province: null },
    ]);
    expect(told.groups.length).toBe(35);
  });

  it("VIO-40 VIO-51: the week against the three before it, from the records and from the series", async () => {
    const told = await figures();
    const series = readDaily(writeDaily(told, { attribution: "UCDP GED 23.1, CC BY 4.0" }), { file: "daily.csv" });
    if (!series.ok) throw new Error(series.diagnostics[0]?.message);
    for (const from of [told, series.figures]) {
      const outcome = assess(from, {
        window: period("2020-02-22", "2020-02-28"),
        baseline: { kind: "preceding", days: 21 },
      });
      if (!outcome.ok) throw new Error(outcome.refusal.message);
      const { assessment } = outcome;
      expect(assessment.reduction).toBeCloseTo(1 - 44 / 7 / (1197.6666666666667 / 21), 9);
      expect(assessment).toMatchObject({
        window: { deaths: 44, events: 24 },
        baseline: { events: 296 },
        indication: "fell",
      });
      expect(assessment.interval?.[0]).toBeGreaterThan(0.7);
      expect(assessment.setApart.some(({ best }) => best === 1562)).toBe(true);
    }
  });

  it("VIO-01 VIO-06: the true 49 columns", async () => {
    const incidents = await incidentsIn(read("ucdp-ged-sample-1000.csv"), { map: afghanistan() });
    expect(incidents.coverage).toMatchObject({ rows: 1000, unreadable: 0, apart: [], lag: { records: 674 } });
    expect(incidents.incident(0)).toMatchObject({
      id: "300380",
      actors: ["Government of Syria", "Syrian insurgents"],
      province: "Idlib governorate",
    });
  });
});
