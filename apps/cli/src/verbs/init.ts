import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { printJson } from "../print/json.ts";
import { wrongUse } from "../stopped.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { starterFiles } from "./starter.ts";

export interface InitOptions {
  readonly json?: true;
}

/** Writes a small process to start from. Everything is written aside and moved in whole: nothing is left half-written. */
export async function initVerb(folder: string, { json }: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const files = starterFiles(terminal.today ?? new Date().toISOString().slice(0, 10));
  await makeFolder(folder, files);
  const names = [...files.keys()];
  if (json === true) printJson(terminal, { folder, files: names });
  else
    terminal.stdout.write(
      `A process to start from is in ${folder}:\n${names.map((name) => `  ${name}\n`).join("")}Begin with process.yaml, then run “parley check ${folder}”.\n`,
    );
  return 0;
}

async function makeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const target = resolve(folder);
  const inside = await readdir(target).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return null;
    throw wrongUse(
      `${folder} is not a folder that can be written.`,
      "Name a folder that is empty or does not exist yet.",
    );
  });
  if (inside !== null && inside.length > 0)
    throw wrongUse(
      `${folder} is not empty, and nothing in it is written over.`,
      "Name a folder that is empty or does not exist yet.",
    );
  // An empty folder is filled and not replaced: somebody may stand in it.
  const beside = inside === null ? dirname(target) : target;
  let aside: string | null = null;
  try {
    aside = await mkdtemp(join(beside, `.${basename(target)}-unfinished-`));
    await writeFiles(aside, files);
    if (inside === null) await rename(aside, target);
    else await moveIn(aside, target);
  } catch (fault) {
    if (fault instanceof Error && "code" in fault)
      throw wrongUse(
        `${folder} cannot be made.`,
        "Check that the folder above it exists, that you may write there, and that the disk has room.",
      );
    throw fault;
  } finally {
    if (aside !== null) await rm(aside, { recursive: true, force: true });
  }
}

async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text, { encoding: "utf8", flag: "wx" });
  }
}

/** Moves what is ready, process.yaml last, since a folder is a process from then on; takes all back when one move fails. */
async function moveIn(aside: string, target: string): Promise<void> {
  const entries = (await readdir(aside)).sort((a, b) => Number(a === "process.yaml") - Number(b === "process.yaml"));
  const moved: string[] = [];
  try {
    for (const entry of entries) {
      await rename(join(aside, entry), join(target, entry));
      moved.push(entry);
    }
  } catch (fault) {
    for (const entry of moved) await rm(join(target, entry), { recursive: true, force: true });
    throw fault;
  }
}
