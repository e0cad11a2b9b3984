import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarStart, type Link, solve, verifyConflict, verifyWindow } from "../src/index.ts";
import {
  assignments,
  certainByBruteForce,
  feasibleSets,
  holds,
  link,
  linkIds,
  networks,
  permissive,
  possibleByBruteForce,
  type Sketch,
} from "./worlds.ts";

const pairs = (nodes: readonly string[]) =>
  nodes.flatMap((from, index) => nodes.slice(index + 1).map((to) => ({ from, to })));

/** Every network with one link or none between each two events, its bounds taken from a list. */
function* everyNetwork(nodes: readonly string[], bounds: readonly (readonly [number | null, number | null])[]) {
  const places = pairs(nodes);
  const total = bounds.length ** places.length;
  for (let code = 0; code < total; code += 1) {
    let rest = code;
    const links: Link<string>[] = [];
    places.forEach((place, index) => {
      const [least, most] = bounds[rest % bounds.length] ?? [null, null];
      rest = Math.floor(rest / bounds.length);
      const sketch: Sketch = { ...place, id: `l${index}`, least, most };
      if (least !== null || most !== null) links.push(link(sketch));
    });
    yield links;
  }
}

/** The least and greatest moment of an event over all assignments that satisfy every link; past `near`, no bound. */
function windowByBruteForce(
  event: string,
  links: readonly Link<unknown>[],
  worlds: readonly Map<string, number>[],
  near: number,
) {
  const moments = worlds
    .filter((at) => links.every((of) => holds(permissive(of), (at.get(of.to) ?? 0) - (at.get(of.from) ?? 0))))
    .map((at) => at.get(event) ?? 0);
  const low = Math.min(...moments);
  const high = Math.max(...moments);
  return { event, earliest: low < -near ? null : low, latest: high > near ? null : high };
}

describe("small worlds, exhaustively", () => {
  it("SCH-06 SCH-07 SCH-09: two events and every bound within ±1: feasibility, windows and conflicts", () => {
    const options = [null, -1, 0, 1].flatMap((low) => [null, -1, 0, 1].map((high) => [low, high] as const));
    const events = ["a", "b"];
    const worlds = assignments(events, 6);
    let infeasible = 0;
    for (const links of everyNetwork([calendarStart, ...events], options)) {
      const told = solve({ events, links });
      const conflicts = certainByBruteForce(links, worlds);
      const aside = new Set(told.setAside.map((of) => of.id));
      const kept = links.filter((of) => !aside.has(of.id));
      const windows = events.map((event) => windowByBruteForce(event, kept, worlds, 2));
      const toldWindows = told.windows.map(({ event, earliest, latest }) => ({ event, earliest, latest }));
      const same =
        told.feasible === (conflicts.length === 0) &&
        told.conflictsComplete &&
        String(told.conflicts.map(linkIds).sort()) === String(conflicts) &&
        JSON.stringify(toldWindows) === JSON.stringify(windows) &&
        told.conflicts.every(verifyConflict) &&
        told.windows.every(verifyWindow);
      if (!same)
        expect({ toldWindows, told: told.conflicts.map(linkIds) }, JSON.stringify(links)).toEqual({
          toldWindows: windows,
          told: conflicts,
        });
      expect(same).toBe(true);
      if (!told.feasible) infeasible += 1;
    }
    expect(infeasible).toBeGreaterThan(1000);
  });

  it("SCH-06 SCH-09: three events, five kinds of link between each two: feasibility and conflicts", () => {
    const options = [
      [null, null],
      [null, -1],
      [null, 1],
      [0, null],
      [1, 1],
    ] as const;
    const events = ["a", "b", "c"];
    const worlds = assignments(events, 3);
    const failures: unknown[] = [];
    for (const links of everyNetwork([calendarStart, ...events], options)) {
      const told = solve({ events, links });
      const conflicts = certainByBruteForce(links, worlds);
      const same = String(told.conflicts.map(linkIds).sort()) === String(conflicts) && told.conflictsComplete;
      if (!same || told.feasible !== (conflicts.length === 0) || !told.conflicts.every(verifyConflict))
        failures.push(links);
    }
    expect(failures).toEqual([]);
  });
});

describe("random small worlds against brute force", () => {
  const events = ["e0", "e1", "e2"];
  const worlds = assignments(events, 6);
  const small = { events: 3, links: 6, reach: 2, variants: 0 };

  it("SCH-09 SCH-11: all minimal conflicts, with parallel links and links from an event to itself", () => {
    fc.assert(
      fc.property(networks(small), (input) => {
        const told = solve(input);
        expect([...new Set(told.conflicts.map(linkIds))].sort()).toEqual(certainByBruteForce(input.links, worlds));
        expect(told.conflictsComplete).toBe(true);
        expect(told.conflicts.every(verifyConflict)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("SCH-13: certain and possible conflicts under rival readings", () => {
    let possible = 0;
    fc.assert(
      fc.property(networks({ ...small, links: 5, variants: 1 }), (input) => {
        const told = solve(input);
        const many = (certain: boolean) => [
          ...new Set(
            told.conflicts
              .filter((conflict) => conflict.certain === certain)
              .map(linkIds)
              .filter((ids) => certain || ids.includes(" ")),
          ),
        ];
        expect(many(true).sort()).toEqual(certainByBruteForce(input.links, worlds));
        expect(many(false).sort()).toEqual(possibleByBruteForce(input.links, worlds));
        expect(told.conflicts.every(verifyConflict)).toBe(true);
        possible += many(false).length;
      }),
      { numRuns: 1000 },
    );
    expect(possible).toBeGreaterThan(20);
  });

  it("SCH-19: what is set aside is the least by strength and then by number, and is enough", () => {
    const strongest = ["clause", "position", "announcement", "assumption"];
    fc.assert(
      fc.property(networks({ ...small, links: 7 }), (input) => {
        const told = solve(input);
        const feasible = feasibleSets(input.links, input.links.map(permissive), worlds);
        const all = feasible.length - 1;
        const cost = (links: readonly Link<unknown>[]) =>
          strongest.map((origin) => String(links.filter((of) => of.origin === origin).length)).join();
        const costs = [...feasible.keys()]
          .filter((set) => feasible[all & ~set])
          .map((set) => input.links.filter((_, index) => (set & (1 << index)) !== 0))
          .filter((links) => links.every((of) => of.origin !== "record"))
          .map(cost)
          .sort();
        const bits = input.links.reduce((set, of, index) => (told.setAside.includes(of) ? set | (1 << index) : set), 0);
        if (costs.length === 0) expect([told.windows, told.setAside]).toEqual([[], []]);
        else {
          expect(feasible[all & ~bits]).toBe(true);
          expect(cost(told.setAside)).toBe(costs[0]);
        }
        expect(told.setAsideLeast).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
