import { serveFolder } from "@parley/server";
import { buildWorkbench } from "../apps/web/build.ts";

/** Builds the pages when needed, serves the founding case, and says where to look. */
await buildWorkbench();
const folder = process.argv[2] ?? "examples/afghanistan";
const { url } = await serveFolder({ folder });
console.log(`\nParley shows ${folder}, read-only, on this machine only.\nOpen ${url}\n\nPress Ctrl+C to stop.`);
