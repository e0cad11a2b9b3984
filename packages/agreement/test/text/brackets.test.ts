import { describe, expect, it } from "vitest";
import { allBrackets, cleanText, replaceWords } from "../../src/index.ts";
import { alternatives, bracketOf, findings, read, words } from "./told.ts";

describe("brackets", () => {
  it("TXT-28: alternatives are parted by a bar, and spaces at their ends are no words", () => {
    expect(alternatives("within [24 hours | 72 hours]{#start}.", "start")).toEqual([
      ["1", null, "24 hours"],
      ["2", null, "72 hours"],
    ]);
    expect(alternatives("[in good faith]")).toEqual([["1", null, "in good faith"]]);
    expect(alternatives("[within 24\nhours |\n72 hours]")).toEqual([
      ["1", null, "within 24 hours"],
      ["2", null, "72 hours"],
    ]);
    expect(alternatives("[ | words]")).toEqual([
      ["1", null, ""],
      ["2", null, "words"],
    ]);
  });

  it("TXT-28: the span of a bracket reaches over its attributes, that of an alternative over its words", () => {
    const source = "within [24 hours | 72 hours]{#start status=agreed} of it";
    const bracket = bracketOf(source);
    expect(source.slice(bracket.span.start, bracket.span.end)).toBe("[24 hours | 72 hours]{#start status=agreed}");
    expect(bracket.alternatives.map(({ span }) => source.slice(span.start, span.end))).toEqual([
      "24 hours",
      "72 hours",
    ]);
    expect(bracket).toMatchObject({ derived: false, blank: false, status: { kind: "agreed" } });
  });

  it("TXT-29: a blank is a bracket without words", () => {
    for (const blank of ["[ ]", "[]", "[…]", "[...]", "[____]", "[ | ]", "[republic: | taliban: ]"])
      expect(bracketOf(blank).blank, blank).toBe(true);
    for (const filled of ["[x]", "[ | 3]", "[0]", "[[ ]]"]) expect(bracketOf(filled).blank, filled).toBe(false);
  });

  it("TXT-30: who wants what", () => {
    expect(alternatives("[republic: 24 hours | taliban: 72 hours | [x]]")).toEqual([
      ["1", "republic", "24 hours"],
      ["2", "taliban", "72 hours"],
      ["3", null, "[x]"],
    ]);
    expect(alternatives("[Article 3: words | note:words | a b: c]").map(([, party]) => party)).toEqual([
      null,
      null,
      null,
    ]);
    expect(alternatives("[words]{party=us}")).toEqual([["1", "us", "words"]]);
  });

  it("TXT-31: alternatives with attributes of their own", () => {
    const source = "[{#short party=us} 24 hours | {#open .unworded} | words]{#q}";
    expect(alternatives(source)).toEqual([
      ["short", "us", "24 hours"],
      ["open", null, ""],
      ["3", null, "words"],
    ]);
    expect(bracketOf(source).alternatives.map(({ unworded }) => unworded)).toEqual([false, true, false]);
    expect(findings(read("[{#a} x | {#a} y]"))).toEqual(["error duplicate-id 1:11"]);
    expect(alternatives("[{#2} x | y]").map(([id]) => id)).toEqual(["2", "2~2"]);
  });

  it("TXT-32: brackets nest, and escaped marks are literal", () => {
    const placed = allBrackets(read("[a [b | c [d]]{#inner} | e]{#outer}")).map(({ bracket }) => bracket);
    expect(placed.map(({ id }) => id)).toEqual(["outer", "inner", "p1.bracket-3"]);
    expect(placed[0]?.alternatives.map((one) => cleanText(one.words))).toEqual(["a [b | c [d]]", "e"]);
    const escaped = read("\\[a \\| b\\] [c \\| d \\] e \\{x\\}]");
    expect(words(escaped)).toEqual(["[a | b] [c | d ] e {x}]"]);
    expect(allBrackets(escaped)[0]?.bracket.alternatives).toHaveLength(1);
  });

  it("TXT-32: 32 levels are read, a 33rd is kept as characters", () => {
    const nested = (depth: number) => `${"[".repeat(depth)}x${"]".repeat(depth)}`;
    expect(allBrackets(read(nested(32)))).toHaveLength(32);
    expect(findings(read(nested(32)))).toEqual([]);
    const deeper = read(nested(34));
    expect(allBrackets(deeper)).toHaveLength(32);
    expect(findings(deeper)).toEqual(["error nesting-too-deep 1:33"]);
    expect(words(deeper)).toEqual([nested(34)]);
  });

  it("TXT-33: half a bracket is an error at its place and stays a character", () => {
    const text = read("1. a [b\n2. c] d\n\nand [e [f] g");
    expect(findings(text)).toEqual([
      "error bracket-not-closed 1:6",
      "error bracket-not-opened 2:5",
      "error bracket-not-closed 4:5",
    ]);
    expect(words(text)).toEqual(["a [b", "c] d", "and [e [f] g"]);
    expect(allBrackets(text)).toHaveLength(1);
  });

  it("TXT-34: attributes that say nothing about a bracket are told", () => {
    expect(findings(read("[a]{#x .bold colour=red}"))).toEqual(["warning bracket-attribute-unknown 1:4"]);
    expect(findings(read("[{weight=3} a]"))).toEqual(["warning bracket-attribute-unknown 1:2"]);
    expect(findings(read("[a | b]{.ambiguity}"))).toEqual(["warning bracket-attribute-unknown 1:8"]);
  });
});

