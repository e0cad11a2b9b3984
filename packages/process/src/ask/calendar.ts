import { type CivilDate, formatDateExpression, longDate } from "@parley/calendar";
import { writeCalendar } from "@parley/documents";
import type { Answer } from "../answer.ts";
import type { CalendarAnswer } from "../answers/calendar.ts";
import type { StandingAnswer } from "../answers/status.ts";
import type { Process } from "../events.ts";
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
  const sequence = state.entries.length + state.readings.length;
  const entries = eachOnce([
    ...status.answer.commitments.flatMap((standing) => dueEntry(state, standing)),
    ...status.answer.phases.flatMap((phase) => phaseEntry(state, phase)),
    ...announcedEntries(state),
  ])
    .map((entry): Entry => ({ ...entry, sequence }))
    .sort((a, b) => a.from.localeCompare(b.from, "en") || a.uid.localeCompare(b.uid, "en"));
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

/** Without the number by which a later file takes the place of an earlier one: it is one number for the whole file. */
type Day = Omit<Entry, "sequence">;

/** Two readings by one reader give one UID twice: the later of them gets a number behind it. */
function eachOnce(days: readonly Day[]): Day[] {
  const seen = new Map<string, number>();
  return days.map((day) => {
    const count = (seen.get(day.uid) ?? 0) + 1;
    seen.set(day.uid, count);
    return count === 1 ? day : { ...day, uid: day.uid.replace(/@parley$/u, `/${count}@parley`) };
  });
}

function dueEntry(state: State, standing: StandingAnswer): Day[] {
  if (standing.due === null) return [];
  const { id, reader, due, dueRule, act, byNames, because, words, condition, periods } = standing;
  const isOver = ["kept", "lapsed", "waived"].includes(standing.state);
  const who = byNames.length === 0 ? "Nobody named" : listed(byNames);
  return [
    {
      // Of a recurring duty each period is an entry of its own: its day never moves.
      uid: uidOf(state, [id, reader, ...(periods === null ? [] : [due])]),
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
): Day[] {
  if (starts === null && ends === null) return [];
  const [file, phase = ""] = id.split("#");
  const made = state.readings.find((reading) => reading.file === file);
  const from = starts ?? ends ?? "";
  return [
    {
      uid: uidOf(state, ["phase", `${made?.text ?? file}#${phase}`, made?.reading.reader ?? ""]),
      from,
      // One that starts after the day on which it was to end is told with its first day.
      to: ends !== null && ends > from ? ends : from,
      summary: `${name}${starts === null ? " ends" : ends === null ? " begins" : ""}`,
      description: `The phase is ${stands}.`,
      categories: ["Phase"],
      status: stands === "not known" ? "tentative" : "confirmed",
    },
  ];
}

/** Days that announcements set: planned, and binding nobody. One that was taken back is cancelled, for those who have it. */
function announcedEntries(state: State): Day[] {
  const replaced = new Set(state.record.flatMap(({ replaces }) => replaces));
  const happened = new Map(
    state.record.flatMap(({ type, event, on }) =>
      type === "happened" && event !== null ? [[event, on] as const] : [],
    ),
  );
  const standing = new Set(state.record.map(({ id }) => id));
  return state.entries.flatMap(({ entry }) =>
    entry.type !== "announced"
      ? []
      : entry.holds.flatMap(({ event, relation, to }): Day[] => {
          if (relation !== "on" || to.anchor.kind !== "date" || to.offset !== null) return [];
          return [
            {
              uid: uidOf(state, ["announced", entry.id, event]),
              from: to.anchor.date,
              to: to.anchor.date,
              summary: `Announced: ${eventName(state, event)}`,
              description: `The rule: ${event} on ${formatDateExpression(to)}, announced on ${longDate(entry.on)}. ${entry.says}`,
              categories: ["Announced"],
              status: announcedStatus({
                day: to.anchor.date,
                happened: happened.get(event),
                isReplaced: replaced.has(entry.id) || !standing.has(entry.id),
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

/** What is no letter, figure, point, stroke or hash is written by its bytes, so that two names never give one UID. */
function uidOf({ definition }: State, parts: readonly string[]): string {
  const written = (part: string) =>
    part.toWellFormed().replaceAll(/[^\p{L}\p{N}#._-]/gu, (letter) => encodeURIComponent(letter));
  return `${[definition.process, ...parts].map(written).join("/")}@parley`;
}
