import { type Line, type Numbering, numberLines } from "../numbers/counting.ts";
import type { Draft, DraftBlock } from "./flow.ts";

/**
 * Gives every paragraph its number, in the order of the page: the counts as they stood before the tracked changes, by
 * the same rules as in Word files. A number that the file itself prints stands as printed.
 */
export function labelAll(blocks: readonly DraftBlock[]): void {
  const lines: Line[] = [];
  const starts = startFollowing();
  addLines(lines, blocks, false, starts);
  numberLines(lines);
  for (const { paragraph } of lines) {
    const draft = paragraph as Draft;
    if (draft.typed !== "") {
      draft.label = { text: draft.typed, list: "", level: 0, format: "none", pattern: draft.typed, start: 1 };
    } else if (draft.label !== null) {
      const isNew = draft.mark.some(isArrival);
      const text = (isNew ? null : draft.place?.shown) ?? draft.label.text.trim();
      draft.label = text === "" ? null : { ...draft.label, text };
    }
  }
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
    if (place === null || typed !== "") return null;
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
