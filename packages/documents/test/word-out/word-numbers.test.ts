import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Label, Paragraph, Revision } from "../../src/manuscript.ts";
import { writeWord } from "../../src/word-writer.ts";
import { numbersOnPage } from "./page-numbers.ts";
import { bodyOf, by, every, label, manuscript, paragraph, partsOf, text, typedLabel } from "./parts-of.ts";

const numbered = (number: Label, more: Partial<Paragraph> = {}, words = "words") =>
  paragraph([words], { label: number, ...more });
const isLive = (xml: string) => every(xml, /<w:p>(.*?)<\/w:p>/gs).map((one) => one.includes("<w:numPr>"));

/** Numbers as they come, right and wrong: any list, level, pattern and text, new, deleted and joined paragraphs, rows. */
const anyLabel: fc.Arbitrary<Label> = fc
  .record({
    list: fc.constantFrom("1", "2", ""),
    level: fc.integer({ min: 0, max: 3 }),
    format: fc.constantFrom(
      "decimal",
      "decimal",
      "lower-letter",
      "upper-roman",
      "ordinal",
      "cardinal-words",
      "bullet",
      "none",
    ),
    shape: fc.constantFrom("own", "own", "own", "above"),
    count: fc.constantFrom(1, 1, 1, 2, 2, 3, 4),
    start: fc.constantFrom(1, 1, 1, 2),
  })
  .map(({ shape, count, ...rest }): Label => {
    const own = {
      decimal: `${count}`,
      "lower-letter": "abcd"[count - 1],
      "upper-roman": ["I", "II", "III", "IV"][count - 1],
    };
    const text =
      (own as Record<string, string | undefined>)[rest.format] ?? ["1st", "2nd", "Three", "One"][count - 1] ?? "1";
    if (rest.format === "bullet" || rest.format === "none")
      return { ...rest, pattern: "•", text: count > 3 ? "–" : "•" };
    if (shape === "above" && rest.level > 0)
      return { ...rest, pattern: `%${rest.level}.%${rest.level + 1}`, text: `1.${text}` };
    return { ...rest, pattern: `%${rest.level + 1}.`, text: `${text}.` };
  });
const anyMark: fc.Arbitrary<readonly Revision[]> = fc.constantFrom(
  [],
  [],
  [],
  [by("inserted", "A")],
  [by("deleted", "B")],
  [by("moved-here", "A")],
);
const anyParagraph = fc
  .record({
    label: fc.option(anyLabel, { nil: null, freq: 6 }),
    mark: anyMark,
    words: fc.constantFrom([], [by("inserted", "A")]),
  })
  .map(({ words, ...rest }) => paragraph([text("words", { revisions: words })], rest));
const anyTable = fc
  .record({ revisions: anyMark, paragraphs: fc.array(anyParagraph, { minLength: 1, maxLength: 3 }) })
  .map(
    ({ revisions, paragraphs }): Block => ({
      kind: "table",
      rows: [{ isHeader: false, revisions, cells: [{ columns: 1, paragraphs }] }],
    }),
  );

