import { never } from "./day-sums.ts";
import type { DisputeEntry, Dossier, FindingEntry } from "./dossier.ts";

/** What later findings do to breaches found, allegations and disputes. Each gives a day, or `never`. */

/** The day of a later finding that there was no such breach. */
export function overturnedOn<Ref>(dossier: Dossier<Ref>, place: number): number {
  const { record } = dossier.view;
  const { id, of } = record.entryAt(place) as FindingEntry;
  let day = never;
  for (const by of dossier.findings.list()) {
    const other = record.entryAt(by) as FindingEntry;
    if (other.kept !== null || other.outcome !== "not confirmed" || !record.precedes(place, by)) continue;
    const same = other.of.length === 0 || other.of.includes(id) || other.of.some((one) => of.includes(one));
    if (same) day = Math.min(day, other.on);
  }
  return day;
}

/** The day on which a body decided on an allegation. */
export function decidedOn<Ref>(dossier: Dossier<Ref>, place: number): number {
  if (dossier.findings.length === 0) return never;
  const { record } = dossier.view;
  const { id } = record.entryAt(place);
  let day = never;
  for (const by of dossier.findings.list()) {
    const { kept, outcome, of, on } = record.entryAt(by) as FindingEntry;
    if (on >= day || (kept === null && outcome === "inconclusive")) continue;
    const named = outcome !== "inconclusive" && of.includes(id);
    if (named || ((kept !== null || of.length === 0) && record.precedes(place, by))) day = on;
  }
  return day;
}

/** The day on which a finding settled a dispute. */
export function settledOn<Ref>(dossier: Dossier<Ref>, place: number): number {
  const { record } = dossier.view;
  const dispute = record.entryAt(place) as DisputeEntry;
  let day = never;
  for (const by of dossier.findings.list()) {
    const { kept, outcome, of, on } = record.entryAt(by) as FindingEntry;
    if (on >= day || (kept === null && outcome === "inconclusive") || !record.precedes(place, by)) continue;
    const settles = kept !== null || of.length === 0 || of.includes(dispute.id);
    if (settles || of.some((id) => dispute.of.includes(id))) day = on;
  }
  return day;
}
