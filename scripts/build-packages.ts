import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The packages that are published, those that others rest on first. */
export const published = [
  "diagnostics",
  "calendar",
  "agreement",
  "schedule",
  "bargaining",
  "power-sharing",
  "compliance",
  "documents",
  "violence",
  "process",
];

/** Compiles each package into its `dist` folder as JavaScript with types, since Node strips no types inside node_modules. */
export function buildPackages(root = process.cwd(), names: readonly string[] = published): void {
  for (const name of names) {
    const folder = join(root, "packages", name);
    rmSync(join(folder, "dist"), { recursive: true, force: true });
    const config = join(folder, "tsconfig.build.json");
    writeFileSync(
      config,
      JSON.stringify({
        extends: "../../tsconfig.json",
        compilerOptions: { noEmit: false, declaration: true, outDir: "dist", rootDir: "src" },
        include: ["src"],
        exclude: [],
      }),
    );
    const done = spawnSync(process.execPath, [join(root, "node_modules/typescript7/bin/tsc"), "-p", config], {
      encoding: "utf8",
    });
    rmSync(config);
    if (done.status !== 0 || !existsSync(join(folder, "dist/index.js")))
      throw new Error(`packages/${name} does not compile:\n${done.stdout}${done.stderr}`);
    if (readdirSync(join(folder, "dist")).length === 0) throw new Error(`packages/${name} compiled to nothing.`);
  }
}
