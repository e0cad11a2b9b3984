import { describe, expect, it } from "vitest";
import { type Conflict, calendarStart, days, type Link, solve, verifyConflict, verifyWindow } from "../src/index.ts";
import { inDays } from "./worlds.ts";

// The Afghan timetable of spring 2021, as reported: days are counted from 1 January 2020.
const millisecondsInDay = 86_400_000;
const day = (date: string) => (Date.parse(date) - Date.parse("2020-01-01")) / millisecondsInDay;
const dateOf = (minute: number) => new Date(Date.parse("2020-01-01") + minute * 60_000).toISOString().slice(0, 10);

const ninetyDays = inDays({ id: "ninety", from: "reduction-starts", to: "reduction-ends", least: 90, most: 90 });
const a1 = inDays({
  id: "A1",
  from: "reduction-ends",
  to: "withdrawal",
  least: 0,
  most: null,
  origin: "assumption",
  kind: "order",
});
const doha = inDays({
  id: "doha",
  from: calendarStart,
  to: "withdrawal",
  least: null,
  most: day("2021-05-01"),
  kind: "date",
  variants: [
    { id: "fourteen-months", least: null, most: day("2021-04-29") },
    { id: "end-of-april", least: null, most: day("2021-04-30") },
  ],
});
const startOnDraft = inDays({
  id: "start",
  from: calendarStart,
  to: "reduction-starts",
  least: day("2021-02-28"),
  most: null,
  kind: "date",
});
const startWithConference = inDays({ id: "start", from: "conference", to: "reduction-starts", least: 0, most: null });
const conference = inDays({
  id: "conference-date",
  from: calendarStart,
  to: "conference",
  least: day("2021-04-16"),
  most: day("2021-04-16"),
  origin: "announcement",
  kind: "date",
});

const only = (events: string[], links: Link<string>[]): Conflict<string> => {
  const told = solve({ events, links });
  expect(told.conflicts.length).toBe(1);
  expect(told.conflictsComplete).toBe(true);
  expect(told.windows.every(verifyWindow)).toBe(true);
  const [conflict] = told.conflicts;
  if (conflict === undefined) throw new Error("no conflict");
  expect(verifyConflict(conflict)).toBe(true);
  return conflict;
};

const repairs = (conflict: Conflict<string>) =>
  Object.fromEntries(conflict.repairs.map(({ link, newBound }) => [link.id, newBound]));

describe("the founding case", () => {
  const reduction = ["reduction-starts", "reduction-ends", "withdrawal"];

  it("SCH-12 SCH-14 SCH-15: as of 8 March the reduction in violence is a tension of 28 days resting on A1", () => {
    const conflict = only(reduction, [startOnDraft, ninetyDays, a1, doha]);
    expect(conflict).toMatchObject({ kind: "tension", certain: true, shortBy: days(28), restsOn: ["A1"] });
    expect(conflict.variants).toEqual([
      { linkId: "doha", variantId: "end-of-april", shortBy: days(29) },
      { linkId: "doha", variantId: "fourteen-months", shortBy: days(30) },
    ]);
    const mended = repairs(conflict);
    expect(dateOf(mended.start ?? 0)).toBe("2021-01-31");
    expect(mended.ninety).toBe(days(62));
    expect(dateOf(mended.doha ?? 0)).toBe("2021-05-29");
    expect(mended.A1).toBeNull();
    expect(conflict.repairs.every((repair) => repair.mends)).toBe(true);
  });

  it("SCH-12 SCH-15: as of 12 April, starting with the conference, it is 75 days", () => {
    const conflict = only([...reduction, "conference"], [startWithConference, conference, ninetyDays, a1, doha]);
    expect(conflict).toMatchObject({ kind: "tension", shortBy: days(75), restsOn: ["A1"] });
    const mended = repairs(conflict);
    expect(dateOf(mended["conference-date"] ?? 0)).toBe("2021-01-31");
    expect(mended.start).toBe(days(-75));
    expect(mended.ninety).toBe(days(15));
    expect(dateOf(mended.doha ?? 0)).toBe("2021-07-15");
    expect(mended.A1).toBeNull();
  });

  it("SCH-19: the windows are those with A1 set aside, and say so", () => {
    const told = solve({ events: reduction, links: [startOnDraft, ninetyDays, a1, doha] });
    expect(told.setAside).toEqual([a1]);
    const ends = told.windows.find((window) => window.event === "reduction-ends");
    expect(dateOf(ends?.earliest ?? 0)).toBe("2021-05-29");
    expect(ends?.earliestPath.map((step) => step.link.id)).toEqual(["start", "ninety"]);
    expect(ends?.latest).toBeNull();
  });

  const notBefore = inDays({
    id: "not-before-withdrawal",
    from: "withdrawal",
    to: "conference",
    least: 0,
    most: null,
    origin: "position",
  });
  const opens = inDays({
    id: "opens",
    from: calendarStart,
    to: "conference",
    least: day("2021-04-24"),
    most: day("2021-04-24"),
    origin: "announcement",
    kind: "date",
  });
  const complete = inDays({
    id: "complete",
    from: calendarStart,
    to: "withdrawal",
    least: day("2021-09-11"),
    most: day("2021-09-11"),
    origin: "announcement",
    kind: "date",
  });

  it("SCH-12: as of 15 April conference and withdrawal contradict each other by 140 days, on no assumption", () => {
    const conflict = only(["conference", "withdrawal"], [notBefore, opens, complete]);
    expect(conflict).toMatchObject({ kind: "contradiction", certain: true, shortBy: days(140), restsOn: [] });
    expect(conflict.steps.map((step) => [step.link.id, step.direction, step.from, step.to])).toEqual([
      ["opens", "atMost", calendarStart, "conference"],
      ["not-before-withdrawal", "atLeast", "conference", "withdrawal"],
      ["complete", "atLeast", "withdrawal", calendarStart],
    ]);
    expect(dateOf(repairs(conflict).opens ?? 0)).toBe("2021-09-11");
    expect(dateOf(repairs(conflict).complete ?? 0)).toBe("2021-04-24");
  });

  it("SCH-19: of two announcements and a position, one announcement is set aside", () => {
    const told = solve({ events: ["conference", "withdrawal"], links: [notBefore, opens, complete] });
    expect(told.setAside.map((link) => link.id)).toEqual(["complete"]);
  });

  it("SCH-12 SCH-15: elections first against transfer first is a circle, told as an order", () => {
    const before = (id: string, from: string, to: string, origin: "clause" | "position") =>
      inDays({ id, from, to, least: 1, most: null, origin, kind: "order" });
    const conflict = only(
      ["transfer", "constitution", "elections"],
      [
        before("transfer-first", "transfer", "constitution", "clause"),
        before("constitution-first", "constitution", "elections", "clause"),
        before("red-line", "elections", "transfer", "position"),
      ],
    );
    expect(conflict).toMatchObject({ kind: "order", certain: true, restsOn: [] });
    expect(conflict.repairs.map((repair) => [repair.link.id, repair.newBound, repair.mends])).toEqual([
      ["transfer-first", null, true],
      ["red-line", null, true],
      ["constitution-first", null, true],
    ]);
  });
});
