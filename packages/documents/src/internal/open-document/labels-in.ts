import type { Piece, Revision } from "../../manuscript.ts";
import { isWide } from "../manuscript/walk.ts";
import { type Line, type Numbering, numberLines } from "../numbers/counting.ts";
import { type Draft, type DraftBlock, sameRevisions } from "./flow.ts";

/**
 * Gives every paragraph its number, in the order of the page: the counts as they stood before the tracked changes, by
 * the same rules as in Word files. A number that the file itself prints stands as printed.
 */
export function labelAll(blocks: readonly DraftBlock[]): void {
  const lines: Line[] = [];
  const starts = startFollowing();
  takeTypedNumbers(blocks);
  addLines(lines, blocks, false, starts);
  numberLines(lines);
  for (const { paragraph } of lines) {
    const draft = paragraph as Draft;
    const text = typedNumberOf(draft);
    if (text !== "") {
      draft.label = { text, list: "", level: 0, format: "none", pattern: text, start: 1 };
    } else if (draft.label !== null) {
      const isNew = draft.mark.some(isArrival);
      const text = (isNew ? null : draft.place?.shown) ?? draft.label.text.trim();
      draft.label = text === "" ? null : { ...draft.label, text };
    }
  }
}

/**
 * A typed number is a label where nobody touched it, or where it was changed together with all words of its paragraph,
 * with its end or with the end before it. One that somebody changed by itself stays in the words with that change.
 */
function takeTypedNumbers(blocks: readonly DraftBlock[]): void {
  let markBefore: readonly Revision[] = [];
  for (const block of blocks) {
    if (block.kind === "table") {
      for (const row of block.rows) for (const cell of row.cells) takeTypedNumbers(cell.paragraphs);
      markBefore = [];
      continue;
    }
    const { typed, pieces } = block;
    const [first] = typed;
    const isWhole = typed.every(({ revisions }) => sameRevisions(revisions, first?.revisions ?? []));
    if (first !== undefined && !(isWhole && goesWith(first.revisions, block, markBefore))) {
      pieces.unshift(...typed.map((piece): Piece => (piece.kind === "tab" ? piece : { ...piece, ...plain })));
      typed.length = 0;
    }
    markBefore = block.mark;
  }
}

const plain = { strong: false, emphasis: false, underline: false, role: null, link: null, formatting: [] } as const;

function goesWith(revisions: readonly Revision[], { pieces, mark }: Draft, markBefore: readonly Revision[]): boolean {
  const ends = [...mark, ...markBefore];
  return (
    revisions.every((one) => ends.some((end) => end.kind === one.kind && sameHand(end, one))) ||
    pieces.every((piece) => !isWide(piece) || sameRevisions(piece.revisions.slice(0, revisions.length), revisions))
  );
}

function sameHand(a: Revision, b: Revision): boolean {
  return a.author === b.author && a.date === b.date;
}

function typedNumberOf({ typed }: Draft): string {
  return typed.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");
}

function addLines(lines: Line[], blocks: readonly DraftBlock[], inInsertedRow: boolean, starts: Starts): void {
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      lines.push({ paragraph: block, numbering: starts(block), inInsertedRow, endsStretch: false });
      continue;
    }
    endStretch(lines);
    for (const row of block.rows) {
      for (const cell of row.cells) addLines(lines, cell.paragraphs, row.revisions.some(isArrival), starts);
    }
  }
  endStretch(lines);
}

function endStretch(lines: readonly Line[]): void {
  const last = lines.at(-1);
  if (last !== undefined) last.endsStretch = true;
}

type Starts = (draft: Draft) => Numbering | null;

/**
 * An item may set the count. What follows at its level belongs to the same use of the list, until a shallower level
 * goes on.
 */
function startFollowing(): Starts {
  const uses = new Map<string, ({ readonly name: string; readonly from: number } | null)[]>();
  let count = 0;
  return ({ place, typed }) => {
    if (place === null || typed.length > 0) return null;
    const { list, level, from } = place;
    const known = uses.get(list.name) ?? [];
    uses.set(list.name, known);
    known.length = Math.min(known.length, level + 1);
    if (from !== null) {
      count += 1;
      known[level] = { name: `start-${count}`, from };
    }
    const use = known[level] ?? null;
    return {
      list: list.name,
      use: use?.name ?? "",
      level,
      levels: list.levels,
      startsAt: use?.from ?? null,
    };
  };
}

function isArrival({ kind }: { readonly kind: string }): boolean {
  return kind === "inserted" || kind === "moved-here";
}
