import type { RowFields } from "./scan-row.ts";

/** 53 bits that two rows with the same values in all columns share, however their values are quoted. */
export function rowHash(row: RowFields, bytes: Uint8Array): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  const columns = Math.min(row.count, row.starts.length);
  for (let column = 0; column < columns; column += 1) {
    const end = row.ends[column] as number;
    const twice = row.doubled[column] === 1;
    for (let at = row.starts[column] as number; at < end; at += 1) {
      const byte = bytes[at] as number;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x5bd1e995);
      b ^= b >>> 15;
      if (twice && byte === 34) at += 1;
    }
    a = Math.imul(a ^ 0x1f, 0x01000193);
    b = Math.imul(b ^ 0x1f, 0x5bd1e995) ^ (b >>> 13);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b);
  a ^= a >>> 16;
  b ^= b >>> 13;
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff);
}
