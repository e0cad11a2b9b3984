import type { Column } from "./column.ts";
import { endOfAbout, type References } from "./references.ts";

const none: readonly number[] = [];
const nothing = -1;

/** The commitments on which each entry bears: by place none, one, or several. */
export class Scopes {
  /** The one commitment; `nothing`; or -2 - k for the k-th of `many`. */
  readonly #one: Int32Array;
  readonly #many: (readonly number[])[] = [];

  constructor(count: number) {
    this.#one = new Int32Array(count).fill(nothing);
  }

  of(at: number): readonly number[] {
    const place = this.#one[at] as number;
    return place === nothing ? none : place >= 0 ? [place] : (this.#many[-2 - place] as readonly number[]);
  }

  /** -1 for none; several are given to `set`. */
  setOne(at: number, commitment: number): void {
    this.#one[at] = commitment;
  }

  set(at: number, commitments: readonly number[]): void {
    if (commitments.length === 1) this.#one[at] = commitments[0] as number;
    else if (commitments.length > 1) this.#one[at] = -1 - this.#many.push(commitments);
  }

  /** Calls with each commitment on which an entry bears. */
  forEach(tell: (commitment: number, at: number) => void): void {
    for (let at = 0; at < this.#one.length; at += 1) {
      const place = this.#one[at] as number;
      if (place >= 0) tell(place, at);
      else if (place < nothing) for (const each of this.#many[-2 - place] as readonly number[]) tell(each, at);
    }
  }

  /** Gives each of some entries those of the entries it is about, again until nothing changes. They name no commitment, and ascend. */
  inherit(heirs: Column, references: References, said: Int32Array): void {
    const { starts, targets } = references;
    for (let again = true; again; ) {
      let changed = false;
      let early = false;
      for (let h = 0; h < heirs.length; h += 1) {
        const at = heirs.at(h);
        const start = starts[at] as number;
        const end = endOfAbout(references, at, said[at] as number);
        const had = this.#one[at] as number;
        for (let k = start; k < end; k += 1) early ||= targets.at(k) > at;
        if (end - start === 1) {
          if (targets.at(start) !== -1) this.#one[at] = this.#one[targets.at(start)] as number;
        } else this.#inheritAll(at, targets, start, end);
        changed ||= had !== this.#one[at];
      }
      again = early && changed;
    }
  }

  #inheritAll(at: number, targets: Column, start: number, end: number): void {
    const before = this.of(at);
    const scope = new Set(before);
    for (let k = start; k < end; k += 1)
      if (targets.at(k) !== -1) for (const place of this.of(targets.at(k))) scope.add(place);
    if (scope.size > before.length) this.set(at, [...scope]);
  }
}
