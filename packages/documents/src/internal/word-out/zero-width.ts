import type { Piece } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import type { RangeMark } from "./marks.ts";
import { run, styled } from "./runs.ts";
import type { Writing } from "./writing.ts";

type AnchorPiece = Extract<Piece, { readonly kind: "anchor-start" | "anchor-end" }>;
type CommentPiece = Extract<Piece, { readonly kind: "comment-start" | "comment-end" }>;

/** The bookmark that begins or ends here. */
export function anchorMarks(writing: Writing, piece: AnchorPiece): readonly XmlElement[] {
  const mark = piece.kind === "anchor-start" ? writing.anchors.start(piece.name) : writing.anchors.end(piece.name);
  const elements: XmlElement[] = [];
  if (mark === "start" || mark === "point") {
    const id = writing.nextId();
    writing.bookmarkIds.set(piece.name, id);
    elements.push(element("w:bookmarkStart", { "w:id": id, "w:name": writing.anchorName(piece.name) }));
  }
  if (mark === "end" || mark === "point")
    elements.push(element("w:bookmarkEnd", { "w:id": writing.bookmarkIds.get(piece.name) }));
  return elements;
}

/** The comment that begins or ends here, with its answers that stand nowhere themselves. */
export function commentMarks(writing: Writing, piece: CommentPiece): readonly XmlElement[] {
  const numbers = writing.comments.numbersAt(piece.id);
  if (numbers.length === 0) return [];
  const isStart = piece.kind === "comment-start";
  return commentElements(numbers, isStart ? writing.comments.start(piece.id) : writing.comments.end(piece.id));
}

/** Word shows a comment only where a reference to it stands, after its end. */
export function commentElements(numbers: readonly string[], mark: RangeMark): readonly XmlElement[] {
  const starts = numbers.map((number) => element("w:commentRangeStart", { "w:id": number }));
  const finish = numbers.flatMap((number) => [
    element("w:commentRangeEnd", { "w:id": number }),
    run(styled("CommentReference"), [element("w:commentReference", { "w:id": number })]),
  ]);
  if (mark === "start") return starts;
  if (mark === "end") return finish;
  return mark === "point" ? [...starts, ...finish] : [];
}
