import type { Paragraph, Revision } from "../../manuscript.ts";
import { isWide } from "../manuscript/walk.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { hand } from "./revisions.ts";

/** The markers of moves in one paragraph, by the index of the piece; the mark has the index after the last piece. */
export interface MoveMarkers {
  readonly before: ReadonlyMap<number, readonly XmlElement[]>;
  readonly after: ReadonlyMap<number, readonly XmlElement[]>;
}

interface Position {
  readonly paragraph: number;
  readonly piece: number;
}

const ends = [
  { kind: "moved-away", marker: "w:moveFromRange" },
  { kind: "moved-here", marker: "w:moveToRange" },
] as const;

/** Word wants a date at each end of a move; this one, long past, stands where none is known. */
const noDate = "1970-01-01T00:00:00Z";

/**
 * Where the ends of moves begin and stop in paragraphs that follow each other. The two ends of a move are joined by the
 * name of their ranges. Unmoved words between two moved ones lie inside the range; words of another move end it.
 */
export function moveMarkers(nextId: () => string, paragraphs: readonly Paragraph[]): readonly MoveMarkers[] {
  const markers = paragraphs.map(() => ({
    before: new Map<number, XmlElement[]>(),
    after: new Map<number, XmlElement[]>(),
  }));
  const put = (side: "before" | "after", at: Position, marker: XmlElement) => {
    const places = markers[at.paragraph]?.[side];
    places?.set(at.piece, [...(places.get(at.piece) ?? []), marker]);
  };
  for (const { kind, marker } of ends) {
    for (const range of rangesOf(paragraphs, kind)) {
      const id = nextId();
      const who = hand(id, range.by);
      const named = { ...who, "w:date": who["w:date"] ?? noDate, "w:name": range.name };
      put("before", range.first, element(`${marker}Start`, named));
      put("after", range.last, element(`${marker}End`, { "w:id": id }));
    }
  }
  return markers;
}

interface MoveRange {
  readonly name: string;
  readonly by: Revision;
  readonly first: Position;
  last: Position;
}

function rangesOf(paragraphs: readonly Paragraph[], kind: Revision["kind"]): readonly MoveRange[] {
  const ranges: MoveRange[] = [];
  let open: MoveRange | null = null;
  for (const [at, revisions] of positions(paragraphs)) {
    const by = revisions.findLast((revision) => revision.kind === kind);
    if (by === undefined) continue;
    if (open !== null && by.move === open.name) {
      open.last = at;
      continue;
    }
    open = by.move === null ? null : { name: by.move, by, first: at, last: at };
    if (open !== null) ranges.push(open);
  }
  return ranges;
}

function* positions(paragraphs: readonly Paragraph[]): Generator<readonly [Position, readonly Revision[]]> {
  for (const [index, paragraph] of paragraphs.entries()) {
    for (const [piece, at] of paragraph.pieces.entries()) {
      if (isWide(at) && at.revisions.length > 0) yield [{ paragraph: index, piece }, at.revisions];
    }
    if (paragraph.mark.length > 0) yield [{ paragraph: index, piece: paragraph.pieces.length }, paragraph.mark];
  }
}
