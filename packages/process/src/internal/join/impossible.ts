import { contradictionOf } from "@parley/schedule";
import type { State } from "../../fold.ts";
import type { JoinedIssue } from "./issues.ts";
import { defaultChoices, timetableOf } from "./network.ts";
import { choiceOf } from "./positions.ts";
import { optionName } from "./statements.ts";
import { listed } from "./view.ts";

/** Choices that no timetable can keep, whatever anybody assumes or announces. */
export interface Impossible {
  readonly choices: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Combinations tried at the most; beyond it the list is of those found so far. */
const combinationsMax = 4096;

/**
 * The combinations of choices whose own clauses, with what has happened, contradict each other. Positions, announcements and assumptions are
 * left out, since a package may move them. Only issues whose wording sets a date are combined.
 */
export function impossibleCombinations(state: State, issues: readonly JoinedIssue[]): Impossible[] {
  const base = defaultChoices(state, issues);
  const linksFor = (byIssue: ReadonlyMap<string, string>) =>
    timetableOf({ state, issues, chosen: { byIssue }, positions: [], without: new Set() }).links.filter(
      ({ origin }) => origin === "clause" || origin === "record",
    );
  const dated = issues.filter((issue) =>
    issue.options.some((option) =>
      linksFor(new Map(base).set(issue.id, option.id)).some(({ choices }) =>
        choices.includes(`${issue.id}=${option.id}`),
      ),
    ),
  );
  const found: Impossible[] = [];
  for (const byIssue of combinations(base, dated)) {
    if (found.some(({ choices }) => Object.entries(choices).every(([issue, option]) => byIssue.get(issue) === option)))
      continue;
    const conflict = contradictionOf(linksFor(byIssue));
    if (conflict === null || conflict.choices.length === 0) continue;
    found.push({
      choices: Object.fromEntries(conflict.choices.map((text) => [choiceOf(text).issue, choiceOf(text).option])),
      text: `No timetable keeps ${listed(conflict.choices.map((text) => choiceName(state, issues, text)))} together: ${conflict.steps.map(({ link }) => link.ref.text.replace(/[.]$/u, "")).join("; ")}.`,
    });
  }
  return found;
}

/** "Voter register as in the mediator's draft": a choice by its names. */
function choiceName(state: State, issues: readonly JoinedIssue[], text: string): string {
  const { issue, option } = choiceOf(text);
  const found = issues.find(({ id }) => id === issue);
  const tabled = found?.options.find(({ id }) => id === option);
  return `“${found?.name ?? issue}” as in ${tabled === undefined ? option : optionName(state, tabled)}`;
}

function* combinations(
  base: ReadonlyMap<string, string>,
  issues: readonly JoinedIssue[],
): Generator<ReadonlyMap<string, string>> {
  const sizes = issues.map(({ options }) => options.length);
  const total = Math.min(
    combinationsMax,
    sizes.reduce((product, size) => product * size, 1),
  );
  for (let index = 0; index < total; index += 1) {
    const chosen = new Map(base);
    let rest = index;
    issues.forEach((issue, at) => {
      const size = sizes[at] ?? 1;
      chosen.set(issue.id, issue.options[rest % size]?.id ?? "");
      rest = Math.floor(rest / size);
    });
    yield chosen;
  }
}
