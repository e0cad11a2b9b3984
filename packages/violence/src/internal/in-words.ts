import { longDate, shortDate } from "@parley/calendar";
import type { Interval, Period } from "../model.ts";

/** 0.8897 is "89.0%". */
export const percent = (share: number): string => `${(share * 100).toFixed(1).replace("-0.0", "0.0")}%`;

/** A fall by 89.0%, a rise by 12.0%, no change. */
export function changeInWords(reduction: number): string {
  const text = percent(Math.abs(reduction));
  return text === "0.0%" ? "no change" : reduction > 0 ? `a fall by ${text}` : `a rise by ${text}`;
}

/** "a fall by 82.1% to a fall by 93.5%", in rising order of reduction. */
export const rangeInWords = ([low, high]: Interval): string => `${changeInWords(low)} to ${changeInWords(high)}`;

export const count = (value: number, one: string, many = `${one}s`): string =>
  `${value.toLocaleString("en", { maximumFractionDigits: 2 })} ${value === 1 ? one : many}`;

export const perDayInWords = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 2 });

export function periodInWords({ from, to }: Period): string {
  if (from === to) return longDate(from);
  return `${shortDate(from)} to ${shortDate(to)}`;
}
