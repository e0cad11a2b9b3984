import {
  civilDate,
  type DayVerdict,
  dateOfDay,
  datesIn,
  dayNumberOf,
  plainScript,
  readDates,
  sameDay,
} from "@parley/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const [first, last] = [dayNumberOf(civilDate("1900-01-01")), dayNumberOf(civilDate("2100-12-31"))];

/** "solar-hijri 1398-12-10; …": every date of a text. */
function told(text: string, language = "en"): string {
  return readDates(text, language)
    .map(({ calendar, year, month, day }) => `${calendar} ${year}-${month}-${day}`)
    .join("; ");
}

describe("dates in words", () => {
  it("CAL-18, CAL-19: what the runtime writes of days from 1900 to 2100 is read back in three calendars, every day in Dari", () => {
    const wrong: string[] = [];
    for (const [language, calendar, ours, step] of [
      ["en", "gregory", "gregorian", 3],
      ["fa-AF", "persian", "solar-hijri", 1],
      ["ps", "persian", "solar-hijri", 5],
      ["fa-AF", "gregory", "gregorian", 17],
      ["ps", "gregory", "gregorian", 17],
      ["fa", "persian", "solar-hijri", 17],
      ["fa", "gregory", "gregorian", 17],
      ["fa-AF", "islamic-umalqura", "lunar-hijri", 5],
      ["ar", "islamic-umalqura", "lunar-hijri", 17],
      ["en", "islamic-umalqura", "lunar-hijri", 17],
    ] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-${calendar}`, { timeZone: "UTC", dateStyle: "long" });
      for (let day: number = first; day <= last; day += step) {
        const text = format.format(day * 86_400_000);
        const dates = readDates(text, language);
        const read = dates[0];
        if (dates.length !== 1 || read?.calendar !== ours || !read.dayNumbers.some((each) => each.day === day))
          wrong.push(text);
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  it("CAL-18: the ways in which agreements write a day", () => {
    const signed = ["gregorian 2020-2-29", "solar-hijri 1398-12-10", "lunar-hijri 1441-7-5"];
    expect(told("signed on Saturday, 29 February 2020 (10 Hut 1398; 5 Rajab 1441)")).toBe(signed.join("; "));
    for (const text of [
      "February 29, 2020",
      "29th February 2020",
      "the twenty-ninth day of February, 2020",
      "29-Feb-2020",
      "2020-02-29",
      "29.02.2020",
      "۲۰۲۰/۰۲/۲۹",
      "٢٩/٠٢/٢٠٢٠",
    ])
      expect([text, told(text)]).toEqual([text, signed[0]]);
    for (const text of [
      "۱۰ حوت ۱۳۹۸",
      "روز شنبه، ۱۰ حوت سال ۱۳۹۸ هـ.ش.",
      "دهم حوت سال ۱۳۹۸ هجری شمسی",
      "١٠ حوت ١٣٩٨",
      "۱۰ اسفند ۱۳۹۸ خورشیدی",
      "10 Hoot 1398",
      "۱۳۹۸/۱۲/۱۰",
    ])
      expect([text, told(text, "fa-AF")]).toEqual([text, signed[1]]);
    for (const text of [
      "د ۱۳۹۸ کال د کب ۱۰مه",
      "د ۱۳۹۸ هجري لمریز کال د کب په لسمه",
      "د ۱۳۹۸ کال د حوت (کب) ۱۰مه نېټه",
      "د ۱۳۹۸ل کال د كب ۱۰مه",
    ])
      expect([text, told(text, "ps")]).toEqual([text, signed[1]]);
    for (const text of ["۵ رجب ۱۴۴۱", "پنجم رجب‌المرجب ۱۴۴۱ هجری قمری", "۵ رجب ۱۴۴۱ هـ.ق", "5 Rajab 1441 AH"])
      expect([text, told(text, "fa-AF")]).toEqual([text, signed[2]]);
    expect(told("د ۱۴۴۱ هجري قمري کال د رجب پنځمه", "ps")).toBe(signed[2]);
  });

  it("CAL-18: the words for each day of the month", () => {
    const words = {
      en: "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
        " ",
      ),
      "fa-AF":
        "اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هژدهم نزدهم بیستم".split(
          " ",
        ),
      ps: "لومړۍ دوهمه درېیمه څلورمه پنځمه شپږمه اوومه اتمه نهمه لسمه یوولسمه دولسمه دیارلسمه څوارلسمه پنځلسمه شپاړسمه اوولسمه اتلسمه نولسمه شلمه".split(
        " ",
      ),
    };
    words.en.forEach((word, index) => {
      expect(told(`the ${word} of March 2021`)).toBe(`gregorian 2021-3-${index + 1}`);
    });
    words["fa-AF"].forEach((word, index) => {
      expect(told(`${word} حمل ۱۴۰۰`, "fa-AF")).toBe(`solar-hijri 1400-1-${index + 1}`);
    });
    words.ps.forEach((word, index) => {
      expect(told(`د ۱۴۰۰ کال د وري ${word}`, "ps")).toBe(`solar-hijri 1400-1-${index + 1}`);
    });
    expect(told("بیست و نهم حمل ۱۴۰۰، سی‌ام حمل ۱۴۰۰، سی و یکم حمل ۱۴۰۰", "fa-AF")).toBe(
      "solar-hijri 1400-1-29; solar-hijri 1400-1-30; solar-hijri 1400-1-31",
    );
    expect(told("the twenty-first of March 2021, the thirty-first of March 2021")).toBe(
      "gregorian 2021-3-21; gregorian 2021-3-31",
    );
  });

  it("CAL-18: the weekday is read", () => {
    expect(readDates("Saturday, 29 February 2020", "en")[0]?.weekday).toBe(6);
    expect(readDates("روز سه‌شنبه، ۲۶ حمل ۱۳۹۹", "fa-AF")[0]?.weekday).toBe(2);
    expect(readDates("29 February 2020", "en")[0]?.weekday).toBe(null);
  });

  it("CAL-20: figures are read where they say one thing", () => {
    expect(told("1398/12/10")).toBe("solar-hijri 1398-12-10");
    expect(readDates("1398/12/10", "en")[0]?.calendarSaid).toBe(false);
    expect(readDates("10 Hut 1398", "en")[0]?.calendarSaid).toBe(true);
    expect(told("۱۴۴۱/۰۷/۰۵ هـ.ق", "fa-AF")).toBe("lunar-hijri 1441-7-5");
    expect(told("13/04/2020; 04/13/2020; 04/04/2020")).toBe(
      "gregorian 2020-4-13; gregorian 2020-4-13; gregorian 2020-4-4",
    );
    for (const text of [
      "03/04/2020",
      "1.2.3",
      "12-13",
      "555/12/10",
      "1700 to 1800",
      "8600/12",
      "2020/13/01",
      "3000/01/01",
    ])
      expect([text, told(text)]).toEqual([text, ""]);
  });

  it("CAL-21: what is not a day for sure is listed with its reason and never read", () => {
    for (const [text, why] of [
      ["03/04/2020", "day first or with the month first"],
      ["12/3/99", "two figures"],
      ["31 June 2020", "no such day"],
      ["29 February 2021", "no such day"],
      ["30 Hut 1398", "29 days"],
      ["10 Hut 1398 AD", "belongs to the Solar Hijri calendar"],
      ["Ramadan 5, 2020", "not read"],
      ["10 Hut", "no year"],
      ["in March 2020", "no day"],
      ["در سال ۱۳۹۸", "no day"],
      ["د ۱۳۹۸ کال", "no day"],
    ] as const) {
      const { dates, unread } = datesIn(text, "en");
      expect([text, dates.length, unread.length]).toEqual([text, 0, 1]);
      expect(unread[0]?.why).toContain(why);
    }
    for (const [text, language] of [
      ["Article 5 may be amended", "en"],
      ["ماده ۵ می‌گوید", "fa-AF"],
      ["به میزان ۲۰ فیصد", "fa-AF"],
      ["ماده ۵ می گوید", "fa-AF"],
      ["8,600 troops and 5,000 prisoners", "en"],
    ] as const)
      expect([text, datesIn(text, language)]).toEqual([text, { dates: [], unread: [] }]);
  });

  it("CAL-22: any text is read without failing, in stretches that do not overlap", () => {
    const piece = fc.constantFrom(
      "10",
      "۱۳۹۸",
      "حوت",
      "March",
      "د",
      "کال",
      " ",
      "/",
      ",",
      "2020",
      "may",
      "\u200c",
      "(",
      ")",
      "ه.ش",
      "31",
      "x",
      "😀",
      "first",
      "سال",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }),
        fc.constantFrom("en", "fa-AF", "ps", "xx"),
        (pieces, language) => {
          const text = pieces.join("");
          const { dates, unread } = datesIn(text, language);
          const spans = [...dates, ...unread].map(({ span }) => span).sort((a, b) => a.start - b.start);
          for (const [index, span] of spans.entries()) {
            expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          for (const date of dates) {
            expect(text.slice(date.span.start, date.span.end)).toBe(date.text);
            expect(date.dayNumbers.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("CAL-22: a long text without end is read to its end", () => {
    for (const text of [`10 hut${" ".repeat(50_000)}1398`, "1/1/".repeat(20_000), "د ".repeat(40_000)])
      expect(readDates(text, "ps")).toEqual([]);
    expect(readDates("10 hut 1398, ".repeat(2000), "en").length).toBe(2000);
  });

  it("CAL-23: forms of one letter become one, and places are kept", () => {
    expect(plainScript("١٢ ۱۲ 12 Hut").text).toBe("12 12 12 hut");
    expect(plainScript("د سنبلې ۲۲مه").text).toBe(plainScript("د سنبلي 22مه").text);
    expect(plainScript("هـ\u200d.ش").text).toBe("ه.ش");
    expect(plainScript("ﺣﻮﺕ").text).toBe("حوت");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const plain = plainScript(text);
        const whole = plain.spanOf(0, plain.text.length);
        expect(whole.end).toBeLessThanOrEqual(text.length);
        for (let at = 1; at < plain.text.length; at += 1)
          expect(plain.spanOf(at, at + 1).start).toBeGreaterThanOrEqual(plain.spanOf(at - 1, at).start);
      }),
    );
  });
});

describe("one day or two", () => {
  const verdict = (a: string, b: string): DayVerdict | null => {
    const [one, other] = [readDates(a, "en")[0], readDates(b, "en")[0]];
    return one === undefined || other === undefined ? null : sameDay(one, other);
  };

  it("CAL-17: within a calendar and across", () => {
    for (const [a, b, expected] of [
      ["29 February 2020", "10 Hut 1398", "same"],
      ["29 February 2020", "11 Hut 1398", "other"],
      ["29 February 2020", "5 Rajab 1441", "same"],
      ["28 February 2020", "5 Rajab 1441", "depends"],
      ["1 March 2020", "5 Rajab 1441", "may-be"],
      ["27 February 2020", "5 Rajab 1441", "may-be"],
      ["2 March 2020", "5 Rajab 1441", "other"],
      ["26 February 2020", "5 Rajab 1441", "other"],
      ["5 Rajab 1441", "6 Rajab 1441", "other"],
      ["10 Hut 1398", "5 Rajab 1441", "same"],
      ["12 September 2020", "22 Sunbula 1399", "same"],
      ["12 September 2020", "24 Muharram 1442", "same"],
    ] as const) {
      expect([a, b, verdict(a, b)]).toEqual([a, b, expected]);
      expect([b, a, verdict(b, a)]).toEqual([b, a, expected]);
    }
  });

  it("CAL-15: before 1336 a date in Afghan months may be a day or two off", () => {
    expect(readDates("28 Asad 1298", "en")[0]?.dayNumbers.length).toBe(5);
    expect(readDates("28 Asad 1336", "en")[0]?.dayNumbers.length).toBe(1);
    // The day of independence, kept on 19 August 1919.
    expect(verdict("28 Asad 1298", "19 August 1919")).toBe("may-be");
    expect(verdict("28 Asad 1298", "29 August 1919")).toBe("other");
  });

  it("CAL-17: tells two days apart wherever no rule and no eye joins them", () => {
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: -10, max: 10 }), (day, shift) => {
        const written = (at: number, calendar: string): string =>
          new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { timeZone: "UTC", dateStyle: "long" }).format(
            at * 86_400_000,
          );
        expect(verdict(written(day, "gregory"), written(day + shift, "gregory"))).toBe(shift === 0 ? "same" : "other");
        const [solar, lunar] = [written(day + shift, "persian"), written(day + shift, "islamic-umalqura")];
        const gregorian = written(day, "gregory");
        const year = Number(/\d{4}/u.exec(solar)?.[0]);
        if (year >= 1336) expect(verdict(gregorian, solar)).toBe(shift === 0 ? "same" : "other");
        if (shift === 0) expect(verdict(gregorian, lunar)).not.toBe("other");
        if (Math.abs(shift) > 5) expect(verdict(gregorian, lunar)).toBe("other");
      }),
      { numRuns: 150 },
    );
    expect(dateOfDay(first)).toBe("1900-01-01");
  });
});
