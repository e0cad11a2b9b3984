import { spawnSync } from "node:child_process";
import { fuzzOnce } from "../packages/agreement/test/text/fuzz.ts";

/** Longer runs than the tests make: `npm run fuzz -- parser 1000000 [first seed]`, `npm run fuzz -- laws 20 [first seed]`. */
const [what, countAsked, firstAsked] = process.argv.slice(2);
if (what === "parser") fuzzParser(Number(countAsked ?? 500_000), Number(firstAsked ?? 1));
else if (what === "laws") tryLaws(Number(countAsked ?? 10), Number(firstAsked ?? Date.now() % 1_000_000_000));
else {
  console.error("Say what to fuzz: parser or laws, then how often, then the first seed.");
  process.exitCode = 2;
}

function fuzzParser(count: number, first: number): void {
  let told = performance.now();
  for (let seed = first; seed < first + count; seed += 1) {
    try {
      fuzzOnce(seed);
    } catch (fault) {
      console.error(`Seed ${seed} fails: ${fault instanceof Error ? fault.message : String(fault)}`);
      process.exit(1);
    }
    if (performance.now() - told > 2000) {
      process.stderr.write(`\r${(seed - first + 1).toLocaleString("en")} of ${count.toLocaleString("en")}`);
      told = performance.now();
    }
  }
  console.log(`\n${count.toLocaleString("en")} inputs from seed ${first}: none threw, all printed back.`);
}

/** The laws of every package, each time from another seed. Browsers and the built tarballs have no laws and are left out. */
function tryLaws(count: number, first: number): void {
  for (let seed = first; seed < first + count; seed += 1) {
    const run = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "packages/", "--reporter=dot"], {
      env: { ...process.env, PARLEY_SEED: String(seed) },
      encoding: "utf8",
    });
    if (run.status !== 0) {
      console.error(`${run.stdout}\n${run.stderr}\nA law fails from seed ${seed}.`);
      process.exit(1);
    }
    console.log(`Seed ${seed}: every law holds.`);
  }
}
