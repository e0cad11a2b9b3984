import { askPackages } from "@parley/process";
import { answerOf } from "../asked.ts";
import { openProcess } from "../opened.ts";
import { printJson } from "../print/json.ts";
import { printPackages } from "../print/packages.ts";
import { Page } from "../print/page.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

export interface PackagesOptions {
  readonly asOf?: string;
  readonly assessed?: true;
  readonly json?: true;
}

/** 1 when no package is free of refusal. */
export async function packagesVerb(
  folder: string,
  { asOf, assessed, json }: PackagesOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { process, exitCode } = await openProcess(folder, terminal);
  const answer = answerOf(askPackages(process, { asOf, assessed }));
  if (json === true) printJson(terminal, answer);
  else {
    const page = new Page(terminal);
    printPackages(page, answer, process);
    terminal.stdout.write(page.toString());
  }
  const { total, blocked } = answer.packages;
  return total !== 0 && blocked === total ? 1 : exitCode;
}
