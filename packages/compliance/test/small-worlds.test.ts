import { describe, expect, it } from "vitest";
import { type Entry, Register } from "../src/index.ts";
import { Oracle } from "./oracle.ts";
import { at, type Duty, day, duty, entry, on } from "./worlds.ts";

/** What one entry may say of `c`, on a day; `e0` is the first entry of the world. */
const sayings: readonly ((id: string, n: number) => Entry)[] = [
  (id, n) => entry("report", id, n, { kept: true, by: ["a"] }),
  (id, n) => entry("report", id, n, { kept: false, by: ["b"] }),
  (id, n) => entry("report", id, n, { progress: "minimal", goalMet: true, conditionMet: true }),
  (id, n) => entry("report", id, n, { progress: "full", goalMet: false, conditionMet: false, by: ["a"] }),
  (id, n) => entry("allegation", id, n, { by: ["b"] }),
  (id, n) => entry("finding", id, n, { by: ["m"], outcome: "not confirmed", of: ["e0"] }),
  (id, n) => entry("finding", id, n, { by: ["m"], of: ["e0"] }),
  (id, n) => entry("finding", id, n, { by: ["m"], kept: true }),
  (id, n) => entry("finding", id, n, { by: ["m"], kept: false }),
  (id, n) => entry("attribution", id, n, { by: ["n"], of: ["e0"], against: ["a"] }),
  (id, n) => entry("verification", id, n, { by: ["n"], of: ["e0"] }),
  (id, n) => entry("dispute", id, n, { of: ["e0"], by: ["b"] }),
  (id, n) => entry("moment", id, n, { moment: "deed" }),
  (id, n) => entry("moment", id, n, { moment: "start" }),
  (id, n) => entry("power", id, n, { power: "suspend", until: day(6), by: ["p"] }),
  (id, n) => entry("power", id, n, { power: "terminate", by: ["p"] }),
  (id, n) => entry("withdrawal", id, n, { of: ["e0"] }),
  (id, n) => entry("report", id, n, { kept: true, known: n + 3, corrects: "e0" }),
];

const powers = (["suspend", "terminate"] as const).map((does) =>
  duty(`may ${does}`, { force: "may", by: ["p"], power: { does, over: ["c"] } }),
);
const kinds: readonly (readonly [name: string, said: Partial<Duty>])[] = [
  ["once, by a day", { due: on(4), keptBy: "deed" }],
  ["once, with no day", {}],
  ["once, by a day after a moment, with a goal", { from: at("start"), due: at("start + 1 day"), hasGoal: true }],
  ["once, under a condition, with a verifier", { due: on(4), conditional: true, verifiedBy: ["m"] }],
  ["at all times", { recurs: "continuous" }],
  ["not to be done until a day", { force: "shall not", due: on(4) }],
  ["every three days", { recurs: { every: { months: 0, days: 3, hours: 0 } }, due: on(3), keptBy: "deed" }],
  ["allowed until a day", { force: "may", due: on(4) }],
];
const looked = [2, 3, 4, 5, 7, 8];

/** Compares all that is told of `c` in a world; the first difference fails the test. */
function compare(commitments: readonly Duty[], entries: readonly Entry[]): number {
  const world = { commitments, phases: [], entries };
  const [register, oracle] = [Register.of(world), new Oracle(world)];
  const [c] = oracle.commitments;
  if (c === undefined) throw new Error("No commitment.");
  for (const n of looked) {
    const { since: _, ...found } = register.standing("c", day(n)) ?? { since: 0 };
    const wanted = oracle.standingOn(c, day(n));
    const keys = Object.keys(found) as (keyof typeof wanted)[];
    const ordered = Object.fromEntries(keys.map((key) => [key, wanted[key]]));
    if (JSON.stringify(found) !== JSON.stringify(ordered))
      expect({ n, entries, ...found }).toEqual({ n, entries, ...wanted });
  }
  return 1;
}

describe("small worlds, exhaustively", () => {
  it.each(kinds)("KEP-01 KEP-06: %s: any two entries, before, on and after its day", (_, said) => {
    const commitments = [duty("c", said), ...powers];
    let worlds = 0;
    for (const first of sayings)
      for (const second of sayings)
        for (const n of [2, 7])
          for (const m of [2, 4, 7]) worlds += compare(commitments, [first("e0", n), second("e1", m)]);
    expect(worlds).toBe(sayings.length ** 2 * 6);
  });

  it("KEP-05: three entries that report, correct, withdraw and decide", () => {
    const few = [0, 1, 4, 5, 6, 16, 17].map((at) => sayings[at] as (typeof sayings)[number]);
    let worlds = 0;
    for (const first of few)
      for (const second of few)
        for (const third of few)
          worlds += compare([duty("c", { due: on(4) })], [first("e0", 2), second("e1", 5), third("e2", 5)]);
    expect(worlds).toBe(few.length ** 3);
  });
});
