import type { FormattingChange, Manuscript, Paragraph, Revision } from "../../manuscript.ts";
import { hasWidth } from "./settle-words.ts";

/** A hand in a manuscript, under the name its word processor gave. */
export interface ManuscriptAuthor {
  readonly author: string;
  /** Tracked changes: neighbouring words, paragraph ends and rows under one change count once; so do changes of looks. */
  readonly changes: number;
  readonly comments: number;
}

/** Everybody who changed or commented something, sorted by name in code-unit order. Linear. */
export function authorsOf(manuscript: Manuscript): readonly ManuscriptAuthor[] {
  const found = new Map<string, { changes: number; comments: number }>();
  const hand = (author: string) => {
    const known = found.get(author) ?? { changes: 0, comments: 0 };
    found.set(author, known);
    return known;
  };
  const count = countStretches((author) => {
    hand(author).changes += 1;
  });
  for (const block of manuscript.blocks) {
    if (block.kind === "paragraph") countParagraph(block, count);
    else {
      for (const row of block.rows) {
        for (const { paragraphs } of row.cells) for (const one of paragraphs) countParagraph(one, count, row.revisions);
        if (row.cells.length === 0) count(row.revisions, []);
      }
    }
  }
  for (const note of manuscript.footnotes) {
    count([], []);
    for (const paragraph of note.paragraphs) countParagraph(paragraph, count);
  }
  for (const comment of manuscript.comments) hand(comment.author).comments += 1;
  return [...found]
    .map(([author, counts]) => ({ author, ...counts }))
    .sort((a, b) => (a.author < b.author ? -1 : a.author > b.author ? 1 : 0));
}

type Count = (revisions: readonly Revision[], formatting: readonly FormattingChange[]) => void;

/** Calls `begin` for every change that the place before did not have. */
function countStretches(begin: (author: string) => void): Count {
  let before = new Set<string>();
  return (revisions, formatting) => {
    const here = new Set<string>();
    for (const change of [...revisions, ...formatting]) {
      const key = JSON.stringify(change);
      if (!here.has(key) && !before.has(key)) begin(change.author);
      here.add(key);
    }
    before = here;
  };
}

function countParagraph(paragraph: Paragraph, count: Count, row: readonly Revision[] = []): void {
  for (const piece of paragraph.pieces) {
    if (hasWidth(piece)) count([...row, ...piece.revisions], piece.kind === "text" ? piece.formatting : []);
  }
  count([...row, ...paragraph.mark], paragraph.formatting);
}
