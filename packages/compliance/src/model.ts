import type { DayNumber, Length, MonthEndRule } from "@parley/calendar";

/** A moment that a commitment may wait for or be kept by, such as "talks-open". */
export type MomentId = string;
export type CommitmentId = string;
export type EntryId = string;
/** Whoever acts or speaks: a party, a speaker, a body. */
export type ActorId = string;

/** A day, or the day of a moment, and a length before or after it. */
export interface When {
  readonly anchor:
    | { readonly kind: "day"; readonly day: DayNumber }
    | { readonly kind: "moment"; readonly moment: MomentId };
  /** What is added to the anchor (sign 1) or taken from it (sign -1); null for the anchor itself. Hours are refused. */
  readonly offset: { readonly sign: 1 | -1; readonly length: Length } | null;
  /** What is meant when the day of the month does not exist; without it such a day is not known. */
  readonly rule: MonthEndRule | null;
}

export type Power = "suspend" | "resume" | "extend" | "terminate" | "waive";

/** An undertaking as one reader reads it. `Ref` is the caller's and comes back untouched. */
export interface Commitment<Ref> {
  /** Unique in the register. */
  readonly id: CommitmentId;
  readonly ref: Ref;
  /** Who is bound; for "may", who may. Empty when not stated. */
  readonly by: readonly ActorId[];
  /** To whom it is owed; they alone can waive it. Empty when not stated. */
  readonly to: readonly ActorId[];
  readonly force: "shall" | "shall not" | "may";
  /** When it begins to bind. */
  readonly from: When;
  /** The day by whose end it is to be done, or for "shall not" the last day on which it binds; null for none stated. */
  readonly due: When | null;
  /** Once, every so often (the first period ends on `due`, or one length after `from`), or at all times. */
  readonly recurs: "once" | "continuous" | { readonly every: Length };
  /** The moment whose happening is the keeping. */
  readonly keptBy: MomentId | null;
  /** True when it binds only if something is so that the record must say. */
  readonly conditional: boolean;
  /** True when the reader says what it is for: done in full without that, it is not kept. */
  readonly hasGoal: boolean;
  /** Step for step: it binds once each of these is kept. */
  readonly after: readonly CommitmentId[];
  /** It comes into force only by a breach of one of these, once found or already when alleged; empty when it binds by itself. */
  readonly broughtBy: readonly { readonly breachOf: CommitmentId; readonly on: "found" | "alleged" }[];
  /** For "may": what its holder may do to other commitments. */
  readonly power: { readonly does: Power; readonly over: readonly CommitmentId[] } | null;
  /** The phase outside of which it does not bind. */
  readonly phase: string | null;
  /** Who is agreed to verify it; empty when nobody is. */
  readonly verifiedBy: readonly ActorId[];
}

/** A stretch of the agreement's life. */
export interface Phase {
  readonly id: string;
  readonly starts: When;
  /** Its last day; null when none is stated. */
  readonly ends: When | null;
  /** The commitments that go on when it runs over its end. */
  readonly caretaker: readonly CommitmentId[];
}

/** How far an undertaking got, by the scale of the Kroc Institute's Peace Accords Matrix. */
export type Progress = "not initiated" | "minimal" | "intermediate" | "full";

interface EntryOf<Kind extends string> {
  readonly kind: Kind;
  /** Unique among the entries. */
  readonly id: EntryId;
  /** The day it happened or was said. */
  readonly on: DayNumber;
  /** The day it became known; on or after `on`. */
  readonly known: DayNumber;
  /** Who says it or did it. */
  readonly by: readonly ActorId[];
  /** The commitments it bears on. */
  readonly commitments: readonly CommitmentId[];
  /** The entry that it takes the place of, from the day this one is known. */
  readonly corrects: EntryId | null;
}

/** One entry of the record. An entry is never erased: it is corrected or withdrawn by another. */
export type Entry =
  /** A moment took place. */
  | (EntryOf<"moment"> & { readonly moment: MomentId })
  /** Somebody says how commitments stand. What is null is not said. */
  | (EntryOf<"report"> & {
      readonly kept: boolean | null;
      readonly progress: Progress | null;
      readonly goalMet: boolean | null;
      readonly conditionMet: boolean | null;
    })
  /** Somebody says that a commitment was broken. */
  | EntryOf<"allegation">
  /** Somebody apart from who said it went to see. */
  | (EntryOf<"verification"> & { readonly of: readonly EntryId[]; readonly outcome: Outcome })
  /** A body decides: of allegations, that there was a breach or none; of commitments, whether they were kept. */
  | (EntryOf<"finding"> & {
      readonly of: readonly EntryId[];
      readonly outcome: Outcome;
      readonly kept: boolean | null;
      readonly goalMet: boolean | null;
    })
  /** A body says who is responsible, or that it keeps this to itself. */
  | (EntryOf<"attribution"> & {
      readonly of: readonly EntryId[];
      readonly against: readonly ActorId[];
      readonly withheld: boolean;
    })
  /** Somebody contests entries, or what is said of commitments. */
  | (EntryOf<"dispute"> & { readonly of: readonly EntryId[] })
  /** A power is used on the commitments. */
  | (EntryOf<"power"> & { readonly power: Power; readonly until: DayNumber | null })
  /** Entries are taken back. */
  | (EntryOf<"withdrawal"> & { readonly of: readonly EntryId[] });

