import { readingJsonSchema } from "@parley/agreement";
import { z } from "zod";
import { bodiesAnswerSchema } from "./answers/bodies.ts";
import { briefAnswerSchema } from "./answers/brief.ts";
import { calendarAnswerSchema } from "./answers/calendar.ts";
import { checkAnswerSchema } from "./answers/check.ts";
import { compareAnswerSchema } from "./answers/compare.ts";
import { matrixAnswerSchema } from "./answers/matrix.ts";
import { packagesAnswerSchema } from "./answers/packages.ts";
import { positionsAnswerSchema } from "./answers/positions.ts";
import { returnedAnswerSchema } from "./answers/returned.ts";
import { scheduleAnswerSchema } from "./answers/schedule.ts";
import { statusAnswerSchema } from "./answers/status.ts";
import { violenceAnswerSchema } from "./answers/violence.ts";
import { positionsFile, preferencesFile, processFile } from "./internal/folder/formats.ts";
import { recordFile } from "./internal/folder/record-format.ts";
import { violenceFile } from "./internal/folder/violence-format.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

function published(schema: z.ZodType, title: string, io: "input" | "output"): JsonSchema {
  return { ...z.toJSONSchema(schema, { io, unrepresentable: "any" }), title };
}

/** The JSON Schemas (draft 2020-12) of the files of a process folder, by file name. */
export function fileSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    process: published(processFile, "process.yaml", "input"),
    positions: published(positionsFile, "positions.yaml", "input"),
    record: published(recordFile, "record.yaml", "input"),
    preferences: published(preferencesFile, "preferences/*.yaml", "input"),
    violence: published(violenceFile, "violence/*.yaml", "input"),
    reading: readingJsonSchema,
  };
}

/** The JSON Schemas of what `--json` prints, by verb. */
export function answerSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    check: published(checkAnswerSchema, "parley check --json", "output"),
    schedule: published(scheduleAnswerSchema, "parley schedule --json", "output"),
    packages: published(packagesAnswerSchema, "parley packages --json", "output"),
    bodies: published(bodiesAnswerSchema, "parley bodies --json", "output"),
    positions: published(positionsAnswerSchema, "parley positions --json", "output"),
    matrix: published(matrixAnswerSchema, "parley matrix --json", "output"),
    compare: published(compareAnswerSchema, "parley compare --json", "output"),
    status: published(statusAnswerSchema, "parley status --json", "output"),
    calendar: published(calendarAnswerSchema, "parley calendar --json", "output"),
    violence: published(violenceAnswerSchema, "parley violence --json", "output"),
    import: published(returnedAnswerSchema, "parley import --json", "output"),
    brief: published(briefAnswerSchema, "parley brief --json", "output"),
  };
}
