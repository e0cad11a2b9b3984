import type {
  Direction,
  FormattingChange,
  Label,
  ParagraphRole,
  Piece,
  Revision,
  TextPiece,
} from "../../manuscript.ts";
import { refuse } from "../../refusal.ts";
import type { Region } from "./changes-in.ts";
import type { List } from "./lists-in.ts";

/** A paragraph while it is read. Its number is known only when all are read. */
export interface Draft {
  readonly kind: "paragraph";
  readonly role: ParagraphRole;
  readonly level: number;
  readonly direction: Direction;
  /** Its place in a list, when the word processor counts it. */
  readonly place: ListPlace | null;
  readonly pieces: Piece[];
  readonly formatting: FormattingChange[];
  /** Counted from 1 over the document; null in a note. */
  readonly ordinal: number | null;
  /** A number that is typed, not counted, with its changes; and its tab, once read. */
  readonly typed: TypedPiece[];
  /** Whether the tab behind the typed number has been read. */
  typedEnds: boolean;
  label: Label | null;
  mark: readonly Revision[];
  /** Whether white space stands just before: more of it adds nothing. */
  afterSpace: boolean;
  /** Whether that white space is a line end of the file. */
  endsInLayout: boolean;
  /** Made by our Word files to keep two tables apart. */
  readonly isGap: boolean;
}

/** A piece of a number that is typed. */
export type TypedPiece =
  | { readonly kind: "text"; readonly text: string; readonly revisions: readonly Revision[] }
  | { readonly kind: "tab"; readonly revisions: readonly Revision[] };

/** Where a numbered paragraph stands in its list. */
export interface ListPlace {
  readonly list: List;
  readonly level: number;
  /** Sets the count instead of going on; null to go on. */
  readonly from: number | null;
  /** The number as the file prints it; null when it leaves that to the reader. */
  readonly shown: string | null;
}

export interface DraftTable {
  readonly kind: "table";
  readonly rows: readonly DraftRow[];
}

export interface DraftRow {
  readonly cells: readonly { readonly paragraphs: readonly Draft[]; readonly columns: number }[];
  readonly isHeader: boolean;
  readonly revisions: readonly Revision[];
}

export type DraftBlock = Draft | DraftTable;

/** One run of text from top to bottom: the body, or a note, with the changes that are open at this place. */
export interface Flow {
  blocks: DraftBlock[];
  current: Draft | null;
  /** The changes that are open here, first opened first. */
  readonly open: { readonly id: string; readonly region: Region }[];
  revisions: readonly Revision[];
  formatting: readonly FormattingChange[];
  /** How many deletions we are inside of. */
  depth: number;
  /** Whether the next paragraph of deleted words joins the one we stand in. */
  joins: boolean;
  inTable: boolean;
  readonly isNote: boolean;
}

export function startFlow(isNote: boolean): Flow {
  return {
    blocks: [],
    current: null,
    open: [],
    revisions: [],
    formatting: [],
    depth: 0,
    joins: false,
    inTable: false,
    isNote,
  };
}

export function openRegion(flow: Flow, id: string, region: Region): void {
  flow.open.push({ id, region });
  settle(flow);
}

export function closeRegion(flow: Flow, id: string): void {
  const at = flow.open.findLastIndex((one) => one.id === id);
  if (at === -1) return;
  flow.open.splice(at, 1);
  settle(flow);
}

/** Changes that hold one word. People come to three or four. */
const changesMax = 64;

function settle(flow: Flow): void {
  const count = flow.open.reduce(
    (sum, { region }) => sum + Math.max(1, region.revisions.length + region.formatting.length),
    0,
  );
  if (count > changesMax) {
    refuse(
      "nested-too-deep",
      `The part content.xml has words with more than ${changesMax} tracked changes over one another.`,
      "No word processor writes that. Ask the sender how the file was made.",
      "content.xml",
    );
  }
  flow.revisions = flow.open.flatMap(({ region }) => region.revisions);
  flow.formatting = flow.open.flatMap(({ region }) => (region.ofParagraph ? [] : region.formatting));
}

