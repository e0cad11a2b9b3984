import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { readIncidentsAt } from "@parley/process/incidents-disk";
import { countDaily } from "@parley/violence";

/**
 * Run alone, with a file: reads it with two threads, counts it by day and province, and prints one line of JSON with the time from the
 * first byte to the figures, and the most memory that the process with its threads held.
 */
if (process.argv[3] === "plain") countLineBreaks(process.argv[2] ?? "");
else await readWithThreads(process.argv[2] ?? "", 2);

/** The plain reference. */
function countLineBreaks(path: string): void {
  const start = performance.now();
  const chunk = new Uint8Array(262_144);
  const file = openSync(path, "r");
  let lines = 0;
  for (let bytes = readSync(file, chunk); bytes > 0; bytes = readSync(file, chunk))
    for (let at = 0; at < bytes; at += 1) if (chunk[at] === 10) lines += 1;
  closeSync(file);
  console.log(JSON.stringify({ milliseconds: performance.now() - start, lines }));
}

async function readWithThreads(path: string, threads: number): Promise<void> {
  const start = performance.now();
  const read = await readIncidentsAt(path, { file: path, threads });
  if (read.kind !== "read") throw new Error("The file was not read.");
  const settled = performance.now();
  const counted = countDaily(read.incidents);
  if (!counted.ok) throw new Error(counted.refusal.message);
  const end = performance.now();
  const { figures } = counted;
  console.log(
    JSON.stringify({
      milliseconds: end - start,
      steps: [settled - start, end - settled].map(Math.round),
      processorMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000,
      memoryMb: memoryMost(),
      rows: read.incidents.coverage.rows,
      provinces: figures.groups.length,
      cells: figures.series.reduce((sum, { days }) => sum + days.length, 0),
      deaths: sumOf(figures.whole.deaths) / figures.scale,
    }),
  );
}

/**
 * The most memory that this process held, in MB. Linux counts the parent's memory at the moment of starting into what
 * resourceUsage tells, so its own mark is read where there is one.
 */
function memoryMost(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const own = /^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