export type Outcome = "confirmed" | "not confirmed" | "inconclusive";

/** The states, in the order in which they are counted and printed. */
export const states = [
  "not yet binding",
  "binding",
  "due",
  "kept",
  "overdue",
  "breach alleged",
  "breach found",
  "suspended",
  "lapsed",
  "waived",
  "no data",
] as const;
export type State = (typeof states)[number];

/** Why a state is what it is, for those that have several ways to come about. */
export type Because =
  | "waits for its day"
  | "waits for a moment"
  | "waits for earlier steps"
  | "waits for a breach"
  | "waits for its phase"
  | "condition unmet"
  | "condition not known"
  | "day not known"
  | "in force"
  | "kept as last reported"
  | "done in full"
  | "nothing recorded"
  | "goal unmet"
  | "goal not known"
  | "not done by its day"
  | "period missed"
  | "period not reported"
  | "alleged"
  | "found"
  | "power used"
  | "phase ended"
  | "time ran out";

/** Where one commitment stands on a day. */
export interface Standing<Ref> {
  readonly id: CommitmentId;
  readonly ref: Ref;
  readonly state: State;
  readonly because: Because;
  /** The first day of this state without a break. */
  readonly since: DayNumber;
  /** A mark over the state: somebody contests what it rests on, or two reports say opposite things. */
  readonly disputed: boolean;
  /** The day by whose end it is to be done, extensions counted; for a recurring one the end of the running period. Null when none is stated or it is not known yet. */
  readonly due: DayNumber | null;
  /** Days since the day it was due: 1 on the next day; null when it is not past or the commitment is kept. Counted for "no data" too: the day has passed, and nothing says whether it was kept. */
  readonly daysOverdue: number | null;
  /** The day it was done; null unless the state is kept. */
  readonly keptOn: DayNumber | null;
  /** Days by which it was kept late; null unless kept after its day. */
  readonly daysLate: number | null;
  /** The last progress reported; "full" where a keeping was recorded without one. Null where nothing was reported: no data. */
  readonly progress: Progress | null;
  /** Whoever alleges a breach that stands open: nobody found on it, and the duty was not done since. */
  readonly allegedBy: readonly ActorId[];
  /** The bodies that found a breach. */
  readonly foundBy: readonly ActorId[];
  /** Who is held responsible for a breach found, by an attribution that was published. */
  readonly attributedTo: readonly ActorId[];
  /** For a recurring duty: its periods that have ended by the day. Null for others. */
  readonly periods: {
    readonly ended: number;
    readonly kept: number;
    readonly missed: number;
    readonly noData: number;
  } | null;
  /** Every entry that bears on it and is known, oldest first, with what became of it. */
  readonly evidence: readonly Evidence[];
}

/** An entry beside a commitment. */
export interface Evidence {
  readonly entry: Entry;
  /**
   * "counts": it is part of the state. "corrected" and "withdrawn": another entry took its place, named in `by`.
   * "later": it happened after the day asked. "set aside": it has no effect, and a problem says why.
   */
  readonly standing: "counts" | "corrected" | "withdrawn" | "later" | "set aside";
  /** The entry that corrected or withdrew it. */
  readonly by: EntryId | null;
  /** Entries that verified it, with what came of it. */
  readonly verified: readonly { readonly entry: EntryId; readonly outcome: Outcome }[];
  /** True when somebody contests it and no finding has settled that. */
  readonly disputed: boolean;
}

/** How many commitments are in each state, one number for each of `states`, and how many of them are disputed. */
export interface Distribution {
  readonly counts: Readonly<Record<State, number>>;
  readonly disputed: number;
  readonly total: number;
}

export type ProblemCode =
  | "unknown-commitment"
  | "unknown-entry"
  | "unknown-phase"
  | "id-twice"
  | "known-before-it-happened"
  | "corrects-later"
  | "verified-by-reporter"
  | "attributed-by-verifier"
  | "attributed-without-finding"
  | "found-by-another-body"
  | "power-not-given"
  | "power-without-effect"
  | "day-needs-rule";

/** A change of state: what it was by the end of the day before, and what it is on that day. */
export interface Change<Ref> {
  readonly id: CommitmentId;
  readonly ref: Ref;
  readonly was: State;
  readonly is: State;
  readonly on: DayNumber;
}

/** A day that comes. "period ends": of a recurring duty, or the last day of one that binds until a day. */
export interface Upcoming<Ref> {
  readonly id: CommitmentId;
  readonly ref: Ref;
  readonly day: DayNumber;
  readonly what: "begins to bind" | "due" | "period ends" | "suspension ends" | "phase ends";
}

/** Where a phase stands on a day. `starts` and `ends` are null while they are not known or not stated. */
export interface PhaseStanding {
  readonly id: string;
  readonly state: "not begun" | "running" | "over its end" | "not known";
  readonly starts: DayNumber | null;
  readonly ends: DayNumber | null;
}

/** What is wrong with an input; the rest is used, and what is named here has no effect. */
export interface Problem {
  readonly code: ProblemCode;
  readonly entry: EntryId | null;
  readonly commitment: CommitmentId | null;
  readonly message: string;
}
