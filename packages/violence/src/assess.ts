import type { Diagnostic } from "@parley/diagnostics";
import type { DailyFigures } from "./count.ts";
import type { Assessment, Question } from "./model.ts";

/** Why a question cannot be put. */
export type QuestionCode =
  | "bad-window"
  | "bad-baseline"
  | "overlap"
  | "bad-target"
  | "bad-number"
  | "no-such-province"
  | "not-by-province";

export type AssessOutcome =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly refusal: Diagnostic<QuestionCode> };

/** Holds a window against a baseline. Takes figures split by province or not split, from incidents or from a daily series. */
export function assess(_figures: DailyFigures, _question: Question): AssessOutcome {
  throw new Error("not yet");
}
