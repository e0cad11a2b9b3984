import type { IncidentHead } from "../head.ts";
import type { SourceFormat } from "../model.ts";
import { type Block, type Columns, newColumns } from "./block.ts";
import { type Role, rolesOf } from "./column-roles.ts";
import { type NameList, Names } from "./names.ts";
import { absent, readCount, readDay, readDegrees, readEarliestDay, unreadable } from "./read-field.ts";
import { rowHash } from "./row-hash.ts";
import { type RowFields, undouble } from "./scan-row.ts";

/** What a row cannot be read for, with the column and what stands there. */
export interface RowFault {
  readonly code: "bad-date" | "bad-deaths" | "bad-type";
  readonly column: string;
  readonly text: string;
}

const roomFirst = 2048;
const roomNext = 32_768;
const textBytesMax = 1_048_576;

/** Turns rows into records in columns. Dates and figures are read from bytes; of words only those of few kinds are kept. */
export class RecordWriter {
  readonly #format: SourceFormat;
  readonly #names = new Names();
  readonly #ids: string[] = [];
  readonly #blocks: { readonly count: number; readonly columns: Columns }[] = [];
  readonly #roles: Record<Role, number>;
  readonly #columns: readonly string[];
  readonly #scratch = new Uint8Array(textBytesMax);
  readonly #violence: readonly [number, number, number];
  readonly #notStated: number;
  #into = newColumns(roomFirst);
  #room = roomFirst;
  #count = 0;

  constructor(head: IncidentHead) {
    this.#format = head.format;
    this.#columns = head.columns;
    this.#roles = rolesOf(head.format, head.columns);
    const known = (word: string) => this.#names.numberOf(new TextEncoder().encode(word), 0, word.length);
    this.#violence = [known("state-based"), known("non-state"), known("one-sided")];
    this.#notStated = known("(not stated)");
  }

  /** Adds the row's record, or says why it cannot be read. `line` is relative to the part. */
  add(row: RowFields, bytes: Uint8Array, line: number): RowFault | null {
    const role = this.#roles;
    const from = readDay(bytes, row.starts[role.from] as number, row.ends[role.from] as number);
    if (from <= unreadable) return this.#fault("bad-date", role.from, row, bytes);
    let to = role.to < 0 ? from : readDay(bytes, row.starts[role.to] as number, row.ends[role.to] as number);
    if (to === absent && this.#format === "plain") to = from;
    if (to <= unreadable) return this.#fault("bad-date", role.to, row, bytes);

    const best = this.#deaths(role.best, role.best < 0 ? 0 : absent, row, bytes);
    if (best < 0) return this.#fault("bad-deaths", role.best, row, bytes);
    const low = this.#deaths(role.low, best, row, bytes);
    if (low < 0) return this.#fault("bad-deaths", role.low, row, bytes);
    const high = this.#deaths(role.high, best, row, bytes);
    if (high < 0) return this.#fault("bad-deaths", role.high, row, bytes);
    const type = this.#type(row, bytes);
    if (type < 0) return this.#fault("bad-type", role.type, row, bytes);

    if (this.#count === this.#room) this.#nextBlock();
    const at = this.#count++;
    const into = this.#into;
    into.line[at] = line;
    into.from[at] = from;
    into.to[at] = to;
    into.best[at] = best;
    into.low[at] = low;
    into.high[at] = high;
    into.type[at] = type;
    into.key[at] = this.#key(row, bytes);
    into.actorA[at] = this.#name(role.actorA, row, bytes);
    into.actorB[at] = this.#name(role.actorB, row, bytes);
    into.place[at] = this.#name(role.place, row, bytes);
    into.province[at] = this.#name(role.province, row, bytes);
    into.country[at] = this.#name(role.country, row, bytes);
    into.latitude[at] = this.#degrees(role.latitude, 90, row, bytes);
    into.longitude[at] = this.#degrees(role.longitude, 180, row, bytes);
    into.precision[at] = this.#precision(row, bytes);
    into.lag[at] = this.#lag(to, row, bytes);
    return null;
  }

  /** Everything added. The writer is not used afterwards. */
  finish(): { readonly blocks: readonly Block[]; readonly names: NameList; readonly ids: readonly string[] } {
    if (this.#count > 0) this.#blocks.push({ count: this.#count, columns: this.#into });
    const blocks = this.#blocks.map((block) => ({ ...block, lineBase: 0, renumber: null, idBase: 0 }));
    return { blocks, names: this.#names.list(), ids: this.#ids };
  }

  #nextBlock(): void {
    this.#blocks.push({ count: this.#count, columns: this.#into });
    this.#into = newColumns(roomNext);
    this.#room = roomNext;
    this.#count = 0;
  }

  #deaths(column: number, otherwise: number, row: RowFields, bytes: Uint8Array): number {
    if (column < 0) return otherwise;
    const count = readCount(bytes, row.starts[column] as number, row.ends[column] as number);
    return count === absent ? otherwise : count;
  }

  #degrees(column: number, degreesMax: number, row: RowFields, bytes: Uint8Array): number {
    if (column < 0) return absent;
    return readDegrees(bytes, { start: row.starts[column] as number, end: row.ends[column] as number, degreesMax });
  }

  #precision(row: RowFields, bytes: Uint8Array): number {
    const column = this.#roles.precision;
    if (column < 0) return 0;
    const figure = readCount(bytes, row.starts[column] as number, row.ends[column] as number);
    return figure > 0 && figure < 8 ? figure : 0;
  }

