import { decodeText, textBytesMax } from "@parley/diagnostics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => {
  const decoded = decodeText("a.md", bytes);
  if (!decoded.ok) expect.fail(decoded.diagnostic.message);
  return decoded.text;
};
const refusalOf = (bytes: Uint8Array) => {
  const decoded = decodeText("a.md", bytes);
  if (decoded.ok) expect.fail("it was not refused");
  return decoded.diagnostic;
};

/** How many bytes may follow a first byte, and the bounds of the second: the table of well-formed UTF-8 (Unicode, table 3-7). */
function followers(first: number): { readonly count: number; readonly from: number; readonly to: number } | null {
  if (first <= 0x7f) return { count: 0, from: 0, to: 0 };
  if (first >= 0xc2 && first <= 0xdf) return { count: 1, from: 0x80, to: 0xbf };
  if (first === 0xe0) return { count: 2, from: 0xa0, to: 0xbf };
  if (first === 0xed) return { count: 2, from: 0x80, to: 0x9f };
  if (first >= 0xe1 && first <= 0xef) return { count: 2, from: 0x80, to: 0xbf };
  if (first === 0xf0) return { count: 3, from: 0x90, to: 0xbf };
  if (first >= 0xf1 && first <= 0xf3) return { count: 3, from: 0x80, to: 0xbf };
  if (first === 0xf4) return { count: 3, from: 0x80, to: 0x8f };
  return null;
}

/** The first byte that no continuation could make right; the last one of a text cut off inside a character; null when all is well. */
function firstWrongByte(bytes: Uint8Array): number | null {
  let at = 0;
  while (at < bytes.length) {
    const allowed = followers(bytes[at] ?? 0);
    if (allowed === null) return at;
    for (let next = 1; next <= allowed.count; next += 1) {
      const byte = bytes[at + next];
      if (byte === undefined) return bytes.length - 1;
      const [from, to] = next === 1 ? [allowed.from, allowed.to] : [0x80, 0xbf];
      if (byte < from || byte > to) return at + next;
    }
    at += allowed.count + 1;
  }
  return null;
}

describe("what is kept", () => {
  it("DGN-01: a byte order mark, CRLF, lone CR and a missing or present final newline stay", () => {
    for (const text of ["\uFEFFPart One", "a\r\nb\r\n", "a\rb", "a\nb", "a\nb\n", "", "\uFEFF"])
      expect(textOf(bytesOf(text))).toBe(text);
  });

  it("DGN-01: every text without NUL comes back as it was", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).filter((text) => !text.includes("\u0000")),
        (text) => {
          expect(textOf(bytesOf(text))).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("what is refused", () => {
  it("DGN-02: a text of 8 MB is read, and one byte more is refused before it is decoded", () => {
    expect(textBytesMax).toBe(8_388_608);
    expect(textOf(new Uint8Array(textBytesMax).fill(97)).length).toBe(textBytesMax);
    // The bytes are no UTF-8 either; only their number is told.
    const refusal = refusalOf(new Uint8Array(textBytesMax + 1).fill(0xff));
    expect(refusal.code).toBe("file-too-large");
    expect(refusal.message).toContain("8,388,609");
  });

  it("DGN-03: NUL is told with its byte", () => {
    const refusal = refusalOf(Uint8Array.from([...bytesOf("é"), 0, 65]));
    expect([refusal.code, refusal.severity, refusal.place]).toEqual([
      "binary-file",
      "error",
      { file: "a.md", line: 1, column: 1 },
    ]);
    expect(refusal.message).toContain("byte 2.");
  });

  it("DGN-04: known faults of UTF-8, each with its byte", () => {
    const cases: readonly [string, readonly number[], number][] = [
      ["a lone continuation", [65, 0x80], 1],
      ["an overlong slash", [0xc0, 0xaf], 0],
      ["an overlong three-byte form", [0xe0, 0x80, 0x80], 1],
      ["half a surrogate pair", [65, 0xed, 0xa0, 0x80], 2],
      ["above U+10FFFF", [0xf4, 0x90, 0x80, 0x80], 1],
      ["Windows-1256", [0xc7, 0xe1], 1],
      ["cut off inside a character", [65, 0xe2, 0x82], 2],
      ["a byte order mark and then a fault", [0xef, 0xbb, 0xbf, 0xff], 3],
    ];
    for (const [name, bytes, at] of cases) {
      const refusal = refusalOf(Uint8Array.from(bytes));
      expect([name, refusal.code]).toEqual([name, "invalid-utf8"]);
      expect(refusal.message, name).toContain(`byte ${at} (0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")})`);
      expect(refusal.help).toContain("UTF-8");
    }
  });

  it("DGN-04: the byte told is the one that a decoder written from the Unicode table finds", () => {
    const near = fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc2,
      0xdf,
      0xe0,
      0xe2,
      0xed,
      0xef,
      0xf0,
      0xf1,
      0xf4,
      0xf5,
      0xff,
    );
    const broken = fc
      .tuple(fc.string({ unit: "grapheme", maxLength: 20 }), fc.uint8Array({ maxLength: 3 }))
      .map(([text, tail]) => Uint8Array.from([...bytesOf(text), ...tail]));
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.array(near, { maxLength: 12 }).map((list) => Uint8Array.from(list)),
      broken,
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        const wrong = firstWrongByte(bytes);
        const decoded = decodeText("a.md", bytes);
        if (wrong !== null) {
          expect(decoded.ok ? null : decoded.diagnostic.message).toContain(`byte ${wrong} (`);
        } else expect(decoded.ok || decoded.diagnostic.code === "binary-file").toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
