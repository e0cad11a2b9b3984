import { z } from "zod";
import { dateText, diagnosticSchema, headSchema } from "./shared.ts";

/** What every page of the workbench shows around its answer. */
export const frameSchema = z.object({
  ...headSchema.shape,
  roomName: z.string(),
  /** The first and the last day on which anything in the record became known: the ends of the as-of slider. */
  days: z.object({ first: dateText, last: dateText }),
  /** Days on which something became known, for the slider's marks and for keyboard steps. */
  marks: z.array(z.object({ day: dateText, text: z.string() })),
  parties: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
  texts: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), date: z.string().nullable() })),
  /** True when the process has values, so that the frontier page has something to show. */
  hasValues: z.boolean(),
  /** Counts for the navigation: errors and warnings of the check. */
  findings: z.number().int(),
  /** Set when a file on disk could not be used: the pages then show the last good state. */
  broken: z.array(diagnosticSchema),
});
export type Frame = z.infer<typeof frameSchema>;
