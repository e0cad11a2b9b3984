import type { Block, Label, Paragraph } from "../src/manuscript.ts";

/** How one level prints its count, told here apart from the packages' own counting. */
interface Level extends Pick<Label, "format" | "pattern" | "start"> {
  readonly print: (counts: readonly number[]) => string;
}

const at = (counts: readonly number[], level: number) => counts[level] ?? 0;
const letter = (count: number) => String.fromCharCode(96 + count);
const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];

const lists: Readonly<Record<string, readonly Level[]>> = {
  "1": [
    { format: "decimal", pattern: "Article %1", start: 1, print: (n) => `Article ${at(n, 0)}` },
    { format: "decimal", pattern: "%2.", start: 1, print: (n) => `${at(n, 1)}.` },
    { format: "lower-letter", pattern: "(%3)", start: 1, print: (n) => `(${letter(at(n, 2))})` },
    { format: "lower-roman", pattern: "(%4)", start: 1, print: (n) => `(${romans[at(n, 3) - 1]})` },
  ],
  "2": [
    { format: "decimal", pattern: "%1.", start: 3, print: (n) => `${at(n, 0)}.` },
    { format: "decimal", pattern: "%1.%2", start: 1, print: (n) => `${at(n, 0)}.${at(n, 1)}` },
    {
      format: "upper-letter",
      pattern: "%1.%2.%3",
      start: 2,
      print: (n) => `${at(n, 0)}.${at(n, 1)}.${letter(at(n, 2)).toUpperCase()}`,
    },
  ],
  "4": [
    {
      format: "upper-roman",
      pattern: "PART %1",
      start: 1,
      print: (n) => `PART ${romans[at(n, 0) - 1]?.toUpperCase()}`,
    },
    { format: "arabic-abjad", pattern: "%2-", start: 1, print: (n) => `${"أبجدهوزحطيكلمنسعفص"[at(n, 1) - 1]}-` },
  ],
};
const bullet: Label = { text: "•", list: "7", level: 0, format: "bullet", pattern: "•", start: 1 };
const typedTexts = ["2 bis.", "Article 3 ter", "(ج)", "۳.", "0"];

/** Gives some paragraphs numbers: typed ones anywhere, counted ones where one stood before the changes. */
export function putLabels<B extends Block>(
  blocks: readonly B[],
  next: () => number,
  kind: "typed" | "counted",
): readonly B[] {
  const counts = new Map<string, number[]>();
  const typed = (): Label => {
    const text = typedTexts[next() % typedTexts.length] ?? "0";
    return { text, list: "", level: 0, format: "none", pattern: text, start: 1 };
  };
  const counted = (): Label => {
    const names = Object.keys(lists);
    const list = names[next() % names.length] ?? "1";
    const levels = lists[list] ?? [];
    const before = counts.get(list) ?? [];
    // One level deeper at most, so that every count above has begun.
    const level = Math.min(next() % levels.length, before.length);
    const now = [...before.slice(0, level), (before[level] ?? (levels[level]?.start ?? 1) - 1) + 1];
    counts.set(list, now);
    const { format, pattern, start, print } = levels[level] as Level;
    return { text: print(now), list, level, format, pattern, start };
  };
  const inStretch = (paragraphs: readonly Paragraph[], rowIsNew: boolean): readonly Paragraph[] => {
    let afterNewEnd = false;
    return paragraphs.map((paragraph) => {
      const newEnd = paragraph.mark.some((one) => one.kind === "inserted" || one.kind === "moved-here");
      const alone = !newEnd && !afterNewEnd && !rowIsNew;
      afterNewEnd = newEnd;
      const wish = paragraph.role === "title" || paragraph.role === "subtitle" ? 9 : next() % 10;
      if (wish >= 6) return paragraph;
      if (wish === 0 || kind === "typed") return { ...paragraph, label: typed() };
      if (!alone) return { ...paragraph, label: wish === 1 ? typed() : null };
      return { ...paragraph, label: wish === 1 ? bullet : counted() };
    });
  };
  const done: B[] = [];
  let stretch: Paragraph[] = [];
  const finish = () => {
    done.push(...(inStretch(stretch, false) as unknown as B[]));
    stretch = [];
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      stretch.push(block);
      continue;
    }
    finish();
    const rows = block.rows.map((row) => {
      const rowIsNew = row.revisions.some((one) => one.kind === "inserted" || one.kind === "moved-here");
      const cells = row.cells.map((cell) => ({ ...cell, paragraphs: inStretch(cell.paragraphs, rowIsNew) }));
      return { ...row, cells };
    });
    done.push({ ...block, rows });
  }
  finish();
  return done;
}
