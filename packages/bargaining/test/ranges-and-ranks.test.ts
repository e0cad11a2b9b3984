import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dominatedChoices, type FrontierShareInput, frontier, frontierShare, ordinal } from "../src/index.ts";
import { stream } from "../src/internal/draw.ts";

const cells = ["x", "y"];
const issues = ["i", "j"].map((id) => ({ id, options: cells.map((option) => ({ id: option })) }));
const range = fc.tuple(fc.integer({ min: -2, max: 3 }), fc.nat(2)).map(([min, width]) => ({ min, max: min + width }));
const byIssue = <Value>(value: fc.Arbitrary<Value>) => {
  const row = fc.record({ x: value, y: value });
  return fc.record({ i: row, j: row });
};
const worlds: fc.Arbitrary<FrontierShareInput> = fc
  .array(fc.record({ values: byIssue(range), reservation: range }), { minLength: 2, maxLength: 2 })
  .map((all) => ({
    issues,
    valuations: all.map((one, p) => ({ ...one, party: `p${p}`, redLines: [], conditions: [] })),
    samples: 40,
    seed: 7,
  }));

function share(input: FrontierShareInput) {
  const answer = frontierShare(input);
  if (answer.kind === "refused") throw new Error(answer.problems.map(({ message }) => message).join(" "));
  return answer;
}

