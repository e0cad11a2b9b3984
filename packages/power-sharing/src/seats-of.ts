import { compareFractions, type Fraction, formatFraction, fraction, multiplyFractions } from "./fraction.ts";
import { type Refusal, refuse } from "./refusal.ts";

export type Rounding = "up" | "down" | "nearest";

export type SeatsOf =
  | { readonly kind: "seats"; readonly seats: number; readonly exact: Fraction; readonly rounding: Rounding | null }
  | {
      readonly kind: "needs-rule";
      readonly exact: Fraction;
      readonly down: number;
      readonly up: number;
      readonly message: string;
      readonly help: string;
    }
  | (Refusal & { readonly kind: "refused" });

/**
 * How many seats a share of a body is: "25% of 40" is 10. Where the share is not whole, "2/3 of 25", both neighbours
 * come back and a rule is asked for; nothing is rounded unless `rounding` says how, and "nearest" does not decide
 * between two that are equally near. Refuses a share below 0 or above 1 and a body whose seats are not whole.
 */
export function seatsOf({
  fraction: share,
  of,
  rounding,
}: {
  readonly fraction: Fraction;
  readonly of: number;
  readonly rounding?: Rounding | undefined;
}): SeatsOf {
  if (!Number.isSafeInteger(of) || of < 0) {
    return {
      kind: "refused",
      ...refuse("invalid-seats", `${of} is not a number of seats.`, "Give a whole number, 0 or more."),
    };
  }
  if (share.numerator < 0n || compareFractions(share, fraction(1)) > 0) {
    const message = `${formatFraction(share)} is not a share of a body.`;
    return { kind: "refused", ...refuse("invalid-rule", message, "Give a share from 0 to 1.") };
  }
  const exact = multiplyFractions(share, fraction(of));
  const down = Number(exact.numerator / exact.denominator);
  if (exact.denominator === 1n) return { kind: "seats", seats: down, exact, rounding: null };
  const up = down + 1;
  if (rounding === "down") return { kind: "seats", seats: down, exact, rounding };
  if (rounding === "up") return { kind: "seats", seats: up, exact, rounding };
  const toMiddle = compareFractions(exact, fraction(2n * BigInt(down) + 1n, 2n));
  if (rounding === "nearest" && toMiddle !== 0) {
    return { kind: "seats", seats: toMiddle < 0 ? down : up, exact, rounding };
  }
  const near = rounding === "nearest" ? ", and the two whole numbers are equally near" : "";
  return {
    kind: "needs-rule",
    exact,
    down,
    up,
    message: `${formatFraction(share)} of ${of} seats is ${formatFraction(exact)}, not a whole number${near}.`,
    help: `Agree whether it is ${down} (rounded down) or ${up} (rounded up).`,
  };
}
