import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { type DiagnosticAnswer, type Process, readProcess, tellDiagnostic } from "@parley/process";
import { readFolder } from "@parley/process/disk";

/** What the folder holds now: the last state that could be used, and what is wrong with the files since. */
export interface FolderState {
  /** Counts the states that could be used, from 1; it also moves when `broken` changes, so that pages follow. */
  readonly version: number;
  /** Null when the folder could never be read as a process. */
  readonly process: Process | null;
  /** True when `process` is older than the files, because they cannot be used; false when faulty files are left out of it. */
  readonly held: boolean;
  /** Why the files as they are now cannot be used; empty when they can. */
  readonly broken: readonly DiagnosticAnswer[];
}

export interface WatchedFolder {
  readonly state: () => FolderState;
  /** Calls back after each change; gives the function that ends it. */
  readonly onChange: (listener: (state: FolderState) => void) => () => void;
  readonly close: () => void;
}

/** An editor writes a file in several steps; the folder is read when it has rested this long. */
const restMilliseconds = 120;

/** The parts of a process folder that are watched, besides the folder itself. */
const parts = ["texts", "readings", "preferences"];

/** Reads a folder and follows it. A save that breaks a file keeps the last good state and says what is broken. */
export async function watchFolder(folder: string): Promise<WatchedFolder> {
  let state = nextState(null, await readUsable(folder));
  const listeners = new Set<(state: FolderState) => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading: Promise<void> = Promise.resolve();
  let closed = false;

  const reread = async (): Promise<void> => {
    const read = await readUsable(folder);
    if (closed) return;
    watchers.renew();
    const next = nextState(state, read);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(state);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reading = reading.then(reread);
    }, restMilliseconds);
  };
  const watchers = watchParts(folder, later);
  return {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      watchers.close();
      listeners.clear();
    },
  };
}

interface FolderRead {
  readonly process: Process | null;
  readonly faults: readonly DiagnosticAnswer[];
  /** The bytes it was read from, to tell a change from a touch. */
  readonly fingerprint: string;
}

const fingerprints = new WeakMap<FolderState, string>();

async function readUsable(folder: string): Promise<FolderRead> {
  const { files, diagnostics } = await readFolder(folder);
  const read = readProcess(files, { filesUnread: diagnostics.length });
  const faults = [...diagnostics, ...read.diagnostics]
    .filter(({ severity }) => severity === "error")
    .map(tellDiagnostic);
  const prints = [...files].map(([path, bytes]) => `${path}\n${Buffer.from(bytes).toString("base64")}`);
  return { process: read.process, faults, fingerprint: [...prints, JSON.stringify(faults)].join("\n") };
}

/**
 * What is shown next. Faulty files would drop out of the process, so a reading with errors is not used as long as
 * there is a better state to keep; a folder that had errors from the start is shown as far as it can be.
 */
function nextState(held: FolderState | null, read: FolderRead): FolderState {
  if (held !== null && fingerprints.get(held) === read.fingerprint) return held;
  const keepsHeld =
    held !== null && held.process !== null && read.faults.length > 0 && !heldWithFaults.has(held.process);
  const process = keepsHeld ? held.process : read.process;
  if (!keepsHeld && process !== null && read.faults.length > 0) heldWithFaults.add(process);
  const state: FolderState = { version: (held?.version ?? 0) + 1, process, held: keepsHeld, broken: read.faults };
  fingerprints.set(state, read.fingerprint);
  return state;
}

/** Processes that had errors when they came to be shown, because there was nothing better. */
const heldWithFaults = new WeakSet<Process>();

/** Watches the folder and its parts; a part that comes to be later is watched from the next renewal. */
function watchParts(folder: string, onEvent: () => void): { readonly renew: () => void; readonly close: () => void } {
  const watchers = new Map<string, FSWatcher>();
  const add = (path: string, recursive: boolean): void => {
    if (watchers.has(path)) return;
    try {
      const watcher = watch(path, { recursive }, onEvent);
      const drop = () => {
        watcher.close();
        watchers.delete(path);
        onEvent();
      };
      watcher.on("error", drop);
      watchers.set(path, watcher);
    } catch {
      // It does not exist yet; the folder above it tells when it does.
    }
  };
  const renew = (): void => {
    add(folder, false);
    for (const part of parts) add(join(folder, part), true);
  };
  renew();
  return {
    renew,
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
