import type { Components } from "./components.ts";
import { anyFree, countAll } from "./counting.ts";
import {
  always,
  type Bits,
  bitsOf,
  both,
  either,
  type Family,
  meetingAll,
  minimalOf,
  never,
  shrink,
} from "./minimal-sets.ts";

export interface UnitSet {
  readonly units: Bits;
  readonly forbidden: Bits;
}

/**
 * All minimal sets of units that leave no package free, forbidden packages set aside.
 *
 * "Every package is blocked" is a monotone condition on the set of units that stand. It is built from the last component
 * to the first: for every way that a component leaves the bonds, its own units stop those rows or what follows does. Only
 * the bonds still whole matter to what follows, so the work grows with the masks and never with the packages.
 */
export function minimalBlocking<Ref>(
  components: Components<Ref>,
  limit: number,
): { readonly sets: readonly UnitSet[]; readonly complete: boolean } {
  const all = everyForbidden(components);
  const workLimit = Math.max(limit * 4, 200);
  const family = blockedFrom(components, workLimit);
  const minimal = family.complete
    ? family.sets
    : minimalOf(family.sets.map((units) => shrink(units, (fewer) => !anyFree(components, fewer, all))));
  return {
    sets: minimal.slice(0, limit).map((units) => ({
      units,
      forbidden: shrink(all, (fewer) => !anyFree(components, units, fewer)),
    })),
    complete: family.complete && minimal.length <= limit,
  };
}

function everyForbidden<Ref>({ world }: Components<Ref>): Bits {
  return (1n << BigInt(world.forbidden.length)) - 1n;
}

function blockedFrom<Ref>(components: Components<Ref>, limit: number): Family {
  if (countAll(components, (row) => row.forbidden === 0n) === 0n) return always;
  const groups = components.rows.map((rows) => {
    const byMask = new Map<bigint, Bits[]>();
    for (const row of rows) {
      if (row.forbidden !== 0n) continue;
      const mask = row.mask & components.blocking;
      const sets = byMask.get(mask);
      if (sets === undefined) byMask.set(mask, [row.blocks]);
      else sets.push(row.blocks);
    }
    return byMask;
  });
  const known = new Map<string, Family>();
  const from = (at: number, mask: bigint): Family => {
    const here = groups[at];
    if (here === undefined) return ofBonds(components, mask);
    const key = `${at} ${mask}`;
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const byNext = new Map<bigint, Bits[]>();
    for (const [rowMask, sets] of here) byNext.set(mask & rowMask, [...(byNext.get(mask & rowMask) ?? []), ...sets]);
    let family = always;
    for (const [next, sets] of byNext) {
      family = both(family, either(meetingAll(sets, limit), from(at + 1, next), limit), limit);
    }
    known.set(key, family);
    return family;
  };
  return from(0, components.blocking);
}

/** A package that is wholly of a version is stopped by whoever refuses that version. */
function ofBonds<Ref>(components: Components<Ref>, mask: bigint): Family {
  const units = bitsOf(mask).flatMap((bit) => components.bonds[bit]?.unit ?? []);
  return units.length === 0 ? never : { sets: minimalOf(units.map((unit) => 1n << BigInt(unit))), complete: true };
}
