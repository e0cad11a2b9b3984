import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Bloc,
  type DecisionRule,
  formatFraction,
  fraction,
  type RefusalCode,
  type VotingPower,
  votingPower,
  withAlliances,
} from "../src/index.ts";
import { decides } from "./oracle.ts";

const body = (...seats: number[]): Bloc[] =>
  seats.map((count, i) => ({ id: "abcdefghijklmnopqrstuvwxyz".charAt(i), seats: count }));

function powerOf(blocs: readonly Bloc[], rule: DecisionRule, listedMax?: number): VotingPower {
  const result = votingPower({ blocs, rule, listedMax });
  if (!result.ok) throw new Error(result.message);
  return result;
}

const majority: DecisionRule = { kind: "simple-majority" };

describe("refusals", () => {
  const refused: readonly (readonly [string, RefusalCode, readonly Bloc[], DecisionRule])[] = [
    ["PWR-02: no bloc at all", "no-blocs", [], majority],
    ["PWR-02: no seat at all", "no-blocs", body(0, 0), majority],
    ["PWR-02: half a seat", "invalid-seats", body(1.5, 2), majority],
    ["PWR-02: seats below 0", "invalid-seats", body(-1, 2), majority],
    ["PWR-02: seats that are no number", "invalid-seats", body(Number.NaN), majority],
    ["PWR-02: more seats than can be counted", "invalid-seats", body(Number.MAX_SAFE_INTEGER, 1), majority],
    ["PWR-02: a name given twice", "invalid-id", [...body(1), ...body(2)], majority],
    ["PWR-02: a bloc without a name", "invalid-id", [{ id: "", seats: 1 }], majority],
    [
      "PWR-02: parts that do not add up",
      "invalid-seats",
      [{ id: "a", seats: 3, parts: [{ id: "x", seats: 2 }] }],
      majority,
    ],
    [
      "PWR-02: a part with seats below 0",
      "invalid-seats",
      [
        {
          id: "a",
          seats: 1,
          parts: [
            { id: "x", seats: 2 },
            { id: "y", seats: -1 },
          ],
        },
      ],
      majority,
    ],
    ["PWR-11: more votes than there are", "nothing-wins", body(3, 2), { kind: "quota", votes: 6 }],
    ["PWR-11: more than all", "nothing-wins", body(3, 2), { kind: "share", share: fraction(1), strict: true }],
    ["PWR-11: no vote needed", "nothing-needed", body(3, 2), { kind: "quota", votes: 0 }],
    ["PWR-11: a share of nothing", "nothing-needed", body(3, 2), { kind: "share", share: fraction(0), strict: false }],
    ["PWR-10: half a vote", "invalid-rule", body(3, 2), { kind: "quota", votes: 2.5 }],
    ["PWR-11: a veto for a stranger", "unknown-bloc", body(3, 2), { kind: "with-veto", rule: majority, veto: ["z"] }],
    ["PWR-11: a stranger present", "unknown-bloc", body(3, 2), { kind: "majority-of-present", present: ["z"] }],
    [
      "PWR-11: a stranger in a group",
      "unknown-bloc",
      body(3, 2),
      { kind: "double-majority", groups: [{ name: "g", blocs: ["z"] }] },
    ],
    ["PWR-07: nobody with a seat present", "no-blocs", body(3, 0), { kind: "majority-of-present", present: ["b"] }],
    ["PWR-08: no group", "invalid-rule", body(3, 2), { kind: "double-majority", groups: [] }],
    [
      "PWR-08: a group without a seat",
      "invalid-rule",
      body(3, 0),
      { kind: "double-majority", groups: [{ name: "g", blocs: ["b"] }] },
    ],
    [
      "PWR-09: a veto of one who is absent",
      "absent-veto",
      body(3, 2),
      { kind: "with-veto", rule: { kind: "majority-of-present", present: ["a"] }, veto: ["b"] },
    ],
  ];

  it.each(refused)("%s is refused as %s", (_, code, blocs, rule) => {
    const result = votingPower({ blocs, rule });
    expect(result).toMatchObject({ ok: false, code });
    if (!result.ok) expect([result.message.endsWith("."), result.help.endsWith(".")]).toEqual([true, true]);
  });

  it("PWR-20: a compound game beyond counting and enumeration is refused, and the same with 20 blocs is not", () => {
    const game = (n: number) => ({
      blocs: Array.from({ length: n }, (_, i) => ({ id: `b${i}`, seats: 1000 + i })),
      rule: { kind: "double-majority", groups: [{ name: "g", blocs: ["b0", "b1", "b2", "b3"] }] } as const,
    });
    expect(votingPower(game(21))).toMatchObject({ ok: false, code: "too-large" });
    expect(votingPower({ ...game(20), listedMax: 10 })).toMatchObject({
      ok: true,
      certificate: { method: "enumeration" },
    });
  });
});

