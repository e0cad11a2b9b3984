import type { Block, Footnote, Manuscript, Paragraph } from "../../manuscript.ts";
import type { Draft, DraftBlock } from "./flow.ts";
import { labelAll } from "./labels-in.ts";
import type { Page } from "./page-in.ts";
import type { Reading } from "./reading.ts";

/** The manuscript, once all is read: numbers are counted and comments joined to what they answer. */
export function finish(reading: Reading, page: Page, blocks: readonly DraftBlock[]): Manuscript {
  for (const story of [blocks, ...reading.footnotes.map((note) => note.blocks)]) labelAll(story);
  const ids = new Set(reading.comments.map((comment) => comment.id));
  return {
    title: page.title,
    language: page.language,
    direction: page.direction,
    landscape: page.landscape,
    header: page.header,
    blocks: blocks.map(finishBlock),
    footnotes: reading.footnotes.map(
      (note): Footnote => ({ id: note.id, paragraphs: note.blocks.flatMap(paragraphsIn) }),
    ),
    comments: reading.comments.map((comment) => ({
      ...comment,
      replyTo: comment.replyTo !== null && ids.has(comment.replyTo) ? comment.replyTo : null,
    })),
    carried: page.carried,
  };
}

function finishBlock(block: DraftBlock): Block {
  if (block.kind === "paragraph") return finishParagraph(block);
  return {
    kind: "table",
    rows: block.rows.map((row) => ({
      cells: row.cells.map((cell) => ({ paragraphs: cell.paragraphs.map(finishParagraph), columns: cell.columns })),
      isHeader: row.isHeader,
      revisions: row.revisions,
    })),
  };
}

function finishParagraph(draft: Draft): Paragraph {
  const { role, level, label, direction, pieces, mark, formatting } = draft;
  return { kind: "paragraph", role, level, label, direction, pieces, mark, formatting };
}

function paragraphsIn(block: DraftBlock): readonly Paragraph[] {
  if (block.kind === "paragraph") return [finishParagraph(block)];
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(finishParagraph)));
}
