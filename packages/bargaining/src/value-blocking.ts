import { type Bits, bitsOf, meetingAll, minimalOf } from "./internal/minimal-sets.ts";
import { chosen, everyPackage, isForbidden, worthOf } from "./internal/valued.ts";
import type { Choice, Package } from "./position.ts";
import type { ValueInput } from "./valuation.ts";

/** Something assessed that can stand in the way. */
export type Demand =
  | { readonly kind: "red-line"; readonly party: string; readonly issue: string; readonly option: string }
  | { readonly kind: "condition"; readonly party: string; readonly if: Choice; readonly then: Choice }
  | { readonly kind: "reservation"; readonly party: string };

/** Giving up these demands makes packages acceptable. */
export interface Unlocking {
  readonly demands: readonly Demand[];
  readonly example: Package;
  /** By how much each reservation value given up would have to fall for the example, in that party's own units. */
  readonly shortfalls: readonly { readonly party: string; readonly by: number }[];
}

export interface ValueBlocking {
  /** All minimal sets of demands that together leave nothing acceptable. Empty when something is acceptable. */
  readonly blocking: readonly (readonly Demand[])[];
  readonly blockingComplete: boolean;
  /** The fewest demands, red lines counted first, that open a package: all ties, each with the example of least shortfall. */
  readonly unlocks: readonly Unlocking[];
}

const setsMax = 1_000;

/** For valuations already found good. Cost: packages × demands, then the minimal sets. Source: rule BRG-37. */
export function valueBlocking(input: ValueInput): ValueBlocking {
  const demands = demandsOf(input);
  const cheapest = new Map<Bits, Package>();
  for (const choices of everyPackage(input.issues)) {
    if (isForbidden(choices, input.forbidden)) continue;
    const broken = demands.reduce((set, { breaks }, at) => (breaks(choices) ? set | (1n << BigInt(at)) : set), 0n);
    const known = cheapest.get(broken);
    const shortfall = (example: Package) => totalShortfall(input, broken, demands, example);
    if (known === undefined || shortfall(choices) < shortfall(known)) cheapest.set(broken, choices);
  }
  if (cheapest.has(0n)) return { blocking: [], blockingComplete: true, unlocks: [] };
  const family = meetingAll(cheapest.keys(), setsMax);
  const name = (set: Bits) => bitsOf(set).flatMap((at) => demands[at]?.demand ?? []);
  return {
    blocking: family.sets.map(name),
    blockingComplete: family.complete,
    unlocks: fewest(minimalOf(cheapest.keys()), demands).map((set) => {
      const example = cheapest.get(set) ?? {};
      return { demands: name(set), example, shortfalls: shortfalls(input, set, demands, example) };
    }),
  };
}

interface Tested {
  readonly demand: Demand;
  readonly breaks: (choices: Package) => boolean;
}

function demandsOf({ valuations }: ValueInput): Tested[] {
  return valuations.flatMap(({ party, values, reservation, redLines, conditions }) => [
    ...redLines.map((line): Tested => {
      return { demand: { kind: "red-line", party, ...line }, breaks: (choices) => chosen(choices, line) };
    }),
    ...conditions.map((condition): Tested => {
      const breaks = (choices: Package) => chosen(choices, condition.if) && !chosen(choices, condition.then);
      return { demand: { kind: "condition", party, ...condition }, breaks };
    }),
    { demand: { kind: "reservation", party }, breaks: (choices: Package) => worthOf(choices, values) < reservation },
  ]);
}

function fewest(sets: readonly Bits[], demands: readonly Tested[]): Bits[] {
  const cost = (set: Bits) => {
    const members = bitsOf(set);
    return {
      set,
      redLines: members.filter((at) => demands[at]?.demand.kind === "red-line").length,
      size: members.length,
    };
  };
  const costs = sets.map(cost).toSorted((a, b) => a.redLines - b.redLines || a.size - b.size);
  const least = costs[0];
  return costs
    .filter(({ redLines, size }) => redLines === least?.redLines && size === least.size)
    .map(({ set }) => set);
}

function shortfalls(
  input: ValueInput,
  set: Bits,
  demands: readonly Tested[],
  example: Package,
): Unlocking["shortfalls"] {
  return bitsOf(set).flatMap((at) => {
    const demand = demands[at]?.demand;
    const valuation = input.valuations.find(({ party }) => party === demand?.party);
    if (demand?.kind !== "reservation" || valuation === undefined) return [];
    return [{ party: demand.party, by: valuation.reservation - worthOf(example, valuation.values) }];
  });
}

/** A sum over scales that do not compare: it only chooses which example to show. */
function totalShortfall(input: ValueInput, set: Bits, demands: readonly Tested[], example: Package): bigint {
  return shortfalls(input, set, demands, example).reduce((sum, { by }) => sum + BigInt(by), 0n);
}
