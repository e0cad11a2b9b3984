import { Column } from "./column.ts";
import { never } from "./day-sums.ts";
import { isDecided, saysKept } from "./decisions.ts";
import type { Dossier } from "./dossier.ts";
import { upTo } from "./order.ts";
import { confirmed, fails, isAbout, keeps, refuted, short } from "./sayings.ts";
import { lasting, may, recurring } from "./terms.ts";
import type { Testimony } from "./testimony.ts";
import { Windows } from "./windows.ts";

/**
 * When those who report say opposite things of one commitment. Each actor's latest word counts; who says nothing of itself has
 * a voice of its own each time. "Not done" before "done" is progress and no opposition, except of a lasting duty.
 * A word is told by its number in the testimony.
 */
export class Opposition {
  readonly days = new Column();
  readonly #opposed = new Column();
  readonly #windows = new Windows();

  isOpposed(day: number): boolean {
    const turns = upTo(this.days, day);
    return turns > 0 && this.#opposed.at(turns - 1) === 1;
  }

  load<Ref>(dossier: Dossier<Ref>): void {
    this.days.clear();
    this.#opposed.clear();
    const { way, testimony, findings, view } = dossier;
    if (way === may || (way === recurring && !dossier.periods.canBeTold)) return;
    const against = way === lasting ? fails : short;
    let both = 0;
    for (let k = 0; k < testimony.said.length; k += 1) {
      const said = testimony.said.at(k);
      both |= (said & keeps) !== 0 ? 1 : (said & against) !== 0 ? 2 : 0;
    }
    if (both !== 3) return;
    this.#windows.open(dossier);
    let settles = false;
    for (let k = 0; k < findings.length; k += 1) settles ||= isDecided(view.record.saidAt(findings.at(k)));
    if (settles) this.#follow(dossier, against);
    else this.#listen(testimony, against);
  }

  /** The common case: nothing settles what is said. */
  #listen({ said, on }: Testimony, against: number): void {
    let day = never;
    for (let k = 0; k < said.length; k += 1) {
      if ((said.at(k) & (keeps | against)) === 0) continue;
      if (on.at(k) !== day) {
        if (day !== never) this.#turn(day, this.#windows.opposed());
        day = on.at(k);
        this.#moveTo(day);
      }
      this.#windows.add(k);
    }
    this.#turn(day, this.#windows.opposed());
    this.#moveTo(never);
  }

  #turn(day: number, opposed: boolean): void {
    if (day >= never || (opposed ? 1 : 0) === this.#opposed.last(0)) return;
    if (this.days.last(never) === day) this.#opposed.set(this.days.length - 1, opposed ? 1 : 0);
    else {
      this.days.push(day);
      this.#opposed.push(opposed ? 1 : 0);
    }
  }

  #moveTo(day: number): void {
    const windows = this.#windows;
    if (!windows.isPast(day)) return;
    this.#turn(windows.startAfter(1), windows.runningOpposed());
    const silent = windows.startAfter(2);
    if (windows.moveTo(day) > 1) this.#turn(silent, false);
  }

  #follow<Ref>(dossier: Dossier<Ref>, against: number): void {
    const { record } = dossier.view;
    const { places, said } = dossier.testimony;
    const settling = new Map<number, "all" | "named">();
    const removed = new Map<number, number>();
    const targets = new Column();
    for (const place of dossier.findings.list()) {
      const bits = record.saidAt(place);
      if (!isDecided(bits)) continue;
      settling.set(place, saysKept(bits) || (bits & isAbout) === 0 ? "all" : "named");
      if ((bits & (confirmed | refuted)) === 0) continue;
      for (const target of record.targetsOf(place, targets).list())
        removed.set(target, Math.min(removed.get(target) ?? never, record.onAt(place)));
    }
    const wordAt = new Map<number, number>();
    for (let k = 0; k < said.length; k += 1) if ((said.at(k) & (keeps | against)) !== 0) wordAt.set(places.at(k), k);
    const all = [...new Set([...wordAt.keys(), ...settling.keys()])];
    all.sort((a, b) => (record.precedes(a, b) ? -1 : 1));
    const windows = this.#windows;
    for (let k = 0; k < all.length; ) {
      const day = record.onAt(all[k] as number);
      this.#moveTo(day);
      for (; k < all.length && record.onAt(all[k] as number) === day; k += 1) {
        const place = all[k] as number;
        if (settling.get(place) === "all") windows.clear();
        const word = wordAt.get(place);
        if (word !== undefined && (removed.get(place) ?? never) > day) windows.add(word);
      }
      if ([...removed.values()].includes(day)) windows.drop((word) => (removed.get(places.at(word)) ?? never) <= day);
      this.#turn(day, windows.opposed());
    }
    this.#moveTo(never);
  }
}
