import type { Agreement, Reading } from "@parley/agreement";
import type { CivilDate } from "@parley/calendar";
import type { Diagnostic, Place } from "@parley/diagnostics";
import type { DailyFigures } from "@parley/violence";
import type { PositionsFile, PreferencesFile, ProcessFile } from "./internal/folder/formats.ts";
import type { RecordFile } from "./internal/folder/record-format.ts";
import type { ViolenceFile } from "./internal/folder/violence-format.ts";

/**
 * One thing that happened in the process. `on` is the day it happened, `known` the day it was known: an answer as of
 * a day rests on what was known by its end. `room` says who may read it.
 */
interface EventOf<Type extends string, Body> {
  readonly id: string;
  readonly type: Type;
  readonly version: 1;
  readonly room: string;
  readonly on: CivilDate;
  readonly known: CivilDate;
  readonly by: readonly string[];
  /** Ids of the sources it rests on. */
  readonly sources: readonly string[];
  readonly body: Body;
  /** Where it is written down. */
  readonly place: Place;
}

/** A text as an event names it: by the hash of its bytes, with the words kept beside the record. */
export interface TabledText {
  readonly entry: ProcessFile["texts"][number];
  readonly hash: string;
  readonly agreement: Agreement;
  /** The same text in other languages, from the files beside it, by language. */
  readonly versions: readonly LanguageFile[];
}

/** One language version of a text, in a file of its own beside it. */
export interface LanguageFile {
  /** A BCP 47 tag, as in the file's name. */
  readonly language: string;
  readonly agreement: Agreement;
}

export interface MadeReading {
  /** The id of the text it is of. */
  readonly text: string;
  readonly file: string;
  readonly reading: Reading;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

export type StatedPosition = PositionsFile["positions"][number] & { readonly party: string };
export type RecordEntry = RecordFile["record"][number];
export type Assumption = ProcessFile["assumptions"][number];
export type Assessment = PreferencesFile & { readonly file: string };

/** Figures of violence by day and province, as one file of the folder gives them. */
export interface CountedViolence {
  readonly entry: ViolenceFile;
  readonly file: string;
  readonly figures: DailyFigures;
  /** The map as it was read; null without one. */
  readonly geojson: unknown;
}

export type ProcessEvent =
  | EventOf<"text-tabled", TabledText>
  | EventOf<"reading-made", MadeReading>
  | EventOf<"position-stated", StatedPosition>
  | EventOf<"entry-recorded", RecordEntry>
  | EventOf<"assumption-made", Assumption>
  | EventOf<"assessment-made", Assessment>
  | EventOf<"violence-counted", CountedViolence>;

/** One peace process as read from its folder: what it is, and the record of its events. */
export interface Process {
  readonly definition: ProcessFile;
  readonly events: readonly ProcessEvent[];
  /** What was found while reading; the process can be used even when it has warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files of the folder that its carrier could not read at all, so that nothing of them is in the events. */
  readonly filesUnread: number;
}
