import fc from "fast-check";
import type { Entry, Phase } from "../src/index.ts";
import { at, type Duty, day, duty, entry, on } from "./worlds.ts";

/** Small worlds of all kinds: a few commitments, days from 0 to 20, three actors and a monitor. */
const dayNumber = fc.integer({ min: 0, max: 20 });
const actors = fc.constantFrom<readonly string[]>([], ["a"], ["b"], ["m"], ["a", "b"], ["n"]);
const ids = ["c", "d", "e", "f"] as const;
const commitmentIds = fc.subarray([...ids]);
const moments = ["start", "talks", "deed"] as const;

const when = fc.oneof(
  { weight: 4, arbitrary: dayNumber.map(on) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...moments), fc.constantFrom("", " + 3 days", " - 2 days", " + 1 month", " + 5 hours"))
      .map(([moment, length]) => at(`${moment}${length}`)),
  },
);

const recurs = fc.constantFrom<Duty["recurs"]>(
  "once",
  "once",
  "once",
  "continuous",
  { every: { months: 0, days: 3, hours: 0 } },
  { every: { months: 0, days: 7, hours: 0 } },
  { every: { months: 1, days: 0, hours: 0 } },
  { every: { months: 0, days: 0, hours: 0 } },
);

const rarely = <T>(value: fc.Arbitrary<T>, other: T) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(other) }, { weight: 1, arbitrary: value });

const duties = (id: string): fc.Arbitrary<Duty> =>
  fc
    .record({
      by: fc.constantFrom<readonly string[]>(["a"], ["b"], ["a", "b"], []),
      to: fc.constantFrom<readonly string[]>(["b"], ["a"], []),
      force: fc.constantFrom<Duty["force"]>("shall", "shall", "shall", "shall not", "may"),
      from: fc.oneof({ weight: 2, arbitrary: fc.constant(on(0)) }, { weight: 1, arbitrary: when }),
      due: fc.oneof(when, fc.constant(null)),
      recurs,
      keptBy: rarely<string | null>(fc.constantFrom(...moments), null),
      conditional: rarely(fc.constant(true), false),
      hasGoal: rarely(fc.constant(true), false),
      after: rarely<readonly string[]>(commitmentIds, []),
      broughtBy: rarely<Duty["broughtBy"]>(
        fc.array(fc.record({ breachOf: fc.constantFrom(...ids, "nowhere"), on: fc.constantFrom("found", "alleged") }), {
          maxLength: 2,
        }),
        [],
      ),
      power: fc.record({
        does: fc.constantFrom("suspend", "resume", "extend", "terminate", "waive"),
        over: commitmentIds,
      }),
      phase: rarely<string | null>(fc.constantFrom("p", "q", "nowhere"), null),
      verifiedBy: rarely<readonly string[]>(fc.constantFrom(["m"], ["m", "n"]), []),
    })
    .map((said) => duty(id, { ...said, power: said.force === "may" ? said.power : null }));

const phases: fc.Arbitrary<readonly Phase[]> = fc
  .tuple(
    fc.record({ starts: when, ends: fc.oneof(when, fc.constant(null)), caretaker: commitmentIds }),
    fc.record({ starts: when, ends: fc.oneof(when, fc.constant(null)), caretaker: commitmentIds }),
  )
  .map(([p, q]) => [
    { id: "p", ...p },
    { id: "q", ...q },
  ]);

const maybe = fc.constantFrom<boolean | null>(true, false, null);
const entryIds = Array.from({ length: 10 }, (_, k) => `e${k}`);
const about = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...entryIds.slice(0, 6)), { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom([], ["nowhere"]) },
);
const outcome = fc.constantFrom("confirmed", "not confirmed", "inconclusive");

/** What an entry of each kind may say; those that are of others name commitments only now and then. */
const said = {
  moment: fc.record({ kind: fc.constant("moment" as const), moment: fc.constantFrom(...moments, "elsewhere") }),
  report: fc.record({
    kind: fc.constant("report" as const),
    kept: maybe,
    progress: fc.constantFrom(null, null, "not initiated", "intermediate", "full"),
    goalMet: rarely(maybe, null),
    conditionMet: rarely(maybe, null),
  }),
  allegation: fc.record({ kind: fc.constant("allegation" as const) }),
  verification: fc.record({ kind: fc.constant("verification" as const), of: about, outcome }),
  finding: fc.record({
    kind: fc.constant("finding" as const),
    of: fc.oneof(about, fc.constant([])),
    outcome,
    kept: rarely(maybe, null),
    goalMet: rarely(maybe, null),
  }),
  attribution: fc.record({
    kind: fc.constant("attribution" as const),
    of: about,
    against: fc.constantFrom(["a"], ["b"]),
    withheld: fc.boolean(),
  }),
  dispute: fc.record({ kind: fc.constant("dispute" as const), of: fc.oneof(about, fc.constant([])) }),
  power: fc.record({
    kind: fc.constant("power" as const),
    power: fc.constantFrom("suspend", "resume", "extend", "terminate", "waive"),
    until: fc.oneof(dayNumber.map(day), fc.constant(null)),
  }),
  withdrawal: fc.record({ kind: fc.constant("withdrawal" as const), of: about }),
};
type Saying = {
  [K in keyof typeof said]: (typeof said)[K] extends fc.Arbitrary<infer T> ? T : never;
}[keyof typeof said];

