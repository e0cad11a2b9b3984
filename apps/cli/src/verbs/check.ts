import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { askCheck, type CheckAnswer, checkText, tellDiagnostic } from "@parley/process";
import { readFolderAt } from "../opened.ts";
import { printCheck } from "../print/check.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import { wrongUse } from "../stopped.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { readTextFile } from "../text-file.ts";

export interface CheckOptions {
  readonly json?: true;
}

/** 1 when there is an error or a warning; a note alone is no finding. */
export async function checkVerb(path: string, { json }: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw wrongUse(
      `There is no folder or file ${path}, or it cannot be read.`,
      "Name the folder of a process, or one text.",
    );
  const { answer, folder, notice } = found.isDirectory() ? await checkFolder(path) : await checkFile(path);
  if (json === true) printJson(terminal, answer);
  else {
    const page = new Page(terminal);
    printCheck(page, { answer, folder, notice });
    terminal.stdout.write(page.toString());
  }
  return answer.diagnostics.some(({ severity }) => severity !== "note") ? 1 : 0;
}

interface Checked {
  readonly answer: CheckAnswer;
  /** Put before the paths of its diagnostics. */
  readonly folder: string;
  readonly notice: readonly string[];
}

const nothingRead = { texts: 0, provisions: 0, brackets: 0, commitments: 0, bodies: 0 };

async function checkFolder(folder: string): Promise<Checked> {
  const { process, disk, found } = await readFolderAt(folder);
  if (process === null)
    return { answer: { diagnostics: [...disk, ...found], counts: nothingRead }, folder, notice: [] };
  const { title, notice, room, rooms } = process.definition;
  const answer = askCheck(process);
  const head = `${title}. The whole folder, every day. Room: ${rooms.find(({ id }) => id === room)?.name ?? room}.`;
  return {
    answer: { ...answer, diagnostics: [...disk, ...answer.diagnostics] },
    folder,
    notice: notice === null ? [head] : [head, notice],
  };
}

async function checkFile(file: string): Promise<Checked> {
  if ([".yaml", ".yml"].includes(extname(file)))
    throw wrongUse(
      `${file} is part of a process.`,
      "Name its folder, so that it is checked together with what it refers to.",
    );
  const read = await readTextFile(file);
  const answer = read.ok
    ? checkText({ file, source: read.text })
    : { diagnostics: [tellDiagnostic(read.refusal)], counts: nothingRead };
  return { answer, folder: "", notice: [`${file}, by itself and without readings.`] };
}
