import type { IndicationWord, Interval, Target } from "../model.ts";

/**
 * The word for an interval. With a target: met or not met when the whole interval says so. Without: fell or rose when the whole
 * interval lies on one side of no change. Else it cannot be told.
 */
export function judge(target: Target | null, reduction: Interval | null, perDay: Interval): IndicationWord {
  if (target?.kind === "below")
    return perDay[1] < target.perDay ? "met" : perDay[0] >= target.perDay ? "not met" : "cannot be told";
  if (reduction === null) return "cannot be told";
  const [low, high] = reduction;
  if (target !== null) return low >= target.atLeast ? "met" : high < target.atLeast ? "not met" : "cannot be told";
  return low > 0 ? "fell" : high < 0 ? "rose" : "cannot be told";
}

/** Reduction from a ratio of window to baseline: the larger ratio is the smaller reduction. */
export const reductionOf = ([low, high]: Interval): Interval => [1 - high, 1 - low];
