import { isStale, type Provision } from "@parley/agreement";
import { dateOfDay, formatDateExpression, formatLength } from "@parley/calendar";
import { always, type Evidence, type Problem, type Standing } from "@parley/compliance";
import type { EvidenceAnswer, StandingAnswer } from "../../answers/status.ts";
import type { MadeReading } from "../../events.ts";
import type { KnownEntry, State } from "../../fold.ts";
import { partyName, sentence, sourcesOf } from "../join/view.ts";
import { mayAdopt, notTheirs } from "./bodies.ts";
import { reasonOf } from "./reasons.ts";
import { type KeptRef, recordId } from "./undertakings.ts";

/** What telling a standing rests on. */
export interface Telling {
  readonly state: State;
  /** The entries of the record by id. */
  readonly entries: ReadonlyMap<string, KnownEntry>;
  /** The day asked about. */
  readonly on: number;
  /** What has no effect, or another than it claims. */
  readonly problems: readonly Problem[];
}

/** A standing as it is answered: with names, words, sources, and the day asked held against the days things were known. */
export function tellStanding(telling: Telling, standing: Standing<KeptRef>): StandingAnswer {
  const { state } = telling;
  const { made, read, name } = standing.ref;
  const names = (ids: readonly string[]) => ids.map((id) => partyName(state, id));
  const date = (day: number | null) => (day === null ? null : dateOfDay(day));
  return {
    id: name,
    provision: `${made.text}#${read.provision}`,
    provisionName: state.definition.provisions[read.provision] ?? read.provision,
    part: partOf(state, made, read.provision),
    reader: made.reading.reader,
    stale: isStaleIn(state, made, read),
    by: [...(read.by.value ?? [])],
    byNames: names(read.by.value ?? []),
    toNames: names(read.to.value ?? []),
    force: read.force === "shall-not" ? "shall not" : read.force,
    act: read.act,
    words: read.words,
    condition: read.condition.value,
    state: standing.state,
    because: reasonOf(state, standing),
    since: standing.since === always ? null : dateOfDay(standing.since),
    disputed: standing.disputed,
    due: date(standing.due),
    dueRule: ruleOf(read),
    daysOverdue: standing.daysOverdue,
    keptOn: date(standing.keptOn),
    daysLate: standing.daysLate,
    kroc: standing.progress,
    allegedBy: names(standing.allegedBy),
    foundBy: names(standing.foundBy),
    attributedTo: names(standing.attributedTo),
    verifiedBy: read.verifiedBy.said === "stated" ? names(read.verifiedBy.value) : null,
    otherwise: read.otherwise.value,
    periods: standing.periods,
    evidence: evidenceOf(telling, standing),
  };
}

/** How its days come about, as the reading has it. */
function ruleOf({ due, recurring }: KeptRef["read"]): string | null {
  const first = due.said === "stated" ? formatDateExpression(due.value) : null;
  if (recurring.said !== "stated" || recurring.value.kind === "continuous") return first;
  const every = `every ${formatLength(recurring.value.length)}`;
  return first === null ? every : `${first}, then ${every}`;
}

/** Every entry once, though the register may know it by two meanings. */
function evidenceOf(
  { state, entries, on, problems }: Telling,
  { id: commitment, evidence }: { readonly id: string; readonly evidence: readonly Evidence[] },
): EvidenceAnswer[] {
  const own = problems.filter((problem) => problem.commitment === null || problem.commitment === commitment);
  const told = new Map<string, EvidenceAnswer>();
  for (const each of evidence) {
    const id = recordId(each.entry.id);
    const found = entries.get(id);
    if (found === undefined || (told.has(id) && each.standing !== "set aside")) continue;
    const { entry, known } = found;
    const isTheirs = mayAdopt(state, entry);
    told.set(id, {
      id,
      type: entry.type,
      on: entry.on,
      known,
      by: entry.by.map((by) => partyName(state, by)),
      says: entry.says,
      standing: isTheirs || each.standing !== "counts" ? each.standing : "set aside",
      why: isTheirs ? whyOf(own, id) : notTheirs,
      outBy: each.by === null ? null : recordId(each.by),
      verified: each.verified.flatMap(({ entry: by, outcome }) => {
        const verifier = entries.get(recordId(by))?.entry;
        return verifier === undefined
          ? []
          : [{ by: verifier.by.map((one) => partyName(state, one)), outcome, on: verifier.on }];
      }),
      disputed: each.disputed,
      late: known > dateOfDay(on),
      credibility: entry.credibility ?? 6,
      sources: sourcesOf(state, entry.sources).map((source) => ({
        ...source,
        reliability: state.definition.sources.find(({ id: own }) => own === source.id)?.reliability ?? "F",
      })),
    });
  }
  return [...told.values()];
}

function whyOf(problems: readonly Problem[], id: string): string | null {
  const told = problems.filter(({ entry }) => entry !== null && recordId(entry) === id);
  return told.length === 0 ? null : [...new Set(told.map(({ message }) => sentence(message)))].join(" ");
}

/** The heading at the top under which a provision stands; the text's own title where it stands under none. */
function partOf(state: State, made: MadeReading, provision: string): string {
  const agreement = agreementOf(state, made);
  const holds = (each: Provision): boolean => each.id === provision || each.children.some(holds);
  const top = agreement?.provisions.find(holds);
  return top?.heading ?? agreement?.front.title ?? made.text;
}

function isStaleIn(state: State, made: MadeReading, read: KeptRef["read"]): boolean {
  const agreement = agreementOf(state, made);
  return agreement !== undefined && isStale(read, agreement) !== null;
}

function agreementOf(state: State, made: MadeReading) {
  return state.texts.find(({ entry }) => entry.id === made.text)?.agreement;
}
