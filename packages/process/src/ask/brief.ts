import { type CivilDate, dateOfDay, dayNumberOf, longDate, parseCivilDate } from "@parley/calendar";
import type { Answer } from "../answer.ts";
import type { BriefAnswer } from "../answers/brief.ts";
import type { Process } from "../events.ts";
import { bodiesSection, ceasefireSection } from "../internal/brief/bodies-and-ceasefire.ts";
import { changesSection } from "../internal/brief/changes.ts";
import { calendarSection, datesSection } from "../internal/brief/dates.ts";
import { keepingSection, violenceSection } from "../internal/brief/keeping.ts";
import { blockingSection, movementsSection } from "../internal/brief/packages.ts";
import { handlingSection, saidSection, textSection } from "../internal/brief/text-and-positions.ts";
import { type Asking, refuse, viewOf } from "../internal/join/view.ts";
import { askBodies } from "./bodies.ts";
import { askPackages } from "./packages.ts";
import { askPositions } from "./positions.ts";
import { askSchedule } from "./schedule.ts";
import { askStatus } from "./status.ts";
import { askText } from "./text.ts";
import { askViolence } from "./violence.ts";

export interface BriefQuestion extends Omit<Asking, "publicOnly"> {
  /** YYYY-MM-DD: what changed after this day is told; two weeks before the as-of day unless told. */
  readonly since?: string | undefined;
  /** True to leave out assessments, what blocks, movements, and everything that is not public. */
  readonly shareable?: boolean | undefined;
}

const daysBack = 14;

/** One to three pages that a mediator would take into the room. Refuses a day that does not exist. */
export function askBrief(process: Process, question: BriefQuestion = {}): Answer<BriefAnswer> {
  const shareable = question.shareable === true;
  const asking: Asking = { asOf: question.asOf, publicOnly: shareable };
  const viewed = viewOf(process, asking);
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const since =
    question.since === undefined || question.since === "" ? daysBefore(state.asOf) : parseCivilDate(question.since);
  if (since === null)
    return refuse(
      "no-such-day",
      `“${question.since ?? ""}” is not a date that exists.`,
      "Write the day as YYYY-MM-DD, for example 2021-03-30.",
    );
  if (since > state.asOf)
    return refuse(
      "since-after-as-of",
      `${longDate(since)} is after the as-of day, ${longDate(state.asOf)}.`,
      "Choose an earlier day to tell changes from, or a later as-of day.",
    );
  const schedule = askSchedule(process, asking);
  const packages = askPackages(process, asking);
  const bodies = askBodies(process, asking);
  const positions = askPositions(process, asking);
  if (!schedule.ok) return schedule;
  if (!packages.ok) return packages;
  if (!bodies.ok) return bodies;
  if (!positions.ok) return positions;
  const status = askStatus(process, { publicOnly: shareable, on: state.asOf, known: state.asOf });
  if (!status.ok) return status;
  // A folder without figures is no fault: the brief is silent on violence then.
  const violence = askViolence(process, asking);
  const text = askText(process, asking);
  const mediation = shareable
    ? []
    : [blockingSection(state, packages.answer), movementsSection(state, packages.answer)];
  return {
    ok: true,
    answer: {
      ...head,
      shareable,
      since,
      handling: shareable ? "Shareable: only what is public" : `${roomName(process, head.room)}`,
      sections: [
        handlingSection(state, shareable),
        textSection(state, text.ok ? text.answer : null),
        changesSection(state, since),
        saidSection(state, positions.answer),
        ...mediation,
        datesSection(schedule.answer, shareable),
        bodiesSection(bodies.answer),
        ceasefireSection(state),
        ...[keepingSection(status.answer), violenceSection(violence.ok ? violence.answer : null)].filter(
          (section) => section !== null,
        ),
        calendarSection(schedule.answer),
      ],
    },
  };
}

function daysBefore(day: CivilDate): CivilDate {
  return dateOfDay(dayNumberOf(day) - daysBack);
}

function roomName({ definition }: Process, room: string): string {
  return definition.rooms.find(({ id }) => id === room)?.name ?? room;
}
