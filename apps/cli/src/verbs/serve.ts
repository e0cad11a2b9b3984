import { readFolderAt } from "../opened.ts";
import { printJson } from "../print/json.ts";
import { Stopped, wrongUse } from "../stopped.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

export interface ServeOptions {
  readonly port?: string;
  readonly json?: true;
}

/** Serves until it is stopped. A folder with faulty files is served too: the pages tell them and follow their mending. */
export async function serveVerb(folder: string, { port, json }: ServeOptions, terminal: Terminal): Promise<ExitCode> {
  const number = port === undefined ? undefined : portOf(port);
  await readFolderAt(folder);
  const served = await start(folder, number, terminal);
  if (json === true) printJson(terminal, { folder, url: served.url });
  else
    terminal.stdout.write(
      `Parley shows ${folder}, read-only, on this machine only.\nOpen ${served.url}\nPress Ctrl+C to stop.\n`,
    );
  await stopped(terminal.stop);
  await served.close();
  return 0;
}

function portOf(text: string): number {
  const number = /^\d{1,5}$/u.test(text) ? Number(text) : -1;
  if (number < 0 || number > 65_535)
    throw wrongUse(`“${text}” is not a port.`, "Give a whole number from 1 to 65535, or 0 for any free one.");
  return number;
}

async function start(folder: string, port: number | undefined, terminal: Terminal) {
  // Loaded here and not above: no other verb needs a server.
  const { serveFolder } = await import("@parley/server");
  try {
    return await serveFolder({ folder, port, onFault: (line) => terminal.stderr.write(`${line}\n`) });
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? fault.code : null;
    if (code === "EADDRINUSE")
      throw wrongUse("Another program already listens there.", "Give another port with --port, or 0 for any free one.");
    if (code === "EACCES")
      throw wrongUse("This port may not be used without special rights.", "Give a port above 1023 with --port.");
    if (code === "ERR_MODULE_NOT_FOUND" || code === "ENOENT")
      throw new Stopped({
        exitCode: 3,
        message: "The pages of the workbench have not been built.",
        help: "Run “npm run build” in the folder of Parley, then try again.",
      });
    throw fault;
  }
}

function stopped(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    signal?.addEventListener("abort", () => resolve(), { once: true });
    if (signal === undefined) {
      // Kept until the end: one Ctrl+C can arrive twice, from the terminal and from the program that started this one.
      for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => resolve());
    }
  });
}
