import { Column } from "./column.ts";
import { never } from "./day-sums.ts";
import type { Dossier, FindingEntry } from "./dossier.ts";
import { upTo } from "./order.ts";
import { fails, keeps, short } from "./sayings.ts";
import { lasting, may, recurring } from "./terms.ts";

/** One saying, at its number in the order of all that is said. */
interface Word {
  readonly place: number;
  readonly number: number;
  readonly keeps: boolean;
  readonly by: readonly string[];
}

/**
 * When those who report say opposite things of one commitment. Each actor's latest word counts; who says nothing of itself has
 * a voice of its own each time. "Not done" before "done" is progress and no opposition, except of a lasting duty.
 */
export class Opposition {
  readonly days = new Column();
  readonly #opposed = new Column();

  isOpposed(day: number): boolean {
    const turns = upTo(this.days, day);
    return turns > 0 && this.#opposed.at(turns - 1) === 1;
  }

  load<Ref>(dossier: Dossier<Ref>): void {
    this.days.clear();
    this.#opposed.clear();
    if (dossier.way === may || (dossier.way === recurring && !dossier.periods.canBeTold)) return;
    const against = dossier.way === lasting ? fails : short;
    let both = 0;
    for (let k = 0; k < dossier.testimony.said.length; k += 1) {
      const said = dossier.testimony.said.at(k);
      both |= (said & keeps) !== 0 ? 1 : (said & against) !== 0 ? 2 : 0;
    }
    if (both !== 3) return;
    const settled = dossier.findings.list().some((place) => {
      const { kept, outcome } = dossier.view.record.entryAt(place) as FindingEntry;
      return kept !== null || outcome !== "inconclusive";
    });
    if (settled || dossier.way === recurring) this.#follow(dossier, against);
    else this.#listen(dossier, against);
  }

  /** The common case: no finding, no periods. All that is said is one run. */
  #listen<Ref>({ way, testimony }: Dossier<Ref>, against: number): void {
    const { places, said, on, by } = testimony;
    const voices = new Voices(way === lasting);
    for (let k = 0; k < said.length; k += 1) {
      const bits = said.at(k);
      if ((bits & (keeps | against)) !== 0) {
        const voice = by[k] as readonly string[];
        voices.add({ place: places.at(k), number: k, keeps: (bits & keeps) !== 0, by: voice });
      }
      if (k + 1 === said.length || on.at(k + 1) !== on.at(k)) this.#turn(on.at(k), voices.opposed());
    }
  }

  #turn(day: number, opposed: boolean): void {
    if (day >= never || (opposed ? 1 : 0) === this.#opposed.last(0)) return;
    if (this.days.last(never) === day) this.#opposed.set(this.days.length - 1, opposed ? 1 : 0);
    else {
      this.days.push(day);
      this.#opposed.push(opposed ? 1 : 0);
    }
  }

  #follow<Ref>(dossier: Dossier<Ref>, against: number): void {
    const { record } = dossier.view;
    const settling = new Map<number, "all" | "named">();
    const removed = new Map<number, number>();
    for (const place of dossier.findings.list()) {
      const { kept, outcome, of, on } = record.entryAt(place) as FindingEntry;
      if (kept === null && outcome === "inconclusive") continue;
      settling.set(place, kept !== null || of.length === 0 ? "all" : "named");
      if (outcome !== "inconclusive")
        for (const target of record.targetsOf(place)) {
          removed.set(target, Math.min(removed.get(target) ?? never, on));
        }
    }
    const words: Word[] = [];
    dossier.testimony.places.list().forEach((place, number) => {
      const said = dossier.testimony.said.at(number);
      if ((said & (keeps | against)) === 0) return;
      words.push({ place, number, keeps: (said & keeps) !== 0, by: dossier.testimony.by[number] as readonly string[] });
    });
    const all = [...new Set([...words.map(({ place }) => place), ...settling.keys()])];
    all.sort((a, b) => (record.precedes(a, b) ? -1 : 1));
    const wordAt = new Map(words.map((word) => [word.place, word]));
    const windows = new Windows(dossier);
    for (let k = 0; k < all.length; ) {
      const day = record.onAt(all[k] as number);
      windows.moveTo(day, (on, opposed) => this.#turn(on, opposed));
      for (; k < all.length && record.onAt(all[k] as number) === day; k += 1) {
        const place = all[k] as number;
        if (settling.get(place) === "all") windows.clear();
        const word = wordAt.get(place);
        if (word !== undefined && (removed.get(place) ?? never) > day) windows.add(word);
      }
      if ([...removed.values()].includes(day)) windows.drop((place) => (removed.get(place) ?? never) <= day);
      this.#turn(day, windows.opposed());
    }
    windows.moveTo(never, (on, opposed) => this.#turn(on, opposed));
  }
}

