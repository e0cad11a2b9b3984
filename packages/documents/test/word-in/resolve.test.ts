import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Manuscript, Paragraph, Piece, Revision, Row } from "../../src/manuscript.ts";
import { authorsOf, resolveRevisions } from "../../src/revisions.ts";
import { arbitraryManuscript } from "../arbitrary-manuscripts.ts";
import { shown } from "./word-file.ts";

const change = (kind: Revision["kind"], author = "A"): Revision => ({ kind, author, date: null, move: null });
const [insertion, deletion] = [change("inserted"), change("deleted")];

function text(words: string, ...revisions: Revision[]): Piece {
  return {
    kind: "text",
    text: words,
    strong: false,
    emphasis: false,
    underline: false,
    role: null,
    link: null,
    revisions,
    formatting: [],
  };
}
const anchor = (name: string): Piece[] => [
  { kind: "anchor-start", name },
  { kind: "anchor-end", name },
];
function paragraph(label: string | null, pieces: readonly Piece[], ...mark: Revision[]): Paragraph {
  const given =
    label === null ? null : { text: label, list: "1", level: 0, format: "decimal" as const, pattern: "%1.", start: 1 };
  return { kind: "paragraph", role: "body", level: 0, label: given, direction: "ltr", pieces, mark, formatting: [] };
}
function manuscript(blocks: readonly Block[], more: Partial<Manuscript> = {}): Manuscript {
  return {
    title: null,
    language: null,
    direction: "ltr",
    landscape: false,
    header: null,
    blocks,
    footnotes: [],
    comments: [],
    carried: null,
    ...more,
  };
}
const row = (paragraphs: readonly Paragraph[], ...revisions: Revision[]): Row => ({
  cells: [{ paragraphs, columns: 1 }],
  isHeader: false,
  revisions,
});

const lines = ({ blocks }: Manuscript) =>
  blocks.map((block) =>
    block.kind === "paragraph"
      ? `${block.label?.text ?? ""}|${shown(block)}${block.mark.length === 0 ? "" : " ¶"}`
      : block.rows.map((one) =>
          one.cells.map((cell) => cell.paragraphs.map((inner) => `${inner.label?.text ?? ""}|${shown(inner)}`)),
        ),
  );
const after = (blocks: readonly Block[], decision: "accept" | "reject") =>
  lines(resolveRevisions(manuscript(blocks), () => decision));

/** Everything in a manuscript that has tracked changes, in order. */
function* changed(given: Manuscript): Generator<readonly Revision[]> {
  const inside = function* (one: Paragraph): Generator<readonly Revision[]> {
    for (const piece of one.pieces) if ("revisions" in piece) yield piece.revisions;
    yield one.mark;
  };
  for (const block of given.blocks) {
    if (block.kind === "paragraph") yield* inside(block);
    else {
      for (const one of block.rows) {
        yield one.revisions;
        for (const cell of one.cells) for (const inner of cell.paragraphs) yield* inside(inner);
      }
    }
  }
  for (const note of given.footnotes) for (const inner of note.paragraphs) yield* inside(inner);
}

/** Words of the body as they remain, found without looking at paragraphs at all. */
function remaining(given: Manuscript, stays: (revisions: readonly Revision[]) => boolean): string {
  const ofParagraph = (one: Paragraph) =>
    one.pieces.map((piece) => (piece.kind === "text" && stays(piece.revisions) ? piece.text : "")).join("");
  return given.blocks
    .map((block) =>
      block.kind === "paragraph"
        ? ofParagraph(block)
        : block.rows
            .map((one) =>
              stays(one.revisions) ? one.cells.map((cell) => cell.paragraphs.map(ofParagraph).join("")).join("") : "",
            )
            .join(""),
    )
    .join("");
}

const pieceList = (given: Manuscript): readonly Piece[] =>
  given.blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? block.pieces
      : block.rows.flatMap((one) => one.cells.flatMap((cell) => cell.paragraphs.flatMap((inner) => inner.pieces))),
  );
const marksIn = (given: Manuscript) =>
  pieceList(given).flatMap((piece) =>
    "name" in piece
      ? [`${piece.kind} ${piece.name}`]
      : piece.kind.startsWith("comment") && "id" in piece
        ? [`${piece.kind} ${piece.id}`]
        : [],
  );

