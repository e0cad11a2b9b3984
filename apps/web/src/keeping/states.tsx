import type { StandingAnswer, StatusAnswer } from "@parley/process";
import type { Tone } from "../words.tsx";

export type ShownState = StatusAnswer["counts"]["states"][number]["state"];

/** How each state is drawn: its shape is its own, so that it is told without colour; its tone says how grave it is. */
export const stateMarks: Record<ShownState, { readonly shape: string; readonly tone: Tone }> = {
  kept: { shape: "●", tone: "kept" },
  binding: { shape: "○", tone: "plain" },
  due: { shape: "◇", tone: "open" },
  "not yet binding": { shape: "→", tone: "plain" },
  "no data": { shape: "?", tone: "open" },
  "readings differ": { shape: "≠", tone: "open" },
  "breach alleged": { shape: "◆", tone: "open" },
  overdue: { shape: "▲", tone: "blocked" },
  "breach found": { shape: "■", tone: "blocked" },
  suspended: { shape: "=", tone: "plain" },
  lapsed: { shape: "–", tone: "plain" },
  waived: { shape: "×", tone: "plain" },
};

/** From what is well to what is ill, with what is not known between; then what no longer binds. */
export const statesInOrder = Object.keys(stateMarks) as ShownState[];

/** States at which a reader with the keyboard stops: what is open and what is broken. */
export function needsAttention(readings: readonly StandingAnswer[]): boolean {
  const first = readings[0];
  return (
    readings.some(
      ({ state, disputed }) => disputed || stateMarks[state].tone === "blocked" || stateMarks[state].tone === "open",
    ) || readings.some(({ state }) => state !== first?.state)
  );
}

/** A state with its shape, in a small frame. */
export function StateChip({ state }: { readonly state: ShownState }) {
  const { shape, tone } = stateMarks[state];
  return (
    <span className={`chip tone-${tone}`}>
      <span aria-hidden="true" className="state-shape">
        {shape}
      </span>
      {state}
    </span>
  );
}

/** The mark over a state that somebody contests. */
export function DisputedChip() {
  return (
    <span className="chip tone-open chip-disputed">
      <span aria-hidden="true" className="state-shape">
        !
      </span>
      disputed
    </span>
  );
}
