import type { Components, Row } from "./components.ts";
import { countFree, joinPicks } from "./counting.ts";
import { type Bits, bitsOf } from "./minimal-sets.ts";
import type { Picks } from "./world.ts";

/** What units cost to move: red lines first, then positions. */
interface Cost {
  readonly redLines: number;
  readonly positions: number;
}

export interface Opening extends Cost {
  readonly units: Bits;
  readonly example: Picks;
  readonly packages: bigint;
}

/** The cheapest sets found so far, each with choices that it opens; `complete` until one of them had to be left out. */
interface Partial extends Cost {
  readonly sets: ReadonlyMap<Bits, Picks>;
  readonly complete: boolean;
}

/**
 * The cheapest sets of units whose moving opens a package, all ties up to the limit. A unit bears on one component, or on a
 * bond, so costs add up: component by component it is enough to keep, for each mask, the cheapest sets. Sets of different
 * components have no unit in common, so that those left out on the way are ties left out, and the work grows with the limit
 * and never with the ties.
 */
export function cheapestOpenings<Ref>(
  components: Components<Ref>,
  costOf: (unit: number) => Cost,
  limit: number,
): { readonly openings: readonly Opening[]; readonly complete: boolean } {
  const keepCheapest = (known: Partial | undefined, found: Partial): Partial => {
    const order = known === undefined ? -1 : compareCosts(found, known);
    if (known === undefined || order < 0) return found;
    return order > 0 ? known : together(known, found, limit);
  };

  const none = components.world.issues.map(() => undefined);
  let reached = new Map<bigint, Partial>([
    [components.blocking, { redLines: 0, positions: 0, sets: new Map([[0n, none]]), complete: true }],
  ]);
  for (const rows of components.rows) {
    const own = new Map<bigint, Partial>();
    for (const row of rows.filter(({ forbidden }) => forbidden === 0n)) {
      const mask = row.mask & components.blocking;
      own.set(mask, keepCheapest(own.get(mask), alone(row, costOf)));
    }
    const next = new Map<bigint, Partial>();
    for (const [mask, before] of reached) {
      for (const [rowMask, here] of own) {
        next.set(mask & rowMask, keepCheapest(next.get(mask & rowMask), joined(before, here, limit)));
      }
    }
    reached = next;
  }

  let best: Partial | undefined;
  for (const [mask, partial] of reached) {
    const bonded = bitsOf(mask).reduce((units, bit) => units | (1n << BigInt(components.bonds[bit]?.unit ?? 0)), 0n);
    const bond = { ...costsOf(bonded, costOf), sets: new Map([[bonded, none]]), complete: true };
    best = keepCheapest(best, joined(partial, bond, limit));
  }
  if (best === undefined) return { openings: [], complete: true };
  const { redLines, positions, sets, complete } = best;
  const openings = [...sets].map(([units, example]) => {
    return { redLines, positions, units, example, packages: countFree(components, units) };
  });
  return { openings, complete };
}

function alone(row: Row, costOf: (unit: number) => Cost): Partial {
  return { ...costsOf(row.blocks, costOf), sets: new Map([[row.blocks, row.picks]]), complete: true };
}

function costsOf(units: Bits, costOf: (unit: number) => Cost): Cost {
  return bitsOf(units).reduce((sum, unit) => added(sum, costOf(unit)), { redLines: 0, positions: 0 });
}

function added(a: Cost, b: Cost): Cost {
  return { redLines: a.redLines + b.redLines, positions: a.positions + b.positions };
}

/** Two families of one cost as one. */
function together(a: Partial, b: Partial, limit: number): Partial {
  const sets = new Map(a.sets);
  for (const [units, picks] of b.sets) {
    if (sets.has(units)) continue;
    if (sets.size >= limit) return { ...a, sets, complete: false };
    sets.set(units, picks);
  }
  return { ...a, sets, complete: a.complete && b.complete };
}

function joined(a: Partial, b: Partial, limit: number): Partial {
  const cost = added(a, b);
  const sets = new Map<Bits, Picks>();
  for (const [units, picks] of a.sets) {
    for (const [others, otherPicks] of b.sets) {
      if (sets.has(units | others)) continue;
      if (sets.size >= limit) return { ...cost, sets, complete: false };
      sets.set(units | others, joinPicks(picks, otherPicks));
    }
  }
  return { ...cost, sets, complete: a.complete && b.complete };
}

function compareCosts(a: Cost, b: Cost): number {
  return a.redLines - b.redLines || a.positions - b.positions;
}
