import type { Package, Stance, Target } from "./position.ts";
import type { Refused } from "./problem.ts";

/** What stated positions say of a package. Nothing here ever says "agreed". */
export type Verdict = "blocked" | "not-excluded" | "not-known";

/** How many packages there are of each verdict; exact, as bigint. Blocked includes the forbidden ones. */
export interface Counts {
  readonly total: bigint;
  readonly blocked: bigint;
  readonly notExcluded: bigint;
  readonly notKnown: bigint;
}

/** A statement in force that blocks. */
export interface Statement<Ref> {
  readonly party: string;
  /** Null when it is about a whole version. */
  readonly issue: string | null;
  /** Null when it covers the whole provision, when the provision has no alternatives, or for a version. */
  readonly option: string | null;
  readonly version: string | null;
  /** The id of the position. */
  readonly position: string;
  /** Other positions of equal rank and day on the same target, where all of them block. */
  readonly also: readonly string[];
  /** The reading under which it blocks; null when the position has one reading, or when it blocks under all. */
  readonly reading: string | null;
  readonly stance: Stance;
  /** True for a refusal older than the limit, or said of an earlier wording: it stands. */
  readonly notReaffirmed: boolean;
  readonly ref: Ref;
}

/** Statements that together leave no package free, none of which can be left out. */
export interface BlockingSet<Ref> {
  readonly statements: readonly Statement<Ref>[];
  /** Forbidden combinations it needs besides, none of which can be left out; mostly empty. */
  readonly forbidden: readonly Ref[];
}

/** A statement with the number of packages that it blocks by itself. */
export interface Blocker<Ref> extends Statement<Ref> {
  readonly packages: bigint;
  /** True when it blocks only under one of several readings, or beside a rival statement of the same day. */
  readonly contested: boolean;
}

/** Why an answer is missing. */
export type UnknownWhy =
  | "silent"
  | "no-mandate"
  | "reserves"
  | "under-review"
  | "condition-unmet"
  | "condition-unverifiable"
  | "condition-not-recorded"
  | "needed-option-not-on-the-table"
  | "needed-option-not-chosen"
  | "depends-on-another-choice"
  | "stale"
  | "earlier-wording"
  | "open"
  | "readings-differ";

/** An answer that is missing. `position` and `ref` are null when nobody with a mandate has spoken. */
export interface Unknown<Ref> {
  readonly party: string;
  readonly issue: string | null;
  readonly option: string | null;
  /** Set, with issue and option null, when the doubt is about a whole version. */
  readonly version: string | null;
  readonly why: UnknownWhy;
  readonly position: string | null;
  readonly ref: Ref | null;
}

/** One party on one package. */
export interface PartyVerdict<Ref> {
  readonly party: string;
  readonly verdict: Verdict;
  readonly blockedBy: readonly Statement<Ref>[];
  readonly unknown: readonly Unknown<Ref>[];
}

/** One package, with each signatory's verdict and its reasons. */
export interface PackageJudgement<Ref> {
  readonly package: Package;
  readonly verdict: Verdict;
  /** The forbidden combinations that it contains. */
  readonly forbidden: readonly Ref[];
  readonly parties: readonly PartyVerdict<Ref>[];
}

/** One change of stated position. */
export interface Move<Ref> {
  readonly party: string;
  readonly issue: string | null;
  readonly option: string | null;
  readonly version: string | null;
  readonly position: string;
  readonly also: readonly string[];
  readonly from: Stance;
  readonly ref: Ref;
}

/** Moves that together open a package: after them nothing stated blocks it. Its unknowns remain. */
export interface Movement<Ref> {
  readonly opens: { readonly example: PackageJudgement<Ref>; readonly packages: bigint };
  readonly redLines: number;
  readonly positions: number;
  /** By party, in the order the parties were given; the order says nothing about who should move. */
  readonly moves: readonly Move<Ref>[];
}

/** The whole answer under one way of reading. */
export interface Answer<Ref> {
  readonly counts: Counts;
  /** Empty when some package is free. */
  readonly blocking: readonly BlockingSet<Ref>[];
  /** False when there are more minimal sets than the limit; those listed are minimal all the same. */
  readonly blockingComplete: boolean;
  /** Empty when some package is free. All of one cost. */
  readonly movements: readonly Movement<Ref>[];
  readonly movementsComplete: boolean;
}

/** One way of reading every contested statement. */
export interface Variant<Ref> extends Answer<Ref> {
  /** For each contested statement: which position is taken to hold, under which reading. */
  readonly taking: readonly { readonly position: string; readonly reading: string | null }[];
}

/** The answer. At the top, what holds however the contested statements are read. */
export interface Judgement<Ref> extends Answer<Ref> {
  readonly kind: "judged";
  readonly forbiddenCount: bigint;
  readonly blockers: readonly Blocker<Ref>[];
  /** Examples, at most `limits.examples`: first any not excluded by stated positions, then any that nothing blocks. */
  readonly freePackages: readonly PackageJudgement<Ref>[];
  /** Every answer that is missing for some option, by party. */
  readonly unknown: readonly Unknown<Ref>[];
  /** One for each combination of rival readings; empty when nothing is contested. */
  readonly variants: readonly Variant<Ref>[];
  /** False when there are more combinations than `limits.variants`; none is then listed. */
  readonly variantsComplete: boolean;
  /** Positions in force on a subject, or on an issue, option or version that is not on the table: they decided nothing. */
  readonly outside: readonly {
    readonly position: string;
    readonly party: string;
    readonly target: Target;
    readonly ref: Ref;
  }[];
}

export type Judged<Ref> = Judgement<Ref> | Refused;
