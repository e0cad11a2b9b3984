import { civilDate, longDate, shortDate } from "@parley/calendar";
import type { BriefSection } from "../../answers/brief.ts";
import type { ConflictAnswer, LinkAnswer, ScheduleAnswer } from "../../answers/schedule.ts";
import { counted, listed } from "../join/view.ts";
import { item } from "./item.ts";

const kindWords = { contradiction: "Contradiction", tension: "Tension", order: "Order" } as const;

/** What would mend a conflict asks somebody to move; a shareable brief tells the conflict and leaves that out. */
export function datesSection(schedule: ScheduleAnswer, shareable: boolean): BriefSection {
  // One more than fits is told itself: a line about it would be as long.
  const shown = schedule.conflicts.length === conflictsMax + 1 ? conflictsMax + 1 : conflictsMax;
  const rest = schedule.conflicts.length - shown;
  return {
    id: "dates",
    title: "The dates",
    lead: schedule.text,
    items: [
      ...schedule.conflicts.slice(0, shown).map((conflict, index) =>
        item(conflict.text, {
          mark: conflict.certain ? kindWords[conflict.kind] : `${kindWords[conflict.kind]}, possible`,
          href: `/timetable#conflict-${index + 1}`,
          under: index < conflictsInFull ? inFull(conflict, shareable) : [],
        }),
      ),
      ...(rest > 0
        ? [item(`${counted(rest, "more conflict")} on the page of the timetable`, { href: "/timetable" })]
        : []),
      ...schedule.assumptions
        .filter(({ on }) => on)
        .map(({ id, by, why }) => item(`${id}, by ${by}: ${why}`, { mark: "Assumption" })),
      ...schedule.needsRule.map((text) => item(text, { mark: "Needs a rule" })),
      ...schedule.impossible.map(({ text }) => item(text, { mark: "Impossible together" })),
    ],
    table: null,
  };
}

/** Conflicts told with all their links; the others by their sentence, and in full on the page of the timetable. */
const conflictsInFull = 2;
/** Conflicts told at all: the lead has counted every one. */
const conflictsMax = 4;

/** The links to add up, and what would mend it. */
function inFull(conflict: ConflictAnswer, shareable: boolean): string[] {
  const links = conflict.links.map(({ text, by, source }) => `${text.replace(/[.]$/u, "")}${cited(by, source)}.`);
  if (shareable) return links;
  if (conflict.kind === "order") return [...links, "Giving up any one of these opens the circle."];
  if (conflict.repairs.length === 0) return links;
  const open = conflict.repairs.filter(({ past }) => !past).map(({ text }) => text);
  return [
    ...links,
    open.length === 0
      ? "Every day by which a single change would mend it is past."
      : `Any one of these mends it: ${open.join(" ")}`,
  ];
}

/** " (as read by the analyst; TOLOnews)": who says so, and where it was published. */
function cited(by: string | null, source: LinkAnswer["source"]): string {
  const said = [by, source?.outlet ?? null].filter((each) => each !== null);
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
}

/** Dates still to come on the as-of day, the nearest first. */
export function calendarSection(schedule: ScheduleAnswer): BriefSection {
  const doubtful = new Set(schedule.setAside.flatMap(({ from, to }) => [from, to]));
  const rows = schedule.toCome.flatMap((id) => {
    const event = schedule.events[id];
    if (event === undefined) return [];
    const doubt = doubtful.has(id) ? " (in doubt: it rests on what is set aside)" : "";
    return [[windowWords(event.earliest, event.latest), `${event.name}${doubt}${disputedWords(event.disputed)}`]];
  });
  const aside =
    schedule.setAside.length === 0
      ? ""
      : ` Not all dates can be kept: rows in doubt rest on setting aside ${listed(schedule.setAside.map(asideWords))}.`;
  return {
    id: "calendar",
    title: "Calendar ahead",
    lead:
      rows.length === 0
        ? "No date is set for the time ahead."
        : `What is to come, as far as anything bounds it.${aside}`,
    items: [],
    table: rows.length === 0 ? null : { head: ["When", "What"], rows },
  };
}

/** " (disputed by the Taliban, 12 Apr 2021)". */
function disputedWords(disputed: ScheduleAnswer["events"][string]["disputed"]): string {
  return disputed.map(({ by, on }) => ` (disputed by ${listed(by)}, ${shortDate(civilDate(on))})`).join("");
}

/** "assumption A1", "the announcement of the United States": what was set aside, short enough for a line. */
function asideWords({ id, origin, by, provision }: LinkAnswer): string {
  if (origin === "assumption") return `assumption ${id}`;
  return origin === "clause" ? `the clause ${provision ?? id}` : `the ${origin} of ${by ?? id}`;
}

function windowWords(earliest: string | null, latest: string | null): string {
  const said = (day: string) => longDate(civilDate(day));
  if (earliest !== null && earliest === latest) return said(earliest);
  if (earliest !== null && latest !== null) return `${said(earliest)} to ${said(latest)}`;
  return earliest === null ? `by ${said(latest ?? "")}` : `from ${said(earliest)}`;
}
