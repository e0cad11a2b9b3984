import { dateOfDay } from "@parley/calendar";
import { describe, expect, it } from "vitest";
import { type Assessment, assess, type DailyFigures, defaultSeed, type Question } from "../src/index.ts";
import { figuresOf, ged, incidentsIn, period } from "./files.ts";

const first = 18_262; // 1 January 2020
const day = (at: number) => dateOfDay(first + at);

type Row = Parameters<typeof ged>[0][number];

/** One record a day with so many deaths, from the first of January 2020 on (or as many days later); null is no record. */
const daily = (deaths: readonly (number | null)[], later = 0): Row[] =>
  deaths.flatMap((best, at) => (best === null ? [] : [{ best, date_start: day(at + later) }]));

const repeat = (pattern: readonly number[], times: number) => Array.from({ length: times }, () => pattern).flat();
const high = repeat([50, 60, 40, 55, 45, 52, 48], 4);
const low = [5, 6, 4, 7, 3, 5, 5];

async function figuresFrom(rows: readonly Row[], definition = {}): Promise<DailyFigures> {
  return figuresOf(await incidentsIn(ged(rows)), definition);
}

function answer(figures: DailyFigures, question: Partial<Question> = {}): Assessment {
  const told = assess(figures, {
    window: period(day(28), day(34)),
    baseline: { kind: "preceding", days: 28 },
    ...question,
  });
  if (!told.ok) throw new Error(told.refusal.message);
  return told.assessment;
}

const reasons = ({ reasons: told }: Assessment) => told.map(({ code }) => code);
const caveats = ({ caveats: told }: Assessment) => told.map(({ code }) => code);

