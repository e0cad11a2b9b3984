/** How much a finding matters: an error must be mended, a warning should be looked at, a note informs. */
export type Severity = "error" | "warning" | "note";

/** A stretch of one decoded file, in UTF-16 code units, end exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A place as people count it: lines and columns from 1, columns in UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A second place that belongs to the finding, such as the other side of a conflict. */
export interface Related {
  readonly place: Place;
  readonly message: string;
}

/**
 * One finding. `code` identifies it for good; the wording may improve. `message` says what is wrong and
 * why it matters, `help` how to mend it. A finding about a whole folder has no place.
 */
export interface Diagnostic<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly place: Place | null;
  readonly related: readonly Related[];
}

/** Makes a diagnostic; `related` defaults to none and `place` to the whole folder. */
export function diagnostic<Code extends string>(parts: {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly place?: Place | null;
  readonly related?: readonly Related[];
}): Diagnostic<Code> {
  return { ...parts, place: parts.place ?? null, related: parts.related ?? [] };
}

const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Order for reading: by file, then line and column, then gravity; a new array. */
export function sortDiagnostics<Code extends string>(diagnostics: readonly Diagnostic<Code>[]): Diagnostic<Code>[] {
  return [...diagnostics].sort(
    (a, b) =>
      (a.place?.file ?? "").localeCompare(b.place?.file ?? "", "en") ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      rank[a.severity] - rank[b.severity] ||
      a.code.localeCompare(b.code, "en"),
  );
}
