import type { RawPart } from "./raw-zip.ts";

export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const contentTypes = (type = mainType, more = "") =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${type}"/>${more}</Types>`;

export const packageRelationships = (target = "word/document.xml", more = "") =>
  `${declaration}<Relationships xmlns="${relationships}">` +
  `<Relationship Id="rId1" Type="${officeDocument}" Target="${target}"${more}/></Relationships>`;

export const documentXml = (body = "<w:p><w:r><w:t>The parties agree.</w:t></w:r></w:p>") =>
  `${declaration}<w:document xmlns:w="${wordNamespace}"><w:body>${body}<w:sectPr/></w:body></w:document>`;

/** The parts of a small Word document, some of them replaced or added. A part given as null is left out. */
export function wordParts(
  changes: Readonly<Record<string, Partial<RawPart> | string | null>> = {},
): readonly RawPart[] {
  return withChanges(
    {
      "[Content_Types].xml": contentTypes(),
      "_rels/.rels": packageRelationships(),
      "word/document.xml": documentXml(),
    },
    changes,
  );
}

const openDocumentNamespaces = ["office", "text", "style", "manifest", "script"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

export const contentXml = (body = "<text:p>The parties agree.</text:p>") =>
  `${declaration}<office:document-content ${openDocumentNamespaces} office:version="1.3"><office:body><office:text>` +
  `${body}</office:text></office:body></office:document-content>`;

export const manifestXml = (inside = "") =>
  `${declaration}<manifest:manifest ${openDocumentNamespaces} manifest:version="1.3">` +
  '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>' +
  `<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">${inside}</manifest:file-entry>` +
  "</manifest:manifest>";

/** The parts of a small OpenDocument text, some of them replaced or added. A part given as null is left out. */
export function openDocumentParts(
  changes: Readonly<Record<string, Partial<RawPart> | string | null>> = {},
): readonly RawPart[] {
  return withChanges(
    {
      mimetype: { content: "application/vnd.oasis.opendocument.text", method: 0 },
      "content.xml": contentXml(),
      "styles.xml": `${declaration}<office:document-styles ${openDocumentNamespaces} office:version="1.3"/>`,
      "META-INF/manifest.xml": manifestXml(),
    },
    changes,
  );
}

function withChanges(
  parts: Readonly<Record<string, Partial<RawPart> | string>>,
  changes: Readonly<Record<string, Partial<RawPart> | string | null>>,
): readonly RawPart[] {
  return Object.entries({ ...parts, ...changes }).flatMap(([name, part]) =>
    part === null ? [] : [typeof part === "string" ? { name, content: part } : { name, ...part }],
  );
}
