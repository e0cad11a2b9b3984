import type { Terminal } from "../terminal.ts";

/** One JSON document and nothing else. */
export function printJson(terminal: Terminal, answer: unknown): void {
  terminal.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}
