import type { Manuscript, Piece, Revision } from "../../manuscript.ts";

export type Decide = (revision: Revision) => "accept" | "reject" | "keep";

/** What remains of a stack of changes; null when what it covers goes. */
export function settle(revisions: readonly Revision[], decide: Decide): readonly Revision[] | null {
  if (revisions.length === 0) return revisions;
  const kept: Revision[] = [];
  let goes = false;
  for (const revision of revisions) {
    const decision = decide(revision);
    if (decision === "keep") kept.push(revision);
    else if (removes(revision, decision)) goes = true;
  }
  if (goes) return null;
  return kept.length === revisions.length ? revisions : kept;
}

export function isArrival({ kind }: Revision): boolean {
  return kind === "inserted" || kind === "moved-here";
}

/** Rejecting what arrived and accepting what left take the words away. */
export function removes(revision: Revision, decision: "accept" | "reject"): boolean {
  return isArrival(revision) === (decision === "reject");
}

/** The pieces that remain, neighbours joined where nothing tells them apart any more; the same array when all do. */
export function settlePieces(pieces: readonly Piece[], decide: Decide): readonly Piece[] {
  let changed = false;
  const settled: Piece[] = [];
  for (const piece of pieces) {
    if (!hasWidth(piece)) {
      settled.push(piece);
      continue;
    }
    const revisions = settle(piece.revisions, decide);
    if (revisions !== piece.revisions) changed = true;
    if (revisions === null) continue;
    settled.push(revisions === piece.revisions ? piece : { ...piece, revisions });
  }
  return changed ? joinPieces(settled) : pieces;
}

export type WidePiece = Extract<Piece, { readonly revisions: readonly Revision[] }>;

/** Words, tabs, breaks and notes; anchors and the ends of comments have no width. */
export function hasWidth(piece: Piece): piece is WidePiece {
  return "revisions" in piece;
}

/** Joins texts side by side that are alike in everything but their words. */
export function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === "text" && last?.kind === "text" && likeness(piece) === likeness(last)) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}

function likeness(piece: Extract<Piece, { readonly kind: "text" }>): string {
  const { strong, emphasis, underline, role, link } = piece;
  const changes = piece.revisions.map((one) => [one.kind, one.author, one.date, one.move]);
  const looks = piece.formatting.map((one) => [one.author, one.date, one.what]);
  return JSON.stringify([strong, emphasis, underline, role, link, changes, looks]);
}

/** The notes that pieces call. */
export function callsIn(blocks: Manuscript["blocks"]): ReadonlySet<string> {
  const calls = new Set<string>();
  const look = (pieces: readonly Piece[]) => {
    for (const piece of pieces) if (piece.kind === "footnote") calls.add(piece.id);
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") look(block.pieces);
    else
      for (const row of block.rows) for (const cell of row.cells) for (const one of cell.paragraphs) look(one.pieces);
  }
  return calls;
}
