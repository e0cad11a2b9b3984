import { expect } from "vitest";
import { readAkomaNtoso, writeAkomaNtoso } from "../../src/akoma-ntoso.ts";
import type { Instrument } from "../../src/instrument.ts";
import { attribute, descendants, textOf } from "../../src/internal/xml/find.ts";
import { parseXml, type XmlElement } from "../../src/internal/xml/parse.ts";
import type { Loss } from "../../src/manuscript.ts";

const namespaces = new Map([
  ["http://docs.oasis-open.org/legaldocml/ns/akn/3.0", ""],
  ["urn:parley:akn:1", "parley"],
]);

export function bytesOf(xml: string): Uint8Array {
  return new TextEncoder().encode(xml);
}

/** The document as a tree, as any reader of XML sees it. */
export function treeOf(instrument: Instrument): XmlElement {
  return parseXml("out.xml", bytesOf(writeAkomaNtoso(instrument)), namespaces);
}

export function all(root: XmlElement, name: string): readonly XmlElement[] {
  return [...descendants(root, name)];
}

/** The one element of that name; fails when there are none or several. */
export function only(root: XmlElement, name: string): XmlElement {
  const found = all(root, name);
  expect(found, `elements called ${name}`).toHaveLength(1);
  return found[0] as XmlElement;
}

export function values(root: XmlElement, name: string, key: string): readonly (string | null)[] {
  return all(root, name).map((at) => attribute(at, key));
}

export function texts(root: XmlElement, name: string): readonly string[] {
  return all(root, name).map(textOf);
}

/** What is read from a file that must be taken. */
export function readXml(xml: string): { readonly instrument: Instrument; readonly losses: readonly Loss[] } {
  const read = readAkomaNtoso("in.xml", bytesOf(xml));
  if (!read.ok) throw new Error(`refused: ${read.refusal.message}`);
  return read;
}
