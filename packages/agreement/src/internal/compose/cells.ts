import type { Agreement, Inline, Provision } from "../../model.ts";
import { Findings } from "../text/findings.ts";
import { tokenize } from "../text/tokens.ts";

/** The cells of a table, row by row. Bars part them; one in a bracket or behind a backslash does not. */
export function cellsOf(agreement: Agreement, table: Provision): readonly (readonly (readonly Inline[])[])[] {
  const rows: Inline[][][] = [[[]]];
  for (const piece of table.words) {
    const row = rows.at(-1);
    if (piece.kind === "break") rows.push([[]]);
    else if (piece.kind !== "words") row?.at(-1)?.push(piece);
    else
      splitAtBars(agreement, piece).forEach((words, order) => {
        if (order > 0) row?.push([]);
        row?.at(-1)?.push(...words);
      });
  }
  return rows;
}

type Words = Extract<Inline, { kind: "words" }>;

function splitAtBars({ file, source }: Agreement, piece: Words): Words[][] {
  if (!piece.text.includes("|")) return [[piece]];
  const texts = [""];
  for (const { kind, text } of tokenize(source, [piece.span], new Findings(file, source))) {
    // Braces after a bar are words of the next cell.
    if (kind === "bar") texts.push(text.slice(1));
    else texts.push((texts.pop() ?? "") + text);
  }
  // The spaces at the end of a stretch are no tokens, and part these words from what follows.
  texts.push((texts.pop() ?? "") + (/[ \t]+$/u.exec(piece.text)?.[0] ?? ""));
  return texts.map((text) => (text === "" ? [] : [{ ...piece, text }]));
}
