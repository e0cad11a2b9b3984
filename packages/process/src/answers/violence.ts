import { z } from "zod";
import { dateText, diagnosticSchema, headSchema, sourceSchema } from "./shared.ts";

const periodSchema = z.object({ from: dateText, to: dateText });
const interval = z.tuple([z.number(), z.number()]).nullable();
const toldSchema = z.object({ code: z.string(), text: z.string() });

/** Figures are null for a stretch with days that the file does not cover: no data, and no nought. */
const figuresSchema = z.object({
  periods: z.array(periodSchema),
  days: z.number().int(),
  daysNotCovered: z.number().int(),
  /** Records that touch the days: whole numbers, which do not add up over stretches. */
  events: z.number().int().nullable(),
  /** By share of days: these add up. */
  eventsSpread: z.number().nullable(),
  deaths: z.number().nullable(),
  deathsLow: z.number().nullable(),
  deathsHigh: z.number().nullable(),
  deathsPerDay: z.number().nullable(),
  eventsPerDay: z.number().nullable(),
  daysWithoutRecord: z.number().int().nullable(),
});

/** An agreed number has no days, events or deaths of its own. */
const baselineSchema = figuresSchema.partial().extend({
  kind: z.enum(["preceding", "stated", "same-days", "agreed"]),
  periods: z.array(periodSchema),
  days: z.number().int().nullable(),
  events: z.number().int().nullable(),
  deaths: z.number().nullable(),
  deathsPerDay: z.number().nullable(),
  eventsPerDay: z.number().nullable(),
});

const unlocatedSchema = z.object({ events: z.number().int(), deaths: z.number() });

/** One window held against its baseline: an indication, never a finding. */
export const assessmentSchema = z.object({
  /** The id and the name under which the folder keeps it; null for days asked. */
  id: z.string().nullable(),
  name: z.string().nullable(),
  province: z.string().nullable(),
  definition: z.object({
    types: z.array(z.string()).nullable(),
    daysMax: z.number().int(),
    multiDay: z.enum(["spread", "set-apart"]),
    deaths: z.enum(["best", "low", "high"]),
    outOfOrder: z.enum(["use-best", "keep-apart"]),
    countries: z.array(z.string()).nullable(),
    sentences: z.array(z.string()),
  }),
  /** What the agreement counts, where it is stated. */
  agreementCounts: z.enum(["deaths", "incidents"]).nullable(),
  window: figuresSchema,
  baseline: baselineSchema,
  /** 0.8 is a fall by 80%; below 0 a rise; null where none can be formed. */
  reduction: z.number().nullable(),
  interval,
  /** Which of the two intervals `interval` is. */
  headline: z.enum(["block-bootstrap", "negative-binomial"]).nullable(),
  confidence: z.number(),
  intervals: z.object({
    bootstrap: z.object({ reduction: interval, draws: z.number().int(), seed: z.number().int() }).nullable(),
    negativeBinomial: z.object({ reduction: interval, dispersion: z.number() }).nullable(),
  }),
  season: z.object({ years: z.array(z.number().int()), ratio: z.number(), reduction: z.number(), interval }).nullable(),
  target: z.string().nullable(),
  /** What the target comes to a day, against this baseline; null without one, and where incidents are counted. */
  targetPerDay: z.number().nullable(),
  indication: z.enum(["met", "not met", "cannot be told", "fell", "rose"]),
  /** The indication as a sentence, always called one. */
  sentence: z.string(),
  /** Deaths of longer records, in no figure, that would make the word another if all fell into this stretch; null where none would. */
  couldTurn: z
    .object({ overlapping: z.enum(["window", "baseline"]), records: z.number().int(), deaths: z.number() })
    .nullable(),
  reasons: z.array(toldSchema),
  /** Records too long for the definition: they are in no figure. Those that overlap the window or the baseline first. */
  setApart: z.array(
    z.object({
      id: z.string().nullable(),
      line: z.number().int(),
      from: dateText,
      to: dateText,
      days: z.number().int(),
      type: z.string(),
      place: z.string().nullable(),
      province: z.string().nullable(),
      deaths: z.number(),
      overlapsWindow: z.boolean(),
      overlapsBaseline: z.boolean(),
    }),
  ),
  setApartAll: z.object({ records: z.number().int(), deaths: z.number() }),
  /** Null where one province is asked of. */
  unlocated: z.object({ window: unlocatedSchema, baseline: unlocatedSchema.nullable() }).nullable(),
  caveats: z.array(toldSchema),
  /** Findings of bodies that adopt this indication, or decide otherwise. */
  findings: z.array(
    z.object({ id: z.string(), on: dateText, by: z.array(z.string()), outcome: z.string(), says: z.string() }),
  ),
  /** The body agreed to find whether a target was met; null where none is stated. */
  body: z.array(z.string()).nullable(),
});
export type AssessmentAnswer = z.infer<typeof assessmentSchema>;

