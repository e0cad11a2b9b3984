import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { loadWorkbench } from "@parley/web";
import { readAssets } from "./assets.ts";
import { watchFolder } from "./folder.ts";
import { siteOf } from "./site.ts";

export interface ServeOptions {
  /** The process folder. It is read and watched, never written. */
  readonly folder: string;
  /** The port to listen on. Without one it is 4170, or the next free one of the twenty after it. */
  readonly port?: number | undefined;
  /** Told of a failure inside, in one line; the reader of a page sees only that there was one. */
  readonly onFault?: ((line: string) => void) | undefined;
}

export interface Served {
  /** Where the workbench is, for example "http://127.0.0.1:4170/". */
  readonly url: string;
  /** Stops listening and watching; resolves when every connection is closed. */
  readonly close: () => Promise<void>;
}

const portDefault = 4170;
const portsTried = 20;
/** Only this machine may ask: the folder can hold what one side must not see. */
const host = "127.0.0.1";

/**
 * Serves a process folder as a workbench, read-only, to this machine only. Rejects when the port asked for is taken, or
 * when the pages have not been built. A folder that cannot be read is served too: the page says why, and follows once it can.
 */
export async function serveFolder({ folder, port, onFault = () => {} }: ServeOptions): Promise<Served> {
  const workbench = await loadWorkbench();
  const assets = await readAssets();
  const watched = await watchFolder(folder);
  let listening = 0;
  const site = siteOf({ watched, workbench, assets, port: () => listening, onFault });
  const server = createServer(getRequestListener(site.fetch));
  try {
    listening = await listen(
      server,
      port === undefined ? { from: portDefault, tries: portsTried } : { from: port, tries: 1 },
    );
  } catch (fault) {
    watched.close();
    throw fault;
  }
  return {
    url: `http://${host}:${listening}/`,
    close: () => {
      watched.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function listen(
  server: Server,
  { from, tries }: { readonly from: number; readonly tries: number },
): Promise<number> {
  for (let port = from; ; port += 1) {
    try {
      return await listenOn(server, port);
    } catch (fault) {
      const isTaken = fault instanceof Error && "code" in fault && fault.code === "EADDRINUSE";
      if (!isTaken || port + 1 >= from + tries) throw fault;
    }
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
