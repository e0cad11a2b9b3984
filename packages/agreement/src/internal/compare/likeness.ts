import type { Node } from "./outline.ts";

/** A pair of neighbouring words that stands in more provisions than this tells none of them from the others. */
const postingsMax = 48;
/** So many provisions at most are weighed against one. */
const candidatesMax = 8;

/** How often each word stands in a provision. */
export type WordCounts = ReadonlyMap<string, number>;

export function countsOf(words: readonly string[]): WordCounts {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How many words two provisions share, each as often as it stands in both. */
export function shared(a: WordCounts, b: WordCounts): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, count] of small) sum += Math.min(count, large.get(word) ?? 0);
  return sum;
}

/** From 0 (no word shared) to 1 (the same words): twice the shared words over all words (Dice's coefficient). */
export function likeness(a: Node, b: Node): number {
  const total = a.words.length + b.words.length;
  return total === 0 ? 0 : (2 * shared(countsOf(a.words), countsOf(b.words))) / total;
}

/** Finds the provisions that share most pairs of neighbouring words, without weighing every one against every one. */
export class PairIndex {
  readonly #postings = new Map<string, number[]>();

  constructor(nodes: Iterable<Node>) {
    for (const node of nodes) {
      for (const pair of new Set(pairsOf(node.words))) {
        const postings = this.#postings.get(pair);
        if (postings === undefined) this.#postings.set(pair, [node.index]);
        else if (postings.length <= postingsMax) postings.push(node.index);
      }
    }
  }

  /** Indices of the likeliest, best first; at equal merit the earlier in the text. */
  candidates(node: Node): number[] {
    const hits = new Map<number, number>();
    for (const pair of new Set(pairsOf(node.words))) {
      const postings = this.#postings.get(pair) ?? [];
      if (postings.length > postingsMax) continue;
      for (const index of postings) hits.set(index, (hits.get(index) ?? 0) + 1);
    }
    return [...hits]
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, candidatesMax)
      .map(([index]) => index);
  }
}

export function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index] ?? ""} ${word}`);
}
