import type { Commitment, ProblemCode, When } from "../model.ts";
import { Binding } from "./binding.ts";
import { Column } from "./column.ts";
import { dayMeant, ever, never } from "./day-sums.ts";
import { Dossier, type PowerEntry } from "./dossier.ts";
import type { EntryRecord } from "./record.ts";
import { kindMask, kindNumber } from "./sayings.ts";
import { recurring, type Terms } from "./terms.ts";
import { emptyTrie, type Trie, valueAt, withValue } from "./trie.ts";

/** The days on which what others wait for came about; `never` where it did not. */
export interface Turns {
  readonly kept: number;
  readonly found: number;
  readonly alleged: number;
}

/** A permission that is a power, with the uses of powers over it as far as they were looked at. */
interface Holder {
  readonly binding: Binding;
  /** The places of all uses of powers over it, in order, and how many were looked at. */
  readonly powers: readonly number[];
  looked: number;
  readonly uses: PowerEntry[];
  readonly places: number[];
}

/** The agreement and the record together, with what commitments need to know of each other. */
export class View<Ref> {
  readonly terms: Terms<Ref>;
  readonly record: EntryRecord;
  readonly #momentDays: Int32Array;
  readonly #momentsMoved: Trie<number>;
  /** What was found out of the record as it was first given; shared by all that came of it. */
  readonly #turns: Map<number, Turns>;
  readonly #turnsMoved: Trie<Turns>;
  #holders: Trie<Holder>;
  #scratch: Dossier<Ref> | null = null;
  readonly #targets = new Column();

  private constructor(
    parts: Pick<View<Ref>, "terms" | "record">,
    known: {
      readonly momentDays: Int32Array;
      readonly momentsMoved: Trie<number>;
      readonly turns: Map<number, Turns>;
      readonly turnsMoved: Trie<Turns>;
      readonly holders: Trie<Holder>;
    },
  ) {
    this.terms = parts.terms;
    this.record = parts.record;
    this.#momentDays = known.momentDays;
    this.#momentsMoved = known.momentsMoved;
    this.#turns = known.turns;
    this.#turnsMoved = known.turnsMoved;
    this.#holders = known.holders;
  }

  static of<Ref>(parts: { readonly terms: Terms<Ref>; readonly record: EntryRecord }): View<Ref> {
    const momentDays = new Int32Array(parts.terms.momentCount);
    for (let moment = 0; moment < momentDays.length; moment += 1) momentDays[moment] = firstDay(parts.record, moment);
    const known = { momentDays, momentsMoved: emptyTrie, turns: new Map(), turnsMoved: emptyTrie, holders: emptyTrie };
    return new View(parts, known);
  }

  /**
   * The view of a record with one entry more, and all commitments that it can change: those touched, those that hang on a
   * moment that moved, those that wait for one of these, and those under powers of one of these.
   */
  with(
    record: EntryRecord,
    { touched, moments }: { readonly touched: ReadonlySet<number>; readonly moments: ReadonlySet<number> },
  ): { readonly view: View<Ref>; readonly changed: ReadonlySet<number> } {
    let momentsMoved = this.#momentsMoved;
    const changed = new Set(touched);
    for (const moment of moments) {
      momentsMoved = withValue(momentsMoved, moment, firstDay(record, moment));
      for (const place of this.terms.hangingOn(moment)) changed.add(place);
    }
    const view = new View<Ref>(
      { terms: this.terms, record },
      {
        momentDays: this.#momentDays,
        momentsMoved,
        turns: this.#turns,
        turnsMoved: this.#turnsMoved,
        holders: this.#holders,
      },
    );
    return { view: view.#movedFrom(this, changed), changed };
  }

  /** Adds to `changed` all that follows from it, and forgets what no longer holds. */
  #movedFrom(before: View<Ref>, changed: Set<number>): View<Ref> {
    let turnsMoved = this.#turnsMoved;
    for (const place of [...changed]) {
      if (!this.terms.isWaitedFor(place)) continue;
      const was = before.turnsOf(place);
      const is = this.#findTurns(place);
      turnsMoved = withValue(turnsMoved, place, is);
      if (was.kept === is.kept && was.found === is.found && was.alleged === is.alleged) continue;
      for (const waiting of this.terms.waitingFor(place)) changed.add(waiting);
    }
    let holders = this.#holders;
    const open = [...changed];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const power = this.terms.powerOf(place);
      if (power === null) continue;
      holders = withValue(holders, place, undefined);
      for (const id of power.over) {
        const under = this.terms.commitmentPlace(id);
        if (under === -1 || changed.has(under) || !this.#hasUses(under)) continue;
        changed.add(under);
        open.push(under);
      }
    }
    const known = { momentDays: this.#momentDays, momentsMoved: this.#momentsMoved, turns: this.#turns };
    return new View({ terms: this.terms, record: this.record }, { ...known, turnsMoved, holders });
  }

  #hasUses(place: number): boolean {
    const list: number[] = [];
    this.record.listOf(place, list);
    return list.some((at) => this.record.entryAt(at).kind === "power");
  }

  // ---- days ----

  #momentDay(id: string): number {
    const moment = this.terms.momentPlace(id);
    if (moment === -1) return never;
    const moved = this.#momentsMoved.root === undefined ? undefined : valueAt(this.#momentsMoved, moment);
    return moved ?? (this.#momentDays[moment] as number);
  }

