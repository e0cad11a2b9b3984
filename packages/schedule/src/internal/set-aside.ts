import type { EventId } from "../minutes.ts";
import type { Link, Origin } from "../model.ts";
import { shortestConflict } from "./conflict-search.ts";
import { isFeasible } from "./distances.ts";
import { arcsOf, graphOf } from "./graph.ts";

/** What is set aside: places in the sorted links; null when records alone contradict each other. */
export interface Aside {
  readonly links: ReadonlySet<number> | null;
  readonly least: boolean;
}

/** The weaker an origin, the sooner it is set aside: any number of weaker links rather than one stronger. */
const strength: Record<Origin, number> = { assumption: 0, announcement: 1, position: 2, clause: 3, record: 4 };

/** Sets weighed in one search, and conflicts added to those given, at most. */
const setsMax = 20_000;
const roundsMax = 20;

/**
 * The weakest and then fewest links whose removal makes the rest feasible: a least hitting set of the conflicts.
 * Conflicts not listed so far are added as they show themselves, so the answer is least over all conflicts even when
 * their list was cut short. When the bounded search gives up, links are kept one by one, the strongest first: what is
 * set aside then is enough and has nothing superfluous, but there may be a smaller set.
 */
export function linksAside(
  nodes: readonly EventId[],
  links: readonly Link<unknown>[],
  conflicts: readonly ReadonlySet<number>[],
): Aside {
  const without = (aside: ReadonlySet<number>): Link<unknown>[] => links.filter((_, index) => !aside.has(index));
  const feasible = (aside: ReadonlySet<number>): boolean =>
    isFeasible(graphOf(nodes, arcsOf(nodes, without(aside), "permissive")));
  const removable = new Set([...links.keys()].filter((index) => links[index]?.origin !== "record"));
  if (!feasible(removable)) return { links: null, least: true };
  const known = conflicts.map((conflict) => [...conflict].filter((index) => removable.has(index)));
  let aside: ReadonlySet<number> = new Set<number>();
  for (let round = 0; !feasible(aside); round += 1) {
    if (round > 0 || known.length === 0) known.push(nextConflict(nodes, links, aside, removable));
    const chosen = round < roundsMax ? leastHitting(known, links) : null;
    if (chosen === null) return { links: withoutSuperfluous(removable, links, feasible), least: false };
    aside = new Set(chosen);
  }
  return { links: aside, least: true };
}

/** A conflict that the links set aside so far do not touch, as places in the whole list. */
function nextConflict(
  nodes: readonly EventId[],
  links: readonly Link<unknown>[],
  aside: ReadonlySet<number>,
  removable: ReadonlySet<number>,
): number[] {
  const kept = [...links.keys()].filter((index) => !aside.has(index));
  const rest = kept.flatMap((index) => links[index] ?? []);
  const circle = shortestConflict(nodes, rest);
  const places = (circle?.arcs ?? []).flatMap((arc) => kept[arc.link] ?? []);
  return [...new Set(places)].filter((index) => removable.has(index)).sort((a, b) => a - b);
}

function strengthOf(links: readonly Link<unknown>[], index: number): number {
  return strength[links[index]?.origin ?? "record"];
}

/** Weakest first; of equal strength, by id. */
function weakestFirst(indices: readonly number[], links: readonly Link<unknown>[]): number[] {
  return [...indices].sort((a, b) => strengthOf(links, a) - strengthOf(links, b) || a - b);
}

/** The number of links set aside of each strength, strongest first, compared in that order. */
function compareCost(a: readonly number[], b: readonly number[], links: readonly Link<unknown>[]): number {
  for (let rank = strength.clause; rank >= 0; rank -= 1) {
    const count = (chosen: readonly number[]) => chosen.filter((index) => strengthOf(links, index) === rank).length;
    const difference = count(a) - count(b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Branch and bound on the first conflict not yet hit; null when it gives up. Of equal sets, the first in the order
 * weakest, then id.
 */
function leastHitting(
  conflicts: readonly (readonly number[])[],
  links: readonly Link<unknown>[],
): readonly number[] | null {
  const shortFirst = conflicts
    .map((conflict) => weakestFirst(conflict, links))
    .sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
  let best: readonly number[] = greedy(shortFirst);
  let sets = 0;
  const visit = (chosen: readonly number[], refused: ReadonlySet<number>): void => {
    sets += 1;
    if (sets > setsMax || compareCost(chosen, best, links) >= 0) return;
    const open = shortFirst.find((conflict) => !conflict.some((index) => chosen.includes(index)));
    if (open === undefined) {
      best = chosen;
      return;
    }
    const tried = new Set(refused);
    for (const index of open) {
      if (tried.has(index)) continue;
      visit([...chosen, index], tried);
      // A set with this link has been weighed; the sets that remain are those without it.
      tried.add(index);
    }
  };
  visit([], new Set());
  return sets > setsMax ? null : best;
}

/** The weakest link of each conflict not yet hit: quick, enough, not always least. */
function greedy(weakestFirstConflicts: readonly (readonly number[])[]): number[] {
  const chosen: number[] = [];
  for (const conflict of weakestFirstConflicts) {
    const [weakest] = conflict;
    if (weakest !== undefined && !conflict.some((index) => chosen.includes(index))) chosen.push(weakest);
  }
  return chosen;
}

/** Takes back, strongest first, every link without which the rest is feasible all the same. */
function withoutSuperfluous(
  aside: ReadonlySet<number>,
  links: readonly Link<unknown>[],
  feasible: (aside: ReadonlySet<number>) => boolean,
): Set<number> {
  const left = new Set(aside);
  for (const index of weakestFirst([...aside], links).reverse()) {
    left.delete(index);
    if (!feasible(left)) left.add(index);
  }
  return left;
}
