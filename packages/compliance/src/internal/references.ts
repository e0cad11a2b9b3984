import type { Entry } from "../model.ts";
import { Column } from "./column.ts";
import { type Ids, placeOf } from "./ids.ts";
import { corrects, isCorrected, isOut, kindMask, kindNumber, unusable } from "./sayings.ts";

/** Who names whom among the entries given at once, the base. Those are named that an entry is about, and last the one it corrects. */
export interface References {
  /** What the entry at a place names: the numbers of `targets` from `starts[at]` up to `starts[at + 1]`. */
  readonly starts: Int32Array;
  /** Places of entries, or -1 for one that is not there. */
  readonly targets: Column;
  /** Those who name the entry at a place: a chain from `head[at]`, each a number of `next` and `by`; -1 ends it. */
  readonly head: Int32Array;
  readonly next: Column;
  readonly by: Column;
  readonly dangling: ReadonlyMap<string, readonly number[]>;
}

/** Takes up, entry by entry, whom it names. */
export class ReferencesTaken {
  readonly #ids: Ids;
  readonly #starts: Int32Array;
  readonly #targets = new Column();
  readonly #dangling = new Map<string, number[]>();

  /** For so many entries, whose ids are all taken. */
  constructor(ids: Ids, count: number) {
    this.#ids = ids;
    this.#starts = new Int32Array(count + 1);
  }

  /** What the entry at a place names. Places ascend. */
  take(at: number, of: readonly string[], corrected: string | null): void {
    for (let k = 0; k < of.length; k += 1) this.#name(at, of[k] as string);
    if (corrected !== null) this.#name(at, corrected);
  }

  /** After the entry at a place, also where it names nothing. */
  end(at: number): void {
    this.#starts[at + 1] = this.#targets.length;
  }

  #name(by: number, id: string): void {
    const target = placeOf(this.#ids, id);
    this.#targets.push(target);
    if (target !== -1) return;
    const others = this.#dangling.get(id);
    if (others === undefined) this.#dangling.set(id, [by]);
    else others.push(by);
  }

  taken(): References {
    const [starts, targets] = [this.#starts, this.#targets];
    const head = new Int32Array(starts.length - 1).fill(-1);
    const [next, by] = [new Column(targets.length), new Column(targets.length)];
    for (let at = 0; at < head.length; at += 1)
      for (let k = starts[at] as number; k < (starts[at + 1] as number); k += 1) {
        const target = targets.at(k);
        if (target === -1) continue;
        next.push(head[target] as number);
        head[target] = by.length;
        by.push(at);
      }
    return { starts, targets, head, next, by, dangling: this.#dangling };
  }
}

/** The end of what an entry is about, among the targets; what it corrects stands there. */
export function endOfAbout({ starts }: References, at: number, said: number): number {
  return (starts[at + 1] as number) - ((said & corrects) === 0 ? 0 : 1);
}

/**
 * Decides from the latest backwards, so that an entry that was taken back puts nothing out. Marks in `said` who is out and who is
 * corrected, and gives who puts it out. `putting` are the entries that correct or withdraw.
 */
export function whoIsOut(
  references: References,
  {
    putting,
    entries,
    said,
  }: { readonly putting: Column; readonly entries: readonly Entry[]; readonly said: Int32Array },
): ReadonlyMap<number, number> {
  const { starts, targets } = references;
  const outBy = new Map<number, number>();
  const knownAt = (at: number) => (entries[at] as Entry).known;
  const before = (a: number, b: number) => knownAt(a) - knownAt(b) || a - b;
  for (const at of putting.copy().sort((a, b) => before(b, a))) {
    const bits = said[at] as number;
    // What is corrected goes on to correct: whatever took its place took the place of both.
    if ((bits & unusable) !== 0 || (bits & (isOut | isCorrected)) === isOut) continue;
    const withdraws = (bits & (kindMask | isOut)) === kindNumber.withdrawal;
    const end = starts[at + 1] as number;
    const about = endOfAbout(references, at, bits);
    for (let k = withdraws ? (starts[at] as number) : about; k < end; k += 1) {
      const target = targets.at(k);
      if (target === -1 || before(target, at) >= 0) continue;
      if (k >= about) said[target] = (said[target] as number) | isCorrected;
      if (((said[target] as number) & isOut) !== 0) continue;
      said[target] = (said[target] as number) | isOut;
      outBy.set(target, at);
    }
  }
  return outBy;
}
