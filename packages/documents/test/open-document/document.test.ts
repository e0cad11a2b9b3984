import { describe, expect, it } from "vitest";
import { readOpenDocument } from "../../src/open-document-reader.ts";
import { openDocumentFile, p, paragraphsOf, read } from "./open-document-file.ts";

const paragraph = (name: string, properties: string, rest = "") =>
  `<style:style style:name="${name}" style:family="paragraph" ${rest}><style:paragraph-properties ${properties}/></style:style>`;
const cell = (inside: string, rest = "") => `<table:table-cell ${rest}>${inside}</table:table-cell>`;
const row = (...cells: readonly string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
const covered = "<table:covered-table-cell/>";

describe("paragraphs", () => {
  it("ODT-20 roles come from headings and from the nearest style whose name tells", () => {
    const styles =
      paragraph("My", "", 'style:parent-style-name="Quotations"') +
      '<style:style style:name="X1" style:display-name="Parley Note" style:family="paragraph"/>';
    const automatic = paragraph("P1", "", 'style:parent-style-name="Title"');
    const names = ["P1", "Subtitle", "My", "X1", "ParleySignature", "Text_20_body", "Heading_20_3", "Unknown"];
    const text = names.map((name) => p("x", `text:style-name="${name}"`)).join("");
    const found = paragraphsOf(read(`${text}<text:h text:outline-level="12">y</text:h>`, { styles, automatic }));
    expect(found.map(({ role, level }) => `${role} ${level}`)).toEqual([
      "title 0",
      "subtitle 0",
      "quote 0",
      "note 0",
      "signature 0",
      "body 0",
      "heading 3",
      "body 0",
      "heading 9",
    ]);
  });

  it("ODT-21 the level is the paragraph's own indentation up to the first line, else its number's, else its style's", () => {
    const automatic =
      paragraph("P1", 'fo:margin-left="3cm" fo:text-indent="-1cm"') +
      paragraph("P2", 'fo:margin-left="1in"') +
      paragraph("P3", 'fo:margin-left="25%"');
    const styles = paragraph("Deep", 'fo:margin-left="20mm"') + paragraph("Quotations", 'fo:margin-left="2cm"');
    const list =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>';
    const item = `<text:list text:style-name="L"><text:list-item><text:list><text:list-item>${p("x")}</text:list-item></text:list></text:list-item></text:list>`;
    const names = ["P1", "P2", "P3", "Deep", "Quotations"];
    const text = names.map((name) => p("x", `text:style-name="${name}"`)).join("") + item;
    const found = paragraphsOf(read(text, { styles: styles + list, automatic }));
    expect(found.map(({ level }) => level)).toEqual([2, 2, 0, 2, 0, 1]);
  });

  it("ODT-22 direction comes from the paragraph, its styles, the page, in this order", () => {
    const automatic = paragraph("P1", 'style:writing-mode="rl-tb"') + paragraph("P2", 'style:writing-mode="page"');
    const styles = paragraph("Rtl", 'style:writing-mode="rl-tb"');
    const text = p("a", 'text:style-name="P1"') + p("b", 'text:style-name="P2"') + p("c", 'text:style-name="Rtl"');
    const pages = (mode: string) => ({
      pages: `<style:page-layout style:name="pm"><style:page-layout-properties style:writing-mode="${mode}"/></style:page-layout>`,
      masters: '<style:master-page style:name="Standard" style:page-layout-name="pm"/>',
    });
    const directions = (mode: string) =>
      paragraphsOf(read(text, { styles, automatic, ...pages(mode) })).map(({ direction }) => direction);
    expect(directions("lr-tb")).toEqual(["rtl", "ltr", "rtl"]);
    expect(directions("rl-tb")).toEqual(["rtl", "rtl", "rtl"]);
    expect(read(text, pages("rl-tb")).manuscript.direction).toBe("rtl");
  });
});

describe("the document", () => {
  it("ODT-23 title, language, page, header and what is carried", () => {
    const found = read(p("x"), {
      meta: '<dc:title>A &amp; B</dc:title><meta:user-defined meta:name="Parley carried">a&#13;\n b</meta:user-defined>',
      styles:
        '<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>',
      pages:
        '<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm"/></style:page-layout>',
      masters: `<style:master-page style:name="Standard" style:page-layout-name="pm"><style:header>${p("Confidential.")}</style:header><style:footer>${p("<text:page-number>3</text:page-number> / <text:page-count>12</text:page-count>")}</style:footer></style:master-page>`,
    });
    const { title, language, landscape, header, carried, direction } = found.manuscript;
    expect({ title, language, landscape, header, carried, direction }).toEqual({
      title: "A & B",
      language: "en-GB",
      landscape: true,
      header: "Confidential.",
      carried: "a\r\n b",
      direction: "ltr",
    });
    expect(found.losses).toEqual([]);
  });

  it("ODT-23 heads of more than one plain line, and feet with words, are told with their words", () => {
    const found = read(p("x"), {
      masters: `<style:master-page style:name="Standard"><style:header>${p("One")}${p("Two")}</style:header><style:footer>${p("Draft 3, <text:page-number>1</text:page-number>")}</style:footer></style:master-page>`,
    });
    expect(found.manuscript.header).toBe(null);
    expect(found.losses.map(({ code, what, paragraph: at }) => [code, what, at])).toEqual([
      ["header-footer", 'the head of a page: "One Two"', null],
      ["header-footer", 'the foot of a page: "Draft 3, 1"', null],
    ]);
  });

  it("ODT-24 tables: columns spanned, header rows, cells covered from above stay empty and are told", () => {
    const table = `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>${row(cell(p("h"), 'table:number-columns-spanned="3"'), covered, covered)}</table:table-header-rows>${row(cell(p("tall"), 'table:number-rows-spanned="2" table:number-columns-spanned="2"'), covered, cell(p("b")))}${row(covered, covered, cell(""))}</table:table>`;
    const found = read(p("before") + table);
    const block = found.manuscript.blocks[1];
    const rows = block?.kind === "table" ? block.rows : [];
    expect(rows.map(({ isHeader, cells }) => [isHeader, cells.map(({ columns }) => columns)])).toEqual([
      [true, [3]],
      [false, [2, 1]],
      [false, [2, 1]],
    ]);
    expect(
      rows[2]?.cells.every(({ paragraphs }) => paragraphs.length === 1 && paragraphs[0]?.pieces.length === 0),
    ).toBe(true);
    expect(found.losses.map(({ code, paragraph: at, near }) => [code, at, near])).toEqual([
      ["merged-cells", 3, "tall"],
    ]);
  });

  it("ODT-24 a table inside a cell is told, and its words stay as paragraphs of the cell", () => {
    const inner = `<table:table>${row(cell(p("in")), cell(p("ner")))}</table:table>`;
    const found = read(`<table:table>${row(cell(p("out") + inner + p("after")))}</table:table>`);
    expect(paragraphsOf(found).map(({ pieces }) => pieces.map((piece) => piece.kind === "text" && piece.text))).toEqual(
      [["out"], ["in"], ["ner"], ["after"]],
    );
    expect(found.losses.map(({ code }) => code)).toEqual(["nested-table"]);
  });

  it("ODT-25 everything that holds something to see is told with its paragraph and its words", () => {
    const frame = (inside: string) => `<draw:frame draw:name="F">${inside}</draw:frame>`;
    const math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>';
    const text =
      frame('<draw:image xlink:href="Pictures/a.png"/>') +
      p(`Here ${frame('<draw:image xlink:href="Pictures/b.png"/>')}and there`) +
      p(frame(`<draw:text-box>${p("boxed")}${p("words")}</draw:text-box>`)) +
      p(frame('<draw:object xlink:href="./Object 1"/>') + frame('<draw:object xlink:href="./Object 2"/>')) +
      p(`<draw:custom-shape>${p("in a shape")}</draw:custom-shape>`) +
      p(
        "Page <text:page-number>4</text:page-number>, <text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>above</text:ruby-text></text:ruby>",
      ) +
      `<text:section text:name="S">${p("in a section")}</text:section>` +
      p("<other:thing>odd</other:thing><other:nothing/>") +
      `<text:table-of-content text:name="T"><text:table-of-content-source/><text:index-body>${p("1 First")}</text:index-body></text:table-of-content>`;
    const found = read(text, { more: { "Object 1/content.xml": math } });
    expect(found.losses.map(({ code, paragraph: at }) => [code, at])).toEqual([
      ["picture", null],
      ["picture", 1],
      ["text-box", 2],
      ["equation", 3],
      ["embedded-object", 3],
      ["drawing", 4],
      ["field", 5],
      ["ruby", 5],
      ["section", 5],
      ["unknown-element", 7],
      ["field", 7],
    ]);
    expect(found.losses[1]).toEqual({
      code: "picture",
      what: "a picture (b.png)",
      paragraph: 1,
      near: "Here and there",
    });
    expect(found.losses[2]?.what).toContain("boxed words");
    const words = paragraphsOf(found).map(({ pieces }) =>
      pieces.map((piece) => (piece.kind === "text" ? piece.text : "")).join(""),
    );
    expect(words.slice(4)).toEqual(["Page 4, base", "in a section", "odd", "1 First"]);
  });

  it("ODT-26 progress is a share that never falls", () => {
    const shares: number[] = [];
    const bytes = openDocumentFile(p("x").repeat(1000));
    readOpenDocument("a.odt", bytes, { onProgress: (share) => shares.push(share) });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.length).toBeGreaterThan(5);
  });
});
