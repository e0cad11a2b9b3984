import { frontier } from "./frontier.ts";
import { compareVectors } from "./internal/valued.ts";
import type { Refused } from "./problem.ts";
import type { ValuedPackage, ValueInput } from "./valuation.ts";
import { type ValueBlocking, valueBlocking } from "./value-blocking.ts";

/** The five solutions, each with every package that ties for it. None of them says what the sides should take. */
export interface Solutions {
  readonly kind: "solutions";
  readonly parties: readonly string[];
  /** Most parties gaining, then, for each such set of parties, the largest product of their gains. */
  readonly nash: readonly ValuedPackage[];
  /** The largest of the smallest shares of what each could gain at most. */
  readonly kalaiSmorodinsky: readonly ValuedPackage[];
  /** The largest of the smallest gains. */
  readonly egalitarian: readonly ValuedPackage[];
  /** The largest smallest gain, then the largest second smallest, and so on. */
  readonly leximin: readonly ValuedPackage[];
  /** The largest sum of gains. */
  readonly utilitarian: readonly ValuedPackage[];
}

/** Nothing is acceptable: why, and what would change that. */
export interface NoneAcceptable extends ValueBlocking {
  readonly kind: "none-acceptable";
}

/**
 * The five solutions over the frontier of the acceptable packages, exact, with all ties. A gain is a value less the
 * reservation value. Egalitarian, leximin and utilitarian compare the scales of different parties; Nash and
 * Kalai-Smorodinsky do not. Refused as `frontier` is. Cost: that of `frontier`. Source: rules BRG-32 to BRG-36, with the literature.
 */
export function solutions(input: ValueInput): Solutions | NoneAcceptable | Refused {
  const found = frontier(input);
  if (found.kind === "refused") return found;
  if (found.acceptable.length === 0) return { kind: "none-acceptable", ...valueBlocking(input) };
  const reservations = input.valuations.map(({ reservation }) => reservation);
  const gainsOf = ({ values }: ValuedPackage) => values.map((value, party) => value - (reservations[party] ?? 0));
  const candidates = found.frontier.map((valued) => ({ valued, gains: gainsOf(valued) }));
  const pick = (compare: (a: readonly number[], b: readonly number[]) => number) => best(candidates, compare);
  const ideal = reservations.map((_, party) => Math.max(...candidates.map(({ gains }) => gains[party] ?? 0)));
  return {
    kind: "solutions",
    parties: found.parties,
    nash: nash(candidates),
    kalaiSmorodinsky: pick((a, b) => compareShares(smallestShare(a, ideal), smallestShare(b, ideal))),
    egalitarian: pick((a, b) => Math.min(...a) - Math.min(...b)),
    leximin: pick((a, b) => compareVectors(ascending(a), ascending(b))),
    utilitarian: pick((a, b) => compareBig(sum(a), sum(b))),
  };
}

interface Candidate {
  readonly valued: ValuedPackage;
  readonly gains: readonly number[];
}

function best(
  candidates: readonly Candidate[],
  compare: (a: readonly number[], b: readonly number[]) => number,
): ValuedPackage[] {
  let kept: typeof candidates = [];
  for (const candidate of candidates) {
    const order = kept[0] === undefined ? 1 : compare(candidate.gains, kept[0].gains);
    if (order > 0) kept = [candidate];
    else if (order === 0) kept = [...kept, candidate];
  }
  return kept.map(({ valued }) => valued);
}

/**
 * Products over different parties would compare their scales. So where no package lets all gain, each largest set of
 * parties that can gain together has its own best packages, and all of these are reported.
 */
function nash(candidates: readonly Candidate[]): ValuedPackage[] {
  const gaining = ({ gains }: Candidate) => gains.flatMap((gain, party) => (gain > 0 ? [party] : []));
  const most = Math.max(...candidates.map((candidate) => gaining(candidate).length));
  const bySet = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const set = gaining(candidate);
    if (set.length < most) continue;
    bySet.set(set.join(), [...(bySet.get(set.join()) ?? []), candidate]);
  }
  const winners = new Set(
    [...bySet.values()].flatMap((alike) => best(alike, (a, b) => compareBig(product(a), product(b)))),
  );
  return candidates.flatMap(({ valued }) => (winners.has(valued) ? [valued] : []));
}

function product(gains: readonly number[]): bigint {
  return gains.reduce((whole, gain) => (gain > 0 ? whole * BigInt(gain) : whole), 1n);
}

/** A share as numerator and denominator; a party that can gain nothing anywhere has no share and is left out. */
type Share = readonly [bigint, bigint];

function smallestShare(gains: readonly number[], ideal: readonly number[]): Share {
  const shares = gains.flatMap((gain, party): Share[] => {
    const most = ideal[party] ?? 0;
    return most > 0 ? [[BigInt(gain), BigInt(most)]] : [];
  });
  return shares.reduce<Share>((least, share) => (compareShares(share, least) < 0 ? share : least), [1n, 1n]);
}

function compareShares([a, b]: Share, [c, d]: Share): number {
  return compareBig(a * d, c * b);
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function ascending(gains: readonly number[]): number[] {
  return gains.toSorted((a, b) => a - b);
}

function sum(gains: readonly number[]): bigint {
  return gains.reduce((whole, gain) => whole + BigInt(gain), 0n);
}
