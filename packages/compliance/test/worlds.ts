import { civilDate, type DayNumber, dayNumberOf, parseLength } from "@parley/calendar";
import {
  type Because,
  type Commitment,
  type Entry,
  type Phase,
  Register,
  type Standing,
  type State,
  type When,
} from "../src/index.ts";

/** Day 0 is 1 January 2020, so that worlds speak of small numbers. */
const origin: number = dayNumberOf(civilDate("2020-01-01"));

export function day(n: number): DayNumber {
  return (origin + n) as DayNumber;
}

/** The number that `day` was given. */
export function plain(n: DayNumber | null): number | null {
  return n === null ? null : n - origin;
}

export function on(n: number): When {
  return { anchor: { kind: "day", day: day(n) }, offset: null, rule: null };
}

/** "start + 3 days", or a moment alone. */
export function at(text: string): When {
  const [moment = "", sign, ...length] = text.split(" ");
  const offset =
    sign === undefined
      ? null
      : {
          sign: sign === "+" ? (1 as const) : (-1 as const),
          length: parseLength(length.join(" ")) ?? { months: 0, days: 0, hours: 0 },
        };
  return { anchor: { kind: "moment", moment }, offset, rule: null };
}

export type Duty = Commitment<string>;

/** A duty of `a` towards `b` that binds from day 0, with what a test says otherwise. */
export function duty(id: string, said: Partial<Duty> = {}): Duty {
  return {
    id,
    ref: `ref of ${id}`,
    by: ["a"],
    to: ["b"],
    force: "shall",
    from: on(0),
    due: null,
    recurs: "once",
    keptBy: null,
    conditional: false,
    hasGoal: false,
    after: [],
    broughtBy: [],
    power: null,
    phase: null,
    verifiedBy: [],
    ...said,
  };
}

type Kind = Entry["kind"];
type EntryOf<K extends Kind> = Extract<Entry, { readonly kind: K }>;
type Own = "kind" | "id" | "on" | "known" | "by" | "commitments" | "corrects";
type Said<K extends Kind> = Partial<Omit<EntryOf<K>, "kind" | "id" | "on" | "known">> & { readonly known?: number };

const unsaid: { readonly [K in Kind]: Omit<EntryOf<K>, Own> } = {
  moment: { moment: "" },
  report: { kept: null, progress: null, goalMet: null, conditionMet: null },
  allegation: {},
  verification: { of: [], outcome: "confirmed" },
  finding: { of: [], outcome: "confirmed", kept: null, goalMet: null },
  attribution: { of: [], against: [], withheld: false },
  dispute: { of: [] },
  power: { power: "suspend", until: null },
  withdrawal: { of: [] },
} as { readonly [K in Kind]: Omit<EntryOf<K>, Own> };

/** An entry known on its day and said by nobody, on the commitment `c` unless it is of others, with what a test says otherwise. */
export function entry<K extends Kind>(kind: K, id: string, n: number, said: Said<K> = {} as Said<K>): Entry {
  const { known = n, ...rest } = said;
  const elsewhere = "of" in rest || kind === "moment" || kind === "withdrawal";
  return {
    kind,
    id,
    on: day(n),
    by: [],
    commitments: elsewhere ? [] : ["c"],
    corrects: null,
    ...unsaid[kind],
    ...rest,
    known: day(known),
  } as unknown as Entry;
}

export interface World {
  readonly commitments: readonly Duty[];
  readonly phases?: readonly Phase[];
  readonly entries?: readonly Entry[];
}

export function registerOf({ commitments, phases = [], entries = [] }: World): Register<string> {
  return Register.of({ commitments, phases, entries });
}

/** The one standing of a commitment; `c` unless told. */
export function standing(world: World, n: number, id = "c"): Standing<string> {
  const found = registerOf(world).standing(id, day(n));
  if (found === null) throw new Error(`No commitment ${id}.`);
  return found;
}

/** State and reason on each of some days. */
export function told(world: World, days: readonly number[], id = "c"): readonly `${State}: ${Because}`[] {
  return days.map((n) => {
    const { state, because } = standing(world, n, id);
    return `${state}: ${because}` as const;
  });
}