  #lag(to: number, row: RowFields, bytes: Uint8Array): number {
    const column = this.#roles.sourceDate;
    if (column < 0) return absent;
    const day = readEarliestDay(bytes, row.starts[column] as number, row.ends[column] as number);
    return day === absent ? absent : day - to;
  }

  #name(column: number, row: RowFields, bytes: Uint8Array): number {
    if (column < 0) return -1;
    const start = row.starts[column] as number;
    const end = row.ends[column] as number;
    if (row.doubled[column] !== 1) return this.#names.numberOf(bytes, start, end);
    return this.#names.numberOf(this.#scratch, 0, undouble(bytes, { start, end }, this.#scratch));
  }

  /** UCDP writes 1, 2, 3 or the words; other sources have words of their own, which are kept. */
  #type(row: RowFields, bytes: Uint8Array): number {
    const column = this.#roles.type;
    if (column < 0) return this.#notStated;
    if (this.#format !== "ucdp-ged") {
      const name = this.#name(column, row, bytes);
      return row.starts[column] === row.ends[column] ? this.#notStated : name;
    }
    const start = row.starts[column] as number;
    const length = (row.ends[column] as number) - start;
    const byte = bytes[start] as number;
    if (length === 1) return byte >= 49 && byte <= 51 ? (this.#violence[byte - 49] as number) : -1;
    const word = String.fromCharCode(...bytes.subarray(start, start + Math.min(length, 40))).toLowerCase();
    if (/^state([ -]based)?( (violence|conflict))?$/u.test(word)) return this.#violence[0];
    if (/^non[ -]state( (violence|conflict))?$/u.test(word)) return this.#violence[1];
    return /^one[ -]sided( violence)?$/u.test(word) ? this.#violence[2] : -1;
  }

  #key(row: RowFields, bytes: Uint8Array): number {
    const column = this.#roles.id;
    if (column < 0) return rowHash(row, bytes);
    const start = row.starts[column] as number;
    const end = row.ends[column] as number;
    if (start === end) return Number.NaN;
    // Written as a number writes itself, an id is kept as one; anything else is a word.
    if (end - start <= 15 && (bytes[start] !== 48 || end - start === 1)) {
      let value = 0;
      let at = start;
      for (; at < end; at += 1) {
        const figure = (bytes[at] as number) - 48;
        if (figure < 0 || figure > 9) break;
        value = value * 10 + figure;
      }
      if (at === end) return value;
    }
    this.#ids.push(textAt(column, row, bytes));
    return -this.#ids.length;
  }

  #fault(code: RowFault["code"], column: number, row: RowFields, bytes: Uint8Array): RowFault {
    return { code, column: this.#columns[column] ?? "", text: textAt(column, row, bytes).slice(0, 80) };
  }
}

function textAt(column: number, row: RowFields, bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(row.starts[column], row.ends[column]));
  return row.doubled[column] === 1 ? text.replaceAll('""', '"') : text;
}
