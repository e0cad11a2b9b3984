import { dirname, resolve } from "node:path";
import { type Process, readProcess } from "@parley/process";
import { readFolder } from "@parley/process/disk";
import { wrongUse } from "./stopped.ts";

/**
 * The process that a text belongs to: the folder told, or the one above its `texts`. Null when the text stands alone;
 * then parties go by their ids.
 */
export async function processNear(text: string | null, folder: string | undefined): Promise<Process | null> {
  if (folder !== undefined) {
    const found = await processAt(folder);
    if (found === null)
      throw wrongUse(`There is no process in ${folder}.`, "Name a folder that has a process.yaml in it.");
    return found;
  }
  if (text === null) return null;
  const above = dirname(dirname(resolve(text)));
  return (await processAt(dirname(resolve(text)))) ?? (await processAt(above));
}

async function processAt(folder: string): Promise<Process | null> {
  const { files } = await readFolder(folder);
  return files.has("process.yaml") ? readProcess(files).process : null;
}
