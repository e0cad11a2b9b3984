import { packContainer } from "../../src/internal/container/pack.ts";
import type { Loss, Manuscript, Paragraph, Piece, Revision } from "../../src/manuscript.ts";
import { readOpenDocument } from "../../src/open-document-reader.ts";

const names = {
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  draw: "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  meta: "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  xlink: "http://www.w3.org/1999/xlink",
  dc: "http://purl.org/dc/elements/1.1/",
  script: "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
  loext: "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
  other: "urn:example:other",
};
const declared = Object.entries(names)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");
const root = (name: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name} ${declared} office:version="1.3">${inside}</office:${name}>`;

export interface FileParts {
  readonly automatic?: string;
  readonly styles?: string;
  readonly pages?: string;
  readonly masters?: string;
  readonly meta?: string;
  readonly scripts?: string;
  readonly mimetype?: string | null;
  readonly more?: Readonly<Record<string, string>>;
}

/** A file by hand: `text` stands inside office:text. */
export function openDocumentFile(text: string, parts: FileParts = {}): Uint8Array {
  const { automatic = "", styles = "", pages = "", masters = "", meta = "", scripts = "", more = {} } = parts;
  const mimetype = parts.mimetype === undefined ? "application/vnd.oasis.opendocument.text" : parts.mimetype;
  const body = `<office:body><office:text>${text}</office:text></office:body>`;
  const content = `${scripts}<office:automatic-styles>${automatic}</office:automatic-styles>${body}`;
  const look =
    `<office:styles>${styles}</office:styles><office:automatic-styles>${pages}</office:automatic-styles>` +
    `<office:master-styles>${masters}</office:master-styles>`;
  return packContainer([
    ...(mimetype === null ? [] : [{ name: "mimetype", text: mimetype, stored: true }]),
    { name: "content.xml", text: root("document-content", content) },
    { name: "styles.xml", text: root("document-styles", look) },
    { name: "meta.xml", text: root("document-meta", `<office:meta>${meta}</office:meta>`) },
    ...Object.entries(more).map(([name, text]) => ({ name, text })),
  ]);
}

export interface Read {
  readonly manuscript: Manuscript;
  readonly losses: readonly Loss[];
}

export function read(text: string, parts: FileParts = {}): Read {
  const result = readOpenDocument("draft.odt", openDocumentFile(text, parts));
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  return result;
}

/** The paragraphs of the body, those of tables row by row. */
export function paragraphsOf({ manuscript }: Read): readonly Paragraph[] {
  return manuscript.blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
  );
}

export function labelsOf(found: Read): readonly string[] {
  return paragraphsOf(found).map((paragraph) => paragraph.label?.text ?? "");
}

const signs = { inserted: "+", deleted: "-", "moved-here": ">", "moved-away": "<" };
const told = (revisions: readonly Revision[]) => revisions.map(({ kind, author }) => signs[kind] + author).join("");

function tellPiece(piece: Piece): string {
  if (piece.kind === "text") return `${piece.text}{${told(piece.revisions)}}`;
  if ("revisions" in piece) return `<${piece.kind}>{${told(piece.revisions)}}`;
  return `<${piece.kind} ${"name" in piece ? piece.name : piece.id}>`;
}

/** Paragraphs with their changes in one line each: "kept {}gone {-B}¶{}". */
export function tell(found: Read): readonly string[] {
  return paragraphsOf(found).map(
    (paragraph) => `${paragraph.pieces.map(tellPiece).join("")}¶{${told(paragraph.mark)}}`,
  );
}

/** One entry of the list of changes. */
export function region(id: string, ...changes: readonly string[]): string {
  return `<text:changed-region xml:id="${id}" text:id="${id}">${changes.join("")}</text:changed-region>`;
}

export function info(author: string, more = ""): string {
  return `<office:change-info><dc:creator>${author}</dc:creator>${more}<dc:date>2021-03-02T10:00:00</dc:date></office:change-info>`;
}

export const insertion = (author: string) => `<text:insertion>${info(author)}</text:insertion>`;
export const deletion = (author: string, blocks: string) => `<text:deletion>${info(author)}${blocks}</text:deletion>`;
export const tracked = (...regions: readonly string[]) =>
  `<text:tracked-changes>${regions.join("")}</text:tracked-changes>`;
export const start = (id: string) => `<text:change-start text:change-id="${id}"/>`;
export const end = (id: string) => `<text:change-end text:change-id="${id}"/>`;
export const point = (id: string) => `<text:change text:change-id="${id}"/>`;
export const p = (inside: string, attributes = "") => `<text:p ${attributes}>${inside}</text:p>`;
