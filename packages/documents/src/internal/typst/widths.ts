import type { Row, Table } from "../../manuscript.ts";

/** A table on a grid: where each cell stands, and how the columns share the page. */
export interface Grid {
  readonly columns: number;
  /** For each row the columns that each of its cells covers; they add up to at most `columns`. */
  readonly spans: readonly (readonly number[])[];
  /** Shares of the width, whole numbers from 3 to 24. */
  readonly shares: readonly number[];
}

/** More than any page holds; it only keeps the sums exact. */
const columnsMax = 1_000_000;

/** Only the column edges that some row uses count, so that a cell said to cover a million columns costs nothing. */
export function gridOf(table: Table): Grid {
  const edges = table.rows.map(edgesOf);
  const used = [...new Set(edges.flat())].sort((a, b) => a - b);
  const place = new Map(used.map((edge, index) => [edge, index + 1]));
  const spans = edges.map((row) =>
    row.map((edge, index) => (place.get(edge) ?? 1) - (index === 0 ? 0 : (place.get(row[index - 1] ?? 0) ?? 0))),
  );
  return { columns: used.length, spans, shares: sharesOf(table, spans, used.length) };
}

function edgesOf(row: Row): number[] {
  let at = 0;
  return row.cells.map((cell) => {
    at += Number.isFinite(cell.columns) ? Math.min(Math.max(1, Math.floor(cell.columns)), columnsMax) : 1;
    return at;
  });
}

/** Wider for more words, by the root, and never narrower than the longest word asks for. */
function sharesOf(table: Table, spans: readonly (readonly number[])[], columns: number): readonly number[] {
  const most = new Array<number>(columns).fill(0);
  const longest = new Array<number>(columns).fill(0);
  for (const [at, row] of table.rows.entries()) {
    let column = 0;
    for (const [index, cell] of row.cells.entries()) {
      const covers = spans[at]?.[index] ?? 1;
      if (covers === 1) {
        const words = cell.paragraphs
          .map((paragraph) => paragraph.pieces.map((piece) => (piece.kind === "text" ? piece.text : "")).join(""))
          .join(" ");
        most[column] = Math.max(most[column] ?? 0, words.length);
        for (const word of words.split(/\s+/))
          longest[column] = Math.max(longest[column] ?? 0, Math.min(word.length, 16));
      }
      column += covers;
    }
  }
  return most.map((length, column) =>
    Math.min(24, Math.max(3, Math.round(Math.sqrt(length) * 1.2), longest[column] ?? 0)),
  );
}
