import type { Diagnostic } from "@parley/diagnostics";
import type { SourceFormat } from "./model.ts";

export type HeadCode = "unknown-header" | "columns-missing" | "empty-file" | "header-too-long";

/** What the first row of a file says of the rest. */
export interface IncidentHead {
  readonly format: SourceFormat;
  readonly columns: readonly string[];
  /** The byte at which the second row begins. */
  readonly bytes: number;
  /** The line on which the second row begins. */
  readonly lines: number;
}

export type ReadHead =
  | { readonly ok: true; readonly head: IncidentHead }
  | { readonly ok: false; readonly refusal: Diagnostic<HeadCode> };

/** Reads the header from the first bytes of a file (64 KB are enough). */
export function readHead(_bytes: Uint8Array, _asked: { readonly file: string }): ReadHead {
  throw new Error("not yet");
}
