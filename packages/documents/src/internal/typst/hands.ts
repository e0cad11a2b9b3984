import type { Block, FormattingChange, Manuscript, Paragraph, Revision } from "../../manuscript.ts";

/** One who changed the text: the letter that marks the changes, and what the legend says. */
export interface Hand {
  readonly letter: string;
  readonly author: string;
  readonly first: string | null;
  readonly last: string | null;
}

/** Everyone who changed words or layout, in the order of the page, each with a letter. */
export function handsOf(manuscript: Manuscript): ReadonlyMap<string, Hand> {
  const hands = new Map<string, Hand>();
  const note = (change: Revision | FormattingChange): void => {
    const day = dayOf(change.date);
    const known = hands.get(change.author);
    const letter = known?.letter ?? letterAt(hands.size);
    const days = [known?.first ?? null, known?.last ?? null, day].filter((each) => each !== null).sort();
    hands.set(change.author, { letter, author: change.author, first: days[0] ?? null, last: days.at(-1) ?? null });
  };
  for (const paragraph of paragraphsOf(manuscript, note)) {
    for (const piece of paragraph.pieces) {
      if ("revisions" in piece) for (const revision of piece.revisions) note(revision);
      if (piece.kind === "text") for (const change of piece.formatting) note(change);
    }
    for (const revision of paragraph.mark) note(revision);
    for (const change of paragraph.formatting) note(change);
  }
  return hands;
}

function* paragraphsOf(manuscript: Manuscript, note: (revision: Revision) => void): Generator<Paragraph> {
  for (const block of manuscript.blocks) yield* paragraphsOfBlock(block, note);
  for (const footnote of manuscript.footnotes) yield* footnote.paragraphs;
}

function* paragraphsOfBlock(block: Block, note: (revision: Revision) => void): Generator<Paragraph> {
  if (block.kind === "paragraph") {
    yield block;
    return;
  }
  for (const row of block.rows) {
    for (const revision of row.revisions) note(revision);
    for (const cell of row.cells) yield* cell.paragraphs;
  }
}

/** The day of an ISO date; null for anything else. */
export function dayOf(date: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0] ?? null;
}

/** A day inside words of either direction: isolated, so that its parts keep their order. */
export function isolated(day: string): string {
  return `\u2066${day}\u2069`;
}

/** a to z, then aa, ab and so on. */
function letterAt(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : `${letterAt(Math.floor(index / 26) - 1)}${last}`;
}
