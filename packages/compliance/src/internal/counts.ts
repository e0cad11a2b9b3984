import type { Entry, ProblemCode } from "../model.ts";
import { saysKept } from "./decisions.ts";
import type { Dossier, FindingEntry } from "./dossier.ts";
import { confirmed, goalSaid, kindMask, kindNumber } from "./sayings.ts";

/** Whether an entry stands, bears on the commitment, and has an effect on it. */
export function counts<Ref>(dossier: Dossier<Ref>, place: number): boolean {
  const { record } = dossier.view;
  if (!record.stands(place)) return false;
  return (dossier.places.includes(place) || isAnchor(dossier, place)) && asideFor(dossier, place) === null;
}

/** Whether an entry says that a moment took place on which the days of the commitment hang. */
export function isAnchor<Ref>(dossier: Dossier<Ref>, place: number): boolean {
  const { record } = dossier.view;
  if ((record.saidAt(place) & kindMask) !== kindNumber.moment) return false;
  const entry = record.entryAt(place);
  return entry.kind === "moment" && anchorsOf(dossier).includes(entry.moment);
}

export function anchorsOf<Ref>({ view, at, commitment }: Dossier<Ref>): readonly string[] {
  const { from, due, keptBy } = commitment;
  const phase = view.terms.phaseOf(at);
  const named = [from, due, phase?.starts, phase?.ends].flatMap((when) =>
    when?.anchor.kind === "moment" ? [when.anchor.moment] : [],
  );
  return keptBy === null ? named : [...named, keptBy];
}

/** Why an entry that stands has no effect on a commitment; null when it has. */
export function asideFor<Ref>(dossier: Dossier<Ref>, place: number): ProblemCode | null {
  const { view, commitment } = dossier;
  const said = view.record.saidAt(place);
  switch (said & kindMask) {
    case kindNumber.verification: {
      const by = view.record.byAt(place);
      const own = by.some((actor) => commitment.by.includes(actor) || view.saidByActor(place, actor));
      return own ? "verified-by-reporter" : null;
    }
    case kindNumber.power:
      return view.useProblem(place, dossier);
    case kindNumber.finding: {
      const says = saysKept(said) || (said & (goalSaid | confirmed)) !== 0;
      return says || dossier.decides(place) ? null : "found-by-another-body";
    }
    case kindNumber.attribution:
      return attributionProblem(dossier, view.record.entryAt(place) as Attribution);
    default:
      return null;
  }
}

type Attribution = Extract<Entry, { readonly kind: "attribution" }>;

/** The breach findings that an attribution rests on: those it names, or that were made on what it names. */
export function restsOn<Ref>(dossier: Dossier<Ref>, { of, on }: Attribution): readonly number[] {
  return dossier.found.list().filter((place) => {
    const finding = dossier.view.record.entryAt(place) as FindingEntry;
    if (finding.on > on) return false;
    return of.length === 0 || of.includes(finding.id) || of.some((id) => finding.of.includes(id));
  });
}

function attributionProblem<Ref>(dossier: Dossier<Ref>, attribution: Attribution): ProblemCode | null {
  const { record } = dossier.view;
  const findings = restsOn(dossier, attribution);
  if (findings.length === 0) return "attributed-without-finding";
  const about = new Set(attribution.of);
  for (const place of findings) for (const id of (record.entryAt(place) as FindingEntry).of) about.add(id);
  const verified = dossier.places.list().some((place) => {
    const entry = record.entryAt(place);
    if (entry.kind !== "verification" || !entry.of.some((id) => about.has(id))) return false;
    return entry.by.some((actor) => attribution.by.includes(actor)) && asideFor(dossier, place) === null;
  });
  return verified ? "attributed-by-verifier" : null;
}
