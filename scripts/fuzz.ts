import { fuzzOnce } from "../packages/agreement/test/text/fuzz.ts";

/** A longer run of the parser's fuzz than the tests make: `npm run fuzz -- 1000000 [first seed]`. */
const count = Number(process.argv[2] ?? 500_000);
const first = Number(process.argv[3] ?? 1);
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
