import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Block, Manuscript, Paragraph, Piece } from "../../src/manuscript.ts";
import { writeWord } from "../../src/word-writer.ts";
import { arbitraryManuscript, mapParagraphs } from "../arbitrary-manuscripts.ts";
import { by, manuscript, note, paragraph, text } from "./parts-of.ts";
import { damageIn } from "./structure.ts";

/** A file with a bit of everything, for the checker to be tried on. */
const full = manuscript(
  [
    paragraph([
      { kind: "anchor-start", name: "a" },
      "one ",
      text("new", { revisions: [by("inserted", "A")] }),
      { kind: "anchor-end", name: "a" },
    ]),
    paragraph([
      { kind: "comment-start", id: "0" },
      text("gone ", { strong: true, underline: true, revisions: [by("deleted", "B")] }),
      { kind: "comment-end", id: "0" },
    ]),
    paragraph(
      [
        text("moved", { revisions: [by("moved-here", "A", { move: "m" })] }),
        { kind: "footnote", id: "1", revisions: [] },
      ],
      { role: "note", direction: "rtl" },
    ),
    {
      kind: "table",
      rows: [{ isHeader: false, revisions: [], cells: [{ columns: 2, paragraphs: [paragraph(["cell"])] }] }],
    },
  ],
  {
    footnotes: [note("1", "note")],
    comments: [{ id: "0", author: "A", date: null, paragraphs: ["Why?"], replyTo: null, resolved: false }],
    carried: "x",
  },
);

/** The file with one part changed by hand. */
function spoilt(part: string, from: string, to: string): Uint8Array {
  const parts = unzipSync(writeWord(full));
  const before = strFromU8(parts[part] ?? new Uint8Array());
  expect(before).toContain(from);
  return zipSync({ ...parts, [part]: strToU8(before.replace(from, to)) });
}

/** Harm of many kinds: ranges cut, ids lost, doubled and outlandish, tables without rows or cells, wild numbers and dates. */
const harmed: fc.Arbitrary<Manuscript> = fc
  .record({
    whole: arbitraryManuscript,
    harm: fc.infiniteStream(fc.nat({ max: 99 })),
    wild: fc.array(
      fc.constantFrom("", "a\u0000b", "x".repeat(80), "two words", "\ud800", "#", "-1", "1e9", "12345678901", "é\n\t"),
      { minLength: 3, maxLength: 3 },
    ),
  })
  .map(({ whole, harm, wild }) => {
    const next = () => harm.next().value as number;
    const some = () => wild[next() % wild.length] ?? "";
    const piece = (one: Piece): readonly Piece[] => {
      const chance = next();
      if (chance < 10) return [];
      if (chance < 20) return [one, one];
      if (chance < 30 && "id" in one) return [{ ...one, id: some() }];
      if (chance < 30 && "name" in one) return [{ ...one, name: some() }];
      if (chance < 30 && one.kind === "text")
        return [{ ...one, text: some(), link: some(), formatting: [...one.formatting, ...one.formatting] }];
      if (chance < 35 && "revisions" in one)
        return [
          {
            ...one,
            revisions: [...one.revisions, ...one.revisions].map((revision) => ({
              ...revision,
              author: some(),
              date: some(),
              move: some(),
            })),
          },
        ];
      return [one];
    };
    const label = {
      text: some(),
      list: some(),
      level: next() - 50,
      format: "decimal",
      pattern: some(),
      start: next() - 50,
    } as const;
    const paragraph = (one: Paragraph): Paragraph => ({
      ...one,
      pieces: one.pieces.flatMap(piece),
      level: next() < 20 ? next() - 50 : one.level,
      label: next() < 20 ? label : one.label,
      mark: next() < 20 ? [...one.mark, ...one.mark].reverse() : one.mark,
    });
    const block = (one: Block): Block => {
      const changed = mapParagraphs(one, paragraph);
      if (changed.kind === "paragraph" || next() < 70) return changed;
      if (next() < 30) return { ...changed, rows: [] };
      const rows = changed.rows.map((row) => ({
        ...row,
        cells:
          next() < 30
            ? []
            : row.cells.map((cell) => ({
                ...cell,
                paragraphs: next() < 50 ? [] : cell.paragraphs,
                columns: [0, -3, Number.NaN, 1.5][next() % 4] ?? 1,
              })),
      }));
      return { ...changed, rows };
    };
    const comments = whole.comments.flatMap((one) =>
      next() < 40 ? [one, { ...one, id: some(), replyTo: some(), date: some(), paragraphs: [] }] : [one],
    );
    const footnotes = whole.footnotes.flatMap((one) =>
      next() < 40
        ? [
            { ...one, id: some() },
            { ...one, paragraphs: [] },
          ]
        : [one],
    );
    return {
      ...whole,
      title: some(),
      language: some(),
      header: some(),
      carried: some(),
      blocks: whole.blocks.map(block),
      comments,
      footnotes,
    };
  });

