import { acceptablePackages, undominated } from "./internal/valued.ts";
import type { Refused } from "./problem.ts";
import { type ValuedPackage, type ValueInput, valuationProblems } from "./valuation.ts";

/** The packages every party can live with, and of them those that no other improves on. */
export interface Frontier {
  readonly kind: "frontier";
  /** The order of the values in every package. */
  readonly parties: readonly string[];
  /** Every package at or above every reservation value, on no red line, with its conditions kept and not forbidden. */
  readonly acceptable: readonly ValuedPackage[];
  /** Of the acceptable, those that no acceptable package is as good as for all and better than for one. Ties are kept. */
  readonly frontier: readonly ValuedPackage[];
}

/**
 * The exact Pareto frontier of the acceptable packages, in whole numbers. Both lists are in the order of issues and
 * options as given; both are empty when nothing is acceptable (`solutions` says why). Refused for values that are missing,
 * not whole or too large, unknown ids, and more packages than the limit. Cost: packages × issues × parties, then distinct
 * value vectors × the frontier. Source: rule BRG-31.
 */
export function frontier(input: ValueInput): Frontier | Refused {
  const problems = valuationProblems(input);
  if (problems.length > 0) return { kind: "refused", problems };
  const acceptable = acceptablePackages(input);
  const best = undominated(acceptable.map(({ values }) => values));
  return {
    kind: "frontier",
    parties: input.valuations.map(({ party }) => party),
    acceptable,
    frontier: best.flatMap((at) => acceptable[at] ?? []),
  };
}
