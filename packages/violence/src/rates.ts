import { dateOfDay, dayNumberOf } from "@parley/calendar";
import type { DailyFigures } from "./count.ts";
import { type DaySeries, emptySeries, sumOver } from "./internal/day-series.ts";
import type { Period, Rate } from "./model.ts";

/** Days in a row that no record touches. */
export interface Gap extends Period {
  readonly days: number;
}

/**
 * Figures of one group (null, the default: all) by day or by week, days without a record included. Weeks begin on
 * `weekBegins`, 1 Monday to 7 Sunday, default 1; the first and the last may be cut short by `within`. Defaults to the days with
 * records. A group that is not there gives an empty list.
 */
export function ratesOf(
  figures: DailyFigures,
  asked: {
    readonly group?: string | null;
    readonly per: "day" | "week";
    readonly within?: Period;
    readonly weekBegins?: number;
  },
): readonly Rate[] {
  const series = seriesOf(figures, asked.group ?? null);
  const within = asked.within ?? figures.days;
  if (series === null || within === null) return [];
  const weekBegins = asked.weekBegins ?? 1;
  if (!Number.isInteger(weekBegins) || weekBegins < 1 || weekBegins > 7) throw new RangeError("weekBegins is 1 to 7.");
  const last = dayNumberOf(within.to);
  const rates: Rate[] = [];
  for (let from: number = dayNumberOf(within.from); from <= last; ) {
    const to = asked.per === "day" ? from : Math.min(last, from + 6 - ((weekdayOf(from) - weekBegins + 7) % 7));
    rates.push(rateOver(series, { from, to, scale: figures.scale }));
    from = to + 1;
  }
  return rates;
}

/** 1 Monday to 7 Sunday; 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Figures over one stretch of days. */
export function rateOver(
  series: DaySeries,
  { from, to, scale }: { readonly from: number; readonly to: number; readonly scale: number },
): Rate {
  const sum = sumOver(series, from, to);
  return {
    from: dateOfDay(from),
    to: dateOfDay(to),
    days: to - from + 1,
    events: sum.touching,
    eventsSpread: sum.events / scale,
    deaths: sum.deaths / scale,
    deathsLow: sum.low / scale,
    deathsHigh: sum.high / scale,
  };
}

/** The series of a group, or of all; null when there is no such group. A province of the map without records has an empty one. */
export function seriesOf(figures: DailyFigures, group: string | null): DaySeries | null {
  if (group === null) return figures.whole;
  const at = figures.groups.indexOf(group);
  return at < 0 ? null : (figures.series[at] ?? emptySeries(0));
}

/**
 * Stretches of at least `daysMin` days (default 1) without a counted record, within the days given or those that the file covers.
 * No record is no report, which is not the same as no violence.
 */
export function gapsOf(
  figures: DailyFigures,
  asked: { readonly group?: string | null; readonly daysMin?: number; readonly within?: Period } = {},
): readonly Gap[] {
  const series = seriesOf(figures, asked.group ?? null);
  const within = asked.within ?? figures.coverage.days;
  if (series === null || within === null) return [];
  const [first, last] = [dayNumberOf(within.from), dayNumberOf(within.to)];
  const gaps: Gap[] = [];
  let from: number = first;
  const close = (to: number) => {
    if (to - from + 1 >= (asked.daysMin ?? 1) && to >= from)
      gaps.push({ from: dateOfDay(from), to: dateOfDay(to), days: to - from + 1 });
  };
  for (const day of series.days as Iterable<number>) {
    if (day < first || day > last) continue;
    close(day - 1);
    from = day + 1;
  }
  close(last);
  return gaps;
}
