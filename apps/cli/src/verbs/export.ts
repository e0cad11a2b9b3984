import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  akomaNtosoFile,
  draftOf,
  draftPaper,
  isPartialText,
  type Process,
  positionComments,
  textOf,
  whoIsWho,
} from "@parley/process";
import { openProcess } from "../opened.ts";
import { isPaper, paperFile } from "../paper-file.ts";
import { printJson } from "../print/json.ts";
import { processNear } from "../process-near.ts";
import { wrongUse } from "../stopped.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { sourceOf } from "../text-file.ts";
import { writeWhole } from "../written.ts";

export interface ExportOptions {
  readonly format?: string;
  readonly output?: string;
  readonly text?: string;
  readonly asOf?: string;
  readonly redlineFrom?: string;
  readonly author?: string;
  readonly commentsFor?: string;
  readonly json?: true;
}

const formats = ["docx", "odt", "pdf", "akn", "md"] as const;
type Format = (typeof formats)[number];

/** A draft as a file for others: Word, OpenDocument, PDF, Akoma Ntoso, or its own Markdown. */
export async function exportVerb(path: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf(options);
  const { output } = options;
  if (output === undefined && format !== "md" && format !== "akn")
    throw wrongUse(
      `A ${format} file is not for the screen.`,
      `Name the file to write with -o, such as -o draft.${format}.`,
    );
  const chosen = await draftAt(path, options, terminal);
  const file = await fileOf(chosen, format, options);
  if (output === undefined) {
    terminal.stdout.write(typeof file === "string" ? file : new TextDecoder().decode(file));
    return chosen.exitCode;
  }
  await writeWhole({ file: output, text: file, sources: chosen.sources });
  if (options.json === true) printJson(terminal, { file: output, format, of: chosen.draft.file });
  else terminal.stdout.write(`Written: ${output}\n`);
  return chosen.exitCode;
}

function formatOf({ format, output }: ExportOptions): Format {
  const ending = output?.split(".").at(-1)?.toLowerCase();
  const asked = format ?? (ending === "xml" ? "akn" : ending);
  const found = formats.find((each) => each === asked);
  if (found !== undefined) return found;
  const list = formats.join(", ");
  throw asked === undefined
    ? wrongUse("In which format?", `Give --format with one of: ${list}; or name a file with -o.`)
    : wrongUse(`“${asked}” is no format that drafts are written in.`, `The formats are: ${list}.`);
}

type Draft = ReturnType<typeof draftOf>;

interface Chosen {
  readonly draft: Draft;
  readonly process: Process | null;
  readonly partial: boolean;
  /** Files that are never written over. */
  readonly sources: readonly string[];
  readonly exitCode: ExitCode;
}

async function draftAt(path: string, { text, asOf }: ExportOptions, terminal: Terminal): Promise<Chosen> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() !== true) {
    if (text !== undefined)
      throw wrongUse("--text chooses a text of a folder.", "Name the folder, or leave --text out.");
    const draft = draftOf({ file: path, source: await sourceOf(path) });
    const process = await processNear(path, undefined);
    const partial = process !== null && isPartialText(process, resolve(path));
    return { draft, process, partial, sources: [path], exitCode: 0 };
  }
  const { process, files, exitCode } = await openProcess(path, terminal);
  const chosen = textOf(process, { text, asOf });
  if (!chosen.ok) throw wrongUse(chosen.refusal.message, chosen.refusal.help);
  const { draft, partial } = chosen;
  return { draft, process, partial, sources: files.map((file) => join(path, file)), exitCode };
}

async function fileOf(chosen: Chosen, format: Format, options: ExportOptions): Promise<string | Uint8Array> {
  const { draft, process } = chosen;
  const ending = `.${format}`;
  if (!isPaper(ending) && (options.redlineFrom !== undefined || options.commentsFor !== undefined))
    throw wrongUse(`A redline and comments need paper, and ${format} is none.`, "Choose docx, odt or pdf.");
  if (!isPaper(ending)) return format === "akn" ? akomaNtosoFile(draft) : draft.source;
  const paper = draftPaper(draft, {
    redlineFrom: await earlierDraft(options, process),
    partial: chosen.partial,
    author: options.author ?? authorOf(draft, process),
    comments: commentsFor(chosen, options),
  });
  return paperFile(paper, ending);
}

async function earlierDraft({ redlineFrom, asOf }: ExportOptions, process: Process | null): Promise<Draft | undefined> {
  if (redlineFrom === undefined) return undefined;
  const known = process === null ? null : textOf(process, { text: redlineFrom, asOf });
  if (known?.ok === true) return known.draft;
  return draftOf({ file: redlineFrom, source: await sourceOf(redlineFrom) });
}

/** The drafter by name, as a word processor shows it. */
function authorOf({ front }: Draft, process: Process | null): string | undefined {
  return front.drafter === null ? undefined : whoIsWho(process).nameOf(front.drafter);
}

function commentsFor({ draft, process }: Chosen, { commentsFor: room, asOf }: ExportOptions) {
  if (room === undefined) return undefined;
  if (process === null)
    throw wrongUse(
      "Comments come from the positions of a process, and this text belongs to none.",
      "Name the folder of the process.",
    );
  const said = positionComments(process, draft, { asOf, inRoom: room });
  if (!said.ok) throw wrongUse(said.refusal.message, said.refusal.help);
  return said.comments;
}
