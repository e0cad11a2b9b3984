import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openContainer } from "../../src/internal/container/open.ts";
import { namespaces, prefixes } from "../../src/internal/open-document/names.ts";
import { attribute, descendants, textOf } from "../../src/internal/xml/find.ts";
import { parseXml, type XmlElement } from "../../src/internal/xml/parse.ts";
import type { Block, Label, Manuscript, Paragraph, Piece, Revision, TextPiece } from "../../src/manuscript.ts";
import { readOpenDocument } from "../../src/open-document-reader.ts";
import { writeOpenDocument } from "../../src/open-document-writer.ts";
import { arbitraryManuscript } from "../arbitrary-manuscripts.ts";

const text = (words: string, ...revisions: readonly Revision[]): TextPiece => ({
  kind: "text",
  text: words,
  strong: false,
  emphasis: false,
  underline: false,
  role: null,
  link: null,
  revisions,
  formatting: [],
});
const paragraph = (pieces: readonly Piece[], rest: Partial<Paragraph> = {}): Paragraph => ({
  kind: "paragraph",
  role: "body",
  level: 0,
  label: null,
  direction: "ltr",
  pieces,
  mark: [],
  formatting: [],
  ...rest,
});
const manuscript = (blocks: Manuscript["blocks"], rest: Partial<Manuscript> = {}): Manuscript => ({
  title: null,
  language: "en",
  direction: "ltr",
  landscape: false,
  header: null,
  blocks,
  footnotes: [],
  comments: [],
  carried: null,
  ...rest,
});
const change = (kind: Revision["kind"], author: string, move: string | null = null): Revision => ({
  kind,
  author,
  date: "2021-03-02T10:00:00Z",
  move,
});
const part = (bytes: Uint8Array, name: string) => parseXml(name, openContainer(bytes).part(name), prefixes);
const all = (root: XmlElement, name: string) => [...descendants(root, name)];
const readBack = (given: Manuscript) => {
  const read = readOpenDocument("draft.odt", writeOpenDocument(given));
  if (!read.ok) throw new Error(read.refusal.message);
  return read.manuscript;
};

