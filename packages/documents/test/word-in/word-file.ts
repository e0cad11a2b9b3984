import { packContainer } from "../../src/internal/container/pack.ts";
import type { Manuscript, Paragraph, Piece, Revision, TextPiece } from "../../src/manuscript.ts";
import { readWord } from "../../src/word-reader.ts";

/** The XML of the parts of a Word file; only the body is needed. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly settings?: string;
  readonly core?: string;
  /** Heads and feet of pages, by the id of their relationship. */
  readonly edges?: Readonly<Record<string, string>>;
  /** Further relationships of the main part: id, type, target, and whether it leads out of the file. */
  readonly links?: readonly (readonly [string, string, string, boolean])[];
  readonly other?: Readonly<Record<string, string>>;
  readonly strict?: boolean;
}

const transitional = {
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const strictly = {
  w: "http://purl.oclc.org/ooxml/wordprocessingml/main",
  r: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

const others =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:somebody-else"';

/** Packs the parts as Word does, with the relationships and content types they need. */
export function wordFile(parts: WordParts): Uint8Array {
  const { w, r } = parts.strict === true ? strictly : transitional;
  const wrap = (name: string, inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${w}" xmlns:r="${r}" ${others}>${inner}</w:${name}>`;
  const files: { name: string; text: string }[] = [];
  const relationships: string[] = [];
  const relate = (id: string, type: string, target: string, external = false) =>
    relationships.push(
      `<Relationship Id="${id}" Type="${type.includes("/") ? type : `${r}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
    );
  const roots = ["styles", "numbering", "footnotes", "endnotes", "comments", "settings"] as const;
  for (const root of roots) {
    const inner = parts[root];
    if (inner === undefined) continue;
    files.push({ name: `word/${root}.xml`, text: wrap(root, inner) });
    relate(`rId-${root}`, root, `${root}.xml`);
  }
  if (parts.commentsExtended !== undefined) {
    const text = `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${parts.commentsExtended}</w15:commentsEx>`;
    files.push({ name: "word/commentsExtended.xml", text });
    relate("rId-ex", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml");
  }
  for (const [id, inner] of Object.entries(parts.edges ?? {})) {
    const kind = id.startsWith("f") ? "ftr" : "hdr";
    files.push({ name: `word/${id}.xml`, text: wrap(kind, inner) });
    relate(id, kind === "ftr" ? "footer" : "header", `${id}.xml`);
  }
  for (const [id, type, target, external] of parts.links ?? []) relate(id, type, target, external);
  for (const [name, text] of Object.entries(parts.other ?? {})) files.push({ name, text });
  const packageRelationships = [`<Relationship Id="rId1" Type="${r}/officeDocument" Target="word/document.xml"/>`];
  if (parts.core !== undefined) {
    const text = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core}</cp:coreProperties>`;
    files.push({ name: "docProps/core.xml", text });
    packageRelationships.push(
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    );
  }
  return packContainer([
    { name: "[Content_Types].xml", text: contentTypes },
    { name: "_rels/.rels", text: relationshipList(packageRelationships) },
    { name: "word/document.xml", text: wrap("document", `<w:body>${parts.body}</w:body>`) },
    { name: "word/_rels/document.xml.rels", text: relationshipList(relationships) },
    ...files,
  ]);
}

export const relationshipList = (inner: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join("")}</Relationships>`;

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
export const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>` +
  ["styles", "numbering", "footnotes", "endnotes", "comments", "settings"]
    .map((one) => `<Override PartName="/word/${one}.xml" ContentType="${word}.${one}+xml"/>`)
    .join("") +
  "</Types>";

/** Reads a file made of these parts; a refusal fails the test. */
export function read(parts: WordParts | string): { manuscript: Manuscript; losses: readonly string[] } {
  const answer = readWord("test.docx", wordFile(typeof parts === "string" ? { body: parts } : parts));
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code} ${answer.refusal.message}`);
  const losses = answer.losses.map((loss) => `${loss.code} @${loss.paragraph ?? "-"} ${loss.what}`);
  return { manuscript: answer.manuscript, losses };
}

/** Every paragraph in order, those of tables included. */
export function paragraphsOf(manuscript: Manuscript): readonly Paragraph[] {
  return manuscript.blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
  );
}

/** A paragraph of one run, escaped by the caller where needed. */
export const p = (words: string, properties = "") =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${words === "" ? "" : r(words)}</w:p>`;
export const r = (words: string, properties = "") =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
export const deleted = (words: string) => `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`;

/** Pieces as one line: words, and marks between braces, each change written around what it covers. */
export function shown(paragraph: Paragraph | undefined): string {
  return (paragraph?.pieces ?? []).map(shownPiece).join("");
}

function shownPiece(piece: Piece): string {
  switch (piece.kind) {
    case "text":
      return wrapped(piece.revisions, looks(piece));
    case "break":
    case "tab":
      return wrapped(piece.revisions, `{${piece.kind}}`);
    case "footnote":
      return wrapped(piece.revisions, `{note ${piece.id}}`);
    case "anchor-start":
    case "anchor-end":
      return piece.kind === "anchor-start" ? `{${piece.name}>}` : `{<${piece.name}}`;
    default:
      return piece.kind === "comment-start" ? `{#${piece.id}>}` : `{<#${piece.id}}`;
  }
}

function looks({ text, strong, emphasis, underline, role, link }: TextPiece): string {
  const marks = [strong ? "*" : "", emphasis ? "/" : "", underline ? "_" : ""].join("");
  const inner = `${marks}${text}${[...marks].reverse().join("")}`;
  const named = role === null ? inner : `{${role} ${inner}}`;
  return link === null ? named : `{${named} -> ${link}}`;
}

const signs: Record<Revision["kind"], string> = { inserted: "+", deleted: "-", "moved-here": ">", "moved-away": "<" };

function wrapped(revisions: readonly Revision[], inner: string): string {
  return [...revisions]
    .reverse()
    .reduce(
      (text, { kind, author, move }) => `[${signs[kind]}${author}${move === null ? "" : `:${move}`} ${text}]`,
      inner,
    );
}
