import { describe, expect, it } from "vitest";
import type { Comment, Piece } from "../../src/manuscript.ts";
import { writeWord } from "../../src/word-writer.ts";
import { bodyOf, by, every, manuscript, note, paragraph, partsOf, text } from "./parts-of.ts";
import { damageIn } from "./structure.ts";

const anchor = (kind: "anchor-start" | "anchor-end", name: string): Piece => ({ kind, name });
const mark = (kind: "comment-start" | "comment-end", id: string): Piece => ({ kind, id });
const reference = (id: string): Piece => ({ kind: "footnote", id, revisions: [] });
const comment = (id: string, more: Partial<Comment> = {}): Comment => {
  return { id, author: "A", date: null, paragraphs: ["Why?"], replyTo: null, resolved: false, ...more };
};

describe("anchors and links", () => {
  it("WOU-30 a name that Word takes stays; one too long, with a space or alike but for case is told apart, and links follow", () => {
    const long = "_Parley_".concat("x".repeat(60));
    const names = ["_Parley_a-1", long, `${long}y`, "two words", "Case", "case"];
    const pieces = names.flatMap((name) => [
      anchor("anchor-start", name),
      text("w", { link: `#${name}` }),
      anchor("anchor-end", name),
    ]);
    const xml = bodyOf(paragraph(pieces));
    const written = every(xml, /<w:bookmarkStart [^>]*w:name="([^"]*)"/g);
    expect([written[0], written[4]]).toEqual(["_Parley_a-1", "Case"]);
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of written) expect(name).toMatch(/^[^\s]{1,40}$/);
    expect(every(xml, /w:anchor="([^"]*)"/g)).toEqual(written);
    // The hidden ones stay hidden.
    expect(written[1]).toMatch(/^_Parley_x+_[0-9a-f]{8}$/);
  });

  it("WOU-30 an anchor without its other end is a point, and a name is used once", () => {
    const xml = bodyOf(
      paragraph([anchor("anchor-start", "a"), "x", anchor("anchor-start", "a"), "y"]),
      paragraph([
        anchor("anchor-end", "b"),
        anchor("anchor-start", "c"),
        anchor("anchor-start", "c"),
        "z",
        anchor("anchor-end", "c"),
      ]),
    );
    expect(every(xml, /w:name="([^"]*)"/g)).toEqual(["a", "b", "c"]);
    expect(
      every(xml, /<w:bookmark(\w+)|<w:t[ >]/g)
        .map((one) => one.replace(/<.*/, "words"))
        .join(" "),
    ).toBe("Start End words words Start End Start words End");
  });

  it("WOU-31 an address is a relationship of its part, as told but for characters no address may hold", () => {
    const link = (target: string) => text("x", { link: target });
    const parts = partsOf(
      manuscript(
        [paragraph([link("https://example.org/a?b=1&c=%20"), link("https://example.org/ü x<y>"), reference("1")])],
        {
          footnotes: [{ id: "1", paragraphs: [paragraph([link("https://example.org/note")])] }],
        },
      ),
    );
    const targets = (part: string) =>
      every(parts[`word/_rels/${part}.xml.rels`] ?? "", /Target="([^"]*)" TargetMode="External"/g);
    expect(targets("document")).toEqual(["https://example.org/a?b=1&amp;c=%20", "https://example.org/ü%20x%3Cy%3E"]);
    expect(targets("footnotes")).toEqual(["https://example.org/note"]);
  });
});

describe("comments", () => {
  it("WOU-32 answers without a place of their own stand with the comment; who answers whom and what is settled is told", () => {
    const file = manuscript([paragraph([mark("comment-start", "7"), "words", mark("comment-end", "7")])], {
      comments: [
        comment("7", { resolved: true, author: "Mediation team" }),
        comment("8", { replyTo: "7" }),
        comment("9", { replyTo: "8" }),
      ],
    });
    const parts = partsOf(file);
    expect(every(parts["word/document.xml"] ?? "", /<w:comment(\w+ w:id="\d")/g)).toEqual(
      ["7", "8", "9"]
        .map((id) => `RangeStart w:id="${id}"`)
        .concat(["7", "8", "9"].flatMap((id) => [`RangeEnd w:id="${id}"`, `Reference w:id="${id}"`])),
    );
    const extended = every(parts["word/commentsExtended.xml"] ?? "", /<w15:commentEx ([^>]*)\/>/g);
    const [first, second, third] = every(parts["word/comments.xml"] ?? "", /w14:paraId="(\w+)"/g);
    expect(extended).toEqual([
      `w15:paraId="${first}" w15:done="1"`,
      `w15:paraId="${second}" w15:paraIdParent="${first}" w15:done="0"`,
      `w15:paraId="${third}" w15:paraIdParent="${first}" w15:done="0"`,
    ]);
    expect(parts["word/comments.xml"]).toContain('w:author="Mediation team" w:initials="MT"');
    expect(damageIn(writeWord(file))).toEqual([]);
  });

  it("WOU-32 a comment that stands nowhere stands at the beginning; a mark of no comment is left out", () => {
    const file = manuscript([paragraph([mark("comment-start", "5"), "words", mark("comment-end", "5")])], {
      comments: [comment("x"), comment("x"), comment("y", { replyTo: "z" })],
    });
    expect(every(partsOf(file)["word/document.xml"] ?? "", /<w:commentReference w:id="(\d)"/g)).toEqual(["0", "1"]);
    expect(damageIn(writeWord(file))).toEqual([]);
  });
});

