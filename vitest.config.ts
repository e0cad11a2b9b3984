import { defineConfig } from "vitest/config";

/** One run for every package: the source condition makes tests meet the sources and never a stale build. */
export default defineConfig({
  resolve: { conditions: ["parley-source", "module", "browser", "development|production"] },
  ssr: { resolve: { conditions: ["parley-source", "module", "node", "development|production"] } },
  test: {
    // A page on a busy machine is waited for; a wait that is too short fails for nothing.
    expect: { poll: { timeout: 15_000 } },
    include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.{ts,tsx}", "scripts/test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ["scripts/seed.ts"],
    pool: "forks",
    maxWorkers: 2,
    execArgv: ["--conditions=parley-source"],
  },
});
