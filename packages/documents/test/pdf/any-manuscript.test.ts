import fc from "fast-check";
import { expect, it } from "vitest";
import type { Comment, FormattingChange, Manuscript, Paragraph, Piece, Revision, Table } from "../../src/manuscript.ts";
import { typesetPdf } from "../../src/pdf.ts";
import { typstSource } from "../../src/typst-source.ts";
import { fonts } from "./made.ts";

// Few names, so that they meet: notes called twice or never, answers in circles, links to nowhere, doubled anchors.
const name = fc.constantFrom("a", "b", "c", "");
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("", "a", "ته", "#a", " ", "\u200B", "\n", "x\ty"),
);
const revision: fc.Arbitrary<Revision> = fc.record({
  kind: fc.constantFrom("inserted", "deleted", "moved-here", "moved-away"),
  author: fc.oneof(name, words),
  date: fc.option(words),
  move: fc.constant(null),
});
const revisions = fc.array(revision, { maxLength: 3 });
const change: fc.Arbitrary<FormattingChange> = fc.record({ author: name, date: fc.constant(null), what: words });
const formatting = fc.array(change, { maxLength: 1 });
const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({
    kind: fc.constant("text" as const),
    text: words,
    strong: fc.boolean(),
    emphasis: fc.boolean(),
    underline: fc.boolean(),
    role: fc.constantFrom(null, "literal", "ambiguity"),
    link: fc.option(fc.oneof(words, fc.constantFrom("#a", "#b", "https://example.org/c"))),
    revisions,
    formatting,
  }),
  fc.record({ kind: fc.constantFrom("break", "tab"), revisions }),
  fc.record({ kind: fc.constant("footnote" as const), id: name, revisions }),
  fc.record({ kind: fc.constantFrom("anchor-start", "anchor-end"), name }),
  fc.record({ kind: fc.constantFrom("comment-start", "comment-end"), id: name }),
);
const label = fc.record({
  text: fc.oneof(words, fc.constantFrom("1.", "Article 1")),
  list: name,
  level: fc.nat(8),
  format: fc.constant("decimal" as const),
  pattern: words,
  start: fc.nat(),
});
const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  kind: fc.constant("paragraph"),
  role: fc.constantFrom("title", "subtitle", "heading", "body", "note", "signature", "quote"),
  level: fc.oneof(fc.integer({ min: -1, max: 20 }), fc.double()),
  label: fc.option(label),
  direction: fc.constantFrom("ltr", "rtl"),
  pieces: fc.array(piece, { maxLength: 6 }),
  mark: revisions,
  formatting,
});
const cell = fc.record({
  paragraphs: fc.array(paragraph, { maxLength: 2 }),
  columns: fc.oneof(fc.integer({ min: -1, max: 5 }), fc.double()),
});
const table: fc.Arbitrary<Table> = fc.record({
  kind: fc.constant("table"),
  rows: fc.array(fc.record({ cells: fc.array(cell, { maxLength: 3 }), isHeader: fc.boolean(), revisions }), {
    maxLength: 4,
  }),
});
const comment: fc.Arbitrary<Comment> = fc.record({
  id: name,
  author: words,
  date: fc.option(words),
  paragraphs: fc.array(words, { maxLength: 2 }),
  replyTo: fc.option(name),
  resolved: fc.boolean(),
});
const manuscript: fc.Arbitrary<Manuscript> = fc.record({
  title: fc.option(words),
  language: fc.option(fc.oneof(words, fc.constantFrom("fa-AF", "ps", "en"))),
  direction: fc.constantFrom("ltr", "rtl"),
  landscape: fc.boolean(),
  header: fc.option(words),
  blocks: fc.array(fc.oneof(paragraph, paragraph, table), { maxLength: 5 }),
  footnotes: fc.array(fc.record({ id: name, paragraphs: fc.array(paragraph, { maxLength: 2 }) }), { maxLength: 3 }),
  comments: fc.array(comment, { maxLength: 4 }),
  carried: fc.constant(null),
});

it("PDF-18 sets any manuscript as accessible PDF, however broken its references", () => {
  fc.assert(
    fc.property(manuscript, (given) => {
      const made = typesetPdf({ source: typstSource(given), fonts });
      expect(made.ok ? made.standard : made.refusal.code).toBe("PDF/UA-1");
    }),
    { numRuns: 40 },
  );
});
