import type { Commitment } from "../model.ts";
import * as codes from "./codes.ts";
import { Column } from "./column.ts";
import { ever, never, untold } from "./day-sums.ts";
import { upTo } from "./order.ts";
import type { View } from "./view.ts";

/** When a commitment binds, and until when by its text: what it waits for, its due day, the end of its phase. */
export class Binding {
  fromSeen = ever;
  fromDay: number = ever;
  stepsDay = ever;
  breachDay = ever;
  startSeen = ever;
  startDay: number = ever;
  conditional = false;
  /** What was said of the condition, and when. */
  readonly conditionOn = new Column();
  readonly conditionMet = new Column();
  /** The first day on which nothing is waited for; `never` where there is none. */
  boundFirst = never;
  dueSeen = ever;
  /** `never` where none is stated or its moment has not happened, `untold` where it cannot be told. */
  dueDay: number = never;
  /** The last day of its phase, `never` where it goes on. */
  phaseEnd = never;

  /** For the commitment at a place; what was said of its condition is there already. */
  load<Ref>(view: View<Ref>, at: number): void {
    const { from, due, after, broughtBy, conditional, id } = view.terms.commitments[at] as Commitment<Ref>;
    this.conditional = conditional;
    this.fromSeen = view.seen(from);
    this.fromDay = view.dayOf(from);
    this.dueSeen = due === null ? ever : view.seen(due);
    this.dueDay = due === null ? never : view.dayOf(due);
    this.stepsDay = ever;
    for (let k = 0; k < after.length; k += 1) {
      const place = view.terms.stepAt(at, k);
      if (place !== -1) this.stepsDay = Math.max(this.stepsDay, view.turnsOf(place).kept);
    }
    this.breachDay = broughtBy.length === 0 ? ever : never;
    for (let k = 0; k < broughtBy.length; k += 1) {
      const place = view.terms.stepAt(at, after.length + k);
      const on = broughtBy[k]?.on ?? "found";
      if (place !== -1) this.breachDay = Math.min(this.breachDay, view.turnsOf(place)[on]);
    }
    const phase = view.terms.phaseOf(at);
    this.startSeen = phase === null ? ever : view.seen(phase.starts);
    this.startDay = phase === null ? ever : view.dayOf(phase.starts);
    this.phaseEnd = never;
    if (phase !== null && phase.ends !== null && !view.terms.goesOnAfter(phase, id)) {
      const ends = view.dayOf(phase.ends);
      if (ends !== untold && ends !== never) this.phaseEnd = Math.max(ends, view.seen(phase.ends) - 1);
    }
    this.boundFirst = this.#firstBound();
  }

  #firstBound(): number {
    const { fromDay, startDay, conditionOn, conditionMet } = this;
    if (fromDay === untold || startDay === untold) return never;
    const open = Math.max(this.fromSeen, fromDay, this.stepsDay, this.breachDay, this.startSeen, startDay);
    if (open >= never || !this.conditional) return Math.min(open, never);
    const said = upTo(conditionOn, open);
    if (said > 0 && conditionMet.at(said - 1) !== 0) return open;
    for (let k = said; k < conditionOn.length; k += 1) {
      const isLastOfDay = k + 1 === conditionOn.length || conditionOn.at(k + 1) !== conditionOn.at(k);
      if (isLastOfDay && conditionMet.at(k) !== 0) return conditionOn.at(k);
    }
    return never;
  }

  /** What it waits for on a day, as a code; -1 once it binds. */
  gate(day: number): number {
    const { fromDay, startDay } = this;
    if (this.fromSeen > day) return codes.waitsForMoment;
    if (fromDay !== untold && fromDay > day) return codes.waitsForDay;
    if (this.stepsDay > day) return codes.waitsForSteps;
    if (this.breachDay > day) return codes.waitsForBreach;
    if (this.startSeen > day || (startDay !== untold && startDay > day)) return codes.waitsForPhase;
    if (fromDay === untold || startDay === untold) return codes.dayNotKnown;
    if (!this.conditional) return -1;
    const said = upTo(this.conditionOn, day);
    if (said === 0) return codes.conditionNotKnown;
    return this.conditionMet.at(said - 1) !== 0 ? -1 : codes.conditionUnmet;
  }
}