describe("numbers", () => {
  it("WOU-10 the page shows each number as its label says, whatever the labels are", () => {
    let [live, typed] = [0, 0];
    const blocks = fc.array(fc.oneof({ weight: 9, arbitrary: anyParagraph }, { weight: 1, arbitrary: anyTable }), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(blocks, (given) => {
        const all = given.flatMap((block) =>
          block.kind === "paragraph"
            ? [block]
            : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
        );
        const file = writeWord(manuscript(given));
        expect(numbersOnPage(file)).toEqual(all.map((one) => one.label?.text ?? null));
        const body = partsOf(manuscript(given))["word/document.xml"] ?? "";
        live += every(body, /<w:numPr>/g).length;
        typed += every(body, /"ParleyNumber"/g).length / 2;
      }),
      { numRuns: 250 },
    );
    // Neither way may be idle.
    expect(live).toBeGreaterThan(150);
    expect(typed).toBeGreaterThan(150);
  });

  it("WOU-10 a multilevel list is counted by the word processor, in nine levels", () => {
    const parts = partsOf(
      manuscript([
        numbered(label("Article 1", { pattern: "Article %1" }), { role: "heading", level: 1 }),
        numbered(label("1.1", { level: 1, pattern: "%1.%2" })),
        numbered(label("(a)", { level: 2, pattern: "(%3)", format: "lower-letter" }), { level: 1 }),
        numbered(label("(b)", { level: 2, pattern: "(%3)", format: "lower-letter" }), { level: 1 }),
        numbered(label("1.2", { level: 1, pattern: "%1.%2" })),
        numbered(label("(a)", { level: 2, pattern: "(%3)", format: "lower-letter" }), { level: 1 }),
        numbered(label("Article 2", { pattern: "Article %1" }), { role: "heading", level: 1 }),
        numbered(label("2.1", { level: 1, pattern: "%1.%2" })),
        numbered(label("v.", { list: "2", start: 5, format: "lower-roman" })),
        numbered(label("vi.", { list: "2", start: 5, format: "lower-roman" })),
      ]),
    );
    expect(isLive(parts["word/document.xml"] ?? "")).toEqual(Array.from({ length: 10 }, () => true));
    expect(every(parts["word/numbering.xml"] ?? "", /<w:lvl /g)).toHaveLength(18);
    expect(parts["word/numbering.xml"]).toContain('<w:start w:val="5"/><w:numFmt w:val="lowerRoman"/>');
  });

  it("WOU-11 a number that no list would print is typed in a style of its own, and no longer counts", () => {
    const body = bodyOf(
      numbered(label("1.")),
      numbered(label("1 bis.")),
      numbered(label("2.")),
      numbered(typedLabel("۳.")),
    );
    expect(isLive(body)).toEqual([true, false, true, false]);
    expect(body).toContain(
      '<w:r><w:rPr><w:rStyle w:val="ParleyNumber"/></w:rPr><w:t xml:space="preserve">1 bis.</w:t></w:r>' +
        '<w:r><w:rPr><w:rStyle w:val="ParleyNumber"/></w:rPr><w:tab/></w:r>',
    );
  });

  it("WOU-12 of paragraphs that were one, the first with old words is counted; new ones are typed; deleted ones count", () => {
    const inserted = [by("inserted", "A")];
    const split = bodyOf(numbered(label("1."), { mark: inserted }), numbered(label("2.")), numbered(label("2.")));
    expect(isLive(split)).toEqual([true, false, true]);
    const fresh = paragraph([text("new", { revisions: inserted })], { label: label("1."), mark: inserted });
    expect(isLive(bodyOf(fresh, numbered(label("1."))))).toEqual([false, true]);
    const gone = numbered(label("1."), { mark: [by("deleted", "B")] });
    expect(isLive(bodyOf(gone, numbered(label("2."))))).toEqual([true, true]);
    const row = { isHeader: false, revisions: inserted, cells: [{ columns: 1, paragraphs: [numbered(label("1."))] }] };
    expect(isLive(bodyOf({ kind: "table", rows: [row] }, numbered(label("1."))))).toEqual([false, true]);
  });

  it("WOU-13 where programs count differently, the number is typed", () => {
    // A deeper level before the one above it was ever used: what comes after it is not certain.
    const skipped = bodyOf(
      numbered(label("(a)", { level: 1, format: "lower-letter", pattern: "(%2)" })),
      numbered(label("1.")),
    );
    expect(isLive(skipped)).toEqual([true, false]);
    expect(isLive(bodyOf(numbered(label("1.1", { level: 1, pattern: "%1.%2" }))))).toEqual([false]);
    const words = (language: string) =>
      isLive(
        partsOf(
          manuscript([numbered(label("Part One", { format: "cardinal-words", pattern: "Part %1" }))], { language }),
        )["word/document.xml"] ?? "",
      );
    expect([words("en-GB"), words("fr")]).toEqual([[true], [false]]);
    const high = label("Twenty-one", { format: "cardinal-words", pattern: "%1", start: 21 });
    expect(isLive(bodyOf(numbered(high)))).toEqual([false]);
  });

  it("WOU-14 a typed number comes and goes with its paragraph", () => {
    const inserted = by("inserted", "A");
    const whole = paragraph([text("new", { revisions: [inserted] })], {
      label: typedLabel("1 bis."),
      mark: [inserted],
    });
    expect(bodyOf(whole)).toMatch(/<w:ins [^>]*><w:r><w:rPr><w:rStyle w:val="ParleyNumber"\/>/);
    const gone = paragraph([text("old", { revisions: [by("deleted", "B")] })], {
      label: typedLabel("7."),
      mark: [by("deleted", "B")],
    });
    expect(bodyOf(gone)).toMatch(
      /<w:del [^>]*><w:r><w:rPr><w:rStyle w:val="ParleyNumber"\/><\/w:rPr><w:delText xml:space="preserve">7\./,
    );
    // Split here: the second half is new as a paragraph, though its words are old.
    const split = bodyOf(
      paragraph(["one "], { mark: [inserted] }),
      paragraph(["half"], { label: typedLabel("1 bis.") }),
    );
    expect(split).toMatch(/<w:ins [^>]*><w:r><w:rPr><w:rStyle w:val="ParleyNumber"\/>/);
    // Part of the words only: the number stays.
    const part = paragraph(["old ", text("new", { revisions: [inserted] })], { label: typedLabel("7.") });
    expect(bodyOf(part)).toMatch(/<\/w:pPr><w:r><w:rPr><w:rStyle w:val="ParleyNumber"\/>/);
  });
});
