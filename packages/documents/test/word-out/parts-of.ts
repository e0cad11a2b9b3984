import { strFromU8, unzipSync } from "fflate";
import type { Footnote, Label, Manuscript, Paragraph, Piece, Revision, TextPiece } from "../../src/manuscript.ts";
import { writeWord } from "../../src/word-writer.ts";

/** The parts of the file that is written, by name. */
export function partsOf(manuscript: Manuscript): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(writeWord(manuscript))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

/** The body as XML, from the first block to the section. */
export function bodyOf(...blocks: Manuscript["blocks"]): string {
  return between(partsOf(manuscript(blocks))["word/document.xml"] ?? "", "<w:body>", "<w:sectPr>");
}

export function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start) + start.length;
  return text.slice(from, text.indexOf(end, from));
}

/** All matches of the first group. */
export function every(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

export function manuscript(blocks: Manuscript["blocks"], more: Partial<Manuscript> = {}): Manuscript {
  const rest = {
    title: null,
    language: "en",
    direction: "ltr",
    landscape: false,
    header: null,
    carried: null,
  } as const;
  return { ...rest, blocks, footnotes: [], comments: [], ...more };
}

export function paragraph(pieces: readonly (Piece | string)[], more: Partial<Paragraph> = {}): Paragraph {
  const rest = {
    kind: "paragraph",
    role: "body",
    level: 0,
    label: null,
    direction: "ltr",
    mark: [],
    formatting: [],
  } as const;
  return { ...rest, pieces: pieces.map((piece) => (typeof piece === "string" ? text(piece) : piece)), ...more };
}

export function text(words: string, more: Partial<TextPiece> = {}): TextPiece {
  const looks = { strong: false, emphasis: false, underline: false, role: null, link: null } as const;
  return { kind: "text", text: words, ...looks, revisions: [], formatting: [], ...more };
}

export function by(kind: Revision["kind"], author: string, more: Partial<Revision> = {}): Revision {
  return { kind, author, date: "2021-03-01T10:00:00Z", move: null, ...more };
}

export function label(text: string, more: Partial<Label> = {}): Label {
  return { text, list: "1", level: 0, format: "decimal", pattern: "%1.", start: 1, ...more };
}

export function typedLabel(text: string): Label {
  return { text, list: "", level: 0, format: "none", pattern: text, start: 1 };
}

export function note(id: string, words: string): Footnote {
  return { id, paragraphs: [paragraph([words])] };
}
