import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaFiles } from "../apps/cli/src/schemas.ts";

/** Writes docs/spec/schemas from the schemas that the code checks by: node --conditions=parley-source scripts/write-schemas.ts */
const folder = new URL("../docs/spec/schemas/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const files = schemaFiles();
for (const stale of readdirSync(folder).filter((name) => name.endsWith(".json") && !files.has(name)))
  rmSync(join(folder, stale));
for (const [name, text] of files) writeFileSync(join(folder, name), text);
console.log(`${files.size} schemas written to docs/spec/schemas.`);
