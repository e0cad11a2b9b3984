import { describe, expect, it } from "vitest";
import type { Entry } from "../src/index.ts";
import { day, duty, entry, on, registerOf, standing, told, type World } from "./worlds.ts";

const world = (said: Parameters<typeof duty>[1], ...entries: Entry[]): World => ({
  commitments: [duty("c", said)],
  entries,
});
const kept = (id: string, n: number, by: readonly string[] = []) => entry("report", id, n, { kept: true, by });
const notKept = (id: string, n: number, by: readonly string[] = []) => entry("report", id, n, { kept: false, by });
const problems = (w: World) => registerOf(w).problems.map(({ code, entry: id }) => [code, id]);
const truce = { force: "shall not" as const };
const weekly = { recurs: { every: { months: 0, days: 7, hours: 0 } }, due: on(7) };

describe("what holds at all times", () => {
  it("KEP-26: kept as last reported, while it binds, and never kept for good", () => {
    expect(told(world(truce), [5])).toEqual(["no data: nothing recorded"]);
    expect(told(world(truce, kept("r", 5)), [4, 5, 400])).toEqual([
      "no data: nothing recorded",
      "binding: kept as last reported",
      "binding: kept as last reported",
    ]);
    expect(told(world({ ...truce, from: on(6) }, kept("r", 5)), [7])).toEqual(["no data: nothing recorded"]);
    expect(told(world({ ...truce, hasGoal: true }, kept("r", 5)), [7])).toEqual(["no data: goal not known"]);
  });

  it("KEP-27: not kept is an allegation by who reports it, also by the one who is bound", () => {
    expect(standing(world(truce, kept("r", 5), notKept("s", 7, ["b"])), 8)).toMatchObject({
      state: "breach alleged",
      allegedBy: ["b"],
    });
    expect(standing(world({ recurs: "continuous" }, notKept("s", 7, ["a"])), 8)).toMatchObject({
      state: "breach alleged",
      allegedBy: ["a"],
      foundBy: [],
    });
  });

  it("KEP-28: after its last day it lapses, unless it is said to have been kept to the end", () => {
    const week = { ...truce, due: on(7) };
    expect(told(world(week, kept("r", 5)), [7, 8])).toEqual(["binding: kept as last reported", "lapsed: time ran out"]);
    const whole = world(week, kept("r", 9));
    expect(told(whole, [8, 9])).toEqual(["lapsed: time ran out", "kept: done in full"]);
    expect(standing(whole, 9)).toMatchObject({ keptOn: day(7), daysLate: null });
    expect(told(world(week, kept("r", 9), notKept("s", 12)), [12])).toEqual(["lapsed: time ran out"]);
  });
});

describe("what recurs", () => {
  it("KEP-29: each period is counted from the first, and a short month asks for a rule", () => {
    const end = (rule: "last-day-of-month" | null, n: number) =>
      standing(world({ recurs: { every: { months: 1, days: 0, hours: 0 } }, due: { ...on(30), rule } }), n);
    expect([31, 60].map((n) => end("last-day-of-month", n).due)).toEqual([day(59), day(90)]);
    expect(end(null, 31)).toMatchObject({ state: "no data", because: "day not known", due: null });
    expect(standing(world({ ...weekly, due: null }), 8).due).toEqual(day(14));
  });

  it("KEP-30: the running period, and until it is kept the one before", () => {
    const w = world(weekly, kept("r", 5), kept("s", 10), notKept("t", 18));
    expect(told(w, [4, 5, 8, 10, 15, 21, 22, 29])).toEqual([
      "binding: in force",
      "kept: done in full",
      "binding: in force",
      "kept: done in full",
      "binding: in force",
      "due: in force",
      "overdue: period missed",
      "no data: period not reported",
    ]);
    expect(standing(w, 24).daysOverdue).toBe(3);
    expect(standing(w, 30).daysOverdue).toBe(2);
    expect(told(world(weekly), [7, 8])).toEqual(["due: in force", "no data: period not reported"]);
  });

  it("KEP-31: a tally of the periods that were owed", () => {
    const w = world(weekly, kept("r", 5), notKept("s", 10));
    expect(standing(w, 7).periods).toEqual({ ended: 0, kept: 0, missed: 0, noData: 0 });
    expect(standing(w, 30).periods).toEqual({ ended: 4, kept: 1, missed: 1, noData: 2 });
    expect(standing(world({ ...weekly, from: on(20) }), 30).periods?.ended).toBe(2);
    expect(standing(world({ ...weekly, hasGoal: true }, kept("r", 5)), 9).periods?.noData).toBe(1);
  });
});

