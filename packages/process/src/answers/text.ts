import { z } from "zod";
import { changeSchema } from "./compare.ts";
import { positionSchema } from "./positions.ts";
import { headSchema, sourceSchema } from "./shared.ts";

/** A piece of a provision's words, ready to be shown. */
export type PieceAnswer =
  | { kind: "words"; text: string; emphasis: "none" | "emphasis" | "strong" }
  | { kind: "ambiguity"; text: string }
  | { kind: "reference"; text: string; target: string }
  | { kind: "footnote-mark"; text: string }
  | { kind: "break" }
  | {
      kind: "bracket";
      id: string;
      blank: boolean;
      status: string;
      alternatives: { id: string; party: string | null; unworded: boolean; pieces: PieceAnswer[] }[];
    };

const pieceSchema: z.ZodType<PieceAnswer> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("words"), text: z.string(), emphasis: z.enum(["none", "emphasis", "strong"]) }),
      z.object({ kind: z.literal("ambiguity"), text: z.string() }),
      z.object({ kind: z.literal("reference"), text: z.string(), target: z.string() }),
      z.object({ kind: z.literal("footnote-mark"), text: z.string() }),
      z.object({ kind: z.literal("break") }),
      z.object({
        kind: z.literal("bracket"),
        id: z.string(),
        blank: z.boolean(),
        status: z.string(),
        alternatives: z.array(
          z.object({
            id: z.string(),
            party: z.string().nullable(),
            unworded: z.boolean(),
            pieces: z.array(pieceSchema),
          }),
        ),
      }),
    ]),
  )
  .meta({ id: "Piece" });

/** What somebody takes a provision to require, with the words it rests on. */
const readingNoteSchema = z.object({
  reader: z.string(),
  kind: z.enum(["commitment", "date", "body", "definition", "ceasefire"]),
  text: z.string(),
  words: z.string(),
  /** True when the words it quotes are no longer in the text. */
  stale: z.boolean(),
  source: sourceSchema.nullable(),
});

const provisionAnswerSchema = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  heading: z.string().nullable(),
  /** 0 for the top; children follow their parent. */
  depth: z.number().int(),
  status: z.string(),
  pieces: z.array(pieceSchema),
  readings: z.array(readingNoteSchema),
  positions: z.array(positionSchema),
  /** The change against the draft it is compared with, if any. */
  change: changeSchema.nullable(),
});
export type ProvisionAnswer = z.infer<typeof provisionAnswerSchema>;

const versionsSchema = z.object({
  /** How far they agree, in one sentence. */
  text: z.string(),
  languages: z.array(
    z.object({
      language: z.string(),
      name: z.string(),
      file: z.string(),
      title: z.string().nullable(),
      direction: z.enum(["ltr", "rtl"]),
      prevails: z.boolean(),
    }),
  ),
  rows: z.array(
    z.object({
      provision: z.string(),
      /** One for each language, in their order; null where that version lacks the provision. */
      cells: z.array(
        z.object({ number: z.string().nullable(), heading: z.boolean(), pieces: z.array(pieceSchema) }).nullable(),
      ),
      findings: z.array(
        z.object({
          code: z.string(),
          severity: z.enum(["error", "warning", "note"]),
          text: z.string(),
          help: z.string(),
        }),
      ),
    }),
  ),
  /** What is not about one provision. */
  findings: z.array(
    z.object({ code: z.string(), severity: z.enum(["error", "warning", "note"]), text: z.string(), help: z.string() }),
  ),
});
export type VersionsAnswer = z.infer<typeof versionsSchema>;

export const textAnswerSchema = z.object({
  ...headSchema.shape,
  /** The answer in one sentence: what is open, agreed, proposed. */
  text: z.string(),
  draft: z.object({
    id: z.string(),
    name: z.string(),
    file: z.string(),
    kind: z.string(),
    title: z.string(),
    notice: z.string().nullable(),
    drafter: z.string(),
    date: z.string().nullable(),
    stage: z.string().nullable(),
    language: z.string(),
    direction: z.enum(["ltr", "rtl"]),
    basis: z.string(),
    source: sourceSchema.nullable(),
  }),
  provisions: z.array(provisionAnswerSchema),
  counts: z.object({ provisions: z.number().int(), brackets: z.number().int(), blanks: z.number().int() }),
  /** Every text known by the day, for choosing and comparing. */
  texts: z.array(
    z.object({ id: z.string(), name: z.string(), kind: z.string(), date: z.string().nullable(), by: z.string() }),
  ),
  comparedWith: z.string().nullable(),
  /** Provisions of the other draft that this one does not have. */
  deleted: z.array(changeSchema),
  /** The other languages this text is in, by name. */
  languages: z.array(z.string()),
  /** The language versions beside each other; null unless asked for, or where there is one language only. */
  versions: versionsSchema.nullable(),
});
export type TextAnswer = z.infer<typeof textAnswerSchema>;
