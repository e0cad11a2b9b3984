import { defineConfig } from "vitest/config";

/**
 * One run for every package: the source condition makes tests meet the sources and never a stale build. The packages are
 * pure, so their test files share a worker's modules; apps and scripts change folders and listen, so each has its own.
 */
export default defineConfig({
  resolve: { conditions: ["parley-source", "module", "browser", "development|production"] },
  ssr: { resolve: { conditions: ["parley-source", "module", "node", "development|production"] } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Pages answer in their own time on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    setupFiles: ["scripts/seed.ts"],
    pool: "forks",
    maxWorkers: 2,
    execArgv: ["--conditions=parley-source"],
    projects: [
      {
        extends: true,
        test: { name: "apps", include: ["apps/*/test/**/*.test.{ts,tsx}", "scripts/test/**/*.test.ts"] },
      },
      { extends: true, test: { name: "packages", include: ["packages/*/test/**/*.test.ts"], isolate: false } },
    ],
  },
});
