import { Column } from "./column.ts";
import { counts } from "./counts.ts";
import { never } from "./day-sums.ts";
import { decidedOn, overturnedOn, settledOn } from "./decisions.ts";
import type { Dossier } from "./dossier.ts";
import { Spans } from "./order.ts";
import { keeps } from "./sayings.ts";

/** From when to when breaches are found or alleged of one commitment, and what is said of it disputed. */
export class Contested {
  /** Breaches found, until a finding says that it is kept, or that there was none. */
  readonly found = new Spans();
  /** Breaches found, until a finding says that there was none. */
  readonly upheld = new Spans();
  readonly alleged = new Spans();
  readonly disputed = new Spans();
  readonly #targets = new Column();
  readonly #disputes: { readonly from: number; readonly over: number }[] = [];

  /** From the findings, allegations and disputes that a dossier has gathered. */
  load<Ref>(dossier: Dossier<Ref>): void {
    this.found.clear();
    this.upheld.clear();
    this.alleged.clear();
    this.disputed.clear();
    const { found, alleged, disputes, view } = dossier;
    for (let k = 0; k < found.length; k += 1) {
      const place = found.at(k);
      const overturned = overturnedOn(dossier, place);
      this.upheld.add(view.record.onAt(place), overturned);
      this.found.add(view.record.onAt(place), Math.min(overturned, keptAgainOn(dossier, place)));
    }
    for (let k = 0; k < alleged.length; k += 1) {
      const place = alleged.at(k);
      this.alleged.add(view.record.onAt(place), decidedOn(dossier, place));
    }
    if (disputes.length > 0) this.#dispute(dossier);
  }

  #dispute<Ref>(dossier: Dossier<Ref>): void {
    const spans = this.#disputes;
    spans.length = 0;
    for (let k = 0; k < dossier.disputes.length; k += 1) {
      const place = dossier.disputes.at(k);
      const from = this.#disputedFrom(dossier, place);
      if (from !== never) spans.push({ from, over: settledOn(dossier, place) });
    }
    if (spans.length > 1) spans.sort((a, b) => a.from - b.from);
    for (const { from, over } of spans) this.disputed.add(from, over);
  }

  /** The first day on which something that a dispute contests counts; `never` where nothing does. */
  #disputedFrom<Ref>(dossier: Dossier<Ref>, dispute: number): number {
    const { record } = dossier.view;
    const on = record.onAt(dispute);
    const targets = record.targetsOf(dispute, this.#targets);
    let from: number = targets.length === 0 ? on : never;
    for (let k = 0; k < targets.length; k += 1) {
      const target = targets.at(k);
      if (target !== -1 && counts(dossier, target)) from = Math.min(from, Math.max(on, record.onAt(target)));
    }
    return from;
  }
}

/** The day of a finding, later than a breach, that it is kept; `never` where there is none. */
function keptAgainOn<Ref>({ view, findings }: Dossier<Ref>, breach: number): number {
  const { record } = view;
  let day = never;
  for (let k = 0; k < findings.length; k += 1) {
    const by = findings.at(k);
    if ((record.saidAt(by) & keeps) !== 0 && record.precedes(breach, by)) day = Math.min(day, record.onAt(by));
  }
  return day;
}
