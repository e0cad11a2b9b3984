import { likeness, PairIndex } from "./likeness.ts";
import { movedProvisions } from "./moves.ts";
import type { Node, Outline } from "./outline.ts";
import { findSplits } from "./splits.ts";

/** From this likeness on, two provisions are taken as one that was reworded. */
const likeMin = 0.5;
/** In the same place, under the same number, less likeness is enough. */
const likeInPlaceMin = 0.2;

/** One provision and the two or more that its words went to. */
export interface Parting {
  readonly whole: number;
  readonly pieces: readonly number[];
}

/** Who became whom. A provision is in at most one pair, split or merger; else it was deleted or added. */
export class Alignment {
  readonly afterOf: ReadonlyMap<number, number>;
  readonly beforeOf: ReadonlyMap<number, number>;
  readonly splits: readonly Parting[];
  readonly mergers: readonly Parting[];
  /** The pairs that stand elsewhere, by their earlier index. */
  readonly moved: ReadonlySet<number>;

  constructor(
    pairs: ReadonlyMap<number, number>,
    splits: readonly Parting[],
    mergers: readonly Parting[],
    moved: ReadonlySet<number>,
  ) {
    this.afterOf = pairs;
    this.beforeOf = new Map([...pairs].map(([before, after]) => [after, before]));
    this.splits = splits;
    this.mergers = mergers;
    this.moved = moved;
  }

  reversed(): Alignment {
    const moved = new Set([...this.moved].flatMap((before) => this.afterOf.get(before) ?? []));
    return new Alignment(this.beforeOf, this.mergers, this.splits, moved);
  }
}

export function align(before: Outline, after: Outline): Alignment {
  const matching = new Matching(before.nodes, after.nodes);
  matching.byLastingId();
  matching.byEqualWords();
  matching.byPlace(likeMin);
  matching.byLikeness();
  matching.byPlace(likeInPlaceMin);
  const { afterOf, beforeOf } = matching;
  const splits = findSplits({
    wholes: before.nodes,
    pieces: after.nodes,
    pieceOf: afterOf,
    wholeOf: beforeOf,
    taken: new Set(),
  });
  // A pair drawn into a split can no longer be part of a merger.
  const taken = new Set(splits.flatMap(({ whole, pieces }) => [`b${whole}`, ...pieces.map((piece) => `a${piece}`)]));
  const mergers = findSplits({
    wholes: after.nodes,
    pieces: before.nodes,
    pieceOf: beforeOf,
    wholeOf: afterOf,
    taken: new Set([...taken].map((key) => (key.startsWith("a") ? `b${key.slice(1)}` : `a${key.slice(1)}`))),
  });
  const pairs = new Map(afterOf);
  for (const { whole } of splits) pairs.delete(whole);
  for (const { pieces } of mergers) for (const piece of pieces) pairs.delete(piece);
  return new Alignment(pairs, splits, mergers, movedProvisions({ before, after, pairs, splits, mergers }));
}

/** The pairs found so far, and the ways of finding more; an earlier way prevails. */
class Matching {
  readonly afterOf = new Map<number, number>();
  readonly beforeOf = new Map<number, number>();
  readonly #before: readonly Node[];
  readonly #after: readonly Node[];

  constructor(before: readonly Node[], after: readonly Node[]) {
    this.#before = before;
    this.#after = after;
  }

  byLastingId(): void {
    const lasting = (node: Node): string | null => (node.provision.derived ? null : node.provision.id);
    this.#inGroups(lasting, () => true);
  }

  byEqualWords(): void {
    const words = (node: Node): string | null => (node.text === "" ? null : node.text);
    this.#inGroups(
      (node) => (words(node) === null ? null : `${node.provision.id}\n${node.text}`),
      () => true,
    );
    this.#inGroups(
      (node) => (words(node) === null ? null : `${node.provision.number ?? ""}\n${node.text}`),
      () => true,
    );
    this.#inGroups(words, () => true);
  }

  /** The same derived id, or the same number under the same parent, when the words are like enough. */
  byPlace(least: number): void {
    const like = (a: Node, b: Node): boolean =>
      (a.words.length === 0 && b.words.length === 0) || likeness(a, b) >= least;
    this.#inGroups((node) => node.provision.id, like);
    for (const node of this.#openBefore()) {
      if (node.provision.number === null) continue;
      const parent = node.parent === -1 ? -1 : this.afterOf.get(node.parent);
      if (parent === undefined) continue;
      const same = this.#openAfterAt(parent, node.provision.number);
      if (same !== undefined && like(node, same)) this.#pair(node, same);
    }
  }

  byLikeness(): void {
    const index = new PairIndex(this.#after.filter((node) => !this.beforeOf.has(node.index)));
    const scored: { before: Node; after: Node; score: number }[] = [];
    for (const before of this.#openBefore()) {
      for (const candidate of index.candidates(before)) {
        const after = this.#after[candidate];
        if (after === undefined) continue;
        const score = likeness(before, after);
        if (score >= likeMin) scored.push({ before, after, score });
      }
    }
    const apart = ({ before, after }: { before: Node; after: Node }): number => Math.abs(before.index - after.index);
    scored.sort(
      (x, y) =>
        y.score - x.score || apart(x) - apart(y) || x.before.index - y.before.index || x.after.index - y.after.index,
    );
    for (const { before, after } of scored) this.#pair(before, after);
  }

  #openBefore(): Node[] {
    return this.#before.filter((node) => !this.afterOf.has(node.index));
  }

  #openAfterAt(parent: number, number: string): Node | undefined {
    this.#places ??= groupedBy(this.#after, (node) => `${node.parent}\n${node.provision.number ?? ""}`);
    return this.#places.get(`${parent}\n${number}`)?.find((node) => !this.beforeOf.has(node.index));
  }
  #places: Map<string, Node[]> | undefined;

  /** Within each group of equal keys, the first with the first, the second with the second. */
  #inGroups(key: (node: Node) => string | null, fit: (before: Node, after: Node) => boolean): void {
    const open = groupedBy(
      this.#after.filter((node) => !this.beforeOf.has(node.index)),
      key,
    );
    const next = new Map<string, number>();
    for (const before of this.#openBefore()) {
      const group = key(before);
      if (group === null) continue;
      const at = next.get(group) ?? 0;
      const after = open.get(group)?.[at];
      if (after === undefined) continue;
      next.set(group, at + 1);
      if (fit(before, after)) this.#pair(before, after);
    }
  }

  #pair(before: Node, after: Node): void {
    if (this.afterOf.has(before.index) || this.beforeOf.has(after.index)) return;
    this.afterOf.set(before.index, after.index);
    this.beforeOf.set(after.index, before.index);
  }
}

function groupedBy(nodes: readonly Node[], key: (node: Node) => string | null): Map<string, Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const group = key(node);
    if (group === null) continue;
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [node]);
    else list.push(node);
  }
  return groups;
}
