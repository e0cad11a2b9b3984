import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, type Judgement, judgeOne, judgePackages, type Position, type Stance } from "../src/index.ts";
import { type OracleAnswer, oracle } from "./oracle.ts";
import { asOf, refusingWorlds, type SmallWorld, smallWorlds, stances } from "./world.ts";

const runs = { numRuns: 400 };

function judged(world: SmallWorld): Judgement<string> {
  const answer = judgePackages(world);
  if (answer.kind === "refused") throw new Error(answer.problems.map(({ message }) => message).join(" "));
  return answer;
}

const key = ({ position, also }: { readonly position: string; readonly also: readonly string[] }) =>
  [position, ...also].sort().join("+");

/** An answer in the words of the oracle. */
function told({ counts, blocking, movements }: Answer<string>): OracleAnswer {
  return {
    counts,
    blocking: blocking.map(({ statements }) => statements.map(key).sort().join(" ")).sort(),
    movements: movements
      .map(({ moves, redLines, positions, opens }) => {
        const ids = moves.map(key).sort().join(" ");
        return `${ids}: ${redLines} ${positions} opens ${opens.packages}`;
      })
      .sort(),
  };
}

function agrees(world: SmallWorld): void {
  const answer = judged(world);
  const { counts, blocking, movements, ways, forbiddenCount, blockers, verdicts } = oracle(world);
  expect(told(answer)).toEqual({ counts, blocking, movements });
  expect(answer.forbiddenCount).toBe(forbiddenCount);
  expect(answer.blockingComplete && answer.movementsComplete && answer.variantsComplete).toBe(true);
  const variants = answer.variants.map((variant) => {
    const name = variant.taking
      .map(({ position, reading }) => `${position}/${reading}`)
      .sort()
      .join(" ");
    return [name, told(variant)] as const;
  });
  expect(new Map(variants)).toEqual(ways);
  expect(variants).toHaveLength(ways.size);
  expect(new Map(answer.blockers.map((one) => [`${one.position}/${one.reading}`, one.packages]))).toEqual(blockers);
  for (const { choices, verdict, parties } of verdicts) {
    const one = judgeOne({ ...world, package: choices });
    if (one.kind === "refused") throw new Error("refused");
    expect([one.verdict, Object.fromEntries(one.parties.map((party) => [party.party, party.verdict]))]).toEqual([
      verdict,
      parties,
    ]);
  }
}

describe("against the rules told package by package", () => {
  it("BRG-01, BRG-02, BRG-03, BRG-04, BRG-20, POS-05, POS-09, POS-10: every count, set, movement and verdict, each way and together", () => {
    fc.assert(fc.property(smallWorlds, agrees), runs);
  });

  it("BRG-05, BRG-06, BRG-10, BRG-11: the same where refusals are dense and mostly nothing is free", () => {
    fc.assert(fc.property(refusingWorlds, agrees), runs);
  });

  it("BRG-11: cut off at a limit, the movements are so many of the cheapest, and the answer says that there are more", () => {
    fc.assert(
      fc.property(refusingWorlds, fc.integer({ min: 1, max: 4 }), (world, limit) => {
        const all = told(judged(world)).movements;
        const cut = judgePackages({ ...world, limits: { movements: limit } });
        if (cut.kind === "refused") throw new Error("refused");
        const listed = told(cut).movements;
        expect(all).toEqual(expect.arrayContaining(listed));
        expect(listed).toHaveLength(Math.min(limit, all.length));
        expect(cut.movementsComplete).toBe(all.length <= limit);
      }),
      runs,
    );
  });

  it("BRG-11, BRG-14: the work grows with the limit and never with the ties: forty issues with nothing but refusals", () => {
    const option = (id: string) => ({ id, open: false, tabledIn: ["v"], wording: id, earlierWordings: [], ref: id });
    const issues = Array.from({ length: 40 }, (_, at) => ({
      id: `i${at}`,
      ref: "",
      options: ["x", "y", "z"].map(option),
    }));
    const positions = issues.flatMap(({ id }) =>
      ["x", "y", "z"].flatMap((each) =>
        ["a", "b"].map((party): Position<string> => {
          const said = { party, confirmed: true, said: asOf, published: asOf, readings: [], condition: null, ref: "" };
          return {
            ...said,
            id: `${party} ${id} ${each}`,
            mandate: 1,
            stance: "rejects",
            target: { kind: "option", issue: id, option: each },
          };
        }),
      ),
    );
    const answer = judgePackages({ issues, parties: ["a", "b"], positions, asOf });
    if (answer.kind === "refused") throw new Error("refused");
    expect(answer.counts).toMatchObject({ total: 3n ** 40n, blocked: 3n ** 40n });
    expect(answer.movements).toHaveLength(50);
    expect(answer.movements.every(({ moves, opens }) => moves.length === 80 && opens.packages === 1n)).toBe(true);
    expect([answer.movementsComplete, answer.blockingComplete]).toEqual([false, false]);
  });

  it("POS-01, POS-02, POS-04, POS-07, POS-08: every pair of stances, ranks and targets in one world of two issues", () => {
    const option = (id: string, tabledIn: string[], open = false) => {
      return { id, open, tabledIn, wording: id, earlierWordings: [], ref: id };
    };
    const issues = [
      { id: "i", ref: "i", options: [option("x", ["v"]), option("y", ["w"])] },
      { id: "j", ref: "j", options: [option("x", ["v", "w"]), option("y", ["v"], true)] },
    ];
    const targets = [
      { kind: "provision", issue: "i" },
      { kind: "option", issue: "i", option: "x" },
      { kind: "version", version: "v" },
    ] as const;
    const base = { party: "a", confirmed: true, said: asOf, published: asOf, readings: [], condition: null };
    const needs = { words: "only with", onlyIf: true, met: "unmet", needs: { issue: "j", option: "x" } } as const;
    for (const first of stances) {
      for (const second of stances) {
        for (const target of targets) {
          for (const other of targets) {
            for (const mandate of [1, 2] as const) {
              const positions: Position<string>[] = [
                {
                  ...base,
                  id: "p",
                  ref: "p",
                  mandate: 1,
                  stance: first,
                  target,
                  condition: first === "accepts-if" ? needs : null,
                },
                { ...base, id: "q", ref: "q", mandate, stance: second, target: other },
                {
                  ...base,
                  id: "r",
                  ref: "r",
                  mandate: 1,
                  stance: "accepts",
                  target: { kind: "provision", issue: "j" },
                },
                {
                  ...base,
                  id: "s",
                  ref: "s",
                  mandate: 1,
                  stance: "accepts",
                  target: { kind: "provision", issue: "i" },
                },
              ];
              agrees({ issues, parties: ["a"], positions, forbidden: [], asOf });
            }
          }
        }
      }
    }
  });
});

