import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  compareFractions,
  type DecisionRule,
  describeRule,
  describeTieBreak,
  formatFraction,
  fraction,
  multiplyFractions,
  parseFraction,
  parseRule,
  seatsOf,
} from "../src/index.ts";

const fractions = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([n, d]) => fraction(n, d));

describe("fractions", () => {
  it.each([
    [fraction(2, 6), "1/3"],
    [fraction(0, 5), "0"],
    [fraction(7, 7), "1"],
    [fraction(3, -6), "-1/2"],
    [fraction(-4n, -2n), "2"],
  ])("PWR-01: %o is written %s", (value, text) => {
    expect(formatFraction(value)).toBe(text);
  });

  it.each([
    ["2/3", "2/3"],
    [" 4 / 6 ", "2/3"],
    ["25%", "1/4"],
    ["12.5%", "1/8"],
    ["60 per cent", "3/5"],
    ["-3", "-3"],
  ])("PWR-01: %s is read as %s", (text, value) => {
    expect(formatFraction(parseFraction(text) ?? fraction(99))).toBe(value);
  });

  it.each(["", "a", "1/0", "1/-2", "0.5", "1//2", "%", "1e3", "½", `1/${"9".repeat(41)}`])(
    "PWR-01: %j is no fraction",
    (text) => {
      expect(parseFraction(text)).toBeNull();
    },
  );

  it("PWR-01: the laws of arithmetic hold, and writing and reading give the same fraction", () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(addFractions(a, b)).toEqual(addFractions(b, a));
        expect(multiplyFractions(a, addFractions(b, c))).toEqual(
          addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
        );
        expect(parseFraction(formatFraction(a))).toEqual(a);
        const difference = Number(a.numerator) / Number(a.denominator) - Number(b.numerator) / Number(b.denominator);
        expect(compareFractions(a, b)).toBe(Math.abs(difference) < 1e-9 ? 0 : Math.sign(difference));
      }),
    );
  });

  it("PWR-01: a fraction cannot be changed, and one that is none is the caller's mistake", () => {
    expect(Object.isFrozen(fraction(1, 2))).toBe(true);
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5, 1)).toThrow(RangeError);
  });
});

const share = (n: number, d: number, strict = false): DecisionRule => ({
  kind: "share",
  share: fraction(n, d),
  strict,
});

