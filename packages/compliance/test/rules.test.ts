import { describe, expect, it } from "vitest";
import type { Entry } from "../src/index.ts";
import { at, day, duty, entry, on, plain, registerOf, standing, told, type World } from "./worlds.ts";

const world = (said: Parameters<typeof duty>[1], ...entries: Entry[]): World => ({
  commitments: [duty("c", said)],
  entries,
});
const kept = (id: string, n: number, said = {}) => entry("report", id, n, { kept: true, ...said });
const notKept = (id: string, n: number, said = {}) => entry("report", id, n, { kept: false, ...said });

describe("two days", () => {
  const late = world({ due: on(10) }, kept("r", 20, { known: 25 }));

  it("KEP-01 KEP-02 KEP-06: a late report changes earlier days, and not what was known before it", () => {
    expect(told(late, [12, 20])).toEqual(["overdue: not done by its day", "kept: done in full"]);
    const before = registerOf(late).asKnown(day(24));
    expect(before.standing("c", day(12))?.state).toBe("no data");
    expect(before.standing("c", day(30))?.state).toBe("no data");
  });

  it("KEP-06: what is incomplete on a later day was not done before it", () => {
    expect(told(world({ due: on(5) }, kept("r", 4), notKept("s", 8)), [4, 6])).toEqual([
      "binding: in force",
      "overdue: not done by its day",
    ]);
  });

  it("KEP-03: of two on one day, the one known later is the last word, then the one later in the list", () => {
    expect(told(world({ due: on(5) }, notKept("s", 4, { known: 6 }), kept("r", 4)), [7])).toEqual([
      "overdue: not done by its day",
    ]);
    expect(told(world({ due: on(5) }, notKept("s", 4), kept("r", 4)), [7])).toEqual(["kept: done in full"]);
  });

  it("KEP-04: a correction takes the place of an entry for every day, if it is later in the record", () => {
    const corrected = world({ due: on(5) }, kept("r", 4), notKept("s", 3, { known: 9, corrects: "r" }));
    expect(told(corrected, [4, 6])).toEqual(["binding: in force", "overdue: not done by its day"]);
    expect(standing(corrected, 6).evidence.map(({ entry: { id }, standing: how, by }) => [id, how, by])).toEqual([
      ["s", "counts", null],
      ["r", "corrected", "s"],
    ]);
    const tooEarly = world({ due: on(5) }, kept("r", 4, { known: 9 }), notKept("s", 3, { corrects: "r" }));
    expect(told(tooEarly, [6])).toEqual(["kept: done in full"]);
    expect(registerOf(tooEarly).problems.map(({ code, entry: id }) => [code, id])).toEqual([["corrects-later", "s"]]);
  });

  it("KEP-05: a withdrawn withdrawal restores", () => {
    const taken = entry("withdrawal", "w", 6, { of: ["r"] });
    const back = entry("withdrawal", "v", 7, { of: ["w"] });
    expect(told(world({ due: on(5) }, kept("r", 4), taken), [8])).toEqual(["no data: nothing recorded"]);
    expect(told(world({ due: on(5) }, kept("r", 4), taken, back), [8])).toEqual(["kept: done in full"]);
  });

  it("KEP-05: what corrects a correction takes the place of both, and a withdrawn correction restores", () => {
    const less = (id: string, known: number, corrects: string) =>
      entry("report", id, 4, { known, commitments: ["c"], by: ["a"], kept: null, progress: "minimal", corrects });
    const [first, second] = [less("x", 6, "r"), less("y", 7, "x")];
    const back = (id: string, n: number) => entry("withdrawal", `w${n}`, n, { of: [id] });
    const states = (...entries: readonly Entry[]) => told(world({ due: on(5) }, kept("r", 4), ...entries), [20]);
    const [late, done] = [["overdue: not done by its day"], ["kept: done in full"]];
    expect(states(first)).toEqual(late);
    expect(states(first, second)).toEqual(late);
    // Only when nothing is left that corrects does the first word count again.
    expect(states(first, back("x", 8))).toEqual(done);
    expect(states(first, second, back("y", 8))).toEqual(late);
    expect(states(first, second, back("x", 8))).toEqual(late);
    expect(states(first, second, back("y", 8), back("x", 9))).toEqual(done);
    const evidence = standing(world({ due: on(5) }, kept("r", 4), first, second), 20).evidence;
    expect(evidence.map(({ entry: { id }, standing: became, by }) => [id, became, by])).toEqual([
      ["r", "corrected", "x"],
      ["x", "corrected", "y"],
      ["y", "counts", null],
    ]);
  });

  it("KEP-07: an entry without commitments bears on those of the entries it is about, one that names some on these", () => {
    const commitments = ["c", "d", "e"].map((id) => duty(id));
    const claim = entry("allegation", "al", 3, { by: ["b"], commitments: ["c", "d"] });
    const all = entry("finding", "f", 5, { by: ["m"], of: ["al"] });
    const one = entry("finding", "f", 5, { by: ["m"], of: ["al"], commitments: ["c"] });
    const states = (entries: readonly Entry[]) =>
      commitments.map(({ id }) => standing({ commitments, entries }, 6, id).state);
    expect(states([claim, all])).toEqual(["breach found", "breach found", "no data"]);
    expect(states([claim, one])).toEqual(["breach found", "breach alleged", "no data"]);
  });

  it("KEP-07: it bears on them through others, in whatever order they were recorded, and in a circle", () => {
    const chain = [
      entry("attribution", "at", 7, { of: ["f"], by: ["n"], against: ["a"] }),
      entry("finding", "f", 5, { of: ["al"], by: ["m"] }),
      entry("allegation", "al", 3, { by: ["b"] }),
      entry("dispute", "x", 5, { of: ["y"] }),
      entry("dispute", "y", 5, { of: ["x"] }),
    ];
    expect(standing(world({}, ...chain), 8)).toMatchObject({ state: "breach found", attributedTo: ["a"] });
  });

  it("KEP-08: what is wrong is told and has no effect", () => {
    const wrong = {
      commitments: [
        duty("c", { after: ["nowhere"], phase: "nowhere" }),
        duty("c", { due: on(3) }),
        duty("d", { broughtBy: [{ breachOf: "nowhere", on: "found" }] }),
      ],
      phases: ["p", "p"].map((id) => ({ id, starts: on(0), ends: null, caretaker: ["nowhere"] })),
      entries: [
        kept("r", 4, { commitments: ["c", "nowhere"] }),
        notKept("r", 9),
        notKept("s", 9, { known: 8 }),
        entry("withdrawal", "w", 10, { of: ["nowhere"] }),
      ],
    };
    const register = registerOf(wrong);
    expect(told(wrong, [9])).toEqual(["kept: done in full"]);
    expect(told(wrong, [9], "d")).toEqual(["not yet binding: waits for a breach"]);
    expect(register.commitments).toHaveLength(2);
    expect(register.problems.map(({ code, entry: of, commitment }) => [code, of ?? commitment])).toEqual([
      ["id-twice", "c"],
      ["id-twice", null],
      ["unknown-commitment", "c"],
      ["unknown-phase", "c"],
      ["unknown-commitment", "d"],
      ["unknown-commitment", null],
      ["unknown-commitment", "r"],
      ["id-twice", "r"],
      ["known-before-it-happened", "s"],
      ["unknown-entry", "w"],
    ]);
    expect(standing(wrong, 20).evidence.map((e) => [e.entry.id, e.standing])).toEqual([
      ["r", "counts"],
      ["s", "set aside"],
    ]);
  });

  it("KEP-08: a register of nothing says nothing", () => {
    const empty = registerOf({ commitments: [], entries: [kept("r", 3)] });
    expect(empty.with(kept("s", 4)).distribution(day(5)).total).toBe(0);
    expect(empty.standing("c", day(5))).toBeNull();
    expect([empty.standings(day(5)), empty.upcoming({ from: day(0), to: day(9) })]).toEqual([[], []]);
  });
});

