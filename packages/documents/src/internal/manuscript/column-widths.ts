import type { Cell, Table } from "../../manuscript.ts";

/**
 * Widths that add up to the width given. A column is as wide as the square root of its longest cell asks: long words
 * get more room, and short ones stay readable.
 */
export function columnWidths(table: Table, width: number): readonly number[] {
  const columns = table.rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.cells.reduce((sum, cell) => sum + columnsOf(cell), 0),
      ),
    1,
  );
  const needs: number[] = Array.from({ length: columns }, () => 3);
  for (const row of table.rows) {
    let column = 0;
    for (const cell of row.cells) {
      if (columnsOf(cell) === 1) needs[column] = Math.max(needs[column] ?? 0, Math.sqrt(Math.min(400, lengthOf(cell))));
      column += columnsOf(cell);
    }
  }
  const all = needs.reduce((sum, need) => sum + need, 0);
  const widths = needs.map((need) => Math.floor((width * need) / all));
  const spare = width - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, index) => (index === columns - 1 ? one + spare : one));
}

/** The characters of the longest paragraph. */
function lengthOf(cell: Cell): number {
  return cell.paragraphs.reduce((longest, { pieces }) => {
    const length = pieces.reduce((sum, piece) => sum + (piece.kind === "text" ? piece.text.length : 1), 0);
    return Math.max(longest, length);
  }, 0);
}

/** How many columns it covers, at least one. */
export function columnsOf(cell: Cell): number {
  return Math.max(1, Math.trunc(cell.columns) || 1);
}
