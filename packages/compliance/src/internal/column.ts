/** Whole numbers in a row. Emptied and filled again without new memory, since a register fills a hundred thousand of them. */
export class Column {
  #values: Int32Array;
  length = 0;

  /** With room for so many numbers; it grows where that is not enough. */
  constructor(room = 16) {
    this.#values = new Int32Array(Math.max(1, room));
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** The number at a place from 0 to below `length`. */
  at(place: number): number {
    return this.#values[place] as number;
  }

  set(place: number, value: number): void {
    this.#values[place] = value;
  }

  /** The last number, or another when there is none. */
  last(otherwise: number): number {
    return this.length === 0 ? otherwise : (this.#values[this.length - 1] as number);
  }

  includes(value: number): boolean {
    for (let place = 0; place < this.length; place += 1) if (this.#values[place] === value) return true;
    return false;
  }

  /** Puts a number at a place and moves those after it. */
  insert(place: number, value: number): void {
    this.push(value);
    this.#values.copyWithin(place + 1, place, this.length - 1);
    this.#values[place] = value;
  }

  clear(): void {
    this.length = 0;
  }

  /** Its numbers as a list of their own. */
  list(): readonly number[] {
    if (this.length === 0) return none;
    const list: number[] = [];
    for (let place = 0; place < this.length; place += 1) list.push(this.#values[place] as number);
    return list;
  }

  copy(): Int32Array {
    return this.#values.slice(0, this.length);
  }

  sort(): void {
    this.#values.subarray(0, this.length).sort();
  }
}

const none: readonly number[] = [];
