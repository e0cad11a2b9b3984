import fc from "fast-check";
import { type Conflict, calendarStart, days, type Link, type Minutes, minutes, type Origin } from "../src/index.ts";

/** How a test writes a bound: a plain number, or null. */
type Bound = number | null;

export interface Sketch {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly least: Bound;
  readonly most: Bound;
  readonly origin?: Origin;
  readonly kind?: "order" | "length" | "date";
  readonly choices?: readonly string[];
  readonly variants?: readonly { readonly id: string; readonly least: Bound; readonly most: Bound }[];
}

/** A link in minutes, or in days when asked. */
export function link(sketch: Sketch, unit: (count: number) => Minutes = minutes): Link<string> {
  const bound = (value: Bound) => (value === null ? null : unit(value));
  return {
    id: sketch.id,
    from: sketch.from,
    to: sketch.to,
    atLeast: bound(sketch.least),
    atMost: bound(sketch.most),
    origin: sketch.origin ?? "clause",
    kind: sketch.kind ?? "length",
    ref: `provision ${sketch.id}`,
    choices: sketch.choices ?? [],
    variants: (sketch.variants ?? []).map(({ id, least, most }) => ({
      id,
      atLeast: bound(least),
      atMost: bound(most),
      ref: `reading ${id}`,
    })),
  };
}

export const inDays = (sketch: Sketch): Link<string> => link(sketch, days);

// The oracle below knows nothing of graphs: it tries whole numbers of minutes for every event.

type Pair = readonly [Bound, Bound];

const readings = (of: Link<unknown>): Pair[] =>
  [of, ...of.variants].map((reading) => [reading.atLeast, reading.atMost]);

const least = (bounds: readonly Bound[], pick: (...values: number[]) => number): Bound => {
  const numbers = bounds.filter((bound) => bound !== null);
  return numbers.length < bounds.length ? null : pick(...numbers);
};

export const permissive = (of: Link<unknown>): Pair => [
  least(
    readings(of).map(([low]) => low),
    Math.min,
  ),
  least(
    readings(of).map(([, high]) => high),
    Math.max,
  ),
];

export const holds = ([low, high]: Pair, length: number): boolean =>
  (low === null || length >= low) && (high === null || length <= high);

/** All assignments of whole minutes within ±reach to the events, with calendarStart at 0. */
export function assignments(events: readonly string[], reach: number): Map<string, number>[] {
  const values = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  return events.reduce<Map<string, number>[]>(
    (all, event) => all.flatMap((known) => values.map((value) => new Map(known).set(event, value))),
    [new Map([[calendarStart, 0]])],
  );
}

const length = (of: Link<unknown>, at: ReadonlyMap<string, number>) => (at.get(of.to) ?? 0) - (at.get(of.from) ?? 0);

/** For each set of links, as bits: whether some assignment satisfies all of it. */
export function feasibleSets(
  links: readonly Link<unknown>[],
  bounds: readonly Pair[],
  worlds: readonly ReadonlyMap<string, number>[],
): boolean[] {
  const feasible = new Array<boolean>(2 ** links.length).fill(false);
  for (const at of worlds) {
    let met = 0;
    links.forEach((of, index) => {
      if (holds(bounds[index] ?? [null, null], length(of, at))) met |= 1 << index;
    });
    feasible[met] = true;
  }
  // Any part of a set that can hold can hold.
  for (let bit = 0; bit < links.length; bit += 1) {
    for (let set = 0; set < feasible.length; set += 1) {
      if ((set & (1 << bit)) === 0 && feasible[set | (1 << bit)]) feasible[set] = true;
    }
  }
  return feasible;
}

/** The sets in a list that have no other of it within them. */
export const minimal = (sets: readonly number[]): number[] =>
  sets.filter((set) => !sets.some((other) => other !== set && (other & set) === other));

export const idsOf = (set: number, links: readonly Link<unknown>[]): string =>
  links
    .filter((_, index) => (set & (1 << index)) !== 0)
    .map((of) => of.id)
    .sort()
    .join(" ");

export const linkIds = (conflict: Conflict<unknown>): string =>
  [...new Set(conflict.steps.map((step) => step.link.id))].sort().join(" ");

/** All minimal sets that cannot hold under the permissive readings. */
export function certainByBruteForce(
  links: readonly Link<unknown>[],
  worlds: readonly ReadonlyMap<string, number>[],
): string[] {
  const feasible = feasibleSets(links, links.map(permissive), worlds);
  const failing = [...feasible.keys()].filter((set) => !feasible[set]);
  return minimal(failing)
    .map((set) => idsOf(set, links))
    .sort();
}

const sound = (of: Link<unknown>, [low, high]: Pair): boolean =>
  of.from === of.to ? holds([low, high], 0) : low === null || high === null || low <= high;

/**
 * The minimal sets of two links or more that fail under some choice of readings and are not certain, links that fail
 * alone under every reading left out; readings that fail alone are not chosen while the link has others.
 */
export function possibleByBruteForce(
  links: readonly Link<unknown>[],
  worlds: readonly ReadonlyMap<string, number>[],
): string[] {
  const certain = new Set(certainByBruteForce(links, worlds));
  const kept = links.filter((of) => !certain.has(of.id));
  const choices = kept.reduce<Pair[][]>(
    (all, of) => {
      const usable = readings(of).filter((reading) => sound(of, reading));
      return all.flatMap((known) =>
        (usable.length > 0 ? usable : [permissive(of)]).map((reading) => [...known, reading]),
      );
    },
    [[]],
  );
  const failing = new Set<number>();
  for (const bounds of choices) {
    feasibleSets(kept, bounds, worlds).forEach((can, set) => {
      if (!can) failing.add(set);
    });
  }
  return minimal([...failing])
    .map((set) => idsOf(set, kept))
    .filter((ids) => !certain.has(ids))
    .sort();
}

// Random worlds.

const bound = (reach: number) => fc.option(fc.integer({ min: -reach, max: reach }), { nil: null, freq: 2 });
const origins: Origin[] = ["record", "clause", "announcement", "position", "assumption"];

/** Networks of a few events with links anywhere among them: parallel ones, and from an event to itself. */
export function networks(options: {
  readonly events: number;
  readonly links: number;
  readonly reach: number;
  readonly variants: number;
  readonly records?: boolean;
}): fc.Arbitrary<{ events: string[]; links: Link<string>[] }> {
  const events = Array.from({ length: options.events }, (_, index) => `e${index}`);
  const end = fc.constantFrom(calendarStart, ...events);
  const sketch = fc.record({
    from: end,
    to: end,
    least: bound(options.reach),
    most: bound(options.reach),
    origin: fc.constantFrom(...(options.records === false ? origins.slice(1) : origins)),
    kind: fc.constantFrom("order" as const, "length" as const, "date" as const),
    choices: fc.subarray(["a=1", "b=2"]),
    variants: fc.array(fc.record({ least: bound(options.reach), most: bound(options.reach) }), {
      maxLength: options.variants,
      size: "max",
    }),
  });
  return fc
    .array(sketch, { minLength: Math.floor(options.links / 2), maxLength: options.links, size: "max" })
    .map((sketches) => ({
      events,
      links: sketches.map((parts, index) =>
        link({
          ...parts,
          id: `l${index}`,
          variants: parts.variants.map((variant, place) => ({ ...variant, id: `v${place}` })),
        }),
      ),
    }));
}
