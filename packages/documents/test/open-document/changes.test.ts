import { describe, expect, it } from "vitest";
import {
  deletion,
  end,
  info,
  insertion,
  p,
  paragraphsOf,
  point,
  read,
  region,
  start,
  tell,
  tracked,
} from "./open-document-file.ts";

describe("tracked changes as LibreOffice writes them", () => {
  it("ODT-40 words inserted and deleted have their author and date exactly as in the file", () => {
    const found = read(
      tracked(region("c1", insertion("Republic ")), region("c2", deletion("Taliban", p("old ")))) +
        p(`kept ${start("c1")}new ${end("c1")}${point("c2")}end`),
    );
    expect(tell(found)).toEqual(["kept {}new {+Republic }old {-Taliban}end{}¶{}"]);
    const [, inserted] = paragraphsOf(found)[0]?.pieces ?? [];
    expect(inserted?.kind === "text" && inserted.revisions).toEqual([
      { kind: "inserted", author: "Republic ", date: "2021-03-02T10:00:00", move: null },
    ]);
  });

  it("ODT-41 words one hand inserted and another deleted have both, the insertion outermost", () => {
    const stacked = region("c1", deletion("B", p("both")), insertion("A"));
    expect(tell(read(tracked(stacked) + p(`x${point("c1")}`)))).toEqual(["x{}both{+A-B}¶{}"]);
    const ranges = tracked(region("a", insertion("A")), region("b", deletion("B", p("gone"))));
    expect(tell(read(ranges + p(`${start("a")}in ${point("b")}<text:s/>out${end("a")}`)))).toEqual([
      "in {+A}gone{+A-B} out{+A}¶{}",
    ]);
  });

  it("ODT-41 a deletion that stands as a range in the text is one", () => {
    const found = read(tracked(region("c1", deletion("B", ""))) + p(`a${start("c1")}b${end("c1")}`));
    expect(tell(found)).toEqual(["a{}b{-B}¶{}"]);
  });

  it("ODT-42 an insertion over the end of a paragraph splits it there", () => {
    const found = read(
      tracked(region("c1", insertion("A"))) + p(`Split here${start("c1")}`) + p(`${end("c1")} second half`),
    );
    expect(tell(found)).toEqual(["Split here{}¶{+A}", "second half{}¶{}"]);
  });

  it("ODT-42 a paragraph inserted whole, and one that ends where only the end of the change is outside", () => {
    const found = read(
      tracked(region("c1", insertion("A"))) +
        p(`${start("c1")}new`) +
        end("c1") +
        p("old") +
        start("c1") +
        p("x") +
        end("c1"),
    );
    expect(tell(found)).toEqual(["new{+A}¶{+A}", "old{}¶{}", "x{+A}¶{+A}"]);
  });

  it("ODT-43 deleted blocks: the first goes on where we stand, the last before what follows", () => {
    const blocks = p("deleted to end") + p("a whole paragraph") + p("start of last");
    const found = read(tracked(region("c1", deletion("B", blocks))) + p(`Before ${point("c1")}<text:s/>after`));
    expect(tell(found)).toEqual([
      "Before {}deleted to end{-B}¶{-B}",
      "a whole paragraph{-B}¶{-B}",
      "start of last{-B} after{}¶{}",
    ]);
  });

  it("ODT-43 the first paragraph has the looks of the element, the others those of the deleted blocks", () => {
    const found = read(
      tracked(region("c1", deletion("B", `${p("")}<text:h text:outline-level="2"></text:h>`))) +
        p(`body${point("c1")}heading`),
    );
    expect(paragraphsOf(found).map(({ role, level }) => [role, level])).toEqual([
      ["body", 0],
      ["heading", 2],
    ]);
  });

  it("ODT-43 deleted blocks between two paragraphs are paragraphs of their own", () => {
    const found = read(tracked(region("c1", deletion("B", p("gone")))) + p("a") + point("c1") + p("b"));
    expect(tell(found)).toEqual(["a{}¶{}", "gone{-B}¶{-B}", "b{}¶{}"]);
  });

  it("ODT-43 a deleted table stands between the paragraphs, and words behind it are not lost", () => {
    const table =
      "<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row></table:table>";
    const found = read(tracked(region("c1", deletion("B", p("one") + table))) + p(`a${point("c1")}b`));
    expect(tell(found)).toEqual(["a{}one{-B}¶{-B}", "cell{-B}¶{-B}", "b{}¶{}"]);
    const [, block] = found.manuscript.blocks;
    expect(block?.kind === "table" && block.rows[0]?.revisions.map(({ kind }) => kind)).toEqual(["deleted"]);
  });

  it("ODT-44 deleted words stand in one place, however often it is named", () => {
    const ring = region("c1", deletion("B", p(`gone${point("c1")}${point("c2")}`)));
    const found = read(tracked(ring, region("c2", deletion("A", p("more")))) + p(point("c1").repeat(3)));
    expect(tell(found)).toEqual(["gone{-B}more{-B-A}¶{}"]);
  });

  it("ODT-44 marks that name nothing are passed over", () => {
    expect(tell(read(p(`a${start("no")}b${end("no")}${point("no")}c`)))).toEqual(["abc{}¶{}"]);
  });

  it("ODT-45 changes of looks are listed at the words or at the paragraph", () => {
    const looks = region("c1", `<text:format-change>${info("A")}</text:format-change>`);
    const layout = region("c2", `<text:UnknownChange>${info("B")}</text:UnknownChange>`);
    const found = read(
      tracked(looks, layout) + p(`${start("c1")}bold${end("c1")} plain`) + p(`${start("c2")}centred${end("c2")}`),
    );
    const [first, second] = paragraphsOf(found);
    const listed = first?.pieces.map((piece) =>
      piece.kind === "text" ? piece.formatting.map(({ author }) => author) : [],
    );
    expect(listed).toEqual([["A"], []]);
    expect(second?.formatting).toEqual([{ author: "B", date: "2021-03-02T10:00:00", what: "layout of the paragraph" }]);
    expect(first?.formatting).toEqual([]);
  });

  it("ODT-46 a move numbered by LibreOffice 24 is told as one", () => {
    const numbered = "<loext:move-id>7</loext:move-id>";
    const gone = `<text:deletion>${info("A", numbered)}${p("words")}</text:deletion>`;
    const here = `<text:insertion>${info("A", numbered)}</text:insertion>`;
    const found = read(
      tracked(region("c1", gone), region("c2", here)) + p(`${point("c1")}<text:s/>and ${start("c2")}words${end("c2")}`),
    );
    expect(tell(found)).toEqual(["words{<A} and {}words{>A}¶{}"]);
    const moves = paragraphsOf(found)[0]?.pieces.map((piece) =>
      "revisions" in piece ? piece.revisions[0]?.move : null,
    );
    expect(moves).toEqual(["7", undefined, "7"]);
  });

  it("ODT-47 a row that LibreOffice calls changed has the changes its words share", () => {
    const styles =
      '<style:style style:name="R" style:family="table-row"><style:table-row-properties loext:text-changes-only="false"/></style:style>';
    const cell = (inside: string) => `<table:table-cell>${p(inside)}</table:table-cell>`;
    const row = (inside: string, style = 'table:style-name="R"') =>
      `<table:table-row ${style}>${inside}</table:table-row>`;
    const marked = `${start("c1")}r1${end("c1")}`;
    const rows = [
      row(cell(marked) + cell(point("c2"))),
      row(cell(marked) + cell(marked)),
      row(cell(marked), ""),
      row(cell("plain")),
    ];
    const found = read(
      tracked(region("c1", insertion("A")), region("c2", deletion("B", p("d")))) +
        `<table:table>${rows.join("")}</table:table>`,
      { automatic: styles },
    );
    const [table] = found.manuscript.blocks;
    const changes = table?.kind === "table" ? table.rows.map(({ revisions }) => revisions.map(({ kind }) => kind)) : [];
    expect(changes).toEqual([[], ["inserted"], [], []]);
  });

  it("ODT-40 changes in notes are of the notes, and those around the call are not", () => {
    const note = `<text:note text:id="n"><text:note-citation>1</text:note-citation><text:note-body>${p(`a${start("c2")}b${end("c2")}`)}</text:note-body></text:note>`;
    const found = read(
      tracked(region("c1", insertion("A")), region("c2", insertion("B"))) + p(`x${start("c1")}y${note}${end("c1")}`),
    );
    expect(tell(found)).toEqual(["x{}y{+A}<footnote>{+A}¶{}"]);
    const [footnote] = found.manuscript.footnotes;
    expect(
      footnote?.paragraphs[0]?.pieces.map((piece) => "revisions" in piece && piece.revisions.map((one) => one.author)),
    ).toEqual([[], ["B"]]);
  });
});
