import { z } from "zod";
import { headSchema, sourceSchema } from "./shared.ts";

/** A piece of a brief; every renderer (Markdown, HTML, the workbench) knows these and no others. */
const itemSchema = z.object({
  text: z.string(),
  /** "Reuters, 23 Mar 2021": printed after the sentence, small. */
  sources: z.array(sourceSchema),
  /** A word printed before it: "Contradiction", "Not known". */
  mark: z.string().nullable(),
  /** A page of the workbench that opens the reason, such as "/timetable#conflict-1". */
  href: z.string().nullable(),
  /** Smaller points below it. */
  under: z.array(z.string()),
});
export type BriefItem = z.infer<typeof itemSchema>;

const briefSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** The section's answer in one or two sentences. */
  lead: z.string(),
  items: z.array(itemSchema),
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
});
export type BriefSection = z.infer<typeof briefSectionSchema>;

export const briefAnswerSchema = z.object({
  ...headSchema.shape,
  shareable: z.boolean(),
  since: z.string().nullable(),
  /** "Mediation team only" or "Shareable": the first line of the page. */
  handling: z.string(),
  sections: z.array(briefSectionSchema),
});
export type BriefAnswer = z.infer<typeof briefAnswerSchema>;
