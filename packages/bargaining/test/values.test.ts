import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Frontier,
  frontier,
  type Solutions,
  solutions,
  type Valuation,
  type ValuedPackage,
  type ValueInput,
} from "../src/index.ts";

const options = (count: number) => Array.from({ length: count }, (_, o) => ({ id: `o${o}` }));

/** Up to three parties, three issues, three options; red lines, conditions and forbidden combinations. */
const worlds: fc.Arbitrary<ValueInput> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    parties: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ sizes, parties }) => {
    const issues = sizes.map((size, i) => ({ id: `i${i}`, options: options(size) }));
    const cell = fc
      .tuple(fc.nat(sizes.length - 1), fc.nat(2))
      .map(([i, o]) => ({ issue: `i${i}`, option: `o${o % (sizes[i] ?? 1)}` }));
    const values = fc.tuple(
      ...sizes.map((size) => fc.array(fc.integer({ min: -3, max: 6 }), { minLength: size, maxLength: size })),
    );
    const valuation = fc.record({
      values: values.map((all) =>
        Object.fromEntries(all.map((row, i) => [`i${i}`, Object.fromEntries(row.map((value, o) => [`o${o}`, value]))])),
      ),
      reservation: fc.integer({ min: -4, max: 8 }),
      redLines: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(cell, { maxLength: 2 })),
      conditions: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        fc.array(fc.record({ if: cell, then: cell }), { maxLength: 1 }),
      ),
    });
    return fc.record({
      issues: fc.constant(issues),
      valuations: fc
        .array(valuation, { minLength: parties, maxLength: parties })
        .map((all) => all.map((one, p): Valuation => ({ party: `p${p}`, ...one }))),
      forbidden: fc.array(
        cell.map(({ issue, option }) => ({ choices: { [issue]: option } })),
        { maxLength: 1 },
      ),
    });
  });
const runs = { numRuns: 500 };

/** Everything below is written again from the definitions, with fractions as pairs and no shared code. */
function every({ issues }: ValueInput): Record<string, string>[] {
  return issues.reduce<Record<string, string>[]>(
    (all, { id, options: list }) => all.flatMap((one) => list.map((option) => ({ ...one, [id]: option.id }))),
    [{}],
  );
}
const has = (choices: Record<string, string>, { issue, option }: { issue: string; option: string }) =>
  choices[issue] === option;
const isOut = (world: ValueInput, choices: Record<string, string>) =>
  (world.forbidden ?? []).some((f) =>
    Object.entries(f.choices).every(([issue, option]) => has(choices, { issue, option })),
  );
const worth = (v: Valuation, choices: Record<string, string>) =>
  Object.entries(choices).reduce((sum, [i, o]) => sum + (v.values[i]?.[o] ?? Number.NaN), 0);
const conditionText = (condition: Valuation["conditions"][number]) => JSON.stringify([condition.if, condition.then]);
function broken(v: Valuation, choices: Record<string, string>): string[] {
  const lines = v.redLines
    .filter((line) => has(choices, line))
    .map((line) => `red-line ${v.party} ${line.issue} ${line.option}`);
  const kept = v.conditions
    .filter((c) => has(choices, c.if) && !has(choices, c.then))
    .map((c) => `condition ${v.party} ${conditionText(c)}`);
  return [...lines, ...kept, ...(worth(v, choices) < v.reservation ? [`reservation ${v.party}`] : [])];
}
const acceptable = (world: ValueInput) =>
  every(world).filter(
    (choices) => !isOut(world, choices) && world.valuations.every((v) => broken(v, choices).length === 0),
  );
const text = (packages: readonly (ValuedPackage | Record<string, string>)[]) =>
  packages
    .map((one) =>
      JSON.stringify(Object.entries("values" in one && Array.isArray(one.values) ? one.package : one).sort()),
    )
    .sort();

function found(world: ValueInput): Frontier {
  const answer = frontier(world);
  if (answer.kind === "refused") throw new Error(answer.problems.map(({ message }) => message).join(" "));
  return answer;
}
function solved(world: ValueInput): Solutions | null {
  const answer = solutions(world);
  if (answer.kind === "refused") throw new Error("refused");
  return answer.kind === "solutions" ? answer : null;
}

