import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parse } from "@parley/agreement";
import { fraction, votingPower } from "@parley/power-sharing";
import {
  askBrief,
  askPackages,
  askSchedule,
  draftPaper,
  holdAgainst,
  readFile,
  readProcess,
  wordFile,
} from "@parley/process";
import { readFolder } from "@parley/process/disk";
import { hostileFiles } from "../packages/documents/test/container/hostile.ts";
import { complianceRows } from "./compliance.ts";
import { longReturned } from "./long-returned.ts";
import { benchLargeFile, violenceRows } from "./violence.ts";

/**
 * Times what users wait for, each as a ratio to a plain reference in the same run, since machines differ and are noisy.
 * The reference counts the words of 1 MB of text with a regular expression.
 */
const examples = fileURLToPath(new URL("../examples/", import.meta.url));
const draft = readFileSync(`${examples}afghanistan/texts/2021-02-28-us.md`, "utf8");
const body = draft.slice(draft.indexOf("\n---", 4) + 4).replaceAll(/\{#[^}]*\}/gu, "");
const megabyte = body.repeat(Math.ceil(1_048_576 / body.length)).slice(0, 1_048_576);
const { process: founding } = readProcess((await readFolder(`${examples}afghanistan`)).files);
if (founding === null) throw new Error("The founding case cannot be read.");

const { draft: longDraft, file: longFile } = longReturned({ provisions: 3000, changes: 5000 });
const hostile = hostileFiles().filter(({ format }) => format === "word");
const who = { authors: new Map([["Upland", "upland"]]), returnedBy: null, nameOf: (party: string) => party };

const rows: readonly (readonly [name: string, work: () => unknown, before?: () => void])[] = [
  ["parse 1 MB of agreement text", () => parse({ file: "megabyte.md", source: megabyte })],
  ["schedule of the founding case", () => askSchedule(founding)],
  ["packages of the founding case", () => askPackages(founding)],
  ["brief of the founding case", () => askBrief(founding)],
  ["write 300 pages as Word", () => wordFile(draftPaper(longDraft))],
  ["read 300 pages with 5,000 changes", () => readFile({ file: "long.docx", bytes: longFile })],
  [
    "the same, held against the draft sent",
    () => {
      const read = readFile({ file: "long.docx", bytes: longFile });
      if (!read.ok) throw new Error(read.refusal.message);
      return holdAgainst({ file: "long.docx", ...read }, longDraft, who).take(() => "bracket");
    },
  ],
  [
    `refuse ${hostile.length} hostile Word files`,
    () => hostile.map(({ bytes }) => readFile({ file: "x.docx", bytes })),
  ],
  [
    "power of 30 blocs under two thirds",
    () =>
      votingPower({
        blocs: Array.from({ length: 30 }, (_, at) => ({ id: `b${at}`, seats: 3 + (at % 7) })),
        rule: { kind: "share", share: fraction(2, 3), strict: false },
      }),
  ],
  ...violenceRows,
];

const reference = median(() => (megabyte.match(/\p{L}+/gu) ?? []).length);
console.log(`reference: the words of 1 MB counted in ${reference.toFixed(1)} ms\n`);
tell(rows);
// Last, and made only now: a million entries in memory weigh on every collection of garbage.
tell(complianceRows(collected));

function tell(list: typeof rows): void {
  for (const [name, work, before] of list) {
    const time = median(work, before);
    console.log(
      `${name.padEnd(42)} ${time.toFixed(1).padStart(9)} ms ${(time / reference).toFixed(2).padStart(8)} × reference`,
    );
  }
}

benchLargeFile();

/** Collects garbage, so that what follows does not pay for what was made before it. */
function collected(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

/** The median of seven runs after one that warms up. */
function median(work: () => unknown, before?: () => void): number {
  work();
  const times = Array.from({ length: 7 }, () => {
    before?.();
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[3] ?? 0;
}
