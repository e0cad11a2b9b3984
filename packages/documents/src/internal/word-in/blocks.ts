import type { Block, Paragraph } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { readMark } from "./marks.ts";
import { readParagraph } from "./paragraphs.ts";
import { chosen, readUnknown } from "./runs.ts";
import { sectionChanges } from "./sections.ts";
import { checkDepth, endStretch, lose, type Story } from "./story.ts";
import { readRows } from "./tables.ts";
import { wordsOf } from "./words-of.ts";

/** Where blocks go: into the document, or into a cell or a note, which hold paragraphs only. */
export interface Place {
  readonly blocks: Block[] | null;
  readonly paragraphs: Paragraph[];
}

const wrappers = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:del", "w:moveFrom", "w:moveTo"]);
const nothing = new Set("w:sdtPr w:sdtEndPr w:customXmlPr w:tcPr w:proofErr w:permStart w:permEnd".split(" "));

/** Reads paragraphs and tables, whatever wraps them. */
export function readBlocks(story: Story, element: XmlElement, place: Place, depth: number): void {
  checkDepth(depth);
  for (const node of element.children) {
    if (typeof node === "string") {
      if (node.trim() !== "") readStray(story, node.trim(), place, depth);
      continue;
    }
    if (node.name === "w:p") addParagraph(story, node, place, depth + 1);
    else if (node.name === "w:r")
      addParagraph(story, { name: "w:p", attributes: {}, children: [node] }, place, depth + 1);
    else if (node.name === "w:tbl") readTable(story, node, place, depth + 1);
    else if (wrappers.has(node.name)) readBlocks(story, node, place, depth + 1);
    else if (node.name === "mc:AlternateContent") readBlocks(story, chosen(node), place, depth + 1);
    else if (node.name === "w:sectPr") story.waitingFormatting.push(...sectionChanges(node));
    else if (node.name === "w:altChunk") lose(story, "embedded-object", "a document placed inside this one");
    else if (!nothing.has(node.name) && !readMark(story, node)) {
      readUnknown(story, node, () => readBlocks(story, node, place, depth + 1));
    }
  }
}

function readInside(story: Story, cell: XmlElement, paragraphs: Paragraph[], depth: number): void {
  readBlocks(story, cell, { blocks: null, paragraphs }, depth);
}

function addParagraph(story: Story, element: XmlElement, place: Place, depth: number): void {
  const paragraph = readParagraph(story, element, depth);
  if (paragraph !== null) (place.blocks ?? place.paragraphs).push(paragraph);
}

const nestedWordsMax = 80;

/** A table inside a cell or a note cannot be held: its words stay, as paragraphs. */
function readTable(story: Story, element: XmlElement, place: Place, depth: number): void {
  endStretch(story);
  if (place.blocks === null) {
    const words = wordsOf(element, nestedWordsMax);
    lose(story, "nested-table", `a table inside a cell or a note; its words are kept as paragraphs: “${words}”`);
    for (const row of readRows(story, element, depth, readInside)) {
      for (const cell of row.cells) for (const one of cell.paragraphs) place.paragraphs.push(one);
    }
  } else place.blocks.push({ kind: "table", rows: readRows(story, element, depth, readInside) });
}

/** Words outside any paragraph get one of their own. */
function readStray(story: Story, text: string, place: Place, depth: number): void {
  const words = { name: "w:t", attributes: { "xml:space": "preserve" }, children: [text] };
  const run = { name: "w:r", attributes: {}, children: [words] };
  addParagraph(story, { name: "w:p", attributes: {}, children: [run] }, place, depth + 1);
}