describe("the file that is written", () => {
  it("ODT-04 the same manuscript gives the same bytes, the kind of file stored first", () => {
    fc.assert(
      fc.property(arbitraryManuscript, (given) => {
        const bytes = writeOpenDocument(given);
        expect(writeOpenDocument(given)).toEqual(bytes);
        expect(new TextDecoder().decode(bytes.subarray(30, 77))).toBe(
          "mimetypeapplication/vnd.oasis.opendocument.text",
        );
      }),
      { numRuns: 20 },
    );
  });

  it("ODT-05 names are met once, every mark names an entry, every style used is there, lists continue what stands before", () => {
    fc.assert(
      fc.property(arbitraryManuscript, (given) => {
        const bytes = writeOpenDocument(given);
        const [content, styles] = [part(bytes, "content.xml"), part(bytes, "styles.xml")];
        const ids = [...descendants(content)].flatMap((one) => attribute(one, "xml:id") ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const known = new Set(
          [...all(content, "style:style"), ...all(styles, "style:style"), ...all(styles, "text:list-style")].map(
            (one) => attribute(one, "style:name"),
          ),
        );
        const seen = new Set<string>();
        for (const one of descendants(content)) {
          for (const name of ["text:style-name", "table:style-name", "style:parent-style-name"]) {
            const used = attribute(one, name);
            if (used !== null) expect(known).toContain(used);
          }
          const before = attribute(one, "text:continue-list");
          if (before !== null) expect(seen).toContain(before);
          const id = attribute(one, "xml:id");
          if (id !== null) seen.add(id);
          const named = [
            attribute(one, "text:change-id"),
            attribute(one, "parley:row"),
            attribute(one, "parley:end"),
            attribute(one, "parley:all"),
          ];
          for (const name of named) if (name !== null) expect(ids).toContain(name);
        }
        const names = (kind: string) =>
          all(content, kind)
            .map((one) => attribute(one, "text:change-id"))
            .sort();
        expect(names("text:change-start")).toEqual(names("text:change-end"));
        const entries = all(part(bytes, "META-INF/manifest.xml"), "manifest:file-entry").map((one) =>
          attribute(one, "manifest:full-path"),
        );
        expect(entries).toEqual([
          "/",
          ...[...openContainer(bytes).names].filter((name) => name !== "mimetype" && name !== "META-INF/manifest.xml"),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("ODT-06 every word stands in the file once, by a few lines that know no format", () => {
    fc.assert(
      fc.property(arbitraryManuscript, (given) => {
        const xml = new TextDecoder().decode(openContainer(writeOpenDocument(given)).part("content.xml"));
        const bare = xml
          .replace(/<(office:annotation|office:change-info|text:note-citation)[ >].*?<\/\1>/gs, "")
          .replace(/<text:span text:style-name="ParleyNumber">.*?<\/text:span>/gs, "")
          .replace(/<[^>]*>/g, "")
          .replace(/&lt;/g, "<")
          .replace(/&gt;/g, ">")
          .replace(/&amp;/g, "&");
        const inBlock = (block: Block) =>
          block.kind === "paragraph"
            ? [block]
            : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));
        const paragraphs = [...given.blocks.flatMap(inBlock), ...given.footnotes.flatMap((note) => note.paragraphs)];
        const words = paragraphs.flatMap(({ pieces }) =>
          pieces.map((piece) => (piece.kind === "text" ? piece.text : "")),
        );
        const sorted = (text: string) => [...text.replace(/\s/g, "")].sort().join("");
        expect(sorted(bare)).toBe(sorted(words.join("")));
      }),
      { numRuns: 60 },
    );
  });

  it("ODT-50 neighbouring words with the same changes are one entry, over ends of paragraphs too", () => {
    const inserted = change("inserted", "A");
    const given = manuscript([
      paragraph([text("old "), text("new", inserted), { ...text("strong", inserted), strong: true }], {
        mark: [inserted],
      }),
      paragraph([text("more", inserted), text(" old")]),
    ]);
    const content = part(writeOpenDocument(given), "content.xml");
    expect(all(content, "text:changed-region").length).toBe(1);
    expect(readBack(given).blocks).toEqual(given.blocks);
  });

  it("ODT-51 a paragraph whose end is deleted goes on in one element with the next", () => {
    const deleted = change("deleted", "B");
    const given = manuscript([
      paragraph([text("one")], { mark: [deleted] }),
      paragraph([text("two")], { role: "quote" }),
    ]);
    const content = part(writeOpenDocument(given), "content.xml");
    const body = all(content, "office:text")[0];
    expect(body?.children.filter((one) => typeof one !== "string" && one.name === "text:p").length).toBe(1);
    expect(readBack(given).blocks).toEqual(given.blocks);
  });

  it("ODT-52 a move is a deletion and an insertion to others, and a move again to us", () => {
    const given = manuscript([
      paragraph([text("words", change("moved-away", "A", "m1")), text(" and ")]),
      paragraph([text("words", change("moved-here", "A", "m1"))]),
    ]);
    const content = part(writeOpenDocument(given), "content.xml");
    expect([all(content, "text:deletion").length, all(content, "text:insertion").length]).toEqual([1, 1]);
    expect(all(content, "loext:move-id").map(textOf)).toEqual(["2", "2"]);
    expect(readBack(given)).toEqual(given);
  });

  it("ODT-50 of a nest that LibreOffice does not know it is shown one insertion and one deletion", () => {
    const nest = [change("deleted", "A"), change("inserted", "B"), change("deleted", "C")];
    const given = manuscript([paragraph([text("x", ...nest), text("y")])]);
    const content = part(writeOpenDocument(given), "content.xml");
    const named = attribute(all(content, "text:change")[0] ?? content, "text:change-id");
    const entry = all(content, "text:changed-region").find((one) => attribute(one, "xml:id") === named);
    expect(
      entry?.children.map((one) => typeof one !== "string" && [one.name, textOf(all(one, "dc:creator")[0] ?? one)]),
    ).toEqual([
      ["text:deletion", "C"],
      ["text:insertion", "B"],
    ]);
    expect(readBack(given)).toEqual(given);
  });

  it("ODT-57 a change without a date has the first day of 1970 in the file, and none when it is read", () => {
    const given = manuscript([paragraph([text("x", { ...change("deleted", "A"), date: null }), text("y")])]);
    const content = part(writeOpenDocument(given), "content.xml");
    expect(all(content, "dc:date").map(textOf)).toEqual(["1970-01-01T00:00:00"]);
    expect(readBack(given)).toEqual(given);
  });

  it("ODT-53 what the format cannot say stands in attributes of ours: rows, last ends, the words of a change of looks", () => {
    const row = {
      cells: [{ paragraphs: [paragraph([text("x")], { mark: [change("deleted", "B")] })], columns: 1 }],
      isHeader: false,
      revisions: [change("deleted", "B")],
    };
    const looks = { author: "A", date: null, what: "bold on" };
    const given = manuscript([
      { kind: "table", rows: [row] },
      paragraph([{ ...text("y"), formatting: [looks] }], {
        formatting: [{ ...looks, what: "style Heading 1 to Normal" }],
      }),
    ]);
    const content = part(writeOpenDocument(given), "content.xml");
    const ours = [...descendants(content)].flatMap((one) =>
      Object.keys(one.attributes).filter((name) => name.startsWith("parley:")),
    );
    expect(new Set(ours)).toEqual(new Set(["parley:row", "parley:end", "parley:what", "parley:of"]));
    expect(namespaces.parley).toBe("urn:parley:open-document:1");
    expect(readBack(given)).toEqual(given);
  });

  it("ODT-54 numbers are live where the list counts to them, and typed where not", () => {
    const label = (words: string, rest: Partial<Label> = {}): Label => ({
      text: words,
      list: "9",
      level: 0,
      format: "decimal",
      pattern: "Article %1",
      start: 1,
      ...rest,
    });
    const given = manuscript([
      paragraph([text("a")], { label: label("Article 1") }),
      paragraph([text("b")], { label: label("Article 7") }),
      paragraph([text("c")], { label: label("Article 2") }),
    ]);
    const content = part(writeOpenDocument(given), "content.xml");
    expect(all(content, "text:list-item").length).toBe(2);
    const back = readBack(given).blocks.map((block) => block.kind === "paragraph" && block.label);
    expect(back).toEqual([
      label("Article 1"),
      { text: "Article 7", list: "", level: 0, format: "none", pattern: "Article 7", start: 1 },
      label("Article 2"),
    ]);
  });

  it("ODT-55 a comment that stands nowhere stands at the beginning, an answer with what it answers", () => {
    const comment = (id: string, replyTo: string | null) => ({
      id,
      author: "A",
      date: null,
      paragraphs: ["x"],
      replyTo,
      resolved: false,
    });
    const given = manuscript(
      [paragraph([text("a"), { kind: "comment-start", id: "1" }, text("b"), { kind: "comment-end", id: "1" }])],
      { comments: [comment("0", null), comment("1", null), comment("2", "1")] },
    );
    const back = readBack(given);
    expect(back.comments).toEqual(given.comments);
    const [block] = back.blocks;
    const kinds =
      block?.kind === "paragraph"
        ? block.pieces.map((piece) => ("id" in piece ? `${piece.kind} ${piece.id}` : piece.kind))
        : [];
    expect(kinds).toEqual([
      "comment-start 0",
      "comment-end 0",
      "text",
      "comment-start 1",
      "comment-start 2",
      "text",
      "comment-end 1",
      "comment-end 2",
    ]);
  });

  it("ODT-56 white space is written so that every program reads it alike", () => {
    const words = ["  two  ", " ", "a b", "tail ", " head", "a   b", "x \u00a0 y", `a${" ".repeat(250)}b`];
    const given = manuscript(words.map((one) => paragraph([text(one)])));
    expect(readBack(given)).toEqual(given);
    const content = part(writeOpenDocument(given), "content.xml");
    for (const block of all(content, "text:p")) {
      const [first] = block.children;
      expect(typeof first === "string" && first.startsWith(" ")).toBe(false);
      for (const node of block.children) if (typeof node === "string") expect(node).not.toMatch(/ {2}|[\t\n]/);
    }
  });
});
