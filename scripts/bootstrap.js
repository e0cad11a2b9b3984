/**
 * Runs one of our scripts under the Node 24 that comes from npm, after installing what the lockfile names.
 * Plain JavaScript for Node 20 and later, because it runs before anything is installed.
 *
 * Usage: node scripts/bootstrap.js <script> [arguments…]
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
  console.error("Say which script to run: node scripts/bootstrap.js <script> [arguments…]");
  process.exit(2);
}

install();
const node = bundledNode();
const child = spawn(node, ["--conditions=parley-source", join(root, script), ...rest], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    PATH: `${join(node, "..")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
  },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
// npm's shell dies of a signal without passing it on; a process that lost its parent must not go on serving.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 3)));

/** Installs when the folder is missing or was made from another lockfile; the mark is written only after success. */
function install() {
  const mark = join(root, "node_modules", ".parley-installed");
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  console.error("Installing what the lockfile names (once) …");
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    console.error(
      "The installation failed. Check the network connection and that this folder can be written, then run the command again.",
    );
    process.exit(3);
  }
  writeFileSync(mark, wanted);
}

/** The Node 24 of this project, or the running one when it is 24 or later; anything else is told, not tried. */
function bundledNode() {
  const places = [
    `node-${process.platform}-${process.arch}/bin/node`,
    `node-bin-${process.platform}-${process.arch}/bin/node`,
  ].map((place) => join(root, "node_modules", place));
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  console.error(
    `No Node 24 for ${process.platform}-${process.arch} came with the installation, and this is Node ${process.versions.node}. Install Node 24 or later and run the command again. (Tested on Linux x64.)`,
  );
  process.exit(3);
}