describe("breach", () => {
  const claim = entry("allegation", "al", 5, { by: ["b"] });
  const find = (n: number, said: object, id = "f") => entry("finding", id, n, { by: ["m"], ...said });

  it("KEP-32: an allegation stands open until a body decides or the duty is done", () => {
    const said = { due: on(3) };
    expect(standing(world(said, claim), 400)).toMatchObject({ state: "breach alleged", daysOverdue: 397 });
    expect(told(world(said, claim, find(8, { of: ["al"], outcome: "not confirmed" })), [7, 8])).toEqual([
      "breach alleged: alleged",
      "no data: nothing recorded",
    ]);
    expect(told(world(said, claim, find(8, { outcome: "not confirmed" })), [8])).toEqual(["no data: nothing recorded"]);
    expect(told(world(said, claim, find(8, { of: ["al"], outcome: "inconclusive" })), [8])).toEqual([
      "breach alleged: alleged",
    ]);
    expect(told(world(said, claim, kept("r", 9)), [8, 9])).toEqual(["breach alleged: alleged", "kept: done in full"]);
    expect(told(world(said, kept("r", 4), claim), [4, 5])).toEqual(["kept: done in full", "breach alleged: alleged"]);
    expect(told(world({ from: on(30) }, claim), [6])).toEqual(["breach alleged: alleged"]);
    expect(told(world(weekly, claim, kept("r", 9)), [9])).toEqual(["breach alleged: alleged"]);
  });

  it("KEP-33: only the agreed body finds; where none is agreed, nobody in its own cause", () => {
    const by = (actors: readonly string[], verifiedBy: readonly string[] = []) => {
      const w = world({ verifiedBy }, claim, find(8, { by: actors, kept: false }));
      return [standing(w, 9).state, standing(w, 9).allegedBy, problems(w).length];
    };
    expect(by(["m"], ["m"])).toEqual(["breach found", [], 0]);
    expect(by(["n"], ["m"])).toEqual(["breach alleged", ["b", "n"], 1]);
    expect(by(["m"])).toEqual(["breach found", [], 0]);
    expect(by(["a", "b"])).toEqual(["breach found", [], 0]);
    for (const own of [["a"], ["b"], []]) expect(by(own)[0]).toBe("breach alleged");
    const settles = world({ verifiedBy: ["m"] }, claim, find(8, { by: ["n"], of: ["al"], outcome: "not confirmed" }));
    expect(standing(settles, 9).state).toBe("breach alleged");
    expect(standing(settles, 9).evidence.map((e) => e.standing)).toEqual(["counts", "set aside"]);
    expect(problems(settles)).toEqual([["found-by-another-body", "f"]]);
    const accuser = world({}, entry("allegation", "al", 5, { by: ["n"] }), find(8, { by: ["n"], of: ["al"] }));
    expect(standing(accuser, 9).state).toBe("breach alleged");
  });

  it("KEP-34: confirmed on an allegation or the commitment, or not kept", () => {
    const state = (said: object) => standing(world({}, claim, find(8, said)), 9).state;
    expect(state({ of: ["al"] })).toBe("breach found");
    expect(state({})).toBe("breach found");
    expect(state({ outcome: "inconclusive", kept: false })).toBe("breach found");
    expect(standing(world({}, kept("r", 4), find(8, { of: ["r"] })), 9).state).toBe("kept");
  });

  it("KEP-35: it stays found until the duty is done, a later period kept, or a finding says otherwise", () => {
    const found = find(5, { kept: false });
    expect(standing(world({ due: on(3) }, found, kept("r", 9)), 9)).toMatchObject({
      state: "kept",
      daysLate: 6,
      foundBy: ["m"],
    });
    expect(told(world(weekly, found, kept("r", 6)), [7])).toEqual(["breach found: found"]);
    expect(told(world(weekly, found, kept("r", 9)), [8, 9])).toEqual(["breach found: found", "kept: done in full"]);
    expect(told(world(truce, found, kept("r", 9, ["b"])), [9])).toEqual(["breach found: found"]);
    const cured = world(truce, found, find(9, { kept: true }, "g"));
    expect(standing(cured, 9)).toMatchObject({ because: "kept as last reported", foundBy: ["m"] });
    const overturned = world(truce, found, find(9, { of: ["f"], outcome: "not confirmed" }, "g"));
    expect(standing(overturned, 9)).toMatchObject({ state: "no data", foundBy: [] });
  });

  it("KEP-36: a report that a body did not confirm no longer makes anything kept", () => {
    const w = (outcome: "not confirmed" | "inconclusive") => world({}, kept("r", 4), find(8, { of: ["r"], outcome }));
    expect(told(w("not confirmed"), [5, 9])).toEqual(["no data: nothing recorded", "no data: nothing recorded"]);
    expect(told(w("inconclusive"), [5])).toEqual(["kept: done in full"]);
  });

  it("KEP-37: a verification stands beside, and not by those who said it or are bound", () => {
    const check = (by: string) => entry("verification", `by ${by}`, 7, { of: ["al"], by: [by] });
    const w = world({}, claim, check("n"), check("a"), check("b"));
    expect(standing(w, 8)).toMatchObject({ state: "breach alleged", foundBy: [] });
    expect(standing(w, 8).evidence[0]?.verified).toEqual([{ entry: "by n", outcome: "confirmed" }]);
    expect(standing(w, 6).evidence[0]?.verified).toEqual([]);
    expect(problems(w)).toEqual([
      ["verified-by-reporter", "by a"],
      ["verified-by-reporter", "by b"],
    ]);
  });

  it("KEP-38: an attribution rests on a finding, by somebody who did not verify it", () => {
    const check = entry("verification", "v", 6, { of: ["al"], by: ["n"] });
    const found = find(8, { of: ["al"] });
    const blame = (said: object, n = 9) =>
      entry("attribution", "at", n, { of: ["f"], by: ["m"], against: ["a"], ...said });
    const to = (...entries: Entry[]) => standing(world({}, claim, check, ...entries), 10).attributedTo;
    expect(to(found, blame({}))).toEqual(["a"]);
    expect(to(found, blame({ of: ["al"] }))).toEqual(["a"]);
    expect(to(found, blame({ withheld: true }))).toEqual([]);
    expect(to(found, blame({}, 7))).toEqual([]);
    expect(to(found, blame({ by: ["n"] }))).toEqual([]);
    expect(to(blame({ of: ["al"] }))).toEqual([]);
    expect(problems(world({}, claim, check, found, blame({ by: ["n"] })))).toEqual([["attributed-by-verifier", "at"]]);
    expect(problems(world({}, claim, check, blame({ of: ["al"] })))).toEqual([["attributed-without-finding", "at"]]);
    const overturned = entry("finding", "g", 9, { of: ["al"], by: ["m"], outcome: "not confirmed" });
    expect(to(found, blame({}), overturned)).toEqual([]);
  });
});