describe("carrying changes out", () => {
  it("WIN-60 accepting and rejecting, one change inside another", () => {
    const pieces = [
      text("a"),
      text("b", insertion),
      text("c", deletion),
      text("d", insertion, change("deleted", "B")),
      text("e", change("moved-here")),
      text("f", change("moved-away")),
    ];
    expect(after([paragraph("1.", pieces)], "accept")).toEqual(["1.|abe"]);
    expect(after([paragraph("1.", pieces)], "reject")).toEqual(["1.|acf"]);
    const onlyA = resolveRevisions(manuscript([paragraph(null, pieces)]), ({ author }) =>
      author === "A" ? "accept" : "keep",
    );
    expect(lines(onlyA)).toEqual(["|ab[-B d]e"]);
    const accepted = resolveRevisions(manuscript([paragraph(null, pieces)]), () => "accept");
    expect(accepted.blocks).toMatchObject([{ pieces: [{ text: "abe" }] }]);
  });

  it("WIN-60 the words that remain are those that no change takes away", () => {
    const gone = { accept: /^(?:deleted|moved-away)$/, reject: /^(?:inserted|moved-here)$/ };
    fc.assert(
      fc.property(arbitraryManuscript, fc.constantFrom("accept" as const, "reject" as const), (given, decision) => {
        const resolved = resolveRevisions(given, () => decision);
        const expected = remaining(given, (revisions) => !revisions.some(({ kind }) => gone[decision].test(kind)));
        expect(remaining(resolved, () => true)).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("WIN-61 keeping all changes nothing, twice is once, all accepted or rejected leaves none", () => {
    const decisions = fc.constantFrom("accept" as const, "reject" as const, "keep" as const);
    fc.assert(
      fc.property(arbitraryManuscript, fc.array(decisions, { minLength: 4, maxLength: 4 }), (given, chosen) => {
        expect(resolveRevisions(given, () => "keep")).toEqual(given);
        const decide = ({ author, kind }: Revision) => chosen[(author.length + kind.length) % 4] ?? "keep";
        const once = resolveRevisions(given, decide);
        expect(resolveRevisions(once, decide)).toEqual(once);
        for (const decision of ["accept", "reject"] as const) {
          expect([...changed(resolveRevisions(given, () => decision))].flat()).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("WIN-62 a joined paragraph is like the one that lends", () => {
    const split = [paragraph("3.", [text("first ")], insertion), paragraph("3 bis.", [text("second")])];
    expect(after(split, "reject")).toEqual(["3.|first second"]);
    expect(after(split, "accept")).toEqual(["3.|first ", "3 bis.|second"]);
    const joined = [paragraph("3.", [text("first ")], deletion), paragraph("4.", [text("second")])];
    expect(after(joined, "accept")).toEqual(["4.|first second"]);
    const whole = [paragraph("3 bis.", [text("new", insertion)], insertion), paragraph("4.", [text("old")])];
    expect(after(whole, "reject")).toEqual(["4.|old"]);
    const tail = [paragraph("3.", [text("old")], deletion), paragraph("4.", [text("gone", deletion)])];
    expect(after(tail, "accept")).toEqual(["3.|old"]);
    const three = [
      paragraph("1.", [text("a")], insertion),
      paragraph("1 bis.", [text("b", insertion)], insertion),
      paragraph("2.", [text("c")]),
    ];
    expect(after(three, "reject")).toEqual(["1.|ac"]);
    const empty = [paragraph("1.", [], deletion), paragraph("2.", [])];
    expect(after(empty, "accept")).toEqual(["2.|"]);
    expect(
      after(
        [paragraph("1.", [text("a")], change("inserted"), change("deleted", "B")), paragraph("2.", [text("b")])],
        "accept",
      ),
    ).toEqual(["2.|ab"]);
  });

  it("WIN-63 without a next paragraph an empty one goes and others stay", () => {
    const table: Block = { kind: "table", rows: [row([paragraph("a", [text("x", insertion)], insertion)])] };
    const blocks = [
      paragraph("1.", [text("new", insertion)], insertion),
      table,
      paragraph("2.", [text("stays")], insertion),
    ];
    expect(after(blocks, "reject")).toEqual([[[["a|"]]], "2.|stays"]);
    const note = { id: "1", paragraphs: [paragraph(null, [text("n", insertion)], insertion)] };
    const resolved = resolveRevisions(manuscript([], { footnotes: [note] }), () => "reject");
    expect(resolved.footnotes[0]?.paragraphs).toMatchObject([{ pieces: [], mark: [] }]);
  });

  it("WIN-64 rows go, and a table with its last row", () => {
    const rows = [row([paragraph(null, [text("a")])], insertion), row([paragraph(null, [text("b")])], deletion)];
    expect(after([{ kind: "table", rows }], "accept")).toEqual([[[["|a"]]]]);
    expect(after([{ kind: "table", rows }], "reject")).toEqual([[[["|b"]]]]);
    expect(after([{ kind: "table", rows: rows.slice(0, 1) }, paragraph(null, [text("c")])], "reject")).toEqual(["|c"]);
    expect(after([{ kind: "table", rows: [] }], "reject")).toEqual([[]]);
  });

  it("WIN-65 anchors and ends of comments stay in order with what remains", () => {
    const blocks: Block[] = [
      { kind: "table", rows: [row([paragraph(null, [...anchor("in-row"), text("x")])], insertion)] },
      paragraph("1.", [...anchor("in-whole"), text("new", insertion)], insertion),
      paragraph("2.", [text("a"), ...anchor("inside"), text("b", insertion)]),
      paragraph("3.", [text("c", insertion), ...anchor("last")], insertion),
    ];
    expect(after(blocks, "reject")).toEqual([
      "2.|{in-row>}{<in-row}{in-whole>}{<in-whole}a{inside>}{<inside}{last>}{<last}",
    ]);
    const nothingLeft = after([paragraph("1.", [...anchor("only"), text("x", insertion)], insertion)], "reject");
    expect(nothingLeft).toEqual(["|{only>}{<only}"]);
    fc.assert(
      fc.property(arbitraryManuscript, fc.constantFrom("accept" as const, "reject" as const), (given, decision) => {
        expect(marksIn(resolveRevisions(given, () => decision))).toEqual(marksIn(given));
      }),
      { numRuns: 100 },
    );
  });

  it("WIN-66 a footnote goes with its last call; comments and looks stay", () => {
    const call = (id: string, ...revisions: Revision[]): Piece => ({ kind: "footnote", id, revisions });
    const note = (id: string) => ({ id, paragraphs: [paragraph(null, [text(id)])] });
    const comment = { id: "0", author: "B", date: null, paragraphs: ["?"], replyTo: null, resolved: false };
    const look = { author: "B", date: null, what: "bold on" };
    const given = manuscript(
      [{ ...paragraph("1 bis.", [call("a", insertion), call("b", insertion), call("b")]), formatting: [look] }],
      { footnotes: [note("a"), note("b"), note("uncalled")], comments: [comment] },
    );
    const resolved = resolveRevisions(given, () => "reject");
    expect(resolved.footnotes.map(({ id }) => id)).toEqual(["b", "uncalled"]);
    expect(resolved.comments).toEqual([comment]);
    expect(resolved.blocks).toMatchObject([{ label: { text: "1 bis." }, formatting: [look] }]);
  });

  it("WIN-67 hands are counted by stretches, sorted by name", () => {
    const look = { author: "C", date: null, what: "bold on" };
    const given = manuscript(
      [
        paragraph(
          null,
          [
            text("a", insertion),
            ...anchor("x"),
            { kind: "tab", revisions: [insertion] },
            text("b"),
            text("c", insertion, change("deleted", "B")),
          ],
          insertion,
        ),
        { ...paragraph(null, [text("d", insertion)]), formatting: [look] },
        {
          kind: "table",
          rows: [
            row([paragraph(null, [text("e")])], insertion),
            row([paragraph(null, [text("f")])], change("inserted", "B")),
          ],
        },
      ],
      {
        footnotes: [{ id: "1", paragraphs: [paragraph(null, [text("g", deletion)])] }],
        comments: [{ id: "0", author: "Zed", date: null, paragraphs: [], replyTo: null, resolved: false }],
      },
    );
    expect(authorsOf(given)).toEqual([
      { author: "A", changes: 4, comments: 0 },
      { author: "B", changes: 2, comments: 0 },
      { author: "C", changes: 1, comments: 0 },
      { author: "Zed", changes: 0, comments: 1 },
    ]);
  });
});
