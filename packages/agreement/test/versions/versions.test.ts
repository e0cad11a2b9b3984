import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/parse.ts";
import {
  alignVersions,
  compareVersions,
  type LanguageVersion,
  type NameInLanguages,
  versionCodes,
} from "../../src/versions.ts";
import { inDari, inEnglish, inPashto } from "./spell.ts";

const names: readonly NameInLanguages[] = [
  { id: "upland", names: { en: ["Upland"], "fa-AF": ["اپلند"], ps: ["اپلنډ"] } },
  { id: "lowland", names: { en: ["Lowland"], "fa-AF": ["لولند"], ps: ["لولنډ"] } },
  { id: "mediator", names: { en: ["mediator"], "fa-AF": ["میانجی"], ps: ["منځګړی"] } },
  {
    id: "us",
    names: { en: ["United States", "US"], "fa-AF": ["ایالات متحده"], ps: ["متحده ایالات", "متحده ایالاتو"] },
  },
  { id: "taliban", names: { en: ["Taliban"], "fa-AF": ["طالبان"], ps: ["طالبان", "طالبانو"] } },
];

/** Texts by language; a paragraph without an id goes by "p". */
function versionsOf(texts: Readonly<Record<string, string>>): LanguageVersion[] {
  return Object.entries(texts).map(([language, source]) => ({
    language,
    agreement: parse({ file: `text.${language}.md`, source }),
  }));
}

/** "code provision" of every finding, in order. */
function told(texts: Readonly<Record<string, string>>, known: readonly NameInLanguages[] = names): string[] {
  return compareVersions({ versions: versionsOf(texts), names: known }).map(
    ({ code, provision }) => `${code.replace(/^version-/u, "")} ${provision ?? "-"}`,
  );
}

/** The findings of one provision in English and another language. */
function between(english: string, other: string, language = "fa-AF"): string[] {
  return told({ en: `1. ${english} {#p}\n`, [language]: `۱. ${other} {#p}\n` }).map((said) => said.replace(/ p$/u, ""));
}

function example(path: string): LanguageVersion[] {
  return [
    ["en", ".md"],
    ["fa-AF", ".fa-AF.md"],
    ["ps", ".ps.md"],
  ].map(([language = "", ending = ""]) => {
    const url = new URL(`../../../../examples/${path}${ending}`, import.meta.url);
    return { language, agreement: parse({ file: `${path}${ending}`, source: readFileSync(url, "utf8") }) };
  });
}

describe("the examples", () => {
  it("LNG-12: the opening days of Doha are the same in three languages and three calendars", () => {
    const versions = example("afghanistan/texts/2020-02-29-opening");
    expect(versions.flatMap(({ agreement }) => agreement.diagnostics)).toEqual([]);
    expect(compareVersions({ versions, names })).toEqual([]);
  });

  it("LNG-01, LNG-06, LNG-07, LNG-12, LNG-18, LNG-22: the practice annex has one difference of each kind and no other", () => {
    const versions = example("practice/texts/2030-03-01-annex");
    expect(versions.flatMap(({ agreement }) => agreement.diagnostics)).toEqual([]);
    const findings = compareVersions({ versions, names });
    expect(
      findings.map(({ code, provision, sides, prevails }) => [
        code,
        provision,
        sides.map(({ language }) => language).join(),
        prevails,
      ]),
    ).toEqual([
      ["version-number-differs", "annex-weapons", "en,ps", "en"],
      ["version-unit-differs", "annex-visit", "en,fa-AF", "en"],
      ["version-date-differs", "annex-farmers", "en,fa-AF", "en"],
      ["version-name-differs", "annex-bridge", "en,ps", "en"],
      ["version-bracket-differs", "annex-zone", "en,ps", "en"],
      ["version-provision-missing", "annex-mines", "en,fa-AF", "en"],
    ]);
    for (const { sides } of findings)
      for (const { span, words, language } of sides) {
        const source = versions.find((version) => version.language === language)?.agreement.source ?? "";
        if (span !== null && !words.startsWith("[") && words.length < 40)
          expect(source.slice(span.start, span.end)).toBe(words);
      }
  });
});

