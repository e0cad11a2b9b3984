import type { InstrumentProvisionKind } from "../../instrument.ts";

/** The namespace of Akoma Ntoso 3.0. */
export const aknNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/** Our own namespace: what the standard has no place for. A change that old readers would misread takes a new one. */
export const parleyNamespace = "urn:parley:akn:1";

/** Namespaces read as Akoma Ntoso: the standard, its working and committee drafts, and the two versions before it. */
export const prefixesRead: ReadonlyMap<string, string> = new Map([
  [aknNamespace, ""],
  ...Array.from({ length: 34 }, (_, i): [string, string] => [
    `${aknNamespace}/${i < 17 ? "WD" : "CSD"}${String((i % 17) + 1).padStart(2, "0")}`,
    "",
  ]),
  ["http://www.akomantoso.org/2.0", ""],
  ["http://www.akomantoso.org/1.0", ""],
  [parleyNamespace, "parley"],
]);

export const provisionKinds: readonly InstrumentProvisionKind[] = [
  "part",
  "heading",
  "preamble",
  "paragraph",
  "definition",
  "annex",
  "table",
  "footnote",
  "map",
  "signature",
  "note",
];

/** The elements of the legislative hierarchy, in the standard's order, with its generic one. */
export const hierarchyElements: ReadonlySet<string> = new Set([
  "clause",
  "section",
  "part",
  "paragraph",
  "chapter",
  "title",
  "article",
  "book",
  "tome",
  "division",
  "list",
  "point",
  "indent",
  "alinea",
  "rule",
  "subrule",
  "proviso",
  "subsection",
  "subpart",
  "subparagraph",
  "subchapter",
  "subtitle",
  "subdivision",
  "subclause",
  "sublist",
  "level",
  "transitional",
  "hcontainer",
]);

/** What a date says when the draft has none; the schema demands one. */
export const noDate = "0001-01-01";
