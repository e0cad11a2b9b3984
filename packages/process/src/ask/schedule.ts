import { calendarStart, Network, type Window } from "@parley/schedule";
import type { Answer } from "../answer.ts";
import type { ConflictAnswer, ScheduleAnswer } from "../answers/schedule.ts";
import type { Process } from "../events.ts";
import type { State } from "../fold.ts";
import { choicesFrom } from "../internal/join/choices.ts";
import { impossibleCombinations } from "../internal/join/impossible.ts";
import { positionsInForce } from "../internal/join/in-force.ts";
import { issuesOf, type JoinedOption } from "../internal/join/issues.ts";
import { dayAt } from "../internal/join/moment.ts";
import { type LinkRef, type Timetable, timetableOf } from "../internal/join/network.ts";
import { optionName } from "../internal/join/statements.ts";
import { refOf, tellConflicts, tellLoneLink } from "../internal/join/telling.ts";
import {
  type Asking,
  caveatOf,
  counted,
  eventName,
  inWords,
  listed,
  refuse,
  sentence,
  viewOf,
} from "../internal/join/view.ts";

export interface ScheduleQuestion extends Asking {
  /** Choices among open brackets, each "issue=option"; the basis text's own options unless told. */
  readonly choose?: readonly string[] | undefined;
  /** Ids of assumptions to leave out. */
  readonly without?: readonly string[] | undefined;
}

/**
 * Can the timetable be met? The window of every date, or every contradiction with the links it comes from. Refuses an
 * unknown day, issue, option or assumption.
 */
export function askSchedule(process: Process, question: ScheduleQuestion = {}): Answer<ScheduleAnswer> {
  const viewed = viewOf(process, question);
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const issues = issuesOf(state);
  const choices = choicesFrom(state, issues, question.choose ?? []);
  if (!choices.ok) return choices;
  const without = new Set(question.without ?? []);
  const unknown = [...without].find((id) => !state.definition.assumptions.some((assumption) => assumption.id === id));
  if (unknown !== undefined) {
    const known = state.definition.assumptions.map(({ id }) => id).join(", ");
    return refuse(
      "unknown-assumption",
      `There is no assumption “${unknown}”.`,
      known === "" ? "This process makes none." : `The assumptions are: ${known}.`,
    );
  }
  const positions = positionsInForce(state, issues);
  const timetable = timetableOf({ state, issues, chosen: choices, positions, without });
  const solution = Network.of({ events: timetable.events, links: timetable.links }).solve();
  const conflicts = tellConflicts(state, solution.conflicts);
  return {
    ok: true,
    answer: {
      ...head,
      feasible: solution.feasible,
      text: `${caveatOf(process)}${firstLine(conflicts, solution.windows.length)}`,
      events: Object.fromEntries(
        solution.windows.map((window) => [window.event, tellWindow(state, timetable, window)]),
      ),
      conflicts,
      conflictsComplete: solution.conflictsComplete,
      setAside: solution.setAside.map((link) => tellLoneLink(state, link)),
      assumptions: state.assumptions.map(({ id, by, says, why }) => ({
        id,
        by,
        text: sentence(says),
        why: sentence(why),
        on: !without.has(id),
      })),
      choices: issues
        .filter(({ options }) => options.length > 1)
        .map((issue) => ({
          issue: issue.id,
          name: issue.name,
          option: choices.byIssue.get(issue.id) ?? "",
          chosenBy: choices.asked.has(issue.id) ? ("asker" as const) : ("basis" as const),
          options: issue.options.map(({ id }) => id),
          optionNames: issue.options.map((option) => optionInShort(state, option)),
        })),
      settled: [...timetable.settled],
      needsRule: [...timetable.needsRule],
      impossible: impossibleCombinations(state, issues).map(({ choices: chosen, text }) => ({
        choices: Object.entries(chosen).map(([issue, option]) => `${issue}=${option}`),
        text,
      })),
    },
  };
}

/** Letters of an option's words that fit beside a choice; longer wordings go by their draft. */
const optionWordsMax = 60;

function optionInShort(state: State, option: JoinedOption): string {
  return option.text.length <= optionWordsMax ? option.text : optionName(state, option);
}

function tellWindow(state: State, timetable: Timetable, window: Window<LinkRef>): ScheduleAnswer["events"][string] {
  const date = (moment: number | null) => (moment === null ? null : dayAt(moment));
  const because = (path: Window<LinkRef>["earliestPath"]) =>
    path.filter(({ link }) => link.to !== calendarStart).map((step) => sentence(refOf(step).text));
  return {
    name: eventName(state, window.event),
    earliest: date(window.earliest),
    latest: date(window.latest),
    happened: timetable.happened.get(window.event) ?? null,
    earliestBecause: because(window.earliestPath),
    latestBecause: because(window.latestPath),
  };
}

function firstLine(conflicts: readonly ConflictAnswer[], events: number): string {
  const certain = conflicts.filter((conflict) => conflict.certain);
  if (certain.length === 0) {
    const possible =
      conflicts.length === 0
        ? ""
        : ` Under a stricter reading of some date there ${conflicts.length === 1 ? "is one conflict" : `are ${conflicts.length} conflicts`}.`;
    return events === 0
      ? "No dates are recorded, so there is nothing to hold against each other."
      : `The dates can all be kept together.${possible}`;
  }
  const said = (["contradiction", "tension", "order"] as const).flatMap((kind) => {
    const found = certain.filter((conflict) => conflict.kind === kind);
    const days = found.flatMap(({ shortByDays }) => (shortByDays === null ? [] : [counted(shortByDays, "day")]));
    const rests = [...new Set(found.flatMap(({ restsOn }) => restsOn))];
    if (found.length === 0) return [];
    if (kind === "order") return [`${inWords(found.length)} circle${found.length === 1 ? "" : "s"} of order`];
    const name = `${inWords(found.length)} ${kind}${found.length === 1 ? "" : "s"} (short by ${listed(days)}`;
    return [kind === "tension" ? `${name}, resting on ${listed(rests)})` : `${name})`];
  });
  return `The timetable cannot be kept as it stands: ${listed(said)}.`;
}
