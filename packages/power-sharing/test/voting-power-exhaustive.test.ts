import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bloc, type DecisionRule, formatFraction, fraction, type VotingPower, votingPower } from "../src/index.ts";
import { brute, decides, votersUnder } from "./oracle.ts";

const named = (seats: readonly number[]): Bloc[] => seats.map((count, i) => ({ id: `b${i}`, seats: count }));

/** Compares everything the package says with the oracle; plain throws, since it runs tens of thousands of times. */
function agreeWithBruteForce(blocs: readonly Bloc[], rule: DecisionRule): "refused" | "compared" {
  const told = () => `${JSON.stringify(blocs)} ${rule.kind} ${rule.kind === "quota" ? rule.votes : ""}`;
  const result = votingPower({ blocs, rule, listedMax: 10_000 });
  const ids = blocs.map((bloc) => bloc.id);
  if (decides(rule, blocs, new Set()) || !decides(rule, blocs, new Set(ids))) {
    if (result.ok) throw new Error(`A rule without sense got figures: ${told()}`);
    return "refused";
  }
  if (!result.ok) throw new Error(`Refused (${result.code}): ${told()}`);
  const voters = votersUnder(rule, blocs);
  const oracle = brute(rule, blocs, voters);
  const all = [...oracle.swings.values()].reduce((a, b) => a + b, 0);
  const same = (what: string, ours: unknown, theirs: unknown) => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      throw new Error(`${what}: ${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}. ${told()}`);
  };
  for (const bloc of result.blocs) {
    const swings = oracle.swings.get(bloc.id) ?? 0;
    same("swings", Number(bloc.swings), swings);
    same("Banzhaf", formatFraction(bloc.banzhaf), formatFraction(fraction(swings, all)));
    if (oracle.orders > 0)
      same(
        "Shapley-Shubik",
        formatFraction(bloc.shapleyShubik),
        formatFraction(fraction(oracle.pivots.get(bloc.id) ?? 0, oracle.orders)),
      );
  }
  const keys = (lists: readonly (readonly string[])[]) => lists.map((members) => [...members].sort().join(" ")).sort();
  same("minimal winning", keys(result.minimalWinning), oracle.minimalWinning);
  same("minimal blocking", keys(result.minimalBlocking), oracle.minimalBlocking);
  same("winning", Number(result.certificate.winning), oracle.winning.length);
  same("proper", result.proper, oracle.proper);
  same(
    "powerless",
    result.powerless,
    ids.filter((id) => (oracle.swings.get(id) ?? 0) === 0),
  );
  const vetoers = voters.filter((id) => oracle.winning.every((coalition) => coalition.split(" ").includes(id)));
  same("veto players", result.vetoPlayers, vetoers);
  same("dictator", result.dictator, vetoers.find((id) => oracle.winning.includes(id)) ?? null);
  return "compared";
}

function worlds(length: number, seatsMax: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return worlds(length - 1, seatsMax).flatMap((rest) =>
    Array.from({ length: seatsMax + 1 }, (_, seats) => [...rest, seats]),
  );
}

describe("small worlds, exhaustively", () => {
  it("PWR-10 PWR-13 PWR-14 PWR-16 PWR-17 PWR-18: every game of up to 5 blocs of up to 4 seats, at every quota", () => {
    let compared = 0;
    const games = [1, 2, 3, 4, 5].flatMap((n) => worlds(n, 4));
    for (const seats of games) {
      const total = seats.reduce((a, b) => a + b, 0);
      for (let votes = -1; votes <= total + 1 && total > 0; votes += 1) {
        if (agreeWithBruteForce(named(seats), { kind: "quota", votes }) === "compared") compared += 1;
      }
    }
    // As many quotas as seats in each of 5^n worlds with 2n seats on average.
    expect(compared).toBe([1, 2, 3, 4, 5].reduce((sum, n) => sum + 5 ** n * 2 * n, 0));
  });

  it("PWR-04 PWR-05 PWR-06: every game of 3 blocs of up to 4 seats under every rule over all members", () => {
    const shares = [1, 2, 3, 4].flatMap((d) => Array.from({ length: d + 1 }, (_, n) => fraction(n, d)));
    for (const seats of worlds(3, 4).filter((one) => one.some((count) => count > 0))) {
      agreeWithBruteForce(named(seats), { kind: "simple-majority" });
      agreeWithBruteForce(named(seats), { kind: "consensus" });
      for (const share of shares)
        for (const strict of [true, false]) agreeWithBruteForce(named(seats), { kind: "share", share, strict });
    }
  });

  it("PWR-08 PWR-09: every veto over every quota, and every group of its own, for 3 blocs of up to 3 seats", () => {
    const choices = [["b0"], ["b1"], ["b0", "b1"], ["b0", "b2"], ["b0", "b1", "b2"]];
    for (const seats of worlds(3, 3).filter((one) => one.some((count) => count > 0))) {
      const blocs = named(seats);
      for (const names of choices) {
        for (let votes = 1; votes <= 9; votes += 1)
          agreeWithBruteForce(blocs, { kind: "with-veto", rule: { kind: "quota", votes }, veto: names });
        if (!names.some((id) => blocs.some((bloc) => bloc.id === id && bloc.seats > 0))) continue;
        agreeWithBruteForce(blocs, { kind: "double-majority", groups: [{ name: "north", blocs: names }] });
        agreeWithBruteForce(blocs, { kind: "majority-of-present", present: names });
      }
    }
  });
});

