import type { Label, Manuscript, NumberFormat, Paragraph } from "../../manuscript.ts";
import { paragraphsOf } from "../manuscript/walk.ts";
import { bringsIn, formersOf, holdsOldWords } from "./former-paragraphs.ts";
import { type LevelCount, type ListCount, listCount } from "./list-count.ts";

/** How a paragraph gets the number that a reader of the page sees. */
export type Numbering =
  | { readonly kind: "live"; readonly list: string; readonly level: number; readonly hanging: boolean }
  | { readonly kind: "typed"; readonly text: string };

/** A list of the file: its number there and its levels. */
export interface LiveList {
  readonly number: string;
  readonly levels: ReadonlyMap<number, LiveLevel>;
}

export interface LiveLevel extends LevelCount {
  /** Short numbers hang in the margin; long ones, such as "Article 3", stand in the line. */
  readonly hanging: boolean;
}

export interface NumberingPlan {
  readonly lists: readonly LiveList[];
  /** One answer for each paragraph of the body, in the order of the page; null for one without a number. */
  readonly ofBody: readonly (Numbering | null)[];
}

/**
 * Decides for each number whether the word processor will count it to the same text, or it must be typed. Of the
 * paragraphs that were one before the changes, one at most is counted: the others are no part of the count before they
 * are accepted, and on the page Word would count them.
 */
export function planNumbering(manuscript: Manuscript): NumberingPlan {
  const lists = listsOf(manuscript);
  const counts = new Map<string, ListCount>();
  for (const [name, list] of lists) counts.set(name, listCount(list.levels, manuscript.language));
  const used = new Set<string>();
  const ofBody: (Numbering | null)[] = [];
  const live = (label: Label | null): Numbering | null => {
    if (label === null) return null;
    const [list, count] = [lists.get(label.list), counts.get(label.list)];
    const level = list?.levels.get(label.level);
    if (list === undefined || count === undefined || level === undefined) return null;
    if (!isSameCount(level, label) || count.printed(label.level) !== label.text) return null;
    return { kind: "live", list: list.number, level: label.level, hanging: level.hanging };
  };
  const count = (label: Label | null) => {
    if (label === null) return;
    counts.get(label.list)?.advance(label.level);
    used.add(label.list);
  };
  for (const { paragraphs, isOld } of formersOf(manuscript.blocks)) {
    const counted = paragraphs.some(({ label }) => label !== null && isCounted(label.format));
    const chosen = counted ? countedOne(paragraphs, isOld, (label) => live(label) !== null) : null;
    for (const [index, { label }] of paragraphs.entries()) {
      const numbering = !counted || index === chosen ? live(label) : null;
      if (numbering !== null) count(label);
      ofBody.push(numbering ?? (label === null ? null : { kind: "typed", text: label.text }));
    }
  }
  return { lists: [...lists].filter(([name]) => used.has(name)).map(([, list]) => list), ofBody };
}

/** The one that keeps the number of the former paragraph: the first that holds old words, or else the last. */
function countedOne(
  paragraphs: readonly Paragraph[],
  isOld: boolean,
  fits: (label: Label | null) => boolean,
): number | null {
  if (!isOld) return null;
  const first = paragraphs.findIndex((paragraph) => holdsOldWords(paragraph) && fits(paragraph.label));
  if (first >= 0) return first;
  const last = paragraphs.at(-1);
  return last !== undefined && !last.mark.some(bringsIn) && fits(last.label) ? paragraphs.length - 1 : null;
}

/** The first label at a level of a list says how that level is counted. */
function listsOf(manuscript: Manuscript): ReadonlyMap<string, LiveList> {
  const lists = new Map<string, Map<number, LiveLevel>>();
  for (const { label } of paragraphsOf(manuscript.blocks)) {
    if (label === null || label.list === "" || !isCountable(label)) continue;
    const levels = lists.get(label.list) ?? new Map<number, LiveLevel>();
    lists.set(label.list, levels);
    const known = levels.get(label.level);
    const { format, pattern, start } = label;
    if (known === undefined) levels.set(label.level, { format, pattern, start, hanging: isShort(label.text) });
    else if (known.hanging && isSameCount(known, label) && !isShort(label.text))
      levels.set(label.level, { ...known, hanging: false });
  }
  const keep = [...lists.keys()].every((name) => /^[1-9]\d{0,8}$/.test(name));
  return new Map(
    [...lists].map(([name, levels], index) => [name, { number: keep ? name : String(index + 1), levels }]),
  );
}

function isCountable({ level, start, pattern, format }: Label): boolean {
  if (!Number.isInteger(level) || level < 0 || level > 8) return false;
  if (!Number.isInteger(start) || start < 0 || start > 32_767) return false;
  return isCounted(format) || (pattern !== "" && !/%[1-9]/.test(pattern));
}

/** Bullets and fixed words have no count that an inserted paragraph could upset. */
function isCounted(format: NumberFormat): boolean {
  return format !== "bullet" && format !== "none";
}

function isSameCount(a: LevelCount, b: LevelCount): boolean {
  return a.format === b.format && a.pattern === b.pattern && a.start === b.start;
}

/** Short enough for the margin that hanging numbers have. */
export function isShort(number: string): boolean {
  return number.length <= 5;
}
