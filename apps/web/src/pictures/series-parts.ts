import type { AssessmentAnswer, CeasefireAnswer } from "@parley/process";

export type SeriesRate = CeasefireAnswer["days"][number];

const millisecondsPerDay = 86_400_000;
/** Room on each side of the window and its baseline, at least, in days. */
const contextDaysMin = 30;

/** What the lines count: the file's deaths, or its events where the agreement counts incidents and the file can. */
export type Measure = "deaths" | "events";

export function measureOf(
  { agreementCounts }: AssessmentAnswer,
  { fatalOnly }: { readonly fatalOnly: boolean },
): Measure {
  return agreementCounts === "incidents" && !fatalOnly ? "events" : "deaths";
}

export function figureOf(rate: SeriesRate, measure: Measure): number {
  return measure === "deaths" ? rate.deathsPerDay : rate.events / (daysFrom(rate.from, rate.to) + 1);
}

/** Days from one to the other; 0 for the same day. */
export function daysFrom(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;
}

/** The days near the window and its baseline: these, and about as many again on either side. */
export function daysNear(days: readonly SeriesRate[], assessment: AssessmentAnswer): readonly SeriesRate[] {
  const periods = [...assessment.window.periods, ...assessment.baseline.periods];
  const [first] = periods.map(({ from }) => from).sort();
  const last = periods
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return days;
  const room = Math.max(contextDaysMin, daysFrom(first, last) + 1);
  return days.filter(({ from, to }) => daysFrom(from, first) <= room && daysFrom(last, to) <= room);
}

/** The interval of the reduction as figures per day around the baseline's; null where it cannot be so told. */
export function bandOf({ interval, baseline }: AssessmentAnswer, measure: Measure): readonly [number, number] | null {
  const base = measure === "deaths" ? baseline.deathsPerDay : baseline.eventsPerDay;
  if (interval === null || base === null) return null;
  return [Math.max(0, base * (1 - interval[1])), Math.max(0, base * (1 - interval[0]))];
}

/** A whole step for an axis, so that at most four lines are drawn up to the highest figure. */
export function stepFor(most: number): number {
  for (let unit = 0.01; ; unit *= 10)
    for (const step of [unit, unit * 2, unit * 5]) if (most / step <= 4) return Math.round(step * 100) / 100;
}
