import { dateOfDay, dayNumberOf } from "@parley/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countDaily, type Definition, defaultDefinition, definitionSentences, gapsOf, ratesOf } from "../src/index.ts";
import { allOf, figuresOf, ged, incidentsIn, period } from "./files.ts";

const day = (at: number) => dateOfDay(18_262 + at);
const row = ([start, days, best, province, type]: [number, number, number, number, number]) => ({
  date_start: day(start),
  date_end: day(start + days - 1),
  best,
  low: Math.floor(best / 2),
  high: best * 2,
  adm_1: ["North", "South", ""][province] ?? "",
  type_of_violence: type,
  side_a: ["Government", "Militia"][province % 2] ?? "",
  side_b: ["Rebels", "Government"][type % 2] ?? "",
});
const rows = fc.array(
  fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }), fc.nat(40), fc.nat(2), fc.integer({ min: 1, max: 3 })),
  { minLength: 1, maxLength: 25 },
);

describe("a definition", () => {
  it("VIO-20: has a default for each source, and says itself in sentences", () => {
    expect(defaultDefinition("ucdp-ged")).toEqual({
      types: ["state-based"],
      daysMax: 7,
      multiDay: "spread",
      deaths: "best",
      outOfOrder: "use-best",
      countries: null,
    });
    expect(defaultDefinition("acled").types).toEqual([
      "Battles",
      "Explosions/Remote violence",
      "Violence against civilians",
    ]);
    expect(defaultDefinition("plain").types).toBeNull();
    expect(definitionSentences(defaultDefinition("ucdp-ged")).slice(0, 2)).toEqual([
      "Counted: state-based records.",
      "Records of at most 7 days, first and last counted, are spread evenly over their days; longer ones are set apart.",
    ]);
    const other = {
      types: null,
      daysMax: 3,
      multiDay: "set-apart",
      deaths: "low",
      outOfOrder: "keep-apart",
      countries: ["A", "B"],
    } as const;
    expect(definitionSentences(other)).toEqual([
      "Counted: records of every type.",
      "Only records of A and B.",
      "Records of one day are counted; longer ones are set apart.",
      "Deaths are the source's low estimate.",
      "Records whose low, best and high do not rise in this order are kept apart.",
    ]);
  });

  it("VIO-21: that does not fit the file is refused", async () => {
    const incidents = await incidentsIn(ged([{}]));
    const codeOf = (definition: Partial<Definition>) => {
      const counted = countDaily(incidents, { definition: { ...defaultDefinition("ucdp-ged"), ...definition } });
      return counted.ok ? null : counted.refusal.code;
    };
    for (const daysMax of [0, 23, 1.5, Number.NaN]) expect(codeOf({ daysMax })).toBe("bad-days-max");
    expect(codeOf({ types: [] })).toBe("no-types");
    expect(codeOf({ types: ["Battles"] })).toBe("unknown-type");
    expect(codeOf({ types: ["non-state", "State-Based"] })).toBeNull();
    const acled = await incidentsIn("event_date,event_type\n2020-01-01,Battles\n");
    expect(countDaily(acled).ok).toBe(true);
    expect(codeOf({ countries: ["Nowhere"] })).toBe("unknown-country");
    expect(codeOf({ countries: ["LAND"], daysMax: 22 })).toBeNull();
    const huge = await incidentsIn(ged(Array.from({ length: 9 }, () => ({ best: 2_000_000_000 }))));
    const refused = countDaily(huge, { definition: { ...defaultDefinition("ucdp-ged"), daysMax: 22 } });
    expect(!refused.ok && refused.refusal.code).toBe("sum-too-large");
  });
});

