import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";
import { run, type Terminal } from "../src/index.ts";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const afghanistan = "examples/afghanistan";
export const practice = "examples/practice";
export const truce = "examples/practice-ceasefire";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a verb in this process and keeps what it said. */
export async function parley(argv: readonly string[], terminal: Partial<Terminal> = {}): Promise<Said> {
  let out = "";
  let err = "";
  const keep = (add: (text: string) => void) => ({ write: add });
  const code = await run(argv, {
    stdout: keep((text) => {
      out += text;
    }),
    stderr: keep((text) => {
      err += text;
    }),
    width: 100,
    today: "2030-01-15",
    ...terminal,
  });
  return { code, out, err };
}

const made: string[] = [];

/** A new empty folder, taken away after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "parley-cli-"));
  made.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});
