import type { Entry } from "../model.ts";
import { Column } from "./column.ts";
import { type Ids, type Named, named, placeOf, withId, withNamed } from "./ids.ts";
import { cellSize } from "./listing.ts";
import { type Base, baseOf } from "./record-base.ts";
import { endOfAbout } from "./references.ts";
import { isAbout, isCorrected, isOut, ofEntry, putOut, repeated, saidBy, unusable } from "./sayings.ts";
import { emptyTrie, type Trie, valueAt, withValue } from "./trie.ts";

/** What the record needs to know of the agreement: the places of commitments, and of the moments that they name. */
export interface Names {
  readonly commitmentCount: number;
  readonly commitmentPlace: (id: string) => number;
  readonly momentCount: number;
  /** -1 for a moment that no commitment and no phase names. */
  readonly momentPlace: (id: string) => number;
}

interface Later {
  readonly entry: Entry;
  readonly said: number;
}

/** What came after the base was made. */
interface Added {
  readonly count: number;
  readonly entries: Trie<Later>;
  readonly ids: Ids;
  /** By entry: who puts it out now, or -1; only where that differs from the base. */
  readonly outBy: Trie<number>;
  /** By entry: whether another takes its place, and counts for that; only where that differs from the base. */
  readonly corrected: Trie<boolean>;
  /** By entry: the commitments it bears on; only where the base does not know. */
  readonly scopes: Trie<readonly number[]>;
  /** By commitment: the entries that bear on it and that the base does not list, in the order of `precedes`. */
  readonly lists: Trie<readonly number[]>;
  /** By entry: later entries that name it. */
  readonly namedBy: Trie<readonly number[]>;
  /** By id that no entry has: the entries that name it. */
  readonly dangling: Named<readonly number[]>;
  /** By moment: later entries that it happened. */
  readonly moments: Trie<readonly number[]>;
}

const none: readonly number[] = [];

/** Entries side by side: place, day, what each says, and who says it. */
export interface Lines {
  readonly places: Column;
  readonly on: Column;
  readonly said: Column;
  readonly by: (readonly string[])[];
}

/**
 * The entries, in the order given, with what each bears on and whether it stands. A place is the number of an entry in the
 * input. `with` gives another record; both share what they have in common.
 */
export class EntryRecord {
  readonly #names: Names;
  readonly #base: Base;
  readonly #work: number[] = [];
  readonly #targets = new Column();
  /** Changed only while the record is made. */
  #added: Added;

  private constructor(names: Names, base: Base, added: Added) {
    this.#names = names;
    this.#base = base;
    this.#added = added;
  }

  /** Linear in the entries and what they name, and in the days between the first and the last. */
  static of(names: Names, entries: readonly Entry[]): EntryRecord {
    const { base, ids } = baseOf(names, entries);
    return new EntryRecord(names, base, {
      count: 0,
      entries: emptyTrie,
      ids,
      outBy: emptyTrie,
      corrected: emptyTrie,
      scopes: emptyTrie,
      lists: emptyTrie,
      namedBy: emptyTrie,
      dangling: emptyTrie,
      moments: emptyTrie,
    });
  }

  get count(): number {
    return this.#base.count + this.#added.count;
  }

