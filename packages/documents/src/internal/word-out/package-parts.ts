import type { Manuscript } from "../../manuscript.ts";
import type { PartToPack } from "../container/pack.ts";
import { planNumbering } from "../numbers/live-numbers.ts";
import { element, writeXml } from "../xml/write.ts";
import { writeBlocks } from "./body.ts";
import { commentParts } from "./comments.ts";
import { contentTypesPart, type PartKind } from "./content-types.ts";
import { fontTablePart } from "./fonts.ts";
import { footnotesPart } from "./footnotes.ts";
import { relationshipTypes as types, wordNamespaces } from "./namespaces.ts";
import { numberingPart } from "./numbering-part.ts";
import { footerPart, headerPart, sectionElement } from "./page-parts.ts";
import { carriedPart, carriedPropertiesPart, corePart } from "./properties.ts";
import { type Relationships, relationships } from "./relationships.ts";
import { settingsPart } from "./settings.ts";
import { stylesPart } from "./styles.ts";
import { beginWriting } from "./writing.ts";

/** A part with what it is. */
interface Part {
  readonly name: string;
  readonly kind: PartKind;
  readonly text: string;
}

/** The parts of the file: the list of their types, where the document is, the document, and what it refers to. */
export function packageParts(manuscript: Manuscript, dense: boolean): readonly PartToPack[] {
  const relations = relationships();
  const noteRelations = relationships();
  const parts = documentParts({ manuscript, dense }, relations, noteRelations);
  const root = relationships();
  root.to(types.document, "word/document.xml");
  root.to(types.coreProperties, "docProps/core.xml");
  const core: Part = { name: "docProps/core.xml", kind: "coreProperties", text: corePart(manuscript) };
  const carried = carriedParts(manuscript.carried, relations);
  const all = [...parts, ...carried.parts, core];
  return [
    { name: "[Content_Types].xml", text: contentTypesPart(all) },
    { name: "_rels/.rels", text: root.toXml() },
    ...all.map(({ name, text }) => ({ name, text })),
    { name: "word/_rels/document.xml.rels", text: relations.toXml() },
    ...(noteRelations.isEmpty() ? [] : [{ name: "word/_rels/footnotes.xml.rels", text: noteRelations.toXml() }]),
    ...carried.relations,
  ];
}

/** The parts under word/, the document first. Each is told to the document's relationships. */
function documentParts(
  { manuscript, dense }: { readonly manuscript: Manuscript; readonly dense: boolean },
  relations: Relationships,
  noteRelations: Relationships,
): readonly Part[] {
  const writing = beginWriting(manuscript);
  const numbering = planNumbering(manuscript);
  const numbers = numbering.ofBody.values();
  const story = { writing, relations, isBody: true, direction: manuscript.direction };
  const blocks = writeBlocks(story, manuscript, () => numbers.next().value ?? null);
  const footnotes = footnotesPart({ ...story, relations: noteRelations, isBody: false });
  const comments = commentParts(writing, manuscript.comments);
  const others: Part[] = [];
  const add = (kind: WordPart, name: string, text: string): string => {
    others.push({ name: `word/${name}`, kind, text });
    return relations.to(types[kind], name);
  };
  add("styles", "styles.xml", stylesPart(manuscript, dense));
  add("settings", "settings.xml", settingsPart(manuscript, { hasFootnotes: footnotes !== null }));
  add("fontTable", "fontTable.xml", fontTablePart());
  if (numbering.lists.length > 0) add("numbering", "numbering.xml", numberingPart(numbering.lists));
  if (footnotes !== null) add("footnotes", "footnotes.xml", footnotes);
  if (comments !== null) add("comments", "comments.xml", comments.comments);
  if (comments !== null) add("commentsExtended", "commentsExtended.xml", comments.extended);
  const header = headerPart(manuscript);
  const section = sectionElement(manuscript, dense, {
    header: header === null ? null : add("header", "header1.xml", header),
    footer: add("footer", "footer1.xml", footerPart(manuscript)),
  });
  const body = element("w:body", {}, [...blocks, section]);
  const text = writeXml(element("w:document", {}, [body]), wordNamespaces);
  return [{ name: "word/document.xml", kind: "document", text }, ...others];
}

type WordPart = Exclude<PartKind, "document" | "coreProperties" | "customXml" | "customXmlProperties">;

/** What travels unseen: a part of its own, its properties, and how the one leads to the other. */
function carriedParts(
  carried: string | null,
  relations: Relationships,
): { readonly parts: readonly Part[]; readonly relations: readonly PartToPack[] } {
  if (carried === null) return { parts: [], relations: [] };
  relations.to(types.customXml, "../customXml/item1.xml");
  const own = relationships();
  own.to(types.customXmlProperties, "itemProps1.xml");
  return {
    parts: [
      { name: "customXml/item1.xml", kind: "customXml", text: carriedPart(carried) },
      { name: "customXml/itemProps1.xml", kind: "customXmlProperties", text: carriedPropertiesPart() },
    ],
    relations: [{ name: "customXml/_rels/item1.xml.rels", text: own.toXml() }],
  };
}
