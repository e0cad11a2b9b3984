import type { InstrumentBracket } from "../../instrument.ts";
import { attribute, childrenOf, descendants } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { noteLabel } from "./note-labels.ts";
import { firstWords, foldedText, fragmentOf, freshId, lose, type Reading } from "./reading.ts";
import type { Emphasis, WordsBuilder } from "./words-builder.ts";

/** Reads what stands inside an element: the caller's own walk, so that marks of either kind may stand in each other. */
export type InsideReader = (reading: Reading, from: XmlElement, builder: WordsBuilder, emphasis: Emphasis) => void;

/** Blocks met among words, as in the cells of a table: a space parts their words from the others. */
const blocksInWords: ReadonlySet<string> = new Set(
  "block blockContainer blockList caption container content div heading intro item li listIntroduction listWrapUp num ol p subheading table tblock td th tr ul wrapUp".split(
    " ",
  ),
);

/** What stands inside a link and is more than its words. */
const moreThanWords: ReadonlySet<string> = new Set([
  "authorialNote",
  "noteRef",
  "ref",
  "a",
  "rref",
  "br",
  "fillIn",
  "img",
  "del",
]);

/** Structures inside words, whose text is kept and whose structure is told. */
const structures: ReadonlySet<string> = new Set(["quotedStructure", "embeddedStructure", "subFlow"]);

/** Adds an inline of the standard that is no mark of our profile. Its words are kept wherever they are words. */
export function readForeignInline(
  reading: Reading,
  node: XmlElement,
  builder: WordsBuilder,
  emphasis: Emphasis,
  readInside: InsideReader,
): void {
  switch (node.name) {
    case "b":
      readInside(reading, node, builder, "strong");
      break;
    case "i":
      readInside(reading, node, builder, emphasis === "strong" ? "strong" : "emphasis");
      break;
    case "br":
      builder.piece({ kind: "break" });
      break;
    case "ref":
    case "a":
    case "rref":
      readLink(reading, node, builder, () => readInside(reading, node, builder, emphasis));
      break;
    case "authorialNote":
      builder.piece({ kind: "footnote-mark", label: noteLabel(reading, node) });
      break;
    case "noteRef":
      readNoteRef(reading, node, builder, emphasis);
      break;
    case "fillIn":
      builder.piece(blank(reading));
      break;
    case "img":
      lose(reading, "picture", `a picture (${attribute(node, "src") ?? "without a name"})`);
      break;
    case "del":
      lose(reading, "unknown-element", `words marked as deleted (“${firstWords(node)}”)`);
      break;
    case "eol":
    case "eop":
    case "marker":
      break;
    default:
      readOther(reading, node, builder, emphasis, readInside);
  }
}

function readOther(
  reading: Reading,
  node: XmlElement,
  builder: WordsBuilder,
  emphasis: Emphasis,
  readInside: InsideReader,
): void {
  if (structures.has(node.name)) {
    lose(reading, "unknown-element", `the structure of a text quoted inside words (“${firstWords(node)}”)`);
    for (const inner of childrenOf(node)) {
      builder.text(" ", emphasis);
      readInside(reading, inner, builder, emphasis);
    }
    return;
  }
  if (node.name.startsWith("{")) {
    lose(reading, "unknown-element", `an element of another vocabulary (${localName(node.name)})`);
  }
  const parted = blocksInWords.has(node.name);
  if (parted) builder.text(" ", emphasis);
  readInside(reading, node, builder, emphasis);
  if (parted) builder.text(" ", emphasis);
}

export function localName(name: string): string {
  return name.slice(name.indexOf("}") + 1);
}

/** A link to a provision of this file is a reference; one that leads elsewhere keeps its words, and the address is told. */
function readLink(reading: Reading, node: XmlElement, builder: WordsBuilder, readWordsOf: () => void): void {
  const href = attribute(node, "href");
  const place = fragmentOf(href);
  const target = place === null ? undefined : reading.places.get(place);
  const text = holdsWordsOnly(node) ? foldedText(node) : "";
  if (place !== null && target !== undefined && text !== "") {
    builder.piece({ kind: "reference", text, target: attribute(target, "wId") ?? place });
    return;
  }
  readWordsOf();
  const where = href ?? attribute(node, "from");
  if (where !== null) lose(reading, "field", `a link to ${where} (its words, “${firstWords(node)}”, are kept)`);
}

function holdsWordsOnly(node: XmlElement): boolean {
  for (const inner of descendants(node)) if (moreThanWords.has(inner.name)) return false;
  return true;
}

function readNoteRef(reading: Reading, node: XmlElement, builder: WordsBuilder, emphasis: Emphasis): void {
  const place = fragmentOf(attribute(node, "href"));
  const note = place === null ? undefined : reading.notes.get(place);
  if (note !== undefined) {
    builder.piece({ kind: "footnote-mark", label: noteLabel(reading, note) });
    return;
  }
  const marker = attribute(node, "marker") ?? "";
  builder.text(marker, emphasis);
  lose(reading, "endnote", `a mark of a note that is not in the file (“${marker}”)`);
}

/** A dotted line to write on is a blank. */
function blank(reading: Reading): InstrumentBracket {
  return {
    kind: "bracket",
    id: freshId(reading, `blank-${reading.at.count}`),
    derived: true,
    blank: true,
    status: { kind: "proposed" },
    alternatives: [{ id: "1", party: null, unworded: false, words: [] }],
  };
}
