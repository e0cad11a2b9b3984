import type { Piece } from "../../manuscript.ts";
import { attribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import type { Story } from "./story.ts";

/**
 * Bookmarks, ends of comments and ranges of moves have no width and may stand anywhere. True when the element was one of
 * them. Inside a paragraph they take their place among its words; between paragraphs a start belongs to the next
 * paragraph and an end to the one before.
 */
export function readMark(story: Story, element: XmlElement): boolean {
  const id = attribute(element, "w:id") ?? "";
  switch (element.name) {
    case "w:bookmarkStart":
      startAnchor(story, id, attribute(element, "w:name") ?? "");
      return true;
    case "w:bookmarkEnd":
      end(story, `anchor ${id}`);
      return true;
    case "w:commentRangeStart":
      startComment(story, id);
      return true;
    case "w:commentRangeEnd":
      end(story, `comment ${id}`);
      return true;
    case "w:moveFromRangeStart":
      story.book.revisions.moveBegins(element, "moved-away");
      return true;
    case "w:moveFromRangeEnd":
      story.book.revisions.moveEnds(element, "moved-away");
      return true;
    case "w:moveToRangeStart":
      story.book.revisions.moveBegins(element, "moved-here");
      return true;
    case "w:moveToRangeEnd":
      story.book.revisions.moveEnds(element, "moved-here");
      return true;
    default:
      return false;
  }
}

/** Word keeps the place of the last edit under this name; it points at nothing. */
const lastEdit = "_GoBack";

function startAnchor(story: Story, id: string, name: string): void {
  if (name !== "" && name !== lastEdit) {
    start(story, `anchor ${id}`, { kind: "anchor-start", name }, { kind: "anchor-end", name });
  }
}

function startComment(story: Story, id: string): void {
  if (!story.book.comments.has(id) || story.ranged.has(id)) return;
  story.ranged.add(id);
  start(story, `comment ${id}`, { kind: "comment-start", id }, { kind: "comment-end", id });
}

function start(story: Story, key: string, piece: Piece, endPiece: Piece): void {
  if (story.open.has(key)) return;
  (story.current?.pieces ?? story.waiting).push(piece);
  story.open.set(key, { line: story.lines.length, end: endPiece });
}

function end(story: Story, key: string): void {
  const opened = story.open.get(key);
  if (opened === undefined) return;
  story.open.delete(key);
  placeOfEnd(story, opened.line).push(opened.end);
}

/** An end between paragraphs goes to the paragraph before, unless its start still waits for the next one. */
function placeOfEnd(story: Story, startLine: number): Piece[] {
  if (story.current !== null) return story.current.pieces;
  const before = story.lines.at(-1)?.paragraph.pieces as Piece[] | undefined;
  return startLine === story.lines.length || before === undefined ? story.waiting : before;
}

/** What waited between paragraphs, for the one that begins. */
export function takeWaiting(story: Story): Piece[] {
  const pieces = story.waiting;
  story.waiting = [];
  return pieces;
}

/** The mark of a comment in the text. A comment without a range has its whole range here; one still open ends here. */
export function readCommentMark(story: Story, pieces: Piece[], id: string): void {
  if (!story.book.comments.has(id)) return;
  if (story.open.has(`comment ${id}`)) end(story, `comment ${id}`);
  else if (!story.ranged.has(id)) {
    story.ranged.add(id);
    pieces.push({ kind: "comment-start", id }, { kind: "comment-end", id });
  }
}