describe("ranges", () => {
  it("BRG-38: what is certain is on the frontier in every draw, what is not possible in none; seed and samples are told", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const answer = share(world);
        expect([answer.samples, answer.seed]).toEqual([40, 7]);
        for (const { onFrontier, certain, possible } of answer.packages) {
          if (certain) expect(onFrontier).toBe(40);
          if (!possible) expect(onFrontier).toBe(0);
          expect(certain && !possible).toBe(false);
        }
        expect(share(world)).toEqual(answer);
      }),
      { numRuns: 200 },
    );
  });

  it("BRG-38: certain is exact: against every combination of ends of the ranges", () => {
    const small = worlds.map((world) => ({
      ...world,
      valuations: world.valuations.map((v) => ({
        ...v,
        reservation: { min: v.reservation.min, max: v.reservation.min },
      })),
    }));
    fc.assert(
      fc.property(small, (world) => {
        const certain = new Set(
          share({ ...world, samples: 1 })
            .packages.filter((one) => one.certain)
            .map(name),
        );
        const always = new Map<string, number>();
        let corners = 0;
        for (let rank = 0; rank < 2 ** 8; rank += 1) {
          let bit = 0;
          const end = ({ min, max }: { min: number; max: number }) =>
            Math.floor(rank / 2 ** bit++) % 2 === 0 ? min : max;
          const values = (v: (typeof world.valuations)[number]) =>
            Object.fromEntries(
              Object.entries(v.values).map(([id, row]) => [
                id,
                Object.fromEntries(Object.entries(row).map(([o, r]) => [o, end(r)])),
              ]),
            );
          const valuations = world.valuations.map((v) => ({ ...v, values: values(v), reservation: v.reservation.min }));
          const answer = frontier({ issues, valuations });
          if (answer.kind === "refused") throw new Error("refused");
          corners += 1;
          for (const one of answer.frontier) always.set(name(one), (always.get(name(one)) ?? 0) + 1);
        }
        const every = new Set([...always].filter(([, count]) => count === corners).map(([id]) => id));
        expect(certain).toEqual(every);
      }),
      { numRuns: 30 },
    );
    function name({ package: choices }: { readonly package: Readonly<Record<string, string>> }): string {
      return `${choices.i}${choices.j}`;
    }
  });

  it("BRG-38: with no width to any range it is the frontier itself", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const flat = world.valuations.map((v) => {
          const values = Object.fromEntries(
            Object.entries(v.values).map(([id, row]) => [
              id,
              Object.fromEntries(Object.entries(row).map(([o, { min }]) => [o, { min, max: min }])),
            ]),
          );
          return { ...v, values, reservation: { min: v.reservation.min, max: v.reservation.min } };
        });
        const exact = frontier({
          issues,
          valuations: flat.map((v) => ({
            ...v,
            reservation: v.reservation.min,
            values: Object.fromEntries(
              Object.entries(v.values).map(([id, row]) => [
                id,
                Object.fromEntries(Object.entries(row).map(([o, r]) => [o, r.min])),
              ]),
            ),
          })),
        });
        if (exact.kind === "refused") throw new Error("refused");
        const on = share({ ...world, valuations: flat }).packages.filter(({ onFrontier }) => onFrontier > 0);
        expect(new Set(on.map((one) => JSON.stringify(one.package)))).toEqual(
          new Set(exact.frontier.map((one) => JSON.stringify(one.package))),
        );
        expect(on.every(({ onFrontier, certain }) => onFrontier === 40 && certain)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("BRG-41: the generator is the one written down: its first numbers, and an even spread", () => {
    const mix = (start: bigint) => {
      const low = (n: bigint) => n & 0xffffffffn;
      let h = low(start);
      h = low((h ^ (h >> 16n)) * 0x85ebca6bn);
      h = low((h ^ (h >> 13n)) * 0xc2b2ae35n);
      return Number(h ^ (h >> 16n));
    };
    const next = stream(12345);
    for (let step = 1n; step <= 50n; step += 1n) expect(next()).toBe(mix(12345n + step * 0x9e3779b9n));
    const spread = new Map<number, number>();
    for (let draw = 0; draw < 8_000; draw += 1) {
      const bucket = next() >>> 29;
      spread.set(bucket, (spread.get(bucket) ?? 0) + 1);
    }
    for (const count of spread.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it("BRG-38: ranges that run backwards, odd seeds and no draws are refused", () => {
    const row = { x: { min: 2, max: 1 }, y: { min: 0, max: 0 } };
    const valuation = {
      party: "a",
      values: { i: row, j: row },
      reservation: { min: 0, max: 0 },
      redLines: [],
      conditions: [],
    };
    const answer = frontierShare({ issues, valuations: [valuation], samples: 0, seed: -1 });
    const codes = answer.kind === "refused" ? answer.problems.map(({ code }) => code) : [];
    expect(new Set(codes)).toEqual(new Set(["range-reversed", "bad-number"]));
  });
});

describe("ranks", () => {
  const order = fc.constantFrom<string[][]>(
    [["x"], ["y"], ["z"]],
    [["z", "x"], ["y"]],
    [["y"], ["x", "z"]],
    [["z"], ["y"]],
    [],
    [["x", "y", "z"]],
  );
  const three = ["i", "j"].map((id) => ({ id, options: ["x", "y", "z"].map((option) => ({ id: option })) }));

  it("BRG-39: a package is certainly dominated exactly when another is ranked as high on everything by all and higher once", () => {
    fc.assert(
      fc.property(fc.array(order, { minLength: 4, maxLength: 4 }), (orders) => {
        const assessments = orders.map((one, at) => ({
          party: at < 2 ? "a" : "b",
          issue: at % 2 === 0 ? "i" : "j",
          order: one,
        }));
        const answer = ordinal({ issues: three, parties: ["a", "b"], assessments });
        if (answer.kind === "refused") throw new Error("refused");
        const packages = ["x", "y", "z"].flatMap((i) => ["x", "y", "z"].map((j) => ({ i, j })));
        const lead = (one: (typeof assessments)[number], a: { i: string; j: string }, b: { i: string; j: string }) => {
          const [p, q] = one.issue === "i" ? [a.i, b.i] : [a.j, b.j];
          const rank = (o: string) => one.order.findIndex((level) => level.includes(o));
          if (p === q) return 0;
          return rank(p) < 0 || rank(q) < 0 ? Number.NaN : rank(q) - rank(p);
        };
        const beats = (a: { i: string; j: string }, b: { i: string; j: string }) =>
          assessments.every((one) => lead(one, a, b) >= 0) && assessments.some((one) => lead(one, a, b) > 0);
        const dominated = packages.filter((b) => packages.some((a) => beats(a, b)));
        expect(packages.filter((one) => dominatedChoices(answer, one).length > 0)).toEqual(dominated);
        expect(Number(answer.counts.certainlyDominated)).toBe(dominated.length);
        expect(Number(answer.counts.possiblyEfficient)).toBe(9 - dominated.length);
      }),
      { numRuns: 300 },
    );
  });

  it("BRG-39: an option that every side ranks below another is named; one ranked level by a side is only dominated", () => {
    const assess = (party: string, one: string[][]) => ({ party, issue: "i", order: one });
    const only = three.slice(0, 1);
    const answer = ordinal({
      issues: only,
      parties: ["a", "b"],
      assessments: [assess("a", [["x"], ["y", "z"]]), assess("b", [["y"], ["x"], ["z"]])],
    });
    expect(answer).toMatchObject({
      issues: [
        {
          belowForAll: [{ option: "z", below: "x" }],
          dominated: [{ option: "z", by: ["x", "y"] }],
          undominated: ["x", "y"],
        },
      ],
    });
  });

  it("BRG-39: nothing is inferred where a side is not assessed; unknown names and doubled ranks are refused", () => {
    const one = { party: "a", issue: "i", order: [["x"], ["y"]] };
    const answer = ordinal({ issues: three, parties: ["a", "b"], assessments: [one] });
    expect(answer).toMatchObject({ counts: { total: 9n, certainlyDominated: 0n } });
    const bad = [one, one, { party: "c", issue: "k", order: [["x"], ["x"]] }];
    const refused = ordinal({ issues: three, parties: ["a", "b"], assessments: bad });
    const codes = refused.kind === "refused" ? new Set(refused.problems.map(({ code }) => code)) : null;
    expect(codes).toEqual(new Set(["unknown-party", "unknown-issue", "duplicate-id"]));
  });
});
