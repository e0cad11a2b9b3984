import type { Head, Process } from "@parley/process";
import type { Page } from "./page.ts";
import { shortDate } from "./words.ts";

/** The head of every answer: its sentence, then the process, the day and the room, then what the process says of itself. */
export function printHead(
  page: Page,
  { answer, process }: { readonly answer: Head & { readonly text: string }; readonly process: Process },
): void {
  page.line(answer.text, { style: "bold" });
  const room = process.definition.rooms.find(({ id }) => id === answer.room)?.name ?? answer.room;
  page.line(`${answer.title}. As of ${shortDate(answer.asOf)}. Room: ${room}.`, { style: "dim" });
  if (answer.notice !== null) page.line(answer.notice, { style: "dim" });
}
