/**
 * A document as people exchange it: paragraphs in the order of the page, with every tracked change, comment, number
 * and bookmark in its place. Word and OpenDocument files are read into it and written from it; nothing here knows what
 * an agreement is.
 */
export interface Manuscript {
  /** The title in the file's properties; null when it has none. */
  readonly title: string | null;
  /** The main language, a BCP 47 tag; null when the file does not say. */
  readonly language: string | null;
  readonly direction: Direction;
  /** Landscape pages suit a wide table. */
  readonly landscape: boolean;
  /** One line at the head of every page, such as the handling of the paper; null for none. */
  readonly header: string | null;
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
  readonly comments: readonly Comment[];
  /**
   * What travels in the file unseen and comes back with it: our own note, opaque here. A part of its own in Word, a
   * user-defined property in OpenDocument. Null when there is none, or when another program dropped it.
   */
  readonly carried: string | null;
}

export type Direction = "ltr" | "rtl";
export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly role: ParagraphRole;
  /** 1 to 9 for a heading; for other paragraphs how deep they are indented, 0 for not at all. */
  readonly level: number;
  /** Its number as a reader of the page sees it; null for none. Typed numbers stay in the words. */
  readonly label: Label | null;
  readonly direction: Direction;
  readonly pieces: readonly Piece[];
  /** Tracked changes of the end of the paragraph: inserted means split off here, deleted means joined to the next one. */
  readonly mark: readonly Revision[];
  /** Tracked changes of its layout, listed and never acted upon. */
  readonly formatting: readonly FormattingChange[];
}

export type ParagraphRole = "title" | "subtitle" | "heading" | "body" | "note" | "signature" | "quote";

/** A number that the word processor counts by itself. */
export interface Label {
  /** As printed before the words, its punctuation included: "3.", "(a)", "Article 3", "PART TWO", "•". */
  readonly text: string;
  /**
   * How it is counted. Paragraphs of one `list` count on at each `level` (0 to 8); `pattern` is Word's, where "%1" is
   * the count of the first level: "Article %1", "%1.%2", "(%3)". `start` is the count of the first at that level.
   */
  readonly list: string;
  readonly level: number;
  readonly format: NumberFormat;
  readonly pattern: string;
  readonly start: number;
}

export type NumberFormat =
  | "decimal"
  | "lower-letter"
  | "upper-letter"
  | "lower-roman"
  | "upper-roman"
  | "cardinal-words"
  | "ordinal-words"
  | "ordinal"
  | "bullet"
  | "arabic-abjad"
  | "arabic-alpha"
  | "none";

/** A piece of a paragraph, in reading order. Starts and ends of anchors and comments have no width. */
export type Piece =
  | TextPiece
  | { readonly kind: "break" | "tab"; readonly revisions: readonly Revision[] }
  | { readonly kind: "footnote"; readonly id: string; readonly revisions: readonly Revision[] }
  | { readonly kind: "anchor-start" | "anchor-end"; readonly name: string }
  | { readonly kind: "comment-start" | "comment-end"; readonly id: string };

export interface TextPiece {
  readonly kind: "text";
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly underline: boolean;
  /** `literal` for a bracket or bar that is only a character, `ambiguity` for words left ambiguous on purpose. */
  readonly role: "literal" | "ambiguity" | null;
  /** "#name" of an anchor in the document, or an address; null for words that lead nowhere. */
  readonly link: string | null;
  /** Innermost last: words that one hand inserted and another deleted have both. Empty for words nobody touched. */
  readonly revisions: readonly Revision[];
  readonly formatting: readonly FormattingChange[];
}

/** A tracked change over some words, the end of a paragraph or a row. */
export interface Revision {
  readonly kind: "inserted" | "deleted" | "moved-here" | "moved-away";
  /** The display name, exactly as the file has it: all that a word processor knows of a hand. */
  readonly author: string;
  /** ISO 8601 as in the file, or null. */
  readonly date: string | null;
  /** Joins the two ends of a move; null for other changes. */
  readonly move: string | null;
}

/** A tracked change of looks: "bold on", "style Heading 1 to Normal". Listed, never acted upon. */
export interface FormattingChange {
  readonly author: string;
  readonly date: string | null;
  readonly what: string;
}

export interface Table {
  readonly kind: "table";
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly isHeader: boolean;
  /** A whole row inserted or deleted. */
  readonly revisions: readonly Revision[];
}

export interface Cell {
  readonly paragraphs: readonly Paragraph[];
  /** How many columns it covers, 1 or more. */
  readonly columns: number;
}

export interface Footnote {
  readonly id: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly date: string | null;
  readonly paragraphs: readonly string[];
  /** The comment it answers, or null. */
  readonly replyTo: string | null;
  readonly resolved: boolean;
}

/** Something in a file that a manuscript cannot hold: a picture, a text box, a field. It is told, never dropped silently. */
export interface Loss {
  readonly code: LossCode;
  /** In words: "a picture (image1.png)". */
  readonly what: string;
  /** The paragraph it stood in, counted from 1 over the whole document, tables included; null outside the text. */
  readonly paragraph: number | null;
  /** The first words of that paragraph, to find it by; empty when there are none. */
  readonly near: string;
}

export type LossCode =
  | "picture"
  | "drawing"
  | "text-box"
  | "embedded-object"
  | "equation"
  | "field"
  | "header-footer"
  | "endnote"
  | "nested-table"
  | "merged-cells"
  | "section"
  | "custom-part"
  | "symbol"
  | "ruby"
  | "unknown-element";

/** Why a file is refused. Nothing of it is used. */
export type RefusalCode =
  | "not-a-container"
  | "container-broken"
  | "container-encrypted"
  | "too-large"
  | "inflates-too-much"
  | "size-lies"
  | "too-many-parts"
  | "path-escapes"
  | "nested-archive"
  | "macros"
  | "doctype"
  | "xml-broken"
  | "nested-too-deep"
  | "relationship-broken"
  | "part-missing"
  | "not-this-format";
