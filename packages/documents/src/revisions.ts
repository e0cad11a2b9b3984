import { type Stranded, settleStretch, withStranded } from "./internal/revisions/settle-paragraphs.ts";
import { callsIn, type Decide, hasWidth, settle } from "./internal/revisions/settle-words.ts";
import type { Block, Cell, Manuscript, Paragraph, Revision, Row } from "./manuscript.ts";

export { authorsOf, type ManuscriptAuthor } from "./internal/revisions/authors.ts";

/**
 * The manuscript as it reads when tracked changes are carried out: accepting keeps what was inserted and drops what was
 * deleted, rejecting the reverse; a move is a deletion there and an insertion here. `decide` is asked for every change
 * of words, paragraph ends and rows, and must answer alike for equal changes. What is kept stays a tracked change.
 * Changes of looks are left as they are, and labels stay as they were printed. Anchors and comments stay with what
 * remains; a footnote whose call is gone goes with it. Never throws. Linear. Rules WIN-60 to WIN-67 in
 * docs/spec/word-in.md.
 */
export function resolveRevisions(
  manuscript: Manuscript,
  decide: (revision: Revision) => "accept" | "reject" | "keep",
): Manuscript {
  const blocks = settleBlocks(manuscript, decide);
  const [before, after] = [callsIn(manuscript.blocks), callsIn(blocks)];
  const footnotes = manuscript.footnotes
    .filter(({ id }) => !before.has(id) || after.has(id))
    .map((note) => ({ ...note, paragraphs: settleClosed(note.paragraphs, decide, []) }));
  return { ...manuscript, blocks, footnotes };
}

function settleBlocks(manuscript: Manuscript, decide: Decide): readonly Block[] {
  const blocks: Block[] = [];
  const stranded: Stranded = [];
  let stretch: Paragraph[] = [];
  const closeStretch = () => {
    for (const paragraph of settleStretch(stretch, decide, stranded)) blocks.push(paragraph);
    stretch = [];
  };
  for (const block of manuscript.blocks) {
    if (block.kind === "paragraph") {
      stretch.push(block);
      continue;
    }
    closeStretch();
    const rows = settleRows(block.rows, decide, stranded);
    if (rows.length > 0 || block.rows.length === 0) blocks.push({ ...block, rows });
  }
  closeStretch();
  return stranded.length === 0 ? blocks : landAtEnd(blocks, stranded, manuscript);
}

function settleRows(rows: readonly Row[], decide: Decide, stranded: Stranded): readonly Row[] {
  const remaining: Row[] = [];
  for (const row of rows) {
    const revisions = settle(row.revisions, decide);
    if (revisions === null) {
      const pieces = row.cells.flatMap((cell) => cell.paragraphs.flatMap((paragraph) => paragraph.pieces));
      for (const piece of pieces) if (!hasWidth(piece)) stranded.push(piece);
      continue;
    }
    const cells = row.cells.map((cell): Cell => {
      return { ...cell, paragraphs: settleClosed(cell.paragraphs, decide, stranded) };
    });
    remaining.push({ ...row, cells, revisions });
  }
  return remaining;
}

/** A cell or a note always keeps a paragraph. */
function settleClosed(paragraphs: readonly Paragraph[], decide: Decide, stranded: Stranded): readonly Paragraph[] {
  const settled = settleStretch(paragraphs, decide, stranded);
  const last = paragraphs.at(-1);
  if (settled.length > 0 || last === undefined) return settled;
  return [withStranded({ ...last, pieces: [], mark: [] }, stranded)];
}

/** Marks that no paragraph follows go to the end of the last one, or into an empty one when all text is gone. */
function landAtEnd(blocks: readonly Block[], stranded: Stranded, { direction }: Manuscript): readonly Block[] {
  const last = blocks.at(-1);
  if (last?.kind === "paragraph") {
    return [...blocks.slice(0, -1), { ...last, pieces: [...last.pieces, ...stranded.splice(0)] }];
  }
  const pieces = stranded.splice(0);
  const kind = "paragraph";
  return [...blocks, { kind, role: "body", level: 0, label: null, direction, pieces, mark: [], formatting: [] }];
}
