import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import {
  countDaily,
  headBytesMax,
  type IncidentHead,
  type IncidentPart,
  incidentsOf,
  mergeParts,
  type PartRange,
  PartReader,
  partBuffers,
  readHead,
} from "@parley/violence";

/**
 * Run alone, with a file: reads it with two workers, counts it by day and province, and prints one line of JSON with the time from the
 * start of the workers to the figures, and the most memory that the process with its workers held.
 */
interface Task {
  readonly path: string;
  readonly head: IncidentHead;
  readonly range: PartRange;
}

if (!isMainThread) {
  const part = readPart(workerData as Task);
  parentPort?.postMessage(part, partBuffers(part));
} else if (process.argv[3] === "plain") countLineBreaks(process.argv[2] ?? "");
else await readWithWorkers(process.argv[2] ?? "", 2);

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
function readPart({ path, head, range }: Task): IncidentPart {
  const reader = new PartReader({ file: path, head, range });
  const chunk = new Uint8Array(262_144);
  const file = openSync(path, "r");
  for (let at = range.from, wanted = true; wanted; ) {
    const bytes = readSync(file, chunk, 0, chunk.length, at);
    wanted = bytes > 0 && reader.push(chunk.subarray(0, bytes));
    at += bytes;
  }
  closeSync(file);
  return reader.end();
}

async function readWithWorkers(path: string, workers: number): Promise<void> {
  const start = performance.now();
  const size = statSync(path).size;
  const first = new Uint8Array(headBytesMax);
  const file = openSync(path, "r");
  const read = readHead(first.subarray(0, readSync(file, first, 0, first.length, 0)), { file: path });
  closeSync(file);
  if (!read.ok) throw new Error(read.refusal.message);
  const { head } = read;
  const cut = (share: number) => Math.floor((size * share) / workers);
  const ranges = Array.from(
    { length: workers },
    (_, at): PartRange => ({
      from: cut(at),
      to: at === workers - 1 ? null : cut(at + 1),
    }),
  );
  const parts = await Promise.all(ranges.map((range) => inWorker({ path, head, range })));
  const partsRead = performance.now();
  const whole = parts.reduce((all, part) => {
    const merged = mergeParts(all, part);
    if (merged.ok) return merged.part;
    const again = mergeParts(
      all,
      readPart({ path, head, range: { ...part.range, from: merged.rereadFrom, exact: true } }),
    );
    if (!again.ok) throw new Error("A part that begins where the one before it ends does not fit.");
    return again.part;
  });
  const incidents = incidentsOf(whole);
  const settled = performance.now();
  const counted = countDaily(incidents);
  if (!counted.ok) throw new Error(counted.refusal.message);
  const end = performance.now();
  const { figures } = counted;
  console.log(
    JSON.stringify({
      milliseconds: end - start,
      steps: [partsRead - start, settled - partsRead, end - settled].map(Math.round),
      processorMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000,
      memoryMb: memoryMost(),
      bytes: size,
      rows: incidents.coverage.rows,
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

function inWorker(task: Task): Promise<IncidentPart> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      // A part lives outside the heap; little else is made.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
