import type { Diagnostic } from "@parley/diagnostics";
import type { DailyFigures } from "./count.ts";

export type DailyFormCode = "not-a-daily-series" | "bad-daily-head" | "bad-daily-row" | "daily-sums-differ";

export type ReadDailyOutcome =
  | { readonly ok: true; readonly figures: DailyFigures }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic<DailyFormCode>[] };

/** Daily figures by province as CSV with a head of comments. Reads back to the same figures. */
export function writeDaily(_figures: DailyFigures, _asked: { readonly attribution: string }): string {
  throw new Error("not yet");
}

/** Reads what {@link writeDaily} wrote. */
export function readDaily(_text: string, _asked: { readonly file: string }): ReadDailyOutcome {
  throw new Error("not yet");
}
