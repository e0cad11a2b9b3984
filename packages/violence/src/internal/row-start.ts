import { RowFields, scanRow } from "./scan-row.ts";

const lookAheadBytes = 262_144;
const rowsToFit = 3;

/**
 * Where a row probably begins in bytes taken from the middle of a file: after the first line break from which three rows follow
 * with the right number of columns. -1 while more bytes are needed. Inside a quoted text the rows seldom fit, and where they
 * do by chance, the merge finds out.
 */
export function guessRowStart(
  bytes: Uint8Array,
  { final, delimiter, columns }: { readonly final: boolean; readonly delimiter: number; readonly columns: number },
): number {
  const all = final || bytes.length >= lookAheadBytes;
  if (!all) return -1;
  const row = new RowFields(columns);
  let fallback = -1;
  for (let lineFeed = bytes.indexOf(10); lineFeed >= 0; lineFeed = bytes.indexOf(10, lineFeed + 1)) {
    if (fallback < 0) fallback = lineFeed + 1;
    let at = lineFeed + 1;
    let fits = 0;
    while (fits < rowsToFit && at < bytes.length) {
      const next = scanRow(row, bytes, { at, end: bytes.length, final, delimiter });
      if (next < 0 || row.fault !== "none" || row.count !== columns) break;
      fits += 1;
      at = next;
    }
    if (fits === rowsToFit || (final && at >= bytes.length)) return lineFeed + 1;
  }
  return fallback < 0 ? (final ? bytes.length : -1) : fallback;
}
