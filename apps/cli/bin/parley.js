#!/usr/bin/env node
/**
 * Starts Parley under Node 24: the one that npm installed beside it, else the running one when it is recent enough.
 * Plain JavaScript for any Node, because it runs before the right one is found.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "../src/main.ts");
const program = existsSync(source) ? ["--conditions=parley-source", source] : [join(here, "../dist/main.js")];

const child = spawn(suitableNode(), [...program, ...process.argv.slice(2)], { stdio: "inherit" });
// Ctrl+C reaches the child by itself; catching it here keeps this process until the child has ended.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", () => leave("Node could not be started."));
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 3);
});

function suitableNode() {
  const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  for (let folder = here; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, "node_modules", name, "bin/node")).find((path) => existsSync(path));
    if (found) return found;
    if (folder === dirname(folder)) break;
  }
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return leave(
    `Parley needs Node 24 or later. This is Node ${process.versions.node}, and none for ${process.platform}-${process.arch} came with the installation. Install Node 24 and run the command again.`,
  );
}

function leave(sentence) {
  console.error(sentence);
  process.exit(3);
}
