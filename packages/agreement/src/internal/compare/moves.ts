import type { Parting } from "./align.ts";
import type { Outline } from "./outline.ts";

interface Partners {
  readonly pairs: ReadonlyMap<number, number>;
  readonly splits: readonly Parting[];
  readonly mergers: readonly Parting[];
}

/**
 * The earlier indices of paired provisions that stand elsewhere: under another parent, or out of the order of their
 * siblings. Of siblings, the longest run that kept its order is taken as having stayed.
 */
export function movedProvisions({
  before,
  after,
  ...partners
}: Partners & { readonly before: Outline; readonly after: Outline }): ReadonlySet<number> {
  const homes = homesOf(partners);
  const moved = new Set<number>();
  const siblings = new Map<number, number[]>();
  for (const [b, a] of [...partners.pairs].sort((x, y) => x[1] - y[1])) {
    const [parentBefore, parentAfter] = [before.nodes[b]?.parent ?? -1, after.nodes[a]?.parent ?? -1];
    const stays = parentBefore === -1 ? parentAfter === -1 : (homes.get(parentBefore)?.has(parentAfter) ?? false);
    if (!stays) moved.add(b);
    else {
      const group = siblings.get(parentAfter);
      if (group === undefined) siblings.set(parentAfter, [b]);
      else group.push(b);
    }
  }
  for (const group of siblings.values()) {
    const kept = longestRun(group);
    group.forEach((index, at) => {
      if (!kept.has(at)) moved.add(index);
    });
  }
  return moved;
}

/** For each earlier provision, the later ones that its children may stand under without having moved. */
function homesOf({ pairs, splits, mergers }: Partners): Map<number, Set<number>> {
  const homes = new Map<number, Set<number>>();
  const add = (before: number, after: number): void => {
    homes.set(before, (homes.get(before) ?? new Set()).add(after));
  };
  for (const [before, after] of pairs) add(before, after);
  for (const { whole, pieces } of splits) for (const piece of pieces) add(whole, piece);
  for (const { whole, pieces } of mergers) for (const piece of pieces) add(piece, whole);
  return homes;
}

/** The places of a longest increasing run, found in n log n steps (patience sorting). */
function longestRun(values: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  values.forEach((value, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return kept;
}
