import { answerSchemas, fileSchemas } from "@parley/process";

const dialect = "https://json-schema.org/draft/2020-12/schema";

function object(title: string, properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    $schema: dialect,
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
    title,
  };
}

/** What the verbs that ask no question print with `--json`. */
const commandSchemas = {
  serve: object("parley serve --json", { folder: { type: "string" }, url: { type: "string" } }),
  export: object("parley export --json", {
    file: { type: "string" },
    format: { type: "string" },
    of: { type: "string" },
  }),
  init: object("parley init --json", {
    folder: { type: "string" },
    files: { type: "array", items: { type: "string" } },
  }),
};

/** Every published schema, as the name and the text of its file in docs/spec/schemas. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const answers = Object.entries({ ...answerSchemas(), ...commandSchemas }).map(
    ([verb, schema]) => [`answer-${verb}.json`, schema] as const,
  );
  const files = Object.entries(fileSchemas()).map(([kind, schema]) => [`file-${kind}.json`, schema] as const);
  return new Map([...answers, ...files].map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]));
}
