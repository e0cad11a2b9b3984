import { askPositions } from "@parley/process";
import { answerOf } from "../asked.ts";
import { openProcess } from "../opened.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import { printPositions } from "../print/positions.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

export interface PositionsOptions {
  readonly asOf?: string;
  readonly json?: true;
}

export async function positionsVerb(
  folder: string,
  { asOf, json }: PositionsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { process, exitCode } = await openProcess(folder, terminal);
  const answer = answerOf(askPositions(process, { asOf }));
  if (json === true) printJson(terminal, answer);
  else {
    const page = new Page(terminal);
    printPositions(page, answer, process);
    terminal.stdout.write(page.toString());
  }
  return exitCode;
}
