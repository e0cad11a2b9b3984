import type { ApportionmentCertificate } from "../apportionment-certificate.ts";
import { compareFractions, type Fraction, fraction } from "../fraction.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Count } from "../tie-break.ts";
import type { Given } from "./given.ts";

export type QuotaMethod = "hare-largest-remainder" | "droop-largest-remainder" | "hagenbach-bischoff-largest-remainder";

/** Votes for one seat. Hare: votes / seats. Droop: the next whole number above votes / (seats + 1). Hagenbach-Bischoff: that, exactly. */
const quotas: Readonly<Record<QuotaMethod, (votes: bigint, seats: bigint) => Fraction>> = {
  "hare-largest-remainder": (votes, seats) => fraction(votes, seats),
  "droop-largest-remainder": (votes, seats) => fraction(votes / (seats + 1n) + 1n),
  "hagenbach-bischoff-largest-remainder": (votes, seats) => fraction(votes, seats + 1n),
};

/** Whole quotas first, the rest one each to the largest remainders. Equal remainders at the end are a tie. */
export function givenByQuota({
  method,
  seats,
  votes,
}: {
  readonly method: QuotaMethod;
  readonly seats: number;
  readonly votes: readonly Count[];
}): Given | Refusal {
  const quota = quotas[method](
    votes.reduce((sum, one) => sum + BigInt(one.votes), 0n),
    BigInt(seats),
  );
  const shares = votes.map((one, index) => ({ index, ...divide(one.votes, quota) }));
  const whole = shares.map((share) => share.whole);
  const left = seats - whole.reduce((sum, count) => sum + count, 0);
  const claims = shares
    .filter(({ index }) => (votes[index]?.votes ?? 0) > 0)
    .sort((a, b) => compareFractions(b.remainder, a.remainder));
  if (left < 0 || left > claims.length) {
    const what = left < 0 ? "gives out more seats than there are" : "leaves more seats than there are remainders";
    return refuse("quota-misses", `With these votes the quota ${what}.`, "Use the Hare quota or a divisor method.");
  }
  const certificate: ApportionmentCertificate = {
    kind: "quota",
    quota,
    shares: shares.map(({ index, ...share }) => ({ id: votes[index]?.id ?? "", ...share })),
  };
  const last = claims[left - 1];
  const next = claims[left];
  const isTie = last !== undefined && next !== undefined && compareFractions(last.remainder, next.remainder) === 0;
  const safe = isTie
    ? claims.filter(({ remainder }) => compareFractions(remainder, last.remainder) > 0)
    : claims.slice(0, left);
  const given = [...whole];
  for (const { index } of safe) given[index] = (given[index] ?? 0) + 1;
  const equal = isTie ? claims.filter(({ remainder }) => compareFractions(remainder, last.remainder) === 0) : [];
  const tied = equal
    .sort((a, b) => a.index - b.index)
    .map(({ index }) => ({
      id: votes[index]?.id ?? "",
      votes: BigInt(votes[index]?.votes ?? 0),
      seats: given[index] ?? 0,
    }));
  return { seats: given, tied, seatsLeft: left - safe.length, certificate };
}

/** Whole quotas in the votes, and the votes over, as a fraction of a vote where the quota is one. */
function divide(votes: number, quota: Fraction): { readonly whole: number; readonly remainder: Fraction } {
  const scaled = BigInt(votes) * quota.denominator;
  return { whole: Number(scaled / quota.numerator), remainder: fraction(scaled % quota.numerator, quota.denominator) };
}
