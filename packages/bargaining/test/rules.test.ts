import { civilDate } from "@parley/calendar";
import { describe, expect, it } from "vitest";
import { type Issue, type IssueOption, judgeOne, judgePackages, type Position, type Target } from "../src/index.ts";

const asOf = civilDate("2021-03-31");
const option = (id: string, tabledIn: string[], open = false): IssueOption<string> => {
  return { id, open, tabledIn, wording: id, earlierWordings: [], ref: id };
};
const issue = (id: string, options: IssueOption<string>[]): Issue<string> => ({ id, options, ref: id });
const said = (id: string, target: Target, more: Partial<Position<string>> = {}): Position<string> => {
  const base = {
    party: "a",
    mandate: 1,
    confirmed: true,
    condition: null,
    readings: [],
    said: asOf,
    published: asOf,
  } as const;
  return { ...base, id, target, stance: "accepts", ref: id, ...more };
};
const at = (issueId: string, optionId: string): Target => ({ kind: "option", issue: issueId, option: optionId });

function counts(issues: Issue<string>[], positions: Position<string>[]): number[] {
  const answer = judgePackages({ issues, parties: ["a"], positions, asOf });
  if (answer.kind === "refused") throw new Error("refused");
  return [answer.counts.blocked, answer.counts.notExcluded, answer.counts.notKnown].map(Number);
}

