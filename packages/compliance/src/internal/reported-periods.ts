import * as codes from "./codes.ts";
import { Column } from "./column.ts";
import { ever, never } from "./day-sums.ts";
import { upTo } from "./order.ts";
import type { Periods } from "./periods.ts";
import { keeps, momentKept, short } from "./sayings.ts";
import type { Testimony } from "./testimony.ts";

/** For a recurring duty: the periods in which something is said of its keeping, and what. */
export class ReportedPeriods {
  readonly #number = new Column();
  readonly #done = new Column();
  readonly #short = new Column();

  load(periods: Periods, { said, on: days }: Testimony): void {
    this.#number.clear();
    this.#done.clear();
    this.#short.clear();
    let moment = never;
    for (let k = 0; k < said.length; k += 1) {
      const bits = said.at(k);
      if ((bits & (keeps | short)) === 0) continue;
      const on = days.at(k);
      const period = periods.at(on);
      if (period === 0) return;
      if (this.#number.last(0) !== period) {
        this.#number.push(period);
        this.#done.push(never);
        this.#short.push(never);
        moment = never;
      }
      const last = this.#number.length - 1;
      if ((bits & keeps) === 0) {
        this.#done.set(last, never);
        this.#short.set(last, Math.min(this.#short.at(last), on));
        moment = never;
      } else if ((bits & momentKept) !== 0 && moment === never) {
        moment = on;
        this.#done.set(last, on);
      } else if (this.#done.at(last) === never) this.#done.set(last, on);
    }
  }

  #slotOf(k: number): number {
    const slot = upTo(this.#number, k) - 1;
    return slot >= 0 && this.#number.at(slot) === k ? slot : -1;
  }

  /** The day on which it was done in the k-th period, or `never`. */
  doneIn(k: number): number {
    const slot = this.#slotOf(k);
    return slot === -1 ? never : this.#done.at(slot);
  }

  /** How the k-th period stands by a day in it: done, said not to be done, or not reported. */
  byDay(k: number, day: number): "done" | typeof codes.periodMissed | typeof codes.periodNotReported {
    const slot = this.#slotOf(k);
    if (slot === -1) return codes.periodNotReported;
    if (this.#done.at(slot) <= day) return "done";
    return this.#short.at(slot) <= day ? codes.periodMissed : codes.periodNotReported;
  }

  /** The first day of the latest period that was done by a day; `ever` when none was. */
  lastDoneStart(periods: Periods, day: number): number {
    for (let slot = upTo(this.#number, periods.at(day)) - 1; slot >= 0; slot -= 1)
      if (this.#done.at(slot) <= day) return periods.startOf(this.#number.at(slot));
    return ever;
  }
}
