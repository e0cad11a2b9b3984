import type { Commitment, Phase, Power, When } from "../model.ts";
import { Column } from "./column.ts";
import { type Ids, noIds, placeOf, takeId } from "./ids.ts";
import type { Names } from "./record.ts";

/** The four ways in which keeping is told. */
export const once = 0;
export const lasting = 1;
export const recurring = 2;
export const may = 3;

/**
 * The commitments and phases, in the order given, of two with one id the first, with what leads from one to another.
 * A place is the number of a commitment, phase or moment.
 */
export class Terms<Ref> implements Names {
  readonly commitments: readonly Commitment<Ref>[];
  readonly phases: readonly Phase[];
  readonly #ids: Ids;
  readonly #caretakers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #phasePlaces: ReadonlyMap<string, number>;
  readonly #moments: ReadonlyMap<string, number>;
  /** By commitment: the moments of `from`, `due` and `keptBy`, or -1. */
  readonly #anchors: readonly Int32Array[];
  readonly #phaseOf: Int32Array;
  readonly #steps = new Column();
  readonly #stepsStart: Int32Array;
  readonly #waiting: Links;
  readonly #does: (Power | undefined)[] = [];
  readonly #powersOver: Links;

  /** Linear in the commitments and what they name. */
  constructor(commitments: readonly Commitment<Ref>[], phases: readonly Phase[]) {
    const { list: all, ids } = firsts(commitments);
    this.commitments = all;
    this.#ids = ids;
    this.phases = phases.filter((phase, at) => phases.findIndex(({ id }) => id === phase.id) === at);
    this.#caretakers = new Map(this.phases.map(({ id, caretaker }) => [id, new Set(caretaker)]));
    this.#phasePlaces = new Map(this.phases.map(({ id }, at) => [id, at]));
    const moments = new Map<string, number>();
    const moment = (id: string) => {
      const known = moments.get(id);
      if (known !== undefined) return known;
      moments.set(id, moments.size);
      return moments.size - 1;
    };
    const anchor = (when: When | null) => (when?.anchor.kind === "moment" ? moment(when.anchor.moment) : -1);
    for (const phase of this.phases) [anchor(phase.starts), anchor(phase.ends)];
    const [from, due, kept] = [0, 1, 2].map(() => new Int32Array(all.length)) as [Int32Array, Int32Array, Int32Array];
    this.#phaseOf = new Int32Array(all.length);
    this.#stepsStart = new Int32Array(all.length);
    this.#waiting = new Links(all.length);
    this.#powersOver = new Links(all.length);
    for (let at = 0; at < all.length; at += 1) {
      const c = all[at] as Commitment<Ref>;
      this.#stepsStart[at] = this.#steps.length;
      from[at] = anchor(c.from);
      due[at] = anchor(c.due);
      kept[at] = c.keptBy === null ? -1 : moment(c.keptBy);
      this.#phaseOf[at] = c.phase === null ? -1 : (this.#phasePlaces.get(c.phase) ?? -1);
      for (const id of c.after) this.#step(id, at);
      for (const { breachOf } of c.broughtBy) this.#step(breachOf, at);
      if (c.force !== "may" || c.power === null) continue;
      this.#does[at] = c.power.does;
      for (const id of c.power.over) this.#powersOver.add(this.commitmentPlace(id), at);
    }
    this.#anchors = [from, due, kept];
    this.#moments = moments;
  }

  #step(id: string, at: number): void {
    const place = this.commitmentPlace(id);
    this.#steps.push(place);
    this.#waiting.add(place, at);
  }

  get commitmentCount(): number {
    return this.commitments.length;
  }

  get momentCount(): number {
    return this.#moments.size;
  }

  commitmentPlace(id: string): number {
    return placeOf(this.#ids, id);
  }

  momentPlace(id: string): number {
    return this.#moments.get(id) ?? -1;
  }

  wayOf({ force, recurs }: Commitment<Ref>): number {
    if (force === "may") return may;
    if (force === "shall not" || recurs === "continuous") return lasting;
    return recurs === "once" ? once : recurring;
  }

  phaseOf(at: number): Phase | null {
    return this.phases[this.#phaseOf[at] as number] ?? null;
  }

  /** Whether a commitment is one of a phase's caretakers. */
  goesOnAfter(phase: Phase, id: string): boolean {
    return phase.caretaker.length > 0 && (this.#caretakers.get(phase.id)?.has(id) ?? false);
  }

  keptMoment(at: number): number {
    return this.#anchors[2]?.[at] ?? -1;
  }

  /** The commitment of the k-th that `after` and then `broughtBy` name; -1 where it is not there. */
  stepAt(at: number, k: number): number {
    return this.#steps.at((this.#stepsStart[at] as number) + k);
  }

  /** Whether other commitments wait for the keeping or the breach of this one. */
  isWaitedFor(at: number): boolean {
    return this.#waiting.has(at);
  }

  /** Those that wait for the keeping or the breach of this one. */
  waitingFor(at: number): number[] {
    return this.#waiting.of(at);
  }

  /** What a permission gives power to do; null where it gives none. */
  powerOf(at: number): Commitment<Ref>["power"] {
    const { force, power } = this.commitments[at] as Commitment<Ref>;
    return force === "may" ? power : null;
  }

  /** The power that a commitment with power over others gives. */
  doesAt(at: number): Power | undefined {
    return this.#does[at];
  }

  /** The permissions that are powers over this one. */
  powersOver(at: number): number[] {
    return this.#powersOver.of(at);
  }

  /** Those whose days hang on a moment, directly or by their phase. Cost: one step for each commitment. */
  hangingOn(moment: number): number[] {
    const found: number[] = [];
    const phases = new Set<number>();
    this.phases.forEach(({ starts, ends }, at) => {
      for (const when of [starts, ends])
        if (when?.anchor.kind === "moment" && this.momentPlace(when.anchor.moment) === moment) phases.add(at);
    });
    const [from, due, kept] = this.#anchors as [Int32Array, Int32Array, Int32Array];
    for (let at = 0; at < from.length; at += 1)
      if (
        from[at] === moment ||
        due[at] === moment ||
        kept[at] === moment ||
        (phases.size > 0 && phases.has(this.#phaseOf[at] as number))
      )
        found.push(at);
    return found;
  }
}

/** Those of the list that have an id for the first time. */
function firsts<T extends { readonly id: string }>(
  list: readonly T[],
): { readonly list: readonly T[]; readonly ids: Ids } {
  const names = list.map(({ id }) => id);
  const ids = noIds(list.length, (at) => names[at] as string);
  let isTwice = false;
  for (let at = 0; at < list.length; at += 1) isTwice = !takeId(ids, names[at] as string, at) || isTwice;
  if (!isTwice) return { list, ids };
  return firsts(list.filter(({ id }, at) => placeOf(ids, id) === at));
}

/** For each place, the places that lead to it. */
class Links {
  readonly #head: Int32Array;
  readonly #next = new Column();
  readonly #from = new Column();

  constructor(count: number) {
    this.#head = new Int32Array(count).fill(-1);
  }

  add(to: number, from: number): void {
    if (to === -1) return;
    this.#next.push(this.#head[to] as number);
    this.#head[to] = this.#from.length;
    this.#from.push(from);
  }

  has(to: number): boolean {
    return this.#head[to] !== -1;
  }

  of(to: number): number[] {
    const found: number[] = [];
    for (let at = this.#head[to] as number; at !== -1; at = this.#next.at(at)) found.push(this.#from.at(at));
    return found;
  }
}
