import { element, writeXml } from "../xml/write.ts";
import type { relationshipTypes } from "./namespaces.ts";

/** A kind of part; links lead out of the file. */
export type PartKind = Exclude<keyof typeof relationshipTypes, "hyperlink">;

const word = (name: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;

const contentTypes = {
  document: word("document.main"),
  styles: word("styles"),
  settings: word("settings"),
  fontTable: word("fontTable"),
  numbering: word("numbering"),
  footnotes: word("footnotes"),
  comments: word("comments"),
  commentsExtended: word("commentsExtended"),
  header: word("header"),
  footer: word("footer"),
  coreProperties: "application/vnd.openxmlformats-package.core-properties+xml",
  customXml: null,
  customXmlProperties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
} as const satisfies Record<PartKind, string | null>;

/** The part [Content_Types].xml. What is not named there is plain XML. */
export function contentTypesPart(parts: readonly { readonly name: string; readonly kind: PartKind }[]): string {
  const overrides = parts.flatMap(({ name, kind }) => {
    const type = contentTypes[kind];
    return type === null ? [] : [element("Override", { PartName: `/${name}`, ContentType: type })];
  });
  const relations = "application/vnd.openxmlformats-package.relationships+xml";
  return writeXml(
    element("Types", {}, [
      element("Default", { Extension: "rels", ContentType: relations }),
      element("Default", { Extension: "xml", ContentType: "application/xml" }),
      ...overrides,
    ]),
    { "": "http://schemas.openxmlformats.org/package/2006/content-types" },
  );
}
