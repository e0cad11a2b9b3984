/**
 * A prefix code of deflate, kept in canonical form with a small table for its short words. The table is small on
 * purpose: a file may start a new code every few bytes, and a table for the longest words would then cost seconds.
 */
export interface PrefixCode {
  /** By the next nine bits: symbol and length of a word of nine bits or fewer; 0 when the word is longer or none. */
  readonly quick: Uint16Array;
  /** How many words there are of each length. */
  readonly counts: Uint16Array;
  /** The symbols in the order of their words. */
  readonly symbols: Uint16Array;
}

export const quickBits = 9;
const longestWord = 15;

export function emptyCode(): PrefixCode {
  return { quick: new Uint16Array(1 << quickBits), counts: new Uint16Array(16), symbols: new Uint16Array(288) };
}

const nextPlace = new Uint16Array(16);
const nextWord = new Uint16Array(16);

/**
 * Fills the code from the length of each symbol's word, those from `start` to `end` in the list, 0 for a symbol without one; RFC 1951, section 3.2.2. False when
 * no such code exists: too many words, or words left over in a code of more than one.
 */
export function fillCode(code: PrefixCode, lengths: Uint8Array, start: number, end: number): boolean {
  const { quick, counts, symbols } = code;
  counts.fill(0);
  quick.fill(0);
  for (let at = start; at < end; at += 1) counts[lengths[at] as number] = (counts[lengths[at] as number] as number) + 1;
  counts[0] = 0;
  let free = 1;
  let word = 0;
  let longest = 0;
  for (let length = 1; length <= longestWord; length += 1) {
    const count = counts[length] as number;
    free = free * 2 - count;
    if (free < 0) return false;
    if (count > 0) longest = length;
    word = (word + (counts[length - 1] as number)) << 1;
    nextWord[length] = word;
    nextPlace[length] = (nextPlace[length - 1] as number) + (counts[length - 1] as number);
  }
  if (free > 0 && longest > 1) return false;
  for (let symbol = 0; symbol < end - start; symbol += 1) {
    const length = lengths[start + symbol] as number;
    if (length === 0) continue;
    const place = nextPlace[length] as number;
    symbols[place] = symbol;
    nextPlace[length] = place + 1;
    const own = nextWord[length] as number;
    nextWord[length] = own + 1;
    if (length > quickBits) continue;
    const entry = (symbol << 4) | length;
    for (let at = reversed(own, length); at < 1 << quickBits; at += 1 << length) quick[at] = entry;
  }
  nextPlace.fill(0);
  return true;
}

/** Deflate writes words with their first bit lowest. */
function reversed(word: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit += 1) turned |= ((word >> bit) & 1) << (length - 1 - bit);
  return turned;
}

/** The symbol and length (as in `quick`) of the word at the low end of `bits`, however long; 0 when it is no word. */
export function slowLookup(code: PrefixCode, bits: number): number {
  let word = 0;
  let first = 0;
  let place = 0;
  for (let length = 1; length <= longestWord; length += 1) {
    word |= (bits >> (length - 1)) & 1;
    const count = code.counts[length] as number;
    if (word - first < count) return ((code.symbols[place + word - first] as number) << 4) | length;
    place += count;
    first = (first + count) << 1;
    word <<= 1;
  }
  return 0;
}
