import { civilDate, longDate } from "@parley/calendar";
import { states } from "@parley/compliance";
import type { StandingAnswer, StateText, StatusAnswer } from "../../answers/status.ts";
import { counted, inWords, listed, sentence } from "../join/view.ts";
import { stateWords } from "./reasons.ts";

type Counts = StatusAnswer["counts"];
type Counted = Counts["states"][number]["state"];

/** Readings of one commitment, in the order of the readings. */
export function byCommitment(standings: readonly StandingAnswer[]): Map<string, StandingAnswer[]> {
  const found = new Map<string, StandingAnswer[]>();
  for (const each of standings) found.set(each.id, [...(found.get(each.id) ?? []), each]);
  return found;
}

/** How many commitments are in each state, each counted once; what has none is left out. Never one percentage. */
export function countsOf(standings: readonly StandingAnswer[]): Counts {
  const counts = new Map<Counted, number>();
  const commitments = [...byCommitment(standings).values()];
  for (const readings of commitments) {
    const state = commonState(readings);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const order: readonly Counted[] = [...states, "readings differ"];
  return {
    states: order.flatMap((state) => {
      const n = counts.get(state) ?? 0;
      return n === 0 ? [] : [{ state, commitments: n }];
    }),
    disputed: commitments.filter((readings) => readings.some(({ disputed }) => disputed)).length,
    late: commitments.filter((readings) => commonState(readings) === "kept" && readings.every(isLate)).length,
    total: commitments.length,
  };
}

function isLate({ daysLate }: StandingAnswer): boolean {
  return daysLate !== null;
}

function commonState(readings: readonly StandingAnswer[]): Counted {
  const found = new Set<StateText>(readings.map(({ state }) => state));
  return found.size === 1 ? (readings[0]?.state ?? "no data") : "readings differ";
}

/** "Of 11 commitments 3 are kept, one is overdue and two are without data." */
export function countsWords({ states: found, disputed, late, total }: Counts): string {
  const lateWords = late === 0 ? "" : ` (${inWords(late)} of them late)`;
  const said = found.map(
    ({ state, commitments }) =>
      `${inWords(commitments)} ${commitments === 1 ? "is" : "are"} ${stateWords[state]}${state === "kept" ? lateWords : ""}`,
  );
  const contested =
    disputed === 0 ? "" : ` ${sentence(`${disputed === 1 ? "one is" : `${inWords(disputed)} are`} disputed`)}`;
  return `Of ${counted(total, "commitment")}, ${listed(said)}.${contested}`;
}

/** Commitments that two readers take to stand differently, or to be due on different days. */
export function differencesIn(standings: readonly StandingAnswer[]): StatusAnswer["differences"] {
  return [...byCommitment(standings)].flatMap(([commitment, readings]) => {
    const states = new Set(readings.map(({ state }) => state));
    const days = new Set(readings.map(({ due }) => due));
    if (states.size < 2 && days.size < 2) return [];
    return [
      {
        commitment,
        text: differenceWords(readings, { sameState: states.size === 1 }),
        readings: readings.map(({ reader, state, due }) => ({ reader, state, due })),
      },
    ];
  });
}

/** What each reader takes it to be: the days alone where the state is one. */
function differenceWords(readings: readonly StandingAnswer[], { sameState }: { readonly sameState: boolean }): string {
  const dueWords = (due: string | null) => (due === null ? "no day" : longDate(civilDate(due)));
  if (sameState) {
    const state = stateWords[readings[0]?.state ?? "no data"];
    return `It is ${state} under each reading; it is due by ${listed(readings.map(({ reader, due }) => `${dueWords(due)} (${reader})`))}.`;
  }
  return `It is ${listed(readings.map(({ reader, state, due }) => `${stateWords[state]} as ${reader} reads it${due === null ? "" : `, due by ${dueWords(due)}`}`))}.`;
}