/** Of each kind, as often as its number. */
function often(weights: { readonly [K in keyof typeof said]?: number }): fc.Arbitrary<Saying> {
  const kinds = Object.keys(weights) as (keyof typeof said)[];
  return fc.oneof(
    ...kinds.map((kind) => ({ weight: weights[kind] ?? 0, arbitrary: said[kind] as fc.Arbitrary<Saying> })),
  );
}

const entriesOf = (sayings: fc.Arbitrary<Saying>, least: number) =>
  fc
    .array(
      fc.record({
        said: sayings,
        n: dayNumber,
        lag: fc.constantFrom(0, 0, 0, 1, 5, -1),
        by: actors,
        commitments: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(["c"], ["d"], ["c", "d"]) }, commitmentIds),
        narrows: fc.nat(3),
        corrects: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, fc.constantFrom(...entryIds, "nowhere")),
        id: fc.nat(40),
      }),
      { minLength: least, maxLength: 10 },
    )
    .map((list) =>
      list.map(({ said, n, lag, by, commitments, narrows, corrects, id }, k): Entry => {
        const { kind, ...rest } = said;
        const inherits = "of" in said && said.of.length > 0 && narrows !== 0;
        // Now and then an id that another has.
        const own = id === 0 ? "e0" : `e${k}`;
        const all = { ...rest, by, known: n + lag, corrects, commitments: inherits ? [] : commitments };
        return entry(kind, own, n, all as never);
      }),
    );

export interface RandomWorld {
  readonly commitments: readonly Duty[];
  readonly phases: readonly Phase[];
  readonly entries: readonly Entry[];
}

const all = often({
  moment: 1,
  report: 3,
  allegation: 2,
  verification: 1,
  finding: 2,
  attribution: 1,
  dispute: 1,
  power: 1,
  withdrawal: 1,
});

/** Anything at all. */
const wild: fc.Arbitrary<RandomWorld> = fc.record({
  commitments: fc.tuple(...ids.map(duties)),
  phases,
  entries: entriesOf(all, 0),
});

/** One duty of a kind that binds from day 0, much said of it, and powers over it and over each other that are in force. */
const plainDuty = (kind: Partial<Duty>) =>
  fc
    .record({
      due: fc.constantFrom(on(5), on(9), on(14), null),
      hasGoal: rarely(fc.constant(true), false),
      conditional: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      verifiedBy: fc.constantFrom<readonly string[]>(["m"], []),
      keptBy: rarely<string | null>(fc.constant("deed"), null),
      phase: rarely<string | null>(fc.constant("p"), null),
    })
    .map((said) => duty("c", { ...said, ...kind }));
const power = (id: string) =>
  fc
    .record({
      by: fc.constantFrom(["a"], ["b"]),
      due: rarely(dayNumber.map(on), null),
      power: fc.record({
        does: fc.constantFrom("suspend", "resume", "extend", "terminate", "waive"),
        over: fc.constantFrom(["c"], ["c", "d", "e", "f"], ["c", "d"]),
      }),
    })
    .map((said) => duty(id, { force: "may", ...said }));
const focused = (kind: Partial<Duty>, weights: Parameters<typeof often>[0]): fc.Arbitrary<RandomWorld> =>
  fc.record({
    commitments: fc.tuple(plainDuty(kind), power("d"), power("e"), duties("f")),
    phases,
    entries: entriesOf(often(weights), 4),
  });

const talk = { report: 12, moment: 2, finding: 2, dispute: 2, allegation: 1, withdrawal: 1 };
const rule = { power: 6, report: 2, withdrawal: 1, moment: 1 };
const blame = { allegation: 3, finding: 5, verification: 1, attribution: 4, dispute: 1, report: 2 };
const days3 = { every: { months: 0, days: 3, hours: 0 } };

export const randomWorlds: fc.Arbitrary<RandomWorld> = fc.oneof(
  { weight: 3, arbitrary: wild },
  focused({}, talk),
  focused({}, rule),
  focused({}, blame),
  focused({ recurs: days3 }, talk),
  focused({ recurs: days3 }, rule),
  focused({ recurs: days3 }, blame),
  focused({ force: "shall not" }, talk),
  focused({ recurs: "continuous" }, rule),
  focused({ force: "shall not" }, blame),
);

/** The days on which a small world is looked at. */
export const days: readonly number[] = Array.from({ length: 60 }, (_, k) => k - 4);
