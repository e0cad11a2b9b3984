import {
  type CivilDate,
  type DateExpression,
  type DateRelation,
  type Length,
  parseCivilDate,
  parseDateExpression,
  parseDateRelation,
  parseLength,
} from "@parley/calendar";
import { z } from "zod";

/** Written where the reader looked and the text does not say. */
const notStated = "not stated";

/** A value with the words it is written in; what cannot be read is a fault at its own place. */
function written<T>(read: (text: string) => T | null, fault: (text: string) => string, description: string) {
  return z
    .string()
    .transform((text, context): T => {
      const value = read(text);
      if (value !== null) return value;
      context.addIssue({ code: "custom", message: fault(text), input: text });
      return z.NEVER;
    })
    .meta({ description });
}

const words = z.string().trim().min(1, "this is empty");
const id = z
  .string()
  .regex(/^[\p{L}][\p{L}\p{N}._-]*$/u, "an id starts with a letter and has letters, digits, “.”, “_” and “-”");

const day = written<CivilDate>(
  parseCivilDate,
  (text) => `“${text}” is not a day that exists, written YYYY-MM-DD`,
  "A day, YYYY-MM-DD.",
);
const dateFault = (text: string): string =>
  `“${text}” is not a date: write a day that exists (2021-05-01), an event, or an event with a length (announcement + 14 months)`;
const expression = written<DateExpression | typeof notStated>(
  (text) => (isNotStated(text) ? notStated : parseDateExpression(text)),
  dateFault,
  "A day, an event, or an event plus or minus a length; or “not stated”.",
);
const date = z.union([expression, z.tuple([z.literal(notStated)]).transform((): typeof notStated => notStated)]);
const relation = written<DateRelation>(
  parseDateRelation,
  (text) => `“${text}” is not an order: write “<event> before|by|on|not before|after <date>” with days that exist`,
  "An event, how it stands (before, by, on, not before, after), and to what date.",
);

type Recurring = { kind: "every"; length: Length } | { kind: "continuous" } | typeof notStated;
const recurring = written<Recurring>(
  (text) => {
    if (isNotStated(text)) return notStated;
    if (text.trim() === "continuous") return { kind: "continuous" };
    const length = /^\s*every\s/u.test(text) ? parseLength(text.replace(/^\s*every\s+/u, "")) : null;
    return length === null || length.months + length.days + length.hours === 0 ? null : { kind: "every", length };
  },
  (text) => `“${text}” is not a recurrence: write “continuous” or “every 30 days”`,
  "“continuous” or “every <length>”.",
);

const share = written<{ numerator: number; denominator: number }>(
  (text) => {
    const match = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/u.exec(text);
    const [numerator, denominator] = [Number(match?.[1] ?? 1), Number(match?.[2] ?? 0)];
    return denominator === 0 || numerator > denominator ? null : { numerator, denominator };
  },
  (text) => `“${text}” is not a share between 0 and 1: write it as a fraction, such as 2/3`,
  "A fraction from 0 to 1, such as 2/3.",
);

const option = written<{ issue: string; option: string }>(
  (text) => {
    const match = /^\s*([^=\s]+)\s*=\s*([^=\s]+)\s*$/u.exec(text);
    return match === null ? null : { issue: match[1] ?? "", option: match[2] ?? "" };
  },
  (text) => `“${text}” is not a choice: write “issue=option”, such as transition-months=hcnr`,
  "issue=option",
);
const ifOption = z.union([option.transform((one) => [one]), z.array(option).min(1)]);

/** One id or a list of ids; "not stated" stands alone. */
const whom = z.union([words.transform((one) => [one]), z.array(words).min(1)]).superRefine((list, context) => {
  if (list.length > 1 && list.some(isNotStated))
    context.addIssue({ code: "custom", message: "“not stated” stands alone, without other names", input: list });
});
/** A text; a list of the single item "not stated" is taken as the same. */
const text = z.union([words, z.tuple([z.literal(notStated)]).transform((): typeof notStated => notStated)]);
const count = z.union([z.int().min(0).max(1_000_000), z.literal(notStated)]);

/** One id of the same reading, or a list of them. */
const ids = z.union([id.transform((one) => [one]), z.array(id).min(1)]);

const entry = { provision: words, "if-option": ifOption.optional(), source: words.optional() };

