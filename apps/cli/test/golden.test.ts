import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { afghanistan, parley, practice, root, truce } from "./said.ts";

/**
 * What each verb prints, reviewed line by line. UPDATE_GOLDEN=1 writes the files anew; read the difference before it
 * is committed.
 */
const golden: Readonly<Record<string, readonly string[]>> = {
  "check-afghanistan": ["check", afghanistan],
  "check-one-text": ["check", `${afghanistan}/texts/2021-02-28-us.md`],
  "schedule-2021-03-08": ["schedule", afghanistan, "--as-of", "2021-03-08"],
  "schedule-2021-04-12": ["schedule", afghanistan],
  "schedule-2021-04-12-without-A1": ["schedule", afghanistan, "--without", "A1"],
  "schedule-2021-04-15": ["schedule", afghanistan, "--as-of", "2021-04-15"],
  "packages-2021-03-07": ["packages", afghanistan, "--as-of", "2021-03-07"],
  "packages-2021-03-30": ["packages", afghanistan, "--as-of", "2021-03-30"],
  "packages-assessed": ["packages", afghanistan, "--assessed"],
  "packages-practice": ["packages", practice],
  "bodies-afghanistan": ["bodies", afghanistan],
  "bodies-rule": ["bodies", afghanistan, "--rule", "more than three fifths"],
  "positions-afghanistan": ["positions", afghanistan],
  "matrix-afghanistan": ["matrix", afghanistan],
  "compare-us-hcnr": ["compare", `${afghanistan}/texts/2021-02-28-us.md`, `${afghanistan}/texts/2021-04-11-hcnr.md`],
  "check-languages": ["check", practice],
  "status-2021-04-12": ["status", afghanistan],
  "status-2020-06-01": ["status", afghanistan, "--on", "2020-06-01"],
  "status-2021-05-15-evidence": ["status", afghanistan, "--on", "2021-05-15", "--evidence"],
  "status-practice-ceasefire": ["status", truce],
  "calendar-2021-04-15": ["calendar", afghanistan, "--on", "2021-04-15"],
  "violence-afghanistan": ["violence", afghanistan],
  "violence-practice-ceasefire": ["violence", truce],
  "violence-one-file": [
    "violence",
    `${truce}/violence/incidents.csv`,
    "--window",
    "2031-02-01..2031-02-28",
    "--baseline",
    "31 days before",
    "--counts",
    "deaths",
  ],
  "brief-afghanistan": ["brief", afghanistan],
  "brief-shareable": ["brief", afghanistan, "--shareable", "--since", "2021-03-30"],
};

describe("what people read", () => {
  beforeAll(() => process.chdir(root));

  for (const [name, argv] of Object.entries(golden)) {
    it(`CLI-03: parley ${argv.join(" ")} prints golden/${name}.txt`, async () => {
      const { code, out, err } = await parley(argv);
      const told = `$ parley ${argv.join(" ")}\n${out}${err === "" ? "" : `\n(standard error)\n${err}`}\n(exit code ${code})\n`;
      const file = join(import.meta.dirname, "golden", `${name}.txt`);
      if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, told);
      expect(existsSync(file), "run the tests with UPDATE_GOLDEN=1, then read the new file").toBe(true);
      expect(told).toBe(readFileSync(file, "utf8"));
    });
  }

  const asks = Object.entries(golden).filter(([, [verb]]) => !["compare", "brief"].includes(verb ?? ""));
  it("CLI-03: below the first sentence stand the room, the day and the notice", async () => {
    for (const [, argv] of asks) {
      if (/\.(?:md|csv)$/u.test(argv[1] ?? "")) continue;
      const { out } = await parley(argv, { width: 120 });
      const head = out.split("\n").slice(0, 8).join(" ");
      expect(head, argv.join(" ")).toContain("Room: Mediation team only.");
      expect(head, argv.join(" ")).toContain(
        argv[1] === practice || argv[1] === truce
          ? "An invented practice process."
          : "A reconstruction from public reporting",
      );
      if (argv[0] !== "check") expect(head, argv.join(" ")).toMatch(/As of \d{1,2} [A-Z][a-z]{2} \d{4}\./u);
    }
  });

  it("CLI-04: no line is wider than the terminal, save a word that is longer", async () => {
    for (const width of [40, 64, 80]) {
      for (const argv of [
        ["schedule", afghanistan],
        ["positions", afghanistan],
        ["packages", afghanistan, "--assessed"],
      ]) {
        const { out } = await parley(argv, { width });
        const wide = out
          .split("\n")
          .filter(
            (line) => line.length > width && line.trim().includes(" ") && !/^\s*(?:- |[\d]+\. )?\S+$/u.test(line),
          );
        // A table keeps ten columns for each of its own, so a very narrow terminal may meet a wider one.
        expect(
          wide.filter((line) => !line.includes("  ", line.search(/\S/u))),
          `${argv.join(" ")} at ${width}`,
        ).toEqual([]);
      }
    }
  });

  it("CLI-05: bold and dim change nothing but the style", async () => {
    const plain = await parley(["schedule", afghanistan]);
    const styled = await parley(["schedule", afghanistan], { styled: true });
    expect(plain.out).not.toContain("\u001b");
    expect(styled.out).toContain("\u001b[1m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is taken out.
    expect(styled.out.replace(/\u001b\[\d+m/gu, "")).toBe(plain.out);
  });
});

describe("what the founding case must say", () => {
  beforeAll(() => process.chdir(root));

  it("CLI-17: the timetable is short by 28 days on 8 March, 75 on 12 April and 140 on 15 April", async () => {
    for (const [day, short] of [
      ["2021-03-08", "short by 28 days"],
      ["2021-04-12", "short by 75 days"],
      ["2021-04-15", "short by 140 days"],
    ] as const) {
      const { code, out } = await parley(["schedule", afghanistan, "--as-of", day], { width: 120 });
      expect(out, day).toContain(short);
      expect(code).toBe(1);
    }
  });

  it("CLI-19: each bloc has a third under a simple majority", async () => {
    const { out } = await parley(["bodies", afghanistan]);
    expect(out).toMatch(/head of the government +1 +1\/3 +1\/3/u);
    expect(out).toMatch(/head of the government +1 +0 +0/u);
  });

  it("CLI-22: the HCNR draft fills the blank of the transition with three years", async () => {
    const { out } = await parley(golden["compare-us-hcnr"] ?? []);
    expect(out).toContain("bracket transition-length filled with “three years”");
    expect(out).toMatch(/\{\+three\s+years\+\}/u);
  });
});