describe("the rules one by one: [blocked, not excluded, not known]", () => {
  const two = [issue("i", [option("x", ["v"]), option("y", ["w"])]), issue("j", [option("x", ["v", "w"])])];
  const j = said("j", { kind: "provision", issue: "j" });

  it("POS-07: a stance on a provision covers its options; a draft rejected blocks only what is wholly its own", () => {
    const provision: Target = { kind: "provision", issue: "i" };
    expect(counts(two, [said("p", provision), j])).toEqual([0, 2, 0]);
    expect(counts(two, [said("p", provision, { stance: "red-line" })])).toEqual([2, 0, 0]);
    expect(counts(two, [said("p", { kind: "version", version: "v" }, { stance: "rejects" })])).toEqual([1, 0, 1]);
  });

  it("POS-11: reserving on a draft leaves packages wholly of it not known, and no others", () => {
    const all = [said("p", { kind: "provision", issue: "i" }), j];
    expect(counts(two, [...all, said("r", { kind: "version", version: "v" }, { stance: "reserves" })])).toEqual([
      0, 1, 1,
    ]);
  });

  it("POS-12: accepting a draft accepts its words, fills no blank and chooses in no open bracket", () => {
    const v: Target = { kind: "version", version: "v" };
    expect(counts(two, [said("p", v)])).toEqual([0, 1, 1]);
    expect(counts([issue("i", [option("blank", ["v"], true)])], [said("p", v)])).toEqual([0, 0, 1]);
    expect(counts([issue("i", [option("x", ["v"]), option("y", ["v"])])], [said("p", v)])).toEqual([0, 0, 2]);
  });

  it("POS-12: an acceptance of a draft grown stale is the reason given for each answer that it would have given", () => {
    const old = said("p", { kind: "version", version: "v" }, { said: civilDate("2021-01-01") });
    const answer = judgePackages({ issues: two, parties: ["a"], positions: [old], asOf });
    const whys = answer.kind === "judged" ? answer.unknown.map(({ issue: i, option: o, why }) => [i, o, why]) : [];
    expect(whys).toEqual([
      ["i", "x", "stale"],
      ["i", "y", "silent"],
      ["j", "x", "stale"],
    ]);
  });

  it("POS-13: an open option can be blocked and never accepted", () => {
    const blank = [issue("i", [option("blank", ["v"], true)])];
    expect(counts(blank, [said("p", at("i", "blank"))])).toEqual([0, 0, 1]);
    expect(counts(blank, [said("p", at("i", "blank"), { stance: "rejects" })])).toEqual([1, 0, 0]);
    const answer = judgePackages({ issues: blank, parties: ["a"], positions: [], asOf });
    expect(answer.kind === "judged" ? answer.unknown : []).toMatchObject([{ why: "open", option: "blank" }]);
  });

  it("POS-08: accepts if: met, accepts; unmet or unverifiable, not known; only if and not chosen, rejects", () => {
    const one = [issue("i", [option("x", ["v"])])];
    const words = "if";
    const when = (met: "met" | "unmet" | "unverifiable", onlyIf = false) =>
      counts(one, [said("p", at("i", "x"), { stance: "accepts-if", condition: { words, onlyIf, met } })]);
    expect([when("met"), when("unmet"), when("unverifiable"), when("unmet", true)]).toEqual([
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    const needing = (onlyIf: boolean, needed = "x") =>
      counts(two, [
        said("p", at("j", "x"), {
          stance: "accepts-if",
          condition: { words, onlyIf, met: "unmet", needs: { issue: "i", option: needed } },
        }),
        said("i", { kind: "provision", issue: "i" }),
      ]);
    expect(needing(false)).toEqual([0, 1, 1]);
    expect(needing(true)).toEqual([1, 1, 0]);
    expect(needing(true, "not tabled")).toEqual([0, 0, 2]);
  });

  it("POS-14: a conditional acceptance with no condition recorded, and a condition on a plain acceptance, are not taken as given", () => {
    const one = [issue("i", [option("x", ["v"])])];
    expect(counts(one, [said("p", at("i", "x"), { stance: "accepts-if" })])).toEqual([0, 0, 1]);
    const condition = { words: "if", onlyIf: false, met: "unmet" } as const;
    expect(counts(one, [said("p", at("i", "x"), { stance: "prefers", condition })])).toEqual([0, 0, 1]);
    expect(counts(one, [said("p", at("i", "x"), { stance: "rejects", condition })])).toEqual([1, 0, 0]);
  });

  it("POS-15: a spokesman's later acceptance does not lift the principal's refusal", () => {
    const one = [issue("i", [option("x", ["v"])])];
    const earlier = { stance: "rejects", said: civilDate("2021-03-20") } as const;
    expect(counts(one, [said("p", at("i", "x"), earlier), said("q", at("i", "x"), { mandate: 2 })])).toEqual([1, 0, 0]);
  });

  it("POS-05: rival readings that say the same are no rivals, and name no reading", () => {
    const one = [issue("i", [option("x", ["v"])])];
    const readings = ["first", "second"].map((id) => ({ id, stance: "rejects" as const, condition: null, by: id }));
    const answer = judgePackages({
      issues: one,
      parties: ["a"],
      positions: [said("p", at("i", "x"), { readings })],
      asOf,
    });
    expect(answer).toMatchObject({
      variants: [],
      blockers: [{ position: "p", stance: "rejects", reading: null, contested: false }],
    });
  });

  it("POS-16: what was said of a wording counts for that wording: other options under the provision are not accepted", () => {
    const one = [issue("i", [option("x", ["v"]), option("y", ["w"])])];
    const provision: Target = { kind: "provision", issue: "i" };
    expect(counts(one, [said("p", provision, { wording: "x" })])).toEqual([0, 1, 1]);
    const refused = (wording: string) => {
      const positions = [said("p", provision, { stance: "rejects", wording })];
      const answer = judgePackages({ issues: one, parties: ["a"], positions, asOf });
      return answer.kind === "judged"
        ? answer.blockers.map(({ notReaffirmed, packages }) => [notReaffirmed, packages])
        : [];
    };
    expect(refused("x")).toEqual([[false, 2n]]);
    expect(refused("gone")).toEqual([[true, 2n]]);
  });

  it("POS-17: a reservation outweighs an acceptance, an acceptance that has aged does not", () => {
    const one = [issue("i", [option("x", ["v"])])];
    const provision: Target = { kind: "provision", issue: "i" };
    const accepts = said("p", at("i", "x"));
    expect(counts(one, [accepts, said("q", provision, { stance: "reserves" })])).toEqual([0, 0, 1]);
    expect(counts(one, [accepts, said("q", provision, { said: civilDate("2021-01-01") })])).toEqual([0, 1, 0]);
  });

  it("POS-18: two statements of one day that say the same both stand, and a movement moves both", () => {
    const one = [issue("i", [option("x", ["v"])])];
    const positions = ["p", "q"].map((id) => said(id, at("i", "x"), { stance: "rejects" }));
    const answer = judgePackages({ issues: one, parties: ["a"], positions, asOf });
    if (answer.kind !== "judged") throw new Error("refused");
    expect(answer.variants).toEqual([]);
    expect(answer.blocking.map(({ statements }) => statements.map(({ position }) => position))).toEqual([["p"], ["q"]]);
    expect(answer.movements.map(({ moves }) => moves.map(({ position }) => position))).toEqual([["p", "q"]]);
  });

  it("POS-09, POS-10: one silent signatory keeps a package not known; all must accept every option", () => {
    const one = [issue("i", [option("x", ["v"])])];
    const choices = { i: "x" };
    const verdict = (positions: Position<string>[]) =>
      judgeOne({ issues: one, parties: ["a", "b"], positions, asOf, package: choices });
    expect(verdict([said("p", at("i", "x"))])).toMatchObject({
      verdict: "not-known",
      parties: [
        { verdict: "not-excluded" },
        { verdict: "not-known", unknown: [{ party: "b", issue: "i", option: "x", why: "silent" }] },
      ],
    });
    const both = [said("p", at("i", "x")), said("q", at("i", "x"), { party: "b", stance: "prefers" })];
    expect(verdict(both)).toMatchObject({ verdict: "not-excluded" });
  });
});

describe("size and limits", () => {
  const wide = (count: number, options: number) =>
    Array.from({ length: count }, (_, i) =>
      issue(
        `i${i}`,
        Array.from({ length: options }, (_unused, o) => option(`o${o}`, [o === 0 ? "v" : `v${o}`])),
      ),
    );

  it("BRG-14: thirty issues of six options are counted exactly, without being listed", () => {
    const issues = wide(30, 6);
    const positions = [
      said("draft", { kind: "version", version: "v" }, { stance: "rejects" }),
      said("line", at("i0", "o1"), { stance: "red-line" }),
    ];
    const answer = judgePackages({ issues, parties: ["a"], positions, asOf });
    const total = 6n ** 30n;
    expect(answer).toMatchObject({
      counts: { total, blocked: 6n ** 29n + 1n, notExcluded: 0n, notKnown: total - 6n ** 29n - 1n },
    });
  });

  it("BRG-08: sets beyond the limit are left off, said to be, and those listed are minimal", () => {
    const issues = wide(4, 3);
    const refused = issues.flatMap(({ id }) => [1, 2].flatMap((o) => [1, 2].map((n) => ({ id, o, n }))));
    const positions = [
      said("draft", { kind: "version", version: "v" }, { stance: "rejects" }),
      ...refused.map(({ id, o, n }) => said(`${id}${o}${n}`, at(id, `o${o}`), { stance: "rejects" })),
    ];
    const [all, some] = [{ blocking: 1000 }, { blocking: 7 }].map((limits) =>
      judgePackages({ issues, parties: ["a"], positions, asOf, limits }),
    );
    if (all?.kind !== "judged" || some?.kind !== "judged") throw new Error("refused");
    // Every other option of every issue by one of two statements, and the draft: 2^8 sets of nine.
    expect([all.blocking.length, all.blockingComplete]).toEqual([256, true]);
    expect([some.blocking.length, some.blockingComplete]).toEqual([7, false]);
    const name = (set: { readonly statements: readonly { readonly position: string }[] }) =>
      set.statements
        .map(({ position }) => position)
        .sort()
        .join();
    const known = new Set(all.blocking.map(name));
    expect(some.blocking.every((set) => known.has(name(set)))).toBe(true);
  });

  it("BRG-08: cut off far below the number there are, every set listed still blocks and can lose nothing", () => {
    const issues = wide(6, 4);
    const refused = issues.flatMap(({ id }) => [1, 2, 3].flatMap((o) => [1, 2].map((n) => ({ id, o, n }))));
    const positions = [
      said("draft", { kind: "version", version: "v" }, { stance: "rejects" }),
      ...refused.map(({ id, o, n }) => said(`${id}${o}${n}`, at(id, `o${o}`), { stance: "rejects" })),
    ];
    const answer = judgePackages({ issues, parties: ["a"], positions, asOf, limits: { blocking: 5 } });
    if (answer.kind !== "judged") throw new Error("refused");
    expect([answer.blocking.length, answer.blockingComplete]).toEqual([5, false]);
    const blocked = (kept: Position<string>[]) => counts(issues, kept)[0] === 4 ** 6;
    for (const { statements } of answer.blocking) {
      const kept = positions.filter(({ id }) => statements.some(({ position }) => position === id));
      expect(blocked(kept)).toBe(true);
      for (const one of kept) expect(blocked(kept.filter((other) => other !== one))).toBe(false);
    }
  });

  it("BRG-15: issues that hang together beyond the limit are refused, with the limit and the issues named", () => {
    const issues = wide(3, 4);
    const forbidden = [{ choices: { i0: "o0", i1: "o0", i2: "o0" }, ref: "clash" }];
    const answer = judgePackages({ issues, parties: ["a"], positions: [], asOf, forbidden, limits: { component: 63 } });
    expect(answer).toMatchObject({
      kind: "refused",
      problems: [{ code: "component-too-large", about: ["i0", "i1", "i2"], limit: 63 }],
    });
    const fits = judgePackages({ issues, parties: ["a"], positions: [], asOf, forbidden, limits: { component: 64 } });
    expect(fits).toMatchObject({ kind: "judged", forbiddenCount: 1n, counts: { total: 64n, blocked: 1n } });
  });

  it("BRG-16: more ways of reading than the limit are not listed, and the answer that holds under all is", () => {
    const readings = (["rejects", "accepts"] as const).map((stance) => ({
      id: stance,
      stance,
      condition: null,
      by: "a reader",
    }));
    const issues = wide(9, 2);
    const positions = issues.map(({ id }) => said(id, at(id, "o0"), { readings }));
    const answer = judgePackages({ issues, parties: ["a"], positions, asOf });
    expect(answer).toMatchObject({
      variants: [],
      variantsComplete: false,
      counts: { total: 512n, blocked: 0n, notKnown: 512n },
    });
  });

  it("BRG-17: every fault of the question is listed, and nothing is computed", () => {
    const twice = [issue("i", []), issue("i", [option("x", []), option("x", [])])];
    const positions = [said("p", at("i", "x")), said("p", at("i", "x"))];
    const answer = judgePackages({ issues: twice, parties: [], positions, asOf, staleAfterDays: 1.5 });
    expect(answer.kind === "refused" ? answer.problems.map(({ code }) => code).sort() : null).toEqual([
      "bad-number",
      "duplicate-id",
      "duplicate-id",
      "duplicate-id",
      "issue-without-options",
      "no-parties",
    ]);
    const incomplete = judgeOne({ issues: wide(2, 2), parties: ["a"], positions: [], asOf, package: { i0: "o0" } });
    expect(incomplete).toMatchObject({ kind: "refused", problems: [{ code: "incomplete-package" }] });
  });

  it("BRG-18: ids that are words of the language, such as constructor, are ids like any other", () => {
    const odd = [issue("constructor", [option("__proto__", []), option("toString", [])])];
    const positions = [said("p", at("constructor", "__proto__"), { stance: "rejects" })];
    expect(counts(odd, positions)).toEqual([1, 0, 1]);
    const one = judgeOne({ issues: odd, parties: ["a"], positions, asOf, package: { constructor: "__proto__" } });
    expect(one).toMatchObject({ verdict: "blocked" });
    const none = judgeOne({ issues: odd, parties: ["a"], positions, asOf, package: {} });
    expect(none).toMatchObject({ kind: "refused" });
  });

  it("BRG-19: what bears on nothing on the table is handed back, not dropped in silence", () => {
    const positions = [
      said("gone", at("old", "x"), { stance: "red-line" }),
      said("draft", { kind: "version", version: "never tabled" }, { stance: "rejects" }),
      said("talks", { kind: "subject", subject: "a conference" }, { stance: "rejects" }),
    ];
    const answer = judgePackages({ issues: wide(1, 2), parties: ["a"], positions, asOf });
    expect(answer.kind === "judged" ? answer.outside.map(({ position }) => position) : []).toEqual([
      "gone",
      "draft",
      "talks",
    ]);
    expect(answer).toMatchObject({ counts: { blocked: 0n }, blockers: [] });
  });
});
