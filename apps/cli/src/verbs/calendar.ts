import { join } from "node:path";
import { askCalendar, calendarFile } from "@parley/process";
import { answerOf } from "../asked.ts";
import { openProcess } from "../opened.ts";
import { printHead } from "../print/head.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import { printTable } from "../print/table.ts";
import { shortDate } from "../print/words.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { endingOf, writeWhole } from "../written.ts";

export interface CalendarOptions {
  readonly on?: string;
  readonly known?: string;
  readonly output?: string;
  readonly json?: true;
}

export async function calendarVerb(
  folder: string,
  { on, known, output, json }: CalendarOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (output !== undefined) endingOf(output, [".ics"]);
  const { process, files, exitCode } = await openProcess(folder, terminal);
  const answer = answerOf(askCalendar(process, { on, known }));
  if (output !== undefined)
    await writeWhole({
      file: output,
      text: calendarFile(answer),
      sources: files.map((file) => join(folder, file)),
    });
  const page = new Page(terminal);
  if (json === true) printJson(terminal, answer);
  else if (output !== undefined) page.line(`Written: ${output}`);
  else {
    printHead(page, { answer, process });
    page.blank();
    printTable(page, {
      head: ["day", "what", "status"],
      rows: answer.entries.map(({ from, to, summary, status }) => [
        from === to ? shortDate(from) : `${shortDate(from)} to ${shortDate(to)}`,
        summary,
        status,
      ]),
    });
  }
  terminal.stdout.write(page.toString());
  return exitCode;
}
