import type { Commitment } from "../model.ts";
import { asksForRule, dayPlus, ever, never, type Step, untold } from "./day-sums.ts";

/**
 * The periods of a recurring duty. Each end is counted from the first, so that a monthly duty due on the 31st comes back
 * to the 31st after a shorter month. The first period has no beginning: whatever was done before its end counts for it.
 */
export class Periods {
  readonly #base: number;
  readonly #step: Step;
  /** 1 when the base is the end of the first period, 0 when it is the day before which the first begins. */
  readonly #offset: number;
  /** False while the moment of the first has not happened, and where a day needs a rule that is not given. */
  readonly canBeTold: boolean;
  /** The period found last, since one day after the other is asked for. */
  #latest = 0;
  #from = never;
  #to = ever;

  /** From the day of `due`, or of `from` where no due day is stated. */
  constructor({ due, from, recurs }: Pick<Commitment<unknown>, "due" | "from" | "recurs">, base: number) {
    const { months, days, hours } = typeof recurs === "object" ? recurs.every : { months: 0, days: 0, hours: 0 };
    this.#base = base;
    this.#step = { months, days, rule: (due ?? from).rule };
    this.#offset = due === null ? 0 : 1;
    const usable = hours === 0 && months + days > 0 && base !== never && base !== untold;
    this.canBeTold = usable && (this.#step.rule !== null || !asksForRule(base, months));
  }

  /** The last day of the k-th period, k from 1; `untold` where it cannot be told. */
  endOf(k: number): number {
    if (!this.canBeTold) return untold;
    return dayPlus(this.#base, this.#step, k - this.#offset);
  }

  /** The number of the period in which a day falls; 0 where periods cannot be told. */
  at(day: number): number {
    if (day >= this.#from && day <= this.#to) return this.#latest;
    const k = this.#find(day);
    if (k === 0) return 0;
    this.#latest = k;
    this.#from = this.startOf(k);
    this.#to = this.endOf(k);
    return k;
  }

  #find(day: number): number {
    if (!this.canBeTold) return 0;
    const average = this.#step.months * 30.436875 + this.#step.days;
    let k = Math.max(1, Math.ceil((day - this.#base) / average) + this.#offset);
    while (k > 1 && this.endOf(k - 1) >= day) k -= 1;
    for (;;) {
      const end = this.endOf(k);
      if (end === untold) return 0;
      if (end >= day) return k;
      k += 1;
    }
  }

  startOf(k: number): number {
    return k === 1 ? ever : this.endOf(k - 1) + 1;
  }
}

/** Of a duty that does not recur: nothing can be told. */
export const noPeriods = new Periods(
  { due: null, from: { anchor: { kind: "moment", moment: "" }, offset: null, rule: null }, recurs: "once" },
  never,
);
