export { checkNetwork, type Problem, type ProblemCode } from "./check.ts";
export { calendarStart, days, type EventId, type Minutes, minutes } from "./minutes.ts";
export type {
  Conflict,
  Direction,
  Limits,
  Link,
  LinkKind,
  NetworkInput,
  Origin,
  Repair,
  Solution,
  Step,
  Variant,
  VariantOutcome,
  Window,
} from "./model.ts";
export { contradictionOf, Network, solve } from "./network.ts";
export { verifyConflict, verifyWindow } from "./verify.ts";