describe("whole paragraphs as alternatives", () => {
  const source = `:::: {.alternatives #parliament status=placeholder}
::: {.option #enlarged party=us}
The assembly is enlarged.

1. It has [ ]{#seats} members.
:::
::: {.option .unworded}
:::
::::

After.`;

  it("TXT-35: one provision with one bracket, both going by the id of the division", () => {
    const text = read(source);
    expect(findings(text)).toEqual([]);
    expect(text.provisions.map(({ id, derived, words: own }) => [id, derived, own.length])).toEqual([
      ["parliament", false, 1],
      ["p1", true, 1],
    ]);
    expect(alternatives(source, "parliament")).toEqual([
      ["enlarged", "us", "The assembly is enlarged.\n1. It has [ ] members."],
      ["2", null, ""],
    ]);
    expect(bracketOf(source, "parliament")).toMatchObject({
      derived: false,
      blank: false,
      status: { kind: "placeholder" },
    });
    expect(bracketOf(source, "parliament").alternatives[1]?.unworded).toBe(true);
    expect(bracketOf(source, "seats").blank).toBe(true);
  });

  it("TXT-35: alternatives stand in an option, and other divisions around words count for nothing", () => {
    const nested =
      "::::: {.alternatives #a}\n:::: {.option}\nx\n\n::: {.alternatives #b}\n::: {.option}\ny\n:::\n:::\n::: {.box}\nz\n:::\n::::\n:::::";
    expect(findings(read(nested))).toEqual([]);
    expect(alternatives(nested, "a")).toEqual([["1", null, "x\n[y]\nz"]]);
    expect(alternatives(nested, "b")).toEqual([["1", null, "y"]]);
  });

  it("TXT-36: words outside an option count as one, and an option outside alternatives as words", () => {
    const loose = ":::: {.alternatives #a}\nloose words\n::: {.option}\nx\n:::\n::::";
    expect(alternatives(loose)).toEqual([
      ["1", null, "loose words"],
      ["2", null, "x"],
    ]);
    expect(findings(read(loose))).toEqual(["warning words-outside-option 2:1"]);
    const stray = read("::: {.option #o}\nx\n:::");
    expect(findings(stray)).toEqual(["warning option-outside-alternatives 1:1"]);
    expect(words(stray)).toEqual(["x"]);
  });
});

describe("other marks in words", () => {
  const pieces = (source: string) => read(source).provisions[0]?.words ?? [];

  it("TXT-37: links, references, and parentheses that are words", () => {
    expect(pieces("see [the Council](#council)!")).toMatchObject([
      { text: "see " },
      { kind: "reference", text: "the Council", target: "council" },
      { text: "!" },
    ]);
    expect(words(read("[here](https://a.example/b) [there](../b.md)"))).toEqual(["here there"]);
    expect(words(read("within [three](3) months, [a | b](#c)"))).toEqual(["within [three](3) months, [a | b](#c)"]);
    expect(allBrackets(read("within [three](3) months, [a | b](#c)"))).toHaveLength(2);
  });

  it("TXT-38: intended ambiguity, and spans that only look", () => {
    expect(pieces("[as soon as possible]{.ambiguity}")).toMatchObject([
      { kind: "ambiguity", text: "as soon as possible" },
    ]);
    const looks = read("[آتش‌بس]{lang=fa dir=rtl} and [x]{.underline}");
    expect(words(looks)).toEqual(["آتش‌بس and x"]);
    expect(allBrackets(looks)).toEqual([]);
  });

  it("TXT-39: emphasis needs both its marks in one alternative", () => {
    expect(
      pieces("a *b* **c** _d_ __e__").map((piece) => (piece.kind === "words" ? [piece.text, piece.emphasis] : [])),
    ).toEqual([
      ["a ", "none"],
      ["b", "emphasis"],
      [" ", "none"],
      ["c", "strong"],
      [" ", "none"],
      ["d", "emphasis"],
      [" ", "none"],
      ["e", "strong"],
    ]);
    expect(words(read("snake_case_name, 5 * 3 * 2, *open, [*a | b*] ____"))).toEqual([
      "snake_case_name, 5 * 3 * 2, *open, [*a | b*] ____",
    ]);
  });

  it("TXT-40: HTML stays as words, with a warning", () => {
    const text = read("<p>The sides</p> <!-- x --> 3 < 4");
    expect(words(text)).toEqual(["<p>The sides</p> <!-- x --> 3 < 4"]);
    expect(findings(text)).toEqual(["warning raw-html 1:1", "warning raw-html 1:13", "warning raw-html 1:18"]);
  });

  it("TXT-41: a clean text has brackets as typed and no marks of ours", () => {
    expect(words(read("The *Council* [us: {x} | [ ]{#m} ]{#q status=agreed} [now](#n)[^2] {#p}"))).toEqual([
      "The Council [us: {x} | [ ]] now²",
    ]);
  });

  it("TXT-48: words are replaced by position and nothing else changes", () => {
    const text = read("\ufeffwithin [24 hours | 72 hours]{#start}.\r\n");
    const first = allBrackets(text)[0]?.bracket.alternatives[0];
    if (first === undefined) throw new Error("no alternative");
    expect(replaceWords(text, first.span, "36 hours")).toBe("\ufeffwithin [36 hours | 72 hours]{#start}.\r\n");
    expect(() => replaceWords(text, { file: "draft.md", start: 0, end: 999 }, "")).toThrow(RangeError);
    expect(() => replaceWords(text, { ...first.span, file: "other.md" }, "")).toThrow(RangeError);
  });
});
