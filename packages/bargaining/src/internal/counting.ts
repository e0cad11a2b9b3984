import type { Components, Row } from "./components.ts";
import type { Picks } from "./world.ts";

/** Combines the components one by one: for every mask that whole packages reach, how many reach it. */
function masksOf<Ref>(components: Components<Ref>, keep: (row: Row) => boolean, bits: bigint): Map<bigint, bigint> {
  let reached = new Map<bigint, bigint>([[bits, 1n]]);
  for (const rows of components.rows) {
    const own = new Map<bigint, bigint>();
    for (const row of rows) {
      if (keep(row)) own.set(row.mask & bits, (own.get(row.mask & bits) ?? 0n) + row.count);
    }
    const next = new Map<bigint, bigint>();
    for (const [mask, count] of reached) {
      for (const [rowMask, rowCount] of own) {
        next.set(mask & rowMask, (next.get(mask & rowMask) ?? 0n) + count * rowCount);
      }
    }
    reached = next;
  }
  return reached;
}

/** How many packages nothing blocks, with the given units held to be moved and not forbidden unless ignored. */
export function countFree<Ref>(components: Components<Ref>, moved: bigint = 0n): bigint {
  const bits = standingBonds(components, moved);
  return masksOf(components, (row) => row.forbidden === 0n && (row.blocks & ~moved) === 0n, bits).get(0n) ?? 0n;
}

/** Could any package be free if only these units, and only these forbidden combinations, stood. */
export function anyFree<Ref>(components: Components<Ref>, units: bigint, forbidden: bigint): boolean {
  const bits = standingBonds(components, ~units);
  return masksOf(components, (row) => (row.forbidden & forbidden) === 0n && (row.blocks & units) === 0n, bits).has(0n);
}

/** The bits of blocking bonds whose unit has not moved. */
function standingBonds<Ref>(components: Components<Ref>, moved: bigint): bigint {
  return components.bonds.reduce((bits, { kind, unit }, at) => {
    const stands = kind === "blocks" && unit !== null && (moved & (1n << BigInt(unit))) === 0n;
    return stands ? bits | (1n << BigInt(at)) : bits;
  }, 0n);
}

export function countAll<Ref>(components: Components<Ref>, keep: (row: Row) => boolean): bigint {
  return components.rows.reduce(
    (product, rows) => product * rows.reduce((sum, row) => (keep(row) ? sum + row.count : sum), 0n),
    1n,
  );
}

/** Rows in which everybody accepts everything, given which accepted versions the package is wholly of. */
function acceptedGiven(versions: bigint): (row: Row) => boolean {
  return (row) =>
    row.forbidden === 0n &&
    row.blocks === 0n &&
    row.debts?.every((suppliers) => (suppliers & versions) !== 0n) === true;
}

/** The sets of accepted versions that some package is wholly of, and of no more. */
function acceptedVersionSets<Ref>(components: Components<Ref>): bigint[] {
  const free = masksOf(
    components,
    (row) => row.forbidden === 0n && row.blocks === 0n && row.debts !== null,
    components.accepting,
  );
  return [...free.keys()];
}

/** How many packages every signatory accepts by stated positions. */
export function countNotExcluded<Ref>(components: Components<Ref>): bigint {
  const bits = components.blocking | components.doubting | components.accepting;
  return acceptedVersionSets(components).reduce(
    (sum, versions) => sum + (masksOf(components, acceptedGiven(versions), bits).get(versions) ?? 0n),
    0n,
  );
}

/** Up to `limit` packages not excluded, then up to `limit` in all that nothing blocks, those with fewer gaps sooner. */
export function freeExamples<Ref>(components: Components<Ref>, limit: number): Picks[] {
  const found = new Map<string, Picks>();
  const take = (picks: Picks) => found.set(picks.join(), picks);
  const bits = components.blocking | components.doubting | components.accepting;
  for (const versions of acceptedVersionSets(components)) {
    search(components, { keep: acceptedGiven(versions), bits, wanted: versions, limit: limit - found.size }).forEach(
      take,
    );
  }
  // Some of these may be found already: ask for enough to fill the list all the same.
  const keep = (row: Row) => row.forbidden === 0n && row.blocks === 0n;
  for (const picks of search(components, { keep, bits: components.blocking, wanted: 0n, limit: limit + found.size })) {
    if (found.size < limit) take(picks);
  }
  return [...found.values()];
}

/** Depth first, entering only where a package can still be finished, so that every path ends in an example. */
function search<Ref>(
  components: Components<Ref>,
  { keep, bits, wanted, limit }: { keep: (row: Row) => boolean; bits: bigint; wanted: bigint; limit: number },
): Picks[] {
  const rows = components.rows.map((all) => all.filter(keep).toSorted((a, b) => a.missing - b.missing));
  const finishable = new Map<string, boolean>();
  const canFinish = (at: number, mask: bigint): boolean => {
    if (at === rows.length) return mask === wanted;
    const key = `${at} ${mask}`;
    const known = finishable.get(key);
    if (known !== undefined) return known;
    const answer = (rows[at] ?? []).some((row) => canFinish(at + 1, mask & row.mask));
    finishable.set(key, answer);
    return answer;
  };
  const found: Picks[] = [];
  const walk = (at: number, mask: bigint, picks: Picks): void => {
    if (found.length >= limit || !canFinish(at, mask)) return;
    if (at === rows.length) {
      found.push(picks);
      return;
    }
    for (const row of rows[at] ?? []) walk(at + 1, mask & row.mask, joinPicks(picks, row.picks));
  };
  if (limit > 0)
    walk(
      0,
      bits,
      components.world.issues.map(() => undefined),
    );
  return found;
}

export function joinPicks(a: Picks, b: Picks): Picks {
  return a.map((pick, at) => pick ?? b[at]);
}
