import { addLength, dateOfDay, dayNumberOf, type Length, type MonthEndRule } from "@parley/calendar";
import type { Because, Commitment, Entry, Phase, Progress, State, When } from "../src/index.ts";

/**
 * The rules of docs/spec/compliance.md, one commitment and one day at a time, by filtering the entries. Nothing is indexed, and
 * nothing is shared with the engine but its types and the calendar. What is asked again and again is remembered as it was found.
 */
interface OracleWorld<Ref> {
  readonly commitments: readonly Commitment<Ref>[];
  readonly phases: readonly Phase[];
  readonly entries: readonly Entry[];
}
type Finding = Extract<Entry, { kind: "finding" }>;
type Use = Extract<Entry, { kind: "power" }>;
interface Saying {
  readonly entry: Entry;
  readonly on: number;
  readonly keeps: boolean;
  readonly fails: boolean;
  /** Not done, or not in full. */
  readonly short: boolean;
  readonly goal: boolean | null;
  readonly condition: boolean | null;
  readonly progress: Progress | null;
  readonly isMoment: boolean;
}
interface Told {
  readonly state: State;
  readonly because: Because;
}
interface Period {
  readonly k: number;
  readonly start: number;
  readonly end: number;
}
interface Out {
  readonly by: Entry;
  readonly how: "corrected" | "withdrawn";
}
interface Day {
  readonly seen: number;
  /** Null when it cannot be computed. */
  readonly day: number | null;
}

const meets = (some: readonly string[], others: readonly string[]) => some.some((one) => others.includes(one));
const told = (state: State, because: Because): Told => ({ state, because });

export class Oracle<Ref> {
  readonly commitments: readonly Commitment<Ref>[];
  readonly phases: readonly Phase[];
  readonly entries: readonly Entry[];
  readonly #place: ReadonlyMap<Entry, number>;

  constructor(world: OracleWorld<Ref>) {
    const first = <T extends { readonly id: string }>(list: readonly T[]) =>
      list.filter((one, at) => list.findIndex(({ id }) => id === one.id) === at);
    this.commitments = first(world.commitments);
    this.phases = first(world.phases);
    this.entries = first(world.entries);
    this.#place = new Map(this.entries.map((entry, at) => [entry, at]));
  }

  readonly #known = new Map<string, Map<object, unknown>>();

