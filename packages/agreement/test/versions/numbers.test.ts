import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumbers } from "../../src/internal/versions/numbers/read-numbers.ts";
import { inDari, inEnglish, inPashto, type Spelling } from "./spell.ts";

const languages: readonly (readonly [string, Spelling])[] = [
  ["en", inEnglish],
  ["fa-AF", inDari],
  ["ps", inPashto],
];

/** "24 hour sure; 2/3 sure": what is read. */
function told(text: string, language: string): string {
  return readNumbers(text, language)
    .numbers.map(({ values, unit, reliance }) => `${values.join("|")}${unit === null ? "" : ` ${unit}`} ${reliance}`)
    .join("; ");
}

describe("numbers in words", () => {
  it("LNG-08: every number from 1 to 9,999, and many to 9,999,999, is read back in three languages", () => {
    const some = Array.from({ length: 3000 }, (_, index) => 10_000 + index * 3329).filter(
      (value) => value <= 9_999_999,
    );
    const round = [20_000, 100_000, 105_000, 300_003, 1_000_000, 1_000_001, 2_500_000, 9_999_999];
    for (const [language, spell] of languages) {
      const wrong: string[] = [];
      for (const value of [...Array.from({ length: 9999 }, (_, index) => index + 1), ...some, ...round]) {
        const { numbers } = readNumbers(spell(value), language);
        if (numbers.length !== 1 || numbers[0]?.values[0] !== String(value)) wrong.push(`${value} ${spell(value)}`);
      }
      expect([language, wrong.slice(0, 5)]).toEqual([language, []]);
    }
  });

  it("LNG-08: a number in words before days is the same as the number in figures", () => {
    const figures = (value: number, zero: number): string =>
      [...String(value)].map((digit) => String.fromCodePoint(zero + Number(digit))).join("");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (value) => {
        expect(told(`within ${inEnglish(value)} days of`, "en")).toBe(`${value} day sure`);
        expect(told(`within ${value.toLocaleString("en")} days of`, "en")).toBe(`${value} day sure`);
        expect(told(`در ظرف ${inDari(value)} روز پس`, "fa-AF")).toBe(`${value} day sure`);
        expect(told(`در ظرف ${figures(value, 0x06f0)} روز پس`, "fa-AF")).toBe(`${value} day sure`);
        expect(told(`په ${inPashto(value)} ورځو کې`, "ps")).toBe(`${value} day sure`);
        expect(told(`په ${figures(value, 0x0660)} ورځو کې`, "ps")).toBe(`${value} day sure`);
      }),
      { numRuns: 200 },
    );
  });

  it("LNG-08: two numbers joined by and are two", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9999 }), fc.integer({ min: 100, max: 9999 }), (one, other) => {
        const read = (text: string, language: string) =>
          readNumbers(text, language).numbers.map(({ values }) => values[0]);
        const both = [String(one), String(other)];
        if (one % 1000 !== 0 || other >= 1000) {
          expect(read(`${inEnglish(one)} members, and ${inEnglish(other)} others`, "en")).toEqual(both);
          expect(read(`${inDari(one)} نفر و ${inDari(other)} نفر`, "fa-AF")).toEqual(both);
          expect(read(`${inPashto(one)} تنه او ${inPashto(other)} تنه`, "ps")).toEqual(both);
        }
      }),
      { numRuns: 100 },
    );
    expect(told("one hundred and two hundred", "en")).toBe("100 sure; 200 sure");
    expect(told("مواد بیست و یک و بیست و دو", "fa-AF")).toBe("21 sure; 22 sure");
    expect(told("between thirty and forty days", "en")).toBe("30 sure; 40 day sure");
  });

  it("LNG-08: figures, their marks and multipliers", () => {
    for (const [text, language, expected] of [
      ["8,600 troops and 5 million people", "en", "8600 sure; 5000000 sure"],
      ["۸٬۶۰۰ عسکر و ۲٫۵ ملیون نفر", "fa-AF", "8600 sure; 2500000 sure"],
      ["۵ هزار و ۶۰۰ نفر", "fa-AF", "5600 sure"],
      ["1.5 km, 3/4, 14:00", "en", "3/2 sure; 3/4 sure; 14:00 doubtful"],
      ["۲/۳", "fa-AF", "2/3|23/10 doubtful"],
      ["1.500", "ps", "3/2|1500 doubtful"],
      ["B52, the 3rd, Covid-19", "en", "3 sure; 19 sure"],
      ["thirty (30) days", "en", "30 day sure"],
      ["سی (۳۰) روز", "fa-AF", "30 day sure"],
      ["one thousand, two hundred", "en", "1200 sure"],
      ["a hundred days", "en", "100 day sure"],
    ] as const)
      expect([text, told(text, language)]).toEqual([text, expected]);
  });

  it("LNG-08: shares, halves and percents in three languages", () => {
    for (const [text, language, expected] of [
      ["two thirds", "en", "2/3 sure"],
      ["two-thirds", "en", "2/3 sure"],
      ["دو سوم", "fa-AF", "2/3 sure"],
      ["دو ثلث", "fa-AF", "2/3 sure"],
      ["دو بر سه", "fa-AF", "2/3 sure"],
      ["دوه پر درې", "ps", "2/3 sure"],
      ["دوه درېیمې برخې", "ps", "2/3 sure"],
      ["three quarters", "en", "3/4 sure"],
      ["سه چهارم", "fa-AF", "3/4 sure"],
      ["one third of the seats", "en", "1/3 sure"],
      ["یک سوم", "fa-AF", "1/3 sure"],
      ["nine and a half months", "en", "19/2 month sure"],
      ["نه و نیم ماه", "fa-AF", "19/2 month sure"],
      ["نهه نیمې میاشتې", "ps", "19/2 month sure"],
      ["25 per cent", "en", "1/4 percent sure"],
      ["۲۵ فیصد", "fa-AF", "1/4 percent sure"],
      ["۲۵٪", "fa-AF", "1/4 percent sure"],
      ["۲۵ سلنه", "ps", "1/4 percent sure"],
      ["په سلو کې ۲۵", "ps", "1/4 percent sure"],
    ] as const)
      expect([text, told(text, language)]).toEqual([text, expected]);
  });

  it("LNG-09: words that are also something else are never sure", () => {
    for (const [text, language] of [
      ["no one, one another, both sides", "en"],
      ["a third party, the second paragraph", "en"],
      ["نه، آن را نمی‌پذیرند", "fa-AF"],
      ["ولسوالی ده سبز", "fa-AF"],
      ["هر دو طرف، دو جانب، سه‌جانبه", "fa-AF"],
      ["نوي اساسي قانون", "ps"],
      ["ژر تر ژره، زر تر زره", "ps"],
      ["دواړه خواوې، دوه خواوې", "ps"],
      ["several thousand people", "en"],
    ] as const)
      expect([text, readNumbers(text, language).numbers.filter(({ reliance }) => reliance === "sure")]).toEqual([
        text,
        [],
      ]);
    expect(told("روز سه‌شنبه و پنج‌شنبه", "fa-AF")).toBe("");
    expect(told("په پښتو او دري ژبو", "ps")).toBe("");
  });

  it("LNG-08: any text is read without failing, in order and in place", () => {
    const piece = fc.constantFrom(
      ..."one|two|hundred|thousand|and|a|half|thirds|سه|و|هزار|صد|نیم|یو|سل|زره|او|پر|12|۳|%|(|)| |,|\u200c|-|days|روز|ورځې".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string()), { maxLength: 25 }),
        fc.constantFrom("en", "fa-AF", "ps", "fr"),
        (pieces, language) => {
          const text = pieces.join(" ");
          let from = 0;
          for (const fact of readNumbers(text, language).numbers) {
            expect(fact.start).toBeGreaterThanOrEqual(from);
            expect(fact.end).toBeLessThanOrEqual(text.length);
            expect(text.slice(fact.start, fact.end)).toBe(fact.text);
            from = fact.end;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
