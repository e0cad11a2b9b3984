import { describe, expect, it } from "vitest";
import { typesetPdf } from "../../src/pdf.ts";
import { typstSource } from "../../src/typst-source.ts";
import { by, comment, fonts, labelled, manuscript, paragraph, pdfOf, readOf, row, text } from "./made.ts";
import { allText, type Dict, tagged, textString, type Value } from "./read-pdf.ts";

const texts = (tags: readonly { readonly text: string }[]): readonly string[] => tags.map((tag) => tag.text);

describe("a tagged page", () => {
  const draft = manuscript(
    [
      paragraph("Draft agreement", { role: "title" }),
      paragraph("Part One", { role: "heading", level: 2 }),
      labelled("1.", "The Parties shall reduce violence."),
      labelled("(a)", "In all provinces.", { level: 1 }),
      paragraph("Bodies", { role: "heading", level: 5 }),
      paragraph("Reported, not official.", { role: "note" }),
      paragraph("Signed", { role: "signature" }),
      paragraph("Said elsewhere.", { role: "quote" }),
    ],
    { header: "Mediation team only", title: null },
  );

  it("PDF-01 is a PDF with tags, a language, a title and the mark of PDF/UA-1", () => {
    const bytes = pdfOf(draft);
    expect(Buffer.from(bytes.slice(0, 8)).toString("latin1")).toBe("%PDF-1.7");
    expect(Buffer.from(bytes).toString("latin1")).toContain("pdfuaid:part");
    const pdf = readOf(draft);
    expect((pdf.resolve(pdf.catalog.get("MarkInfo")) as Dict).get("Marked")).toBe(true);
    expect(pdf.catalog.has("StructTreeRoot")).toBe(true);
    expect(textString(pdf.catalog.get("Lang"))).toBe("en");
    expect((pdf.resolve(pdf.catalog.get("ViewerPreferences")) as Dict).get("DisplayDocTitle")).toBe(true);
    expect(textString(pdf.info.get("Title"))).toBe("Draft agreement");
  });

  it("PDF-02 states the language and the direction, and guesses none", () => {
    const stated = (language: string | null): string =>
      textString(readOf(manuscript([paragraph("x")], { language })).catalog.get("Lang"));
    expect(["fa-AF", "ps", "prs-Arab-af", "EN-gb", null, "", "١", "english"].map(stated)).toEqual([
      "fa-AF",
      "ps",
      "prs-AF",
      "en-GB",
      "und",
      "und",
      "und",
      "und",
    ]);
    const right = readOf(manuscript([paragraph("متن", { direction: "rtl" })], { language: "fa", direction: "rtl" }));
    expect((right.resolve(right.catalog.get("ViewerPreferences")) as Dict).get("Direction")).toEqual({ name: "R2L" });
  });

  it("PDF-03 gives the same bytes twice, without a date", () => {
    const bytes = Buffer.from(pdfOf(draft));
    expect(Buffer.from(pdfOf(draft)).equals(bytes)).toBe(true);
    expect(bytes.toString("latin1")).not.toMatch(/CreationDate|ModDate|xmp:CreateDate/);
  });

  it("PDF-04 reads along the tags word for word as the page: labels, then words", () => {
    const pdf = readOf(draft);
    expect(allText(pdf)).toBe(
      "Draft agreementPart One1. The Parties shall reduce violence.(a) In all provinces.Bodies" +
        "Reported, not official.SignedSaid elsewhere.",
    );
    expect(texts(tagged(pdf, /^BlockQuote$/))).toEqual(["Said elsewhere."]);
  });

  it("PDF-05 skips no level of heading in the tags, whatever the page looks like", () => {
    const levels = [4, 9, 1, 3, 2, Number.NaN].map((level, index) =>
      paragraph(`h${index}`, { role: "heading", level }),
    );
    const found = tagged(readOf(manuscript(levels)), /^H\d$/);
    expect(found.map((tag) => [tag.role, tag.text])).toEqual([
      ["H1", "h0"],
      ["H2", "h1"],
      ["H1", "h2"],
      ["H2", "h3"],
      ["H2", "h4"],
      ["H1", "h5"],
    ]);
  });

  it("PDF-05 tells a heading whatever its looks, and none that says nothing", () => {
    const looks = { strong: true, emphasis: true, underline: true, link: "https://example.org" };
    const heading = (pieces: Parameters<typeof paragraph>[0]) => paragraph(pieces, { role: "heading", level: 1 });
    const changed = text("changed", { emphasis: true, revisions: [by("A", "deleted")] });
    const given = manuscript([
      heading([text("looks", looks)]),
      heading([text("slanted", { emphasis: true })]),
      heading([changed]),
      labelled("1.", " ", { role: "heading", level: 1 }),
    ]);
    const found = texts(tagged(readOf(given), /^H1$/)).slice(0, -1);
    expect(found).toEqual(["looks", "slanted", "changeda"]);
  });

  it("PDF-06 is A4, upright or landscape", () => {
    const box = (landscape: boolean): Value | undefined =>
      readOf(manuscript([paragraph("x")], { landscape })).pages[0]?.get("MediaBox");
    const [upright, wide] = [box(false) as number[], box(true) as number[]];
    expect(upright.map(Math.round)).toEqual([0, 0, 595, 842]);
    expect(wide.map(Math.round)).toEqual([0, 0, 842, 595]);
  });

  it("PDF-06 hangs short numbers beside the words and sets longer ones before them", () => {
    const source = (label: string): string => typstSource(manuscript([labelled(label, "words")]));
    expect(source("(iii)")).toContain('p(0, false, "(iii)", "ltr", "words")');
    expect(source("Article 1")).toContain('p(0, true, "Article 1", "ltr", "words")');
  });

  it("PDF-07 tells the handling of the paper in its properties as well as at the head of its pages", () => {
    expect(textString(readOf(draft).info.get("Subject"))).toBe("Mediation team only");
    const without = readOf({ ...draft, header: null });
    expect(without.info.has("Subject")).toBe(false);
    expect(typstSource(draft).split('"Mediation team only"')).toHaveLength(2);
  });
});

