/** The vocabularies of a Word file, by the prefixes used here (ECMA-376, transitional; [MS-DOCX] for w14 and w15). */
export const wordNamespaces = {
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
} as const;

/** The comments say by w14:paraId which reply belongs where; readers that do not know it are told to pass over it. */
export const commentNamespaces = {
  w: wordNamespaces.w,
  mc: "http://schemas.openxmlformats.org/markup-compatibility/2006",
  w14: "http://schemas.microsoft.com/office/word/2010/wordml",
  w15: "http://schemas.microsoft.com/office/word/2012/wordml",
} as const;

/** The part that travels unseen. */
export const carriedNamespace = "urn:parley:carried:1";

const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Kinds of relationship between parts. */
export const relationshipTypes = {
  document: `${officeRelationships}/officeDocument`,
  coreProperties: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
  styles: `${officeRelationships}/styles`,
  settings: `${officeRelationships}/settings`,
  fontTable: `${officeRelationships}/fontTable`,
  numbering: `${officeRelationships}/numbering`,
  footnotes: `${officeRelationships}/footnotes`,
  comments: `${officeRelationships}/comments`,
  commentsExtended: "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
  header: `${officeRelationships}/header`,
  footer: `${officeRelationships}/footer`,
  hyperlink: `${officeRelationships}/hyperlink`,
  customXml: `${officeRelationships}/customXml`,
  customXmlProperties: `${officeRelationships}/customXmlProps`,
} as const;
