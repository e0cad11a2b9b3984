import type { Game } from "./game.ts";

/** What counting over all coalitions gives. Every list runs parallel to the voters of the game. */
export interface Swings {
  readonly method: "counting" | "enumeration";
  /** `bySize[i][s]`: coalitions of s others that lose without voter i and win with it. */
  readonly bySize: readonly (readonly bigint[])[];
  /** How many of the 2^n coalitions win. */
  readonly winning: bigint;
  /** False when two coalitions with nobody in common can both win. */
  readonly proper: boolean;
}

/** Above this many elementary steps counting gives way to enumeration: a few seconds at the worst. */
const countingStepsMax = 40_000_000;
const cellsMax = 4_000_000;
const enumerationVotersMax = 20;

/** Counts swings exactly, or gives null when the game is too large for either way. */
export function countSwings(game: Game): Swings | null {
  const n = game.voters.length;
  const states = game.requirements.reduce((product, { of }) => product * (of + 1), 1);
  const cells = states * (n + 1);
  const enumerable = n <= enumerationVotersMax;
  // For a handful of voters walking all coalitions is cheaper than a wide table.
  if (cells <= cellsMax && cells * n <= countingStepsMax && !(n <= 12 && cells > 50_000))
    return byCounting(game, states);
  return enumerable ? byEnumeration(game) : null;
}

/**
 * One table over (votes for every requirement, members): the number of coalitions of each kind. All requirements are
 * packed into one number in mixed radix; no digit can overflow, since no sum exceeds the votes there are. Adding a
 * voter multiplies the table by (1 + x^shift), taking one out divides by it, both exact.
 */
function byCounting(game: Game, states: number): Swings {
  const n = game.voters.length;
  const width = n + 1;
  const { steps, wins } = statesOf(game, states);
  const table = new Array<bigint>(states * width).fill(0n);
  table[0] = 1n;
  for (const step of steps) {
    const shift = step * width + 1;
    for (let cell = table.length - 1; cell >= shift; cell -= 1) {
      const without = table[cell - shift] ?? 0n;
      if (without !== 0n) table[cell] = (table[cell] ?? 0n) + without;
    }
  }
  const byStep = new Map<number, readonly bigint[]>();
  for (const step of steps) if (!byStep.has(step)) byStep.set(step, swingsOfStep({ table, width, step, wins }));
  return { method: "counting", bySize: steps.map((step) => byStep.get(step) ?? []), ...totals({ table, width, wins }) };
}

/** How far each voter moves the packed state, and which states win. */
function statesOf(game: Game, states: number): { readonly steps: readonly number[]; readonly wins: Uint8Array } {
  const wins = new Uint8Array(states).fill(1);
  const steps = game.voters.map(() => 0);
  let stride = 1;
  for (const { votes, needed, of } of game.requirements) {
    for (let voter = 0; voter < steps.length; voter += 1)
      steps[voter] = (steps[voter] ?? 0) + (votes[voter] ?? 0) * stride;
    for (let state = 0; state < states; state += 1) if (Math.floor(state / stride) % (of + 1) < needed) wins[state] = 0;
    stride *= of + 1;
  }
  return { steps, wins };
}

interface Table {
  readonly table: readonly bigint[];
  readonly width: number;
  readonly wins: Uint8Array;
}

function swingsOfStep({ table, width, step, wins }: Table & { readonly step: number }): readonly bigint[] {
  const shift = step * width + 1;
  const others = table.slice();
  for (let cell = shift; cell < others.length; cell += 1) {
    const withVoter = others[cell - shift] ?? 0n;
    if (withVoter !== 0n) others[cell] = (others[cell] ?? 0n) - withVoter;
  }
  const bySize = new Array<bigint>(width - 1).fill(0n);
  for (let state = 0; state + step < wins.length; state += 1) {
    if (wins[state] === 1 || wins[state + step] === 0) continue;
    for (let size = 0; size < width - 1; size += 1)
      bySize[size] = (bySize[size] ?? 0n) + (others[state * width + size] ?? 0n);
  }
  return bySize;
}

function totals({ table, width, wins }: Table): { readonly winning: bigint; readonly proper: boolean } {
  let winning = 0n;
  let proper = true;
  // The packed state of a complement is the last state minus this one, since every digit is.
  for (let state = 0; state < wins.length; state += 1) {
    if (wins[state] === 0) continue;
    let here = 0n;
    for (let size = 0; size < width; size += 1) here += table[state * width + size] ?? 0n;
    winning += here;
    if (here > 0n && wins[wins.length - 1 - state] === 1) proper = false;
  }
  return { winning, proper };
}

/** Walks all 2^n coalitions, n at most 20; for games with many votes and few voters. */
function byEnumeration(game: Game): Swings {
  const n = game.voters.length;
  const wins = winningMasks(game);
  const sizes = new Uint8Array(wins.length);
  for (let mask = 1; mask < wins.length; mask += 1) sizes[mask] = (sizes[mask & (mask - 1)] ?? 0) + 1;
  const bySize = game.voters.map((_, voter) => {
    const bit = 1 << voter;
    const counts = new Array<number>(n).fill(0);
    for (let mask = 0; mask < wins.length; mask += 1) {
      if ((mask & bit) !== 0 || wins[mask] === 1 || wins[mask | bit] === 0) continue;
      const size = sizes[mask] ?? 0;
      counts[size] = (counts[size] ?? 0) + 1;
    }
    return counts.map(BigInt);
  });
  let winning = 0;
  let proper = true;
  for (let mask = 0; mask < wins.length; mask += 1) {
    if (wins[mask] === 0) continue;
    winning += 1;
    if (wins[wins.length - 1 - mask] === 1) proper = false;
  }
  return { method: "enumeration", bySize, winning: BigInt(winning), proper };
}

function winningMasks(game: Game): Uint8Array {
  const size = 2 ** game.voters.length;
  const wins = new Uint8Array(size).fill(1);
  const sums = new Float64Array(size);
  for (const { votes, needed } of game.requirements) {
    if (needed > 0) wins[0] = 0;
    for (let mask = 1; mask < size; mask += 1) {
      const lowest = 31 - Math.clz32(mask & -mask);
      sums[mask] = (sums[mask & (mask - 1)] ?? 0) + (votes[lowest] ?? 0);
      if ((sums[mask] ?? 0) < needed) wins[mask] = 0;
    }
  }
  return wins;
}
