import { describe, expect, it } from "vitest";
import type { Entry, Power } from "../src/index.ts";
import { day, duty, entry, on, plain, registerOf, standing, told, type World } from "./worlds.ts";

/** A duty `c` owed to `b`, and a permission of `b` for each power over it and over the permission to suspend. */
const powers: readonly Power[] = ["suspend", "resume", "extend", "terminate", "waive"];
const permissions = powers.map((does) =>
  duty(`may ${does}`, { force: "may", by: ["p"], power: { does, over: ["c", "may suspend"] } }),
);
const world = (said: Parameters<typeof duty>[1], ...entries: Entry[]): World => ({
  commitments: [duty("c", { due: on(30), ...said }), ...permissions],
  entries,
});
const use = (power: Power, n: number, said: object = {}) =>
  entry("power", `${power} on ${n}`, n, { power, by: ["p"], ...said });
const kept = (id: string, n: number) => entry("report", id, n, { kept: true });
const codes = (w: World) => registerOf(w).problems.map(({ code }) => code);

describe("powers", () => {
  it("KEP-41: only who holds it, over what it covers, while it is in force", () => {
    expect(told(world({}, use("terminate", 5)), [4, 5])).toEqual(["binding: in force", "lapsed: power used"]);
    for (const wrong of [use("terminate", 5, { by: ["q"] }), use("terminate", -3, { by: ["p"] })]) {
      expect(told(world({}, wrong), [6])).toEqual(["binding: in force"]);
      expect(codes(world({}, wrong))).toEqual(["power-not-given"]);
    }
    const held = use("suspend", 4, { id: "hold", commitments: ["may suspend"] });
    expect(told(world({}, held, use("suspend", 5)), [6])).toEqual(["binding: in force"]);
    expect(told(world({}, use("suspend", 4), { ...held, id: "later" }), [6])).toEqual(["suspended: power used"]);
  });

  it("KEP-41: two permissions over each other are weighed in order", () => {
    const commitments = [
      duty("c", { force: "may", by: ["a"], power: { does: "terminate", over: ["d"] } }),
      duty("d", { force: "may", by: ["b"], power: { does: "terminate", over: ["c"] } }),
    ];
    const entries = [
      entry("power", "first", 5, { power: "terminate", by: ["b"] }),
      entry("power", "second", 5, { power: "terminate", by: ["a"], commitments: ["d"] }),
    ];
    expect(standing({ commitments, entries }, 6).state).toBe("lapsed");
    expect(standing({ commitments, entries }, 6, "d").state).toBe("binding");
  });

  it("KEP-41: those to whom it is owed may waive or extend it together", () => {
    const owed = { commitments: [duty("c", { to: ["b", "d"], due: on(30) })] };
    const by = (power: Power, actors: readonly string[]) =>
      standing({ ...owed, entries: [use(power, 5, { by: actors, until: day(40) })] }, 6);
    expect(by("waive", ["b", "d", "e"]).state).toBe("waived");
    expect(by("waive", ["b"]).state).toBe("binding");
    expect(by("extend", ["d", "b"]).due).toBe(day(40));
    expect(by("terminate", ["b", "d"]).state).toBe("binding");
  });

  it("KEP-42: suspended to the last day, or until resumed", () => {
    expect(told(world({}, use("suspend", 5, { until: day(8) })), [4, 5, 8, 9])).toEqual([
      "binding: in force",
      "suspended: power used",
      "suspended: power used",
      "binding: in force",
    ]);
    const resumed = world({}, use("suspend", 5), use("resume", 9));
    expect(told(resumed, [8, 9])).toEqual(["suspended: power used", "binding: in force"]);
    const own = { ...resumed, commitments: resumed.commitments.filter(({ id }) => id !== "may resume") };
    expect(told(own, [9])).toEqual(["binding: in force"]);
    expect(told(world({}, use("suspend", 5), kept("r", 6)), [6])).toEqual(["kept: done in full"]);
  });

  it("KEP-43: an extension sets the due day from its own day on", () => {
    const w = world({ due: on(10) }, use("extend", 14, { until: day(20) }));
    expect([13, 14].map((n) => plain(standing(w, n).due))).toEqual([10, 20]);
    expect(told(w, [13, 14, 20, 21])).toEqual([
      "no data: nothing recorded",
      "binding: in force",
      "due: in force",
      "no data: nothing recorded",
    ]);
    expect(codes(world({}, use("extend", 14)))).toEqual(["power-without-effect"]);
    const recurring = world(
      { recurs: { every: { months: 0, days: 7, hours: 0 } } },
      use("extend", 4, { until: day(9) }),
    );
    expect(codes(recurring)).toEqual(["power-without-effect"]);
  });

  it("KEP-44: waived outranks terminated, and both outrank a breach, which is told beside", () => {
    const claim = entry("allegation", "al", 3, { by: ["b"] });
    const w = world({}, claim, use("terminate", 6), use("waive", 9));
    expect(told(w, [5, 6, 9])).toEqual(["breach alleged: alleged", "lapsed: power used", "waived: power used"]);
    expect(standing(w, 9).allegedBy).toEqual(["b"]);
  });

  it("KEP-45: what was done in time stays kept, what is done after does not count", () => {
    expect(told(world({}, kept("r", 5), use("terminate", 5)), [5, 9])).toEqual([
      "kept: done in full",
      "kept: done in full",
    ]);
    expect(told(world({}, use("waive", 5), kept("r", 6)), [6])).toEqual(["waived: power used"]);
    const phases = [{ id: "p", starts: on(0), ends: on(9), caretaker: [] }];
    expect(told({ ...world({ phase: "p" }, kept("r", 9)), phases }, [12])).toEqual(["kept: done in full"]);
    expect(told({ ...world({ phase: "p" }, kept("r", 10)), phases }, [12])).toEqual(["lapsed: phase ended"]);
  });
});

