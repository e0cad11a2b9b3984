import { z } from "zod";
import {
  baselineHelp,
  parseBaseline,
  parsePeriod,
  parseTarget,
  periodHelp,
  targetHelp,
} from "../violence/asked-days.ts";
import { idText, oneOrMore } from "./values.ts";

/** violence/*.yaml: one file of figures or incidents, how it is counted, and the windows that are asked of it. */

/** Text that a function reads, or an error that says how to write it. */
function read<T>(reads: (text: string) => T | null, help: string) {
  return z.string().transform((text, context): T => {
    const value = reads(text);
    if (value !== null) return value;
    context.issues.push({ code: "custom", input: text, message: help });
    return z.NEVER;
  });
}

const window = z.strictObject({
  id: idText,
  name: z.string(),
  days: read(parsePeriod, periodHelp).describe("The window: its first and its last day, as 2020-02-22..2020-02-28"),
  baseline: read(parseBaseline, baselineHelp).describe("Against what it is held"),
  target: read(parseTarget, targetHelp)
    .nullable()
    .default(null)
    .describe("What the agreement asks for, “80%” or “below 5 a day”; nothing unless told"),
  counts: z
    .enum(["deaths", "incidents"])
    .nullable()
    .default(null)
    .describe("What the agreement counts; not stated unless told"),
  province: z.string().nullable().default(null).describe("The one province it is about; all unless told"),
  commitments: z.array(z.string()).default([]).describe("The commitments it bears on, as text#id"),
  body: oneOrMore(idText)
    .default([])
    .describe("The body agreed to find whether the target was met; not stated unless told"),
  note: z.string().nullable().default(null),
});

export const violenceFile = z.strictObject({
  id: idText,
  name: z.string(),
  data: z
    .string()
    .regex(/^violence\/[^/]+\.csv$/u, "the data lies in the folder violence and ends in .csv")
    .describe("The file of incidents or of derived daily figures, as violence/2020.csv"),
  map: z
    .string()
    .regex(/^violence\/[^/]+\.geojson$/u, "the map lies in the folder violence and ends in .geojson")
    .nullable()
    .default(null)
    .describe("The provinces as polygons (GeoJSON), for the map and to place incidents without a province"),
  country: z.string().nullable().default(null).describe("The country as the data name it"),
  source: idText.describe("The id of the source"),
  room: idText.nullable().default(null).describe("Who may read it: the id of a room"),
  definition: z
    .strictObject({
      types: z.array(z.string()).min(1).nullable().optional(),
      "days-max": z.int().min(1).max(22).optional(),
      "multi-day": z.enum(["spread", "set-apart"]).optional(),
      deaths: z.enum(["best", "low", "high"]).optional(),
    })
    .default({})
    .describe("What is counted, where the data are incidents; the defaults of the source's format unless told"),
  "deleted-ids": z
    .array(z.string())
    .default([])
    .describe("Ids of incidents that the source has withdrawn: told, counted and kept apart"),
  windows: z.array(window).default([]),
});
export type ViolenceFile = z.output<typeof violenceFile>;
