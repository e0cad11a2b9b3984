import { drawer } from "./internal/draw.ts";
import { own, problem } from "./internal/problems.ts";
import { everyPackage, isForbidden, meetsConditions, undominated } from "./internal/valued.ts";
import type { Choice, Package } from "./position.ts";
import type { Problem, Refused } from "./problem.ts";
import { type ForbiddenChoices, type Valuation, type ValuedIssue, valuationProblems } from "./valuation.ts";

/** A whole number that is known only to lie between two, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A valuation whose numbers are ranges. */
export interface RangedValuation {
  readonly party: string;
  readonly values: Readonly<Record<string, Readonly<Record<string, Range>>>>;
  readonly reservation: Range;
  readonly redLines: readonly Choice[];
  readonly conditions: readonly { readonly if: Choice; readonly then: Choice }[];
}

export interface FrontierShareInput {
  readonly issues: readonly ValuedIssue[];
  readonly valuations: readonly RangedValuation[];
  readonly forbidden?: readonly ForbiddenChoices[];
  /** Draws to make: 1 to 100,000. */
  readonly samples: number;
  /** Any whole number from 0 to 4294967295. The same seed gives the same answer everywhere. */
  readonly seed: number;
  /** Packages at most; refused above: 2,000. */
  readonly packagesMax?: number;
}

export interface PackageShare {
  readonly package: Package;
  /** In how many of the draws it was acceptable and on the frontier. */
  readonly onFrontier: number;
  /** True exactly when it is acceptable and on the frontier whatever the numbers are within their ranges. */
  readonly certain: boolean;
  /** False when no numbers within the ranges can put it there. True is no promise that some do. */
  readonly possible: boolean;
}

export interface FrontierShare {
  readonly kind: "frontier-share";
  readonly samples: number;
  readonly seed: number;
  /** Every package that red lines, conditions and forbidden combinations leave, most often on the frontier first. */
  readonly packages: readonly PackageShare[];
}

const samplesMax = 100_000;

/**
 * How often each package stays on the frontier when every number is drawn evenly and independently from its range. A share
 * is of draws and no probability of peace. Refused as `frontier` is, and for ranges that run backwards. Cost: samples ×
 * packages × (issues × parties + the frontier), and packages² for the flags. Source: rule BRG-38.
 */
export function frontierShare(input: FrontierShareInput): FrontierShare | Refused {
  const problems = rangeProblems(input);
  if (problems.length > 0) return { kind: "refused", problems };
  const { issues, valuations, forbidden, samples, seed } = input;
  const packages = [...everyPackage(issues)].filter(
    (choices) =>
      !isForbidden(choices, forbidden) && valuations.every((valuation) => meetsConditions(choices, valuation)),
  );
  const counts = packages.map(() => 0);
  const draw = drawer(seed);
  for (let sample = 0; sample < samples; sample += 1) {
    for (const at of frontierOnce(input, packages, draw)) counts[at] = (counts[at] ?? 0) + 1;
  }
  const shares = packages.map((choices, at) => {
    return { package: choices, onFrontier: counts[at] ?? 0, ...flagsOf(input, packages, choices) };
  });
  return { kind: "frontier-share", samples, seed, packages: shares.toSorted((a, b) => b.onFrontier - a.onFrontier) };
}

function frontierOnce(
  { issues, valuations }: FrontierShareInput,
  packages: readonly Package[],
  draw: (range: Range) => number,
): number[] {
  const drawn = valuations.map(({ values, reservation }) => ({
    reservation: draw(reservation),
    values: issues.map(
      ({ id, options }) => new Map(options.map((option) => [option.id, draw(rangeOf(values, id, option.id))])),
    ),
  }));
  const acceptable: { readonly at: number; readonly values: number[] }[] = [];
  for (const [at, choices] of packages.entries()) {
    const values = drawn.map(({ values: byIssue }) =>
      issues.reduce((sum, { id }, issue) => sum + (byIssue[issue]?.get(choices[id] ?? "") ?? 0), 0),
    );
    if (values.every((value, party) => value >= (drawn[party]?.reservation ?? 0))) acceptable.push({ at, values });
  }
  return undominated(acceptable.map(({ values }) => values)).flatMap((place) => acceptable[place]?.at ?? []);
}

