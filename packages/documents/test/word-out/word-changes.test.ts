import { describe, expect, it } from "vitest";
import type { Piece } from "../../src/manuscript.ts";
import { bodyOf, by, every, manuscript, paragraph, partsOf, text } from "./parts-of.ts";

/** The body without ids, authors and dates, which other tests look at. */
const bare = (xml: string) => xml.replace(/ w:(id|author|date)="[^"]*"/g, "").replace(/ xml:space="preserve"/g, "");
const names = (xml: string) => every(xml, /<(\/?w:(?:move\w+|p|ins|del))[ />]/g).join(" ");

describe("tracked changes", () => {
  it("WOU-20 changes lie inside each other, innermost last, and words inside a deletion are deleted words", () => {
    const [mine, theirs] = [by("inserted", "A"), by("deleted", "B")];
    const pieces = [
      text("kept"),
      text("one", { revisions: [mine] }),
      text("two", { revisions: [mine, theirs] }),
      text("gone", { revisions: [theirs] }),
    ];
    expect(bare(bodyOf(paragraph(pieces)))).toBe(
      "<w:p><w:r><w:t>kept</w:t></w:r><w:ins><w:r><w:t>one</w:t></w:r><w:del><w:r><w:delText>two</w:delText></w:r></w:del></w:ins>" +
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
    );
    expect(bodyOf(paragraph(pieces))).toContain('<w:ins w:id="2" w:author="A" w:date="2021-03-01T10:00:00Z">');
  });

  it("WOU-20 two hands, two days or two moves are never one change", () => {
    const some = [by("inserted", "A"), by("inserted", "B"), by("inserted", "B", { date: null }), by("deleted", "B")];
    const pieces = some.map((revision) => text("x", { revisions: [revision] }));
    expect(every(bodyOf(paragraph([...pieces, ...pieces.slice(3)])), /<w:(?:ins|del) /g)).toHaveLength(4);
  });

  it("WOU-20 a link lies around the changes in it", () => {
    const pieces = [text("see ", { link: "#x" }), text("here", { link: "#x", revisions: [by("inserted", "A")] })];
    expect(bare(bodyOf(paragraph(pieces)))).toMatch(
      /^<w:p><w:hyperlink [^>]*><w:r>.*<\/w:r><w:ins><w:r>.*<\/w:r><\/w:ins><\/w:hyperlink><\/w:p>$/,
    );
  });

  it("WOU-21 the end of a paragraph and a row carry their changes in the order of the schema", () => {
    const mark = [by("deleted", "B"), by("inserted", "A"), by("inserted", "C")];
    expect(bare(bodyOf(paragraph([], { mark })))).toBe("<w:p><w:pPr><w:rPr><w:ins/><w:del/></w:rPr></w:pPr></w:p>");
    const row = {
      isHeader: true,
      cells: [{ columns: 1, paragraphs: [paragraph([])] }],
      revisions: [by("moved-here", "A"), by("deleted", "B")],
    };
    const xml = bodyOf({ kind: "table", rows: [row] });
    expect(bare(xml)).toContain("<w:trPr><w:cantSplit/><w:tblHeader/><w:ins/><w:del/></w:trPr>");
  });

  it("WOU-22 the two ends of a move have ranges of its name; the end that took the paragraph along closes after it", () => {
    const away = by("moved-away", "A", { move: "m1" });
    const here = by("moved-here", "A", { move: "m1" });
    const xml = bodyOf(
      paragraph([text("all of it", { revisions: [away] })], { mark: [away] }),
      paragraph(["kept ", text("moved", { revisions: [here] })]),
    );
    expect(names(xml)).toBe(
      "w:p w:moveFrom w:moveFromRangeStart w:moveFrom /w:moveFrom /w:p w:moveFromRangeEnd w:p w:moveToRangeStart w:moveTo /w:moveTo w:moveToRangeEnd /w:p",
    );
    expect(every(xml, /RangeStart [^>]*w:name="([^"]*)"/g)).toEqual(["m1", "m1"]);
  });

  it("WOU-22 one range goes over unmoved words between moved ones, and ends where another move begins", () => {
    const away = (move: string | null, author = "A"): Piece =>
      text("x", { revisions: [by("moved-away", author, { move })] });
    const ranges = (...pieces: Piece[]) => every(bodyOf(paragraph(pieces)), /RangeStart [^>]*w:name="([^"]*)"/g);
    expect(ranges(away("1"), text("between"), away("1"))).toEqual(["1"]);
    expect(ranges(away("1"), away("2"), away("1"))).toEqual(["1", "2", "1"]);
    expect(ranges(away("1"), away(null), away("1"))).toEqual(["1", "1"]);
    expect(ranges(away(null))).toEqual([]);
  });

  it("WOU-23 a formatting change keeps who and when; former looks follow the words where they say bold, italic or underline", () => {
    const change = (what: string) => [{ author: "A", date: "2021-03-01T10:00:00Z", what }];
    const former = (what: string, looks: { strong?: boolean; underline?: boolean }) =>
      every(
        bodyOf(paragraph([text("x", { ...looks, formatting: change(what) })])),
        /<w:rPrChange w:id="1" w:author="A" w:date="2021-03-01T10:00:00Z">(.*?)<\/w:rPrChange>/g,
      )[0];
    expect(former("bold on", { strong: true, underline: true })).toBe('<w:rPr><w:u w:val="single"/></w:rPr>');
    expect(former("bold off, underline on", { underline: true })).toBe("<w:rPr><w:b/><w:bCs/></w:rPr>");
    expect(former("colour", { strong: true })).toBe("<w:rPr><w:b/><w:bCs/></w:rPr>");
    const layout = bodyOf(paragraph([], { role: "quote", direction: "rtl", formatting: change("centred") }));
    expect(layout).toContain(
      '<w:pPrChange w:id="1" w:author="A" w:date="2021-03-01T10:00:00Z"><w:pPr><w:pStyle w:val="Quote"/><w:bidi/></w:pPr></w:pPrChange></w:pPr>',
    );
  });

  it("WOU-24 changes are tracked on in a redline, and not in a clean text", () => {
    const settings = (...pieces: Piece[]) => partsOf(manuscript([paragraph(pieces)]))["word/settings.xml"];
    expect(settings(text("x"))).not.toContain("trackRevisions");
    expect(settings(text("x", { revisions: [by("deleted", "A")] }))).toContain("<w:trackRevisions/>");
  });

  it("WOU-25 a date is as it was told; a day is its midnight; what is no date is left out", () => {
    const dateOf = (date: string | null) =>
      every(bodyOf(paragraph([text("x", { revisions: [by("inserted", "A", { date })] })])), /w:date="([^"]*)"/g);
    for (const date of ["2021-03-01T10:00:00Z", "2021-03-01T10:00:00", "2021-03-01T10:00:00.5+04:30"])
      expect(dateOf(date)).toEqual([date]);
    expect(dateOf("2021-03-01")).toEqual(["2021-03-01T00:00:00Z"]);
    for (const date of [null, "", "yesterday", "2021-13-01", "2021-03-01T25:00:00Z", "2021-02-30x"])
      expect(dateOf(date)).toEqual([]);
  });
});
