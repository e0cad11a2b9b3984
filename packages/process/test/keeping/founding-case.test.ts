import { beforeAll, describe, expect, it } from "vitest";
import {
  askBrief,
  askCalendar,
  askStatus,
  calendarFile,
  implementationMatrixCsv,
  type Process,
  type StandingAnswer,
  type StatusAnswer,
  type StatusQuestion,
} from "../../src/index.ts";
import { answered, example } from "../founding-case.ts";

/** Doha, kept or not: the days and figures are those of the case, added up by hand. */
describe("the Doha agreement", () => {
  let doha: Process;
  beforeAll(async () => {
    doha = await example("afghanistan");
  });
  const status = (question: StatusQuestion): StatusAnswer => answered(askStatus(doha, question));
  const standing = (question: StatusQuestion, id: string, reader = "mediator"): StandingAnswer => {
    const found = status(question).commitments.find((each) => each.id === `doha#${id}` && each.reader === reader);
    if (found === undefined) throw new Error(`no ${id} as read by ${reader}`);
    return found;
  };

  it("KPG-02: without a day it is asked as of the day of the process, as known on that day", () => {
    expect(status({})).toMatchObject({ on: "2021-04-12", known: "2021-04-12" });
    expect(status({ on: "2020-06-01" })).toMatchObject({ on: "2020-06-01", known: "2021-04-12" });
    expect(status({ on: "2021-09-15" })).toMatchObject({ on: "2021-09-15", known: "2021-09-15" });
    expect(askStatus(doha, { on: "2021-02-30" }).ok).toBe(false);
    expect(askStatus(doha, { known: "yesterday" }).ok).toBe(false);
  });

  it("KPG-09: the talks began 186 days late: overdue by 83 days on 1 June 2020, and kept on 12 September", () => {
    expect(standing({ on: "2020-06-01" }, "begin-negotiations")).toMatchObject({
      state: "overdue",
      due: "2020-03-10",
      daysOverdue: 83,
      provision: "doha#negotiations",
      by: ["taliban"],
    });
    expect(standing({ on: "2020-09-12" }, "begin-negotiations")).toMatchObject({
      state: "kept",
      keptOn: "2020-09-12",
      daysLate: 186,
      daysOverdue: null,
      kroc: "full",
    });
  });

  it("KPG-12: as known on 1 June 2020 nothing said whether they had begun; what became known later says they had not", () => {
    expect(standing({ on: "2020-06-01", known: "2020-06-01" }, "begin-negotiations")).toMatchObject({
      state: "no data",
      daysOverdue: 83,
    });
    const revised = status({ on: "2020-06-01" }).revised.find(
      ({ commitment }) => commitment === "doha#begin-negotiations",
    );
    expect(revised).toMatchObject({ was: "no data", is: "overdue", entries: ["talks-open"] });
    expect(status({ on: "2020-06-01", known: "2020-06-01" }).revised).toEqual([]);
  });

  it("KPG-09: five bases were left on the 135th day and the forces reduced before it", () => {
    expect(standing({}, "leave-five-bases")).toMatchObject({
      state: "kept",
      due: "2020-07-13",
      keptOn: "2020-07-13",
      daysLate: null,
    });
    expect(standing({}, "reduce-forces")).toMatchObject({ state: "kept", keptOn: "2020-06-15", daysLate: null });
  });

  it("KPG-10: the end of the fourteen months is three days, by three readers, and the difference is named", () => {
    const asked = status({ on: "2021-04-30", known: "2021-04-14" });
    const days = asked.commitments.filter(({ id }) => id === "doha#withdraw-all");
    expect(
      Object.fromEntries(days.map(({ reader, due, state, daysOverdue }) => [reader, [due, state, daysOverdue]])),
    ).toEqual({
      mediator: ["2021-04-29", "overdue", 1],
      press: ["2021-05-01", "binding", null],
      "one party (not named in the report)": ["2021-04-30", "due", null],
    });
    expect(asked.counts.states).toContainEqual({ state: "readings differ", commitments: 1 });
    expect(asked.differences).toHaveLength(1);
    expect(asked.differences[0]?.text).toContain("overdue as mediator reads it, due by 29 April 2021");
    // On the day of the process only the days differ.
    expect(status({}).differences[0]?.text).toContain("It is binding under each reading");
  });

  it("KPG-09: an allegation is alleged, by whom, and beside it stands how long its day has passed", () => {
    expect(standing({ on: "2021-05-15" }, "withdraw-all")).toMatchObject({
      state: "breach alleged",
      allegedBy: ["Taliban"],
      foundBy: [],
      daysOverdue: 16,
      kroc: "intermediate",
    });
    for (const id of [
      "release-prisoners",
      "release-remaining-prisoners",
      "review-us-sanctions",
      "un-listing-diplomacy",
    ])
      expect(standing({ on: "2021-04-15" }, id).state, id).toBe("breach alleged");
    expect(standing({ on: "2021-04-14" }, "review-us-sanctions").state).toBe("no data");
  });

  it("KPG-09: the withdrawal ended 123 days after the fourteen months, 121 after the day the press gives", () => {
    expect(standing({ on: "2021-08-30" }, "withdraw-all")).toMatchObject({ state: "kept", daysLate: 123 });
    expect(standing({ on: "2021-08-30" }, "withdraw-all", "press")).toMatchObject({ state: "kept", daysLate: 121 });
    expect(standing({ on: "2021-08-29" }, "withdraw-all").state).toBe("breach alleged");
  });

  it("KPG-11: where nothing is recorded it is no data, and no data is never kept", () => {
    for (const day of ["2020-03-01", "2021-04-12", "2021-12-31"])
      for (const id of ["no-use-of-soil", "ceasefire-on-agenda"])
        expect(["no data", "not yet binding"], `${id} on ${day}`).toContain(standing({ on: day }, id).state);
    const { counts, commitments } = status({});
    expect(counts).toEqual({
      states: [
        { state: "binding", commitments: 1 },
        { state: "kept", commitments: 3 },
        { state: "overdue", commitments: 1 },
        { state: "no data", commitments: 6 },
      ],
      disputed: 0,
      late: 1,
      total: 11,
    });
    expect(commitments.filter(({ state, kroc }) => state === "no data" && kroc === "full")).toEqual([]);
  });

  it("KPG-09: whether the condition of the remaining forces is met is in nobody's report, so whether it binds is not known", () => {
    expect(standing({}, "remaining-forces")).toMatchObject({
      state: "no data",
      condition: "the Taliban keep their commitments",
    });
    expect(standing({}, "remaining-forces").because).toContain("nothing recorded says so");
  });

  it("KPG-08: evidence has its grades, its sources and the day it was known", () => {
    const { evidence } = standing({ on: "2021-05-15" }, "release-prisoners");
    expect(evidence.find(({ id }) => id === "last-of-5000-released")).toMatchObject({
      type: "reported",
      on: "2020-09-01",
      standing: "counts",
      credibility: 6,
      late: false,
      sources: [
        { id: "general-knowledge", grade: "unverified", reliability: "F" },
        { id: "progress-assessed", grade: "assessed", reliability: "F" },
      ],
    });
    expect(
      standing({ on: "2020-06-01" }, "begin-negotiations").evidence.find(({ id }) => id === "talks-open"),
    ).toMatchObject({ late: true, standing: "later" });
  });

  it("KPG-13: what changed in a week, and what comes", () => {
    expect(status({ on: "2021-04-15" }).changes.map(({ commitment, was, is }) => [commitment, was, is])).toContainEqual(
      ["doha#review-us-sanctions", "no data", "breach alleged"],
    );
    expect(status({}).next.map(({ day, inDays, commitment }) => [day, inDays, commitment])).toEqual([
      ["2021-04-29", 17, "doha#withdraw-all"],
      ["2021-04-30", 18, "doha#withdraw-all"],
      ["2021-05-01", 19, "doha#withdraw-all"],
    ]);
  });

  it("KPG-14: the matrix has a row for each commitment under each reading, and a row of HXL tags where it is asked", () => {
    const answer = status({});
    const rows = implementationMatrixCsv(answer).split("\r\n");
    expect(rows).toHaveLength(answer.commitments.length + 2);
    const tags = implementationMatrixCsv(answer, { hxl: true }).split("\r\n")[1]?.split(",") ?? [];
    expect(tags).toHaveLength(rows[0]?.split(",").length ?? 0);
    for (const tag of tags) expect(tag).toMatch(/^#[a-z]+(?:\+[a-z]+)*$/u);
  });

  it("KPG-15: a calendar's UIDs never change, and a sequence number grows when an entry may have moved the day", () => {
    const at = (known: string) => answered(askCalendar(doha, { on: known, known })).entries;
    const uids = (known: string) => new Set(at(known).map(({ uid }) => uid));
    const [early, late] = ["2021-04-12", "2021-09-15"];
    for (const uid of uids(early)) expect(uids(late)).toContain(uid);
    // Whatever moved between two days on which something became known came with a higher number.
    const days = [...new Set(doha.events.map(({ known }) => known))].filter((day) => day >= "2020-02-29").sort();
    expect(days.length).toBeGreaterThan(20);
    days.slice(1).forEach((day, k) => {
      const before = new Map(at(days[k] as string).map((entry) => [entry.uid, entry]));
      for (const entry of at(day)) {
        const was = before.get(entry.uid);
        if (was === undefined) continue;
        expect(entry.sequence).toBeGreaterThanOrEqual(was.sequence);
        if (entry.from !== was.from || entry.to !== was.to)
          expect(entry.sequence, entry.uid).toBeGreaterThan(was.sequence);
      }
    });
    const entry = at(early).find(({ uid }) => uid.includes("doha#withdraw-all/mediator"));
    expect(entry).toMatchObject({ from: "2021-04-29", to: "2021-04-29", status: "confirmed" });
    expect(entry?.description).toContain("doha-announced + 14 months, as mediator reads");
    expect(new Set(at(late).map(({ uid }) => uid)).size).toBe(at(late).length);
    const file = calendarFile(answered(askCalendar(doha, {})));
    expect(file.match(/BEGIN:VEVENT/gu)).toHaveLength(at(early).length);
  });

  it("KPG-15: an announcement that was replaced is cancelled, and what was announced is tentative, or cancelled by another day", () => {
    const status_ = (known: string, part: string) =>
      answered(askCalendar(doha, { on: known })).entries.find(({ uid }) => uid.includes(part))?.status;
    expect(status_("2021-04-12", "conference-april-16/conference-opens")).toBe("tentative");
    expect(status_("2021-04-15", "conference-april-16/conference-opens")).toBe("cancelled");
    expect(status_("2021-04-15", "withdrawal-announced/withdrawal-complete")).toBe("tentative");
    expect(status_("2021-08-30", "withdrawal-announced/withdrawal-complete")).toBe("cancelled");
  });

  it("KPG-16: the brief says where it stands, gravest first", () => {
    const section = (asOf: string) => answered(askBrief(doha, { asOf })).sections.find(({ id }) => id === "keeping");
    expect(section("2021-04-12")?.items.map(({ mark }) => mark)).toEqual(["Overdue", "No data", "To come"]);
    expect(section("2021-04-15")?.items[0]?.mark).toBe("Breach alleged");
    expect(section("2020-02-28")).toBeUndefined();
  });
});
