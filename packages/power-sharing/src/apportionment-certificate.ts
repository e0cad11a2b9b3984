import type { Fraction } from "./fraction.ts";

/** The highest bid that got a seat or the next one that did not. Null stands for a bid above every finite one. */
export interface Bid {
  readonly ids: readonly string[];
  readonly quotient: Fraction | null;
  /** Huntington-Hill quotients are roots; their squares are given, which are exact. */
  readonly squared: boolean;
}

/** What the seats rest on: every seat given bid at least `lastGiven`, every further one at most `firstRefused`. */
export type ApportionmentCertificate =
  | { readonly kind: "divisor"; readonly lastGiven: Bid | null; readonly firstRefused: Bid }
  | {
      readonly kind: "quota";
      readonly quota: Fraction;
      readonly shares: readonly { readonly id: string; readonly whole: number; readonly remainder: Fraction }[];
    };
