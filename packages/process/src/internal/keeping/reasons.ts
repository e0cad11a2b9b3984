import { dateOfDay, longDate } from "@parley/calendar";
import type { Because, Entry, State as KeptState, Standing } from "@parley/compliance";
import type { State } from "../../fold.ts";
import { counted, eventName, listed, partyName, sentence } from "../join/view.ts";
import type { KeptRef } from "./undertakings.ts";

/** Why a commitment is in its state, in one sentence that names its days. */
export function reasonOf(state: State, standing: Standing<KeptRef>): string {
  return sentence(reasons[standing.because](state, standing));
}

type Telling = (state: State, standing: Standing<KeptRef>) => string;

const reasons: Record<Because, Telling> = {
  "waits for its day": (_, { ref }) => `it begins to bind later${startWords(ref)}`,
  "waits for a moment": (state, { ref }) =>
    `it waits for a moment that the record does not have${momentWords(state, ref)}`,
  "waits for earlier steps": (_, { ref }) =>
    `it waits until ${listed(ref.read.after)} ${ref.read.after.length === 1 ? "is" : "are"} kept`,
  "waits for a breach": () => "it comes into force only by the breach of another commitment",
  "waits for its phase": (_, { ref }) => `its phase, ${ref.read.phase ?? "not named"}, has not begun`,
  "condition unmet": (_, { ref }) => `its condition is reported unmet: ${ref.read.condition.value ?? "not stated"}`,
  "condition not known": (_, { ref }) =>
    `whether it binds is not known: it holds if ${ref.read.condition.value ?? "a condition is met"}, and nothing recorded says so`,
  "day not known": () => "its day cannot be computed without a rule for a day that does not exist",
  "in force": (state, { due, ref }) => {
    if (ref.read.force === "may") return "it may be done; nothing stands in its way";
    if (due !== null) return `it binds; it is due by ${dayWords(due)}`;
    const { due: stated } = ref.read;
    return stated.said === "stated" && stated.value.anchor.kind === "event"
      ? `it binds; its day waits for a moment that the record does not have: ${eventName(state, stated.value.anchor.event)}`
      : "it binds; no day is stated";
  },
  "kept as last reported": (_, { evidence, ref }) => {
    const last = evidence.findLast(({ standing, entry }) => standing === "counts" && saysItIsKept(entry, ref));
    return `it binds at all times and was last reported kept${last === undefined ? "" : ` on ${dayWords(last.entry.on)}`}; kept once is not kept for good`;
  },
  "done in full": (_, { keptOn, daysLate }) =>
    `${keptOn === null ? "it was done" : `it was done on ${dayWords(keptOn)}`}${daysLate === null ? "" : `, ${counted(daysLate, "day")} late`}`,
  "nothing recorded": (_, { due, daysOverdue }) =>
    daysOverdue === null || due === null
      ? "nothing recorded says whether it is kept"
      : `it was due by ${dayWords(due)}, ${counted(daysOverdue, "day")} ago, and nothing recorded says whether it was done`,
  "goal unmet": () => "it was done as worded, and what it is for was not reached",
  "goal not known": () => "it was done as worded; whether what it is for was reached is not recorded",
  "not done by its day": (_, { due, daysOverdue, progress }) =>
    due === null || daysOverdue === null
      ? "it was not done by its day"
      : `it was due by ${dayWords(due)}, ${counted(daysOverdue, "day")} ago, and ${progress === null || progress === "full" ? "was not done" : `is not reported done in full: ${progress} progress is the last word of it`}`,
  "period missed": () => "the last period ended without it, as reported",
  "period not reported": () => "the last period ended, and nothing recorded says whether it was done",
  alleged: (state, { allegedBy, daysOverdue }) =>
    `a breach is alleged by ${namesOf(state, allegedBy)}; no body has found on it${daysOverdue === null ? "" : `. Its day passed ${counted(daysOverdue, "day")} ago`}`,
  found: (state, { foundBy, attributedTo }) =>
    `a breach was found by ${namesOf(state, foundBy)}${attributedTo.length === 0 ? "; nobody is named responsible" : `, and ${namesOf(state, attributedTo)} ${attributedTo.length === 1 ? "is" : "are"} held responsible`}`,
  "power used": (state, { state: stands, evidence }) => {
    const power = stands === "waived" ? "waive" : stands === "suspended" ? "suspend" : "terminate";
    const used = evidence.findLast(
      ({ standing, entry }) => standing === "counts" && entry.kind === "power" && entry.power === power,
    )?.entry;
    return used?.kind === "power"
      ? `${namesOf(state, used.by)} used the power to ${used.power} it on ${dayWords(used.on)}${used.until === null ? "" : `, until ${dayWords(used.until)}`}`
      : "a power over it was used";
  },
  "phase ended": () => "its phase has ended, and it is not among what goes on",
  "time ran out": (_, { due }) => `its time ran out${due === null ? "" : ` on ${dayWords(due)}`}`,
};

/** A report of something else, or a note, is no word that it is kept. */
function saysItIsKept(entry: Entry, { read }: KeptRef): boolean {
  switch (entry.kind) {
    case "report":
      return entry.kept ?? entry.progress === "full";
    case "finding":
      return entry.kept === true;
    case "moment":
      return entry.moment === read.event;
    default:
      return false;
  }
}

function startWords({ read }: KeptRef): string {
  return read.from.said === "stated" && read.from.value.anchor.kind === "date"
    ? `, on or after ${longDate(read.from.value.anchor.date)}`
    : "";
}

function momentWords(state: State, { read }: KeptRef): string {
  return read.from.said === "stated" && read.from.value.anchor.kind === "event"
    ? `: ${eventName(state, read.from.value.anchor.event)}`
    : "";
}

export function dayWords(day: number): string {
  return longDate(dateOfDay(day));
}

function namesOf(state: State, ids: readonly string[]): string {
  return ids.length === 0 ? "somebody not named" : listed(ids.map((id) => partyName(state, id)));
}

/** A state as a sentence ends with it: "is overdue", "is alleged to be broken". */
export const stateWords: Record<KeptState | "readings differ", string> = {
  "not yet binding": "not yet binding",
  binding: "binding",
  due: "due that day",
  kept: "kept",
  overdue: "overdue",
  "breach alleged": "under an allegation of breach",
  "breach found": "found to be broken",
  suspended: "suspended",
  lapsed: "lapsed",
  waived: "waived",
  "no data": "without data",
  "readings differ": "in different states under different readings",
};
