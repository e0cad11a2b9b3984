import { studentBound } from "./student.ts";

/** A group of days with one mean. */
export interface DayGroup {
  readonly days: number;
  readonly sum: number;
  /** Sum of squared differences from the group's mean. */
  readonly squares: number;
}

export function dayGroup(stretches: readonly Float64Array[]): DayGroup {
  let [days, sum] = [0, 0];
  for (const values of stretches) {
    days += values.length;
    for (const value of values) sum += value;
  }
  const mean = days === 0 ? 0 : sum / days;
  let squares = 0;
  for (const values of stretches) for (const value of values) squares += (value - mean) ** 2;
  return { days, sum, squares };
}

/**
 * The common dispersion of groups of days, by moments: a day's variance is mean + dispersion * mean^2, and the excess of the
 * variances over the means is summed over groups with their degrees of freedom as weights (C. I. Bliss and A. R. G. Owen,
 * Biometrika 45, 1958). 0, Poisson, where the days differ less than that.
 */
export function dispersionOf(groups: readonly DayGroup[]): number {
  let [excess, meanSquares] = [0, 0];
  for (const { days, sum, squares } of groups) {
    if (days < 2) continue;
    const mean = sum / days;
    excess += squares - (days - 1) * mean;
    meanSquares += (days - 1) * mean * mean;
  }
  return meanSquares === 0 ? 0 : Math.max(0, excess / meanSquares);
}

/** Variance of the logarithm of a group's mean (delta method): 1/sum + dispersion/days. */
export const logVariance = ({ days, sum }: DayGroup, dispersion: number): number => 1 / sum + dispersion / days;

/** The mean per day with its interval, on the scale of logarithms. Of a group without a count: from 0 to {@link zeroBound}. */
export function meanWithin(
  group: DayGroup,
  {
    dispersion,
    confidence,
    freedom,
  }: { readonly dispersion: number; readonly confidence: number; readonly freedom: number },
): readonly [number, number] {
  if (group.sum === 0) return [0, zeroBound(group.days, { dispersion, confidence })];
  const mean = group.sum / group.days;
  const width = Math.exp(studentBound(confidence, freedom) * Math.sqrt(logVariance(group, dispersion)));
  return [mean / width, mean * width];
}

/** The largest mean per day at which so many days without a count are still as likely as (1 - confidence) / 2. */
export function zeroBound(
  days: number,
  { dispersion, confidence }: { readonly dispersion: number; readonly confidence: number },
): number {
  const chance = (1 - confidence) / 2;
  if (dispersion < 1e-9) return -Math.log(chance) / days;
  // P(0) of one day is (1 + dispersion * mean)^(-1/dispersion).
  return (chance ** (-dispersion / days) - 1) / dispersion;
}
