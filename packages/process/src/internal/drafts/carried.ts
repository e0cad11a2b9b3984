import {
  type Agreement,
  allBrackets,
  cleanText,
  compose,
  type DraftParagraph,
  type FrontMatter,
  type ProvisionKind,
  parse,
  type Status,
} from "@parley/agreement";
import { z } from "zod";
import { anchorOf } from "./anchors.ts";
import { type LaidOut, numberFootnotes } from "./lay-out.ts";
import type { Unseen, UnseenBracket } from "./words.ts";

/** What of a draft no reader of the page sees: its front matter, and the marks of its provisions and brackets. */
export interface Carried extends Unseen {
  readonly front: FrontMatter;
  readonly provisions: ReadonlyMap<string, CarriedProvision>;
}

/** Keyed by its bookmark. */
export type CarriedProvision = Pick<
  DraftParagraph,
  "id" | "kind" | "headingLevel" | "status" | "attributes" | "classes" | "depth"
>;

/** Raised when what is carried changes its shape; an older one is left aside and the page alone is read. */
const version = 2;

export function carry(agreement: Agreement, laid: readonly LaidOut[]): string {
  const provisions = laid.map(({ provision, draft }) => {
    const { id, kind, headingLevel, status, attributes, classes, depth } = draft;
    return [anchorOf("provision", provision.id), { id, kind, headingLevel, status, attributes, classes, depth }];
  });
  const brackets = allBrackets(agreement).map(({ bracket }): [string, UnseenBracket] => [
    anchorOf("bracket", bracket.id),
    {
      id: bracket.derived ? null : bracket.id,
      status: bracket.status.kind === "proposed" ? null : bracket.status,
      alternatives: bracket.alternatives.map((alternative, index) => ({
        id: alternative.id === String(index + 1) ? null : alternative.id,
        party: alternative.party,
        unworded: alternative.unworded,
        text: `${alternative.party === null ? "" : `${alternative.party}: `}${cleanText(alternative.words)}`.trim(),
      })),
    },
  ]);
  const footnotes = [...numberFootnotes(laid)].map(([label, id]) => [id, label]);
  return JSON.stringify({ version, front: frontSource(agreement.front), provisions, brackets, footnotes });
}

/** The front matter goes as its own source: JSON has no negative zero, no infinity and no "not a number". */
function frontSource(front: FrontMatter): string {
  return compose({ front, paragraphs: [] });
}

const statusShape = z.custom<Status>(
  (value) => typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string",
);
const words = z.array(z.string());

const shape = z.object({
  version: z.literal(version),
  front: z.string(),
  provisions: z.array(
    z.tuple([
      z.string(),
      z.object({
        id: z.string().nullable(),
        kind: z.string().nullable(),
        headingLevel: z.number().int().min(1).max(6).nullable(),
        status: statusShape.nullable(),
        attributes: z.record(z.string(), z.string()),
        classes: words,
        depth: z.number().int().min(0).nullable(),
      }),
    ]),
  ),
  brackets: z.array(
    z.tuple([
      z.string(),
      z.object({
        id: z.string().nullable(),
        status: statusShape.nullable(),
        alternatives: z.array(
          z.object({
            id: z.string().nullable(),
            party: z.string().nullable(),
            unworded: z.boolean(),
            text: z.string(),
          }),
        ),
      }),
    ]),
  ),
  footnotes: z.array(z.tuple([z.string(), z.string()])),
});

/** What a file carried, or null when it carries nothing, or something that is not ours: then the page alone is read. */
export function readCarried(text: string | null): Carried | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const read = shape.safeParse(value);
  if (!read.success) return null;
  const { front, provisions, brackets, footnotes } = read.data;
  return {
    front: parse({ file: "front matter", source: front }).front,
    provisions: new Map(
      provisions.map(([name, provision]) => [name, { ...provision, kind: provision.kind as ProvisionKind | null }]),
    ),
    brackets: new Map(brackets),
    footnotes: new Map(footnotes),
  };
}
