import { z } from "zod";
import { headSchema } from "./shared.ts";

export const matrixAnswerSchema = z.object({
  ...headSchema.shape,
  text: z.string(),
  /** Columns one: the drafts tabled by the day, oldest first. Alleged ones are shown and never decide. */
  drafts: z.array(
    z.object({ id: z.string(), name: z.string(), by: z.string(), date: z.string(), alleged: z.boolean() }),
  ),
  /** Columns two: the parties. */
  parties: z.array(z.object({ id: z.string(), name: z.string() })),
  issues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      provision: z.string(),
      status: z.string(),
      /** One cell a draft, in the order of `drafts`. */
      wordings: z.array(
        z.object({
          draft: z.string(),
          state: z.enum(["worded", "open", "alternatives", "not reported", "absent"]),
          /** The options this draft tables; one unless it has alternatives. */
          options: z.array(z.object({ id: z.string(), text: z.string(), open: z.boolean() })),
        }),
      ),
      /** One cell a party, in the order of `parties`. */
      stances: z.array(
        z.object({
          party: z.string(),
          stances: z.array(
            z.object({
              position: z.string(),
              stance: z.string(),
              option: z.string().nullable(),
              words: z.string(),
              said: z.string(),
              decides: z.boolean(),
              standing: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type MatrixAnswer = z.infer<typeof matrixAnswerSchema>;
