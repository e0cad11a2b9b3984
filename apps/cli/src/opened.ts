import { askCheck, type DiagnosticAnswer, type Process, readProcess, tellDiagnostic } from "@parley/process";
import { readFolder } from "@parley/process/disk";
import { printDiagnostics } from "./print/diagnostics.ts";
import { Page } from "./print/page.ts";
import { Stopped } from "./stopped.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** A process folder as a verb meets it. */
export interface Opened {
  readonly process: Process;
  /** Paths inside the folder that were read, so that nothing is written over them. */
  readonly files: readonly string[];
  /** 1 when a file has an error, since an answer without that file may be another one. */
  readonly exitCode: ExitCode;
}

/** What a folder holds, whether or not it can be used. */
export interface Read {
  readonly process: Process | null;
  readonly files: readonly string[];
  /** What was found on the disk itself, such as a file that is too large. */
  readonly disk: readonly DiagnosticAnswer[];
  readonly found: readonly DiagnosticAnswer[];
}

/** Reads a folder; stops with wrong use when there is no folder or no process in it. */
export async function readFolderAt(folder: string): Promise<Read> {
  const { files, diagnostics } = await readFolder(folder);
  const disk = diagnostics.map(tellDiagnostic);
  if (diagnostics.some(({ code }) => code === "no-folder"))
    throw new Stopped({ exitCode: 2, message: "", found: disk });
  const read = readProcess(files, { filesUnread: diagnostics.length });
  const isUnread = disk.some(({ file }) => file === "process.yaml");
  const found = read.diagnostics.filter(({ code }) => !(isUnread && code === "no-process")).map(tellDiagnostic);
  if (read.process === null && !isUnread && read.diagnostics.some(({ code }) => code === "no-process")) {
    throw new Stopped({ exitCode: 2, message: "", found: [...disk, ...found] });
  }
  return { process: read.process, files: [...files.keys()], disk, found };
}

/** Opens a process for a question: errors in its files are told first, and the question is still answered when it can be. */
export async function openProcess(folder: string, terminal: Terminal): Promise<Opened> {
  const { process, files, disk, found } = await readFolderAt(folder);
  // The check knows more than the reading of files: that a party named in a reading does not exist, for one.
  const all = process === null ? found : askCheck(process).diagnostics;
  // That two languages of a text differ is for the check: no answer rests on more than one of them.
  const errors = [...disk, ...all].filter(({ severity, code }) => severity === "error" && !code.startsWith("version-"));
  const page = new Page({ width: terminal.width });
  printDiagnostics(page, errors, folder);
  if (errors.length > 0 && process !== null) {
    page.line("The answer below may be another one once these errors are mended.");
    page.blank();
  }
  terminal.stderr.write(page.toString());
  if (process === null) {
    throw new Stopped({
      exitCode: 1,
      message: "There is no usable process in this folder, so the question cannot be answered.",
    });
  }
  return { process, files, exitCode: errors.length > 0 ? 1 : 0 };
}
