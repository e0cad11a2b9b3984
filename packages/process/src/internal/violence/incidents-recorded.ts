import type { CeasefireAnswer } from "../../answers/violence.ts";
import type { RecordEntry } from "../../events.ts";
import type { State } from "../../fold.ts";
import { partyName, sourcesOf } from "../join/view.ts";
import { partiesOf } from "../keeping/bodies.ts";

type Incident = CeasefireAnswer["incidents"][number];
type Step = Incident["step"];

/**
 * Incidents that monitors and parties recorded: each allegation or report with a place, and how far it has come. A step
 * is taken only by who may: who verifies did not report it, who finds is not one side to it alone, who attributes did not verify it. Quadratic in what
 * bears on one incident, linear in the record.
 */
export function incidentsRecorded(state: State): Incident[] {
  const bearing = new Map<string, RecordEntry[]>();
  for (const entry of state.record)
    for (const target of entry.of) bearing.set(target, [...(bearing.get(target) ?? []), entry]);
  const names = (ids: readonly string[]) => [...new Set(ids)].map((id) => partyName(state, id));
  return state.record
    .filter(({ type, where }) => (type === "alleged" || type === "reported") && where !== null)
    .map((entry): Incident => {
      const upon = bearing.get(entry.id) ?? [];
      // A speaker is one with the party spoken for, and whoever is accused verifies nothing in its own cause.
      const isElse = (by: readonly string[], others: readonly string[]) => {
        const apart = new Set(partiesOf(state, others));
        return partiesOf(state, by).every((party) => !apart.has(party));
      };
      const verified = upon.filter(
        ({ type, by }) => type === "verified" && isElse(by, [...entry.by, ...entry.against]),
      );
      // Neither who says it nor who is accused of it finds on it alone; together they may.
      const isOneSide = (by: readonly string[]) =>
        [entry.by, entry.against].some((side) => {
          const parties = new Set(partiesOf(state, side));
          return partiesOf(state, by).every((party) => parties.has(party));
        });
      const found = upon.filter(({ type, by }) => type === "found" && !isOneSide(by));
      const later = [...upon, ...found.flatMap(({ id }) => bearing.get(id) ?? [])];
      const verifiers = verified.flatMap(({ by }) => by);
      // An attribution rests on a finding that there was a breach: without one it names nobody here.
      const attributed = found
        .filter(({ outcome }) => outcome === null || outcome === "confirmed")
        .flatMap(({ id }) => bearing.get(id) ?? [])
        .filter(({ type, by }) => type === "attributed" && isElse(by, verifiers));
      return {
        id: entry.id,
        on: entry.on,
        where: entry.where,
        by: names(entry.by),
        against: names(entry.against),
        says: entry.says,
        step: stepOf(entry, { verified, found, attributed }),
        verification: verified.length === 0 ? null : (verified.at(-1)?.outcome ?? "confirmed"),
        verifiedBy: names(verifiers),
        foundBy: names(found.flatMap(({ by }) => by)),
        attributedTo: names(attributed.filter(({ withheld }) => !withheld).flatMap(({ against }) => against)),
        attributionWithheld: attributed.some(({ withheld }) => withheld),
        disputed: later.some(({ type }) => type === "disputed"),
        sources: sourcesOf(state, entry.sources),
      };
    })
    .sort((a, b) => b.on.localeCompare(a.on, "en") || a.id.localeCompare(b.id, "en"));
}

/** The last step taken: attribution rests on a finding, a finding outranks a verification. */
function stepOf(
  entry: RecordEntry,
  upon: {
    readonly verified: readonly RecordEntry[];
    readonly found: readonly RecordEntry[];
    readonly attributed: readonly RecordEntry[];
  },
): Step {
  const finding = upon.found.at(-1);
  if (finding !== undefined) {
    if (finding.outcome === "not confirmed") return "found not so";
    if (finding.outcome !== "inconclusive") return upon.attributed.length > 0 ? "attributed" : "found";
  }
  const outcome = upon.verified.at(-1)?.outcome;
  if (upon.verified.length > 0)
    return outcome === null || outcome === "confirmed" ? "verified" : (outcome ?? "verified");
  return entry.type === "alleged" ? "alleged" : "reported";
}

/** How many incidents came so far as each step. */
export function stepsTaken(
  incidents: readonly Incident[],
): Pick<CeasefireAnswer["recorded"], "incidents" | "verified" | "found" | "attributed"> {
  return {
    incidents: incidents.length,
    verified: incidents.filter(({ verification }) => verification === "confirmed").length,
    found: incidents.filter(({ step }) => step === "found" || step === "attributed").length,
    attributed: incidents.filter(({ step }) => step === "attributed").length,
  };
}

/** Times at which a monitor was kept out: counted beside findings, since what nobody could see nobody could find. */
export function denialsRecorded(state: State): CeasefireAnswer["denials"] {
  const names = (ids: readonly string[]) => ids.map((id) => partyName(state, id));
  return state.record
    .filter(({ type }) => type === "access-denied")
    .map(({ id, on, by, to, where, says }) => ({ id, on, by: names(by), to: names(to), where, says }));
}

/** Weeks of which a reporter says that nothing took place: that is data, and not the absence of it. */
export function nilReportsRecorded(state: State): CeasefireAnswer["nilReports"] {
  return state.record
    .filter(({ type }) => type === "nothing-to-report")
    .map(({ id, by, weeks, where }) => ({
      id,
      by: by.map((each) => partyName(state, each)),
      weeks: [...weeks],
      where,
    }));
}
