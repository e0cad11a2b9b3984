import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, Register, states } from "../src/index.ts";
import { Oracle } from "./oracle.ts";
import { days, type RandomWorld, randomWorlds } from "./random-worlds.ts";
import { day } from "./worlds.ts";

/** All standings of the oracle on all days, `since` found by walking back. */
function expectSame(world: RandomWorld, register: Register<string>, looked: readonly number[]): void {
  const oracle = new Oracle(world);
  const told = looked.map((n) => [...register.states(day(n))]);
  oracle.commitments.forEach((c, at) => {
    let [since, before] = [always as number, ""];
    looked.forEach((n, k) => {
      const wanted = oracle.standingOn(c, day(n));
      if (k > 0 && wanted.state !== before) since = day(n);
      before = wanted.state;
      const found = register.standing(c.id, day(n));
      const same =
        JSON.stringify({ ...found, since: 0 }) === JSON.stringify({ ...sorted(wanted, found ?? {}), since: 0 });
      if (!same) expect({ n, ...found, since: 0 }).toEqual({ n, ...wanted, since: 0 });
      if (found?.since !== since) expect({ id: c.id, n, since: found?.since }).toEqual({ id: c.id, n, since });
      expect(states[told[k]?.[at] ?? -1]).toBe(wanted.state);
    });
  });
}

/** The same object with the keys in the order of another, so that both are written alike. */
function sorted(value: object, like: object): object {
  return Object.fromEntries(Object.keys(like).map((key) => [key, (value as Record<string, unknown>)[key]]));
}

describe("random small worlds", () => {
  it("KEP-47: every standing is what the rules give, one at a time", () => {
    fc.assert(
      fc.property(randomWorlds, (world) => expectSame(world, Register.of(world), days)),
      { numRuns: 150 },
    );
  });
});
