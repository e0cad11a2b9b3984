import type { InstrumentInline } from "../../instrument.ts";
import { attribute, childrenOf, descendants } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { readInto } from "./read-words.ts";
import { lose, type Reading } from "./reading.ts";
import { type WordsBuilder, wordsBuilder } from "./words-builder.ts";

/** The words of a table of our profile: a break for every new row, a bar for every new cell. */
export function readOurTable(reading: Reading, table: XmlElement): readonly InstrumentInline[] {
  const builder = wordsBuilder(true);
  for (const [row, tr] of childrenOf(table, "tr").entries()) {
    if (row > 0) builder.piece({ kind: "break" });
    for (const [cell, td] of childrenOf(tr).entries()) {
      if (cell > 0) builder.text("|", "none");
      for (const block of childrenOf(td)) readInto(reading, block, builder, "none");
    }
  }
  return builder.done();
}

/** The words of a table of another file; what its cells have beyond rows and columns is told. */
export function readForeignTable(reading: Reading, table: XmlElement): readonly InstrumentInline[] {
  const builder = wordsBuilder(false);
  let isMerged = false;
  for (const [row, tr] of childrenOf(table, "tr").entries()) {
    if (row > 0) builder.piece({ kind: "break" });
    for (const [cell, td] of childrenOf(tr).entries()) {
      if (cell > 0) builder.text(" | ", "none");
      isMerged ||= spans(td, "colspan") || spans(td, "rowspan");
      readCell(reading, td, builder);
    }
  }
  if (isMerged) lose(reading, "merged-cells", "cells of a table that cover several columns or rows");
  return builder.done();
}

function spans(cell: XmlElement, name: string): boolean {
  const value = attribute(cell, name);
  return value !== null && value.trim() !== "1";
}

function readCell(reading: Reading, cell: XmlElement, builder: WordsBuilder): void {
  for (const inner of descendants(cell, "table")) {
    if (inner.name === "table") {
      lose(reading, "nested-table", "a table inside a table (its words are kept)");
      break;
    }
  }
  readInto(reading, cell, builder, "none");
}
