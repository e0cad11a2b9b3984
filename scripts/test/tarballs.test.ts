import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackages, published } from "../build-packages.ts";

/** Each package, packed as it would be published, is installed in an empty folder and used from plain JavaScript. */
const root = new URL("../../", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "parley-tarballs-"));
const npm = (args: readonly string[], cwd: string) =>
  execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const manifest = (name: string): Manifest =>
  JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));

beforeAll(() => {
  buildPackages(root);
  for (const name of published) npm(["pack", "--silent", "--pack-destination", folder, `./packages/${name}`], root);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a package needs: ours from their tarballs, others from where this repository has them installed. */
function needs(name: string): Record<string, string> {
  const wanted: Record<string, string> = { [`@parley/${name}`]: `file:${join(folder, `parley-${name}-0.1.0.tgz`)}` };
  for (const other of Object.keys(manifest(name).dependencies ?? {})) {
    if (other.startsWith("@parley/")) Object.assign(wanted, needs(other.slice("@parley/".length)));
    else wanted[other] = `file:${join(root, "node_modules", other)}`;
  }
  return wanted;
}

describe("tarballs", () => {
  it.each(published)("@parley/%s installs alone and can be imported, and holds nothing but its build", (name) => {
    const place = join(folder, `use-${name}`);
    mkdirSync(place);
    writeFileSync(
      join(place, "package.json"),
      JSON.stringify({ private: true, type: "module", dependencies: needs(name) }),
    );
    npm(["install", "--offline", "--no-audit", "--no-fund", "--no-package-lock"], place);
    const exported = execFileSync(
      process.execPath,
      ["-e", `import("@parley/${name}").then((all) => console.log(Object.keys(all).length))`],
      { cwd: place, encoding: "utf8" },
    );
    expect(Number(exported)).toBeGreaterThan(0);
    expect(readdirSync(join(place, "node_modules/@parley", name)).toSorted()).toEqual([
      "README.md",
      "dist",
      "package.json",
    ]);
  });

  it.each(published)("@parley/%s is packed as its manifest says", async (name) => {
    const { messages } = await publint({ pkgDir: join(root, "packages", name), strict: true, pack: false });
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  });
});