  /** The day from which a day is known: `ever`, or the day of its moment, which may be `never`. */
  seen({ anchor }: When): number {
    return anchor.kind === "day" ? ever : this.#momentDay(anchor.moment);
  }

  /** The day meant: `never` while its moment has not happened, `untold` when it cannot be told. */
  dayOf(when: When): number {
    const anchor = when.anchor.kind === "day" ? when.anchor.day : this.#momentDay(when.anchor.moment);
    return anchor === never || when.offset === null ? anchor : dayMeant(when, anchor);
  }

  // ---- what others wait for ----

  turnsOf(place: number): Turns {
    const moved = this.#turnsMoved.root === undefined ? undefined : valueAt(this.#turnsMoved, place);
    const known = moved ?? this.#turns.get(place);
    if (known !== undefined) return known;
    const turns = this.#findTurns(place);
    this.#turns.set(place, turns);
    return turns;
  }

  #findTurns(place: number): Turns {
    this.#scratch ??= this.newDossier();
    const dossier = this.#scratch.loadRecord(place);
    return { kept: dossier.firstKept(), found: dossier.firstBreach("found"), alleged: dossier.firstBreach("alleged") };
  }

  /** An empty dossier, to be loaded. */
  newDossier(): Dossier<Ref> {
    return new Dossier(this);
  }

  /** Whether one of the entries that an entry is about is by an actor. */
  saidByActor(place: number, actor: string): boolean {
    const targets = this.record.targetsOf(place, this.#targets);
    for (let k = 0; k < targets.length; k += 1)
      if (targets.at(k) !== -1 && this.record.byAt(targets.at(k)).includes(actor)) return true;
    return false;
  }

  /** Whether one of them, apart from findings, is by an actor: a body may decide again on what it found. */
  claimedByActor(place: number, actor: string): boolean {
    const targets = this.record.targetsOf(place, this.#targets);
    for (let k = 0; k < targets.length; k += 1) {
      const target = targets.at(k);
      if (target === -1 || (this.record.saidAt(target) & kindMask) === kindNumber.finding) continue;
      if (this.record.byAt(target).includes(actor)) return true;
    }
    return false;
  }

  // ---- powers ----

  /** Why a use of a power over a commitment has no effect; null when it has. */
  useProblem(
    place: number,
    { at, commitment, way }: Pick<Dossier<Ref>, "at" | "commitment" | "way">,
  ): ProblemCode | null {
    const { power, until, on } = this.record.entryAt(place) as PowerEntry;
    const by = this.record.byAt(place);
    if (power === "extend" && (until === null || way === recurring)) return "power-without-effect";
    const everybody = commitment.to.length > 0 && commitment.to.every((actor) => by.includes(actor));
    if (everybody && (power === "waive" || power === "extend")) return null;
    for (const holder of this.terms.powersOver(at)) {
      const does = this.terms.doesAt(holder);
      if (does !== power && !(power === "resume" && does === "suspend")) continue;
      if (!this.terms.commitments[holder]?.by.some((actor) => by.includes(actor))) continue;
      if (this.#holds(holder, place, on)) return null;
    }
    return "power-not-given";
  }

  /** Whether a power is in force on the day of a use, by the uses over it that came before that one. */
  #holds(holder: number, place: number, day: number): boolean {
    const { binding, uses, places } = this.#holderUpTo(holder, place);
    if (binding.gate(day) !== -1 || binding.phaseEnd < day) return false;
    let due = binding.dueSeen > day ? never : binding.dueDay;
    let suspension: PowerEntry | null = null;
    for (let k = 0; k < uses.length && this.record.precedes(places[k] as number, place); k += 1) {
      const use = uses[k] as PowerEntry;
      if (use.power === "waive" || use.power === "terminate") return false;
      if (use.power === "extend") due = use.until ?? due;
      else suspension = use.power === "suspend" ? use : null;
    }
    return due >= day && !(suspension !== null && (suspension.until === null || suspension.until >= day));
  }

  /** The holder with the uses over it decided that come before an entry. Each is decided once, in order. */
  #holderUpTo(at: number, place: number): Holder {
    let holder = valueAt(this.#holders, at);
    if (holder === undefined) {
      this.#scratch ??= this.newDossier();
      const { powers, binding } = this.#scratch.loadRecord(at);
      holder = { binding: new Binding(), powers: powers.list(), looked: 0, uses: [], places: [] };
      for (const on of binding.conditionOn.list()) holder.binding.conditionOn.push(on);
      for (const met of binding.conditionMet.list()) holder.binding.conditionMet.push(met);
      holder.binding.load(this, at);
      this.#holders = withValue(this.#holders, at, holder);
    }
    const { powers } = holder;
    const commitment = this.terms.commitments[at] as Commitment<Ref>;
    const way = this.terms.wayOf(commitment);
    while (holder.looked < powers.length && this.record.precedes(powers[holder.looked] as number, place)) {
      const next = powers[holder.looked] as number;
      const problem = this.useProblem(next, { at, commitment, way });
      // Deciding it may have come back here and decided it already.
      if (powers[holder.looked] !== next) continue;
      holder.looked += 1;
      if (problem !== null) continue;
      holder.uses.push(this.record.entryAt(next) as PowerEntry);
      holder.places.push(next);
    }
    return holder;
  }
}

/** The first day on which a moment took place, by the entries that stand. */
function firstDay(record: EntryRecord, moment: number): number {
  let first = never;
  for (const place of record.momentList(moment)) if (record.stands(place)) first = Math.min(first, record.onAt(place));
  return first;
}
