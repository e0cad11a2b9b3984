import type { Choice, Package } from "../position.ts";
import type { Valuation, ValuedIssue, ValuedPackage, ValueInput } from "../valuation.ts";
import { own } from "./problems.ts";

/** Every package in the order of the issues and options given, the last issue turning fastest. */
export function* everyPackage(issues: readonly ValuedIssue[]): Generator<Package> {
  const places = issues.map(() => 0);
  for (;;) {
    yield Object.fromEntries(issues.map(({ id, options }, at) => [id, options[places[at] ?? 0]?.id ?? ""]));
    let turn = issues.length - 1;
    while (turn >= 0 && (places[turn] ?? 0) + 1 >= (issues[turn]?.options.length ?? 0)) {
      places[turn] = 0;
      turn -= 1;
    }
    if (turn < 0) return;
    places[turn] = (places[turn] ?? 0) + 1;
  }
}

export function chosen(choices: Package, { issue, option }: Choice): boolean {
  return own(choices, issue) === option;
}

export function isForbidden(choices: Package, forbidden: ValueInput["forbidden"]): boolean {
  return (forbidden ?? []).some((combination) =>
    Object.entries(combination.choices).every(([issue, option]) => own(choices, issue) === option),
  );
}

export function worthOf(choices: Package, values: Valuation["values"]): number {
  return Object.entries(choices).reduce(
    (sum, [issue, option]) => sum + (own(own(values, issue) ?? {}, option) ?? 0),
    0,
  );
}

/** Do its red lines and conditions let a party have this package, whatever it is worth. */
export function meetsConditions(
  choices: Package,
  { redLines, conditions }: Pick<Valuation, "redLines" | "conditions">,
): boolean {
  if (redLines.some((line) => chosen(choices, line))) return false;
  return conditions.every((condition) => !chosen(choices, condition.if) || chosen(choices, condition.then));
}

/** The packages no forbidden combination excludes and every party can live with, with their values. */
export function acceptablePackages({ issues, valuations, forbidden }: ValueInput): ValuedPackage[] {
  const found: ValuedPackage[] = [];
  for (const choices of everyPackage(issues)) {
    if (isForbidden(choices, forbidden)) continue;
    if (!valuations.every((valuation) => meetsConditions(choices, valuation))) continue;
    const values = valuations.map((valuation) => worthOf(choices, valuation.values));
    if (values.every((value, party) => value >= (valuations[party]?.reservation ?? 0)))
      found.push({ package: choices, values });
  }
  return found;
}

/** True when `a` is as good for every party and better for some. */
function dominates(a: readonly number[], b: readonly number[]): boolean {
  let better = false;
  for (const [party, value] of a.entries()) {
    const other = b[party] ?? value;
    if (value < other) return false;
    if (value > other) better = true;
  }
  return better;
}

/**
 * The places of the undominated vectors, equal ones all kept. Sorted so that a vector can only be dominated by an earlier
 * one, each distinct vector meets only the frontier found so far.
 */
export function undominated(vectors: readonly (readonly number[])[]): number[] {
  const byVector = new Map<string, number[]>();
  for (const [at, vector] of vectors.entries()) {
    const alike = byVector.get(vector.join());
    if (alike === undefined) byVector.set(vector.join(), [at]);
    else alike.push(at);
  }
  const distinct = [...byVector.values()].map((places) => ({ places, vector: vectors[places[0] ?? 0] ?? [] }));
  distinct.sort((a, b) => compareVectors(b.vector, a.vector));
  const frontier: typeof distinct = [];
  for (const candidate of distinct) {
    if (!frontier.some(({ vector }) => dominates(vector, candidate.vector))) frontier.push(candidate);
  }
  return frontier.flatMap(({ places }) => places).toSorted((a, b) => a - b);
}

/** Lexicographic order: negative when `a` is smaller. */
export function compareVectors(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? value);
    if (difference !== 0) return difference;
  }
  return 0;
}
