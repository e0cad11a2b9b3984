/** Votes or seats of one name: whole, 0 or more. */
export interface Count {
  readonly id: string;
  readonly votes: number;
}

/**
 * A rule that breaks a tie. One that does not tell the tied apart, or does not cover all of them, decides nothing
 * and the next rule is asked.
 */
export type TieBreak =
  /** More votes go first: those given, else the figures that are being apportioned by. */
  | { readonly kind: "more-votes"; readonly votes?: readonly Count[] }
  /** The same quotient reckoned again with these votes (first preferences in the Northern Ireland Act 1998, s. 18(6)). */
  | { readonly kind: "quotient-of-votes"; readonly votes: readonly Count[] }
  /** A lot already drawn, first name first. */
  | { readonly kind: "drawn-order"; readonly order: readonly string[] };

/** The rule in a few words, as results name it. */
export function describeTieBreak(rule: TieBreak): string {
  switch (rule.kind) {
    case "more-votes":
      return rule.votes === undefined ? "the larger goes first" : "more votes go first";
    case "quotient-of-votes":
      return "the quotients reckoned again with votes";
    case "drawn-order":
      return "the order drawn";
  }
}