describe("provisions", () => {
  it("LNG-01: a provision missing in one, in either direction", () => {
    const both = { en: "1. One. {#a}\n\n2. Two. {#b}\n", ps: "۱. لومړی. {#a}\n" };
    expect(told(both)).toEqual(["provision-missing b"]);
    expect(told({ en: both.ps, ps: both.en }).filter((said) => !said.startsWith("not-tr"))).toContain(
      "provision-missing b",
    );
  });

  it("LNG-02: notes are left aside; provisions without ids of their own are told once", () => {
    expect(told({ en: "1. One. {#a}\n\n::: {.note}\nA note.\n:::\n", ps: "۱. لومړی. {#a}\n" })).toEqual([]);
    expect(told({ en: "# One thing\n\nWords.\n\n# Another\n\nWords.\n", ps: "# یو شی\n\nټکي.\n" })).toEqual([
      "not-compared -",
    ]);
  });

  it("LNG-03: words missing, and words not translated", () => {
    expect(between("The sides meet in the hall.", "The sides meet in the hall.")).toEqual(["not-translated"]);
    expect(told({ en: "# Meetings {#m}\n\n1. All meet. {#p}\n", ps: "# غونډې {#m}\n\n۱. [ ]{#x} {#p}\n" })).toEqual([
      "bracket-missing p",
    ]);
    expect(
      told({ en: "# Meetings {#m}\n\n::: {#p}\nThe sides meet.\n:::\n", ps: "# غونډې {#m}\n\n::: {#p}\n:::\n" }),
    ).toEqual(["words-missing p"]);
  });

  it("LNG-04: order and place", () => {
    const en = "1. One. {#a}\n\n2. Two. {#b}\n\n3. Three. {#c}\n";
    expect(
      told({ en, "fa-AF": "۱. الف. {#b}\n\n۲. ب. {#c}\n\n۳. ج. {#a}\n" }).filter((said) => said.startsWith("order")),
    ).toEqual(["order-differs a"]);
    expect(
      told({
        en: "# Part One {#one}\n\n1. Words. {#a}\n\n# Part Two {#two}\n\n2. Words. {#b}\n",
        "fa-AF": "# بخش ۱ {#one}\n\n۱. کلمات. {#a}\n\n۲. کلمات. {#b}\n\n# بخش ۲ {#two}\n",
      }),
    ).toContain("order-differs b");
  });

  it("LNG-05: numbers of provisions across scripts", () => {
    for (const [english, other, language] of [
      ["## Article 3. Peace {#x}", "## ماده ۳. صلح {#x}", "fa-AF"],
      ["## Article 3. Peace {#x}", "## مادهٔ سوم. صلح {#x}", "fa-AF"],
      ["## Article 3. Peace {#x}", "## درېیمه ماده. سوله {#x}", "ps"],
      ["# PART TWO: Peace {#x}", "# بخش دوم: صلح {#x}", "fa-AF"],
      ["# Part II. Peace {#x}", "# دوهمه برخه. سوله {#x}", "ps"],
      ["# Annex A. Maps {#x}", "# ضمیمه الف. نقشه‌ها {#x}", "fa-AF"],
      ["1.2 Peace. {#x}", "۱.۲ صلح. {#x}", "fa-AF"],
      ["(a) Peace. {#x}", "الف) صلح. {#x}", "fa-AF"],
      ["(b) Peace. {#x}", "(ب) صلح. {#x}", "fa-AF"],
      ["(c) Peace. {#x}", "(ج) صلح. {#x}", "fa-AF"],
      ["(c) Peace. {#x}", "(پ) صلح. {#x}", "fa-AF"],
      ["3 bis. Peace. {#x}", "۳ bis. صلح. {#x}", "fa-AF"],
    ] as const)
      expect([other, told({ en: `${english}\n`, [language]: `${other}\n` })]).toEqual([other, []]);
    for (const [english, other, language] of [
      ["## Article 3. Peace {#x}", "## ماده ۴. صلح {#x}", "fa-AF"],
      ["## Article 3. Peace {#x}", "## بخش ۳. صلح {#x}", "fa-AF"],
      ["## Article 3. Peace {#x}", "## څلورمه ماده. سوله {#x}", "ps"],
      ["(a) Peace. {#x}", "(ب) صلح. {#x}", "fa-AF"],
      ["3. Peace. {#x}", "صلح. {#x}", "fa-AF"],
      ["3 bis. Peace. {#x}", "۳. صلح. {#x}", "fa-AF"],
    ] as const)
      expect([other, told({ en: `${english}\n`, [language]: `${other}\n` })]).toEqual([other, ["numbering-differs x"]]);
  });

  it("LNG-23, LNG-24: status and references", () => {
    expect(told({ en: "1. Peace. {#a .agreed}\n", ps: "۱. سوله. {#a .agreed}\n" })).toEqual([]);
    expect(told({ en: "1. Peace. {#a .agreed}\n", ps: "۱. سوله. {#a}\n" })).toEqual([]);
    expect(told({ en: "1. Peace. {#a status=agreed}\n", ps: "۱. سوله. {#a}\n" })).toEqual(["status-differs a"]);
    const en = "1. One. {#a}\n\n2. See [it](#a). {#b}\n";
    expect(told({ en, ps: "۱. لومړی. {#a}\n\n۲. [هغه](#a) وګورئ. {#b}\n" })).toEqual([]);
    expect(told({ en, ps: "۱. لومړی. {#a}\n\n۲. [هغه](#b) وګورئ. {#b}\n" })).toEqual(["reference-differs b"]);
  });
});

