import { describe, expect, it } from "vitest";
import type { Piece } from "../../src/manuscript.ts";
import { p, paragraphsOf, read } from "./open-document-file.ts";

const shape = (pieces: readonly Piece[] | undefined) =>
  pieces?.map((piece) => {
    if (piece.kind !== "text")
      return "name" in piece ? `${piece.kind} ${piece.name}` : "id" in piece ? `${piece.kind} ${piece.id}` : piece.kind;
    const { strong, emphasis, underline, role, link } = piece;
    const looks = [strong && "strong", emphasis && "emphasis", underline && "underline", role, link].filter(Boolean);
    return looks.length === 0 ? piece.text : `${piece.text}|${looks.join(" ")}`;
  });
const words = (text: string, parts = {}) => shape(paragraphsOf(read(text, parts))[0]?.pieces);
const character = (name: string, properties: string, rest = "") =>
  `<style:style style:name="${name}" style:family="text" ${rest}><style:text-properties ${properties}/></style:style>`;

describe("words", () => {
  it("ODT-10 white space of the file is one space, none at the start, and line ends before the end are layout", () => {
    expect(words(p("\n   a \t\n b<text:s/><text:s text:c='3'/>c \n  "))).toEqual(["a b    c"]);
    expect(words(p("a <text:span> b</text:span>"))).toEqual(["a b"]);
    expect(words(p("kept at the end "))).toEqual(["kept at the end "]);
    expect(words(p("<text:s text:c='999999999'/>x"))).toEqual([`${" ".repeat(100)}x`]);
  });

  it("ODT-10 joiners, marks of direction and hyphens stay; tabs and line ends are pieces; page breaks are nothing", () => {
    expect(words(p("می‌شود ‏x­y‑z<text:tab/>b<text:line-break/>c<text:soft-page-break/>d"))).toEqual([
      "می‌شود ‏x­y‑z",
      "tab",
      "b",
      "break",
      "cd",
    ]);
  });

  it("ODT-11 looks come from spans, their styles and the styles these are built on; links and numbers lend none", () => {
    const styles =
      character("Base", 'fo:font-weight="bold"') +
      character("Mine", 'fo:font-style="italic"', 'style:parent-style-name="Base"') +
      character("Plain", 'fo:font-weight="normal" style:text-underline-style="solid"') +
      character("Internet_20_link", 'style:text-underline-style="solid"') +
      character("A", 'fo:font-weight="bold"', 'style:parent-style-name="B"') +
      character("B", 'fo:font-style="italic"', 'style:parent-style-name="A"');
    const span = (name: string, inside: string) => `<text:span text:style-name="${name}">${inside}</text:span>`;
    expect(words(p(span("Mine", `x${span("Plain", "y")}`)), { styles })).toEqual([
      "x|strong emphasis",
      "y|emphasis underline",
    ]);
    expect(words(p(span("A", "ring")), { styles })).toEqual(["ring|strong emphasis"]);
    const link = `<text:a xlink:href="https://example.org/">${span("Internet_20_link", "there")}</text:a>`;
    expect(words(p(`${link}<text:a xlink:href="#mark">here</text:a>`), { styles })).toEqual([
      "there|https://example.org/",
      "here|#mark",
    ]);
  });

  it("ODT-11 of words in a complex script the settings for complex scripts hold", () => {
    const styles = character("C", 'style:font-weight-complex="bold" fo:font-weight="normal"');
    const span = (inside: string) => `<text:span text:style-name="C">${inside}</text:span>`;
    expect(words(p(span("صلح") + span(" peace")), { styles })).toEqual(["صلح|strong", " peace"]);
  });

  it("ODT-11 the looks of a heading's style are the heading's, those of other styles the words'", () => {
    const style = (name: string, rest = "") =>
      `<style:style style:name="${name}" style:family="paragraph" ${rest}><style:text-properties fo:font-weight="bold"/></style:style>`;
    const styles = style("Heading_20_1") + style("Clause") + style("Chapter", 'style:default-outline-level="1"');
    const automatic = style("P1", 'style:parent-style-name="Heading_20_1"');
    expect(words('<text:h text:outline-level="1" text:style-name="Heading_20_1">a</text:h>', { styles })).toEqual([
      "a",
    ]);
    expect(words('<text:h text:outline-level="1" text:style-name="Chapter">a</text:h>', { styles })).toEqual(["a"]);
    expect(words(p("a", 'text:style-name="Clause"'), { styles })).toEqual(["a|strong"]);
    expect(words('<text:h text:outline-level="1" text:style-name="P1">a</text:h>', { styles, automatic })).toEqual([
      "a|strong",
    ]);
  });

  it("ODT-12 our character styles give the roles, under their names and LibreOffice's", () => {
    const span = (name: string) => `<text:span text:style-name="${name}">[</text:span>`;
    expect(words(p(`${span("ParleyLiteral")}x${span("Parley_20_Ambiguity")}`))).toEqual([
      "[|literal",
      "x",
      "[|ambiguity",
    ]);
  });

  it("ODT-13 bookmarks and reference marks are anchors, points and ranges", () => {
    const text =
      p(
        '<text:bookmark text:name="_GoBack"/><text:bookmark text:name="a"/>x<text:reference-mark-start text:name="r"/>',
      ) + p("y");
    expect(words(text)).toEqual(["anchor-start a", "anchor-end a", "x", "anchor-start r"]);
    expect(words(p('<text:bookmark-start text:name="b"/>x<text:bookmark-end text:name="b"/>'))).toEqual([
      "anchor-start b",
      "x",
      "anchor-end b",
    ]);
  });

  it("ODT-14 comments keep author, date, paragraphs, answers and whether they are settled", () => {
    const note = (name: string, rest: string, inside: string) =>
      `<office:annotation office:name="${name}" ${rest}><dc:creator>Ann B</dc:creator><dc:date>2021-01-02T03:04:05.000000000</dc:date>${inside}</office:annotation>`;
    const found = read(
      p(
        `${note("c1", 'loext:resolved="true"', p("Why?") + p("a<text:tab/>b  c"))}word<office:annotation-end office:name="c1"/>` +
          `${note("c2", 'loext:parent-name="c1"', p("So."))}${note("c3", 'loext:parent-name="gone"', "")}`,
      ),
    );
    expect(found.manuscript.comments).toEqual([
      {
        id: "c1",
        author: "Ann B",
        date: "2021-01-02T03:04:05.000000000",
        paragraphs: ["Why?", "a\tb c"],
        replyTo: null,
        resolved: true,
      },
      {
        id: "c2",
        author: "Ann B",
        date: "2021-01-02T03:04:05.000000000",
        paragraphs: ["So."],
        replyTo: "c1",
        resolved: false,
      },
      {
        id: "c3",
        author: "Ann B",
        date: "2021-01-02T03:04:05.000000000",
        paragraphs: [],
        replyTo: null,
        resolved: false,
      },
    ]);
    expect(shape(paragraphsOf(found)[0]?.pieces)).toEqual([
      "comment-start c1",
      "word",
      "comment-end c1",
      "comment-start c2",
      "comment-end c2",
      "comment-start c3",
      "comment-end c3",
    ]);
  });

  it("ODT-14 comments without a name, or with one name twice, are told apart", () => {
    const bare = "<office:annotation><dc:creator>A</dc:creator></office:annotation>";
    const twice = '<office:annotation office:name="x"/>';
    const { comments } = read(p(bare + bare + twice + twice)).manuscript;
    expect(comments.map(({ id }) => id)).toEqual(["comment", "comment-2", "x", "x-2"]);
  });

  it("ODT-15 footnotes are called where they stand; an endnote is kept as one, and told", () => {
    const note = (id: string, kind: string) =>
      `<text:note text:id="${id}" text:note-class="${kind}"><text:note-citation>i</text:note-citation><text:note-body>${p("in it")}</text:note-body></text:note>`;
    const found = read(p(`a${note("f", "footnote")}b${note("e", "endnote")}`));
    expect(shape(paragraphsOf(found)[0]?.pieces)).toEqual(["a", "footnote f", "b", "footnote e"]);
    expect(found.manuscript.footnotes.map(({ id, paragraphs }) => [id, shape(paragraphs[0]?.pieces)])).toEqual([
      ["f", ["in it"]],
      ["e", ["in it"]],
    ]);
    expect(found.losses).toEqual([
      { code: "endnote", what: "an endnote: it is kept as a footnote", paragraph: 1, near: "ab" },
    ]);
  });
});
