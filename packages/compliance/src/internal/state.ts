import * as codes from "./codes.ts";
import { never, untold } from "./day-sums.ts";
import type { Dossier } from "./dossier.ts";
import { upTo } from "./order.ts";
import { lasting, may, once, recurring } from "./terms.ts";

/** The state on a day, with its reason and its mark, as a code. */
export function told<Ref>(dossier: Dossier<Ref>, day: number): number {
  const disputed = dossier.contested.disputed.latestOpen(day) !== null || dossier.opposition.isOpposed(day);
  return state(dossier, day) | (disputed ? codes.disputedBit : 0);
}

function state<Ref>(dossier: Dossier<Ref>, day: number): number {
  const ended = dossier.ended(day);
  const kept = dossier.kept(day);
  if (ended !== -1 && (kept === never || dossier.way === recurring)) return ended;
  const gate = dossier.gate(day);
  if (dossier.way === may) return gate === -1 ? codes.inForce : gate;
  if (dossier.found.length > 0 && dossier.isFound(day)) return codes.breachFound;
  if (dossier.alleged.length > 0 && dossier.isAlleged(day)) return codes.breachAlleged;
  if (kept !== never) return codes.done;
  if (gate !== -1) return gate;
  if (dossier.way === lasting) return lastingState(dossier, day);
  return dossier.way === once ? onceState(dossier, day) : recurringState(dossier, day);
}

function onceState<Ref>(dossier: Dossier<Ref>, day: number): number {
  const due = dossier.due(day);
  const goal = dossier.testimony.performed <= day ? dossier.testimony.goal(day) : true;
  if (goal === null) return codes.goalNotKnown;
  if (due === untold) return codes.dayNotKnown;
  if (due >= never) {
    if (!goal) return codes.bindingForGoal;
    return dossier.testimony.spoken || !dossier.undated(day) ? codes.inForce : codes.nothingRecorded;
  }
  if (day < due) return goal ? codes.inForce : codes.bindingForGoal;
  if (day === due) return goal ? codes.dueNow : codes.dueForGoal;
  if (!goal) return codes.overdueForGoal;
  return dossier.testimony.spoken ? codes.notDone : codes.nothingRecorded;
}

function lastingState<Ref>(dossier: Dossier<Ref>, day: number): number {
  if (dossier.due(day) === untold) return codes.dayNotKnown;
  const said = upTo(dossier.testimony.keptOn, day);
  if (said === 0 || dossier.testimony.keptOn.at(said - 1) < dossier.binding.boundFirst) return codes.nothingRecorded;
  const goal = dossier.commitment.hasGoal ? dossier.testimony.goal(day) : true;
  return goal === null ? codes.goalNotKnown : goal ? codes.lastReported : codes.bindingForGoal;
}

function recurringState<Ref>(dossier: Dossier<Ref>, day: number): number {
  if (dossier.baseSeen > day) return codes.inForce;
  const k = dossier.periods.at(day);
  if (k === 0) return codes.dayNotKnown;
  const last = day === dossier.periods.endOf(k);
  const now = dossier.periodStatus(k, day);
  if (now === codes.goalNotKnown) return now;
  if (now === codes.overdueForGoal) return last ? codes.dueForGoal : codes.bindingForGoal;
  const before = dossier.owed(k - 1) ? dossier.periodStatus(k - 1, day) : -1;
  return before !== -1 ? before : last ? codes.dueNow : codes.inForce;
}
