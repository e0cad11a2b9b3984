import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Manuscript, Paragraph, Piece } from "../../src/manuscript.ts";
import { typesetPdf } from "../../src/pdf.ts";
import { typstSource } from "../../src/typst-source.ts";
import { by, comment, fonts, labelled, latinFonts, manuscript, paragraph, pdfOf, readOf, row, text } from "./made.ts";
import { allText, readPdf, tagged } from "./read-pdf.ts";

const hostile = [
  '#read("/etc/passwd")',
  '#include "/etc/passwd"',
  '#import "@preview/cetz:0.3.4": *',
  '#image("/etc/hostname")',
  '"); read("/etc/passwd") ("',
  '\\"); read("/etc/passwd") //',
  "\\",
  '\\\\"',
  "$x^2$ @party <label> // comment /* more */ *bold* _it_ `code` ```raw```",
  "= Heading",
  "- item + item / term: x",
  "https://example.org ~ -- --- ... '\"",
  "#let x = 1; #panic()",
  "\\u{41} \\n \\t",
  "%s {{x}} {% x %}",
] as const;

/** Words of one run everywhere that words may stand. */
function everywhere(words: string): Manuscript {
  const about = { formatting: [{ author: words, date: words, what: words }] };
  const pieces: readonly Piece[] = [
    { kind: "anchor-start", name: words },
    { kind: "comment-start", id: words },
    text(words, { revisions: [by(words, "inserted", words)], ...about }),
    text(words, { link: words, strong: true }),
    text(words, { link: `#${words}`, emphasis: true }),
    { kind: "footnote", id: words, revisions: [by("B", "deleted")] },
    { kind: "comment-end", id: words },
  ];
  return manuscript(
    [
      paragraph(words, { role: "title" }),
      labelled(words, words, { role: "heading", level: 1 }),
      labelled(words, pieces),
      paragraph(words, { role: "note", direction: "rtl" }),
      { kind: "table", rows: [row([words, words], { isHeader: true }), row([[words, 2]])] },
    ],
    {
      title: words,
      header: words,
      language: words,
      footnotes: [{ id: words, paragraphs: [paragraph(words)] }],
      comments: [comment(words, words, { author: words, date: words })],
    },
  );
}

