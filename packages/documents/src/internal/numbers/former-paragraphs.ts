import type { Block, Paragraph, Revision } from "../../manuscript.ts";
import { isWide } from "../manuscript/walk.ts";

/** Paragraphs that were one before the changes: each but the last ends in a mark that was inserted or moved here. */
export interface Former {
  readonly paragraphs: readonly Paragraph[];
  /** False in a row that was inserted: nothing of it was there before. */
  readonly isOld: boolean;
}

/** The body in the order of the page, as it stood before the changes. A table or the end of a cell ends a paragraph. */
export function* formersOf(blocks: readonly Block[]): Generator<Former> {
  let following: Paragraph[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      following.push(block);
      continue;
    }
    yield* split(following, true);
    following = [];
    for (const row of block.rows) {
      const isOld = !row.revisions.some(bringsIn);
      for (const cell of row.cells) yield* split(cell.paragraphs, isOld);
    }
  }
  yield* split(following, true);
}

function* split(paragraphs: readonly Paragraph[], isOld: boolean): Generator<Former> {
  let together: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    together.push(paragraph);
    if (paragraph.mark.some(bringsIn)) continue;
    yield { paragraphs: together, isOld };
    together = [];
  }
  if (together.length > 0) yield { paragraphs: together, isOld };
}

/** Whether a change of this kind brings something in that was not there before. */
export function bringsIn({ kind }: Revision): boolean {
  return kind === "inserted" || kind === "moved-here";
}

/** Whether it holds words that stood there before the changes. */
export function holdsOldWords(paragraph: Paragraph): boolean {
  return paragraph.pieces.some((piece) => isWide(piece) && !piece.revisions.some(bringsIn));
}
