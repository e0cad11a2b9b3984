import { compareTexts, tellDiagnostic } from "@parley/process";
import { printCompare } from "../print/compare.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import { Stopped } from "../stopped.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { readTextFile } from "../text-file.ts";

export interface CompareOptions {
  readonly json?: true;
}

/** 1 when anything changed. */
export async function compareVerb(
  files: { readonly before: string; readonly after: string },
  { json }: CompareOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const before = await sourceOf(files.before);
  const after = await sourceOf(files.after);
  const answer = compareTexts({
    before: { file: files.before, source: before },
    after: { file: files.after, source: after },
  });
  if (json === true) printJson(terminal, answer);
  else {
    const page = new Page(terminal);
    printCompare(page, answer);
    terminal.stdout.write(page.toString());
  }
  return answer.changes.length > 0 ? 1 : 0;
}

async function sourceOf(file: string): Promise<string> {
  const read = await readTextFile(file);
  if (read.ok) return read.text;
  throw new Stopped({ exitCode: 1, message: "", found: [tellDiagnostic(read.refusal)] });
}
