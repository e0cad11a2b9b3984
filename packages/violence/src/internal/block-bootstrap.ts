import type { SeededNumbers } from "./random.ts";

/**
 * The days of a block: the cube root of the days of the stretch, rounded up. The order n^(1/3) is the best for the variance of
 * a mean (H. R. Künsch, Annals of Statistics 17, 1989; P. Hall, J. L. Horowitz and B.-Y. Jing, Biometrika 82, 1995).
 */
export const blockDays = (days: number): number => Math.min(days, Math.ceil(Math.cbrt(days) - 1e-9));

/**
 * Means per day of stretches drawn anew, `draws` of them. Each stretch is put together from blocks of its own days in a row,
 * begun anywhere and running on from its last day to its first (circular blocks: D. N. Politis and J. P. Romano, in Exploring
 * the Limits of Bootstrap, 1992), so that days that follow each other stay together. Cost: draws times blocks.
 */
export function bootstrapMeans(
  stretches: readonly Float64Array[],
  { draws, random }: { readonly draws: number; readonly random: SeededNumbers },
): Float64Array {
  const means = new Float64Array(draws);
  let days = 0;
  for (const values of stretches) {
    days += values.length;
    addDraws(means, values, random);
  }
  for (let draw = 0; draw < draws; draw += 1) means[draw] = (means[draw] as number) / days;
  return means;
}

/** Adds to each draw the sum of one stretch drawn anew. */
function addDraws(sums: Float64Array, values: Float64Array, random: SeededNumbers): void {
  const days = values.length;
  if (days === 0) return;
  // Sums from the first day on, over the stretch twice: the sum of any block is then one subtraction.
  const upTo = new Float64Array(2 * days + 1);
  for (let at = 0; at < 2 * days; at += 1) upTo[at + 1] = (upTo[at] as number) + (values[at % days] as number);
  const length = blockDays(days);
  const whole = Math.floor(days / length);
  const rest = days - whole * length;
  for (let draw = 0; draw < sums.length; draw += 1) {
    let sum = 0;
    for (let block = 0; block < whole; block += 1) {
      const start = random.below(days);
      sum += (upTo[start + length] as number) - (upTo[start] as number);
    }
    if (rest > 0) {
      const start = random.below(days);
      sum += (upTo[start + rest] as number) - (upTo[start] as number);
    }
    sums[draw] = (sums[draw] as number) + sum;
  }
}

/** The interval that holds the middle share of the values (percentiles; B. Efron, 1979). Sorts the values. */
export function middleOf(values: Float64Array, share: number): readonly [number, number] {
  values.sort();
  const at = (part: number) => {
    const place = part * (values.length - 1);
    const below = Math.floor(place);
    const [a, b] = [values[below] as number, values[Math.min(values.length - 1, below + 1)] as number];
    return a === b ? a : a + (place - below) * (b - a);
  };
  return [at((1 - share) / 2), at((1 + share) / 2)];
}
