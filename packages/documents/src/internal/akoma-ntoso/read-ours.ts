import type { InstrumentInline, InstrumentProvision, InstrumentProvisionKind } from "../../instrument.ts";
import { attribute, child, childrenOf, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { provisionKinds } from "./profile.ts";
import { readOurTable } from "./read-table.ts";
import { readWords } from "./read-words.ts";
import { type BlocksReader, beginParagraph, noMarks, ourId, type Reading, statusOf } from "./reading.ts";

const kinds: ReadonlySet<string> = new Set(provisionKinds);
const wrappers: ReadonlySet<string> = new Set(["content", "intro"]);

/** True for an element that our profile marks as a provision. */
export function isOurs(at: XmlElement): boolean {
  return kinds.has(attribute(at, "parley:kind") ?? "");
}

/** A provision of our profile, exactly. A footnote that stands at its mark is fetched from there. */
export function readOurs(reading: Reading, at: XmlElement, readUnder: BlocksReader): readonly InstrumentProvision[] {
  const label = attribute(at, "parley:note");
  if (label === null) return [readProvision(reading, at, readUnder)];
  const note = reading.ourNotes.get(label);
  if (note === undefined || reading.ourNotesPlaced.has(label)) return [];
  reading.ourNotesPlaced.add(label);
  return [readProvision(reading, note, readUnder)];
}

/** Footnotes of our profile whose place in the text somebody removed, though their mark is there. */
export function unplacedNotes(reading: Reading, readUnder: BlocksReader): readonly InstrumentProvision[] {
  return [...reading.ourNotes.keys()].flatMap((label) => {
    const note = reading.ourNotes.get(label);
    return note === undefined || reading.ourNotesPlaced.has(label) ? [] : [readProvision(reading, note, readUnder)];
  });
}

function readProvision(reading: Reading, at: XmlElement, readUnder: BlocksReader): InstrumentProvision {
  const { heading, own, others } = partsOf(at);
  beginParagraph(reading, heading ?? own ?? at);
  const separator = attribute(at, "parley:separator") ?? "";
  return {
    ...ourId(at),
    kind: attribute(at, "parley:kind") as InstrumentProvisionKind,
    number: numberOf(at, separator),
    separator,
    heading: heading !== null || at.name === "longTitle",
    words: wordsOf(reading, heading ?? own),
    status: statusOf(reading, at),
    ...(reading.marks.get(attribute(at, "eId") ?? "") ?? noMarks),
    children: readUnder(reading, others, "paragraph"),
  };
}

interface Parts {
  readonly heading: XmlElement | null;
  /** The block of its own words. */
  readonly own: XmlElement | null;
  /** Provisions under it, and whatever somebody added. */
  readonly others: readonly XmlElement[];
}

function partsOf(at: XmlElement): Parts {
  const heading = child(at, "heading");
  const flat = childrenOf(at).flatMap((inner) => {
    if (wrappers.has(inner.name)) return childrenOf(inner);
    if (inner.name !== "doc") return [inner];
    const body = child(inner, "mainBody");
    return body === null ? [] : childrenOf(body);
  });
  const rest = flat.filter((inner) => inner.name !== "num" && inner !== heading);
  const [first] = rest;
  const isOwn = heading === null && first !== undefined && (first.name === "p" || first.name === "table");
  return { heading, own: isOwn ? first : null, others: isOwn ? rest.slice(1) : rest };
}

/** A note's number is its mark. */
function numberOf(at: XmlElement, separator: string): string | null {
  if (at.name === "authorialNote") return attribute(at, "marker");
  const element = child(at, "num");
  if (element === null) return null;
  const printed = textOf(element);
  return separator !== "" && printed.endsWith(separator) ? printed.slice(0, -separator.length) : printed;
}

function wordsOf(reading: Reading, from: XmlElement | null): readonly InstrumentInline[] {
  if (from === null) return [];
  return from.name === "table" ? readOurTable(reading, from) : readWords(reading, from);
}
