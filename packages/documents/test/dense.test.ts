import { describe, expect, it } from "vitest";
import { typesetPdf } from "../src/pdf.ts";
import { typstSource } from "../src/typst-source.ts";
import { readWord } from "../src/word-reader.ts";
import { writeWord } from "../src/word-writer.ts";
import { fonts, manuscript, paragraph } from "./pdf/made.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { damageIn } from "./word-out/structure.ts";

const long = manuscript(
  Array.from({ length: 120 }, (_, at) =>
    paragraph(`Paragraph ${at}: both sides stop fighting at noon, and the commission watches.`),
  ),
);

function pages(dense: boolean): number {
  const made = typesetPdf({ source: typstSource(long, { dense }), fonts });
  if (!made.ok) throw new Error(made.refusal.message);
  expect(made.standard).toBe("PDF/UA-1");
  expect(readPdf(made.pdf).fonts.length).toBeGreaterThan(0);
  return made.pages;
}

describe("a paper closely set", () => {
  it("PDF-30 holds about twice the words on a page, as accessible as before", () => {
    expect(pages(true)).toBeLessThanOrEqual(Math.ceil(pages(false) * 0.6));
  });

  it("WOU-36 is smaller in Word, sound, and reads back the same", () => {
    const file = writeWord(long, { dense: true });
    expect(damageIn(file)).toEqual([]);
    const [dense, plain] = [readWord("a.docx", file), readWord("a.docx", writeWord(long))];
    expect(dense.ok && plain.ok && dense.manuscript).toEqual(plain.ok && plain.manuscript);
    expect(file).not.toEqual(writeWord(long));
  });
});
