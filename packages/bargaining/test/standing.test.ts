import { civilDate } from "@parley/calendar";
import { describe, expect, it } from "vitest";
import {
  type Issue,
  judgePackages,
  type Mandate,
  type Position,
  type Stance,
  standing,
  type UnknownWhy,
} from "../src/index.ts";

const issues: Issue<string>[] = [
  {
    id: "i",
    ref: "i",
    options: [{ id: "x", open: false, tabledIn: ["v"], wording: "w2", earlierWordings: ["w1"], ref: "x" }],
  },
];

function said(id: string, day: string, stance: Stance, more: Partial<Position<string>> = {}): Position<string> {
  const date = civilDate(day);
  const target = { kind: "option", issue: "i", option: "x" } as const;
  const base = { party: "a", mandate: 1 as Mandate, confirmed: true, target, condition: null, readings: [], ref: id };
  return { ...base, id, stance, said: date, published: date, ...more };
}

function held(positions: Position<string>[], asOf = "2021-03-31") {
  const found = standing({ positions, parties: ["a"], asOf: civilDate(asOf), issues });
  return found[0]?.history.map(({ position, force, freshness }) => {
    const by = force.state === "superseded" ? force.by : "why" in force ? force.why : "";
    return [position.id, force.state, by, freshness];
  });
}

function whys(positions: Position<string>[], asOf = "2021-03-31"): UnknownWhy[] {
  const answer = judgePackages({ issues, parties: ["a"], positions, asOf: civilDate(asOf) });
  return answer.kind === "judged" ? answer.unknown.map(({ why }) => why) : [];
}

describe("standing", () => {
  it("POS-01: a position said or published after the day is not yet known on it", () => {
    const late = said("late", "2021-03-30", "accepts", { published: civilDate("2021-04-02") });
    expect(held([said("future", "2021-04-01", "rejects"), late, said("now", "2021-03-31", "accepts")])).toEqual([
      ["future", "not-yet-known", "said-later", "fresh"],
      ["now", "in-force", "", "fresh"],
      ["late", "not-yet-known", "published-later", "fresh"],
    ]);
    expect(held([late], "2021-04-02")).toEqual([["late", "in-force", "", "fresh"]]);
  });

  it("POS-02: silence is neither a record nor consent", () => {
    expect(standing({ positions: [], parties: ["a"], asOf: civilDate("2021-03-31") })).toEqual([]);
    expect(whys([])).toEqual(["silent"]);
  });

  it("POS-03: ranks 3 to 5 and unconfirmed statements are shown with the reason and decide nothing", () => {
    const ranks = ([3, 4, 5] as const).map((mandate) => said(`rank ${mandate}`, "2021-03-30", "accepts", { mandate }));
    const unconfirmed = said("unconfirmed", "2021-03-30", "rejects", { confirmed: false });
    expect(held([...ranks, unconfirmed])).toEqual([
      ["rank 3", "no-mandate", "rank", "fresh"],
      ["rank 4", "no-mandate", "rank", "fresh"],
      ["rank 5", "no-mandate", "rank", "fresh"],
      ["unconfirmed", "no-mandate", "unconfirmed", "fresh"],
    ]);
    expect(whys([...ranks, unconfirmed])).toEqual(["no-mandate"]);
  });

  it("POS-04: only a later confirmed statement of the same or a higher mandate on the same target supersedes", () => {
    const first = said("first", "2021-03-10", "accepts", { mandate: 2 });
    const by = (other: Position<string>) => held([first, other])?.find(([id]) => id === "first");
    expect(by(said("principal", "2021-03-11", "rejects"))).toEqual(["first", "superseded", "principal", "fresh"]);
    expect(by(said("peer", "2021-03-11", "rejects", { mandate: 2 }))).toEqual(["first", "superseded", "peer", "fresh"]);
    for (const no of [
      said("faction", "2021-03-11", "rejects", { mandate: 3 }),
      said("unconfirmed", "2021-03-11", "rejects", { confirmed: false }),
      said("same-day", "2021-03-10", "rejects"),
      said("elsewhere", "2021-03-11", "rejects", { target: { kind: "provision", issue: "i" } }),
      said("unpublished", "2021-03-11", "rejects", { published: civilDate("2021-05-01") }),
    ]) {
      expect(by(no)).toEqual(["first", "in-force", "", "fresh"]);
    }
    const principal = said("principal", "2021-03-01", "rejects");
    expect(
      held([principal, said("spokesman", "2021-03-30", "accepts", { mandate: 2 })])?.map(([, state]) => state),
    ).toEqual(["in-force", "in-force"]);
  });

  it("POS-05: two of equal rank on one day, or one speech with rival readings, are marked as contested", () => {
    const contested = (positions: Position<string>[]) =>
      standing({ positions, parties: ["a"], asOf: civilDate("2021-03-31") })[0]?.contested;
    const accepts = said("one", "2021-03-30", "accepts");
    expect(contested([accepts, said("other", "2021-03-30", "rejects")])).toEqual(["one", "other"]);
    expect(contested([accepts, said("same", "2021-03-30", "accepts")])).toEqual([]);
    const readings = [
      { id: "yes", stance: "accepts", condition: null, by: "one reader" },
      { id: "no", stance: "rejects", condition: null, by: "another" },
    ] as const;
    expect(contested([said("speech", "2021-03-30", "reserves", { readings })])).toEqual(["speech"]);
    expect(whys([said("speech", "2021-03-30", "reserves", { readings })])).toEqual(["readings-differ"]);
  });

  it("POS-06: on day 30 all is fresh; on day 31 an acceptance is not known and a refusal stands, not reaffirmed", () => {
    const [yes, no] = [said("yes", "2021-03-01", "accepts"), said("no", "2021-03-01", "red-line")];
    expect(held([yes], "2021-03-31")).toEqual([["yes", "in-force", "", "fresh"]]);
    expect(held([yes], "2021-04-01")).toEqual([["yes", "in-force", "", "not-known"]]);
    expect(held([no], "2021-04-01")).toEqual([["no", "in-force", "", "not-reaffirmed"]]);
    expect(whys([yes], "2021-03-31")).toEqual([]);
    expect(whys([yes], "2021-04-01")).toEqual(["stale"]);
  });

  it("POS-06: what was said of an earlier wording goes the same way", () => {
    const [yes, no] = [
      said("yes", "2021-03-30", "accepts", { wording: "w1" }),
      said("no", "2021-03-30", "rejects", { wording: "w1" }),
    ];
    expect(held([yes])).toEqual([["yes", "in-force", "", "not-known"]]);
    expect(held([no])).toEqual([["no", "in-force", "", "not-reaffirmed"]]);
    expect(held([said("now", "2021-03-30", "accepts", { wording: "w2" })])).toEqual([["now", "in-force", "", "fresh"]]);
    expect(whys([yes])).toEqual(["earlier-wording"]);
  });
});
