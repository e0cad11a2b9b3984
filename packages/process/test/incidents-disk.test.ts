import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countDaily, type ReadOutcome, readIncidents, writeDaily } from "@parley/violence";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readIncidentsAt } from "../src/incidents-disk.ts";

/** What a reading comes to, as far as anybody can see it. */
function seen(outcome: ReadOutcome): unknown {
  if (outcome.kind !== "read") return outcome;
  const { coverage, diagnostics } = outcome.incidents;
  const counted = countDaily(outcome.incidents);
  const figures = counted.ok ? writeDaily(counted.figures, { attribution: "a test" }) : counted.refusal;
  return { coverage, diagnostics, figures };
}

describe("a file of incidents read by several threads", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "parley-incidents-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2031-02-${String(n).padStart(2, "0")}`);
  /** Line breaks and commas in quotes, quotes that never close, rows too short: cuts fall into all of them. */
  const place = fc.constantFrom(
    "Mill",
    '"the mill, the old one"',
    '"two\nlines"',
    '"a ""name"" \n, and 3"',
    '"open',
    "",
  );
  const deaths = fc.constantFrom("0", "3", "many", "12");
  const row = fc.tuple(day, place, deaths).map((cells) => cells.join(","));
  const rows = fc.array(fc.oneof({ weight: 9, arbitrary: row }, fc.constantFrom("", "short", ",,,,")), {
    minLength: 1,
    maxLength: 40,
  });

  it("CSF-11: gives what one reader gives, wherever the cuts fall", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 4 }), async (list, threads) => {
        const text = `date,place,deaths\n${list.join("\n")}`;
        const path = write("random.csv", text);
        const at = await readIncidentsAt(path, { file: "random.csv", threads });
        expect(seen(at)).toEqual(seen(await readIncidents([Buffer.from(text)], { file: "random.csv" })));
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  const large = () =>
    write(
      "large.csv",
      `date,place,deaths\n${Array.from({ length: 400_000 }, (_, k) => `2031-02-${10 + (k % 18)},"place ${k}",${k % 7}`).join("\n")}\n`,
    );

  it("CSF-11: says how far it is, and stops when asked", async () => {
    const path = large();
    const told: number[] = [];
    const whole = await readIncidentsAt(path, {
      file: "large.csv",
      threads: 2,
      onProgress: (bytes) => told.push(bytes),
    });
    expect(whole.kind === "read" && whole.incidents.coverage.rows).toBe(400_000);
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    const stopped = await readIncidentsAt(path, { file: "large.csv", threads: 2, signal: { aborted: true } });
    expect(stopped.kind).toBe("stopped");
  }, 120_000);

  it("CSF-11: refuses a file whose header nobody knows, and fails on one that is not there", async () => {
    const path = write("other.csv", "when,what\nyesterday,rain\n");
    expect(await readIncidentsAt(path, { file: "other.csv" })).toMatchObject({ kind: "refused" });
    await expect(readIncidentsAt(join(folder, "missing.csv"), { file: "missing.csv" })).rejects.toThrow(/ENOENT/u);
  });
});
