import type { CivilDate } from "@parley/calendar";
import { saidOfOtherWording } from "./internal/effect.ts";
import { type Force, forces, groupBy, isStale, type Source, sourcesInForce, targetKey } from "./internal/force.ts";
import type { Issue, Position, Stance, Target } from "./position.ts";

export type { Force } from "./internal/force.ts";

/** What age or a new wording does to a position in force: a refusal stands, an acceptance is no longer known. */
export type Freshness = "fresh" | "not-reaffirmed" | "not-known";

export interface HeldPosition<Ref> {
  readonly position: Position<Ref>;
  readonly force: Force;
  /** Meaningful for a position in force; "fresh" otherwise. */
  readonly freshness: Freshness;
  readonly stale: boolean;
  readonly earlierWording: boolean;
}

/** Where one party stands on one target. */
export interface Standing<Ref> {
  readonly party: string;
  readonly target: Target;
  /** More than one when nobody has superseded anybody. */
  readonly inForce: readonly HeldPosition<Ref>[];
  /** Ids that are computed each way: of equal rank on one day and differing, or one speech with rival readings. */
  readonly contested: readonly string[];
  /** Every position on the target, latest first, with why it is or is not in force. */
  readonly history: readonly HeldPosition<Ref>[];
}

/**
 * Who stands where as of a day, by party (in the order given) and target (in order of first mention). `issues` is needed
 * only to tell what was said of an earlier wording. `staleAfterDays` is 30 unless set. Never fails; linear in positions
 * but for targets spoken of very often. Source: rules POS-01 to POS-06.
 */
export function standing<Ref>(input: {
  readonly positions: readonly Position<Ref>[];
  readonly parties: readonly string[];
  readonly asOf: CivilDate;
  readonly staleAfterDays?: number;
  readonly issues?: readonly Issue<Ref>[];
}): Standing<Ref>[] {
  const { positions, parties, asOf, staleAfterDays = 30, issues = [] } = input;
  return parties.flatMap((party) => {
    const own = positions.filter((position) => position.party === party);
    return [...groupBy(own, (position) => targetKey(position.target)).values()].flatMap((group) => {
      const target = group[0]?.target;
      if (target === undefined) return [];
      const held = forces(group, asOf).map(({ position, force }) => {
        const stale = force.state === "in-force" && isStale(position.said, asOf, staleAfterDays);
        const earlierWording = force.state === "in-force" && saidOfOtherWording(position, issues);
        return {
          position,
          force,
          stale,
          earlierWording,
          freshness: freshnessOf(position.stance, stale || earlierWording),
        };
      });
      const history = held.toSorted((a, b) => compareDates(b.position.said, a.position.said));
      const inForce = history.filter(({ force }) => force.state === "in-force");
      return [
        { party, target, inForce, contested: contestedIds(sourcesInForce(group, { asOf, staleAfterDays })), history },
      ];
    });
  });
}

function freshnessOf(stance: Stance, aged: boolean): Freshness {
  if (!aged) return "fresh";
  return stance === "red-line" || stance === "rejects" ? "not-reaffirmed" : "not-known";
}

function contestedIds<Ref>(sources: readonly Source<Ref>[]): string[] {
  const rivals = sources.filter(({ alternatives }) => alternatives.length > 1);
  return [...new Set(rivals.flatMap(({ alternatives }) => alternatives.map(({ position }) => position.id)))];
}

function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
