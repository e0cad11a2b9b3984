import { frontier, ordinal, solutions, type ValuedPackage, type ValueInput } from "@parley/bargaining";
import type { PackagesAnswer } from "../../answers/packages.ts";
import type { Assessment } from "../../events.ts";
import type { State } from "../../fold.ts";
import type { Impossible } from "./impossible.ts";
import type { JoinedIssue } from "./issues.ts";
import { choiceOf } from "./positions.ts";
import { counted, digits, exactCount, listed, partyName } from "./view.ts";

/** Assessments: somebody's judgement of what a party wants, never the party's word. */

/** The packages by ordinal assessments alone. Null when none is recorded by the day. */
export function ordinalAnswer(state: State, issues: readonly JoinedIssue[]): PackagesAnswer["ordinal"] {
  const onTable = (issue: string, option: string) =>
    issues.find(({ id }) => id === issue)?.options.some(({ id }) => id === option) === true;
  const assessments = state.assessments.flatMap((assessment) =>
    assessment.orders
      .map((order) => ({
        party: assessment.party,
        issue: order.issue,
        order: order.order
          .map((level) => level.filter((option) => onTable(order.issue, option)))
          .filter((level) => level.length > 0),
        by: assessment["assessed-by"],
        because: order.because,
      }))
      .filter(({ order }) => order.length > 0),
  );
  if (assessments.length === 0) return null;
  const parties = signatories(state);
  const answer = ordinal({ issues, parties, assessments });
  if (answer.kind === "refused") return null;
  const { certainlyDominated, possiblyEfficient } = answer.counts;
  return {
    assessments,
    dominated: exactCount(certainlyDominated),
    possiblyEfficient: exactCount(possiblyEfficient),
    text: `By the assessed orders alone, ${counted(certainlyDominated, "package")} ${certainlyDominated === 1n ? "is" : "are"} worse for both than another; ${digits(possiblyEfficient)} may be efficient.`,
  };
}

const definitions: Record<string, string> = {
  nash: "Nash: most sides gaining, then the largest product of gains over what each would accept at the least.",
  kalaiSmorodinsky: "Kalai-Smorodinsky: the largest of the smallest shares of what each side could gain at most.",
  egalitarian: "Egalitarian: the largest of the smallest gains.",
  leximin: "Leximin: the largest smallest gain, then the largest second smallest.",
  utilitarian: "Utilitarian: the largest sum of gains.",
};

const solutionNames: Record<string, string> = {
  nash: "Nash",
  kalaiSmorodinsky: "Kalai-Smorodinsky",
  egalitarian: "Egalitarian",
  leximin: "Leximin",
  utilitarian: "Utilitarian",
};

/** Packages drawn at the most; the frontier itself is exact whatever their number. */
const pointsMax = 2000;

/** Values and the exact frontier. Null when not every signatory has values for every option. */
export function valuesAnswer(
  state: State,
  issues: readonly JoinedIssue[],
  impossible: readonly Impossible[],
): PackagesAnswer["values"] {
  const parties = signatories(state);
  const assessed = parties.flatMap(
    (party) =>
      state.assessments.find((each) => each.party === party && each.values !== null && each.reservation !== null) ?? [],
  );
  if (assessed.length === 0 || assessed.length < parties.length) return null;
  const input: ValueInput = { issues, valuations: assessed.map(valuationOf), forbidden: impossible };
  const found = frontier(input);
  if (found.kind === "refused") return null;
  const solved = solutions(input);
  const named =
    solved.kind === "solutions"
      ? Object.keys(solutionNames).map((key) => ({ key, packages: solved[key as "nash"] }))
      : [];
  const key = (each: ValuedPackage) => JSON.stringify(each.package);
  const best = new Set(found.frontier.map(key));
  const acceptable = new Set(found.acceptable.map(key));
  const values = (each: ValuedPackage) =>
    Object.fromEntries(found.parties.map((party, at) => [party, each.values[at] ?? 0]));
  return {
    parties: assessed.map((each) => ({
      id: each.party,
      reservation: each.reservation ?? 0,
      source: `Assessed by ${each["assessed-by"]} from ${each.from}`,
    })),
    frontier: found.frontier.map((each) => ({
      choices: { ...each.package },
      values: values(each),
      acceptable: true,
      solutions: named
        .filter(({ packages }) => packages.some((one) => key(one) === key(each)))
        .map(({ key: name }) => solutionNames[name] ?? name),
    })),
    points: allPackages(issues, assessed).map((each) => ({
      values: Object.fromEntries(assessed.map(({ party }, at) => [party, each.values[at] ?? 0])),
      acceptable: acceptable.has(key(each)),
      frontier: best.has(key(each)),
    })),
    solutions: named.map(({ key: name, packages }) => ({
      name: solutionNames[name] ?? name,
      definition: definitions[name] ?? "",
      packages: packages.map((each) => ({ ...each.package })),
    })),
    text:
      found.acceptable.length === 0
        ? "By the values recorded, no package is at or above what every side would accept at the least."
        : `By the values recorded, ${counted(found.acceptable.length, "package")} ${found.acceptable.length === 1 ? "is" : "are"} acceptable to ${listed(parties.map((id) => partyName(state, id)))}, and on ${found.frontier.length} of them no other improves for all.`,
  };
}

function signatories(state: State): string[] {
  return state.definition.parties.filter(({ signatory }) => signatory).map(({ id }) => id);
}

function valuationOf(assessment: Assessment): ValueInput["valuations"][number] {
  return {
    party: assessment.party,
    values: assessment.values ?? {},
    reservation: assessment.reservation ?? 0,
    redLines: assessment["red-lines"].map(choiceOf),
    conditions: assessment.conditions.map((condition) => ({
      if: choiceOf(condition.if),
      then: choiceOf(condition.then),
    })),
  };
}

function allPackages(issues: readonly JoinedIssue[], assessed: readonly Assessment[]): ValuedPackage[] {
  let packages: ValuedPackage[] = [{ package: {}, values: assessed.map(() => 0) }];
  for (const issue of issues) {
    packages = packages.flatMap((each) =>
      issue.options.map((option) => ({
        package: { ...each.package, [issue.id]: option.id },
        values: each.values.map((value, at) => value + (assessed[at]?.values?.[issue.id]?.[option.id] ?? 0)),
      })),
    );
    if (packages.length > pointsMax) return [];
  }
  return packages;
}