/** What was said in the running period and in the one before; for duties that do not recur, all is one period. */
class Windows<Ref> {
  readonly #dossier: Dossier<Ref>;
  #period = 0;
  #running: Voices;
  #before: Voices;

  constructor(dossier: Dossier<Ref>) {
    this.#dossier = dossier;
    this.#running = new Voices(dossier.way === lasting);
    this.#before = this.#running;
  }

  #new(): Voices {
    return new Voices(this.#dossier.way === lasting);
  }

  moveTo(day: number, turn: (day: number, opposed: boolean) => void): void {
    if (this.#dossier.way !== recurring) return;
    const { periods } = this.#dossier;
    const period = day === never ? Number.POSITIVE_INFINITY : periods.at(day);
    if (this.#period === 0 || period === this.#period) {
      if (period > 0 && period < never) this.#period = period;
      return;
    }
    turn(periods.startOf(this.#period + 1), this.#running.opposed());
    if (period > this.#period + 1) turn(periods.startOf(this.#period + 2), false);
    this.#before = period === this.#period + 1 ? this.#running : this.#new();
    this.#running = this.#new();
    this.#period = period;
  }

  add(word: Word): void {
    this.#running.add(word);
  }

  clear(): void {
    this.#running = this.#new();
    this.#before = this.#new();
  }

  drop(isGone: (place: number) => boolean): void {
    this.#running = this.#running.without(isGone);
    this.#before = this.#before.without(isGone);
  }

  opposed(): boolean {
    return (this.#running.isEmpty ? this.#before : this.#running).opposed();
  }
}

class Voices {
  readonly #anyOrder: boolean;
  readonly #words: Word[] = [];
  /** Who has spoken, and the number of the latest word of each: as it is for "kept", and -1 less it for "not kept". */
  readonly #actors: string[] = [];
  readonly #latest: number[] = [];
  #namelessKeeps = Number.POSITIVE_INFINITY;
  #namelessFails = Number.NEGATIVE_INFINITY;

  constructor(anyOrder: boolean) {
    this.#anyOrder = anyOrder;
  }

  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  add(word: Word): void {
    this.#words.push(word);
    const latest = word.keeps ? word.number : -1 - word.number;
    for (const actor of word.by) {
      const at = this.#actors.indexOf(actor);
      if (at === -1) this.#latest[this.#actors.push(actor) - 1] = latest;
      else this.#latest[at] = latest;
    }
    if (word.by.length > 0) return;
    if (word.keeps) this.#namelessKeeps = Math.min(this.#namelessKeeps, word.number);
    else this.#namelessFails = Math.max(this.#namelessFails, word.number);
  }

  without(isGone: (place: number) => boolean): Voices {
    const left = new Voices(this.#anyOrder);
    for (const word of this.#words) if (!isGone(word.place)) left.add(word);
    return left;
  }

  opposed(): boolean {
    let firstKeeps = this.#namelessKeeps;
    let lastFails = this.#namelessFails;
    for (const latest of this.#latest) {
      if (latest >= 0) firstKeeps = Math.min(firstKeeps, latest);
      else lastFails = Math.max(lastFails, -1 - latest);
    }
    const both = firstKeeps < Number.POSITIVE_INFINITY && lastFails > Number.NEGATIVE_INFINITY;
    return both && (this.#anyOrder || firstKeeps < lastFails);
  }
}
