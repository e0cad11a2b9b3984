import { problem, repeated, shapeProblems } from "./internal/problems.ts";
import type { Choice, Package } from "./position.ts";
import type { Problem, Refused } from "./problem.ts";
import { choiceProblems, type ValuedIssue } from "./valuation.ts";

/** How one party is assessed to rank the options of one issue: best first, options it ranks level in one group. */
export interface OrdinalAssessment {
  readonly party: string;
  readonly issue: string;
  readonly order: readonly (readonly string[])[];
}

export interface OrdinalInput {
  readonly issues: readonly ValuedIssue[];
  /** The sides whose ranks decide. One without an assessment leaves the issue open. */
  readonly parties: readonly string[];
  readonly assessments: readonly OrdinalAssessment[];
}

export interface OrdinalIssue {
  readonly issue: string;
  /** Options that some other is ranked as high as by every side and higher by one. A package with one is certainly dominated. */
  readonly dominated: readonly { readonly option: string; readonly by: readonly string[] }[];
  /** Options that every side ranks below one and the same other option. */
  readonly belowForAll: readonly { readonly option: string; readonly below: string }[];
  /** The others. A package made of these only is possibly efficient. */
  readonly undominated: readonly string[];
  /** Which side is not assessed on which option: nothing is inferred from that. */
  readonly notAssessed: readonly { readonly party: string; readonly option: string }[];
}

export interface Ordinal {
  readonly kind: "ordinal";
  readonly issues: readonly OrdinalIssue[];
  /** Exact. A package is certainly dominated exactly when one of its options is dominated on its own issue. */
  readonly counts: { readonly total: bigint; readonly certainlyDominated: bigint; readonly possiblyEfficient: bigint };
}

/**
 * What ranks alone say, with no numbers: which packages are certainly dominated, issue by issue, taking it that a side's
 * ranks on one issue do not hang on another. Refused for unknown ids and for an option ranked twice. Cost: options² ×
 * parties for each issue. Source: rule BRG-39.
 */
export function ordinal(input: OrdinalInput): Ordinal | Refused {
  const problems = ordinalProblems(input);
  if (problems.length > 0) return { kind: "refused", problems };
  const issues = input.issues.map((issue) => ordinalIssue(issue, input));
  const product = (count: (at: number) => number) => issues.reduce((whole, _, at) => whole * BigInt(count(at)), 1n);
  const total = product((at) => input.issues[at]?.options.length ?? 0);
  const possiblyEfficient = product((at) => issues[at]?.undominated.length ?? 0);
  return {
    kind: "ordinal",
    issues,
    counts: { total, certainlyDominated: total - possiblyEfficient, possiblyEfficient },
  };
}

/** The options that make a package certainly dominated; empty when it is possibly efficient. */
export function dominatedChoices(answer: Ordinal, choices: Package): Choice[] {
  return answer.issues.flatMap(({ issue, dominated }) =>
    dominated.flatMap(({ option }) => (choices[issue] === option ? [{ issue, option }] : [])),
  );
}

function ordinalIssue(issue: ValuedIssue, { parties, assessments }: OrdinalInput): OrdinalIssue {
  const options = issue.options.map(({ id }) => id);
  const ranks = parties.map((party) => {
    const order = assessments.find((one) => one.party === party && one.issue === issue.id)?.order ?? [];
    return new Map(order.flatMap((level, rank) => level.map((option) => [option, rank] as const)));
  });
  /** Ranks that `a` is above `b`, by party; null where either is not assessed. */
  const leads = (a: string, b: string) =>
    ranks.map((rank) => {
      const [mine, theirs] = [rank.get(a), rank.get(b)];
      return mine === undefined || theirs === undefined ? null : theirs - mine;
    });
  const isAbove = (a: string, b: string) => {
    const all = leads(a, b);
    return all.every((lead) => lead !== null && lead >= 0) && all.some((lead) => lead !== null && lead > 0);
  };
  const dominated = options.flatMap((option) => {
    const by = options.filter((other) => isAbove(other, option));
    return by.length === 0 ? [] : [{ option, by }];
  });
  const belowForAll = options.flatMap((option) =>
    options
      .filter((other) => leads(other, option).every((lead) => lead !== null && lead > 0))
      .map((below) => ({ option, below })),
  );
  return {
    issue: issue.id,
    dominated,
    belowForAll,
    undominated: options.filter((option) => !dominated.some((one) => one.option === option)),
    notAssessed: parties.flatMap((party, at) =>
      options.flatMap((option) => (ranks[at]?.has(option) === true ? [] : [{ party, option }])),
    ),
  };
}

function ordinalProblems({ issues, parties, assessments }: OrdinalInput): Problem[] {
  const found = shapeProblems(issues, parties);
  for (const { party, issue, order } of assessments) {
    if (!parties.includes(party)) found.push(problem("unknown-party", `"${party}" is no party here.`, [party]));
    const choices = order.flat().map((option) => ({ issue, option }));
    for (const choice of choices) found.push(...choiceProblems(choice, issues, [party]));
    if (choices.length === 0 && !issues.some(({ id }) => id === issue)) {
      found.push(problem("unknown-issue", `"${issue}" is no issue here.`, [party, issue]));
    }
    for (const option of repeated(order.flat())) {
      found.push(problem("duplicate-id", `"${party}" ranks "${option}" of "${issue}" twice.`, [party, issue, option]));
    }
  }
  for (const pair of repeated(assessments.map(({ party, issue }) => JSON.stringify([party, issue])))) {
    const about: readonly string[] = JSON.parse(pair);
    found.push(problem("duplicate-id", `${about.join(" is assessed twice on ")}.`, about));
  }
  return found;
}
