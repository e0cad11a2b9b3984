import { z } from "zod";
import { headSchema, sourceSchema } from "./shared.ts";

/** An exact fraction such as "1/3", "0" or "1". */
const fractionText = z.string().regex(/^\d+(\/\d+)?$/u);

const hypothesisSchema = z.object({
  rule: z.string(),
  /** True when the text itself states the rule, so that nothing is supposed but attendance and blocs. */
  stated: z.boolean(),
  /** Everything supposed: the rule, full attendance, blocs voting as one, an alliance. */
  assumes: z.array(z.string()),
  /** The alliance supposed, "the head of state sides with X"; null where none is. */
  sides: z.string().nullable(),
  blocs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      seats: z.number().int(),
      banzhaf: fractionText,
      shapleyShubik: fractionText,
    }),
  ),
  minimalWinning: z.array(z.array(z.string())),
  minimalBlocking: z.array(z.array(z.string())),
  /** A bloc that decides alone, if any. */
  decidesAlone: z.string().nullable(),
  vetoes: z.array(z.string()),
  powerless: z.array(z.string()),
  /** What it means, in one sentence. */
  text: z.string(),
});
export type Hypothesis = z.infer<typeof hypothesisSchema>;

export const bodiesAnswerSchema = z.object({
  ...headSchema.shape,
  text: z.string(),
  bodies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** text#provision */
      provision: z.string(),
      draft: z.string(),
      reader: z.string(),
      words: z.string(),
      source: sourceSchema.nullable(),
      /** Null when the seats are not reported. */
      seats: z.number().int().nullable(),
      /** True when only shares of power are stated, and no body with seats: its blocs' "seats" are the parts of a share. */
      shares: z.boolean(),
      namedBy: z.array(z.object({ by: z.string(), name: z.string(), seats: z.number().int() })),
      /** As the text states it; "not reported" when it does not. */
      rule: z.string(),
      advisory: z.enum(["advises", "decides", "not reported"]),
      chair: z.string(),
      reportsTo: z.string(),
      hypotheses: z.array(hypothesisSchema),
      /** What cannot be told, and why. */
      notKnown: z.array(z.string()),
    }),
  ),
});
export type BodiesAnswer = z.infer<typeof bodiesAnswerSchema>;
