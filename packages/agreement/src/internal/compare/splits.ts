import type { Parting } from "./align.ts";
import { countsOf, PairIndex, pairsOf, shared } from "./likeness.ts";
import type { Node } from "./outline.ts";

/** A piece has at least this many words, and this share of its words and of its word pairs come from the whole. */
const pieceWordsMin = 4;
const fromWholeMin = 0.75;
const pairsFromWholeMin = 0.6;
/** The pieces together hold at least this share of the words of the whole. */
const wholeCoveredMin = 0.7;

/**
 * Provisions whose words went to two or more on the other side. A piece is a provision with no partner of its own, or the
 * partner of the whole; a whole that kept all its words was copied and not split. `taken` holds what an earlier search
 * has used, as "b" or "a" with the index.
 */
export function findSplits({
  wholes,
  pieces,
  pieceOf,
  wholeOf,
  taken,
}: {
  readonly wholes: readonly Node[];
  readonly pieces: readonly Node[];
  readonly pieceOf: ReadonlyMap<number, number>;
  readonly wholeOf: ReadonlyMap<number, number>;
  readonly taken: ReadonlySet<string>;
}): Parting[] {
  const index = new PairIndex(
    wholes.filter((node) => node.words.length >= 2 * pieceWordsMin && !taken.has(`b${node.index}`)),
  );
  const found = new Map<number, Node[]>();
  for (const piece of pieces) {
    if (wholeOf.has(piece.index) || taken.has(`a${piece.index}`) || piece.words.length < pieceWordsMin) continue;
    const whole = index.candidates(piece).find((candidate) => {
      const node = wholes[candidate];
      if (node === undefined || !comesFrom(piece, node)) return false;
      const partner = pieces[pieceOf.get(candidate) ?? -1];
      return partner === undefined || !(taken.has(`a${partner.index}`) || comesFrom(piece, partner));
    });
    if (whole !== undefined) found.set(whole, [...(found.get(whole) ?? []), piece]);
  }
  return [...found].flatMap(([whole, group]): Parting[] => {
    const node = wholes[whole];
    const partner = pieces[pieceOf.get(whole) ?? -1];
    const all = partner === undefined ? group : [partner, ...group].sort((x, y) => x.index - y.index);
    if (node === undefined || all.length < 2) return [];
    const together = countsOf(all.flatMap((piece) => piece.words));
    if (shared(together, countsOf(node.words)) < wholeCoveredMin * node.words.length) return [];
    return [{ whole, pieces: all.map((piece) => piece.index) }];
  });
}

function comesFrom(piece: Node, whole: Node): boolean {
  if (shared(countsOf(piece.words), countsOf(whole.words)) < fromWholeMin * piece.words.length) return false;
  const pairs = new Set(pairsOf(whole.words));
  const own = pairsOf(piece.words);
  return own.filter((pair) => pairs.has(pair)).length >= pairsFromWholeMin * own.length;
}
