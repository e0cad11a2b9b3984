import type { IncidentHead } from "./head.ts";
import { type Block, columnArrays } from "./internal/block.ts";
import { mergeNames, type NameList } from "./internal/names.ts";
import { RecordWriter } from "./internal/record-writer.ts";
import { guessRowStart } from "./internal/row-start.ts";
import { RowFields, scanRow } from "./internal/scan-row.ts";
import type { RowCode } from "./read.ts";

/** A row that cannot be read, or that is read and has a fault. Its line is relative to the part. */
export interface RowFinding {
  readonly code: RowCode;
  readonly line: number;
  readonly column: string;
  readonly text: string;
  /** Over how many lines the row runs. */
  readonly lines: number;
}

/**
 * The records of a range of the file: of the rows that begin after its first byte and at or before its end, and for the first
 * part also the first row. Plain data: it can be handed from a worker.
 */
export interface IncidentPart {
  readonly file: string;
  readonly head: IncidentHead;
  readonly range: PartRange;
  /** The byte at which its first row begins. */
  readonly from: number;
  /** The byte at which the next part's first row begins. */
  readonly to: number;
  /** The line of its first row; 0 while nobody knows. */
  readonly line: number;
  readonly lineBreaks: number;
  /** Rows, readable or not; blank lines are none. */
  readonly rows: number;
  readonly blocks: readonly Block[];
  readonly names: NameList;
  readonly ids: readonly string[];
  readonly counts: Readonly<Partial<Record<RowCode, number>>>;
  /** At most {@link findingsMax} of each code. */
  readonly findings: readonly RowFinding[];
}

/** Bytes of a file from `from` to `to`, end exclusive; null `to` is its end. `exact`: a row is known to begin at `from`. */
export interface PartRange {
  readonly from: number;
  readonly to: number | null;
  readonly exact?: boolean;
}

/** A row longer than this is not one: a quote was never closed. It is told, and reading goes on at the next line. */
export const rowBytesMax = 1_048_576;

const findingsMax = 1000;

/**
 * Reads one range of a file. Bytes are pushed in order from the range's first on, and past its end until `push` says enough.
 * Where rows begin in the middle of a file is guessed, since the cut may lie inside a quoted text; `mergeParts` finds
 * out whether the guess was right. Memory: a row, a chunk, and about 73 bytes a record. Chunks are not kept.
 */
export class PartReader {
  readonly #asked: { readonly file: string; readonly head: IncidentHead; readonly range: PartRange };
  readonly #delimiter: number;
  readonly #row: RowFields;
  readonly #writer: RecordWriter;
  readonly #counts: Partial<Record<RowCode, number>> = {};
  readonly #findings: RowFinding[] = [];
  /** Bytes that are held: the beginning of a row that has not ended, and the chunk that was pushed last. */
  #buffer = new Uint8Array(0);
  #used = 0;
  /** The byte of the file at which the buffer begins. */
  #base: number;
  #from = -1;
  #line = 0;
  #rows = 0;
  /** A row that was too long is being passed over up to its first line break. */
  #passing = false;
  #enough = false;

  constructor(asked: { readonly file: string; readonly head: IncidentHead; readonly range: PartRange }) {
    this.#asked = asked;
    this.#delimiter = asked.head.delimiter.charCodeAt(0);
    this.#row = new RowFields(asked.head.columns.length);
    this.#writer = new RecordWriter(asked.head);
    this.#base = asked.range.from;
  }

