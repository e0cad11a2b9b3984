import { readFile as readBytes, stat } from "node:fs/promises";
import { wrongUse } from "./stopped.ts";

/** A word processor's file may have this many bytes. */
const fileBytesMax = 32 * 1024 * 1024;

/** The bytes of a file from a word processor; its size is looked at first, so that one that is too large is never read. */
export async function readBytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null);
  if (found === null) throw wrongUse(`There is no file ${file}, or it cannot be read.`, "Check the name.");
  if (!found.isFile()) throw wrongUse(`${file} is not a file.`, "Name one Word, OpenDocument or Akoma Ntoso file.");
  if (found.size > fileBytesMax) {
    throw wrongUse(
      `${file} has ${found.size.toLocaleString("en")} bytes; a file may have ${fileBytesMax.toLocaleString("en")}.`,
      "Take pictures and embedded files out of it and save it again.",
    );
  }
  const bytes = await readBytes(file).catch(() => null);
  if (bytes === null) throw wrongUse(`${file} cannot be read.`, "Check that you may read it.");
  return new Uint8Array(bytes);
}
