import type { DailyFigures } from "../count.ts";
import type { Assessment, CaveatCode, Period, SetApartRecord, Told } from "../model.ts";
import { type DaySpan, overlap, spanOf } from "./day-span.ts";
import { count, rangeInWords } from "./in-words.ts";

interface About {
  readonly figures: DailyFigures;
  readonly spans: readonly DaySpan[];
  readonly covered: Period | null;
  readonly dayMissing: boolean;
  readonly setApart: readonly SetApartRecord[];
}

type Answer = Omit<Assessment, "sentence" | "caveats">;

/** What the figures cannot see and what stands beside them, in the order in which it should be read. */
export function caveatsOf(answer: Answer, about: About): readonly Told<CaveatCode>[] {
  return order.flatMap((code) => {
    const text = wording[code](answer, about);
    return text === null ? [] : [{ code, text }];
  });
}

const order: readonly CaveatCode[] = [
  "indication-only",
  "fatal-only",
  "set-apart-overlaps",
  "reporting-gap",
  "reporting-lag",
  "reporting-range",
  "unlocated",
  "kept-apart",
  "out-of-order",
  "unreadable-rows",
  "placed-by-nearness",
  "season-not-known",
  "day-not-in-year",
  "derived-series",
];

/** The sentence for a caveat, or null where it does not hold. */
const wording: Record<CaveatCode, (answer: Answer, about: About) => string | null> = {
  "indication-only": () =>
    "This figure is an indication. Whether the agreement is kept is for the agreed body to find, and who did what is a step of its own.",
  "fatal-only": (_, { figures }) =>
    !figures.coverage.fatalOnly
      ? null
      : figures.coverage.format === "plain"
        ? "Every event of the file has a death, so that it may list no others: shelling, raids and threats that killed nobody may not be seen."
        : "The source lists only events with a death: shelling, raids and threats that killed nobody are not seen.",
  "set-apart-overlaps": (_, { setApart, figures }) => {
    const overlapping = setApart.filter((record) => record.overlapsWindow || record.overlapsBaseline);
    if (overlapping.length === 0) return null;
    const deaths = overlapping.reduce((sum, { best }) => sum + best, 0);
    const inWindow = overlapping.filter((record) => record.overlapsWindow).length;
    const long = figures.definition.multiDay === "spread" ? figures.definition.daysMax : 1;
    const inBaseline = overlapping.filter((record) => record.overlapsBaseline).length;
    const [overlap, are, their] = overlapping.length === 1 ? ["overlaps", "is", "its"] : ["overlap", "are", "their"];
    const where = [
      ...(inWindow > 0 ? [`the window (${inWindow})`] : []),
      ...(inBaseline > 0 ? [`the baseline (${inBaseline})`] : []),
    ];
    return `${count(overlapping.length, "record")} of more than ${count(long, "day")} (${count(deaths, "death")}) ${overlap} ${where.join(" and ")} and ${are} in no figure: ${their} days are not known.`;
  },
  "reporting-gap": ({ window, baseline }) => {
    const [here, there] = [window.daysWithoutRecord, baseline.days === null ? 0 : baseline.daysWithoutRecord];
    const isCovered = window.daysNotCovered === 0 && (baseline.days === null || baseline.daysNotCovered === 0);
    // Days that are not covered are told as the reason why nothing can be told.
    if (here + there === 0 || !isCovered) return null;
    return `No record touches ${here} of the ${window.days} days of the window${baseline.days === null ? "" : ` and ${there} of the ${baseline.days} of the baseline`}. The file cannot tell whether nothing happened or nothing was reported.`;
  },
  "reporting-lag": (_, { figures, spans, covered }) => {
    const { lag } = figures.coverage;
    if (lag === null || covered === null) return null;
    const last = spanOf(covered).to;
    if (!spans.some(({ to }) => to > last - Math.max(0, lag.ninetiethDays))) return null;
    return `Nine in ten records were reported within ${count(lag.ninetiethDays, "day")} and one only after ${count(lag.maxDays, "day")}. The last days that the file covers may still rise.`;
  },
  "reporting-range": ({ reportingRange }) =>
    reportingRange === null || reportingRange[0] === reportingRange[1]
      ? null
      : `The source's own low and high figures leave open ${rangeInWords(reportingRange)}. This is doubt about what was reported, beside the interval, which says how far days differ.`,
  unlocated: ({ unlocated, province }) => {
    if (unlocated === null) return null;
    const events = unlocated.window.events + (unlocated.baseline?.events ?? 0);
    const deaths = unlocated.window.deaths + (unlocated.baseline?.deaths ?? 0);
    if (events === 0) return null;
    return `${count(events, "record")} (${count(deaths, "death")}) in the window or the baseline ${events === 1 ? "names" : "name"} no province${province === null ? "" : `, so that ${province} may have had more`}.`;
  },
  "kept-apart": (_, { figures, spans }) => {
    const all = figures.coverage.apart.reduce((sum, { records }) => sum + records, 0);
    const apart = figures.apart.filter((record) => {
      const [a, b] = [spanOf(record), spanOf({ from: record.to, to: record.from })];
      return spans.some((span) => overlap(a.from <= a.to ? a : b, span));
    });
    if (all === 0 && figures.apart.length === 0) return null;
    const deaths = apart.reduce((sum, { best }) => sum + best, 0);
    return `${count(all + outOfOrderApart(figures), "record")} of the file ${all === 1 ? "is" : "are"} kept apart as repeated, withdrawn, impossible or out of order; of the counted types ${apart.length} (${count(deaths, "death")}) would touch the window or the baseline.`;
  },
  "out-of-order": (_, { figures }) => {
    const { records } = figures.coverage.outOfOrder;
    if (records === 0 || figures.definition.outOfOrder === "keep-apart") return null;
    return `In ${count(records, "record")} of the file low, best and high do not rise in this order; they are counted by their best figure alone.`;
  },
  "unreadable-rows": (_, { figures }) => {
    const { unreadable, rows } = figures.coverage;
    return unreadable === 0
      ? null
      : `${count(unreadable, "row")} of ${count(rows, "row")} could not be read and are in no figure.`;
  },
  "placed-by-nearness": (_, { figures }) => {
    const { near } = figures.coverage;
    return near === 0
      ? null
      : `${count(near, "record")} of the file lie in no province of the map and are counted in the nearest.`;
  },
  "season-not-known": ({ season, baseline, target }) =>
    season !== null || baseline.kind === "same-days" || baseline.kind === "agreed" || target?.kind === "below"
      ? null
      : "The file does not hold three other years of the same days, so that the season is not taken into account.",
  "day-not-in-year": (_, { dayMissing }) =>
    dayMissing
      ? "A day of the window, 29 February, is not in every other year; the days that exist are compared."
      : null,
  "derived-series": (_, { figures }) =>
    figures.from === "series"
      ? `From derived daily figures${figures.attribution === null ? "" : ` (${figures.attribution})`}: another definition cannot be asked for, and no counted record can be opened.`
      : null,
};

/** Records that only the definition keeps apart. */
const outOfOrderApart = (figures: DailyFigures): number =>
  figures.definition.outOfOrder === "keep-apart" ? figures.apart.filter(({ apart }) => apart === null).length : 0;