describe("when it binds", () => {
  const start = (n: number) => entry("moment", "m", n, { moment: "start" });

  it("KEP-09: from a day, or from a moment and a length once the moment took place", () => {
    expect(told(world({ from: on(3) }), [2, 3])).toEqual([
      "not yet binding: waits for its day",
      "no data: nothing recorded",
    ]);
    const from = { from: at("start + 2 days"), due: on(30) };
    expect(told(world(from), [9])).toEqual(["not yet binding: waits for a moment"]);
    expect(told(world(from, start(4)), [3, 5, 6])).toEqual([
      "not yet binding: waits for a moment",
      "not yet binding: waits for its day",
      "binding: in force",
    ]);
    expect(told(world({ from: at("start - 3 days"), due: on(30) }, start(4)), [3, 4])).toEqual([
      "not yet binding: waits for a moment",
      "binding: in force",
    ]);
    expect(told(world(from, start(9), { ...start(4), id: "n" }), [6])).toEqual(["binding: in force"]);
  });

  it("KEP-10: step for step, once each earlier step was first kept", () => {
    const commitments = [
      duty("c", { after: ["d", "e"], due: on(40) }),
      duty("d"),
      duty("e", { recurs: { every: { months: 0, days: 7, hours: 0 } } }),
      duty("f", { after: ["g"], due: on(40) }),
      duty("g", { force: "shall not", due: on(20) }),
    ];
    const entries = [
      kept("r", 4, { commitments: ["d"] }),
      kept("s", 9, { commitments: ["e"] }),
      kept("t", 8, { commitments: ["g"] }),
      kept("u", 21, { commitments: ["g"] }),
    ];
    expect(told({ commitments, entries }, [8, 9])).toEqual([
      "not yet binding: waits for earlier steps",
      "binding: in force",
    ]);
    expect(told({ commitments, entries }, [20, 21], "f")).toEqual([
      "not yet binding: waits for earlier steps",
      "binding: in force",
    ]);
  });

  it("KEP-11: a consequence binds from the first breach, found or where that is enough alleged", () => {
    const commitments = [
      duty("c", { due: on(40), broughtBy: [{ breachOf: "d", on: "found" }] }),
      duty("e", { due: on(40), broughtBy: [{ breachOf: "d", on: "alleged" }] }),
      duty("d"),
    ];
    const claim = entry("allegation", "al", 3, { commitments: ["d"] });
    const finding = entry("finding", "f", 6, { of: ["al"], by: ["m"] });
    const refuted = entry("finding", "f", 6, { of: ["al"], by: ["m"], outcome: "not confirmed" });
    expect(told({ commitments, entries: [claim, finding] }, [5, 6])).toEqual([
      "not yet binding: waits for a breach",
      "binding: in force",
    ]);
    expect(told({ commitments, entries: [claim, refuted] }, [2, 3, 9], "e")).toEqual([
      "not yet binding: waits for a breach",
      "binding: in force",
      "binding: in force",
    ]);
    const withdrawn = { commitments, entries: [claim, entry("withdrawal", "w", 7, { of: ["al"] })] };
    expect(told(withdrawn, [4], "e")).toEqual(["not yet binding: waits for a breach"]);
  });

  it("KEP-12: not before its phase", () => {
    const phases = [{ id: "p", starts: on(5), ends: null, caretaker: [] }];
    expect(told({ ...world({ phase: "p", due: on(40) }), phases }, [4, 5])).toEqual([
      "not yet binding: waits for its phase",
      "binding: in force",
    ]);
  });

  it("KEP-13: with a condition, while that was last reported met", () => {
    const said = { conditional: true, due: on(40) };
    const condition = (id: string, n: number, conditionMet: boolean) => entry("report", id, n, { conditionMet });
    expect(told(world(said), [-1, 5])).toEqual(["not yet binding: waits for its day", "no data: condition not known"]);
    expect(told(world(said, condition("r", 3, true), condition("s", 6, false)), [3, 6])).toEqual([
      "binding: in force",
      "not yet binding: condition unmet",
    ]);
    expect(standing(world({ conditional: true, due: on(3) }), 9).daysOverdue).toBeNull();
  });

  it("KEP-14: a day that cannot be told is not guessed", () => {
    const due = { ...at("start + 1 month"), anchor: { kind: "day" as const, day: day(30) } };
    const told9 = (said: Parameters<typeof duty>[1]) => told(world(said), [9]);
    expect(told9({ due })).toEqual(["no data: day not known"]);
    expect(told9({ due: { ...due, rule: "last-day-of-month" } })).toEqual(["binding: in force"]);
    expect(told9({ from: due })).toEqual(["no data: day not known"]);
    expect(told9({ from: due, after: ["c"] })).toEqual(["not yet binding: waits for earlier steps"]);
    expect(told(world({ due }, kept("r", 4)), [9])).toEqual(["kept: done in full"]);
    const hours = { ...at("start + 5 hours"), anchor: { kind: "day" as const, day: day(3) } };
    expect(told9({ due: hours })).toEqual(["no data: day not known"]);
    expect(registerOf(world({ due })).problems.map(({ code }) => code)).toEqual(["day-needs-rule"]);
  });

  it("KEP-15: the first of several reasons is told", () => {
    const all = { from: at("start"), after: ["c"], phase: "p", broughtBy: [{ breachOf: "c", on: "found" as const }] };
    const phases = [{ id: "p", starts: at("start + 9 days"), ends: null, caretaker: [] }];
    const reason = (said: Parameters<typeof duty>[1], n: number) =>
      standing({ ...world({ ...all, ...said }, start(4)), phases }, n).because;
    expect(reason({}, 3)).toBe("waits for a moment");
    expect(reason({ from: on(6) }, 5)).toBe("waits for its day");
    expect(reason({}, 5)).toBe("waits for earlier steps");
    expect(reason({ after: [] }, 5)).toBe("waits for a breach");
    expect(reason({ after: [], broughtBy: [] }, 5)).toBe("waits for its phase");
    expect(reason({ after: [], broughtBy: [], conditional: true }, 5)).toBe("waits for its phase");
  });

  it("KEP-16: a permission is in force until its last day, and never kept or broken", () => {
    const may = world(
      { force: "may", due: on(9) },
      kept("r", 3),
      entry("allegation", "al", 4),
      entry("finding", "f", 5, { by: ["m"], kept: false }),
    );
    expect(told(may, [-1, 6, 9, 10])).toEqual([
      "not yet binding: waits for its day",
      "binding: in force",
      "binding: in force",
      "lapsed: time ran out",
    ]);
    expect(standing(may, 6)).toMatchObject({ allegedBy: [], foundBy: [], daysOverdue: null, disputed: false });
  });
});