describe("numbers", () => {
  it("LNG-06: a number that differs or is missing", () => {
    expect(between("within 24 hours", "در ظرف ۲۴ ساعت")).toEqual([]);
    expect(between("within twenty-four hours", "در ظرف ۲۴ ساعت")).toEqual([]);
    expect(between("within 24 hours", "در ظرف ۷۲ ساعت")).toEqual(["number-differs"]);
    expect(between("15 members of whom 7 and 7", "۱۵ عضو که ۷ و ۵ تن")).toEqual(["number-differs"]);
    expect(between("fifteen members", "اعضای شورا")).toEqual(["number-missing"]);
    expect(between("members of the council", "پانزده عضو")).toEqual(["number-missing"]);
    expect(between("two thirds to one", "یک سوم به دو سوم")).toEqual(["number-missing"]);
    expect(between("7 and 15 members", "۱۵ و ۷ عضو")).toEqual([]);
    expect(between("in [Article 3](#p) of it", "در [ماده ۳](#p) آن")).toEqual([]);
  });

  it("LNG-07: a unit that differs; equal lengths are no difference", () => {
    expect(between("within 24 hours", "در ظرف ۲۴ روز")).toEqual(["unit-differs"]);
    expect(between("within two weeks", "در ظرف ۱۴ روز")).toEqual([]);
    expect(between("within one year", "در ظرف دوازده ماه")).toEqual([]);
    expect(between("within 24 hours", "در ظرف ۲۴")).toEqual([]);
    expect(between("25 percent", "یک ربع")).toEqual([]);
    expect(between("25 percent", "۲۵ روز")).toEqual(["number-differs"]);
    expect(between("within 24 hours", "در ظرف یک روز")).toEqual(["number-differs"]);
    expect(between("two thirds", "از سه حصه دو حصه")).toEqual([]);
  });

  it("LNG-09, LNG-11: what is not sure is told as not compared, and what is nothing is not told", () => {
    expect(between("both sides help one another", "طرفین همکاری می‌کنند")).toEqual([]);
    expect(between("the two sides agree", "جانبین موافقت می‌کنند")).toEqual([]);
    expect(between("half of the seats", "کرسی‌ها")).toEqual(["not-compared"]);
    expect(between("7 and 7 members", "۷ عضو")).toEqual(["not-compared"]);
    expect(between("elections by 2022", "انتخابات تا ۱۴۰۱")).toEqual(["not-compared"]);
    expect(told({ en: "1. Fifteen members. {#p}\n", fr: "1. Quinze membres. {#p}\n" })).toEqual(["not-compared p"]);
    expect(told({ en: "1. 15 members. {#p}\n", fr: "1. 15 membres. {#p}\n" })).toEqual([]);
    expect(told({ en: "1. Fifteen members. {#p}\n", fr: "1. 16 membres. {#p}\n" })).toContain("number-missing p");
  });

  it("LNG-10: a number said two ways in one version", () => {
    expect(between("within thirty (40) days", "در ظرف سی (۴۰) روز")).toEqual(["number-two-ways", "number-two-ways"]);
    expect(between("within thirty (30) days", "در ظرف ۳۰ روز")).toEqual([]);
  });

  it("LNG-06: of random numbers exactly the one that was changed is found", () => {
    const count = fc.integer({ min: 3, max: 9_999_999 });
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        count,
        fc.constantFrom("fa-AF", "ps"),
        (values, at, other, language) => {
          const text = (say: (value: number) => string, all: readonly number[]): string =>
            all.map((value, index) => `${index + 1}. ${say(value)} {#p${index}}\n`).join("\n");
          const say = {
            en: (value: number) => `Within ${inEnglish(value)} days of signature.`,
            "fa-AF": (value: number) => `در ظرف ${inDari(value)} روز پس از امضا.`,
            ps: (value: number) => `له لاسلیک وروسته په ${inPashto(value)} ورځو کې.`,
          };
          const agreeing = { en: text(say.en, values), "fa-AF": text(say["fa-AF"], values), ps: text(say.ps, values) };
          expect(told(agreeing)).toEqual([]);
          const place = at % values.length;
          fc.pre(values[place] !== other);
          const changed = values.map((value, index) => (index === place ? other : value));
          expect(told({ ...agreeing, [language]: text(say[language], changed) })).toEqual([`number-differs p${place}`]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("dates", () => {
  it("LNG-12: another day in another calendar, a missing date, a date said twice", () => {
    expect(between("on 29 February 2020", "به تاریخ ۱۰ حوت ۱۳۹۸")).toEqual([]);
    expect(between("on 29 February 2020", "به تاریخ ۱۱ حوت ۱۳۹۸")).toEqual(["date-differs"]);
    expect(between("on 29 February 2020", "به تاریخ ۱۰ حوت ۱۳۹۸ (۲۹ فبروری ۲۰۲۰)")).toEqual([]);
    expect(between("on 29 February 2020 (10 Hut 1398)", "۵ رجب ۱۴۴۱")).toEqual([]);
    expect(between("on 29 February 2020", "در همان روز")).toEqual(["date-missing"]);
    expect(between("in good time", "به تاریخ ۱۰ حوت ۱۳۹۸")).toEqual(["date-missing"]);
  });

  it("LNG-13: what only the moon decides is told as such and not as a difference", () => {
    expect(between("on 28 February 2020", "۵ رجب ۱۴۴۱")).toEqual(["date-by-the-moon"]);
    expect(between("on 1 March 2020", "۵ رجب ۱۴۴۱")).toEqual(["date-by-the-moon"]);
    expect(between("on 3 March 2020", "۵ رجب ۱۴۴۱")).toEqual(["date-differs"]);
    const [finding] = compareVersions({
      versions: versionsOf({ en: "1. On 28 February 2020. {#p}\n", "fa-AF": "۱. ۵ رجب ۱۴۴۱. {#p}\n" }),
    });
    expect(finding?.severity).toBe("note");
    expect(finding?.message).toContain("29 February 2020 by the tables and Umm al-Qura");
  });

  it("LNG-14: figures that do not say their calendar are not held to be another day", () => {
    expect(between("on 29 February 2020", "به تاریخ ۱۴۴۱/۰۷/۰۵")).toEqual(["not-compared"]);
    expect(between("on 29 February 2020", "به تاریخ ۱۳۹۸/۱۲/۱۰")).toEqual([]);
    expect(between("on 29 February 2020", "به تاریخ ۱۳۹۸/۱۲/۱۱")).toEqual(["date-differs"]);
  });

  it("LNG-15, LNG-16: a version that contradicts itself", () => {
    expect(between("on 29 February 2020", "۱۰ حوت ۱۳۹۸ مطابق ۱ مارچ ۲۰۲۰")).toEqual(["date-two-ways"]);
    expect(between("on 29 February 2020 (11 Hut 1398)", "۱۰ حوت ۱۳۹۸")).toEqual(["date-two-ways"]);
    expect(between("on Friday, 29 February 2020", "۱۰ حوت ۱۳۹۸")).toEqual(["weekday-wrong"]);
    expect(between("on Saturday, 29 February 2020", "شنبه، ۱۰ حوت ۱۳۹۸")).toEqual([]);
  });

  it("LNG-17: a date that cannot be read is told once, and its numbers are not held against each other", () => {
    expect(between("on 3/4/2020 and 5/6/2020", "به تاریخ ۱۵ حمل ۱۳۹۹")).toEqual(["not-compared"]);
    expect(between("in March 2020 with 5 members", "در حوت ۱۳۹۸ با ۵ عضو")).toEqual(["not-compared"]);
    expect(between("in the year 2020", "در سال ۲۰۲۰")).toEqual([]);
    expect(between("in the year 2020", "در سال ۲۰۲۱")).toEqual(["not-compared"]);
  });

  it("LNG-12: of random days exactly the one that was moved is found", () => {
    const written = (day: number, tag: string): string =>
      new Intl.DateTimeFormat(tag, { timeZone: "UTC", dateStyle: "long" }).format(day * 86_400_000);
    const tags = { en: "en-u-ca-gregory", "fa-AF": "fa-AF-u-ca-persian", ps: "ps-u-ca-persian" } as const;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -4000, max: 47_000 }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom("fa-AF", "ps"),
        (days, at, shift, language) => {
          const text = (tag: string, all: readonly number[]): string =>
            all.map((day, index) => `${index + 1}. ${written(day, tag)}. {#p${index}}\n`).join("\n");
          const agreeing = { en: text(tags.en, days), "fa-AF": text(tags["fa-AF"], days), ps: text(tags.ps, days) };
          expect(told(agreeing)).toEqual([]);
          const place = at % days.length;
          const moved = days.map((day, index) => (index === place ? day + shift : day));
          expect(told({ ...agreeing, [language]: text(tags[language], moved) })).toEqual([`date-differs p${place}`]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("names", () => {
  it("LNG-18: another name, and a name missing", () => {
    expect(between("Upland repairs the bridge.", "اپلند پل را ترمیم می‌کند.")).toEqual([]);
    expect(between("Upland repairs the bridge.", "لولند پل را ترمیم می‌کند.")).toEqual(["name-differs"]);
    expect(between("Upland repairs the bridge.", "پل ترمیم می‌شود.")).toEqual(["name-missing"]);
    expect(between("The bridge is repaired.", "لولند پل را ترمیم می‌کند.")).toEqual(["name-missing"]);
    expect(between("The Taliban agree.", "طالبان موافق اند.")).toEqual([]);
    expect(between("The Taliban agree.", "د طالبانو هوکړه.", "ps")).toEqual([]);
  });

  it("LNG-19: longer names hide shorter ones, endings and capitals count", () => {
    const known: readonly NameInLanguages[] = [
      { id: "council", names: { en: ["Council"], "fa-AF": ["شورا"] } },
      { id: "high-council", names: { en: ["High Council"], "fa-AF": ["شورای عالی"] } },
      { id: "us", names: { en: ["US"], "fa-AF": ["امریکا"] } },
    ];
    const tell = (en: string, dari: string): string[] =>
      told({ en: `1. ${en} {#p}\n`, "fa-AF": `۱. ${dari} {#p}\n` }, known);
    expect(tell("The High Council meets.", "شورای عالی جلسه می‌کند.")).toEqual([]);
    expect(tell("The Council meets.", "شورای عالی جلسه می‌کند.")).toEqual(["name-differs p"]);
    expect(tell("Let us begin.", "آغاز می‌کنیم.")).toEqual([]);
    expect(tell("The US begins.", "آغاز می‌شود.")).toEqual(["name-missing p"]);
    // An ending may make it another word: it answers a name, and alone is none.
    expect(tell("The Council meets.", "شوراها جلسه می‌کنند.")).toEqual([]);
    expect(tell("They meet.", "شوراها جلسه می‌کنند.")).toEqual([]);
  });

  it("LNG-20: a name unknown in a language is told once", () => {
    const known: readonly NameInLanguages[] = [{ id: "upland", names: { en: ["Upland"] } }];
    expect(
      told({ en: "1. Upland. {#a}\n\n2. Upland. {#b}\n", "fa-AF": "۱. اپلند. {#a}\n\n۲. اپلند. {#b}\n" }, known),
    ).toEqual(["not-compared a"]);
    expect(told({ en: "1. Upland. {#a}\n", "fa-AF": "۱. لولند. {#a}\n" }, [])).toEqual([]);
  });
});

describe("brackets", () => {
  it("LNG-21, LNG-22: brackets missing, other alternatives, another attribution, a blank", () => {
    const en = "within [upland: 24 hours | lowland: 72 hours]{#start}";
    expect(between(en, "در ظرف [upland: ۲۴ ساعت | lowland: ۷۲ ساعت]{#start}")).toEqual([]);
    expect(between(en, "در ظرف [lowland: ۷۲ ساعت | upland: ۲۴ ساعت]{#start}")).toEqual(["bracket-differs"]);
    expect(between(en, "در ظرف [upland: ۲۴ ساعت | lowland: ۷۰ ساعت]{#start}")).toEqual(["number-differs"]);
    expect(between(en, "در ظرف [۲۴ ساعت | ۷۲ ساعت]{#start}")).toEqual(["bracket-differs"]);
    expect(between(en, "در ظرف [upland: ۲۴ ساعت]{#start}")).toEqual(["bracket-differs"]);
    expect(between(en, "در ظرف [ ]{#start}")).toEqual(["bracket-differs"]);
    expect(between(en, "در ظرف ۲۴ ساعت")).toContain("bracket-missing");
    expect(between("within [24 | 72]{#s} hours", "در ظرف [۲۴ ساعت | ۷۲ ساعت]{#s}")).toEqual([]);
    expect(between("for [ ]{#months} months", "برای [ ]{#months} ماه")).toEqual([]);
  });
});

describe("the whole", () => {
  it("LNG-25: front matter, and which version prevails", () => {
    const front = (extra: string): string => `---\ntitle: x\n${extra}---\n\n1. Peace. {#a}\n`;
    const ps = (extra: string): string => `---\ntitle: x\n${extra}---\n\n۱. سوله. {#a}\n`;
    expect(told({ en: front("date: 2030-03-01\n"), ps: ps("date: 2030-03-01\n") })).toEqual([]);
    expect(told({ en: front("date: 2030-03-01\n"), ps: ps("date: 2030-03-02\n") })).toEqual(["front-matter-differs -"]);
    expect(told({ en: front("prevailing-language: en\n"), ps: ps("prevailing-language: ps\n") })).toEqual([
      "front-matter-differs -",
    ]);
    expect(told({ en: front("parties: [a, b]\n"), ps: ps("parties: [b, a]\n") })).toEqual([]);
    const versions = versionsOf({
      en: "1. 5 days. {#a}\n",
      ps: "---\nprevailing-language: ps\n---\n\n۱. ۶ ورځې. {#a}\n",
    });
    const [finding] = compareVersions({ versions });
    expect(finding?.prevails).toBe("ps");
    expect(finding?.sides.map(({ language }) => language)).toEqual(["ps", "en"]);
    expect(finding?.message).toContain("By the front matter the Pashto text prevails.");
  });

  it("LNG-26: a version against itself has no finding", () => {
    const words = fc.constantFrom(
      "within 24 hours",
      "both sides",
      "two thirds",
      "on 29 February 2020",
      "in March 2020",
      "Upland",
      "the third party",
      "half",
      "12 Hut",
      "within [a | b]",
      "[ ]",
      "one",
      "5/6",
      "3/4/2020",
      "a hundred",
      "سه روز",
      "۱۰ حوت ۱۳۹۸",
      "نه",
      "25%",
      "see [it](#x)",
      "**bold**",
      "United States",
    );
    const paragraph = fc.array(words, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 6 }),
        fc.constantFrom("en", "fa-AF", "ps", "fr"),
        (paragraphs, language) => {
          const source = paragraphs.map((text, index) => `${index + 1}. ${text} {#p${index}}\n`).join("\n");
          const agreement = parse({ file: "x.md", source });
          const findings = compareVersions({
            versions: [
              { language, agreement },
              { language: `${language}-x-copy`, agreement },
            ],
            names,
          });
          expect(findings.filter(({ code }) => code !== "version-not-translated")).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("LNG-26: any texts are compared without failing, each finding complete and in place", () => {
    const piece = fc.constantFrom(
      "1. ",
      "۲. ",
      "[",
      "]",
      "|",
      "{#a}",
      "{#b}",
      "{#c}",
      "\n\n",
      "# ",
      "24 hours",
      "۷۲ ساعت",
      "10 Hut 1398",
      "لولند",
      "Upland",
      "::: ",
      "¤",
      " ",
    );
    const source = fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(source, source, (en, ps) => {
        for (const finding of compareVersions({ versions: versionsOf({ en, ps }), names })) {
          expect(versionCodes).toContain(finding.code);
          expect(finding.message).toMatch(/\.$/u);
          expect(finding.help).toMatch(/\.$/u);
          expect(finding.sides.length).toBeGreaterThan(0);
          for (const { span, language } of finding.sides)
            if (span !== null) expect(span.end).toBeLessThanOrEqual((language === "en" ? en : ps).length);
        }
      }),
      { numRuns: 200 },
    );
    expect(compareVersions({ versions: [] })).toEqual([]);
    expect(compareVersions({ versions: versionsOf({ en: "1. One. {#a}\n" }) })).toEqual([]);
  });

  it("LNG-27: rows hold every provision of every version once, each version in its order", () => {
    const versions = example("practice/texts/2030-03-01-annex");
    const rows = alignVersions(versions);
    expect(rows.map(({ id }) => id).slice(-2)).toEqual(["annex-meeting", "annex-mines"]);
    expect(rows.at(-1)?.provisions.map((provision) => provision === null)).toEqual([false, true, false]);
    expect(alignVersions([])).toEqual([]);
    const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { maxLength: 6 });
    fc.assert(
      fc.property(ids, ids, ids, (...orders) => {
        const texts = orders.map((order) => order.map((id, index) => `${index + 1}. Words. {#${id}}\n`).join("\n"));
        const all = alignVersions(
          texts.map((source, index) => ({
            language: ["en", "fa-AF", "ps"][index] ?? "",
            agreement: parse({ file: `${index}`, source }),
          })),
        );
        expect(all.map(({ id }) => id).sort()).toEqual([...new Set(orders.flat())].sort());
        expect(all.filter(({ provisions }) => provisions[0] !== null).map(({ id }) => id)).toEqual(orders[0]);
        for (const [index, order] of orders.entries())
          expect(all.flatMap(({ id, provisions }) => (provisions[index] === null ? [] : [id])).sort()).toEqual(
            [...order].sort(),
          );
      }),
    );
    const known = versionsOf({ en: "1. A. {#a}\n\n2. C. {#c}\n", ps: "۱. ا. {#a}\n\n۲. ب. {#b}\n\n۳. ج. {#c}\n" });
    expect(alignVersions(known).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });
});
