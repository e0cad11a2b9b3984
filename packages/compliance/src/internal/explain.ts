import type { DayNumber } from "@parley/calendar";
import type { ActorId, Evidence, Progress, Standing, State } from "../model.ts";
import { becauseOf, disputedBit, stateOf } from "./codes.ts";
import { anchorsOf, asideFor, counts, restsOn } from "./counts.ts";
import { ever, firstDay, never } from "./day-sums.ts";
import { settledOn } from "./decisions.ts";
import type { Dossier } from "./dossier.ts";
import { fails, keeps, short, unusable } from "./sayings.ts";
import { told } from "./state.ts";
import { may, once, recurring } from "./terms.ts";

/** Where the commitment of a loaded dossier stands on a day, from its stretches. */
export function explain<Ref>(
  dossier: Dossier<Ref>,
  stretches: { readonly days: Int32Array; readonly codes: Uint16Array },
  on: DayNumber,
): Standing<Ref> {
  const { commitment, way } = dossier;
  const code = told(dossier, on);
  const state = stateOf(code);
  const kept = dossier.kept(on);
  const due = dueOn(dossier, on);
  const keptOn = state === "kept" ? kept : null;
  const late = keptOn !== null && due !== null && way === once && keptOn > due;
  return {
    id: commitment.id,
    ref: commitment.ref,
    state,
    because: becauseOf(code),
    since: sinceOf(stretches, on),
    disputed: (code & disputedBit) !== 0,
    due: due as DayNumber | null,
    daysOverdue: kept === never ? daysOverdue(dossier, on, { state, due }) : null,
    keptOn: keptOn as DayNumber | null,
    daysLate: late ? keptOn - due : null,
    progress: progressOn(dossier, on),
    allegedBy: actorsOf(dossier, openAllegations(dossier, on)),
    foundBy: actorsOf(dossier, upheld(dossier, on)),
    attributedTo: attributedTo(dossier, on),
    periods: tally(dossier, on),
    evidence: evidenceOn(dossier, on),
  };
}

function sinceOf({ days, codes }: { readonly days: Int32Array; readonly codes: Uint16Array }, on: number): DayNumber {
  let at = days.length - 1;
  while (at > 0 && (days[at] as number) > on) at -= 1;
  const state = stateOf(codes[at] as number);
  while (at > 0 && stateOf(codes[at - 1] as number) === state) at -= 1;
  const since = days[at] as number;
  return (since === ever ? firstDay : since) as DayNumber;
}

function dueOn<Ref>(dossier: Dossier<Ref>, on: number): number | null {
  if (dossier.way !== recurring) {
    const due = dossier.due(on);
    return due < never ? due : null;
  }
  const k = dossier.baseSeen > on ? 0 : dossier.periods.at(on);
  return k === 0 ? null : dossier.periods.endOf(k);
}

const counted: ReadonlySet<State> = new Set(["overdue", "no data", "breach alleged", "breach found"]);

/** For a duty that is not kept on the day. */
function daysOverdue<Ref>(
  dossier: Dossier<Ref>,
  on: number,
  { state, due }: { readonly state: State; readonly due: number | null },
): number | null {
  if (!counted.has(state) || dossier.gate(on) !== -1) return null;
  if (dossier.way === once) return due !== null && due < on ? on - due : null;
  if (dossier.way !== recurring) return null;
  const k = dossier.periods.at(on);
  if (k < 2 || !dossier.owed(k - 1)) return null;
  const end = dossier.periods.endOf(k - 1);
  return dossier.periodStatus(k - 1, end) === -1 ? null : on - end;
}

/** A keeping that was contradicted later is no progress of a duty that is done once. */
function progressOn<Ref>({ way, testimony, view }: Dossier<Ref>, on: number): Progress | null {
  const { said, places, on: days } = testimony;
  const contradicted = way === once || way === may ? said.list().findLastIndex((bits) => (bits & short) !== 0) : -1;
  let last: Progress | null = null;
  said.list().forEach((bits, at) => {
    if (days.at(at) > on || ((bits & keeps) !== 0 && at < contradicted)) return;
    const entry = view.record.entryAt(places.at(at));
    if (entry.kind === "report" && entry.progress !== null) last = entry.progress;
    else if ((bits & keeps) !== 0) last = "full";
    else if ((bits & fails) !== 0 && last === "full") last = null;
  });
  return last;
}

