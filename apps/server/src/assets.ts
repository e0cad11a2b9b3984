import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";
import { clientFolder } from "@parley/web";

/** A built file for the browser. Its name carries a hash of its content, so it may be kept for ever. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same, compressed when it was built; null where that gains nothing. */
  readonly brotli: Uint8Array<ArrayBuffer> | null;
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** Every built file by its name; there are few and they are small, so they are held in memory. */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const folder = new URL("assets/", clientFolder);
  const names = await readdir(folder);
  const assets = new Map<string, Asset>();
  for (const name of names) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const packed = names.includes(`${name}.br`) ? new Uint8Array(await readFile(new URL(`${name}.br`, folder))) : null;
    assets.set(name, { type, bytes: new Uint8Array(await readFile(new URL(name, folder))), brotli: packed });
  }
  return assets;
}
