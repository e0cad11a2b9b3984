import type { DayNumber } from "@parley/calendar";
import type { Upcoming } from "../model.ts";
import { disputedBit, phaseOver, stateOf, suspended } from "./codes.ts";
import type { Column } from "./column.ts";
import { never } from "./day-sums.ts";
import type { Dossier } from "./dossier.ts";
import { told } from "./state.ts";
import { once, recurring } from "./terms.ts";
import { turningDays } from "./timeline.ts";

interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber;
}
type Tell<Ref> = (day: number, what: Upcoming<Ref>["what"]) => void;

const closed: ReadonlySet<string> = new Set(["kept", "lapsed", "waived", "suspended"]);

/** What comes for the commitment of a loaded dossier in a span of days, both ends counted. `turns` is for work. */
export function coming<Ref>(dossier: Dossier<Ref>, { from, to }: Span, turns: Column): Upcoming<Ref>[] {
  const { commitment, way } = dossier;
  const found: Upcoming<Ref>[] = [];
  const tell: Tell<Ref> = (day, what) =>
    found.push({ id: commitment.id, ref: commitment.ref, day: day as DayNumber, what });
  turningDays(dossier, turns);
  // What ends on a day shows on the next, so the last days of stretches are looked at too.
  const days = new Set(turns.list().flatMap((day) => [day - 1, day]));
  for (const day of [...days].sort((a, b) => a - b)) {
    if (day < from || day > to) continue;
    const before = told(dossier, day - 1);
    if (dossier.isInForce(day) && dossier.gate(day - 1) !== -1 && stateOf(before) === "not yet binding")
      tell(day, "begins to bind");
    if (way !== recurring && isOpen(dossier, day) && dossier.due(day) === day)
      tell(day, way === once ? "due" : "period ends");
    if (
      dossier.ended(day) === suspended &&
      dossier.ended(day + 1) === -1 &&
      dossier.used.suspension(day)?.until === day
    )
      tell(day, "suspension ends");
    if (isPhaseOver(dossier, day + 1) && !isPhaseOver(dossier, day)) tell(day, "phase ends");
  }
  if (way === recurring) tellPeriods(dossier, { from, to }, tell);
  return found;
}

/** Each end of a period in which the duty is in force and not yet kept. */
function tellPeriods<Ref>(dossier: Dossier<Ref>, { from, to }: Span, tell: Tell<Ref>): void {
  for (let k = dossier.periods.at(from); k !== 0; k += 1) {
    const end = dossier.periods.endOf(k);
    if (end > to || end >= never) return;
    if (dossier.baseSeen <= end && isOpen(dossier, end)) tell(end, "period ends");
  }
}

function isOpen<Ref>(dossier: Dossier<Ref>, day: number): boolean {
  return dossier.isInForce(day) && !closed.has(stateOf(told(dossier, day)));
}

function isPhaseOver<Ref>(dossier: Dossier<Ref>, day: number): boolean {
  return (told(dossier, day) & ~disputedBit) === phaseOver;
}
