import type { Comment, Footnote, Manuscript, Paragraph } from "../../manuscript.ts";
import { paragraphsOf } from "../manuscript/walk.ts";
import { type Numbering, type NumberingPlan, planNumbering } from "../numbers/live-numbers.ts";
import { type AutomaticStyles, automaticStyles } from "./automatic-styles-out.ts";
import { type Regions, regionList } from "./regions-out.ts";

/** All that is known while a manuscript is written, and what is gathered for the parts of the file. */
export interface Writing {
  readonly manuscript: Manuscript;
  readonly styles: AutomaticStyles;
  readonly regions: Regions;
  readonly numbering: NumberingPlan;
  /** The name of the style of a list, by the number that the plan gives it. */
  readonly listStyles: ReadonlyMap<string, ListStyleName>;
  readonly comments: ReadonlyMap<string, Comment>;
  /** Answers that stand nowhere in the text, by the comment they answer. */
  readonly answers: ReadonlyMap<string, readonly Comment[]>;
  /** Comments that stand nowhere and answer none that does. */
  readonly adrift: readonly Comment[];
  readonly begun: Set<string>;
  readonly notes: ReadonlyMap<string, Footnote>;
  readonly notesWritten: Set<string>;
  /** Outermost lists in the order they are written, those among deleted words apart, since they come first in the file. */
  readonly lists: { readonly deleted: WrittenList[]; readonly standing: WrittenList[] };
  tables: number;
}

export interface ListStyleName {
  readonly name: string;
  /** What the manuscript calls the list. */
  readonly list: string;
}

export interface WrittenList {
  readonly number: string;
  readonly attributes: Record<string, string>;
}

/** A run of paragraphs: of the body, a cell or a note. */
export interface Story {
  readonly writing: Writing;
  readonly kind: "body" | "cell" | "note";
  /** What becomes of the next paragraph's number. */
  readonly next: (paragraph: Paragraph) => Numbering | null;
}

export function startWriting(manuscript: Manuscript): Writing {
  const numbering = planNumbering(manuscript);
  return {
    manuscript,
    styles: automaticStyles(),
    regions: regionList(),
    numbering,
    listStyles: listStyleNames(manuscript, numbering),
    ...commentPlaces(manuscript),
    begun: new Set(),
    notes: new Map(manuscript.footnotes.map((note) => [note.id, note])),
    notesWritten: new Set(),
    lists: { deleted: [], standing: [] },
    tables: 0,
  };
}

function listStyleNames(manuscript: Manuscript, numbering: NumberingPlan): ReadonlyMap<string, ListStyleName> {
  const names = new Map<string, ListStyleName>();
  let at = 0;
  for (const { label } of paragraphsOf(manuscript.blocks)) {
    const plan = numbering.ofBody[at] ?? null;
    at += 1;
    if (plan?.kind !== "live" || label === null || names.has(plan.list)) continue;
    names.set(plan.list, { name: `ParleyList${names.size + 1}`, list: label.list });
  }
  return names;
}

function commentPlaces(manuscript: Manuscript): Pick<Writing, "comments" | "answers" | "adrift"> {
  const placed = new Set<string>();
  const place = (paragraphs: Iterable<Paragraph>) => {
    for (const paragraph of paragraphs) {
      for (const piece of paragraph.pieces) if (piece.kind === "comment-start") placed.add(piece.id);
    }
  };
  place(paragraphsOf(manuscript.blocks));
  for (const note of manuscript.footnotes) place(note.paragraphs);
  const answers = new Map<string, Comment[]>();
  const adrift: Comment[] = [];
  for (const comment of manuscript.comments) {
    if (placed.has(comment.id)) continue;
    if (comment.replyTo === null || !placed.has(comment.replyTo)) adrift.push(comment);
    else answers.set(comment.replyTo, [...(answers.get(comment.replyTo) ?? []), comment]);
  }
  return { comments: new Map(manuscript.comments.map((comment) => [comment.id, comment])), answers, adrift };
}