describe("laws", () => {
  it("BRG-12: a further refusal never frees a package and never makes one acceptable", () => {
    const refusal = fc.record({
      party: fc.constantFrom("a", "b"),
      stance: fc.constantFrom<Stance>("red-line", "rejects"),
      at: fc.nat(20),
    });
    fc.assert(
      fc.property(smallWorlds, refusal, (world, { party, stance, at }) => {
        const cells = world.issues.flatMap(({ id, options }) =>
          options.map((option) => ({ issue: id, option: option.id })),
        );
        const cell = cells[at % cells.length];
        if (cell === undefined) return;
        const said = {
          party,
          stance,
          mandate: 1,
          confirmed: true,
          condition: null,
          said: asOf,
          published: asOf,
          readings: [],
        } as const;
        const more = { ...said, id: "more", ref: "more", target: { kind: "option", ...cell } } as const;
        const [before, after] = [
          judged(world).counts,
          judged({ ...world, positions: [...world.positions, more] }).counts,
        ];
        expect(after.blocked).toBeGreaterThanOrEqual(before.blocked);
        expect(after.notExcluded).toBeLessThanOrEqual(before.notExcluded);
      }),
      runs,
    );
  });

  it("BRG-13: the order of issues, options, parties and positions changes nothing", () => {
    fc.assert(
      fc.property(smallWorlds, (world) => {
        const turned = {
          ...world,
          issues: world.issues.toReversed().map((issue) => ({ ...issue, options: issue.options.toReversed() })),
          parties: world.parties.toReversed(),
          positions: world.positions.toReversed(),
          forbidden: world.forbidden.toReversed(),
        };
        expect(told(judged(turned))).toEqual(told(judged(world)));
      }),
      runs,
    );
  });

  it("BRG-10: a movement is checked by making it: what was refused is put under review, and so many packages are free", () => {
    fc.assert(
      fc.property(fc.oneof(smallWorlds, refusingWorlds), (world) => {
        const answer = judged(world);
        if (answer.variants.length > 0) return;
        for (const { moves, opens } of answer.movements) {
          const moved = new Set(moves.map(({ position }) => position));
          const positions = world.positions.map((position): Position<string> => {
            return moved.has(position.id)
              ? { ...position, stance: "under-review", readings: [], condition: null }
              : position;
          });
          const { counts } = judged({ ...world, positions });
          expect(counts.notExcluded + counts.notKnown).toBe(opens.packages);
          const example = judgeOne({ ...world, positions, package: opens.example.package });
          expect(example).toMatchObject({ kind: "judged" });
          expect("verdict" in example ? example.verdict : null).not.toBe("blocked");
        }
      }),
      runs,
    );
  });

  it("BRG-09: examples are free, distinct, and show one not excluded whenever there is one", () => {
    fc.assert(
      fc.property(smallWorlds, (world) => {
        const { freePackages, counts } = judged(world);
        for (const example of freePackages) {
          expect(example.verdict).not.toBe("blocked");
          expect(judgeOne({ ...world, package: example.package })).toEqual({ kind: "judged", ...example });
        }
        expect(new Set(freePackages.map((one) => JSON.stringify(one.package))).size).toBe(freePackages.length);
        expect(freePackages.length > 0).toBe(counts.blocked < counts.total);
        if (counts.notExcluded > 0n) expect(freePackages[0]?.verdict).toBe("not-excluded");
      }),
      runs,
    );
  });

  it("BRG-07: forbidden combinations named with a blocking set are needed, all of them, and enough", () => {
    fc.assert(
      fc.property(refusingWorlds, (world) => {
        for (const { statements, forbidden } of judged(world).blocking) {
          const named = new Set(statements.map(({ position }) => position));
          const positions = world.positions.filter(({ id }) => named.has(id));
          const left = (refs: readonly string[]) => {
            const { counts } = judged({
              ...world,
              positions,
              forbidden: world.forbidden.filter(({ ref }) => refs.includes(ref)),
            });
            return counts.total - counts.blocked;
          };
          expect(left(forbidden)).toBe(0n);
          for (const one of forbidden) expect(left(forbidden.filter((ref) => ref !== one))).toBeGreaterThan(0n);
        }
      }),
      runs,
    );
  });
});
