import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../src/internal/container/crc32.ts";
import { inflate } from "../../src/internal/container/inflate.ts";
import { Refused } from "../../src/refusal.ts";
import { endedCodes } from "./bombs.ts";

/** What zlib makes of the bytes: null when it refuses them, or stops before their end. */
function byZlib(packed: Uint8Array): Uint8Array | null {
  try {
    const options = { info: true } as Parameters<typeof inflateRawSync>[1];
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    return engine.bytesWritten === packed.length ? new Uint8Array(buffer) : null;
  } catch {
    return null;
  }
}

function byUs(packed: Uint8Array, size: number): Uint8Array | string {
  try {
    return inflate("word/document.xml", packed, size);
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE];
const texts = fc.oneof(
  fc.uint8Array({ maxLength: 500 }),
  fc.array(fc.constantFrom(97, 98, 99), { maxLength: 2_000 }).map((bytes) => Uint8Array.from(bytes)),
  fc.array(fc.nat(15), { maxLength: 800 }).map((bytes) => Uint8Array.from(bytes, (byte) => 2 ** (byte % 8) + byte)),
);
const packing = fc.record({
  level: fc.nat(9),
  memLevel: fc.integer({ min: 1, max: 9 }),
  strategy: fc.constantFrom(...strategies),
});

describe("unpacking", () => {
  it("DSF-07 gives back what zlib packed, at every level and by every strategy", () => {
    fc.assert(
      fc.property(texts, packing, (text, options) => {
        const packed = new Uint8Array(deflateRawSync(text, options));
        expect(byUs(packed, text.length)).toEqual(text);
        expect(byUs(packed, text.length + 1)).toBe("size-lies");
        if (text.length > 0) expect(byUs(packed, text.length - 1)).toBe("size-lies");
      }),
      { numRuns: 1_000 },
    );
  });

  it("DSF-07 gives back long texts, past every window and every growth of memory", () => {
    let state = 7;
    const words = Array.from({ length: 400_000 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return 32 + ((state >>> 16) % (state % 5 === 0 ? 90 : 12));
    });
    const text = Uint8Array.from(words);
    for (const level of [0, 1, 6, 9]) {
      const packed = new Uint8Array(deflateRawSync(text, { level }));
      expect(crc32(inflate("a", packed, text.length))).toBe(crc32(text));
    }
  });

  it("DSF-07 takes and refuses the same damaged bytes as zlib", () => {
    const flips = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, packing, flips, (text, options, bits) => {
        const packed = new Uint8Array(deflateRawSync(text, options));
        for (const bit of bits) {
          const at = (bit >> 3) % packed.length;
          packed[at] = (packed[at] as number) ^ (1 << (bit & 7));
        }
        const truth = byZlib(packed);
        if (truth !== null) expect(byUs(packed, truth.length)).toEqual(truth);
        else expect(byUs(packed, text.length)).toMatch(/^(?:container-broken|size-lies)$/);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (packed) => {
        const truth = byZlib(packed);
        expect(byUs(packed, truth?.length ?? 0)).toEqual(truth ?? expect.stringMatching(/broken|lies/));
      }),
      { numRuns: 2_000 },
    );
  });

  it("DSF-07 takes the shortest blocks that zlib makes, and refuses thousands that hold nothing", () => {
    const text = Uint8Array.from({ length: 600_000 }, (_, i) => 97 + (Math.imul(i, 2654435761) >>> 28) * (i % 3));
    const packed = new Uint8Array(deflateRawSync(text, { level: 9, memLevel: 1 }));
    expect(crc32(inflate("a", packed, text.length))).toBe(crc32(text));
    expect(byZlib(endedCodes(126))).toEqual(new Uint8Array());
    expect(byUs(endedCodes(125), 0)).toEqual(new Uint8Array());
    expect(byUs(endedCodes(126), 0)).toBe("container-broken");
  });

  it("DSF-07 refuses every beginning that is not the whole, and any byte more", () => {
    const text = new TextEncoder().encode("The parties shall refrain from any hostile act. ".repeat(9));
    for (const level of [0, 9]) {
      const packed = new Uint8Array(deflateRawSync(text, { level }));
      for (let length = 0; length < packed.length; length += 1) {
        expect(byUs(packed.slice(0, length), text.length)).toBe("container-broken");
      }
      expect(byUs(Uint8Array.from([...packed, 0]), text.length)).toBe("container-broken");
    }
  });

  it("DSF-08 reckons check sums by the definition", () => {
    // The polynomial, one bit at a time.
    const byBits = (bytes: Uint8Array) => {
      let crc = 0xffffffff;
      for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
      }
      return ~crc >>> 0;
    };
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => crc32(bytes) === byBits(bytes)));
  });
});
