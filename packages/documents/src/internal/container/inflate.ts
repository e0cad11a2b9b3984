import { refuse } from "../../refusal.ts";
import { emptyCode, fillCode, type PrefixCode, quickBits, slowLookup } from "./prefix-code.ts";

/** Where reading stands: the next byte, and the bits already taken from the bytes before it, lowest first. */
interface Source {
  readonly part: string;
  readonly bytes: Uint8Array;
  /** Room for the lengths of a block's words, used again for every block. */
  readonly lengths: Uint8Array;
  at: number;
  bits: number;
  count: number;
}

/** What has been unpacked. It grows as bytes come, and never past `size`. */
interface Unpacked {
  bytes: Uint8Array;
  length: number;
  readonly size: number;
}

const lengthBase = Uint16Array.from([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]);
const lengthExtra = Uint8Array.from([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]);
const distanceBase = Uint16Array.from([
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]);
const distanceExtra = Uint8Array.from([
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]);
/** The order in which the lengths of the first code come. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const firstBytes = 64 << 10;
/** A packer starts a new code when it pays, after some hundreds of bytes. A file that does so all the time only costs time. */
const bytesPerCodeMin = 100;
const freeCodes = 1_000;

/**
 * Unpacks deflated bytes (RFC 1951), counting them as they come. Stops at the first byte past `size`: a directory that
 * says less than there is lies, and so does one that says more. Memory grows with what has come, at most to twice of
 * it, and never by what the file declares. Linear in bytes in and out, whatever the file does. Throws Refused.
 */
export function inflate(part: string, packed: Uint8Array, size: number): Uint8Array {
  const source: Source = { part, bytes: packed, lengths: new Uint8Array(320), at: 0, bits: 0, count: 0 };
  const out: Unpacked = { bytes: new Uint8Array(Math.min(size, firstBytes)), length: 0, size };
  const literals = emptyCode();
  const distances = emptyCode();
  let codes = 0;
  for (let isLast = false; !isLast; ) {
    isLast = take(source, 1) === 1;
    const kind = take(source, 2);
    if (kind === 0) copyStored(source, out);
    else {
      if (kind === 1) fillFixed(literals, distances);
      else if (kind === 2) {
        codes += 1;
        if (codes > freeCodes && codes * bytesPerCodeMin > out.length) damaged(part);
        readCodes(source, literals, distances);
      } else damaged(part);
      unpackBlock(source, out, literals, distances);
    }
  }
  if (source.at - (source.count >> 3) !== packed.length) damaged(part);
  if (out.length !== size) refuseSize(part);
  return out.bytes.length === size ? out.bytes : out.bytes.slice(0, size);
}

/** Up to 16 bits. Past the end, zeros are read and then refused. */
function take(source: Source, wanted: number): number {
  while (source.count < wanted) {
    if (source.at >= source.bytes.length) damaged(source.part);
    source.bits |= (source.bytes[source.at] as number) << source.count;
    source.at += 1;
    source.count += 8;
  }
  const value = source.bits & ((1 << wanted) - 1);
  source.bits >>>= wanted;
  source.count -= wanted;
  return value;
}

function copyStored(source: Source, out: Unpacked): void {
  source.at -= source.count >> 3;
  source.bits = 0;
  source.count = 0;
  const length = take(source, 16);
  if ((take(source, 16) ^ length) !== 0xffff) damaged(source.part);
  const end = source.at + length;
  if (end > source.bytes.length) damaged(source.part);
  makeRoom(source.part, out, length);
  out.bytes.set(source.bytes.subarray(source.at, end), out.length);
  out.length += length;
  source.at = end;
}

const fixedLiterals = Uint8Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
);
const fixedDistances = new Uint8Array(32).fill(5);

function fillFixed(literals: PrefixCode, distances: PrefixCode): void {
  fillCode(literals, fixedLiterals, 0, 288);
  fillCode(distances, fixedDistances, 0, 32);
}

/** The two codes of a block that brings its own; RFC 1951, section 3.2.7. They are read by a third, which comes first. */
function readCodes(source: Source, literals: PrefixCode, distances: PrefixCode): void {
  const literalCount = take(source, 5) + 257;
  const distanceCount = take(source, 5) + 1;
  const orderCount = take(source, 4) + 4;
  if (literalCount > 286 || distanceCount > 30) damaged(source.part);
  const all = source.lengths;
  all.fill(0, 0, 19);
  for (let i = 0; i < orderCount; i += 1) all[lengthOrder[i] as number] = take(source, 3);
  // The code of distances is not needed yet, so its place serves the first code.
  if (!fillCode(distances, all, 0, 19)) damaged(source.part);
  const total = literalCount + distanceCount;
  for (let i = 0; i < total; ) {
    const symbol = takeSymbol(source, distances);
    if (symbol < 16) {
      all[i] = symbol;
      i += 1;
      continue;
    }
    if (symbol === 16 && i === 0) damaged(source.part);
    const value = symbol === 16 ? (all[i - 1] as number) : 0;
    const times = symbol === 16 ? 3 + take(source, 2) : symbol === 17 ? 3 + take(source, 3) : 11 + take(source, 7);
    if (i + times > total) damaged(source.part);
    all.fill(value, i, i + times);
    i += times;
  }
  const hasEnd = all[256] !== 0;
  if (!hasEnd || !fillCode(literals, all, 0, literalCount) || !fillCode(distances, all, literalCount, total)) {
    damaged(source.part);
  }
}

