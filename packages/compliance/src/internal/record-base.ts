import type { Entry } from "../model.ts";
import { type Ids, IdsTaken, placeOf } from "./ids.ts";
import type { Names } from "./record.ts";
import { isOut, kindMask, kindNumber, ofEntry, repeated, saidBy, unusable } from "./sayings.ts";

/** The entries given at once, laid out in columns. */
export interface Base {
  readonly count: number;
  readonly entries: readonly Entry[];
  readonly on: Int32Array;
  readonly known: Int32Array;
  readonly said: Uint16Array;
  /** Who puts an entry out, for those that are out. */
  readonly outBy: ReadonlyMap<number, number>;
  readonly scopeOf: (at: number) => readonly number[];
  /** Entries on commitment c, in order: the cells from `listStart[c]` up to `listStart[c + 1]`, each of `cellSize` numbers of `cells`. */
  readonly listStart: Int32Array;
  readonly cells: Int32Array;
  /** The different lists of those who say something; a cell has the number of one, or -1. */
  readonly voices: readonly (readonly string[])[];
  readonly references: References;
  readonly momentLists: readonly (readonly number[])[];
}

/** A cell: the place of an entry, its day, what it says, and whose voice it is. */
export const cellSize = 4;

/** Who names whom. The k-th entry of `sources` names the targets from `starts[k]` up to `starts[k + 1]`. */
interface References {
  readonly sources: readonly number[];
  readonly starts: readonly number[];
  /** Places of entries, or -1 for one that is not there; a corrected one last. */
  readonly targets: readonly number[];
  /** Chains of who names an entry: those start at `head`, each is a number of `next` and `by`; -1 ends it. */
  readonly head: Int32Array;
  readonly next: readonly number[];
  readonly by: readonly number[];
  readonly dangling: ReadonlyMap<string, readonly number[]>;
}

const none: readonly number[] = [];
/** In `one`: the entry bears on no commitment; below it, -2 - k for the k-th of `many`. */
const nothing = -1;

export function baseOf(names: Names, entries: readonly Entry[]): { readonly base: Base; readonly ids: Ids } {
  const count = entries.length;
  const on = new Int32Array(count);
  const known = new Int32Array(count);
  const said = new Uint16Array(count);
  const one = new Int32Array(count).fill(nothing);
  const many: (readonly number[])[] = [];
  const naming: number[] = [];
  const inherits: { readonly at: number; readonly number: number; readonly count: number }[] = [];
  const voice = new Int32Array(count);
  /** Numbers of those among `naming` that correct or withdraw. */
  const putting: number[] = [];
  const { voices, voiceOf } = voicesTaken();
  const momentLists: number[][] = Array.from({ length: names.momentCount }, () => []);
  const taken = new IdsTaken(count);
  for (let at = 0; at < count; at += 1) {
    const entry = entries[at] as Entry;
    on[at] = entry.on;
    known[at] = entry.known;
    const bits = saidBy(entry);
    said[at] = bits;
    if (!taken.take(entry.id)) {
      said[at] = bits | unusable | repeated;
      continue;
    }
    const { commitments } = entry;
    if (commitments.length === 1) one[at] = names.commitmentPlace(commitments[0] as string);
    else if (commitments.length > 1) {
      const places = commitments.map((id) => names.commitmentPlace(id)).filter((place) => place !== -1);
      many.push([...new Set(places)]);
      one[at] = -1 - many.length;
    } else if (ofEntry(entry).length > 0) inherits.push({ at, number: naming.length, count: ofEntry(entry).length });
    const kind = bits & kindMask;
    if (kind === kindNumber.report || kind === kindNumber.finding) voice[at] = voiceOf(entry.by);
    if (kind === kindNumber.withdrawal || entry.corrects !== null) putting.push(naming.length);
    if (entry.corrects !== null || (kind >= kindNumber.verification && kind !== kindNumber.power)) naming.push(at);
    if (entry.kind === "moment") {
      const moment = names.momentPlace(entry.moment);
      if (moment !== -1) momentLists[moment]?.push(at);
    }
  }
  const ids = taken.taken();
  const scopeOf = (at: number): readonly number[] => {
    const place = one[at] as number;
    return place === nothing ? none : place >= 0 ? [place] : (many[-2 - place] as readonly number[]);
  };
  const references = referencesOf(naming, entries, ids);
  const outBy = whoIsOut(references, { putting, known, said });
  inherit(inherits, { references, one, many, scopeOf });
  const { listStart, cells } = listed({ on, known, said, voice, one, many }, names.commitmentCount);
  const base = { count, entries, on, known, said, outBy, scopeOf, listStart, cells, voices, references, momentLists };
  return { base, ids };
}