describe("the reduction", () => {
  it("VIO-30: is 1 - window / baseline per day, against each kind of baseline", async () => {
    const figures = await figuresFrom(daily([...high, ...low]));
    const told = answer(figures);
    expect(told).toMatchObject({
      window: { days: 7, events: 7, deaths: 35, deathsPerDay: 5, periods: [{ from: day(28), to: day(34) }] },
      baseline: { kind: "preceding", days: 28, deaths: 1400, deathsPerDay: 50, events: 28 },
      reduction: 0.9,
      measure: "deaths",
      headline: "block-bootstrap",
      indication: "fell",
    });
    expect(told.interval?.[0]).toBeLessThan(0.9);
    expect(told.interval?.[1]).toBeGreaterThan(0.9);
    const stated = answer(figures, {
      window: period(day(7), day(20)),
      baseline: { kind: "stated", ...period(day(28), day(34)) },
    });
    expect(stated).toMatchObject({
      reduction: -9,
      indication: "cannot be told",
      baseline: { kind: "stated", deathsPerDay: 5 },
    });
    expect(reasons(stated)).toEqual(["too-few-events"]);
    const agreed = answer(figures, { baseline: { kind: "agreed", perDay: 10 } });
    expect(agreed).toMatchObject({
      reduction: 0.5,
      baseline: { kind: "agreed", days: null, deaths: null, deathsPerDay: 10 },
    });
  });

  it("VIO-30: a question that cannot be put is refused with a way to mend it", async () => {
    const figures = await figuresFrom(daily(high));
    const window = period(day(14), day(20));
    const baseline = { kind: "preceding", days: 14 } as const;
    const asked: [Partial<Question>, string][] = [
      [{ window: period(day(3), day(2)) }, "bad-window"],
      [{ window: period("2000-01-01", "2020-01-01") }, "bad-window"],
      [{ baseline: { kind: "preceding", days: 0 } }, "bad-baseline"],
      [{ baseline: { kind: "preceding", days: 1.5 } }, "bad-baseline"],
      [{ baseline: { kind: "stated", ...period(day(3), day(2)) } }, "bad-baseline"],
      [{ baseline: { kind: "stated", ...period(day(0), day(14)) } }, "overlap"],
      [{ baseline: { kind: "agreed", perDay: 0 } }, "bad-baseline"],
      [{ baseline: { kind: "same-days", years: [] } }, "bad-baseline"],
      [{ baseline: { kind: "same-days", years: [2020] } }, "bad-baseline"],
      [{ baseline: { kind: "same-days", years: [2019, 2019] } }, "bad-baseline"],
      [{ target: { kind: "reduction", atLeast: 80 } }, "bad-target"],
      [{ target: { kind: "reduction", atLeast: 0 } }, "bad-target"],
      [{ target: { kind: "below", perDay: 0 } }, "bad-target"],
      [{ confidence: 95 }, "bad-number"],
      [{ draws: 10 }, "bad-number"],
      [{ seed: -1 }, "bad-number"],
      [{ province: "Nowhere" }, "no-such-province"],
    ];
    for (const [part, code] of asked) {
      const told = assess(figures, { window, baseline, ...part });
      expect(!told.ok && told.refusal.code, JSON.stringify(part)).toBe(code);
      expect(!told.ok && told.refusal.help.length).toBeGreaterThan(5);
    }
    const whole = figuresOf(await incidentsIn(ged(daily(high))), {}, "whole");
    const told = assess(whole, { window, baseline, province: "North" });
    expect(!told.ok && told.refusal.code).toBe("not-by-province");
    expect(answer(whole, { window, baseline }).unlocated).toBeNull();
  });

  it("VIO-30: of one province, or of what is unlocated", async () => {
    const rows = daily([...high, ...low]).flatMap((row) => [
      { ...row, adm_1: "South", best: 1 },
      row,
      { ...row, where_prec: 6, best: 2 },
    ]);
    const figures = await figuresFrom(rows);
    expect(answer(figures, { province: "North" }).window.deaths).toBe(35);
    expect(answer(figures, { province: "South" }).window.deaths).toBe(7);
    expect(answer(figures, { province: "(unlocated)" }).window.deaths).toBe(14);
    expect(answer(figures).unlocated).toEqual({
      window: { events: 7, deaths: 14 },
      baseline: { events: 28, deaths: 56 },
    });
    expect(answer(figures, { province: "North" }).caveats.find(({ code }) => code === "unlocated")?.text).toContain(
      "North may have had more",
    );
  });

  it("VIO-31: the same days in other years are the days that exist there", async () => {
    const years = [2018, 2019, 2021].flatMap((year) =>
      Array.from({ length: 60 }, (_, at) => ({
        best: year - 2010,
        date_start: dateOfDay(Date.UTC(year, 0, 1) / 86_400_000 + at),
      })),
    );
    const figures = await figuresFrom([...years, ...daily(Array(70).fill(5))]);
    const told = answer(figures, {
      window: period("2020-02-20", "2020-02-29"),
      baseline: { kind: "same-days", years: [2021, 2018, 2019] },
    });
    expect(told.baseline.periods).toEqual(
      [2018, 2019, 2021].map((year) => ({ from: `${year}-02-20`, to: `${year}-02-28` })),
    );
    expect(told.baseline).toMatchObject({ days: 27, deathsPerDay: (8 + 9 + 11) / 3 });
    expect(caveats(told)).toContain("day-not-in-year");
    const from = answer(figures, {
      window: period("2020-02-29", "2020-03-06"),
      baseline: { kind: "same-days", years: [2019] },
      covered: period("2018-01-01", "2021-12-31"),
    });
    expect(from.baseline.periods).toEqual([{ from: "2019-03-01", to: "2019-03-06" }]);
  });

  it("VIO-32: the same seed gives the same bounds, another others; the default is said", async () => {
    const figures = await figuresFrom(daily([...high, ...low]));
    expect(answer(figures).intervals.bootstrap).toMatchObject({
      draws: 10_000,
      seed: defaultSeed,
      blockDaysWindow: 2,
      blockDaysBaseline: 4,
    });
    expect(answer(figures)).toEqual(answer(figures, { seed: defaultSeed }));
    expect(answer(figures, { seed: 1 }).interval).not.toEqual(answer(figures).interval);
    expect(answer(figures, { confidence: 0.5 }).interval?.[0]).toBeGreaterThan(answer(figures).interval?.[0] ?? 0);
  });

  it("VIO-34: both intervals are told", async () => {
    const told = answer(await figuresFrom(daily([...high, ...low])));
    expect(told.intervals.negativeBinomial?.reduction?.[0]).toBeLessThan(0.9);
    expect(told.intervals.negativeBinomial?.dispersion).toBe(0);
    expect(told.interval).toEqual(told.intervals.bootstrap?.reduction);
  });

  it("VIO-35: a week without a death has a bound all the same", async () => {
    const told = answer(await figuresFrom(daily([...high, ...Array(7).fill(null), 1])), {
      target: { kind: "reduction", atLeast: 0.9 },
    });
    expect(told).toMatchObject({
      headline: "negative-binomial",
      reduction: 1,
      indication: "met",
      intervals: { bootstrap: null },
    });
    // Seven days at 0.527 a day have no death with a chance of 0.025.
    expect(told.intervals.negativeBinomial?.perDay[1]).toBeCloseTo(3.6889 / 7, 4);
    expect(told.interval?.[1]).toBe(1);
  });
});