function openAllegations<Ref>(dossier: Dossier<Ref>, on: number): number[] {
  const cured = dossier.curedSince(on);
  const { record } = dossier.view;
  return dossier.alleged
    .list()
    .filter((place, at) => dossier.contested.alleged.isOpen(at, on) && record.onAt(place) >= cured);
}

/** The breach findings that no later finding has overturned, cured or not. */
function upheld<Ref>({ found, contested }: Dossier<Ref>, on: number): number[] {
  return found.list().filter((_, at) => contested.upheld.isOpen(at, on));
}

function actorsOf<Ref>({ view }: Dossier<Ref>, places: readonly number[]): readonly ActorId[] {
  return [...new Set(places.flatMap((place) => view.record.entryAt(place).by))];
}

function attributedTo<Ref>(dossier: Dossier<Ref>, on: number): readonly ActorId[] {
  const { record } = dossier.view;
  const standing = upheld(dossier, on);
  const against = dossier.places.list().flatMap((place) => {
    const entry = record.entryAt(place);
    if (entry.kind !== "attribution" || entry.withheld || entry.on > on) return [];
    if (asideFor(dossier, place) !== null) return [];
    return restsOn(dossier, entry).some((finding) => standing.includes(finding)) ? entry.against : [];
  });
  return [...new Set(against)];
}

/** The periods that have ended before a day and were owed. Cost: one step for each period. */
function tally<Ref>(dossier: Dossier<Ref>, on: number): Standing<Ref>["periods"] {
  if (dossier.way !== recurring) return null;
  let [ended, kept, missed] = [0, 0, 0];
  for (let k = 1, end = dossier.periods.endOf(1); end < on; k += 1, end = dossier.periods.endOf(k)) {
    if (!dossier.owed(k)) continue;
    const status = dossier.periodStatus(k, end);
    ended += 1;
    if (status === -1) kept += 1;
    else if (stateOf(status) === "overdue") missed += 1;
  }
  return { ended, kept, missed, noData: ended - kept - missed };
}

/** Every entry that bears on it, oldest first, those on its moments among them. */
export function bearingOn<Ref>(dossier: Dossier<Ref>): number[] {
  const { record, terms } = dossier.view;
  const places: number[] = [];
  record.listOf(dossier.at, places);
  const listed = new Set(places);
  for (const moment of new Set(anchorsOf(dossier)))
    for (const place of record.momentList(terms.momentPlace(moment))) if (!listed.has(place)) places.push(place);
  return places.sort((a, b) => (record.precedes(a, b) ? -1 : 1));
}

function evidenceOn<Ref>(dossier: Dossier<Ref>, on: number): Evidence[] {
  const { record } = dossier.view;
  const verifications = dossier.places.list().flatMap((place) => {
    const entry = record.entryAt(place);
    return entry.kind === "verification" && entry.on <= on && asideFor(dossier, place) === null ? [entry] : [];
  });
  const disputes = dossier.disputes.list().flatMap((place) => {
    const entry = record.entryAt(place);
    return entry.kind === "dispute" && entry.on <= on && settledOn(dossier, place) > on ? [entry] : [];
  });
  return bearingOn(dossier).map((place) => {
    const entry = record.entryAt(place);
    const by = record.outBy(place);
    return {
      entry,
      standing: standingOf(dossier, place, on),
      by: by === -1 ? null : record.entryAt(by).id,
      verified: verifications
        .filter(({ of }) => of.includes(entry.id))
        .map(({ id, outcome }) => ({ entry: id, outcome })),
      disputed: disputes.some(({ of }) => of.includes(entry.id)),
    };
  });
}

function standingOf<Ref>(dossier: Dossier<Ref>, place: number, on: number): Evidence["standing"] {
  const { record } = dossier.view;
  if ((record.saidAt(place) & unusable) !== 0) return "set aside";
  const by = record.outBy(place);
  if (by !== -1) return record.entryAt(by).corrects === record.entryAt(place).id ? "corrected" : "withdrawn";
  if (record.onAt(place) > on) return "later";
  return counts(dossier, place) ? "counts" : "set aside";
}