describe("words are words", () => {
  it("PDF-20 prints markup, code and paths as they stand, and reads no file for them", () => {
    for (const words of hostile) {
      const pdf = readOf(everywhere(words));
      expect(tagged(pdf, /^H1$/)[0]?.text).toBe(`${words} ${words}`);
      expect(tagged(pdf, /^TH$/)[0]?.text).toBe(words);
      expect(allText(pdf)).not.toMatch(/root:|daemon/);
    }
  });

  it("PDF-21 never hands the compiler a source that was not made here", () => {
    const source = typstSource(manuscript([paragraph("words")]));
    const paper = source.slice(0, source.lastIndexOf("#paper("));
    const others = [
      "",
      "= Hello",
      '#read("/etc/passwd")',
      `${source}#read("/etc/passwd")`,
      `#read("/etc/passwd")${source}`,
      source.replace(/j\(/, 'j(read("/etc/passwd"), '),
      `${paper}#paper(read("x"))\n`,
      `${paper}#paper("x" + read("x"))\n`,
      `${paper}#paper([#read("x")])\n`,
      `${paper}#paper("\\u{22}")\n`,
      `${paper}#paper(eval("1"))\n`,
      source.replace('"words"', '"words'),
    ];
    for (const other of others) {
      const made = typesetPdf({ source: other, fonts });
      expect(made.ok ? "set" : made.refusal.code).toBe("pdf-not-ours");
    }
  });

  it("PDF-21 reads a source of ours through, however long its words", () => {
    for (const words of ["words ".repeat(1_000_000), '"\\'.repeat(1_000_000)]) {
      const made = typesetPdf({ source: typstSource(manuscript([paragraph(words)])), fonts: [] });
      expect(made.ok ? "set" : made.refusal.code).toBe("pdf-no-typeface");
    }
  });

  it("PDF-22 sets any text in any piece, accessibly", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.string({ unit: "binary", maxLength: 30 }),
      fc
        .array(fc.constantFrom(...'"\\#$@<>*_`=-/~[]{}()\n\t\r\u2028\uFEFF\uFFFF\u0000\uD800\u202E\u200C'), {
          maxLength: 20,
        })
        .map((each) => each.join("")),
      fc.constantFrom(...hostile),
    );
    fc.assert(
      fc.property(anyText, (words) => {
        const made = typesetPdf({ source: typstSource(everywhere(words)), fonts });
        expect(made.ok ? "" : made.refusal.message).toBe("");
        if (!made.ok) return;
        expect(Buffer.from(made.pdf.slice(0, 5)).toString()).toBe("%PDF-");
        expect(made.standard).toBe("PDF/UA-1");
        for (const finding of made.findings) expect(finding.code).toBe("pdf-characters-missing");
      }),
      { numRuns: 50 },
    );
  });

  it("PDF-23 prints a character without a glyph by its number, names it, and stays accessible", () => {
    const source = typstSource(manuscript([paragraph("peace 和平 \u0001 end")], { title: "和" }));
    const made = typesetPdf({ source, fonts });
    if (!made.ok) throw new Error(made.refusal.message);
    expect([made.standard, made.pages]).toEqual(["PDF/UA-1", 1]);
    expect(made.findings.map((each) => each.severity)).toEqual(["warning"]);
    expect(made.findings[0]?.message).toContain("和 as ‹U+548C›, 平 as ‹U+5E73›, \uFFFD as ‹U+FFFD›.");
    expect(allText(readPdf(made.pdf))).toBe("peace ‹U+548C›‹U+5E73› ‹U+FFFD› end");
  });

  it("PDF-23 turns line ends, tabs and byte order marks inside words into what they stand for", () => {
    const given = manuscript([paragraph("a\r\nb\tc\u2028d\uFEFFe")]);
    expect(typstSource(given)).toContain('j("a", br(), "b", tab(), "c", br(), "d\u2060e")');
    expect(allText(readOf(given))).toBe("ab cd\u2060e");
  });

  it("PDF-22 sets every character that is not seen, and every space, in both directions", () => {
    const all = Array.from({ length: 0x110000 }, (_, at) => at).filter((at) => at < 0xd800 || at > 0xdfff);
    const unseen = all
      .map((at) => String.fromCodePoint(at))
      .filter((character) => /[\p{Default_Ignorable_Code_Point}\p{Zs}\p{Cc}]/u.test(character));
    const words = unseen.map((character) => `a${character}b م${character}ن ${character}`).join("");
    expect(unseen.length).toBeGreaterThan(4000);
    readOf(manuscript([paragraph(words), paragraph(words, { direction: "rtl" })]));
  });

  it("PDF-24 uses the typefaces it is given and no other of the machine", () => {
    const names = (made: Uint8Array): readonly string[] =>
      readPdf(made).fonts.map((name) => name.replace(/^\w+\+/, ""));
    const given = manuscript([paragraph([text("a "), text("b", { strong: true }), text(" صلح 和 ☕ ")])]);
    for (const name of names(pdfOf(given))) expect(name).toMatch(/^(SourceSerif4|NotoNaskhArabic)-/);
    const latin = typesetPdf({ source: typstSource(given), fonts: latinFonts });
    expect(latin.ok && names(latin.pdf).every((name) => name.startsWith("SourceSerif4"))).toBe(true);
    expect(latin.ok && latin.findings[0]?.message).toContain("ص as ‹U+0635›");
  });

  it("PDF-25 prints English words exactly, whatever pieces they were cut into", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."abcXYZ 0123456789.,;:()[]|–—’“”"),
      minLength: 1,
      maxLength: 12,
    });
    const piece = fc.record({ words: word, strong: fc.boolean(), emphasis: fc.boolean(), underline: fc.boolean() });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const given = manuscript([paragraph(pieces.map(({ words, ...looks }) => text(words, looks)))]);
        const squeeze = (words: string): string => words.replace(/\s+/g, "");
        expect(squeeze(allText(readOf(given)))).toBe(squeeze(pieces.map((each) => each.words).join("")));
      }),
      { numRuns: 60 },
    );
  });
});