describe("the season", () => {
  const year = (at: number, ratio: number): Row[] => {
    const start = Date.UTC(at, 0, 1) / 86_400_000;
    return Array.from({ length: 60 }, (_, later) => ({
      best: later < 28 ? 50 : 50 * ratio,
      date_start: dateOfDay(start + later),
    }));
  };

  it("VIO-36: is what the same days did in three or more other years", async () => {
    const ratios = [0.1, 0.12, 0.08];
    const rows = [...ratios.flatMap((ratio, at) => year(2016 + at, ratio)), ...daily([...high, ...low])];
    const told = answer(await figuresFrom(rows));
    const logs = ratios.map(Math.log);
    const mean = logs.reduce((sum, log) => sum + log, 0) / 3;
    const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / 2);
    const width = 4.3027 * deviation * Math.sqrt(4 / 3);
    expect(told.season?.years).toEqual([2016, 2017, 2018]);
    expect(told.season?.ratio).toBeCloseTo(Math.exp(mean), 12);
    expect(told.season?.reduction).toBeCloseTo(1 - 0.1 / Math.exp(mean), 12);
    expect(told.season?.interval[0]).toBeCloseTo(1 - 0.1 / Math.exp(mean - width), 3);
    expect(told.season?.interval[1]).toBeCloseTo(1 - 0.1 / Math.exp(mean + width), 3);
    // Every year falls as much: with the season taken out, nothing fell.
    expect(told.indication).toBe("cannot be told");
    expect(reasons(told)).toEqual(["season-disagrees"]);
    expect(caveats(told)).not.toContain("season-not-known");
  });

  it("VIO-36: is not told from two years, and does not overrule a fall beyond it", async () => {
    const two = answer(await figuresFrom([...year(2016, 1), ...year(2017, 1), ...daily([...high, ...low])]));
    expect(two.season).toBeNull();
    expect(caveats(two)).toContain("season-not-known");
    const flat = answer(
      await figuresFrom([2016, 2017, 2018].flatMap((at) => year(at, 1)).concat(daily([...high, ...low]))),
    );
    expect(flat.season?.reduction).toBeCloseTo(0.9, 9);
    expect(flat.indication).toBe("fell");
  });
});

