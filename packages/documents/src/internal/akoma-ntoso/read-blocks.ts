import type { InstrumentInline, InstrumentProvision, InstrumentProvisionKind } from "../../instrument.ts";
import { attribute, child, childrenOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { hierarchyElements } from "./profile.ts";
import { localName } from "./read-foreign-inline.ts";
import { readHierarchy } from "./read-hierarchy.ts";
import { isOurs, readOurs } from "./read-ours.ts";
import { readForeignTable } from "./read-table.ts";
import { readWords } from "./read-words.ts";
import {
  beginParagraph,
  blocksOf,
  firstWords,
  foldedText,
  foreignId,
  holdsOnly,
  lose,
  plainWords,
  type Reading,
} from "./reading.ts";

/** Elements that hold words and become a paragraph. */
const paragraphs: ReadonlySet<string> = new Set([
  "p",
  "block",
  "listIntroduction",
  "listWrapUp",
  "caption",
  "num",
  "from",
  "scene",
  "narrative",
  "summary",
]);

/** Elements with a number, a heading and blocks, outside the hierarchy. */
const numbered: ReadonlySet<string> = new Set(["item", "tblock", "blockContainer", "recital", "citation"]);

/**
 * Reads elements one after the other. `kind` is what an unmarked paragraph among them is. Containers that say nothing
 * of their own are opened in place, without recursion, so that no nesting of them costs more than their length.
 */
export function readBlocks(
  reading: Reading,
  elements: readonly XmlElement[],
  kind: InstrumentProvisionKind,
): readonly InstrumentProvision[] {
  const provisions: InstrumentProvision[] = [];
  const open = [{ elements, kind, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const at = top.elements[top.next];
    top.next += 1;
    if (at === undefined) {
      open.pop();
      continue;
    }
    const block = readBlock(reading, at, top.kind);
    if (block === null) open.push({ elements: blocksOf(at), kind: kindInside(at) ?? top.kind, next: 0 });
    else for (const provision of block) provisions.push(provision);
  }
  return provisions;
}

/** What one element becomes; null for a container whose contents stand for it. */
function readBlock(
  reading: Reading,
  at: XmlElement,
  kind: InstrumentProvisionKind,
): readonly InstrumentProvision[] | null {
  const { name } = at;
  if (attribute(at, "parley:piece") === "nothing" && at.children.length === 0) return [];
  if (isOurs(at)) return readOurs(reading, at, readBlocks);
  if (hierarchyElements.has(name) || numbered.has(name)) return [readHierarchy(reading, at, kind, readBlocks)];
  if (paragraphs.has(name)) return readParagraph(reading, at, kind);
  if (name === "heading" || name === "subheading" || name === "crossHeading") return [readCrossHeading(reading, at)];
  if ((name === "ul" || name === "ol") && holdsOnly(at, "li")) {
    return childrenOf(at, "li").map((li, i) => readListItem(reading, li, name, i, kind));
  }
  if (name === "table" && isTable(at)) return readTableBlock(reading, at, kind);
  if (name === "recitals" || name === "citations") return readRecitals(reading, at);
  const untold = told(at);
  if (untold !== null) {
    lose(reading, untold.code, untold.what);
    return [];
  }
  if (name.startsWith("{")) lose(reading, "unknown-element", `an element of another vocabulary (${localName(name)})`);
  return null;
}

/** What is no text of the instrument, or cannot be text here: told and left out. */
function told(at: XmlElement): { readonly code: "field" | "equation" | "custom-part"; readonly what: string } | null {
  switch (at.name) {
    case "toc":
      return { code: "field", what: "the table of contents, which can be made again" };
    case "foreign":
      return { code: "equation", what: `a formula or another thing that is not text (“${firstWords(at)}”)` };
    case "componentRef":
    case "documentRef":
      return {
        code: "custom-part",
        what: `a part kept in another file (${attribute(at, "src") ?? attribute(at, "href") ?? "unnamed"})`,
      };
    case "meta":
      return { code: "custom-part", what: "metadata of a document inside this one" };
    default:
      return null;
  }
}

/** The kind of the paragraphs in a container that names it. */
function kindInside(at: XmlElement): InstrumentProvisionKind | null {
  if (at.name === "recitals" || at.name === "citations") return "preamble";
  const name = attribute(at, "name");
  return at.name === "container" && (name === "note" || name === "signature") ? name : null;
}

/** A paragraph of the text without a number. */
function unnumbered(
  reading: Reading,
  at: XmlElement,
  kind: InstrumentProvisionKind,
  words: readonly InstrumentInline[],
): InstrumentProvision {
  return {
    ...foreignId(reading, at),
    kind,
    number: null,
    separator: "",
    heading: false,
    words,
    status: { kind: "proposed" },
    attributes: {},
    classes: [],
    children: [],
  };
}

function readParagraph(
  reading: Reading,
  at: XmlElement,
  kind: InstrumentProvisionKind,
): readonly InstrumentProvision[] {
  beginParagraph(reading, at);
  const words = readWords(reading, at);
  return words.length === 0 ? [] : [unnumbered(reading, at, kind, words)];
}

function readCrossHeading(reading: Reading, at: XmlElement): InstrumentProvision {
  beginParagraph(reading, at);
  return { ...unnumbered(reading, at, "heading", readWords(reading, at)), heading: true };
}

function readListItem(
  reading: Reading,
  li: XmlElement,
  list: "ul" | "ol",
  place: number,
  kind: InstrumentProvisionKind,
): InstrumentProvision {
  beginParagraph(reading, li);
  const isBlock = (node: XmlElement | string): node is XmlElement =>
    typeof node !== "string" && (node.name === "ul" || node.name === "ol" || node.name === "p");
  const inline = li.children.filter((node) => !isBlock(node));
  const own = readWords(reading, { ...li, children: inline });
  const id = foreignId(reading, li);
  const blocks = readBlocks(reading, li.children.filter(isBlock), kind);
  const [first, ...rest] = blocks;
  const takesFirst = own.length === 0 && first?.number === null && first.children.length === 0;
  return {
    ...unnumbered(reading, li, kind, takesFirst ? first.words : own),
    ...id,
    number: list === "ul" ? "•" : `${attribute(li, "value") ?? place + 1}.`,
    children: takesFirst ? rest : blocks,
  };
}

/** Words outside its cells make a table of a damaged file a mere container, so that they are kept. */
function isTable(at: XmlElement): boolean {
  return holdsOnly(at, "tr", "caption") && childrenOf(at, "tr").every((row) => holdsOnly(row, "td", "th"));
}

function readTableBlock(
  reading: Reading,
  at: XmlElement,
  kind: InstrumentProvisionKind,
): readonly InstrumentProvision[] {
  const caption = child(at, "caption");
  const before = caption === null ? [] : readParagraph(reading, caption, kind);
  beginParagraph(reading, at);
  return [...before, unnumbered(reading, at, "table", readForeignTable(reading, at))];
}

/** Recitals under a heading of their own stand under it; without one they follow one another. */
function readRecitals(reading: Reading, at: XmlElement): readonly InstrumentProvision[] | null {
  const heading = child(at, "heading");
  if (heading === null) return null;
  const under = readCrossHeading(reading, heading);
  const number = child(at, "num");
  const words = number === null ? under.words : [...plainWords(`${foldedText(number)} `), ...under.words];
  const others = blocksOf(at).filter((inner) => inner !== heading && inner !== number);
  return [{ ...under, words, children: readBlocks(reading, others, "preamble") }];
}