describe("what is done once", () => {
  const keptOn = (w: World, n: number) => plain(standing(w, n).keptOn);

  it("KEP-17: done on the first day that nothing later contradicts", () => {
    expect(keptOn(world({}, kept("r", 4), kept("s", 8)), 9)).toBe(4);
    expect(keptOn(world({}, kept("r", 4), notKept("s", 6), kept("t", 8)), 9)).toBe(8);
    const progress = (id: string, n: number, how: "intermediate" | "full") => entry("report", id, n, { progress: how });
    expect(keptOn(world({}, progress("r", 4, "full")), 9)).toBe(4);
    expect(keptOn(world({}, kept("r", 4), progress("s", 6, "intermediate")), 9)).toBeNull();
  });

  it("KEP-17: its moment is the day of keeping", () => {
    const deed = entry("moment", "m", 7, { moment: "deed" });
    expect(keptOn(world({ keptBy: "deed" }, kept("r", 4), deed), 9)).toBe(7);
    expect(told(world({ keptBy: "deed" }, kept("r", 4), deed, notKept("s", 8)), [9])).toEqual(["binding: in force"]);
    expect(standing(world({ keptBy: "deed", due: on(5) }, deed), 6).state).toBe("overdue");
  });

  it("KEP-18 KEP-23: binding, due, then overdue where something was recorded, else no data", () => {
    const days = [9, 10, 11];
    expect(told(world({ due: on(10) }), days)).toEqual([
      "binding: in force",
      "due: in force",
      "no data: nothing recorded",
    ]);
    const begun = world({ due: on(10) }, entry("report", "r", 2, { progress: "minimal" }));
    expect(told(begun, days)).toEqual(["binding: in force", "due: in force", "overdue: not done by its day"]);
    expect([10, 11, 40].map((n) => standing(begun, n).daysOverdue)).toEqual([null, 1, 30]);
    expect(standing(world({ due: on(10) }), 40).daysOverdue).toBe(30);
    expect(told(world({ due: on(10) }, entry("report", "r", 2, { goalMet: true })), [11])).toEqual([
      "no data: nothing recorded",
    ]);
  });

  it("KEP-19: with no day stated and nothing recorded there is no data", () => {
    expect(told(world({}), [3])).toEqual(["no data: nothing recorded"]);
    expect(told(world({}, entry("report", "r", 5, { progress: "not initiated" })), [3, 9])).toEqual([
      "binding: in force",
      "binding: in force",
    ]);
    expect(told(world({ due: at("start") }), [3])).toEqual(["binding: in force"]);
  });

  it("KEP-20: nobody is late for a time in which nothing bound", () => {
    const steps = {
      commitments: [duty("c", { after: ["d"], due: on(5) }), duty("d")],
      entries: [kept("r", 9, { commitments: ["d"] })],
    };
    expect(told(steps, [8, 9, 10])).toEqual([
      "not yet binding: waits for earlier steps",
      "due: in force",
      "no data: nothing recorded",
    ]);
    expect(standing(steps, 12)).toMatchObject({ due: day(9), daysOverdue: 3 });
  });

  it("KEP-21: done in full without its goal it is not kept", () => {
    const goal = (id: string, n: number, goalMet: boolean) => entry("report", id, n, { goalMet });
    const done = entry("report", "r", 4, { progress: "full" });
    const said = { hasGoal: true, due: on(6) };
    expect(told(world(said, done), [5, 9])).toEqual(["no data: goal not known", "no data: goal not known"]);
    expect(told(world(said, done, goal("g", 5, false)), [5, 6, 7])).toEqual([
      "binding: goal unmet",
      "due: goal unmet",
      "overdue: goal unmet",
    ]);
    const later = world(said, done, goal("g", 8, true), goal("h", 12, false));
    expect(told(later, [8, 12])).toEqual(["kept: done in full", "overdue: goal unmet"]);
    expect(standing(later, 9)).toMatchObject({ keptOn: day(8), daysLate: 2 });
  });

  it("KEP-22: kept early, kept late", () => {
    expect(told(world({ from: on(5), due: on(9) }, kept("r", 2)), [2, 20])).toEqual([
      "kept: done in full",
      "kept: done in full",
    ]);
    expect(standing(world({ due: on(9) }, kept("r", 9)), 20)).toMatchObject({ daysLate: null, daysOverdue: null });
    expect(standing(world({ due: on(9) }, kept("r", 12)), 20)).toMatchObject({ daysLate: 3, keptOn: day(12) });
  });

  it("KEP-25: progress is the last reported, and no claim that was contradicted", () => {
    const w = world(
      {},
      entry("report", "r", 2, { progress: "minimal" }),
      kept("s", 4),
      entry("report", "t", 6, { progress: "intermediate" }),
      kept("u", 8),
    );
    expect([1, 2, 5, 6, 8].map((n) => standing(w, n).progress)).toEqual([
      null,
      "minimal",
      "minimal",
      "intermediate",
      "full",
    ]);
    const truce = world({ force: "shall not" }, kept("r", 2), notKept("s", 5));
    expect([2, 5].map((n) => standing(truce, n).progress)).toEqual(["full", null]);
  });
});
