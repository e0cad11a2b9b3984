import { join } from "node:path";
import { askMatrix, matrixCsv, matrixPaper } from "@parley/process";
import { answerOf } from "../asked.ts";
import { openProcess } from "../opened.ts";
import { isPaper, paperEndings, paperFile } from "../paper-file.ts";
import { printJson } from "../print/json.ts";
import { printMatrix } from "../print/matrix.ts";
import { Page } from "../print/page.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { endingOf, writeWhole } from "../written.ts";

export interface MatrixOptions {
  readonly asOf?: string;
  readonly output?: string;
  readonly json?: true;
}

export async function matrixVerb(
  folder: string,
  { asOf, output, json }: MatrixOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const ending = output === undefined ? null : endingOf(output, [".csv", ...paperEndings]);
  const { process, files, exitCode } = await openProcess(folder, terminal);
  const answer = answerOf(askMatrix(process, { asOf }));
  if (output !== undefined && ending !== null) {
    const text = isPaper(ending) ? await paperFile(matrixPaper(answer), ending, { dense: true }) : matrixCsv(answer);
    await writeWhole({ file: output, text, sources: files.map((file) => join(folder, file)) });
  }
  const page = new Page(terminal);
  if (json === true) printJson(terminal, answer);
  else if (output !== undefined) page.line(`Written: ${output}`);
  else printMatrix(page, answer, process);
  terminal.stdout.write(page.toString());
  return exitCode;
}
