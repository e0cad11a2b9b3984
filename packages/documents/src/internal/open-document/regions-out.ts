import type { FormattingChange, Revision } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { noDate } from "./names.ts";

/** The list of tracked changes that stands before the text and that the text names. */
export interface Regions {
  /** A change without deleted words: an insertion, or one that an attribute names. */
  change(revisions: readonly Revision[]): string;
  /** A deletion; `fill` gives it the deleted blocks when they are written. */
  deletion(revisions: readonly Revision[]): { readonly id: string; fill(deleted: readonly XmlElement[]): void };
  /** A change of looks. */
  looks(change: FormattingChange, ofParagraph: boolean): string;
  elements(): readonly XmlElement[];
}

export function regionList(): Regions {
  const slots: XmlElement[] = [];
  const moves = new Map<string, number>();
  const add = (changes: readonly XmlElement[], all: string | undefined, at: number = slots.length) => {
    const id = `ct${at + 1}`;
    slots[at] = element("text:changed-region", { "xml:id": id, "text:id": id, "parley:all": all }, changes);
    return id;
  };
  const change = (revisions: readonly Revision[]): string => {
    const plain = plainNest(revisions);
    return add(changesOf(plain, [], moves), plain === revisions ? undefined : wholeNest(revisions));
  };
  const wholeNest = (revisions: readonly Revision[]) => add(changesOf(revisions, [], moves), undefined);
  return {
    change,
    deletion(revisions) {
      const plain = plainNest(revisions);
      const all = plain === revisions ? undefined : wholeNest(revisions);
      const at = slots.length;
      const id = add([], all);
      return { id, fill: (deleted) => void add(changesOf(plain, deleted, moves), all, at) };
    },
    looks(change, ofParagraph) {
      const attributes = { "parley:what": change.what, "parley:of": ofParagraph ? "paragraph" : undefined };
      return add([element("text:format-change", attributes, [changeInfo(change, null)])], undefined);
    },
    elements: () => slots,
  };
}

/**
 * LibreOffice knows an insertion, a deletion, and an insertion that was deleted; of any other nest it misplaces the
 * words. Of such a one it is shown the outermost insertion and the innermost deletion; the same list when it needs none.
 */
function plainNest(revisions: readonly Revision[]): readonly Revision[] {
  const [first, second] = revisions;
  const isKnown =
    revisions.length === 1 || (revisions.length === 2 && first && second && !isDeparture(first) && isDeparture(second));
  if (isKnown) return revisions;
  const inserted = revisions.find((revision) => !isDeparture(revision));
  const deleted = revisions.findLast(isDeparture);
  return [...(inserted === undefined ? [] : [inserted]), ...(deleted === undefined ? [] : [deleted])];
}

/** The latest first, as LibreOffice has it; the deleted words stand in the first deletion. */
function changesOf(
  revisions: readonly Revision[],
  deleted: readonly XmlElement[],
  moves: Map<string, number>,
): readonly XmlElement[] {
  let rest = deleted;
  return [...revisions].reverse().map((revision) => {
    const isDeletion = isDeparture(revision);
    const info = changeInfo(revision, moveNumber(revision, moves));
    const content = isDeletion ? [info, ...rest] : [info];
    if (isDeletion) rest = [];
    return element(isDeletion ? "text:deletion" : "text:insertion", moveAttributes(revision), content);
  });
}

export function isDeparture({ kind }: Revision): boolean {
  return kind === "deleted" || kind === "moved-away";
}

function isMove({ kind }: Revision): boolean {
  return kind === "moved-here" || kind === "moved-away";
}

/** OpenDocument has no moves. To every other program these are a deletion and an insertion. */
function moveAttributes(revision: Revision): Readonly<Record<string, string | undefined>> {
  if (!isMove(revision)) return {};
  return { "parley:moved": "true", "parley:move": revision.move ?? undefined };
}

/** LibreOffice 24 and later number the two ends of a move, from 2 on. */
function moveNumber(revision: Revision, moves: Map<string, number>): number | null {
  if (!isMove(revision) || revision.move === null) return null;
  const known = moves.get(revision.move);
  if (known !== undefined) return known;
  moves.set(revision.move, moves.size + 2);
  return moves.size + 1;
}

function changeInfo(hand: { readonly author: string; readonly date: string | null }, move: number | null): XmlElement {
  return element("office:change-info", {}, [
    element("dc:creator", {}, [hand.author]),
    ...(move === null ? [] : [element("loext:move-id", {}, [String(move)])]),
    element("dc:date", {}, [hand.date ?? noDate]),
  ]);
}
