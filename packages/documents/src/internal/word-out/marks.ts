import type { Paragraph, Piece } from "../../manuscript.ts";

/** What becomes of the start or the end of a range where it stands: its beginning, its end, a point, or nothing. */
export type RangeMark = "start" | "end" | "point" | null;

/**
 * Makes anchors and comments well formed: each name is one range, or one point where the other end is missing, and
 * repeats are left out. Asked in the order of writing, so it remembers what it has written.
 */
export interface RangeMarks {
  readonly start: (name: string) => RangeMark;
  readonly end: (name: string) => RangeMark;
  /** Whether the name stands anywhere in the text. */
  readonly has: (name: string) => boolean;
}

/** Reads all stories once for the names that have both ends, the start first, in one story. */
export function rangeMarks(
  stories: Iterable<Iterable<Paragraph>>,
  nameOf: (piece: Piece) => { readonly name: string; readonly isStart: boolean } | null,
): RangeMarks {
  const known = new Set<string>();
  const whole = new Set<string>();
  for (const story of stories) {
    const open = new Set<string>();
    for (const paragraph of story) {
      for (const piece of paragraph.pieces) {
        const mark = nameOf(piece);
        if (mark === null) continue;
        if (mark.isStart && !known.has(mark.name)) open.add(mark.name);
        if (!mark.isStart && open.has(mark.name)) whole.add(mark.name);
        known.add(mark.name);
      }
    }
  }
  const begun = new Set<string>();
  const open = new Set<string>();
  const begin = (name: string): RangeMark => {
    if (begun.has(name)) return null;
    begun.add(name);
    if (!whole.has(name)) return "point";
    open.add(name);
    return "start";
  };
  return {
    start: begin,
    end: (name) => (open.delete(name) ? "end" : whole.has(name) ? null : begin(name)),
    has: (name) => known.has(name),
  };
}

/** The marks of anchors. */
export function anchorMark(piece: Piece): { readonly name: string; readonly isStart: boolean } | null {
  if (piece.kind !== "anchor-start" && piece.kind !== "anchor-end") return null;
  return { name: piece.name, isStart: piece.kind === "anchor-start" };
}

/** The marks of comments. */
export function commentMark(piece: Piece): { readonly name: string; readonly isStart: boolean } | null {
  if (piece.kind !== "comment-start" && piece.kind !== "comment-end") return null;
  return { name: piece.id, isStart: piece.kind === "comment-start" };
}
