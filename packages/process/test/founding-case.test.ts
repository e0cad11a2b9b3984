import { beforeAll, describe, expect, it } from "vitest";
import {
  askBodies,
  askCompare,
  askMatrix,
  askPackages,
  askPositions,
  askSchedule,
  askText,
  type Process,
  type ScheduleAnswer,
} from "../src/index.ts";
import { answered, example } from "./founding-case.ts";

/** What Parley must be able to say about the founding case: the figures are those of public reporting, added up by hand. */
let process: Process;
beforeAll(async () => {
  process = await example("afghanistan");
});

const schedule = (asOf: string, more: object = {}): ScheduleAnswer => answered(askSchedule(process, { asOf, ...more }));
const tensions = (answer: ScheduleAnswer) => answer.conflicts.filter(({ kind }) => kind === "tension");
const circle = ["constitution-adopted", "elections-held", "power-transferred"];
const blocking = (asOf: string) =>
  answered(askPackages(process, { asOf })).blocking.map((set) => set.map(({ position }) => position).sort());

describe("the timetable", () => {
  it("ASK-03: as of 8 March 2021 the reduction in violence ends 28 days after the withdrawal, resting on A1 alone", () => {
    const [tension, ...others] = tensions(schedule("2021-03-08"));
    expect(others).toEqual([]);
    expect(tension).toMatchObject({ shortByDays: 28, restsOn: ["A1"], certain: true });
    expect(tension?.links.map(({ reaches }) => reaches)).toEqual([
      "2021-02-28",
      "2021-05-29",
      "2021-05-29",
      "2021-05-01",
    ]);
  });

  it("ASK-06: as of 12 April the same tension is 75 days, told forwards so that it can be added up", () => {
    const answer = schedule("2021-04-12");
    const [tension, ...others] = tensions(answer);
    expect(others).toEqual([]);
    expect(tension).toMatchObject({ shortByDays: 75, restsOn: ["A1"] });
    expect(tension?.links.map(({ reaches, days }) => [reaches, days])).toEqual([
      ["2021-04-16", null],
      ["2021-04-16", 0],
      ["2021-07-15", 90],
      ["2021-07-15", 0],
      ["2021-05-01", null],
    ]);
    expect(tension?.remains).toMatchObject([{ shortByDays: 28 }]);
  });

  it("ASK-07: its repairs are those of the case: start by 31 January, 15 days, withdrawal on 15 July, or drop A1", () => {
    const found = tensions(schedule("2021-04-12"))[0]?.repairs ?? [];
    const repairs = found.map(({ text }) => text).join("\n");
    expect(found.map(({ past }) => past)).toEqual([false, false, false, true, true]);
    for (const { text, past } of found) expect(text.includes("already past on 12 Apr 2021"), text).toBe(past);
    for (const said of ["31 January 2021", "to 15 days", "15 July 2021 or later", "Drop assumption A1"])
      expect(repairs).toContain(said);
  });

  it("ASK-27: days that are past without a record are counted, and an event whose commitment is kept is no such day", () => {
    const early = schedule("2020-06-01");
    expect(early).toMatchObject({ feasible: true });
    expect(early.text).toContain("Five days are past, and the record does not say that what was due then happened.");
    expect(early.events["prisoners-released"]).toMatchObject({ latest: "2020-03-10", passed: true, kept: null });
    expect(early.events["bases-left"]).toMatchObject({ passed: false });
    const { events, text } = schedule("2021-04-12");
    expect(text).not.toContain("days are past");
    expect(events["bases-left"]).toMatchObject({ kept: "2020-07-13", passed: false, happened: null });
    expect(events["talks-open"]).toMatchObject({ happened: "2020-09-12", kept: null, passed: false });
    const days = Object.values(events).map(
      ({ happened, kept, earliest, latest }) => happened ?? kept ?? earliest ?? latest ?? "later",
    );
    expect(days).toEqual(days.toSorted());
    const { toCome } = schedule("2021-04-12");
    expect(toCome.slice(0, 3)).toEqual(["conference-opens", "reduction-starts", "conference-closes"]);
    for (const id of toCome) expect(events[id], id).toMatchObject({ happened: null, kept: null, passed: false });
  });

  it("ASK-28: the refusal of 12 April stands beside the day of the conference, while it is in force", () => {
    const opens = (asOf: string) => schedule(asOf).events["conference-opens"];
    expect(opens("2021-04-12")).toMatchObject({
      earliest: "2021-04-16",
      disputed: [{ by: ["Taliban"], on: "2021-04-12", says: "Refuses the date of 16 April for the conference." }],
    });
    // The announcement of the next day takes the place of the one that was refused.
    expect(opens("2021-04-13")?.disputed).toEqual([]);
    expect(schedule("2021-04-12").events["withdrawal-complete"]?.disputed).toEqual([]);
  });

  it("ASK-03: without A1 the tension is gone and the circle of order stays", () => {
    const answer = schedule("2021-04-12", { without: ["A1"] });
    expect(answer.conflicts.map(({ kind }) => kind)).toEqual(["order"]);
    expect(answer.assumptions).toMatchObject([{ id: "A1", on: false }]);
  });

  it("ASK-04: the end of April and 29 April, rival readings of the fourteen months, are variants of 29 and 30 days", () => {
    const variants = tensions(schedule("2021-03-08"))[0]?.variants.map(({ shortByDays }) => shortByDays);
    expect(variants?.toSorted()).toEqual([29, 30]);
  });

  it("ASK-02: as of 15 April the announced dates contradict each other by 140 days, with no assumption in it", () => {
    const answer = schedule("2021-04-15");
    const found = answer.conflicts.find(({ shortByDays }) => shortByDays === 140);
    expect(found).toMatchObject({ kind: "contradiction", restsOn: [], certain: true });
    expect(found?.links.map(({ origin }) => origin)).toEqual(["announcement", "position", "announcement"]);
    // The announcement of 11 September does not amend Doha: the agreed date still stands beside it.
    expect(answer.conflicts).toContainEqual(expect.objectContaining({ kind: "contradiction", shortByDays: 133 }));
  });

  it("ASK-01: on the day before each announcement its conflict is not there", () => {
    expect(schedule("2021-04-12").conflicts.some(({ kind }) => kind === "contradiction")).toBe(false);
    expect(schedule("2021-04-13").conflicts.some(({ shortByDays }) => shortByDays === 140)).toBe(false);
  });

  it("the draft's order and the red line on elections are told as one circle, whenever both are held", () => {
    for (const day of ["2021-03-06", "2021-03-08", "2021-04-12", "2021-04-15"]) {
      const order = schedule(day).conflicts.filter(({ kind }) => kind === "order");
      expect(order).toHaveLength(1);
      expect(order[0]?.links.map(({ to }) => to).toSorted()).toEqual(circle);
      expect(order[0]?.shortByDays).toBeNull();
    }
    expect(schedule("2021-03-05").conflicts.filter(({ kind }) => kind === "order")).toEqual([]);
  });

  it("the circle depends on the wording chosen: with early elections it is gone", () => {
    const chosen = schedule("2021-04-12", { choose: ["transfer-of-power=ghani-march", "order=ghani-april"] });
    expect(chosen.conflicts.filter(({ kind }) => kind === "order")).toEqual([]);
  });

  it("ASK-05: the talks opened six months late, which is told and makes no conflict", () => {
    expect(schedule("2021-04-12").settled.map(({ event }) => event)).toContain("talks-open");
  });
});

