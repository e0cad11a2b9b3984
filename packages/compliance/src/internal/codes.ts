import { type Because, type State, states } from "../model.ts";

/** A state with its reason and its mark, as one small number. */
export const becauses = [
  "waits for its day",
  "waits for a moment",
  "waits for earlier steps",
  "waits for a breach",
  "waits for its phase",
  "condition unmet",
  "condition not known",
  "day not known",
  "in force",
  "kept as last reported",
  "done in full",
  "nothing recorded",
  "goal unmet",
  "goal not known",
  "not done by its day",
  "period missed",
  "period not reported",
  "alleged",
  "found",
  "power used",
  "phase ended",
  "time ran out",
] as const satisfies readonly Because[];

export const stateMask = 15;
export const disputedBit = 1 << 9;

export function code(state: State, because: Because): number {
  return states.indexOf(state) | (becauses.indexOf(because) << 4);
}

export function stateOf(told: number): State {
  return states[told & stateMask] as State;
}

export function becauseOf(told: number): Because {
  return becauses[(told >> 4) & 31] as Because;
}

export const waitsForMoment = code("not yet binding", "waits for a moment");
export const waitsForDay = code("not yet binding", "waits for its day");
export const waitsForSteps = code("not yet binding", "waits for earlier steps");
export const waitsForBreach = code("not yet binding", "waits for a breach");
export const waitsForPhase = code("not yet binding", "waits for its phase");
export const conditionUnmet = code("not yet binding", "condition unmet");
export const conditionNotKnown = code("no data", "condition not known");
export const dayNotKnown = code("no data", "day not known");
export const nothingRecorded = code("no data", "nothing recorded");
export const goalNotKnown = code("no data", "goal not known");
export const periodNotReported = code("no data", "period not reported");
export const periodMissed = code("overdue", "period missed");
export const overdueForGoal = code("overdue", "goal unmet");
export const notDone = code("overdue", "not done by its day");
export const inForce = code("binding", "in force");
export const bindingForGoal = code("binding", "goal unmet");
export const lastReported = code("binding", "kept as last reported");
export const dueNow = code("due", "in force");
export const dueForGoal = code("due", "goal unmet");
export const done = code("kept", "done in full");
export const breachFound = code("breach found", "found");
export const breachAlleged = code("breach alleged", "alleged");
export const suspended = code("suspended", "power used");
export const terminated = code("lapsed", "power used");
export const phaseOver = code("lapsed", "phase ended");
export const timeRanOut = code("lapsed", "time ran out");
export const waived = code("waived", "power used");
