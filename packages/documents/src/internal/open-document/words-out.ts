import type { Comment, Piece, TextPiece } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { styleNames } from "./names.ts";
import { spacesMax } from "./reading.ts";
import type { Writing } from "./writing.ts";

export type Inline = XmlElement | string;

/**
 * Words as the format wants them: of white space only a single space between two letters stands for itself. Tabs and
 * line ends inside become elements.
 */
export function plainInline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  for (const [part] of text.matchAll(/^ +| {2,}|\t|\n|(?:[^ \t\n]| (?=[^ \t\n])| $)+| /g)) {
    if (part === "\t") found.push(element("text:tab"));
    else if (part === "\n") found.push(element("text:line-break"));
    else if (/^ +$/.test(part)) found.push(...spaces(part.length));
    else found.push(part);
  }
  return found;
}

/** As many elements as the reader takes at their word. */
function spaces(count: number): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let left = count; left > 0; left -= spacesMax) {
    found.push(element("text:s", { "text:c": left > 1 ? String(Math.min(left, spacesMax)) : undefined }));
  }
  return found;
}

/** A piece of a paragraph; `note` writes a footnote. */
export function writePiece(writing: Writing, piece: Piece, note: (id: string) => readonly Inline[]): readonly Inline[] {
  switch (piece.kind) {
    case "text":
      return writeText(writing, piece);
    case "tab":
      return [element("text:tab")];
    case "break":
      return [element("text:line-break")];
    case "footnote":
      return note(piece.id);
    case "anchor-start":
      return [element("text:bookmark-start", { "text:name": piece.name })];
    case "anchor-end":
      return [element("text:bookmark-end", { "text:name": piece.name })];
    case "comment-start":
      return startComment(writing, piece.id);
    case "comment-end":
      return endComment(writing, piece.id);
  }
}

function writeText(writing: Writing, piece: TextPiece): readonly Inline[] {
  let inline = plainInline(piece.text);
  const look = writing.styles.words(piece);
  if (look !== null) inline = [element("text:span", { "text:style-name": look }, inline)];
  if (piece.role !== null) inline = [element("text:span", { "text:style-name": styleNames[piece.role] }, inline)];
  if (piece.link !== null) inline = [element("text:a", { "xlink:type": "simple", "xlink:href": piece.link }, inline)];
  for (const change of [...piece.formatting].reverse()) {
    const mark = { "text:change-id": writing.regions.looks(change, false) };
    inline = [element("text:change-start", mark), ...inline, element("text:change-end", mark)];
  }
  return inline;
}

/** A number that is typed: known by its style when it comes back. */
export function typedNumber(text: string): readonly Inline[] {
  return [element("text:span", { "text:style-name": styleNames.number }, [...plainInline(text), element("text:tab")])];
}

function startComment(writing: Writing, id: string): readonly Inline[] {
  const comment = writing.comments.get(id);
  if (comment === undefined || writing.begun.has(id)) return [];
  const answers = writing.answers.get(id) ?? [];
  return [annotation(writing, comment), ...answers.map((answer) => annotation(writing, answer))];
}

function endComment(writing: Writing, id: string): readonly Inline[] {
  if (!writing.begun.has(id)) return [];
  const ended = [id, ...(writing.answers.get(id) ?? []).map((answer) => answer.id)];
  return ended.map((name) => element("office:annotation-end", { "office:name": name }));
}

/** A comment that stands nowhere in the text, where it can be seen. */
export function comment(writing: Writing, adrift: Comment): readonly Inline[] {
  return [annotation(writing, adrift), element("office:annotation-end", { "office:name": adrift.id })];
}

function annotation(writing: Writing, { id, author, date, paragraphs, replyTo, resolved }: Comment): XmlElement {
  writing.begun.add(id);
  const attributes = {
    "office:name": id,
    "loext:resolved": String(resolved),
    "loext:parent-name": replyTo ?? undefined,
  };
  return element("office:annotation", attributes, [
    element("dc:creator", {}, [author]),
    ...(date === null ? [] : [element("dc:date", {}, [date])]),
    ...paragraphs.map((words) => element("text:p", {}, plainInline(words))),
  ]);
}
