import type { InstrumentProvision } from "../../instrument.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { type ElementChoice, elementFor } from "./element-names.ts";
import { writeTable } from "./write-table.ts";
import { statusAttributes, writeWords } from "./write-words.ts";
import { idAttributes, noteMarks, type Writing } from "./writing.ts";

/** A provision of the main body and what stands under it. */
export function writeProvision(
  writing: Writing,
  provision: InstrumentProvision,
  within: string,
  inNote = false,
): XmlElement {
  const held = inNote ? null : noteAtMark(writing, provision);
  if (held !== null) return writePointer(writing, held, within);
  const choice = elementFor(provision);
  const { eId, attributes } = ownAttributes(writing, provision, within, choice);
  const inside = inNote || provision.kind === "footnote";
  const own = writeOwnWords(writing, provision, eId, inside);
  const children = provision.children.map((child) => writeProvision(writing, child, eId, inside));
  const body = wrapOwnWords(writing, provision, eId, own);
  return element(choice.element, { ...attributes }, [...writeNumber(provision), ...body, ...children]);
}

/** The attributes that every provision of ours bears, whatever its element. */
export function ownAttributes(
  writing: Writing,
  provision: InstrumentProvision,
  within: string,
  { element: name, name: generic }: ElementChoice,
): { readonly eId: string; readonly attributes: Readonly<Record<string, string | undefined>> } {
  const eId = writing.ids.take(within, name, provision.number);
  noteMarks(writing, eId, provision);
  const attributes = {
    name: generic,
    ...idAttributes(writing, eId, provision),
    "parley:kind": provision.kind,
    "parley:separator": provision.separator === "" ? undefined : provision.separator,
    ...statusAttributes(writing, provision.status),
  };
  return { eId, attributes };
}

export function writeNumber({ number, separator }: InstrumentProvision): readonly XmlElement[] {
  if (number === null) return [];
  const printed = `${number}${separator}`;
  return [element("num", {}, printed === "" ? [] : [printed])];
}

/** The provision's words as a heading, a table or a paragraph of text. */
export function writeOwnWords(
  writing: Writing,
  provision: InstrumentProvision,
  eId: string,
  inNote: boolean,
): XmlElement {
  const place = { within: eId, inNote };
  if (provision.heading) {
    const headingId = writing.ids.take(eId, "heading");
    return element("heading", { eId: headingId }, writeWords(writing, provision.words, place));
  }
  if (provision.kind === "table") return writeTable(writing, provision.words, place);
  return element("p", {}, writeWords(writing, provision.words, place));
}

function wrapOwnWords(
  writing: Writing,
  { heading, words, children }: InstrumentProvision,
  eId: string,
  own: XmlElement,
): readonly XmlElement[] {
  if (heading) return [own];
  if (children.length > 0 && words.length === 0) return [];
  const wrapper = children.length > 0 ? "intro" : "content";
  return [element(wrapper, { eId: writing.ids.take(eId, wrapper) }, [own])];
}

/** The label of a footnote that is written at its mark, when this is its place in the tree. */
function noteAtMark(writing: Writing, { kind, number }: InstrumentProvision): string | null {
  if (kind !== "footnote" || number === null || !writing.notes.has(number)) return null;
  if (writing.notePlacesMet.has(number)) return null;
  writing.notePlacesMet.add(number);
  return number;
}

/** Keeps the place of a footnote in the tree; its words stand at the mark. */
function writePointer(writing: Writing, label: string, within: string): XmlElement {
  const eId = writing.ids.take(within, "hcontainer");
  return element("hcontainer", { name: "footnote", eId, "parley:kind": "footnote", "parley:note": label });
}

/** A footnote with all that stands under it, inside the words that refer to it. */
export function writeNote(writing: Writing, note: InstrumentProvision, within: string): XmlElement {
  const label = note.number ?? "";
  const { eId, attributes } = ownAttributes(writing, note, within, { element: "authorialNote", name: undefined });
  writing.notesAtMarks.set(label, eId);
  const own = writeOwnWords(writing, note, eId, true);
  const children = note.children.map((child) => writeProvision(writing, child, eId, true));
  return element("authorialNote", { ...attributes, marker: label, placement: "bottom" }, [own, ...children]);
}