describe("disputes", () => {
  const marks = (w: World, days: readonly number[]) => days.map((n) => standing(w, n).disputed);

  it("KEP-39: a dispute marks what it contests until a finding settles it", () => {
    const contest = entry("dispute", "x", 6, { of: ["r"], by: ["b"] });
    const settled = entry("finding", "f", 9, { of: ["r"], by: ["m"] });
    const w = world({}, kept("r", 4), contest, settled);
    expect(marks(w, [5, 6, 8, 9])).toEqual([false, true, true, false]);
    expect(standing(w, 7)).toMatchObject({ state: "kept", disputed: true });
    expect(standing(w, 7).evidence[0]?.disputed).toBe(true);
    expect(marks(world({}, entry("dispute", "x", 6)), [5, 6])).toEqual([false, true]);
    expect(marks(world({}, kept("r", 8), contest), [7, 8])).toEqual([false, true]);
    const gone = world({}, kept("r", 4), contest, entry("withdrawal", "w", 7, { of: ["r"] }));
    expect(marks(gone, [8])).toEqual([false]);
  });

  it("KEP-40: opposite reports are a dispute, and progress is none", () => {
    expect(marks(world({}, kept("r", 4, ["a"]), notKept("s", 6, ["b"])), [5, 6])).toEqual([false, true]);
    expect(marks(world({}, notKept("s", 4, ["b"]), kept("r", 6, ["a"])), [6])).toEqual([false]);
    expect(marks(world({}, kept("r", 4, ["a"]), notKept("s", 6, ["a"])), [6])).toEqual([false]);
    expect(marks(world({}, kept("r", 4, ["a", "b"]), notKept("s", 6, ["a"])), [6])).toEqual([true]);
    expect(marks(world({}, kept("r", 4), notKept("s", 6)), [6])).toEqual([true]);
    expect(marks(world(truce, notKept("s", 4, ["b"]), kept("r", 6, ["a"])), [6])).toEqual([true]);
    const body = entry("finding", "f", 8, { by: ["m"], kept: true });
    expect(marks(world({}, kept("r", 4, ["a"]), notKept("s", 6, ["b"]), body), [7, 8])).toEqual([true, false]);
  });

  it("KEP-40: a period's mark lasts until something is said of the next", () => {
    const w = world(weekly, kept("r", 4, ["a"]), notKept("s", 6, ["b"]), kept("t", 9, ["a"]));
    expect(marks(w, [5, 6, 8, 9])).toEqual([false, true, true, false]);
    expect(marks({ ...w, entries: w.entries?.slice(0, 2) ?? [] }, [14, 15])).toEqual([true, false]);
  });
});
