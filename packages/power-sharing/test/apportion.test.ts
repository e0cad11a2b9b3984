import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Apportionment,
  type ApportionmentMethod,
  apportion,
  formatFraction,
  type RefusalCode,
  type TieBreak,
} from "../src/index.ts";

const claims = (votes: readonly number[]) =>
  votes.map((count, i) => ({ id: "abcdefghijklmnopqrstuvwxyz".charAt(i), votes: count }));
const counts = (result: Apportionment) =>
  result.kind === "seats" ? result.seats.map((share) => share.seats) : result.kind;

const divisorMethods = [
  "dhondt",
  "hagenbach-bischoff",
  "sainte-lague",
  "modified-sainte-lague",
  "danish",
  "imperiali",
  "adams",
  "dean",
  "huntington-hill",
] as const;
const quotaMethods = [
  "hare-largest-remainder",
  "droop-largest-remainder",
  "hagenbach-bischoff-largest-remainder",
] as const;

/** Every way to give out seats. */
function allocations(names: number, seats: number): readonly (readonly number[])[] {
  if (names === 1) return [[seats]];
  return Array.from({ length: seats + 1 }, (_, first) =>
    allocations(names - 1, seats - first).map((rest) => [first, ...rest]),
  ).flat();
}

/** Divisors as the books write them, as [numerator, denominator]; those of Huntington-Hill squared, with votes squared. */
function divisor(method: (typeof divisorMethods)[number], s: number): readonly [number, number] {
  if (method === "sainte-lague") return [2 * s + 1, 1];
  if (method === "modified-sainte-lague") return s === 0 ? [14, 10] : [2 * s + 1, 1];
  if (method === "danish") return [3 * s + 1, 1];
  if (method === "imperiali") return [s + 2, 2];
  if (method === "adams") return [s, 1];
  if (method === "dean") return [2 * s * (s + 1), 2 * s + 1];
  return method === "huntington-hill" ? [s * (s + 1), 1] : [s + 1, 1];
}

/** The min-max inequality: no one who could have one more bids more than anyone does for the last one he got. */
function satisfiesDivisor(
  method: (typeof divisorMethods)[number],
  votes: readonly number[],
  seats: readonly number[],
  minimum: number,
): boolean {
  const power = method === "huntington-hill" ? 2 : 1;
  const cross = (i: number, j: number) => {
    const [[ni, di], [nj, dj]] = [divisor(method, seats[i] ?? 0), divisor(method, (seats[j] ?? 0) - 1)];
    if (nj === 0) return true;
    return ni !== 0 && (votes[i] ?? 0) ** power * di * nj <= (votes[j] ?? 0) ** power * dj * ni;
  };
  return seats.every((own, j) => {
    if (own < minimum) return false;
    if (own === minimum) return true;
    return (votes[j] ?? 0) > 0 && votes.every((count, i) => i === j || count === 0 || cross(i, j));
  });
}

/** Whole quotas, then one each to the largest remainders: integers throughout, quota = q[0]/q[1]. */
function satisfiesQuota(
  method: (typeof quotaMethods)[number],
  votes: readonly number[],
  seats: readonly number[],
): boolean {
  const [total, places] = [votes.reduce((a, b) => a + b, 0), seats.reduce((a, b) => a + b, 0)];
  const [n, d] =
    method === "hare-largest-remainder"
      ? [total, places]
      : method === "droop-largest-remainder"
        ? [Math.floor(total / (places + 1)) + 1, 1]
        : [total, places + 1];
  const whole = votes.map((count) => Math.floor((count * d) / n));
  const over = votes.map((count) => (count * d) % n);
  const extra = seats.map((own, i) => own - (whole[i] ?? 0));
  if (extra.some((more, i) => more < 0 || more > 1 || (more === 1 && votes[i] === 0))) return false;
  return extra.every(
    (more, i) =>
      more === 0 || extra.every((other, j) => other === 1 || votes[j] === 0 || (over[i] ?? 0) >= (over[j] ?? 0)),
  );
}

function outcomesOf(result: Apportionment): readonly string[] {
  if (result.kind === "refused") return [];
  const all = result.kind === "seats" ? [result.seats] : result.outcomes;
  return all.map((shares) => shares.map((share) => share.seats).join()).sort();
}

