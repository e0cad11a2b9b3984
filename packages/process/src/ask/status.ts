import { type CivilDate, dateOfDay, dayNumberOf, longDate, parseCivilDate } from "@parley/calendar";
import { type Problem, Register } from "@parley/compliance";
import type { Answer } from "../answer.ts";
import type { StatusAnswer } from "../answers/status.ts";
import type { Process } from "../events.ts";
import type { State } from "../fold.ts";
import { type Asking, caveatOf, refuse, sentence, viewOf } from "../internal/join/view.ts";
import { mayAdopt, notTheirs } from "../internal/keeping/bodies.ts";
import { countsOf, countsWords, differencesIn } from "../internal/keeping/counts.ts";
import { changesIn, nextDays, revisedIn } from "../internal/keeping/moves.ts";
import { type Telling, tellStanding } from "../internal/keeping/standing-told.ts";
import { type Keeping, type KeptRef, keepingOf, recordId } from "../internal/keeping/undertakings.ts";

export interface StatusQuestion extends Omit<Asking, "asOf"> {
  /** YYYY-MM-DD, the day asked about; the process's own as-of day unless told. */
  readonly on?: string | undefined;
  /** YYYY-MM-DD: only what was known by its end is used; the later of `on` and the process's as-of day unless told. */
  readonly known?: string | undefined;
}

/** Where the agreements in force stand on a day, as known on a day. Refuses days that do not exist. */
export function askStatus(process: Process, question: StatusQuestion = {}): Answer<StatusAnswer> {
  const days = daysAsked(process, question);
  if (!days.ok) return days;
  const { on, known } = days;
  const viewed = viewOf(process, { ...question, asOf: known });
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const keeping = keepingOf(state);
  const register = Register.of(keeping);
  const day = dayNumberOf(on);
  const telling: Telling = {
    state,
    entries: new Map(state.entries.map((each) => [each.entry.id, each])),
    on: day,
    problems: register.problems,
  };
  const commitments = register.standings(day).map((standing) => tellStanding(telling, standing));
  const counts = countsOf(commitments);
  const parties = state.definition.parties.filter(({ id }) => commitments.some(({ by }) => by.includes(id)));
  return {
    ok: true,
    answer: {
      ...head,
      on,
      known,
      text: `${caveatOf(process)}${firstLine({ on, known, counts })}`,
      commitments,
      counts,
      byParty: parties.map(({ id, name }) => ({
        id,
        name,
        counts: countsOf(commitments.filter(({ by }) => by.includes(id))),
      })),
      differences: differencesIn(commitments),
      revised: revisedIn({ telling, register, known }),
      changes: changesIn(telling, register),
      next: nextDays(telling, register),
      phases: register.phases(day).map(({ id, state: stands, starts, ends }) => ({
        id,
        name: keeping.phases.find((phase) => phase.id === id)?.name ?? id,
        state: stands,
        starts: starts === null ? null : dateOfDay(starts),
        ends: ends === null ? null : dateOfDay(ends),
      })),
      problems: problemsOf(state, { keeping, problems: register.problems }),
    },
  };
}

function daysAsked(
  process: Process,
  { on, known }: StatusQuestion,
): { readonly ok: true; readonly on: CivilDate; readonly known: CivilDate } | Extract<Answer<never>, { ok: false }> {
  const own = process.definition["as-of"];
  const day = on === undefined ? own : parseCivilDate(on);
  if (day === null) return noSuchDay(on);
  const by = known === undefined ? (day > own ? day : own) : parseCivilDate(known);
  return by === null ? noSuchDay(known) : { ok: true, on: day, known: by };
}

function noSuchDay(text: string | undefined): Extract<Answer<never>, { ok: false }> {
  return refuse(
    "no-such-day",
    `“${text ?? ""}” is not a date that exists.`,
    "Write the day as YYYY-MM-DD, for example 2021-04-12.",
  );
}

function firstLine({
  on,
  known,
  counts,
}: {
  readonly on: CivilDate;
  readonly known: CivilDate;
  readonly counts: StatusAnswer["counts"];
}): string {
  if (counts.total === 0)
    return "Nothing is to be kept yet: no reading of an agreement in force names a commitment by this day.";
  const knowledge = known === on ? "" : `, as known on ${longDate(known)}`;
  return `On ${longDate(on)}${knowledge}: ${countsWords(counts).replace(/^Of/u, "of")}`;
}

/** What a finding claims that is not its makers' to make has one reason: that one. */
function problemsOf(
  state: State,
  { keeping, problems }: { readonly keeping: Keeping; readonly problems: readonly Problem[] },
): StatusAnswer["problems"] {
  const aside = state.record.filter((entry) => !mayAdopt(state, entry)).map(({ id }) => id);
  return [
    ...aside.map((id) => ({ entry: id, commitment: null, text: notTheirs })),
    ...problems
      .filter(({ entry }) => entry === null || !aside.includes(recordId(entry)))
      .map((problem) => tellProblem(state, keeping.commitments, problem)),
  ];
}

function tellProblem(
  state: State,
  commitments: readonly { readonly id: string; readonly ref: KeptRef }[],
  { entry, commitment, message }: Problem,
): StatusAnswer["problems"][number] {
  const id = entry === null ? null : recordId(entry);
  return {
    entry: id !== null && state.entries.some((each) => each.entry.id === id) ? id : null,
    commitment: commitments.find((each) => each.id === commitment)?.ref.name ?? null,
    text: sentence(message),
  };
}
