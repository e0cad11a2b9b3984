import type { Comment, Footnote, FormattingChange, Manuscript, Paragraph, Piece } from "../../manuscript.ts";
import { type Hand, handsOf } from "./hands.ts";
import { type PageLanguage, pageLanguage } from "./language.ts";
import { type PageWords, pageWords } from "./page-words.ts";

/** What is known and remembered while a manuscript is walked once, in the order of the page. */
export interface Walk {
  readonly manuscript: Manuscript;
  readonly language: PageLanguage;
  readonly words: PageWords;
  readonly hands: ReadonlyMap<string, Hand>;
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** The number of a comment that answers none, as its mark shows it. */
  readonly commentNumbers: ReadonlyMap<string, string>;
  readonly commentEnds: ReadonlySet<string>;
  /** Anchors that a link leads to, with the name they have on the page. */
  readonly linked: ReadonlyMap<string, string>;
  readonly openComments: Set<string>;
  readonly markedComments: Set<string>;
  readonly placedAnchors: Set<string>;
  /** Footnotes printed so far, with the name they have on the page. */
  readonly placedNotes: Map<string, string>;
  readonly layout: LayoutChange[];
  /** The level the last heading was told to readers that follow tags; they must not be skipped. */
  headingLevel: number;
  titled: boolean;
  insideNote: boolean;
}

export interface LayoutChange {
  readonly change: FormattingChange;
  readonly near: string;
}

export function startWalk(manuscript: Manuscript): Walk {
  const pieces = [...piecesOf(manuscript)];
  const language = pageLanguage(manuscript.language);
  return {
    manuscript,
    language,
    words: pageWords(language.language),
    hands: handsOf(manuscript),
    // Where two notes share a name, the call leads to the first and the other is printed at the end.
    footnotes: new Map(manuscript.footnotes.map((footnote) => [footnote.id, footnote] as const).reverse()),
    commentNumbers: numbersOf(manuscript.comments),
    commentEnds: new Set(pieces.flatMap((piece) => (piece.kind === "comment-end" ? [piece.id] : []))),
    linked: linkedAnchors(pieces),
    openComments: new Set(),
    markedComments: new Set(),
    placedAnchors: new Set(),
    placedNotes: new Map(),
    layout: [],
    headingLevel: 0,
    titled: false,
    insideNote: false,
  };
}

/** An answer has no mark of its own: it stands under the comment it answers. */
function numbersOf(comments: readonly Comment[]): ReadonlyMap<string, string> {
  const ids = new Set(comments.map((comment) => comment.id));
  const roots = comments.filter((comment) => comment.replyTo === null || !ids.has(comment.replyTo));
  // Where two comments share a name, the mark leads to the first.
  return new Map(roots.map((comment, index) => [comment.id, String(index + 1)] as const).reverse());
}

function linkedAnchors(pieces: readonly Piece[]): ReadonlyMap<string, string> {
  const there = new Set(pieces.flatMap((piece) => (piece.kind === "anchor-start" ? [piece.name] : [])));
  const linked = new Map<string, string>();
  for (const piece of pieces) {
    if (piece.kind !== "text" || !piece.link?.startsWith("#")) continue;
    const name = piece.link.slice(1);
    if (there.has(name) && !linked.has(name)) linked.set(name, `a${linked.size}`);
  }
  return linked;
}

function* piecesOf(manuscript: Manuscript): Generator<Piece> {
  for (const block of manuscript.blocks) {
    if (block.kind === "paragraph") yield* block.pieces;
    else for (const row of block.rows) for (const cell of row.cells) yield* piecesOfAll(cell.paragraphs);
  }
  for (const footnote of manuscript.footnotes) yield* piecesOfAll(footnote.paragraphs);
}

function* piecesOfAll(paragraphs: readonly Paragraph[]): Generator<Piece> {
  for (const paragraph of paragraphs) yield* paragraph.pieces;
}

/** The words of a paragraph as they stand on the page, changes and all. */
export function wordsOf(paragraph: Paragraph): string {
  return paragraph.pieces.map((piece) => (piece.kind === "text" ? piece.text : " ")).join("");
}
