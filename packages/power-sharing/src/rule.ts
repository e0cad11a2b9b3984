import type { Fraction } from "./fraction.ts";
import { shareInWords } from "./internal/share-words.ts";

/** Members of a body who are assumed to vote as one. Seats are whole, 0 or more. `ref` is the caller's and handed back. */
export interface Bloc<Ref = unknown> {
  readonly id: string;
  readonly seats: number;
  readonly ref?: Ref;
  /** The blocs that vote together in this one, as `withAlliances` makes them. A rule may name the parts or the whole. */
  readonly parts?: readonly { readonly id: string; readonly seats: number }[];
}

/** A group of blocs that must bring a majority of its own, such as one of two communities. */
export interface RuleGroup {
  readonly name: string;
  readonly blocs: readonly string[];
}

/** How a body decides. Every kind but `majority-of-present` counts all members, present or not. */
export type DecisionRule =
  /** More than half of all members. */
  | { readonly kind: "simple-majority" }
  /** More than half of the seats of the blocs that are present. */
  | { readonly kind: "majority-of-present"; readonly present: readonly string[] }
  /** At least (`strict: false`) or more than (`strict: true`) a share of all members. */
  | { readonly kind: "share"; readonly share: Fraction; readonly strict: boolean }
  /** Every bloc with a seat must agree. */
  | { readonly kind: "consensus" }
  /** More than half of all members, and more than half of the seats of each group. Groups may overlap. */
  | { readonly kind: "double-majority"; readonly groups: readonly RuleGroup[] }
  /** The rule, and none of the named may refuse. A bloc without a seat may hold a veto. */
  | { readonly kind: "with-veto"; readonly rule: DecisionRule; readonly veto: readonly string[] }
  /** A whole number of votes. */
  | { readonly kind: "quota"; readonly votes: number };

/** One short English sentence for a rule. `parseRule` reads back those that name no bloc. */
export function describeRule(rule: DecisionRule): string {
  return `${clause(rule)}.`;
}

function clause(rule: DecisionRule): string {
  switch (rule.kind) {
    case "simple-majority":
      return "More than half of all members must agree";
    case "majority-of-present":
      return `More than half of those present (${rule.present.join(", ")}) must agree`;
    case "share":
      return `${rule.strict ? "More than" : "At least"} ${shareInWords(rule.share)} of all members must agree`;
    case "consensus":
      return "Every bloc with a seat must agree";
    case "double-majority":
      return `More than half of all members, and more than half of each group (${rule.groups.map(({ name }) => name).join(", ")}), must agree`;
    case "with-veto":
      return `${clause(rule.rule)}, and none of these may refuse: ${rule.veto.join(", ")}`;
    case "quota":
      return rule.votes === 1 ? "At least 1 vote is needed" : `At least ${rule.votes} votes are needed`;
  }
}
