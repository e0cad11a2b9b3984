/** What a name bids for its next seat. A denominator of 0 is a bid above every other; among those, more votes go first. */
export interface Quotient {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly votes: bigint;
}

export type DivisorMethod =
  | "dhondt"
  | "hagenbach-bischoff"
  | "sainte-lague"
  | "modified-sainte-lague"
  | "danish"
  | "imperiali"
  | "adams"
  | "dean"
  | "huntington-hill";

/** Numerator and denominator of the bid with v votes and s seats so far; Huntington-Hill squared, which keeps the order. */
const bids: Readonly<Record<DivisorMethod, (v: bigint, s: bigint) => readonly [bigint, bigint]>> = {
  dhondt: (v, s) => [v, s + 1n],
  // Quota first and highest averages for the rest: the same seats as D'Hondt, reached by a shorter way.
  "hagenbach-bischoff": (v, s) => [v, s + 1n],
  "sainte-lague": (v, s) => [v, 2n * s + 1n],
  "modified-sainte-lague": (v, s) => (s === 0n ? [5n * v, 7n] : [v, 2n * s + 1n]),
  danish: (v, s) => [v, 3n * s + 1n],
  imperiali: (v, s) => [2n * v, s + 2n],
  adams: (v, s) => [v, s],
  dean: (v, s) => [v * (2n * s + 1n), 2n * s * (s + 1n)],
  "huntington-hill": (v, s) => [v * v, s * (s + 1n)],
};

export function quotientOf({
  method,
  votes,
  seats,
}: {
  readonly method: DivisorMethod;
  readonly votes: bigint;
  readonly seats: number;
}): Quotient {
  const [numerator, denominator] = bids[method](votes, BigInt(seats));
  return { numerator, denominator, votes };
}

/** Below 0 when `a` bids less: exact, by multiplying across. */
export function compareQuotients(a: Quotient, b: Quotient): number {
  if (a.denominator === 0n && b.denominator === 0n) return sign(a.votes - b.votes);
  return sign(a.numerator * b.denominator - b.numerator * a.denominator);
}

function sign(difference: bigint): number {
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
