import { type Agreement, allBrackets, type DraftParagraph, type Provision } from "@parley/agreement";
import type { Block, Direction, Footnote, Manuscript, Paragraph, Piece, Table } from "@parley/documents";
import { anchorOf, noticeAnchor, titleAnchor } from "./anchors.ts";
import { carry } from "./carried.ts";
import { directionOf, directionOfWords } from "./direction.ts";
import { type LaidOut, layOut } from "./lay-out.ts";
import { piecesOf, plainLook, tokensOf, trimmed } from "./tokens.ts";
import { type OnPaper, piecesOfWords } from "./words.ts";

/**
 * A draft as a document: its title and notice, then each provision in a paragraph with its number live, its brackets as
 * typed, and a hidden bookmark with its id. What is not seen on paper travels in `carried`. Linear.
 */
export function manuscriptOf(agreement: Agreement): Manuscript {
  const laid = layOut(agreement);
  const blocks = laid
    .filter(({ provision }) => provision.kind !== "footnote")
    .map((each) => blockOf(each, wordPieces(each)));
  const { front } = agreement;
  return {
    title: front.title,
    language: front.language,
    direction: directionOf(front.language),
    landscape: false,
    header: null,
    blocks: [...headOf(agreement, laid), ...blocks],
    footnotes: footnotesOf(laid),
    comments: [],
    carried: carry(agreement, laid),
  };
}

/** The words of a provision as typed, its brackets marked by their ids, derived ones as well. */
export function wordPieces(laid: LaidOut): Piece[] {
  return piecesOfWords(laid.draft.words, onPaper(laid));
}

/** Gives the brackets of a provision their ids one after the other, as they are met in its words. */
function onPaper({ provision, footnotes }: LaidOut): OnPaper {
  const ids = allBrackets({ provisions: [{ ...provision, children: [] }] }).map(({ bracket }) => bracket.id as string);
  let next = 0;
  return { bracketId: () => ids[next++] ?? null, footnoteId: (label) => footnotes.get(label) ?? label };
}

/** The title, unless the text prints one itself; and the notice, which a reader must see first. */
export function headOf({ front }: Agreement, laid: readonly LaidOut[]): Paragraph[] {
  const direction = directionOf(front.language);
  const head: Paragraph[] = [];
  const isPrinted = laid.some(({ provision }) => provision.heading !== null && provision.heading === front.title);
  if (front.title !== null && !isPrinted) head.push(plain("title", direction, titleAnchor, front.title));
  if (front.notice !== null) head.push(plain("note", direction, noticeAnchor, front.notice));
  return head;
}

function plain(role: Paragraph["role"], direction: Direction, anchor: string, text: string): Paragraph {
  const pieces: Piece[] = [
    { kind: "anchor-start", name: anchor },
    { kind: "text", text, ...plainLook, revisions: [], formatting: [] },
    { kind: "anchor-end", name: anchor },
  ];
  return { kind: "paragraph", role, level: 0, label: null, direction, pieces, mark: [], formatting: [] };
}

/** A provision in its paragraph, between the ends of its bookmark; a table has its bookmark in its first cell. */
export function blockOf(laid: LaidOut, words: readonly Piece[], mark: Paragraph["mark"] = []): Block {
  return laid.draft.rows === null ? paragraphOf(laid, words, mark) : tableOf(laid, laid.draft.rows);
}

function paragraphOf(
  { provision, draft, label }: LaidOut,
  words: readonly Piece[],
  mark: Paragraph["mark"],
): Paragraph {
  const name = anchorOf("provision", provision.id);
  return {
    kind: "paragraph",
    role: roleOf(provision),
    level: draft.headingLevel ?? label?.level ?? Math.min(draft.depth ?? 0, 8),
    label,
    direction: directionOfWords(words),
    pieces: [{ kind: "anchor-start", name }, ...words, { kind: "anchor-end", name }],
    mark,
    formatting: [],
  };
}

function roleOf({ kind, heading }: Provision): Paragraph["role"] {
  if (heading !== null) return "heading";
  if (kind === "note") return "note";
  return kind === "signature" ? "signature" : "body";
}

function tableOf(laid: LaidOut, rows: NonNullable<DraftParagraph["rows"]>): Table {
  const name = anchorOf("provision", laid.provision.id);
  const paper = onPaper(laid);
  return {
    kind: "table",
    rows: rows.map((cells, row) => ({
      isHeader: row === 0,
      revisions: [],
      cells: cells.map((words, column) => {
        const said = piecesOf(trimmed(tokensOf(piecesOfWords(words, paper))));
        const pieces: Piece[] =
          row === 0 && column === 0 ? [{ kind: "anchor-start", name }, ...said, { kind: "anchor-end", name }] : said;
        return { columns: 1, paragraphs: [bodyOf(pieces)] };
      }),
    })),
  };
}

function bodyOf(pieces: readonly Piece[]): Paragraph {
  const direction = directionOfWords(pieces);
  return { kind: "paragraph", role: "body", level: 0, label: null, direction, pieces, mark: [], formatting: [] };
}

function footnotesOf(laid: readonly LaidOut[]): Footnote[] {
  return laid
    .filter(({ provision }) => provision.kind === "footnote")
    .map((each) => {
      const name = anchorOf("provision", each.provision.id);
      const words = wordPieces(each);
      return {
        id: each.footnotes.get(each.draft.label ?? "") ?? String(each.footnotes.size + 1),
        paragraphs: [bodyOf([{ kind: "anchor-start", name }, ...words, { kind: "anchor-end", name }])],
      };
    });
}
