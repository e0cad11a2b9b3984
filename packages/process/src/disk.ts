import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Diagnostic, diagnostic, textBytesMax } from "@parley/diagnostics";
import type { ProcessFiles } from "./files.ts";

/** Files beyond this number are not read: a process folder is small, and a home folder named by mistake is not. */
const filesMax = 2000;

/** The places of a process folder that are read; anything else in it is left alone. */
const readable =
  /^(?:process|positions|record)\.yaml$|^(?:texts\/.*\.md|(?:readings|preferences)\/.*\.yaml|violence\/[^/]+\.(?:yaml|csv|geojson))$/u;

/**
 * Reads the files of a process folder from disk. Links are not followed out of it. A file that is too large, or
 * cannot be read, is told and left out. A path that is no folder gives no files and says so.
 */
export async function readFolder(
  path: string,
): Promise<{ readonly files: ProcessFiles; readonly diagnostics: readonly Diagnostic[] }> {
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const say = (code: string, message: string, help: string, file: string | null): void => {
    diagnostics.push(
      diagnostic({
        code,
        severity: "error",
        message,
        help,
        place: file === null ? null : { file, line: 1, column: 1 },
      }),
    );
  };
  const entries = await pathsUnder(path).catch(() => null);
  if (entries === null) {
    say(
      "no-folder",
      `There is no folder ${path}, or it cannot be read.`,
      "Name the folder of a process, the one that has process.yaml in it.",
      null,
    );
    return { files, diagnostics };
  }
  for (const file of await passedOver(path)) {
    say(
      "link-not-followed",
      "This is a link or a special file, and it is not read: it may lead out of the folder.",
      "Put the file itself in its place.",
      file,
    );
  }
  for (const file of entries.slice(0, filesMax)) {
    const full = join(path, file);
    try {
      const { size } = await stat(full);
      if (size <= textBytesMax) files.set(file, await readFile(full));
      else
        say(
          "file-too-large",
          `This file has ${size.toLocaleString("en")} bytes; a text may have ${textBytesMax.toLocaleString("en")}.`,
          file.startsWith("violence/")
            ? "Derive daily figures from it with “parley violence <file> --series <out.csv>”, and keep those here."
            : "Keep each agreement in a file of its own, and maps and annexes of data beside it.",
          file,
        );
    } catch {
      say("unreadable-file", "This file cannot be read.", "Check that it exists and that you may read it.", file);
    }
  }
  if (entries.length > filesMax)
    say(
      "too-many-files",
      `This folder has ${entries.length.toLocaleString("en")} texts and YAML files; ${filesMax.toLocaleString("en")} are read.`,
      "Name the folder of one process.",
      null,
    );
  return { files, diagnostics };
}

/** What would be read and is neither a file nor a folder: a link, or something stranger. It is told, since it may hold what blocks. */
async function passedOver(path: string): Promise<string[]> {
  const top = await readdir(path, { withFileTypes: true });
  const here = top.filter(
    (entry) => !entry.isFile() && (readable.test(entry.name) || (folders.includes(entry.name) && !entry.isDirectory())),
  );
  const inside = await Promise.all(
    folders.map(async (folder) => {
      if (!top.some((entry) => entry.name === folder && entry.isDirectory())) return [];
      const entries = await readdir(join(path, folder), { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => !entry.isFile() && !entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
    }),
  );
  return [...here.map(({ name }) => name), ...inside.flat()].sort();
}

const folders = ["texts", "readings", "preferences", "violence"];

async function pathsUnder(path: string): Promise<string[]> {
  const top = await readdir(path, { withFileTypes: true });
  const found = top.filter((entry) => entry.isFile() && readable.test(entry.name)).map(({ name }) => name);
  // A folder that is only a link is passed over, as a linked file is: it may lead anywhere.
  for (const folder of folders.filter((name) => top.some((entry) => entry.name === name && entry.isDirectory()))) {
    const inside = await readdir(join(path, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of inside) {
      const file = relative(path, join(entry.parentPath, entry.name)).split(sep).join("/");
      if (entry.isFile() && readable.test(file)) found.push(file);
    }
  }
  return found.sort();
}
