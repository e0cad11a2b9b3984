import type { InstrumentFront } from "../../instrument.ts";
import { attribute, child, childrenOf, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { localName } from "./read-foreign-inline.ts";
import { firstWords, foldedText, lose, type Reading } from "./reading.ts";

/** Tells what stands beside the text and was not carried: metadata, notes without a mark, changes to a printed copy. */
export function tellRest(reading: Reading, document: XmlElement, front: InstrumentFront): void {
  reading.at.count = 0;
  reading.at.near = "";
  if (reading.exact) compareFront(reading, document, front);
  tellMetadata(reading, document);
  tellUnmarkedNotes(reading);
}

/** The printed copy of the front matter, held against the front matter: a change to the copy alone is told. */
function compareFront(reading: Reading, document: XmlElement, front: InstrumentFront): void {
  const preface = child(document, "preface");
  for (const at of preface === null ? [] : childrenOf(preface, "p")) {
    const entry = attribute(at, "parley:front");
    if (entry !== "title" && entry !== "stage" && entry !== "date" && entry !== "notice") continue;
    if (textOf(at) === (front[entry] ?? "")) continue;
    lose(
      reading,
      "custom-part",
      `a change to the printed ${entry} (“${foldedText(at)}”); “${front[entry] ?? ""}” is kept`,
    );
  }
}

/** Metadata that a draft has a place for, or that only names what is in the file. */
const metadataRead: ReadonlySet<string> = new Set(["identification", "references", "notes"]);

function tellMetadata(reading: Reading, document: XmlElement): void {
  const meta = child(document, "meta");
  if (meta === null) return;
  const names = childrenOf(meta)
    .filter((at) => !metadataRead.has(at.name) && !(reading.exact && isWrittenByUs(at)))
    .map(({ name }) => localName(name));
  if (names.length === 0) return;
  lose(reading, "custom-part", `metadata that a draft has no place for (${[...new Set(names)].join(", ")})`);
}

/** Our front matter, and the list of our ids, which the ids themselves repeat. */
function isWrittenByUs(at: XmlElement): boolean {
  if (at.name === "proprietary") return child(at, "parley:front") !== null;
  return at.name === "analysis" && childrenOf(at).every(({ name }) => name === "mappings");
}

/** Notes among the metadata that no words refer to. */
function tellUnmarkedNotes(reading: Reading): void {
  for (const note of reading.notes.values()) {
    if (reading.noteLabels.has(note)) continue;
    lose(reading, "endnote", `a note without a mark in the text (“${firstWords(note)}”)`);
  }
}
