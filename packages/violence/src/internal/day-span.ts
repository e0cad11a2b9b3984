import { type CivilDate, dateOfDay, dayNumberOf, daysInMonth, partsOf } from "@parley/calendar";
import type { Period } from "../model.ts";

/** Whole days from a first to a last day number, both counted. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

export const spanOf = ({ from, to }: Period): DaySpan => ({ from: dayNumberOf(from), to: dayNumberOf(to) });

export const periodOf = ({ from, to }: DaySpan): Period => ({ from: dateOfDay(from), to: dateOfDay(to) });

export const daysOf = ({ from, to }: DaySpan): number => to - from + 1;

export const daysIn = (spans: readonly DaySpan[]): number => spans.reduce((sum, span) => sum + daysOf(span), 0);

export const overlap = (a: DaySpan, b: DaySpan): boolean => a.from <= b.to && b.from <= a.to;

export const daysShared = (a: DaySpan, b: DaySpan): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);

export const within = (inner: DaySpan, outer: DaySpan): boolean => inner.from >= outer.from && inner.to <= outer.to;

/**
 * The same days of the calendar so many years later or earlier. A 29 February at an end that the year has not is left out; null
 * when nothing is left, or the years run out of the calendar.
 */
export function sameDaysIn(
  period: Period,
  yearsLater: number,
): { readonly span: DaySpan; readonly dayMissing: boolean } | null {
  const from = shifted(period.from, yearsLater, "after");
  const to = shifted(period.to, yearsLater, "before");
  if (from === null || to === null || from.day > to.day) return null;
  return { span: { from: from.day, to: to.day }, dayMissing: from.missing || to.missing };
}

function shifted(date: CivilDate, yearsLater: number, otherwise: "after" | "before") {
  const { year, month, day } = partsOf(date);
  const there = year + yearsLater;
  if (there < 1 || there > 9998) return null;
  const missing = day > daysInMonth({ year: there, month });
  const kept = missing ? daysInMonth({ year: there, month }) : day;
  const text = `${String(there).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(kept).padStart(2, "0")}`;
  const number = dayNumberOf(text as CivilDate);
  return { day: missing && otherwise === "after" ? number + 1 : number, missing };
}
