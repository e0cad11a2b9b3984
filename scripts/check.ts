import { spawnSync } from "node:child_process";

/** The checks that are no tests, each one command of a tool. Also run one by one: npm run types, lint, boundaries, dead-code. */
export const checks: Readonly<Record<string, readonly string[]>> = {
  types: ["node_modules/typescript7/bin/tsc", "--noEmit", "-p", "tsconfig.json"],
  lint: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  boundaries: [
    "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "err-long",
    "packages",
    "apps",
  ],
  "dead-code": ["node_modules/knip/bin/knip.js", "--no-progress"],
};

/** Runs one check with its output shown; true when it found nothing. */
export function runCheck(name: string): boolean {
  const command = checks[name];
  if (command === undefined)
    throw new RangeError(`There is no check “${name}”. The checks are: ${Object.keys(checks).join(", ")}.`);
  return spawnSync(process.execPath, [...command], { stdio: "inherit" }).status === 0;
}

if (import.meta.main) process.exit(runCheck(process.argv[2] ?? "") ? 0 : 1);