describe("the indication", () => {
  it("VIO-40: with a target, met or not met when the whole interval says so", async () => {
    const figures = await figuresFrom(daily([...high, ...low]));
    const word = (atLeast: number) => answer(figures, { target: { kind: "reduction", atLeast } }).indication;
    expect([0.5, 0.8, 0.9, 0.97, 1].map(word)).toEqual(["met", "met", "cannot be told", "not met", "not met"]);
    const below = (perDay: number) => answer(figures, { target: { kind: "below", perDay } }).indication;
    expect([20, 5, 2].map(below)).toEqual(["met", "cannot be told", "not met"]);
    const told = answer(figures, { target: { kind: "reduction", atLeast: 0.8 } });
    expect(told.sentence).toMatch(
      /^Indication: met \(a reduction by at least 80\.0%\)\. Deaths a day: 5 in the window \([^)]+ 20\d\d\), 50 in the baseline \([^)]+ 20\d\d\), a fall by 90\.0% \(95% interval: /u,
    );
    expect(reasons(answer(figures, { target: { kind: "reduction", atLeast: 0.9 } }))).toEqual([
      "interval-holds-target",
    ]);
  });

  it("VIO-40: without a target, fell or rose, or cannot be told", async () => {
    const rose = answer(await figuresFrom(daily([...repeat(low, 4), ...high.slice(0, 7)])));
    expect(rose.indication).toBe("rose");
    const same = answer(await figuresFrom(daily(repeat([5, 90, 1, 30, 2, 60, 9], 5))));
    expect(same.indication).toBe("cannot be told");
    expect(reasons(same)).toEqual(["interval-holds-no-change"]);
  });

  it("VIO-41: an agreement that counts incidents cannot be judged by a source of deaths", async () => {
    const told = answer(await figuresFrom(daily([...high, ...low])), {
      agreementCounts: "incidents",
      target: { kind: "reduction", atLeast: 0.5 },
    });
    expect(told.indication).toBe("cannot be told");
    expect(reasons(told)).toEqual(["counts-incidents"]);
    expect(told).toMatchObject({ measure: "deaths", reduction: 0.9 });
    expect(told.sentence).toContain("Deaths do not say how many incidents there were.");
  });

  it("VIO-41: nor one that counts deaths by a file without deaths", async () => {
    const days = [...Array(28).keys()].flatMap((at) => Array(9).fill(day(at)) as string[]);
    const incidents = await incidentsIn(
      `id,date\n${[...days, day(30), day(34)].map((date, at) => `${at},${date}`).join("\n")}\n`,
    );
    const told = answer(figuresOf(incidents));
    expect(reasons(told)).toEqual(["counts-no-deaths"]);
    expect(told.measure).toBe("events");
    const asked = answer(figuresOf(incidents), { agreementCounts: "incidents" });
    expect(asked).toMatchObject({
      indication: "fell",
      measure: "events",
      window: { events: 2 },
      baseline: { eventsPerDay: 9 },
    });
    expect(caveats(asked)).not.toContain("fatal-only");
  });

  it("VIO-41: a plain file in which every event has a death is not said to be a source that lists no others", async () => {
    const rows = [...Array(35).keys()].map((at) => `${at},${day(at)},2`);
    const figures = figuresOf(await incidentsIn(`id,date,deaths\n${rows.join("\n")}\n`));
    const told = answer(figures, { agreementCounts: "incidents" });
    expect(reasons(told)).toEqual(["counts-incidents"]);
    expect(told.reasons[0]?.text).toContain("every event of this file has a death, so that it may list no others");
    expect(told.caveats.find(({ code }) => code === "fatal-only")?.text).toContain("may list no others");
    const bloodless = figuresOf(await incidentsIn(`id,date,deaths\n${rows.join("\n")}\n99,${day(3)},0\n`));
    expect(reasons(answer(bloodless, { agreementCounts: "incidents" }))).not.toContain("counts-incidents");
  });

  it("VIO-41: days that are not covered, too few, with too few records, or none", async () => {
    const figures = await figuresFrom(daily([...high, ...low]));
    const told = (question: Partial<Question>, from = figures) => {
      const given = answer(from, question);
      expect(given.indication).toBe("cannot be told");
      expect(given.sentence).toContain("Indication: cannot be told");
      return reasons(given);
    };
    expect(told({ window: period(day(30), day(36)) })).toEqual(["not-covered"]);
    expect(told({ baseline: { kind: "preceding", days: 29 } })).toEqual(["not-covered"]);
    expect(told({ window: period(day(28), day(33)) })).toEqual(["too-few-days"]);
    expect(told({ baseline: { kind: "preceding", days: 6 } })).toEqual(["too-few-days", "too-few-events"]);
    expect(told({ baseline: { kind: "agreed", perDay: 1 } })).toEqual(["too-few-events"]);
    const sparse = await figuresFrom([...daily([1, null, null, 1], 0), ...daily([1], 40)]);
    expect(told({}, sparse)).toEqual(["too-few-events"]);
    expect(
      told({ window: period(day(25), day(39)), baseline: { kind: "stated", ...period(day(5), day(20)) } }, sparse),
    ).toEqual(["nothing-to-compare"]);
    const none = answer(sparse, {
      window: period(day(25), day(39)),
      baseline: { kind: "stated", ...period(day(5), day(20)) },
    });
    expect(none).toMatchObject({ reduction: null, interval: null });
    // To fall below a number needs no baseline.
    const below = answer(sparse, {
      window: period(day(5), day(34)),
      baseline: { kind: "agreed", perDay: 3 },
      target: { kind: "below", perDay: 1 },
    });
    expect(below.indication).toBe("met");
  });

  it("VIO-46: a long record makes no later day covered", async () => {
    const rows = [...daily([...high, ...low]), { best: 1, date_start: day(20), date_end: day(170) }];
    const told = answer(await figuresFrom(rows), { window: period(day(100), day(127)) });
    expect(told).toMatchObject({ indication: "cannot be told", window: { daysNotCovered: 28 }, unlocated: null });
    // A record that is spread covers its days.
    const spread = answer(
      await figuresFrom([...daily([...high, ...low]), { best: 1, date_start: day(34), date_end: day(38) }]),
      {
        window: period(day(32), day(38)),
      },
    );
    expect(spread.window.daysNotCovered).toBe(0);
  });

  it("VIO-30: days before the year 1 are refused, and nothing throws", async () => {
    const figures = await figuresFrom(daily(low));
    const told = assess(figures, {
      window: period("0001-01-05", "0001-01-12"),
      baseline: { kind: "preceding", days: 21 },
    });
    expect(told.ok ? null : told.refusal.code).toBe("bad-baseline");
  });

  it("VIO-45: a stretch says how many of its days are not covered, and has no data in words", async () => {
    const figures = await figuresFrom(daily([...high, ...low]));
    const partly = answer(figures, { window: period(day(30), day(36)) });
    expect([partly.window.daysNotCovered, partly.baseline.days === null ? -1 : partly.baseline.daysNotCovered]).toEqual(
      [2, 0],
    );
    expect(partly.sentence).toMatch(/^Indication: cannot be told\. Deaths a day: no data in the window \(/u);
    const before = answer(figures, { baseline: { kind: "preceding", days: 30 } });
    expect(before.window.daysNotCovered).toBe(0);
    expect(before.baseline).toMatchObject({ days: 30, daysNotCovered: 2 });
    expect(before.sentence).toMatch(/Deaths a day: 5 in the window \([^)]*\), no data in the baseline \(/u);
    expect(caveats(before)).not.toContain("reporting-gap");
    const wholly = answer(figures, { window: period(day(100), day(120)) });
    expect(wholly.window).toMatchObject({ daysNotCovered: 21, deaths: 0 });
    expect(wholly.sentence).toContain("no data in the window");
    const told = answer(figures, { covered: period(day(0), day(120)), window: period(day(100), day(120)) });
    expect(told.window.daysNotCovered).toBe(0);
    expect(told.sentence).toContain("Deaths a day: 0 in the window");
  });

  it("VIO-41: two intervals that lead to different words", async () => {
    // Days that hang together: three bad weeks, then three good ones. The comparison that takes days as independent is surer.
    const figures = await figuresFrom(daily([...high, ...low]));
    const bounds = answer(figures).intervals;
    const [a, b] = [bounds.bootstrap?.reduction?.[0] ?? 0, bounds.negativeBinomial?.reduction?.[0] ?? 0];
    expect(a).not.toBe(b);
    const told = answer(figures, { target: { kind: "reduction", atLeast: (a + b) / 2 } });
    expect(told.indication).toBe("cannot be told");
    expect(reasons(told)).toEqual([a > b ? "intervals-disagree" : "interval-holds-target"]);
  });

  it("VIO-42: incidents are counted where the source lists those without a death", async () => {
    const head = "event_id_cnty,event_date,event_type,actor1,actor2,fatalities\n";
    const rows = Array.from({ length: 35 }, (_, at) => Array(at < 28 ? 12 : 2).fill(day(at)) as string[]).flat();
    const incidents = await incidentsIn(head + rows.map((date, at) => `L${at},${date},Battles,A,B,0\n`).join(""));
    const told = answer(figuresOf(incidents), {
      agreementCounts: "incidents",
      target: { kind: "reduction", atLeast: 0.7 },
    });
    expect(told).toMatchObject({ indication: "met", measure: "events", window: { eventsPerDay: 2, deaths: 0 } });
    expect(told.reduction).toBeCloseTo(5 / 6, 12);
    expect(caveats(told)).not.toContain("fatal-only");
  });
});

