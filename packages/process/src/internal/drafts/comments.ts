import type { Block, Comment, Manuscript, Piece } from "@parley/documents";
import { anchorOf } from "./anchors.ts";

/**
 * A manuscript with comments on its provisions. A provision that is not on paper has none; in a table the comment
 * stands at its first cell. Linear.
 */
export function withComments(manuscript: Manuscript, comments: ReadonlyMap<string, readonly Comment[]>): Manuscript {
  const byAnchor = new Map([...comments].map(([provision, said]) => [anchorOf("provision", provision), said]));
  const placed: Comment[] = [];
  const commented = (pieces: readonly Piece[]): readonly Piece[] => {
    const [first] = pieces;
    const said = first?.kind === "anchor-start" ? (byAnchor.get(first.name) ?? []) : [];
    if (said.length === 0) return pieces;
    placed.push(...said);
    const starts = said.map(({ id }): Piece => ({ kind: "comment-start", id }));
    const ends = said.map(({ id }): Piece => ({ kind: "comment-end", id }));
    return [...starts, ...pieces, ...ends];
  };
  const blocks = manuscript.blocks.map((block): Block => {
    if (block.kind === "paragraph") return { ...block, pieces: commented(block.pieces) };
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        paragraphs: cell.paragraphs.map((paragraph) => ({ ...paragraph, pieces: commented(paragraph.pieces) })),
      })),
    }));
    return { ...block, rows };
  });
  return { ...manuscript, blocks, comments: [...manuscript.comments, ...placed] };
}
