import { type CivilDate, civilDate } from "@parley/calendar";
import fc from "fast-check";
import type { Condition, Forbidden, Issue, Mandate, Position, Reading, Stance, Target } from "../src/index.ts";

/** Small worlds: two signatories and a bystander, up to three issues of up to three options, two versions. */
export interface SmallWorld {
  readonly issues: Issue<string>[];
  readonly parties: string[];
  readonly positions: Position<string>[];
  readonly forbidden: Forbidden<string>[];
  readonly asOf: CivilDate;
}

export const asOf = civilDate("2021-03-30");
const days = ["2021-02-01", "2021-02-27", "2021-02-28", "2021-03-30", "2021-03-31"].map((day) => civilDate(day));
const issueIds = ["i", "j", "k"];
const optionIds = ["x", "y", "z"];
const anyDay = fc.constantFrom(...days);
const usualDay = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...days.slice(2, 4)) }, anyDay);

export const stances: Stance[] = [
  "red-line",
  "rejects",
  "reserves",
  "under-review",
  "accepts-if",
  "accepts",
  "prefers",
];
const stance = fc.oneof(fc.constantFrom(...stances), fc.constantFrom<Stance>("rejects", "accepts", "accepts-if"));
const choice = fc.record({ issue: fc.constantFrom(...issueIds), option: fc.constantFrom(...optionIds) });

const condition: fc.Arbitrary<Condition | null> = fc.option(
  fc
    .record({
      words: fc.constant("if"),
      onlyIf: fc.boolean(),
      met: fc.constantFrom<Condition["met"]>("met", "unmet", "unverifiable"),
      needs: fc.option(choice, { nil: null }),
    })
    .map(({ needs, ...rest }) => (needs === null ? rest : { ...rest, needs })),
);

const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ kind: fc.constant("provision" as const), issue: fc.constantFrom(...issueIds) }),
  { weight: 4, arbitrary: choice.map((one) => ({ kind: "option" as const, ...one })) },
  { weight: 2, arbitrary: fc.constantFrom("v", "w").map((version) => ({ kind: "version" as const, version })) },
  fc.constant({ kind: "subject" as const, subject: "a conference" }),
);

const readings: fc.Arbitrary<Reading[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Reading[]>([]) },
  fc
    .array(fc.record({ stance, condition }), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((one, at) => ({ ...one, id: `r${at}`, by: "a reader" }))),
);

const position: fc.Arbitrary<Omit<Position<string>, "id" | "ref">> = fc
  .record({
    party: fc.constantFrom("a", "b", "a", "b", "c"),
    mandate: fc.constantFrom<Mandate>(1, 1, 2, 2, 3, 5),
    confirmed: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
    target,
    stance,
    condition,
    said: usualDay,
    published: usualDay,
    readings,
    wording: fc.option(fc.constantFrom("w1", "w2"), { nil: null }),
  })
  .map(({ wording, ...rest }) => (wording === null ? rest : { ...rest, wording }));

const issues: fc.Arbitrary<Issue<string>[]> = fc
  .array(
    fc.array(
      fc.record({
        open: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
        tabledIn: fc.oneof({ weight: 3, arbitrary: fc.constant(["v"]) }, fc.subarray(["v", "w"])),
        wording: fc.constantFrom("w1", "w2"),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map((options, at) => {
      const id = issueIds[at] ?? "";
      const named = options.map((one, place) => ({
        ...one,
        id: optionIds[place] ?? "",
        earlierWordings: ["w0"],
        ref: "option",
      }));
      return { id, ref: id, options: named };
    }),
  );

const forbidden: fc.Arbitrary<Forbidden<string>[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Forbidden<string>[]>([]) },
  fc.array(fc.array(choice, { minLength: 1, maxLength: 2 }), { maxLength: 3 }).map((all) =>
    all.map((choices, at) => ({
      ref: `forbidden ${at}`,
      choices: Object.fromEntries(choices.map(({ issue, option }) => [issue, option])),
    })),
  ),
);

export const smallWorlds: fc.Arbitrary<SmallWorld> = fc.record({
  issues,
  parties: fc.constant(["a", "b"]),
  positions: fc
    .oneof(fc.array(position, { maxLength: 4 }), fc.array(position, { minLength: 4, maxLength: 9 }))
    .map((all) => all.map((one, at) => ({ ...one, id: `p${at}`, ref: `source ${at}` }))),
  forbidden,
  asOf: fc.constant(asOf),
});

/** Worlds that are nothing but refusals, dense enough that mostly no package is free. */
export const refusingWorlds: fc.Arbitrary<SmallWorld> = fc.record({
  issues,
  parties: fc.constant(["a", "b"]),
  positions: fc
    .array(
      fc.record({
        party: fc.constantFrom("a", "b"),
        target,
        line: fc.boolean(),
        mandate: fc.constantFrom<Mandate>(1, 2),
      }),
      {
        minLength: 4,
        maxLength: 9,
      },
    )
    .map((all) =>
      all.map(({ line, ...one }, at) => ({
        ...one,
        id: `p${at}`,
        ref: `source ${at}`,
        stance: line ? ("red-line" as const) : ("rejects" as const),
        condition: null,
        confirmed: true,
        said: asOf,
        published: asOf,
        readings: [],
      })),
    ),
  forbidden,
  asOf: fc.constant(asOf),
});