describe("small worlds, exhaustively", () => {
  const worlds = [1, 2, 3].flatMap((names) => allVotes(names, names === 3 ? 5 : 8));

  function allVotes(names: number, most: number): readonly (readonly number[])[] {
    if (names === 0) return [[]];
    return allVotes(names - 1, most).flatMap((rest) =>
      Array.from({ length: most + 1 }, (_, count) => [...rest, count]),
    );
  }

  it.each(divisorMethods)(
    "PWR-30 PWR-33 PWR-34: %s gives exactly the allocations that satisfy the min-max inequality",
    (method) => {
      let ties = 0;
      for (const votes of worlds.filter((one) => one.some((count) => count > 0))) {
        for (let seats = 1; seats <= 6; seats += 1) {
          const startsAtZero = divisor(method, 0)[0] === 0;
          if (startsAtZero && seats < votes.filter((count) => count > 0).length) continue;
          const result = apportion({ method, seats, votes: claims(votes) });
          const right = allocations(votes.length, seats).filter((one) => satisfiesDivisor(method, votes, one, 0));
          if (result.kind === "tie") ties += 1;
          if (
            outcomesOf(result).join(" ") !==
            right
              .map((one) => one.join())
              .sort()
              .join(" ")
          ) {
            throw new Error(`${votes} over ${seats}: ${outcomesOf(result).join(" or ")} is not ${right.join(" or ")}`);
          }
        }
      }
      expect(ties).toBeGreaterThan(0);
    },
  );

  it.each(quotaMethods)("PWR-31 PWR-34: %s gives exactly the allocations of its definition", (method) => {
    let refused = 0;
    for (const votes of worlds.filter((one) => one.some((count) => count > 0))) {
      for (let seats = 1; seats <= 6; seats += 1) {
        const result = apportion({ method, seats, votes: claims(votes) });
        const right = allocations(votes.length, seats).filter((one) => satisfiesQuota(method, votes, one));
        if (result.kind === "refused") refused += 1;
        if (
          outcomesOf(result).join(" ") !==
          right
            .map((one) => one.join())
            .sort()
            .join(" ")
        ) {
          throw new Error(`${votes} over ${seats}: ${outcomesOf(result).join(" or ")} is not ${right.join(" or ")}`);
        }
      }
    }
    expect(refused === 0).toBe(method === "hare-largest-remainder");
  });
});

const votesLists = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 });
const drawn: TieBreak = { kind: "drawn-order", order: claims(Array(26).fill(1)).map((one) => one.id) };

