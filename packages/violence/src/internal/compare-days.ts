import type { Interval } from "../model.ts";
import { blockDays, bootstrapMeans, middleOf } from "./block-bootstrap.ts";
import { type DayGroup, dayGroup, dispersionOf, logVariance, meanWithin } from "./negative-binomial.ts";
import { SeededNumbers } from "./random.ts";
import { studentBound } from "./student.ts";

/** Two groups of days, or one and an agreed number per day. */
export interface Compared {
  readonly window: readonly Float64Array[];
  /** Null where the baseline is an agreed number. */
  readonly baseline: readonly Float64Array[] | null;
  readonly agreedPerDay: number | null;
  readonly confidence: number;
  readonly draws: number;
  readonly seed: number;
}

/** Intervals of window / baseline and of the window's figure per day. */
export interface Bounds {
  readonly ratio: Interval;
  readonly perDay: Interval;
}

/** How a group's mean differs from draw to draw, on the scale of logarithms. */
interface Drawn {
  readonly deviations: Float64Array;
  readonly variance: number;
  readonly freedom: number;
  readonly blockDays: number;
}

/**
 * The block bootstrap of both means. A circular bootstrap of few blocks varies too little, so its deviations are widened twice: by the root of
 * days / (days - block days), and by Student's t over the normal bound, with 1.5 (blocks - 1) degrees of freedom for blocks that
 * overlap (M. S. Meketon and B. Schmeiser, Winter Simulation Conference 1984), joined by Satterthwaite's rule (Biometrics
 * Bulletin 2, 1946). Null where a mean is 0: nothing can then vary.
 */
export function blockBounds(
  compared: Compared,
): (Bounds & { readonly blocks: readonly [number, number | null] }) | null {
  const { window, baseline, confidence } = compared;
  const random = new SeededNumbers(compared.seed);
  const [meanWindow, meanBaseline] = [
    meanOf(window),
    baseline === null ? (compared.agreedPerDay ?? 0) : meanOf(baseline),
  ];
  if (meanWindow === 0 || meanBaseline === 0) return null;
  const ofWindow = drawn(window, { draws: compared.draws, random });
  const ofBaseline = baseline === null ? null : drawn(baseline, { draws: compared.draws, random });
  const normal = studentBound(confidence, 1000);
  const spread = (deviations: Float64Array, freedom: number): Interval => {
    const wider = studentBound(confidence, freedom) / normal;
    const [low, high] = middleOf(deviations, confidence);
    return [Math.exp(low * wider), Math.exp(high * wider)];
  };
  const both = ofWindow.deviations.map((deviation, draw) => deviation - (ofBaseline?.deviations[draw] ?? 0));
  const ratio = spread(both, joinedFreedom(ofWindow, ofBaseline));
  const own = spread(ofWindow.deviations, ofWindow.freedom);
  return {
    ratio: scaled(ratio, meanWindow / meanBaseline),
    perDay: scaled(own, meanWindow),
    blocks: [ofWindow.blockDays, ofBaseline?.blockDays ?? null],
  };
}

const scaled = ([low, high]: Interval, by: number): Interval => [low * by, high * by];

function drawn(
  stretches: readonly Float64Array[],
  asked: { readonly draws: number; readonly random: SeededNumbers },
): Drawn {
  const means = bootstrapMeans(stretches, asked);
  const mean = meanOf(stretches);
  const days = stretches.reduce((sum, values) => sum + values.length, 0);
  // Stretches of one length but for 29 February: the blocks of the longest are told.
  const length = Math.max(...stretches.map((values) => blockDays(values.length)));
  const widen = Math.sqrt(days / Math.max(1, days - length));
  // A draw without a death counts as half a death: its logarithm would be without end.
  const least = 0.5 / days;
  const deviations = means.map((drawnMean) => Math.log(Math.max(least, drawnMean) / mean) * widen);
  const centre = deviations.reduce((sum, value) => sum + value, 0) / deviations.length;
  const variance = deviations.reduce((sum, value) => sum + (value - centre) ** 2, 0) / deviations.length;
  return { deviations, variance, freedom: Math.max(1, 1.5 * (days / length - 1)), blockDays: length };
}

function joinedFreedom(a: Drawn, b: Drawn | null): number {
  if (b === null) return a.freedom;
  const least = a.variance ** 2 / a.freedom + b.variance ** 2 / b.freedom;
  return least === 0 ? a.freedom + b.freedom : Math.max(1, Math.round((a.variance + b.variance) ** 2 / least));
}

export function meanOf(stretches: readonly Float64Array[]): number {
  const { days, sum } = dayGroup(stretches);
  return days === 0 ? 0 : sum / days;
}

/** The negative binomial comparison, which takes days as independent. Null where the baseline's mean is 0. */
export function negativeBinomialBounds(compared: Compared): (Bounds & { readonly dispersion: number }) | null {
  const { confidence } = compared;
  const window = dayGroup(compared.window);
  const baseline: DayGroup | null = compared.baseline === null ? null : dayGroup(compared.baseline);
  const against = baseline === null ? (compared.agreedPerDay ?? 0) : baseline.sum / baseline.days;
  if (against === 0) return null;
  const groups = baseline === null ? [window] : [window, baseline];
  const dispersion = dispersionOf(groups);
  const freedom = groups.reduce((sum, { days }) => sum + days - 1, 0);
  const perDay = meanWithin(window, { dispersion, confidence, freedom });
  if (window.sum === 0) {
    const least = baseline === null ? against : meanWithin(baseline, { dispersion, confidence, freedom })[0];
    return { ratio: [0, perDay[1] / least], perDay, dispersion };
  }
  const variance = logVariance(window, dispersion) + (baseline === null ? 0 : logVariance(baseline, dispersion));
  const width = Math.exp(studentBound(confidence, freedom) * Math.sqrt(variance));
  const ratio = window.sum / window.days / against;
  return { ratio: [ratio / width, ratio * width], perDay, dispersion };
}
