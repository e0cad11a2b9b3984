import { join } from "node:path";
import { askStatus, implementationMatrixCsv } from "@parley/process";
import { answerOf } from "../asked.ts";
import { openProcess } from "../opened.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import { printStatus } from "../print/status.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { endingOf, writeWhole } from "../written.ts";

export interface StatusOptions {
  readonly on?: string;
  readonly known?: string;
  readonly output?: string;
  readonly hxl?: true;
  readonly evidence?: true;
  readonly json?: true;
}

/** States in which somebody should look: they make the exit code 1. */
const toLookAt: ReadonlySet<string> = new Set(["overdue", "breach alleged", "breach found"]);

/** 1 when a commitment is overdue, or its breach is alleged or found. */
export async function statusVerb(
  folder: string,
  { on, known, output, hxl, evidence, json }: StatusOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (output !== undefined) endingOf(output, [".csv"]);
  const { process, files, exitCode } = await openProcess(folder, terminal);
  const answer = answerOf(askStatus(process, { on, known }));
  if (output !== undefined) {
    const text = implementationMatrixCsv(answer, { hxl: hxl === true });
    await writeWhole({ file: output, text, sources: files.map((file) => join(folder, file)) });
  }
  const page = new Page(terminal);
  if (json === true) printJson(terminal, answer);
  else if (output !== undefined) page.line(`Written: ${output}`);
  else printStatus(page, { answer, process, evidence: evidence === true });
  terminal.stdout.write(page.toString());
  return answer.commitments.some(({ state }) => toLookAt.has(state)) ? 1 : exitCode;
}
