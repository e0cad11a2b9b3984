import type { Diagnostic } from "@parley/diagnostics";
import {
  countDaily,
  type DailyFigures,
  type ProvinceMap,
  type ReadOptions,
  type ReadOutcome,
  readDaily,
  readIncidents,
  readProvinceMap,
  writeDaily,
} from "@parley/violence";
import type { Answer } from "./answer.ts";
import type { ViolenceAnswer } from "./answers/violence.ts";
import { tellDiagnostic } from "./ask/check.ts";
import { assessed, splitAsked, tellData, type ViolenceQuestion, windowAsked } from "./ask/violence.ts";
import { violenceFile } from "./internal/folder/violence-format.ts";
import { refuse } from "./internal/join/view.ts";
import { groupsOf } from "./internal/violence/groups.ts";
import { definitionOf } from "./internal/violence/read-data.ts";

/** One file of incidents or of daily figures, by itself and without a process. */

/** How incidents are counted, in the words of violence/*.yaml; the defaults of the source's format unless told. */
export interface CountingAsked {
  readonly types?: readonly string[] | undefined;
  /** 1 to 22. */
  readonly daysMax?: number | undefined;
  /** "spread" or "set-apart". */
  readonly multiDay?: string | undefined;
  /** "best", "low" or "high". */
  readonly deaths?: string | undefined;
}

export interface FiguresRead {
  readonly figures: DailyFigures;
  /** Rows that could not be read and records kept apart, each with its line. */
  readonly diagnostics: readonly Diagnostic[];
}

export type FiguresFileRead =
  | ({ readonly kind: "read" } & FiguresRead)
  | { readonly kind: "refused"; readonly found: readonly Diagnostic[] }
  | { readonly kind: "stopped"; readonly bytesRead: number };

/**
 * Reads figures out of a file in bounded memory: incidents of any format that is known, or daily figures derived before.
 * `progress` is told the bytes read, `signal` stops it. Never throws on what the file holds. Linear.
 */
export async function readFiguresFile(
  chunks: AsyncIterable<Uint8Array>,
  asked: {
    readonly file: string;
    readonly counting?: CountingAsked | undefined;
    /** What the figures are split by: "province" (unless told), "actor", "actors" (the pair) or "type". */
    readonly by?: string | undefined;
    /** Provinces as polygons, for incidents that name none. */
    readonly map?: { readonly file: string; readonly geojson: unknown; readonly country: string } | undefined;
    /** Ids that the source has withdrawn: their records are told, counted and kept apart. */
    readonly deletedIds?: readonly string[] | undefined;
    readonly progress?: ((bytesRead: number) => void) | undefined;
    readonly signal?: { readonly aborted: boolean } | undefined;
    /** Reads the incidents instead of the chunks, of which then only the first is looked at: see `incidents-disk`. */
    readonly read?: ((options: ReadOptions) => Promise<ReadOutcome>) | undefined;
  },
): Promise<FiguresFileRead> {
  const { file } = asked;
  const definition = countingOf(asked.counting ?? {});
  if (!definition.ok) return { kind: "refused", found: [definition.refusal] };
  const by = splitAsked(asked.by);
  if (!by.ok) return { kind: "refused", found: [by.refusal] };
  const map = mapOf(asked.map);
  if (!map.ok) return { kind: "refused", found: [map.refusal] };
  const opened = await firstOf(chunks);
  if (isDailySeries(file, opened.first)) {
    const bytes = await joined(opened.all());
    const daily = readDaily(new TextDecoder().decode(bytes), { file });
    return daily.ok
      ? { kind: "read", figures: daily.figures, diagnostics: [] }
      : { kind: "refused", found: daily.diagnostics };
  }
  const options = {
    file,
    ...(map.map === null ? {} : { map: map.map }),
    ...(asked.deletedIds === undefined ? {} : { deletedIds: asked.deletedIds }),
    ...(asked.progress === undefined ? {} : { onProgress: asked.progress }),
    ...(asked.signal === undefined ? {} : { signal: asked.signal }),
  };
  const outcome = await (asked.read?.(options) ?? readIncidents(opened.all(), options));
  if (outcome.kind === "refused") return { kind: "refused", found: [outcome.refusal] };
  if (outcome.kind === "stopped") return outcome;
  const { incidents } = outcome;
  const counted = countDaily(incidents, {
    definition: definitionOf(definition.asked, incidents),
    by: by.split ?? "province",
  });
  return counted.ok
    ? { kind: "read", figures: counted.figures, diagnostics: incidents.diagnostics }
    : { kind: "refused", found: [counted.refusal] };
}

