import { Column } from "./column.ts";
import { never } from "./day-sums.ts";
import type { Dossier, PowerEntry } from "./dossier.ts";
import { upTo } from "./order.ts";

/** The uses of powers over one commitment that count, in order. */
export class PowersUsed {
  readonly uses: PowerEntry[] = [];
  readonly #on = new Column();
  /** The first days on which it was terminated and waived; `never` where it was not. */
  terminatedOn = never;
  waivedOn = never;

  clear(): void {
    this.#on.clear();
    if (this.uses.length > 0) this.uses.length = 0;
    this.terminatedOn = never;
    this.waivedOn = never;
  }

  /** From the uses that a dossier has gathered. */
  load<Ref>(dossier: Dossier<Ref>): void {
    const { view, powers } = dossier;
    for (let k = 0; k < powers.length; k += 1) {
      const place = powers.at(k);
      if (view.useProblem(place, dossier) !== null) continue;
      const use = view.record.entryAt(place) as PowerEntry;
      this.uses.push(use);
      this.#on.push(use.on);
      if (use.power === "terminate") this.terminatedOn = Math.min(this.terminatedOn, use.on);
      if (use.power === "waive") this.waivedOn = Math.min(this.waivedOn, use.on);
    }
  }

  /** The suspension that is in force on a day; null when there is none. */
  suspension(day: number): PowerEntry | null {
    const last = this.#last(day, suspending);
    return last?.power === "suspend" && (last.until === null || last.until >= day) ? last : null;
  }

  /** The due day that the last extension by a day sets; null when there is none. */
  extendedTo(day: number): number | null {
    return this.#last(day, extending)?.until ?? null;
  }

  #last(day: number, powers: readonly string[]): PowerEntry | null {
    if (this.uses.length === 0) return null;
    for (let k = upTo(this.#on, day) - 1; k >= 0; k -= 1) {
      const use = this.uses[k] as PowerEntry;
      if (powers.includes(use.power)) return use;
    }
    return null;
  }
}

const suspending = ["suspend", "resume"];
const extending = ["extend"];
