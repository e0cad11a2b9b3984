import type { Diagnostic } from "@parley/diagnostics";
import type { HeadCode } from "./head.ts";
import type { IncidentOptions, Incidents } from "./incidents.ts";

/** What is wrong with a row. Only `invalid-utf8` and `source-date` leave the row readable. */
export type RowCode =
  | "wrong-columns"
  | "bad-date"
  | "bad-deaths"
  | "bad-type"
  | "bad-quotes"
  | "row-too-long"
  | "invalid-utf8";

export interface ReadOptions extends IncidentOptions {
  /** The name under which findings tell their places. */
  readonly file: string;
  /** Told the bytes read so far, after each chunk. */
  readonly onProgress?: (bytesRead: number) => void;
  /** An AbortSignal, or anything that says `aborted`; looked at after each chunk. */
  readonly signal?: { readonly aborted: boolean };
}

export type ReadOutcome =
  | { readonly kind: "read"; readonly incidents: Incidents }
  | { readonly kind: "refused"; readonly refusal: Diagnostic<HeadCode> }
  | { readonly kind: "stopped"; readonly bytesRead: number };

/** Reads a whole file of incidents in bounded memory. */
export function readIncidents(
  _chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  _options: ReadOptions,
): Promise<ReadOutcome> {
  throw new Error("not yet");
}
