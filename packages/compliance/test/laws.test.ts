import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entry, Register, states } from "../src/index.ts";
import { Fold } from "../src/internal/fold.ts";
import { days, type RandomWorld, randomWorlds } from "./random-worlds.ts";
import { day, duty, entry, on } from "./worlds.ts";

/** Everything that a register says on some days. */
function allOf(register: Register<string>) {
  return days.filter((n) => n % 6 === 0).map((n) => [register.standings(day(n)), register.phases(day(n))]);
}
const span = { from: day(-10), to: day(100) };
const told = (register: Register<string>) => [
  allOf(register),
  register.changes(span),
  register.upcoming(span),
  register.problems,
];

describe("one entry more", () => {
  it("KEP-50: with one entry after another is the same as all at once", () => {
    fc.assert(
      fc.property(randomWorlds, fc.nat(10), (world, first) => {
        let register = Register.of({ ...world, entries: world.entries.slice(0, first) });
        for (const one of world.entries.slice(first)) register = register.with(one);
        expect(told(register)).toEqual(told(Register.of(world)));
      }),
      { numRuns: 120 },
    );
  });

  it("KEP-50: a register is a value: two that come from one do not disturb each other or it", () => {
    fc.assert(
      fc.property(randomWorlds, (world) => {
        const [a, b, ...rest] = world.entries;
        if (a === undefined || b === undefined) return;
        const first = Register.of({ ...world, entries: rest });
        const before = told(first);
        const [withA, withB] = [first.with(a), first.with(b)];
        expect(told(withA)).toEqual(told(Register.of({ ...world, entries: [...rest, a] })));
        expect(told(withB)).toEqual(told(Register.of({ ...world, entries: [...rest, b] })));
        expect(told(first)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it("KEP-50: what an entry cannot change is not computed again", () => {
    const commitments = Array.from({ length: 2000 }, (_, k) =>
      duty(`c${k}`, { due: on(9), after: k === 700 ? ["c3"] : [] }),
    );
    const fold = Fold.of({ commitments, phases: [], entries: [] });
    const next = fold.with(entry("report", "r", 5, { kept: true, commitments: ["c3"] }));
    const same = next.timelines.chunks.map((chunk, k) => chunk === fold.timelines.chunks[k]);
    expect(same).toEqual([false, true, false, true, true, true, true, true]);
  });
});

describe("knowledge", () => {
  const known = (world: RandomWorld, k: number): RandomWorld => ({
    ...world,
    entries: world.entries.filter((one) => one.known <= day(k)),
  });

  it("KEP-02: as known on a day is the register of the entries known by then", () => {
    fc.assert(
      fc.property(randomWorlds, fc.integer({ min: 0, max: 25 }), (world, k) => {
        const [first, ...rest] = world.entries;
        const register = rest.reduce(
          (before, one) => before.with(one),
          Register.of({ ...world, entries: first === undefined ? [] : [first] }),
        );
        expect(told(register.asKnown(day(k)))).toEqual(told(Register.of(known(world, k))));
      }),
      { numRuns: 100 },
    );
  });

  it("KEP-03: the order of the list does not matter among entries known on different days", () => {
    const distinct = randomWorlds.filter(({ entries }) => new Set(entries.map(({ id }) => id)).size === entries.length);
    fc.assert(
      fc.property(distinct, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (world, keys) => {
        const entries = world.entries.map((one, k): Entry => ({ ...one, known: day(one.known - day(0) + 100 * k) }));
        const usable = entries.filter((one) => one.known >= one.on);
        const shuffled = usable
          .map((one, k) => [keys[k] ?? 0, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(allOf(Register.of({ ...world, entries: shuffled }))).toEqual(
          allOf(Register.of({ ...world, entries: usable })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("KEP-05: withdrawing a withdrawal restores every state", () => {
    fc.assert(
      fc.property(randomWorlds, fc.nat(9), (world, at) => {
        const target = world.entries[at];
        if (target === undefined) return;
        const register = Register.of(world);
        const taken = register.with(entry("withdrawal", "taken", 30, { of: [target.id] }));
        const back = taken.with(entry("withdrawal", "back", 31, { of: ["taken"] }));
        for (const n of days) expect(back.states(day(n))).toEqual(register.states(day(n)));
        expect(back.changes(span)).toEqual(register.changes(span));
      }),
      { numRuns: 100 },
    );
  });
});

describe("states and counts", () => {
  it("KEP-49: a distribution adds up, and agrees with the states", () => {
    fc.assert(
      fc.property(randomWorlds, (world) => {
        const register = Register.of(world);
        for (const n of days.filter((one) => one % 4 === 0)) {
          const { counts, total, disputed } = register.distribution(day(n));
          expect(Object.values(counts).reduce((a, b) => a + b)).toBe(total);
          const each = [...register.states(day(n))];
          for (const [at, state] of states.entries()) expect(each.filter((s) => s === at)).toHaveLength(counts[state]);
          expect(register.standings(day(n)).filter((s) => s.disputed)).toHaveLength(disputed);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("KEP-48: changes are the differences from day to day", () => {
    fc.assert(
      fc.property(randomWorlds, fc.constantFrom(...days), fc.nat(50), (world, from, length) => {
        const register = Register.of(world);
        const wanted: unknown[] = [];
        for (let n = from + 1; n <= from + length; n += 1) {
          const [before, now] = [register.states(day(n - 1)), register.states(day(n))];
          register.commitments.forEach(({ id, ref }, at) => {
            const [was, is] = [states[before[at] ?? -1], states[now[at] ?? -1]];
            if (was !== is) wanted.push({ id, ref, was, is, on: day(n) });
          });
        }
        expect(register.changes({ from: day(from), to: day(from + length) })).toEqual(wanted);
      }),
      { numRuns: 120 },
    );
  });

  it("KEP-24: no data becomes kept only on a day of an entry", () => {
    fc.assert(
      fc.property(randomWorlds, (world) => {
        const dated = new Set(world.entries.map((one) => one.on as number));
        const kept = Register.of(world)
          .changes(span)
          .filter(({ was, is }) => was === "no data" && is === "kept");
        for (const { on: n } of kept) expect(dated.has(n)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it("KEP-24: without an entry nothing is ever kept, overdue, alleged or found", () => {
    fc.assert(
      fc.property(randomWorlds, (world) => {
        const register = Register.of({ ...world, entries: [] });
        for (const n of days) {
          const { counts } = register.distribution(day(n));
          expect([counts.kept, counts.overdue, counts["breach alleged"], counts["breach found"]]).toEqual([0, 0, 0, 0]);
        }
      }),
      { numRuns: 120 },
    );
  });
});
