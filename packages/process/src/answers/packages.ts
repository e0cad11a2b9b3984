import { z } from "zod";
import { dateText, headSchema, sourceSchema } from "./shared.ts";

/** A stated position as an answer cites it. */
const statementSchema = z.object({
  id: z.string(),
  party: z.string(),
  speaker: z.string(),
  stance: z.string(),
  words: z.string(),
  said: dateText,
  sources: z.array(sourceSchema),
  /** True for a refusal that stands although it is old or was said of an earlier wording. */
  notReaffirmed: z.boolean(),
});
export type Statement = z.infer<typeof statementSchema>;

const blockerSchema = z.object({
  party: z.string(),
  provision: z.string(),
  /** Null when the provision has no alternative, or the statement covers all of it. */
  option: z.string().nullable(),
  position: z.string(),
  statement: statementSchema,
  text: z.string(),
});
export type Blocker = z.infer<typeof blockerSchema>;

const unknownSchema = z.object({
  party: z.string(),
  issue: z.string(),
  provision: z.string(),
  option: z.string().nullable(),
  why: z.string(),
});

const choiceSchema = z.record(z.string(), z.string());

/** How many packages: a number, and beyond 9,007,199,254,740,991, which readers of JSON round, its digits as text. */
const countSchema = z.union([z.number().int(), z.string().regex(/^[0-9]+$/u)]);

const countsSchema = z.object({
  total: countSchema,
  blocked: countSchema,
  notExcluded: countSchema,
  notKnown: countSchema,
  /** Of the blocked: those that no timetable can keep. */
  forbidden: countSchema,
});

const movementSchema = z.object({
  opens: z.object({ choices: choiceSchema, packages: countSchema, text: z.string() }),
  moves: z.array(
    z.object({
      party: z.string(),
      provision: z.string(),
      option: z.string().nullable(),
      position: z.string(),
      from: z.string(),
      to: z.string(),
      text: z.string(),
      /** The interest behind the position, where one is recorded. */
      interest: z.string().nullable(),
    }),
  ),
  redLines: z.number().int(),
});

export const packagesAnswerSchema = z.object({
  ...headSchema.shape,
  /** The answer in one sentence. */
  text: z.string(),
  /** Whether assessments were used; without them only stated positions speak. */
  assessed: z.boolean(),
  signatories: z.array(z.object({ id: z.string(), name: z.string() })),
  issues: z.array(
    z.object({
      id: z.string(),
      provision: z.string(),
      name: z.string(),
      contested: z.boolean(),
      options: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          /** Ids of the drafts that table it. */
          tabledBy: z.array(z.string()),
          /** True for a blank or an option without wording: it can be blocked, never accepted. */
          open: z.boolean(),
        }),
      ),
    }),
  ),
  packages: countsSchema,
  /** Each set alone leaves no package free of refusal, and loses that power without any one of its statements. */
  blocking: z.array(z.array(blockerSchema)),
  blockingComplete: z.boolean(),
  /** Every statement in force that blocks something, with the number of packages it blocks. */
  blockers: z.array(
    z.object({
      blocker: blockerSchema,
      /** True when it blocks only under one of several readings: the variants tell which. */
      contested: z.boolean(),
      packages: countSchema,
    }),
  ),
  movements: z.array(movementSchema),
  /** False when there are more movements of this lowest cost than are listed. */
  movementsComplete: z.boolean(),
  /** Examples of packages that nothing stated blocks. */
  free: z.array(
    z.object({
      choices: choiceSchema,
      verdict: z.enum(["not-excluded", "not-known"]),
      unknown: z.array(unknownSchema),
    }),
  ),
  unknown: z.array(unknownSchema),
  /** The same question under each combination of rival readings of contested statements. */
  variants: z.array(
    z.object({
      readings: z.array(z.object({ position: z.string(), reading: z.string(), by: z.string(), stance: z.string() })),
      text: z.string(),
      packages: countsSchema,
      blocking: z.array(z.array(blockerSchema)),
    }),
  ),
  /** Combinations that no timetable can keep. */
  forbidden: z.array(z.object({ choices: choiceSchema, text: z.string() })),
  /** Ordinal assessments, only when asked for. */
  ordinal: z
    .object({
      assessments: z.array(
        z.object({
          party: z.string(),
          issue: z.string(),
          order: z.array(z.array(z.string())),
          by: z.string(),
          because: z.string(),
        }),
      ),
      dominated: countSchema,
      possiblyEfficient: countSchema,
      text: z.string(),
    })
    .nullable(),
  /** Values and frontier, only for a process that has values. */
  values: z
    .object({
      parties: z.array(z.object({ id: z.string(), reservation: z.number().int(), source: z.string() })),
      frontier: z.array(
        z.object({
          choices: choiceSchema,
          values: z.record(z.string(), z.number()),
          acceptable: z.boolean(),
          solutions: z.array(z.string()),
        }),
      ),
      /** All packages as points, for the picture; at most 2,000. */
      points: z.array(
        z.object({ values: z.record(z.string(), z.number()), acceptable: z.boolean(), frontier: z.boolean() }),
      ),
      solutions: z.array(z.object({ name: z.string(), definition: z.string(), packages: z.array(choiceSchema) })),
      text: z.string(),
    })
    .nullable(),
});
export type PackagesAnswer = z.infer<typeof packagesAnswerSchema>;
