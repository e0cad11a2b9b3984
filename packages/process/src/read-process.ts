import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { parse, parseReading } from "@parley/agreement";
import { type Diagnostic, decodeText, diagnostic, sortDiagnostics } from "@parley/diagnostics";
import { readYaml, type YamlRead } from "@parley/diagnostics/yaml";
import type { z } from "zod";
import type { LanguageFile, Process, ProcessEvent } from "./events.ts";
import type { ProcessFiles } from "./files.ts";
import {
  type PositionsFile,
  type ProcessFile,
  positionsFile,
  preferencesFile,
  processFile,
} from "./internal/folder/formats.ts";
import { recordFile } from "./internal/folder/record-format.ts";
import { checkReferences, type PlaceOf } from "./internal/folder/references.ts";
import { violenceEvents } from "./internal/folder/violence-events.ts";

/** A process, or null with the reasons when its folder cannot be used at all. */
export interface ProcessRead {
  readonly process: Process | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the files of a process folder into a record of events. Never throws. Without a usable `process.yaml` there is
 * no process; any other faulty file is told and left out, so that one bad file does not hide the rest.
 */
export function readProcess(
  files: ProcessFiles,
  { filesUnread = 0 }: { readonly filesUnread?: number } = {},
): ProcessRead {
  const read = new FolderReader(files);
  const definition = read.yaml("process.yaml", processFile);
  if (definition?.value == null) {
    if (!files.has("process.yaml")) read.say(noProcess());
    return { process: null, diagnostics: sortDiagnostics(read.diagnostics) };
  }
  const process = assemble(read, definition.value, definition.placeOf);
  const diagnostics = sortDiagnostics([...read.diagnostics, ...checkReferences(process, definition.placeOf)]);
  return { process: { ...process, diagnostics, filesUnread }, diagnostics };
}

function noProcess(): Diagnostic {
  return diagnostic({
    code: "no-process",
    severity: "error",
    message: "There is no process here: the folder has no process.yaml.",
    help: "Name a folder that has one, or make a small commented one with “parley init <folder>”.",
  });
}

/** Reads files one by one and keeps what was found. */
class FolderReader {
  readonly files: ProcessFiles;
  readonly diagnostics: Diagnostic[] = [];

  constructor(files: ProcessFiles) {
    this.files = files;
  }

  say(found: Diagnostic): void {
    this.diagnostics.push(found);
  }

  text(file: string): string | null {
    const bytes = this.files.get(file);
    if (bytes === undefined) return null;
    const decoded = decodeText(file, bytes);
    if (decoded.ok) return decoded.text;
    this.say(decoded.diagnostic);
    return null;
  }

  /** Null when the file is absent or cannot be decoded; a read without a value when it has faults. */
  yaml<T>(
    file: string,
    schema: z.ZodType<T>,
    options: { readonly withoutBadEntries?: boolean } = {},
  ): YamlRead<T> | null {
    const source = this.text(file);
    if (source === null) return null;
    const read = readYaml({ file }, source, schema, options);
    for (const found of read.diagnostics) this.say(found);
    return read;
  }

  under(folder: string, ending: string): string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ending)).sort();
  }
}

function assemble(read: FolderReader, definition: ProcessFile, placeOf: PlaceOf): Process {
  const events: ProcessEvent[] = [
    ...textEvents(read, definition, placeOf),
    ...assumptionEvents(definition, placeOf),
    ...positionEvents(read, definition),
    ...recordEvents(read, definition),
    ...assessmentEvents(read, definition),
    ...violenceEvents(read, definition),
  ];
  return {
    definition,
    events: [...events, ...readingEvents(read, definition, events)],
    diagnostics: [],
    filesUnread: 0,
  };
}

function textEvents(read: FolderReader, definition: ProcessFile, placeOf: PlaceOf): ProcessEvent[] {
  const listed = new Set(definition.texts.map((entry) => entry.file));
  const beside = new Map(definition.texts.map(({ file }) => [file, languageFiles(read, file)]));
  const known = new Set([...listed, ...[...beside.values()].flatMap((files) => [...files.values()])]);
  for (const file of read.under("texts", ".md").filter((path) => !known.has(path))) {
    read.say(
      diagnostic({
        code: "text-not-listed",
        severity: "warning",
        message: "This text is in the folder but not in process.yaml, so no answer rests on it.",
        help: "List it under “texts” in process.yaml, with its day and who drafted it, or take it out of the folder.",
        place: { file, line: 1, column: 1 },
      }),
    );
  }
  return definition.texts.flatMap((entry, index): ProcessEvent[] => {
    const place = placeOf(["texts", index, "file"]);
    if (!read.files.has(entry.file)) {
      read.say(
        diagnostic({
          code: "missing-file",
          severity: "error",
          message: `The text “${entry.id}” should be in ${entry.file}, and there is no such file.`,
          help: "Put the file there, or correct its path in process.yaml.",
          place,
        }),
      );
      return [];
    }
    const source = read.text(entry.file);
    if (source === null) return [];
    const agreement = parse({ file: entry.file, source });
    for (const found of agreement.diagnostics) read.say(found);
    const hash = bytesToHex(sha256(read.files.get(entry.file) ?? new Uint8Array()));
    return [
      {
        id: `text:${entry.id}`,
        type: "text-tabled",
        version: 1,
        room: entry.room ?? definition["entries-room"] ?? definition.room,
        on: entry.tabled,
        known: entry.known ?? entry.tabled,
        by: [entry.by],
        sources: entry.source === null ? [] : [entry.source],
        body: { entry, hash, agreement, versions: versionsOf(read, beside.get(entry.file) ?? new Map()) },
        place,
      },
    ];
  });
}

