import { describe, expect, it } from "vitest";
import { blockDays, bootstrapMeans, middleOf } from "../src/internal/block-bootstrap.ts";
import { blockBounds, negativeBinomialBounds } from "../src/internal/compare-days.ts";
import { dayGroup, dispersionOf, zeroBound } from "../src/internal/negative-binomial.ts";
import { SeededNumbers } from "../src/internal/random.ts";
import { studentBound, studentWithin } from "../src/internal/student.ts";

const days = Float64Array.of(3, 0, 7, 1, 4);

describe("the block bootstrap", () => {
  it("VIO-32: a block has the cube root of the days, rounded up", () => {
    expect([1, 7, 8, 9, 21, 27, 28, 90, 3650].map(blockDays)).toEqual([1, 2, 2, 3, 3, 3, 4, 5, 16]);
  });

  it("VIO-32: draws are those of blocks added day by day, with the same numbers", () => {
    const long = Float64Array.from({ length: 23 }, (_, at) => (at * 37) % 11);
    const draws = bootstrapMeans([days, long], { draws: 500, random: new SeededNumbers(9) });
    const random = new SeededNumbers(9);
    const sums = Array(500).fill(0) as number[];
    for (const values of [days, long]) {
      const length = blockDays(values.length);
      for (let draw = 0; draw < 500; draw += 1) {
        for (let filled = 0; filled < values.length; ) {
          const start = random.below(values.length);
          for (let at = 0; at < length && filled < values.length; at += 1, filled += 1)
            sums[draw] = (sums[draw] ?? 0) + (values[(start + at) % values.length] ?? 0);
        }
      }
    }
    expect([...draws]).toEqual(sums.map((sum) => sum / 28));
  });

  it("VIO-32: over many draws the means are spread as over all possible ones", () => {
    // Five days in blocks of two, two and one: 125 draws, all as likely.
    const all: number[] = [];
    const at = (place: number) => days[place % 5] ?? 0;
    for (let a = 0; a < 5; a += 1)
      for (let b = 0; b < 5; b += 1)
        for (let c = 0; c < 5; c += 1) all.push((at(a) + at(a + 1) + at(b) + at(b + 1) + at(c)) / 5);
    const [mean, variance] = moments(all);
    const drawn = moments([...bootstrapMeans([days], { draws: 200_000, random: new SeededNumbers(1) })]);
    expect(mean).toBeCloseTo(3, 12);
    expect(drawn[0]).toBeCloseTo(mean, 1);
    expect(drawn[1] / variance).toBeCloseTo(1, 1);
  });

  it("VIO-32: the same seed gives the same numbers, evenly spread; another seed gives others", () => {
    const numbers = (seed: number) =>
      Array.from({ length: 6 }, (_, at) => new SeededNumbers(seed + at * 0).below(1000) + at);
    expect(numbers(5)).toEqual(numbers(5));
    const counts = Array(7).fill(0) as number[];
    const random = new SeededNumbers(20_200_229);
    for (let at = 0; at < 70_000; at += 1) {
      const number = random.below(7);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    // Chi-squared with 6 degrees of freedom: above 22.5 once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.5);
    expect(new SeededNumbers(1).below(2 ** 30)).not.toBe(new SeededNumbers(2).below(2 ** 30));
  });

  it("VIO-33: percentiles lie between the values they part", () => {
    expect(middleOf(Float64Array.of(5, 1, 4, 2, 3), 0.5)).toEqual([2, 4]);
    expect(middleOf(Float64Array.of(0, 10), 0.9)[0]).toBeCloseTo(0.5, 12);
  });

  it("VIO-33: bounds hold the true ratio about as often as they say, also when days hang together", () => {
    for (const { together, atLeast } of [
      { together: 0, atLeast: 0.9 },
      { together: 0.5, atLeast: 0.84 },
    ]) {
      const world = new Weather(together);
      let held = 0;
      const worlds = 400;
      for (let seed = 0; seed < worlds; seed += 1) {
        const compared = {
          window: [world.days(14, 10)],
          baseline: [world.days(28, 50)],
          agreedPerDay: null,
          confidence: 0.95,
          draws: 300,
          seed,
        };
        const bounds = blockBounds(compared);
        if (bounds !== null && bounds.ratio[0] <= 0.2 && 0.2 <= bounds.ratio[1]) held += 1;
      }
      expect(held / worlds).toBeGreaterThan(atLeast);
      expect(held / worlds).toBeLessThan(0.995);
    }
  });

  it("VIO-33: what does not vary has no width, and what has no death no bounds", () => {
    const compared = {
      window: [new Float64Array(7).fill(2)],
      baseline: [new Float64Array(9).fill(4)],
      agreedPerDay: null,
      confidence: 0.95,
      draws: 200,
      seed: 1,
    };
    expect(blockBounds(compared)?.ratio.map((bound) => Math.round(bound * 1e9) / 1e9)).toEqual([0.5, 0.5]);
    expect(blockBounds({ ...compared, window: [new Float64Array(7)] })).toBeNull();
    expect(blockBounds({ ...compared, baseline: [new Float64Array(7)] })).toBeNull();
  });
});

describe("the negative binomial comparison", () => {
  it("VIO-34: Student's t is that of the tables (Abramowitz and Stegun 1964, table 26.10)", () => {
    const table = [
      [1, 12.706],
      [2, 4.303],
      [3, 3.182],
      [5, 2.571],
      [10, 2.228],
      [30, 2.042],
      [120, 1.98],
    ] as const;
    for (const [freedom, bound] of table) expect(studentBound(0.95, freedom)).toBeCloseTo(bound, 3);
    expect(studentBound(0.99, 4)).toBeCloseTo(4.604, 3);
    expect(studentWithin(studentBound(0.9, 7), 7)).toBeCloseTo(0.9, 9);
  });

  it("VIO-34: one dispersion by moments, 0 where days differ as Poisson's do or less", () => {
    const groups = [dayGroup([days]), dayGroup([Float64Array.of(10, 30, 20)])];
    // (30 - 12 + 200 - 40) / (4 * 9 + 2 * 400), by hand.
    expect(dispersionOf(groups)).toBeCloseTo(178 / 836, 12);
    expect(dispersionOf([dayGroup([Float64Array.of(2, 2, 2)])])).toBe(0);
  });

  it("VIO-34: the bounds are the ratio times and over one factor", () => {
    const compared = {
      window: [days],
      baseline: [Float64Array.of(10, 30, 20)],
      agreedPerDay: null,
      confidence: 0.95,
      draws: 200,
      seed: 1,
    };
    const bounds = negativeBinomialBounds(compared);
    const deviation = Math.sqrt(1 / 15 + 1 / 60 + (178 / 836) * (1 / 5 + 1 / 3));
    const width = Math.exp(2.4469 * deviation);
    expect(bounds?.ratio[0]).toBeCloseTo(3 / 20 / width, 4);
    expect(bounds?.ratio[1]).toBeCloseTo((3 / 20) * width, 4);
  });

  it("VIO-35: so many days without a death are just as likely as the bound says", () => {
    for (const dispersion of [0, 0.2, 1.5]) {
      const bound = zeroBound(7, { dispersion, confidence: 0.95 });
      const none = dispersion === 0 ? Math.exp(-bound) : (1 + dispersion * bound) ** (-1 / dispersion);
      expect(none ** 7).toBeCloseTo(0.025, 9);
    }
  });
});

function moments(values: readonly number[]): readonly [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length];
}

/** Days whose mean wanders: counts that differ more than Poisson's and, if asked, hang together. */
class Weather {
  readonly #random = new SeededNumbers(77);
  readonly #together: number;
  constructor(together: number) {
    this.#together = together;
  }
  days(count: number, mean: number): Float64Array {
    let state = this.#normal();
    return Float64Array.from({ length: count }, () => {
      state = this.#together * state + Math.sqrt(1 - this.#together ** 2) * this.#normal();
      return this.#poisson(mean * Math.exp(0.4 * state - 0.08));
    });
  }
  #uniform(): number {
    return (this.#random.below(2 ** 30) + 0.5) / 2 ** 30;
  }
  #normal(): number {
    return Math.sqrt(-2 * Math.log(this.#uniform())) * Math.cos(2 * Math.PI * this.#uniform());
  }
  #poisson(mean: number): number {
    let count = -1;
    for (let left = Math.exp(mean); left > 1; count += 1) left *= this.#uniform();
    return count < 0 ? 0 : count;
  }
}
