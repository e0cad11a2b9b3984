import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import {
  askFigures,
  askViolence,
  dailySeriesFile,
  type FiguresRead,
  readFiguresFile,
  tellDiagnostic,
  type ViolenceAnswer,
} from "@parley/process";
import { readIncidentsAt } from "@parley/process/incidents-disk";
import { answerOf } from "../asked.ts";
import { openProcess } from "../opened.ts";
import { printJson } from "../print/json.ts";
import { Page } from "../print/page.ts";
import { printRows, printViolence } from "../print/violence.ts";
import { Progress } from "../progress.ts";
import { Stopped, wrongUse } from "../stopped.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { endingOf, writeWhole } from "../written.ts";

export interface ViolenceOptions {
  readonly asOf?: string;
  readonly window?: string;
  readonly baseline?: string;
  readonly target?: string;
  readonly counts?: string;
  readonly province?: string;
  readonly by?: string;
  readonly figures?: string;
  readonly types?: readonly string[];
  readonly daysMax?: string;
  readonly multiDay?: string;
  readonly deaths?: string;
  readonly map?: string;
  readonly country?: string;
  readonly deletedIds?: string;
  readonly series?: string;
  readonly attribution?: string;
  readonly json?: true;
}

/** An indication is no finding of ours: 1 only when rows could not be read or the folder has errors. */
export async function violenceVerb(path: string, options: ViolenceOptions, terminal: Terminal): Promise<ExitCode> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw wrongUse(
      `There is no folder or file ${path}, or it cannot be read.`,
      "Name the folder of a process, or a CSV file of incidents.",
    );
  return found.isDirectory()
    ? ofFolder(path, options, terminal)
    : ofFile({ file: path, size: found.size }, options, terminal);
}

async function ofFolder(folder: string, options: ViolenceOptions, terminal: Terminal): Promise<ExitCode> {
  const onFileOnly = (
    ["types", "daysMax", "multiDay", "deaths", "map", "country", "deletedIds", "series", "attribution"] as const
  ).find((name) => options[name] !== undefined);
  if (onFileOnly !== undefined)
    throw wrongUse(
      `A folder says in violence/*.yaml how its figures are counted, so --${onFileOnly.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)} is for a file by itself.`,
      "Change the definition there, or name the CSV file.",
    );
  const { process, exitCode } = await openProcess(folder, terminal);
  const { window, baseline, target, counts, province, asOf, by, figures } = options;
  const answer = answerOf(
    askViolence(process, { asOf, window, baseline, target, counts, province, by, file: figures }),
  );
  const room = process.definition.rooms.find(({ id }) => id === answer.room)?.name ?? answer.room;
  return told(answer, { options, terminal, room, exitCode });
}

async function ofFile(
  { file, size }: { readonly file: string; readonly size: number },
  options: ViolenceOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.series !== undefined) endingOf(options.series, [".csv"]);
  const read = await figuresOf({ file, size }, options, terminal);
  const page = new Page({ width: terminal.width });
  printRows(page, read.diagnostics.map(tellDiagnostic));
  terminal.stderr.write(page.toString());
  const exitCode = read.diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;
  if (options.series !== undefined) {
    if (options.attribution === undefined)
      throw wrongUse(
        "Derived figures keep the name of their source, and none is given.",
        "Add --attribution “UCDP GED 23.1, CC BY 4.0”.",
      );
    await writeWhole({
      file: options.series,
      text: dailySeriesFile(read.figures, options.attribution),
      sources: [file],
    });
    terminal.stdout.write(`Written: ${options.series}\n`);
    if (options.window === undefined) return exitCode;
  }
  const { window, baseline, target, counts, province, by } = options;
  const answer = answerOf(
    askFigures(read.figures, { window, baseline, target, counts, province, by, named: file, found: read.diagnostics }),
  );
  return told(answer, { options, terminal, room: null, exitCode });
}

/** A file of so many bytes is read by threads. */
const manyBytes = 16_000_000;

async function figuresOf(
  { file, size }: { readonly file: string; readonly size: number },
  { types, daysMax, multiDay, deaths, map, country, deletedIds, by }: ViolenceOptions,
  terminal: Terminal,
): Promise<FiguresRead> {
  const progress = new Progress(terminal, `Reading ${file}`);
  const stopping = { aborted: false };
  const stop = () => {
    stopping.aborted = true;
  };
  process.once("SIGINT", stop);
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  try {
    const read = await readFiguresFile(stream, {
      file,
      // Threads cost more to start than a small file takes to read.
      read: size < manyBytes ? undefined : (asked) => readIncidentsAt(file, asked),
      counting: { types, daysMax: daysMax === undefined ? undefined : Number(daysMax), multiDay, deaths },
      by,
      map: map === undefined ? undefined : await mapAt(map, country),
      deletedIds: deletedIds === undefined ? undefined : await idsIn(deletedIds),
      progress: (bytes) => progress.at(size === 0 ? 1 : bytes / size),
      signal: stopping,
    });
    if (read.kind === "read") return read;
    if (read.kind === "stopped")
      throw new Stopped({
        exitCode: 1,
        message: `Stopped after ${read.bytesRead.toLocaleString("en")} bytes; nothing was written.`,
      });
    throw new Stopped({ exitCode: 1, message: "", found: read.found.map(tellDiagnostic) });
  } finally {
    stream.destroy();
    process.off("SIGINT", stop);
    progress.end();
  }
}

/** One id a line; empty lines are none. */
async function idsIn(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null)
    throw wrongUse(`There is no list ${file}, or it cannot be read.`, "Name a file with one id a line.");
  return text.split(/\r?\n/u).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

async function mapAt(file: string, country: string | undefined) {
  if (country === undefined)
    throw wrongUse("A map is of one country, and none is named.", "Add --country as the incident file names it.");
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) throw wrongUse(`There is no map ${file}, or it cannot be read.`, "Name a GeoJSON file.");
  try {
    return { file, geojson: JSON.parse(text) as unknown, country };
  } catch {
    throw wrongUse(`${file} is no GeoJSON.`, "Name a FeatureCollection of polygons, each with its province's name.");
  }
}

function told(
  answer: ViolenceAnswer,
  {
    options,
    terminal,
    room,
    exitCode,
  }: {
    readonly options: ViolenceOptions;
    readonly terminal: Terminal;
    readonly room: string | null;
    readonly exitCode: ExitCode;
  },
): ExitCode {
  if (options.json === true) printJson(terminal, answer);
  else {
    const page = new Page(terminal);
    printViolence(page, { answer, room });
    terminal.stdout.write(page.toString());
  }
  return exitCode;
}
