import type { DraftInline, DraftText } from "./draft-text.ts";
import { paragraphsOf } from "./internal/compose/draft-of.ts";
import { guardedHeading, guardedLines, guardedLinesAfterFirst } from "./internal/compose/guard.ts";
import { alternativeWords, inlineSource } from "./internal/compose/inlines.ts";
import { settledSource } from "./internal/compose/settle.ts";
import { tidyWords } from "./internal/compose/tidy.ts";
import { bulletStyle, readNumber } from "./internal/text/numbering.ts";
import type { Agreement } from "./model.ts";

export type { DraftAlternative, DraftBracketed, DraftInline, DraftParagraph, DraftText } from "./draft-text.ts";

/**
 * The source of a draft, as docs/spec/composing.md says: front matter in a fixed order, one blank line between
 * paragraphs, words escaped so that they read back as they are. What the format cannot hold takes its nearest form, and
 * no word is lost. The source is read back while it is written: up to ten times the cost of `parse`, linear.
 */
export function compose(draft: DraftText): string {
  return settledSource(draft);
}

/**
 * The number at the head of words where nobody marked it as one, by the rules of `parse`: "Article 3" of "Article 3.
 * Definitions", "3 bis." of "3 bis. The maps". Null where there is none; a bullet is none. `length` counts the number with
 * what parts it from the words, in UTF-16 code units. Linear.
 */
export function numberAtHead(
  words: string,
  where: "heading" | "paragraph",
): { readonly printed: string; readonly length: number } | null {
  const mark = readNumber(words, { inHeading: where === "heading" })[0];
  if (mark === undefined || mark.style === bulletStyle) return null;
  return { printed: mark.printed, length: mark.length };
}

/**
 * A text as a draft that can be composed: one paragraph for each provision of `allProvisions`, in the same order. Derived
 * ids are left out, so that they are derived again. Linear.
 */
export function draftTextOf(agreement: Agreement): DraftText {
  return { front: agreement.front, paragraphs: paragraphsOf(agreement) };
}

/**
 * The source of some words, escaped for where they will stand: the words of a paragraph with its breaks, of a heading on
 * one line, or of one alternative in a bracket. Used to rewrite one provision in place with `replaceWords`. Linear.
 */
export function composeWords(words: readonly DraftInline[], where: "paragraph" | "heading" | "bracket"): string {
  const source = inlineSource(tidyWords(words, where === "heading" ? "spaces" : "kept"));
  if (where === "heading") return guardedHeading(source);
  return where === "bracket" ? guardedLinesAfterFirst(alternativeWords(source)) : guardedLines(source);
}
