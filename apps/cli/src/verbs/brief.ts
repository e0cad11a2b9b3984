import { join } from "node:path";
import { askBrief, briefHtml, briefMarkdown, briefPaper } from "@parley/process";
import { answerOf } from "../asked.ts";
import { openProcess } from "../opened.ts";
import { isPaper, paperEndings, paperFile } from "../paper-file.ts";
import { printJson } from "../print/json.ts";
import { withoutControls } from "../print/page.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { endingOf, writeWhole } from "../written.ts";

export interface BriefOptions {
  readonly asOf?: string;
  readonly since?: string;
  readonly shareable?: true;
  readonly output?: string;
  readonly json?: true;
}

/** Markdown on stdout; in a file Markdown, HTML, Word, OpenDocument or PDF. */
export async function briefVerb(
  folder: string,
  { asOf, since, shareable, output, json }: BriefOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const ending = output === undefined ? ".md" : endingOf(output, [".md", ".html", ...paperEndings]);
  const { process, files, exitCode } = await openProcess(folder, terminal);
  const answer = answerOf(askBrief(process, { asOf, since, shareable }));
  const told = ending === ".html" ? briefHtml(answer) : briefMarkdown(answer);
  if (output !== undefined) {
    const text = isPaper(ending) ? await paperFile(briefPaper(answer), ending, { dense: true }) : told;
    await writeWhole({ file: output, text, sources: files.map((file) => join(folder, file)) });
  }
  if (json === true) printJson(terminal, answer);
  else terminal.stdout.write(output === undefined ? withoutControls(told) : `Written: ${output}\n`);
  return exitCode;
}