/** What is said of words beside their changes. */
export type Saying = Omit<TextPiece, "kind" | "text" | "revisions" | "formatting">;

/** Ends the paragraph we stand in. Changes that are open here hold its end. */
export function closeParagraph(flow: Flow, also: readonly Revision[] = []): void {
  const draft = flow.current;
  if (draft === null) return;
  draft.mark = [...flow.revisions, ...also];
  if (draft.endsInLayout) dropLastSpace(draft.pieces);
  flow.current = null;
  if (draft.isGap && draft.pieces.length === 0 && flow.blocks.at(-1) === draft) flow.blocks.pop();
}

/** Adds words with the white space of the file: a run of it is one space, and none at the start of a paragraph. */
export function addText(flow: Flow, raw: string, saying: Saying): void {
  const draft = flow.current;
  if (draft === null) return;
  let text = raw.replace(/[\t\n\r ]+/g, " ");
  if (draft.afterSpace && text.startsWith(" ")) text = text.slice(1);
  if (text === "") return;
  addExact(flow, text, saying);
  draft.afterSpace = text.endsWith(" ");
  draft.endsInLayout = draft.afterSpace && /\n[\t\r ]*$/.test(raw);
}

/** Adds words exactly as given; words that differ in nothing from those before them join them. */
export function addExact(flow: Flow, text: string, saying: Saying): void {
  const draft = flow.current;
  if (draft === null || text === "") return;
  draft.afterSpace = false;
  draft.endsInLayout = false;
  draft.typedEnds = true;
  const last = draft.pieces.at(-1);
  const isSame = last?.kind === "text" && isAlike(last, saying) && sameChanges(last, flow);
  if (isSame) draft.pieces[draft.pieces.length - 1] = { ...last, text: last.text + text };
  else draft.pieces.push({ kind: "text", text, ...saying, revisions: flow.revisions, formatting: flow.formatting });
}

/** Adds a piece that is no text. */
export function addPiece(flow: Flow, piece: Piece): void {
  const draft = flow.current;
  if (draft === null) return;
  draft.pieces.push(piece);
  if (piece.kind !== "tab" && piece.kind !== "break" && piece.kind !== "footnote") return;
  draft.afterSpace = false;
  draft.endsInLayout = false;
  draft.typedEnds = true;
}

function isAlike(a: Saying, b: Saying): boolean {
  return (
    a.strong === b.strong &&
    a.emphasis === b.emphasis &&
    a.underline === b.underline &&
    a.role === b.role &&
    a.link === b.link
  );
}

function sameChanges(piece: TextPiece, flow: Flow): boolean {
  return sameRevisions(piece.revisions, flow.revisions) && sameFormatting(piece.formatting, flow.formatting);
}

export function sameRevisions(a: readonly Revision[], b: readonly Revision[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((one, nth) => sameRevision(one, b[nth]));
}

function sameRevision(a: Revision, b: Revision | undefined): boolean {
  return a.kind === b?.kind && a.author === b.author && a.date === b.date && a.move === b.move;
}

export function sameFormatting(a: readonly FormattingChange[], b: readonly FormattingChange[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((one, nth) => {
    const other = b[nth];
    return one.author === other?.author && one.date === other.date && one.what === other.what;
  });
}

/** A line end of the file just before the end of a paragraph is layout of the file and no word. */
function dropLastSpace(pieces: Piece[]): void {
  const at = pieces.findLastIndex((piece) => piece.kind === "text");
  const piece = pieces[at];
  if (piece?.kind !== "text" || !piece.text.endsWith(" ")) return;
  if (piece.text === " ") pieces.splice(at, 1);
  else pieces[at] = { ...piece, text: piece.text.slice(0, -1) };
}
