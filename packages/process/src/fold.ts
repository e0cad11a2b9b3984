import type { CivilDate } from "@parley/calendar";
import type {
  Assessment,
  Assumption,
  CountedViolence,
  MadeReading,
  Process,
  ProcessEvent,
  RecordEntry,
  StatedPosition,
  TabledText,
} from "./events.ts";
import type { ProcessFile } from "./internal/folder/formats.ts";
import { standingEntries } from "./internal/join/standing-entries.ts";

/** What a reader may know of a process on a day. */
export interface State {
  readonly definition: ProcessFile;
  readonly asOf: CivilDate;
  /** Texts known by the day, oldest first. */
  readonly texts: readonly TabledText[];
  readonly readings: readonly MadeReading[];
  readonly positions: readonly StatedPosition[];
  /** The entries that stand: what was corrected or withdrawn by the day is not among them. */
  readonly record: readonly RecordEntry[];
  /** Every entry known by the day with the day it was known, those that no longer stand among them. */
  readonly entries: readonly KnownEntry[];
  readonly assumptions: readonly Assumption[];
  readonly assessments: readonly Assessment[];
  readonly violence: readonly CountedViolence[];
}

/** An entry of the record and the day it became known. */
export interface KnownEntry {
  readonly entry: RecordEntry;
  readonly known: CivilDate;
  /** The room in which it may be read. */
  readonly room: string;
}

/** Whose view is wanted: the day, and the rooms whose events may be read. */
export interface View {
  readonly asOf: CivilDate;
  /** Whether events of a room may be read. Nothing else of an unreadable event reaches the state. */
  readonly mayRead: (room: string) => boolean;
}

/**
 * Folds the events known by the end of a day, and readable in the rooms given, into a state. Never fails: an event
 * that names something out of sight is kept as it is. `n log n` in the events. The order of the file decides among
 * events of one day.
 */
export function fold({ definition, events }: Process, { asOf, mayRead }: View): State {
  const visible = events.filter((event) => event.known <= asOf && event.on <= asOf && mayRead(event.room));
  const recorded = visible.filter((event) => event.type === "entry-recorded");
  return {
    definition,
    asOf,
    texts: bodies(visible, "text-tabled"),
    readings: bodies(visible, "reading-made"),
    positions: bodies(visible, "position-stated"),
    record: bodies(standingEntries(recorded), "entry-recorded"),
    entries: recorded.map(({ body, known, room }) => ({ entry: body, known, room })),
    assumptions: bodies(visible, "assumption-made"),
    assessments: bodies(visible, "assessment-made"),
    violence: bodies(visible, "violence-counted"),
  };
}

type BodyOf<Type extends ProcessEvent["type"]> = Extract<ProcessEvent, { readonly type: Type }>["body"];

/** The bodies of one type of event, by the day they happened. */
function bodies<Type extends ProcessEvent["type"]>(events: readonly ProcessEvent[], type: Type): BodyOf<Type>[] {
  return events
    .filter((event) => event.type === type)
    .sort((a, b) => a.on.localeCompare(b.on, "en"))
    .map((event) => event.body as BodyOf<Type>);
}