/** The files beside a text that hold it in another language: `draft.fa-AF.md` beside `draft.md`. By language. */
function languageFiles(read: FolderReader, file: string): Map<string, string> {
  const stem = file.replace(/\.md$/u, "");
  const found = new Map<string, string>();
  for (const path of read.under("texts", ".md")) {
    const tag = path.startsWith(`${stem}.`) ? path.slice(stem.length + 1, -".md".length) : "";
    if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(tag)) found.set(tag, path);
  }
  return found;
}

function versionsOf(read: FolderReader, files: ReadonlyMap<string, string>): LanguageFile[] {
  return [...files].flatMap(([language, file]) => {
    const source = read.text(file);
    if (source === null) return [];
    const agreement = parse({ file, source });
    for (const found of agreement.diagnostics) read.say(found);
    return [{ language, agreement }];
  });
}

function assumptionEvents(definition: ProcessFile, placeOf: PlaceOf): ProcessEvent[] {
  return definition.assumptions.map((assumption, index) => ({
    id: `assumption:${assumption.id}`,
    type: "assumption-made",
    version: 1,
    room: definition.room,
    on: assumption.on,
    known: assumption.on,
    by: [assumption.by],
    sources: [],
    body: assumption,
    place: placeOf(["assumptions", index]),
  }));
}

function positionEvents(read: FolderReader, definition: ProcessFile): ProcessEvent[] {
  const file = read.yaml("positions.yaml", positionsFile, { withoutBadEntries: true });
  return (file?.value?.positions ?? []).flatMap((position, index) => {
    const parties = partiesOf(position, definition);
    return parties.map((party): ProcessEvent => {
      // What several said together is each one's own position.
      const id = parties.length === 1 ? position.id : `${position.id}.${party}`;
      return {
        id: `position:${id}`,
        type: "position-stated",
        version: 1,
        room: position.room ?? definition["entries-room"] ?? definition.room,
        on: position.said,
        known: position.published ?? position.said,
        by: [position.by],
        sources: position.sources,
        body: { ...position, id, party },
        place: file?.placeOf(["positions", index]) ?? { file: "positions.yaml", line: 1, column: 1 },
      };
    });
  });
}

/** The parties spoken for: as the entry says, else those its speaker speaks for; otherwise the speaker alone. */
function partiesOf(position: PositionsFile["positions"][number], definition: ProcessFile): readonly string[] {
  if (position.for !== null) return [position.for];
  const spokenFor = definition.speakers.find((speaker) => speaker.id === position.by)?.for ?? [];
  return spokenFor.length === 0 ? [position.by] : spokenFor;
}

function recordEvents(read: FolderReader, definition: ProcessFile): ProcessEvent[] {
  const file = read.yaml("record.yaml", recordFile, { withoutBadEntries: true });
  return (file?.value?.record ?? []).map((entry, index) => ({
    id: `record:${entry.id}`,
    type: "entry-recorded",
    version: 1,
    room: entry.room ?? definition["entries-room"] ?? definition.room,
    on: entry.on,
    known: entry.known ?? entry.on,
    by: entry.by,
    sources: entry.sources,
    body: entry,
    place: file?.placeOf(["record", index]) ?? { file: "record.yaml", line: 1, column: 1 },
  }));
}

function assessmentEvents(read: FolderReader, definition: ProcessFile): ProcessEvent[] {
  return read.under("preferences", ".yaml").flatMap((file): ProcessEvent[] => {
    const found = read.yaml(file, preferencesFile);
    if (found?.value == null) return [];
    return [
      {
        id: `assessment:${file}`,
        type: "assessment-made",
        version: 1,
        room: found.value.room ?? definition.room,
        on: found.value.on,
        known: found.value.on,
        by: [found.value["assessed-by"]],
        sources: [],
        body: { ...found.value, file },
        place: found.placeOf([]),
      },
    ];
  });
}

/**
 * A reading is an understanding of a text and not news: unless it says since when it is known, it counts from the
 * day its text is known, so that a later analyst can ask what the words required on an earlier day.
 */
function readingEvents(read: FolderReader, definition: ProcessFile, events: readonly ProcessEvent[]): ProcessEvent[] {
  return read.under("readings", ".yaml").flatMap((file): ProcessEvent[] => {
    const source = read.text(file);
    if (source === null) return [];
    const { reading, diagnostics, placeOf } = parseReading({ file, source });
    for (const found of diagnostics) read.say(found);
    if (reading === null) return [];
    const text = definition.texts.find((entry) => entry.file === reading.of);
    // A text that is listed and could not be read has been told already; its readings wait for it.
    if (text !== undefined && !events.some(({ id }) => id === `text:${text.id}`)) return [];
    const tabled = events.find((event) => event.type === "text-tabled" && event.body.entry.id === text?.id);
    if (text === undefined || tabled === undefined) {
      read.say(
        diagnostic({
          code: "unknown-text",
          severity: "error",
          message: `This reading is of ${reading.of}, and process.yaml lists no such text.`,
          help: `Write one of: ${definition.texts.map((entry) => entry.file).join(", ") || "none is listed yet"}.`,
          place: placeOf(["of"]),
        }),
      );
      return [];
    }
    const known = reading.known ?? tabled.known;
    return [
      {
        id: `reading:${file}`,
        type: "reading-made",
        version: 1,
        room: tabled.room,
        on: known,
        known,
        by: [reading.reader],
        sources: [],
        body: { text: text.id, file, reading, placeOf },
        place: placeOf([]),
      },
    ];
  });
}
