import type { DraftInline, DraftParagraph } from "../../draft-text.ts";
import type { Status } from "../../model.ts";
import { isSameStatus } from "./draft-of.ts";
import { labelledLine } from "./guard.ts";
import { footnoteLabel } from "./inlines.ts";
import type { PlacedParagraph } from "./layout.ts";
import { tidyWords } from "./tidy.ts";

/** No provision stands deeper, counted from 0. */
const depthMax = 31;

/**
 * A paragraph in the nearest form that can be written: a label that no rule reads as a number is the first of the words,
 * and a table, which has no words beside its cells, has those that it is given in a paragraph before it.
 */
export function writable(paragraph: DraftParagraph): DraftParagraph[] {
  const { rows, label, words } = paragraph;
  if (rows === null) return [withTidyWords(withReadLabel(paragraph))];
  const cells = rows.map((row) => row.map((cell) => tidyWords(cell, "spaces")));
  const table = { ...paragraph, label: null, words: [], headingLevel: null, rows: cells };
  if ((label ?? "").trim() === "" && words.length === 0) return [table];
  const before = { ...paragraph, id: null, kind: null, rows: null, status: null, attributes: {}, classes: [] };
  return [withTidyWords(withReadLabel(before)), table];
}

function withTidyWords(paragraph: DraftParagraph): DraftParagraph {
  return { ...paragraph, words: tidyWords(paragraph.words, paragraph.headingLevel === null ? "kept" : "spaces") };
}

function withReadLabel(paragraph: DraftParagraph): DraftParagraph {
  const { label, headingLevel, words } = paragraph;
  if (label === null) return paragraph;
  if (label.trim() === "") return { ...paragraph, label: null };
  if (isFootnote(paragraph) || isNumber(label, headingLevel !== null)) return paragraph;
  const first: DraftInline = { kind: "words", text: `${label} `, emphasis: "none" };
  return { ...paragraph, label: null, words: [first, ...words] };
}

function isNumber(label: string, inHeading: boolean): boolean {
  return labelledLine(label, "words", { inHeading, tail: "", apart: false }) !== null;
}

/** A footnote is written with its mark, unless it has a number that cannot stand there or that its class speaks of. */
export function isFootnote({ kind, label, headingLevel, classes }: DraftParagraph): boolean {
  if (kind !== "footnote" || label === null || headingLevel !== null) return false;
  return !isNumber(label, false) || (!classes.includes("footnote") && footnoteLabel(label) === label);
}

/** Depths that a tree can have: the first at the top, none more than one below the one before it. */
export function reachable(paragraphs: readonly DraftParagraph[]): DraftParagraph[] {
  let above: number | null = -1;
  return paragraphs.map((paragraph) => {
    const wanted = paragraph.depth === null ? null : Math.max(0, Math.trunc(paragraph.depth) || 0);
    const most: number = above === null ? depthMax : Math.min(above + 1, depthMax);
    const depth = wanted === null ? null : Math.min(wanted, most);
    above = depth;
    return { ...paragraph, depth };
  });
}

/** A status is said only where it is another than that of what stands above. */
export function withOwnStatus(paragraphs: readonly PlacedParagraph[]): PlacedParagraph[] {
  const path: Status[] = [];
  return paragraphs.map((paragraph) => {
    const above = path[paragraph.depth - 1] ?? { kind: "proposed" };
    const status = paragraph.status ?? above;
    path[paragraph.depth] = status;
    return { ...paragraph, status: isSameStatus(status, above) ? null : status };
  });
}
