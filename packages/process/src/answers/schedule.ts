import { z } from "zod";
import { dateText, headSchema, sourceSchema } from "./shared.ts";

/** One link of a conflict, in words that can be added up by hand. */
const linkSchema = z.object({
  id: z.string(),
  /** In a conflict: the event that forces, and the event that is forced. The first and the last event of a dated conflict are "calendar-start". */
  from: z.string(),
  to: z.string(),
  origin: z.enum(["record", "clause", "announcement", "position", "assumption"]),
  /** The provision it rests on, as text#provision, where it rests on one. */
  provision: z.string().nullable(),
  source: sourceSchema.nullable(),
  /** One sentence: what the link says. */
  text: z.string(),
  /** Under whose reading or in whose statement. */
  by: z.string().nullable(),
  /** The day that the links so far force for `to` at the earliest, or for the last link what it allows; null without dates. */
  reaches: dateText.nullable(),
  /** Days that this link adds, for adding up by hand; null for a date. */
  days: z.number().nullable(),
});

const conflictSchema = z.object({
  kind: z.enum(["contradiction", "tension", "order"]),
  /** False when only a stricter reading of some date makes it a conflict. */
  certain: z.boolean(),
  /** Assumptions it needs; empty for a contradiction. */
  restsOn: z.array(z.string()),
  /** Whole days by which the timetable is short; null for a circle of order, which no number of days mends. */
  shortByDays: z.number().nullable(),
  /** One sentence that tells the conflict. */
  text: z.string(),
  links: z.array(linkSchema),
  /** The smallest change of one link that mends it, for each link that can change. */
  repairs: z.array(
    z.object({
      link: z.string(),
      text: z.string(),
      mendsAll: z.boolean(),
      /** True when the day that it asks for is already past: these come last. */
      past: z.boolean(),
    }),
  ),
  /** Choices among open brackets ("issue=option") that it depends on. */
  choices: z.array(z.string()),
  /** Lesser conflicts that differ only in a weaker date to start from: they remain if that date alone is moved. */
  remains: z.array(z.object({ shortByDays: z.number(), text: z.string() })),
  /** The same conflict under each rival reading of one of its dates. */
  variants: z.array(z.object({ reading: z.string(), text: z.string(), shortByDays: z.number() })),
});
export type ConflictAnswer = z.infer<typeof conflictSchema>;
export type LinkAnswer = z.infer<typeof linkSchema>;

export const scheduleAnswerSchema = z.object({
  ...headSchema.shape,
  feasible: z.boolean(),
  /** The answer in one sentence. */
  text: z.string(),
  events: z.record(
    z.string(),
    z.object({
      name: z.string(),
      /** Null when nothing bounds it on that side. */
      earliest: dateText.nullable(),
      latest: dateText.nullable(),
      /** The day it happened, when the record has it. */
      happened: dateText.nullable(),
      /** The day on which the commitment that it fulfils was done, as reported, where the record has no entry that it happened. */
      kept: dateText.nullable(),
      /** True when its latest day is past, and the record has it neither as happened nor as kept. */
      passed: z.boolean(),
      /** Who disputes an announcement on which one of its days rests. */
      disputed: z.array(z.object({ by: z.array(z.string()), on: dateText, says: z.string() })),
      /** What makes each bound, in words. */
      earliestBecause: z.array(z.string()),
      latestBecause: z.array(z.string()),
    }),
  ),
  /** The events still to come that a day bounds, the nearest first: by their latest day, or where none is set their earliest. */
  toCome: z.array(z.string()),
  conflicts: z.array(conflictSchema),
  conflictsComplete: z.boolean(),
  /** Links left out so that windows exist although the whole is infeasible. */
  setAside: z.array(linkSchema),
  /** Every assumption of the process and whether it is switched on. */
  assumptions: z.array(
    z.object({ id: z.string(), by: z.string(), text: z.string(), why: z.string(), on: z.boolean() }),
  ),
  /** Choices made, by the asker or by the basis text. */
  choices: z.array(
    z.object({
      issue: z.string(),
      /** The issue as people call it. */
      name: z.string(),
      option: z.string(),
      chosenBy: z.enum(["asker", "basis"]),
      options: z.array(z.string()),
      /** The options in the same order, by their words where these are short and else by the draft that words them. */
      optionNames: z.array(z.string()),
    }),
  ),
  /** Dates that the text states and the record has already settled, so that they are no longer planned. */
  settled: z.array(z.object({ event: z.string(), text: z.string() })),
  /** Dates that need a rule before they can be computed: nothing is guessed. */
  needsRule: z.array(z.string()),
  /** Combinations of choices that no timetable can keep; packages treat them as forbidden. */
  impossible: z.array(z.object({ choices: z.array(z.string()), text: z.string() })),
});
export type ScheduleAnswer = z.infer<typeof scheduleAnswerSchema>;