describe("tables and notes", () => {
  it("PDF-08 tags header cells, repeats them on every page, and keeps each cell in its column", () => {
    const rows = Array.from({ length: 120 }, (_, index) => row([`issue ${index}`, "within 24 hours", "open"]));
    const pdf = readOf(
      manuscript([{ kind: "table", rows: [row(["Issue", "Words", "State"], { isHeader: true }), ...rows] }]),
    );
    expect(texts(tagged(pdf, /^TH$/))).toEqual(["Issue", "Words", "State"]);
    expect(tagged(pdf, /^TR$/)).toHaveLength(121);
    expect(texts(tagged(pdf, /^TD$/)).slice(-3)).toEqual(["issue 119", "within 24 hours", "open"]);
    expect(pdf.pages.length).toBeGreaterThan(2);
    expect(typstSource(manuscript([{ kind: "table", rows: [row(["a"], { isHeader: true })] }]))).toContain("true, (c(");
  });

  it("PDF-09 sets a table however its cells were counted", () => {
    const rows = [
      row(["a", ["b", 1e12], "c"]),
      row([
        ["d", Number.NaN],
        ["e", -3],
      ]),
      row([]),
      row(["f", "g", "h", "i"]),
    ];
    const found = readOf(
      manuscript([
        { kind: "table", rows },
        { kind: "table", rows: [row([])] },
        { kind: "table", rows: [] },
      ]),
    );
    expect(texts(tagged(found, /^T[DH]$/)).join("")).toBe("abcdefghi");
    const headers = manuscript([{ kind: "table", rows: [row(["only"], { isHeader: true })] }]);
    expect(allText(readOf(headers))).toBe("only");
  });

  it("PDF-10 prints each footnote once, at the foot, however often and wherever it is called", () => {
    const call = (id: string) => ({ kind: "footnote", id, revisions: [] }) as const;
    const pdf = readOf(
      manuscript([paragraph([text("one"), call("a"), text(" two"), call("a"), text(" three"), call("gone")])], {
        footnotes: [
          { id: "a", paragraphs: [paragraph([text("the first note"), call("a"), call("b")]), paragraph("its end")] },
          { id: "b", paragraphs: [paragraph([text("a note in a note"), call("b")])] },
          { id: "c", paragraphs: [paragraph("called nowhere")] },
          { id: "d", paragraphs: [] },
        ],
      }),
    );
    const all = allText(pdf);
    for (const words of ["the first note", "its end", "a note in a note", "called nowhere"])
      expect(all.split(words)).toHaveLength(2);
    expect(tagged(pdf, /^Note$/)).toHaveLength(1);
    expect(all).toContain("Footnotes without a place in the text");
    expect(all).toContain("three?");
  });
});

