import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { p, paragraphsOf, r, read } from "./word-file.ts";

interface Level {
  readonly text: string;
  readonly format?: string;
  readonly start?: number;
  readonly more?: string;
}

function level(at: number, { text, format = "decimal", start = 1, more = "" }: Level): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}
const list = (id: number, levels: readonly Level[], more = "") =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map((one, i) => level(i, one)).join("")}</w:abstractNum>`;
const use = (id: number, of: number, overrides = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const startAt = (at: number, start: number) =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const numbered = (at: number, id: number | string = 1, more = "") =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>${more}`;
const endInserted = '<w:rPr><w:ins w:id="1" w:author="A" w:date="2021-03-01T00:00:00Z"/></w:rPr>';
const endDeleted = '<w:rPr><w:del w:id="1" w:author="A" w:date="2021-03-01T00:00:00Z"/></w:rPr>';
const inserted = (words: string, at: number, id = 1) =>
  `<w:p><w:pPr>${numbered(at, id, endInserted)}</w:pPr><w:ins w:id="2" w:author="A">${r(words)}</w:ins></w:p>`;
const stood = (words: string, at: number, id: number | string = 1) => p(words, numbered(at, id));

const legal: readonly Level[] = [{ text: "%1." }, { text: "%1.%2" }, { text: "(%3)", format: "lowerLetter" }];
const oneList = list(0, legal) + use(1, 0);

function labels(body: string, numbering = oneList, styles?: string): readonly (string | null)[] {
  const { manuscript } = read({ body, numbering, ...(styles === undefined ? {} : { styles }) });
  return paragraphsOf(manuscript).map((paragraph) => paragraph.label?.text ?? null);
}

