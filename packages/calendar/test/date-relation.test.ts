import {
  civilDate,
  type DateExpression,
  dateOfDay,
  formatDateExpression,
  parseDateExpression,
  parseDateRelation,
} from "@parley/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const eventId = fc
  .tuple(fc.constantFrom("a", "ceasefire", "Announcement", "é", "امضا"), fc.stringMatching(/^[a-z0-9._-]{0,8}$/u))
  .map(([head, tail]) => head + tail);
const anyLength = fc.record({
  months: fc.integer({ min: 0, max: 999 }),
  days: fc.integer({ min: 0, max: 9999 }),
  hours: fc.integer({ min: 0, max: 999 }),
});
const expression: fc.Arbitrary<DateExpression> = fc.record({
  anchor: fc.oneof(
    eventId.map((event) => ({ kind: "event" as const, event })),
    fc.integer({ min: -100_000, max: 100_000 }).map((day) => ({ kind: "date" as const, date: dateOfDay(day) })),
  ),
  offset: fc.option(fc.record({ sign: fc.constantFrom<1 | -1>(1, -1), length: anyLength })),
});

describe("date expressions", () => {
  it("CAL-12: a day, an event, or either with a length added or taken", () => {
    expect(parseDateExpression("2021-05-01")).toEqual({ anchor: { kind: "date", date: "2021-05-01" }, offset: null });
    expect(parseDateExpression("announcement + 14 months")).toEqual({
      anchor: { kind: "event", event: "announcement" },
      offset: { sign: 1, length: { months: 14, days: 0, hours: 0 } },
    });
    expect(parseDateExpression("withdrawal-complete - 10 days")).toEqual({
      anchor: { kind: "event", event: "withdrawal-complete" },
      offset: { sign: -1, length: { months: 0, days: 10, hours: 0 } },
    });
    expect(parseDateExpression("2020-02-29 + 14 months")?.anchor).toEqual({
      kind: "date",
      date: civilDate("2020-02-29"),
    });
  });

  it("CAL-12: anything else is none, and so is a day that does not exist", () => {
    const refused = [
      "",
      "  ",
      "2021-02-30",
      "2021-02-30 + 1 day",
      "14 months",
      "a +",
      "a + ",
      "+ 3 days",
      "a + b",
      "a + 3",
      "a + 1.5 months",
      "a + 1 month + 2 days",
      "two words",
      "3rd-day",
      "a * 3 days",
    ];
    expect(refused.filter((text) => parseDateExpression(text) !== null)).toEqual([]);
  });

  it("CAL-12: an expression that is written is read back the same", () => {
    fc.assert(
      fc.property(expression, (given) => {
        expect(parseDateExpression(formatDateExpression(given))).toEqual(given);
      }),
    );
  });

  it("CAL-12: text of any kind is read or refused, and what is read is written back to the same", () => {
    const words = fc.constantFrom(
      "a",
      "2021-05-01",
      "+",
      "-",
      "3",
      "days",
      "months",
      " ",
      "by",
      "before",
      "not",
      "after",
      "x-y",
      "\n",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 9 }).map((list) => list.join(" ")),
        ),
        (text) => {
          const read = parseDateExpression(text);
          if (read !== null) expect(parseDateExpression(formatDateExpression(read))).toEqual(read);
          const relation = parseDateRelation(text);
          if (relation !== null) expect(relation.event).not.toMatch(/\s/u);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("date relations", () => {
  it("CAL-13: an event, how it stands, and to what", () => {
    expect(parseDateRelation("reduction-ends by withdrawal-complete")).toEqual({
      event: "reduction-ends",
      relation: "by",
      to: { anchor: { kind: "event", event: "withdrawal-complete" }, offset: null },
    });
    expect(parseDateRelation("  conference-opens   on  2021-04-24 ")?.relation).toBe("on");
  });

  it("CAL-13: “not after” is “by”, and every other word is its own", () => {
    const said = ["before", "by", "on", "not before", "not after", "after"].map(
      (words) => parseDateRelation(`a ${words} b`)?.relation,
    );
    expect(said).toEqual(["before", "by", "on", "not-before", "by", "after"]);
  });

  it("CAL-13: a relation holds any expression", () => {
    const words = fc.constantFrom(
      ["before", "before"],
      ["by", "by"],
      ["on", "on"],
      ["not before", "not-before"],
      ["not after", "by"],
      ["after", "after"],
    );
    fc.assert(
      fc.property(eventId, words, expression, (event, [said, relation], to) => {
        expect(parseDateRelation(`${event} ${said} ${formatDateExpression(to)}`)).toEqual({ event, relation, to });
      }),
    );
  });

  it("CAL-13: without an event, a relation or a day that exists there is none", () => {
    const refused = [
      "",
      "a",
      "a b",
      "a by",
      "by b",
      "2021-05-01 by b",
      "a until b",
      "a by 2021-02-30",
      "a not b",
      "a by b c",
      "a not by b",
    ];
    expect(refused.filter((text) => parseDateRelation(text) !== null)).toEqual([]);
  });
});
