import { z } from "zod";

const sideSchema = z.object({ provision: z.string(), number: z.string().nullable(), text: z.string() });

export const changeSchema = z.object({
  kind: z.enum([
    "unchanged",
    "reworded",
    "moved",
    "renumbered",
    "split",
    "merged",
    "added",
    "deleted",
    "bracket-opened",
    "bracket-filled",
    "bracket-cleaned",
    "option-added",
    "option-removed",
  ]),
  provision: z.string(),
  bracket: z.string().nullable(),
  before: sideSchema.nullable(),
  after: sideSchema.nullable(),
  /** Word by word: what both have, what the first had, what the second has. Empty where words did not change. */
  words: z.array(z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() })),
  proposedBy: z.string().nullable(),
  /** One sentence: what changed. */
  text: z.string(),
});

export const compareAnswerSchema = z.object({
  before: z.object({ file: z.string(), title: z.string().nullable() }),
  after: z.object({ file: z.string(), title: z.string().nullable() }),
  text: z.string(),
  changes: z.array(changeSchema),
});
export type CompareAnswer = z.infer<typeof compareAnswerSchema>;
export type ChangeAnswer = z.infer<typeof changeSchema>;
