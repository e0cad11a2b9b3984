/** Remembers numbers and the place where each was first seen. NaN is never remembered. */
export class FirstKeys {
  readonly #keys: Float64Array;
  readonly #places: Int32Array;

  constructor(count: number) {
    let room = 16;
    while (room < count * 1.6) room *= 2;
    this.#keys = new Float64Array(room).fill(Number.NaN);
    this.#places = new Int32Array(room);
  }

  /** The place where this key was first seen, or -1 when this is the first. */
  firstOf(key: number, place: number): number {
    if (Number.isNaN(key)) return -1;
    const keys = this.#keys;
    const mask = keys.length - 1;
    let slot = mix(key) & mask;
    for (;;) {
      const there = keys[slot] as number;
      if (there === key) return this.#places[slot] as number;
      if (Number.isNaN(there)) {
        keys[slot] = key;
        this.#places[slot] = place;
        return -1;
      }
      slot = (slot + 1) & mask;
    }
  }
}

function mix(key: number): number {
  let hash = Math.imul((key | 0) ^ Math.imul((key / 0x100000000) | 0, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