  entryAt(at: number): Entry {
    return (at < this.#base.count ? this.#base.entries[at] : this.#laterAt(at)?.entry) as Entry;
  }

  /** What the entry says, as the bits of `sayings.ts`. */
  saidAt(at: number): number {
    return at < this.#base.count ? (this.#base.said[at] as number) : (this.#laterAt(at)?.said ?? unusable);
  }

  onAt(at: number): number {
    return at < this.#base.count ? (this.#base.on[at] as number) : this.entryAt(at).on;
  }

  byAt(at: number): readonly string[] {
    const known = at < this.#base.count ? this.#base.voices.of(this.#base.said[at] as number) : undefined;
    return known ?? this.entryAt(at).by;
  }

  #laterAt(at: number): Later | undefined {
    return valueAt(this.#added.entries, at - this.#base.count);
  }

  /** The place of an entry, or -1. */
  placeOf(id: string): number {
    return placeOf(this.#added.ids, id);
  }

  /** The place of the latest entry that corrects or withdraws this one and counts for that; -1 while it stands. */
  outBy(at: number): number {
    const { outBy } = this.#added;
    const changed = outBy.root === undefined ? undefined : valueAt(outBy, at);
    if (changed !== undefined) return changed;
    return this.#base.outBy.get(at) ?? -1;
  }

  #isCorrected(at: number): boolean {
    const changed = valueAt(this.#added.corrected, at);
    return changed ?? (at < this.#base.count && ((this.#base.said[at] as number) & isCorrected) !== 0);
  }

  /** Whether its correction counts: while it stands, and when it was corrected itself. */
  #takesPlace(at: number): boolean {
    return (this.saidAt(at) & unusable) === 0 && (this.outBy(at) === -1 || this.#isCorrected(at));
  }

  stands(at: number): boolean {
    return (this.saidAt(at) & unusable) === 0 && this.outBy(at) === -1;
  }

  /** By the day it speaks of, then by the day it was known, then by the input. */
  precedes(a: number, b: number): boolean {
    const [onA, onB] = [this.onAt(a), this.onAt(b)];
    return onA !== onB ? onA < onB : this.recordedBefore(a, b);
  }

  recordedBefore(a: number, b: number): boolean {
    const [knownA, knownB] = [this.entryAt(a).known, this.entryAt(b).known];
    return knownA !== knownB ? knownA < knownB : a < b;
  }

  /** The commitments an entry bears on: those it names, or else those of the entries it is about. */
  scopeOf(at: number): readonly number[] {
    const changed = valueAt(this.#added.scopes, at);
    if (changed !== undefined) return changed;
    return at < this.#base.count ? this.#base.scopes.of(at) : none;
  }

  /** Puts the places of all entries on a commitment into `into`, in the order of `precedes`. */
  listOf(commitment: number, into: number[]): void {
    const { starts, cells } = this.#base.listing;
    const end = (starts[commitment + 1] as number) * cellSize;
    let cell = (starts[commitment] as number) * cellSize;
    into.length = 0;
    for (const one of valueAt(this.#added.lists, commitment) ?? none) {
      for (; cell < end && this.precedes(cells[cell] as number, one); cell += cellSize)
        into.push(cells[cell] as number);
      into.push(one);
    }
    for (; cell < end; cell += cellSize) into.push(cells[cell] as number);
  }

  /** Reads the entries that stand and bear on a commitment, in the order of `precedes`. */
  read(commitment: number, { places, on, said, by }: Lines): void {
    places.clear();
    on.clear();
    said.clear();
    if (this.#added.count > 0) {
      this.listOf(commitment, this.#work);
      for (const at of this.#work) {
        if (!this.stands(at)) continue;
        by[places.length] = this.byAt(at);
        places.push(at);
        on.push(this.onAt(at));
        said.push(this.saidAt(at));
      }
      return;
    }
    const { listing, voices } = this.#base;
    const { starts, cells } = listing;
    const end = (starts[commitment + 1] as number) * cellSize;
    for (let cell = (starts[commitment] as number) * cellSize; cell < end; cell += cellSize) {
      const bits = cells[cell + 2] as number;
      if ((bits & (unusable | isOut)) !== 0) continue;
      by[places.length] = voices.of(bits) ?? this.entryAt(cells[cell] as number).by;
      places.push(cells[cell] as number);
      on.push(cells[cell + 1] as number);
      said.push(bits);
    }
  }

  /** Puts the places of the entries that an entry is about into `into`; -1 for one that is not there. */
  targetsOf(at: number, into: Column): Column {
    into.clear();
    const { references, said, count } = this.#base;
    if (at >= count || this.#added.count > 0) {
      for (const id of ofEntry(this.entryAt(at))) into.push(this.placeOf(id));
      return into;
    }
    const end = endOfAbout(references, at, said[at] as number);
    for (let k = references.starts[at] as number; k < end; k += 1) into.push(references.targets.at(k));
    return into;
  }

  /** Whether an entry is about another. */
  isAbout(at: number, target: number): boolean {
    return (this.saidAt(at) & isAbout) !== 0 && this.targetsOf(at, this.#targets).includes(target);
  }

  /** The entries that a moment happened, in no order. */
  momentList(moment: number): readonly number[] {
    const later = valueAt(this.#added.moments, moment);
    const base = this.#base.momentLists[moment] ?? none;
    return later === undefined ? base : [...base, ...later];
  }

  /**
   * The record with one entry more. `touched` are the commitments it can affect, in no order: those it bears on, and those
   * of entries that it puts out, brings back or gives a meaning. `moments` are the moments whose day it can move.
   */
  with(entry: Entry): {
    readonly record: EntryRecord;
    readonly touched: ReadonlySet<number>;
    readonly moments: ReadonlySet<number>;
  } {
    const at = this.count;
    const twice = this.placeOf(entry.id) !== -1;
    const said = saidBy(entry) | (twice ? unusable | repeated : 0);
    const added = {
      ...this.#added,
      count: this.#added.count + 1,
      entries: withValue(this.#added.entries, at - this.#base.count, { entry, said }),
    };
    if (twice) {
      const record = new EntryRecord(this.#names, this.#base, added);
      return { record, touched: new Set(), moments: new Set() };
    }
    added.ids = withId(added.ids, entry.id, at);
    const waiting = [
      ...(this.#base.references.dangling.get(entry.id) ?? none),
      ...(named(added.dangling, entry.id) ?? none),
    ];
    if (waiting.length > 0) added.namedBy = withValue(added.namedBy, at, waiting);
    for (const id of new Set([...ofEntry(entry), ...putOut(entry)])) {
      const target = placeOf(added.ids, id);
      if (target === -1) added.dangling = withNamed(added.dangling, id, [...(named(added.dangling, id) ?? none), at]);
      else added.namedBy = withValue(added.namedBy, target, [...(valueAt(added.namedBy, target) ?? none), at]);
    }
    const moment = entry.kind === "moment" ? this.#names.momentPlace(entry.moment) : -1;
    if (moment !== -1)
      added.moments = withValue(added.moments, moment, [...(valueAt(added.moments, moment) ?? none), at]);
    const next = new EntryRecord(this.#names, this.#base, added);
    const turned = [...next.#settle(at), ...next.#spread(at)];
    const touched = new Set<number>();
    const moments = new Set<number>();
    for (const one of [at, ...waiting, ...turned]) {
      for (const commitment of next.scopeOf(one)) touched.add(commitment);
      const told = next.entryAt(one);
      const place = told.kind === "moment" ? this.#names.momentPlace(told.moment) : -1;
      if (place !== -1) moments.add(place);
    }
    return { record: next, touched, moments };
  }

  /** The entries that name this one. */
  #namedBy(at: number): number[] {
    const found = [...(valueAt(this.#added.namedBy, at) ?? none)];
    if (at >= this.#base.count) return found;
    const { head, next, by } = this.#base.references;
    for (let k = head[at] as number; k !== -1; k = next.at(k)) found.push(by.at(k));
    return found;
  }

  #placesOf(ids: readonly string[]): number[] {
    return ids.map((id) => this.placeOf(id)).filter((at) => at !== -1);
  }

  /** Decides again who is out, from an entry that is new. Gives those that stand now and did not, or the other way. */
  #settle(first: number): number[] {
    const turned: number[] = [];
    const open = new Set([first, ...this.#placesOf(putOut(this.entryAt(first)))]);
    while (open.size > 0) {
      // The latest in the record is decided first: only what is later can put it out.
      const at = [...open].reduce((a, b) => (this.recordedBefore(a, b) ? b : a));
      open.delete(at);
      const [before, wasCorrected] = [this.outBy(at), this.#isCorrected(at)];
      const { latest: after, corrected } = this.#whoPutsOut(at);
      if (before === after && wasCorrected === corrected) continue;
      const { outBy, corrected: changed } = this.#added;
      this.#added = {
        ...this.#added,
        outBy: withValue(outBy, at, after),
        corrected: withValue(changed, at, corrected),
      };
      const isTurned = (before === -1) !== (after === -1);
      if (!isTurned && wasCorrected === corrected) continue;
      if (isTurned) turned.push(at);
      for (const target of this.#placesOf(putOut(this.entryAt(at)))) open.add(target);
    }
    return turned;
  }

  #whoPutsOut(at: number): { readonly latest: number; readonly corrected: boolean } {
    const { id } = this.entryAt(at);
    let [latest, corrected] = [-1, false];
    for (const by of this.#namedBy(at)) {
      if (!this.recordedBefore(at, by)) continue;
      const entry = this.entryAt(by);
      const takesPlace = entry.corrects === id && this.#takesPlace(by);
      if (!takesPlace && !(entry.kind === "withdrawal" && entry.of.includes(id) && this.stands(by))) continue;
      corrected ||= takesPlace;
      if (latest === -1 || this.recordedBefore(latest, by)) latest = by;
    }
    return { latest, corrected };
  }

  /** Finds what a new entry bears on, and what entries that waited for it bear on now. Gives those. */
  #spread(first: number): number[] {
    const grown: number[] = [];
    const open = [first];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const entry = this.entryAt(at);
      const before = this.scopeOf(at);
      const own = entry.commitments.map((id) => this.#names.commitmentPlace(id)).filter((place) => place !== -1);
      const scope =
        entry.commitments.length > 0 ? own : this.#placesOf(ofEntry(entry)).flatMap((target) => this.scopeOf(target));
      const now = [...new Set([...before, ...scope])];
      if (now.length === before.length) continue;
      grown.push(at);
      let { lists } = this.#added;
      for (const place of now.slice(before.length)) {
        const list = valueAt(lists, place) ?? none;
        const after = list.findLastIndex((one) => this.precedes(one, at)) + 1;
        lists = withValue(lists, place, list.toSpliced(after, 0, at));
      }
      this.#added = { ...this.#added, lists, scopes: withValue(this.#added.scopes, at, now) };
      for (const by of this.#namedBy(at)) {
        const about = this.entryAt(by);
        if (about.commitments.length === 0 && ofEntry(about).includes(entry.id)) open.push(by);
      }
    }
    return grown;
  }
}
