import type { Commitment, Entry, Phase } from "../model.ts";
import { EntryRecord } from "./record.ts";
import { Terms } from "./terms.ts";
import { Timelines } from "./timelines.ts";
import { View } from "./view.ts";

/** The record folded into a timeline for each commitment. */
export class Fold<Ref> {
  readonly view: View<Ref>;
  readonly timelines: Timelines;

  private constructor(view: View<Ref>, timelines: Timelines) {
    this.view = view;
    this.timelines = timelines;
  }

  static of<Ref>({
    commitments,
    phases,
    entries,
  }: {
    readonly commitments: readonly Commitment<Ref>[];
    readonly phases: readonly Phase[];
    readonly entries: readonly Entry[];
  }): Fold<Ref> {
    const terms = new Terms(commitments, phases);
    const view = View.of({ terms, record: EntryRecord.of(terms, entries) });
    return new Fold(view, Timelines.of(view));
  }

  with(entry: Entry): Fold<Ref> {
    const { record, ...moved } = this.view.record.with(entry);
    const { view, changed } = this.view.with(record, moved);
    return new Fold(view, this.timelines.with(view, changed));
  }
}
