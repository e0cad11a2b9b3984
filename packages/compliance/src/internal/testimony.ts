import type { Binding } from "./binding.ts";
import { Column } from "./column.ts";
import { never } from "./day-sums.ts";
import { upTo } from "./order.ts";
import type { EntryRecord } from "./record.ts";
import { conditionMet, conditionSaid, fails, goalMet, goalSaid, keeps, momentKept, short } from "./sayings.ts";

/** What is said of the keeping, the goal and the condition of one commitment, in order, and what follows from it. */
export class Testimony {
  readonly places = new Column();
  readonly said = new Column();
  readonly on = new Column();
  /** Who says it; longer than the others when used again. */
  readonly by: (readonly string[])[] = [];

  /** Whether anything speaks of its performance. */
  spoken = false;
  /** The first day of the last run in which nothing contradicts that it was done; `never` where there is none. */
  performed = never;
  readonly goalOn = new Column();
  /** The first day of an unbroken run of "met"; `never` where it says "unmet". */
  readonly goalSince = new Column();
  /** The days on which it was said to be kept. */
  readonly keptOn = new Column();
  /** The days on which it was said to be kept or not, and whether kept: 0 for not. */
  readonly wordOn = new Column();
  readonly word = new Column();

  clear(): void {
    this.places.clear();
    this.said.clear();
    this.on.clear();
  }

  add(saying: { readonly place: number; readonly said: number; readonly on: number }, by: readonly string[]): void {
    this.by[this.places.length] = by;
    this.places.push(saying.place);
    this.said.push(saying.said);
    this.on.push(saying.on);
  }

  /** Adds, where it belongs in the order, that the moment took place whose happening is the keeping. */
  addMoment(place: number, record: EntryRecord): void {
    let to = this.places.length;
    while (to > 0 && record.precedes(place, this.places.at(to - 1))) to -= 1;
    for (let k = this.places.length; k > to; k -= 1) this.by[k] = this.by[k - 1] as readonly string[];
    this.by[to] = record.byAt(place);
    this.places.insert(to, place);
    this.said.insert(to, keeps | momentKept);
    this.on.insert(to, record.onAt(place));
  }

  /** Takes out what some entries say. */
  drop(refuted: ReadonlySet<number>): void {
    let left = 0;
    for (let k = 0; k < this.places.length; k += 1) {
      if (refuted.has(this.places.at(k))) continue;
      this.by[left] = this.by[k] as readonly string[];
      this.places.set(left, this.places.at(k));
      this.said.set(left, this.said.at(k));
      this.on.set(left, this.on.at(k));
      left += 1;
    }
    for (const column of [this.places, this.said, this.on]) column.length = left;
  }

  /** Draws the conclusions, and tells the binding what is said of its condition. */
  weigh({ conditionOn, conditionMet: met }: Binding): void {
    this.goalOn.clear();
    this.goalSince.clear();
    conditionOn.clear();
    met.clear();
    this.keptOn.clear();
    this.wordOn.clear();
    this.word.clear();
    this.spoken = false;
    let first = never;
    let moment = never;
    for (let k = 0; k < this.said.length; k += 1) {
      const said = this.said.at(k);
      const on = this.on.at(k);
      if ((said & goalSaid) !== 0) {
        const before = this.goalSince.last(never);
        this.goalOn.push(on);
        this.goalSince.push((said & goalMet) === 0 ? never : before === never ? on : before);
      }
      if ((said & conditionSaid) !== 0) {
        conditionOn.push(on);
        met.push(said & conditionMet);
      }
      if ((said & (keeps | fails)) !== 0) {
        this.wordOn.push(on);
        this.word.push(said & keeps);
      }
      if ((said & keeps) !== 0) {
        this.spoken = true;
        this.keptOn.push(on);
        if (first === never) first = on;
        if (moment === never && (said & momentKept) !== 0) moment = on;
      } else if ((said & short) !== 0) {
        this.spoken = true;
        first = never;
        moment = never;
      }
    }
    this.performed = moment === never ? first : moment;
  }

  /** True or false as last said by a day; null where nothing was said. */
  goal(day: number): boolean | null {
    const said = upTo(this.goalOn, day);
    return said === 0 ? null : this.goalSince.at(said - 1) !== never;
  }
}
