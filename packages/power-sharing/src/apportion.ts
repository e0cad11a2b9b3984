import type { ApportionmentCertificate, Bid } from "./apportionment-certificate.ts";
import { type Fraction, fraction } from "./fraction.ts";
import { awardsOf } from "./internal/awards.ts";
import { refuseCounts, refuseSeats, refuseTieBreaks, tieBreaksOf } from "./internal/counts.ts";
import type { Given } from "./internal/given.ts";
import { givenByQuota, type QuotaMethod } from "./internal/largest-remainder.ts";
import type { DivisorMethod, Quotient } from "./internal/quotient.ts";
import { choices, rankTied, settle } from "./internal/tie.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { TieBreak } from "./tie-break.ts";

/** Divisor methods give each seat to the highest quotient; the others divide by a quota and fill up by largest remainder. */
export type ApportionmentMethod = DivisorMethod | QuotaMethod;

export interface SeatShare<Ref = unknown> {
  readonly id: string;
  readonly seats: number;
  readonly ref?: Ref;
}

export type Apportionment<Ref = unknown> =
  | {
      readonly kind: "seats";
      readonly seats: readonly SeatShare<Ref>[];
      /** The rule that broke a tie, with who was tied; null when nobody was. */
      readonly tieBroken: { readonly by: string; readonly ids: readonly string[] } | null;
      readonly certificate: ApportionmentCertificate;
    }
  | {
      readonly kind: "tie";
      /** What each has whichever way the tie is broken. */
      readonly certain: readonly SeatShare<Ref>[];
      readonly tied: readonly string[];
      readonly seatsLeft: number;
      /** What is needed to break it, as a sentence. */
      readonly rule: string;
      /** The first hundred ways it can end, and how many there are. */
      readonly outcomes: readonly (readonly SeatShare<Ref>[])[];
      readonly outcomesTotal: bigint;
      readonly certificate: ApportionmentCertificate;
    }
  | (Refusal & { readonly kind: "refused" });

/** One who may get seats. Votes are whole, 0 or more. `ref` is the caller's and handed back. */
export interface Claimant<Ref = unknown> {
  readonly id: string;
  readonly votes: number;
  readonly ref?: Ref;
}

/**
 * Divides seats by votes or population, exactly. A tie is an answer unless `tieBreak` (one rule or several, asked in
 * turn) breaks it. `minimum` seats go to everyone first and count towards what their votes earn, as in the House of
 * Representatives of the United States; only divisor methods define that. Whoever has no votes gets the minimum and
 * no more. Methods that begin with one seat each serve the most votes first when seats run out. At most 100,000
 * seats; cost: seats times the logarithm of the names. Source: Balinski and Young, Fair Representation (1982).
 */
export function apportion<Ref = unknown>({
  method,
  seats,
  votes,
  minimum = 0,
  tieBreak,
}: {
  readonly method: ApportionmentMethod;
  readonly seats: number;
  readonly votes: readonly Claimant<Ref>[];
  readonly minimum?: number | undefined;
  readonly tieBreak?: TieBreak | readonly TieBreak[] | undefined;
}): Apportionment<Ref> {
  const rules = tieBreaksOf(tieBreak);
  const refusal =
    refuseCounts({ counts: votes, noun: "votes" }) ??
    refuseSeats({ seats, noun: "seats" }) ??
    refuseTieBreaks(rules) ??
    refuseMinimum({ method, seats, minimum, names: votes.length });
  if (refusal !== null) return { kind: "refused", ...refusal };
  const given = isQuotaMethod(method)
    ? givenByQuota({ method, seats, votes })
    : givenByDivisor({ method, seats, votes, minimum });
  if ("ok" in given) return { kind: "refused", ...given };
  return conclude({ given, votes, rules, method: isQuotaMethod(method) ? null : method });
}

function isQuotaMethod(method: ApportionmentMethod): method is QuotaMethod {
  return method.endsWith("-largest-remainder");
}

