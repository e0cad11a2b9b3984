/** Words of a file, each kept once: a number stands for a word. Plain data, so that it can be handed between workers. */
export interface NameList {
  /** The bytes of all words, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each word ends; it begins where the one before it ends. */
  readonly ends: Int32Array<ArrayBuffer>;
  readonly count: number;
}

/** Gives words their numbers, in the order in which they first come. Compares bytes and decodes nothing. */
export class Names {
  #bytes = new Uint8Array(1 << 14);
  #ends = new Int32Array(1 << 10);
  #table = new Int32Array(1 << 11).fill(-1);
  #hashes = new Int32Array(1 << 10);
  #used = 0;
  #count = 0;

  /** The number of the word at these bytes, without spaces around it. The empty word has a number too. */
  numberOf(bytes: Uint8Array, start: number, end: number): number {
    while (start < end && bytes[start] === 32) start += 1;
    while (end > start && bytes[end - 1] === 32) end -= 1;
    const hash = hashOf(bytes, start, end);
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const name = this.#table[slot] as number;
      if (name < 0) return this.#add(slot, hash, bytes.subarray(start, end));
      if (this.#hashes[name] === hash && this.#same(name, bytes, start, end)) return name;
      slot = (slot + 1) & mask;
    }
  }

  list(): NameList {
    return { bytes: this.#bytes.slice(0, this.#used), ends: this.#ends.slice(0, this.#count), count: this.#count };
  }

  #same(name: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = name === 0 ? 0 : (this.#ends[name - 1] as number);
    const length = (this.#ends[name] as number) - from;
    if (length !== end - start) return false;
    for (let at = 0; at < length; at += 1) if (this.#bytes[from + at] !== bytes[start + at]) return false;
    return true;
  }

  #add(slot: number, hash: number, word: Uint8Array): number {
    if (this.#used + word.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + word.length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      this.#ends = doubled(this.#ends);
      this.#hashes = doubled(this.#hashes);
    }
    this.#bytes.set(word, this.#used);
    this.#used += word.length;
    const name = this.#count++;
    this.#ends[name] = this.#used;
    this.#hashes[name] = hash;
    this.#table[slot] = name;
    if (this.#count * 2 > this.#table.length) this.#widen();
    return name;
  }

  #widen(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = this.#table.length - 1;
    for (let name = 0; name < this.#count; name += 1) {
      let slot = (this.#hashes[name] as number) & mask;
      while ((this.#table[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#table[slot] = name;
    }
  }
}

/** Four bytes at a time, since this is done five times a row. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start);
  let at = start;
  for (const last = end - 3; at < last; at += 4) {
    const four =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    hash = Math.imul(hash ^ four, 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash ^ (hash >>> 13);
}

function doubled(from: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(from.length * 2);
  larger.set(from);
  return larger;
}

/** One list with the words of both, and the number in it of each word of the second. */
export function mergeNames(
  first: NameList,
  second: NameList,
): { readonly names: NameList; readonly renumber: Int32Array } {
  const names = new Names();
  each(first, (start, end) => names.numberOf(first.bytes, start, end));
  const renumber = new Int32Array(second.count);
  each(second, (start, end, name) => {
    renumber[name] = names.numberOf(second.bytes, start, end);
  });
  return { names: names.list(), renumber };
}

function each({ ends, count }: NameList, see: (start: number, end: number, name: number) => void): void {
  for (let name = 0, start = 0; name < count; name += 1) {
    const end = ends[name] as number;
    see(start, end, name);
    start = end;
  }
}

/** Decodes words when asked, each once. Bytes that are not UTF-8 become U+FFFD; a finding has said so. */
export class NameTexts {
  readonly #list: NameList;
  readonly #texts: (string | undefined)[] = [];
  readonly #decoder = new TextDecoder();
  constructor(list: NameList) {
    this.#list = list;
  }
  text(name: number): string {
    const known = this.#texts[name];
    if (known !== undefined) return known;
    const start = name === 0 ? 0 : (this.#list.ends[name - 1] as number);
    const text = this.#decoder.decode(this.#list.bytes.subarray(start, this.#list.ends[name]));
    this.#texts[name] = text;
    return text;
  }
  get count(): number {
    return this.#list.count;
  }
}
