import { deflateRawSync } from "node:zlib";
import { concat, numbers, type RawPart, rawZip } from "./raw-zip.ts";

export const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Bytes without order, the same at every call. */
export const noise = (length: number) => {
  let state = 12345;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 24;
  });
};

/** One part of 200 kB of zeros, listed a thousand times under its own name. */
export function manyNames(): Uint8Array {
  const packed = new Uint8Array(deflateRawSync(new Uint8Array(200_000)));
  const kernel: RawPart = { name: "word/document.xml", content: new Uint8Array(200_000), packed };
  const again: RawPart = { ...kernel, packed: new Uint8Array(), packedSize: packed.length, offset: 0 };
  return rawZip([kernel, ...Array.from({ length: 999 }, () => again)]);
}

/** Each part is a stored block that holds the header of the next, followed by the next part itself. */
export function overlappingBomb(): Uint8Array {
  const kernel = rawZip([{ name: "k", content: new Uint8Array(100_000) }]);
  let tail: Uint8Array = kernel.slice(0, kernel.length - 22 - 47);
  const lengths = [tail.length];
  for (let i = 0; i < 26; i += 1) {
    const quoted = tail.slice(0, 31);
    const data = concat(Uint8Array.of(0), numbers([2, 31], [2, 31 ^ 0xffff]), quoted, tail.slice(31));
    const header = numbers(
      [4, 0x04034b50],
      [2, 20],
      [2, 0],
      [2, 8],
      [4, 0],
      [4, 0],
      [4, data.length],
      [4, 1_000],
      [2, 1],
      [2, 0],
    );
    tail = concat(header, ascii(String.fromCharCode(0x41 + i)), data);
    lengths.push(tail.length);
  }
  const directory = lengths.map((length, i) =>
    concat(
      numbers([4, 0x02014b50], [2, 20], [2, 20], [2, 0], [2, 8], [4, 0], [4, 0], [4, length - 31], [4, 1_000], [2, 1]),
      numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, tail.length - length]),
      ascii(i === 0 ? "k" : String.fromCharCode(0x40 + i)),
    ),
  );
  const listed = concat(...directory.slice(1).reverse());
  const count = directory.length - 1;
  return concat(
    tail,
    listed,
    numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, tail.length], [2, 0]),
  );
}

/** Deflate of 512 MB of zeros in half a megabyte: one block of the longest copies, over and over. */
export function deepBomb(): Uint8Array {
  // A fixed block: a literal zero, then copies of 258 bytes from one byte before (8 bits 11000101, then 5 bits 00000).
  const bits = ["1", "10", "00110000"];
  const copy = "1100010100000";
  const bytes = new Uint8Array(520_000);
  const head = bits.join("");
  for (let at = 0; at < bytes.length * 8 - 16; at += 1) {
    const bit = at < head.length ? head.charAt(at) : copy.charAt((at - head.length) % copy.length);
    if (bit === "1") bytes[at >> 3] = (bytes[at >> 3] as number) | (1 << (at & 7));
  }
  return bytes;
}

/** Blocks of some thirteen bytes that bring a code of their own and hold nothing, for that many bytes, without an end. */
export function manyCodes(length: number): Uint8Array {
  return repeatBits(blockOfItsOwnCode(), length);
}

/** The same, eight blocks at a time, with an end: sound deflate of nothing at all. */
export function endedCodes(eights: number): Uint8Array {
  const block = blockOfItsOwnCode();
  return concat(repeatBits(block, block.length * eights), Uint8Array.of(3, 0));
}

function blockOfItsOwnCode(): readonly number[] {
  const number = (value: number, width: number) => Array.from({ length: width }, (_, i) => (value >> i) & 1);
  // 257 words and 1 distance. The first code: 1 bit for "no word" many times (18), 2 bits for 0 and for 1.
  const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const lengths = order.flatMap((symbol) => number(symbol === 18 ? 1 : symbol === 0 || symbol === 1 ? 2 : 0, 3));
  return [
    ...[0, 0, 1, ...number(0, 5), ...number(0, 5), ...number(15, 4), ...lengths],
    // 138 and 117 without a word, then words of one bit for 255 and 256, and none for the distance.
    ...[0, ...number(127, 7), 0, ...number(106, 7), 1, 1, 1, 1, 1, 0],
    // The end of the block.
    1,
  ];
}

function repeatBits(block: readonly number[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length * 8; at += 1) {
    if (block[at % block.length] === 1) bytes[at >> 3] = (bytes[at >> 3] as number) | (1 << (at & 7));
  }
  return bytes;
}
