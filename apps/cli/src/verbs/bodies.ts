import { askBodies } from "@parley/process";
import { answerOf } from "../asked.ts";
import { openProcess } from "../opened.ts";
import { printBodies } from "../print/bodies.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

export interface BodiesOptions {
  readonly asOf?: string;
  readonly rule?: string;
  readonly json?: true;
}

export async function bodiesVerb(
  folder: string,
  { asOf, rule, json }: BodiesOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { process, exitCode } = await openProcess(folder, terminal);
  const answer = answerOf(askBodies(process, { asOf, rule }));
  if (json === true) printJson(terminal, answer);
  else {
    const page = new Page(terminal);
    printBodies(page, answer, process);
    terminal.stdout.write(page.toString());
  }
  return exitCode;
}
