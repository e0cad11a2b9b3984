import type { Paragraph, ParagraphRole, Piece } from "../../manuscript.ts";
import { isWide } from "../manuscript/walk.ts";
import { isShort, type Numbering } from "../numbers/live-numbers.ts";
import { numberRevisions } from "../numbers/typed-number.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { indentStep, levelIndent } from "./measures.ts";
import { type MoveMarkers, moveMarkers } from "./moves.ts";
import { isDeleted, nest, type Wrapped, type Wrapper } from "./nesting.ts";
import { linkTo } from "./relationships.ts";
import { changed, looksChanged, markChanges } from "./revisions.ts";
import { isLink, run, runContent, styled, textRuns } from "./runs.ts";
import { scriptStretches } from "./scripts.ts";
import type { Story } from "./writing.ts";
import { anchorMarks, commentMarks } from "./zero-width.ts";

/** What the first of some paragraphs has more than the others: elements before its words, room above it. */
export interface Beginning {
  readonly lead?: readonly XmlElement[];
  readonly isAfterTable?: boolean;
}

/** Paragraphs that follow each other, with the numbers that they get. */
export function writeParagraphs(
  story: Story,
  paragraphs: readonly Paragraph[],
  numbering: () => Numbering | null,
  { lead = [], isAfterTable = false }: Beginning = {},
): readonly XmlElement[] {
  const markers = moveMarkers(story.writing.nextId, paragraphs);
  return paragraphs.flatMap((paragraph, index) => {
    const number = numbering();
    const moves = markers[index] ?? { before: new Map(), after: new Map() };
    const previous = paragraphs[index - 1] ?? null;
    const words = nest(
      [
        { around: [], content: index === 0 ? lead : [] },
        ...paragraphContent(story, paragraph, { number, moves, previous }),
      ],
      (wrapper, children) => wrap(story, wrapper, children),
    );
    const layout = paragraphLayout(story, paragraph, { number, hasRoomAbove: isAfterTable && index === 0 });
    // A move that takes the end of the paragraph along stops after it, between the paragraphs.
    return [element("w:p", {}, [...layout, ...words]), ...(moves.after.get(paragraph.pieces.length) ?? [])];
  });
}

function paragraphContent(
  story: Story,
  paragraph: Paragraph,
  given: { readonly number: Numbering | null; readonly moves: MoveMarkers; readonly previous: Paragraph | null },
): readonly Wrapped[] {
  const { before, after } = given.moves;
  const content: Wrapped[] = [];
  const bare = (elements: readonly XmlElement[] | undefined) => {
    if (elements !== undefined && elements.length > 0) content.push({ around: [], content: elements });
  };
  const end = paragraph.pieces.length;
  const isTyped = given.number?.kind === "typed";
  // A move that begins with the first words takes the number along.
  const firstWide = paragraph.pieces.findIndex(isWide);
  const first = firstWide < 0 ? end : firstWide;
  if (given.number?.kind === "typed") {
    bare(before.get(first));
    content.push(typedNumber(paragraph, given.number.text, given.previous));
  }
  for (const [index, piece] of paragraph.pieces.entries()) {
    if (!isTyped || index !== first) bare(before.get(index));
    content.push(writePiece(story, paragraph, piece));
    bare(after.get(index));
  }
  if (!isTyped || first !== end) bare(before.get(end));
  return content;
}

function writePiece(story: Story, paragraph: Paragraph, piece: Piece): Wrapped {
  if (!isWide(piece)) {
    const marks = "name" in piece ? anchorMarks(story.writing, piece) : commentMarks(story.writing, piece);
    return { around: [], content: marks };
  }
  const around: Wrapper[] = piece.revisions.map((revision) => ({ kind: "change", revision }));
  switch (piece.kind) {
    case "break":
      return { around, content: [run([], [element("w:br")])] };
    case "tab":
      return { around, content: [run([], [element("w:tab")])] };
    case "footnote": {
      // Word knows no footnote to a footnote.
      if (!story.isBody) return { around: [], content: [] };
      const reference = element("w:footnoteReference", { "w:id": story.writing.notes.refer(piece.id) });
      return { around, content: [run(styled("FootnoteReference"), [reference])] };
    }
    case "text": {
      if (isLink(piece.link)) around.unshift({ kind: "link", target: piece.link });
      const given = { deleted: isDeleted(around), direction: paragraph.direction, nextId: story.writing.nextId };
      return { around, content: textRuns(piece, given) };
    }
  }
}

