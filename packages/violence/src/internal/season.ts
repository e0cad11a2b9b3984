import type { Interval, Period } from "../model.ts";
import { type DaySeries, sumOver } from "./day-series.ts";
import { type DaySpan, daysIn, sameDaysIn, spanOf, within } from "./day-span.ts";
import { studentBound } from "./student.ts";

/** Fewer other years say nothing of a season. */
export const seasonYearsLeast = 3;

/** What the same days did in other years. */
export interface SeasonRatio {
  readonly years: readonly number[];
  readonly ratio: number;
  /** Within which the ratio of one more year would lie. */
  readonly within: Interval;
}

/**
 * The ratio of the window's days to the baseline's days in every other year that the data cover in full: its geometric mean and
 * a prediction interval for one more year (on logarithms, Student's t with years - 1 degrees of freedom). Null where there are
 * fewer than {@link seasonYearsLeast} years with a count in both.
 */
export function seasonRatio(
  series: DaySeries,
  asked: {
    readonly window: Period;
    readonly baseline: Period;
    readonly covered: DaySpan;
    readonly figure: "deaths" | "events";
    readonly confidence: number;
  },
): SeasonRatio | null {
  const own = Number(asked.window.from.slice(0, 4));
  const years: number[] = [];
  const logs: number[] = [];
  const taken = [spanOf(asked.window), spanOf(asked.baseline)];
  for (let later = -120; later <= 120; later += 1) {
    if (later === 0) continue;
    const window = sameDaysIn(asked.window, later)?.span;
    const baseline = sameDaysIn(asked.baseline, later)?.span;
    if (window === undefined || baseline === undefined) continue;
    if (![window, baseline].every((span) => within(span, asked.covered))) continue;
    // Days that are being compared cannot also say what is usual.
    if (taken.some((span) => [window, baseline].some((other) => span.from <= other.to && other.from <= span.to)))
      continue;
    const rate = (span: DaySpan) => sumOver(series, span.from, span.to)[asked.figure] / daysIn([span]);
    const [a, b] = [rate(window), rate(baseline)];
    if (a === 0 || b === 0) continue;
    years.push(own + later);
    logs.push(Math.log(a / b));
  }
  if (logs.length < seasonYearsLeast) return null;
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
  const width = studentBound(asked.confidence, logs.length - 1) * Math.sqrt(variance * (1 + 1 / logs.length));
  return { years, ratio: Math.exp(mean), within: [Math.exp(mean - width), Math.exp(mean + width)] };
}
