import type { Diagnostic } from "@parley/diagnostics";
import type { ApartCode, Coverage, Incident } from "./model.ts";
import type { IncidentPart } from "./part.ts";
import type { ProvinceMap } from "./province-map.ts";
import type { RowCode } from "./read.ts";

export interface IncidentOptions {
  /** Provinces for records whose file has none, and the test whether a place lies outside the country. */
  readonly map?: ProvinceMap;
  /** Ids that the source has withdrawn. */
  readonly deletedIds?: Iterable<string>;
  /** How many findings of one code are listed; all are counted. Default 100. */
  readonly listMax?: number;
}

/** What was read: records in columns, about 70 bytes each, and what was wrong. */
export class Incidents {
  readonly file: string = "";
  readonly length: number = 0;
  declare readonly coverage: Coverage;
  declare readonly types: readonly string[];
  declare readonly countries: readonly string[];
  declare readonly provinces: readonly string[];
  /** Unreadable rows and records kept apart, each with its line: at most `listMax` of one code. */
  declare readonly diagnostics: readonly Diagnostic<RowCode | ApartCode>[];
  /** All of them, counted. */
  declare readonly counts: ReadonlyMap<RowCode | ApartCode, number>;

  /** The record at a place from 0 to `length` - 1, in the order of the file. */
  incident(_at: number): Incident {
    throw new Error("not yet");
  }
}

/** Settles what only the whole file shows: duplicates, deleted ids, provinces, places outside the country. */
export function incidentsOf(_part: IncidentPart, _options: IncidentOptions = {}): Incidents {
  throw new Error("not yet");
}
