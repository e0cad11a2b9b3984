import { z } from "zod";

const handShape = {
  /** The party whose hand it is; null when the name is not mapped to one, or nobody's name is there. */
  by: z.string().nullable(),
  /** Display names, as the file has them; empty for what was changed without tracking. */
  names: z.array(z.string()),
  date: z.string().nullable(),
};

const proposalSchema = z.object({
  /** The same each time the same file is held against the same draft. */
  id: z.string(),
  kind: z.enum([
    "inserted",
    "deleted",
    "replaced",
    "moved",
    "split",
    "joined",
    "provision-added",
    "provision-deleted",
    "kept",
  ]),
  /** The provision it is in, or follows; null before the first. */
  provision: z.string().nullable(),
  number: z.string().nullable(),
  ...handShape,
  /** False for words that were changed without a tracked change. */
  tracked: z.boolean(),
  before: z.string(),
  after: z.string(),
  /** A few words on either side, to find the place by. */
  around: z.object({ before: z.string(), after: z.string() }),
  /** Proposals of other hands at the same place: at most one of them can be accepted. */
  rivals: z.array(z.string()),
  /** One sentence: who proposes what. */
  text: z.string(),
});
export type ProposalAnswer = z.infer<typeof proposalSchema>;

export const returnedAnswerSchema = z.object({
  file: z.string(),
  /** The draft it is held against; null when none was given, and the file itself before its changes is the draft. */
  base: z.object({ file: z.string(), title: z.string().nullable() }).nullable(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  provisions: z.number().int(),
  /** The answer in one or two sentences. */
  text: z.string(),
  /** Names whose party is not known: nothing of theirs is attributed until somebody says whose they are. */
  unmapped: z.array(z.object({ name: z.string(), changes: z.number().int(), comments: z.number().int() })),
  /** Changed without tracking: shown before everything else. */
  untracked: z.array(proposalSchema),
  proposals: z.array(proposalSchema),
  comments: z.array(
    z.object({
      provision: z.string().nullable(),
      on: z.string(),
      by: z.string().nullable(),
      name: z.string(),
      date: z.string().nullable(),
      text: z.string(),
      isReply: z.boolean(),
      resolved: z.boolean(),
    }),
  ),
  /** Tracked changes of looks alone: listed, never acted upon. */
  formatting: z.array(
    z.object({ provision: z.string().nullable(), name: z.string(), date: z.string().nullable(), what: z.string() }),
  ),
  /** What the file holds and a draft cannot. */
  left: z.array(z.object({ what: z.string(), paragraph: z.number().int().nullable(), near: z.string() })),
});
export type ReturnedAnswer = z.infer<typeof returnedAnswerSchema>;
