import { open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { wrongUse } from "./stopped.ts";

/** Refuses an ending that is not one of those offered, such as a brief named .pdf. */
export function endingOf<E extends string>(file: string, endings: readonly E[]): E {
  const found = endings.find((ending) => ending === extname(file).toLowerCase());
  if (found === undefined)
    throw wrongUse(`${file} does not end in ${endings.join(" or ")}.`, "Give the file one of these endings.");
  return found;
}

/**
 * Writes a file whole: under another name first, then renamed, so that a reader never meets half of it. Refuses a
 * folder that does not exist, and a path that belongs to the process it was made from.
 */
export async function writeWhole({
  file,
  text,
  sources,
}: {
  readonly file: string;
  /** Text is written as UTF-8, bytes as they are. */
  readonly text: string | Uint8Array;
  readonly sources: readonly string[];
}): Promise<void> {
  const target = resolve(file);
  if (sources.some((source) => resolve(source) === target)) {
    throw wrongUse(`${file} is part of the process and is not written over.`, "Name another file.");
  }
  const folder = dirname(target);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw wrongUse(
      `There is no folder ${dirname(file)} to write into.`,
      "Make the folder first, or name another file.",
    );
  const unfinished = join(folder, `.${basename(target)}.${process.pid}.unfinished`);
  try {
    const handle = await open(unfinished, "wx");
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, target);
  } catch (fault) {
    await rm(unfinished, { force: true });
    if (fault instanceof Error && "code" in fault)
      throw wrongUse(
        `${file} cannot be written.`,
        "Check that the name is a file's, that you may write there, and that the disk has room.",
      );
    throw fault;
  }
}
