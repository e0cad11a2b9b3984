import type { DiagnosticAnswer } from "@parley/process";
import type { ExitCode } from "./terminal.ts";

/** Why a verb ends without its answer: told to the user on stderr, with the exit code it means. */
export class Stopped extends Error {
  readonly exitCode: ExitCode;
  readonly help: string;
  readonly found: readonly DiagnosticAnswer[];

  constructor({
    exitCode,
    message,
    help = "",
    found = [],
  }: {
    readonly exitCode: ExitCode;
    readonly message: string;
    readonly help?: string;
    readonly found?: readonly DiagnosticAnswer[];
  }) {
    super(message);
    this.exitCode = exitCode;
    this.help = help;
    this.found = found;
  }
}

/** The command was put wrongly: a bad day, a missing folder, an option that does not exist. */
export function wrongUse(message: string, help = ""): Stopped {
  return new Stopped({ exitCode: 2, message, help });
}