function rangeOf(values: RangedValuation["values"], issue: string, option: string): Range {
  return own(own(values, issue) ?? {}, option) ?? { min: 0, max: 0 };
}

/** Two packages differ only where they choose differently: there, and only there, their values vary apart. */
function lead(values: RangedValuation["values"], a: Package, b: Package): Range {
  let [min, max] = [0, 0];
  for (const [issue, option] of Object.entries(a)) {
    const other = b[issue] ?? option;
    if (option === other) continue;
    const [mine, theirs] = [rangeOf(values, issue, option), rangeOf(values, issue, other)];
    min += mine.min - theirs.max;
    max += mine.max - theirs.min;
  }
  return { min, max };
}

function flagsOf(
  { valuations }: FrontierShareInput,
  packages: readonly Package[],
  choices: Package,
): { readonly certain: boolean; readonly possible: boolean } {
  const worth = valuations.map(({ values, reservation }) => {
    const ranges = Object.entries(choices).map(([issue, option]) => rangeOf(values, issue, option));
    const sum = (end: "min" | "max") => ranges.reduce((whole, range) => whole + range[end], 0);
    return { surely: sum("min") >= reservation.max, maybe: sum("max") >= reservation.min };
  });
  let [certain, possible] = [worth.every(({ surely }) => surely), worth.every(({ maybe }) => maybe)];
  for (const other of packages) {
    if (other === choices) continue;
    const leads = valuations.map(({ values }) => lead(values, other, choices));
    if (leads.every(({ max }) => max >= 0) && leads.some(({ max }) => max > 0)) certain = false;
    if (leads.every(({ min }) => min >= 0) && leads.some(({ min }) => min > 0)) possible = false;
  }
  return { certain, possible };
}

function rangeProblems({
  issues,
  valuations,
  forbidden,
  samples,
  seed,
  packagesMax = 2_000,
}: FrontierShareInput): Problem[] {
  const end = (which: "min" | "max"): Valuation[] =>
    valuations.map((valuation) => ({
      ...valuation,
      reservation: valuation.reservation[which],
      values: Object.fromEntries(
        Object.entries(valuation.values).map(([issue, options]) => [
          issue,
          Object.fromEntries(Object.entries(options).map(([option, range]) => [option, range[which]])),
        ]),
      ),
    }));
  const common = { issues, packagesMax, ...(forbidden === undefined ? {} : { forbidden }) };
  const found = new Map<string, Problem>();
  for (const which of ["min", "max"] as const) {
    for (const one of valuationProblems({ ...common, valuations: end(which) })) found.set(one.message, one);
  }
  const problems = [...found.values()];
  for (const { party, values, reservation } of valuations) {
    const ranges = [reservation, ...Object.values(values).flatMap((options) => Object.values(options))];
    for (const { min, max } of ranges) {
      if (max - min > 0xffff_ffff)
        problems.push(problem("value-too-large", `The range from ${min} to ${max} is too wide.`, [party]));
      if (min > max)
        problems.push(problem("range-reversed", `A range of "${party}" runs from ${min} down to ${max}.`, [party]));
    }
  }
  if (!Number.isSafeInteger(samples) || samples < 1 || samples > samplesMax) {
    problems.push(
      problem("bad-number", `Draws are 1 to ${samplesMax}; ${samples} were asked for.`, ["samples"], samplesMax),
    );
  }
  if (!Number.isSafeInteger(seed) || seed < 0 || seed > 0xffff_ffff) {
    problems.push(problem("bad-number", `A seed is a whole number from 0 to 4294967295; ${seed} was given.`, ["seed"]));
  }
  return problems;
}
