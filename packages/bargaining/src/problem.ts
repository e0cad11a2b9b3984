/** Why a question cannot be answered as it was put. */
export type ProblemCode =
  | "no-issues"
  | "no-parties"
  | "issue-without-options"
  | "duplicate-id"
  | "bad-number"
  | "component-too-large"
  | "too-many-packages"
  | "incomplete-package"
  | "unknown-party"
  | "unknown-issue"
  | "unknown-option"
  | "missing-value"
  | "not-an-integer"
  | "value-too-large"
  | "range-reversed";

/** A question refused: what is wrong, and how to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  /** The ids it concerns, outermost first. */
  readonly about: readonly string[];
  /** For a limit: the limit itself, as set. */
  readonly limit: number | null;
}

/** Nothing was computed; every problem found is listed. */
export interface Refused {
  readonly kind: "refused";
  readonly problems: readonly Problem[];
}