describe("who has a say", () => {
  it("PWR-02: a bloc without a seat is set aside and changes no other figure", () => {
    const [without, withIt] = [powerOf(body(3, 2, 2), majority), powerOf(body(3, 2, 2, 0), majority)];
    expect(withIt.blocs.slice(0, 3)).toEqual(without.blocs);
    expect(withIt.blocs[3]).toMatchObject({ id: "d", swings: 0n });
    expect(withIt.certificate).toEqual(without.certificate);
  });

  it("PWR-03: what the caller attaches comes back, and nothing where nothing was attached", () => {
    const ref = { provision: "council" };
    const result = votingPower<object>({
      blocs: [
        { id: "a", seats: 1, ref },
        { id: "b", seats: 1 },
      ],
      rule: majority,
    });
    expect(result.ok && result.blocs[0]?.ref).toBe(ref);
    expect(result.ok && "ref" in (result.blocs[1] ?? {})).toBe(false);
  });

  it("PWR-07: the absent have no vote", () => {
    const power = powerOf(body(7, 7, 1), { kind: "majority-of-present", present: ["a", "c"] });
    expect(power.dictator).toBe("a");
    expect(power.powerless).toEqual(["b", "c"]);
    expect(power.certificate.voters).toEqual(["a", "c"]);
  });

  it("PWR-08: a small group's majority is as good as a veto", () => {
    const power = powerOf(body(10, 10, 1), { kind: "double-majority", groups: [{ name: "minority", blocs: ["c"] }] });
    expect(power.vetoPlayers).toEqual(["c"]);
    expect(power.minimalWinning).toEqual([
      ["a", "c"],
      ["b", "c"],
    ]);
  });

  it("PWR-09: a veto without a seat counts", () => {
    const power = powerOf(body(7, 7, 0), { kind: "with-veto", rule: majority, veto: ["c"] });
    expect(power.vetoPlayers).toEqual(["a", "b", "c"]);
    expect(power.blocs.map((bloc) => formatFraction(bloc.shapleyShubik))).toEqual(["1/3", "1/3", "1/3"]);
  });

  it("PWR-09: a veto given to nobody changes nothing", () => {
    const power = powerOf(body(3, 2, 2), { kind: "with-veto", rule: majority, veto: [] });
    expect(power.blocs).toEqual(powerOf(body(3, 2, 2), majority).blocs);
  });

  it("PWR-18: a rule that lets two sides both decide is said to", () => {
    expect(powerOf(body(1, 1), { kind: "quota", votes: 1 }).proper).toBe(false);
    expect(powerOf(body(1, 1), { kind: "quota", votes: 1 }).dictator).toBeNull();
    expect(powerOf(body(1, 1), majority).proper).toBe(true);
  });
});

describe("lists of coalitions", () => {
  it("PWR-16: a list that is cut says of how many", () => {
    const power = powerOf(body(1, 1, 1, 1, 1, 1, 1), majority, 10);
    expect(power.minimalWinning).toHaveLength(10);
    expect(power.truncated.minimalWinning).toEqual({ listed: 10, total: 35n, message: "10 of 35 are listed." });
  });

  it("PWR-16: where the rest is not counted it says so", () => {
    const power = powerOf(
      body(1, 1, 1, 1, 1, 1, 1),
      { kind: "double-majority", groups: [{ name: "g", blocs: ["a", "b", "c"] }] },
      3,
    );
    expect(power.truncated.minimalWinning).toMatchObject({ listed: 3, total: null });
    expect(power.truncated.minimalBlocking).toMatchObject({ listed: 3, total: null });
  });

  it("PWR-16: a list that holds exactly as many as it may is not cut", () => {
    const power = powerOf(body(1, 1, 1), majority, 3);
    expect(power.minimalWinning).toHaveLength(3);
    expect(power.truncated).toEqual({ minimalWinning: null, minimalBlocking: null });
    // A group of everybody asks the same twice; no coalition is counted twice for it.
    const twice = powerOf(
      body(1, 1, 1),
      { kind: "double-majority", groups: [{ name: "all", blocs: ["a", "b", "c"] }] },
      3,
    );
    expect(twice.minimalBlocking).toHaveLength(3);
    expect(twice.truncated).toEqual({ minimalWinning: null, minimalBlocking: null });
  });

  it("PWR-16: the total of a cut list is the length of the whole one", () => {
    const bodies = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(bodies, (seats) => {
        const blocs = body(...seats);
        const [cut, whole] = [powerOf(blocs, majority, 1), powerOf(blocs, majority, 10_000)];
        expect(whole.truncated).toEqual({ minimalWinning: null, minimalBlocking: null });
        if (cut.truncated.minimalWinning !== null)
          expect(cut.truncated.minimalWinning.total).toBe(BigInt(whole.minimalWinning.length));
        if (cut.truncated.minimalBlocking !== null)
          expect(cut.truncated.minimalBlocking.total).toBe(BigInt(whole.minimalBlocking.length));
      }),
      { numRuns: 100 },
    );
  });

  it("PWR-16 PWR-20: in a game of 40 blocs every coalition listed stands up by adding", () => {
    const blocs = Array.from({ length: 40 }, (_, i) => ({ id: `b${i}`, seats: 3 + ((i * 7) % 29) }));
    const rule: DecisionRule = { kind: "share", share: fraction(3, 5), strict: false };
    const power = powerOf(blocs, rule, 50);
    const wins = (members: readonly string[]) => decides(rule, blocs, new Set(members));
    const rest = (members: readonly string[]) => blocs.map((bloc) => bloc.id).filter((id) => !members.includes(id));
    expect(power.minimalWinning).toHaveLength(50);
    for (const members of power.minimalWinning) {
      expect(wins(members)).toBe(true);
      for (const id of members) expect(wins(members.filter((other) => other !== id))).toBe(false);
    }
    for (const members of power.minimalBlocking) {
      expect(wins(rest(members))).toBe(false);
      for (const id of members) expect(wins([...rest(members), id])).toBe(true);
    }
  });
});

