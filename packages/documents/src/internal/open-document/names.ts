/** The kind of file this is, as its first part says. */
export const mediaType = "application/vnd.oasis.opendocument.text";

/** Prefix to namespace: those of OpenDocument 1.3, LibreOffice's extensions, and ours. */
export const namespaces = {
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  draw: "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  meta: "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  presentation: "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
  field: "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
  manifest: "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
  xlink: "http://www.w3.org/1999/xlink",
  dc: "http://purl.org/dc/elements/1.1/",
  math: "http://www.w3.org/1998/Math/MathML",
  loext: "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
  parley: "urn:parley:open-document:1",
} as const;

/** Namespace to prefix, for reading. */
export const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]),
);

/** Names of styles that carry a meaning of ours. */
export const styleNames = {
  note: "ParleyNote",
  signature: "ParleySignature",
  number: "ParleyNumber",
  gap: "ParleyGap",
  literal: "ParleyLiteral",
  ambiguity: "ParleyAmbiguity",
} as const;

/** The user-defined property that holds `carried`. */
export const carriedProperty = "Parley carried";

/** One step of indentation, in centimetres: `Paragraph.level` counts these. The Word files use the same. */
export const stepCm = 1;

/**
 * What stands for a change without a date. The format wants one, and LibreOffice loses the place of deleted words that
 * have none. No program tracked changes on that day.
 */
export const noDate = "1970-01-01T00:00:00";
