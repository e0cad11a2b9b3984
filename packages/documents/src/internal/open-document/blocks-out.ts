import type { Block, Cell, Paragraph, Row, Table } from "../../manuscript.ts";
import { columnsOf, columnWidths } from "../manuscript/column-widths.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { writeStory } from "./story-out.ts";
import { comment, type Inline, plainInline } from "./words-out.ts";
import type { Story, Writing } from "./writing.ts";

/** The body in order. */
export function writeBlocks(writing: Writing): readonly XmlElement[] {
  let at = 0;
  const next = () => {
    at += 1;
    return writing.numbering.ofBody[at - 1] ?? null;
  };
  const story: Story = { writing, kind: "body", next };
  let lead = writing.adrift.flatMap((adrift) => comment(writing, adrift));
  return stretches(writing.manuscript.blocks).flatMap((stretch) => {
    if ("rows" in stretch) return [writeTable({ ...story, kind: "cell" }, stretch)];
    const blocks = writeStory(story, stretch, lead, (id) => writeNote(writing, id));
    lead = [];
    return blocks;
  });
}

/** Paragraphs that follow each other, and the tables between them. */
function stretches(blocks: readonly Block[]): readonly (readonly Paragraph[] | Table)[] {
  const found: (Paragraph[] | Table)[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.kind === "table") found.push(block);
    else if (last !== undefined && !("rows" in last)) last.push(block);
    else found.push([block]);
  }
  return found;
}

/** A footnote, at the first place that names it. Its numbers are typed. */
function writeNote(writing: Writing, id: string): readonly Inline[] {
  const note = writing.notes.get(id);
  if (note === undefined || writing.notesWritten.has(id)) return [];
  writing.notesWritten.add(id);
  const story: Story = {
    writing,
    kind: "note",
    next: ({ label }) => (label === null ? null : { kind: "typed", text: label.text }),
  };
  const citation = plainInline(String(writing.notesWritten.size));
  const paragraphs = writeStory(story, note.paragraphs, [], () => []);
  return [
    element("text:note", { "text:id": id, "text:note-class": "footnote" }, [
      element("text:note-citation", {}, citation),
      element("text:note-body", {}, paragraphs),
    ]),
  ];
}

/** The width of the text on the page, in centimetres. */
const textWidthsCm = { portrait: 16, landscape: 24.7 } as const;

function writeTable(story: Story, table: Table): XmlElement {
  const { writing } = story;
  writing.tables += 1;
  const width = writing.manuscript.landscape ? textWidthsCm.landscape : textWidthsCm.portrait;
  const widths = columnWidths(table, width * 100).map((hundredths) => hundredths / 100);
  const columns = widths.map((one) =>
    element("table:table-column", { "table:style-name": writing.styles.column(one) }),
  );
  const rows = groupHeaders(table.rows.map((row) => ({ isHeader: row.isHeader, element: writeRow(story, row) })));
  const isRtl = directionOf(table, writing) === "rtl";
  const style = isRtl ? "ParleyTableRtl" : "ParleyTable";
  const attributes = { "table:name": `Table${writing.tables}`, "table:style-name": style };
  return element("table:table", attributes, [...columns, ...rows]);
}

function groupHeaders(rows: readonly { readonly isHeader: boolean; readonly element: XmlElement }[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = 0; at < rows.length; ) {
    const from = at;
    while (rows[at]?.isHeader) at += 1;
    const headers = rows.slice(from, at).map((row) => row.element);
    if (headers.length > 0) found.push(element("table:table-header-rows", {}, headers));
    const row = rows[at];
    if (row !== undefined) found.push(row.element);
    at += 1;
  }
  return found;
}

function writeRow(story: Story, row: Row): XmlElement {
  const { writing } = story;
  const isChanged = row.revisions.length > 0;
  const attributes = {
    "table:style-name": writing.styles.row(isChanged),
    "parley:row": isChanged ? writing.regions.change(row.revisions) : undefined,
  };
  const cells = row.cells.length > 0 ? row.cells : [{ paragraphs: [], columns: 1 }];
  return element(
    "table:table-row",
    attributes,
    cells.flatMap((cell) => writeCell(story, cell, row.isHeader)),
  );
}

function writeCell(story: Story, cell: Cell, isHeader: boolean): readonly XmlElement[] {
  const columns = columnsOf(cell);
  const attributes = {
    "table:style-name": isHeader ? "ParleyHeaderCell" : "ParleyCell",
    "table:number-columns-spanned": columns > 1 ? String(columns) : undefined,
    "office:value-type": "string",
  };
  const paragraphs = writeStory(story, cell.paragraphs, [], (id) => writeNote(story.writing, id));
  const covered = Array.from({ length: columns - 1 }, () => element("table:covered-table-cell"));
  return [element("table:table-cell", attributes, paragraphs), ...covered];
}

/** Columns run from the right when most paragraphs do. */
function directionOf(table: Table, { manuscript }: Writing): "ltr" | "rtl" {
  const all = table.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
    .filter((one) => one.pieces.length > 0);
  const rtl = all.filter((paragraph) => paragraph.direction === "rtl").length;
  return rtl * 2 > all.length || (rtl * 2 === all.length && manuscript.direction === "rtl") ? "rtl" : "ltr";
}
