import type { FormattingChange, Label, Paragraph, Piece, Revision } from "../../manuscript.ts";
import type { Numbering } from "../numbers/counting.ts";
import { attribute, child, childrenOf, descendants, wholeAttribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { describeParagraphChange } from "./describe-change.ts";
import { atParagraph, propertiesOf, readInline } from "./inline.ts";
import { readMark, takeWaiting } from "./marks.ts";
import { formattingChange, noRevisions, revisionElements } from "./revisions.ts";
import { runChange, type TypedNumber } from "./runs.ts";
import { readSection } from "./sections.ts";
import { addText, moveAll, type Open, type OpenParagraph, type Story } from "./story.ts";
import { flag, indentOf, type ParagraphStyle } from "./styles.ts";

/** Our own writer keeps tables apart with an empty paragraph of this style. */
const gapStyle = "ParleyGap";

/** Reads a w:p; null for one that only keeps two tables apart. */
export function readParagraph(story: Story, element: XmlElement, depth: number): Paragraph | null {
  const pPr = propertiesOf(element);
  const style = story.book.styles.paragraph(attribute(pPr === null ? null : child(pPr, "w:pStyle"), "w:val"));
  if (style.id === gapStyle && isEmpty(element)) {
    for (const mark of childrenOf(element)) readMark(story, mark);
    return null;
  }
  const numbering = numberingOf(story, pPr, style);
  const formatting: FormattingChange[] = [];
  const paragraph: Open<Paragraph> & OpenParagraph = {
    kind: "paragraph",
    ...roleAndLevel(story, pPr, style, numbering),
    label: null,
    direction: directionOf(story, pPr, style),
    pieces: takeWaiting(story),
    mark: [],
    formatting,
  };
  story.current = paragraph;
  story.book.revisions.paragraphBegins();
  const around = atParagraph(style);
  moveAll(story.waitingFormatting, formatting);
  tellLayoutChanges(story, pPr, formatting);
  readInline(story, paragraph, element, around, depth);
  paragraph.mark = markOf(story, pPr);
  story.current = null;
  const typed = takeTypedNumber(story, paragraph, around.typedNumber);
  paragraph.label = typed;
  story.lines.push({
    paragraph,
    numbering: typed === null ? numbering : null,
    inInsertedRow: story.insertedRows > 0,
    endsStretch: false,
  });
  if (story.calledIn === null) story.book.onParagraph(story.lines.length);
  return paragraph;
}

/** True when there is no run in a paragraph: its marks then stand between paragraphs. */
function isEmpty(paragraph: XmlElement): boolean {
  for (const { name } of descendants(paragraph)) if (name === "w:r") return false;
  return true;
}

/** The list a paragraph is in and its level there: what it says itself goes before what its styles say. */
function numberingOf(story: Story, pPr: XmlElement | null, style: ParagraphStyle): Numbering | null {
  const own = pPr === null ? null : child(pPr, "w:numPr");
  const ownUse = attribute(own === null ? null : child(own, "w:numId"), "w:val");
  const ownLevel = wholeAttribute(own === null ? null : child(own, "w:ilvl"), "w:val");
  const use = ownUse ?? style.use;
  if (use === null || use === "0") return null;
  const { numbering } = story.book;
  const byStyle = ownUse === null ? (numbering.levelOfStyle(use, style.chain) ?? style.listLevel) : style.listLevel;
  return numbering.numbering(use, Math.min(Math.max(ownLevel ?? byStyle ?? 0, 0), 8));
}

function roleAndLevel(
  story: Story,
  pPr: XmlElement | null,
  style: ParagraphStyle,
  numbering: Numbering | null,
): Pick<Paragraph, "role" | "level"> {
  const outline = wholeAttribute(pPr === null ? null : child(pPr, "w:outlineLvl"), "w:val");
  const isPlain = style.role === "body" || style.role === "heading";
  if (outline !== null && outline >= 0 && outline < 9 && isPlain) return { role: "heading", level: outline + 1 };
  if (style.role === "heading" && outline !== 9) return { role: "heading", level: style.headingLevel };
  const role = style.role === "heading" ? "body" : style.role;
  const indent = indentOf(pPr);
  if (indent === null && numbering !== null) return { role, level: numbering.level };
  return { role, level: steps(indent ?? style.indent ?? indentOf(story.book.styles.defaultParagraph) ?? 0) };
}

/** Our own writer indents by a centimetre; others by half an inch, more or less. */
const [ownStep, usualStep] = [567, 720];

function steps(indent: number): number {
  const step = Math.abs(indent - Math.round(indent / ownStep) * ownStep) <= 3 ? ownStep : usualStep;
  return Math.min(Math.max(Math.round(indent / step), 0), 9);
}

function directionOf(story: Story, pPr: XmlElement | null, style: ParagraphStyle): Paragraph["direction"] {
  const isRightToLeft = flag(pPr, "w:bidi") ?? style.rightToLeft ?? flag(story.book.styles.defaultParagraph, "w:bidi");
  return isRightToLeft === true ? "rtl" : "ltr";
}

/** The changes of a paragraph's end. What came goes before what went, whatever the order in the file: only what is there can go. */
function markOf(story: Story, pPr: XmlElement | null): readonly Revision[] {
  const rPr = pPr === null ? null : child(pPr, "w:rPr");
  if (rPr === null) return noRevisions;
  const found: Revision[] = [];
  for (const element of childrenOf(rPr)) {
    const kind = Object.hasOwn(revisionElements, element.name) ? revisionElements[element.name] : undefined;
    if (kind !== undefined) found.push(story.book.revisions.endRevision(element, kind));
  }
  const hasCome = (revision: Revision) => revision.kind === "inserted" || revision.kind === "moved-here";
  return [...found.filter(hasCome), ...found.filter((revision) => !hasCome(revision))];
}

/** Tracked changes of layout: of the paragraph, of its number, of the mark at its end, of the section it closes. */
function tellLayoutChanges(story: Story, pPr: XmlElement | null, told: FormattingChange[]): void {
  if (pPr === null) return;
  for (const element of childrenOf(pPr)) {
    if (element.name === "w:pPrChange") {
      const what = describeParagraphChange(child(element, "w:pPr"), pPr, story.book.styles.nameOf);
      told.push(formattingChange(element, what));
    } else if (element.name === "w:numPr") {
      for (const change of childrenOf(element)) {
        const original = attribute(change, "w:original");
        if (change.name === "w:ins") told.push(formattingChange(change, "numbering on"));
        else if (change.name === "w:numberingChange") {
          told.push(formattingChange(change, `numbering changed${original === null ? "" : ` from ${original}`}`));
        }
      }
    } else if (element.name === "w:rPr") {
      const change = child(element, "w:rPrChange");
      if (change !== null) {
        const ofEnd = runChange(story, change, element);
        told.push({ ...ofEnd, what: `at the end of the paragraph: ${ofEnd.what}` });
      }
    } else if (element.name === "w:sectPr") told.push(...readSection(story, element));
  }
}

/**
 * The number that our own writer typed becomes the label again: untouched, or changed together with all words of the
 * paragraph, with its end or with the end before it. A number that somebody changed by itself stays in the words with
 * that change.
 */
function takeTypedNumber(story: Story, paragraph: OpenParagraph, { pieces, at }: TypedNumber): Label | null {
  if (at === null) return null;
  const [number, tab, ...more] = pieces;
  const others = paragraph.pieces;
  const isWhole =
    number?.kind === "text" &&
    more.length === 0 &&
    (tab === undefined || (tab.kind === "tab" && tab.revisions === number.revisions)) &&
    goesWithParagraph(number.revisions, paragraph, story.lines.at(-1)?.paragraph.mark ?? []);
  if (isWhole) return { text: number.text, list: "", level: 0, format: "none", pattern: number.text, start: 1 };
  const after = others.splice(at);
  for (const piece of [...pieces, ...after]) putBack(others, piece);
  return null;
}

function goesWithParagraph(
  revisions: readonly Revision[],
  { pieces, mark }: OpenParagraph,
  markBefore: readonly Revision[],
): boolean {
  const ends = [...mark, ...markBefore];
  const isOfEnd = (one: Revision) =>
    ends.some(({ kind, author, date }) => kind === one.kind && author === one.author && date === one.date);
  return (
    revisions.every(isOfEnd) ||
    revisions.every((one, i) => pieces.every((piece) => !("revisions" in piece) || piece.revisions[i] === one))
  );
}

function putBack(pieces: Piece[], piece: Piece): void {
  if (piece.kind === "text") addText(pieces, piece.text, piece, piece.link, piece.revisions);
  else pieces.push(piece);
}
