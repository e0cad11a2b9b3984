import { type CivilDate, daysBetween } from "@parley/calendar";
import type { Condition, Mandate, Position, Stance, Target } from "../position.ts";

/** Whether a position decides on a day, and if not, why not. */
export type Force =
  | { readonly state: "in-force" }
  | { readonly state: "superseded"; readonly by: string }
  | { readonly state: "no-mandate"; readonly why: "rank" | "unconfirmed" }
  | { readonly state: "not-yet-known"; readonly why: "said-later" | "published-later" };

/** Ranks up to this one decide. */
const mandateDeciding: Mandate = 2;

/** One way to take a statement: the position that holds, under one reading of it. */
export interface Alternative<Ref> {
  readonly position: Position<Ref>;
  readonly reading: string | null;
  readonly stance: Stance;
  readonly condition: Condition | null;
  readonly stale: boolean;
}

/** What one party said on one target, in force: one alternative, or several that rival each other. */
export interface Source<Ref> {
  readonly party: string;
  readonly target: Target;
  readonly alternatives: readonly Alternative<Ref>[];
}

/** A key that is the same exactly for the same target. */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case "provision":
      return JSON.stringify(["provision", target.issue]);
    case "option":
      return JSON.stringify(["option", target.issue, target.option]);
    case "version":
      return JSON.stringify(["version", target.version]);
    case "subject":
      return JSON.stringify(["subject", target.subject]);
  }
}

export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}

/** The force of each position on one target by one party, in the order given. */
export function forces<Ref>(
  positions: readonly Position<Ref>[],
  asOf: CivilDate,
): readonly { readonly position: Position<Ref>; readonly force: Force }[] {
  const known = positions.filter((position) => position.said <= asOf && position.published <= asOf);
  return positions.map((position) => ({ position, force: forceOf(position, known, asOf) }));
}

function forceOf<Ref>(position: Position<Ref>, known: readonly Position<Ref>[], asOf: CivilDate): Force {
  if (position.said > asOf) return { state: "not-yet-known", why: "said-later" };
  if (position.published > asOf) return { state: "not-yet-known", why: "published-later" };
  if (position.mandate > mandateDeciding) return { state: "no-mandate", why: "rank" };
  if (!position.confirmed) return { state: "no-mandate", why: "unconfirmed" };
  let latest: Position<Ref> | null = null;
  for (const other of known) {
    const supersedes = other.confirmed && other.mandate <= position.mandate && other.said > position.said;
    if (supersedes && (latest === null || other.said > latest.said)) latest = other;
  }
  return latest === null ? { state: "in-force" } : { state: "superseded", by: latest.id };
}

/** Everything in force, with rivals (equal rank, one day, or one speech read in several ways) gathered in one source. */
export function sourcesInForce<Ref>(
  positions: readonly Position<Ref>[],
  { asOf, staleAfterDays }: { readonly asOf: CivilDate; readonly staleAfterDays: number },
): Source<Ref>[] {
  const sources: Source<Ref>[] = [];
  for (const group of groupBy(positions, (p) => JSON.stringify([p.party, targetKey(p.target)])).values()) {
    const inForce = forces(group, asOf).flatMap(({ position, force }) =>
      force.state === "in-force" ? [position] : [],
    );
    for (const rivals of groupBy(inForce, (p) => `${p.mandate} ${p.said}`).values()) {
      const alternatives = rivals.flatMap((p) => alternativesOf(p, isStale(p.said, asOf, staleAfterDays)));
      sources.push(...sourcesOf(alternatives));
    }
  }
  return sources;
}

export function isStale(said: CivilDate, asOf: CivilDate, staleAfterDays: number): boolean {
  return daysBetween({ from: said, to: asOf }) > staleAfterDays;
}

function alternativesOf<Ref>(position: Position<Ref>, stale: boolean): Alternative<Ref>[] {
  if (position.readings.length === 0) {
    return [{ position, reading: null, stance: position.stance, condition: position.condition, stale }];
  }
  return position.readings.map(({ id, stance, condition }) => ({ position, reading: id, stance, condition, stale }));
}

/** Statements of one day that say the same are two statements, not rivals. */
function sourcesOf<Ref>(alternatives: readonly Alternative<Ref>[]): Source<Ref>[] {
  const says = new Set(
    alternatives.map(({ stance, condition, position }) => {
      const needs = condition?.needs === undefined ? null : [condition.needs.issue, condition.needs.option];
      const held = condition === null ? null : [condition.words, condition.onlyIf, condition.met, needs];
      return JSON.stringify([stance, held, position.wording ?? null]);
    }),
  );
  const first = alternatives[0];
  if (first === undefined) return [];
  const { party, target } = first.position;
  if (says.size > 1) return [{ party, target, alternatives }];
  // Readings that say the same are no rivals: the position then holds under all of them, and none is named.
  const positions = [...new Set(alternatives.map(({ position }) => position))];
  return positions.map((position) => {
    const reading = position.readings.length > 1 ? null : (position.readings[0]?.id ?? null);
    return { party, target, alternatives: [{ ...first, position, reading }] };
  });
}
