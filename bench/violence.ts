import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { civilDate, dateOfDay, dayNumberOf } from "@parley/calendar";
import { assess, countDaily, type DailyFigures, incidentsOf, PartReader, readHead } from "@parley/violence";
import { buildPackages } from "../scripts/build-packages.ts";
import { writeLargeIncidents } from "./large-incidents.ts";

const from = civilDate("2011-01-01");
const days = 3650;

/** One record a day for ten years, with deaths that differ. */
function tenYears(): DailyFigures {
  const first = dayNumberOf(from);
  const rows = Array.from({ length: days }, (_, at) => `${dateOfDay(first + at)},${(at * 7919) % 61}`);
  const bytes = new TextEncoder().encode(`date,deaths\n${rows.join("\n")}\n`);
  const read = readHead(bytes, { file: "ten-years.csv", whole: true });
  if (!read.ok) throw new Error(read.refusal.message);
  const reader = new PartReader({ file: "ten-years.csv", head: read.head, range: { from: 0, to: null } });
  reader.push(bytes);
  const counted = countDaily(incidentsOf(reader.end()));
  if (!counted.ok) throw new Error(counted.refusal.message);
  return counted.figures;
}

const figures = tenYears();
const year = (later: number) => dateOfDay(dayNumberOf(from) + later);

export const violenceRows: readonly (readonly [name: string, work: () => unknown])[] = [
  [
    "10,000 block bootstraps over 3,650 days",
    () =>
      assess(figures, {
        window: { from: year(days - 365), to: year(days - 1) },
        baseline: { kind: "preceding", days: days - 365 },
      }),
  ],
  ["the same, each day drawn and added", () => plainBootstrap()],
];

/** The plain way: no blocks and no sums made before */
function plainBootstrap(): number {
  const values = Array.from({ length: days }, (_, at) => (at * 7919) % 61);
  let state = 1;
  let last = 0;
  for (let draw = 0; draw < 10_000; draw += 1) {
    let sum = 0;
    for (let at = 0; at < days; at += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      sum += values[Math.floor((state / 2 ** 32) * days)] ?? 0;
    }
    last = sum;
  }
  return last;
}

/**
 * Reads a file of GED's shape with two threads, in a process of its own whose memory is measured, from the packages as they are
 * published. Beside it, the plain reference: the same file read and its line breaks counted, by one hand.
 */
export function benchLargeFile(rows = 700_000): void {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const script = join(import.meta.dirname, ".violence-file.mjs");
  try {
    const path = join(folder, "large.csv");
    writeLargeIncidents(path, rows);
    buildPackages();
    writeFileSync(script, stripTypeScriptTypes(readFileSync(join(import.meta.dirname, "violence-file.ts"), "utf8")));
    const run = (...asked: string[]) =>
      JSON.parse(execFileSync(process.execPath, [script, path, ...asked], { encoding: "utf8" })) as Record<
        string,
        number
      >;
    const plain = Array.from({ length: 3 }, () => run("plain").milliseconds ?? 0).toSorted((a, b) => a - b)[1] ?? 0;
    const runs = Array.from({ length: 3 }, () => run()).toSorted(
      (a, b) => (a.milliseconds ?? 0) - (b.milliseconds ?? 0),
    );
    const { milliseconds = 0, processorMs = 0, memoryMb = 0 } = runs[1] ?? {};
    console.log(
      `\n${rows.toLocaleString("en")} rows of GED, ${(statSync(path).size / 1e6).toFixed(0)} MB, to daily rates by province, two threads:`,
      `\n  ${milliseconds.toFixed(0)} ms (${processorMs.toFixed(0)} ms of processor), ${memoryMb.toFixed(0)} MB of memory,`,
      `${(milliseconds / plain).toFixed(1)} × its line breaks counted (${plain.toFixed(0)} ms)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(script, { force: true });
  }
}
