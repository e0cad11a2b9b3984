import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormattingChange, Manuscript } from "../../src/manuscript.ts";
import { readWord } from "../../src/word-reader.ts";
import { writeWord } from "../../src/word-writer.ts";
import { arbitraryManuscript, looks } from "../arbitrary-manuscripts.ts";

/** Word keeps who changed looks and when, and no words about it. */
function withoutWords(manuscript: Manuscript): unknown {
  return JSON.parse(JSON.stringify(manuscript), (key, value: unknown) => {
    if (key !== "formatting") return value;
    return (value as readonly FormattingChange[]).map((change) => ({ ...change, what: looks }));
  });
}

describe("there and back", () => {
  it("WOU-03 what is written is read again, to the letter", () => {
    fc.assert(
      fc.property(arbitraryManuscript, (manuscript) => {
        const read = readWord("draft.docx", writeWord(manuscript));
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        expect(withoutWords(read.manuscript)).toEqual(withoutWords(manuscript));
        expect(read.losses).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
