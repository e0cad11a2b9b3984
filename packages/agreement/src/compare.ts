import { align } from "./internal/compare/align.ts";
import { orderedChanges } from "./internal/compare/in-order.ts";
import { outline } from "./internal/compare/outline.ts";
import { pairChanges } from "./internal/compare/pair-changes.ts";
import type { Agreement, BracketId, ProvisionId } from "./model.ts";

/** What can happen to a provision, or to a bracket in it, from one draft to the next. */
export type ChangeKind =
  | "unchanged"
  | "reworded"
  | "moved"
  | "renumbered"
  | "split"
  | "merged"
  | "added"
  | "deleted"
  | "bracket-opened"
  | "bracket-filled"
  | "bracket-cleaned"
  | "option-added"
  | "option-removed";

/** A provision on one side: its own words without those of its children, whitespace folded, brackets shown. */
export interface Side {
  readonly id: ProvisionId;
  readonly number: string | null;
  readonly text: string;
}

/** A stretch of words. The same and the removed ones in order give the earlier text, the same and the added ones the later. */
export interface WordChange {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** The wording a change of a bracket is about; its id is null when no alternative of the bracket had these words. */
export interface ChangedOption {
  readonly id: string | null;
  readonly party: string | null;
  readonly text: string;
}

/** One change. A provision may have several; a split has one for each piece, a merger one for each part. */
export interface Change {
  readonly kind: ChangeKind;
  /** The provision in the later text; in the earlier one when it was deleted. */
  readonly provision: ProvisionId;
  readonly before: Side | null;
  readonly after: Side | null;
  /** For "reworded", "split" and "merged": from the earlier side's text to the later side's. */
  readonly words?: readonly WordChange[];
  /** For changes of a bracket and of its options. */
  readonly bracket?: BracketId;
  /** The wording that filled, was cleaned, was bracketed, was added or was removed. */
  readonly option?: ChangedOption;
  /** The drafter of the later text, or the party whose wording it is. */
  readonly proposedBy: string | null;
}

/**
 * What changed from one text to another, in the order of the later text; a deleted provision stands where it stood.
 * Provisions are matched by lasting id, then by equal words, then by derived id or number with like words, then by
 * like words alone. Nothing for equal texts, unless `all` asks for the unchanged as well. Never throws. Near to linear in
 * the number of provisions; the word diff of a provision is bounded, and shown as one replacement beyond that.
 */
export function compare(
  { before, after }: { readonly before: Agreement; readonly after: Agreement },
  { all = false }: { readonly all?: boolean } = {},
): Change[] {
  const languages = [before.front.language, after.front.language].filter((language) => language !== null).sort();
  const language = languages[0] ?? null;
  const [b, a] = [outline(before, language), outline(after, language)];
  // Choices between equally good matches are made in one fixed direction, so that both directions tell one story.
  const alignment = before.source <= after.source ? align(b, a) : align(a, b).reversed();
  const changes = pairChanges({ before: b, after: a, alignment, drafter: after.front.drafter });
  return orderedChanges(changes, alignment).filter((change) => all || change.kind !== "unchanged");
}
