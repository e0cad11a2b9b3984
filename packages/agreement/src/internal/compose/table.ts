import type { DraftInline } from "../../draft-text.ts";
import { inlineSource } from "./inlines.ts";

/** How long the rule under the head of a table may be to be read as one. */
const ruleLengthMax = 1900;

/** The rows of a pipe table, the first its head. No rows give no lines. */
export function tableSource(rows: readonly (readonly (readonly DraftInline[])[])[]): string[] {
  const [head, ...others] = rows.map(rowSource);
  if (head === undefined) return [];
  const columns = Math.max(1, rows[0]?.length ?? 0);
  const rule = `|${" --- |".repeat(columns)}`;
  return rule.length > ruleLengthMax ? [head, ...others] : [head, rule, ...others];
}

function rowSource(cells: readonly (readonly DraftInline[])[]): string {
  const said = cells.map((cell) => cellSource(inlineSource(cell)));
  return `|${(said.length === 0 ? [""] : said).map((cell) => (cell === "" ? "  |" : ` ${cell} |`)).join("")}`;
}

/** Hyphens or colons alone would be the rule under a head, and braces at a cell's end attributes. */
function cellSource(source: string): string {
  return /^[-:]/u.test(source) ? `\\${source}` : source;
}
