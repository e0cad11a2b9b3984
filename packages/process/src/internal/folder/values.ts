import { type CivilDate, type DateRelation, parseCivilDate, parseDateRelation } from "@parley/calendar";
import { z } from "zod";

/** The small values that the files of a process folder are made of. */

export const idText = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u, "an id has letters, digits, hyphens and dots, and no spaces");

export const day = z
  .string()
  .refine((text) => parseCivilDate(text) !== null, "this is not a date that exists, written YYYY-MM-DD")
  .transform((text) => text as CivilDate);

/** "conference-opens on 2021-04-24", "elections-held before power-transferred". */
export const relation = z.string().transform((text, context): DateRelation => {
  const read = parseDateRelation(text);
  if (read !== null) return read;
  context.issues.push({
    code: "custom",
    input: text,
    message:
      "write an event, then before, by, on, not before or after, then a date or an event, as in “reduction-ends by withdrawal-complete + 3 days”",
  });
  return z.NEVER;
});

/** One or a list of something; always a list afterwards. */
export function oneOrMore<T extends z.ZodType>(item: T) {
  return z
    .union([item, z.array(item).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);
}

/** "issue=option". */
export const choiceText = z.string().regex(/^[^=\s]+=[^=\s]+$/u, "write issue=option");

export const stanceText = z.enum([
  "red line",
  "rejects",
  "reserves",
  "under review",
  "accepts if",
  "accepts",
  "prefers",
]);

export const mandateText = z.enum(["principal", "negotiator", "faction", "anonymous", "alleged", "none"]);
