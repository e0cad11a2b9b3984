import { askSchedule } from "@parley/process";
import { answerOf } from "../asked.ts";
import { openProcess } from "../opened.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import { printSchedule } from "../print/schedule.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

export interface ScheduleOptions {
  readonly asOf?: string;
  readonly choose?: readonly string[];
  readonly without?: readonly string[];
  readonly json?: true;
}

/** 1 when the timetable cannot be kept. */
export async function scheduleVerb(
  folder: string,
  { asOf, choose, without, json }: ScheduleOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { process, exitCode } = await openProcess(folder, terminal);
  const answer = answerOf(askSchedule(process, { asOf, choose, without }));
  if (json === true) printJson(terminal, answer);
  else {
    const page = new Page(terminal);
    printSchedule(page, answer, process);
    terminal.stdout.write(page.toString());
  }
  return answer.feasible ? exitCode : 1;
}