describe("laws", () => {
  it("PWR-30 PWR-32: with larger votes and a minimum the min-max inequality holds and all seats are given", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...divisorMethods),
        votesLists,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 8, max: 60 }),
        (method, votes, minimum, extra) => {
          const seats = minimum * votes.length + extra;
          const result = apportion({ method, seats, votes: claims(votes), minimum, tieBreak: drawn });
          if (result.kind !== "seats") throw new Error("A drawn order decides every tie.");
          const given = result.seats.map((share) => share.seats);
          expect(given.reduce((a, b) => a + b, 0)).toBe(seats);
          expect(satisfiesDivisor(method, votes, given, minimum)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("PWR-30: in a divisor method nobody loses a seat when the body grows", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...divisorMethods),
        votesLists,
        fc.integer({ min: 1, max: 60 }),
        (method, votes, seats) => {
          const [before, after] = [seats, seats + 1].map((count) =>
            counts(apportion({ method, seats: count, votes: claims(votes), tieBreak: drawn })),
          );
          if (!Array.isArray(before) || !Array.isArray(after)) throw new Error("A drawn order decides every tie.");
          for (const [i, count] of after.entries()) expect(count).toBeGreaterThanOrEqual(before[i] ?? 0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("PWR-31: the largest remainder with the Hare quota stays within one of the exact share", () => {
    fc.assert(
      fc.property(votesLists, fc.integer({ min: 1, max: 100 }), (votes, seats) => {
        const given = counts(
          apportion({ method: "hare-largest-remainder", seats, votes: claims(votes), tieBreak: drawn }),
        );
        if (!Array.isArray(given)) throw new Error("A drawn order decides every tie.");
        const total = votes.reduce((a, b) => a + b, 0);
        for (const [i, count] of given.entries()) {
          expect(count).toBeGreaterThanOrEqual(Math.floor(((votes[i] ?? 0) * seats) / total));
          expect(count).toBeLessThanOrEqual(Math.ceil(((votes[i] ?? 0) * seats) / total));
        }
      }),
    );
  });

  it("PWR-36: the proof holds: the last bid served is not below the first refused, and a quota's parts add up", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...divisorMethods, ...quotaMethods),
        votesLists,
        fc.integer({ min: 8, max: 60 }),
        (method, votes, seats) => {
          const result = apportion({ method, seats, votes: claims(votes), tieBreak: drawn });
          if (result.kind === "refused") return;
          const proof = result.certificate;
          if (proof.kind === "divisor") {
            const [given, next] = [proof.lastGiven?.quotient, proof.firstRefused.quotient];
            if (given && next)
              expect(given.numerator * next.denominator >= next.numerator * given.denominator).toBe(true);
            expect(proof.firstRefused.ids.length).toBeGreaterThan(0);
            expect(proof.firstRefused.squared).toBe(method === "huntington-hill");
          } else {
            for (const [i, { whole, remainder }] of proof.shares.entries()) {
              const { numerator: n, denominator: d } = proof.quota;
              expect(BigInt(whole) * n * remainder.denominator + remainder.numerator * d).toBe(
                BigInt(votes[i] ?? 0) * d * remainder.denominator,
              );
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("published examples", () => {
  // Five states, 26 seats, five answers: M. Balinski and H. P. Young, Fair Representation (1982), on the five traditional methods.
  it.each([
    ["adams", [9, 7, 5, 3, 2]],
    ["dean", [9, 7, 5, 4, 1]],
    ["huntington-hill", [9, 7, 6, 3, 1]],
    ["sainte-lague", [9, 8, 5, 3, 1]],
    ["dhondt", [10, 7, 5, 3, 1]],
    ["hare-largest-remainder", [9, 7, 5, 4, 1]],
  ] as const)("PWR-30 PWR-31: Balinski and Young, %s", (method, seats) => {
    expect(counts(apportion({ method, seats: 26, votes: claims([9061, 7179, 5259, 3319, 1182]) }))).toEqual(seats);
  });

  // United States, census of 1790 as apportioned in 1792: Virginia, Massachusetts, Pennsylvania, North Carolina, New York, Maryland, Connecticut, South
  // Carolina, New Jersey, New Hampshire, Vermont, Georgia, Kentucky, Rhode Island, Delaware (Balinski and Young, chapter 2).
  const census = [
    630560, 475327, 432879, 353523, 331589, 278514, 236841, 206236, 179570, 141822, 85533, 70835, 68705, 68446, 55540,
  ];
  it.each([
    ["dhondt", 105, [19, 14, 13, 10, 10, 8, 7, 6, 5, 4, 2, 2, 2, 2, 1]],
    ["hare-largest-remainder", 120, [21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2]],
  ] as const)(
    "PWR-30 PWR-31: the United States in 1792, %s over %i seats (the act, and the bill that was vetoed)",
    (method, seats, shares) => {
      expect(counts(apportion({ method, seats, votes: claims(census) }))).toEqual(shares);
    },
  );

  it("PWR-31: the Alabama paradox: with the Hare quota a larger body costs somebody a seat", () => {
    const votes = claims([6, 6, 2]);
    expect(counts(apportion({ method: "hare-largest-remainder", seats: 10, votes }))).toEqual([4, 4, 2]);
    expect(counts(apportion({ method: "hare-largest-remainder", seats: 11, votes }))).toEqual([5, 5, 1]);
  });
});

describe("ties", () => {
  const even = claims([100, 100, 50]);

  it("PWR-34 PWR-36: a tie says what is certain, who is tied and how it can end", () => {
    const result = apportion({ method: "dhondt", seats: 2 + 1 + 0, votes: claims([100, 100, 20]) });
    expect(result).toMatchObject({
      kind: "tie",
      certain: [
        { id: "a", seats: 1 },
        { id: "b", seats: 1 },
        { id: "c", seats: 0 },
      ],
      tied: ["a", "b"],
      seatsLeft: 1,
      rule: "a, b have equal claims to the last seat. No rule for ties is given. Agree on one: more votes first, or a lot.",
      outcomesTotal: 2n,
    });
    expect(outcomesOf(result)).toEqual(["1,2,0", "2,1,0"]);
    if (result.kind === "tie" && result.certificate.kind === "divisor") {
      expect(result.certificate.lastGiven).toEqual(result.certificate.firstRefused);
      expect(result.certificate.firstRefused.quotient && formatFraction(result.certificate.firstRefused.quotient)).toBe(
        "50",
      );
    }
  });

  it("PWR-34: three with one claim to two seats, and more outcomes than are listed", () => {
    expect(apportion({ method: "dhondt", seats: 4, votes: even })).toMatchObject({
      kind: "tie",
      tied: ["a", "b", "c"],
      seatsLeft: 2,
      outcomesTotal: 3n,
    });
    const many = apportion({ method: "sainte-lague", seats: 10, votes: claims(Array(20).fill(7)) });
    expect(many.kind === "tie" && [many.outcomes.length, many.outcomesTotal]).toEqual([100, 184756n]);
  });

  it("PWR-35: more votes go first, and the result says so", () => {
    expect(
      apportion({ method: "dhondt", seats: 2, votes: claims([100, 50]), tieBreak: { kind: "more-votes" } }),
    ).toMatchObject({
      kind: "seats",
      seats: [{ seats: 2 }, { seats: 0 }],
      tieBroken: { by: "the larger goes first", ids: ["a", "b"] },
    });
  });

  it("PWR-35: a rule may settle one seat and leave another tied", () => {
    expect(
      apportion({ method: "dhondt", seats: 3, votes: claims([100, 50, 50]), tieBreak: { kind: "more-votes" } }),
    ).toMatchObject({
      kind: "tie",
      certain: [{ seats: 2 }, { seats: 0 }, { seats: 0 }],
      tied: ["b", "c"],
      seatsLeft: 1,
    });
  });

  it("PWR-35: rules are asked in turn, and only the one that mattered is named", () => {
    const tieBreak: TieBreak[] = [{ kind: "more-votes" }, { kind: "drawn-order", order: ["c", "b", "a"] }];
    expect(apportion({ method: "dhondt", seats: 3, votes: claims([100, 50, 50]), tieBreak })).toMatchObject({
      kind: "seats",
      seats: [{ seats: 2 }, { seats: 0 }, { seats: 1 }],
      tieBroken: { by: "the order drawn" },
    });
    expect(apportion({ method: "dhondt", seats: 2, votes: claims([100, 50, 50]), tieBreak })).toMatchObject({
      tieBroken: { by: "the larger goes first" },
    });
  });

  it("PWR-35: a rule that does not cover all who are tied decides nothing", () => {
    for (const tieBreak of [
      { kind: "drawn-order", order: ["a"] },
      { kind: "more-votes", votes: [{ id: "a", votes: 1 }] },
    ] as const) {
      expect(apportion({ method: "dhondt", seats: 1, votes: even, tieBreak })).toMatchObject({
        kind: "tie",
        tied: ["a", "b"],
      });
    }
    const elsewhere: TieBreak = {
      kind: "more-votes",
      votes: [
        { id: "a", votes: 1 },
        { id: "b", votes: 2 },
      ],
    };
    expect(apportion({ method: "dhondt", seats: 1, votes: even, tieBreak: elsewhere })).toMatchObject({
      seats: [{ seats: 0 }, { seats: 1 }, { seats: 0 }],
    });
  });

  it("PWR-35: quotients can be reckoned again with other votes, and say nothing where there are no quotients", () => {
    const tieBreak: TieBreak = {
      kind: "quotient-of-votes",
      votes: [
        { id: "a", votes: 10 },
        { id: "b", votes: 6 },
      ],
    };
    expect(counts(apportion({ method: "dhondt", seats: 2, votes: claims([4, 2]), tieBreak }))).toEqual([1, 1]);
    expect(counts(apportion({ method: "hare-largest-remainder", seats: 1, votes: claims([4, 4]), tieBreak }))).toBe(
      "tie",
    );
  });

  it("PWR-30: no tie is made or missed by rounding: 2^53 - 1 votes against one less", () => {
    const big = Number.MAX_SAFE_INTEGER;
    expect(counts(apportion({ method: "huntington-hill", seats: 3, votes: claims([big - 1, big]) }))).toEqual([1, 2]);
    expect(counts(apportion({ method: "huntington-hill", seats: 3, votes: claims([big, big]) }))).toBe("tie");
  });
});

describe("edges", () => {
  it("PWR-32: the minimum counts towards what votes earn", () => {
    expect(counts(apportion({ method: "dhondt", seats: 10, votes: claims([90, 9, 1]), minimum: 2 }))).toEqual([
      6, 2, 2,
    ]);
    expect(counts(apportion({ method: "dhondt", seats: 6, votes: claims([90, 9, 1]), minimum: 2 }))).toEqual([2, 2, 2]);
  });

  it("PWR-33: no votes, no more than the minimum; and where every first bid is the highest, most votes first", () => {
    expect(counts(apportion({ method: "adams", seats: 5, votes: claims([10, 0]), minimum: 1 }))).toEqual([4, 1]);
    for (const method of ["adams", "dean", "huntington-hill"] as const) {
      expect(counts(apportion({ method, seats: 2, votes: claims([5, 9, 7, 0]) }))).toEqual([0, 1, 1, 0]);
      expect(apportion({ method, seats: 2, votes: claims([5, 9, 5]) })).toMatchObject({
        kind: "tie",
        tied: ["a", "c"],
      });
    }
  });

  it("PWR-03: what the caller attaches comes back", () => {
    const ref = { source: "census" };
    const result = apportion<object>({
      method: "dhondt",
      seats: 1,
      votes: [
        { id: "a", votes: 1, ref },
        { id: "b", votes: 0 },
      ],
    });
    expect(result.kind === "seats" && result.seats[0]?.ref).toBe(ref);
    expect(result.kind === "seats" && "ref" in (result.seats[1] ?? {})).toBe(false);
  });

  const two = claims([3, 2]);
  const refused: readonly (readonly [string, RefusalCode, () => Apportionment])[] = [
    ["no names", "invalid-votes", () => apportion({ method: "dhondt", seats: 1, votes: [] })],
    ["no votes", "invalid-votes", () => apportion({ method: "dhondt", seats: 1, votes: claims([0, 0]) })],
    ["half a vote", "invalid-votes", () => apportion({ method: "dhondt", seats: 1, votes: claims([0.5]) })],
    ["a name given twice", "invalid-id", () => apportion({ method: "dhondt", seats: 1, votes: [...two, ...two] })],
    ["an empty name", "invalid-id", () => apportion({ method: "dhondt", seats: 1, votes: [{ id: "", votes: 1 }] })],
    ["no seats", "invalid-seats", () => apportion({ method: "dhondt", seats: 0, votes: two })],
    ["half a seat", "invalid-seats", () => apportion({ method: "dhondt", seats: 1.5, votes: two })],
    ["too many seats", "too-large", () => apportion({ method: "dhondt", seats: 100_001, votes: two })],
    ["a minimum below 0", "invalid-seats", () => apportion({ method: "dhondt", seats: 1, votes: two, minimum: -1 })],
    ["a minimum too high", "minimum-too-high", () => apportion({ method: "dhondt", seats: 3, votes: two, minimum: 2 })],
    [
      "a drawn order with a name twice",
      "invalid-rule",
      () => apportion({ method: "dhondt", seats: 3, votes: two, tieBreak: { kind: "drawn-order", order: ["a", "a"] } }),
    ],
    [
      "votes for ties below 0",
      "invalid-votes",
      () =>
        apportion({
          method: "dhondt",
          seats: 3,
          votes: two,
          tieBreak: { kind: "more-votes", votes: [{ id: "a", votes: -1 }] },
        }),
    ],
  ];
  it.each(refused)("PWR-37: %s is refused as %s", (_, code, ask) => {
    expect(ask()).toMatchObject({ kind: "refused", ok: false, code });
  });

  it.each(quotaMethods)("PWR-32: %s with a minimum is refused", (method: ApportionmentMethod) => {
    expect(apportion({ method, seats: 5, votes: two, minimum: 1 })).toMatchObject({
      kind: "refused",
      code: "minimum-not-defined",
    });
  });

  it("PWR-31: a quota that misses the number of seats is refused", () => {
    expect(
      apportion({ method: "hagenbach-bischoff-largest-remainder", seats: 1, votes: claims([5, 5]) }),
    ).toMatchObject({ code: "quota-misses" });
    expect(apportion({ method: "droop-largest-remainder", seats: 9, votes: claims([2, 1]) })).toMatchObject({
      code: "quota-misses",
    });
  });
});
