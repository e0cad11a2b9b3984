import type { Block, Manuscript, Paragraph, Piece, Revision } from "../../manuscript.ts";

/** The paragraphs of the body in the order of the page, those of tables row by row. */
export function* paragraphsOf(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === "paragraph") yield block;
    else for (const row of block.rows) for (const cell of row.cells) yield* cell.paragraphs;
  }
}

/** The body and each footnote: a range never leaves its story. */
export function* storiesOf(manuscript: Manuscript): Generator<Iterable<Paragraph>> {
  yield paragraphsOf(manuscript.blocks);
  for (const footnote of manuscript.footnotes) yield footnote.paragraphs;
}

/** A piece that takes room on the page, and so can be inserted, deleted or moved. */
export type WidePiece = Exclude<
  Piece,
  { readonly kind: "anchor-start" | "anchor-end" | "comment-start" | "comment-end" }
>;

export function isWide(piece: Piece): piece is WidePiece {
  return "revisions" in piece;
}

/** Whether anything at all is tracked. */
export function hasRevisions(manuscript: Manuscript): boolean {
  for (const story of storiesOf(manuscript)) {
    for (const paragraph of story) {
      if (paragraph.mark.length > 0 || paragraph.formatting.length > 0) return true;
      if (paragraph.pieces.some((piece) => isWide(piece) && piece.revisions.length > 0)) return true;
      if (paragraph.pieces.some((piece) => piece.kind === "text" && piece.formatting.length > 0)) return true;
    }
  }
  return manuscript.blocks.some(
    (block) => block.kind === "table" && block.rows.some((row) => row.revisions.length > 0),
  );
}

export function sameRevision(a: Revision, b: Revision): boolean {
  return a.kind === b.kind && a.author === b.author && a.date === b.date && a.move === b.move;
}