describe("phases", () => {
  const phase = { id: "p", starts: on(3), ends: on(9), caretaker: ["d"] };

  it("KEP-46: after the last day all but the caretakers' lapses", () => {
    const w = {
      commitments: [duty("c", { phase: "p", due: on(30) }), duty("d", { phase: "p", due: on(30) })],
      phases: [phase],
    };
    expect(told(w, [9, 10])).toEqual(["binding: in force", "lapsed: phase ended"]);
    expect(told(w, [10], "d")).toEqual(["binding: in force"]);
  });

  it("KEP-46: a phase is not begun, running, or over its end", () => {
    const open = {
      id: "q",
      starts: { ...on(0), anchor: { kind: "moment" as const, moment: "m" } },
      ends: null,
      caretaker: [],
    };
    const hours = { sign: 1 as const, length: { months: 0, days: 0, hours: 2 } };
    const odd = { ...phase, id: "r", starts: { ...on(3), offset: hours } };
    const register = registerOf({ commitments: [], phases: [phase, open, odd] });
    const states = (n: number) => register.phases(day(n)).map(({ state }) => state);
    expect(states(2)).toEqual(["not begun", "not begun", "not known"]);
    expect(states(9)[0]).toBe("running");
    expect(states(10)[0]).toBe("over its end");
    expect(register.phases(day(9))[0]).toEqual({ id: "p", state: "running", starts: day(3), ends: day(9) });
    expect(register.phases(day(9))[1]).toMatchObject({ starts: null, ends: null });
  });
});

describe("answers", () => {
  it("KEP-47: since when, and every entry with what became of it", () => {
    const w = world(
      { due: on(10), keptBy: "deed" },
      entry("report", "r", 4, { progress: "minimal" }),
      entry("moment", "m", 14, { moment: "deed" }),
    );
    expect([9, 13, 20].map((n) => plain(standing(w, n).since))).toEqual([0, 11, 14]);
    expect(standing(world({ from: { ...on(0), anchor: { kind: "moment", moment: "x" } } }), 9).since).toBe(-719_162);
    expect(standing(w, 5).evidence.map((e) => [e.entry.id, e.standing])).toEqual([
      ["r", "counts"],
      ["m", "later"],
    ]);
    expect(standing(w, 5).ref).toBe("ref of c");
  });

  it("KEP-51: what comes: binding, due days, ends of periods, suspensions and phases", () => {
    const commitments = [
      duty("c", { from: on(2), due: on(12) }),
      duty("d", { recurs: { every: { months: 0, days: 7, hours: 0 } }, due: on(7) }),
      duty("e", { force: "shall not", due: on(9) }),
      duty("f", { due: on(30), phase: "p" }),
      duty("g", { due: on(5) }),
      ...permissions.map((may) => ({ ...may, power: { does: "suspend" as const, over: ["f"] } })),
    ];
    const phases = [{ id: "p", starts: on(0), ends: on(20), caretaker: [] }];
    const entries = [
      entry("report", "r", 3, { kept: true, commitments: ["g"] }),
      use("suspend", 4, { until: day(8), commitments: ["f"] }),
    ];
    const told = registerOf({ commitments, phases, entries }).upcoming({ from: day(1), to: day(21) });
    expect(told.map(({ id, day: n, what }) => [plain(n), id, what])).toEqual([
      [2, "c", "begins to bind"],
      [7, "d", "period ends"],
      [8, "f", "suspension ends"],
      [9, "e", "period ends"],
      [12, "c", "due"],
      [14, "d", "period ends"],
      [20, "f", "phase ends"],
      [21, "d", "period ends"],
    ]);
  });
});