const commitment = z
  .strictObject({
    ...entry,
    id,
    words,
    by: whom.optional(),
    to: whom.optional(),
    shall: words.optional(),
    "shall-not": words.optional(),
    may: words.optional(),
    from: date.optional(),
    due: date.optional(),
    "due-rule": z.enum(["last-day-of-month", "first-day-of-next-month"]).optional(),
    event: id.optional(),
    recurring: recurring.optional(),
    if: text.optional(),
    "verified-by": whom.optional(),
    otherwise: text.optional(),
    after: ids.optional(),
    brings: ids.optional(),
    "brings-on": z.enum(["found", "alleged"]).optional(),
    power: z.enum(["suspend", "resume", "extend", "terminate", "waive"]).optional(),
    over: ids.optional(),
    phase: id.optional(),
    goal: text.optional(),
  })
  .superRefine((value, context) => {
    for (const [wanting, message] of misplaced(value))
      context.addIssue({ code: "custom", message, path: [wanting], input: value });
    const said = (["shall", "shall-not", "may"] as const).filter((force) => value[force] !== undefined);
    if (said.length === 1) return;
    const found = said.length === 0 ? "none is here" : `${said.map((force) => `“${force}”`).join(" and ")} are here`;
    context.addIssue({
      code: "custom",
      message: `a commitment has exactly one of “shall”, “shall-not” and “may”; ${found}`,
      input: value,
    });
  });

/** Keys that say something only beside another key. */
function* misplaced(value: {
  readonly may?: unknown;
  readonly power?: unknown;
  readonly over?: unknown;
  readonly brings?: unknown;
  readonly "brings-on"?: unknown;
}): Generator<readonly [key: string, message: string]> {
  if (value.power !== undefined && value.may === undefined)
    yield ["power", "a power is something that somebody may do: write it with “may”"];
  if (value.power !== undefined && value.over === undefined)
    yield ["power", "a power is over other commitments: name them in “over”"];
  if (value.over !== undefined && value.power === undefined)
    yield ["over", "“over” says what a power bears on: write “power” beside it"];
  if (value["brings-on"] !== undefined && value.brings === undefined)
    yield ["brings-on", "“brings-on” says when other commitments come into force: name them in “brings”"];
}

const phase = z.strictObject({
  ...entry,
  id,
  words,
  name: words,
  starts: date.optional(),
  ends: date.optional(),
  rule: z.enum(["last-day-of-month", "first-day-of-next-month"]).optional(),
  caretaker: ids.optional(),
  overrun: text.optional(),
});

const body = z.strictObject({
  ...entry,
  id,
  words,
  name: words,
  decides: z.enum(["advises", "decides", notStated]).optional(),
  seats: count.optional(),
  "named-by": z.union([z.literal(notStated), z.array(z.strictObject({ by: words, seats: count })).min(1)]).optional(),
  shares: z
    .array(z.strictObject({ of: words, share }))
    .min(1)
    .optional(),
  rule: text.optional(),
  chair: text.optional(),
  "reports-to": text.optional(),
});

const readingKeys = z.strictObject({
  reader: words,
  of: words,
  on: day,
  known: day.optional(),
  source: words.optional(),
  events: listOf(z.strictObject({ ...entry, id, means: words, provision: words.optional(), words: words.optional() })),
  commitments: listOf(commitment),
  phases: listOf(phase),
  dates: listOf(z.strictObject({ ...entry, id, words, holds: relation, says: words.optional() })),
  bodies: listOf(body),
  definitions: z.array(z.strictObject({ ...entry, words, term: words, means: words })).optional(),
  ceasefire: z
    .strictObject({
      ...entry,
      words: words.optional(),
      starts: text.optional(),
      area: text.optional(),
      prohibited: text.optional(),
      permitted: text.optional(),
      "monitored-by": text.optional(),
      disputes: text.optional(),
    })
    .optional(),
});

/** The file of a reading: keys as they are written, values already read. */
export const readingFileSchema = readingKeys.superRefine((reading, context) => {
  const commitments = new Set((reading.commitments ?? []).map((each) => each.id));
  const phases = new Set((reading.phases ?? []).map((each) => each.id));
  const named = (path: readonly (string | number)[], list: readonly string[] | undefined, known: Set<string>) => {
    for (const each of list ?? [])
      if (!known.has(each))
        context.addIssue({ code: "custom", message: `this reading has no “${each}”`, path: [...path], input: each });
  };
  (reading.commitments ?? []).forEach((each, index) => {
    for (const key of ["after", "brings", "over"] as const) named(["commitments", index, key], each[key], commitments);
    named(["commitments", index, "phase"], each.phase === undefined ? [] : [each.phase], phases);
  });
  (reading.phases ?? []).forEach((each, index) => {
    named(["phases", index, "caretaker"], each.caretaker, commitments);
  });
});

export type ReadingFile = z.output<typeof readingFileSchema>;

/** A list of entries, no two with the same id. */
function listOf<T extends z.ZodType<{ readonly id: string }>>(item: T) {
  return z
    .array(item)
    .superRefine((list, context) => {
      const seen = new Set<string>();
      list.forEach((each, index) => {
        if (seen.has(each.id))
          context.addIssue({
            code: "custom",
            message: `the id “${each.id}” is used twice in this list`,
            path: [index, "id"],
            input: each.id,
          });
        seen.add(each.id);
      });
    })
    .optional();
}

export function isNotStated(text: string): boolean {
  return text.trim().toLowerCase() === notStated;
}
