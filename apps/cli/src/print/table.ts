import { columns, type Page, visible, wrap } from "./page.ts";

interface TableParts {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly indent?: number;
}

const gap = 2;
const columnMin = 10;

/**
 * A table aligned with spaces. Columns are as wide as their longest cell while they fit; then the widest ones give way
 * and their cells wrap.
 */
export function printTable(page: Page, { head, rows, indent = 2 }: TableParts): void {
  const cells = rows.map((row) => head.map((_, column) => visible(row[column] ?? "")));
  const longest = head.map((title, column) =>
    Math.max(columns(title), ...cells.map((row) => columns(row[column] ?? ""))),
  );
  const widths = fitted(longest, page.width - indent - gap * (head.length - 1));
  printRow(page, { cells: head, widths, indent, style: "dim" });
  for (const row of cells) printRow(page, { cells: row, widths, indent });
}

/** Takes columns from the widest, one at a time, until all fit or none may become narrower. */
function fitted(longest: readonly number[], room: number): number[] {
  const widths = [...longest];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= columnMin) break;
    widths[widths.indexOf(widest)] = widest - 1;
    over -= 1;
  }
  return widths;
}

interface RowParts {
  readonly cells: readonly string[];
  readonly widths: readonly number[];
  readonly indent: number;
  readonly style?: "dim";
}

function printRow(page: Page, { cells, widths, indent, style }: RowParts): void {
  const wrapped = cells.map((cell, column) => wrap(cell, { first: widths[column] ?? columnMin }));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  for (let line = 0; line < height; line += 1) {
    const row = wrapped.map((lines, column) => padded(lines[line] ?? "", widths[column] ?? 0)).join(" ".repeat(gap));
    page.raw(`${" ".repeat(indent)}${row}`, style);
  }
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}
