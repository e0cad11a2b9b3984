import type { DailyFigures } from "../count.ts";
import type { Period, PeriodFigures, Unlocated } from "../model.ts";
import { unlocatedName } from "../model.ts";
import { type DaySeries, sumOver } from "./day-series.ts";
import { type DaySpan, daysIn, daysOf, daysShared, periodOf, spanOf } from "./day-span.ts";

/** Adds up a series over spans; `scale` turns its unit into deaths and events. */
export function periodFigures(
  series: DaySeries,
  {
    spans,
    scale,
    covered,
  }: { readonly spans: readonly DaySpan[]; readonly scale: number; readonly covered: Period | null },
): PeriodFigures {
  const sum = { deaths: 0, low: 0, high: 0, events: 0, touching: 0, empty: 0 };
  for (const span of spans) {
    const part = sumOver(series, span.from, span.to);
    sum.deaths += part.deaths;
    sum.low += part.low;
    sum.high += part.high;
    sum.events += part.events;
    sum.touching += part.touching;
    sum.empty += daysOf(span) - part.daysWithRecord;
  }
  const days = daysIn(spans);
  return {
    periods: spans.map(periodOf),
    days,
    events: sum.touching,
    eventsSpread: sum.events / scale,
    deaths: sum.deaths / scale,
    deathsLow: sum.low / scale,
    deathsHigh: sum.high / scale,
    deathsPerDay: sum.deaths / (scale * days),
    eventsPerDay: sum.events / (scale * days),
    daysWithoutRecord: sum.empty,
    daysNotCovered: spans.reduce(
      (left, span) => left + daysOf(span) - (covered === null ? 0 : daysShared(span, spanOf(covered))),
      0,
    ),
  };
}

/** Counted records without a province over spans. */
export function unlocatedIn(figures: DailyFigures, spans: readonly DaySpan[]): Unlocated {
  const series = figures.series[figures.groups.indexOf(unlocatedName)];
  const [out, scale] = [{ events: 0, deaths: 0 }, figures.scale];
  for (const span of series === undefined ? [] : spans) {
    const sum = sumOver(series as DaySeries, span.from, span.to);
    out.events += sum.touching;
    out.deaths += sum.deaths;
  }
  return { events: out.events, deaths: out.deaths / scale };
}
