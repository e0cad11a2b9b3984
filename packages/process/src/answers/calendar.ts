import { z } from "zod";
import { dateText, headSchema } from "./shared.ts";

export const calendarAnswerSchema = z.object({
  ...headSchema.shape,
  text: z.string(),
  entries: z.array(
    z.object({
      /** Stays the same from file to file. */
      uid: z.string(),
      /** How many entries known by the day could have moved it. */
      sequence: z.number().int(),
      from: dateText,
      to: dateText,
      summary: z.string(),
      /** How the day comes about, under whose reading, and where it stands. */
      description: z.string(),
      categories: z.array(z.string()),
      status: z.enum(["confirmed", "tentative", "cancelled"]),
    }),
  ),
});
export type CalendarAnswer = z.infer<typeof calendarAnswerSchema>;
