import { describe, expect, it } from "vitest";
import {
  deletion,
  end,
  insertion,
  labelsOf,
  p,
  paragraphsOf,
  point,
  read,
  region,
  start,
  tell,
  tracked,
} from "./open-document-file.ts";

const level = (at: number, rest: string) => `<text:list-level-style-number text:level="${at}" ${rest}/>`;
const style = (name: string, levels: string) => `<text:list-style style:name="${name}">${levels}</text:list-style>`;
const legal =
  level(1, 'style:num-format="1" style:num-suffix="."') +
  level(2, 'style:num-format="a" style:num-letter-sync="true" style:num-prefix="(" style:num-suffix=")"') +
  level(3, 'style:num-format="1" text:display-levels="3"');
const styles =
  style("L", legal) + style("M", level(1, 'style:num-format="I" text:start-value="3" style:num-prefix="Part "'));
const item = (inside: string, rest = "") => `<text:list-item ${rest}>${inside}</text:list-item>`;
const list = (inside: string, rest = 'text:style-name="L"') => `<text:list ${rest}>${inside}</text:list>`;
const nested = (inside: string) => list(inside, "");
const numbered = (text: string) => labelsOf(read(text, { styles }));

describe("numbers made explicit", () => {
  it("ODT-30 items count; the first paragraph of an item has its number, the others and headers none", () => {
    const text = list(`${item(p("a") + p("b"))}<text:list-header><text:p>h</text:p></text:list-header>${item(p("c"))}`);
    expect(numbered(text)).toEqual(["1.", "", "", "2."]);
  });

  it("ODT-30 deeper levels start again under each item, and show the levels above where asked", () => {
    const deep = nested(item(p("x") + nested(item(p("deep")))) + item(p("y")));
    expect(numbered(list(item(p("a") + deep) + item(p("b") + nested(item(p("z"))))))).toEqual([
      "1.",
      "(a)",
      "1.a.1",
      "(b)",
      "2.",
      "(a)",
    ]);
  });

  it("ODT-31 a list starts anew unless it says which one it continues, wherever that stands in the file", () => {
    const text =
      list(item(p("a")), 'text:style-name="L" xml:id="one"') +
      p("between") +
      list(item(p("b")), 'text:style-name="L"') +
      list(item(p("c")), 'text:style-name="L" text:continue-numbering="true"') +
      list(item(p("d")), 'text:style-name="L" text:continue-list="one"');
    expect(numbered(text)).toEqual(["1.", "", "1.", "2.", "2."]);
    const names = paragraphsOf(read(text, { styles })).map(({ label }) => label?.list);
    expect(names).toEqual(["L", undefined, "L-2", "L-2", "L"]);
  });

  it("ODT-31 the list of deleted words comes first in the file and is counted where it stands on the page", () => {
    const gone = list(item(p("gone")) + item(p("")), 'text:style-name="L" xml:id="d"');
    const text =
      tracked(region("c1", deletion("B", gone))) +
      list(item(p("first")) + item(p(`${point("c1")}last`)), 'text:style-name="L" text:continue-list="d"');
    expect(numbered(text)).toEqual(["1.", "2.", "3."]);
  });

  it("ODT-32 an item may set the count, and a list its first one", () => {
    expect(numbered(list(item(p("a")) + item(p("b"), 'text:start-value="7"') + item(p("c"))))).toEqual([
      "1.",
      "7.",
      "8.",
    ]);
    expect(numbered(list(item(p("a")) + item(p("b")), 'text:style-name="M"'))).toEqual(["Part III", "Part IV"]);
    const inner =
      item(p("a") + nested(item(p("x"), 'text:start-value="3"') + item(p("y")))) + item(p("b") + nested(item(p("z"))));
    expect(numbered(list(inner))).toEqual(["1.", "(c)", "(d)", "2.", "(a)"]);
  });

  it("ODT-33 formats: digits of other scripts, letters in turn or doubled, words, romans, bullets", () => {
    const shown = (format: string, nth: number, rest = "") => {
      const one = style("F", level(1, `style:num-format="${format}" text:start-value="${nth}" ${rest}`));
      return labelsOf(read(list(item(p("x")), 'text:style-name="F"'), { styles: one }))[0];
    };
    expect(shown("1", 12)).toBe("12");
    expect(shown("01, 02, 03, ...", 7)).toBe("07");
    expect(shown("۱, ۲, ۳, ...", 24)).toBe("۲۴");
    expect(shown("١, ٢, ٣, ...", 24)).toBe("٢٤");
    expect(shown("a", 28)).toBe("ab");
    expect(shown("a", 28, 'style:num-letter-sync="true"')).toBe("bb");
    expect(shown("A", 703)).toBe("AAA");
    expect(shown("i", 1999)).toBe("mcmxcix");
    expect(shown("One", 21)).toBe("Twenty-one");
    expect(shown("First", 3)).toBe("Third");
    expect(shown("1st", 112)).toBe("112th");
    expect(shown("一, 二, 三, ...", 4)).toBe("4");
    const bullets = style("F", '<text:list-level-style-bullet text:level="1" text:bullet-char="&#xf0b7;"/>');
    const [paragraph] = paragraphsOf(read(list(item(p("x")), 'text:style-name="F"'), { styles: bullets }));
    expect(paragraph?.label).toMatchObject({ text: "•", format: "bullet", pattern: "•" });
  });

  it("ODT-33 the pattern of LibreOffice goes before what the standard can say", () => {
    const one = style("F", level(1, 'style:num-format="1" style:num-prefix="x" loext:num-list-format="§ %1% —"'));
    const [paragraph] = paragraphsOf(read(list(item(p("x")), 'text:style-name="F"'), { styles: one }));
    expect(paragraph?.label).toEqual({
      text: "§ 1 —",
      list: "F",
      level: 0,
      format: "decimal",
      pattern: "§ %1 —",
      start: 1,
    });
  });

  it("ODT-34 headings outside lists count by the outline", () => {
    const outline =
      '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>' +
      '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>';
    const h = (at: number, rest = "") => `<text:h text:outline-level="${at}" ${rest}>x</text:h>`;
    const restart = 'text:restart-numbering="true" text:start-value="5"';
    const text = h(1) + h(2) + h(2) + h(3) + h(1) + h(2) + h(1, 'text:is-list-header="true"') + h(1, restart);
    expect(labelsOf(read(text, { styles: outline }))).toEqual(["I.", "I.1", "I.2", "", "II.", "II.1", "", "V."]);
  });

  it("ODT-35 a number that the file prints stands as printed", () => {
    expect(numbered(list(item(`<text:number>4 bis. </text:number>${p("a")}`) + item(p("b"))))).toEqual([
      "4 bis.",
      "2.",
    ]);
  });

  it("ODT-36 counts are those before the changes: a new paragraph is bis and moves none, a deleted one counts", () => {
    const inserted = item(p(`${start("c1")}new`)) + item(p(`${end("c1")}old`));
    const text = tracked(region("c1", insertion("A"))) + list(item(p("one")) + inserted + item(p("three")));
    expect(numbered(text)).toEqual(["1.", "1 bis.", "2.", "3."]);
  });

  it("ODT-36 Enter pressed at the end of a paragraph leaves it its number", () => {
    const text =
      tracked(region("c1", insertion("A"))) +
      list(item(p("one")) + item(p(`second${start("c1")}`)) + item(p(`new${end("c1")}`)) + item(p("three")));
    expect(numbered(text)).toEqual(["1.", "2.", "2 bis.", "3."]);
  });

  it("ODT-37 white space behind a typed number is of the words", () => {
    const [paragraph] = paragraphsOf(
      read(p('<text:span text:style-name="ParleyNumber">1.<text:tab/></text:span> words')),
    );
    expect(paragraph?.pieces.map((piece) => piece.kind === "text" && piece.text)).toEqual([" words"]);
  });

  it("ODT-37 a typed number in our style is a label again, with its tab and without", () => {
    const typed = '<text:span text:style-name="ParleyNumber">3 bis.<text:tab/></text:span>';
    const split = '<text:span text:style-name="ParleyNumber">3 bis.</text:span><text:tab/>';
    const bare = '<text:span text:style-name="ParleyNumber">3 bis.</text:span>';
    for (const number of [typed, split, bare]) {
      const [paragraph] = paragraphsOf(read(p(`${number}words<text:tab/>more`)));
      expect(paragraph?.label).toEqual({
        text: "3 bis.",
        list: "",
        level: 0,
        format: "none",
        pattern: "3 bis.",
        start: 1,
      });
      expect(paragraph?.pieces.map((piece) => (piece.kind === "text" ? piece.text : piece.kind))).toEqual([
        "words",
        "tab",
        "more",
      ]);
    }
  });

  it("ODT-37 a typed number that somebody changed by itself stays in the words with that change", () => {
    const number = (text: string) => `<text:span text:style-name="ParleyNumber">${text}</text:span>`;
    const old = deletion("A", p(number("3 bis.")));
    const changed = p(`${point("c1")}${start("c2")}${number("3 ter.")}${end("c2")}${number("<text:tab/>")}words`);
    const read1 = read(tracked(region("c1", old), region("c2", insertion("A"))) + changed);
    expect(labelsOf(read1)).toEqual([""]);
    expect(tell(read1)).toEqual(["3 bis.{-A}3 ter.{+A}<tab>{}words{}¶{}"]);
    const whole = p(`${start("c2")}${number("3 bis.<text:tab/>")}words`) + p(`${end("c2")}next`);
    const read2 = read(tracked(region("c2", insertion("A"))) + whole);
    expect([labelsOf(read2), tell(read2)]).toEqual([
      ["3 bis.", ""],
      ["words{+A}¶{+A}", "next{}¶{}"],
    ]);
  });
});
