/** Why a question got no answer. The code is for good; the wording may improve. */
export type RefusalCode =
  | "no-blocs"
  | "invalid-id"
  | "invalid-seats"
  | "invalid-votes"
  | "invalid-rule"
  | "unknown-bloc"
  | "absent-veto"
  | "nothing-wins"
  | "nothing-needed"
  | "minimum-not-defined"
  | "minimum-too-high"
  | "quota-misses"
  | "too-large";

/** A question that cannot be answered as put: what is wrong and how to mend it, in words for a mediator. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly message: string;
  readonly help: string;
}

export function refuse(code: RefusalCode, message: string, help: string): Refusal {
  return { ok: false, code, message, help };
}
