import type { InstrumentInline } from "../../instrument.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { type WordsPlace, writeWords } from "./write-words.ts";
import type { Writing } from "./writing.ts";

/** The words of a table as rows and cells: a break parts the rows, a "|" in plain text the cells. */
export function writeTable(writing: Writing, words: readonly InstrumentInline[], place: WordsPlace): XmlElement {
  const rows: (XmlElement | string)[][][] = [[[]]];
  // A bar in a piece that is marked as following another plain one stays a character, as in any other mark.
  for (const node of writeWords(writing, words, place)) {
    const row = rows.at(-1);
    if (typeof node !== "string") {
      if (node.name === "br") rows.push([[]]);
      else row?.at(-1)?.push(node);
      continue;
    }
    for (const [i, part] of node.split("|").entries()) {
      if (i > 0) row?.push([]);
      if (part !== "") row?.at(-1)?.push(part);
    }
  }
  const eId = writing.ids.take(place.within, "table");
  return element(
    "table",
    { eId },
    rows.map((cells, row) => writeRow(cells, row === 0 && rows.length > 1)),
  );
}

function writeRow(cells: readonly (readonly (XmlElement | string)[])[], isHead: boolean): XmlElement {
  return element(
    "tr",
    {},
    cells.map((nodes) => element(isHead ? "th" : "td", {}, [element("p", {}, nodes)])),
  );
}
