/** Where the fields of one row lie. Reused from row to row, since a file has many. */
export class RowFields {
  /** First byte of each field, past an opening quote. */
  readonly starts: Int32Array;
  /** End of each field, exclusive, before a closing quote. */
  readonly ends: Int32Array;
  /** 1 where the field holds doubled quotes that stand for one. */
  readonly doubled: Uint8Array;
  /** How many fields the row has; those past the room of the arrays are counted and not kept. */
  count = 0;
  /** Line breaks inside quotes. */
  innerBreaks = 0;
  /** Every byte of the row, or-ed: from 128 the row is not plain ASCII. */
  allBits = 0;
  fault: "none" | "unclosed" | "stray" = "none";

  constructor(columns: number) {
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.doubled = new Uint8Array(columns);
  }
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Finds the fields of the row that begins at `at` (RFC 4180: quotes, doubled quotes, line breaks in quotes; LF or CRLF).
 * Gives where the next row begins, or -1 when the row does not end within the bytes and more may come (`final` false).
 * The answer depends only on the bytes from `at` on, so that a file can be cut anywhere and read in parts.
 */
export function scanRow(
  row: RowFields,
  bytes: Uint8Array,
  { at, end, final, delimiter }: { at: number; end: number; final: boolean; delimiter: number },
): number {
  const { starts, ends, doubled } = row;
  const room = starts.length;
  let count = 0;
  let inner = 0;
  let bits = 0;
  let stray = false;
  let i = at;
  for (;;) {
    let start = i;
    let stop = 0;
    let twice = 0;
    let byte = 0;
    if (i < end && bytes[i] === quote) {
      start = ++i;
      for (;;) {
        for (; i < end; i += 1) {
          byte = bytes[i] as number;
          if (byte === quote) break;
          bits |= byte;
          if (byte === lineFeed) inner += 1;
        }
        if (i + 1 >= end && !final) return -1;
        if (i >= end) {
          row.fault = "unclosed";
          return end;
        }
        if (i + 1 >= end || bytes[i + 1] !== quote) break;
        twice = 1;
        i += 2;
      }
      stop = i;
      i += 1;
      // After a closing quote only the end of the field may come.
      const past = i;
      for (; i < end; i += 1) {
        byte = bytes[i] as number;
        if (byte === delimiter || byte === lineFeed) break;
        bits |= byte;
      }
      if (i > past && !(i === past + 1 && bytes[past] === carriageReturn && (i === end || byte === lineFeed)))
        stray = true;
    } else {
      for (; i < end; i += 1) {
        byte = bytes[i] as number;
        if (byte === delimiter || byte === lineFeed) break;
        bits |= byte;
      }
      stop = i;
      const last = i === end || byte === lineFeed;
      if (last && stop > start && bytes[stop - 1] === carriageReturn) stop -= 1;
    }
    if (i >= end && !final) return -1;
    if (count < room) {
      starts[count] = start;
      ends[count] = stop;
      doubled[count] = twice;
    }
    count += 1;
    if (i >= end || byte === lineFeed) break;
    i += 1;
  }
  row.count = count;
  row.innerBreaks = inner;
  row.allBits = bits;
  row.fault = stray ? "stray" : "none";
  return Math.min(i + 1, end);
}

/** Copies a field's bytes with each doubled quote as one; gives their number. */
export function undouble(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  into: Uint8Array,
): number {
  let to = 0;
  for (let from = start; from < end; from += 1) {
    const byte = bytes[from] as number;
    into[to++] = byte;
    if (byte === quote) from += 1;
  }
  return to;
}
