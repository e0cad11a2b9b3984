import type { Diagnostic } from "@parley/diagnostics";

/** An answer, or why the question could not be put: an unknown text, a day that does not exist. */
export type Answer<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly refusal: Diagnostic };