describe("what Word would call damage", () => {
  it("WOU-01 is in no file we write", () => {
    fc.assert(
      fc.property(arbitraryManuscript, (given) => {
        expect(damageIn(writeWord(given))).toEqual([]);
      }),
      { numRuns: 80 },
    );
    expect(damageIn(writeWord(full))).toEqual([]);
    expect(damageIn(writeWord(manuscript([])))).toEqual([]);
  });

  it("WOU-01 is found where it is, or the check above would mean nothing", () => {
    const document = "word/document.xml";
    const harms: readonly (readonly [string, string, string, RegExp])[] = [
      [document, '<w:u w:val="single"/>', '<w:u w:val="single"/><w:b/>', /too late or twice/],
      [
        document,
        '<w:pStyle w:val="ParleyNote"/><w:bidi/>',
        '<w:bidi/><w:pStyle w:val="ParleyNote"/>',
        /too late or twice/,
      ],
      [document, '<w:bookmarkEnd w:id="2"/>', "", /has no end/],
      [document, '<w:bookmarkEnd w:id="2"/>', '<w:bookmarkEnd w:id="9"/>', /ends before it begins/],
      [document, '<w:ins w:id="3"', '<w:ins w:id="2"', /twice/],
      [
        document,
        '<w:ins w:id="3" w:author="A" w:date="2021-03-01T10:00:00Z"',
        '<w:ins w:id="3" w:date="2021"',
        /no author/,
      ],
      [document, "w:delText", "w:t", /not well formed|not deleted words/],
      [document, '<w:commentRangeEnd w:id="0"/>', "", /comment 0/],
      [document, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="4"/>', /footnote 4/],
      [document, '<w:p><w:r><w:t xml:space="preserve">cell</w:t></w:r></w:p>', "", /does not end in a paragraph/],
      [document, '<w:gridSpan w:val="2"/>', "", /not as wide/],
      [document, 'w:val="ParleyNote"', 'w:val="Gone"', /pStyle Gone/],
      [document, ' xml:space="preserve">one <', ">one <", /spaces/],
      ["word/settings.xml", "<w:trackRevisions/>", "", /^$/],
      [
        "word/settings.xml",
        '<w:zoom w:percent="100"/><w:trackRevisions/>',
        '<w:trackRevisions/><w:zoom w:percent="100"/>',
        /zoom/,
      ],
      ["[Content_Types].xml", 'PartName="/word/comments.xml"', 'PartName="/word/other.xml"', /no type of its own/],
      ["word/_rels/document.xml.rels", 'Target="comments.xml"', 'Target="other.xml"', /nothing leads to|not there/],
    ];
    for (const [part, from, to, told] of harms) expect(damageIn(spoilt(part, from, to)).join("\n"), from).toMatch(told);
  });

  it("WOU-04 is in no file either when the manuscript itself is not well formed", () => {
    fc.assert(
      fc.property(harmed, (given) => {
        expect(damageIn(writeWord(given))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
