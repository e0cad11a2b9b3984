export { type Frontier, frontier } from "./frontier.ts";
export {
  type FrontierShare,
  type FrontierShareInput,
  frontierShare,
  type PackageShare,
  type Range,
  type RangedValuation,
} from "./frontier-share.ts";
export { type JudgeInput, type JudgeLimits, judgeOne, judgePackages } from "./judge.ts";
export type {
  Answer,
  Blocker,
  BlockingSet,
  Counts,
  Judged,
  Judgement,
  Move,
  Movement,
  PackageJudgement,
  PartyVerdict,
  Statement,
  Unknown,
  UnknownWhy,
  Variant,
  Verdict,
} from "./judgement.ts";
export {
  dominatedChoices,
  type Ordinal,
  type OrdinalAssessment,
  type OrdinalInput,
  type OrdinalIssue,
  ordinal,
} from "./ordinal.ts";
export type {
  Choice,
  Condition,
  Forbidden,
  Issue,
  IssueOption,
  Mandate,
  Package,
  Position,
  Reading,
  Stance,
  Target,
} from "./position.ts";
export type { Problem, ProblemCode, Refused } from "./problem.ts";
export { type NoneAcceptable, type Solutions, solutions } from "./solutions.ts";
export { type Force, type Freshness, type HeldPosition, type Standing, standing } from "./standing.ts";
export type { ForbiddenChoices, Valuation, ValuedIssue, ValuedPackage, ValueInput } from "./valuation.ts";
export type { Demand, Unlocking, ValueBlocking } from "./value-blocking.ts";
