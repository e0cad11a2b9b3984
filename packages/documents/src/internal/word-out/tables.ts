import type { Cell, Direction, Row, Table } from "../../manuscript.ts";
import { columnsOf, columnWidths } from "../manuscript/column-widths.ts";
import type { Numbering } from "../numbers/live-numbers.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { writeParagraphs } from "./paragraphs.ts";
import { rowChanges } from "./revisions.ts";
import type { Story } from "./writing.ts";

/** A table over the width of the text; null for one without rows, which Word would take for damage. */
export function writeTable(
  story: Story,
  table: Table,
  given: { readonly width: number; readonly numbering: () => Numbering | null },
): XmlElement | null {
  if (table.rows.length === 0) return null;
  const widths = columnWidths(table, given.width);
  const rows = table.rows.map((row) => writeRow(story, row, widths, given.numbering));
  const grid = widths.map((width) => element("w:gridCol", { "w:w": String(width) }));
  const properties = [
    element("w:tblStyle", { "w:val": "ParleyTable" }),
    ...(directionOf(table, story.direction) === "rtl" ? [element("w:bidiVisual")] : []),
    element("w:tblW", { "w:w": "5000", "w:type": "pct" }),
    element("w:tblLayout", { "w:type": "fixed" }),
    element("w:tblLook", {
      "w:val": "0420",
      "w:firstRow": "1",
      "w:lastRow": "0",
      "w:firstColumn": "0",
      "w:lastColumn": "0",
      "w:noHBand": "0",
      "w:noVBand": "1",
    }),
  ];
  return element("w:tbl", {}, [element("w:tblPr", {}, properties), element("w:tblGrid", {}, grid), ...rows]);
}

function writeRow(story: Story, row: Row, widths: readonly number[], numbering: () => Numbering | null): XmlElement {
  const cells: XmlElement[] = [];
  let column = 0;
  for (const cell of row.cells.length > 0 ? row.cells : [emptyCell]) {
    const columns = columnsOf(cell);
    const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
    cells.push(writeCell(story, cell, { width, columns, isHeader: row.isHeader, numbering }));
    column += columns;
  }
  const missing = widths.length - column;
  const rest = widths.slice(column).reduce((sum, one) => sum + one, 0);
  const properties = [
    ...(missing > 0 ? [element("w:gridAfter", { "w:val": String(missing) })] : []),
    ...(missing > 0 ? [element("w:wAfter", { "w:w": String(rest), "w:type": "dxa" })] : []),
    element("w:cantSplit"),
    ...(row.isHeader ? [element("w:tblHeader")] : []),
    ...rowChanges(story.writing.nextId, row.revisions),
  ];
  return element("w:tr", {}, [element("w:trPr", {}, properties), ...cells]);
}

const emptyCell: Cell = { paragraphs: [], columns: 1 };

function writeCell(
  story: Story,
  cell: Cell,
  given: {
    readonly width: number;
    readonly columns: number;
    readonly isHeader: boolean;
    readonly numbering: () => Numbering | null;
  },
): XmlElement {
  const paragraphs = writeParagraphs(story, cell.paragraphs, given.numbering);
  const properties = [
    element("w:tcW", { "w:w": String(given.width), "w:type": "dxa" }),
    ...(given.columns > 1 ? [element("w:gridSpan", { "w:val": String(given.columns) })] : []),
    ...(given.isHeader ? [element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": "EEF1F5" })] : []),
  ];
  // A cell without a paragraph is damage to Word.
  return element("w:tc", {}, [
    element("w:tcPr", {}, properties),
    ...(cell.paragraphs.length > 0 ? paragraphs : [element("w:p")]),
  ]);
}

/** The columns run from the right when most of the paragraphs do; without any, as the document does. */
function directionOf(table: Table, document: Direction): Direction {
  const all = table.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
    .filter((one) => one.pieces.length > 0);
  if (all.length === 0) return document;
  const rtl = all.filter((paragraph) => paragraph.direction === "rtl").length;
  return rtl * 2 > all.length || (rtl * 2 === all.length && document === "rtl") ? "rtl" : "ltr";
}
