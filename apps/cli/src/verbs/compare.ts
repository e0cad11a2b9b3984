import { compareTexts } from "@parley/process";
import { printCompare } from "../print/compare.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { sourceOf } from "../text-file.ts";

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
