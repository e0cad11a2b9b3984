import type { Paragraph, Piece, Revision } from "../../manuscript.ts";
import { isWide } from "../manuscript/walk.ts";
import { numberRevisions } from "../numbers/typed-number.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { beginBlock, type OpenBlock } from "./block-out.ts";
import { sameRevisions } from "./flow.ts";
import { groupLists } from "./lists-out.ts";
import { isDeparture } from "./regions-out.ts";
import { type Inline, typedNumber, writePiece } from "./words-out.ts";
import type { Story, Writing } from "./writing.ts";

/** Words, and ends of paragraphs, that the same changes hold: one entry in the list of changes. */
interface Run {
  readonly revisions: readonly Revision[];
  /** Deleted blocks; null for an insertion, whose words stay in the text. */
  readonly deleted: OpenBlock[] | null;
  readonly finish: () => void;
}

/**
 * Writes paragraphs that follow one another. A paragraph whose end is deleted goes on, for the format, in the same
 * element as the next one; its end and the looks of the next stand among the deleted words. `lead` goes before the
 * words of the first.
 */
export function writeStory(
  story: Story,
  paragraphs: readonly Paragraph[],
  lead: readonly Inline[],
  note: (id: string) => readonly Inline[],
): readonly XmlElement[] {
  const { writing } = story;
  const place: Place = { writing, blocks: [], run: null };
  for (const [index, paragraph] of paragraphs.entries()) {
    const previous = paragraphs[index - 1] ?? null;
    const numbering = story.next(paragraph);
    const begun = beginBlock(story, paragraph, numbering);
    const deleted = place.run?.deleted ?? null;
    const isJoined = previous?.mark.some(isDeparture) ?? false;
    (isJoined && deleted !== null ? deleted : place.blocks).push(begun);
    for (const looks of paragraph.formatting) {
      put(place, [element("text:change", { "text:change-id": writing.regions.looks(looks, true) })]);
    }
    if (index === 0) put(place, lead);
    if (numbering?.kind === "typed") {
      change(place, numberRevisions(paragraph, previous));
      put(place, typedNumber(numbering.text));
    }
    const isLast = index === paragraphs.length - 1;
    const end = isLast ? [] : paragraph.mark;
    writePieces(place, paragraph.pieces, end, note);
    change(place, end);
    const holder = place.blocks.at(-1);
    if (isLast && paragraph.mark.length > 0 && holder !== undefined) {
      holder.attributes["parley:end"] = writing.regions.change(paragraph.mark);
    }
  }
  return groupLists(writing, place.blocks, writing.lists.standing);
}

/** Where we stand: the blocks so far, and the run of changed words that is open. */
interface Place {
  readonly writing: Writing;
  readonly blocks: OpenBlock[];
  run: Run | null;
}

function put(place: Place, inline: readonly Inline[]): void {
  const block = place.run?.deleted?.at(-1) ?? place.blocks.at(-1);
  block?.inline.push(...inline);
}

/** Marks without room stay in the run when it goes on behind them. */
function writePieces(
  place: Place,
  pieces: readonly Piece[],
  end: readonly Revision[],
  note: (id: string) => readonly Inline[],
): void {
  const following = changesAhead(pieces, end);
  for (const [at, piece] of pieces.entries()) {
    const goesOn = place.run !== null && sameRevisions(place.run.revisions, following[at] ?? []);
    if (isWide(piece)) change(place, piece.revisions);
    else if (!goesOn) change(place, []);
    put(place, writePiece(place.writing, piece, note));
  }
}

/** What follows is held by these changes: the open run goes on, or ends and another begins. */
function change(place: Place, revisions: readonly Revision[]): void {
  if (place.run !== null && sameRevisions(place.run.revisions, revisions)) return;
  place.run?.finish();
  place.run = null;
  if (revisions.length > 0) place.run = startRun(place, revisions);
}

function startRun({ writing, blocks }: Place, revisions: readonly Revision[]): Run {
  const block = blocks.at(-1);
  const mark = (name: string, id: string) => blocks.at(-1)?.inline.push(element(name, { "text:change-id": id }));
  if (!revisions.some(isDeparture)) {
    const id = writing.regions.change(revisions);
    mark("text:change-start", id);
    return { revisions, deleted: null, finish: () => void mark("text:change-end", id) };
  }
  const region = writing.regions.deletion(revisions);
  const deleted: OpenBlock[] = block === undefined ? [] : [{ ...block, inline: [], attributes: plain(block) }];
  const finish = () => {
    const [only] = deleted;
    if (only !== undefined && deleted.length === 1) deleted[0] = { ...only, place: null };
    region.fill(groupLists(writing, deleted, writing.lists.deleted));
    mark("text:change", region.id);
  };
  return { revisions, deleted, finish };
}

/** The style of the paragraph we stand in, without what only its own element may say. */
function plain(block: OpenBlock): Record<string, string> {
  const { "parley:end": _, ...kept } = block.attributes;
  return kept;
}

/** For every piece the changes of the next one that takes room, or of the end of the paragraph. */
function changesAhead(pieces: readonly Piece[], end: readonly Revision[]): readonly (readonly Revision[])[] {
  let ahead = end;
  return pieces
    .map((_, at) => {
      const piece = pieces[pieces.length - 1 - at];
      if (piece !== undefined && isWide(piece)) ahead = piece.revisions;
      return ahead;
    })
    .reverse();
}
