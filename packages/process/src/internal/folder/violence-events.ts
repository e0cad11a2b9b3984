import type { CivilDate } from "@parley/calendar";
import { type Diagnostic, diagnostic, type Place } from "@parley/diagnostics";
import type { YamlRead } from "@parley/diagnostics/yaml";
import type { z } from "zod";
import type { ProcessEvent } from "../../events.ts";
import type { ProcessFiles } from "../../files.ts";
import { readViolenceData } from "../violence/read-data.ts";
import type { ProcessFile } from "./formats.ts";
import { violenceFile } from "./violence-format.ts";

/** What reading a folder gives to those who read a part of it. */
interface Reads {
  readonly files: ProcessFiles;
  say(found: Diagnostic): void;
  text(file: string): string | null;
  yaml<T>(file: string, schema: z.ZodType<T>): YamlRead<T> | null;
  under(folder: string, ending: string): string[];
}

/**
 * The figures of violence that a folder has. Figures are an analyst's tool and not news: like a reading they count from the
 * first day they tell of, whenever they were published, and every answer uses only their days up to its own day.
 */
export function violenceEvents(read: Reads, definition: ProcessFile): ProcessEvent[] {
  const events = read.under("violence", ".yaml").flatMap((file) => violenceEvent(read, definition, file));
  const used = new Set(
    events.flatMap(({ body }) => ("entry" in body && "data" in body.entry ? [body.entry.data] : [])),
  );
  for (const data of read.under("violence", ".csv").filter((path) => !used.has(path) && events.length > 0))
    read.say(
      diagnostic({
        code: "figures-not-listed",
        severity: "warning",
        message: "This file is in the folder violence, and no YAML file there names it, so no answer rests on it.",
        help: "Name it as “data” in a file of its own, such as violence/2020.yaml, with its source.",
        place: { file: data, line: 1, column: 1 },
      }),
    );
  return events;
}

function violenceEvent(read: Reads, definition: ProcessFile, file: string): ProcessEvent[] {
  const found = read.yaml(file, violenceFile);
  if (found?.value == null) return [];
  const entry = found.value;
  const missing = (path: string, key: string): void => read.say(missingFile(path, found.placeOf([key])));
  const data = read.files.get(entry.data);
  if (data === undefined) {
    missing(entry.data, "data");
    return [];
  }
  if (entry.map !== null && !read.files.has(entry.map)) missing(entry.map, "map");
  const { figures, geojson, diagnostics } = readViolenceData({
    entry,
    data,
    map: entry.map === null ? null : read.text(entry.map),
    place: found.placeOf(["map"]),
  });
  for (const each of diagnostics) read.say(each);
  if (figures === null) return [];
  const since: CivilDate = figures.days?.from ?? definition["as-of"];
  return [
    {
      id: `violence:${entry.id}`,
      type: "violence-counted",
      version: 1,
      room: entry.room ?? definition["entries-room"] ?? definition.room,
      on: since,
      known: since,
      by: [],
      sources: [entry.source],
      body: { entry, file, figures, geojson },
      place: found.placeOf([]),
    },
  ];
}

function missingFile(path: string, place: Place): Diagnostic {
  return diagnostic({
    code: "missing-file",
    severity: "error",
    message: `There should be a file ${path}, and there is none.`,
    help: "Put the file there, or correct its path.",
    place,
  });
}
