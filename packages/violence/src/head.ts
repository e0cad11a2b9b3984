import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import { describeRoles, formatOf, missingRoles } from "./internal/column-roles.ts";
import { RowFields, scanRow, undouble } from "./internal/scan-row.ts";
import type { SourceFormat } from "./model.ts";

export type HeadCode = "unknown-header" | "columns-missing" | "empty-file" | "header-too-long" | "line-ends";

/** What the first row of a file says of the rest. Plain data. */
export interface IncidentHead {
  readonly format: SourceFormat;
  /** The names of the columns, in small letters. */
  readonly columns: readonly string[];
  /** What stands between two columns. */
  readonly delimiter: "," | ";" | "\t";
  /** The byte at which the second row begins. */
  readonly bytes: number;
  /** The line on which the second row begins, from 1. */
  readonly line: number;
}

export type ReadHead =
  | { readonly ok: true; readonly head: IncidentHead }
  | { readonly ok: false; readonly refusal: Diagnostic<HeadCode> };

const lineFeed = 10;
const carriageReturn = 13;

/** A header longer than this is refused: it is not one. */
export const headBytesMax = 65_536;

/**
 * Reads the header from the first bytes of a file; {@link headBytesMax} of them are enough. `whole` says that there are no more.
 * The format follows from the names of the columns; a header that is none of ours is refused with the columns seen.
 */
export function readHead(
  bytes: Uint8Array,
  { file, whole = false }: { readonly file: string; readonly whole?: boolean },
): ReadHead {
  const refuse = (code: HeadCode, message: string, help: string): ReadHead => ({
    ok: false,
    refusal: diagnostic({ code, severity: "error", message, help, place: { file, line: 1, column: 1 } }),
  });
  const at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes.length === at)
    return refuse("empty-file", "This file is empty.", "Give a CSV file whose first row names its columns.");
  if (bytes.includes(carriageReturn) && !bytes.includes(lineFeed))
    return refuse(
      "line-ends",
      "Its lines end in a carriage return alone, as very old programs wrote them, so that all of it reads as one row.",
      "Save it again with the line ends of today (LF or CRLF).",
    );
  let first: IncidentHead | null = null;
  for (const delimiter of [",", ";", "\t"] as const) {
    const row = new RowFields(1000);
    const next = scanRow(row, bytes, { at, end: bytes.length, final: whole, delimiter: delimiter.charCodeAt(0) });
    if (next < 0 || row.fault !== "none" || next > headBytesMax) {
      return refuse(
        "header-too-long",
        "The first row does not end, or holds a quote that is not closed. It should name the columns.",
        "Open the file in an editor and look at its first line.",
      );
    }
    const columns = namesIn(row, bytes);
    const format = formatOf(columns);
    const head = { format: format ?? "plain", columns, delimiter, bytes: next, line: 2 + row.innerBreaks } as const;
    first ??= head;
    if (format === null) continue;
    const missing = missingRoles(format, columns);
    if (missing.length === 0) return { ok: true, head };
    return refuse(
      "columns-missing",
      `This looks like ${formatNames[format]}, but the column${missing.length > 1 ? "s" : ""} ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing. Columns seen: ${columns.join(", ")}.`,
      `Export the file again with all of its columns. Needed are: ${describeRoles(format)}.`,
    );
  }
  const seen = (first?.columns ?? []).slice(0, 60).map((name) => name.slice(0, 60));
  return refuse(
    "unknown-header",
    `These columns are of no format that is read here: ${seen.join(", ")}.`,
    `UCDP GED needs ${describeRoles("ucdp-ged")}; ACLED needs ${describeRoles("acled")}; a plain file needs ${describeRoles("plain")}.`,
  );
}

const formatNames: Record<SourceFormat, string> = {
  "ucdp-ged": "UCDP GED",
  acled: "an ACLED export",
  plain: "a plain file of incidents",
};

function namesIn(row: RowFields, bytes: Uint8Array): string[] {
  const decoder = new TextDecoder();
  const scratch = new Uint8Array(bytes.length);
  return Array.from({ length: Math.min(row.count, row.starts.length) }, (_, column) => {
    const [start, end] = [row.starts[column] ?? 0, row.ends[column] ?? 0];
    const length = undouble(bytes, { start, end }, scratch);
    return decoder
      .decode(row.doubled[column] === 1 ? scratch.subarray(0, length) : bytes.subarray(start, end))
      .trim()
      .toLowerCase();
  });
}
