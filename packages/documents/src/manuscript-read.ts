import type { Diagnostic } from "@parley/diagnostics";
import type { Loss, Manuscript, RefusalCode } from "./manuscript.ts";

/** What became of a file that was read: the manuscript with what it could not hold, or why the file is refused. */
export type ManuscriptRead =
  | { readonly ok: true; readonly manuscript: Manuscript; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly refusal: Diagnostic<RefusalCode> };
