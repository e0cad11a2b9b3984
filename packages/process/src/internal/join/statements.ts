import type { Statement as EngineStatement, Move, Unknown, UnknownWhy } from "@parley/bargaining";
import { longDate } from "@parley/calendar";
import type { Blocker, PackagesAnswer } from "../../answers/packages.ts";
import type { State } from "../../fold.ts";
import type { JoinedIssue, JoinedOption } from "./issues.ts";
import type { PositionRef } from "./positions.ts";
import { counted, partyName, sentence, sourcesOf } from "./view.ts";

/** Tells the engine's statements, unknowns and moves with names, days and sources. */

type Ref = PositionRef | null;

/** What everything here is told about. */
export interface Spoken {
  readonly state: State;
  readonly issues: readonly JoinedIssue[];
}

export function tellBlocker(spoken: Spoken, statement: EngineStatement<Ref>): Blocker {
  const { state } = spoken;
  const position = positionOf(state, statement.position);
  const issue = spoken.issues.find(({ id }) => id === statement.issue);
  const words = position?.words ?? "";
  return {
    party: statement.party,
    provision: statement.version ?? issue?.provision ?? statement.issue ?? "",
    option: statement.option,
    position: statement.position,
    statement: {
      id: statement.position,
      party: statement.party,
      speaker: speakerName(state, position?.by ?? ""),
      stance: position?.stance ?? statement.stance,
      words,
      said: position?.said ?? state.asOf,
      sources: sourcesOf(state, position?.sources ?? []),
      notReaffirmed: statement.notReaffirmed,
    },
    text: blockerText(spoken, statement, words),
  };
}

const refusalWords: Record<string, string> = {
  "red-line": "draws a red line at",
  rejects: "rejects",
  "accepts-if": "accepts only on a condition not met here:",
};

function blockerText(spoken: Spoken, statement: EngineStatement<Ref>, words: string): string {
  const party = partyName(spoken.state, statement.party);
  const position = positionOf(spoken.state, statement.position);
  const on = position === undefined ? "" : ` (${longDate(position.said)})`;
  const verb = refusalWords[statement.stance] ?? "refuses";
  const stale = statement.notReaffirmed ? " Not reaffirmed." : "";
  return `${party} ${verb} ${targetName(spoken, statement)}: ${words.replace(/[.]$/u, "")}${on}.${stale}`;
}

function targetName(
  spoken: Spoken,
  { issue, option, version }: Pick<EngineStatement<Ref>, "issue" | "option" | "version">,
): string {
  if (version !== null)
    return `“${spoken.state.definition.texts.find(({ id }) => id === version)?.name ?? version}” as a whole`;
  const found = spoken.issues.find(({ id }) => id === issue);
  const name = `“${found?.name ?? issue ?? ""}”`;
  const tabled = found?.options.find(({ id }) => id === option);
  if (option === null || tabled === undefined || (found?.options.length ?? 0) < 2) return name;
  return `${name} as in ${optionName(spoken.state, tabled)}`;
}

/** The draft that has the present words, and the one that it revises; for an alternative inside a bracket, its own id. */
export function optionName(state: Pick<State, "definition">, option: JoinedOption): string {
  const name = (id: string) => state.definition.texts.find((text) => text.id === id)?.name;
  const first = name(option.id);
  const present = name(option.wording);
  if (first === undefined || present === undefined) return `option ${option.id}`;
  return first === present ? present : `${present}, which revises ${first}`;
}

export function speakerName(state: Pick<State, "definition">, id: string): string {
  return state.definition.speakers.find((speaker) => speaker.id === id)?.name ?? id;
}

const whyWords: Record<UnknownWhy, string> = {
  silent: "nothing is recorded; silence is not consent",
  "no-mandate": "only voices without a mandate have spoken",
  reserves: "reserves its position",
  "under-review": "is still considering it",
  "condition-unmet": "accepts on a condition that is not met",
  "condition-unverifiable": "accepts on a condition that cannot be verified",
  "condition-not-recorded": "accepts on a condition that is not recorded",
  "needed-option-not-on-the-table": "accepts on a condition that no draft offers",
  "needed-option-not-chosen": "accepts only together with another choice",
  "depends-on-another-choice": "its answer depends on another choice",
  stale: "its acceptance is older than the limit and was not repeated",
  "earlier-wording": "its acceptance was of an earlier wording",
  open: "there are no words yet to accept",
  "readings-differ": "its statement is read in several ways, or two of equal rank differ",
};

export function tellUnknown(spoken: Spoken, unknown: Unknown<Ref>): PackagesAnswer["unknown"][number] {
  const issue = spoken.issues.find(({ id }) => id === unknown.issue);
  const position = unknown.position === null ? undefined : positionOf(spoken.state, unknown.position);
  const said = position === undefined ? "" : ` (${speakerName(spoken.state, position.by)}, ${longDate(position.said)})`;
  return {
    party: unknown.party,
    issue: unknown.issue ?? unknown.version ?? "",
    provision: issue?.provision ?? unknown.version ?? "",
    option: unknown.option,
    why: `${whyWords[unknown.why]}${said}`,
  };
}

export function tellMove(spoken: Spoken, move: Move<Ref>): PackagesAnswer["movements"][number]["moves"][number] {
  const position = positionOf(spoken.state, move.position);
  const issue = spoken.issues.find(({ id }) => id === move.issue);
  const from = position?.stance ?? move.from.replace("-", " ");
  return {
    party: move.party,
    provision: move.version ?? issue?.provision ?? move.issue ?? "",
    option: move.option,
    position: move.position,
    from,
    to: "no longer refused",
    text: sentence(
      `${partyName(spoken.state, move.party)} would no longer hold “${position?.words ?? move.position}” against ${targetName(spoken, move)}`,
    ),
    interest: position?.interest ?? null,
  };
}

/** "8 packages", for sentences. */
export function packagesCounted(n: bigint): string {
  return counted(n, "package");
}

function positionOf(state: State, id: string): PositionRef | undefined {
  return state.positions.find((position) => position.id === id);
}
