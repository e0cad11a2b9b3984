import {
  draftOf,
  holdAgainst,
  type Process,
  type ReturnedAnswer,
  readAkomaNtosoFile,
  readFile,
  tellDiagnostic,
  whoIsWho,
} from "@parley/process";
import { readBytesOf } from "../bytes-file.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import { printReturned } from "../print/returned.ts";
import { processNear } from "../process-near.ts";
import { Progress } from "../progress.ts";
import { Stopped, wrongUse } from "../stopped.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { sourceOf } from "../text-file.ts";
import { endingOf, writeWhole } from "../written.ts";

export interface ImportOptions {
  readonly base?: string;
  readonly output?: string;
  readonly author?: readonly string[];
  readonly returnedBy?: string;
  readonly process?: string;
  readonly json?: true;
}

/**
 * A file of a word processor as a draft with attributed brackets (`.md`) or as a list of amendments (`.json`). 1 when
 * something was changed without tracking, could not be carried over, or bears a name that nobody has placed.
 */
export async function importVerb(file: string, options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const ending = options.output === undefined ? null : endingOf(options.output, [".md", ".json"]);
  const bytes = await readBytesOf(file);
  if (/\.(xml|akn)$/iu.test(file)) return importAkomaNtoso(file, bytes, options, terminal);
  const process = await processNear(options.base ?? null, options.process);
  const who = whoIsWho(process, {
    told: toldAuthors(options.author ?? [], process),
    returnedBy: knownParty(options.returnedBy ?? null, process),
  });
  const progress = new Progress(terminal, `Reading ${file}`);
  const read = readFile({ file, bytes }, (share) => progress.at(share));
  progress.end();
  if (!read.ok) throw new Stopped({ exitCode: 1, message: "", found: [tellDiagnostic(read.refusal)] });
  const sent =
    options.base === undefined ? null : draftOf({ file: options.base, source: await sourceOf(options.base) });
  const holding = new Progress(terminal, `Holding ${file} against ${options.base ?? "itself"}`);
  const returned = holdAgainst({ file, manuscript: read.manuscript, losses: read.losses }, sent, who, (share) =>
    holding.at(share),
  );
  holding.end();
  const { answer } = returned;
  if (options.output !== undefined && ending !== null) {
    askForNames(answer, terminal);
    const text = ending === ".json" ? `${JSON.stringify(answer, null, 2)}\n` : returned.take(() => "bracket");
    await writeWhole({
      file: options.output,
      text,
      sources: [file, ...(options.base === undefined ? [] : [options.base])],
    });
  }
  tell(answer, options, terminal);
  const isClean = answer.untracked.length === 0 && answer.unmapped.length === 0 && answer.left.length === 0;
  return isClean ? 0 : 1;
}

function tell(answer: ReturnedAnswer, { json, output }: ImportOptions, terminal: Terminal): void {
  if (json === true) {
    printJson(terminal, answer);
    return;
  }
  const page = new Page(terminal);
  printReturned(page, answer);
  if (output !== undefined) {
    page.blank();
    page.line(`Written: ${output}`);
  }
  terminal.stdout.write(page.toString());
}

/** No words are put into a bracket of somebody whose party is not known: it is asked first. */
function askForNames({ unmapped }: ReturnedAnswer, terminal: Terminal): void {
  const [first] = unmapped;
  if (first === undefined) return;
  const page = new Page({ width: terminal.width });
  for (const { name, changes, comments } of unmapped) page.point(`“${name}”: ${changes} changes, ${comments} comments`);
  throw new Stopped({
    exitCode: 1,
    message: `Nothing was written: the file bears names whose party is not known.\n${page.toString().trimEnd()}`,
    help: `Say whose each is, under “authors” in process.yaml or with --author "${first.name}=party", and give the command again.`,
  });
}

function toldAuthors(told: readonly string[], process: Process | null): ReadonlyMap<string, string> {
  return new Map(
    told.map((each): [string, string] => {
      const at = each.lastIndexOf("=");
      const [name, party] = [each.slice(0, at).trim(), each.slice(at + 1).trim()];
      if (at < 1 || party === "")
        throw wrongUse(`“${each}” does not say whose hand a name is.`, 'Write --author "Name in the file=party".');
      return [name, knownParty(party, process) ?? party];
    }),
  );
}

function knownParty(party: string | null, process: Process | null): string | null {
  if (party === null) return null;
  if (!/^[a-z][a-z0-9-]*$/u.test(party))
    throw wrongUse(`“${party}” is no id of a party.`, "Ids are small letters, digits and hyphens, such as upland.");
  const known = process?.definition.parties.map(({ id }) => id) ?? null;
  if (known === null || known.includes(party)) return party;
  throw wrongUse(`There is no party “${party}” in the process.`, `The parties are: ${known.join(", ")}.`);
}

async function importAkomaNtoso(
  file: string,
  bytes: Uint8Array,
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { output } = options;
  if (options.base !== undefined)
    throw wrongUse(
      "Akoma Ntoso holds no tracked changes, so there is nothing to hold against a draft.",
      "Import it alone, then use “parley compare”.",
    );
  const read = readAkomaNtosoFile({ file, bytes });
  if (!read.ok) throw new Stopped({ exitCode: 1, message: "", found: [tellDiagnostic(read.refusal)] });
  const { answer, source } = read;
  if (output !== undefined) {
    const text = endingOf(output, [".md", ".json"]) === ".md" ? source : `${JSON.stringify(answer, null, 2)}\n`;
    await writeWhole({ file: output, text, sources: [file] });
  }
  tell(answer, options, terminal);
  return answer.left.length === 0 ? 0 : 1;
}
