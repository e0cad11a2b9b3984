import { checkDefinition, ucdpTypes } from "../definition.ts";
import type { Coverage, Definition, Incident } from "../model.ts";
import { readCoverage, readDefinition, readIncident } from "./daily-json.ts";
import { scaleFor } from "./day-series.ts";

/** Of all rows, in the unit: so that a file that was changed is found out. */
export interface DailySums {
  readonly events: number;
  readonly deaths: number;
  readonly low: number;
  readonly high: number;
  readonly touching: number;
  readonly starting: number;
}

export const sumNames = ["events", "deaths", "low", "high", "touching", "starting"] as const;

/** What a daily series carries besides its rows. */
export interface DailyHead {
  readonly attribution: string;
  readonly definition: Definition;
  readonly coverage: Coverage;
  /** Deaths and events are whole numbers of 1/scale. */
  readonly scale: number;
  readonly provinces: readonly string[];
  readonly rows: number;
  readonly sums: DailySums;
  readonly setApart: readonly Incident[];
  readonly apart: readonly Incident[];
}

const title = "# Parley daily violence figures, form 1";

const explained = [
  "# deaths and events: each record is spread evenly over its days, so that they may be fractions",
  "# records: whole records that touch the day; starting: those of them whose first day it is",
  "# a province and day without a row has no counted record; that is no proof that nothing happened",
];

/** The head as lines, each with its mark and its end. */
export function writeDailyHead(head: DailyHead): string {
  const { attribution, setApart, apart, ...about } = head;
  const lines = [
    title,
    `# attribution: ${attribution.replaceAll(/\s+/gu, " ").trim()}`,
    ...explained,
    `# about: ${JSON.stringify(about)}`,
    ...setApart.map((record) => `# set apart: ${JSON.stringify(record)}`),
    ...apart.map((record) => `# kept apart: ${JSON.stringify(record)}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

type ReadHead =
  | { readonly ok: true; readonly head: DailyHead; readonly body: string; readonly line: number }
  | {
      readonly ok: false;
      readonly code: "not-a-daily-series" | "bad-daily-head";
      readonly line: number;
      readonly message: string;
      readonly help: string;
    };

/** Reads the head; `body` is what follows it, and `line` the line on which that begins. */
export function readDailyHead(text: string): ReadHead {
  const help = "Write the series again from its incidents.";
  const bad = (line: number, message: string): ReadHead => ({ ok: false, code: "bad-daily-head", line, message, help });
  if (text.slice(0, title.length) !== title)
    return { ok: false, code: "not-a-daily-series", line: 1, message: `The first line is not "${title}".`, help };
  let attribution = "";
  let about: Omit<DailyHead, "attribution" | "setApart" | "apart"> | null = null;
  const lists: Record<"set apart" | "kept apart", Incident[]> = { "set apart": [], "kept apart": [] };
  let at = 0;
  let line = 1;
  for (; text[at] === "#"; line += 1) {
    const end = text.indexOf("\n", at);
    const [, key, value] = /^# ([a-z ]+): (.*?)\r?$/su.exec(text.slice(at, end < 0 ? text.length : end)) ?? [];
    if (key === "attribution") attribution = value ?? "";
    if (key === "about") {
      about = readAbout(value ?? "");
      if (about === null) return bad(line, "What the head says of the figures cannot be read.");
    }
    if (key === "set apart" || key === "kept apart") {
      const record = readIncident(json(value ?? ""));
      if (record === null) return bad(line, `This record, ${key}, cannot be read.`);
      lists[key].push(record);
    }
    at = end < 0 ? text.length : end + 1;
  }
  if (about === null) return bad(1, 'The head says nothing of the figures: its line "about" is missing.');
  const head = { attribution, ...about, setApart: lists["set apart"], apart: lists["kept apart"] };
  return { ok: true, head, body: text.slice(at), line };
}

function readAbout(text: string): Omit<DailyHead, "attribution" | "setApart" | "apart"> | null {
  const value = json(text);
  if (typeof value !== "object" || value === null) return null;
  const { definition, coverage, scale, provinces, rows, sums } = value as Record<string, unknown>;
  const read = { definition: readDefinition(definition), coverage: readCoverage(coverage) };
  if (read.definition === null || read.coverage === null) return null;
  if (!Array.isArray(provinces) || !provinces.every((name): name is string => typeof name === "string")) return null;
  if (new Set(provinces).size < provinces.length) return null;
  const told = typeof sums === "object" && sums !== null ? (sums as Record<string, unknown>) : {};
  if (typeof rows !== "number" || !sumNames.every((name) => typeof told[name] === "number")) return null;
  const known = {
    format: read.coverage.format,
    types: read.definition.types ?? [...ucdpTypes],
    countries: read.definition.countries ?? [],
  };
  if (checkDefinition(read.definition, known) !== null) return null;
  const unit = read.definition.multiDay === "spread" ? scaleFor(read.definition.daysMax) : 1;
  return scale === unit
    ? {
        definition: read.definition,
        coverage: read.coverage,
        scale: unit,
        provinces,
        rows,
        sums: told as unknown as DailySums,
      }
    : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
