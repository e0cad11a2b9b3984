import { type CivilDate, type DateExpression, dayNumberOf, type MonthEndRule } from "@parley/calendar";
import type { Entry, Phase, Commitment as Undertaking, When } from "@parley/compliance";
import type { MadeReading } from "../../events.ts";
import type { KnownEntry, State } from "../../fold.ts";
import { mayAdopt, partiesOf } from "./bodies.ts";

/** The join of readings and record for the question of keeping: what binds whom, and what is recorded of it. */

type Read = MadeReading["reading"]["commitments"][number];

/** What a commitment of the register goes back to. */
export interface KeptRef {
  readonly made: MadeReading;
  readonly read: Read;
  /** The commitment whoever reads it: text#id. */
  readonly name: string;
}

export interface Keeping {
  readonly commitments: readonly Undertaking<KeptRef>[];
  readonly phases: readonly (Phase & { readonly name: string })[];
  readonly entries: readonly Entry[];
}

/** Every undertaking of the agreements in force, under each reading, and every entry of the record that can bear on one. */
export function keepingOf(state: State): Keeping {
  const inForce = new Set(state.texts.filter(({ entry }) => entry.kind === "agreement").map(({ entry }) => entry.id));
  const readings = state.readings.filter(({ text }) => inForce.has(text));
  const commitments = readings.flatMap((made) =>
    made.reading.commitments.map((read) => undertakingOf(state, made, read)),
  );
  const byName = new Map<string, string[]>();
  for (const { id, ref } of commitments) byName.set(ref.name, [...(byName.get(ref.name) ?? []), id]);
  return {
    commitments,
    phases: readings.flatMap((made) => phasesOf(state, made)),
    entries: state.entries.flatMap((known) => [...entriesOf(state, known, byName), ...correctedToo(state, known)]),
  };
}

/** The id that a commitment has in the register: unique among readings. */
function idIn(made: MadeReading, id: string): string {
  return `${made.file}#${id}`;
}

function undertakingOf(state: State, made: MadeReading, read: Read): Undertaking<KeptRef> {
  const rule = read.dueRule ?? state.definition["month-end"];
  const tabled = state.texts.find(({ entry }) => entry.id === made.text)?.entry.tabled;
  const sinceText: When = {
    anchor: { kind: "day", day: dayNumberOf(tabled ?? made.reading.on) },
    offset: null,
    rule: null,
  };
  const { commitments } = made.reading;
  return {
    id: idIn(made, read.id),
    ref: { made, read, name: `${made.text}#${read.id}` },
    by: read.by.value ?? [],
    to: read.to.value ?? [],
    force: read.force === "shall-not" ? "shall not" : read.force,
    from: read.from.said === "stated" ? whenOf(read.from.value, rule) : sinceText,
    due: read.due.said === "stated" ? whenOf(read.due.value, rule) : null,
    recurs: recurrenceOf(read),
    keptBy: read.event,
    conditional: read.condition.said === "stated",
    hasGoal: read.goal.said === "stated",
    after: read.after.map((id) => idIn(made, id)),
    broughtBy: commitments.flatMap(({ id, brings }) =>
      brings?.commitments.includes(read.id) === true ? [{ breachOf: idIn(made, id), on: brings.on }] : [],
    ),
    power: read.power === null ? null : { does: read.power.does, over: read.power.over.map((id) => idIn(made, id)) },
    phase: read.phase === null ? null : idIn(made, read.phase),
    verifiedBy: read.verifiedBy.value ?? [],
  };
}

/** A prohibition holds at all times unless the reading says how often. */
function recurrenceOf({ recurring, force }: Read): Undertaking<KeptRef>["recurs"] {
  if (recurring.said !== "stated") return force === "shall-not" ? "continuous" : "once";
  return recurring.value.kind === "continuous" ? "continuous" : { every: wholeDays(recurring.value.length) };
}

function phasesOf(state: State, made: MadeReading): Keeping["phases"] {
  return made.reading.phases.flatMap((phase) => {
    const rule = phase.rule ?? state.definition["month-end"];
    // Without a beginning nothing tells when its commitments bind, and a moment of that name never comes by itself.
    const starts: When =
      phase.starts.said === "stated"
        ? whenOf(phase.starts.value, rule)
        : { anchor: { kind: "moment", moment: `${phase.id}-starts` }, offset: null, rule: null };
    return {
      id: idIn(made, phase.id),
      name: phase.name,
      starts,
      ends: phase.ends.said === "stated" ? whenOf(phase.ends.value, rule) : null,
      caretaker: phase.caretaker.map((id) => idIn(made, id)),
    };
  });
}

function whenOf({ anchor, offset }: DateExpression, rule: MonthEndRule | null): When {
  return {
    anchor:
      anchor.kind === "date"
        ? { kind: "day", day: dayNumberOf(anchor.date) }
        : { kind: "moment", moment: anchor.event },
    offset: offset === null ? null : { sign: offset.sign, length: wholeDays(offset.length) },
    rule,
  };
}

/** Hours as begun days: the last day on which the hour can fall, since the record has days and no hours. */
function wholeDays<L extends { readonly days: number; readonly hours: number }>(length: L): L {
  return length.hours === 0 ? length : { ...length, days: length.days + Math.ceil(length.hours / 24), hours: 0 };
}

/** What an entry of two meanings adds to its id for the second: a moment that is also a report of what was kept. */
const secondMeaning = "/report";

