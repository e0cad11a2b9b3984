import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveRevisions } from "../../src/revisions.ts";
import { readWord } from "../../src/word-reader.ts";
import { randomParagraph, wordsByExpression } from "./random-file.ts";
import { deleted, p, paragraphsOf, r, read, shown, wordFile } from "./word-file.ts";

const by = (author: string, id = 1) => `w:id="${id}" w:author="${author}" w:date="2021-03-01T10:00:00Z"`;
const ins = (author: string, inner: string) => `<w:ins ${by(author)}>${inner}</w:ins>`;
const del = (author: string, inner: string) => `<w:del ${by(author)}>${inner}</w:del>`;
const show = (body: string) => paragraphsOf(read(body).manuscript).map(shown);

describe("tracked changes", () => {
  it("WIN-40 words have every change they stand in, the outermost first, with author and date as written", () => {
    const odd = `<w:ins w:id="1" w:author=" طالبان  (Doha) " w:date="2020-02-29T12:00:00.5+04:30">${r("a")}</w:ins><w:del w:id="2" w:author="B">${deleted("b")}</w:del>`;
    const [paragraph] = paragraphsOf(
      read(`<w:p>${odd}${ins("A", r("c") + del("B", deleted("d") + ins("C", r("e"))))}${r("f")}</w:p>`).manuscript,
    );
    expect(
      paragraph?.pieces.map(
        (piece) =>
          "revisions" in piece && piece.revisions.map(({ kind, author, date, move }) => [kind, author, date, move]),
      ),
    ).toEqual([
      [["inserted", " طالبان  (Doha) ", "2020-02-29T12:00:00.5+04:30", null]],
      [["deleted", "B", null, null]],
      [["inserted", "A", "2021-03-01T10:00:00Z", null]],
      [
        ["inserted", "A", "2021-03-01T10:00:00Z", null],
        ["deleted", "B", "2021-03-01T10:00:00Z", null],
      ],
      [
        ["inserted", "A", "2021-03-01T10:00:00Z", null],
        ["deleted", "B", "2021-03-01T10:00:00Z", null],
        ["inserted", "C", "2021-03-01T10:00:00Z", null],
      ],
      [],
    ]);
  });

  it("WIN-40 random files with nested changes of several hands give what their builder meant", () => {
    fc.assert(
      fc.property(fc.array(randomParagraph, { minLength: 1, maxLength: 4 }), (built) => {
        const { manuscript, losses } = read(built.map(({ xml }) => xml).join(""));
        expect(losses).toEqual([]);
        const found = paragraphsOf(manuscript);
        expect(found.map(({ mark }) => mark)).toEqual(built.map(({ mark }) => mark));
        const pieces = found.map((one) =>
          one.pieces.map((piece) => {
            if (piece.kind !== "text") return piece;
            const { text, strong, link, revisions } = piece;
            return { text, strong, link, revisions };
          }),
        );
        expect(pieces).toEqual(built.map(({ meant }) => meant));
      }),
      { numRuns: 250 },
    );
  });

  it("WIN-04 every word comes once and in order, inserted and deleted alike", () => {
    const asTable = (inner: string) => `<w:tbl><w:tr><w:tc>${inner}</w:tc></w:tr></w:tbl>`;
    fc.assert(
      fc.property(fc.array(randomParagraph, { minLength: 1, maxLength: 6 }), fc.nat(5), (built, at) => {
        const body = built.map(({ xml }, i) => (i === at ? asTable(xml) : xml)).join("");
        const found = paragraphsOf(read(body).manuscript).flatMap((one) => one.pieces);
        const texts = found.map((piece) => (piece.kind === "text" ? piece.text : ""));
        expect(texts.join("")).toBe(wordsByExpression(body));
        expect(found.some((piece) => piece.kind === "text" && piece.text === "")).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it("WIN-02 files with elements renamed, doubled or without attributes are read or refused, never thrown on", () => {
    const names =
      "w:p w:r w:t w:ins w:del w:moveTo w:tbl w:tr w:tc w:pPr w:rPr w:sdt w:hyperlink w:numPr w:sectPr x:y".split(" ");
    const damage = fc.record({ from: fc.constantFrom(...names), to: fc.constantFrom(...names), bare: fc.boolean() });
    const table = `<w:tbl><w:tr><w:trPr/><w:tc>${p("cell")}</w:tc></w:tr></w:tbl>`;
    fc.assert(
      fc.property(
        fc.array(randomParagraph, { minLength: 1, maxLength: 3 }),
        fc.array(damage, { maxLength: 4 }),
        (built, all) => {
          let body = `${built.map(({ xml }) => xml).join("")}${table}<w:sectPr/>`;
          for (const { from, to, bare } of all) {
            body = body.replace(new RegExp(`(</?)${from}(?=[ />])`, "g"), `$1${to}`);
            if (bare) body = body.replace(/ w:(?:id|author|anchor|name)="[^"]*"/, "");
          }
          const answer = readWord("damaged.docx", wordFile({ body }));
          if (answer.ok) expect(resolveRevisions(answer.manuscript, () => "keep")).toEqual(answer.manuscript);
          else expect(answer.refusal.help).not.toBe("");
        },
      ),
      { numRuns: 200 },
    );
  });

  it("WIN-41 a move is joined by the name of the range opened last", () => {
    const start = (kind: string, id: number, name: string) =>
      `<w:move${kind}RangeStart w:id="${id}" w:name="${name}" ${by("A", id).replace(/w:id="\d+"/, "")}/>`;
    const end = (kind: string, id: number) => `<w:move${kind}RangeEnd w:id="${id}"/>`;
    const move = (kind: string, words: string) => `<w:move${kind} ${by("A")}>${r(words)}</w:move${kind}>`;
    const markMoved = `<w:rPr><w:moveFrom ${by("A")}/></w:rPr>`;
    const body =
      `<w:p><w:pPr>${markMoved}</w:pPr>${start("From", 1, "m1")}${move("From", "a")}</w:p>${end("From", 1)}` +
      `<w:p>${start("To", 2, "m2")}${start("To", 3, "m1")}${move("To", "a")}${end("To", 3)}${move("To", "b")}${end("To", 2)}${move("To", "c")}${move("From", "d")}</w:p>`;
    const { manuscript } = read(body);
    expect(paragraphsOf(manuscript).map(shown)).toEqual(["[<A:m1 a]", "[>A:m1 a][>A:m2 b][>A c][<A d]"]);
    expect(paragraphsOf(manuscript)[0]?.mark).toMatchObject([{ kind: "moved-away", move: "m1" }]);
  });

  it("WIN-41 a range inside its own move, as LibreOffice writes it, names the words and the paragraph's end", () => {
    const start = `<w:moveToRangeStart ${by("A", 2)} w:name="m7"/>`;
    const moved = `<w:moveTo ${by("A")}>${start}${r("a")}</w:moveTo><w:moveToRangeEnd w:id="2"/>`;
    const ends = `<w:pPr><w:rPr><w:moveTo ${by("A")}/></w:rPr></w:pPr>`;
    const found = paragraphsOf(read(`<w:p>${ends}${moved}</w:p><w:p>${ends}</w:p>`).manuscript);
    expect(found.map(shown)).toEqual(["[>A:m7 a]", ""]);
    expect(found.map(({ mark }) => mark.map(({ move }) => move))).toEqual([["m7"], [null]]);
  });

  it("WIN-42 changes of a paragraph's end, what came before what went", () => {
    const marks = `<w:rPr><w:del ${by("B")}/><w:ins ${by("A")}/></w:rPr>`;
    const body = `${p("split", `<w:rPr><w:ins ${by("A")}/></w:rPr>`)}${p("join", marks)}${p("plain")}`;
    const found = paragraphsOf(read(body).manuscript);
    expect(found.map(({ mark }) => mark.map(({ kind, author }) => `${kind} ${author}`))).toEqual([
      ["inserted A"],
      ["inserted A", "deleted B"],
      [],
    ]);
    expect(found.map(shown)).toEqual(["split", "join", "plain"]);
  });

  it("WIN-43 rows are inserted and deleted as rows; single cells are told and stay", () => {
    const row = (words: string, properties: string, cell = "") =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc><w:tcPr>${cell}</w:tcPr>${p(words)}</w:tc></w:tr>`;
    const { manuscript, losses } = read(
      `<w:tbl>${row("a", `<w:ins ${by("A")}/>`)}${row("b", `<w:ins ${by("A")}/><w:del ${by("B")}/>`)}${row("c", "", `<w:cellDel ${by("B")}/>`)}</w:tbl>`,
    );
    const [table] = manuscript.blocks;
    expect(
      table?.kind === "table" && table.rows.map((one) => one.revisions.map(({ kind, author }) => `${kind} ${author}`)),
    ).toEqual([["inserted A"], ["inserted A", "deleted B"], []]);
    expect(losses).toEqual([
      "merged-cells @3 a tracked change of the table: a cell deleted (B, 2021-03-01T10:00:00Z); the cell is kept",
    ]);
  });

  it("WIN-44 changes of looks and layout are listed in words and nothing is done about them", () => {
    const change = (name: string, inner: string) => `<w:${name} ${by("A")}>${inner}</w:${name}>`;
    const body =
      `<w:p><w:pPr><w:pStyle w:val="Quote"/><w:jc w:val="center"/><w:numPr><w:ins ${by("B")}/></w:numPr><w:rPr>${change("rPrChange", "<w:rPr><w:i/></w:rPr>")}</w:rPr>${change("pPrChange", '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')}</w:pPr>` +
      `${r("a", `<w:b/><w:sz w:val="28"/>${change("rPrChange", '<w:rPr><w:i/><w:sz w:val="24"/></w:rPr>')}`)}${r("b", change("rPrChange", "<w:rPr/>"))}</w:p>` +
      `<w:tbl><w:tblPr>${change("tblPrChange", "<w:tblPr/>")}</w:tblPr><w:tr><w:trPr>${change("trPrChange", "<w:trPr/>")}</w:trPr><w:tc><w:tcPr>${change("tcPrChange", "<w:tcPr/>")}</w:tcPr>${p("c")}</w:tc></w:tr></w:tbl>` +
      `${p("d", `<w:sectPr>${change("sectPrChange", "<w:sectPr/>")}</w:sectPr>`)}<w:sectPr>${change("sectPrChange", "<w:sectPr/>")}</w:sectPr>`;
    const [first, cell, last] = paragraphsOf(read(body).manuscript);
    const told = (list: readonly { author: string; what: string }[] | undefined) =>
      list?.map(({ author, what }) => `${author}: ${what}`);
    expect(told(first?.formatting)).toEqual([
      "B: numbering on",
      "A: at the end of the paragraph: italic off",
      "A: style Heading1 to Quote, alignment usual to center, numbering on",
    ]);
    expect(first?.pieces.map((piece) => piece.kind === "text" && told(piece.formatting))).toEqual([
      ["A: bold on, italic off, size 12 to 14"],
      ["A: looks of words"],
    ]);
    expect(first?.pieces).toMatchObject([{ strong: true, emphasis: false }, { strong: false }]);
    expect(told(cell?.formatting)).toEqual(["A: layout of the table", "A: layout of the row", "A: layout of the cell"]);
    expect(told(last?.formatting)).toEqual(["A: layout of the pages", "A: layout of the pages"]);
  });

  it("WIN-45 changes inside links, fields, content controls, cells and notes", () => {
    const mark = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const field = `${ins("A", `${mark("begin")}<w:r><w:instrText>HYPERLINK "u"</w:instrText></w:r>${mark("separate")}${r("f")}`)}${del("B", deleted("g") + mark("end"))}`;
    const { manuscript } = read({
      body: `<w:p><w:hyperlink w:anchor="x">${ins("A", r("l"))}</w:hyperlink>${field}<w:sdt><w:sdtContent>${del("A", deleted("s"))}</w:sdtContent></w:sdt>${ins("A", '<w:r><w:tab/><w:footnoteReference w:id="1"/><w:br/></w:r>')}</w:p>`,
      footnotes: `<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>${ins("B", r(" n"))}</w:p></w:footnote>`,
    });
    expect(paragraphsOf(manuscript).map(shown)).toEqual([
      "[+A {l -> #x}][+A {f -> u}][-B {g -> u}][-A s][+A {tab}][+A {note 1}][+A {break}]",
    ]);
    expect(manuscript.footnotes[0]?.paragraphs.map(shown)).toEqual(["[+B n]"]);
  });

  it("WIN-05 changes of one hand at one time side by side are one stretch, others are not", () => {
    const later = `<w:ins w:id="4" w:author="A" w:date="2021-03-02T10:00:00Z">${r("c")}</w:ins>`;
    expect(show(`<w:p>${ins("A", r("a"))}${ins("A", r("b"))}${later}${ins("B", r("d"))}</w:p>`)).toEqual([
      "[+A ab][+A c][+B d]",
    ]);
  });
});
