import type { Unit } from "./numbers/lexicon.ts";
import type { NumberFact } from "./numbers/said-twice.ts";

/** What remains when the numbers of two sides have answered each other. */
export interface Unmatched {
  /** Equal numbers that count different things: 24 hours, 24 days. */
  readonly units: readonly (readonly [NumberFact, NumberFact])[];
  readonly a: readonly NumberFact[];
  readonly b: readonly NumberFact[];
}

const minutesIn: Readonly<Partial<Record<Unit, number>>> = { minute: 1, hour: 60, day: 1440, week: 10_080 };
const monthsIn: Readonly<Partial<Record<Unit, number>>> = { month: 1, year: 12 };

/**
 * Pairs the numbers of two sides: equal ones first, the same unit before an unsaid one; then equal lengths (two weeks, 14 days), and a
 * share said as its two numbers. Order does not matter, since languages order words differently.
 */
export function matchNumbers(a: readonly NumberFact[], b: readonly NumberFact[]): Unmatched {
  const restA = new Set(a);
  const restB = new Set(b);
  const pair = (fits: (one: NumberFact, other: NumberFact) => boolean): (readonly [NumberFact, NumberFact])[] => {
    const pairs: (readonly [NumberFact, NumberFact])[] = [];
    const others = [...restB].sort(byReliance);
    for (const one of [...restA].sort(byReliance)) {
      const other = others.find((each) => restB.has(each) && fits(one, each));
      if (other === undefined) continue;
      restA.delete(one);
      restB.delete(other);
      pairs.push([one, other]);
    }
    return pairs;
  };
  pairAlike(restA, restB);
  pair((one, other) => equal(one, other) && one.unit === other.unit);
  pair((one, other) => equal(one, other) && (one.unit === null || other.unit === null));
  pair(sameLength);
  const units = pair((one, other) => equal(one, other) && one.reliance !== "faint" && other.reliance !== "faint");
  for (const [from, to] of [
    [restA, restB],
    [restB, restA],
  ] as const)
    for (const share of [...from]) splitShare(share, from, to);
  return { units, a: [...restA], b: [...restB] };
}

/** Numbers of one value and unit, in one sweep, so that a long table costs no more than its length. */
function pairAlike(restA: Set<NumberFact>, restB: Set<NumberFact>): void {
  const waiting = new Map<string, NumberFact[]>();
  const keyOf = ({ values, unit }: NumberFact): string => `${values.join("|")} ${unit ?? ""}`;
  for (const other of [...restB].sort(byReliance).reverse()) {
    const alike = waiting.get(keyOf(other));
    if (alike === undefined) waiting.set(keyOf(other), [other]);
    else alike.push(other);
  }
  for (const one of [...restA].sort(byReliance)) {
    const other = waiting.get(keyOf(one))?.pop();
    if (other === undefined) continue;
    restA.delete(one);
    restB.delete(other);
  }
}

const rank = { sure: 0, doubtful: 1, faint: 2 } as const;

function byReliance(one: NumberFact, other: NumberFact): number {
  return rank[one.reliance] - rank[other.reliance] || one.start - other.start;
}

function equal(one: NumberFact, other: NumberFact): boolean {
  return one.values.some((value) => other.values.includes(value));
}

/** Two weeks and 14 days, a year and twelve months; not a day and 24 hours, which lawyers tell apart. */
function sameLength(one: NumberFact, other: NumberFact): boolean {
  if (one.unit === null || other.unit === null || one.unit === other.unit) return false;
  const hours = [one.unit, other.unit].filter((unit) => unit === "hour" || unit === "minute").length;
  if (hours === 1) return false;
  for (const table of [minutesIn, monthsIn]) {
    const [first, second] = [table[one.unit], table[other.unit]];
    if (first === undefined || second === undefined) continue;
    return one.values.some((value) => other.values.some((said) => amount(value) * first === amount(said) * second));
  }
  return false;
}

function amount(value: string): number {
  const [numerator, denominator] = value.split("/").map(Number);
  return (numerator ?? Number.NaN) / (denominator ?? 1);
}

/** “Two out of three” on one side, “two thirds” on the other. */
function splitShare(share: NumberFact, from: Set<NumberFact>, to: Set<NumberFact>): void {
  const [numerator, denominator] = share.values[0]?.split("/") ?? [];
  if (denominator === undefined) return;
  const above = [...to].find(({ values }) => values.includes(numerator ?? ""));
  const below = [...to].find((fact) => fact !== above && fact.values.includes(denominator));
  if (above === undefined || below === undefined) return;
  from.delete(share);
  to.delete(above);
  to.delete(below);
}