  /** Takes the next bytes; true while more are wanted. The bytes may be used again afterwards. */
  push(bytes: Uint8Array): boolean {
    if (!this.#enough) this.#take(bytes, false);
    return !this.#enough;
  }

  /** Call once, after the last bytes that there are or that were wanted. */
  end(): IncidentPart {
    if (!this.#enough) this.#take(new Uint8Array(0), true);
    const { file, head, range } = this.#asked;
    return {
      file,
      head,
      range,
      from: this.#from,
      to: this.#base,
      line: this.#first ? head.line : 0,
      lineBreaks: this.#line,
      rows: this.#rows,
      ...this.#writer.finish(),
      counts: this.#counts,
      findings: this.#findings,
    };
  }

  get #first(): boolean {
    return this.#asked.range.from < this.#asked.head.bytes;
  }

  #take(bytes: Uint8Array, final: boolean): void {
    if (this.#used + bytes.length > this.#buffer.length) {
      const larger = new Uint8Array(this.#used + bytes.length * 2);
      larger.set(this.#buffer.subarray(0, this.#used));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
    const all = this.#buffer.subarray(0, this.#used);
    const begun = this.#from < 0 ? this.#begin(all, final) : 0;
    const at = begun < 0 ? 0 : this.#readRows(all, { at: begun, final });
    this.#buffer.copyWithin(0, at, this.#used);
    this.#used -= at;
    this.#base += at;
  }

  /** Finds the first row; -1 when more bytes are needed to. */
  #begin(bytes: Uint8Array, final: boolean): number {
    const { head, range } = this.#asked;
    let at = 0;
    if (this.#first) at = head.bytes - range.from;
    else if (range.exact !== true)
      at = guessRowStart(bytes, { final, delimiter: this.#delimiter, columns: head.columns.length });
    if (at < 0 || (at > bytes.length && !final)) return -1;
    at = Math.min(at, bytes.length);
    this.#from = this.#base + at;
    return at;
  }

  /** Reads every row that ends within the bytes; gives where the first one begins that does not. */
  #readRows(bytes: Uint8Array, { at: first, final }: { readonly at: number; readonly final: boolean }): number {
    const row = this.#row;
    const end = bytes.length;
    const last = this.#asked.range.to ?? Number.POSITIVE_INFINITY;
    let at = first;
    while (at < end) {
      if (this.#passing) {
        const lineFeed = bytes.indexOf(10, at);
        if (lineFeed < 0) return end;
        this.#passing = false;
        this.#line += 1;
        at = lineFeed + 1;
        continue;
      }
      if (this.#base + at > last) {
        this.#enough = true;
        return at;
      }
      const next = scanRow(row, bytes, { at, end, final, delimiter: this.#delimiter });
      if (next < 0 && end - at <= rowBytesMax) return at;
      if (next < 0 || next - at > rowBytesMax || row.fault === "unclosed") {
        const code = next >= 0 && next - at <= rowBytesMax ? "bad-quotes" : "row-too-long";
        this.#rows += 1;
        row.innerBreaks = 0;
        this.#tell(code, "", textOf(bytes.subarray(at, at + 80)));
        this.#passing = true;
        continue;
      }
      this.#readRow(bytes, at, next);
      this.#line += row.innerBreaks + 1;
      at = next;
    }
    if (this.#base + at > last) this.#enough = true;
    return at;
  }

  #readRow(bytes: Uint8Array, at: number, next: number): void {
    const row = this.#row;
    const columns = row.starts.length;
    const blank = row.count === 1 && row.starts[0] === row.ends[0] && columns > 1;
    if (blank) return;
    this.#rows += 1;
    if (row.fault === "stray") this.#tell("bad-quotes", "", textOf(bytes.subarray(at, Math.min(next, at + 80))));
    else if (row.count !== columns) this.#tell("wrong-columns", "", String(row.count));
    else {
      if (row.allBits > 127 && !isUtf8(bytes.subarray(at, next))) this.#tell("invalid-utf8", "", "");
      const fault = this.#writer.add(row, bytes, this.#line);
      if (fault !== null) this.#tell(fault.code, fault.column, fault.text);
    }
  }

  #tell(code: RowCode, column: string, text: string): void {
    const count = (this.#counts[code] ?? 0) + 1;
    this.#counts[code] = count;
    if (count <= findingsMax)
      this.#findings.push({ code, line: this.#line, column, text, lines: this.#row.innerBreaks + 1 });
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).split("\n", 1)[0] ?? "";

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Two neighbouring parts as one: the same as one part read over both ranges. Where the second began at another byte than the
 * first ended, its beginning was guessed wrongly: it must be read again, exactly, from the byte given. Cost: the names.
 */
export function mergeParts(
  first: IncidentPart,
  second: IncidentPart,
): { readonly ok: true; readonly part: IncidentPart } | { readonly ok: false; readonly rereadFrom: number } {
  const range: PartRange = { ...first.range, to: second.range.to };
  // A row of the first part runs over the whole of the second: no row begins there.
  if (second.range.to !== null && first.to > second.range.to) return { ok: true, part: { ...first, range } };
  if (second.from !== first.to) return { ok: false, rereadFrom: first.to };
  const shift = first.lineBreaks;
  const { names, renumber } = mergeNames(first.names, second.names);
  const blocks = second.blocks.map((block) => ({
    ...block,
    lineBase: block.lineBase + shift,
    renumber: block.renumber === null ? renumber : block.renumber.map((name) => renumber[name] ?? -1),
    idBase: block.idBase + first.ids.length,
  }));
  const counts: Partial<Record<RowCode, number>> = { ...first.counts };
  const room: Partial<Record<RowCode, number>> = { ...first.counts };
  const added: RowFinding[] = [];
  for (const finding of second.findings) {
    const count = (room[finding.code] ?? 0) + 1;
    room[finding.code] = count;
    if (count <= findingsMax) added.push({ ...finding, line: finding.line + shift });
  }
  for (const [code, count] of Object.entries(second.counts) as [RowCode, number][])
    counts[code] = (counts[code] ?? 0) + count;
  return {
    ok: true,
    part: {
      ...first,
      range,
      to: second.to,
      lineBreaks: first.lineBreaks + second.lineBreaks,
      rows: first.rows + second.rows,
      blocks: [...first.blocks, ...blocks],
      names,
      ids: [...first.ids, ...second.ids],
      counts,
      findings: [...first.findings, ...added],
    },
  };
}

/** The memory of a part, to be moved and not copied between workers. */
export function partBuffers(part: IncidentPart): ArrayBuffer[] {
  const arrays = part.blocks.flatMap(({ columns }) => columnArrays(columns));
  return [...new Set([...arrays, part.names.bytes, part.names.ends].map(({ buffer }) => buffer as ArrayBuffer))];
}
