import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { describe, expect, it } from "vitest";
import { packContainer } from "../../src/internal/container/pack.ts";
import { readWord } from "../../src/word-reader.ts";
import { hostileFiles } from "../container/hostile.ts";
import { contentTypes, p, paragraphsOf, r, read, relationshipList, shown, wordFile } from "./word-file.ts";

const first = (inner: string, styles?: string) =>
  paragraphsOf(read({ body: `<w:p>${inner}</w:p>`, ...(styles === undefined ? {} : { styles }) }).manuscript)[0];
const show = (inner: string, styles?: string) => shown(first(inner, styles));
const style = (id: string, inner: string, kind = "paragraph", name = id) =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const document_ = (body: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

function refusal(bytes: Uint8Array): string {
  const answer = readWord("draft.docx", bytes);
  return answer.ok ? "read" : answer.refusal.code;
}

describe("the file", () => {
  it("WIN-01 the main part stands where the relationships say, in transitional and strict files", () => {
    const [a, b] = [read({ body: p("Words") }), read({ body: p("Words"), strict: true })];
    expect(a).toEqual(b);
    expect(shown(paragraphsOf(a.manuscript)[0])).toBe("Words");
    const elsewhere = packContainer([
      { name: "[Content_Types].xml", text: contentTypes },
      {
        name: "_rels/.rels",
        text: relationshipList([`<Relationship Id="a" Type="${office}/officeDocument" Target="/deep/main.xml"/>`]),
      },
      {
        name: "deep/_rels/main.xml.rels",
        text: relationshipList([`<Relationship Id="b" Type="${office}/styles" Target="../other/looks.xml"/>`]),
      },
      { name: "deep/main.xml", text: document_(p("Head", '<w:pStyle w:val="Q"/>')) },
      {
        name: "other/looks.xml",
        text: `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${style("Q", "", "paragraph", "heading 2")}</w:styles>`,
      },
    ]);
    const answer = readWord("draft.docx", elsewhere);
    expect(answer.ok && answer.manuscript.blocks).toMatchObject([{ role: "heading", level: 2 }]);
  });

  it("WIN-02 what is broken, missing or something else is refused with its reason", () => {
    const link = '<w:p><w:hyperlink r:id="rId99"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>';
    expect(refusal(wordFile({ body: link }))).toBe("relationship-broken");
    expect(refusal(wordFile({ body: p("x"), links: [["rIdX", `${office}/styles`, "none.xml", false]] }))).toBe(
      "relationship-broken",
    );
    expect(refusal(wordFile({ body: p("x"), links: [["rIdX", `${office}/comments`, "../../out.xml", false]] }))).toBe(
      "relationship-broken",
    );
    const types = { name: "[Content_Types].xml", text: contentTypes };
    const noMain = packContainer([types, { name: "_rels/.rels", text: relationshipList([]) }]);
    expect(refusal(noMain)).toBe("part-missing");
    const sheet = packContainer([
      {
        name: "[Content_Types].xml",
        text: contentTypes
          .replaceAll("wordprocessingml", "spreadsheetml")
          .replaceAll("/word/document.xml", "/xl/workbook.xml"),
      },
      {
        name: "_rels/.rels",
        text: relationshipList([`<Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`]),
      },
      { name: "xl/workbook.xml", text: "<workbook/>" },
    ]);
    expect(refusal(sheet)).toBe("not-this-format");
    const openDocument = packContainer([
      { name: "mimetype", text: "application/vnd.oasis.opendocument.text", stored: true },
      { name: "content.xml", text: "<x/>" },
    ]);
    expect(refusal(openDocument)).toBe("not-this-format");
  });

  it("WIN-02 no hostile file is read, and none makes it throw", () => {
    const files = hostileFiles();
    expect(files.length).toBeGreaterThanOrEqual(60);
    const wrong = files.flatMap(({ name, code, bytes }) => {
      const given = refusal(bytes);
      const expected: readonly string[] = name.startsWith("OpenDocument")
        ? [...[code].flat(), "not-this-format"]
        : [code].flat();
      return expected.includes(given) ? [] : [`${name}: ${given}`];
    });
    expect(wrong).toEqual([]);
  });

  it("WIN-03 progress goes from 0 to 1 and never back", () => {
    const shares: number[] = [];
    readWord("x", wordFile({ body: p("x").repeat(1000) }), { onProgress: (share) => shares.push(share) });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe("words", () => {
  it("WIN-05 runs that a program split are one piece, and nothing is empty", () => {
    const paragraph = first(
      `${r("The ")}<w:proofErr w:type="spellStart"/>${r("par")}${r("")}<w:r><w:t/></w:r>${r("ties")}${r(" shall", "<w:b/>")}${r(" not", '<w:b/><w:sz w:val="24"/>')}`,
    );
    expect(paragraph?.pieces).toMatchObject([{ text: "The parties" }, { text: " shall not", strong: true }]);
  });

  it("WIN-06 joiners, hyphens, tabs and breaks are kept, page breaks are nothing", () => {
    const inner = `${r("می\u200cشود \u200f(a)\u200e")}<w:r><w:t> trimmed </w:t><w:tab/><w:br/><w:br w:type="page"/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:t xml:space="preserve"> kept </w:t></w:r>`;
    expect(show(inner)).toBe("می\u200cشود \u200f(a)\u200etrimmed{tab}{break}{break}\u2011\u00ad kept ");
  });

  it("WIN-07 looks are told as they show", () => {
    const styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>" +
      style("Loud", "<w:rPr><w:b/></w:rPr>") +
      style("Louder", '<w:basedOn w:val="Loud"/>') +
      style("Strong", "<w:rPr><w:b/></w:rPr>", "character");
    const strong = '<w:rStyle w:val="Strong"/>';
    const inner = [
      r("a"),
      r("b", strong),
      r("c", '<w:b w:val="0"/>'),
      r("d", `${strong}<w:b/>`),
      r("e", '<w:u w:val="single"/>'),
    ];
    expect(show(`<w:pPr><w:pStyle w:val="Louder"/></w:pPr>${inner.join("")}`, styles)).toBe("*/a/*/bc/*/d/**/_e_/*");
    expect(show(r("a", strong) + r("b", '<w:i w:val="false"/><w:u w:val="none"/>'), styles)).toBe("*/a/*b");
  });

  it("WIN-07 complex scripts have settings of their own", () => {
    expect(show(r("متن", "<w:rtl/><w:b/>") + r("متن", "<w:rtl/><w:bCs/><w:iCs/>") + r("text", "<w:bCs/>"))).toBe(
      "متن*/متن/*text",
    );
  });

  it("WIN-08 looks that belong to a meaning are not told", () => {
    const styles =
      style("Heading1", '<w:rPr><w:b/><w:i/><w:u w:val="single"/></w:rPr>', "paragraph", "heading 1") +
      style("Hyperlink", '<w:rPr><w:b/><w:u w:val="single"/></w:rPr>', "character");
    const heading = `<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>`;
    expect(show(`${heading}${r("a")}${r("b", "<w:b/>")}`, styles)).toBe("a*b*");
    expect(show(r("a", '<w:rStyle w:val="Hyperlink"/>') + r("b", '<w:u w:val="dash"/>'), styles)).toBe("a_b_");
  });

  it("WIN-09 our own roles", () => {
    const styles = style("ParleyAmbiguity", '<w:rPr><w:u w:val="dotted"/></w:rPr>', "character");
    expect(
      show(r("[", '<w:rStyle w:val="ParleyLiteral"/>') + r("peace", '<w:rStyle w:val="ParleyAmbiguity"/>'), styles),
    ).toBe("{literal [}{ambiguity peace}");
  });

  it("WIN-10 links, as elements and as fields", () => {
    const field = (instruction: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("here")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = `<w:p><w:hyperlink r:id="L">${r("one")}</w:hyperlink>${r(" ")}<w:hyperlink w:anchor="_Ref1">${r("two")}</w:hyperlink><w:hyperlink r:id="L" w:anchor="part">${r("three")}</w:hyperlink>${field(' HYPERLINK "https://example.org/a b" \\o "a tip" ')}${field("HYPERLINK \\l &quot;_Toc1&quot;")}${r("after")}</w:p>`;
    const { manuscript, losses } = read({ body, links: [["L", `${office}/hyperlink`, "https://example.org/", true]] });
    expect(shown(paragraphsOf(manuscript)[0])).toBe(
      "{one -> https://example.org/} {two -> #_Ref1}{three -> https://example.org/#part}{here -> https://example.org/a b}{here -> #_Toc1}after",
    );
    expect(losses).toEqual([]);
  });

  it("WIN-11 other fields give the words they showed, over several paragraphs and inside one another", () => {
    const mark = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
    const inner = `${mark("begin")}${code(" PAGEREF x \\h ")}${mark("separate")}${r("12")}${mark("end")}`;
    const linked = `${mark("begin")}${code(" HYPERLINK \\l t ")}${mark("separate")}${inner}${mark("end")}`;
    const body =
      `<w:p>${mark("begin")}${code(' TOC \\o "1-3" ')}${mark("separate")}${r("Part One ")}${inner}</w:p><w:p>${r("Part Two ")}${linked}</w:p><w:p>${mark("end")}</w:p>` +
      `<w:p><w:fldSimple w:instr=" REF _Ref7 \\h ">${r("Article 7")}</w:fldSimple>${r(" applies")}${inner}</w:p>` +
      `<w:p>${mark("begin")}${r("never ended, never hidden")}</w:p>`;
    const { manuscript, losses } = read(body);
    expect(paragraphsOf(manuscript).map(shown)).toEqual([
      "Part One 12",
      "Part Two {12 -> #t}",
      "",
      "Article 7 applies12",
      "never ended, never hidden",
    ]);
    expect(losses).toEqual([
      "field @1 a field (TOC \\o); the words it showed are kept",
      "field @4 a field (REF _Ref7); the words it showed are kept",
      "field @4 a field (PAGEREF x); the words it showed are kept",
    ]);
  });

  it("WIN-12 wrappers are looked through, and of alternatives one is read", () => {
    const wrapped = `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:smartTag w:element="e"><w:customXml>${r("inside")}</w:customXml></w:smartTag></w:sdtContent></w:sdt>`;
    const known = `<mc:AlternateContent><mc:Choice Requires="w14">${r(" first")}</mc:Choice><mc:Fallback>${r(" second")}</mc:Fallback></mc:AlternateContent>`;
    const foreign = `<mc:AlternateContent><mc:Choice Requires="x"><x:thing/></mc:Choice><mc:Fallback>${r(" third")}</mc:Fallback></mc:AlternateContent>`;
    const body = `<w:sdt><w:sdtContent><w:p>${wrapped}${known}<w:r><mc:AlternateContent><mc:Choice Requires="x"><x:y/></mc:Choice><mc:Fallback><w:t>!</w:t></mc:Fallback></mc:AlternateContent></w:r>${foreign}</w:p></w:sdtContent></w:sdt>`;
    const { manuscript, losses } = read(body);
    expect([shown(paragraphsOf(manuscript)[0]), losses]).toEqual(["inside first! third", []]);
  });
});

describe("paragraphs", () => {
  it("WIN-13 role and level come from the nearest style that tells", () => {
    const styles = [
      style("berschrift2", ""),
      style("1", "", "paragraph", "heading 1"),
      style("Clause", '<w:basedOn w:val="1"/>'),
      style("Flat", '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      style("Own", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'),
      style("Titel", ""),
      style("ParleyNote", ""),
      style("A", '<w:basedOn w:val="B"/>'),
      style("B", '<w:basedOn w:val="A"/>'),
      style("Quote", '<w:pPr><w:ind w:left="1440"/></w:pPr>'),
      style("Standard", "", "paragraph", "Normal").replace("<w:style ", '<w:style w:default="1" '),
    ];
    const of = (id: string, more = "") => p("x", `${id === "" ? "" : `<w:pStyle w:val="${id}"/>`}${more}`);
    const ids = [
      "berschrift2",
      "1",
      "Clause",
      "Flat",
      "Own",
      "Titel",
      "ParleyNote",
      "A",
      "Quote",
      "Heading3",
      "ParleySignature",
      "",
      "Subtitle",
    ];
    const body =
      ids.map((id) => of(id)).join("") + of("", '<w:outlineLvl w:val="0"/>') + of("1", '<w:outlineLvl w:val="9"/>');
    const found = paragraphsOf(read({ body, styles: styles.join("") }).manuscript).map(
      ({ role, level }) => `${role} ${level}`,
    );
    expect(found).toEqual([
      "heading 2",
      "heading 1",
      "heading 1",
      "body 0",
      "heading 4",
      "title 0",
      "note 0",
      "body 0",
      "quote 0",
      "heading 3",
      "signature 0",
      "body 0",
      "subtitle 0",
      "heading 1",
      "body 0",
    ]);
  });

  it("WIN-14 levels by indentation", () => {
    const styles = style("In", '<w:pPr><w:ind w:start="720"/></w:pPr>');
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const ind = (left: number, hanging = 0) => `<w:ind w:left="${left}" w:hanging="${hanging}"/>`;
    const numPr = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>';
    const all = [
      ind(567),
      ind(1701),
      ind(1440),
      ind(2160, 720),
      ind(100),
      ind(90000),
      '<w:pStyle w:val="In"/>',
      numPr,
      numPr + ind(567 * 6, 567),
    ];
    const body = all.map((properties) => p("x", properties)).join("");
    expect(paragraphsOf(read({ body, styles, numbering }).manuscript).map(({ level }) => level)).toEqual([
      1, 3, 2, 2, 0, 9, 1, 2, 5,
    ]);
  });

  it("WIN-15 direction and language, of paragraphs and of the document", () => {
    const styles = style("R", "<w:pPr><w:bidi/></w:pPr>");
    const one = (body: string, more = {}) => read({ body, styles, ...more }).manuscript;
    const mixed = one(
      p("a", '<w:pStyle w:val="R"/>') + p("b", '<w:pStyle w:val="R"/><w:bidi w:val="0"/>') + p("c", "<w:bidi/>"),
    );
    expect([mixed.direction, ...paragraphsOf(mixed).map(({ direction }) => direction)]).toEqual([
      "ltr",
      "rtl",
      "ltr",
      "rtl",
    ]);
    expect(one(p("a", "<w:bidi/>") + p("")).direction).toBe("rtl");
    expect(one(`${p("a", "<w:bidi/>")}<w:sectPr><w:bidi w:val="0"/></w:sectPr>`).direction).toBe("ltr");
    expect(one(`${p("a")}<w:sectPr><w:bidi/><w:pgSz w:w="2" w:h="1"/></w:sectPr>`)).toMatchObject({
      direction: "rtl",
      landscape: true,
    });
    const core = "<dc:title>Letter</dc:title><dc:language>ps-AF</dc:language>";
    expect(one(p("a"), { core })).toMatchObject({ title: "Letter", language: "ps-AF" });
    const lang =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="fa-AF"/></w:rPr></w:rPrDefault></w:docDefaults>';
    expect([one(p("a"), { styles: lang }).language, one(p("a", "<w:bidi/>"), { styles: lang }).language]).toEqual([
      "en-GB",
      "fa-AF",
    ]);
    expect(one(p("a"), { settings: '<w:themeFontLang w:val="de-DE"/>' })).toMatchObject({
      title: null,
      language: "de-DE",
    });
  });

  it("WIN-16 one line at the head is the header, other words are told, page numbers are nothing", () => {
    const edges = (heads: Readonly<Record<string, string>>) => {
      const references = Object.keys(heads).map(
        (id) => `<w:${id.startsWith("f") ? "footer" : "header"}Reference w:type="default" r:id="${id}"/>`,
      );
      const { manuscript, losses } = read({
        body: `${p("x")}<w:sectPr>${references.join("")}</w:sectPr>`,
        edges: heads,
      });
      return [manuscript.header, ...losses];
    };
    const page =
      '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple><w:r><w:t> / </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>NUMPAGES</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    expect(edges({ h1: p("For delegations only"), f1: page })).toEqual(["For delegations only"]);
    expect(edges({ h1: p("One") + p("Two"), f1: p("Draft 3") })).toEqual([
      null,
      "header-footer @- at the head of the pages: “One Two”",
      "header-footer @- at the foot of the pages: “Draft 3”",
    ]);
    expect(edges({ h1: p("Odd"), h2: p("Even") })).toHaveLength(3);
    expect(edges({ h1: '<w:p><w:r><w:drawing><wp:docPr descr="Seal"/><pic:pic/></w:drawing></w:r></w:p>' })).toEqual([
      null,
      "picture @- at the head of the pages: a picture “Seal”",
    ]);
  });

  it("WIN-17 bookmarks are anchors, wherever they stand", () => {
    const start = (id: number, name: string) => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`;
    const end = (id: number) => `<w:bookmarkEnd w:id="${id}"/>`;
    const body =
      `${start(1, "_Parley1")}<w:p>${start(2, "_GoBack")}${end(2)}${r("a")}${start(3, "Inner")}${r("b")}${end(3)}</w:p>` +
      `<w:p>${r("c")}${end(77)}${start(5, "Open")}</w:p>${end(1)}${start(4, "Between")}${end(4)}<w:p>${r("d")}</w:p>`;
    expect(paragraphsOf(read(body).manuscript).map(shown)).toEqual([
      "{_Parley1>}a{Inner>}b{<Inner}",
      "c{Open>}{<_Parley1}{<Open}",
      "{Between>}{<Between}d",
    ]);
  });

  it("WIN-18 comments with their ranges, replies and settled matters", () => {
    const comment = (id: number, para: string, author: string, text: string) =>
      `<w:comment w:id="${id}" w:author="${author}" w:date="2021-03-0${id}T08:00:00+04:30" w:initials="x"><w:p w14:paraId="${para}0"><w:r><w:annotationRef/></w:r>${r("First line")}</w:p><w:p w14:paraId="${para}">${r(text)}</w:p></w:comment>`;
    const range = (id: number, words: string) =>
      `<w:commentRangeStart w:id="${id}"/>${r(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    const { manuscript, losses } = read({
      body: `<w:p>${range(1, "words")}<w:r><w:commentReference w:id="2"/></w:r>${range(9, "no such comment")}<w:commentRangeStart w:id="3"/>${r("open")}</w:p>${p("next")}`,
      comments:
        comment(1, "A1", "Republic", "Why?") + comment(2, "B2", "طالبان", "ځکه") + comment(3, "C3", "Republic", "Ok"),
      commentsExtended:
        '<w15:commentEx w15:paraId="a1" w15:done="1"/><w15:commentEx w15:paraId="B2" w15:paraIdParent="A1" w15:done="0"/>',
    });
    expect(paragraphsOf(manuscript).map(shown)).toEqual([
      "{#1>}words{<#1}{#2>}{<#2}no such comment{#3>}open{<#3}",
      "next",
    ]);
    expect(manuscript.comments).toEqual([
      {
        id: "1",
        author: "Republic",
        date: "2021-03-01T08:00:00+04:30",
        paragraphs: ["First line", "Why?"],
        replyTo: null,
        resolved: true,
      },
      {
        id: "2",
        author: "طالبان",
        date: "2021-03-02T08:00:00+04:30",
        paragraphs: ["First line", "ځکه"],
        replyTo: "1",
        resolved: false,
      },
      {
        id: "3",
        author: "Republic",
        date: "2021-03-03T08:00:00+04:30",
        paragraphs: ["First line", "Ok"],
        replyTo: null,
        resolved: false,
      },
    ]);
    expect(losses).toEqual([]);
  });

  it("WIN-19 footnotes keep their place and paragraphs; endnotes become footnotes and are told", () => {
    const ref = "<w:r><w:footnoteRef/></w:r>";
    const { manuscript, losses } = read({
      body: `${p("x")}<w:p>${r("See")}<w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="1"/><w:footnoteReference w:id="8"/></w:r></w:p>`,
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p>${ref}${r("  Two spaces, one kept")}${r(" more", "<w:b/>")}</w:p><w:tbl><w:tr><w:tc>${p("In a table")}</w:tc></w:tr></w:tbl></w:footnote>`,
      endnotes: `<w:endnote w:id="1"><w:p>${ref.replace("foot", "end")}<w:r><w:tab/></w:r>${r("At the end")}</w:p></w:endnote>`,
    });
    expect(shown(paragraphsOf(manuscript)[1])).toBe("See{note 2}{note endnote-1}");
    expect(manuscript.footnotes.map((note) => [note.id, ...note.paragraphs.map(shown)])).toEqual([
      ["2", " Two spaces, one kept* more*", "In a table"],
      ["endnote-1", "At the end"],
    ]);
    expect(losses).toEqual([
      "endnote @2 an endnote, kept as a footnote",
      "unknown-element @2 the mark of a note that the file does not hold",
      "nested-table @2 a table inside a cell or a note; its words are kept as paragraphs: “In a table”",
    ]);
  });

  it("WIN-20 tables keep rows, widths and heads; what is merged or nested is told", () => {
    const cell = (inner: string, more = "") => `<w:tc><w:tcPr>${more}</w:tcPr>${inner}</w:tc>`;
    const nested = `<w:tbl><w:tblGrid/><w:tr>${cell(p("deep"))}${cell(p("er"))}</w:tr></w:tbl>${p("after")}`;
    const body = `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(p("Head"), '<w:gridSpan w:val="2"/>')}${cell(p("down"), '<w:vMerge w:val="restart"/>')}</w:tr>
      <w:sdt><w:sdtContent><w:tr>${cell(p("a"))}<w:sdt><w:sdtContent>${cell(nested)}</w:sdtContent></w:sdt>${cell(p(""), "<w:vMerge/>")}</w:tr></w:sdtContent></w:sdt></w:tbl>${p("end")}`;
    const { manuscript, losses } = read(body);
    const [table] = manuscript.blocks;
    expect(
      table?.kind === "table" &&
        table.rows.map((row) => [
          row.isHeader,
          ...row.cells.map((one) => `${one.columns}:${one.paragraphs.map(shown).join("|")}`),
        ]),
    ).toEqual([
      [true, "2:Head", "1:down"],
      [false, "1:a", "1:deep|er|after", "1:"],
    ]);
    expect(losses).toEqual([
      "merged-cells @2 cells merged downwards; the lower ones are left empty",
      "nested-table @4 a table inside a cell or a note; its words are kept as paragraphs: “deep er”",
    ]);
  });

  it("WIN-20 what our own writer puts between two tables is no paragraph, unless somebody wrote there", () => {
    const table = `<w:tbl><w:tr><w:tc>${p("x")}</w:tc></w:tr></w:tbl>`;
    const gap = (inner: string) => `<w:p><w:pPr><w:pStyle w:val="ParleyGap"/></w:pPr>${inner}</w:p>`;
    const start = '<w:bookmarkStart w:id="1" w:name="m"/><w:bookmarkEnd w:id="1"/>';
    const { manuscript } = read(table + gap(start) + table + gap(r("words")) + table);
    expect(manuscript.blocks.map(({ kind }) => kind)).toEqual(["table", "table", "paragraph", "table"]);
    expect(paragraphsOf(manuscript).map(shown)).toEqual(["x", "{m>}{<m}x", "words", "x"]);
  });

  it("WIN-21 what cannot be carried is told with the words it holds", () => {
    const box = (inner: string) => `<w:txbxContent>${p(inner)}</w:txbxContent>`;
    const body =
      `<w:p>${r("A")}<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Map of districts"/><a:graphic><pic:pic><a:blip r:embed="P"/></pic:pic></a:graphic></wp:inline></w:drawing></w:r></w:p>` +
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box("Boxed words")}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("Boxed words")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
      `<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>` +
      `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:ruby><w:rt>${r("above")}</w:rt><w:rubyBase>${r("base")}</w:rubyBase></w:ruby></w:r><w:r><w:drawing><c:chart/></w:drawing></w:r></w:p>` +
      p("two", '<w:sectPr><w:cols w:num="2"/></w:sectPr>') +
      p("wide", '<w:sectPr><w:pgSz w:w="1" w:h="2" w:orient="landscape"/></w:sectPr>') +
      '<w:altChunk r:id="x"/>';
    const links = [["P", `${office}/image`, "media/map.png", false]] as const;
    const other = {
      "customXml/item1.xml": "<b:data xmlns:b='urn:b'>some data</b:data>",
      "customXml/item2.xml": "<b:none xmlns:b='urn:b'/>",
    };
    const { manuscript, losses } = read({ body, links, other });
    expect(paragraphsOf(manuscript).map(shown)).toEqual(["A", "", "", "base", "two", "wide"]);
    expect(losses).toEqual([
      "picture @1 a picture (map.png) “Map of districts”",
      "text-box @2 a text box: “Boxed words”",
      "embedded-object @3 an embedded object (Excel.Sheet.12)",
      "equation @3 an equation: “a+b”",
      "symbol @4 a symbol (Wingdings, F0FC)",
      "ruby @4 a reading aid above the words: “above”",
      "drawing @4 a chart",
      "section @5 a section in 2 columns ends here",
      "section @6 a section of landscape pages ends here",
      "embedded-object @- a document placed inside this one",
      "custom-part @- data of another program (customXml/item1.xml)",
    ]);
  });

  it("WIN-22 an element nobody knows keeps its words", () => {
    const body =
      `<x:block>${p("in a block")}</x:block><w:p>${r("a")}<x:inline>${r(" b")}</x:inline><w:r><x:run> c</x:run></w:r><x:silent/></w:p>` +
      `<x:loose>no paragraph at all</x:loose><w:p>${r("seen ")}${r("hidden", "<w:vanish/>")}</w:p>`;
    const { manuscript, losses } = read(body);
    expect(paragraphsOf(manuscript).map(shown)).toEqual(["in a block", "a b c", "no paragraph at all", "seen hidden"]);
    expect(losses).toEqual([
      "unknown-element @1 an element that is not known here (block); its words are kept",
      "unknown-element @2 an element that is not known here (inline); its words are kept",
      "unknown-element @2 an element that is not known here (run); its words are kept",
      "unknown-element @3 an element that is not known here (loose); its words are kept",
      "unknown-element @4 words that the page does not show; they are kept",
    ]);
  });

  it("WIN-23 a loss tells its paragraph and its first words", () => {
    const body = `<w:tbl><w:tr><w:tc>${p("cell")}</w:tc></w:tr></w:tbl><w:p>${r("one two three four five six seven eight nine")}<w:r><w:sym/></w:r></w:p>`;
    const answer = readWord("x", wordFile({ body }));
    expect(answer.ok && answer.losses).toEqual([
      {
        code: "symbol",
        what: "a symbol (font not said, ?)",
        paragraph: 2,
        near: "one two three four five six seven eight",
      },
    ]);
  });

  it("WIN-24 our own note comes back unread from any custom part", () => {
    const note = '{"a": "<b> & ماده"}';
    const other = {
      "customXml/item1.xml": "<b:none xmlns:b='urn:b'/>",
      "customXml/item7.xml": `<q:parley xmlns:q="urn:parley:carried:1">${note.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</q:parley>`,
    };
    expect(read({ body: p("x"), other })).toMatchObject({ manuscript: { carried: note }, losses: [] });
    expect(read(p("x")).manuscript.carried).toBeNull();
  });
});

describe("files made by another library", () => {
  it("WIN-04 a file of the docx library comes back with its words, headings, notes and links", async () => {
    const made = new Document({
      title: "Ceasefire letter",
      footnotes: { 1: { children: [new Paragraph("As of noon.")] } },
      numbering: {
        config: [{ reference: "n", levels: [{ level: 0, format: "decimal", text: "Article %1", start: 1 }] }],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: "Part One", heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              numbering: { reference: "n", level: 0 },
              children: [new TextRun({ text: "Cease", bold: true }), new TextRun(" fire"), new FootnoteReferenceRun(1)],
            }),
            new Paragraph({
              numbering: { reference: "n", level: 0 },
              children: [new ExternalHyperlink({ link: "https://example.org", children: [new TextRun("Map")] })],
            }),
            new Paragraph({
              bidirectional: true,
              children: [new TextRun({ text: "آتش‌بس", rightToLeft: true, italics: true })],
            }),
            new Table({
              rows: [
                new TableRow({
                  tableHeader: true,
                  children: [new TableCell({ columnSpan: 2, children: [new Paragraph("Wide")] })],
                }),
              ],
            }),
          ],
        },
      ],
    });
    const answer = readWord("made.docx", new Uint8Array(await Packer.toArrayBuffer(made)));
    if (!answer.ok) throw new Error(answer.refusal.message);
    const { manuscript } = answer;
    expect(manuscript.title).toBe("Ceasefire letter");
    expect(paragraphsOf(manuscript).map((one) => [one.role, one.direction, one.label?.text ?? "", shown(one)])).toEqual(
      [
        ["heading", "ltr", "", "Part One"],
        ["body", "ltr", "Article 1", "*Cease* fire{note 1}"],
        ["body", "ltr", "Article 2", "{Map -> https://example.org}"],
        ["body", "rtl", "", "/آتش‌بس/"],
        ["body", "ltr", "", "Wide"],
      ],
    );
    expect(manuscript.footnotes.map((note) => note.paragraphs.map(shown))).toEqual([["As of noon."]]);
    expect(manuscript.blocks[4]).toMatchObject({ rows: [{ isHeader: true, cells: [{ columns: 2 }] }] });
  });
});
