import { longDate } from "@parley/calendar";
import type { Answer } from "../answer.ts";
import type { Frame } from "../answers/frame.ts";
import type { Process, ProcessEvent } from "../events.ts";
import { type Asking, viewOf } from "../internal/join/view.ts";
import { askCheck } from "./check.ts";

/** What every page of the workbench shows around its answer. Refuses a day that does not exist. */
export function askFrame(process: Process, question: Asking = {}): Answer<Omit<Frame, "broken">> {
  const viewed = viewOf(process, question);
  if (!viewed.ok) return viewed;
  const { definition } = process;
  const days = process.events.map(({ known }) => known).sort();
  const asOf = viewed.head.asOf;
  return {
    ok: true,
    answer: {
      ...viewed.head,
      roomName: definition.rooms.find(({ id }) => id === viewed.head.room)?.name ?? viewed.head.room,
      days: { first: days[0] ?? asOf, last: days.at(-1) ?? asOf },
      marks: marksOf(process),
      parties: definition.parties.map(({ id, name, role }) => ({ id, name, role })),
      texts: viewed.state.texts.map(({ entry }) => ({
        id: entry.id,
        name: entry.name,
        kind: entry.kind,
        date: entry.tabled,
      })),
      hasValues: viewed.state.assessments.some(({ values }) => values !== null),
      findings: askCheck(process).diagnostics.filter(({ severity }) => severity !== "note").length,
    },
  };
}

/** The days on which something became known, each with what it was. */
function marksOf(process: Process): Frame["marks"] {
  const byDay = new Map<string, string[]>();
  for (const event of process.events) {
    const text = markText(process, event);
    const told = byDay.get(event.known) ?? [];
    if (text !== null && !told.includes(text)) byDay.set(event.known, [...told, text]);
  }
  return [...byDay]
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .map(([day, texts]) => ({
      day,
      text: texts.length > 3 ? `${texts.slice(0, 3).join("; ")}; and ${texts.length - 3} more` : texts.join("; "),
    }));
}

function markText(process: Process, event: ProcessEvent): string | null {
  const name = (id: string) => process.definition.speakers.find((speaker) => speaker.id === id)?.name ?? id;
  switch (event.type) {
    case "text-tabled":
      return `${event.body.entry.name} (of ${longDate(event.on)})`;
    case "position-stated":
      return `${name(event.body.by)}: ${event.body.words.replace(/[.]$/u, "")}`;
    case "entry-recorded":
      return event.body.says;
    default:
      return null;
  }
}
