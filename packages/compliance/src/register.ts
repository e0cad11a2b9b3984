import type { DayNumber } from "@parley/calendar";
import { stateOf } from "./internal/codes.ts";
import { Column } from "./internal/column.ts";
import { coming } from "./internal/coming.ts";
import { firstDay, never, untold } from "./internal/day-sums.ts";
import { explain } from "./internal/explain.ts";
import { Fold } from "./internal/fold.ts";
import { problemsOf } from "./internal/problems.ts";
import {
  type Change,
  type Commitment,
  type CommitmentId,
  type Distribution,
  type Entry,
  type Phase,
  type PhaseStanding,
  type Problem,
  type Standing,
  type State,
  states,
  type Upcoming,
} from "./model.ts";

/** 1 January 0001, the first day of the calendar: since when a state holds that no day began. */
export const always = firstDay as DayNumber;

interface Given<Ref> {
  readonly commitments: readonly Commitment<Ref>[];
  readonly phases: readonly Phase[];
}

/** Days from one to another. */
interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * The commitments of an agreement and what is recorded about them, as a value: `with` and `asKnown` give another register,
 * and both share what they have in common. Everything is answered for a day, from all entries that the register holds: what
 * became known later changes what is said of earlier days. Nothing here throws on a faulty record: see `problems`.
 * The rules are those of docs/spec/compliance.md.
 */
export class Register<Ref> {
  readonly #given: Given<Ref>;
  readonly #fold: Fold<Ref>;
  #problems: readonly Problem[] | null = null;

  private constructor(given: Given<Ref>, fold: Fold<Ref>) {
    this.#given = given;
    this.#fold = fold;
  }

  /**
   * Entries may come in any order; of several known on one day, the later in the list is the later in the record. Of two
   * commitments, phases or entries with one id the first is used. Cost: linear in commitments, entries and what they name.
   */
  static of<Ref>(input: Given<Ref> & { readonly entries: readonly Entry[] }): Register<Ref> {
    const { commitments, phases, entries } = input;
    return new Register({ commitments, phases }, Fold.of({ commitments, phases, entries: [...entries] }));
  }

  /** The commitments in the order given: what `states` counts. */
  get commitments(): readonly Commitment<Ref>[] {
    return this.#fold.view.terms.commitments;
  }

  /**
   * The register with one entry more, last in the record among those known on its day: the same as `of` with all of them.
   * Cost: the entries on the commitments that it can change, not the size of the register.
   */
  with(entry: Entry): Register<Ref> {
    return new Register(this.#given, this.#fold.with(entry));
  }

  /** The register as it was known by the end of a day: only with the entries known by then. Cost: as `of`. */
  asKnown(day: DayNumber): Register<Ref> {
    const { record } = this.#fold.view;
    const entries: Entry[] = [];
    for (let at = 0; at < record.count; at += 1) {
      const entry = record.entryAt(at);
      if (entry.known <= day) entries.push(entry);
    }
    return new Register(this.#given, Fold.of({ ...this.#given, entries }));
  }

  /** The state of each commitment on a day, as its place in `states`, in the order of `commitments`. */
  states(on: DayNumber): Uint8Array {
    return this.#fold.timelines.states(on);
  }

  /** How many commitments are in each state on a day, what is not known among them. Never one percentage. */
  distribution(on: DayNumber): Distribution {
    const { counts, disputed } = this.#fold.timelines.tally(on);
    const named = Object.fromEntries(states.map((state, at) => [state, counts[at] ?? 0]));
    return { counts: named as Record<State, number>, disputed, total: this.commitments.length };
  }

  /** Where a commitment stands on a day, with its evidence; null when the register has none of this id. */
  standing(id: CommitmentId, on: DayNumber): Standing<Ref> | null {
    const { view, timelines } = this.#fold;
    const at = view.terms.commitmentPlace(id);
    return at === -1 ? null : explain(view.newDossier().load(at), timelines.of(at), on);
  }

  /** Where each commitment stands on a day. Cost: all entries, and for recurring duties the periods that have ended. */
  standings(on: DayNumber): readonly Standing<Ref>[] {
    const { view, timelines } = this.#fold;
    const dossier = view.newDossier();
    return this.commitments.map((_, at) => explain(dossier.load(at), timelines.of(at), on));
  }

  /**
   * Every change of state after the day `from` up to the day `to`, by day, and on one day in the order of `commitments`.
   * What changed by new knowledge and not by a new day is the difference of two registers, one `asKnown` earlier.
   */
  changes({ from, to }: Span): readonly Change<Ref>[] {
    const { timelines } = this.#fold;
    const found: Change<Ref>[] = [];
    this.commitments.forEach(({ id, ref }, at) => {
      const { days, codes } = timelines.of(at);
      for (let k = 1; k < days.length && (days[k] as number) <= to; k += 1) {
        if ((days[k] as number) <= from) continue;
        const [was, is] = [stateOf(codes[k - 1] as number), stateOf(codes[k] as number)];
        if (was !== is) found.push({ id, ref, was, is, on: days[k] as DayNumber });
      }
    });
    return found.sort((a, b) => a.on - b.on);
  }

  /**
   * What comes on the days from `from` to `to`, both counted, by all that the register holds: by day, and on one day in the
   * order of `commitments`. What is kept, waived, lapsed or suspended on its day is not due. Cost: all entries.
   */
  upcoming(span: Span): readonly Upcoming<Ref>[] {
    const { view } = this.#fold;
    const dossier = view.newDossier();
    const turns = new Column();
    const found = this.commitments.flatMap((_, at) => coming(dossier.load(at), span, turns));
    return found.sort((a, b) => a.day - b.day);
  }

  /** Where each phase stands on a day, in the order given. */
  phases(on: DayNumber): readonly PhaseStanding[] {
    const { view } = this.#fold;
    return view.terms.phases.map(({ id, starts, ends }): PhaseStanding => {
      const [begins, over] = [view.dayOf(starts), ends === null ? never : view.dayOf(ends)];
      const known = (day: number, seen: number) => (seen > on || day >= never ? null : (day as DayNumber));
      const told = {
        id,
        starts: known(begins, view.seen(starts)),
        ends: ends === null ? null : known(over, view.seen(ends)),
      };
      if (view.seen(starts) > on || begins === never) return { ...told, state: "not begun" };
      if (begins === untold) return { ...told, state: "not known" };
      if (begins > on) return { ...told, state: "not begun" };
      return { ...told, state: told.ends !== null && told.ends < on ? "over its end" : "running" };
    });
  }

  /** What is wrong with the input: what is named here has no effect, or another than it claims. Found when first asked; linear. */
  get problems(): readonly Problem[] {
    this.#problems ??= problemsOf(this.#fold.view, this.#given);
    return this.#problems;
  }
}
