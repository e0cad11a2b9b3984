import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "vite";

const folder = fileURLToPath(new URL(".", import.meta.url));
const config = join(folder, "vite.config.ts");
/** Written last, so that a build cut short is done again. */
const mark = join(folder, "dist", "built");
const lock = join(folder, "dist", "building");
const lockPauseMilliseconds = 100;
/** A lock older than this was left by a build that was killed. */
const lockMillisecondsMax = 60_000;

/**
 * Builds the workbench into `dist/client` and `dist/server`, and a Brotli copy of every text beside it. Does nothing
 * when the last build is newer than all sources. Takes a few seconds.
 */
export async function buildWorkbench(): Promise<void> {
  await mkdir(join(folder, "dist"), { recursive: true });
  while (!(await isFresh())) {
    if (!(await takeLock())) {
      await setTimeout(lockPauseMilliseconds);
      continue;
    }
    try {
      // Who held the lock before may have built between the two looks; to build again would take its files away.
      if (await isFresh()) return;
      await inProduction(buildBoth);
      await writeFile(mark, "");
    } finally {
      await rmdir(lock);
    }
  }
}

async function buildBoth(): Promise<void> {
  await build({ configFile: config });
  const define = {
    builtFiles: JSON.stringify(await builtFiles()),
    "process.env.NODE_ENV": JSON.stringify("production"),
  };
  await build({ configFile: config, build: { ssr: "src/server.tsx" }, define });
  await compress(join(folder, "dist", "client", "assets"));
}

/** A test runner sets another environment, under which the pages would be built for looking into and not for use. */
async function inProduction(work: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** Two builds at once would take files from under each other: the second waits for the first. False when it must wait. */
async function takeLock(): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const made = await stat(lock).catch(() => null);
    if (made !== null && Date.now() - made.mtimeMs > lockMillisecondsMax) await rmdir(lock).catch(() => {});
    return false;
  }
}

/** What the server's half names of the browser's. */
interface BuiltFiles {
  readonly styles: readonly string[];
  /** By the name of a page: its script, then what that imports. */
  readonly scripts: Readonly<Record<string, readonly string[]>>;
}

/** A file of the browser's half, as the manifest of the build tells it. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** The names of the scripts and the style sheets, with the hashes that the first half gave them. */
async function builtFiles(): Promise<BuiltFiles> {
  const manifest: Record<string, Chunk> = JSON.parse(
    await readFile(join(folder, "dist", "client", ".vite", "manifest.json"), "utf8"),
  );
  const entries = Object.entries(manifest).filter(([, chunk]) => chunk.isEntry === true);
  const pages = entries.map(([name]) => {
    const chunks = [...reachedFrom(manifest, name)].flatMap((chunk) => manifest[chunk] ?? []);
    return {
      page: basename(name, ".ts"),
      files: chunks.map(({ file }) => file),
      css: chunks.flatMap(({ css }) => css ?? []),
    };
  });
  if (pages.length === 0) throw new Error("The build gave no script for the browser.");
  return {
    styles: [...new Set(pages.flatMap(({ css }) => css))],
    scripts: Object.fromEntries(pages.map(({ page, files }) => [page, files])),
  };
}

/** A chunk, then all that it imports at once. */
function reachedFrom(
  manifest: Readonly<Record<string, Chunk>>,
  name: string,
  reached = new Set<string>(),
): Set<string> {
  if (reached.has(name)) return reached;
  reached.add(name);
  for (const next of manifest[name]?.imports ?? []) reachedFrom(manifest, next, reached);
  return reached;
}

async function isFresh(): Promise<boolean> {
  if (!existsSync(mark)) return false;
  const built = (await stat(mark)).mtimeMs;
  const sources = [
    join(folder, "src"),
    join(folder, "vite.config.ts"),
    join(folder, "build.ts"),
    join(folder, "package.json"),
    // What reads files in the browser is made of the packages.
    ...(await packageSources()),
  ];
  return (await Promise.all(sources.map(changed))).every((time) => time < built);
}

async function packageSources(): Promise<string[]> {
  const packages = join(folder, "..", "..", "packages");
  const names = await readdir(packages);
  return names.map((name) => join(packages, name, "src")).filter((path) => existsSync(path));
}

/** When the newest file in a folder was changed. */
async function changed(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(found.mtimeMs, ...(await Promise.all(names.map((name) => changed(join(path, name))))));
}

/** Fonts are compressed already; scripts and styles gain a fifth over what a server does on the fly. */
async function compress(assets: string): Promise<void> {
  for (const name of await readdir(assets)) {
    if (!/\.(js|css|svg)$/u.test(name)) continue;
    const source = await readFile(join(assets, name));
    const packed = brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    await writeFile(join(assets, `${name}.br`), packed);
  }
}
