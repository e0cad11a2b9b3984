import { voiceShift } from "./sayings.ts";

const room = 2 ** (32 - voiceShift) - 1;

/** The different lists of those who say something, each once: as many as have room beside what is said. */
export class Voices {
  readonly #lists: (readonly string[])[] = [];
  readonly #single = new Map<string, number>();
  readonly #joint = new Map<string, number>();

  /** As bits beside what is said; all set where there is no more room. */
  bitsOf(by: readonly string[]): number {
    return Math.min(this.#numberOf(by), room) << voiceShift;
  }

  #numberOf(by: readonly string[]): number {
    const [numbers, name] = by.length === 1 ? [this.#single, by[0] as string] : [this.#joint, JSON.stringify(by)];
    const number = numbers.get(name);
    if (number !== undefined) return number;
    if (this.#lists.length === room) return room;
    numbers.set(name, this.#lists.length);
    return this.#lists.push(by) - 1;
  }

  /** Undefined where there was no more room. */
  of(said: number): readonly string[] | undefined {
    return this.#lists[said >>> voiceShift];
  }
}
