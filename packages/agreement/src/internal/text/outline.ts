import type { Attributes } from "./attributes.ts";
import type { Draft } from "./draft.ts";
import { bulletStyle, type NumberMark } from "./numbering.ts";

/** No provision stands deeper than this; what would is kept at this depth. */
export const nestingMax = 32;

/** A provision that may still take what follows under it. */
interface Open {
  readonly draft: Draft;
  readonly style: string | null;
  readonly rank: number | null;
  readonly ordinal: number;
  readonly indent: number;
  /** The indentation from which on a line stands inside this item. */
  readonly inside: number;
  /** The number of # of a heading, 0 for one without. */
  readonly hashes: number;
  /** True when something stands after it beside it, so that nothing more can stand under it. */
  readonly closed: boolean;
}

/** A fenced division that is open: what it says is for the first provision inside it. */
export interface Division {
  readonly attributes: Attributes | null;
  readonly at: number;
  owner: Draft | null;
  /** Items below this one are outside the division. */
  base: number;
  /** The item that stands for the division itself, where its first paragraph has no number. */
  container: number | null;
}

/** Places provisions in a tree as they come, by headings, numbering and indentation. Each step costs the open levels. */
export class Outline {
  readonly roots: Draft[] = [];
  readonly divisions: Division[] = [];
  #headings: Open[] = [];
  #items: Open[] = [];
  /** Called when something would stand deeper than {@link nestingMax}. */
  readonly #onTooDeep: (draft: Draft) => void;

  constructor(onTooDeep: (draft: Draft) => void) {
    this.#onTooDeep = onTooDeep;
  }

  /** True when this number begins a list or goes on with an open one. */
  expects(mark: NumberMark): boolean {
    return mark.ordinal === 1 || mark.style === bulletStyle || this.continues(mark);
  }

  /** True when the open list of this style has just reached the number before. */
  continues(mark: NumberMark): boolean {
    return this.#lastOf(mark.style, mark) !== undefined;
  }

  /** Of several readings of a number, the one that goes on with an open list, else the likelier. */
  choose(readings: readonly NumberMark[]): NumberMark | undefined {
    return readings.find((reading) => this.continues(reading)) ?? readings[0];
  }

  /** True when a heading with a number of this style is open and `mark` follows it. */
  continuesHeading(mark: NumberMark): boolean {
    return this.#headings.some((open) => open.style === mark.style && follows(open, mark));
  }

  placeHeading(draft: Draft, { hashes, mark }: { readonly hashes: number; readonly mark: NumberMark | null }): void {
    const rank = mark?.rank ?? (hashes === 0 ? 30 : null);
    while (this.#headings.length > 0 && closes(this.#headings.at(-1), { hashes, rank, style: mark?.style ?? null })) {
      this.#headings.pop();
    }
    this.#attach(draft, this.#headings);
    const style = mark?.style ?? null;
    this.#headings.push(openOf(draft, { style, rank, ordinal: mark?.ordinal ?? 0, hashes }));
    this.#items = [];
    for (const division of this.divisions) {
      division.base = 0;
      division.container = null;
    }
  }

  /** Ends the heading just placed, so that nothing stands under it. */
  closeTitle(): void {
    this.#headings.pop();
  }

  placeItem(
    draft: Draft,
    mark: NumberMark,
    { indent, inside }: { readonly indent: number; readonly inside: number },
  ): void {
    const base = this.divisions.at(-1)?.base ?? 0;
    this.#items.length = Math.max(base, this.#levelFor(mark, indent, base));
    this.#attach(draft, this.#items);
    this.#items.push(openOf(draft, { style: mark.style, rank: mark.rank, ordinal: mark.ordinal, indent, inside }));
  }

  /** An unnumbered paragraph or table stands inside the item to which it is indented, else under the heading. */
  placeUnnumbered(draft: Draft, indent: number): void {
    const depth = this.#depthFor(indent);
    this.#attach(draft, this.#items.slice(0, depth));
    this.#closeFrom(depth);
  }

  #depthFor(indent: number): number {
    const division = this.divisions.at(-1);
    const base = division?.base ?? 0;
    let depth = this.#items.length;
    while (depth > base && !this.#takes(this.#items[depth - 1], indent)) depth -= 1;
    if (depth > base || division?.attributes?.id == null) return depth;
    const owner = this.#items.findIndex((open) => open.draft === division.owner && !open.closed);
    return Math.max(depth, owner + 1);
  }

