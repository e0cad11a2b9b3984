import type { DraftAlternative, DraftInline, DraftParagraph } from "../../draft-text.ts";
import type { Agreement, Alternative, Bracket, Inline, Provision, Status } from "../../model.ts";
import { linesFrom } from "../text/lines.ts";
import { isDelimiterRow, isPlainRow } from "../text/plain-lines.ts";
import { cellsOf } from "./cells.ts";
import { tidyWords } from "./tidy.ts";

/** A provision as a paragraph, and the provisions under it after it. */
export function paragraphsOf(agreement: Agreement): DraftParagraph[] {
  const hasDoubles = agreement.diagnostics.some(({ code }) => code === "duplicate-id");
  const reading: Reading = { agreement, givesId: ({ id, derived }) => !derived || (hasDoubles && /~\d+$/u.test(id)) };
  const found: DraftParagraph[] = [];
  const visit = (siblings: readonly Provision[], above: Above): void => {
    for (const provision of siblings) {
      const paragraph = paragraphOf(reading, provision, above);
      found.push(paragraph);
      visit(provision.children, {
        depth: above.depth + 1,
        level: paragraph.headingLevel ?? above.level,
        status: provision.status,
      });
    }
  };
  visit(agreement.provisions, { depth: 0, level: 0, status: { kind: "proposed" } });
  return found;
}

interface Reading {
  readonly agreement: Agreement;
  /**
   * True for an id that the text gives. Of two provisions with one id the second goes by another, and keeps that one:
   * it cannot be derived anew.
   */
  readonly givesId: (named: { readonly id: string; readonly derived: boolean }) => boolean;
}

interface Above {
  readonly depth: number;
  /** The number of # of the heading above, 0 for none. */
  readonly level: number;
  readonly status: Status;
}

function paragraphOf(reading: Reading, provision: Provision, { depth, level, status }: Above): DraftParagraph {
  const { agreement } = reading;
  const isTable = isWrittenAsTable(agreement.source, provision);
  return {
    id: reading.givesId(provision) ? provision.id : null,
    kind: provision.kind,
    headingLevel: provision.heading === null ? null : levelOf(agreement, provision, level),
    label: provision.number,
    words: isTable ? [] : provision.words.map((piece) => draftInline(reading, piece, provision)),
    rows: isTable
      ? cellsOf(agreement, provision).map((row) =>
          row.map((cell) =>
            tidyWords(
              cell.map((piece) => draftInline(reading, piece, provision)),
              "spaces",
            ),
          ),
        )
      : null,
    status: isSameStatus(provision.status, status) ? null : provision.status,
    attributes: provision.attributes,
    classes: provision.classes,
    depth,
  };
}

/** By its lines, since a class may say that a paragraph is a table, or that a table is a note. */
function isWrittenAsTable(source: string, provision: Provision): boolean {
  if (provision.heading !== null || provision.number !== null) return false;
  const { start, end } = provision.ownSpan;
  const [head, rule] = linesFrom(source.slice(start, end), 0);
  if (head === undefined) return false;
  if (head.text.includes("|") && isDelimiterRow(rule)) return true;
  // Right under a number that waits for its title, a row without a rule is words, and its outer bars are too.
  return isPlainRow(head) && provision.words[0]?.span.start !== start;
}

/** The number of # before it; a heading without them stands one below the heading above. */
function levelOf({ source, provisions }: Agreement, provision: Provision, above: number): number {
  const { start } = provision.span;
  const marks = /^#{1,6}(?=[ \t\r\n]|$)/u.exec(source.slice(start, start + 8))?.[0];
  const level = marks?.length ?? Math.min(above + 1, 6);
  const mayBeTitle = provision === provisions[0] && provision.number === null && provision.derived;
  // The first heading with one # would be the title, and this one was underlined with hyphens and is not.
  return mayBeTitle && provision.id !== "title" ? Math.max(level, 2) : level;
}

/** True for one status, the same sides in the same order included. */
export function isSameStatus(one: Status, other: Status): boolean {
  if (one.kind !== other.kind) return false;
  const whom = "whom" in one ? one.whom : [];
  const others = "whom" in other ? other.whom : [];
  return whom.length === others.length && whom.every((name, order) => name === others[order]);
}

function draftInline(reading: Reading, piece: Inline, provision: Provision): DraftInline {
  switch (piece.kind) {
    case "words":
      return { kind: "words", text: piece.text, emphasis: piece.emphasis };
    case "ambiguity":
      return { kind: "ambiguity", text: piece.text };
    case "reference":
      return { kind: "reference", text: piece.text, target: piece.target };
    case "footnote-mark":
      return { kind: "footnote-mark", label: piece.label };
    case "break":
      return { kind: "break" };
    case "bracket":
      return draftBracket(reading, piece, provision);
  }
}

function draftBracket(reading: Reading, bracket: Bracket, provision: Provision): DraftInline {
  const { id, status, alternatives } = bracket;
  const wholeParagraphs = String(id) === String(provision.id);
  const given = alternatives.map((alternative, order) => draftAlternative(reading, alternative, order, provision));
  const blank = !wholeParagraphs && given.length === 1 && given.every(saysNothing);
  return {
    kind: "bracket",
    id: reading.givesId(bracket) ? id : null,
    status: status.kind === "proposed" ? null : status,
    alternatives: blank ? [] : given,
  };
}

function saysNothing({ id, party, unworded, words }: DraftAlternative): boolean {
  return id === null && party === null && !unworded && words.length === 0;
}

function draftAlternative(
  reading: Reading,
  { id, party, unworded, words }: Alternative,
  order: number,
  provision: Provision,
): DraftAlternative {
  return {
    id: id === `${order + 1}` ? null : id,
    party,
    unworded,
    words: words.map((piece) => draftInline(reading, piece, provision)),
  };
}