describe("Dari and Pashto", () => {
  const right = (words: string | readonly Piece[]): Paragraph => paragraph(words, { direction: "rtl" });
  const samples = [
    ["fa-AF", "آتش‌بس در ۱۲ ماه (الف) آغاز می‌شود؛ کمیسیون DDR در 24 ساعت گزارش می‌دهد."],
    ["ps", "ښځې او ځوانان به خوندي وي؛ څوک چې تړون ماتوي، ږغ به یې واورېدل شي (۷۲ ساعته)."],
  ] as const;

  it("PDF-26 sets Dari and Pashto without a missing glyph, every letter and joiner in the text layer", () => {
    for (const [language, words] of samples) {
      const pdf = readOf(manuscript([right(words)], { language, direction: "rtl", title: words }));
      const there = allText(pdf);
      const count = (all: string, one: string): number => all.split(one).length - 1;
      for (const letter of new Set(words.replace(/\s/g, "")))
        expect([letter, count(there, letter)]).toEqual([
          letter,
          expect.toSatisfy((n: number) => n >= count(words, letter)),
        ]);
      expect([...there].filter((letter) => !words.includes(letter))).toEqual([]);
    }
  });

  it("PDF-27 keeps letters joined where looks or hands change inside a word, and nowhere else", () => {
    const seam = (left: string, after: string): string => {
      const source = typstSource(manuscript([right([text(left), text(after, { revisions: [by("A")] })])]));
      return /j\("([^"]*)", j\(ins\("([^"]*)"\)/.exec(source)?.slice(1, 3).join("|") ?? "";
    };
    expect(seam("نوش", "ته")).toBe("نوش\u200D|\u200Dته");
    expect(seam("نوشْ", "ته")).toBe("نوشْ\u200D|\u200Dته");
    expect(seam("قرار", "داد")).toBe("قرار|داد");
    expect(seam("می\u200C", "شود")).toBe("می\u200C|شود");
    expect(seam("صلح ", "پایدار")).toBe("صلح |پایدار");
    expect(seam("صلح", "؛")).toBe("صلح|؛");
    expect(seam("۱۲", "ماه")).toBe("۱۲|ماه");
    expect(seam("لومړۍ", "ده")).toBe("لومړۍ|ده");
    expect(seam("draft", "متن")).toBe("draft|متن");
  });

  it("PDF-28 speaks the document's language where it adds words, and English where it has no other", () => {
    const heading = (language: string): string | undefined => {
      const given = manuscript([right("x")], { language, direction: "rtl", comments: [comment("k", "x")] });
      return /chapter\("rtl", "([^"]*)"/.exec(typstSource(given))?.[1];
    };
    expect(["fa-AF", "prs", "ps-AF", "ar", "en"].map(heading)).toEqual([
      "نظرها",
      "نظرها",
      "تبصرې",
      "Comments",
      "Comments",
    ]);
  });
});

it("PDF-29 grows with the words and no faster: twice the blocks, twice the source", () => {
  const body = typstSource(manuscript([])).length;
  const blocks = [labelled("1.", [text("words "), text("more", { revisions: [by("A")] })]), paragraph("next")];
  const length = (times: number): number =>
    typstSource(manuscript(Array.from({ length: times }, () => blocks).flat())).length - body;
  const step = length(2000) - length(1000);
  expect(length(4000) - length(3000)).toBe(step);
  expect(length(16000) - length(15000)).toBe(step);
});
