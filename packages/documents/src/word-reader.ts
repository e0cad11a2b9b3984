import { openContainer } from "./internal/container/open.ts";
import { numberLines } from "./internal/numbers/counting.ts";
import { readBlocks } from "./internal/word-in/blocks.ts";
import { readComments } from "./internal/word-in/comments.ts";
import { openFieldStack } from "./internal/word-in/fields.ts";
import { gatherLosses } from "./internal/word-in/losses.ts";
import { noteIds, notesIn, readNotes } from "./internal/word-in/notes.ts";
import { readNumbering } from "./internal/word-in/numbering.ts";
import { mainPart, notWord, parsePart, relatedPart, relationshipsOf } from "./internal/word-in/package.ts";
import { readPageEdges } from "./internal/word-in/page-edges.ts";
import { directionOf, languageOf, readCarried, readCoreProperties } from "./internal/word-in/properties.ts";
import { openRevisionBook } from "./internal/word-in/revisions.ts";
import { isLandscape } from "./internal/word-in/sections.ts";
import { type Book, endStory, openStory, paragraphNumber } from "./internal/word-in/story.ts";
import { readStyles } from "./internal/word-in/styles.ts";
import { child, childrenOf } from "./internal/xml/find.ts";
import type { Block, Loss, Manuscript, Paragraph } from "./manuscript.ts";
import type { ManuscriptRead } from "./manuscript-read.ts";
import { refusing } from "./refusal.ts";

/**
 * Reads a Word file (.docx, transitional or strict) into a manuscript with every tracked change, comment, number and
 * bookmark in its place. No change is accepted or rejected. What a manuscript cannot hold is listed with its paragraph.
 * A file that is hostile, damaged or of another kind is refused with the reason; nothing is thrown. `file` is the name
 * shown to people; `onProgress` is told the share done, from 0 to 1. Time and memory grow with the size of the file.
 * Rules: docs/spec/word-in.md.
 */
export function readWord(
  file: string,
  bytes: Uint8Array,
  options: { readonly onProgress?: (share: number) => void } = {},
): ManuscriptRead {
  const onProgress = options.onProgress ?? (() => undefined);
  onProgress(0);
  const read = refusing(file, () => readPackage(bytes, onProgress));
  if (!read.ok) return read;
  onProgress(1);
  return { ok: true, ...read.value };
}

const [parsed, paragraphsAtATime] = [0.6, 200];

function readPackage(
  bytes: Uint8Array,
  onProgress: (share: number) => void,
): { readonly manuscript: Manuscript; readonly losses: readonly Loss[] } {
  const container = openContainer(bytes);
  const main = mainPart(container);
  const relationships = relationshipsOf(container, main);
  const partOf = (type: string) => {
    const name = relatedPart(container, relationships, type);
    return name === null ? null : { name, root: parsePart(container, name), own: relationshipsOf(container, name) };
  };
  const root = parsePart(container, main);
  const body = root.name === "w:document" ? child(root, "w:body") : null;
  if (body === null)
    return notWord("its main part is not a document", "Copy the text into a Word file and send that one.");
  onProgress(parsed);

  const styles = readStyles(partOf("styles")?.root ?? null);
  const comments = readComments(partOf("comments")?.root ?? null, partOf("commentsExtended")?.root ?? null);
  const [footnotes, endnotes] = [partOf("footnotes"), partOf("endnotes")];
  const [footnoteElements, endnoteElements] = [notesIn(footnotes?.root ?? null), notesIn(endnotes?.root ?? null)];
  const losses = gatherLosses();
  const expected = Math.max(childrenOf(body).length, 1);
  const book: Book = {
    styles,
    numbering: readNumbering(partOf("numbering")?.root ?? null, styles.useOfStyle),
    revisions: openRevisionBook(),
    losses,
    comments: new Set(comments.map(({ id }) => id)),
    footnotes: noteIds(footnoteElements),
    endnotes: noteIds(endnoteElements),
    noteCalls: new Map(),
    onParagraph: (count) => {
      if (count % paragraphsAtATime === 0) onProgress(parsed + (0.95 - parsed) * Math.min(count / expected, 1));
    },
  };
  const story = openStory(
    book,
    relationships,
    openFieldStack((what) => losses.add("field", what, paragraphNumber(story))),
  );
  const blocks: Block[] = [];
  readBlocks(story, body, { blocks, paragraphs: [] }, 0);
  endStory(story);
  numberLines(story.lines);
  const notes = [
    ...readNotes(book, footnoteElements, footnotes?.own ?? new Map()),
    ...readNotes(book, endnoteElements, endnotes?.own ?? new Map()),
  ];
  for (const format of book.numbering.unknownFormats) {
    losses.add("symbol", `numbers of a kind not known here (${format}); they are written in figures`, null);
  }
  const paragraphs = story.lines.map((line) => line.paragraph as Paragraph);
  const section = child(body, "w:sectPr");
  const direction = directionOf(section, paragraphs);
  const properties = readCoreProperties(container, relationshipsOf(container, ""));
  const manuscript: Manuscript = {
    title: properties.title,
    language: properties.language ?? languageOf(styles, partOf("settings")?.root ?? null, direction),
    direction,
    landscape: isLandscape(section),
    header: readPageEdges(container, body, relationships, losses),
    blocks,
    footnotes: notes,
    comments,
    carried: readCarried(container, losses),
  };
  return { manuscript, losses: losses.told(paragraphs) };
}
