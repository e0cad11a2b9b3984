import { z } from "zod";
import { diagnosticSchema } from "./shared.ts";

export const checkAnswerSchema = z.object({
  diagnostics: z.array(diagnosticSchema),
  counts: z.object({
    texts: z.number().int(),
    provisions: z.number().int(),
    brackets: z.number().int(),
    commitments: z.number().int(),
    bodies: z.number().int(),
  }),
});
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;
