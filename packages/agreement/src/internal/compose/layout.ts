import type { DraftParagraph } from "../../draft-text.ts";
import { type Chunk, chunkOf, optionsOf, type Stated } from "./chunk.ts";
import { isHeadingLabel } from "./guard.ts";

/** A paragraph whose depth is known. */
export interface PlacedParagraph extends DraftParagraph {
  readonly depth: number;
}

/** A paragraph that others may stand under. */
interface Open {
  readonly depth: number;
  /** Columns before what stands inside it. */
  readonly inside: number;
  /** Columns before the fence that closes its division; null when none is open. */
  readonly fence: number | null;
  /** True for a division of several notes, which the next note goes on with. */
  readonly notes: boolean;
}

/** The body of a text: one paragraph after another, indented to the words of the item it stands under. */
export function layOut(paragraphs: readonly PlacedParagraph[], stated: (index: number) => Stated): string {
  const layout = new Layout(paragraphs);
  for (const index of paragraphs.keys()) layout.add(index, stated(index));
  return layout.finish();
}

class Layout {
  readonly #paragraphs: readonly PlacedParagraph[];
  readonly #lines: string[] = [];
  readonly #open: Open[] = [];

  constructor(paragraphs: readonly PlacedParagraph[]) {
    this.#paragraphs = paragraphs;
  }

  add(index: number, stated: Stated): void {
    const paragraph = this.#paragraphs[index];
    if (paragraph === undefined) return;
    if (this.#goesOnWithNotes(paragraph, stated)) {
      this.#write(chunkOf({ ...paragraph, kind: null }, stated, false).lines, this.#open.at(-1)?.fence ?? 0);
      return;
    }
    this.#close(paragraph.depth);
    this.#closeNotes();
    const indent = this.#open.at(-1)?.inside ?? 0;
    const chunk = chunkOf(paragraph, stated, wantsDivision(this.#paragraphs, index));
    this.#write(chunk.fence === null ? chunk.lines : [`::: ${chunk.fence}`, ...chunk.lines], indent);
    this.#openFor(index, chunk, indent);
  }

  finish(): string {
    this.#close(0);
    return this.#lines.length === 0 ? "" : `${this.#lines.join("\n")}\n`;
  }

  #write(lines: readonly string[], indent: number): void {
    if (this.#lines.length > 0) this.#lines.push("");
    for (const line of lines) this.#lines.push(line === "" ? "" : " ".repeat(indent) + line);
  }

  /** A division stays open for what stands under its paragraph, or for the notes after it; any other closes at once. */
  #openFor(index: number, chunk: Chunk, indent: number): void {
    const paragraph = this.#paragraphs[index];
    if (paragraph === undefined) return;
    const divided = wantsDivision(this.#paragraphs, index);
    // An id names what the division is for, and all else in it stands under that; a status would speak of each note.
    const holds = divided && paragraph.id !== null && !holdsHeading(this.#paragraphs, index);
    const notes = divided && paragraph.id === null && paragraph.status === null;
    const fence = chunk.fence === null ? null : indent;
    this.#open.push({ depth: paragraph.depth, inside: indent + chunk.inside, fence, notes });
    if (!holds && !notes) this.#closeFence();
  }

  #goesOnWithNotes(paragraph: PlacedParagraph, { kind, depth }: Stated): boolean {
    const above = this.#open.at(-1);
    if (above?.notes !== true || above.depth !== paragraph.depth) return false;
    return kind === null && depth === null && isPlainNote(paragraph);
  }

  #close(depth: number): void {
    for (let last = this.#open.at(-1); last !== undefined && last.depth >= depth; last = this.#open.at(-1)) {
      this.#closeFence();
      this.#open.pop();
    }
  }

  /** What stands under a note without an id stands after its division, which would speak of it too. */
  #closeNotes(): void {
    if (this.#open.at(-1)?.notes === true) this.#closeFence();
  }

  #closeFence(): void {
    const last = this.#open.at(-1);
    if (last === undefined || last.fence === null) return;
    this.#lines.push(`${" ".repeat(last.fence)}:::`);
    this.#open[this.#open.length - 1] = { ...last, fence: null, notes: false };
  }
}

/** A note stands in a division, and so does a paragraph without number that others stand under by its id. */
function wantsDivision(paragraphs: readonly PlacedParagraph[], index: number): boolean {
  const paragraph = paragraphs[index];
  if (paragraph === undefined || paragraph.headingLevel !== null || paragraph.label !== null) return false;
  // Alternatives of whole paragraphs are a division by themselves, and nothing else stands in it.
  if (paragraph.words.length === 0 || optionsOf(paragraph) !== null) return false;
  if (paragraph.kind === "note" && paragraph.classes.includes("note")) return true;
  const next = paragraphs[index + 1];
  return (
    paragraph.id !== null && next !== undefined && next.depth > paragraph.depth && !holdsHeading(paragraphs, index)
  );
}

/** A heading in a division would stand beside what the division is for, and still have what the division says. */
function holdsHeading(paragraphs: readonly PlacedParagraph[], index: number): boolean {
  const depth = paragraphs[index]?.depth ?? 0;
  for (let at = index + 1; (paragraphs[at]?.depth ?? -1) > depth; at += 1)
    if (isPlacedAsHeading(paragraphs[at])) return true;
  return false;
}

/** “Article 3. The sides agree” is a paragraph, and is placed among the headings all the same. */
function isPlacedAsHeading(paragraph: DraftParagraph | undefined): boolean {
  if (paragraph === undefined) return false;
  return paragraph.headingLevel !== null || (paragraph.label !== null && isHeadingLabel(paragraph.label));
}

/** A further paragraph of the note before it: nothing is said of it alone. */
function isPlainNote(paragraph: DraftParagraph): boolean {
  const { kind, id, label, headingLevel, rows, words, status, classes, attributes } = paragraph;
  const bare = id === null && label === null && headingLevel === null && rows === null && status === null;
  return kind === "note" && bare && words.length > 0 && classes.length === 0 && Object.keys(attributes).length === 0;
}