/** One symbol of the first code, whose words have seven bits at most. */
function takeSymbol(source: Source, code: PrefixCode): number {
  while (source.count < 7 && source.at < source.bytes.length) {
    source.bits |= (source.bytes[source.at] as number) << source.count;
    source.at += 1;
    source.count += 8;
  }
  const entry = code.quick[source.bits & ((1 << quickBits) - 1)] as number;
  const length = entry & 15;
  if (entry === 0 || length > source.count) damaged(source.part);
  source.bits >>>= length;
  source.count -= length;
  return entry >> 4;
}

/**
 * The words of one block until its end. The state lives in variables of its own here, since this loop is where the time
 * goes. Bits past the end of the file are zeros; having used one is found at the end of each word.
 */
function unpackBlock(source: Source, out: Unpacked, literals: PrefixCode, distances: PrefixCode): void {
  const { bytes, part } = source;
  const quickMask = (1 << quickBits) - 1;
  let { at, bits, count } = source;
  let { length: filled, bytes: room } = out;
  for (;;) {
    for (; count < 24; count += 8, at += 1) bits |= (at < bytes.length ? (bytes[at] as number) : 0) << count;
    const entry = (literals.quick[bits & quickMask] as number) || slowLookup(literals, bits);
    if (entry === 0 || at - (count >> 3) > bytes.length) damaged(part);
    bits >>>= entry & 15;
    count -= entry & 15;
    const symbol = entry >> 4;
    if (symbol < 256) {
      if (filled === room.length) {
        out.length = filled;
        makeRoom(part, out, 1);
        room = out.bytes;
      }
      room[filled] = symbol;
      filled += 1;
      continue;
    }
    if (symbol === 256) break;
    if (symbol > 285) damaged(part);
    const extra = lengthExtra[symbol - 257] as number;
    const length = (lengthBase[symbol - 257] as number) + (bits & ((1 << extra) - 1));
    bits >>>= extra;
    count -= extra;

    for (; count < 24; count += 8, at += 1) bits |= (at < bytes.length ? (bytes[at] as number) : 0) << count;
    const far = (distances.quick[bits & quickMask] as number) || slowLookup(distances, bits);
    if (far === 0 || far >> 4 > 29) damaged(part);
    bits >>>= far & 15;
    count -= far & 15;
    for (; count < 24; count += 8, at += 1) bits |= (at < bytes.length ? (bytes[at] as number) : 0) << count;
    const farExtra = distanceExtra[far >> 4] as number;
    const distance = (distanceBase[far >> 4] as number) + (bits & ((1 << farExtra) - 1));
    bits >>>= farExtra;
    count -= farExtra;
    if (distance > filled) damaged(part);
    if (filled + length > room.length) {
      out.length = filled;
      makeRoom(part, out, length);
      room = out.bytes;
    }
    const end = filled + length;
    for (; filled < end; filled += 1) room[filled] = room[filled - distance] as number;
  }
  if (at - (count >> 3) > bytes.length) damaged(part);
  out.length = filled;
  // Whole bytes that were taken ahead are given back, so that the zeros past the end are never kept.
  source.at = at - (count >> 3);
  source.count = count & 7;
  source.bits = bits & ((1 << (count & 7)) - 1);
}

/** Room for that many more bytes: twice as much each time, and never more than the size. */
function makeRoom(part: string, out: Unpacked, more: number): void {
  const needed = out.length + more;
  if (needed > out.size) refuseSize(part);
  if (needed <= out.bytes.length) return;
  const larger = new Uint8Array(Math.min(out.size, Math.max(needed, out.bytes.length * 2)));
  larger.set(out.bytes.subarray(0, out.length));
  out.bytes = larger;
}

function damaged(part: string): never {
  return refuse(
    "container-broken",
    `The part ${part} cannot be unpacked: the file is damaged or was cut off.`,
    "Ask for the file again; if it comes the same, ask for a copy saved anew by Word or LibreOffice.",
    part,
  );
}

function refuseSize(part: string): never {
  return refuse(
    "size-lies",
    `The part ${part} is not of the size that the file says. Such files are made to exhaust a reader's memory.`,
    "Ask the sender for a copy saved by Word or LibreOffice.",
    part,
  );
}
