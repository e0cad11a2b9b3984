import type { Label, NumberFormat, Paragraph, Revision } from "../../manuscript.ts";
import { timesWord } from "./numerals.ts";

/** How one level of a list counts. */
export interface CountedLevel {
  readonly format: NumberFormat;
  readonly write: (count: number) => string;
  readonly pattern: string;
  readonly start: number;
  /** Use of a level before this one (0 to 8) starts it again; null for every level above it, -1 for none. */
  readonly restart: number | null;
  /** All counts in this label are written in figures. */
  readonly legal: boolean;
}

/** That a paragraph has a number, and in which list. */
export interface Numbering {
  /** Paragraphs of one list share their counts. */
  readonly list: string;
  /** The use of the list it belongs to; some uses start the count anew. */
  readonly use: string;
  readonly level: number;
  readonly levels: readonly (CountedLevel | null)[];
  /** The count with which this use begins at this level; null when it counts on. */
  readonly startsAt: number | null;
}

/** A paragraph in the order of the page, as the counting needs it. */
export interface Line {
  readonly paragraph: { label: Label | null } & Pick<Paragraph, "pieces" | "mark">;
  readonly numbering: Numbering | null;
  readonly inInsertedRow: boolean;
  /** True when the next line is not its neighbour: at the end of a cell, before a table. */
  endsStretch: boolean;
}

/** A number with what tells an inserted paragraph from its neighbour: 3 and " bis". */
interface Ordinal {
  readonly count: number;
  readonly addition: string;
}

const levelsMax = 9;

/** The state of one list. */
interface Counts {
  /** Name of the stretch that counts on from one start. */
  name: string;
  readonly stood: (number | null)[];
  readonly insertedAfter: number[];
  /** Numbers of inserted paragraphs since the last that stood before; they head a branch of their own. */
  readonly branch: (Ordinal | null)[];
  readonly fresh: (number | null)[];
  readonly begun: Set<string>;
}

/**
 * Gives every numbered line its label, by the counts as they stood before the tracked changes. Linear. The rules are
 * WIN-30 to WIN-39 in docs/spec/word-in.md.
 */
export function numberLines(lines: readonly Line[]): void {
  const stood = stoodBefore(lines);
  const usesBefore = new Set(lines.flatMap((line, i) => (line.numbering && stood[i] ? [useOf(line.numbering)] : [])));
  // A use that starts anew and that nobody had before the changes is a list of its own.
  const listOf = (numbering: Numbering) =>
    numbering.startsAt !== null && !usesBefore.has(useOf(numbering)) ? useOf(numbering) : numbering.list;
  const follows = followedAtItsLevel(lines, stood, listOf);
  const lists = new Map<string, Counts>();
  lines.forEach((line, i) => {
    const { numbering } = line;
    if (numbering === null) return;
    const definition = numbering.levels[numbering.level];
    if (!definition) return;
    const counts = countsOf(lists, listOf(numbering));
    const ordinal = stood[i] ? countOn(counts, numbering) : countInserted(counts, numbering, follows[i] === true);
    const text = labelText(counts, numbering, ordinal, stood[i] === true);
    if (text === "") return;
    const { format, pattern, start } = definition;
    line.paragraph.label = {
      text,
      list: counts.name,
      level: numbering.level,
      format,
      pattern: format === "bullet" ? "•" : pattern,
      start: numbering.startsAt ?? start,
    };
  });
}

const useOf = ({ list, use }: Numbering) => `${list}+${use}`;

function countsOf(lists: Map<string, Counts>, key: string): Counts {
  let counts = lists.get(key);
  if (counts === undefined) {
    const empty = () => Array.from({ length: levelsMax }, () => null);
    counts = {
      name: key,
      stood: empty(),
      insertedAfter: Array.from({ length: levelsMax }, () => 0),
      branch: empty(),
      fresh: empty(),
      begun: new Set(),
    };
    lists.set(key, counts);
  }
  return counts;
}

/** Counts a paragraph that stood before the changes. */
function countOn(counts: Counts, numbering: Numbering): Ordinal {
  const { level, levels, startsAt } = numbering;
  const use = `${numbering.use}:${level}`;
  const start = startsAt ?? levels[level]?.start ?? 1;
  const before = counts.stood[level] ?? null;
  let count = before === null ? start : before + 1;
  if (startsAt !== null && !counts.begun.has(use)) {
    count = startsAt;
    if (level === 0 && counts.begun.size > 0) counts.name = useOf(numbering);
  }
  counts.begun.add(use);
  counts.stood[level] = count;
  for (let upper = 0; upper < level; upper += 1) counts.stood[upper] ??= levels[upper]?.start ?? 1;
  for (let deeper = level + 1; deeper < levelsMax; deeper += 1) {
    if (restarts(levels[deeper], level)) counts.stood[deeper] = null;
  }
  counts.branch.fill(null);
  counts.insertedAfter.fill(0, level);
  counts.fresh.fill(null, level + 1);
  return { count, addition: "" };
}

