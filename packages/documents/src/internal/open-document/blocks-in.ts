import { attribute, child, childrenOf, textOf, wholeAttribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { readChangeMark } from "./change-marks-in.ts";
import { readDrawing } from "./drawings-in.ts";
import { closeParagraph, type Draft, type Flow, type ListPlace } from "./flow.ts";
import type { List } from "./lists-in.ts";
import { outlineLevel, type ParagraphLook } from "./looks-in.ts";
import { freshDraft, lose, plainWords, type Reading, shown } from "./reading.ts";
import { readTable } from "./tables-in.ts";
import { readWords } from "./words-in.ts";

/** The item of a list that blocks stand in; its number goes to its first paragraph. */
interface Item {
  readonly list: List;
  readonly level: number;
  readonly from: number | null;
  readonly shown: string | null;
  isTaken: boolean;
}

/** Reads blocks one after the other into the flow. */
export function readBlocks(reading: Reading, flow: Flow, blocks: readonly XmlElement[]): void {
  for (const block of blocks) readBlock(reading, flow, block, null);
}

const declarations =
  /^(?:text:(?:tracked-changes|number|sequence-decls|variable-decls|user-field-decls|dde-connection-decls|alphabetical-index-auto-mark-file|soft-page-break|.*-source|index-title-template)|office:forms|office:event-listeners|table:calculation-settings|table:content-validations|table:label-ranges)$/;
const indexes =
  /^text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)$/;

function readBlock(reading: Reading, flow: Flow, block: XmlElement, item: Item | null): void {
  switch (block.name) {
    case "text:p":
    case "text:h":
      readParagraph(reading, flow, block, placeOf(reading, block, item));
      return;
    case "text:list":
      readList(reading, flow, block, item);
      return;
    case "text:numbered-paragraph":
      readNumbered(reading, flow, block);
      return;
    case "table:table":
      readTable(reading, flow, block);
      return;
    case "text:section":
      lose(reading, "section", `a section${named(block)}: its words are kept, its frame is not`);
      readInside(reading, flow, block, item);
      return;
    case "text:index-body":
    case "text:index-title":
      readInside(reading, flow, block, item);
      return;
    case "office:annotation":
    case "office:annotation-end":
      return;
  }
  if (declarations.test(block.name)) loseForms(reading, block);
  else if (indexes.test(block.name)) {
    lose(reading, "field", `an index or table of contents${named(block)}: its lines are kept as plain words`);
    readInside(reading, flow, block, item);
  } else if (!readChangeMark(reading, flow, block) && !readDrawing(reading, block)) readUnknown(reading, flow, block);
}

function readInside(reading: Reading, flow: Flow, parent: XmlElement, item: Item | null): void {
  for (const block of childrenOf(parent)) readBlock(reading, flow, block, item);
}

function named(element: XmlElement): string {
  const name = attribute(element, "text:name");
  return name === null ? "" : ` (${name})`;
}

function loseForms(reading: Reading, block: XmlElement): void {
  if (block.name !== "office:forms" || childrenOf(block).length === 0) return;
  lose(reading, "embedded-object", "a form to be filled in");
}

function readUnknown(reading: Reading, flow: Flow, block: XmlElement): void {
  const words = shown(textOf(block));
  if (words === "") return;
  lose(
    reading,
    "unknown-element",
    `something this program does not know (${block.name.replace(/^.*[:}]/, "")}): its words "${words}" are kept`,
  );
  beginParagraph(reading, flow, block, null);
  readWords(reading, flow, block);
  closeParagraph(flow);
}

/** In deleted words the first paragraph goes on where we stand, and the last is left open for what follows. */
function readParagraph(reading: Reading, flow: Flow, element: XmlElement, place: ListPlace | null): void {
  const look = reading.looks.paragraph(attribute(element, "text:style-name"));
  const joins = flow.depth > 0 && flow.joins && flow.current !== null;
  flow.joins = false;
  if (!joins) beginParagraph(reading, flow, element, place);
  const { depth } = flow;
  readWords(reading, flow, element, look.words);
  if (depth > 0) return;
  closeParagraph(flow, marksOf(reading, element));
}