  #remember<T>(what: string, about: object, find: () => T): T {
    const known = this.#known.get(what) ?? new Map<object, unknown>();
    this.#known.set(what, known);
    if (!known.has(about)) known.set(about, find());
    return known.get(about) as T;
  }

  // ---- the record ----

  entry(id: string): Entry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  /** Later in the record: known later, or later in the input. */
  recordedAfter(a: Entry, b: Entry): boolean {
    return a.known !== b.known ? a.known > b.known : this.#at(a) > this.#at(b);
  }

  /** Later in what it speaks of: the day, then the record. */
  after(a: Entry, b: Entry): boolean {
    return a.on !== b.on ? a.on > b.on : this.recordedAfter(a, b);
  }

  #at(entry: Entry): number {
    return this.#place.get(entry) ?? -1;
  }

  usable(entry: Entry): boolean {
    return entry.known >= entry.on;
  }

  /** The latest entry that puts this one out, and how; null while it stands. */
  outBy(entry: Entry): Out | null {
    return this.#remember("out", entry, () => this.#outBy(entry));
  }

  #outBy(entry: Entry): Out | null {
    let found: { by: Entry; how: "corrected" | "withdrawn" } | null = null;
    for (const by of this.entries) {
      if (!this.usable(by) || !this.recordedAfter(by, entry)) continue;
      const corrects = by.corrects === entry.id && this.takesPlace(by);
      const withdraws = by.kind === "withdrawal" && by.of.includes(entry.id) && this.outBy(by) === null;
      if (!corrects && !withdraws) continue;
      if (found === null || this.recordedAfter(by, found.by)) found = { by, how: corrects ? "corrected" : "withdrawn" };
    }
    return found;
  }

  /** Whether its correction counts: it stands, or a correction that counts took its own place. */
  takesPlace(entry: Entry): boolean {
    if (!this.usable(entry)) return false;
    return (
      this.outBy(entry) === null ||
      this.entries.some((by) => by.corrects === entry.id && this.recordedAfter(by, entry) && this.takesPlace(by))
    );
  }

  stands(entry: Entry): boolean {
    return this.usable(entry) && this.outBy(entry) === null;
  }

  of(entry: Entry): readonly Entry[] {
    return "of" in entry ? entry.of.flatMap((id) => this.entry(id) ?? []) : [];
  }

  bearsOn(entry: Entry, id: string, through: readonly Entry[] = []): boolean {
    if (entry.commitments.length > 0) return entry.commitments.includes(id);
    return this.of(entry).some((one) => !through.includes(one) && this.bearsOn(one, id, [...through, entry]));
  }

  /** Entries that stand and bear on a commitment, in the order of what they speak of. */
  standing(c: Commitment<Ref>): readonly Entry[] {
    return this.#remember("standing", c, () => this.#standing(c));
  }

  #standing(c: Commitment<Ref>): readonly Entry[] {
    return this.entries
      .filter((entry) => this.bearsOn(entry, c.id) && this.stands(entry))
      .toSorted((a, b) => (this.after(a, b) ? 1 : -1));
  }

  // ---- findings and sayings ----

  findingCounts(finding: Finding, c: Commitment<Ref>): boolean {
    if (c.verifiedBy.length > 0) return meets(finding.by, c.verifiedBy);
    if (finding.by.length === 0) return false;
    const authors = this.of(finding).flatMap(({ by, kind }) => (kind === "finding" ? [] : by));
    const bound = finding.by.every((actor) => c.by.includes(actor));
    const owed = finding.by.every((actor) => c.to.includes(actor) || authors.includes(actor));
    return !bound && !owed;
  }

  findings(c: Commitment<Ref>): readonly Finding[] {
    return this.#remember("findings", c, () => this.#findings(c));
  }

  #findings(c: Commitment<Ref>): readonly Finding[] {
    return this.standing(c).filter((entry) => entry.kind === "finding" && this.findingCounts(entry, c)) as Finding[];
  }

  #refuted(entry: Entry, c: Commitment<Ref>): boolean {
    return this.findings(c).some(({ of, outcome }) => outcome === "not confirmed" && of.includes(entry.id));
  }

  /** A duty to leave something undone or to go on doing it. */
  lasting(c: Commitment<Ref>): boolean {
    return c.force !== "may" && (c.force === "shall not" || c.recurs === "continuous");
  }

  every(c: Commitment<Ref>): Length | null {
    return c.force === "shall" && typeof c.recurs === "object" ? c.recurs.every : null;
  }

  sayings(c: Commitment<Ref>): readonly Saying[] {
    return this.#remember("sayings", c, () => this.#sayings(c));
  }

  #sayings(c: Commitment<Ref>): readonly Saying[] {
    const own = this.entries.filter((e) => e.kind === "moment" && e.moment === c.keptBy && this.stands(e));
    const all = [...new Set([...this.standing(c), ...own])].toSorted((a, b) => (this.after(a, b) ? 1 : -1));
    return all.flatMap((entry): Saying[] => {
      if (this.#refuted(entry, c)) return [];
      const of = (
        kept: boolean | null,
        progress: Progress | null,
        goal: boolean | null,
        condition: boolean | null,
      ) => ({
        entry,
        on: entry.on,
        keeps: kept === true || (kept === null && progress === "full"),
        fails: kept === false,
        short: kept === false || (kept === null && progress !== null && progress !== "full"),
        goal,
        condition,
        progress,
        isMoment: entry.kind === "moment",
      });
      if (entry.kind === "moment") return entry.moment === c.keptBy ? [of(true, null, null, null)] : [];
      if (entry.kind === "report") return [of(entry.kept, entry.progress, entry.goalMet, entry.conditionMet)];
      if (entry.kind === "finding") return [of(entry.kept, null, entry.goalMet, null)];
      return [];
    });
  }

  breachFinding(finding: Finding, c: Commitment<Ref>): boolean {
    if (finding.kept !== null) return !finding.kept;
    if (finding.outcome !== "confirmed") return false;
    return finding.of.length === 0 || this.of(finding).some((entry) => this.isAllegation(entry, c));
  }

  isAllegation(entry: Entry, c: Commitment<Ref>): boolean {
    if (c.force === "may" || !this.bearsOn(entry, c.id) || !this.stands(entry)) return false;
    if (entry.kind === "allegation") return true;
    if (entry.kind === "report") return entry.kept === false && this.lasting(c);
    if (entry.kind !== "finding" || this.findingCounts(entry, c)) return false;
    if (entry.kept !== null) return !entry.kept;
    return entry.outcome === "confirmed";
  }

  found(c: Commitment<Ref>): readonly Finding[] {
    return c.force === "may" ? [] : this.findings(c).filter((finding) => this.breachFinding(finding, c));
  }

  alleged(c: Commitment<Ref>): readonly Entry[] {
    return this.standing(c).filter((entry) => this.isAllegation(entry, c));
  }

  decides(finding: Finding): boolean {
    return finding.outcome !== "inconclusive" || finding.kept !== null;
  }

  openAllegations(c: Commitment<Ref>, d: number): readonly Entry[] {
    return this.alleged(c).filter((entry) => {
      if (entry.on > d) return false;
      const decided = this.findings(c).some(
        (f) =>
          f.on <= d &&
          this.decides(f) &&
          ((f.of.includes(entry.id) && f.outcome !== "inconclusive") ||
            ((f.kept !== null || f.of.length === 0) && this.after(f, entry))),
      );
      return !decided && !this.#curedOnce(c, d, entry.on);
    });
  }

  /** Breach findings that no later finding of "not confirmed" has overturned. */
  upheld(c: Commitment<Ref>, d: number): readonly Finding[] {
    return this.found(c).filter(
      (f) =>
        f.on <= d &&
        !this.findings(c).some(
          (g) =>
            g.on <= d &&
            this.after(g, f) &&
            g.kept === null &&
            g.outcome === "not confirmed" &&
            (g.of.length === 0 || g.of.includes(f.id) || meets(g.of, f.of)),
        ),
    );
  }

  openFindings(c: Commitment<Ref>, d: number): readonly Finding[] {
    return this.upheld(c, d).filter((f) => {
      if (this.findings(c).some((g) => g.kept === true && g.on <= d && this.after(g, f))) return false;
      if (this.#curedOnce(c, d, f.on)) return false;
      if (this.every(c) === null) return true;
      return !this.sayings(c).some((s) => {
        const period = s.on <= d && s.keeps ? this.period(c, s.on) : null;
        return period !== null && period.start > f.on && this.doneIn(c, period, d) !== null;
      });
    });
  }

  #curedOnce(c: Commitment<Ref>, d: number, since: number): boolean {
    if (this.lasting(c) || this.every(c) !== null) return false;
    const kept = this.keptOnce(c, d);
    return kept !== null && kept > since;
  }

  // ---- days ----

  momentDay(moment: string): number | null {
    const days = this.entries
      .filter((entry) => entry.kind === "moment" && entry.moment === moment && this.stands(entry))
      .map((entry) => entry.on as number);
    return days.length === 0 ? null : Math.min(...days);
  }

  /** Null while its moment has not happened. */
  dayOf({ anchor, offset, rule }: When): Day | null {
    const moment = anchor.kind === "moment" ? this.momentDay(anchor.moment) : null;
    if (anchor.kind === "moment" && moment === null) return null;
    const start = anchor.kind === "day" ? (anchor.day as number) : (moment ?? 0);
    const seen = anchor.kind === "day" ? Number.NEGATIVE_INFINITY : start;
    return { seen, day: offset === null ? start : plus(start, offset, rule) };
  }

  periodEnd(c: Commitment<Ref>, k: number): number | null {
    const every = this.every(c);
    const first = c.due ?? c.from;
    const base = this.dayOf(first);
    if (every === null || base === null || base.day === null || endless(every)) return null;
    const times = c.due === null ? k : k - 1;
    const { rule } = c.due ?? c.from;
    if (rule === null && asksForRule(base.day, every)) return null;
    const { months, days, hours } = every;
    return plus(base.day, { sign: 1, length: { months: months * times, days: days * times, hours } }, rule);
  }

  /** The period in which a day falls: from its first day to its last. Null when periods cannot be told on that day. */
  period(c: Commitment<Ref>, d: number): Period | null {
    return this.#remember(`period on ${d}`, c, () => this.#period(c, d));
  }

  #period(c: Commitment<Ref>, d: number): Period | null {
    const base = this.dayOf(c.due ?? c.from);
    if (base === null) return null;
    for (let k = 1, start = Number.NEGATIVE_INFINITY; ; k += 1) {
      const end = this.periodEnd(c, k);
      if (end === null) return null;
      if (d <= end) return { k, start, end };
      start = end + 1;
    }
  }

  // ---- keeping ----

  goalAt(c: Commitment<Ref>, d: number): boolean | null {
    return this.sayings(c).findLast(({ goal, on }) => goal !== null && on <= d)?.goal ?? null;
  }

  #goalSince(c: Commitment<Ref>, d: number): number {
    const said = this.sayings(c).filter(({ goal, on }) => goal !== null && on <= d);
    const unmet = said.findLastIndex(({ goal }) => goal === false);
    return said[unmet + 1]?.on ?? Number.POSITIVE_INFINITY;
  }

  /** The day on which it was done: the first of the sayings that nothing later contradicts. */
  #performed(sayings: readonly Saying[]): number | null {
    const run = sayings.slice(sayings.findLastIndex(({ short }) => short) + 1).filter(({ keeps }) => keeps);
    return (run.find(({ isMoment }) => isMoment) ?? run[0])?.on ?? null;
  }

  performed(c: Commitment<Ref>): number | null {
    return this.#performed(this.sayings(c));
  }

  /** For what is done once: the day it was kept, as on a day. */
  keptOnce(c: Commitment<Ref>, d: number): number | null {
    const done = this.performed(c);
    if (done === null || done > d) return null;
    if (!c.hasGoal) return done;
    return this.goalAt(c, d) === true ? Math.max(done, this.#goalSince(c, d)) : null;
  }

  /** The day on which it was done in a period, by a day. */
  doneIn(c: Commitment<Ref>, { start, end }: { start: number; end: number }, d: number): number | null {
    const done = this.#performed(this.sayings(c).filter(({ on }) => on >= start && on <= end));
    return done === null || done > d ? null : done;
  }

  /** The first day on which it was kept, for steps that wait for it. */
  firstKept(c: Commitment<Ref>): number | null {
    return this.#remember("first kept", c, () => this.#firstKept(c));
  }

  #firstKept(c: Commitment<Ref>): number | null {
    const goal = (d: number) => !c.hasGoal || this.goalAt(c, d) === true;
    const days = this.sayings(c).map(({ on }) => on);
    if (this.lasting(c)) {
      const last = c.due === null ? Number.NEGATIVE_INFINITY : (this.dayOf(c.due)?.day ?? Number.POSITIVE_INFINITY);
      return this.sayings(c).find(({ keeps, on }) => keeps && on >= last && goal(on))?.on ?? null;
    }
    if (this.every(c) !== null) {
      for (const d of days) {
        const period = this.period(c, d);
        if (period !== null && this.doneIn(c, period, d) !== null && goal(d)) return d;
      }
      return null;
    }
    return days.find((d) => this.keptOnce(c, d) !== null) ?? null;
  }

  firstBreach(c: Commitment<Ref>, how: "found" | "alleged"): number | null {
    const days = [...this.found(c), ...(how === "alleged" ? this.alleged(c) : [])].map(({ on }) => on as number);
    return days.length === 0 ? null : Math.min(...days);
  }

  // ---- binding ----

  /** Null once it binds; else what it waits for. */
  gate(c: Commitment<Ref>, d: number): Told | null {
    return this.#remember(`gate on ${d}`, c, () => this.#gate(c, d));
  }

  #gate(c: Commitment<Ref>, d: number): Told | null {
    const here = (id: string) => this.commitments.filter((one) => one.id === id);
    const by = (day: number | null) => day !== null && day <= d;
    const from = this.dayOf(c.from);
    if (from === null || from.seen > d) return told("not yet binding", "waits for a moment");
    if (from.day !== null && from.day > d) return told("not yet binding", "waits for its day");
    if (!c.after.flatMap(here).every((one) => by(this.firstKept(one))))
      return told("not yet binding", "waits for earlier steps");
    const brought = c.broughtBy.some(({ breachOf, on }) => here(breachOf).some((one) => by(this.firstBreach(one, on))));
    if (c.broughtBy.length > 0 && !brought) return told("not yet binding", "waits for a breach");
    const phase = this.phases.find(({ id }) => id === c.phase);
    const starts = phase === undefined ? undefined : this.dayOf(phase.starts);
    if (starts === null || (starts !== undefined && (starts.seen > d || (starts.day ?? d) > d)))
      return told("not yet binding", "waits for its phase");
    if (from.day === null || starts?.day === null) return told("no data", "day not known");
    if (!c.conditional) return null;
    const met = this.sayings(c).findLast(({ condition, on }) => condition !== null && on <= d)?.condition ?? null;
    if (met === null) return told("no data", "condition not known");
    return met ? null : told("not yet binding", "condition unmet");
  }

  /** The first day on which it binds, if that is not after a day. */
  boundSince(c: Commitment<Ref>, d: number): number | null {
    const days = this.entries.map(({ on }) => on as number);
    const from = this.dayOf(c.from)?.day ?? d;
    const phase = this.phases.find(({ id }) => id === c.phase);
    const starts = phase === undefined ? null : (this.dayOf(phase.starts)?.day ?? null);
    const all = [...days, from, ...(starts === null ? [] : [starts])].filter((day) => day <= d);
    return all.toSorted((a, b) => a - b).find((day) => this.gate(c, day) === null) ?? null;
  }

  // ---- powers ----

  /** The uses of powers over a commitment that count, in order. */
  uses(c: Commitment<Ref>, before: Entry | null = null): readonly Use[] {
    return this.#remember(`uses before ${before?.id}`, c, () => this.#uses(c, before));
  }

  #uses(c: Commitment<Ref>, before: Entry | null): readonly Use[] {
    return this.standing(c).filter(
      (entry) =>
        entry.kind === "power" && (before === null || this.after(before, entry)) && this.useProblem(entry, c) === null,
    ) as Use[];
  }

  useProblem(use: Use, c: Commitment<Ref>): "power-without-effect" | "power-not-given" | null {
    return this.#remember(`use of ${c.id}`, use, () => this.#useProblem(use, c));
  }

  #useProblem(use: Use, c: Commitment<Ref>): "power-without-effect" | "power-not-given" | null {
    if (use.power === "extend" && (use.until === null || this.every(c) !== null)) return "power-without-effect";
    const everybody = c.to.length > 0 && c.to.every((actor) => use.by.includes(actor));
    if (everybody && (use.power === "waive" || use.power === "extend")) return null;
    const given = this.commitments.some(
      (may) =>
        may.force === "may" &&
        may.power !== null &&
        (may.power.does === use.power || (use.power === "resume" && may.power.does === "suspend")) &&
        may.power.over.includes(c.id) &&
        meets(may.by, use.by) &&
        this.inForce(may, use.on, use),
    );
    return given ? null : "power-not-given";
  }

  /** Whether it binds on a day: neither waiting nor suspended, lapsed or waived, by the uses before an entry. */
  inForce(c: Commitment<Ref>, d: number, before: Entry | null): boolean {
    return this.gate(c, d) === null && this.#ended(c, d, this.uses(c, before)) === null;
  }

  due(c: Commitment<Ref>, d: number, uses: readonly Use[]): number | "none" | "not yet known" | "cannot be told" {
    const every = this.every(c);
    if (every !== null) {
      const base = this.dayOf(c.due ?? c.from);
      if (base === null || base.seen > d) return "not yet known";
      return this.period(c, d)?.end ?? "cannot be told";
    }
    const extended = uses.findLast(({ power, on }) => power === "extend" && on <= d)?.until ?? null;
    const stated = c.due === null ? "none" : this.dayOf(c.due);
    let day: number;
    if (extended !== null) day = extended;
    else if (stated === "none") return "none";
    else if (stated === null || stated.seen > d) return "not yet known";
    else if (stated.day === null) return "cannot be told";
    else day = stated.day;
    if (c.force === "may" || this.lasting(c)) return day;
    return Math.max(day, this.boundSince(c, d) ?? Number.NEGATIVE_INFINITY);
  }

  #phaseEnd(c: Commitment<Ref>): number | null {
    const phase = this.phases.find(({ id }) => id === c.phase);
    if (phase === undefined || phase.ends === null || phase.caretaker.includes(c.id)) return null;
    const ends = this.dayOf(phase.ends);
    return ends === null || ends.day === null ? null : Math.max(ends.day, ends.seen - 1);
  }

  /** The last day on which doing it still counted: null while that is open. */
  #closed(c: Commitment<Ref>, d: number, uses: readonly Use[]): number {
    const used = uses.filter(({ power, on }) => (power === "terminate" || power === "waive") && on <= d);
    const phase = this.#phaseEnd(c);
    return Math.min(...used.map(({ on }) => on), phase !== null && phase < d ? phase : Number.POSITIVE_INFINITY);
  }

  #ended(c: Commitment<Ref>, d: number, uses: readonly Use[]): Told | null {
    const used = (power: string) => uses.some((use) => use.power === power && use.on <= d);
    if (used("waive")) return told("waived", "power used");
    if (used("terminate")) return told("lapsed", "power used");
    const phase = this.#phaseEnd(c);
    if (phase !== null && phase < d) return told("lapsed", "phase ended");
    if (c.force === "may" || this.lasting(c)) {
      const due = this.due(c, d, uses);
      if (typeof due === "number" && due < d) return told("lapsed", "time ran out");
    }
    const last = uses.findLast(({ power, on }) => (power === "suspend" || power === "resume") && on <= d);
    if (last?.power === "suspend" && (last.until === null || last.until >= d)) return told("suspended", "power used");
    return null;
  }

  // ---- the state ----

  /** The day it was kept, as on a day; null when it is not kept then. */
  keptOn(c: Commitment<Ref>, d: number): number | null {
    if (c.force === "may") return null;
    const uses = this.uses(c);
    if (this.every(c) !== null) {
      const period = this.period(c, d);
      const base = this.dayOf(c.due ?? c.from);
      if (period === null || base === null || base.seen > d || this.gate(c, d) !== null) return null;
      return c.hasGoal && this.goalAt(c, d) !== true ? null : this.doneIn(c, period, d);
    }
    if (this.lasting(c)) {
      const due = this.due(c, d, uses);
      if (typeof due !== "number" || due >= d || this.gate(c, due) !== null || due > this.#closed(c, d, uses))
        return null;
      const last = this.sayings(c).findLast(({ keeps, fails, on }) => (keeps || fails) && on <= d);
      const kept = last?.keeps === true && last.on >= due && (!c.hasGoal || this.goalAt(c, d) === true);
      return kept ? due : null;
    }
    const kept = this.keptOnce(c, d);
    return kept !== null && kept <= this.#closed(c, d, uses) ? kept : null;
  }

  stateOn(c: Commitment<Ref>, d: number): Told {
    const ended = this.#ended(c, d, this.uses(c));
    const kept = this.keptOn(c, d);
    const discharged = kept !== null && this.every(c) === null;
    if (ended !== null && !discharged) return ended;
    const gate = this.gate(c, d);
    if (c.force === "may") return gate ?? told("binding", "in force");
    if (this.openFindings(c, d).length > 0) return told("breach found", "found");
    if (this.openAllegations(c, d).length > 0) return told("breach alleged", "alleged");
    if (kept !== null) return told("kept", "done in full");
    if (gate !== null) return gate;
    if (this.lasting(c)) return this.#lastingState(c, d);
    return this.every(c) === null ? this.#onceState(c, d) : this.#recurringState(c, d);
  }

  #onceState(c: Commitment<Ref>, d: number): Told {
    const due = this.due(c, d, this.uses(c));
    const done = this.performed(c);
    const goal = done !== null && done <= d ? this.goalAt(c, d) : true;
    if (goal === null) return told("no data", "goal not known");
    if (due === "cannot be told") return told("no data", "day not known");
    const spoken = this.sayings(c).some(({ keeps, short }) => keeps || short);
    if (due === "not yet known") return told("binding", goal ? "in force" : "goal unmet");
    if (due === "none") {
      if (!goal) return told("binding", "goal unmet");
      return spoken ? told("binding", "in force") : told("no data", "nothing recorded");
    }
    if (d < due) return told("binding", goal ? "in force" : "goal unmet");
    if (d === due) return told("due", goal ? "in force" : "goal unmet");
    if (!goal) return told("overdue", "goal unmet");
    return spoken ? told("overdue", "not done by its day") : told("no data", "nothing recorded");
  }

  #lastingState(c: Commitment<Ref>, d: number): Told {
    if (this.due(c, d, this.uses(c)) === "cannot be told") return told("no data", "day not known");
    const bound = this.boundSince(c, d) ?? d;
    const last = this.sayings(c).findLast(({ keeps, on }) => keeps && on >= bound && on <= d);
    if (last === undefined) return told("no data", "nothing recorded");
    const goal = c.hasGoal ? this.goalAt(c, d) : true;
    if (goal === null) return told("no data", "goal not known");
    return told("binding", goal ? "kept as last reported" : "goal unmet");
  }

  /** How a period stands that has ended, or that runs. */
  periodStatus(c: Commitment<Ref>, period: { start: number; end: number }, d: number): "kept" | Because {
    const goal = c.hasGoal ? this.goalAt(c, Math.min(d, period.end)) : true;
    if (this.doneIn(c, period, d) !== null) return goal === null ? "goal not known" : goal ? "kept" : "goal unmet";
    const short = this.sayings(c).some((s) => s.short && s.on >= period.start && s.on <= Math.min(d, period.end));
    return short ? "period missed" : "period not reported";
  }

  #recurringState(c: Commitment<Ref>, d: number): Told {
    const base = this.dayOf(c.due ?? c.from);
    if (base === null || base.seen > d) return told("binding", "in force");
    const period = this.period(c, d);
    if (period === null) return told("no data", "day not known");
    const waits = d === period.end ? "due" : "binding";
    const now = this.periodStatus(c, period, d);
    if (now === "goal not known") return told("no data", now);
    if (now === "goal unmet") return told(waits, now);
    if (!this.owed(c, period.start - 1)) return told(waits, "in force");
    const before = this.periodStatus(c, this.period(c, period.start - 1) ?? period, period.start - 1);
    if (before === "kept") return told(waits, "in force");
    return told(before === "period not reported" || before === "goal not known" ? "no data" : "overdue", before);
  }

  /** Whether a period that ended on a day was owed: the duty was in force on that day. */
  owed(c: Commitment<Ref>, end: number): boolean {
    if (end === Number.NEGATIVE_INFINITY) return false;
    const base = this.dayOf(c.due ?? c.from);
    return base !== null && base.seen <= end && this.inForce(c, end, null);
  }

  // ---- disputes ----

  /** Disputes of an entry, or of the commitment as such, that no finding has settled. */
  openDisputes(c: Commitment<Ref>, d: number): readonly Extract<Entry, { kind: "dispute" }>[] {
    const disputes = this.standing(c).filter((entry) => entry.kind === "dispute" && entry.on <= d);
    return (disputes as Extract<Entry, { kind: "dispute" }>[]).filter(
      (dispute) =>
        !this.findings(c).some(
          (f) =>
            f.on <= d &&
            this.after(f, dispute) &&
            this.decides(f) &&
            (f.kept !== null || f.of.length === 0 || f.of.includes(dispute.id) || meets(f.of, dispute.of)),
        ),
    );
  }

  disputed(c: Commitment<Ref>, d: number): boolean {
    const contested = this.openDisputes(c, d).some(
      ({ of }) =>
        of.length === 0 ||
        of.some((id) => this.evidence(c, d).some((e) => e.entry.id === id && e.standing === "counts")),
    );
    return contested || (c.force !== "may" && this.#opposed(c, d));
  }

  #opposed(c: Commitment<Ref>, d: number): boolean {
    const findings = this.findings(c).filter((f) => f.on <= d && this.decides(f));
    const settled = findings.findLast((f) => f.kept !== null || f.of.length === 0);
    const lasting = this.lasting(c);
    let said = this.sayings(c).filter(
      (s) =>
        s.on <= d &&
        (s.keeps || (lasting ? s.fails : s.short)) &&
        (settled === undefined || s.entry === settled || this.after(s.entry, settled)) &&
        !findings.some(({ of, outcome }) => outcome !== "inconclusive" && of.includes(s.entry.id)),
    );
    if (this.every(c) !== null) {
      const now = this.period(c, d);
      if (now === null) return false;
      const within = (start: number, end: number) => said.filter(({ on }) => on >= start && on <= end);
      const running = within(now.start, now.end);
      const before = this.period(c, now.start - 1);
      said = running.length > 0 || before === null ? running : within(before.start, before.end);
    }
    const voices = new Map<string, Saying>();
    for (const s of said) {
      const names = s.entry.by.length > 0 ? s.entry.by.map((actor) => `by ${actor}`) : [`entry ${s.entry.id}`];
      for (const name of names) voices.set(name, s);
    }
    const latest = [...voices.values()];
    return latest.some((a) => a.keeps && latest.some((b) => !b.keeps && (lasting || this.after(b.entry, a.entry))));
  }

  // ---- evidence ----

  bearing(c: Commitment<Ref>): readonly Entry[] {
    const phase = this.phases.find(({ id }) => id === c.phase);
    const named = [c.from, c.due, phase?.starts, phase?.ends].flatMap((when) =>
      when?.anchor.kind === "moment" ? [when.anchor.moment] : [],
    );
    const moments = [...named, ...(c.keptBy === null ? [] : [c.keptBy])];
    return this.entries
      .filter((e) => this.bearsOn(e, c.id) || (e.kind === "moment" && moments.includes(e.moment)))
      .toSorted((a, b) => (this.after(a, b) ? 1 : -1));
  }

  /** Why an entry has no effect on a commitment though it stands; null when it has. */
  asideFor(entry: Entry, c: Commitment<Ref>): string | null {
    return this.#remember(`aside for ${c.id}`, entry, () => this.#asideFor(entry, c));
  }

  #asideFor(entry: Entry, c: Commitment<Ref>): string | null {
    if (!this.usable(entry)) return "known-before-it-happened";
    if (entry.kind === "verification") {
      const others = [...c.by, ...this.of(entry).flatMap(({ by }) => by)];
      return meets(entry.by, others) ? "verified-by-reporter" : null;
    }
    if (entry.kind === "power") return this.useProblem(entry, c);
    if (entry.kind === "finding" && !this.findingCounts(entry, c)) {
      const says = entry.kept !== null || entry.goalMet !== null || entry.outcome === "confirmed";
      return says ? null : "found-by-another-body";
    }
    if (entry.kind !== "attribution") return null;
    const rests = this.restsOn(entry, c);
    if (rests.length === 0) return "attributed-without-finding";
    const chain = [...entry.of, ...rests.flatMap(({ of }) => of)];
    const verified = this.standing(c).some(
      (v) => v.kind === "verification" && this.asideFor(v, c) === null && meets(v.of, chain) && meets(v.by, entry.by),
    );
    return verified ? "attributed-by-verifier" : null;
  }

  restsOn({ of, on }: Extract<Entry, { kind: "attribution" }>, c: Commitment<Ref>): readonly Finding[] {
    return this.found(c).filter((f) => f.on <= on && (of.length === 0 || of.includes(f.id) || meets(of, f.of)));
  }

  evidence(c: Commitment<Ref>, d: number) {
    return this.#remember(`evidence on ${d}`, c, () => this.#evidence(c, d));
  }

  #evidence(c: Commitment<Ref>, d: number) {
    return this.bearing(c).map((entry) => {
      const out = this.outBy(entry);
      const aside = this.asideFor(entry, c);
      const standing: "counts" | "corrected" | "withdrawn" | "later" | "set aside" = !this.usable(entry)
        ? "set aside"
        : out !== null
          ? out.how
          : entry.on > d
            ? "later"
            : aside !== null
              ? "set aside"
              : "counts";
      const verified = this.standing(c).flatMap((v) =>
        v.kind === "verification" && v.on <= d && v.of.includes(entry.id) && this.asideFor(v, c) === null
          ? [{ entry: v.id, outcome: v.outcome }]
          : [],
      );
      const disputed = this.openDisputes(c, d).some(({ of }) => of.includes(entry.id));
      return { entry, standing, by: out?.by.id ?? null, verified, disputed };
    });
  }

  progress(c: Commitment<Ref>, d: number): Progress | null {
    const once = !this.lasting(c) && this.every(c) === null;
    const all = this.sayings(c);
    const contradicted = once ? all.findLastIndex(({ short }) => short) : -1;
    let last: Progress | null = null;
    all.forEach((s, at) => {
      if (s.on > d || (s.keeps && at < contradicted)) return;
      if (s.progress !== null) last = s.progress;
      else if (s.keeps) last = "full";
      else if (s.fails && last === "full") last = null;
    });
    return last;
  }

  // ---- standings ----

  standingOn(c: Commitment<Ref>, on: number) {
    const { state, because } = this.stateOn(c, on);
    const told = this.due(c, on, this.uses(c));
    const due = typeof told === "number" ? told : null;
    const kept = this.keptOn(c, on);
    const keptOn = state === "kept" ? kept : null;
    const isOnce = this.every(c) === null && !this.lasting(c);
    return {
      id: c.id,
      ref: c.ref,
      state,
      because,
      disputed: this.disputed(c, on),
      due,
      daysOverdue: this.#daysOverdue(c, on, { state, kept, due }),
      keptOn,
      daysLate: keptOn !== null && due !== null && isOnce && keptOn > due ? keptOn - due : null,
      progress: this.progress(c, on),
      allegedBy: actors(this.openAllegations(c, on)),
      foundBy: actors(this.upheld(c, on)),
      attributedTo: this.#attributedTo(c, on),
      periods: this.#periods(c, on),
      evidence: this.evidence(c, on),
    };
  }

  #daysOverdue(
    c: Commitment<Ref>,
    on: number,
    { state, kept, due }: { readonly state: State; readonly kept: number | null; readonly due: number | null },
  ): number | null {
    const counted = ["overdue", "no data", "breach alleged", "breach found"].includes(state);
    if (!counted || kept !== null || c.force === "may" || this.lasting(c) || this.gate(c, on) !== null) return null;
    if (this.every(c) === null) return due !== null && due < on ? on - due : null;
    const period = this.period(c, on);
    if (period === null || !this.owed(c, period.start - 1)) return null;
    const before = this.period(c, period.start - 1);
    if (before === null || this.periodStatus(c, before, before.end) === "kept") return null;
    return on - before.end;
  }

  #attributedTo(c: Commitment<Ref>, on: number): readonly string[] {
    const upheld = this.upheld(c, on);
    const against = this.standing(c).flatMap((entry) => {
      if (entry.kind !== "attribution" || entry.withheld || entry.on > on || this.asideFor(entry, c) !== null)
        return [];
      return this.restsOn(entry, c).some((finding) => upheld.includes(finding)) ? entry.against : [];
    });
    return [...new Set(against)];
  }

  #periods(c: Commitment<Ref>, on: number) {
    if (this.every(c) === null) return null;
    let [ended, kept, missed] = [0, 0, 0];
    for (let k = 1, start = Number.NEGATIVE_INFINITY; ; k += 1) {
      const end = this.periodEnd(c, k);
      if (end === null || end >= on) break;
      if (this.owed(c, end)) {
        const status = this.periodStatus(c, { start, end }, end);
        ended += 1;
        if (status === "kept") kept += 1;
        if (status === "period missed" || status === "goal unmet") missed += 1;
      }
      start = end + 1;
    }
    return { ended, kept, missed, noData: ended - kept - missed };
  }
}

function actors(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ by }) => by))];
}

function endless(every: Length): boolean {
  return every.months === 0 && every.days === 0;
}

/** A day and a length, or null when that day cannot be told. */
function plus(
  day: number,
  { sign, length }: { sign: 1 | -1; length: Length },
  rule: MonthEndRule | null,
): number | null {
  try {
    const added = addLength(dateOfDay(day), length, { sign, ...(rule === null ? {} : { rule }) });
    return added.ok ? dayNumberOf(added.date) : null;
  } catch {
    return null;
  }
}

/** Whether some multiple of the months falls into a month that is too short; a February is taken at 28 days. */
function asksForRule(day: number, every: Length): boolean {
  if (every.months === 0) return false;
  const [, month, onDay] = dateOfDay(day).split("-").map(Number);
  const shortest = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return Array.from({ length: 12 }, (_, k) => shortest[((month ?? 1) - 1 + k * every.months) % 12] ?? 31).some(
    (days) => (onDay ?? 1) > days,
  );
}
