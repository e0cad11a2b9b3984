import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Comment, Manuscript, Paragraph, Piece, Revision, Row, TextPiece } from "../../src/manuscript.ts";
import { typesetPdf } from "../../src/pdf.ts";
import { typstSource } from "../../src/typst-source.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";

const { resolve } = createRequire(import.meta.url);
const read = (name: string): Uint8Array => readFileSync(resolve(`@expo-google-fonts/${name}.ttf`));

export const latinFonts: readonly Uint8Array[] = [
  read("source-serif-4/400Regular/SourceSerif4_400Regular"),
  read("source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic"),
  read("source-serif-4/700Bold/SourceSerif4_700Bold"),
  read("source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic"),
];
export const fonts: readonly Uint8Array[] = [
  ...latinFonts,
  read("noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular"),
  read("noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold"),
];

export function text(words: string, more: Partial<TextPiece> = {}): TextPiece {
  const looks = { strong: false, emphasis: false, underline: false };
  return { kind: "text", text: words, ...looks, role: null, link: null, revisions: [], formatting: [], ...more };
}

export function by(author: string, kind: Revision["kind"] = "inserted", date: string | null = null): Revision {
  return { kind, author, date, move: null };
}

export function paragraph(words: string | readonly Piece[], more: Partial<Paragraph> = {}): Paragraph {
  return {
    kind: "paragraph",
    role: "body",
    level: 0,
    label: null,
    direction: "ltr",
    pieces: typeof words === "string" ? [text(words)] : words,
    mark: [],
    formatting: [],
    ...more,
  };
}

export function labelled(label: string, words: string | readonly Piece[], more: Partial<Paragraph> = {}): Paragraph {
  const counted = { list: "1", level: 0, format: "decimal", pattern: "%1.", start: 1 } as const;
  return paragraph(words, { label: { text: label, ...counted }, ...more });
}

export function row(cells: readonly (string | readonly [string, number])[], more: Partial<Row> = {}): Row {
  const made = cells.map((cell) => {
    const [words, columns] = typeof cell === "string" ? ([cell, 1] as const) : cell;
    return { paragraphs: [paragraph(words)], columns };
  });
  return { cells: made, isHeader: false, revisions: [], ...more };
}

export function comment(id: string, words: string, more: Partial<Comment> = {}): Comment {
  return { id, author: "Legal adviser", date: null, paragraphs: [words], replyTo: null, resolved: false, ...more };
}

export function manuscript(blocks: Manuscript["blocks"], more: Partial<Manuscript> = {}): Manuscript {
  return {
    title: "A draft",
    language: "en",
    direction: "ltr",
    landscape: false,
    header: null,
    blocks,
    footnotes: [],
    comments: [],
    carried: null,
    ...more,
  };
}

/** The bytes of a manuscript, which must be set with accessible tags. */
export function pdfOf(given: Manuscript): Uint8Array {
  const made = typesetPdf({ source: typstSource(given), fonts });
  if (!made.ok) throw new Error(`not set: ${made.refusal.message}`);
  if (made.standard !== "PDF/UA-1") throw new Error(`${made.standard}: ${made.findings.map((each) => each.message)}`);
  return made.pdf;
}

export function readOf(given: Manuscript): ReadPdf {
  return readPdf(pdfOf(given));
}