describe("rules in words", () => {
  const read: readonly (readonly [string, DecisionRule | null])[] = [
    ["simple majority", { kind: "simple-majority" }],
    ["A simple majority of all members", { kind: "simple-majority" }],
    ["more than half", { kind: "simple-majority" }],
    ["more than 50%", { kind: "simple-majority" }],
    ["two thirds", share(2, 3)],
    ["Two-Thirds majority", share(2, 3)],
    ["a two-thirds majority of all members", share(2, 3)],
    ["at least two thirds", share(2, 3)],
    ["more than two thirds", share(2, 3, true)],
    ["at least 3/5", share(3, 5)],
    ["60%", share(3, 5)],
    ["a third", share(1, 3)],
    ["three fourths", share(3, 4)],
    ["at least half", share(1, 2)],
    ["100%", share(1, 1)],
    ["more than 0%", share(0, 1, true)],
    ["consensus", { kind: "consensus" }],
    ["by consensus", { kind: "consensus" }],
    ["unanimity", { kind: "consensus" }],
    ["9 votes", { kind: "quota", votes: 9 }],
    ["at least 1 vote", { kind: "quota", votes: 1 }],
    ["more than 9 votes", { kind: "quota", votes: 10 }],
    ["half", null],
    ["1/2", null],
    ["majority of those present", null],
    ["two thirds of those present", null],
    ["two thirds of votes cast", null],
    ["more than 100%", null],
    ["4/3", null],
    ["0%", null],
    ["1", null],
    ["0 votes", null],
    ["two third", null],
    ["one thirds", null],
    ["majority", null],
    ["", null],
  ];
  it.each(read)("PWR-12: %j", (text, rule) => {
    expect(parseRule(text)).toEqual(rule);
  });

  it("PWR-12: what a rule without names is described as is read back as that rule", () => {
    const rules: fc.Arbitrary<DecisionRule> = fc.oneof(
      fc.constant<DecisionRule>({ kind: "simple-majority" }),
      fc.constant<DecisionRule>({ kind: "consensus" }),
      fc.integer({ min: 1, max: 999_999_999 }).map((votes): DecisionRule => ({ kind: "quota", votes })),
      fc
        .record({ n: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 2, max: 13 }), strict: fc.boolean() })
        .filter(({ n, d, strict }) => n < d && !(strict && 2 * n === d))
        .map(({ n, d, strict }) => share(n, d, strict)),
    );
    fc.assert(
      fc.property(rules, (rule) => {
        expect(parseRule(describeRule(rule))).toEqual(rule);
      }),
    );
  });

  it("PWR-12: no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const rule = parseRule(text);
        expect(rule === null || typeof describeRule(rule) === "string").toBe(true);
      }),
    );
  });

  it.each<readonly [DecisionRule, string]>([
    [share(2, 3, true), "More than two thirds of all members must agree."],
    [share(7, 12), "At least 7/12 of all members must agree."],
    [{ kind: "majority-of-present", present: ["a", "b"] }, "More than half of those present (a, b) must agree."],
    [
      {
        kind: "double-majority",
        groups: [
          { name: "north", blocs: ["a"] },
          { name: "south", blocs: ["b"] },
        ],
      },
      "More than half of all members, and more than half of each group (north, south), must agree.",
    ],
    [
      { kind: "with-veto", rule: { kind: "quota", votes: 9 }, veto: ["a"] },
      "At least 9 votes are needed, and none of these may refuse: a.",
    ],
  ])("PWR-12: %o in a sentence", (rule, sentence) => {
    expect(describeRule(rule)).toBe(sentence);
  });

  it("PWR-35: rules for ties have names too", () => {
    expect([
      describeTieBreak({ kind: "more-votes" }),
      describeTieBreak({ kind: "more-votes", votes: [] }),
      describeTieBreak({ kind: "quotient-of-votes", votes: [] }),
      describeTieBreak({ kind: "drawn-order", order: [] }),
    ]).toEqual([
      "the larger goes first",
      "more votes go first",
      "the quotients reckoned again with votes",
      "the order drawn",
    ]);
  });
});

describe("quotas over fractions", () => {
  it("PWR-22: 25% of 40 is exactly 10", () => {
    expect(seatsOf({ fraction: fraction(1, 4), of: 40 })).toEqual({
      kind: "seats",
      seats: 10,
      exact: fraction(10),
      rounding: null,
    });
  });

  it("PWR-22: 2/3 of 25 asks for a rule and gives both neighbours", () => {
    const asked = seatsOf({ fraction: fraction(2, 3), of: 25 });
    expect(asked).toMatchObject({ kind: "needs-rule", exact: fraction(50, 3), down: 16, up: 17 });
    expect(asked.kind === "needs-rule" && asked.message).toBe("2/3 of 25 seats is 50/3, not a whole number.");
  });

  it.each([
    ["up", 17],
    ["down", 16],
    ["nearest", 17],
  ] as const)("PWR-22: 2/3 of 25 rounded %s is %i", (rounding, seats) => {
    expect(seatsOf({ fraction: fraction(2, 3), of: 25, rounding })).toMatchObject({ kind: "seats", seats, rounding });
  });

  it("PWR-22: nearest rounds down below halfway and does not decide halfway", () => {
    expect(seatsOf({ fraction: fraction(1, 3), of: 25, rounding: "nearest" })).toMatchObject({
      kind: "seats",
      seats: 8,
    });
    expect(seatsOf({ fraction: fraction(1, 2), of: 25, rounding: "nearest" })).toMatchObject({
      kind: "needs-rule",
      down: 12,
      up: 13,
    });
  });

  it.each([
    [fraction(-1, 2), 10],
    [fraction(3, 2), 10],
    [fraction(1, 2), 1.5],
    [fraction(1, 2), -2],
  ])("PWR-22: %o of %d is refused", (value, of) => {
    expect(seatsOf({ fraction: value, of }).kind).toBe("refused");
  });
});