function beginParagraph(reading: Reading, flow: Flow, element: XmlElement, place: ListPlace | null): void {
  closeParagraph(flow);
  const look = reading.looks.paragraph(attribute(element, "text:style-name"));
  const heading = headingLevel(element, look);
  const draft: Draft = freshDraft(flow, reading, {
    role: heading === null ? look.role : "heading",
    level: heading ?? look.level ?? place?.level ?? (look.role === "body" ? look.styleLevel : 0),
    direction: look.direction ?? reading.direction,
    place,
    isGap: look.isGap,
  });
  flow.current = draft;
  flow.blocks.push(draft);
}

function headingLevel(element: XmlElement, look: ParagraphLook): number | null {
  if (look.role === "title" || look.role === "subtitle") return null;
  return element.name === "text:h" ? outlineLevel(element) : look.headingLevel;
}

/** Changes of a paragraph's end that the format cannot mark, named by an attribute of ours. */
function marksOf(reading: Reading, element: XmlElement) {
  return regionsNamed(reading, attribute(element, "parley:end")).flatMap((region) => region.revisions);
}

function regionsNamed(reading: Reading, ids: string | null) {
  return (ids ?? "").split(/\s+/).flatMap((id) => reading.regions.get(id) ?? []);
}

function placeOf(reading: Reading, element: XmlElement, item: Item | null): ListPlace | null {
  if (item !== null) {
    if (item.isTaken) return null;
    item.isTaken = true;
    return item;
  }
  const outline = reading.lists.outline;
  if (element.name !== "text:h" || outline === null || attribute(element, "text:is-list-header") === "true")
    return null;
  const { listStyle } = reading.looks.paragraph(attribute(element, "text:style-name"));
  if (listStyle !== null && listStyle !== "Outline") return null;
  const restarts = attribute(element, "text:restart-numbering") === "true";
  const from = restarts ? wholeAttribute(element, "text:start-value") : null;
  return { list: outline, level: outlineLevel(element) - 1, from, shown: shownNumber(element) };
}

const deepest = 8;

function readList(reading: Reading, flow: Flow, element: XmlElement, outer: Item | null): void {
  const inherited = outer === null ? reading.lists.of(element) : outer.list;
  const styleName = attribute(element, "text:style-name");
  const list =
    outer === null || inherited === null || styleName === null
      ? inherited
      : reading.lists.restyled(inherited, styleName);
  const level = outer === null ? 0 : Math.min(deepest, outer.level + 1);
  for (const part of childrenOf(element)) {
    if (part.name === "text:list-item" && list !== null) {
      const from = wholeAttribute(part, "text:start-value");
      readInside(reading, flow, part, { list, level, from, shown: shownNumber(part), isTaken: false });
    } else if (part.name === "text:list-header" && list !== null) {
      readInside(reading, flow, part, { list, level, from: null, shown: null, isTaken: true });
    } else if (part.name === "text:list-item" || part.name === "text:list-header")
      readInside(reading, flow, part, null);
    else readBlock(reading, flow, part, null);
  }
}

function readNumbered(reading: Reading, flow: Flow, element: XmlElement): void {
  const list = reading.lists.named(attribute(element, "text:style-name"), attribute(element, "text:list-id"));
  const level = Math.min(deepest, Math.max(0, (wholeAttribute(element, "text:level") ?? 1) - 1));
  const from = wholeAttribute(element, "text:start-value");
  const item = list === null ? null : { list, level, from, shown: shownNumber(element), isTaken: false };
  readInside(reading, flow, element, item);
}

/** The number as the file itself prints it. */
function shownNumber(element: XmlElement): string | null {
  const number = child(element, "text:number");
  const words = number === null ? "" : plainWords(number).trim();
  return words === "" ? null : words;
}
