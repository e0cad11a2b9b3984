import type { Commitment, Entry } from "../model.ts";
import { Binding } from "./binding.ts";
import * as codes from "./codes.ts";
import { Column } from "./column.ts";
import { Contested } from "./contested.ts";
import { ever, never } from "./day-sums.ts";
import { saysKept } from "./decisions.ts";
import { Opposition } from "./opposition.ts";
import { upTo } from "./order.ts";
import { noPeriods, Periods } from "./periods.ts";
import { PowersUsed } from "./powers-used.ts";
import type { Lines } from "./record.ts";
import { ReportedPeriods } from "./reported-periods.ts";
import { conditionSaid, confirmed, fails, goalSaid, keeps, kindMask, kindNumber, refuted, short } from "./sayings.ts";
import { lasting, may, once, recurring } from "./terms.ts";
import { Testimony } from "./testimony.ts";
import type { View } from "./view.ts";

export type FindingEntry = Extract<Entry, { readonly kind: "finding" }>;
export type PowerEntry = Extract<Entry, { readonly kind: "power" }>;

const bearing = keeps | fails | short | goalSaid | conditionSaid;

/**
 * All that is known of one commitment, sorted out so that its state on any day is a few look-ups. One dossier is filled again
 * and again: a hundred thousand of them are needed when a register is made.
 */
export class Dossier<Ref> {
  readonly view: View<Ref>;
  at = -1;
  commitment: Commitment<Ref>;
  way: number = once;
  /** The entries that stand and bear on it, in order. */
  readonly places = new Column();
  readonly testimony = new Testimony();
  readonly #lines: Lines = { places: this.places, on: new Column(), said: new Column(), by: [] };

  // Findings, allegations and disputes: places of entries.
  readonly findings = new Column();
  readonly found = new Column();
  readonly alleged = new Column();
  readonly disputes = new Column();
  readonly powers = new Column();
  readonly contested = new Contested();
  readonly opposition = new Opposition();

  readonly #refuted = new Set<number>();
  readonly #targets = new Column();

  readonly binding = new Binding();

  readonly used = new PowersUsed();

  // For a recurring duty: the periods in which something is said.
  periods: Periods = noPeriods;
  baseSeen = ever;
  readonly reported = new ReportedPeriods();

  constructor(view: View<Ref>) {
    this.view = view;
    // Empty until the first load.
    this.commitment = view.terms.commitments[0] as Commitment<Ref>;
  }

  /** Fills it for the commitment at a place. Cost: its entries, and those that it waits for. */
  load(at: number): this {
    this.#open(at);
    this.#gather();
    this.#bind();
    this.used.load(this);
    this.contested.load(this);
    this.opposition.load(this);
    return this;
  }

  /** As `load`, for those who only ask when it was first kept or broken. */
  loadRecord(at: number): this {
    this.#open(at);
    this.#gather();
    return this;
  }

  #open(at: number): void {
    const { terms, record } = this.view;
    this.at = at;
    this.commitment = terms.commitments[at] as Commitment<Ref>;
    this.way = terms.wayOf(this.commitment);
    record.read(at, this.#lines);
  }

  // ---- the record ----

