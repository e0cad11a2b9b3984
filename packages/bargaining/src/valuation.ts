import { own, problem, shapeProblems } from "./internal/problems.ts";
import type { Choice, Package } from "./position.ts";
import type { Problem } from "./problem.ts";

/** An issue as far as values go: any `Issue` will do. */
export interface ValuedIssue {
  readonly id: string;
  readonly options: readonly { readonly id: string }[];
}

/** What one party is assessed to want, in whole numbers on a scale of its own. A package is worth the sum over its options. */
export interface Valuation {
  readonly party: string;
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What no agreement is worth to it, on the same scale. A package worth as much is acceptable. */
  readonly reservation: number;
  /** Options that it accepts in no package, whatever the value. */
  readonly redLines: readonly Choice[];
  /** "This only with that": where `if` is chosen, `then` must be. */
  readonly conditions: readonly { readonly if: Choice; readonly then: Choice }[];
}

/** A combination of choices that cannot be. */
export interface ForbiddenChoices {
  readonly choices: Readonly<Record<string, string>>;
}

export interface ValueInput {
  readonly issues: readonly ValuedIssue[];
  readonly valuations: readonly Valuation[];
  readonly forbidden?: readonly ForbiddenChoices[];
  /** Packages enumerated at most; refused above: 200,000. */
  readonly packagesMax?: number;
}

/** A package with its value to each party, in the order of the valuations. */
export interface ValuedPackage {
  readonly package: Package;
  readonly values: readonly number[];
}

const packagesMaxDefault = 200_000;

/** Every problem of a set of valuations; empty when they can be used. */
export function valuationProblems(input: ValueInput): Problem[] {
  const { issues, valuations, packagesMax = packagesMaxDefault } = input;
  const parties = valuations.map(({ party }) => party);
  const total = issues.reduce((product, { options }) => product * options.length, 1);
  const found = [
    ...shapeProblems(issues, parties),
    ...valuations.flatMap((valuation) => problemsOf(valuation, issues)),
  ];
  for (const { choices } of input.forbidden ?? []) {
    for (const [issue, option] of Object.entries(choices)) found.push(...choiceProblems({ issue, option }, issues, []));
  }
  if (total > packagesMax) {
    const words = `There are ${total} packages, over the limit of ${packagesMax}. Settle or leave out an issue, or raise the limit.`;
    found.push(problem("too-many-packages", words, [], packagesMax));
  }
  return found;
}

function problemsOf(valuation: Valuation, issues: readonly ValuedIssue[]): Problem[] {
  const { party, values, reservation, redLines, conditions } = valuation;
  const found: Problem[] = [];
  const checkNumber = (value: number, what: string, about: readonly string[]) => {
    if (Number.isSafeInteger(value)) return;
    found.push(problem("not-an-integer", `${what} is ${value}. Values are whole numbers.`, about));
  };
  checkNumber(reservation, `The reservation value of "${party}"`, [party]);
  let reach = Math.abs(reservation);
  for (const { id: issue, options } of issues) {
    const byOption = own(values, issue) ?? {};
    for (const { id: option } of options) {
      const value = own(byOption, option);
      if (value === undefined) {
        const words = `"${party}" has no value for "${option}" of "${issue}".`;
        found.push(problem("missing-value", words, [party, issue, option]));
      } else checkNumber(value, `The value of "${option}" of "${issue}" to "${party}"`, [party, issue, option]);
    }
    reach += Math.max(0, ...options.map(({ id }) => Math.abs(own(byOption, id) ?? 0)));
  }
  if (Number.isFinite(reach) && reach > Number.MAX_SAFE_INTEGER) {
    found.push(problem("value-too-large", `The values of "${party}" add up beyond what is computed exactly.`, [party]));
  }
  const choices = [...redLines, ...conditions.flatMap((condition) => [condition.if, condition.then])];
  for (const [issue, options] of Object.entries(values)) {
    if (!issues.some(({ id }) => id === issue)) {
      found.push(problem("unknown-issue", `"${party}" values "${issue}", which is no issue here.`, [party, issue]));
    } else choices.push(...Object.keys(options).map((option) => ({ issue, option })));
  }
  for (const choice of choices) found.push(...choiceProblems(choice, issues, [party]));
  return found;
}

export function choiceProblems(choice: Choice, issues: readonly ValuedIssue[], about: readonly string[]): Problem[] {
  const issue = issues.find(({ id }) => id === choice.issue);
  if (issue === undefined) {
    return [problem("unknown-issue", `"${choice.issue}" is no issue here.`, [...about, choice.issue])];
  }
  if (issue.options.some(({ id }) => id === choice.option)) return [];
  const words = `"${choice.option}" is no option of "${choice.issue}".`;
  return [problem("unknown-option", words, [...about, choice.issue, choice.option])];
}
