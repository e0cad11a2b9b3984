import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answerSchemas, fileSchemas } from "@parley/process";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { schemaFiles } from "../src/schemas.ts";
import { afghanistan, emptyFolder, parley, practice, root, truce } from "./said.ts";

const folder = join(root, "docs/spec/schemas");
const rewrite = "rewrite them with: node --conditions=parley-source scripts/write-schemas.ts";

function validator(name: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const validate = ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")));
  return (value: unknown): unknown => (validate(value) ? null : validate.errors?.slice(0, 3));
}

describe("the published schemas", () => {
  it("CLI-28: the files are those that the code checks by", () => {
    const expected = schemaFiles();
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort(),
      rewrite,
    ).toEqual([...expected.keys()].sort());
    for (const [name, text] of expected)
      expect(readFileSync(join(folder, name), "utf8"), `${name}: ${rewrite}`).toBe(text);
  });

  it("CLI-28: every answer and every kind of file has one", () => {
    const names = new Set(schemaFiles().keys());
    for (const verb of Object.keys(answerSchemas())) expect(names.has(`answer-${verb}.json`), verb).toBe(true);
    for (const kind of Object.keys(fileSchemas())) expect(names.has(`file-${kind}.json`), kind).toBe(true);
  });

  it("CLI-28: a schema refuses what is not its answer", () => {
    expect(validator("answer-schedule")({ feasible: true })).not.toBeNull();
    expect(validator("answer-check")({ diagnostics: [{}], counts: {} })).not.toBeNull();
  });
});

describe("--json", () => {
  beforeAll(() => process.chdir(root));

  const us = `${afghanistan}/texts/2021-02-28-us.md`;
  const questions: readonly (readonly string[])[] = [
    ...[afghanistan, practice].flatMap((each) => [
      ["check", each],
      ["schedule", each],
      ["packages", each],
      ["packages", each, "--assessed"],
      ["bodies", each],
      ["positions", each],
      ["matrix", each],
      ["brief", each],
      ["brief", each, "--shareable"],
    ]),
    ...[afghanistan, truce].flatMap((each) => [
      ["status", each],
      ["calendar", each],
      ["violence", each],
    ]),
    ["status", practice],
    ["status", afghanistan, "--on", "2020-06-01", "--known", "2020-06-01"],
    ["violence", afghanistan, "--window", "after-signing", "--province", "Kabul", "--target", "below 5 a day"],
    ["violence", `${truce}/violence/incidents.csv`, "--window", "2031-02-01..2031-02-28", "--baseline", "12 a day"],
    ["check", us],
    ["schedule", afghanistan, "--as-of", "2021-04-15", "--choose", "transition-length=hcnr", "--without", "A1"],
    ["bodies", afghanistan, "--rule", "two thirds"],
    ["compare", us, `${afghanistan}/texts/2021-04-11-hcnr.md`],
    ["compare", us, us],
    ["positions", afghanistan, "--as-of", "1999-12-31"],
    ["packages", afghanistan, "--as-of", "1999-12-31"],
  ];
  for (const argv of questions) {
    it(`CLI-02: parley ${argv.join(" ")} --json prints one document of its schema`, async () => {
      const { code, out } = await parley([...argv, "--json"]);
      expect(code).toBeLessThan(2);
      expect(validator(`answer-${argv[0]}`)(JSON.parse(out))).toBeNull();
      expect((await parley(argv)).code, "the same exit code with and without --json").toBe(code);
    });
  }

  it("CLI-02: init prints the object of its schema", async () => {
    const { code, out } = await parley(["init", join(emptyFolder(), "new"), "--json"]);
    expect(code).toBe(0);
    expect(validator("answer-init")(JSON.parse(out))).toBeNull();
  });

  it("CLI-02: without an answer standard output is empty", async () => {
    for (const argv of [
      ["schedule", "nowhere"],
      ["schedule", afghanistan, "--as-of", "2021-02-30"],
      ["compare", us, "nowhere.md"],
    ]) {
      expect((await parley([...argv, "--json"])).out).toBe("");
    }
  });

  it("CLI-26: --as-of is the day of the answer, and the day in process.yaml without it", async () => {
    expect(JSON.parse((await parley(["positions", afghanistan, "--as-of", "2021-03-08", "--json"])).out).asOf).toBe(
      "2021-03-08",
    );
    expect(JSON.parse((await parley(["positions", afghanistan, "--json"])).out).asOf).toBe("2021-04-12");
  });
});
