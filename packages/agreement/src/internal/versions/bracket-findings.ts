import type { Bracket, Provision } from "../../model.ts";
import type { VersionFinding } from "../../versions.ts";
import { bracketsOf, bracketText } from "../readings/own-text.ts";
import { found, listed, named, type Pair } from "./finding.ts";
import { statusSaid } from "./status.ts";
import type { VersionView } from "./view.ts";

/** LNG-21, LNG-22: the same brackets, with as many alternatives, of the same parties, blank in both. */
export function bracketFindings({ a, b, prevails }: Pair, one: Provision, other: Provision): VersionFinding[] {
  const [first, second] = [bracketsOf(one.words), bracketsOf(other.words)];
  const findings: VersionFinding[] = [];
  for (const bracket of first) {
    const answer = second.find(({ id }) => id === bracket.id);
    if (answer === undefined) findings.push(missing(prevails, one, [a, bracket], [b, other]));
    else {
      const differences = differencesOf(bracket, answer, { a, b });
      if (differences.length === 0) continue;
      findings.push(
        found(prevails, {
          code: "version-bracket-differs",
          kind: "brackets",
          severity: "error",
          provision: one,
          sides: [
            { view: a, span: bracket.span, words: bracketText(bracket) },
            { view: b, span: answer.span, words: bracketText(answer) },
          ],
          message: `The bracket “${bracket.id}” in ${named(one)} differs: ${differences.join("; ")}. The sides would choose from different lists.`,
          help: "Give the bracket the same alternatives in both, in the same order, attributed alike.",
        }),
      );
    }
  }
  for (const bracket of second)
    if (!first.some(({ id }) => id === bracket.id)) findings.push(missing(prevails, one, [b, bracket], [a, one]));
  return findings;
}

function missing(
  prevails: string | null,
  provision: Provision,
  [view, bracket]: readonly [VersionView, Bracket],
  [other, its]: readonly [VersionView, Provision],
): VersionFinding {
  return found(prevails, {
    code: "version-bracket-missing",
    kind: "brackets",
    severity: "error",
    provision,
    sides: [
      { view, span: bracket.span, words: bracketText(bracket) },
      { view: other, span: its.ownSpan, words: "" },
    ],
    message: `In ${named(provision)} the ${view.name} text has the bracket “${bracket.id}” (${bracketText(bracket)}), and the ${other.name} text has none by that id. What is open in one would be agreed in the other.`,
    help: bracket.derived
      ? "Give the bracket the same id in both, as {#id} after its closing bracket, or settle it in both."
      : "Bracket the same words in both, or settle them in both.",
  });
}

function differencesOf(one: Bracket, other: Bracket, { a, b }: Pick<Pair, "a" | "b">): string[] {
  const differences: string[] = [];
  const against = (first: string, second: string): string =>
    `${first} in the ${a.name} text and ${second} in the ${b.name} text`;
  const blank = (bracket: Bracket): string => (bracket.blank ? "it is blank" : "it holds words");
  if (one.blank !== other.blank) differences.push(against(blank(one), blank(other)));
  else if (one.alternatives.length !== other.alternatives.length)
    differences.push(against(count(one.alternatives.length), count(other.alternatives.length)));
  else {
    const parties = (bracket: Bracket): string => bracket.alternatives.map(({ party }) => party ?? "nobody").join(", ");
    const sorted = (bracket: Bracket): string =>
      bracket.alternatives
        .map(({ party }) => party ?? "")
        .sort()
        .join("\n");
    if (sorted(one) !== sorted(other))
      differences.push(against(`it is attributed to ${parties(one)}`, `to ${parties(other)}`));
    else if (parties(one) !== parties(other))
      differences.push(
        against(`the alternatives are those of ${parties(one)}, in this order,`, `of ${parties(other)}`),
      );
    const ids = (bracket: Bracket): readonly string[] => bracket.alternatives.map(({ id }) => id);
    const [mine, theirs] = [ids(one), ids(other)];
    if ([...mine].sort().join("\n") !== [...theirs].sort().join("\n"))
      differences.push(against(`its alternatives have the ids ${listed(mine)}`, listed(theirs)));
    const unworded = (bracket: Bracket): number =>
      bracket.alternatives.filter((alternative) => alternative.unworded).length;
    if (unworded(one) !== unworded(other))
      differences.push(against(`${unworded(one)} of its alternatives have no wording`, `${unworded(other)}`));
  }
  if (statusSaid(one.status) !== statusSaid(other.status))
    differences.push(against(`it is ${statusSaid(one.status)}`, statusSaid(other.status)));
  return differences;
}

function count(alternatives: number): string {
  return alternatives === 1 ? "one wording" : `${alternatives} alternatives`;
}