describe("two ways of counting", () => {
  it("PWR-19 PWR-20: a game of many votes and few voters is enumerated, to the same figures as its scale model", () => {
    const seats = [3, 5, 7, 8, 9, 11, 2];
    const [small, large] = [
      powerOf(body(...seats), majority),
      powerOf(body(...seats.map((count) => count * 1_000_003)), majority),
    ];
    expect([small.certificate.method, large.certificate.method]).toEqual(["counting", "enumeration"]);
    expect(large.certificate.swingsBySize).toEqual(small.certificate.swingsBySize);
    expect(large.certificate.winning).toBe(small.certificate.winning);
    expect([small.proper, large.proper]).toEqual([true, true]);
  });

  it("PWR-18 PWR-20: both ways notice an improper rule", () => {
    const figures = [1, 1_000_003].map((scale) =>
      powerOf(body(...[3, 5, 7].map((seats) => seats * scale)), { kind: "quota", votes: 7 * scale }),
    );
    expect(figures.map((power) => [power.certificate.method, power.proper])).toEqual([
      ["counting", false],
      ["enumeration", false],
    ]);
  });
});

describe("alliances", () => {
  const blocs = [
    { id: "a", seats: 4, ref: 1 },
    { id: "b", seats: 3, ref: 2 },
    { id: "c", seats: 2, ref: 3 },
  ];

  it("PWR-21 PWR-03: members vote as one in the place of the first, with all their references", () => {
    expect(withAlliances({ blocs, alliances: [["c", "a"]] })).toEqual({
      ok: true,
      blocs: [
        {
          id: "c+a",
          seats: 6,
          parts: [
            { id: "c", seats: 2 },
            { id: "a", seats: 4 },
          ],
          ref: [3, 1],
        },
        { id: "b", seats: 3, parts: [{ id: "b", seats: 3 }], ref: [2] },
      ],
    });
  });

  it("PWR-21: a rule goes on naming members", () => {
    const allied = withAlliances({ blocs, alliances: [["a", "c"]] });
    if (!allied.ok) throw new Error(allied.message);
    expect(powerOf(allied.blocs, { kind: "with-veto", rule: { kind: "quota", votes: 1 }, veto: ["c"] }).dictator).toBe(
      "a+c",
    );
    const grouped = powerOf(allied.blocs, { kind: "double-majority", groups: [{ name: "g", blocs: ["b", "c"] }] });
    expect(grouped.certificate.requirements[1]).toMatchObject({
      of: 5,
      needed: 3,
      votes: [
        { id: "a+c", votes: 2 },
        { id: "b", votes: 3 },
      ],
    });
    const present = powerOf(allied.blocs, {
      kind: "with-veto",
      rule: { kind: "majority-of-present", present: ["b", "c"] },
      veto: ["a+c"],
    });
    expect(present.certificate.requirements[0]).toMatchObject({
      of: 5,
      votes: [
        { id: "a+c", votes: 2 },
        { id: "b", votes: 3 },
      ],
    });
    expect(present.vetoPlayers).toEqual(["a+c", "b"]);
  });

  it("PWR-21: an absent member's veto is still refused, and the whole may be named too", () => {
    const allied = withAlliances({ blocs, alliances: [["a", "c"]] });
    if (!allied.ok) throw new Error(allied.message);
    const rule = (present: string[], veto: string[]): DecisionRule => ({
      kind: "with-veto",
      rule: { kind: "majority-of-present", present },
      veto,
    });
    expect(votingPower({ blocs: allied.blocs, rule: rule(["c", "b"], ["a"]) })).toMatchObject({ code: "absent-veto" });
    expect(powerOf(allied.blocs, rule(["a+c"], ["a"])).dictator).toBe("a+c");
  });

  it("PWR-21: a stranger, and a bloc in two alliances, are refused", () => {
    expect(withAlliances({ blocs, alliances: [["a", "z"]] })).toMatchObject({ ok: false, code: "unknown-bloc" });
    expect(
      withAlliances({
        blocs,
        alliances: [
          ["a", "b"],
          ["b", "c"],
        ],
      }),
    ).toMatchObject({ ok: false, code: "invalid-rule" });
  });
});
