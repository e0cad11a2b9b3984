import type { Block, Paragraph, Row, Table } from "../../manuscript.ts";
import { inline, innerParagraph } from "./inline.ts";
import { call, list, literal } from "./literal.ts";
import type { Walk } from "./walk.ts";
import { gridOf } from "./widths.ts";

const levelMax = 8;
/** A label up to this many characters hangs left of the words; a longer one stands before them. */
const hangingMax = 5;
/** A header is repeated on every page when it leaves room for the rows. */
const repeatedMax = 600;

/** One block of the page as one call. Cost: linear in the words. */
export function blockCall(block: Block, walk: Walk): string {
  return block.kind === "table" ? table(block, walk) : paragraph(block, walk);
}

function paragraph(given: Paragraph, walk: Walk): string {
  if (isEmpty(given)) return call("gap");
  const body = inline(given, walk);
  const label = given.label === null || given.label.text === "" ? "none" : literal(given.label.text);
  const long = String((given.label?.text.length ?? 0) > hangingMax);
  const direction = literal(given.direction);
  const level = String(bounded(given.level, 0, levelMax));
  switch (given.role) {
    case "title":
      return call(firstTitle(walk) ? "top" : "big", direction, labelled(label, body));
    case "subtitle":
      return call("sub", direction, labelled(label, body));
    case "heading":
      if (!hasWords(given)) return call("p", "0", long, label, direction, call("b", body));
      return call("hd", String(bounded(given.level, 1, 9)), headingLevel(given, walk), long, label, direction, body);
    case "note":
      return call("note", direction, label, body);
    case "signature":
      return call("sig", direction, label, body);
    case "quote":
      return call("qt", level, direction, label, body);
    case "body":
      return call("p", level, long, label, direction, body);
  }
}

function isEmpty(given: Paragraph): boolean {
  const nothing = given.pieces.every((piece) => piece.kind === "text" && piece.text.trim() === "");
  return nothing && given.label === null && given.mark.length === 0 && given.formatting.length === 0;
}

/** A heading that says nothing may not be told as one. */
function hasWords(given: Paragraph): boolean {
  return given.pieces.some((piece) => piece.kind === "text" && /[\p{L}\p{N}\p{P}\p{S}]/u.test(piece.text));
}

function firstTitle(walk: Walk): boolean {
  const first = !walk.titled;
  walk.titled = true;
  return first;
}

/** A level for readers that follow tags: none is skipped, whatever the page looks like. */
function headingLevel(given: Paragraph, walk: Walk): string {
  walk.headingLevel = Math.min(bounded(given.level, 1, 9), walk.headingLevel + 1);
  return String(walk.headingLevel);
}

function labelled(label: string, body: string): string {
  return label === "none" ? body : call("j", label, literal(" "), body);
}

function bounded(level: number, least: number, most: number): number {
  return Number.isFinite(level) ? Math.min(most, Math.max(least, Math.floor(level))) : least;
}

function table(given: Table, walk: Walk): string {
  const grid = gridOf(given);
  if (grid.columns === 0) return call("gap");
  const firstOther = given.rows.findIndex((row) => !row.isHeader);
  const headers = firstOther < 0 ? given.rows.length : firstOther;
  const cells = given.rows.map((row, index) => rowCells(row, grid.spans[index] ?? [], grid.columns, walk));
  const again = String(mayRepeat(given.rows.slice(0, headers)));
  return call(
    "tbl",
    list(grid.shares.map(String)),
    again,
    list(cells.slice(0, headers).flat()),
    list(cells.slice(headers).flat()),
  );
}

/** A row that ends early is filled up, so that the next one starts on its own line. */
function rowCells(row: Row, spans: readonly number[], columns: number, walk: Walk): readonly string[] {
  const cells = row.cells.map((cell, index) => {
    const paragraphs = cell.paragraphs.map((each) => innerParagraph(each, walk, row.revisions));
    const body = paragraphs.length === 0 ? literal("") : call("paras", ...paragraphs);
    return call("c", String(spans[index] ?? 1), row.isHeader ? call("b", body) : body);
  });
  const missing = columns - spans.reduce((sum, span) => sum + span, 0);
  return missing > 0 ? [...cells, call("c", String(missing), literal(""))] : cells;
}

function mayRepeat(rows: readonly Row[]): boolean {
  const pieces = rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.flatMap((each) => each.pieces)));
  const length = pieces.reduce((sum, piece) => sum + (piece.kind === "text" ? piece.text.length : 10), 0);
  return length <= repeatedMax && pieces.every((piece) => piece.kind === "text");
}