/** The different lists of actors, each once. */
function voicesTaken() {
  const voices: (readonly string[])[] = [];
  const known = new Map<string, number>();
  const voiceOf = (by: readonly string[]): number => {
    const name = by.length === 1 ? (by[0] as string) : JSON.stringify(by);
    const number = known.get(name);
    if (number !== undefined && voices[number]?.length === by.length) return number;
    known.set(name, voices.length);
    return voices.push(by) - 1;
  };
  return { voices, voiceOf };
}

function referencesOf(sources: readonly number[], entries: readonly Entry[], ids: Ids): References {
  const head = new Int32Array(entries.length).fill(-1);
  const [starts, targets, next, by] = [[0], [], [], []] as [number[], number[], number[], number[]];
  const dangling = new Map<string, number[]>();
  const refer = (at: number, id: string) => {
    const target = placeOf(ids, id);
    targets.push(target);
    if (target !== -1) {
      next.push(head[target] as number);
      head[target] = by.push(at) - 1;
      return;
    }
    const others = dangling.get(id);
    if (others === undefined) dangling.set(id, [at]);
    else others.push(at);
  };
  for (const at of sources) {
    const entry = entries[at] as Entry;
    for (const id of ofEntry(entry)) refer(at, id);
    if (entry.corrects !== null) refer(at, entry.corrects);
    starts.push(targets.length);
  }
  return { sources, starts, targets, head, next, by, dangling };
}