describe("numbers made explicit", () => {
  it("WIN-30 own numbering goes before the style's, 0 takes it away, and a list ties levels to styles", () => {
    const styles =
      `<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Clause"/></w:style>` +
      `<w:style w:type="paragraph" w:styleId="Based"><w:name w:val="Based"/><w:basedOn w:val="Sub"/></w:style>` +
      `<w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="Plain"/><w:basedOn w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>`;
    const numbering =
      list(0, [{ text: "%1." }, { text: "%1.%2", more: '<w:pStyle w:val="Sub"/>' }]) +
      list(1, [{ text: "[%1]" }]) +
      use(1, 0) +
      use(2, 1);
    const styled = (style: string, more = "") => p("x", `<w:pStyle w:val="${style}"/>${more}`);
    const body = [
      styled("Clause"),
      styled("Sub"),
      styled("Based"),
      styled("Plain"),
      styled("Sub", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      styled("Sub", numbered(0, 2)),
      styled("Sub", '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
      p("none"),
    ];
    expect(labels(body.join(""), numbering, styles)).toEqual(["1.", "1.1", "1.2", null, null, "[1]", "2.", null]);
  });

  it("WIN-31 levels start, count on and start again; a level above that was never used counts as used once", () => {
    const body = [1, 0, 2, 1, 0, 0, 1, 1, 2, 2].map((at) => stood("x", at)).join("");
    // The same file converted to plain text by a word processor gives the same numbers.
    expect(labels(body)).toEqual(["1.1", "2.", "(a)", "2.2", "3.", "4.", "4.1", "4.2", "(a)", "(b)"]);
  });

  it("WIN-31 a level may name the level that starts it again, or never start again", () => {
    const restart = (at: number) => `<w:lvlRestart w:val="${at}"/>`;
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((at) => stood("x", at)).join("");
    const with2 = (more: string) => list(0, [{ text: "%1" }, { text: "%2" }, { text: "%3", more }]) + use(1, 0);
    expect(labels(body, with2(restart(1)))).toEqual(["1", "1", "1", "2", "2", "2", "1", "1"]);
    expect(labels(body, with2(restart(0)))).toEqual(["1", "1", "1", "2", "2", "2", "1", "3"]);
  });

  it("WIN-31 uses of one list share its counts, other lists have their own", () => {
    const numbering = list(0, legal) + list(1, legal) + use(1, 0) + use(2, 0) + use(3, 1);
    const body = [1, 2, 3, 1, 3].map((id) => stood("x", 0, id)).join("");
    expect(labels(body, numbering)).toEqual(["1.", "2.", "1.", "3.", "2."]);
  });

  it("WIN-32 a use that starts anew does so once, and the list goes on from there", () => {
    const numbering = oneList + use(2, 0, startAt(0, 7)) + use(3, 0, startAt(1, 5));
    const body = [
      stood("x", 0),
      stood("x", 0, 2),
      stood("x", 0),
      stood("x", 0, 2),
      stood("x", 1, 3),
      stood("x", 1, 3),
      stood("x", 1),
    ];
    expect(labels(body.join(""), numbering)).toEqual(["1.", "7.", "8.", "9.", "9.5", "9.6", "9.7"]);
  });

  it("WIN-32 a level redefined by a use holds for that use alone", () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, { text: "Article %1", format: "upperRoman", start: 4 })}</w:lvlOverride>`;
    const numbering = oneList + list(1, legal) + use(2, 1, own);
    expect(labels(stood("x", 0) + stood("x", 0, 2) + stood("x", 0, 2), numbering)).toEqual([
      "1.",
      "Article IV",
      "Article V",
    ]);
  });

  it("WIN-33 a list told by a numbering style is the list that the style names; a circle gives no number", () => {
    const styles = `<w:style w:type="numbering" w:styleId="Legal"><w:name w:val="Legal"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>`;
    const linked = '<w:numStyleLink w:val="Legal"/>';
    const numbering = list(0, legal, '<w:styleLink w:val="Legal"/>') + list(1, [], linked) + use(5, 0) + use(1, 1);
    expect(labels(stood("x", 0) + stood("x", 1, 5), numbering, styles)).toEqual(["1.", "1.1"]);
    const circle = list(0, [], linked) + list(1, [], linked) + use(5, 1) + use(1, 0);
    expect(labels(stood("x", 0), circle, styles)).toEqual([null]);
  });

  it("WIN-34 counts are written in every way an agreement is likely to meet", () => {
    const written = (format: string, start: number) =>
      labels(stood("x", 0), list(0, [{ text: "%1", format, start }]) + use(1, 0))[0];
    const cases: readonly [string, number, string][] = [
      ["decimalZero", 9, "09"],
      ["decimalZero", 10, "10"],
      ["hindiNumbers", 1402, "١٤٠٢"],
      ["lowerLetter", 26, "z"],
      ["lowerLetter", 27, "aa"],
      ["upperLetter", 54, "BBB"],
      ["lowerRoman", 1994, "mcmxciv"],
      ["upperRoman", 49, "XLIX"],
      ["cardinalText", 21, "Twenty-one"],
      ["cardinalText", 1100, "One thousand one hundred"],
      ["ordinalText", 20, "Twentieth"],
      ["ordinalText", 32, "Thirty-second"],
      ["ordinal", 11, "11th"],
      ["ordinal", 23, "23rd"],
      ["arabicAbjad", 3, "ج"],
      ["arabicAlpha", 3, "ت"],
      ["arabicAlpha", 29, "أأ"],
      ["decimal", 0, "0"],
    ];
    expect(cases.map(([format, start]) => written(format, start))).toEqual(cases.map(([, , text]) => text));
  });

  it("WIN-34 a way of counting not known here is written in figures and told", () => {
    const numbering = list(0, [{ text: "%1.", format: "chosung" }]) + use(1, 0);
    const { manuscript, losses } = read({ body: stood("x", 0), numbering });
    expect(paragraphsOf(manuscript)[0]?.label).toMatchObject({ text: "1.", format: "decimal" });
    expect(losses).toEqual(["symbol @- numbers of a kind not known here (chosung); they are written in figures"]);
  });

  it("WIN-34 romans add up again, and letters repeat", () => {
    const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
    const written = (format: string, start: number) =>
      labels(stood("x", 0), list(0, [{ text: "%1", format, start }]) + use(1, 0))[0] ?? "";
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), (count) => {
        const signs = [...written("lowerRoman", count)].map((sign) => values[sign] ?? Number.NaN);
        const sum = signs.reduce((all, value, i) => all + (value < (signs[i + 1] ?? 0) ? -value : value), 0);
        expect(sum).toBe(count);
        expect(signs.join()).not.toMatch(/(?:^|,)(1|10|100|1000),\1,\1,\1/);
      }),
      { numRuns: 60 },
    );
  });

  it("WIN-35 each level in its own format, all in figures where the level says so, bullets as one sign", () => {
    const mixed: readonly Level[] = [
      { text: "ARTICLE %1", format: "upperRoman" },
      { text: "%1.%2", format: "decimal" },
      { text: "%1.%2.%3", format: "lowerLetter", more: "<w:isLgl/>" },
      { text: "\uf0b7", format: "bullet" },
      { text: "%1-%4-%5)", format: "decimal" },
      { text: "", format: "decimal" },
      { text: "Preamble", format: "none" },
    ];
    const body = [0, 0, 1, 2, 3, 4, 5, 6].map((at) => stood("x", at)).join("");
    const expected = ["ARTICLE I", "ARTICLE II", "II.1", "2.1.1", "•", "II--1)", null, "Preamble"];
    expect(labels(body, list(0, mixed) + use(1, 0))).toEqual(expected);
  });

  it("WIN-36 inserted paragraphs move nobody on, deleted ones count", () => {
    const gone = `<w:p><w:pPr>${numbered(0, 1, endDeleted)}</w:pPr><w:del w:id="2" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`;
    const body = [stood("x", 0), inserted("y", 0), inserted("y", 0), stood("x", 0), gone, stood("x", 0)];
    expect(labels(body.join(""))).toEqual(["1.", "1 bis.", "1 ter.", "2.", "3.", "4."]);
  });

  it("WIN-37 when a paragraph is split, the part with the old words keeps the number", () => {
    const end = (words: string, new_ = "") =>
      `<w:p><w:pPr>${numbered(0, 1, endInserted)}</w:pPr>${r(words)}${new_}</w:p>`;
    expect(labels(stood("x", 0) + end("first half") + stood("second half", 0) + stood("x", 0))).toEqual([
      "1.",
      "2.",
      "2 bis.",
      "3.",
    ]);
    const typedAfter = `<w:p><w:pPr>${numbered(0)}</w:pPr><w:ins w:id="3" w:author="A">${r("new")}</w:ins></w:p>`;
    expect(labels(end("old") + typedAfter + stood("x", 0))).toEqual(["1.", "1 bis.", "2."]);
    expect(labels(inserted("new", 0) + stood("old", 0))).toEqual(["1 ante.", "1."]);
    const unnumbered = `<w:p><w:pPr>${endInserted}</w:pPr>${r("words before the number")}</w:p>`;
    expect(labels(unnumbered + stood("old", 0))).toEqual([null, "1."]);
  });

  it("WIN-37 in an inserted row all is inserted, and the edge of a cell parts neighbours", () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
    const row = (inner: string, more = "") => `<w:tr><w:trPr>${more}</w:trPr>${inner}</w:tr>`;
    const rowInserted = '<w:ins w:id="9" w:author="A"/>';
    const body = `${stood("x", 0)}<w:tbl>${row(cell(stood("x", 0)))}${row(cell(stood("y", 0)), rowInserted)}${row(cell(inserted("z", 0)) + cell(stood("x", 0)))}</w:tbl>${stood("x", 0)}`;
    expect(labels(body)).toEqual(["1.", "2.", "2 bis.", "2 ter.", "3.", "4."]);
  });

  it("WIN-37 a paragraph before a table is no neighbour of the one inside", () => {
    const before = `<w:p><w:pPr>${numbered(0, 1, endInserted)}</w:pPr>${r("old")}</w:p>`;
    const table = `<w:tbl><w:tr><w:tc>${stood("x", 0)}</w:tc></w:tr></w:tbl>`;
    expect(labels(before + table)).toEqual(["1.", "2."]);
    const cells = `<w:tbl><w:tr><w:tc>${before}</w:tc><w:tc>${stood("x", 0)}</w:tc></w:tr></w:tbl>`;
    expect(labels(cells)).toEqual(["1.", "2."]);
  });

  it("WIN-37 what moved here is inserted, what moved away counts", () => {
    const moved = (element: string, words: string) =>
      `<w:p><w:pPr>${numbered(0, 1, `<w:rPr><w:${element} w:id="1" w:author="A"/></w:rPr>`)}</w:pPr><w:${element} w:id="2" w:author="A">${r(words)}</w:${element}></w:p>`;
    const body = [stood("x", 0), moved("moveFrom", "m"), stood("x", 0), moved("moveTo", "m"), stood("x", 0)];
    expect(labels(body.join(""))).toEqual(["1.", "2.", "3.", "3 bis.", "4."]);
  });

  it("WIN-38 bis stands after the paragraph's own count, before what closes the label", () => {
    const forms: readonly Level[] = [
      { text: "Article %1." },
      { text: "%1.%2" },
      { text: "(%3)", format: "lowerLetter" },
    ];
    const body = [
      stood("x", 0),
      stood("x", 1),
      inserted("y", 1),
      stood("x", 2),
      inserted("y", 2),
      stood("x", 1),
      inserted("y", 0),
    ];
    expect(labels(body.join(""), list(0, forms) + use(1, 0))).toEqual([
      "Article 1.",
      "1.1",
      "1.1 bis",
      "(a)",
      "(a bis)",
      "1.2",
      "Article 1 bis.",
    ]);
  });

  it("WIN-38 the words after bis, up to the twentieth and beyond", () => {
    const found = labels(stood("x", 0) + inserted("y", 0).repeat(21));
    expect(found.slice(0, 6)).toEqual(["1.", "1 bis.", "1 ter.", "1 quater.", "1 quinquies.", "1 sexies."]);
    expect(found.slice(-3)).toEqual(["1 vicies.", "1 bis 20.", "1 bis 21."]);
    expect(new Set(found).size).toBe(22);
  });

  it("WIN-38 below an inserted paragraph, and where a level counts nothing, inserted ones count from the start", () => {
    const body = [
      stood("3", 0),
      stood("a", 2),
      inserted("bis", 0),
      inserted("its first", 2),
      inserted("its second", 2),
      inserted("under it", 1),
      stood("back under the first", 2),
      inserted("after that", 2),
      stood("4", 0),
      inserted("all new below 4", 2),
      inserted("all new below 4", 2),
    ];
    expect(labels(body.join(""))).toEqual([
      "1.",
      "(a)",
      "1 bis.",
      "(a)",
      "(b)",
      "1 bis.1",
      "(b)",
      "(b bis)",
      "2.",
      "(a)",
      "(b)",
    ]);
    expect(labels(inserted("new", 0, 2) + inserted("list", 0, 2), oneList + list(1, legal) + use(2, 1))).toEqual([
      "1.",
      "2.",
    ]);
  });

  it("WIN-38 every paragraph that stands begins anew what is inserted after it", () => {
    const body = [
      stood("1", 0),
      inserted("n", 0),
      inserted("new below it", 2),
      stood("2", 0),
      inserted("n", 0),
      inserted("new below it", 2),
      inserted("another", 0),
      inserted("new below that", 2),
      stood("3", 0),
      inserted("new list", 2),
      stood("4", 0),
      inserted("new list", 2),
      stood("5", 0),
      stood("a", 2),
    ];
    const expected = "1.,1 bis.,(a),2.,2 bis.,(a),2 ter.,(a),3.,(a),4.,(a),5.,(a)";
    expect(labels(body.join("")).join()).toBe(expected);
  });

  it("WIN-38 a level skipped below an inserted paragraph counts as used once, whatever stood before", () => {
    const forms = list(0, [{ text: "%1" }, { text: "%1.%2" }, { text: "%1.%2.%3" }]) + use(1, 0);
    const body = [stood("x", 0), stood("x", 1), stood("x", 1), inserted("y", 2), inserted("n", 0), inserted("y", 2)];
    const more = [inserted("y", 1), inserted("y", 1), inserted("n", 0), inserted("y", 2)];
    const expected = "1,1.1,1.2,1.2.1,1 bis,1 bis.1.1,1 bis.1,1 bis.2,1 ter,1 ter.1.1";
    expect(labels([...body, ...more].join(""), forms).join()).toBe(expected);
  });

  it("WIN-38 an inserted use that starts anew is a list of its own", () => {
    const numbering = oneList + use(2, 0, startAt(0, 1));
    const body = [stood("x", 0), stood("x", 0), inserted("new", 0, 2), inserted("new", 0, 2), stood("x", 0)];
    expect(labels(body.join(""), numbering)).toEqual(["1.", "2.", "1.", "2.", "3."]);
  });

  it("WIN-38 before the first that stood", () => {
    const body = [inserted("x", 0), inserted("y", 0), stood("old", 0), inserted("under", 2), stood("first below", 2)];
    expect(labels(body.join(""))).toEqual(["1 ante.", "1 ante bis.", "1.", "(a ante)", "(a)"]);
  });

  it("WIN-36 whatever is inserted, the numbers of those that stood are those of the text without it", () => {
    const line = fc.record({ at: fc.integer({ min: 0, max: 2 }), isNew: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const body = lines.map(({ at, isNew }) => (isNew ? inserted("n", at) : stood("o", at)));
        const old = lines.flatMap(({ at, isNew }) => (isNew ? [] : [stood("o", at)]));
        const all = labels([...body, stood("last", 0)].join(""));
        const kept = all.filter((_, i) => lines[i]?.isNew !== true);
        expect(kept).toEqual(labels([...old, stood("last", 0)].join("")));
        const neighbours = all.filter((label, i) => lines[i]?.isNew === true && all[i - 1] === label);
        expect(neighbours).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("WIN-31 counts as a plain counter does", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 40 }), (levels) => {
        const forms = list(0, [{ text: "%1" }, { text: "%1.%2" }, { text: "%1.%2.%3" }]) + use(1, 0);
        const expected: string[] = [];
        const path: number[] = [];
        for (const at of levels) {
          for (let above = 0; above < at; above += 1) path[above] ??= 1;
          path[at] = (path[at] ?? 0) + 1;
          path.length = at + 1;
          expected.push(path.join("."));
        }
        expect(labels(levels.map((at) => stood("x", at)).join(""), forms)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it("WIN-39 a label names its list, level, format, pattern and start", () => {
    const numbering =
      list(4, [
        { text: "§ %1", start: 3 },
        { text: "(%2)", format: "lowerRoman" },
      ]) +
      use(1, 4) +
      use(2, 4, startAt(0, 1));
    const { manuscript } = read({ body: stood("x", 0) + stood("x", 1) + stood("x", 0, 2), numbering });
    expect(paragraphsOf(manuscript).map((paragraph) => paragraph.label)).toEqual([
      { text: "§ 3", list: "4", level: 0, format: "decimal", pattern: "§ %1", start: 3 },
      { text: "(i)", list: "4", level: 1, format: "lower-roman", pattern: "(%2)", start: 1 },
      { text: "§ 1", list: "4+2", level: 0, format: "decimal", pattern: "§ %1", start: 1 },
    ]);
  });

  it("WIN-39 a number that our writer typed is a label again, unless somebody changed it by itself", () => {
    const own = '<w:rPr><w:rStyle w:val="ParleyNumber"/></w:rPr>';
    const number = (text: string) => `<w:r>${own}<w:t>${text}</w:t></w:r><w:r>${own}<w:tab/></w:r>`;
    const label = { text: "3 bis.", list: "", level: 0, format: "none", pattern: "3 bis.", start: 1 };
    const first = (inner: string) => paragraphsOf(read(`<w:p>${inner}</w:p>`).manuscript)[0];
    expect(first(number("3 bis.") + r("Words"))).toMatchObject({ label, pieces: [{ text: "Words" }] });
    const deleted = `<w:del w:id="1" w:author="A"><w:r>${own}<w:delText>Old</w:delText></w:r></w:del>`;
    expect(first(`${number("3 bis.")}${deleted}${r("Words")}`)).toMatchObject({
      label,
      pieces: [{ text: "Old", revisions: [{ kind: "deleted" }] }, { text: "Words" }],
    });
    const all = `<w:ins w:id="1" w:author="A">${number("3 bis.")}${r("Words")}</w:ins>`;
    expect(first(all)).toMatchObject({ label, pieces: [{ text: "Words", revisions: [{ author: "A" }] }] });
    const changed = `<w:del w:id="1" w:author="A">${number("3 bis.").replaceAll("w:t>", "w:delText>")}</w:del>${r("Words")}`;
    expect(first(changed)).toMatchObject({
      label: null,
      pieces: [{ text: "3 bis.", revisions: [{ kind: "deleted" }] }, { kind: "tab" }, { text: "Words", revisions: [] }],
    });
  });
});