describe("footnotes", () => {
  it("WOU-33 numbers stay; a second reference gets a copy, and one to nothing an empty note", () => {
    const file = manuscript([paragraph([reference("3"), reference("1"), reference("3"), reference("none")])], {
      footnotes: [note("1", "one"), note("3", "three")],
    });
    const parts = partsOf(file);
    expect(every(parts["word/document.xml"] ?? "", /footnoteReference w:id="(\d+)"/g)).toEqual(["3", "1", "4", "5"]);
    const notes = every(parts["word/footnotes.xml"] ?? "", /<w:footnote w:id="(\d+)">.*?<\/w:footnote>/gs);
    expect(notes).toEqual(["1", "3", "4", "5"]);
    expect(every(parts["word/footnotes.xml"] ?? "", /three/g)).toHaveLength(2);
    expect(damageIn(writeWord(file))).toEqual([]);
  });

  it("WOU-33 ids that are no numbers are numbered in order; a note has no note", () => {
    const file = manuscript([paragraph([reference("b")])], {
      footnotes: [
        { id: "a", paragraphs: [] },
        { id: "b", paragraphs: [paragraph([reference("a"), "b"])] },
      ],
    });
    expect(every(partsOf(file)["word/document.xml"] ?? "", /footnoteReference w:id="(\d+)"/g)).toEqual(["2"]);
    expect(damageIn(writeWord(file))).toEqual([]);
  });
});

describe("what travels unseen", () => {
  it("WOU-34 is a part of its own with its properties, and absent when there is nothing", () => {
    const parts = partsOf(manuscript([], { carried: "a <b> & c\r\n" }));
    expect(parts["customXml/item1.xml"]).toContain(
      '<parley xmlns="urn:parley:carried:1">a &lt;b&gt; &amp; c&#13;\n</parley>',
    );
    expect(parts["customXml/_rels/item1.xml.rels"]).toContain('Target="itemProps1.xml"');
    expect(parts["word/_rels/document.xml.rels"]).toContain('Target="../customXml/item1.xml"');
    expect(Object.keys(partsOf(manuscript([]))).filter((name) => name.startsWith("customXml"))).toEqual([]);
  });
});

describe("tables", () => {
  const cell = (words: string, columns = 1) => ({ columns, paragraphs: [paragraph([words])] });
  const row = (...cells: ReturnType<typeof cell>[]) => ({ isHeader: false, revisions: [], cells });

  it("WOU-35 rows fill the columns, the text's width is shared out, and header rows come again on each page", () => {
    const xml = bodyOf({
      kind: "table",
      rows: [{ ...row(cell("a"), cell("b"), cell("c")), isHeader: true }, row(cell("d", 2)), row(cell("e"))],
    });
    const widths = every(xml, /<w:gridCol w:w="(\d+)"/g).map(Number);
    expect(widths).toHaveLength(3);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11_906 - 2 * 1_418);
    expect(every(xml, /<w:gridAfter w:val="(\d)"/g)).toEqual(["1", "2"]);
    expect(every(xml, /<w:gridSpan w:val="(\d)"/g)).toEqual(["2"]);
    expect(every(xml, /<w:tblHeader\/>/g)).toHaveLength(1);
  });

  it("WOU-35 a longer column is wider; right-to-left words turn the columns round; tables do not touch", () => {
    const xml = bodyOf({
      kind: "table",
      rows: [row(cell("a"), cell("a cell of a good many words, far more than the other"))],
    });
    const [narrow, wide] = every(xml, /<w:gridCol w:w="(\d+)"/g).map(Number);
    expect(wide).toBeGreaterThan((narrow ?? 0) * 1.5);
    expect(xml).not.toContain("bidiVisual");
    const rtl = { columns: 1, paragraphs: [paragraph(["متن"], { direction: "rtl" })] };
    const table = { kind: "table", rows: [{ isHeader: false, revisions: [], cells: [rtl] }] } as const;
    const two = bodyOf(table, table, paragraph(["after"]));
    expect(every(two, /<w:bidiVisual\/>/g)).toHaveLength(2);
    expect(two).toContain('</w:tbl><w:p><w:pPr><w:pStyle w:val="ParleyGap"/></w:pPr></w:p><w:tbl>');
  });

  it("WOU-35 a changed end of a paragraph in a cell stays in the cell", () => {
    const moved = by("moved-here", "A", { move: "m" });
    const inside = { columns: 1, paragraphs: [paragraph([text("x", { revisions: [moved] })], { mark: [moved] })] };
    const file = manuscript([{ kind: "table", rows: [{ isHeader: false, revisions: [], cells: [inside, inside] }] }]);
    expect(damageIn(writeWord(file))).toEqual([]);
    expect(every(partsOf(file)["word/document.xml"] ?? "", /<\/w:p><w:moveToRangeEnd [^>]*\/><\/w:tc>/g)).toHaveLength(
      2,
    );
  });
});
