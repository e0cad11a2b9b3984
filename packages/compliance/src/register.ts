import type { DayNumber } from "@parley/calendar";
import { Plain } from "./internal/plain.ts";
import {
  type ActorId,
  type Change,
  type Commitment,
  type CommitmentId,
  type Distribution,
  type Entry,
  type Phase,
  type PhaseStanding,
  type Problem,
  type ProblemCode,
  type Standing,
  type State,
  states,
  type Upcoming,
} from "./model.ts";

/** The day 1 January 0001: since when a state holds that no day began. */
export const always = -719_162 as DayNumber;

interface RegisterInput<Ref> {
  readonly commitments: readonly Commitment<Ref>[];
  readonly phases: readonly Phase[];
  readonly entries: readonly Entry[];
}

/** Commitments and what is recorded about them, as a value: `with` and `asKnown` give another register. */
export class Register<Ref> {
  readonly #input: RegisterInput<Ref>;
  readonly #plain: Plain<Ref>;

  private constructor(input: RegisterInput<Ref>) {
    this.#input = input;
    this.#plain = new Plain(input);
  }

  static of<Ref>(input: RegisterInput<Ref>): Register<Ref> {
    return new Register(input);
  }

  /** The commitments, in the order given; of two with one id the first. */
  get commitments(): readonly Commitment<Ref>[] {
    return this.#plain.commitments;
  }

