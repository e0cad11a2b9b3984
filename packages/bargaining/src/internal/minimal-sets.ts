/** A set of up to any number of things, as bits. */
export type Bits = bigint;

export function bitsOf(set: Bits): number[] {
  const members: number[] = [];
  for (let at = 0, rest = set; rest !== 0n; at += 1, rest >>= 1n) {
    if ((rest & 1n) === 1n) members.push(at);
  }
  return members;
}

function sizeOf(set: Bits): number {
  return bitsOf(set).length;
}

/** Those sets that contain no other of them, smaller first, each once. */
export function minimalOf(sets: Iterable<Bits>): Bits[] {
  const bySize = [...new Set(sets)]
    .map((set) => ({ set, size: sizeOf(set) }))
    .toSorted((a, b) => a.size - b.size || (a.set < b.set ? -1 : 1));
  const kept: Bits[] = [];
  for (const { set } of bySize) {
    if (!kept.some((smaller) => (smaller & set) === smaller)) kept.push(set);
  }
  return kept;
}

/** A monotone condition as its minimal satisfying sets. Cut off at a limit, it asks for more than the true condition. */
export interface Family {
  readonly sets: readonly Bits[];
  readonly complete: boolean;
}

export const always: Family = { sets: [0n], complete: true };
export const never: Family = { sets: [], complete: true };

export function either(a: Family, b: Family, limit: number): Family {
  return cut(minimalOf([...a.sets, ...b.sets]), a.complete && b.complete, limit);
}

export function both(a: Family, b: Family, limit: number): Family {
  const joined = new Set<Bits>();
  for (const one of a.sets) for (const other of b.sets) joined.add(one | other);
  return cut(minimalOf(joined), a.complete && b.complete, limit);
}

function cut(sets: readonly Bits[], complete: boolean, limit: number): Family {
  return sets.length <= limit ? { sets, complete } : { sets: sets.slice(0, limit), complete: false };
}

/** The minimal sets that meet every one of the given sets (Berge's procedure, one set at a time). */
export function meetingAll(sets: Iterable<Bits>, limit: number): Family {
  let family = always;
  for (const set of minimalOf(sets)) {
    family = both(family, { sets: bitsOf(set).map((at) => 1n << BigInt(at)), complete: true }, limit);
  }
  return family;
}

/** Drops members one after another while the test still holds of the rest. The test must be monotone. */
export function shrink(set: Bits, holds: (set: Bits) => boolean): Bits {
  let kept = set;
  for (const at of bitsOf(set)) {
    const without = kept & ~(1n << BigInt(at));
    if (holds(without)) kept = without;
  }
  return kept;
}
