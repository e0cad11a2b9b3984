import type { FormattingChange, LossCode, Piece, TextPiece } from "../../manuscript.ts";
import { refuse } from "../../refusal.ts";
import type { Line } from "../numbers/counting.ts";
import type { FieldStack } from "./fields.ts";
import type { Losses } from "./losses.ts";
import type { NumberingBook } from "./numbering.ts";
import type { Relationships } from "./package.ts";
import type { RevisionBook, Revisions } from "./revisions.ts";
import type { StyleSheet } from "./styles.ts";

export type Open<T> = { -readonly [K in keyof T]: T[K] };

/** A paragraph that is being read. */
export interface OpenParagraph extends Open<Omit<Line["paragraph"], "pieces">> {
  readonly pieces: Piece[];
}

/** What holds for the whole file. */
export interface Book {
  readonly styles: StyleSheet;
  readonly numbering: NumberingBook;
  readonly revisions: RevisionBook;
  readonly losses: Losses;
  /** The comments that the file really has. */
  readonly comments: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
  readonly endnotes: ReadonlySet<string>;
  /** The paragraph in which each note is called, by the note's id in the manuscript. */
  readonly noteCalls: Map<string, number>;
  readonly onParagraph: (count: number) => void;
}

/** One run of text: the document itself, or one of its notes. */
export interface Story {
  readonly book: Book;
  readonly relationships: Relationships;
  readonly fields: FieldStack;
  /** The paragraphs so far, in order, those in tables included. */
  readonly lines: Line[];
  /** For a note, the paragraph it belongs to; null for the document, whose paragraphs are counted. */
  readonly calledIn: number | null;
  /** Starts of anchors and comments between paragraphs: they belong to the next one. */
  waiting: Piece[];
  /** Changes of layout told before the paragraph they are listed with. */
  readonly waitingFormatting: FormattingChange[];
  /** Starts whose end has not come: the line they stand in, or will, and the end they need. */
  readonly open: Map<string, { readonly line: number; readonly end: Piece }>;
  /** The comments that have a range of their own. */
  readonly ranged: Set<string>;
  /** The paragraph being read, whose pieces take the marks met; null between paragraphs. */
  current: OpenParagraph | null;
  insertedRows: number;
  /** True right after the number of a note, where Word puts a space that belongs to the number. */
  afterNoteNumber: boolean;
  /** The last paragraph in which hidden words were told. */
  hiddenIn: number;
  /** How many elements not known here are around what is read; only the outermost is told. */
  unknownAround: number;
}

export function openStory(
  book: Book,
  relationships: Relationships,
  fields: FieldStack,
  calledIn: number | null = null,
): Story {
  return {
    book,
    relationships,
    fields,
    lines: [],
    calledIn,
    waiting: [],
    waitingFormatting: [],
    open: new Map(),
    ranged: new Set(),
    current: null,
    insertedRows: 0,
    afterNoteNumber: false,
    hiddenIn: 0,
    unknownAround: 0,
  };
}

/** The number of the paragraph being read, or of the next one. */
export function paragraphNumber(story: Story): number {
  return story.calledIn ?? story.lines.length + 1;
}

export function lose(story: Story, code: LossCode, what: string): void {
  story.book.losses.add(code, what, paragraphNumber(story));
}

/** Moves everything from one list to the end of another, however much it is. */
export function moveAll<T>(from: T[], into: T[]): void {
  for (const one of from) into.push(one);
  from.length = 0;
}

/** Marks between paragraphs close after the last one and open before the next. */
export function endStory(story: Story): void {
  const last = story.lines.at(-1);
  if (last !== undefined) {
    moveAll(story.waiting, last.paragraph.pieces as Piece[]);
    const { formatting } = last.paragraph as unknown as { formatting: FormattingChange[] };
    moveAll(story.waitingFormatting, formatting);
  }
  for (const { line, end } of story.open.values()) {
    const stands = story.lines[Math.min(line, story.lines.length - 1)]?.paragraph.pieces as Piece[] | undefined;
    stands?.push(end);
  }
  story.open.clear();
}

export type Look = Pick<TextPiece, "strong" | "emphasis" | "underline" | "role" | "formatting">;

/** Adds words, joined to the piece before when nothing tells them apart. */
export function addText(pieces: Piece[], text: string, look: Look, link: string | null, revisions: Revisions): void {
  if (text === "") return;
  const last = pieces.at(-1);
  if (last?.kind === "text" && isLike(last, look) && last.link === link && last.revisions === revisions) {
    (last as Open<TextPiece>).text += text;
    return;
  }
  const { strong, emphasis, underline, role, formatting } = look;
  pieces.push({ kind: "text", text, strong, emphasis, underline, role, link, revisions, formatting });
}

function isLike(piece: TextPiece, look: Look): boolean {
  return (
    piece.strong === look.strong &&
    piece.emphasis === look.emphasis &&
    piece.underline === look.underline &&
    piece.role === look.role &&
    sameFormatting(piece.formatting, look.formatting)
  );
}

function sameFormatting(a: readonly FormattingChange[], b: readonly FormattingChange[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((one, i) => one.author === b[i]?.author && one.date === b[i]?.date && one.what === b[i]?.what)
  );
}

const depthMax = 256;

/** The XML reader bounds the depth of a part; this bound keeps it so for whatever else may call. */
export function checkDepth(depth: number): void {
  if (depth > depthMax) {
    refuse(
      "nested-too-deep",
      "The document has more than 256 elements inside one another.",
      "Open the file in Word or LibreOffice, save it under a new name and send that one.",
    );
  }
}

/** Paragraphs on the two sides of a table or of the edge of a cell are no neighbours. */
export function endStretch(story: Story): void {
  const last = story.lines.at(-1);
  if (last !== undefined) last.endsStretch = true;
}
