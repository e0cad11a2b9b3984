import { CommanderError } from "commander";
import { printDiagnostics } from "./print/diagnostics.ts";
import { Page } from "./print/page.ts";
import { parleyProgram } from "./program.ts";
import { Stopped } from "./stopped.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/**
 * Runs one command. `argv` is what follows the name of the program. Never rejects: what goes wrong is told in a sentence
 * on stderr and by the exit code: 0 fine, 1 findings, 2 wrong use, 3 our fault.
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: ExitCode = 0;
  const program = parleyProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (fault) {
    return tellFault(fault, terminal);
  }
}

function tellFault(fault: unknown, terminal: Terminal): ExitCode {
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
  const page = new Page({ width: terminal.width });
  if (fault instanceof Stopped) {
    if (fault.found.length > 0) printDiagnostics(page, fault.found, "");
    if (fault.message !== "") page.line(fault.message);
    if (fault.help !== "") page.line(fault.help, { indent: 2 });
    terminal.stderr.write(page.toString());
    return fault.exitCode;
  }
  page.line("Parley failed, and the fault is ours, not yours. Nothing was changed.");
  page.line(
    "Please report it with the command you gave, to the place named in SECURITY.md or as an issue of the project. Leave confidential texts out; PARLEY_DEBUG=1 shows the details.",
    { indent: 2 },
  );
  terminal.stderr.write(page.toString());
  if (process.env.PARLEY_DEBUG === "1")
    terminal.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  return 3;
}