describe("the packages", () => {
  it("as of 7 March none is free, for three reasons of which each alone is enough", () => {
    expect(blocking("2021-03-07")).toEqual([
      ["ghani-2021-02-20-transition"],
      ["ghani-2021-03-06-transfer"],
      ["ghani-2021-03-06-draft"],
    ]);
  });

  it("ASK-12: as of 30 March the statement on transition is computed under each of its three readings", () => {
    const { variants } = answered(askPackages(process, { asOf: "2021-03-30" }));
    expect(variants).toHaveLength(3);
    const alone = variants.filter(({ blocking: sets }) =>
      sets.some((set) => set.length === 1 && set[0]?.position === "ghani-2021-03-30-transition"),
    );
    expect(alone.map(({ readings }) => readings[0]?.stance)).toEqual(["rejects"]);
  });

  it("as of 30 March the red line on transfer and the rejection of early elections block together", () => {
    expect(blocking("2021-03-30")).toContainEqual(["ghani-2021-03-30-transfer", "mujahid-2021-03-24-elections"]);
    const { unknown } = answered(askPackages(process, { asOf: "2021-03-30" }));
    expect(unknown).toContainEqual(
      expect.objectContaining({
        party: "taliban",
        issue: "peace-government",
        why: expect.stringContaining("still considering"),
      }),
    );
  });

  it("ASK-10: by 12 April the refusal of early elections was said of an earlier wording, and stands not reaffirmed", () => {
    const answer = answered(askPackages(process));
    expect(answer.text).toBe(
      "No package is free of refusal today; two statements on Transfer of power stand in the way.",
    );
    const set = answer.blocking[0] ?? [];
    expect(set.map(({ position, statement }) => [position, statement.notReaffirmed])).toEqual([
      ["ghani-2021-03-30-transfer", false],
      ["mujahid-2021-03-24-elections", true],
    ]);
  });

  it("ASK-08: options are the union over the drafts of the day; an alleged draft adds none", () => {
    const length = (asOf: string) =>
      answered(askPackages(process, { asOf }))
        .issues.find(({ id }) => id === "transition-length")
        ?.options.map(({ id }) => id);
    expect(length("2021-04-10")).toEqual(["open"]);
    expect(length("2021-04-12")).toEqual(["open", "hcnr"]);
    expect(length("2021-05-01")).toEqual(["open", "hcnr"]);
  });

  it("ASK-09: the blank hours and the unworded executive are open, and no package is ever accepted with them", () => {
    const answer = answered(askPackages(process));
    expect(answer.issues.find(({ id }) => id === "ceasefire-hours")?.options).toMatchObject([
      { id: "open", open: true },
    ]);
    expect(answer.issues.find(({ id }) => id === "executive-form")?.options.map(({ open }) => open)).toEqual([
      true,
      false,
      false,
    ]);
    expect(answer.packages.notExcluded).toBe(0);
  });

  it("ASK-13: the anonymous official, the council and the alleged plan are shown and decide nothing", () => {
    const { parties } = answered(askPositions(process, { asOf: "2021-05-01" }));
    const standing = new Map(
      parties.flatMap(({ positions }) => positions.map((position) => [position.mandate, position.standing] as const)),
    );
    for (const mandate of ["faction", "anonymous", "alleged", "none"] as const)
      expect(standing.get(mandate)).toBe("shown, does not decide");
  });
});

