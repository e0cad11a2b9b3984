import { addLength, dateOfDay, dayNumberOf } from "@parley/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entry, Register } from "../src/index.ts";
import { asksForRule, dayPlus, untold } from "../src/internal/day-sums.ts";
import { Oracle } from "./oracle.ts";
import { day, duty, entry } from "./worlds.ts";

describe("days", () => {
  const rules = [null, "last-day-of-month", "first-day-of-next-month"] as const;

  it("KEP-14: sums of days and months are those of the calendar, on every day of eight years and at its edges", () => {
    const starts = Array.from({ length: 2922 }, (_, k) => -25_600 + k);
    for (const start of [...starts, -719_162, -719_100, 2_932_896, 2_932_800])
      for (const rule of rules)
        for (const [months, days, times] of [
          [1, 0, 1],
          [1, 3, -1],
          [5, 0, 7],
          [0, 90, 2],
        ] as const) {
          let wanted = untold;
          try {
            const length = { months: months * Math.abs(times), days: days * Math.abs(times), hours: 0 };
            const sign = times < 0 ? -1 : 1;
            const sum = addLength(dateOfDay(start), length, { sign, ...(rule === null ? {} : { rule }) });
            if (sum.ok) wanted = dayNumberOf(sum.date);
          } catch {
            // Outside the calendar.
          }
          if (dayPlus(start, { months, days, rule }, times) !== wanted)
            expect([start, rule, months, dayPlus(start, { months, days, rule }, times)]).toEqual([
              start,
              rule,
              months,
              wanted,
            ]);
        }
  });

  it("KEP-29: a step of months asks for a rule when one of its days may not exist", () => {
    const on = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
    expect([1, 2, 12].map((months) => asksForRule(on("2021-01-31"), months))).toEqual([true, true, false]);
    expect([1, 12].map((months) => asksForRule(on("2020-02-29"), months))).toEqual([true, true]);
    expect([1, 7].map((months) => asksForRule(on("2021-01-28"), months))).toEqual([false, false]);
  });
});

describe("larger worlds", () => {
  /** Many entries on few commitments, known on days far apart. */
  const many = (count: number, spread: number): fc.Arbitrary<readonly Entry[]> =>
    fc
      .array(
        fc.record({
          n: fc.nat(60),
          kept: fc.constantFrom(true, false, null),
          by: fc.constantFrom(["a"], ["b"], []),
          of: fc.nat(count - 1),
          kind: fc.constantFrom(
            "report",
            "report",
            "report",
            "allegation",
            "withdrawal",
            "correction",
            "dispute",
            "finding",
          ),
        }),
        { minLength: count, maxLength: count },
      )
      .map((list) =>
        list.map(({ n, kept, by, of, kind }, k) => {
          const common = { by, known: n + k * spread };
          if (kind === "report") return entry("report", `e${k}`, n, { ...common, kept });
          if (kind === "correction") return entry("report", `e${k}`, n, { ...common, kept, corrects: `e${of}` });
          if (kind === "finding")
            return entry("finding", `e${k}`, n, { known: common.known, by: ["m"], of: [`e${of}`] });
          if (kind === "allegation") return entry("allegation", `e${k}`, n, common);
          return entry(kind as "withdrawal" | "dispute", `e${k}`, n, { ...common, of: [`e${of}`] });
        }),
      );

  it.each([1, 100_000])("KEP-50: many entries, one after the other, days apart by %i", (spread) => {
    const commitments = [
      duty("c", { recurs: { every: { months: 0, days: 5, hours: 0 } } }),
      duty("d", { recurs: "continuous" }),
      duty("e", { hasGoal: true, after: ["c"] }),
    ];
    fc.assert(
      fc.property(many(120, spread), fc.constantFrom("c", "d", "e"), (list, id) => {
        const entries = list.map((one): Entry => (one.commitments.length > 0 ? { ...one, commitments: [id] } : one));
        const world = { commitments, phases: [], entries };
        const all = Register.of(world);
        const grown = entries.reduce((register, one) => register.with(one), Register.of({ ...world, entries: [] }));
        const oracle = new Oracle(world);
        for (const n of [5, 20, 33, 60, 75]) {
          expect(grown.standings(day(n))).toEqual(all.standings(day(n)));
          const told = all.standings(day(n)).map(({ state, because, disputed }) => ({ state, because, disputed }));
          const wanted = oracle.commitments.map((c) => ({
            ...oracle.stateOn(c, day(n)),
            disputed: oracle.disputed(c, day(n)),
          }));
          expect(told).toEqual(wanted);
        }
      }),
      { numRuns: 3 },
    );
  });

  it("KEP-40: more reporters than have room beside what is said keep their voices apart", () => {
    const crowd = Array.from({ length: 9000 }, (_, k) =>
      entry("report", `e${k}`, 1, { by: [`reporter-${k}`], commitments: ["crowded"] }),
    );
    const word = (id: string, by: string, kept: boolean) =>
      entry("report", id, kept ? 2 : 3, { by: [by], commitments: ["c"], kept });
    const world = (second: string) => ({
      commitments: [duty("crowded"), duty("c")],
      phases: [],
      entries: [...crowd, word("first", "late-comer", true), word("second", second, false)],
    });
    const isDisputed = (second: string) => Register.of(world(second)).standing("c", day(5))?.disputed;
    expect([isDisputed("late-comer"), isDisputed("another late-comer")]).toEqual([false, true]);
  });
});