function refuseMinimum({
  method,
  seats,
  minimum,
  names,
}: {
  readonly method: ApportionmentMethod;
  readonly seats: number;
  readonly minimum: number;
  readonly names: number;
}): Refusal | null {
  if (!Number.isSafeInteger(minimum) || minimum < 0)
    return refuse("invalid-seats", `${minimum} is not a number of seats.`, "Give a whole minimum, 0 or more.");
  if (minimum > 0 && isQuotaMethod(method)) {
    const message = "Largest remainders with a minimum can be read in more than one way.";
    return refuse(
      "minimum-not-defined",
      message,
      "Set the minimum aside first and divide the rest, or use a divisor method.",
    );
  }
  if (minimum * names <= seats) return null;
  return refuse(
    "minimum-too-high",
    `${names} times the minimum of ${minimum} is more than ${seats} seats.`,
    "Lower the minimum or add seats.",
  );
}

function givenByDivisor({
  method,
  seats: seatsInAll,
  votes,
  minimum,
}: {
  readonly method: DivisorMethod;
  readonly seats: number;
  readonly votes: readonly Claimant[];
  readonly minimum: number;
}): Given {
  const count = seatsInAll - minimum * votes.length;
  // One more than there are, so that the certificate can name the first bid that is refused.
  const awards = awardsOf({ method, votes: votes.map((one) => BigInt(one.votes)), start: minimum, count: count + 1 });
  const seats = votes.map(() => minimum);
  const bidOf = (award: (typeof awards)[number]): Bid => ({
    ids: award.members.map(({ index }) => votes[index]?.id ?? ""),
    quotient: finiteOrNull(award.quotient),
    squared: method === "huntington-hill",
  });
  let left = count;
  let lastGiven: Bid | null = null;
  for (const award of awards) {
    const certificate: ApportionmentCertificate = { kind: "divisor", lastGiven, firstRefused: bidOf(award) };
    if (left === 0) return { seats, tied: [], seatsLeft: 0, certificate };
    if (award.members.length > left) {
      const tied = award.members.map(({ index, seats: held }) => ({
        id: votes[index]?.id ?? "",
        votes: BigInt(votes[index]?.votes ?? 0),
        seats: held,
      }));
      return { seats, tied, seatsLeft: left, certificate: { ...certificate, lastGiven: bidOf(award) } };
    }
    for (const { index } of award.members) seats[index] = (seats[index] ?? 0) + 1;
    left -= award.members.length;
    lastGiven = bidOf(award);
  }
  throw new Error("Awards ended before the seats did.");
}

function finiteOrNull({ numerator, denominator }: Quotient): Fraction | null {
  return denominator === 0n ? null : fraction(numerator, denominator);
}

function conclude<Ref>({
  given,
  votes,
  rules,
  method,
}: {
  readonly given: Given;
  readonly votes: readonly Claimant<Ref>[];
  readonly rules: readonly TieBreak[];
  readonly method: DivisorMethod | null;
}): Apportionment<Ref> {
  const sharesWith = (more: readonly string[], extra: ReadonlySet<string> = new Set(more)) =>
    votes.map(({ id, ref }, index): SeatShare<Ref> => {
      const share = { id, seats: (given.seats[index] ?? 0) + (extra.has(id) ? 1 : 0) };
      return ref === undefined ? share : { ...share, ref };
    });
  const { certificate } = given;
  if (given.tied.length === 0) return { kind: "seats", seats: sharesWith([]), tieBroken: null, certificate };
  const { served, tied, seatsLeft, brokenBy } = settle({
    classes: rankTied({ tied: given.tied, rules, method }),
    seats: given.seatsLeft,
  });
  if (tied.length === 0) {
    return {
      kind: "seats",
      seats: sharesWith(served),
      tieBroken: { by: brokenBy ?? "", ids: given.tied.map(({ id }) => id) },
      certificate,
    };
  }
  const { listed, total } = choices({ ids: tied, take: seatsLeft, listedMax: 100 });
  return {
    kind: "tie",
    certain: sharesWith(served),
    tied,
    seatsLeft,
    rule: tieSentence({ tied, left: seatsLeft, noun: "seat", tried: rules.length > 0 }),
    outcomes: listed.map((chosen) => sharesWith([...served, ...chosen])),
    outcomesTotal: total,
    certificate,
  };
}

function tieSentence({
  tied,
  left,
  noun,
  tried,
}: {
  readonly tied: readonly string[];
  readonly left: number;
  readonly noun: string;
  readonly tried: boolean;
}): string {
  const start = `${tied.join(", ")} have equal claims to ${left === 1 ? `the last ${noun}` : `the last ${left} ${noun}s`}.`;
  return `${start} ${tried ? "The rule given does not tell them apart." : "No rule for ties is given."} Agree on one: more votes first, or a lot.`;
}
