import type { Diagnostic } from "@parley/diagnostics";
import { type HeadCode, headBytesMax, readHead } from "./head.ts";
import { type IncidentOptions, type Incidents, incidentsOf } from "./incidents.ts";
import { PartReader } from "./part.ts";

/** What is wrong with a row. Only `invalid-utf8` leaves it readable. */
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

/**
 * Reads a whole file of incidents. Unreadable rows are told and reading goes on; only a header that is not known is refused.
 * Memory: a chunk, a row of at most a megabyte, and about 80 bytes a record. Chunks are not kept, so one may be used
 * again and again. Never throws on input.
 */
export async function readIncidents(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadOptions,
): Promise<ReadOutcome> {
  const { file } = options;
  let reader: PartReader | null = null;
  let held: Uint8Array = new Uint8Array(0);
  let bytesRead = 0;
  const begin = (whole: boolean): Diagnostic<HeadCode> | null => {
    const read = readHead(held, { file, whole });
    if (!read.ok) return read.refusal;
    reader = new PartReader({ file, head: read.head, range: { from: 0, to: null } });
    reader.push(held);
    return null;
  };
  for await (const chunk of chunks) {
    bytesRead += chunk.length;
    if (reader !== null) (reader as PartReader).push(chunk);
    else {
      const all: Uint8Array = new Uint8Array(held.length + chunk.length);
      all.set(held);
      all.set(chunk, held.length);
      held = all;
      const refusal = held.length > headBytesMax ? begin(false) : null;
      if (refusal !== null) return { kind: "refused", refusal };
    }
    options.onProgress?.(bytesRead);
    if (options.signal?.aborted === true) return { kind: "stopped", bytesRead };
  }
  const refusal = reader === null ? begin(true) : null;
  if (refusal !== null) return { kind: "refused", refusal };
  return { kind: "read", incidents: incidentsOf((reader as unknown as PartReader).end(), options) };
}
