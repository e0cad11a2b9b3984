import { z } from "zod";
import { choiceText, day, idText, mandateText, oneOrMore, relation, stanceText } from "./values.ts";

/** The files of a process folder. Each schema is published as JSON Schema in docs/spec/schemas. */

const source = z.strictObject({
  id: idText,
  outlet: z.string().describe("Who published it"),
  published: day.nullable().default(null).describe("The day it was published"),
  grade: z.enum(["official", "party", "press", "unverified", "assessed"]).describe("How far it is to be trusted"),
  reliability: z
    .enum(["A", "B", "C", "D", "E", "F"])
    .nullable()
    .default(null)
    .describe("A completely reliable to E unreliable; F, or left out: cannot be judged"),
  note: z.string().nullable().default(null),
});

/** Whether the platform knows the zone: days are counted in it, so a slip must not pass. */
function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }) !== null;
  } catch {
    return false;
  }
}

const room = idText.describe("Who may read it: the id of a room");

export const processFile = z.strictObject({
  process: idText.describe("The id of this process"),
  title: z.string(),
  notice: z
    .string()
    .nullable()
    .default(null)
    .describe("Printed on every page, for instance that a text is reconstructed"),
  invented: z.boolean().default(false).describe("True for a practice process with made-up people and values"),
  zone: z
    .string()
    .refine(isZone, "this is no time zone; write one such as Asia/Kabul or UTC")
    .describe("The time zone in which days are counted, such as Asia/Kabul"),
  "as-of": day.describe("The day as of which questions are answered unless another is asked for"),
  room: room.describe("The room whose view is shown unless another is asked for"),
  "entries-room": room
    .nullable()
    .default(null)
    .describe(
      "The room of texts, positions and record entries that name none; the room above unless told, so that nothing is public by oversight",
    ),
  "stale-after-days": z
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(30)
    .describe("After so many days a stated acceptance is no longer fresh"),
  basis: idText.describe(
    "The text on which talks are held, or the first draft; its wording is what is chosen unless another is",
  ),
  rooms: z.array(z.strictObject({ id: room, name: z.string() })).min(1),
  parties: z
    .array(
      z.strictObject({
        id: idText,
        name: z.string(),
        role: z.enum(["party", "mediator", "convener", "third party"]),
        signatory: z.boolean().default(false).describe("Whether its consent is needed for a package"),
        called: z
          .record(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u), oneOrMore(z.string().min(1)))
          .default({})
          .describe("What the language versions of texts call it, by language, so that its names can be compared"),
      }),
    )
    .min(1),
  speakers: z
    .array(
      z.strictObject({
        id: idText,
        name: z.string(),
        office: z.string().nullable().default(null),
        for: oneOrMore(idText).default([]).describe("The party or parties spoken for; nobody unless told"),
        mandate: mandateText,
        note: z.string().nullable().default(null),
      }),
    )
    .default([]),
  authors: z
    .record(z.string().min(1), idText)
    .default({})
    .describe("Names as word processors show them in tracked changes, each with the party whose hand it is"),
  texts: z
    .array(
      z.strictObject({
        id: idText,
        file: z.string(),
        kind: z
          .enum(["draft", "letter", "agreement", "paper"])
          .describe(
            "An agreement is in force; a letter proposes; a draft is negotiated; a paper stands beside them and is only shown and checked",
          ),
        name: z.string().describe("The short name, as in the head of a column"),
        by: idText.describe("The party, or the speaker, whose text it is"),
        tabled: day.describe("The day of the text"),
        known: day.nullable().default(null).describe("The day it became known; the day of the text unless said"),
        alleged: z.boolean().default(false).describe("True when nobody has confirmed it: shown, never decides"),
        revises: idText
          .nullable()
          .default(null)
          .describe("The earlier text of the same hand whose wording this replaces"),
        partial: z
          .boolean()
          .default(false)
          .describe("True when only some provisions are reported, so that what is absent is not reported"),
        source: idText.nullable().default(null),
        room: room.nullable().default(null),
      }),
    )
    .default([]),
  subjects: z
    .array(z.strictObject({ id: idText, name: z.string() }))
    .default([])
    .describe("What positions are about outside the text"),
  provisions: z.record(idText, z.string()).default({}).describe("Short names of provisions and brackets, for tables"),
  events: z.record(idText, z.string()).default({}).describe("Names of the moments in the timetable"),
  assumptions: z
    .array(
      z.strictObject({
        id: idText,
        by: z.string().describe("Whose assumption it is"),
        on: day,
        holds: relation,
        says: z.string(),
        why: z.string(),
      }),
    )
    .default([]),
  "month-end": z
    .enum(["last-day-of-month", "first-day-of-next-month"])
    .nullable()
    .default(null)
    .describe("What a month after the 31st means; nothing is guessed while this is unset"),
  sources: z.array(source).default([]),
});
export type ProcessFile = z.output<typeof processFile>;

const about = z
  .union([
    z.strictObject({ provision: idText }),
    z.strictObject({ option: choiceText }),
    z.strictObject({ version: idText }),
    z.strictObject({ subject: idText }),
  ])
  .describe("What it is about: a provision, an option (issue=option), a whole version, or a subject outside the text");

export const positionsFile = z.strictObject({
  positions: z.array(
    z.strictObject({
      id: idText,
      by: idText.describe("The speaker"),
      for: idText.nullable().default(null).describe("The party, where the speaker speaks for several"),
      said: day,
      published: day.nullable().default(null).describe("The day it became known; the day it was said unless told"),
      about,
      stance: stanceText,
      words: z.string().describe("What was said, in our own words"),
      condition: z.string().nullable().default(null),
      "only-if": z.boolean().default(false),
      met: z.enum(["met", "unmet", "unverifiable"]).default("unverifiable"),
      needs: choiceText.nullable().default(null).describe("The option whose choice meets the condition"),
      readings: z
        .array(
          z.strictObject({
            by: z.string(),
            stance: stanceText,
            words: z.string(),
            source: idText.nullable().default(null),
          }),
        )
        .default([])
        .describe("Rival readings of the same words; each is computed"),
      wording: idText
        .nullable()
        .default(null)
        .describe("The text whose wording it was said of; the latest known on the day unless told"),
      holds: oneOrMore(relation).default([]).describe("What it asks of the timetable"),
      disputes: oneOrMore(idText)
        .default([])
        .describe("Entries of the record that it contests, such as an announced day"),
      interest: z.string().nullable().default(null).describe("The interest behind it, where somebody recorded one"),
      sources: z.array(idText).min(1),
      confirmed: z.boolean().default(true),
      room: room.nullable().default(null),
    }),
  ),
});
export type PositionsFile = z.output<typeof positionsFile>;

export const preferencesFile = z.strictObject({
  party: idText,
  "assessed-by": z.string().describe("Who assessed it; an assessment is never the party's own word"),
  on: day,
  from: z.string().describe("What it was assessed from"),
  room: room.nullable().default(null),
  orders: z
    .array(
      z.strictObject({
        issue: idText,
        order: z.array(oneOrMore(idText)).min(1).describe("Options from best to worst; a list inside is a tie"),
        because: z.string(),
      }),
    )
    .default([]),
  values: z
    .record(idText, z.record(idText, z.number().int()))
    .nullable()
    .default(null)
    .describe("Whole numbers for each option of each issue"),
  reservation: z.number().int().nullable().default(null).describe("The least it would accept, on the same scale"),
  "red-lines": z.array(choiceText).default([]),
  conditions: z.array(z.strictObject({ if: choiceText, then: choiceText })).default([]),
});
export type PreferencesFile = z.output<typeof preferencesFile>;
