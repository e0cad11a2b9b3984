import { closeSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import {
  headBytesMax,
  type IncidentHead,
  type IncidentPart,
  incidentsOf,
  mergeParts,
  type PartRange,
  PartReader,
  partBuffers,
  type ReadOptions,
  type ReadOutcome,
  readHead,
} from "@parley/violence";

/**
 * Reads a file of incidents from disk by several threads at once, each a range of its bytes. This file is also what each thread
 * runs, so that it is found wherever the package is put.
 */

/** More threads wait for the disk and for each other; each holds some megabytes. */
const threadsMax = 4;
const chunkBytes = 262_144;
/** Bytes between two words of a thread on how far it is. */
const progressBytes = 4_194_304;

interface Task {
  readonly incidents: "range";
  readonly path: string;
  readonly file: string;
  readonly head: IncidentHead;
  readonly range: PartRange;
}

type Told = { readonly bytes: number } | { readonly part: IncidentPart };

const task = workerData as Task | null;
if (!isMainThread && parentPort !== null && task?.incidents === "range") {
  const port = parentPort;
  const part = readRange(task, (bytes) => port.postMessage({ bytes } satisfies Told));
  port.postMessage({ part } satisfies Told, partBuffers(part));
}

/**
 * What `readIncidents` of `@parley/violence` gives for the file, in a fraction of the time where there are processors for it.
 * Memory: a chunk and a row for each thread, and about 80 bytes a record. Rejects when the file cannot be read.
 */
export async function readIncidentsAt(
  path: string,
  { threads = Math.min(threadsMax, availableParallelism()), ...options }: ReadOptions & { readonly threads?: number },
): Promise<ReadOutcome> {
  const { file } = options;
  const { size, first } = await beginningOf(path);
  const read = readHead(first, { file, whole: first.length === size });
  if (!read.ok) return { kind: "refused", refusal: read.refusal };
  const cut = (share: number) => Math.floor((size * share) / threads);
  const tasks = Array.from(
    { length: threads },
    (_, at): Task => ({
      incidents: "range",
      path,
      file,
      head: read.head,
      // What is written to the file meanwhile belongs to the last.
      range: { from: cut(at), to: at === threads - 1 ? null : cut(at + 1) },
    }),
  );
  const { parts, bytesRead } = await readTogether(tasks, options);
  if (parts === null) return { kind: "stopped", bytesRead };
  return {
    kind: "read",
    incidents: incidentsOf(
      parts.reduce((all, part) => joined(all, part, path)),
      options,
    ),
  };
}

async function beginningOf(path: string): Promise<{ readonly size: number; readonly first: Uint8Array }> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { bytesRead, buffer } = await handle.read(new Uint8Array(headBytesMax), 0, headBytesMax, 0);
    return { size, first: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

/** Runs the tasks, each in a thread; null where it was asked to stop. */
async function readTogether(
  tasks: readonly Task[],
  { onProgress, signal }: ReadOptions,
): Promise<{ readonly parts: readonly IncidentPart[] | null; readonly bytesRead: number }> {
  const bytes = tasks.map(() => 0);
  const bytesRead = () => bytes.reduce((sum, each) => sum + each, 0);
  const stopped = Promise.withResolvers<null>();
  const workers: Worker[] = [];
  const inThread = (each: Task, at: number) => {
    const part = Promise.withResolvers<IncidentPart>();
    // A part lives outside the heap, and little else is made.
    const resourceLimits = { maxYoungGenerationSizeMb: 4 };
    const worker = new Worker(new URL(import.meta.url), { workerData: each, resourceLimits });
    workers.push(worker);
    worker.on("message", (told: Told) => {
      if ("part" in told) {
        // Past its own range a part reads to the end of its last row; its own bytes are what it stands for.
        bytes[at] = Math.max(bytes[at] ?? 0, told.part.to - told.part.from);
        part.resolve(told.part);
      } else bytes[at] = told.bytes;
      onProgress?.(bytesRead());
      if (signal?.aborted === true) stopped.resolve(null);
    });
    worker.once("error", part.reject);
    worker.once("exit", () => part.reject(new Error("A thread ended before it had read its part of the file.")));
    return part.promise;
  };
  if (signal?.aborted === true) return { parts: null, bytesRead: 0 };
  try {
    const parts = await Promise.race([Promise.all(tasks.map(inThread)), stopped.promise]);
    return { parts, bytesRead: bytesRead() };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function readRange({ path, file, head, range }: Task, progress: (bytes: number) => void): IncidentPart {
  const reader = new PartReader({ file, head, range });
  const chunk = new Uint8Array(chunkBytes);
  const open = openSync(path, "r");
  try {
    let told = 0;
    for (let at = range.from, wanted = true; wanted; ) {
      const bytes = readSync(open, chunk, 0, chunk.length, at);
      wanted = bytes > 0 && reader.push(chunk.subarray(0, bytes));
      at += bytes;
      if (at - range.from - told < progressBytes) continue;
      told = at - range.from;
      progress(told);
    }
    return reader.end();
  } finally {
    closeSync(open);
  }
}

/** Two neighbouring parts as one. Where the second began at a wrong guess, it is read again from where the first ended. */
function joined(all: IncidentPart, part: IncidentPart, path: string): IncidentPart {
  const merged = mergeParts(all, part);
  if (merged.ok) return merged.part;
  const range = { ...part.range, from: merged.rereadFrom, exact: true };
  const { file, head } = all;
  const again = mergeParts(
    all,
    readRange({ incidents: "range", path, file, head, range }, () => undefined),
  );
  if (!again.ok) throw new Error("A part that begins where the one before it ends does not fit.");
  return again.part;
}
