import { type CivilDate, formatDateExpression, longDate } from "@parley/calendar";
import { writeCalendar } from "@parley/documents";
import type { Answer } from "../answer.ts";
import type { CalendarAnswer } from "../answers/calendar.ts";
import type { StandingAnswer } from "../answers/status.ts";
import type { Process, RecordEntry } from "../events.ts";
import type { State } from "../fold.ts";
import { caveatOf, counted, eventName, listed, viewOf } from "../internal/join/view.ts";
import { askStatus, type StatusQuestion } from "./status.ts";

type Entry = CalendarAnswer["entries"][number];

/**
 * The days of the agreements in force and what is announced, for calendars that other programs show. Refuses days that
 * do not exist.
 */
export function askCalendar(process: Process, question: StatusQuestion = {}): Answer<CalendarAnswer> {
  const status = askStatus(process, question);
  if (!status.ok) return status;
  const viewed = viewOf(process, { ...question, asOf: status.answer.known });
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const entries = [
    ...status.answer.commitments.flatMap((standing) => dueEntry(state, standing)),
    ...status.answer.phases.flatMap((phase) => phaseEntry(state, phase)),
    ...announcedEntries(state),
  ].sort((a, b) => a.from.localeCompare(b.from, "en") || a.uid.localeCompare(b.uid, "en"));
  return {
    ok: true,
    answer: {
      ...head,
      text: `${caveatOf(process)}${counted(entries.length, "day")} to keep in mind, as known on ${longDate(status.answer.known as CivilDate)}.`,
      entries,
    },
  };
}

/** The calendar as a file (RFC 5545). */
export function calendarFile(answer: CalendarAnswer): string {
  return writeCalendar({ name: answer.title, stamped: answer.asOf, entries: answer.entries });
}

function dueEntry(state: State, standing: StandingAnswer): Entry[] {
  if (standing.due === null) return [];
  const { id, reader, due, dueRule, act, byNames, because, words, condition, periods } = standing;
  const isOver = ["kept", "lapsed", "waived"].includes(standing.state);
  const who = byNames.length === 0 ? "Nobody named" : listed(byNames);
  return [
    {
      // Of a recurring duty each period is an entry of its own: its day never moves.
      uid: uidOf(state, periods === null ? `${id}/${reader}` : `${id}/${reader}/${due}`),
      sequence: movedBy(state, standing),
      from: due,
      to: due,
      summary: `${who}: ${act}${isOver ? ` (${standing.state})` : ""}`,
      description: [
        dueRule === null ? "" : `The rule: by ${dueRule}, as ${reader} reads “${words}” (${standing.provision}).`,
        condition === null ? "" : `It holds if ${condition}.`,
        `State: ${standing.state}. ${because}`,
        state.definition.notice ?? "",
      ]
        .filter((line) => line !== "")
        .join("\n"),
      categories: ["Commitment", ...byNames],
      status:
        isOver && standing.state !== "kept" ? "cancelled" : standing.state === "suspended" ? "tentative" : "confirmed",
    },
  ];
}

function phaseEntry(
  state: State,
  {
    id,
    name,
    starts,
    ends,
    state: stands,
  }: { id: string; name: string; starts: string | null; ends: string | null; state: string },
): Entry[] {
  if (starts === null && ends === null) return [];
  return [
    {
      uid: uidOf(state, `phase/${id}`),
      sequence: state.entries.filter(({ entry }) => entry.event !== null).length,
      from: starts ?? ends ?? "",
      to: ends ?? starts ?? "",
      summary: `${name}${starts === null ? " ends" : ends === null ? " begins" : ""}`,
      description: `The phase is ${stands}.`,
      categories: ["Phase"],
      status: stands === "not known" ? "tentative" : "confirmed",
    },
  ];
}

/** Days that an announcement in force sets: planned, and binding nobody. */
function announcedEntries(state: State): Entry[] {
  const replaced = new Set(state.record.flatMap(({ replaces }) => replaces));
  const happened = new Map(
    state.record.flatMap(({ type, event, on }) =>
      type === "happened" && event !== null ? [[event, on] as const] : [],
    ),
  );
  return state.record.flatMap((entry) =>
    entry.type !== "announced"
      ? []
      : entry.holds.flatMap(({ event, relation, to }): Entry[] => {
          if (relation !== "on" || to.anchor.kind !== "date" || to.offset !== null) return [];
          return [
            {
              uid: uidOf(state, `announced/${entry.id}/${event}`),
              sequence: state.entries.filter((each) => bearsOn(each.entry, new Set([entry.id, event]))).length,
              from: to.anchor.date,
              to: to.anchor.date,
              summary: `Announced: ${eventName(state, event)}`,
              description: `The rule: ${event} on ${formatDateExpression(to)}, announced on ${longDate(entry.on)}. ${entry.says}`,
              categories: ["Announced"],
              status: announcedStatus({
                day: to.anchor.date,
                happened: happened.get(event),
                isReplaced: replaced.has(entry.id),
              }),
            },
          ];
        }),
  );
}

/** A plan is tentative until it happens on its day; another plan, or another day, cancels it. */
function announcedStatus({
  day,
  happened,
  isReplaced,
}: {
  readonly day: string;
  readonly happened: string | undefined;
  readonly isReplaced: boolean;
}): Entry["status"] {
  if (isReplaced || (happened !== undefined && happened !== day)) return "cancelled";
  return happened === undefined ? "tentative" : "confirmed";
}

function uidOf({ definition }: State, what: string): string {
  return `${definition.process}/${what.replaceAll(/[^\p{L}\p{N}#/._-]+/gu, "-")}@parley`;
}

/**
 * How many entries known so far could have moved a commitment's day or changed how it stands. It grows with every such
 * entry, so that a calendar program always takes the later file, and stays the same while nothing bears on the day.
 */
function movedBy(state: State, { id, provision, reader }: StandingAnswer): number {
  const read = state.readings
    .filter((made) => made.reading.reader === reader && provision.startsWith(`${made.text}#`))
    .flatMap((made) => made.reading.commitments)
    .find((commitment) => id.endsWith(`#${commitment.id}`));
  const moments = [read?.event ?? null, ...[read?.from, read?.due].map((when) => anchorEvent(when))];
  const named = new Set([id, ...moments.filter((moment) => moment !== null)]);
  return state.entries.filter(({ entry }) => bearsOn(entry, named) || targetsOne(state, entry, named)).length;
}

type Read = State["readings"][number]["reading"]["commitments"][number];

function anchorEvent(when: Read["from"] | undefined): string | null {
  return when?.said === "stated" && when.value.anchor.kind === "event" ? when.value.anchor.event : null;
}

function bearsOn(entry: RecordEntry, named: ReadonlySet<string>): boolean {
  return (
    entry.commitments.some((each) => named.has(each)) ||
    (entry.event !== null && named.has(entry.event)) ||
    [...entry.replaces, ...entry.of].some((each) => named.has(each))
  );
}

/** Whether an entry corrects, withdraws or decides on one that bears on the day. */
function targetsOne(state: State, entry: RecordEntry, named: ReadonlySet<string>): boolean {
  const targets = [...entry.of, ...(entry.corrects === null ? [] : [entry.corrects])];
  return targets.some((id) => {
    const target = state.entries.find((each) => each.entry.id === id)?.entry;
    return target !== undefined && bearsOn(target, named);
  });
}