  #takes(open: Open | undefined, indent: number): boolean {
    return open !== undefined && !open.closed && indent >= open.inside;
  }

  /** The list at this level may go on with its next number, and nothing more may stand under its last one. */
  #closeFrom(level: number): void {
    const last = this.#items[level];
    this.#items.length = Math.min(this.#items.length, level);
    if (last !== undefined) this.#items.push({ ...last, closed: true });
  }

  /** Makes an unnumbered paragraph with an id of its own division the one that numbered paragraphs stand under. */
  openUnder(draft: Draft): void {
    const division = this.divisions.at(-1);
    if (division === undefined) return;
    if (this.#items.at(-1)?.closed) this.#items.pop();
    division.container = this.#items.length;
    this.#items.push(openOf(draft, { rank: 0, inside: Number.POSITIVE_INFINITY }));
    division.base = this.#items.length;
  }

  openDivision(attributes: Attributes | null, at: number): void {
    this.divisions.push({ attributes, at, owner: null, base: this.divisions.at(-1)?.base ?? 0, container: null });
  }

  closeDivision(): void {
    const closed = this.divisions.pop();
    // An item that the division opened as a container ends with it; numbering that runs through it goes on.
    if (closed?.container != null) this.#items.length = Math.min(this.#items.length, closed.container);
  }

  #levelFor(mark: NumberMark, indent: number, base: number): number {
    for (let level = this.#items.length; level > base; level -= 1) {
      const open = this.#items[level - 1];
      if (open === undefined || open.style !== mark.style) continue;
      const nested = !open.closed && indent >= open.inside && indent > open.indent;
      if (nested && (mark.style === bulletStyle || mark.ordinal === 1) && !mark.inserted) return level;
      if (indent < open.indent && this.#hasShallower(mark.style, level - 1, base)) continue;
      return level - 1;
    }
    return this.#levelOfNewList(mark, indent, base);
  }

  #levelOfNewList(mark: NumberMark, indent: number, base: number): number {
    let level = this.#items.length;
    if (level > base && this.#items[level - 1]?.closed) level -= 1;
    const top = (): Open | undefined => (level > base ? this.#items[level - 1] : undefined);
    if (mark.style !== bulletStyle) {
      for (let open = top(); open?.style === bulletStyle && indent < open.inside; open = top()) level -= 1;
    }
    if (mark.ordinal === 1 && !mark.style.startsWith("decimal-")) return level;
    for (let open = top(); open !== undefined && open.rank !== null && open.rank >= mark.rank; open = top()) level -= 1;
    return level;
  }

  #hasShallower(style: string, below: number, base: number): boolean {
    for (let level = below; level > base; level -= 1) if (this.#items[level - 1]?.style === style) return true;
    return false;
  }

  #lastOf(style: string, mark: NumberMark): Open | undefined {
    const fits = (open: Open): boolean => open.style === style && follows(open, mark);
    return this.#items.findLast(fits) ?? this.#headings.findLast(fits);
  }

  #attach(draft: Draft, levels: readonly Open[]): void {
    const parent = levels.at(-1)?.draft ?? (levels === this.#headings ? null : this.#headings.at(-1)?.draft) ?? null;
    if (parent === null) this.#root(draft);
    else this.#adopt(parent, draft);
    for (const division of this.divisions) division.owner ??= draft;
  }

  #root(draft: Draft): void {
    draft.depth = 1;
    this.roots.push(draft);
  }

  #adopt(wanted: Draft, draft: Draft): void {
    let parent = wanted;
    if (parent.depth >= nestingMax) {
      this.#onTooDeep(draft);
      while (parent.depth >= nestingMax && parent.parent !== null) parent = parent.parent;
    }
    draft.parent = parent;
    draft.depth = parent.depth + 1;
    parent.children.push(draft);
  }
}

function openOf(draft: Draft, known: Partial<Omit<Open, "draft">>): Open {
  return { draft, style: null, rank: null, ordinal: 0, indent: 0, inside: 0, hashes: 0, closed: false, ...known };
}

function follows(open: Open, mark: NumberMark): boolean {
  return mark.ordinal === open.ordinal + 1 || (mark.inserted && mark.ordinal === open.ordinal);
}

/** Whether a new heading ends an open one: by the number of #, and by rank where one of them has none. */
function closes(
  open: Open | undefined,
  next: { readonly hashes: number; readonly rank: number | null; readonly style: string | null },
): boolean {
  if (open === undefined) return false;
  if (open.hashes > 0 && next.hashes > 0) return open.hashes >= next.hashes;
  if (open.hashes === 0 && next.hashes > 0)
    return next.rank === null || (open.rank ?? 0) >= next.rank || open.style === next.style;
  if (open.hashes > 0 && open.rank === null) return false;
  return (open.rank ?? 0) >= (next.rank ?? 0);
}