function wrap(story: Story, wrapper: Wrapper, children: readonly XmlElement[]): XmlElement {
  if (wrapper.kind === "change") return changed(story.writing.nextId(), wrapper.revision, children);
  const inside = wrapper.target.startsWith("#");
  const to = inside
    ? { "w:anchor": story.writing.anchorName(wrapper.target.slice(1)) }
    : { "r:id": linkTo(story.relations, wrapper.target) };
  return element("w:hyperlink", { ...to, "w:history": "1" }, children);
}

/** A number that nobody counts: its words and a tab, in a style of their own by which it is known when it comes back. */
function typedNumber(paragraph: Paragraph, text: string, previous: Paragraph | null): Wrapped {
  const around: Wrapper[] = numberRevisions(paragraph, previous).map((revision) => ({ kind: "change", revision }));
  const runs = scriptStretches(text, paragraph.direction).map((stretch) => {
    const direction = stretch.direction === "rtl" ? [element("w:rtl"), element("w:cs")] : [];
    return run([...styled("ParleyNumber"), ...direction], runContent(stretch.text, isDeleted(around)));
  });
  return { around, content: [...runs, run(styled("ParleyNumber"), [element("w:tab")])] };
}

const roleStyles = {
  title: "Title",
  subtitle: "Subtitle",
  body: null,
  note: "ParleyNote",
  signature: "ParleySignature",
  quote: "Quote",
} as const satisfies Record<Exclude<ParagraphRole, "heading">, string | null>;

/** In the order that Word wants; nothing at all for a plain paragraph. */
function paragraphLayout(
  story: Story,
  paragraph: Paragraph,
  { number, hasRoomAbove }: { readonly number: Numbering | null; readonly hasRoomAbove: boolean },
): readonly XmlElement[] {
  const { role, level, direction, formatting } = paragraph;
  const { nextId } = story.writing;
  const isHeading = role === "heading";
  const plain = story.isBody ? null : "FootnoteText";
  const style = isHeading ? `Heading${Math.min(9, Math.max(1, level))}` : (roleStyles[role] ?? plain);
  const layout: XmlElement[] = [];
  if (style !== null) layout.push(element("w:pStyle", { "w:val": style }));
  if (number?.kind === "live") {
    const [list, depth] = [element("w:numId", { "w:val": number.list }), String(number.level)];
    layout.push(element("w:numPr", {}, [element("w:ilvl", { "w:val": depth }), list]));
  }
  if (number?.kind === "typed" && !isShort(number.text))
    layout.push(roomForNumber(isHeading ? 0 : boundedLevel(level)));
  if (direction === "rtl") layout.push(element("w:bidi"));
  if (hasRoomAbove && role === "body") layout.push(element("w:spacing", { "w:before": "200" }));
  if (number !== null || (!isHeading && level > 0)) {
    layout.push(levelIndent(isHeading ? 0 : boundedLevel(level), isHanging(number)));
  }
  const markLooks = direction === "rtl" ? [element("w:rtl"), element("w:cs")] : [];
  const mark = [
    ...markChanges(nextId, paragraph.mark),
    ...markLooks,
    ...looksChanged(nextId, formatting[1], { of: "w:rPr", looks: markLooks }),
  ];
  const change = looksChanged(nextId, formatting[0], { of: "w:pPr", looks: [...layout] });
  if (mark.length > 0) layout.push(element("w:rPr", {}, mark));
  layout.push(...change);
  return layout.length === 0 ? [] : [element("w:pPr", {}, layout)];
}

function boundedLevel(level: number): number {
  return Math.min(9, Math.max(0, Math.trunc(level) || 0));
}

/** A typed number such as "2 bis." has two steps of room before the words begin. */
function roomForNumber(level: number): XmlElement {
  const position = String((level + 2) * indentStep);
  return element("w:tabs", {}, [element("w:tab", { "w:val": "left", "w:pos": position })]);
}

function isHanging(number: Numbering | null): boolean {
  if (number === null) return false;
  return number.kind === "live" ? number.hanging : isShort(number.text);
}
