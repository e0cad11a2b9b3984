import { dateOfDay } from "@parley/calendar";
import { type Diagnostic, sortDiagnostics } from "@parley/diagnostics";
import type { Block } from "./internal/block.ts";
import { rolesOf } from "./internal/column-roles.ts";
import { coverageOf } from "./internal/coverage.ts";
import type { NameTexts } from "./internal/names.ts";
import { recordFindings, rowFindings } from "./internal/row-findings.ts";
import { settle } from "./internal/settle.ts";
import { apartCodes, nearBit, outOfOrderBit, type SettledBlock } from "./internal/settled.ts";
import type { ApartCode, Coverage, Incident } from "./model.ts";
import type { IncidentPart } from "./part.ts";
import type { ProvinceMap } from "./province-map.ts";
import type { RowCode } from "./read.ts";

export interface IncidentOptions {
  /** Provinces for records whose file has none, and the test whether a place lies outside the country. */
  readonly map?: ProvinceMap;
  /** Ids that the source has withdrawn. */
  readonly deletedIds?: Iterable<string>;
  /** How many findings of one code are listed, at most 1,000; all are counted. Default 100. */
  readonly listMax?: number;
}

/** Said of a row, or of a record that was read. */
export type IncidentCode = RowCode | ApartCode | "out-of-order";

/** What was read: records in columns, about 80 bytes each, and what was wrong. Immutable. */
export class Incidents {
  readonly file: string;
  /** Records, those kept apart included; unreadable rows are none. */
  readonly length: number;
  readonly coverage: Coverage;
  /** In the order in which they first come. */
  readonly types: readonly string[];
  readonly countries: readonly string[];
  /** As the file writes them, or as the map does where one was given; with the map's all, used or not. */
  readonly provinces: readonly string[];
  /** Unreadable rows, records kept apart or out of order, each with its line; at most `listMax` of one code. */
  readonly diagnostics: readonly Diagnostic<IncidentCode>[];
  /** All of them, counted. */
  readonly counts: ReadonlyMap<IncidentCode, number>;
  /** The records in columns, for the counting in this package. */
  readonly columns: { readonly blocks: readonly SettledBlock[]; readonly texts: NameTexts };
  readonly #ids: readonly string[];
  readonly #hasIds: boolean;
  /** The line of the first row. */
  readonly #line: number;
  readonly #starts: readonly number[];

  constructor(part: IncidentPart, options: IncidentOptions) {
    const settled = settle(part, options);
    const listMax = options.listMax ?? 100;
    this.file = part.file;
    this.columns = { blocks: settled.blocks, texts: settled.texts };
    this.provinces = settled.provinces;
    this.types = settled.types;
    this.countries = settled.countries;
    this.#ids = part.ids;
    this.#line = part.line;
    this.#hasIds = rolesOf(part.head.format, part.head.columns).id >= 0;
    const starts: number[] = [];
    let length = 0;
    for (const { block } of settled.blocks) {
      starts.push(length);
      length += block.count;
    }
    this.#starts = starts;
    this.length = length;
    this.coverage = coverageOf(part, settled.blocks);
    const records = recordFindings(this, settled.firsts, listMax);
    this.counts = new Map([...(Object.entries(part.counts) as [RowCode, number][]), ...records.counts]);
    this.diagnostics = sortDiagnostics<IncidentCode>([...rowFindings(part, listMax), ...records.diagnostics]);
  }

  /** The record at a place from 0 to `length` - 1, in the order of the file. Throws a RangeError beyond. */
  incident(at: number): Incident {
    if (!Number.isInteger(at) || at < 0 || at >= this.length) throw new RangeError(`There is no record ${at}.`);
    let low = 0;
    for (let high = this.#starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    const settled = this.columns.blocks[low] as SettledBlock;
    return this.#read(settled, at - (this.#starts[low] ?? 0));
  }

  #read({ block, apart, province, marks }: SettledBlock, at: number): Incident {
    const { columns } = block;
    const from = columns.from[at] as number;
    const to = columns.to[at] as number;
    const word = (names: Int32Array) => {
      const name = wordAt(block, names, at);
      return name < 0 ? null : this.columns.texts.text(name) || null;
    };
    const code = apart[at] as number;
    const mark = marks[at] as number;
    return {
      id: this.#idAt(block, at),
      line: (columns.line[at] as number) + block.lineBase + this.#line,
      from: dateOfDay(from),
      to: dateOfDay(to),
      days: to - from + 1,
      type: word(columns.type) ?? "",
      actors: actorsFrom(this.coverage.format, word(columns.actorA), word(columns.actorB)),
      country: word(columns.country),
      place: word(columns.place),
      province: this.provinces[province[at] as number] ?? null,
      best: columns.best[at] as number,
      low: columns.low[at] as number,
      high: columns.high[at] as number,
      outOfOrder: (mark & outOfOrderBit) !== 0,
      near: (mark & nearBit) !== 0,
      apart: code === 0 ? null : (apartCodes[code - 1] ?? null),
    };
  }

  #idAt(block: Block, at: number): string | null {
    const key = block.columns.key[at] as number;
    if (!this.#hasIds || Number.isNaN(key)) return null;
    return key >= 0 ? String(key) : (this.#ids[-key - 1 + block.idBase] ?? null);
  }
}

/** The whole's number of a word in a block; -1 where the file has no such column. */
export function wordAt({ renumber }: Block, names: Int32Array, at: number): number {
  const name = names[at] as number;
  return name < 0 || renumber === null ? name : (renumber[name] as number);
}

/** UCDP's sides as listed; a plain file's list; ACLED's two actors in the order of the alphabet, since theirs says nothing. */
export function actorsFrom(format: Coverage["format"], a: string | null, b: string | null): readonly string[] {
  if (format === "plain")
    return (a ?? "")
      .split(";")
      .map((actor) => actor.trim())
      .filter((actor) => actor !== "");
  const both = [a, b].filter((actor) => actor !== null);
  return format === "acled" ? both.toSorted((x, y) => (x < y ? -1 : 1)) : both;
}

/**
 * Settles what only the whole file shows: duplicates, deleted ids, provinces, places outside the country. Cost: one pass over
 * the records, and the corners of near provinces once for each point of the file.
 */
export function incidentsOf(part: IncidentPart, options: IncidentOptions = {}): Incidents {
  return new Incidents(part, options);
}
