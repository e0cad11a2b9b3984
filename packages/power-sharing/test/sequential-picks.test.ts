import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFraction, type SequentialPicks, sequentialPicks, type TieBreak } from "../src/index.ts";

const chamber = (seats: Readonly<Record<string, number>>) =>
  Object.entries(seats).map(([id, count]) => ({ id, seats: count }));
const order = (result: SequentialPicks) =>
  result.kind === "order" ? result.picks.map((pick) => pick.id).join(" ") : result.kind;

describe("ministries in Northern Ireland", () => {
  const of2007 = chamber({ DUP: 36, SF: 28, UUP: 18, SDLP: 16 });
  // First preferences of 7 March 2007 (BBC News, 13 March 2007).
  const firstPreferences = [
    { id: "DUP", votes: 207721 },
    { id: "SF", votes: 180573 },
    { id: "UUP", votes: 103145 },
    { id: "SDLP", votes: 105164 },
  ];
  const reported2007 = "DUP SF DUP UUP SDLP SF DUP SF DUP UUP";

  it("PWR-40: 29 November 1999 (Irish Times; The Independent, 29 November 1999)", () => {
    const result = sequentialPicks({
      seats: chamber({ UUP: 28, SDLP: 24, DUP: 20, SF: 18 }),
      posts: 10,
      divisor: "dhondt",
    });
    expect(order(result)).toBe("UUP SDLP DUP SF UUP SDLP DUP UUP SF SDLP");
    expect(result.kind === "order" && result.picks.map((pick) => formatFraction(pick.quotient)).slice(6, 9)).toEqual([
      "10",
      "28/3",
      "9",
    ]);
  });

  it("PWR-41: 8 May 2007 by seats alone: two ties, at turns 3 and 9, and the reported order among the four possible", () => {
    const result = sequentialPicks({ seats: of2007, posts: 10, divisor: "dhondt" });
    expect(result).toMatchObject({ kind: "tie", tied: ["DUP", "UUP"], atPost: 3, postsLeft: 8, outcomesTotal: 4n });
    if (result.kind !== "tie") return;
    expect(result.certain.map((pick) => pick.id)).toEqual(["DUP", "SF"]);
    expect(result.outcomes.map((one) => one.join(" "))).toContain(reported2007);
    expect(new Set(result.outcomes.map((one) => one.join(" "))).size).toBe(4);
  });

  it.each<readonly [string, TieBreak]>([
    [
      "the same quotients of first preferences (Northern Ireland Act 1998, s. 18(6))",
      { kind: "quotient-of-votes", votes: firstPreferences },
    ],
    ["more first preferences", { kind: "more-votes", votes: firstPreferences }],
  ])("PWR-41: 8 May 2007 as reported, ties broken by %s", (_, tieBreak) => {
    const result = sequentialPicks({ seats: of2007, posts: 10, divisor: "dhondt", tieBreak });
    expect(order(result)).toBe(reported2007);
    const broken =
      result.kind === "order" ? result.picks.filter((pick) => pick.tieBrokenBy !== null).map((pick) => pick.post) : [];
    expect(broken).toEqual([3, 4, 9, 10]);
  });

  it("PWR-40: 11 January 2020, seven offices by D'Hondt (Irish Times, 11 January 2020)", () => {
    const result = sequentialPicks({
      seats: chamber({ DUP: 28, SF: 27, SDLP: 12, UUP: 10 }),
      posts: 7,
      divisor: "dhondt",
    });
    expect(order(result)).toBe("DUP SF DUP SF SDLP UUP DUP");
  });
});

describe("turns", () => {
  it("PWR-41: a tie at the last turn, and one that a drawn order breaks", () => {
    const seats = chamber({ a: 2, b: 1, c: 1 });
    const tie = sequentialPicks({ seats, posts: 2, divisor: "dhondt" });
    expect(tie).toMatchObject({ kind: "tie", tied: ["a", "b", "c"], atPost: 2, postsLeft: 1, outcomesTotal: 3n });
    expect(tie.kind === "tie" && tie.outcomes).toEqual([
      ["a", "a"],
      ["a", "b"],
      ["a", "c"],
    ]);
    expect(
      order(
        sequentialPicks({
          seats,
          posts: 4,
          divisor: "dhondt",
          tieBreak: { kind: "drawn-order", order: ["c", "a", "b"] },
        }),
      ),
    ).toBe("a c a b");
    expect(order(sequentialPicks({ seats, posts: 3, divisor: "sainte-lague" }))).toBe("tie");
  });

  it("PWR-41: a rule may order some of the tied and leave the rest", () => {
    const result = sequentialPicks({
      seats: chamber({ a: 2, b: 1, c: 1 }),
      posts: 4,
      divisor: "dhondt",
      tieBreak: { kind: "more-votes" },
    });
    expect(result).toMatchObject({ kind: "tie", tied: ["b", "c"], atPost: 3, outcomesTotal: 2n });
    expect(result.kind === "tie" && result.certain.map((pick) => pick.id)).toEqual(["a", "a"]);
  });

  it("PWR-03: what the caller attaches comes back with every turn", () => {
    const ref = { party: "a" };
    const result = sequentialPicks<object>({
      seats: [
        { id: "a", seats: 3, ref },
        { id: "b", seats: 0 },
      ],
      posts: 2,
      divisor: "dhondt",
    });
    expect(result.kind === "order" && result.picks.every((pick) => pick.ref === ref)).toBe(true);
  });

  it.each([
    ["no posts", chamber({ a: 1 }), 0, "invalid-seats"],
    ["too many posts", chamber({ a: 1 }), 1001, "too-large"],
    ["no seats", chamber({ a: 0 }), 1, "invalid-seats"],
    ["half a seat", chamber({ a: 0.5 }), 1, "invalid-seats"],
  ] as const)("PWR-37: %s is refused", (_, seats, posts, code) => {
    expect(sequentialPicks({ seats, posts, divisor: "dhondt" })).toMatchObject({ kind: "refused", code });
  });

  it("PWR-40 PWR-41: every possible order gives each turn to a highest quotient, and no other order does", () => {
    const chambers = fc
      .array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 })
      .filter((seats) => seats.some((count) => count > 0));
    fc.assert(
      fc.property(
        chambers,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("dhondt" as const, "sainte-lague" as const),
        (counts, posts, divisor) => {
          const seats = counts.map((count, i) => ({ id: `p${i}`, seats: count }));
          const result = sequentialPicks({ seats, posts, divisor });
          const told =
            result.kind === "order"
              ? [order(result)]
              : result.kind === "tie"
                ? result.outcomes.map((one) => one.join(" "))
                : [];
          expect([...told].sort()).toEqual([...possible(seats, posts, divisor)].sort());
          if (result.kind === "tie") expect(result.outcomesTotal).toBe(BigInt(told.length));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Plays every turn in every way the rule allows. */
function possible(
  seats: readonly { readonly id: string; readonly seats: number }[],
  posts: number,
  divisor: "dhondt" | "sainte-lague",
): readonly string[] {
  const play = (held: readonly string[]): readonly string[] => {
    if (held.length === posts) return [held.join(" ")];
    const bid = (one: { readonly id: string; readonly seats: number }) => {
      const has = held.filter((id) => id === one.id).length;
      return one.seats / (divisor === "dhondt" ? has + 1 : 2 * has + 1);
    };
    const highest = Math.max(...seats.map(bid));
    return seats.filter((one) => Math.abs(bid(one) - highest) < 1e-9).flatMap((one) => play([...held, one.id]));
  };
  return play([]);
}
