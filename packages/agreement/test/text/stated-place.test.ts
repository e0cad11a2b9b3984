import { describe, expect, it } from "vitest";
import { allProvisions, cleanText } from "../../src/index.ts";
import { findings, ids, kinds, numbers, read, tree, words } from "./told.ts";

describe("a kind and a depth that are said", () => {
  it("TXT-49: a kind that the rules would not read, and no attribute of that name", () => {
    const text = read(
      [
        "# Money {kind=annex}",
        "“Ferry” means a ship. {kind=paragraph}",
        "1. Signed. {.note kind=signature}",
        "::: {.map kind=table file=a}\nwords\n:::",
        "odd {kind=letter}",
      ].join("\n\n"),
    );
    expect(kinds(text)).toEqual(["annex", "paragraph", "signature", "table", "paragraph"]);
    expect(allProvisions(text).map(({ attributes }) => attributes)).toEqual([
      {},
      {},
      {},
      { file: "a" },
      { kind: "letter" },
    ]);
    expect(allProvisions(text)[2]?.classes).toEqual(["note"]);
    expect(findings(text)).toEqual([]);
  });

  it("TXT-50: a provision stands where it says, and what follows it goes by the rules", () => {
    const text = read(
      [
        "## Peace",
        "1. one",
        "The sides agree. {depth=2}",
        "2. two",
        "(a) under two {depth=1}",
        "(b) beside it",
        "## Law {depth=1}",
        "words",
        "::: {.map file=a depth=0}\n:::",
      ].join("\n\n"),
    );
    expect(tree(text)).toEqual([
      "peace: Peace",
      "  peace.1: one",
      "    peace.1.p1: The sides agree.",
      "  peace.2: two",
      "  peace.a: under two",
      "  peace.b: beside it",
      "  peace.law: Law",
      "    peace.law.p1: words",
      "map-1: ",
    ]);
    expect(findings(text)).toEqual([]);
  });

  it("TXT-50: a depth that nothing reaches is told, and words that are no depth stay an attribute", () => {
    const text = read("one {depth=3}\n\ntwo {depth=1}\n\nthree {depth=deep}\n");
    expect(tree(text)).toEqual(["p1: one", "  p1.p1: two", "p2: three"]);
    expect(findings(text)).toEqual(["warning depth-not-reached 1:5"]);
    expect(allProvisions(text)[2]?.attributes).toEqual({ depth: "deep" });
  });

  it("TXT-50: no deeper than provisions may stand", () => {
    const source = Array.from({ length: 40 }, (_, depth) => `words {depth=${depth}}`).join("\n\n");
    expect(tree(read(source)).at(-1)).toMatch(/^ {62}\S/u);
    expect(findings(read(source))).toHaveLength(8);
  });
});

describe("words that could not be written", () => {
  it("TXT-11: an escaped backslash at the end of a line is a character and no break", () => {
    expect(words(read("a\\\\\nb"))).toEqual(["a\\ b"]);
    expect(words(read("a\\\nb"))).toEqual(["a\nb"]);
  });

  it("TXT-38: an anchor has no words and keeps what follows from being a mark", () => {
    const text = read("[]{.words}1. one\n\n[]{.words}THE CEASEFIRE HOLDS\n\nx[]{.words}y [z]{.words}\n");
    expect(numbers(text)).toEqual([null, null, null]);
    expect(words(text)).toEqual(["1. one", "THE CEASEFIRE HOLDS", "xy z"]);
    expect(allProvisions(text).every(({ heading }) => heading === null)).toBe(true);
    expect(findings(text)).toEqual([]);
  });

  it("TXT-19: a footnote in a note is a footnote", () => {
    expect(kinds(read("::: {.note}\nwords[^1]\n\n[^1]: more\n:::\n"))).toEqual(["note", "footnote"]);
  });

  it("TXT-04: a no-break space at the end of a heading stays", () => {
    expect(allProvisions(read("text\n\n# Peace\u00a0\n")).map(cleanText)).toEqual(["text", "Peace\u00a0"]);
  });

  it("TXT-23: a line separator in the attributes of a division is a character of them", () => {
    const text = read('::: {#a file="x\u2028y"}\nwords\n:::\n');
    expect(ids(text)).toEqual(["a"]);
    expect(allProvisions(text)[0]?.attributes).toEqual({ file: "x\u2028y" });
    expect(findings(text)).toEqual([]);
  });
});