const rateSchema = z.object({
  from: dateText,
  to: dateText,
  events: z.number(),
  deaths: z.number(),
  deathsPerDay: z.number(),
});

/** Events and deaths by share of days. */
const groupSchema = z.object({ events: z.number(), deaths: z.number(), deathsPerDay: z.number() });

/** The figures of one window, with the folder it was asked of; the head is null for a file by itself. */
export const violenceAnswerSchema = z.object({
  process: z.string().nullable(),
  title: z.string().nullable(),
  notice: z.string().nullable(),
  invented: z.boolean(),
  room: z.string().nullable(),
  asOf: dateText.nullable(),
  /** The answer in a sentence or two. */
  text: z.string(),
  /** How long ago the window ended, in words, where that is no news any more; null while it is, and for a file by itself. */
  age: z.string().nullable(),
  ...assessmentSchema.shape,
  /** The file that was counted, and where it comes from. */
  data: z.object({
    id: z.string().nullable(),
    name: z.string(),
    file: z.string(),
    source: sourceSchema.nullable(),
    attribution: z.string().nullable(),
    format: z.string(),
    days: periodSchema.nullable(),
    rows: z.number().int(),
    unreadable: z.number().int(),
    apart: z.array(z.object({ code: z.string(), records: z.number().int(), deaths: z.number() })),
    fatalOnly: z.boolean(),
    /** True where only derived daily figures are kept, so that the definition cannot be changed. */
    derived: z.boolean(),
    /** Of a file by itself: rows that could not be read and records kept apart, a hundred of each kind at most. */
    findings: z.array(diagnosticSchema),
  }),
  /** What the groups are, where they were asked for: "province", "actor", "actors" (the pair) or "type". */
  by: z.enum(["province", "actor", "actors", "type"]).nullable(),
  /** The window and its baseline by group, the most deaths first, groups without any left out; empty unless asked for. */
  groups: z.array(z.object({ name: z.string(), window: groupSchema, baseline: groupSchema.nullable() })),
  /** Other files of the folder. */
  files: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Other windows that the folder names. */
  others: z.array(assessmentSchema),
});
export type ViolenceAnswer = z.infer<typeof violenceAnswerSchema>;

const incidentSchema = z.object({
  id: z.string(),
  on: dateText,
  where: z.string().nullable(),
  by: z.array(z.string()),
  against: z.array(z.string()),
  says: z.string(),
  /** How far it has come: each a step of its own, by somebody else. */
  step: z.enum([
    "alleged",
    "reported",
    "verified",
    "not confirmed",
    "inconclusive",
    "found",
    "found not so",
    "attributed",
  ]),
  /** What came of the last verification by somebody else; null where nobody went to see. */
  verification: z.enum(["confirmed", "not confirmed", "inconclusive"]).nullable(),
  verifiedBy: z.array(z.string()),
  foundBy: z.array(z.string()),
  attributedTo: z.array(z.string()),
  attributionWithheld: z.boolean(),
  disputed: z.boolean(),
  sources: z.array(sourceSchema),
});

/** The page of the ceasefire: figures as series and map, and beside them what monitors recorded. */
export const ceasefireAnswerSchema = z.object({
  ...headSchema.shape,
  text: z.string(),
  violence: violenceAnswerSchema.nullable(),
  /** Why there are no figures, and the one thing to do; null where there are. */
  empty: z.string().nullable(),
  /** Deaths and events by day, up to the as-of day; of one province where one is asked of. */
  days: z.array(rateSchema),
  weeks: z.array(rateSchema),
  gaps: z.array(z.object({ from: dateText, to: dateText, days: z.number().int() })),
  /** Figures of the window and its baseline by province, the highest first; the row of what has no province last. */
  provinces: z.array(
    z.object({
      name: z.string(),
      window: groupSchema,
      baseline: groupSchema.nullable(),
      /** The outline on a grid 1,000 wide, as the path of a picture; null without a map. */
      outline: z.string().nullable(),
    }),
  ),
  map: z.object({ width: z.number(), height: z.number() }).nullable(),
  incidents: z.array(incidentSchema),
  /** Incidents recorded, and how many of them came so far as each step; denials of access and weeks without an incident beside them. */
  recorded: z.object({
    incidents: z.number().int(),
    verified: z.number().int(),
    found: z.number().int(),
    attributed: z.number().int(),
    denials: z.number().int(),
    nilWeeks: z.number().int(),
  }),
  denials: z.array(
    z.object({
      id: z.string(),
      on: dateText,
      by: z.array(z.string()),
      to: z.array(z.string()),
      where: z.string().nullable(),
      says: z.string(),
    }),
  ),
  nilReports: z.array(
    z.object({ id: z.string(), by: z.array(z.string()), weeks: z.array(dateText), where: z.string().nullable() }),
  ),
});
export type CeasefireAnswer = z.infer<typeof ceasefireAnswerSchema>;
