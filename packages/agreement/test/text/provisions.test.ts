import { describe, expect, it } from "vitest";
import { allProvisions, findProvision } from "../../src/index.ts";
import { findings, ids, kinds, numbers, read, tree, words } from "./told.ts";

describe("headings and numbers", () => {
  it("TXT-05: the number of a heading is split off and kept as printed", () => {
    const heads = [
      ["## Part Two: Peace Government", "Part Two", "Peace Government"],
      ["# PART TWO", "PART TWO", ""],
      ["### Article 3 – Ceasefire", "Article 3", "Ceasefire"],
      ["## Annex A. Maps ##", "Annex A", "Maps"],
      ["## 3. Bodies", "3.", "Bodies"],
      ["## IV. Bodies", "IV.", "Bodies"],
      ["## Article 3 bis Patrols", "Article 3 bis", "Patrols"],
      ["## Bodies", null, "Bodies"],
    ] as const;
    for (const [source, number, heading] of heads) {
      expect(read(`words\n\n${source}`).provisions.at(-1), source).toMatchObject({ number, heading });
    }
  });

  it("TXT-05: headings nest by their number of #, and an underlined line is one of them", () => {
    expect(tree(read("## Part One\n\n### Article 1\n\nwords\n\n## Part Two\n\nMoney\n---\n\nmore"))).toEqual([
      "part-one: ",
      "  part-one.article-1: ",
      "    part-one.article-1.p1: words",
      "part-two: ",
      "money: Money",
      "  money.p1: more",
    ]);
  });

  it("TXT-06: labels and capitals make headings where no mark does, and a sentence after a label is a paragraph", () => {
    const text = read("PART TWO\nPeace Government\n\nArticle 3. The sides shall stop.\n\nMONEY MATTERS\n\nwords\n");
    expect(text.provisions.map(({ kind, number, heading }) => [kind, number, heading])).toEqual([
      ["part", "PART TWO", "Peace Government"],
    ]);
    expect(tree(text)).toEqual([
      "part-two: Peace Government",
      "  part-two.article-3: The sides shall stop.",
      "  part-two.money-matters: MONEY MATTERS",
      "    part-two.money-matters.p1: words",
    ]);
  });

  it("TXT-07: every way of numbering is read and kept", () => {
    const given = [
      "1.",
      "2)",
      "(3)",
      "1.2",
      "1.2.3",
      "(a)",
      "b)",
      "A.",
      "(iv)",
      "II.",
      "3 bis",
      "4 ter.",
      "§ 4",
      "•",
      "-",
      "۱-",
      "الف)",
      "(a bis)",
    ];
    for (const number of given) expect(numbers(read(`${number} The sides`)), number).toEqual([number]);
    expect(numbers(read("ماده ۳\n\n۱- آتش‌بس"))).toEqual(["ماده ۳", "۱-"]);
    expect(numbers(read("**1.** Bold"))).toEqual(["1."]);
  });

  it("TXT-07: figures, years and names at the head of a line are no numbers", () => {
    for (const line of [
      "1.5 million people",
      "14 months after",
      "2021. It was",
      "(the sides) agree",
      "Article 3 of this text applies",
      "e.g. this",
      "(mix) of things",
    ]) {
      expect(numbers(read(line)), line).toEqual([null]);
    }
  });

  it("TXT-07: a second number on the same line starts a provision under the first", () => {
    expect(tree(read("1. (a) First;\n   (b) second."))).toEqual(["1: ", "  1.a: First;", "  1.b: second."]);
  });

  it("TXT-08: styles nest, and the end of an inner list goes back to the outer one", () => {
    expect(
      tree(read("1. one\n(a) x\n(i) p\n(ii) q\n• dot\n(b) y\n2. two\n   1. inner\n   2. inner too\n3. three")),
    ).toEqual([
      "1: one",
      "  1.a: x",
      "    1.a.i: p",
      "    1.a.ii: q",
      "      1.a.ii.item-1: dot",
      "  1.b: y",
      "2: two",
      "  2.1: inner",
      "  2.2: inner too",
      "3: three",
    ]);
  });

  it("TXT-08: decimal numbers nest by their length, and labels by their rank", () => {
    expect(
      ids(read("4. x\n\n4.1 Y\n\n4.1.1 Z\n\n4.2 W\n\nCHAPTER I\n\nArticle 1\n\nSECTION 2\n\nArticle 2\n\nCHAPTER II")),
    ).toEqual([
      "4",
      "4.4-1",
      "4.4-1.4-1-1",
      "4.4-2",
      "chapter-i",
      "chapter-i.article-1",
      "chapter-i.section-2",
      "chapter-i.section-2.article-2",
      "chapter-ii",
    ]);
  });

  it("TXT-09: a letter is read as what continues its list", () => {
    expect(ids(read("(g) x\n(h) y\n(i) z\n(j) w"))).toEqual(["g", "h", "i", "j"]);
    expect(ids(read("(a) x\n(i) y\n(ii) z\n(b) w"))).toEqual(["a", "a.i", "a.ii", "b"]);
    expect(ids(read("(iv) x\n(v) y\n(vi) z"))).toEqual(["iv", "v", "vi"]);
  });

  it("TXT-10: a folded line that begins with a figure or a label goes on with its paragraph", () => {
    expect(
      words(read("The sides met in the year\n2021. They met again, as told in\nArticle 3 of the text.")),
    ).toHaveLength(1);
    expect(words(read("1. x;\n2. y;\n7. z"))).toEqual(["x;", "y; 7. z"]);
  });

  it("TXT-11: indentation is no code, a folded line is a space, two spaces or a backslash a break", () => {
    expect(words(read("        The `sides`\n        agree."))).toEqual(["The `sides` agree."]);
    expect(words(read("one  \ntwo\\\nthree"))).toEqual(["one\ntwo\nthree"]);
  });

  it("TXT-12: an unnumbered paragraph stands where it is indented to", () => {
    expect(tree(read("## Part One\n\n1. one\n\n   inside\n\nflush\n\n2. two"))).toEqual([
      "part-one: ",
      "  part-one.1: one",
      "    part-one.1.p1: inside",
      "  part-one.p1: flush",
      "  part-one.2: two",
    ]);
  });

  it("TXT-13: a title takes nothing under it", () => {
    expect(ids(read("# Framework\n\nwords\n\n## Part One\n"))).toEqual(["title", "preamble-1", "part-one"]);
    expect(ids(read("FRAMEWORK OF LAKESIDE\n\n1. x"))).toEqual(["title", "1"]);
  });

  it("TXT-14: nesting stops at 32 levels with a finding, and no words are lost", () => {
    const levels = Array.from({ length: 40 }, (_, depth) => `${" ".repeat(depth * 2)}- word${depth}`).join("\n");
    const text = read(levels);
    expect(words(text)).toEqual(Array.from({ length: 40 }, (_, depth) => `word${depth}`));
    expect(findings(text)[0]).toBe("error nesting-too-deep 33:65");
    const exactly = read(levels.split("\n").slice(0, 32).join("\n"));
    expect(findings(exactly)).toEqual([]);
    expect(allProvisions(exactly).at(-1)?.id.split(".")).toHaveLength(32);
  });
});

