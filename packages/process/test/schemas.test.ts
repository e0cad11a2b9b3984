import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readYaml } from "@parley/diagnostics/yaml";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readFolder } from "../src/disk.ts";
import { fileSchemas } from "../src/index.ts";

/** The published JSON Schemas, read by a validator that shares nothing with ours. */
const schemas = fileURLToPath(new URL("../../../docs/spec/schemas/", import.meta.url));
const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));
const ajv = new Ajv2020({ strict: false, allErrors: true });
const kindOf = (file: string) =>
  file.startsWith("readings/")
    ? "reading"
    : file.startsWith("preferences/")
      ? "preferences"
      : file.startsWith("violence/")
        ? "violence"
        : file.replace(".yaml", "");

describe("published schemas", () => {
  it.each(["afghanistan", "practice", "practice-ceasefire"])(
    "FLD-01: every YAML file of %s is as its published schema says",
    async (name) => {
      const { files } = await readFolder(`${examples}${name}`);
      const yaml = [...files].filter(([file]) => file.endsWith(".yaml"));
      expect(yaml.length).toBeGreaterThan(4);
      for (const [file, bytes] of yaml) {
        const { value } = readYaml({ file }, new TextDecoder().decode(bytes), z.any());
        const validate = ajv.compile(JSON.parse(readFileSync(`${schemas}file-${kindOf(file)}.json`, "utf8")));
        expect(validate(value), `${file}: ${JSON.stringify(validate.errors)}`).toBe(true);
      }
    },
  );

  it("a file with an unknown key is not as its schema says", () => {
    for (const [kind, schema] of Object.entries(fileSchemas()))
      expect(ajv.compile(schema)({ nonsense: 1 }), kind).toBe(false);
  });
});
