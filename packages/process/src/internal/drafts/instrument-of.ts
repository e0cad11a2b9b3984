import type { Agreement, DraftInline, DraftParagraph, DraftText, Inline, Provision } from "@parley/agreement";
import type { Instrument, InstrumentInline, InstrumentProvision } from "@parley/documents";
import { separatorAfter } from "./printed-number.ts";

/** A draft as a plain tree, for a format that knows what a provision is. Linear. */
export function instrumentOf(agreement: Agreement): Instrument {
  const treeOf = (provision: Provision): InstrumentProvision => {
    const { id, derived, kind, number, heading, words, status, attributes, classes, children } = provision;
    return {
      id,
      derived,
      kind,
      number,
      separator: separatorAfter(agreement, provision),
      heading: heading !== null,
      words: words.map(inlineOf),
      status,
      attributes,
      classes,
      children: children.map(treeOf),
    };
  };
  return { front: agreement.front, provisions: agreement.provisions.map(treeOf) };
}

function inlineOf(inline: Inline): InstrumentInline {
  switch (inline.kind) {
    case "words":
      return { kind: "words", text: inline.text, emphasis: inline.emphasis };
    case "ambiguity":
      return { kind: "ambiguity", text: inline.text };
    case "reference":
      return { kind: "reference", text: inline.text, target: inline.target };
    case "footnote-mark":
      return { kind: "footnote-mark", label: inline.label };
    case "break":
      return { kind: "break" };
    case "bracket":
      return {
        kind: "bracket",
        id: inline.id,
        derived: inline.derived,
        blank: inline.blank,
        status: inline.status,
        alternatives: inline.alternatives.map(({ id, party, unworded, words }) => ({
          id,
          party,
          unworded,
          words: words.map(inlineOf),
        })),
      };
  }
}

/** A plain tree as the paragraphs of a draft, in reading order. Linear. */
export function draftOfInstrument({ front, provisions }: Instrument): DraftText {
  const paragraphs: DraftParagraph[] = [];
  const visit = (
    siblings: readonly InstrumentProvision[],
    depth: number,
    inherited: InstrumentProvision["status"] | null,
  ): void => {
    for (const provision of siblings) {
      paragraphs.push(paragraphOf(provision, depth, inherited));
      visit(provision.children, depth + 1, provision.status);
    }
  };
  visit(provisions, 0, null);
  return { front, paragraphs };
}

const headingLevelMax = 6;

function paragraphOf(
  provision: InstrumentProvision,
  depth: number,
  inherited: InstrumentProvision["status"] | null,
): DraftParagraph {
  const { id, derived, kind, number, separator, heading, words, status, attributes, classes } = provision;
  const own = words.map(draftInline);
  const stated = inherited === null ? status.kind !== "proposed" : JSON.stringify(status) !== JSON.stringify(inherited);
  return {
    id: derived ? null : id,
    kind,
    headingLevel: heading ? Math.min(depth + 1, headingLevelMax) : null,
    label: number === null ? null : `${number}${separator}`,
    words: kind === "table" ? [] : own,
    rows: kind === "table" ? rowsOf(own) : null,
    status: stated ? status : null,
    attributes,
    classes,
    depth,
  };
}

/** A table's words have a break between rows and a bar between cells. */
function rowsOf(words: readonly DraftInline[]): DraftInline[][][] {
  const rows: DraftInline[][][] = [[[]]];
  for (const inline of words) {
    if (inline.kind === "break") {
      rows.push([[]]);
      continue;
    }
    const parts = inline.kind === "words" ? inline.text.split(/\s*\|\s*/u) : [];
    if (inline.kind !== "words") rows.at(-1)?.at(-1)?.push(inline);
    parts.forEach((text, index) => {
      if (index > 0) rows.at(-1)?.push([]);
      if (text !== "" && inline.kind === "words")
        rows
          .at(-1)
          ?.at(-1)
          ?.push({ ...inline, text });
    });
  }
  return rows;
}

function draftInline(inline: InstrumentInline): DraftInline {
  if (inline.kind !== "bracket") return inline;
  const { id, derived, status, alternatives } = inline;
  return {
    kind: "bracket",
    id: derived ? null : id,
    status: status.kind === "proposed" ? null : status,
    alternatives: alternatives.map((alternative, index) => ({
      id: alternative.id === String(index + 1) ? null : alternative.id,
      party: alternative.party,
      unworded: alternative.unworded,
      words: alternative.words.map(draftInline),
    })),
  };
}
