import type { CivilDate } from "@parley/calendar";
import { type DailyFigures, gapsOf, type Period, type Rate, ratesOf, unlocatedName } from "@parley/violence";
import type { Answer } from "../answer.ts";
import type { CeasefireAnswer, ViolenceAnswer } from "../answers/violence.ts";
import type { Process } from "../events.ts";
import { caveatOf, counted, viewOf } from "../internal/join/view.ts";
import { groupFigures } from "../internal/violence/groups.ts";
import {
  denialsRecorded,
  incidentsRecorded,
  nilReportsRecorded,
  stepsTaken,
} from "../internal/violence/incidents-recorded.ts";
import { outlinesOf } from "../internal/violence/outlines.ts";
import { askViolence, type ViolenceQuestion } from "./violence.ts";

/**
 * Everything the page of the ceasefire shows. Figures and what monitors recorded stand side by side, and neither is made
 * of the other. Without figures it says why, and still shows the record. Refuses what {@link askViolence} refuses of a day
 * or a window that was asked for.
 */
export function askCeasefire(process: Process, question: ViolenceQuestion = {}): Answer<CeasefireAnswer> {
  const viewed = viewOf(process, question);
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const asked = askViolence(process, question);
  if (!asked.ok && asksSomething(question)) return asked;
  const violence = asked.ok ? asked.answer : null;
  const id = question.file ?? violence?.data.id ?? null;
  const shown = state.violence.find(({ entry }) => id === null || entry.id === id);
  const incidents = incidentsRecorded(state);
  const denials = denialsRecorded(state);
  const nilReports = nilReportsRecorded(state);
  const figures = shown?.figures ?? null;
  const days = figures?.days == null ? null : upTo(figures.days, state.asOf);
  // A province that is asked of is also the one that is drawn: its mean beside the lines of all would be read as theirs.
  const of = { group: violence?.province ?? null, ...(days === null ? {} : { within: days }) };
  return {
    ok: true,
    answer: {
      ...head,
      text: `${caveatOf(process)}${violence === null ? "No figures of violence can be given for this day." : [violence.sentence, violence.age].filter((each) => each !== null).join(" ")}${recordedWords({ incidents, denials })}`,
      violence,
      empty: asked.ok ? null : `${asked.refusal.message} ${asked.refusal.help}`,
      days: figures === null || days === null ? [] : ratesOf(figures, { per: "day", ...of }).map(tellRate),
      weeks: figures === null || days === null ? [] : ratesOf(figures, { per: "week", ...of }).map(tellRate),
      gaps: figures === null || days === null ? [] : gapsOf(figures, { daysMin: 2, ...of }).map((gap) => ({ ...gap })),
      ...provincesOf({ figures, violence, geojson: shown?.geojson ?? null }),
      incidents,
      recorded: {
        ...stepsTaken(incidents),
        denials: denials.length,
        nilWeeks: nilReports.reduce((sum, { weeks }) => sum + weeks.length, 0),
      },
      denials,
      nilReports,
    },
  };
}

/** A question that names a window, a file or a province is refused where it cannot be put; a bare page says what is missing. */
function asksSomething({ window, baseline, target, counts, province, file }: ViolenceQuestion): boolean {
  return [window, baseline, target, counts, province, file].some((each) => each !== undefined);
}

function recordedWords({ incidents, denials }: Pick<CeasefireAnswer, "incidents" | "denials">): string {
  if (incidents.length === 0 && denials.length === 0) return " No incident and no denial of access is in the record.";
  return ` The record has ${counted(incidents.length, "incident")} and ${denials.length === 1 ? "one denial" : `${denials.length} denials`} of access.`;
}

function upTo(days: Period, asOf: CivilDate): Period | null {
  if (days.from > asOf) return null;
  return days.to <= asOf ? days : { from: days.from, to: asOf };
}

function tellRate({ from, to, events, deaths, days }: Rate): CeasefireAnswer["days"][number] {
  return { from, to, events, deaths, deathsPerDay: deaths / days };
}

/** The window's and the baseline's figures by province, with outlines where there is a map. */
function provincesOf({
  figures,
  violence,
  geojson,
}: {
  readonly figures: DailyFigures | null;
  readonly violence: ViolenceAnswer | null;
  readonly geojson: unknown;
}): Pick<CeasefireAnswer, "provinces" | "map"> {
  if (figures === null || violence === null || violence.window.daysNotCovered > 0) return { provinces: [], map: null };
  const outlines = outlinesOf(geojson);
  const names = new Set([...figures.groups, ...(outlines?.paths.keys() ?? [])]);
  names.delete(unlocatedName);
  const rows = [...names].map((name) => ({ name, ...groupFigures(figures, violence, name) }));
  rows.sort((a, b) => b.window.deaths - a.window.deaths || a.name.localeCompare(b.name, "en"));
  const unlocated = figures.groups.includes(unlocatedName)
    ? [{ name: unlocatedName, ...groupFigures(figures, violence, unlocatedName) }]
    : [];
  return {
    provinces: [...rows, ...unlocated].map((row) => ({ ...row, outline: outlines?.paths.get(row.name) ?? null })),
    map: outlines === null ? null : { width: outlines.width, height: outlines.height },
  };
}
