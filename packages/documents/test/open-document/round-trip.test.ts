import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Manuscript } from "../../src/manuscript.ts";
import { readOpenDocument } from "../../src/open-document-reader.ts";
import { writeOpenDocument } from "../../src/open-document-writer.ts";
import { arbitraryManuscript } from "../arbitrary-manuscripts.ts";

/**
 * What the format does not keep: footnotes and comments stand where the text names them, so that their own order is
 * that of the page.
 */
export function asKept(manuscript: Manuscript): Manuscript {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => a.id.localeCompare(b.id);
  return {
    ...manuscript,
    footnotes: [...manuscript.footnotes].sort(byId),
    comments: [...manuscript.comments].sort(byId),
  };
}

describe("there and back", () => {
  it("ODT-03 what is written is read again, to the letter", () => {
    fc.assert(
      fc.property(arbitraryManuscript, (manuscript) => {
        const read = readOpenDocument("draft.odt", writeOpenDocument(manuscript));
        if (!read.ok) throw new Error(read.refusal.message);
        expect(asKept(read.manuscript)).toEqual(asKept(manuscript));
        expect(read.losses).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });
});
