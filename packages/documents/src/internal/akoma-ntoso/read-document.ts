import type { Instrument, InstrumentFront, InstrumentProvision, InstrumentProvisionKind } from "../../instrument.ts";
import type { Loss } from "../../manuscript.ts";
import { refuse } from "../../refusal.ts";
import { attribute, child, childrenOf, descendants, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { foreignFront } from "./foreign-front.ts";
import { readFront } from "./front.ts";
import { readBlocks } from "./read-blocks.ts";
import { splitNumber } from "./read-hierarchy.ts";
import { readNotes } from "./read-notes.ts";
import { isOurs, readOurs, unplacedNotes } from "./read-ours.ts";
import { readWords } from "./read-words.ts";
import {
  beginParagraph,
  beginReading,
  blocksOf,
  foldedText,
  foreignId,
  noMarks,
  plainWords,
  type Reading,
} from "./reading.ts";
import { tellRest } from "./tell-rest.ts";

/** The whole document. Throws Refused for XML that is no Akoma Ntoso. */
export function readDocument(
  file: string,
  root: XmlElement,
): { readonly instrument: Instrument; readonly losses: readonly Loss[] } {
  const document = root.name === "akomaNtoso" ? childrenOf(root).find(({ name }) => name !== "components") : undefined;
  if (document === undefined || child(document, "meta") === null) {
    return refuse(
      "not-this-format",
      `${file} is XML, but no document in Akoma Ntoso.`,
      "Give the Akoma Ntoso file itself; its outermost element is akomaNtoso, with a document and its metadata inside.",
    );
  }
  const proprietary =
    [...descendants(child(document, "meta") ?? document, "proprietary")].find(
      (at) => child(at, "parley:front") !== null,
    ) ?? null;
  const reading = beginReading(root, proprietary);
  const ownFront = proprietary === null ? null : child(proprietary, "parley:front");
  const front = ownFront === null ? foreignFront(document) : readFront(ownFront);
  const provisions = [
    ...readParts(reading, document, front),
    ...childrenOf(root, "components").flatMap((at) => readAttachments(reading, at)),
  ];
  const footnotes = [...unplacedNotes(reading, readBlocks), ...readNotes(reading)];
  tellRest(reading, document, front);
  return {
    instrument: { front, provisions: [...provisions, ...footnotes] },
    losses: reading.losses,
  };
}

/** The parts of a document of any type, in order. */
function readParts(
  reading: Reading,
  document: XmlElement,
  front: Pick<InstrumentFront, "title"> | null,
): readonly InstrumentProvision[] {
  return childrenOf(document).flatMap((part) => {
    switch (part.name) {
      case "meta":
        return [];
      case "coverPage":
      case "preface":
      case "header":
        return readPreface(reading, part, front?.title ?? null);
      case "preamble":
        return readBlocks(reading, blocksOf(part), "preamble");
      case "conclusions":
        return readBlocks(reading, blocksOf(part), "signature");
      case "attachments":
      case "components":
      case "collectionBody":
        return readAttachments(reading, part);
      default:
        return readBlocks(reading, blocksOf(part), "paragraph");
    }
  });
}

/** What is printed before the text; the title is not said twice, and what we print of the front matter is no provision. */
function readPreface(reading: Reading, preface: XmlElement, title: string | null): readonly InstrumentProvision[] {
  return blocksOf(preface).flatMap((at) => {
    if (isOurs(at)) return readOurs(reading, at, readBlocks);
    if (attribute(at, "parley:front") !== null) return [];
    if (title !== null && foldedText(at) === title.replace(/\s+/gu, " ").trim()) return [];
    const blocks = readBlocks(reading, [at], "preamble");
    return at.name === "longTitle"
      ? blocks.map((block): InstrumentProvision => ({ ...block, kind: "heading", heading: true }))
      : blocks;
  });
}

function readAttachments(reading: Reading, attachments: XmlElement): readonly InstrumentProvision[] {
  return childrenOf(attachments).flatMap((at) => {
    if (isOurs(at)) return readOurs(reading, at, readBlocks);
    const document = childrenOf(at).find((inner) => child(inner, "meta") !== null);
    return document === undefined
      ? readBlocks(reading, childrenOf(at), "paragraph")
      : [readAttachment(reading, at, document)];
  });
}

/** A document inside another is an annex under its heading, or under its own title. */
function readAttachment(reading: Reading, at: XmlElement, document: XmlElement): InstrumentProvision {
  const heading = child(at, "heading");
  const title = foreignFront(document).title ?? attribute(document, "name") ?? "";
  const number = child(at, "num");
  beginParagraph(reading, heading ?? at);
  const subheading: InstrumentProvisionKind = "paragraph";
  return {
    ...foreignId(reading, at),
    kind: "annex",
    ...splitNumber(number === null ? "" : textOf(number)),
    heading: true,
    words: heading === null ? plainWords(title) : readWords(reading, heading),
    status: { kind: "proposed" },
    ...noMarks,
    children: [
      ...readBlocks(reading, childrenOf(at, "subheading"), subheading),
      ...readParts(reading, document, heading === null ? { title } : null),
    ],
  };
}
