import { z } from "zod";
import { day, idText, oneOrMore, relation } from "./values.ts";

/** record.yaml: what happened, was announced, alleged, checked and found, each with its day and sources. */

const types = [
  "happened",
  "announced",
  "noted",
  "reported",
  "alleged",
  "verified",
  "found",
  "attributed",
  "disputed",
  "used",
  "access-denied",
  "nothing-to-report",
  "withdrawn",
] as const;
type RecordType = (typeof types)[number];

const entry = z.strictObject({
  id: idText,
  type: z.enum(types),
  on: day.describe("The day it happened or was said"),
  known: day.nullable().default(null).describe("The day it became known; the day itself unless told"),
  by: oneOrMore(idText).default([]).describe("Who announced, alleged, reported, verified or found it"),
  says: z.string(),
  event: idText.nullable().default(null).describe("The moment of the timetable that it is"),
  holds: oneOrMore(relation).default([]).describe("For an announcement: the dates it sets"),
  replaces: oneOrMore(idText).default([]).describe("Earlier announcements that it takes the place of"),
  commitments: z.array(z.string()).default([]).describe("The commitments it bears on, as text#id"),
  of: oneOrMore(idText)
    .default([])
    .describe("The entries that it verifies, finds on, attributes, disputes or withdraws"),
  corrects: idText.nullable().default(null).describe("The entry that it takes the place of, since that one was wrong"),
  kept: z.boolean().nullable().default(null).describe("Whether the commitments were kept, as this entry has it"),
  progress: z
    .enum(["not initiated", "minimal", "intermediate", "full"])
    .nullable()
    .default(null)
    .describe("How far the commitments got, by the Kroc scale"),
  goal: z.enum(["met", "unmet"]).nullable().default(null).describe("Whether what the commitments are for was reached"),
  condition: z.enum(["met", "unmet"]).nullable().default(null).describe("Whether the commitments' condition is met"),
  outcome: z
    .enum(["confirmed", "not confirmed", "inconclusive"])
    .nullable()
    .default(null)
    .describe("What a verification or a finding came to; confirmed unless told"),
  power: z
    .enum(["suspend", "resume", "extend", "terminate", "waive"])
    .nullable()
    .default(null)
    .describe("The power that was used on the commitments"),
  until: day.nullable().default(null).describe("The last day of a suspension, or the new day of an extension"),
  against: oneOrMore(idText)
    .default([])
    .describe("Whose breach it is said to be; for an attribution, who is held responsible"),
  withheld: z.boolean().default(false).describe("For an attribution: made and not published"),
  where: z.string().nullable().default(null).describe("The province or place of an incident or a denial"),
  to: oneOrMore(idText).default([]).describe("To whom access was denied"),
  weeks: oneOrMore(day).default([]).describe("For nothing to report: the Mondays of the weeks it covers"),
  window: idText.nullable().default(null).describe("The window of a violence file whose indication the body adopts"),
  credibility: z
    .int()
    .min(1)
    .max(6)
    .nullable()
    .default(null)
    .describe("1 confirmed by others to 5 improbable; 6, or left out: cannot be judged"),
  sources: z.array(idText).min(1),
  room: idText.nullable().default(null).describe("Who may read it: the id of a room"),
});

/** Keys that an entry of a type must have. */
const needed: Partial<Record<RecordType, readonly (keyof z.output<typeof entry>)[]>> = {
  verified: ["of", "by"],
  attributed: ["of", "by"],
  withdrawn: ["of"],
  used: ["power", "commitments", "by"],
  "access-denied": ["by"],
  "nothing-to-report": ["by", "weeks"],
};

/** Keys that say something only of commitments. */
const ofCommitments = ["kept", "progress", "goal", "condition", "power"] as const;

/** Which entries say how a commitment stands. Elsewhere these keys would be read by nobody. */
const sayable: Readonly<Record<"kept" | "progress" | "goal" | "condition", readonly RecordType[]>> = {
  kept: ["reported", "happened", "verified", "found"],
  progress: ["reported", "happened", "verified"],
  goal: ["reported", "happened", "verified", "found"],
  condition: ["reported", "happened", "verified"],
};

export const recordFile = z.strictObject({
  record: z.array(
    entry.superRefine((value, context) => {
      const say = (path: string, message: string) =>
        context.addIssue({ code: "custom", message, path: [path], input: value });
      const isEmpty = (key: keyof typeof value) => {
        const held = value[key];
        return held === null || (Array.isArray(held) && held.length === 0);
      };
      for (const key of needed[value.type] ?? [])
        if (isEmpty(key)) say("type", `an entry of type “${value.type}” needs “${key}”`);
      if (value.type === "disputed" && value.of.length + value.commitments.length === 0)
        say("type", "a dispute names the entries it contests in “of”, or the commitments in “commitments”");
      for (const key of ofCommitments)
        if (value[key] !== null && value.commitments.length === 0)
          say(key, `“${key}” says something of commitments: name them in “commitments”, as text#id`);
      for (const [key, types] of Object.entries(sayable))
        if (value[key as keyof typeof sayable] !== null && !types.includes(value.type))
          say(
            key,
            `an entry of type “${value.type}” says no “${key}”: that is for ${types.map((type) => `“${type}”`).join(", ")}`,
          );
      if (value.power !== null && value.type !== "used") say("power", "a power is used by an entry of type “used”");
      if (value.window !== null && value.type !== "found")
        say("window", "only a finding adopts what the figures indicate: the type is “found”");
    }),
  ),
});
export type RecordFile = z.output<typeof recordFile>;
