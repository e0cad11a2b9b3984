import { states } from "@parley/compliance";
import { z } from "zod";
import { dateText, headSchema, sourceSchema } from "./shared.ts";

export const stateText = z.enum(states);
export type StateText = z.infer<typeof stateText>;

export const krocText = z.enum(["not initiated", "minimal", "intermediate", "full"]);

/** An entry of the record beside a commitment. */
const evidenceSchema = z.object({
  id: z.string(),
  type: z.string(),
  on: dateText,
  known: dateText,
  by: z.array(z.string()),
  says: z.string(),
  /** "counts", "corrected", "withdrawn", "later" (after the day asked) or "set aside". */
  standing: z.enum(["counts", "corrected", "withdrawn", "later", "set aside"]),
  /** Why it is set aside, or counts as less than it claims: a finding by those who are bound is a report of theirs. */
  why: z.string().nullable(),
  /** The entry that corrected or withdrew it. */
  outBy: z.string().nullable(),
  verified: z.array(z.object({ by: z.array(z.string()), outcome: z.string(), on: dateText })),
  disputed: z.boolean(),
  /** True when it became known after the day asked: then, this was not known. */
  late: z.boolean(),
  /** 1 confirmed by others to 5 improbable; 6 cannot be judged. */
  credibility: z.number().int(),
  /** A completely reliable to E unreliable; F cannot be judged. */
  sources: z.array(sourceSchema.extend({ reliability: z.string() })),
});

export const standingSchema = z.object({
  /** The commitment whoever reads it: text#id. */
  id: z.string(),
  /** The provision it is read from: text#provision. */
  provision: z.string(),
  provisionName: z.string(),
  /** The part of the text in which it stands. */
  part: z.string(),
  reader: z.string(),
  /** True when the words that the reading quotes are no longer there. */
  stale: z.boolean(),
  by: z.array(z.string()),
  byNames: z.array(z.string()),
  toNames: z.array(z.string()),
  force: z.enum(["shall", "shall not", "may"]),
  act: z.string(),
  words: z.string(),
  condition: z.string().nullable(),
  state: stateText,
  /** Why it is in this state, in one sentence. */
  because: z.string(),
  /** The first day of this state without a break; null when no day began it. */
  since: dateText.nullable(),
  disputed: z.boolean(),
  due: dateText.nullable(),
  /** How the day comes about, as the reading has it: "doha-announced + 14 months"; null where none is stated. */
  dueRule: z.string().nullable(),
  daysOverdue: z.number().int().nullable(),
  keptOn: dateText.nullable(),
  daysLate: z.number().int().nullable(),
  /** How far it got, by the Kroc scale; null is no data. */
  kroc: krocText.nullable(),
  allegedBy: z.array(z.string()),
  foundBy: z.array(z.string()),
  attributedTo: z.array(z.string()),
  verifiedBy: z.array(z.string()).nullable(),
  /** What the text says follows a breach; null where nothing is stated. */
  otherwise: z.string().nullable(),
  periods: z
    .object({
      ended: z.number().int(),
      kept: z.number().int(),
      missed: z.number().int(),
      noData: z.number().int(),
    })
    .nullable(),
  evidence: z.array(evidenceSchema),
});
export type StandingAnswer = z.infer<typeof standingSchema>;
export type EvidenceAnswer = z.infer<typeof evidenceSchema>;

const countsSchema = z.object({
  /** A commitment counts once; where its readings give different states it counts as "readings differ". */
  states: z.array(
    z.object({ state: z.union([stateText, z.literal("readings differ")]), commitments: z.number().int() }),
  ),
  disputed: z.number().int(),
  /** How many of the kept were kept after their day. */
  late: z.number().int(),
  total: z.number().int(),
});

export const statusAnswerSchema = z.object({
  ...headSchema.shape,
  /** The day asked about. */
  on: dateText,
  /** The day by whose end everything used was known. */
  known: dateText,
  /** The answer in a sentence or two. */
  text: z.string(),
  commitments: z.array(standingSchema),
  counts: countsSchema,
  byParty: z.array(z.object({ id: z.string(), name: z.string(), counts: countsSchema })),
  /** Commitments of which two readings give two states, or two days. */
  differences: z.array(
    z.object({
      commitment: z.string(),
      text: z.string(),
      readings: z.array(z.object({ reader: z.string(), state: stateText, due: dateText.nullable() })),
    }),
  ),
  /** Where later knowledge changed what was true on the day asked. */
  revised: z.array(
    z.object({
      commitment: z.string(),
      reader: z.string(),
      was: stateText,
      is: stateText,
      entries: z.array(z.string()),
      text: z.string(),
    }),
  ),
  /** Changes of state in the seven days up to the day asked. */
  changes: z.array(
    z.object({
      commitment: z.string(),
      reader: z.string(),
      on: dateText,
      was: stateText,
      is: stateText,
      text: z.string(),
    }),
  ),
  /** Days to come after the day asked, the nearest first. */
  next: z.array(
    z.object({ day: dateText, inDays: z.number().int(), commitment: z.string(), reader: z.string(), text: z.string() }),
  ),
  phases: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      state: z.enum(["not begun", "running", "over its end", "not known"]),
      starts: dateText.nullable(),
      ends: dateText.nullable(),
    }),
  ),
  /** Entries that have no effect, or not the one they claim, each with why. */
  problems: z.array(z.object({ entry: z.string().nullable(), commitment: z.string().nullable(), text: z.string() })),
});
export type StatusAnswer = z.infer<typeof statusAnswerSchema>;
