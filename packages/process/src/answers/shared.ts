import { z } from "zod";

/** YYYY-MM-DD, in the process's own time zone. */
export const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** Where a statement was published and how far it is to be trusted. */
export const sourceSchema = z.object({
  id: z.string(),
  outlet: z.string(),
  published: dateText.nullable(),
  grade: z.enum(["official", "party", "press", "unverified", "assessed"]),
  note: z.string().nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

/** A diagnostic flattened for the command line; `file` is null when it is about the whole folder. */
export const diagnosticSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  message: z.string(),
  help: z.string(),
  file: z.string().nullable(),
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  related: z.array(
    z.object({ message: z.string(), file: z.string(), line: z.number().int(), column: z.number().int() }),
  ),
});
export type DiagnosticAnswer = z.infer<typeof diagnosticSchema>;

/** What stands at the head of every answer: whose room it is for, as of which day, and what the process says of itself. */
export const headSchema = z.object({
  process: z.string(),
  title: z.string(),
  /** Printed wherever the answer is shown; null when the process says nothing of itself. */
  notice: z.string().nullable(),
  /** True when people and values are made up for practice. */
  invented: z.boolean(),
  room: z.string(),
  asOf: dateText,
});
export type Head = z.infer<typeof headSchema>;