describe("kinds", () => {
  it("TXT-15: what stands before the first number is the preamble, and a letter has none", () => {
    expect(kinds(read("Recalling x,\n\n- Mindful of y,\n\n1. z\n\nafter"))).toEqual([
      "preamble",
      "preamble",
      "paragraph",
      "paragraph",
    ]);
    expect(kinds(read("Dear reader,\n\nwords"))).toEqual(["paragraph", "paragraph"]);
    expect(kinds(read("PREAMBLE\n\nRecalling,\n\nPART ONE\n\nx"))).toEqual([
      "heading",
      "preamble",
      "part",
      "paragraph",
    ]);
    expect(kinds(read("1. x\n\nRecalling {.preamble}"))).toEqual(["paragraph", "preamble"]);
  });

  it("TXT-16: parts, annexes and other headings", () => {
    expect(
      kinds(read("## Part One\n## Book II\n## Annex A\n## Schedule 2\n## Protocol I\n## Chapter I\n## Bodies")),
    ).toEqual(["part", "part", "annex", "annex", "annex", "heading", "heading"]);
    expect(read("## Annex A {precedence=last}").provisions[0]?.attributes).toEqual({ precedence: "last" });
  });

  it("TXT-17: definitions by class and by form", () => {
    const text = read("1. “Ferry” means a vessel.\n2. The lake. {.definition scope=part-one}\n3. “Ferry” is a word.");
    expect(kinds(text)).toEqual(["definition", "definition", "paragraph"]);
    expect(text.provisions[1]?.attributes).toEqual({ scope: "part-one" });
  });

  it("TXT-18: a table is one provision, and a bar in a bracket parts alternatives", () => {
    const text = read("1. x\n\n| Body | Seats |\n|:--|--:|\n| Council | [15 | 21] |\n{#seats}\n\nafter");
    expect(kinds(text)).toEqual(["paragraph", "table", "paragraph"]);
    expect(findProvision(text, "seats")?.derived).toBe(false);
    expect(words(text)[1]).toBe("Body | Seats\nCouncil | [15 | 21]");
  });

  it("TXT-19: footnotes and their marks", () => {
    const text = read("1. Words[^1] and more[^note].\n\n[^1]: First\n  goes on.\n[^note]: Second.");
    expect(kinds(text)).toEqual(["paragraph", "footnote", "footnote"]);
    expect(ids(text)).toEqual(["1", "footnote-1", "footnote-note"]);
    expect(words(text)).toEqual(["Words¹ and more(note).", "First goes on.", "Second."]);
  });

  it("TXT-20: maps, signatures and notes keep what they say", () => {
    const text = read(
      "1. x\n\n::: {.map file=a.png hash=ab12 datum=WGS84 precedence=words}\n:::\n\n::: {.note}\nNot part.\n\nNor this.\n:::\n\n::: {.signature #sig capacity=head .witness}\nFor it\n:::",
    );
    expect(kinds(text)).toEqual(["paragraph", "map", "note", "note", "signature"]);
    expect(text.provisions[1]).toMatchObject({
      id: "map-1",
      attributes: { file: "a.png", hash: "ab12", datum: "WGS84", precedence: "words" },
      words: [],
    });
    expect(text.provisions[4]).toMatchObject({
      id: "sig",
      attributes: { capacity: "head" },
      classes: ["signature", "witness"],
    });
  });

  it("TXT-21: the signing begins with its customary words and ends at a heading", () => {
    expect(kinds(read("1. x\n\nDone at Lakeside.\n\nFor the North: ____\n\n## Annex A\n\nwords"))).toEqual([
      "paragraph",
      "signature",
      "signature",
      "annex",
      "paragraph",
    ]);
    expect(kinds(read("1. x\n\nFor the North to agree"))).toEqual(["paragraph", "paragraph"]);
  });
});
