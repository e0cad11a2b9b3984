import {
  type Agreement,
  allProvisions,
  type DraftInline,
  type DraftParagraph,
  draftTextOf,
  type Provision,
} from "@parley/agreement";
import type { Label } from "@parley/documents";
import { labelsOf } from "./labels.ts";
import { separatorAfter } from "./printed-number.ts";

/** A provision on its way to paper: the paragraph that holds it, and the words before anything is tracked in them. */
export interface LaidOut {
  readonly provision: Provision;
  readonly draft: DraftParagraph;
  readonly label: Label | null;
  /** The number each footnote of the draft goes by on paper, by its label. */
  readonly footnotes: ReadonlyMap<string, string>;
}

/** The provisions of a draft in reading order, each with its paragraph and its number as a word processor counts it. */
export function layOut(agreement: Agreement): LaidOut[] {
  const provisions = allProvisions(agreement);
  const drafts = draftTextOf(agreement).paragraphs;
  const parents = parentsOf(agreement.provisions);
  const labels = labelsOf(
    provisions.map((provision, index) => {
      const text = drafts[index]?.label ?? null;
      if (text === null || provision.kind === "footnote") return null;
      const above = parents.get(provision) ?? [];
      const numbered = above.filter(({ number, heading }) => number !== null && heading === null).length;
      const printed = `${text}${provision.number === text ? separatorAfter(agreement, provision) : ""}`;
      return { text: printed, parent: above.at(-1)?.id ?? "", level: numbered };
    }),
  );
  const footnotes = numberFootnotes(drafts.map((draft) => ({ draft })));
  return provisions.flatMap((provision, index) => {
    const draft = drafts[index];
    return draft === undefined ? [] : [{ provision, draft, label: labels[index] ?? null, footnotes }];
  });
}

/** Word processors number footnotes; each label gets the number of its first mark, by label. */
export function numberFootnotes(laid: readonly Pick<LaidOut, "draft">[]): Map<string, string> {
  const numbers = new Map<string, string>();
  const give = (label: string): void => {
    if (!numbers.has(label)) numbers.set(label, String(numbers.size + 1));
  };
  const visit = (words: readonly DraftInline[]): void => {
    for (const inline of words) {
      if (inline.kind === "footnote-mark") give(inline.label);
      if (inline.kind === "bracket") for (const alternative of inline.alternatives) visit(alternative.words);
    }
  };
  for (const { draft } of laid) for (const words of [draft.words, ...(draft.rows ?? []).flat()]) visit(words);
  for (const { draft } of laid) if (draft.kind === "footnote" && draft.label !== null) give(draft.label);
  return numbers;
}

/** What each provision stands under, outermost first. */
function parentsOf(provisions: readonly Provision[]): Map<Provision, readonly Provision[]> {
  const parents = new Map<Provision, readonly Provision[]>();
  const visit = (siblings: readonly Provision[], above: readonly Provision[]): void => {
    for (const provision of siblings) {
      parents.set(provision, above);
      visit(provision.children, [...above, provision]);
    }
  };
  visit(provisions, []);
  return parents;
}