describe("days", () => {
  it("VIO-22: records are spread or set apart, and never put on their first day", async () => {
    const incidents = await incidentsIn(ged([row([0, 4, 10, 0, 1]), row([1, 8, 100, 0, 1]), row([2, 1, 3, 0, 1])]));
    const deaths = (definition: Partial<Definition>) =>
      ratesOf(figuresOf(incidents, definition), { per: "day", within: period(day(0), day(4)) }).map(
        (rate) => rate.deaths,
      );
    expect(deaths({})).toEqual([2.5, 2.5, 5.5, 2.5, 0]);
    expect(deaths({ multiDay: "set-apart" })).toEqual([0, 0, 3, 0, 0]);
    expect(deaths({ daysMax: 3 })).toEqual([0, 0, 3, 0, 0]);
    expect(deaths({ daysMax: 8 })).toEqual([2.5, 15, 18, 15, 12.5]);
    expect(figuresOf(incidents).setApart.map(({ line, days }) => [line, days])).toEqual([[3, 8]]);
    expect(figuresOf(incidents, { multiDay: "set-apart" }).setApart.length).toBe(2);
  });

  it("VIO-23 VIO-24: sums over any stretch are what each record gives it, day by day, and add up exactly", async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.nat(40),
        fc.nat(20),
        fc.integer({ min: 1, max: 12 }),
        async (made, start, length, daysMax) => {
          const figures = figuresOf(await incidentsIn(ged(made.map(row))), {
            daysMax,
            types: ["state-based", "non-state"],
          });
          const within = period(day(start), day(start + length));
          const counted = made.filter(([, days, , , type]) => days <= daysMax && type < 3);
          // A record's days one by one, in 27,720ths, which every length up to 12 divides.
          const sum = { deaths: 0, high: 0, events: 0, touching: 0 };
          for (const [from, days, best] of counted) {
            let touches = false;
            for (let at = from; at < from + days; at += 1) {
              if (at < start || at > start + length) continue;
              touches = true;
              sum.deaths += (best * 27_720) / days;
              sum.high += (best * 2 * 27_720) / days;
              sum.events += 27_720 / days;
            }
            if (touches) sum.touching += 1;
          }
          const [first, ...more] = ratesOf(figures, { per: "day", within });
          const days = first === undefined ? [] : [first, ...more];
          const total = (name: "deaths" | "deathsHigh" | "eventsSpread") =>
            Math.round(days.reduce((all, rate) => all + rate[name], 0) * 27_720);
          expect(days.length).toBe(length + 1);
          expect(total("deaths")).toBe(sum.deaths);
          expect(total("deathsHigh")).toBe(sum.high);
          expect(total("eventsSpread")).toBe(sum.events);
          const weeks = ratesOf(figures, { per: "week", within: period(day(-10), day(60)) });
          const all = counted.reduce((sums, [, , best]) => sums + best, 0);
          expect(Math.round(weeks.reduce((sums, rate) => sums + rate.deaths, 0) * 27_720)).toBe(all * 27_720);
          for (const rate of weeks) {
            const [from, to] = [dayNumberOf(rate.from) - 18_262, dayNumberOf(rate.to) - 18_262];
            expect(rate.events).toBe(counted.filter(([at, long]) => at <= to && at + long - 1 >= from).length);
          }
          const whole = figures.whole.deaths as Iterable<number>;
          expect([...whole].reduce((sums, value) => sums + value, 0)).toBe(all * figures.scale);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("VIO-23: the unit is the least that divides every length", async () => {
    const incidents = await incidentsIn(ged([{}]));
    const scaleOf = (daysMax: number) => figuresOf(incidents, { daysMax }).scale;
    expect([1, 2, 3, 7, 10, 22].map(scaleOf)).toEqual([1, 2, 6, 420, 2520, 232_792_560]);
    expect(figuresOf(incidents, { multiDay: "set-apart" }).scale).toBe(1);
  });

  it("VIO-25: weeks begin on the day asked", async () => {
    const figures = figuresOf(await incidentsIn(ged([row([0, 1, 1, 0, 1])])));
    const weeks = (weekBegins?: number) =>
      ratesOf(figures, {
        per: "week",
        within: period("2020-01-01", "2020-01-14"),
        ...(weekBegins === undefined ? {} : { weekBegins }),
      }).map(({ from, days }) => `${from} ${days}`);
    // 1 January 2020 was a Wednesday.
    expect(weeks()).toEqual(["2020-01-01 5", "2020-01-06 7", "2020-01-13 2"]);
    expect(weeks(3)).toEqual(["2020-01-01 7", "2020-01-08 7"]);
    expect(weeks(6)).toEqual(["2020-01-01 3", "2020-01-04 7", "2020-01-11 4"]);
    expect(() => weeks(8)).toThrow(RangeError);
  });

  it("VIO-25: by province, pair, actor and type: the groups of a filter give the same", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const incidents = await incidentsIn(ged(made.map(row)));
        const counted = allOf(incidents).records.filter(({ days }) => days <= 7);
        const groupsOf = {
          province: (at: number) => [counted[at]?.province ?? "(unlocated)"],
          type: (at: number) => [counted[at]?.type ?? ""],
          actors: (at: number) => [counted[at]?.actors.join(" – ") ?? ""],
          actor: (at: number) => [...new Set(counted[at]?.actors)],
        };
        for (const by of ["province", "type", "actors", "actor"] as const) {
          const figures = figuresOf(incidents, { types: null }, by);
          const named = counted.flatMap((_, at) => groupsOf[by](at));
          for (const [group, name] of figures.groups.entries()) {
            const own = counted.filter((_, at) => groupsOf[by](at).includes(name));
            const series = figures.series[group];
            const shares: Iterable<number> = series?.events ?? [];
            const events = [...shares].reduce((sum, value) => sum + value, 0);
            const starting = [...(series?.starting ?? [])].reduce((sum, value) => sum + value, 0);
            expect(events).toBe(own.length * figures.scale);
            expect(starting).toBe(own.length);
            expect([...(series?.days ?? [])]).toEqual([...(series?.days ?? [])].toSorted((a, b) => a - b));
          }
          expect(named.filter((name) => !figures.groups.includes(name))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("VIO-26: low and high are summed beside the figure that is counted", async () => {
    const figures = figuresOf(await incidentsIn(ged([{ best: 4, low: 3, high: 8 }])), { deaths: "high" });
    expect(ratesOf(figures, { per: "day" })).toEqual([
      {
        from: "2020-01-01",
        to: "2020-01-01",
        days: 1,
        events: 1,
        eventsSpread: 1,
        deaths: 8,
        deathsLow: 3,
        deathsHigh: 8,
      },
    ]);
  });

  it("VIO-27: gaps are the days that no counted record touches", async () => {
    const incidents = await incidentsIn(ged([row([0, 2, 1, 0, 1]), row([5, 1, 1, 1, 1]), row([9, 1, 1, 0, 2])]));
    const told = (asked: Parameters<typeof gapsOf>[1]) =>
      gapsOf(figuresOf(incidents), asked).map(({ from, days }) => [from, days]);
    expect(told({})).toEqual([
      [day(2), 3],
      [day(6), 4],
    ]);
    expect(told({ daysMin: 4 })).toEqual([[day(6), 4]]);
    expect(told({ group: "South" })).toEqual([
      [day(0), 5],
      [day(6), 4],
    ]);
    expect(told({ within: period(day(3), day(6)) })).toEqual([
      [day(3), 2],
      [day(6), 1],
    ]);
    expect(told({ group: "Nowhere" })).toEqual([]);
  });

  it("VIO-28: lag is told from the last day to the earliest source", async () => {
    const dates = ["2020-01-01", "2020-01-03;2020-01-02", "", "2020-02-10", "2019-12-30", "no day;2020-01-05"];
    const incidents = await incidentsIn(ged(dates.map((source_date) => ({ source_date }))));
    expect(incidents.coverage.lag).toEqual({ records: 5, medianDays: 1, ninetiethDays: 40, maxDays: 40 });
    expect((await incidentsIn("date\n2020-01-01\n")).coverage.lag).toBeNull();
  });
});
