import { civilDate, type DayNumber, dayNumberOf } from "@parley/calendar";
import { type Commitment, type Entry, type Phase, Register, type When } from "@parley/compliance";

const commitmentCount = 100_000;
const entryCount = 1_000_000;
const first: number = dayNumberOf(civilDate("2016-01-01"));
const span = 2500;

type Row = readonly [name: string, work: () => unknown, before?: () => void];

/**
 * A register of 100,000 commitments and a million entries of all kinds, ten years of them: made, asked on a day, one entry
 * more. The plain row beside them only puts each entry under the commitments it names, in a Map. `collected` is called before
 * each run of these two: an earlier register, thrown away, is no part of making the next.
 */
export function complianceRows(collected: () => void): readonly Row[] {
  const input = largeWorld();
  const register = Register.of(input);
  const day = (n: number) => (first + n) as DayNumber;
  const one = {
    ...(input.entries.find(({ kind }) => kind === "report") as Entry),
    id: "one more",
    known: day(span + 40),
  };
  const power = {
    ...(input.entries.find(({ kind }) => kind === "power") as Entry),
    id: "a power",
    known: day(span + 40),
  };
  let turn = 0;
  const another = () => {
    turn = (turn + 400) % span;
    return day(turn);
  };
  return [
    ["plain: a million entries into a Map", () => plainPass(input.entries), collected],
    ["register of 10^5 commitments, 10^6 entries", () => Register.of(input), collected],
    ["its states on a day", () => register.states(another())],
    ["its distribution on a day", () => register.distribution(another())],
    ["the register with one entry more", () => register.with(one)],
    ["the register with a power used", () => register.with(power)],
    ["one standing with its evidence", () => register.standing("c-77", day(1000))],
    ["a week's changes", () => register.changes({ from: day(1000), to: day(1007) })],
    ["as known half-way", () => register.asKnown(day(span / 2))],
  ];
}

function plainPass(entries: readonly Entry[]): number {
  const under = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const id of entry.commitments) {
      const list = under.get(id);
      if (list === undefined) under.set(id, [entry]);
      else list.push(entry);
    }
  return under.size;
}

function largeWorld(): {
  readonly commitments: readonly Commitment<number>[];
  readonly phases: readonly Phase[];
  readonly entries: readonly Entry[];
} {
  const random = numbers(20_210_412);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const actors = ["government", "movement", "neighbour", "mission"];
  const on = (n: number): When => ({
    anchor: { kind: "day", day: (first + n) as DayNumber },
    offset: null,
    rule: null,
  });
  const after = (moment: string, days: number): When => ({
    anchor: { kind: "moment", moment },
    offset: { sign: 1, length: { months: days % 7, days, hours: 0 } },
    rule: "last-day-of-month",
  });
  const commitments = Array.from({ length: commitmentCount }, (_, k): Commitment<number> => {
    const kind = random(100);
    const from = random(10) < 7 ? on(random(span)) : after(`moment-${random(200)}`, random(90));
    const other = () => `c-${random(commitmentCount)}`;
    return {
      id: `c-${k}`,
      ref: k,
      by: [pick(actors)],
      to: [pick(actors)],
      force: kind < 80 ? "shall" : kind < 92 ? "shall not" : "may",
      from,
      due: random(10) < 8 ? on(random(span)) : null,
      recurs:
        kind < 50
          ? "once"
          : kind < 60
            ? "continuous"
            : { every: { months: random(2) * 3, days: 30 + random(60), hours: 0 } },
      keptBy: random(10) === 0 ? `moment-${random(200)}` : null,
      conditional: random(20) === 0,
      hasGoal: random(10) === 0,
      after: random(10) === 0 ? [other()] : [],
      broughtBy: random(20) === 0 ? [{ breachOf: other(), on: pick(["found", "alleged"] as const) }] : [],
      power:
        kind < 92
          ? null
          : {
              does: pick(["suspend", "resume", "extend", "terminate", "waive"] as const),
              over: Array.from({ length: 20 }, other),
            },
      phase: random(3) === 0 ? `phase-${random(5)}` : null,
      verifiedBy: random(3) === 0 ? ["mission"] : [],
    };
  });
  const phases = Array.from(
    { length: 5 },
    (_, k): Phase => ({
      id: `phase-${k}`,
      starts: on(k * 300),
      ends: on(k * 300 + 900),
      caretaker: [],
    }),
  );
  const kinds = weighted({
    report: 70,
    allegation: 6,
    verification: 5,
    finding: 5,
    attribution: 2,
    dispute: 4,
    power: 3,
    moment: 1,
    withdrawal: 1,
  });
  const entries: Entry[] = [];
  for (let k = 0; k < entryCount; k += 1) {
    const n = Math.floor((k / entryCount) * span);
    const earlier = (): Entry | undefined => entries[k - 1 - random(Math.min(k, 20_000))];
    const corrected = random(50) === 0 ? earlier() : undefined;
    const id = `e-${k}`;
    const on = (first + n) as DayNumber;
    const known = (first + n + (random(4) === 0 ? random(30) : 0)) as DayNumber;
    const by = [pick(actors)];
    const commitment = () => `c-${random(commitmentCount)}`;
    const commitments = random(20) === 0 ? [commitment(), commitment()] : [commitment()];
    const corrects = corrected?.id ?? null;
    const about = earlier();
    const of = about === undefined ? [] : [about.id];
    const outcome = pick(["confirmed", "not confirmed", "inconclusive"] as const);
    const more: { readonly [K in Entry["kind"]]: () => Entry } = {
      moment: () => ({
        kind: "moment",
        id,
        on,
        known,
        by,
        commitments,
        corrects,
        moment: `moment-${random(4000)}`,
      }),
      report: () => ({
        kind: "report",
        id,
        on,
        known,
        by,
        commitments,
        corrects,
        kept: pick([true, true, false, null]),
        progress: pick([null, "not initiated", "minimal", "intermediate", "full"]),
        goalMet: random(10) === 0 ? true : null,
        conditionMet: random(20) === 0 ? true : null,
      }),
      allegation: () => ({ kind: "allegation", id, on, known, by, commitments, corrects }),
      verification: () => ({ kind: "verification", id, on, known, by, commitments: [], corrects, of, outcome }),
      finding: () => ({
        kind: "finding",
        id,
        on,
        known,
        by,
        commitments,
        corrects,
        of: random(2) === 0 ? of : [],
        outcome,
        kept: null,
        goalMet: null,
      }),
      attribution: () => ({
        kind: "attribution",
        id,
        on,
        known,
        by,
        commitments: [],
        corrects,
        of,
        against: [pick(actors)],
        withheld: random(4) === 0,
      }),
      dispute: () => ({ kind: "dispute", id, on, known, by, commitments: [], corrects, of }),
      power: () => ({
        kind: "power",
        id,
        on,
        known,
        by,
        commitments,
        corrects,
        power: pick(["suspend", "resume", "extend", "terminate", "waive"]),
        until: (on + random(100)) as DayNumber,
      }),
      withdrawal: () => ({ kind: "withdrawal", id, on, known, by, commitments: [], corrects, of }),
    };
    entries.push(more[pick(kinds)]());
  }
  return { commitments, phases, entries };
}

function weighted<K extends string>(weights: Readonly<Record<K, number>>): readonly K[] {
  return (Object.keys(weights) as K[]).flatMap((kind) => Array.from({ length: weights[kind] }, () => kind));
}

/** Whole numbers below a bound, the same in every run (Marsaglia's xorshift). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