const secondCorrection = "/corrects/";

/** The id of the record's entry, from that of the register's. No id of a record has a stroke in it. */
export function recordId(id: string): string {
  return id.split("/")[0] ?? id;
}

/** One entry of the record as the register knows it: none, one, or two where it both happened and says what was kept. */
function entriesOf(
  state: State,
  { entry, known }: KnownEntry,
  byName: ReadonlyMap<string, readonly string[]>,
): readonly Entry[] {
  const commitments = entry.commitments.flatMap((name) => byName.get(name) ?? []);
  const common = {
    id: entry.id,
    on: dayNumberOf(entry.on),
    known: dayNumberOf(known),
    by: partiesOf(state, entry.by),
    commitments,
    corrects: entry.corrects,
  };
  const twice = (ids: readonly string[]) => ids.flatMap((id) => both(state, id));
  const report: Entry = {
    ...common,
    kind: "report",
    kept: entry.kept,
    progress: entry.progress,
    goalMet: entry.goal === null ? null : entry.goal === "met",
    conditionMet: entry.condition === null ? null : entry.condition === "met",
  };
  const alsoReport: readonly Entry[] = saysKept(entry)
    ? [{ ...report, id: `${entry.id}${secondMeaning}`, corrects: null }]
    : [];
  switch (entry.type) {
    case "happened":
      return entry.event === null ? [report] : [{ ...common, kind: "moment", moment: entry.event }, ...alsoReport];
    case "alleged":
      return [{ ...common, kind: "allegation" }];
    case "verified":
      return [
        { ...common, kind: "verification", of: twice(entry.of), outcome: entry.outcome ?? "confirmed" },
        ...alsoReport,
      ];
    case "found": {
      const finding = {
        ...common,
        kind: "finding",
        on: dayNumberOf(foundOf(state, entry)),
        of: twice(entry.of),
      } as const;
      const { kept, goalMet } = report;
      return mayAdopt(state, entry)
        ? [{ ...finding, outcome: entry.outcome ?? "confirmed", kept, goalMet }]
        : [{ ...finding, outcome: "inconclusive", kept: null, goalMet: null }];
    }
    case "attributed":
      return [
        {
          ...common,
          kind: "attribution",
          of: twice(entry.of),
          against: partiesOf(state, entry.against),
          withheld: entry.withheld,
        },
      ];
    case "disputed":
      return [{ ...common, kind: "dispute", of: twice(entry.of) }];
    case "used":
      return entry.power === null
        ? []
        : [
            {
              ...common,
              kind: "power",
              power: entry.power,
              until: entry.until === null ? null : dayNumberOf(entry.until),
            },
          ];
    case "withdrawn":
      return [{ ...common, kind: "withdrawal", of: entry.of.flatMap((id) => wholeOf(state, id)) }];
    case "reported":
      return [report];
    case "announced":
    case "noted":
    case "access-denied":
    case "nothing-to-report":
      return [{ ...report, kept: null, progress: null, goalMet: null, conditionMet: null }];
  }
}

/** The day a finding speaks of: its own, or the last day of the window whose figures it adopts, though it is known later. */
function foundOf(state: State, { on, window }: RecordEntry): CivilDate {
  const windows = state.violence.flatMap(({ entry }) => entry.windows);
  const adopted = windows.find(({ id }) => id === window)?.days.to;
  return adopted !== undefined && adopted < on ? adopted : on;
}

/**
 * A correction takes the place of one entry. What the register makes of that one besides is corrected with it, each by an entry that says
 * nothing: so that whatever holds of a correction holds of all that it corrects.
 */
function correctedToo(state: State, { entry, known }: KnownEntry): readonly Entry[] {
  if (entry.corrects === null) return [];
  return companionsOf(state, entry.corrects).map(
    (second): Entry => ({
      kind: "report",
      id: `${entry.id}${secondCorrection}${second}`,
      on: dayNumberOf(entry.on),
      known: dayNumberOf(known),
      by: [],
      commitments: [],
      corrects: second,
      kept: null,
      progress: null,
      goalMet: null,
      conditionMet: null,
    }),
  );
}

/** What the register makes of an entry besides the entry itself: its second meaning, and what it corrects besides. */
function companionsOf(state: State, id: string, through: readonly string[] = []): string[] {
  const entry = state.entries.find((each) => each.entry.id === id)?.entry;
  if (entry === undefined || through.includes(id)) return [];
  const corrected = entry.corrects === null ? [] : companionsOf(state, entry.corrects, [...through, id]);
  return [...both(state, id).slice(1), ...corrected.map((second) => `${id}${secondCorrection}${second}`)];
}

/** All that the register makes of an entry: what is taken back with it. */
function wholeOf(state: State, id: string): string[] {
  return [id, ...companionsOf(state, id)];
}

type RecordEntry = KnownEntry["entry"];

function saysKept({ kept, progress, goal, condition }: RecordEntry): boolean {
  return kept !== null || progress !== null || goal !== null || condition !== null;
}

/** Whatever is done to an entry of two meanings is done to both. */
function both(state: State, id: string): string[] {
  const target = state.entries.find(({ entry }) => entry.id === id)?.entry;
  const isTwo =
    target !== undefined &&
    saysKept(target) &&
    (target.type === "verified" || (target.type === "happened" && target.event !== null));
  return isTwo ? [id, `${id}${secondMeaning}`] : [id];
}