describe("the bodies", () => {
  const hypotheses = (id: string) =>
    answered(askBodies(process)).bodies.find((body) => body.id === id)?.hypotheses ?? [];
  const powers = (id: string, at: number) =>
    hypotheses(id)[at]?.blocs.map(({ banzhaf, shapleyShubik }) => [banzhaf, shapleyShubik]);
  const third = ["1/3", "1/3"];

  it.each(["council", "constitution-commission"])(
    "ASK-14: %s: a third each by simple majority, halves and nothing by two thirds, a veto each by consensus",
    (id) => {
      expect(powers(id, 0)).toEqual([third, third, third]);
      expect(powers(id, 1)).toEqual([
        ["1/2", "1/2"],
        ["1/2", "1/2"],
        ["0", "0"],
      ]);
      expect(powers(id, 2)).toEqual([third, third, third]);
      expect(hypotheses(id)[2]?.vetoes).toHaveLength(3);
      for (const { stated, assumes } of hypotheses(id)) {
        expect(stated).toBe(false);
        expect(assumes).toEqual(expect.arrayContaining(["every member attends", "each bloc votes as one"]));
      }
    },
  );

  it("if the one member sides with a party, that party decides alone", () => {
    const allied = hypotheses("council").filter(({ assumes }) => assumes.some((each) => each.includes("sides with")));
    expect(allied).toHaveLength(2);
    for (const { decidesAlone } of allied) expect(decidesAlone).not.toBeNull();
  });

  it("two thirds to one third: at least two thirds lets the larger decide alone, more than two thirds gives the smaller a veto", () => {
    const shares = hypotheses("power-shares");
    expect(shares.find(({ rule }) => rule.startsWith("At least two thirds"))?.decidesAlone).toBe("republic");
    expect(shares.find(({ rule }) => rule.startsWith("More than two thirds"))?.vetoes).toEqual(["republic", "taliban"]);
  });
});

describe("the texts", () => {
  it("the HCNR draft fills the blank with three years, adds options and states shares", () => {
    const text = (id: string) =>
      process.events.flatMap((event) =>
        event.type === "text-tabled" && event.body.entry.id === id ? [event.body.agreement] : [],
      );
    const [us] = text("us-draft");
    const [hcnr] = text("hcnr");
    if (us === undefined || hcnr === undefined) throw new Error("A text of the example is missing.");
    const { changes } = askCompare({ before: us, after: hcnr });
    expect(changes).toContainEqual(expect.objectContaining({ kind: "bracket-filled", bracket: "transition-length" }));
    expect(
      changes.find(({ kind, bracket }) => kind === "bracket-filled" && bracket === "transition-length")?.text,
    ).toContain("three years");
    expect(changes.filter(({ kind, bracket }) => kind === "option-added" && bracket === "executive-form")).toHaveLength(
      2,
    );
    expect(changes.find(({ kind, provision }) => kind === "added" && provision === "power-shares")?.text).toContain(
      "two thirds",
    );
  });

  it("nobody takes the US draft as the basis, so its words are proposed and not agreed", () => {
    const { text, provisions } = answered(askText(process));
    expect(text).toContain("proposed and not agreed");
    expect(provisions.filter(({ kind }) => kind !== "note").every(({ status }) => status === "proposed")).toBe(true);
  });

  it("beside its provision a change is told by names, and neither by ids nor twice", () => {
    const { text, provisions } = answered(askText(process, { text: "hcnr", compare: "us-draft" }));
    expect(text).toMatch(/^1 bracket open; /u);
    const change = provisions.find(({ id }) => id === "duration")?.change;
    expect(change?.text).toBe("Reworded. “Length of the transition” filled with “three years”.");
    expect(change?.proposedBy).toBe("High Council for National Reconciliation (HCNR)");
  });

  it("the matrix has a cell for every draft and signatory", () => {
    const { issues, drafts, parties } = answered(askMatrix(process));
    for (const { wordings, stances } of issues)
      expect([wordings.length, stances.length]).toEqual([drafts.length, parties.length]);
  });
});

describe("the matrix", () => {
  it("ASK-10: each draft keeps its own wording, although the option goes by the latest", () => {
    const { issues } = answered(askMatrix(process));
    const cells = issues
      .find(({ id }) => id === "transfer-of-power")
      ?.wordings.map(({ draft, options }) => [draft, options[0]?.text]);
    const of = (draft: string) => cells?.find(([id]) => id === draft)?.[1];
    expect(of("ghani-march")).toContain("six months");
    expect(of("ghani-april")).toContain("second phase");
  });
});
