import { describe, expect, it } from "vitest";
import { allProvisions, cleanText, composeWords, parse, replaceWords } from "../../src/index.ts";
import { paragraph, readBack, said, source } from "./paragraphs.ts";

describe("words", () => {
  it("CPS-07: what would be a mark is escaped, and lines to write on are not", () => {
    const pairs = [
      ["[24 | 72] {#a}", "\\[24 \\| 72\\] \\{#a}"],
      ["5 * 3 and C:\\x", "5 \\* 3 and C:\\\\x"],
      ["_so_ snake_case ____", "\\_so\\_ snake_case ____"],
      ["<b>bold</b> a < b <!-- x -->", "\\<b>bold\\</b> a < b \\<!-- x -->"],
      ["[^1] and `code`", "\\[^1\\] and `code`"],
    ] as const;
    for (const [words, written] of pairs) {
      expect(source(paragraph(words))).toBe(`${written}\n`);
      expect(readBack(source(paragraph(words))).provisions.map(cleanText)).toEqual([words]);
    }
  });

  it("CPS-08: the head of a line is never read as a mark", () => {
    const pairs = [
      ["1. in Kabul", "1\\. in Kabul"],
      ["(a) first", "\\(a) first"],
      ["2) second", "2\\) second"],
      ["iv. fourth", "iv\\. fourth"],
      ["# of members", "\\# of members"],
      ["- so it is", "\\- so it is"],
      ["> quoted", "\\> quoted"],
      ["::: {.note}", "\\::: \\{.note}"],
      ["---", "\\---"],
      ["====", "\\===="],
      ["۱- نخست", "۱\\- نخست"],
      ["الف) نخست", "الف\\) نخست"],
      ["3 bis was added", "[]{.words}3 bis was added"],
      ["§ 4 of the law", "[]{.words}§ 4 of the law"],
      ["Article 3: the law", "[]{.words}Article 3: the law"],
      ["ماده ۳", "[]{.words}ماده ۳"],
      ["• dot", "[]{.words}• dot"],
      ["THE CEASEFIRE HOLDS", "[]{.words}THE CEASEFIRE HOLDS"],
      ["| a | b |", "\\| a \\| b \\|"],
      ["Article 3 of the law applies", "Article 3 of the law applies"],
      ["2021. was the year", "2021. was the year"],
      ["1.5 million people", "1.5 million people"],
    ] as const;
    for (const [words, written] of pairs) {
      expect(source(paragraph(words)), words).toBe(`${written}\n`);
      const [only, ...others] = allProvisions(readBack(source(paragraph(words), paragraph(words))));
      expect([only?.number, only?.heading, only && cleanText(only), others.length], words).toEqual([
        null,
        null,
        words,
        1,
      ]);
    }
    expect(source(paragraph("Bold", { label: "1." }), paragraph([said("Bold", "strong")]))).toBe(
      "1. Bold\n\n[]{.words}**Bold**\n",
    );
  });

  it("CPS-08: in a heading, after a number and after a break", () => {
    const heading = (words: string) => source(paragraph(words, { headingLevel: 2 }));
    expect(heading("20 members")).toBe("## 20 members\n");
    expect(heading("20 Members")).toBe("## []{.words}20 Members\n");
    expect(heading("1. Peace #")).toBe("## 1\\. Peace \\#\n");
    expect(source(paragraph("(a) the first", { label: "1." }))).toBe("1. \\(a) the first\n");
    expect(source(paragraph("the Council", { label: "1.2" }))).toBe("1.2 []{.words}the Council\n");
    expect(source(paragraph("bis", { label: "1.2" }))).toBe("1.2 []{.words}bis\n");
    expect(source(paragraph("Good Faith", { label: "Article 3" }))).toBe("Article 3. []{.words}Good Faith\n");
    expect(source(paragraph([said("so:"), { kind: "break" }, said("1. a"), { kind: "break" }, said("---")]))).toBe(
      "so:\\\n1\\. a\\\n\\---\n",
    );
  });

  it("CPS-09: emphasis beside spaces, side by side, across a bracket, and a parenthesis after one", () => {
    const blank = { kind: "bracket", id: null, status: null, alternatives: [] } as const;
    expect(source(paragraph([said("a"), said(" b ", "strong"), said("c", "emphasis"), said("d", "strong")]))).toBe(
      "a**[]{.words} b []{.words}**[]{.words}*c*[]{.words}**d**\n",
    );
    expect(source(paragraph([said("x "), said("a ", "strong"), blank, said(" b", "strong")]))).toBe("x **a [ ] b**\n");
    const after = source(paragraph([blank, said("(#a) follows")]));
    expect(after).toBe("[ ]\\(#a) follows\n");
    expect(readBack(after).provisions.map(cleanText)).toEqual(["[ ](#a) follows"]);
  });

  it("CPS-10: words alone, for the place where they will stand", () => {
    const words = [said("1. us: x | y\n"), { kind: "break" } as const, said("# z")];
    expect(composeWords(words, "paragraph")).toBe("1\\. us: x \\| y \\\n\\# z");
    expect(composeWords(words, "heading")).toBe("1\\. us: x \\| y  # z");
    expect(composeWords([said("us: x | y")], "bracket")).toBe("us\\: x \\| y");
    expect(composeWords([said("1. x")], "bracket")).toBe("1. x");
    for (const where of ["paragraph", "heading", "bracket"] as const) expect(composeWords([], where)).toBe("");
  });

  it("CPS-10: one provision is rewritten in place and the rest stays as it was", () => {
    const before = parse({ file: "draft.md", source: "1. Old words. {#a}\n\n\n2.  Untouched   {#b}\n" });
    const [first] = before.provisions[0]?.words ?? [];
    expect(first).toBeDefined();
    if (first === undefined) return;
    const after = replaceWords(before, first.span, composeWords([said("(b) new [words]")], "paragraph"));
    expect(after).toBe("1. \\(b) new \\[words\\] {#a}\n\n\n2.  Untouched   {#b}\n");
    expect(readBack(after).provisions.map(cleanText)).toEqual(["(b) new [words]", "Untouched"]);
  });

  it("CPS-11: breaks, joiners and directions come back as they are", () => {
    const words = [
      said("آتش‌بس می‌شود\u200f\u00a0"),
      { kind: "break" } as const,
      { kind: "break" } as const,
      said("end\\"),
    ];
    const written = source(paragraph(words));
    expect(written).toBe("آتش‌بس می‌شود\u200f\u00a0\\\n\\\nend\\\\\n");
    expect(readBack(written).provisions.map(cleanText)).toEqual(["آتش‌بس می‌شود\u200f\u00a0\n\nend\\"]);
  });
});