/** The number of an entry among the sources, or -1. */
export function sourceNumber({ sources }: References, at: number): number {
  let [low, high] = [0, sources.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sources[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return sources[low] === at ? low : -1;
}

/** Decides from the latest backwards, so that an entry that is itself out puts nothing out. Marks in `said` who is out. */
function whoIsOut(
  { sources, starts, targets }: References,
  {
    putting,
    known,
    said,
  }: { readonly putting: readonly number[]; readonly known: Int32Array; readonly said: Uint16Array },
): ReadonlyMap<number, number> {
  const outBy = new Map<number, number>();
  const before = (a: number, b: number) => (known[a] as number) - (known[b] as number) || a - b;
  for (const number of putting.toSorted((a, b) => before(sources[b] as number, sources[a] as number))) {
    const at = sources[number] as number;
    const bits = said[at] as number;
    if ((bits & (unusable | isOut)) !== 0) continue;
    const end = starts[number + 1] as number;
    // What it corrects stands last; a withdrawal puts out all that it is of.
    const first = (bits & kindMask) === kindNumber.withdrawal ? (starts[number] as number) : end - 1;
    for (let k = first; k < end; k += 1) {
      const target = targets[k] as number;
      if (target === -1 || ((said[target] as number) & isOut) !== 0 || before(target, at) >= 0) continue;
      said[target] = (said[target] as number) | isOut;
      outBy.set(target, at);
    }
  }
  return outBy;
}

/** Gives each entry that names no commitment those of the entries it is about, again until nothing changes. */
function inherit(
  inherits: readonly { readonly at: number; readonly number: number; readonly count: number }[],
  {
    references,
    one,
    many,
    scopeOf,
  }: {
    readonly references: References;
    readonly one: Int32Array;
    readonly many: (readonly number[])[];
    readonly scopeOf: (at: number) => readonly number[];
  },
): void {
  for (let again = true; again; ) {
    let changed = false;
    let early = false;
    const waiting = new Set(inherits.map(({ at }) => at));
    for (const { at, number, count } of inherits) {
      waiting.delete(at);
      const start = references.starts[number] as number;
      const had = one[at] as number;
      if (count === 1) {
        const target = references.targets[start] as number;
        if (target === -1) continue;
        early ||= waiting.has(target);
        one[at] = one[target] as number;
      } else {
        const scope = new Set(scopeOf(at));
        const before = scope.size;
        for (let k = start; k < start + count; k += 1) {
          const target = references.targets[k] as number;
          if (target === -1) continue;
          early ||= waiting.has(target);
          for (const place of scopeOf(target)) scope.add(place);
        }
        if (scope.size === before) continue;
        if (scope.size === 1) one[at] = [...scope][0] as number;
        else one[at] = -1 - many.push([...scope]);
      }
      changed ||= had !== one[at];
    }
    again = early && changed;
  }
}

/** The places of all entries by the day they speak of, then by the day they were known, then as given. */
function ordered(on: Int32Array, known: Int32Array): Int32Array {
  return counted(counted(null, known), on);
}

/** Sorts places by counting, which keeps the order of equals; where the days lie far apart, by comparing. Null: all places as given. */
function counted(places: Int32Array | null, key: Int32Array): Int32Array {
  let low = 2 ** 31 - 1;
  let high = -(2 ** 31);
  for (let at = 0; at < key.length; at += 1) {
    const one = key[at] as number;
    if (one < low) low = one;
    if (one > high) high = one;
  }
  const sorted = new Int32Array(key.length);
  if (high - low > 4 * key.length + 100_000) {
    for (let at = 0; at < sorted.length; at += 1) sorted[at] = places === null ? at : (places[at] as number);
    return sorted.sort((a, b) => (key[a] as number) - (key[b] as number));
  }
  const starts = new Int32Array(Math.max(0, high - low) + 2);
  for (let at = 0; at < key.length; at += 1) {
    const slot = (key[at] as number) - low + 1;
    starts[slot] = (starts[slot] as number) + 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  for (let at = 0; at < sorted.length; at += 1) {
    const place = places === null ? at : (places[at] as number);
    const slot = (key[place] as number) - low;
    const to = starts[slot] as number;
    sorted[to] = place;
    starts[slot] = to + 1;
  }
  return sorted;
}

interface Columns {
  readonly on: Int32Array;
  readonly known: Int32Array;
  readonly said: Uint16Array;
  readonly voice: Int32Array;
  readonly one: Int32Array;
  readonly many: readonly (readonly number[])[];
}

/** Lays the entries on each commitment side by side, so that they are read one after the other. */
function listed(
  { on, known, said, voice, one, many }: Columns,
  commitmentCount: number,
): { readonly listStart: Int32Array; readonly cells: Int32Array } {
  const order = ordered(on, known);
  const listStart = new Int32Array(commitmentCount + 1);
  const grow = (place: number) => {
    listStart[place + 1] = (listStart[place + 1] as number) + 1;
  };
  for (let at = 0; at < one.length; at += 1) {
    const place = one[at] as number;
    if (place >= 0) grow(place);
    else if (place < nothing) for (const each of many[-2 - place] as readonly number[]) grow(each);
  }
  for (let c = 0; c < commitmentCount; c += 1)
    listStart[c + 1] = (listStart[c + 1] as number) + (listStart[c] as number);
  const cells = new Int32Array((listStart[commitmentCount] as number) * cellSize);
  const next = listStart.slice(0, commitmentCount);
  const put = (place: number, at: number) => {
    const number = next[place] as number;
    next[place] = number + 1;
    const cell = number * cellSize;
    cells[cell] = at;
    cells[cell + 1] = on[at] as number;
    cells[cell + 2] = said[at] as number;
    cells[cell + 3] = voice[at] as number;
  };
  for (let k = 0; k < order.length; k += 1) {
    const at = order[k] as number;
    const place = one[at] as number;
    if (place >= 0) put(place, at);
    else if (place < nothing) for (const each of many[-2 - place] as readonly number[]) put(each, at);
  }
  return { listStart, cells };
}
