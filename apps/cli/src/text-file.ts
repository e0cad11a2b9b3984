import { readFile, stat } from "node:fs/promises";
import { readText, refuseLargeText, type TextRead, tellDiagnostic } from "@parley/process";
import { Stopped, wrongUse } from "./stopped.ts";

/** Reads one text from disk; its size is looked at first, so that a file that is too large is never read. */
export async function readTextFile(file: string): Promise<TextRead> {
  const found = await stat(file).catch(() => null);
  if (found === null)
    throw wrongUse(
      `There is no file ${file}, or it cannot be read.`,
      "Check the name; texts are Markdown or plain text.",
    );
  if (!found.isFile()) throw wrongUse(`${file} is not a text file.`, "Name one text, as Markdown or plain text.");
  const refusal = refuseLargeText({ file, size: found.size });
  if (refusal !== null) return { ok: false, refusal };
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) throw wrongUse(`${file} cannot be read.`, "Check that you may read it.");
  return readText({ file, bytes });
}

/** The words of one text; stops with the reason when it cannot be read. */
export async function sourceOf(file: string): Promise<string> {
  const read = await readTextFile(file);
  if (read.ok) return read.text;
  throw new Stopped({ exitCode: 1, message: "", found: [tellDiagnostic(read.refusal)] });
}
