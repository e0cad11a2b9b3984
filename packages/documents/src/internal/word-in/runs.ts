import type { FormattingChange, Piece } from "../../manuscript.ts";
import { attribute, child, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { describeRunChange } from "./describe-change.ts";
import { readCommentMark, readMark } from "./marks.ts";
import { tellPicture } from "./pictures.ts";
import { formattingChange, type Revisions } from "./revisions.ts";
import { addText, checkDepth, type Look, lose, type OpenParagraph, paragraphNumber, type Story } from "./story.ts";
import { type Looks, type ParagraphStyle, readLooks } from "./styles.ts";
import { quotedWords } from "./words-of.ts";

/** What surrounds a run. */
export interface Surroundings {
  readonly style: ParagraphStyle;
  readonly revisions: Revisions;
  readonly link: string | null;
  readonly typedNumber: TypedNumber;
}

/** The number that our own writer types before the words of a paragraph, gathered apart from them. */
export interface TypedNumber {
  readonly pieces: Piece[];
  /** How many pieces stood before it; null while there is no number. */
  at: number | null;
  /** How many pieces of the paragraph are known to have no width; words among them end the number. */
  scanned: number;
}

const noFormatting: readonly FormattingChange[] = [];

/** Reads a w:r into the pieces of the paragraph. */
export function readRun(story: Story, paragraph: OpenParagraph, run: XmlElement, around: Surroundings): void {
  const properties = child(run, "w:rPr");
  const styleId = attribute(properties === null ? null : child(properties, "w:rStyle"), "w:val");
  const own = styleId === null ? null : story.book.styles.ownCharacter(styleId);
  const look = lookOf(story, run, styleId, own, around.style);
  const { typedNumber } = around;
  while (typedNumber.scanned < paragraph.pieces.length && !hasWidth(paragraph.pieces[typedNumber.scanned])) {
    typedNumber.scanned += 1;
  }
  // The number ends with its tab. What follows in the same style is words: LibreOffice carries the style on.
  const isOpen = typedNumber.pieces.at(-1)?.kind !== "tab" && typedNumber.scanned === paragraph.pieces.length;
  if (own === "ParleyNumber" && isOpen) {
    typedNumber.at ??= paragraph.pieces.length;
    readRunContent(story, typedNumber.pieces, run, look, around, 0);
  } else readRunContent(story, paragraph.pieces, run, look, around, 0);
}

const hasWidth = (piece: Piece | undefined) => piece !== undefined && "revisions" in piece;

/** The looks of a run: its own, else those of its character style and its paragraph style together, as Word joins them. */
function lookOf(
  story: Story,
  run: XmlElement,
  styleId: string | null,
  own: string | null,
  style: ParagraphStyle,
): Look {
  const { styles } = story.book;
  const properties = child(run, "w:rPr");
  const direct = readLooks(properties);
  const character = styleId === null ? null : styles.character(styleId);
  // The looks of a heading or a note belong to its role, and are not emphasis.
  const isBody = style.role === "body";
  const layers = [character, isBody ? style.looks : null, isBody ? styles.defaults : null];
  const toggled = (key: keyof Looks) => {
    if (direct[key] !== null) return direct[key];
    return layers[2]?.[key] === true || (layers[1]?.[key] ?? false) !== (layers[0]?.[key] ?? false);
  };
  const nearest = (key: keyof Looks, from: readonly (Looks | null)[]) => {
    for (const layer of [direct, ...from]) if (layer !== null && layer[key] !== null) return layer[key];
    return false;
  };
  const all = [character, style.looks, styles.defaults];
  const isComplex = nearest("rightToLeft", all);
  if (nearest("hidden", all)) tellHidden(story, run);
  const change = properties === null ? null : child(properties, "w:rPrChange");
  return {
    strong: toggled(isComplex ? "boldComplex" : "bold"),
    emphasis: toggled(isComplex ? "italicComplex" : "italic"),
    underline: nearest("underline", layers),
    role: own === "ParleyLiteral" ? "literal" : own === "ParleyAmbiguity" ? "ambiguity" : null,
    formatting: change === null ? noFormatting : [runChange(story, change, properties)],
  };
}

function tellHidden(story: Story, run: XmlElement): void {
  const hasWords = child(run, "w:t") !== null || child(run, "w:delText") !== null;
  if (!hasWords || story.hiddenIn === paragraphNumber(story)) return;
  story.hiddenIn = paragraphNumber(story);
  lose(story, "unknown-element", "words that the page does not show; they are kept");
}

export function runChange(story: Story, change: XmlElement, now: XmlElement | null): FormattingChange {
  return formattingChange(change, describeRunChange(child(change, "w:rPr"), now, story.book.styles.nameOf));
}

/** Elements of a run that hold nothing to read. */
const nothing = new Set(
  (
    "w:rPr w:lastRenderedPageBreak w:annotationRef w:separator w:continuationSeparator " +
    "w:proofErr w:permStart w:permEnd"
  ).split(" "),
);

const dateWords = /^w:(?:day|month|year)(?:Short|Long)$|^w:pgNum$/;

function readRunContent(
  story: Story,
  pieces: Piece[],
  run: XmlElement,
  look: Look,
  around: Surroundings,
  depth: number,
): void {
  checkDepth(depth);
  const { revisions } = around;
  const words = (text: string) => {
    const own = story.afterNoteNumber && text.startsWith(" ") ? text.slice(1) : text;
    if (text !== "") story.afterNoteNumber = false;
    addText(pieces, own, look, around.link ?? story.fields.link(), revisions);
  };
  for (const node of run.children) {
    if (typeof node === "string") {
      if (node.trim() !== "") words(node);
      continue;
    }
    switch (node.name) {
      case "w:t":
      case "w:delText":
        words(shownText(node));
        break;
      case "w:tab":
      case "w:ptab":
        if (!story.afterNoteNumber) pieces.push({ kind: "tab", revisions });
        story.afterNoteNumber = false;
        break;
      case "w:footnoteRef":
      case "w:endnoteRef":
        story.afterNoteNumber = true;
        break;
      case "w:br":
        if ((attribute(node, "w:type") ?? "textWrapping") === "textWrapping") pieces.push({ kind: "break", revisions });
        break;
      case "w:cr":
        pieces.push({ kind: "break", revisions });
        break;
      case "w:noBreakHyphen":
        words("\u2011");
        break;
      case "w:softHyphen":
        words("\u00ad");
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        readNoteCall(story, pieces, node, revisions);
        break;
      case "w:commentReference":
        readCommentMark(story, pieces, attribute(node, "w:id") ?? "");
        break;
      case "w:fldChar":
        readFieldMark(story, attribute(node, "w:fldCharType"));
        break;
      case "w:instrText":
      case "w:delInstrText":
        story.fields.instruct(textOf(node));
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        for (const [code, what] of tellPicture(node, story.relationships)) lose(story, code, what);
        break;
      case "w:sym":
        lose(
          story,
          "symbol",
          `a symbol (${attribute(node, "w:font") ?? "font not said"}, ${attribute(node, "w:char") ?? "?"})`,
        );
        break;
      case "w:ruby":
        readRuby(story, pieces, node, look, around, depth);
        break;
      case "mc:AlternateContent":
        readRunContent(story, pieces, chosen(node), look, around, depth + 1);
        break;
      case "w:r":
        readRunContent(story, pieces, node, look, around, depth + 1);
        break;
      default:
        if (nothing.has(node.name) || readMark(story, node)) break;
        if (dateWords.test(node.name)) lose(story, "field", "a date or page number that the program fills in");
        else readUnknown(story, node, () => readRunContent(story, pieces, node, look, around, depth + 1));
    }
  }
}

/** White space at the ends of a w:t is only shown when the file says so. */
function shownText(element: XmlElement): string {
  const text = textOf(element);
  return attribute(element, "xml:space") === "preserve" ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

function readNoteCall(story: Story, pieces: Piece[], node: XmlElement, revisions: Revisions): void {
  const id = attribute(node, "w:id") ?? "";
  const { footnotes, endnotes, noteCalls } = story.book;
  const isEndnote = node.name === "w:endnoteReference";
  if (!(isEndnote ? endnotes : footnotes).has(id)) {
    lose(story, isEndnote ? "endnote" : "unknown-element", "the mark of a note that the file does not hold");
    return;
  }
  const noteId = isEndnote ? endnoteId(id) : id;
  if (isEndnote) lose(story, "endnote", "an endnote, kept as a footnote");
  if (!noteCalls.has(noteId)) noteCalls.set(noteId, paragraphNumber(story));
  pieces.push({ kind: "footnote", id: noteId, revisions });
}

/** Footnotes and endnotes are counted apart in a Word file; here they share one list. */
export const endnoteId = (id: string): string => `endnote-${id}`;

function readFieldMark(story: Story, kind: string | null): void {
  if (kind === "begin") story.fields.begin();
  else if (kind === "separate") story.fields.separate();
  else if (kind === "end") story.fields.end();
}

/** The words below are kept, the reading aid above them is told. */
function readRuby(
  story: Story,
  pieces: Piece[],
  ruby: XmlElement,
  look: Look,
  around: Surroundings,
  depth: number,
): void {
  const above = child(ruby, "w:rt");
  lose(story, "ruby", `a reading aid above the words${above === null ? "" : quotedWords(above)}`);
  const base = child(ruby, "w:rubyBase");
  if (base !== null) readRunContent(story, pieces, base, look, around, depth + 1);
}

/** Of content given in several ways, the one to read: the first when its vocabulary is known, else the one to fall back on. */
export function chosen(alternate: XmlElement): XmlElement {
  const first = child(alternate, "mc:Choice");
  const fallback = child(alternate, "mc:Fallback");
  const isForeign = first?.children.some((node) => typeof node !== "string" && node.name.startsWith("{")) ?? true;
  return (isForeign ? (fallback ?? first) : first) ?? { name: "mc:Fallback", attributes: {}, children: [] };
}

/** An element nobody here knows: its words are kept and the outermost is told; without words it is passed over. */
export function readUnknown(story: Story, element: XmlElement, inside: () => void): void {
  if (story.unknownAround === 0) {
    if (textOf(element).trim() === "") return;
    const name = element.name.replace(/^\{.*\}/, "");
    lose(story, "unknown-element", `an element that is not known here (${name}); its words are kept`);
  }
  story.unknownAround += 1;
  inside();
  story.unknownAround -= 1;
}