/** The figures as a file that a process folder can carry; it reads back to the same figures. */
export function dailySeriesFile(figures: DailyFigures, attribution: string): string {
  return writeDaily(figures, { attribution });
}

/** {@link readFiguresFile}'s figures, asked. Refuses words it cannot read. */
export function askFigures(
  figures: DailyFigures,
  question: Omit<ViolenceQuestion, "asOf" | "file"> & {
    readonly named: string;
    /** What was found while reading, to be told with the answer. */
    readonly found: readonly Diagnostic[];
  },
): Answer<ViolenceAnswer> {
  const asked = windowAsked([], question);
  if (!asked.ok) return asked;
  const by = splitAsked(question.by);
  if (!by.ok) return by;
  if (by.split !== null && by.split !== figures.by)
    return refuse(
      "not-split-so",
      `These figures are by ${figures.by}, and not by ${by.split}.`,
      "Derived daily figures are by province; ask the source's own file for another split.",
    );
  const answered = assessed(figures, asked, null);
  if (!answered.ok) return answered;
  return {
    ok: true,
    answer: {
      process: null,
      title: null,
      notice: null,
      invented: false,
      room: null,
      asOf: null,
      text: answered.answer.sentence,
      age: null,
      ...answered.answer,
      data: tellData(figures, {
        id: null,
        name: question.named,
        file: question.named,
        source: null,
        findings: question.found.map(tellDiagnostic),
      }),
      by: by.split,
      groups: by.split === null ? [] : groupsOf(figures, answered.answer),
      files: [],
      others: [],
    },
  };
}

/** Whether the first bytes are those of derived figures; any other fault than that is for their reader to tell. */
function isDailySeries(file: string, first: Uint8Array): boolean {
  const read = readDaily(new TextDecoder().decode(first), { file });
  return read.ok || read.diagnostics.some(({ code }) => code !== "not-a-daily-series");
}

type Asked = (typeof violenceFile)["shape"]["definition"]["_zod"]["output"];

/** The counting asked, checked by the schema of the files that say the same. */
function countingOf({
  types,
  daysMax,
  multiDay,
  deaths,
}: CountingAsked): { readonly ok: true; readonly asked: Asked } | Extract<Answer<never>, { ok: false }> {
  const said = { types, "days-max": daysMax, "multi-day": multiDay, deaths };
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const read = violenceFile.shape.definition.safeParse(told);
  if (read.success) return { ok: true, asked: read.data };
  const [first] = read.error.issues;
  return {
    ok: false,
    refusal: {
      code: "bad-definition",
      severity: "error",
      message: `What is to be counted cannot be read: ${String(first?.path[0] ?? "it")}: ${first?.message ?? ""}.`,
      help: "Days go from 1 to 22; records of several days are spread or set-apart; deaths are best, low or high.",
      place: null,
      related: [],
    },
  };
}

function mapOf(
  asked: { readonly file: string; readonly geojson: unknown; readonly country: string } | undefined,
): { readonly ok: true; readonly map: ProvinceMap | null } | Extract<Answer<never>, { ok: false }> {
  if (asked === undefined) return { ok: true, map: null };
  const read = readProvinceMap(asked.geojson, { file: asked.file, country: asked.country });
  return read.ok ? read : { ok: false, refusal: read.refusal };
}

/** The first bytes of a stream, and the whole of it again. */
async function firstOf(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly first: Uint8Array; all(): AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const { value, done } = await iterator.next();
  const first = done === true ? new Uint8Array() : value;
  async function* all(): AsyncIterable<Uint8Array> {
    if (done === true) return;
    yield first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { first, all };
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