describe("what stands beside the figure", () => {
  it("VIO-43: records set apart, those that overlap first, then by deaths", async () => {
    const long = (from: number, to: number, best: number, province = "North"): Row => ({
      best,
      date_start: day(from),
      date_end: day(to),
      adm_1: province,
    });
    const rows = [
      ...daily([...high, ...low, ...low]),
      long(38, 50, 900),
      long(3, 12, 5),
      long(3, 13, 6),
      long(20, 40, 1, "South"),
    ];
    const told = answer(await figuresFrom(rows));
    expect(
      told.setApart.map(({ best, overlapsWindow, overlapsBaseline }) => [best, overlapsWindow, overlapsBaseline]),
    ).toEqual([
      [1, true, true],
      [6, false, true],
      [5, false, true],
      [900, false, false],
    ]);
    expect(told.setApartAll).toEqual({ records: 4, deaths: 912 });
    expect(told.caveats.find(({ code }) => code === "set-apart-overlaps")?.text).toContain(
      "3 records of more than 7 days (12 deaths) overlap the window (1)",
    );
    expect(answer(await figuresFrom(rows), { province: "North" }).setApart.length).toBe(3);
  });

  it("VIO-44: deaths of longer records that would make the word another are told at once", async () => {
    const long = (from: number, to: number, best: number): Row => ({
      best,
      date_start: day(from),
      date_end: day(to),
    });
    const told = async (rows: readonly Row[], question: Partial<Question> = {}) => {
      const given = answer(await figuresFrom(rows), question);
      expect(given.sentence.includes("with all of them within it")).toBe(given.couldTurn !== null);
      return [given.indication, given.couldTurn];
    };
    /** The share of the window's rate in the baseline's at the two ends of the interval. */
    const ratios = async (rows: readonly Row[]) => {
      const { interval } = answer(await figuresFrom(rows));
      if (interval === null) throw new Error("An interval is wanted.");
      return { most: 1 - interval[0], least: 1 - interval[1] };
    };
    const asksHalf = { target: { kind: "reduction", atLeast: 0.5 } } as const;
    // 35 deaths in the window, 50 a day before. The interval is carried up by the added deaths, in proportion.
    const fell = daily([...high, ...low]);
    const { most } = await ratios(fell);
    for (const [question, reach, word] of [
      [{}, 1, "fell"],
      [asksHalf, 0.5, "met"],
    ] as const) {
      const enough = Math.ceil(35 * (reach / most - 1));
      expect(await told([...fell, long(25, 34, enough - 1)], question)).toEqual([word, null]);
      expect(await told([...fell, long(25, 34, enough), long(26, 35, 1)], question)).toEqual([
        word,
        { overlapping: "window", records: 2, deaths: enough + 1 },
      ]);
    }
    expect(await told([...fell, long(10, 20, 9000)])).toEqual(["fell", null]);
    const below = { target: { kind: "below", perDay: 10 } } as const;
    const highest = answer(await figuresFrom(fell), below).intervals.bootstrap?.perDay[1] ?? 0;
    const enoughBelow = Math.ceil(35 * (10 / highest - 1));
    expect(await told([...fell, long(27, 34, enoughBelow - 1)], below)).toEqual(["met", null]);
    expect(await told([...fell, long(27, 34, enoughBelow + 1)], below)).toMatchObject([
      "met",
      { deaths: enoughBelow + 1 },
    ]);
    // The other way: 5 a day before, 50 a day in the window. Deaths of the baseline's days could make a rise a fall.
    const rose = daily([...repeat(low, 4), ...high.slice(0, 7)]);
    const { least } = await ratios(rose);
    const enoughBefore = Math.ceil(140 * (least - 1));
    expect(await told([...rose, long(3, 12, enoughBefore - 1)])).toMatchObject(["rose", null]);
    expect(await told([...rose, long(3, 12, enoughBefore + 1)])).toMatchObject([
      "rose",
      { overlapping: "baseline", deaths: enoughBefore + 1 },
    ]);
    expect(await told([...rose, long(3, 12, 9000)], below)).toMatchObject(["not met", null]);
  });

  it("VIO-20 VIO-43: the definition, and caveats in the order in which they should be read", async () => {
    const rows = [
      ...daily([...high.slice(0, 27), null, ...low]),
      { id: 1, best: 3 },
      { best: 4, low: 5, high: 6 },
      { where_prec: 6 },
      { date_start: "nonsense" },
    ];
    const told = answer(await figuresFrom(rows));
    expect(told.definition.sentences[0]).toBe("Counted: state-based records.");
    expect(caveats(told)).toEqual(
      [
        "indication-only",
        "fatal-only",
        "reporting-gap",
        "reporting-lag",
        "reporting-range",
        "unlocated",
        "kept-apart",
        "out-of-order",
        "unreadable-rows",
        "season-not-known",
      ].filter((code) => caveats(told).includes(code as never)),
    );
    for (const code of [
      "indication-only",
      "fatal-only",
      "reporting-gap",
      "unlocated",
      "kept-apart",
      "out-of-order",
      "unreadable-rows",
    ])
      expect(caveats(told)).toContain(code);
    for (const { text } of told.caveats) expect(text).toMatch(/^[A-Z0-9].*\.$/su);
  });

  it("VIO-26: the source's own low and high figures leave a range of another sort", async () => {
    const rows = daily([...high, ...low]).map((row) => ({
      ...row,
      low: Number(row.best) - 1,
      high: Number(row.best) * 2,
    }));
    const told = answer(await figuresFrom(rows));
    expect(told.reportingRange).toEqual([1 - (10 * 28) / (1400 - 28), 1 - (4 * 28) / 2800]);
    expect(caveats(told)).toContain("reporting-range");
  });
});
