import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scriptStretches } from "../../src/internal/word-out/scripts.ts";
import { writeWord } from "../../src/word-writer.ts";
import { arbitraryManuscript } from "../arbitrary-manuscripts.ts";
import { bodyOf, every, manuscript, paragraph, partsOf, text } from "./parts-of.ts";

describe("the file", () => {
  it("WOU-02 the same manuscript gives the same bytes, and nobody and no day is added", () => {
    fc.assert(
      fc.property(arbitraryManuscript, (given) => {
        expect(writeWord(structuredClone(given))).toEqual(writeWord(given));
      }),
      { numRuns: 30 },
    );
    const parts = partsOf(manuscript([paragraph(["words"])], { title: "A & B" }));
    expect(parts["docProps/core.xml"]).toContain(
      "<dc:title>A &amp; B</dc:title><dc:language>en</dc:language></cp:coreProperties>",
    );
    for (const [name, xml] of Object.entries(parts))
      expect(xml.replace(/xmlns:\w+="[^"]*"|http:\/\/[^"]*/g, ""), name).not.toMatch(
        /\b20\d\d-\d\d|creator|author|rsid/i,
      );
  });
});

describe("the page", () => {
  it("WOU-05 is A4, lying when asked, with the page and how many in the foot and the given line in the head", () => {
    const section = (parts: Readonly<Record<string, string>>) =>
      every(parts["word/document.xml"] ?? "", /<w:sectPr>.*<\/w:sectPr>/g)[0] ?? "";
    const plain = partsOf(manuscript([]));
    expect(section(plain)).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(section(plain)).toContain('<w:bidi w:val="0"/>');
    expect(every(plain["word/footer1.xml"] ?? "", /w:instr=" (\w+) "|> \/ </g)).toEqual(["PAGE", "> / <", "NUMPAGES"]);
    expect(plain["word/header1.xml"]).toBeUndefined();
    const lying = partsOf(manuscript([], { landscape: true, direction: "rtl", language: "fa-AF", header: "محرم A" }));
    expect(section(lying)).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(section(lying)).toContain("<w:bidi/></w:sectPr>");
    expect(every(lying["word/header1.xml"] ?? "", /<w:t [^>]*>([^<]*)/g).join("")).toBe("محرم A");
    expect(lying["word/styles.xml"]).toContain('<w:lang w:bidi="fa-AF"/>');
  });

  it("WOU-06 each role has its style, and each word its looks", () => {
    const roles = ["title", "subtitle", "body", "note", "signature", "quote"] as const;
    const styles = bodyOf(
      ...roles.map((role) => paragraph([role], { role })),
      paragraph(["h"], { role: "heading", level: 3 }),
    );
    expect(every(styles, /<w:pStyle w:val="(\w+)"/g)).toEqual([
      "Title",
      "Subtitle",
      "ParleyNote",
      "ParleySignature",
      "Quote",
      "Heading3",
    ]);
    const looks = bodyOf(
      paragraph([text("x", { strong: true, emphasis: true, underline: true, role: "ambiguity", link: "#a" })]),
    );
    expect(looks).toContain(
      '<w:rPr><w:rStyle w:val="ParleyAmbiguity"/><w:b/><w:bCs/><w:i/><w:iCs/><w:u w:val="single"/></w:rPr>',
    );
    expect(bodyOf(paragraph(["x"], { level: 2 }))).toContain('<w:ind w:left="1134" w:firstLine="0"/>');
    const whole = partsOf(manuscript([]))["word/styles.xml"] ?? "";
    // Bold and italic are for words that somebody stressed.
    expect(whole).not.toMatch(/<w:b\/>|<w:i\/>/);
  });

  it("WOU-06 characters that Word keeps as marks of its own are such marks; what XML forbids is left out", () => {
    expect(bodyOf(paragraph(["a\u00adb\u2011c\td\r\ne\u0000\u0008f"]))).toBe(
      '<w:p><w:r><w:t xml:space="preserve">a</w:t><w:softHyphen/><w:t xml:space="preserve">b</w:t><w:noBreakHyphen/><w:t xml:space="preserve">c</w:t>' +
        '<w:tab/><w:t xml:space="preserve">d</w:t><w:br/><w:t xml:space="preserve">ef</w:t></w:r></w:p>',
    );
  });
});

describe("right to left", () => {
  it("WOU-07 the paragraph is bidi, Arabic words are right-to-left runs, and runs are cut where scripts meet", () => {
    const xml = bodyOf(paragraph(["ظرف 24 ساعت (Doha) می‌شود."], { direction: "rtl" }));
    expect(xml).toContain("<w:pPr><w:bidi/><w:rPr><w:rtl/><w:cs/></w:rPr></w:pPr>");
    const runs = every(xml, /<w:r>(.*?)<\/w:r>/g);
    expect(runs.map((run) => [run.includes("<w:rtl/><w:cs/>"), every(run, /<w:t [^>]*>([^<]*)/g)[0]])).toEqual([
      [true, "ظرف 24 ساعت ("],
      [false, "Doha"],
      [true, ") می‌شود."],
    ]);
    expect(bodyOf(paragraph(["24."], { direction: "rtl" }))).toContain("<w:rtl/><w:cs/></w:rPr><w:t");
    expect(bodyOf(paragraph(["plain 24."]))).not.toContain("rtl");
  });

  it("WOU-07 no cut loses or moves a character, or parts a joiner from its word", () => {
    const some = fc.string({
      unit: fc.constantFrom(
        "م",
        "ی",
        "\u200c",
        "\u200f",
        "a",
        "Z",
        "é",
        "e\u0301",
        "3",
        "۳",
        " ",
        "(",
        "،",
        "\u064e",
        "ښ",
        "📜",
      ),
      maxLength: 14,
    });
    fc.assert(
      fc.property(some, fc.constantFrom("ltr" as const, "rtl" as const), (words, direction) => {
        const stretches = scriptStretches(words, direction);
        expect(stretches.map((stretch) => stretch.text).join("")).toBe(words);
        for (const [index, stretch] of stretches.entries()) {
          expect(stretch.direction).not.toBe(stretches[index + 1]?.direction);
          expect(stretch.text).not.toMatch(stretch.direction === "ltr" ? /[\u0600-\u06ff]/ : /[A-Za-zé]/);
        }
        for (const word of words.match(/[می]\u200c[می]/g) ?? [])
          expect(stretches.some((stretch) => stretch.text.includes(word))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
