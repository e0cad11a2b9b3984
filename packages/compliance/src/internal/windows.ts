import { Column } from "./column.ts";
import { never } from "./day-sums.ts";
import type { Dossier } from "./dossier.ts";
import { noPeriods } from "./periods.ts";
import { keeps } from "./sayings.ts";
import { lasting, recurring } from "./terms.ts";
import { Testimony } from "./testimony.ts";

/** What was said in the running period and in the one before; for duties that do not recur, all is one period. */
export class Windows {
  #periods = noPeriods;
  #recurs = false;
  /** The number of the running period; 0 before the first. */
  #period = 0;
  #running = new Words();
  #before = new Words();

  /** Empty, for the sayings on the commitment of a loaded dossier. */
  open<Ref>({ way, periods, testimony }: Dossier<Ref>): void {
    this.#periods = periods;
    this.#recurs = way === recurring;
    this.#period = 0;
    this.#running.open(testimony, way === lasting);
    this.#before.open(testimony, way === lasting);
  }

  /** Whether the running period ended before a day. The first day asked begins the first. */
  isPast(day: number): boolean {
    if (!this.#recurs) return false;
    const period = this.#numberOf(day);
    if (this.#period === 0) this.#period = period === endless ? 0 : period;
    return this.#period !== 0 && period !== this.#period;
  }

  /** Opens the period of a later day, and gives by how many periods that is on. */
  moveTo(day: number): number {
    const period = this.#numberOf(day);
    const on = period - this.#period;
    [this.#before, this.#running] = [this.#running, this.#before];
    this.#running.clear();
    if (on !== 1) this.#before.clear();
    this.#period = period;
    return on;
  }

  #numberOf(day: number): number {
    return day === never ? endless : this.#periods.at(day);
  }

  /** The first day of a period that follows the running one. */
  startAfter(periods: number): number {
    return this.#periods.startOf(this.#period + periods);
  }

  add(word: number): void {
    this.#running.add(word);
  }

  clear(): void {
    this.#running.clear();
    this.#before.clear();
  }

  drop(isGone: (word: number) => boolean): void {
    this.#running.drop(isGone);
    this.#before.drop(isGone);
  }

  runningOpposed(): boolean {
    return this.#running.opposed();
  }

  opposed(): boolean {
    return (this.#running.isEmpty ? this.#before : this.#running).opposed();
  }
}

const endless = Number.POSITIVE_INFINITY;

/** Words on one commitment, each the number of a saying in the testimony. */
class Words {
  #testimony = new Testimony();
  #anyOrder = false;
  readonly #numbers = new Column();
  /** Who has spoken, and the number of the latest word of each: as it is for "kept", and -1 less it for "not kept". */
  readonly #actors: string[] = [];
  readonly #latest = new Column();
  #namelessKeeps = never;
  #namelessFails = -1;

  /** Empty. In any order, words are opposite; else only "not kept" after "kept". */
  open(testimony: Testimony, anyOrder: boolean): void {
    this.#testimony = testimony;
    this.#anyOrder = anyOrder;
    this.clear();
  }

  clear(): void {
    this.#numbers.clear();
    this.#latest.clear();
    this.#namelessKeeps = never;
    this.#namelessFails = -1;
  }

  get isEmpty(): boolean {
    return this.#numbers.length === 0;
  }

  add(word: number): void {
    this.#numbers.push(word);
    const isKept = (this.#testimony.said.at(word) & keeps) !== 0;
    const by = this.#testimony.by[word] as readonly string[];
    for (const actor of by) this.#hear(actor, isKept ? word : -1 - word);
    if (by.length > 0) return;
    if (isKept) this.#namelessKeeps = Math.min(this.#namelessKeeps, word);
    else this.#namelessFails = Math.max(this.#namelessFails, word);
  }

  #hear(actor: string, word: number): void {
    const count = this.#latest.length;
    let at = 0;
    while (at < count && this.#actors[at] !== actor) at += 1;
    if (at < count) this.#latest.set(at, word);
    else {
      this.#actors[count] = actor;
      this.#latest.push(word);
    }
  }

  drop(isGone: (word: number) => boolean): void {
    const left = this.#numbers.list().filter((word) => !isGone(word));
    this.clear();
    for (const word of left) this.add(word);
  }

  opposed(): boolean {
    let firstKeeps = this.#namelessKeeps;
    let lastFails = this.#namelessFails;
    for (let at = 0; at < this.#latest.length; at += 1) {
      const latest = this.#latest.at(at);
      if (latest >= 0) firstKeeps = Math.min(firstKeeps, latest);
      else lastFails = Math.max(lastFails, -1 - latest);
    }
    const both = firstKeeps < never && lastFails >= 0;
    return both && (this.#anyOrder || firstKeeps < lastFails);
  }
}