describe("changes and comments", () => {
  it("PDF-11 marks each stretch of changed words with the letter of its hand, and tells the hands at the end", () => {
    const pdf = readOf(
      manuscript([
        paragraph([
          text("within "),
          text("24", { revisions: [by("Delegation A", "deleted", "2021-03-04T09:00:00Z")] }),
          text("72", { revisions: [by("Delegation A", "inserted", "2021-03-02T09:00:00Z")] }),
          text("48", { revisions: [by("Delegation A"), by("Delegation B", "deleted")] }),
          text(" hours"),
        ]),
        paragraph("moved", { mark: [by("Delegation B")] }),
      ]),
    );
    expect(tagged(pdf, /^P$/)[0]?.text).toBe("within 2472a48a,b hours");
    expect(tagged(pdf, /^P$/)[1]?.text).toBe("moved¶b");
    expect(texts(tagged(pdf, /^H1$/))).toEqual(["Tracked changes"]);
    expect(allText(pdf)).toContain("a — Delegation A (\u20662021-03-02 – 2021-03-04\u2069)");
    expect(allText(pdf)).toContain("b — Delegation B");
  });

  it("PDF-12 shows what became of words by the kind of line, and by one line only, as accessible PDF asks", () => {
    const shown = (...kinds: readonly Parameters<typeof by>[1][]): string => {
      const words = text("w", {
        underline: true,
        link: "https://example.org",
        revisions: kinds.map((kind) => by("A", kind)),
      });
      const given = manuscript([paragraph([words])]);
      readOf(given);
      return /(\w+)\(out\("https:\/\/example\.org\/", "w"\)\)/.exec(typstSource(given))?.[1] ?? "";
    };
    expect(shown("inserted")).toBe("ins");
    expect(shown("deleted")).toBe("del");
    expect(shown("inserted", "deleted")).toBe("both");
    expect(shown("moved-here")).toBe("here");
    expect(shown("moved-away")).toBe("away");
    expect(shown("moved-here", "deleted")).toBe("both");
  });

  it("PDF-13 shows a changed line end, tab, note and row, and lists changes of layout", () => {
    const pdf = readOf(
      manuscript(
        [
          paragraph([
            text("a"),
            { kind: "break", revisions: [by("A")] },
            { kind: "tab", revisions: [by("B", "deleted")] },
            text("b", { formatting: [{ author: "C", date: null, what: "bold on" }] }),
            { kind: "footnote", id: "n", revisions: [by("D")] },
          ]),
          { kind: "table", rows: [row(["kept"]), row(["gone"], { revisions: [by("E", "deleted")] })] },
          paragraph("x", { formatting: [{ author: "C", date: null, what: "style Heading 1 to Normal" }] }),
        ],
        { footnotes: [{ id: "n", paragraphs: [paragraph([text("note", { revisions: [by("D")] })])] }] },
      ),
    );
    const all = allText(pdf);
    expect(all).toContain("a¶a→b");
    expect(all).toContain("b†d1");
    expect(tagged(pdf, /^Note$/)[0]?.text).toBe("1noted");
    expect(texts(tagged(pdf, /^TD$/))).toEqual(["kept", "gonee"]);
    expect(all).toContain("c — bold on (near: ab)");
    expect(all).toContain("c — style Heading 1 to Normal (near: x)");
  });

  it("PDF-14 numbers comments in the text and lists them at the end with their answers, none lost", () => {
    const start = (id: string) => ({ kind: "comment-start", id }) as const;
    const end = (id: string) => ({ kind: "comment-end", id }) as const;
    const pdf = readOf(
      manuscript(
        [
          paragraph([start("k"), text("across ")]),
          paragraph([text("two"), end("k"), end("k"), start("open"), text(".")]),
        ],
        {
          comments: [
            comment("k", "first", { date: "2021-03-03T00:00:00Z", resolved: true }),
            comment("answer", "an answer", { replyTo: "k" }),
            comment("open", "never closed"),
            comment("nowhere", "without a place"),
            comment("x", "circle one", { replyTo: "y" }),
            comment("y", "circle two", { replyTo: "x" }),
            comment("k", "same name"),
          ],
        },
      ),
    );
    const all = allText(pdf);
    expect(all).toContain("two[1][2].");
    expect(all).toContain("1 Legal adviser (\u20662021-03-03\u2069, resolved): first");
    expect(all).toContain("1.1 Legal adviser: an answer");
    for (const words of ["never closed", "without a place", "circle one", "circle two", "same name"])
      expect(all.split(words)).toHaveLength(2);
  });

  it("PDF-15 prints nothing of what travels unseen", () => {
    const given = manuscript([paragraph("words")], { carried: "red line of the other side" });
    expect(typstSource(given)).toBe(typstSource({ ...given, carried: null }));
  });

  it("PDF-16 follows links of the web, of mail and inside the document, and keeps the words of all others", () => {
    const link = (to: string) => text(`[${to.slice(0, 12)}]`, { link: to });
    const targets = ["https://example.org/a b", "https://example.org/ü", "javascript:alert(1)", "file:///etc/passwd"];
    const more = ["#here", "#gone", "", "mailto:desk@example.org", `https://example.org/${"x".repeat(9000)}`];
    const given = manuscript([
      paragraph([{ kind: "anchor-start", name: "here" }, { kind: "anchor-start", name: "here" }, text("There. ")]),
      paragraph([...targets, ...more].map(link)),
    ]);
    const source = typstSource(given);
    expect(source.match(/(?:out|to)\("[^"]*"/g)).toEqual([
      'out("https://example.org/%C3%BC"',
      'to("a0"',
      'out("mailto:desk@example.org"',
    ]);
    const pdf = readOf(given);
    expect(tagged(pdf, /^Link$/)).toHaveLength(3);
    expect(allText(pdf)).toContain("[javascript:a][file:///etc/]");
  });
});

it("PDF-17 refuses to print without typefaces, or with broken ones, and says so", () => {
  const source = typstSource(manuscript([paragraph("words")]));
  const half = (fonts[0] ?? new Uint8Array()).slice(0, 1000);
  for (const given of [
    [],
    [new Uint8Array(0)],
    [new TextEncoder().encode("no typeface")],
    [half],
    fonts.slice(4).map((font) => font.slice(0, 9)),
  ]) {
    const made = typesetPdf({ source, fonts: given });
    expect(made.ok ? null : made.refusal.code).toBe("pdf-no-typeface");
  }
});
