import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allBrackets, allProvisions, parse, print } from "../../src/index.ts";
import { fuzzOnce, textOfSeed } from "./fuzz.ts";
import { checkLaws, droppedWords } from "./laws.ts";
import { findings, ids, kinds, numbers, read, words } from "./told.ts";

const lakeside = readFileSync(new URL("../fixtures/lakeside.txt", import.meta.url), "utf8");

describe("laws", () => {
  it("TXT-01 TXT-02 TXT-03: 50,000 broken texts are read, printed back and well formed", () => {
    for (let seed = 0; seed < 50_000; seed += 1) fuzzOnce(seed);
  });

  it("TXT-01: any string at all is printed back", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("[", "]", "|", "{#a}", "\r\n", "\n", ":::", "1. ", "# ", "---\n", "\ufeff", "\u200c", "ماده ۳"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const agreement = read(parts.join(""));
        expect(print(agreement)).toBe(parts.join(""));
        checkLaws(agreement);
      }),
      { numRuns: 2000 },
    );
  });

  it("TXT-01: byte order mark, CRLF, lone CR and a missing last newline are kept", () => {
    for (const source of [
      "\ufeff# A\r\n\r\n1. x\r\n",
      "# A\r\r1. x",
      "\ufeff",
      "",
      "\n\n",
      "\ufeff---\r\ntitle: x\r\n---\r\n\r\n1. y",
    ]) {
      const agreement = read(source);
      expect(print(agreement)).toBe(source);
      checkLaws(agreement);
    }
    expect(read("\ufeff---\r\ntitle: x\r\n---\r\n\r\n1. y").front.title).toBe("x");
    expect(ids(read("\ufeff# A\r\n\r\n1. x\r\n"))).toEqual(["title", "1"]);
  });

  it("TXT-03: print is put together from spans, so a wrong span shows", () => {
    const agreement = read("1. one\n\n2. two\n");
    const [first, second] = agreement.provisions;
    if (first === undefined || second === undefined) throw new Error("two provisions were written");
    const shifted = { ...second, span: { ...second.span, start: 3 }, ownSpan: { ...second.ownSpan, start: 3 } };
    expect(print({ ...agreement, provisions: [first, shifted] })).not.toBe(agreement.source);
    expect(() => checkLaws({ ...agreement, provisions: [second, first] })).toThrow();
  });

  it("TXT-04: Dari and Pashto words keep their joiners, marks and spaces", () => {
    const source = "۱- آتش‌بس\u200f می‌شود؛ [۲۴ ساعت | ۷۲ ساعت]؟\u00a0د سولې خبرې";
    expect(words(read(source))).toEqual(["آتش‌بس\u200f می‌شود؛ [۲۴ ساعت | ۷۲ ساعت]؟\u00a0د سولې خبرې"]);
  });
});

describe("a text found on the web", () => {
  const agreement = parse({ file: "lakeside.txt", source: lakeside });

  it("TXT-04: nothing of it is dropped", () => {
    checkLaws(agreement);
    expect(droppedWords(agreement)).toBe("");
    expect(droppedWords({ ...agreement, provisions: agreement.provisions.slice(1) })).toBe("FRAMEWORKOFLAKESIDE");
    expect(agreement.hasLastingIds).toBe(false);
    expect(findings(agreement)).toEqual(["warning raw-html 73:5", "warning raw-html 73:13"]);
  });

  it("TXT-07 TXT-25: its numbering is kept and gives the ids", () => {
    const all = ids(agreement);
    for (const id of [
      "part-one.article-1.1.a",
      "part-two.article-3.iii",
      "part-two.article-3-bis.1.a",
      "part-two.article-3-bis.3.item-2",
      "part-two.article-3-bis.3-ter",
      "part-two.article-4.4-2.4-2-1",
      "part-iii.a.2.b",
      "part-iii.section-iv.ii.1.i",
      "annex-a.table-1",
      "appendix.signature-4",
    ]) {
      expect(all).toContain(id);
    }
    expect(numbers(agreement)).toEqual(
      expect.arrayContaining(["PART ONE", "Article 3 bis", "3 ter", "1)", "§ 5", "SECTION IV", "I.", "(h)", "•"]),
    );
  });

  it("TXT-15 TXT-21: its preamble, annexes and signatures are known", () => {
    const count = (kind: string) => kinds(agreement).filter((one) => one === kind).length;
    expect([
      count("preamble"),
      count("part"),
      count("annex"),
      count("signature"),
      count("table"),
      count("definition"),
    ]).toEqual([7, 3, 2, 4, 1, 2]);
  });

  it("TXT-01: marks added to it change no words", () => {
    const marked = lakeside.replace(
      "2. Other words have their ordinary meaning.",
      "2. Other words have their ordinary meaning. {#meaning status=agreed}",
    );
    expect(words(parse({ file: "lakeside.txt", source: marked }))).toEqual(words(agreement));
  });
});

describe("size and hostility", () => {
  const hostile: Readonly<Record<string, string>> = {
    "unclosed brackets": "[".repeat(100_000),
    "unclosed brackets with words": "[a ".repeat(100_000),
    "nested brackets": "[".repeat(50_000) + "]".repeat(50_000),
    "attributes never closed": '[a]{a="'.repeat(30_000),
    "links never closed": "[a](".repeat(50_000),
    "alternatives never closed": "::: {.alternatives}\n::: {.option}\n".repeat(5_000),
    "one paragraph of many lines": "word\n".repeat(50_000),
    "one long fence": `::: a${" ".repeat(200_000)}b`,
    "front matter of brackets": `---\na: ${"[".repeat(20_000)}\n---\n`,
    "the same id": "x {#a}\n\n".repeat(20_000),
  };

  for (const [name, source] of Object.entries(hostile)) {
    it(`TXT-47 TXT-46: ${name}`, () => {
      const agreement = read(source);
      expect(print(agreement) === source).toBe(true);
      const counts = new Map<string, number>();
      for (const { code } of agreement.diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
      expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(200);
    });
  }

  it("TXT-47: a text of 1 MB is read whole", () => {
    const source = lakeside.repeat(Math.ceil(1_000_000 / lakeside.length));
    const agreement = read(source);
    checkLaws(agreement);
    expect(allBrackets(agreement)).toHaveLength(2 * Math.ceil(1_000_000 / lakeside.length));
    expect(allProvisions(agreement).length).toBeGreaterThan(15_000);
  });

  it("TXT-02: the generator of broken texts does make brackets, divisions and findings", () => {
    const texts = Array.from({ length: 400 }, (_, seed) => read(textOfSeed(seed)));
    expect(texts.filter((text) => allBrackets(text).length > 0).length).toBeGreaterThan(100);
    expect(new Set(texts.flatMap((text) => text.diagnostics.map(({ code }) => code))).size).toBeGreaterThan(10);
  });
});