function restarts(deeper: CountedLevel | null | undefined, used: number): boolean {
  const restart = deeper?.restart ?? null;
  return restart === null || used <= restart;
}

/** Numbers an inserted paragraph without moving the others on. */
function countInserted(counts: Counts, numbering: Numbering, isFollowed: boolean): Ordinal {
  const { level, levels, startsAt } = numbering;
  const start = startsAt ?? levels[level]?.start ?? 1;
  const before = counts.stood[level] ?? null;
  const isInBranch = counts.branch.some((ordinal, upper) => ordinal !== null && upper < level);
  let ordinal: Ordinal;
  if (isInBranch || (before === null && !isFollowed)) {
    const last = counts.fresh[level] ?? null;
    counts.fresh[level] = last === null ? start : last + 1;
    ordinal = { count: counts.fresh[level], addition: "" };
  } else {
    const inserted = (counts.insertedAfter[level] ?? 0) + 1;
    counts.insertedAfter[level] = inserted;
    if (before !== null) ordinal = { count: before, addition: ` ${timesWord(inserted)}` };
    else ordinal = { count: start, addition: inserted === 1 ? " ante" : ` ante ${timesWord(inserted - 1)}` };
  }
  counts.branch[level] = ordinal;
  counts.branch.fill(null, level + 1);
  counts.fresh.fill(null, level + 1);
  return ordinal;
}

function labelText(counts: Counts, { level, levels }: Numbering, own: Ordinal, stood: boolean): string {
  const definition = levels[level];
  if (!definition) return "";
  if (definition.format === "bullet") return definition.pattern === "" ? "" : "•";
  return definition.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const written = levels[at];
    if (at > level || !written || written.format === "bullet" || written.format === "none") return "";
    const { count, addition } = at === level ? own : ordinalAbove(counts, at, written.start, stood);
    return (definition.legal ? String(count) : written.write(count)) + addition;
  });
}

/** The number in force at a level above: of the inserted branch for what is inserted below it, else of what stood. */
function ordinalAbove(counts: Counts, at: number, start: number, stood: boolean): Ordinal {
  const branch = stood ? [] : counts.branch;
  const isBelowInserted = branch.some((ordinal, upper) => ordinal !== null && upper < at);
  return branch[at] ?? { count: (isBelowInserted ? null : counts.stood[at]) ?? start, addition: "" };
}

const arrived = ({ kind }: Revision) => kind === "inserted" || kind === "moved-here";

/**
 * Which numbered lines stood before the changes. Lines joined by inserted ends were one: its number belongs to the first
 * numbered of them that has words nobody inserted, or else to the last, whose end is the old one.
 */
function stoodBefore(lines: readonly Line[]): readonly boolean[] {
  const stood = lines.map(() => false);
  let from = 0;
  lines.forEach((line, i) => {
    const endIsNew = line.paragraph.mark.some(arrived);
    if (endIsNew && !line.endsStretch && i < lines.length - 1) return;
    let first = from;
    while (first < i && !(lines[first]?.numbering && hasOldWords(lines[first]))) first += 1;
    const isAllNew = first === i && endIsNew && !hasOldWords(line);
    if (!isAllNew && lines[first]?.inInsertedRow === false) stood[first] = true;
    from = i + 1;
  });
  return stood;
}

function hasOldWords(line: Line | undefined): boolean {
  return (line?.paragraph.pieces ?? []).some((piece) => "revisions" in piece && !piece.revisions.some(arrived));
}

/** For every line, whether one that stood before follows at its level in its list, before one of a level above. */
function followedAtItsLevel(
  lines: readonly Line[],
  stood: readonly boolean[],
  listOf: (numbering: Numbering) => string,
): readonly boolean[] {
  const coming = new Map<string, boolean[]>();
  const follows = lines.map(() => false);
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const numbering = lines[i]?.numbering ?? null;
    if (numbering === null) continue;
    const ahead = coming.get(listOf(numbering)) ?? Array.from({ length: levelsMax }, () => false);
    coming.set(listOf(numbering), ahead);
    follows[i] = ahead[numbering.level] === true;
    if (stood[i] !== true) continue;
    ahead.fill(false, numbering.level);
    ahead[numbering.level] = true;
  }
  return follows;
}
