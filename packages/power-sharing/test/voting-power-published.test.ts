import { describe, expect, it } from "vitest";
import {
  type Bloc,
  type DecisionRule,
  formatFraction,
  fraction,
  type VotingPower,
  votingPower,
  withAlliances,
} from "../src/index.ts";

const body = (seats: Readonly<Record<string, number>>): Bloc[] =>
  Object.entries(seats).map(([id, count]) => ({ id, seats: count }));

function powerOf(blocs: readonly Bloc[], rule: DecisionRule): VotingPower {
  const result = votingPower({ blocs, rule });
  if (!result.ok) throw new Error(result.message);
  return result;
}

const banzhaf = (power: VotingPower) => power.blocs.map((bloc) => formatFraction(bloc.banzhaf));
const shapley = (power: VotingPower) => power.blocs.map((bloc) => formatFraction(bloc.shapleyShubik));

const twoThirds = { kind: "share", share: fraction(2, 3) } as const;

// The council (7 + 7 + 1) and the commission (10 + 10 + 1) of the draft of 28 February 2021, as reported.
describe.each([7, 10])("a body of %i + %i + 1 (draft of 28 February 2021)", (side) => {
  const blocs = body({ republic: side, taliban: side, head: 1 });

  it("PWR-04: under a simple majority each has a third in both indices", () => {
    const power = powerOf(blocs, { kind: "simple-majority" });
    expect(banzhaf(power)).toEqual(["1/3", "1/3", "1/3"]);
    expect(shapley(power)).toEqual(["1/3", "1/3", "1/3"]);
    expect(power.vetoPlayers).toEqual([]);
  });

  it("PWR-05: under two thirds the single member is powerless and each side has a veto", () => {
    const power = powerOf(blocs, { ...twoThirds, strict: false });
    expect(banzhaf(power)).toEqual(["1/2", "1/2", "0"]);
    expect(shapley(power)).toEqual(["1/2", "1/2", "0"]);
    expect(power.powerless).toEqual(["head"]);
    expect(power.vetoPlayers).toEqual(["republic", "taliban"]);
  });

  it("PWR-06: under consensus each has a third and a veto", () => {
    const power = powerOf(blocs, { kind: "consensus" });
    expect(banzhaf(power)).toEqual(["1/3", "1/3", "1/3"]);
    expect(shapley(power)).toEqual(["1/3", "1/3", "1/3"]);
    expect(power.vetoPlayers).toEqual(["republic", "taliban", "head"]);
  });

  it("PWR-17 PWR-21: where the single member sides with one party, that party decides alone", () => {
    const allied = withAlliances({ blocs, alliances: [["republic", "head"]] });
    if (!allied.ok) throw new Error(allied.message);
    const power = powerOf(allied.blocs, { kind: "simple-majority" });
    expect(power.dictator).toBe("republic+head");
    expect(power.powerless).toEqual(["taliban"]);
  });
});

describe("shares of two to one (draft of the High Council for National Reconciliation, 11 April 2021)", () => {
  const blocs = body({ republic: 2, taliban: 1 });

  it("PWR-05 PWR-17: at least two thirds lets the larger side decide alone", () => {
    const power = powerOf(blocs, { ...twoThirds, strict: false });
    expect(power.dictator).toBe("republic");
    expect(banzhaf(power)).toEqual(["1", "0"]);
  });

  it("PWR-05 PWR-17: more than two thirds gives the smaller side a veto", () => {
    const power = powerOf(blocs, { ...twoThirds, strict: true });
    expect(power.dictator).toBeNull();
    expect(power.vetoPlayers).toEqual(["republic", "taliban"]);
    expect(banzhaf(power)).toEqual(["1/2", "1/2"]);
    expect(shapley(power)).toEqual(["1/2", "1/2"]);
  });
});

describe("published figures", () => {
  it("PWR-13 PWR-14: European Economic Community 1958, 12 of 17 (The Britannica Guide to Statistics, p. 194)", () => {
    const power = powerOf(body({ DE: 4, FR: 4, IT: 4, NL: 2, BE: 2, LU: 1 }), { kind: "quota", votes: 12 });
    expect(power.blocs.map((bloc) => bloc.swings)).toEqual([10n, 10n, 10n, 6n, 6n, 0n]);
    expect(banzhaf(power)).toEqual(["5/21", "5/21", "5/21", "1/7", "1/7", "0"]);
    expect(shapley(power)).toEqual(["7/30", "7/30", "7/30", "3/20", "3/20", "0"]);
    expect(power.powerless).toEqual(["LU"]);
  });

  it.each([
    ["weights 7 and 1, quota 39", 7, { kind: "quota", votes: 39 }],
    [
      "nine votes and five vetoes",
      1,
      { kind: "with-veto", rule: { kind: "quota", votes: 9 }, veto: ["P1", "P2", "P3", "P4", "P5"] },
    ],
  ] as const)("PWR-09 PWR-14: United Nations Security Council, 421/2145 and 4/2145, as %s", (_, weight, rule) => {
    const ids = (letter: string, count: number, seats: number) =>
      Array.from({ length: count }, (_one, i) => ({ id: `${letter}${i + 1}`, seats }));
    const power = powerOf([...ids("P", 5, weight), ...ids("N", 10, 1)], rule);
    expect(new Set(shapley(power).slice(0, 5))).toEqual(new Set(["421/2145"]));
    expect(new Set(shapley(power).slice(5))).toEqual(new Set(["4/2145"]));
    expect(power.blocs.map((bloc) => Number(bloc.swings))).toEqual([...Array(5).fill(848), ...Array(10).fill(84)]);
    expect(power.vetoPlayers).toEqual(["P1", "P2", "P3", "P4", "P5"]);
    // Any four of the ten complete the five: 210, of which 200 are listed.
    expect(power.truncated.minimalWinning?.listed).toBe(200);
    // One permanent member, or seven of the ten others.
    expect(power.minimalBlocking).toHaveLength(125);
    expect(power.minimalBlocking.slice(0, 5)).toEqual([["P1"], ["P2"], ["P3"], ["P4"], ["P5"]]);
  });

  it("PWR-14 PWR-20: European Union of 27 under Nice, votes only, 255 of 345 (weights: Treaty of Accession 2005)", () => {
    const weights = [29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 3];
    const power = powerOf(
      weights.map((seats, i) => ({ id: `m${i}`, seats })),
      { kind: "quota", votes: 255 },
    );
    const byWeight = new Map(
      power.blocs.map((bloc) => [
        bloc.seats,
        { swings: Number(bloc.swings), index: formatFraction(bloc.shapleyShubik) },
      ]),
    );
    const published: readonly (readonly [number, number, readonly [bigint, bigint]])[] = [
      [29, 2193664, [126658297n, 1460244240n]],
      [27, 2091380, [321151673n, 4015671660n]],
      [14, 1200504, [641489789n, 16062686640n]],
      [13, 1120138, [128588951n, 3491888400n]],
      [12, 1038492, [80474809n, 2362159800n]],
      [10, 871654, [2264288233n, 80313433200n]],
      [7, 614702, [17893453n, 912652650n]],
      [4, 352374, [719816n, 65189475n]],
      [3, 265568, [656778013n, 80313433200n]],
    ];
    for (const [weight, swings, [n, d]] of published)
      expect(byWeight.get(weight)).toEqual({ swings, index: formatFraction(fraction(n, d)) });
    expect(power.certificate.method).toBe("counting");
  });
});