  with(entry: Entry): Register<Ref> {
    return new Register({ ...this.#input, entries: [...this.#input.entries, entry] });
  }

  asKnown(day: DayNumber): Register<Ref> {
    return new Register({ ...this.#input, entries: this.#input.entries.filter(({ known }) => known <= day) });
  }

  states(on: DayNumber): Uint8Array {
    return Uint8Array.from(this.commitments, (c) => states.indexOf(this.#plain.stateOn(c, on).state));
  }

  distribution(on: DayNumber): Distribution {
    const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
    for (const c of this.commitments) counts[this.#plain.stateOn(c, on).state] += 1;
    const disputed = this.commitments.filter((c) => this.#plain.disputed(c, on)).length;
    return { counts, disputed, total: this.commitments.length };
  }

  standing(id: CommitmentId, on: DayNumber): Standing<Ref> | null {
    const c = this.commitments.find((one) => one.id === id);
    return c === undefined ? null : this.#standing(c, on);
  }

  standings(on: DayNumber): readonly Standing<Ref>[] {
    return this.commitments.map((c) => this.#standing(c, on));
  }

  changes({ from, to }: { readonly from: DayNumber; readonly to: DayNumber }): readonly Change<Ref>[] {
    return this.commitments
      .flatMap((c) => {
        let was = this.#plain.stateOn(c, from).state;
        return this.#turns(c, from, to).flatMap((on): Change<Ref>[] => {
          const is = this.#plain.stateOn(c, on).state;
          if (is === was) return [];
          const change = { id: c.id, ref: c.ref, was, is, on: on as DayNumber };
          was = is;
          return [change];
        });
      })
      .toSorted((a, b) => a.on - b.on);
  }

  upcoming({ from, to }: { readonly from: DayNumber; readonly to: DayNumber }): readonly Upcoming<Ref>[] {
    const plain = this.#plain;
    const found: Upcoming<Ref>[] = [];
    for (const c of this.commitments) {
      const uses = plain.uses(c);
      const tell = (day: number, what: Upcoming<Ref>["what"]) =>
        found.push({ id: c.id, ref: c.ref, day: day as DayNumber, what });
      const turns = [...new Set([from as number, ...this.#turns(c, from, to)])];
      for (const day of turns) {
        const waited = plain.stateOn(c, day - 1).state === "not yet binding";
        const bound = plain.gate(c, day) === null && plain.gate(c, day - 1) !== null;
        if (waited && bound) tell(day, "begins to bind");
        const over = ["kept", "lapsed", "waived", "suspended", "not yet binding"];
        const open = plain.gate(c, day) === null && !over.includes(plain.stateOn(c, day).state);
        if (open && plain.due(c, day, uses) === day) {
          tell(day, plain.lasting(c) || c.force === "may" || plain.every(c) !== null ? "period ends" : "due");
        }
        const then = plain.stateOn(c, day).state;
        const next = plain.stateOn(c, day + 1);
        if (
          then === "suspended" &&
          next.state !== "suspended" &&
          next.because !== "power used" &&
          next.because !== "phase ended"
        )
          if (plain.uses(c).some(({ power, until }) => power === "suspend" && until === day))
            tell(day, "suspension ends");
        if (next.because === "phase ended" && plain.stateOn(c, day).because !== "phase ended") tell(day, "phase ends");
      }
    }
    return found.toSorted((a, b) => a.day - b.day);
  }

  phases(on: DayNumber): readonly PhaseStanding[] {
    return this.#plain.phases.map(({ id, starts, ends }) => {
      const begun = this.#plain.dayOf(starts);
      const over = ends === null ? null : this.#plain.dayOf(ends);
      const known = (day: typeof begun) => (day === null || day.seen > on ? null : (day.day as DayNumber | null));
      const told = { id, starts: known(begun), ends: known(over) };
      if (begun === null || begun.seen > on || (begun.day ?? on) > on) return { ...told, state: "not begun" };
      if (told.starts === null) return { ...told, state: "not known" };
      return { ...told, state: told.ends !== null && told.ends < on ? "over its end" : "running" };
    });
  }

  get problems(): readonly Problem[] {
    const plain = this.#plain;
    const found: Problem[] = [];
    const tell = (code: ProblemCode, entry: string | null, commitment: string | null, message: string) =>
      found.push({ code, entry, commitment, message });
    for (const c of plain.commitments)
      for (const entry of plain.bearing(c)) {
        const code = plain.stands(entry) ? plain.asideFor(entry, c) : null;
        if (code !== null) tell(code as ProblemCode, entry.id, c.id, `The entry has no effect here: ${code}.`);
      }
    return found;
  }

  #standing(c: Commitment<Ref>, on: DayNumber): Standing<Ref> {
    const plain = this.#plain;
    const { state, because } = plain.stateOn(c, on);
    const due = plain.due(c, on, plain.uses(c));
    const dueDay = typeof due === "number" ? (due as DayNumber) : null;
    const kept = plain.keptOn(c, on);
    const keptOn = state === "kept" ? (kept as DayNumber | null) : null;
    const once = plain.every(c) === null && !plain.lasting(c);
    const late = keptOn !== null && dueDay !== null && once && keptOn > dueDay;
    return {
      id: c.id,
      ref: c.ref,
      state,
      because,
      since: this.#since(c, on, state),
      disputed: plain.disputed(c, on),
      due: dueDay,
      daysOverdue: this.#daysOverdue(c, on, state, kept, dueDay),
      keptOn,
      daysLate: late ? keptOn - dueDay : null,
      progress: plain.progress(c, on),
      allegedBy: actors(plain.openAllegations(c, on)),
      foundBy: actors(plain.upheld(c, on)),
      attributedTo: this.#attributedTo(c, on),
      periods: this.#periods(c, on),
      evidence: plain.evidence(c, on),
    };
  }

  #daysOverdue(c: Commitment<Ref>, on: number, state: State, kept: number | null, due: number | null): number | null {
    const plain = this.#plain;
    const counted = ["overdue", "no data", "breach alleged", "breach found"].includes(state);
    if (!counted || kept !== null || c.force === "may" || plain.lasting(c) || plain.gate(c, on) !== null) return null;
    if (plain.every(c) === null) return due !== null && due < on ? on - due : null;
    const period = plain.period(c, on);
    if (period === null || !plain.owed(c, period.start - 1)) return null;
    const before = plain.period(c, period.start - 1);
    if (before === null || plain.periodStatus(c, before, before.end) === "kept") return null;
    return on - before.end;
  }

  #attributedTo(c: Commitment<Ref>, on: number): readonly ActorId[] {
    const upheld = this.#plain.upheld(c, on);
    return [
      ...new Set(
        this.#plain.standing(c).flatMap((entry) => {
          if (entry.kind !== "attribution" || entry.withheld || entry.on > on) return [];
          if (this.#plain.asideFor(entry, c) !== null) return [];
          return this.#plain.restsOn(entry, c).some((f) => upheld.includes(f)) ? entry.against : [];
        }),
      ),
    ];
  }

  #periods(c: Commitment<Ref>, on: number): Standing<Ref>["periods"] {
    const plain = this.#plain;
    if (plain.every(c) === null) return null;
    let [ended, kept, missed] = [0, 0, 0];
    for (let k = 1, start = Number.NEGATIVE_INFINITY; ; k += 1) {
      const end = plain.periodEnd(c, k);
      if (end === null || end >= on) break;
      if (plain.owed(c, end)) {
        const status = plain.periodStatus(c, { start, end }, end);
        ended += 1;
        if (status === "kept") kept += 1;
        if (status === "period missed" || status === "goal unmet") missed += 1;
      }
      start = end + 1;
    }
    return { ended, kept, missed, noData: ended - kept - missed };
  }

  #since(c: Commitment<Ref>, on: number, state: State): DayNumber {
    let since = on;
    for (const day of this.#turns(c, Number.NEGATIVE_INFINITY, on).toReversed()) {
      if (this.#plain.stateOn(c, day).state !== state) return since as DayNumber;
      since = day;
      if (this.#plain.stateOn(c, day - 1).state !== state) return since as DayNumber;
    }
    return always;
  }

  /** The days after `from` up to `to` on which anything may change. */
  #turns(c: Commitment<Ref>, from: number, to: number): number[] {
    const plain = this.#plain;
    const days = new Set<number>();
    const add = (day: number | null | undefined) => {
      for (const near of [-1, 0, 1]) if (typeof day === "number") days.add(day + near);
    };
    const phase = plain.phases.find(({ id }) => id === c.phase);
    for (const when of [c.from, c.due, phase?.starts, phase?.ends]) {
      add(when === undefined || when === null ? null : plain.dayOf(when)?.day);
    }
    for (const entry of plain.entries) {
      add(entry.on);
      if (entry.kind === "power") add(entry.until);
    }
    for (let k = 1; plain.every(c) !== null; k += 1) {
      const end = plain.periodEnd(c, k);
      if (end === null || end > to) break;
      add(end);
    }
    return [...days].filter((day) => day > from && day <= to).toSorted((a, b) => a - b);
  }
}

function actors(entries: readonly Entry[]): readonly ActorId[] {
  return [...new Set(entries.flatMap(({ by }) => by))];
}
