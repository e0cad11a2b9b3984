import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import {
  askBrief,
  askCeasefire,
  askFigures,
  askViolence,
  dailySeriesFile,
  type Process,
  readFiguresFile,
} from "../../src/index.ts";
import { answered, example } from "../founding-case.ts";

/** The source's own file lies beside the checkout where somebody has it; a user does not. */
const shared = fileURLToPath(new URL("../../../../../shared/data/", import.meta.url));
const source = `${shared}ucdp-ged-afghanistan-2020.csv`;

describe("the week of reduced violence", () => {
  let afghanistan: Process;
  beforeAll(async () => {
    afghanistan = await example("afghanistan");
  });

  it("CSF-03: fell from 57.03 deaths a day to 6.29, and was at 35.34 after the signing", () => {
    const answer = answered(askViolence(afghanistan));
    expect(answer.text).toMatch(/^Indication: fell\./u);
    expect(answer.baseline.deathsPerDay).toBeCloseTo(57.03, 2);
    expect(answer.window.deathsPerDay).toBeCloseTo(6.29, 2);
    expect(answer.others.map(({ id, window }) => [id, window.deathsPerDay?.toFixed(2)])).toEqual([
      ["after-signing", "35.34"],
    ]);
    expect(answer.reduction).toBeCloseTo(1 - 6.2857 / 57.03, 3);
    const [low, high] = answer.interval ?? [1, 0];
    expect(low).toBeLessThan(answer.reduction ?? 0);
    expect(high).toBeGreaterThan(answer.reduction ?? 1);
    expect(answer.definition).toMatchObject({ types: ["state-based"], daysMax: 7, multiDay: "spread" });
  });

  it("CSF-02: refuses a window or a baseline that is not over, and days in reverse, each with its days", () => {
    const refused = (asked: Parameters<typeof askViolence>[1]) => {
      const answer = askViolence(afghanistan, asked);
      return answer.ok ? null : `${answer.refusal.code}: ${answer.refusal.message}`;
    };
    expect(refused({ asOf: "2020-03-05", window: "after-signing" })).toBe(
      "window-not-over: The window “Three weeks after the signing” ends on 24 March 2020, after the as-of day, 5 March 2020.",
    );
    expect(refused({ asOf: "2020-02-10" })).toContain("ends on 28 February 2020");
    expect(refused({ asOf: "2020-03-05", window: "2020-02-22..2020-02-28", baseline: "2020-03-01..2020-03-21" })).toBe(
      "baseline-not-over: The baseline ends on 21 March 2020, after the as-of day, 5 March 2020.",
    );
    expect(refused({ window: "2020-02-28..2020-02-22" })).toBe(
      "bad-window: The window ends on 22 February 2020, before it begins, on 28 February 2020.",
    );
    expect(refused({ window: "spring" })).toContain("no-such-window: “spring” is no stretch of days");
  });

  it("CSF-16: days that the file does not cover are no data, and never noughts", () => {
    const later = answered(
      askViolence(afghanistan, { window: "2021-02-22..2021-02-28", baseline: "21 days before", by: "province" }),
    );
    expect(later).toMatchObject({
      indication: "cannot be told",
      window: { days: 7, daysNotCovered: 7, deaths: null, events: null, deathsPerDay: null, daysWithoutRecord: null },
      baseline: { days: 21, daysNotCovered: 21, deaths: null, deathsPerDay: null },
      groups: [],
    });
    const asked = { window: "2020-01-04..2020-01-11", baseline: "14 days before" };
    const partly = answered(askCeasefire(afghanistan, asked));
    expect(partly.violence?.window.deathsPerDay).toBeCloseTo(55.06, 2);
    expect(partly.violence?.baseline).toMatchObject({ daysNotCovered: 11, deaths: null });
    expect(partly.provinces.every(({ baseline }) => baseline === null)).toBe(true);
    const nowhere = answered(askCeasefire(afghanistan, { ...asked, window: "2021-01-04..2021-01-11" }));
    expect([nowhere.provinces, nowhere.map]).toEqual([[], null]);
  });

  it("CSF-16: one province asked of is also the one over time", () => {
    const sum = (days: readonly { readonly deaths: number }[]) => days.reduce((all, { deaths }) => all + deaths, 0);
    const all = answered(askCeasefire(afghanistan));
    const one = answered(askCeasefire(afghanistan, { province: "Hilmand" }));
    expect(one.days).toHaveLength(all.days.length);
    expect(sum(one.days)).toBeGreaterThan(0);
    expect(sum(one.days)).toBeLessThan(sum(all.days) / 4);
    const inWindow = one.days.filter(({ from }) => from >= "2020-02-22" && from <= "2020-02-28");
    expect(sum(inWindow)).toBeCloseTo(one.violence?.window.deaths ?? -1, 9);
  });

  it("CSF-03: one record of 1,562 deaths is set apart, so February is not the worst month", () => {
    const { setApart } = answered(askViolence(afghanistan, { window: "after-signing" }));
    expect(setApart.find(({ deaths }) => deaths === 1562)).toMatchObject({
      from: "2020-02-29",
      to: "2020-07-28",
      days: 151,
      overlapsWindow: true,
    });
    const { days } = answered(askCeasefire(afghanistan));
    const inMonth = (month: string) =>
      days.filter(({ from }) => from.startsWith(month)).reduce((sum, { deaths }) => sum + deaths, 0);
    // Counted on its first day it would give February 2,787 deaths, the most of the year.
    expect(inMonth("2020-02")).toBeCloseTo(1245.67, 1);
    for (const worse of ["2020-01", "2020-06", "2020-07", "2020-08", "2020-10"])
      expect(inMonth("2020-02"), worse).toBeLessThan(inMonth(worse));
    expect(days.every(({ deaths }) => deaths < 300)).toBe(true);
  });

  it("CSF-03: says that only events with a death are seen, and that it is an indication", () => {
    const codes = answered(askViolence(afghanistan)).caveats.map(({ code }) => code);
    for (const code of ["indication-only", "fatal-only", "counts-not-stated", "derived-series", "season-not-known"])
      expect(codes).toContain(code);
  });

  it("CSF-04: where the agreement counts incidents and the file deaths, it cannot be told", () => {
    const answer = answered(askViolence(afghanistan, { counts: "incidents", target: "80%" }));
    expect(answer.indication).toBe("cannot be told");
    expect(answer.reasons.map(({ code }) => code)).toContain("counts-incidents");
  });

  it("CSF-02: no window that is not over, and no later day", () => {
    const early = askViolence(afghanistan, { asOf: "2020-02-25", window: "2020-02-22..2020-02-28" });
    expect(early.ok ? "" : early.refusal.code).toBe("no-such-baseline");
    const asked = { window: "2020-02-22..2020-02-28", baseline: "21 days before" };
    const refused = askViolence(afghanistan, { asOf: "2020-02-25", ...asked });
    expect(refused.ok ? "" : refused.refusal.code).toBe("window-not-over");
    expect(askViolence(afghanistan, { asOf: "2020-02-28", ...asked }).ok).toBe(true);
    const { days } = answered(
      askCeasefire(afghanistan, { asOf: "2020-02-25", window: "2020-02-20..2020-02-25", baseline: "14 days before" }),
    );
    expect(days.at(-1)?.to).toBe("2020-02-25");
  });

  it("CSF-01: what cannot be read is refused with how to write it", () => {
    const codeOf = (question: Parameters<typeof askViolence>[1]) => {
      const asked = askViolence(afghanistan, question);
      return asked.ok ? null : asked.refusal.code;
    };
    expect(codeOf({ window: "last week" })).toBe("no-such-window");
    expect(codeOf({ window: "2020-02-30..2020-03-01" })).toBe("no-such-window");
    expect(codeOf({ baseline: "before" })).toBe("no-such-baseline");
    expect(codeOf({ target: "all of it" })).toBe("no-such-target");
    expect(codeOf({ counts: "shots" })).toBe("no-such-count");
    expect(codeOf({ file: "2019" })).toBe("unknown-file");
    expect(codeOf({ province: "Atlantis" })).toBe("no-such-province");
    for (const baseline of ["2020-02-01..2020-02-21", "21 days before", "12.5 a day"])
      expect(codeOf({ window: "2020-02-22..2020-02-28", baseline }), baseline).toBeNull();
  });

  it("CSF-09: thirty-four provinces with their outlines, and what has none in a row of its own", () => {
    const { provinces, map, weeks } = answered(askCeasefire(afghanistan));
    expect(provinces.filter(({ outline }) => outline !== null)).toHaveLength(34);
    expect(provinces.at(-1)).toMatchObject({ name: "(unlocated)", outline: null });
    expect(map?.width).toBe(1000);
    const sum = provinces.reduce((total, { window }) => total + window.deaths, 0);
    expect(sum).toBeCloseTo(44, 6);
    expect(weeks.length).toBeGreaterThan(50);
  });

  it("CSF-13: the brief tells it, with what was set apart and that nobody found on it", () => {
    const section = answered(askBrief(afghanistan)).sections.find(({ id }) => id === "violence");
    expect(section?.lead).toContain("Indication: fell.");
    expect(section?.lead).toContain("No body has found on it.");
    expect(section?.items.map(({ mark }) => mark)).toEqual(["Not in it"]);
    expect(section?.items[0]?.text).toContain("1,562 deaths");
    expect(section?.items[0]?.text).toContain("only events with a death");
    expect(answered(askBrief(afghanistan, { asOf: "2019-12-01" })).sections.map(({ id }) => id)).not.toContain(
      "violence",
    );
  });

  it.skipIf(!existsSync(source))(
    "CSF-12: the derived figures give the answer of the source's own file, and read back",
    async () => {
      async function* bytes() {
        yield new Uint8Array(readFileSync(source));
      }
      const geojson: unknown = JSON.parse(readFileSync(`${shared}afghanistan-provinces.geojson`, "utf8"));
      const map = { file: "map", geojson, country: "Afghanistan" };
      const read = await readFiguresFile(bytes(), { file: "ged.csv", map });
      if (read.kind !== "read") throw new Error(read.kind);
      const asked = {
        window: "2020-02-22..2020-02-28",
        baseline: "2020-02-01..2020-02-21",
        named: "ged.csv",
        found: [],
      };
      const fromSource = answered(askFigures(read.figures, asked));
      const derived = answered(askViolence(afghanistan));
      for (const key of ["window", "baseline", "reduction", "interval", "indication", "setApart"] as const)
        expect(derived[key], key).toEqual(fromSource[key]);
      const series = dailySeriesFile(read.figures, derived.data.attribution ?? "");
      const kept = fileURLToPath(new URL("../../../../examples/afghanistan/violence/2020-daily.csv", import.meta.url));
      expect(series).toBe(readFileSync(kept, "utf8"));
    },
  );
});
