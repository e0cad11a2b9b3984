import type { CivilDate } from "@parley/calendar";
import { calendarStart, Network, type Window } from "@parley/schedule";
import type { Answer } from "../answer.ts";
import type { ConflictAnswer, ScheduleAnswer } from "../answers/schedule.ts";
import type { Process, StatedPosition } from "../events.ts";
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
  partyName,
  refuse,
  sentence,
  viewOf,
} from "../internal/join/view.ts";
import { keptEvents } from "../internal/keeping/kept-events.ts";

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
  const telling = { state, timetable, positions, kept: keptEvents(state) };
  const events = solution.windows.map((window) => [window.event, tellWindow(telling, window)] as const);
  return {
    ok: true,
    answer: {
      ...head,
      feasible: solution.feasible,
      text: `${caveatOf(process)}${firstLine(conflicts, {
        events: events.map(([, event]) => event),
        names: new Map(events.map(([id, { name }]) => [id, name])),
      })}`,
      events: Object.fromEntries(events.sort(([, a], [, b]) => firstDay(a).localeCompare(firstDay(b), "en"))),
      toCome: toCome(events, state.asOf),
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

type EventAnswer = ScheduleAnswer["events"][string];

/** Where an event stands in time; what nothing bounds comes last. */
function firstDay({ happened, kept, earliest, latest }: EventAnswer): string {
  return happened ?? kept ?? earliest ?? latest ?? "later";
}

interface EventsTold {
  readonly state: State;
  readonly timetable: Timetable;
  /** Those in force. */
  readonly positions: readonly StatedPosition[];
  readonly kept: ReadonlyMap<string, CivilDate>;
}

function tellWindow({ state, timetable, ...told }: EventsTold, window: Window<LinkRef>): EventAnswer {
  const date = (moment: number | null) => (moment === null ? null : dayAt(moment));
  const because = (path: Window<LinkRef>["earliestPath"]) =>
    path.filter(({ link }) => link.to !== calendarStart).map((step) => sentence(refOf(step).text));
  const latest = date(window.latest);
  const happened = timetable.happened.get(window.event) ?? null;
  const kept = happened === null ? (told.kept.get(window.event) ?? null) : null;
  return {
    name: eventName(state, window.event),
    earliest: date(window.earliest),
    latest,
    happened,
    kept,
    passed: happened === null && kept === null && latest !== null && latest < state.asOf,
    disputed: disputesOf({ state, ...told }, [...window.earliestPath, ...window.latestPath]),
    earliestBecause: because(window.earliestPath),
    latestBecause: because(window.latestPath),
  };
}

function toCome(events: readonly (readonly [id: string, event: EventAnswer])[], asOf: CivilDate): string[] {
  return events
    .flatMap(([id, { happened, kept, earliest, latest }]) => {
      const day = latest ?? earliest;
      return happened !== null || kept !== null || day === null || day < asOf ? [] : [{ id, day }];
    })
    .sort((a, b) => a.day.localeCompare(b.day, "en"))
    .map(({ id }) => id);
}

/** Who disputes an announcement among the links, by a position in force or by an entry of the record. */
function disputesOf(
  { state, positions }: Pick<EventsTold, "state" | "positions">,
  path: Window<LinkRef>["earliestPath"],
): EventAnswer["disputed"] {
  const announced = new Set(
    path.flatMap((step) => {
      const ref = refOf(step);
      return ref.kind === "announcement" ? [ref.entry.id] : [];
    }),
  );
  const isAnnounced = (id: string) => announced.has(id);
  return [
    ...positions
      .filter(({ disputes }) => disputes.some(isAnnounced))
      .map(({ party, said, words }) => ({ by: [partyName(state, party)], on: said, says: words })),
    ...state.record
      .filter(({ type, of }) => type === "disputed" && of.some(isAnnounced))
      .map(({ by, on, says }) => ({ by: by.map((id) => partyName(state, id)), on, says })),
  ];
}

/** Today binds nobody, so a day that is past makes no conflict; but a reader must not take silence for order. */
function passedWords(events: readonly EventAnswer[]): string {
  const passed = events.filter((event) => event.passed).length;
  if (passed === 0) return "";
  return ` ${sentence(`${inWords(passed)} ${passed === 1 ? "day is" : "days are"} past, and the record does not say that what was due then happened`)}`;
}

/** " (a, b, c)": the events of the one circle there is. */
function roundWords([only, ...more]: readonly ConflictAnswer[], names: ReadonlyMap<string, string>): string {
  if (only === undefined || more.length > 0) return "";
  return ` (${only.links.map(({ to }) => names.get(to) ?? to).join(", ")})`;
}

function firstLine(
  conflicts: readonly ConflictAnswer[],
  { events, names }: { readonly events: readonly EventAnswer[]; readonly names: ReadonlyMap<string, string> },
): string {
  const certain = conflicts.filter((conflict) => conflict.certain);
  if (certain.length === 0) {
    const possible =
      conflicts.length === 0
        ? ""
        : ` Under a stricter reading of some date there ${conflicts.length === 1 ? "is one conflict" : `are ${conflicts.length} conflicts`}.`;
    return events.length === 0
      ? "No dates are recorded, so there is nothing to hold against each other."
      : `The dates can all be kept together.${possible}${passedWords(events)}`;
  }
  const said = (["contradiction", "tension", "order"] as const).flatMap((kind) => {
    const found = certain.filter((conflict) => conflict.kind === kind);
    const days = found.flatMap(({ shortByDays }) => (shortByDays === null ? [] : [counted(shortByDays, "day")]));
    const rests = [...new Set(found.flatMap(({ restsOn }) => restsOn))];
    if (found.length === 0) return [];
    if (kind === "order")
      return [`${inWords(found.length)} circle${found.length === 1 ? "" : "s"} of order${roundWords(found, names)}`];
    const name = `${inWords(found.length)} ${kind}${found.length === 1 ? "" : "s"} (short by ${listed(days)}`;
    return [kind === "tension" ? `${name}, resting on ${listed(rests)})` : `${name})`];
  });
  return `The timetable cannot be kept as it stands: ${listed(said)}.`;
}
