import type { DraftBracketed, DraftInline, DraftParagraph } from "../../draft-text.ts";
import type { ProvisionKind, Status } from "../../model.ts";
import { readNumber } from "../text/numbering.ts";
import { attributesSource, idOf, statusPair } from "./attributes.ts";
import {
  guardedHeading,
  guardedLines,
  guardedLinesAfterFirst,
  guardedOption,
  labelledLine,
  type NumberPlace,
} from "./guard.ts";
import { footnoteLabel, inlineSource } from "./inlines.ts";
import { tableSource } from "./table.ts";
import { isFootnote } from "./writable.ts";

/** What is said or done because the rules would read something else. */
export interface Stated {
  /** True for a number whose words would make a heading of it, as in “B. Elections” after the heading “A. Money”. */
  readonly apart: boolean;
  readonly kind: ProvisionKind | null;
  readonly depth: number | null;
}

/** The source of one paragraph without its indentation. */
export interface Chunk {
  /** Its lines, attributes included where they stand at its end; without words, none. */
  readonly lines: readonly string[];
  /** Attributes that must stand on a division around it; null when none is needed. */
  readonly fence: string | null;
  /** Columns by which what stands inside it is indented; 0 when nothing is told by indentation. */
  readonly inside: number;
}

/** How long attributes at the end of a paragraph may be. */
const attributesLengthMax = 3900;

/** Writes a paragraph with its attributes. `around` asks for a division around it even where none is needed. */
export function chunkOf(paragraph: DraftParagraph, stated: Stated, around: boolean): Chunk {
  const options = optionsOf(paragraph);
  if (options !== null) return alternativesChunk(paragraph, options, stated);
  const said = attributesOf(paragraph, stated, paragraph.status);
  const apart = around || said.length > attributesLengthMax || said.indexOf("{", 1) > 0;
  const body = bodyOf(paragraph, { tail: apart || said === "" ? "" : ` ${said}`, apart: stated.apart });
  if (apart || body.lines.length === 0) return { ...body, fence: said === "" ? "{}" : said };
  return { ...body, lines: withAttributes(body.lines, said, paragraph.rows !== null), fence: null };
}

function attributesOf(paragraph: DraftParagraph, { kind, depth }: Stated, status: Status | null): string {
  const { id, classes, attributes } = paragraph;
  return attributesSource({
    id,
    classes,
    pairs: [
      ...(status === null ? [] : [statusPair(status)]),
      ...(kind === null ? [] : [["kind", kind] as const]),
      ...(depth === null ? [] : [["depth", `${depth}`] as const]),
      ...Object.entries(attributes).filter(([key]) => !["status", "kind", "depth"].includes(key)),
    ],
  });
}

function withAttributes(lines: readonly string[], said: string, isTable: boolean): readonly string[] {
  if (said === "") return lines;
  // A row of a table ends with its bar, so attributes have the line after it.
  if (isTable) return [...lines, said];
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ""} ${said}`];
}

/** Its words with their marks. */
function bodyOf(paragraph: DraftParagraph, place: Omit<NumberPlace, "inHeading">): Omit<Chunk, "fence"> {
  if (paragraph.rows !== null) return { lines: tableSource(paragraph.rows), inside: 0 };
  if (paragraph.headingLevel !== null) return { lines: [headingSource(paragraph, place)], inside: 0 };
  if (isFootnote(paragraph)) return { lines: footnoteSource(paragraph), inside: 0 };
  const words = inlineSource(paragraph.words);
  const line = paragraph.label === null ? null : labelledLine(paragraph.label, words, { inHeading: false, ...place });
  if (line !== null) return { lines: line.split("\n"), inside: insideOf(line + place.tail) };
  return { lines: words === "" ? [] : guardedLines(words).split("\n"), inside: 0 };
}

/** How far a line must be indented to stand inside this item, as the outline of a text has it. */
function insideOf(line: string): number {
  const length = readNumber(line, { inHeading: false })[0]?.length ?? 0;
  return Math.max(2, Math.min(length, 5));
}

function headingSource({ headingLevel, label, words }: DraftParagraph, place: Omit<NumberPlace, "inHeading">): string {
  const marks = "#".repeat(Math.max(1, Math.min(6, Math.trunc(headingLevel ?? 1) || 1)));
  const said = inlineSource(words);
  const line =
    label === null ? guardedHeading(said) : (labelledLine(label, said, { inHeading: true, ...place }) ?? said);
  return line === "" ? marks : `${marks} ${line}`;
}

function footnoteSource({ label, words }: DraftParagraph): string[] {
  const mark = `[^${footnoteLabel(label ?? "")}]:`;
  const said = guardedLinesAfterFirst(inlineSource(words));
  return (said === "" ? mark : `${mark} ${said}`).split("\n");
}

/** The bracket of whole paragraphs as alternatives: the only words, going by the id of the provision. */
export function optionsOf({ id, label, headingLevel, rows, words }: DraftParagraph): DraftBracketed | null {
  const [only, ...others] = words;
  if (id === null || label !== null || headingLevel !== null || rows !== null || others.length > 0) return null;
  return only?.kind === "bracket" && only.id === id ? only : null;
}

/** What the division of alternatives states, its bracket states too; a status of the paragraph alone stands around it. */
function alternativesChunk(paragraph: DraftParagraph, bracket: DraftBracketed, stated: Stated): Chunk {
  const own = bracket.status === null || bracket.status.kind === "proposed" ? null : bracket.status;
  const classes = ["alternatives", ...paragraph.classes.filter((name) => name !== "alternatives")];
  const said = attributesOf({ ...paragraph, classes }, stated, own);
  const around =
    own === null && paragraph.status !== null ? attributesSource({ pairs: [statusPair(paragraph.status)] }) : null;
  return { lines: [`:::: ${said}`, ...optionsSource(bracket), "::::"], fence: around, inside: 0 };
}

function optionsSource(bracket: DraftBracketed): string[] {
  return bracket.alternatives.flatMap(({ id, party, unworded, words }) => [
    `::: ${attributesSource({
      id: id === null || idOf(id) === "" ? null : id,
      classes: unworded ? ["option", "unworded"] : ["option"],
      pairs: party === null ? [] : [["party", party]],
    })}`,
    ...optionLines(words),
    ":::",
  ]);
}

/** A break between the words of an option parts its paragraphs. */
function optionLines(words: readonly DraftInline[]): string[] {
  if (words.length === 0) return [];
  const paragraphs: DraftInline[][] = [[]];
  words.forEach((piece, at) => {
    if (partsParagraphs(words, at)) paragraphs.push([]);
    else paragraphs.at(-1)?.push(piece);
  });
  return paragraphs
    .map((one) => guardedOption(inlineSource(one)))
    .join("\n\n")
    .split("\n");
}

function partsParagraphs(words: readonly DraftInline[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1];
  if (words[at]?.kind !== "break" || before?.kind === "break" || after?.kind === "break") return false;
  return !(before?.kind === "words" && /[ \t]$/u.test(before.text));
}
