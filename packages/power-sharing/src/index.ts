export { type AlliedBloc, withAlliances } from "./alliances.ts";
export {
  type Apportionment,
  type ApportionmentMethod,
  apportion,
  type Claimant,
  type SeatShare,
} from "./apportion.ts";
export type { ApportionmentCertificate, Bid } from "./apportionment-certificate.ts";
export {
  addFractions,
  compareFractions,
  type Fraction,
  formatFraction,
  fraction,
  multiplyFractions,
  parseFraction,
} from "./fraction.ts";
export { parseRule } from "./parse-rule.ts";
export type { Refusal, RefusalCode } from "./refusal.ts";
export { type Bloc, type DecisionRule, describeRule, type RuleGroup } from "./rule.ts";
export { type Rounding, type SeatsOf, seatsOf } from "./seats-of.ts";
export { type PostPick, type SequentialPicks, sequentialPicks } from "./sequential-picks.ts";
export { type Count, describeTieBreak, type TieBreak } from "./tie-break.ts";
export {
  type BlocPower,
  type PowerCertificate,
  type Truncation,
  type VotingPower,
  votingPower,
} from "./voting-power.ts";
