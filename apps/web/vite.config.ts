import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** One script for each page, named as the page is. */
const scripts = fileURLToPath(new URL("src/scripts/", import.meta.url));

/** The browser's half, or with `build.ssr` the half that renders on the server; build.ts makes both, in this order. */
export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  resolve: { conditions: ["parley-source", "module", "browser", "production"] },
  ssr: { noExternal: true as const, resolve: { conditions: ["parley-source", "module", "node", "production"] } },
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        minify: false,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: "server.js" } },
      }
    : {
        outDir: "dist/client",
        manifest: true,
        emptyOutDir: true,
        // The content policy has no room for data: addresses of fonts, and a preload helper is a script we do not need.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: readdirSync(scripts).map((name) => `${scripts}${name}`) },
      },
  logLevel: "warn" as const,
}));
