import type { EventId, Minutes } from "./minutes.ts";

/**
 * Where a link comes from. When not everything can hold, assumptions are set aside first, then announcements, then
 * positions, then clauses. A record is what happened; it is never set aside.
 */
export type Origin = "record" | "clause" | "announcement" | "position" | "assumption";

/** What a link says: which comes first, how long something lasts, or on which date. */
export type LinkKind = "order" | "length" | "date";

/** Which of the two bounds of a link. */
export type Direction = "atLeast" | "atMost";

/** A rival reading of one link: other bounds, and who reads it so. `null` is no bound. */
export interface Variant<Ref> {
  /** Unique within its link. */
  readonly id: string;
  readonly atLeast: Minutes | null;
  readonly atMost: Minutes | null;
  readonly ref: Ref;
}

/** One requirement on two events: atLeast ≤ to − from ≤ atMost, in minutes. `null` is no bound. */
export interface Link<Ref> {
  /** Unique within the network. */
  readonly id: string;
  readonly from: EventId;
  readonly to: EventId;
  readonly atLeast: Minutes | null;
  readonly atMost: Minutes | null;
  readonly origin: Origin;
  readonly kind: LinkKind;
  /** Handed back untouched in every certificate. */
  readonly ref: Ref;
  /** The choices it depends on, each as "issue=option". */
  readonly choices: readonly string[];
  /** Rival readings of the same link, besides the main one. */
  readonly variants: readonly Variant<Ref>[];
}

/** One link in a certificate. Steps are consecutive: each starts where the one before it ends. */
export interface Step<Ref> {
  readonly link: Link<Ref>;
  readonly direction: Direction;
  /** The variant whose bound this is; null for the main reading. */
  readonly reading: string | null;
  /** What this step adds to the sum, in minutes. */
  readonly bound: Minutes;
  readonly from: EventId;
  readonly to: EventId;
}

/** When an event can be, in minutes from {@link calendarStart}. `null` is no bound, and then the path is empty. */
export interface Window<Ref> {
  readonly event: EventId;
  readonly earliest: Minutes | null;
  readonly latest: Minutes | null;
  /** From calendarStart to the event; the bounds add up to `earliest`. Of several, one with the fewest links. */
  readonly earliestPath: readonly Step<Ref>[];
  /** From calendarStart to the event; the bounds add up to `latest`. Of several, one with the fewest links. */
  readonly latestPath: readonly Step<Ref>[];
}

/** A change of one link that mends one conflict. Links from the record have none: what happened cannot be changed. */
export interface Repair<Ref> {
  readonly link: Link<Ref>;
  readonly direction: Direction;
  /** The bound after the smallest change that is enough; null to drop the link (an order or an assumption). */
  readonly newBound: Minutes | null;
  /** True when no other conflict is left: none that is certain, or for a possible conflict none at all. */
  readonly mends: boolean;
}

/** The same circle with one of its links read otherwise. */
export interface VariantOutcome {
  readonly linkId: string;
  /** The rival reading; null for the main reading, where the conflict was found under another. */
  readonly variantId: string | null;
  /** Zero or less: the conflict vanishes. Null: it vanishes, since this reading sets no such bound. */
  readonly shortBy: Minutes | null;
}

/**
 * Links that cannot all hold, though any fewer of them can: a circle that asks an event to be before itself.
 * A tension rests on an assumption; an order is a circle of order links alone; else it is a contradiction.
 */
export interface Conflict<Ref> {
  readonly kind: "contradiction" | "tension" | "order";
  /** True when it holds under the most permissive reading of every link; else `steps` name the readings it needs. */
  readonly certain: boolean;
  /** Returns to its start; the bounds add up to −shortBy. Starts at calendarStart where that is in it. */
  readonly steps: readonly Step<Ref>[];
  /** Minutes by which it fails, above zero. For an order it has no meaning beyond that. */
  readonly shortBy: Minutes;
  /** The ids of the assumptions in it, sorted. */
  readonly restsOn: readonly string[];
  /** The choices it depends on, sorted. */
  readonly choices: readonly string[];
  readonly repairs: readonly Repair<Ref>[];
  readonly variants: readonly VariantOutcome[];
}

/** How far the search goes. */
export interface Limits {
  /** Conflicts listed at most, from 1 to 1,000; 50 unless told. */
  readonly conflictsMax?: number;
}

/** Events and the links between them. Listing calendarStart changes nothing. */
export interface NetworkInput<Ref> {
  readonly events: readonly EventId[];
  readonly links: readonly Link<Ref>[];
  readonly limits?: Limits;
}

/** The answer about a network. */
export interface Solution<Ref> {
  /** True when every link can hold under its most permissive reading. */
  readonly feasible: boolean;
  /** One for each event, in the order given; empty only when records contradict each other. */
  readonly windows: readonly Window<Ref>[];
  /** The links left out so that the windows exist, sorted by id; empty when feasible or when records clash. */
  readonly setAside: readonly Link<Ref>[];
  /** False when the search for the weakest and fewest links to set aside was cut short: enough, not surely fewest. */
  readonly setAsideLeast: boolean;
  /** Certain ones first, then by number of links, then by ids. */
  readonly conflicts: readonly Conflict<Ref>[];
  /** False when there may be more than are listed. */
  readonly conflictsComplete: boolean;
}
