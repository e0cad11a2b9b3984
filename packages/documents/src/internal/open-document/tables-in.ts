import type { Revision } from "../../manuscript.ts";
import { attribute, childrenOf, wholeAttribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { closeParagraph, type Draft, type DraftRow, type Flow, sameRevisions } from "./flow.ts";
import { freshDraft, lose, type Reading } from "./reading.ts";

type DraftCell = DraftRow["cells"][number];

/** Reads a table into the flow. One inside another is told as lost; its words stay, as paragraphs of the outer cell. */
export function readTable(reading: Reading, flow: Flow, table: XmlElement): void {
  if (flow.inTable) {
    lose(reading, "nested-table", "a table inside a table: its words are kept as paragraphs");
    for (const { row } of rowsOf(table))
      for (const cell of childrenOf(row)) reading.readBlocks(reading, flow, childrenOf(cell));
    return;
  }
  closeParagraph(flow);
  const outside = { depth: flow.depth, joins: flow.joins };
  const blocks = flow.blocks;
  flow.inTable = true;
  flow.depth = 0;
  flow.joins = false;
  const rows: DraftRow[] = [];
  const spans = new Map<number, number>();
  for (const { row, isHeader } of rowsOf(table)) rows.push(readRow(reading, flow, row, isHeader, spans));
  flow.inTable = false;
  flow.blocks = blocks;
  flow.depth = outside.depth;
  flow.joins = outside.joins;
  flow.blocks.push({ kind: "table", rows });
}

interface FoundRow {
  readonly row: XmlElement;
  readonly isHeader: boolean;
}

function* rowsOf(group: XmlElement, isHeader = false): Generator<FoundRow> {
  for (const part of childrenOf(group)) {
    if (part.name === "table:table-row") yield { row: part, isHeader };
    else if (part.name === "table:table-header-rows") yield* rowsOf(part, true);
    else if (part.name === "table:table-rows" || part.name === "table:table-row-group") yield* rowsOf(part, isHeader);
  }
}

/** No page holds more columns. */
const columnsMax = 1000;

/** `spans` has, by column, the width of a cell above that reaches down over others. */
function readRow(
  reading: Reading,
  flow: Flow,
  row: XmlElement,
  isHeader: boolean,
  spans: Map<number, number>,
): DraftRow {
  const cells: DraftCell[] = [];
  const open = flow.revisions;
  let column = 0;
  let coveredByLast = 0;
  for (const element of childrenOf(row)) {
    const repeats = Math.max(
      1,
      Math.min(reading.repeatsLeft, wholeAttribute(element, "table:number-columns-repeated") ?? 1),
    );
    if (repeats > 1) reading.repeatsLeft -= repeats;
    for (let nth = 0; nth < repeats && column < columnsMax; nth += 1) {
      const isCovered = element.name === "table:covered-table-cell";
      if (!isCovered && element.name !== "table:table-cell") break;
      if (isCovered && coveredByLast > 0) {
        coveredByLast -= 1;
        column += 1;
        continue;
      }
      const columns = isCovered ? (spans.get(column) ?? 1) : columnsOf(element);
      if (isCovered) cells.push({ paragraphs: [emptyParagraph(reading, flow)], columns });
      else cells.push(readCell(reading, flow, element, nth > 0, columns));
      if (!isCovered && isTall(element)) {
        lose(reading, "merged-cells", "cells merged across rows: the words stand in the first, the others are empty");
        spans.set(column, columns);
      }
      coveredByLast = columns - 1;
      column += 1;
    }
  }
  return { cells, isHeader, revisions: rowRevisions(reading, row, cells, open) };
}

function columnsOf(cell: XmlElement): number {
  return Math.min(columnsMax, Math.max(1, wholeAttribute(cell, "table:number-columns-spanned") ?? 1));
}

function isTall(cell: XmlElement): boolean {
  return (wholeAttribute(cell, "table:number-rows-spanned") ?? 1) > 1;
}

function readCell(reading: Reading, flow: Flow, cell: XmlElement, isEmpty: boolean, columns: number): DraftCell {
  flow.blocks = [];
  if (!isEmpty) reading.readBlocks(reading, flow, childrenOf(cell));
  closeParagraph(flow);
  const paragraphs = flow.blocks.filter((block) => block.kind === "paragraph");
  if (paragraphs.length === 0) return { paragraphs: [emptyParagraph(reading, flow)], columns };
  return { paragraphs, columns };
}

function emptyParagraph(reading: Reading, flow: Flow): Draft {
  const look = { role: "body", level: 0, direction: reading.direction, place: null, isGap: false } as const;
  const draft = freshDraft(flow, reading, look);
  draft.mark = flow.revisions;
  return draft;
}

/**
 * The changes of the row as a whole: those we name in an attribute of ours, or those open from before it, or where
 * LibreOffice says that the row is changed, what its words have in common.
 */
function rowRevisions(
  reading: Reading,
  row: XmlElement,
  cells: readonly DraftCell[],
  open: readonly Revision[],
): readonly Revision[] {
  const named = attribute(row, "parley:row");
  if (named !== null) {
    return named.split(/\s+/).flatMap((id) => reading.regions.get(id)?.revisions ?? []);
  }
  if (open.length > 0) return open;
  if (!reading.looks.rowIsChanged(attribute(row, "table:style-name"))) return [];
  const pieces = cells.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.pieces));
  const words = pieces.flatMap((piece) => ("revisions" in piece ? [piece.revisions] : []));
  const first = words[0];
  return first !== undefined && words.every((one) => sameRevisions(one, first)) ? first.slice(-1) : [];
}