/** The packages for which no other is better by the given test. */
function unbeaten(
  all: Record<string, string>[],
  beats: (a: Record<string, string>, b: Record<string, string>) => boolean,
) {
  return all.filter((b) => !all.some((a) => beats(a, b)));
}

describe("frontier", () => {
  it("BRG-31: the acceptable packages and, of them, those no other dominates, ties kept, against every pair", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const all = acceptable(world);
        const dominates = (a: Record<string, string>, b: Record<string, string>) =>
          world.valuations.every((v) => worth(v, a) >= worth(v, b)) &&
          world.valuations.some((v) => worth(v, a) > worth(v, b));
        const answer = found(world);
        expect(text(answer.acceptable)).toEqual(text(all));
        expect(text(answer.frontier)).toEqual(text(unbeaten(all, dominates)));
        for (const one of answer.frontier)
          expect(one.values).toEqual(world.valuations.map((v) => worth(v, { ...one.package })));
      }),
      runs,
    );
  });
});

describe("solutions", () => {
  const gain = (world: ValueInput, choices: Record<string, string>) =>
    world.valuations.map((v) => worth(v, choices) - v.reservation);

  it("BRG-32: Nash: most parties gaining, then the largest product for each such set of parties, all ties", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const front = found(world).frontier.map((one) => ({ ...one.package }));
        const winners = (c: Record<string, string>) => gain(world, c).map((g) => g > 0);
        const many = (c: Record<string, string>) => winners(c).filter((wins) => wins).length;
        const product = (c: Record<string, string>) => gain(world, c).reduce((a, g) => a * (g > 0 ? g : 1), 1);
        const beats = (a: Record<string, string>, b: Record<string, string>) =>
          many(a) > many(b) || (winners(a).join() === winners(b).join() && product(a) > product(b));
        expect(text(solved(world)?.nash ?? [])).toEqual(text(unbeaten(front, beats)));
      }),
      runs,
    );
  });

  it("BRG-32: where only one of two can gain, the best for each is reported, whatever the scales", () => {
    const issues = [{ id: "i", options: options(3) }];
    const valuation = (party: string, o0: number, o1: number, o2: number): Valuation => {
      return { party, values: { i: { o0, o1, o2 } }, reservation: 0, redLines: [], conditions: [] };
    };
    for (const by of [1, 1000]) {
      const answer = solved({ issues, valuations: [valuation("a", by, 0, 0), valuation("b", 0, 3, 2)] });
      expect(answer?.nash.map((one) => one.package)).toEqual([{ i: "o0" }, { i: "o1" }]);
    }
  });

  it("BRG-33: Kalai-Smorodinsky: the largest smallest share of what each could gain at most", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const front = found(world).frontier.map((one) => ({ ...one.package }));
        const most = world.valuations.map((_, p) => Math.max(...acceptable(world).map((c) => gain(world, c)[p] ?? 0)));
        // Gains are below 30: multiplied by the product of all maxima, every share is a whole number.
        const whole = most.reduce((a, b) => a * Math.max(b, 1), 1);
        const score = (c: Record<string, string>) =>
          Math.min(
            whole,
            ...gain(world, c).flatMap((g, p) => ((most[p] ?? 0) > 0 ? [(g * whole) / (most[p] ?? 1)] : [])),
          );
        expect(text(solved(world)?.kalaiSmorodinsky ?? [])).toEqual(
          text(unbeaten(front, (a, b) => score(a) > score(b))),
        );
      }),
      runs,
    );
  });

  it("BRG-34, BRG-35, BRG-36: egalitarian, leximin and utilitarian by their definitions", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const front = found(world).frontier.map((one) => ({ ...one.package }));
        const answer = solved(world);
        const least = (c: Record<string, string>) => Math.min(...gain(world, c));
        const total = (c: Record<string, string>) => gain(world, c).reduce((a, b) => a + b, 0);
        const sorted = (c: Record<string, string>) => gain(world, c).sort((a, b) => a - b);
        const higher = (a: Record<string, string>, b: Record<string, string>) => {
          const [x, y] = [sorted(a), sorted(b)];
          const at = x.findIndex((value, n) => value !== y[n]);
          return at >= 0 && (x[at] ?? 0) > (y[at] ?? 0);
        };
        expect(text(answer?.egalitarian ?? [])).toEqual(text(unbeaten(front, (a, b) => least(a) > least(b))));
        expect(text(answer?.leximin ?? [])).toEqual(text(unbeaten(front, higher)));
        expect(text(answer?.utilitarian ?? [])).toEqual(text(unbeaten(front, (a, b) => total(a) > total(b))));
      }),
      runs,
    );
  });

  it("BRG-40: scaling one party by a positive whole number keeps Nash and Kalai-Smorodinsky; scaling all alike keeps every solution", () => {
    const scaled = (v: Valuation, by: number): Valuation => ({
      ...v,
      reservation: v.reservation * by,
      values: Object.fromEntries(
        Object.entries(v.values).map(([i, row]) => [
          i,
          Object.fromEntries(Object.entries(row).map(([o, value]) => [o, value * by])),
        ]),
      ),
    });
    fc.assert(
      fc.property(worlds, fc.integer({ min: 2, max: 9 }), (world, by) => {
        const before = solved(world);
        const one = solved({ ...world, valuations: world.valuations.map((v, p) => (p === 0 ? scaled(v, by) : v)) });
        expect(text(one?.nash ?? [])).toEqual(text(before?.nash ?? []));
        expect(text(one?.kalaiSmorodinsky ?? [])).toEqual(text(before?.kalaiSmorodinsky ?? []));
        const all = solved({ ...world, valuations: world.valuations.map((v) => scaled(v, by)) });
        for (const name of ["nash", "kalaiSmorodinsky", "egalitarian", "leximin", "utilitarian"] as const) {
          expect(text(all?.[name] ?? [])).toEqual(text(before?.[name] ?? []));
        }
      }),
      runs,
    );
  });

  it("BRG-32: Nash's own example: Bill gives book, whip, ball and bat; Jack gives pen, toy and knife (Econometrica 18, 1950, p. 161)", () => {
    const goods: [string, "bill" | "jack", number, number][] = [
      ["book", "bill", 2, 4],
      ["whip", "bill", 2, 2],
      ["ball", "bill", 2, 1],
      ["bat", "bill", 2, 2],
      ["box", "bill", 4, 1],
      ["pen", "jack", 10, 1],
      ["toy", "jack", 4, 1],
      ["knife", "jack", 6, 2],
      ["hat", "jack", 2, 2],
    ];
    const issues = goods.map(([id]) => ({ id, options: [{ id: "bill" }, { id: "jack" }] }));
    const valuation = (party: "bill" | "jack"): Valuation => ({
      party,
      values: Object.fromEntries(
        goods.map(([id, , bill, jack]) => [
          id,
          { bill: party === "bill" ? bill : 0, jack: party === "jack" ? jack : 0 },
        ]),
      ),
      reservation: goods.reduce(
        (sum, [, owner, bill, jack]) => sum + (owner !== party ? 0 : party === "bill" ? bill : jack),
        0,
      ),
      redLines: [],
      conditions: [],
    });
    const answer = solved({ issues, valuations: [valuation("bill"), valuation("jack")] });
    const given = answer?.nash.map((one) => goods.filter(([id, owner]) => one.package[id] !== owner).map(([id]) => id));
    expect(given).toEqual([["book", "whip", "ball", "bat", "pen", "toy", "knife"]]);
    // Gains of 12 and 5.
    expect(answer?.nash.map(({ values }) => values)).toEqual([[24, 11]]);
  });

  it("BRG-30: products beyond what floating point holds are still told apart", () => {
    const big = 2 ** 40;
    const issues = [{ id: "i", options: options(2) }];
    const valuation = (party: string, o0: number, o1: number): Valuation => {
      return { party, values: { i: { o0, o1 } }, reservation: 0, redLines: [], conditions: [] };
    };
    const answer = solved({ issues, valuations: [valuation("a", big + 1, big), valuation("b", big - 1, big)] });
    expect(answer?.nash.map((one) => one.package)).toEqual([{ i: "o1" }]);
  });

  it("BRG-37: when nothing is acceptable: every minimal blocking set and the fewest demands that unlock", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const answer = solutions(world);
        if (answer.kind !== "none-acceptable") {
          expect(acceptable(world).length).toBeGreaterThan(0);
          return;
        }
        const possible = every(world).filter((choices) => !isOut(world, choices));
        const hits = possible.map((choices) => new Set(world.valuations.flatMap((v) => broken(v, choices))));
        const names = [...new Set(hits.flatMap((set) => [...set]))];
        const blocks = (set: string[]) => hits.every((hit) => set.some((name) => hit.has(name)));
        const minimal: string[] = [];
        const opening: string[][] = [];
        for (let rank = 0; rank < 2 ** names.length; rank += 1) {
          const set = names.filter((_, n) => Math.floor(rank / 2 ** n) % 2 === 1);
          if (blocks(set) && set.every((one) => !blocks(set.filter((other) => other !== one))))
            minimal.push(set.sort().join());
          if (hits.some((hit) => [...hit].every((name) => set.includes(name)))) opening.push(set);
        }
        const named = (demand: (typeof answer.blocking)[number][number]) =>
          demand.kind === "red-line"
            ? `red-line ${demand.party} ${demand.issue} ${demand.option}`
            : demand.kind === "condition"
              ? `condition ${demand.party} ${conditionText(demand)}`
              : `reservation ${demand.party}`;
        const told = new Set(answer.blocking.map((set) => [...new Set(set.map(named))].sort().join()));
        expect(told).toEqual(new Set(minimal));
        const red = (set: string[]) => set.filter((name) => name.startsWith("red-line")).length;
        if (opening.length === 0) {
          expect(answer.unlocks).toEqual([]);
          return;
        }
        const leastRed = Math.min(...opening.map(red));
        const least = Math.min(...opening.filter((set) => red(set) === leastRed).map((set) => set.length));
        const best = opening
          .filter((set) => red(set) === leastRed && set.length === least)
          .map((set) => set.sort().join());
        if (
          world.valuations.every((v) => new Set(v.redLines.map((l) => l.issue + l.option)).size === v.redLines.length)
        ) {
          expect(answer.unlocks.map(({ demands }) => demands.map(named).sort().join()).sort()).toEqual(best.sort());
        }
        for (const { demands, example, shortfalls } of answer.unlocks) {
          const left = world.valuations.flatMap((v) => broken(v, { ...example }));
          expect(left.sort()).toEqual(demands.map(named).sort());
          for (const { party, by } of shortfalls) {
            const v = world.valuations.find((one) => one.party === party);
            expect(v === undefined ? 0 : v.reservation - worth(v, { ...example })).toBe(by);
          }
        }
      }),
      runs,
    );
  });
});

describe("valuations", () => {
  it("BRG-30: values that are missing, not whole, too large or about something unknown are problems, all listed", () => {
    const issues = [{ id: "i", options: options(2) }];
    const valuations: Valuation[] = [
      {
        party: "a",
        values: { i: { o0: 0.5 }, k: { o0: 1 } },
        reservation: Number.NaN,
        redLines: [{ issue: "i", option: "o9" }],
        conditions: [],
      },
      { party: "b", values: { i: { o0: 2 ** 53 - 1, o1: 0 } }, reservation: 2, redLines: [], conditions: [] },
    ];
    const answer = frontier({ issues, valuations, packagesMax: 1 });
    expect(answer.kind === "refused" ? answer.problems.map(({ code }) => code).sort() : null).toEqual([
      "missing-value",
      "not-an-integer",
      "not-an-integer",
      "too-many-packages",
      "unknown-issue",
      "unknown-option",
      "value-too-large",
    ]);
    expect(solutions({ issues, valuations })).toMatchObject({ kind: "refused" });
  });
});
