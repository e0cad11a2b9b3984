import type { Comment, Direction, Footnote, Manuscript, Paragraph } from "../../manuscript.ts";
import { storiesOf } from "../manuscript/walk.ts";
import { anchorNames } from "./anchor-names.ts";
import { anchorMark, commentMark, type RangeMarks, rangeMarks } from "./marks.ts";
import type { Relationships } from "./relationships.ts";

/** What the parts of one file share while they are written, in the order of the page. */
export interface Writing {
  /** An id that no other change, bookmark or move of the file has. */
  readonly nextId: () => string;
  readonly anchorName: (name: string) => string;
  readonly anchors: RangeMarks;
  /** The ids of the bookmarks begun so far, by the name of the anchor. */
  readonly bookmarkIds: Map<string, string>;
  readonly comments: CommentMarks;
  readonly notes: NoteNumbers;
}

/** The body or the footnotes: links have their addresses in the part they stand in. */
export interface Story {
  readonly writing: Writing;
  readonly relations: Relationships;
  readonly isBody: boolean;
  readonly direction: Direction;
}

export interface CommentMarks extends RangeMarks {
  /** The number of the comment in the file, followed by its answers that stand nowhere themselves; empty if there is no such comment. */
  readonly numbersAt: (id: string) => readonly string[];
  readonly numberOf: (id: string) => string | null;
  /** Comments that stand nowhere in the text. */
  readonly adrift: readonly string[];
}

export interface NoteNumbers {
  /** The number of the footnote in the file for the next reference to it: a second one gets a copy. */
  readonly refer: (id: string) => string;
  readonly written: () => readonly { readonly number: string; readonly paragraphs: readonly Paragraph[] }[];
}

export function beginWriting(manuscript: Manuscript): Writing {
  let last = 0;
  const nextId = () => {
    last += 1;
    return String(last);
  };
  return {
    nextId,
    anchorName: anchorNames(),
    anchors: rangeMarks(storiesOf(manuscript), anchorMark),
    bookmarkIds: new Map(),
    comments: commentMarks(manuscript),
    notes: noteNumbers(manuscript.footnotes),
  };
}

function commentMarks(manuscript: Manuscript): CommentMarks {
  const marks = rangeMarks(storiesOf(manuscript), commentMark);
  const numbers = numbersFor(
    manuscript.comments.map(({ id }) => id),
    /^(0|[1-9]\d{0,8})$/,
    0,
  );
  const roots = rootsOf(manuscript.comments);
  const answers = new Map<string, string[]>();
  const adrift: string[] = [];
  for (const [id, root] of roots) {
    const number = numbers.get(id);
    if (number === undefined || marks.has(id)) continue;
    if (root !== null && marks.has(root)) answers.set(root, [...(answers.get(root) ?? []), number]);
    else adrift.push(number);
  }
  return {
    ...marks,
    numberOf: (id) => numbers.get(id) ?? null,
    numbersAt: (id) => {
      const number = numbers.get(id);
      return number === undefined ? [] : [number, ...(answers.get(id) ?? [])];
    },
    adrift,
  };
}

/**
 * For each comment the one at the head of the exchange; null for one that answers none. Word keeps one level of answers.
 * An answer to nothing, or in a circle, heads an exchange of its own.
 */
export function rootsOf(comments: readonly Comment[]): ReadonlyMap<string, string | null> {
  const answered = new Map(comments.map(({ id, replyTo }) => [id, replyTo]));
  const roots = new Map<string, string | null>();
  for (const { id } of comments) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at = id;
    while (!roots.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      const next = answered.get(at) ?? null;
      if (next === null || !answered.has(next)) break;
      at = next;
    }
    const head = roots.get(at) ?? at;
    for (const one of path) roots.set(one, one === head ? null : head);
  }
  return roots;
}

function noteNumbers(footnotes: readonly Footnote[]): NoteNumbers {
  const numbers = numbersFor(
    footnotes.map(({ id }) => id),
    /^[1-9]\d{0,8}$/,
    1,
  );
  const paragraphs = new Map(footnotes.map((note) => [note.id, note.paragraphs]));
  const written = [...numbers].map(([id, number]) => ({ number, paragraphs: paragraphs.get(id) ?? [] }));
  let last = written.reduce((most, { number }) => Math.max(most, Number(number)), 0);
  const referred = new Set<string>();
  return {
    refer(id) {
      const own = numbers.get(id);
      if (own !== undefined && !referred.has(id)) {
        referred.add(id);
        return own;
      }
      last += 1;
      written.push({ number: String(last), paragraphs: paragraphs.get(id) ?? [] });
      return String(last);
    },
    written: () => written,
  };
}

/** Ids that Word takes stay as they are; if one of them is not such a number, all are numbered in order. */
function numbersFor(ids: readonly string[], usable: RegExp, from: number): ReadonlyMap<string, string> {
  const unique = [...new Set(ids)];
  const keep = unique.every((id) => usable.test(id));
  return new Map(unique.map((id, index) => [id, keep ? id : String(index + from)]));
}