  #gather(): void {
    const { record, terms } = this.view;
    this.testimony.clear();
    this.findings.clear();
    this.found.clear();
    this.alleged.clear();
    this.disputes.clear();
    this.powers.clear();
    this.used.clear();
    const lines = this.#lines;
    for (let k = 0; k < this.places.length; k += 1) {
      const place = this.places.at(k);
      const said = lines.said.at(k);
      const kind = said & kindMask;
      if (kind === kindNumber.report) {
        if ((said & bearing) !== 0) this.#say(k);
        if (this.way === lasting && (said & fails) !== 0) this.alleged.push(place);
      } else if (kind === kindNumber.allegation) this.alleged.push(place);
      else if (kind === kindNumber.finding) this.#hear(k);
      else if (kind === kindNumber.dispute) this.disputes.push(place);
      else if (kind === kindNumber.power) this.powers.push(place);
    }
    const moment = terms.keptMoment(this.at);
    if (moment !== -1)
      for (const place of record.momentList(moment)) if (record.stands(place)) this.testimony.addMoment(place, record);
    if (this.findings.length > 0) this.#findBreaches();
    if (this.way === may) {
      this.alleged.clear();
      this.found.clear();
    }
    this.testimony.weigh(this.binding);
  }

  #say(line: number): void {
    const { places, on, said, by } = this.#lines;
    this.testimony.add({ place: places.at(line), said: said.at(line), on: on.at(line) }, by[line] as readonly string[]);
  }

  /** A finding: it speaks as a report does; by the agreed body it decides, by another it alleges. */
  #hear(line: number): void {
    const place = this.places.at(line);
    const said = this.#lines.said.at(line);
    if ((said & bearing) !== 0) this.#say(line);
    if (this.decides(place)) this.findings.push(place);
    else if ((said & fails) !== 0 || (said & (keeps | confirmed)) === confirmed) this.alleged.push(place);
  }

  /** Whether a finding is by a body that may make it: the agreed one, or where none is agreed, nobody in its own cause. */
  decides(finding: number): boolean {
    const { by, to, verifiedBy } = this.commitment;
    const body = this.view.record.byAt(finding);
    if (verifiedBy.length > 0) return body.some((actor) => verifiedBy.includes(actor));
    if (body.length === 0 || body.every((actor) => by.includes(actor))) return false;
    return !body.every((actor) => to.includes(actor) || this.view.claimedByActor(finding, actor));
  }

  #findBreaches(): void {
    const { record } = this.view;
    if (this.#refuted.size > 0) this.#refuted.clear();
    for (let k = 0; k < this.findings.length; k += 1) {
      const place = this.findings.at(k);
      const said = record.saidAt(place);
      const about = record.targetsOf(place, this.#targets);
      if ((said & refuted) !== 0) for (let t = 0; t < about.length; t += 1) this.#refuted.add(about.at(t));
      const confirms = !saysKept(said) && (said & confirmed) !== 0;
      if ((said & fails) !== 0 || (confirms && (about.length === 0 || this.#alleges(about)))) this.found.push(place);
    }
    if (this.#refuted.size > 0) this.testimony.drop(this.#refuted);
  }

  #alleges(about: Column): boolean {
    for (let k = 0; k < about.length; k += 1) if (this.alleged.includes(about.at(k))) return true;
    return false;
  }

  // ---- when it binds ----

  #bind(): void {
    this.binding.load(this.view, this.at);
    if (this.way === recurring) this.#loadPeriods();
  }

  /** What it waits for on a day, as a code; -1 once it binds. */
  gate(day: number): number {
    return this.binding.gate(day);
  }

  // ---- powers ----

  /** Why it does not bind though nothing is waited for: waived, lapsed or suspended, as a code; -1 for none of these. */
  ended(day: number): number {
    if (this.used.waivedOn <= day) return codes.waived;
    if (this.used.terminatedOn <= day) return codes.terminated;
    if (this.binding.phaseEnd < day) return codes.phaseOver;
    if (this.way === lasting || this.way === may) {
      const due = this.due(day);
      if (due < never && due < day) return codes.timeRanOut;
    }
    return this.used.suspension(day) === null ? -1 : codes.suspended;
  }

  /** The last day on which doing it still counted; `never` while that is open. */
  #closed(day: number): number {
    const used = Math.min(this.used.terminatedOn, this.used.waivedOn);
    return Math.min(used <= day ? used : never, this.binding.phaseEnd < day ? this.binding.phaseEnd : never);
  }

  /** Not for recurring duties: the due day as on a day, `never` where there is none yet, `untold` where it cannot be told. */
  due(day: number): number {
    const extended = this.used.extendedTo(day);
    let due: number = extended ?? never;
    if (extended === null) {
      if (this.binding.dueSeen > day) return never;
      due = this.binding.dueDay;
    }
    if (due >= never || this.way !== once || this.binding.boundFirst > day) return due;
    return Math.max(due, this.binding.boundFirst);
  }

  /** Whether no due day is stated: neither by the text nor by an extension. */
  undated(day: number): boolean {
    return this.commitment.due === null && this.used.extendedTo(day) === null;
  }

  // ---- keeping ----

  /** For what is done once: the day it was kept, as on a day; `never` when it is not. */
  #keptOnce(day: number): number {
    if (this.testimony.performed > day) return never;
    if (!this.commitment.hasGoal) return this.testimony.performed;
    const said = upTo(this.testimony.goalOn, day);
    return said === 0 ? never : Math.max(this.testimony.performed, this.testimony.goalSince.at(said - 1));
  }

  /** The day it was kept, as on a day; `never` when it is not kept then. */
  kept(day: number): number {
    if (this.way === once) {
      const kept = this.#keptOnce(day);
      return kept <= this.#closed(day) ? kept : never;
    }
    if (this.way === recurring) {
      if (this.baseSeen > day || this.gate(day) !== -1) return never;
      if (this.commitment.hasGoal && this.testimony.goal(day) !== true) return never;
      const k = this.periods.at(day);
      const done = k === 0 ? never : this.reported.doneIn(k);
      return done <= day ? done : never;
    }
    if (this.way === may) return never;
    const due = this.due(day);
    if (due >= day || due > this.#closed(day) || this.gate(due) !== -1) return never;
    const words = upTo(this.testimony.wordOn, day);
    const stillKept =
      words > 0 && this.testimony.word.at(words - 1) !== 0 && this.testimony.wordOn.at(words - 1) >= due;
    return stillKept && (!this.commitment.hasGoal || this.testimony.goal(day) === true) ? due : never;
  }

  /** The first day on which it was kept, for the steps that wait for it; `never` while it was not. */
  firstKept(): number {
    const { hasGoal, due } = this.commitment;
    if (this.way === lasting) {
      const last = due === null ? ever : this.view.dayOf(due);
      const day = this.testimony.keptOn
        .list()
        .find((on) => on >= last && (!hasGoal || this.testimony.goal(on) === true));
      return last >= never ? never : (day ?? never);
    }
    if (this.way !== recurring) {
      if (!hasGoal || this.testimony.performed === never) return this.testimony.performed;
      return this.testimony.on.list().find((on) => this.#keptOnce(on) !== never) ?? never;
    }
    this.#loadPeriods();
    const day = this.testimony.on.list().find((on) => {
      const k = this.periods.at(on);
      return k !== 0 && this.reported.doneIn(k) <= on && (!hasGoal || this.testimony.goal(on) === true);
    });
    return day ?? never;
  }

  firstBreach(how: "found" | "alleged"): number {
    const { record } = this.view;
    let first = never;
    for (let k = 0; k < this.found.length; k += 1) first = Math.min(first, record.onAt(this.found.at(k)));
    if (how === "found") return first;
    for (let k = 0; k < this.alleged.length; k += 1) first = Math.min(first, record.onAt(this.alleged.at(k)));
    return first;
  }

  // ---- periods ----

  #loadPeriods(): void {
    const base = this.commitment.due ?? this.commitment.from;
    this.periods = new Periods(this.commitment, this.view.dayOf(base));
    this.baseSeen = this.view.seen(base);
    this.reported.load(this.periods, this.testimony);
  }

  /** How a period stands by a day in it or by its end: the code that says why it is not kept, or -1 when it is. */
  periodStatus(k: number, day: number): number {
    const by = Math.min(day, this.periods.endOf(k));
    const status = this.reported.byDay(k, by);
    if (status !== "done") return status;
    const goal = this.commitment.hasGoal ? this.testimony.goal(by) : true;
    return goal === null ? codes.goalNotKnown : goal ? -1 : codes.overdueForGoal;
  }

  /** Whether the k-th period was owed: on its last day the duty was in force. */
  owed(k: number): boolean {
    if (k < 1) return false;
    const end = this.periods.endOf(k);
    return this.baseSeen <= end && this.gate(end) === -1 && this.ended(end) === -1;
  }

  // ---- the state ----

  /** Whether the commitment binds on a day: nothing is waited for, and it is neither suspended, lapsed nor waived. */
  isInForce(day: number): boolean {
    return this.gate(day) === -1 && this.ended(day) === -1;
  }

  /** The day after which a breach counts as still open: that of a later keeping. */
  curedSince(day: number): number {
    if (this.way !== once) return ever;
    const kept = this.#keptOnce(day);
    return kept === never ? ever : kept;
  }

  isFound(day: number): boolean {
    const latest = this.contested.found.latestOpen(day);
    if (latest === null || latest < this.curedSince(day)) return false;
    return this.way !== recurring || latest >= this.reported.lastDoneStart(this.periods, day);
  }

  isAlleged(day: number): boolean {
    const latest = this.contested.alleged.latestOpen(day);
    return latest !== null && latest >= this.curedSince(day);
  }
}
