import { never } from "./day-sums.ts";
import type { Dossier } from "./dossier.ts";
import type { EntryRecord } from "./record.ts";
import { confirmed, fails, isAbout, keeps, ofEntry, refuted } from "./sayings.ts";

/** What later findings do to breaches found, allegations and disputes. Each gives a day, or `never`. */

/** Whether a finding says whether the commitment was kept. */
export function saysKept(said: number): boolean {
  return (said & (keeps | fails)) !== 0;
}

/** Whether a finding decides anything. */
export function isDecided(said: number): boolean {
  return (said & (keeps | fails | confirmed | refuted)) !== 0;
}

/** Whether two entries name the same one; it may be one that is not there. */
function nameTheSame(record: EntryRecord, a: number, b: number): boolean {
  const others = ofEntry(record.entryAt(b));
  return ofEntry(record.entryAt(a)).some((id) => others.includes(id));
}

/** The day of a later finding that there was no such breach. */
export function overturnedOn<Ref>({ view, findings }: Dossier<Ref>, place: number): number {
  const { record } = view;
  let day = never;
  for (let k = 0; k < findings.length; k += 1) {
    const by = findings.at(k);
    const said = record.saidAt(by);
    if (saysKept(said) || (said & refuted) === 0 || record.onAt(by) >= day || !record.precedes(place, by)) continue;
    if ((said & isAbout) === 0 || record.isAbout(by, place) || nameTheSame(record, by, place)) day = record.onAt(by);
  }
  return day;
}

/** The day on which a body decided on an allegation. */
export function decidedOn<Ref>({ view, findings }: Dossier<Ref>, place: number): number {
  const { record } = view;
  let day = never;
  for (let k = 0; k < findings.length; k += 1) {
    const by = findings.at(k);
    const said = record.saidAt(by);
    if (record.onAt(by) >= day || !isDecided(said)) continue;
    const named = (said & (confirmed | refuted)) !== 0 && record.isAbout(by, place);
    if (named || ((saysKept(said) || (said & isAbout) === 0) && record.precedes(place, by))) day = record.onAt(by);
  }
  return day;
}

/** The day on which a finding settled a dispute. */
export function settledOn<Ref>({ view, findings }: Dossier<Ref>, place: number): number {
  const { record } = view;
  let day = never;
  for (let k = 0; k < findings.length; k += 1) {
    const by = findings.at(k);
    const said = record.saidAt(by);
    if (record.onAt(by) >= day || !isDecided(said) || !record.precedes(place, by)) continue;
    const settles = saysKept(said) || (said & isAbout) === 0;
    if (settles || record.isAbout(by, place) || nameTheSame(record, by, place)) day = record.onAt(by);
  }
  return day;
}
