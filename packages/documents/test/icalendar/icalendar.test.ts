import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarEntry, writeCalendar } from "../../src/index.ts";

const entry: CalendarEntry = {
  uid: "doha.withdraw-all.due@afghanistan-2021",
  sequence: 2,
  from: "2021-05-01",
  to: "2021-05-01",
  summary: "Due: withdraw all foreign forces",
  description: "Within fourteen months of the announcement.",
  categories: ["due", "us"],
  status: "confirmed",
};
const file = (entries: readonly CalendarEntry[], name = "Doha") =>
  writeCalendar({ name, stamped: "2021-04-12", entries });

/** Reads by the grammar of RFC 5545 and nothing else: unfold, cut at the first colon, undo the escapes. */
function read(text: string): readonly (readonly [name: string, value: string])[] {
  return text
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => {
      const at = line.indexOf(":");
      const value = line.slice(at + 1).replaceAll(/\\(.)/gu, (_, mark: string) => (mark === "n" ? "\n" : mark));
      return [line.slice(0, at), value] as const;
    });
}
const fieldOf = (text: string, name: string) => read(text).find(([each]) => each === name)?.[1];

describe("the file", () => {
  test("ICS-01: a calendar has its version, maker and name, and each entry is a whole-day event", () => {
    expect(file([entry]).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Parley//Parley//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "NAME:Doha",
      "X-WR-CALNAME:Doha",
      "BEGIN:VEVENT",
      "UID:doha.withdraw-all.due@afghanistan-2021",
      "SEQUENCE:2",
      "DTSTAMP:20210412T000000Z",
      "DTSTART;VALUE=DATE:20210501",
      "DTEND;VALUE=DATE:20210502",
      "SUMMARY:Due: withdraw all foreign forces",
      "DESCRIPTION:Within fourteen months of the announcement.",
      "CATEGORIES:due,us",
      "STATUS:CONFIRMED",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("ICS-02: a stretch of days ends on the day after its last, also over a leap day and a year's end", () => {
    const end = (to: string) => fieldOf(file([{ ...entry, to }]), "DTEND;VALUE=DATE");
    expect(end("2024-02-28")).toBe("20240229");
    expect(end("2023-02-28")).toBe("20230301");
    expect(end("2021-12-31")).toBe("20220101");
  });
});

describe("any text", () => {
  test("ICS-03: a line break, a comma, a semicolon and a backslash in any field stay that, and open no line of the format", () => {
    const odd = "a, b; c\\n d\r\nBEGIN:VEVENT\nEND:VCALENDAR";
    const text = file([{ ...entry, uid: odd, summary: odd, description: odd, categories: [odd] }], odd);
    for (const name of ["UID", "SUMMARY", "DESCRIPTION", "CATEGORIES", "NAME"])
      expect(fieldOf(text, name)).toBe(odd.replaceAll("\r\n", "\n"));
    expect(read(text).filter(([name]) => name === "BEGIN")).toHaveLength(2);
  });

  test("ICS-04: no line passes 75 octets, no character is cut, and every text is read back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (summary) => {
        const text = file([{ ...entry, summary }]);
        for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(text.isWellFormed()).toBe(true);
        const wanted = summary.replaceAll(/\r\n|\r/gu, "\n").replaceAll(/[^\n\t -\u{7e}\u{80}-\u{10ffff}]/gu, "");
        expect(fieldOf(text, "SUMMARY")).toBe(wanted);
      }),
    );
  });
});
