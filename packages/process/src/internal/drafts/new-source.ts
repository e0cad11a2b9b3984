import {
  type Agreement,
  allProvisions,
  compose,
  type DraftParagraph,
  type DraftText,
  draftTextOf,
  parse,
} from "@parley/agreement";
import type { TakenParagraph } from "./taking.ts";

/**
 * The source of the new draft. What nobody touched keeps its source character for character; should an edit in place not
 * read back as what was taken, the whole draft is written anew instead, so that no word is ever lost. Linear.
 */
export function newSource(sent: Agreement, taken: readonly TakenParagraph[]): string {
  if (taken.every(({ kind }) => kind === "kept")) return sent.source;
  const front = draftTextOf(sent).front;
  const paragraphs = taken.flatMap((each) => (each.kind === "taken-out" ? [] : [each.paragraph]));
  const anew = compose({ front, paragraphs });
  const edited = editInPlace(sent, taken);
  return edited !== null && sameWords(edited, anew, sent.file) ? edited : anew;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function editInPlace(sent: Agreement, taken: readonly TakenParagraph[]): string | null {
  const provisions = new Map(allProvisions(sent).map((provision) => [provision.id as string, provision]));
  const edits: Edit[] = [];
  let after = bodyStart(sent);
  for (const each of taken) {
    if (each.kind === "new") {
      edits.push({ start: after, end: after, text: `\n\n${alone(each.paragraph)}` });
      continue;
    }
    const own = provisions.get(each.provision)?.ownSpan;
    if (own === undefined) return null;
    const words = sent.source.slice(own.start, own.end);
    const end = own.start + words.trimEnd().length;
    if (each.kind === "reworded") edits.push({ start: own.start, end, text: alone(each.paragraph) });
    if (each.kind === "taken-out") edits.push({ start: own.start, end: own.end, text: "" });
    after = end;
  }
  return applied(sent.source, edits);
}

/** Where the words begin: right before the first provision. */
function bodyStart({ provisions, source }: Agreement): number {
  return provisions[0]?.ownSpan.start ?? source.length;
}

/** One paragraph as it is written when it stands alone. */
function alone(paragraph: DraftParagraph): string {
  return compose({ front: emptyFront, paragraphs: [paragraph] }).trim();
}

const emptyFront: DraftText["front"] = {
  title: null,
  notice: null,
  reconstruction: false,
  drafter: null,
  stage: null,
  date: null,
  parties: [],
  basisAcceptedBy: [],
  language: null,
  authenticLanguages: [],
  prevailingLanguage: null,
  revises: null,
  other: {},
};

/** Null when two edits touch the same words. */
function applied(source: string, edits: readonly Edit[]): string | null {
  let out = "";
  let at = 0;
  for (const { start, end, text } of edits) {
    if (start < at) return null;
    out += source.slice(at, start) + text;
    at = end;
  }
  return `${out}${source.slice(at)}`.replace(/\n{3,}/gu, "\n\n");
}

/** Whether two sources hold the same provisions in the same words. */
function sameWords(a: string, b: string, file: string): boolean {
  const told = (source: string) =>
    JSON.stringify(
      draftTextOf(parse({ file, source })).paragraphs.map(({ label, words, rows, id }) => ({ id, label, words, rows })),
    );
  return told(a) === told(b);
}