const seatsOfBodies = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 7 })
  .filter((seats) => seats.some((count) => count > 0));

/** A body and any rule that names only its blocs. */
const games = seatsOfBodies.chain((seats) => {
  const blocs = named(seats);
  const withSeats = blocs.filter((bloc) => bloc.seats > 0).map((bloc) => bloc.id);
  const someSeated = fc.subarray(withSeats, { minLength: 1 });
  const total = seats.reduce((a, b) => a + b, 0);
  const plain: fc.Arbitrary<DecisionRule> = fc.oneof(
    fc.constant<DecisionRule>({ kind: "simple-majority" }),
    fc.constant<DecisionRule>({ kind: "consensus" }),
    fc.integer({ min: 1, max: total }).map((votes): DecisionRule => ({ kind: "quota", votes })),
    someSeated.map((present): DecisionRule => ({ kind: "majority-of-present", present })),
    fc
      .record({ n: fc.integer({ min: 1, max: 7 }), d: fc.integer({ min: 7, max: 12 }), strict: fc.boolean() })
      .map(({ n, d, strict }): DecisionRule => ({ kind: "share", share: fraction(n, d), strict })),
    fc.array(someSeated, { minLength: 1, maxLength: 3 }).map(
      (groups): DecisionRule => ({
        kind: "double-majority",
        groups: groups.map((ids, i) => ({ name: `g${i}`, blocs: ids })),
      }),
    ),
  );
  const veto = fc.record({ rule: plain, veto: fc.subarray(blocs.map((bloc) => bloc.id)) }).map(
    ({ rule, veto: ids }): DecisionRule => ({
      kind: "with-veto",
      rule,
      veto: rule.kind === "majority-of-present" ? ids.filter((id) => rule.present.includes(id)) : ids,
    }),
  );
  return fc.record({ blocs: fc.constant(blocs), rule: fc.oneof(plain, veto) });
});

describe("larger games", () => {
  it("PWR-13 PWR-14 PWR-16: any rule over up to 7 blocs agrees with brute force", () => {
    fc.assert(
      fc.property(games, ({ blocs, rule }) => {
        agreeWithBruteForce(blocs, rule);
      }),
      { numRuns: 300 },
    );
  });

  it("PWR-15 PWR-19: the indices add up to 1 and follow from the certificate", () => {
    fc.assert(
      fc.property(games, ({ blocs, rule }) => {
        const result = votingPower({ blocs, rule });
        if (!result.ok) return;
        const [banzhaf, shapley] = [sum(result, "banzhaf"), sum(result, "shapleyShubik")];
        expect([formatFraction(banzhaf), formatFraction(shapley)]).toEqual(["1", "1"]);
        followFromCertificate(result);
      }),
      { numRuns: 150 },
    );
  });

  it("PWR-15: equal blocs have equal indices, and the order and the scale of the seats change nothing", () => {
    const weighted = fc.record({ seats: seatsOfBodies, percent: fc.integer({ min: 1, max: 99 }) });
    fc.assert(
      fc.property(weighted, fc.integer({ min: 2, max: 1_000_000 }), ({ seats, percent }, scale) => {
        const rule: DecisionRule = { kind: "share", share: fraction(percent, 100), strict: true };
        const figures = (blocs: readonly Bloc[]) => {
          const result = votingPower({ blocs, rule });
          if (!result.ok) throw new Error(result.message);
          return new Map(
            result.blocs.map((bloc) => [
              bloc.id,
              `${formatFraction(bloc.banzhaf)} ${formatFraction(bloc.shapleyShubik)}`,
            ]),
          );
        };
        const blocs = named(seats);
        const here = figures(blocs);
        for (const a of blocs)
          for (const b of blocs) if (a.seats === b.seats) expect(here.get(a.id)).toBe(here.get(b.id));
        expect([...figures([...blocs].reverse())].sort()).toEqual([...here].sort());
        expect(figures(blocs.map((bloc) => ({ ...bloc, seats: bloc.seats * scale })))).toEqual(here);
      }),
      { numRuns: 100 },
    );
  });
});

function sum(result: VotingPower, index: "banzhaf" | "shapleyShubik") {
  const lowest = result.blocs.reduce((product, bloc) => product * bloc[index].denominator, 1n);
  return fraction(
    result.blocs.reduce((total, bloc) => total + (bloc[index].numerator * lowest) / bloc[index].denominator, 0n),
    lowest,
  );
}

function followFromCertificate({ blocs, certificate }: VotingPower) {
  const n = certificate.voters.length;
  const factorial = (k: number): bigint => (k < 2 ? 1n : BigInt(k) * factorial(k - 1));
  const total = certificate.swingsBySize.flatMap(({ counts }) => counts).reduce((a, b) => a + b, 0n);
  expect(certificate.coalitions).toBe(2n ** BigInt(n));
  for (const { id, counts } of certificate.swingsBySize) {
    const bloc = blocs.find((one) => one.id === id);
    const swings = counts.reduce((a, b) => a + b, 0n);
    const pivots = counts.reduce((a, count, size) => a + count * factorial(size) * factorial(n - size - 1), 0n);
    expect(bloc?.swings).toBe(swings);
    expect(bloc?.banzhaf).toEqual(fraction(swings, total));
    expect(bloc?.shapleyShubik).toEqual(fraction(pivots, factorial(n)));
  }
}
