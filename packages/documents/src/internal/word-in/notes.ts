import type { Footnote, Paragraph } from "../../manuscript.ts";
import { numberLines } from "../numbers/counting.ts";
import { attribute, childrenOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { readBlocks } from "./blocks.ts";
import { openFieldStack } from "./fields.ts";
import type { Relationships } from "./package.ts";
import { endnoteId } from "./runs.ts";
import { type Book, endStory, openStory } from "./story.ts";

/** The notes of a part that somebody wrote; those without words of theirs only draw the line above the notes. */
export function notesIn(root: XmlElement | null): readonly XmlElement[] {
  if (root === null) return [];
  return childrenOf(root).filter(
    (note) => /^w:(?:foot|end)note$/.test(note.name) && (attribute(note, "w:type") ?? "normal") === "normal",
  );
}

export function noteIds(notes: readonly XmlElement[]): ReadonlySet<string> {
  return new Set(notes.map((note) => attribute(note, "w:id") ?? ""));
}

/** Reads notes in the order of the file, once the document has told in which paragraphs they are called. */
export function readNotes(book: Book, notes: readonly XmlElement[], relationships: Relationships): readonly Footnote[] {
  return notes.map((note) => {
    const own = attribute(note, "w:id") ?? "";
    const id = note.name === "w:endnote" ? endnoteId(own) : own;
    const calledIn = book.noteCalls.get(id) ?? 0;
    const tell = (what: string) => book.losses.add("field", `in a footnote: ${what}`, calledIn);
    const story = openStory(book, relationships, openFieldStack(tell), calledIn);
    const paragraphs: Paragraph[] = [];
    readBlocks(story, note, { blocks: null, paragraphs }, 0);
    endStory(story);
    numberLines(story.lines);
    return { id, paragraphs };
  });
}
