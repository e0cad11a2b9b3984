import type { Cell, Paragraph, Revision, Row } from "../../manuscript.ts";
import { attribute, child, childrenOf, wholeAttribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { readMark } from "./marks.ts";
import { formattingChange, revisionElements } from "./revisions.ts";
import { chosen } from "./runs.ts";
import { checkDepth, endStretch, lose, type Story } from "./story.ts";
import { flag } from "./styles.ts";
import { wordsOf } from "./words-of.ts";

/** The columns in which cells are merged downwards, while a table is read. */
type Merged = Set<number>;

/** Reads what stands inside a cell; a cell holds paragraphs, and may hold tables, so that each needs the other. */
export type ReadInside = (story: Story, cell: XmlElement, paragraphs: Paragraph[], depth: number) => void;

/** The rows of a w:tbl, whatever wraps them. */
export function readRows(story: Story, table: XmlElement, depth: number, readInside: ReadInside): readonly Row[] {
  const rows: Row[] = [];
  const merged: Merged = new Set();
  tellLayoutChange(story, child(table, "w:tblPr"), "w:tblPrChange", "layout of the table");
  tellLayoutChange(story, child(table, "w:tblGrid"), "w:tblGridChange", "columns of the table");
  eachOf(story, table, "w:tr", depth, (row, at) => rows.push(readRow(story, row, { merged, readInside }, at)));
  return rows;
}

/** Words between the cells of a table have no place on the page: they are kept in the list of losses. */
function holdsStrayWords(story: Story, element: XmlElement): boolean {
  if (element.name !== "w:p" && element.name !== "w:r") return false;
  const words = wordsOf(element);
  if (words !== "") lose(story, "unknown-element", `words outside the cells of a table: “${words}”`);
  return true;
}

/** Calls `read` for every child of that name, inside wrappers too. */
function eachOf(
  story: Story,
  parent: XmlElement,
  name: string,
  depth: number,
  read: (element: XmlElement, depth: number) => void,
): void {
  checkDepth(depth);
  for (const node of childrenOf(parent)) {
    if (node.name === name) read(node, depth + 1);
    else if (node.name === "mc:AlternateContent") eachOf(story, chosen(node), name, depth + 1, read);
    else if (!readMark(story, node) && !holdsStrayWords(story, node)) eachOf(story, node, name, depth + 1, read);
  }
}

interface InTable {
  readonly merged: Merged;
  readonly readInside: ReadInside;
}

function readRow(story: Story, element: XmlElement, table: InTable, depth: number): Row {
  const properties = child(element, "w:trPr");
  const revisions = rowRevisions(story, properties);
  const isInserted = revisions.some(({ kind }) => kind === "inserted" || kind === "moved-here");
  tellLayoutChange(story, properties, "w:trPrChange", "layout of the row");
  if (isInserted) story.insertedRows += 1;
  const cells: Cell[] = [];
  let column = wholeAttribute(properties === null ? null : child(properties, "w:gridBefore"), "w:val") ?? 0;
  eachOf(story, element, "w:tc", depth, (cell, at) => {
    const read = readCell(story, cell, { ...table, column }, at);
    column += read.columns;
    cells.push(read);
  });
  if (isInserted) story.insertedRows -= 1;
  return { cells, isHeader: flag(properties, "w:tblHeader") ?? false, revisions };
}

function rowRevisions(story: Story, properties: XmlElement | null): readonly Revision[] {
  const found: Revision[] = [];
  for (const element of properties === null ? [] : childrenOf(properties)) {
    if (element.name !== "w:ins" && element.name !== "w:del") continue;
    found.push(story.book.revisions.revision(element, revisionElements[element.name] ?? "inserted"));
  }
  return found;
}

const cellsMax = 1000;

function readCell(
  story: Story,
  element: XmlElement,
  { merged, readInside, column }: InTable & { readonly column: number },
  depth: number,
): Cell {
  const properties = child(element, "w:tcPr");
  if (properties !== null) {
    tellMerging(story, properties, column, merged);
    tellLayoutChange(story, properties, "w:tcPrChange", "layout of the cell");
    tellCellChange(story, properties);
  }
  const span = wholeAttribute(properties === null ? null : child(properties, "w:gridSpan"), "w:val") ?? 1;
  const paragraphs: Paragraph[] = [];
  readInside(story, element, paragraphs, depth);
  endStretch(story);
  return { paragraphs, columns: Math.min(Math.max(span, 1), cellsMax) };
}

/** Cells merged downwards are told once, at the first of them; the others stay as they are, as a rule empty. */
function tellMerging(story: Story, properties: XmlElement, column: number, merged: Merged): void {
  const down = child(properties, "w:vMerge");
  if (down === null) merged.delete(column);
  else if (attribute(down, "w:val") === "restart" || !merged.has(column)) {
    merged.add(column);
    lose(story, "merged-cells", "cells merged downwards; the lower ones are left empty");
  }
  const across = child(properties, "w:hMerge");
  if (across !== null && attribute(across, "w:val") === "restart") {
    lose(story, "merged-cells", "cells merged sideways; those on the far side are left empty");
  }
}

const cellChanges: Readonly<Record<string, string>> = {
  "w:cellIns": "inserted",
  "w:cellDel": "deleted",
  "w:cellMerge": "merged",
};

/** A manuscript knows of rows that come and go, not of single cells: that change is told, and the cell stays. */
function tellCellChange(story: Story, properties: XmlElement): void {
  for (const element of childrenOf(properties)) {
    const what = Object.hasOwn(cellChanges, element.name) ? cellChanges[element.name] : undefined;
    if (what === undefined) continue;
    const [author, date] = [attribute(element, "w:author") ?? "", attribute(element, "w:date")];
    const who = `${author === "" ? "somebody" : author}${date === null ? "" : `, ${date}`}`;
    lose(story, "merged-cells", `a tracked change of the table: a cell ${what} (${who}); the cell is kept`);
  }
}

function tellLayoutChange(story: Story, properties: XmlElement | null, name: string, what: string): void {
  const change = properties === null ? null : child(properties, name);
  if (change !== null) story.waitingFormatting.push(formattingChange(change, what));
}
