import { z } from "zod";
import { dateText, headSchema, sourceSchema } from "./shared.ts";

export const positionSchema = z.object({
  id: z.string(),
  party: z.string(),
  speaker: z.string(),
  office: z.string().nullable(),
  mandate: z.enum(["principal", "negotiator", "faction", "anonymous", "alleged", "none"]),
  about: z.object({
    kind: z.enum(["provision", "option", "version", "subject"]),
    /** "transfer-of-power", "transfer-of-power=ghani-march", "us-draft" or "conference". */
    id: z.string(),
    name: z.string(),
  }),
  stance: z.string(),
  words: z.string(),
  condition: z.string().nullable(),
  said: dateText,
  published: dateText,
  sources: z.array(sourceSchema),
  confirmed: z.boolean(),
  /** Rival readings of the same speech. */
  readings: z.array(z.object({ by: z.string(), stance: z.string(), words: z.string() })),
  /** How it stands on the as-of day. */
  standing: z.enum(["in force", "not reaffirmed", "superseded", "shown, does not decide", "no longer fresh"]),
  /** Why it stands so, in one sentence. */
  because: z.string(),
  room: z.string(),
});
export type PositionAnswer = z.infer<typeof positionSchema>;

export const positionsAnswerSchema = z.object({
  ...headSchema.shape,
  text: z.string(),
  parties: z.array(
    z.object({ id: z.string(), name: z.string(), role: z.string(), positions: z.array(positionSchema) }),
  ),
});
export type PositionsAnswer = z.infer<typeof positionsAnswerSchema>;
