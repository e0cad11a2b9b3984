import { compose, type DraftParagraph, type DraftText, type FrontMatter } from "@parley/agreement";
import type { Manuscript } from "@parley/documents";
import { anchored } from "./anchors.ts";
import { type Carried, type CarriedProvision, readCarried } from "./carried.ts";
import { chiefRun, earlierTokens, type Run, runsOf, type Stood, stoodOf } from "./stream.ts";
import { parted, type Token, textOfTokens, trimmed } from "./tokens.ts";
import { typedNumber, withoutHead } from "./typed-number.ts";
import { nothingUnseen, wordsOfTokens } from "./words.ts";

/** A draft read from a file as it was before its tracked changes, and the paragraphs of the file it came from. */
export interface EarlierDraft {
  readonly source: string;
  /** One for each paragraph of the source, in order. */
  readonly stood: readonly Stood[];
}

/**
 * The source of the draft a file holds, as it stood before its tracked changes. Our bookmarks and what the file carries
 * unseen are used where they are left; without them the page alone is read. Linear.
 */
export function earlierDraft(manuscript: Manuscript): EarlierDraft {
  const carried = readCarried(manuscript.carried);
  const all = stoodOf(runsOf(manuscript)).filter((stood) => !isEmpty(stood));
  const head = new Set(all.filter(isHead));
  const stood = all.filter((each) => !head.has(each));
  const paragraphs = stood.map((each) => draftParagraph(each, carried));
  const draft: DraftText = { front: frontOf(manuscript, carried, [...head]), paragraphs };
  return { source: compose(draft), stood };
}

/** The title and the notice are printed from the front matter and are no provisions. */
export function isHead(stood: Stood): boolean {
  const names = anchorsIn(stood);
  if (names.some((name) => ["title", "notice"].includes(anchored(name, [])?.what ?? ""))) return true;
  return chiefRun(stood)?.role === "title";
}

export function anchorsIn({ runs }: Stood): string[] {
  return runs.flatMap(({ tokens }) => tokens.flatMap((token) => (token.kind === "anchor-start" ? [token.name] : [])));
}

/** A paragraph with nothing in it and no bookmark of a provision is only space between others. */
function isEmpty(stood: Stood): boolean {
  return (
    stood.runs.every(({ tokens, label }) => label === null && textOfTokens(tokens).trim() === "") &&
    !anchorsIn(stood).some((name) => anchored(name, []) !== null)
  );
}

function frontOf(manuscript: Manuscript, carried: Carried | null, head: readonly Stood[]): FrontMatter {
  if (carried !== null) return carried.front;
  const title = head.find((each) => chiefRun(each)?.role === "title");
  return {
    title: (title === undefined ? null : textOfTokens(earlierTokens(title)).trim()) || manuscript.title,
    notice: null,
    reconstruction: false,
    drafter: null,
    stage: null,
    date: null,
    parties: [],
    basisAcceptedBy: [],
    language: manuscript.language,
    authenticLanguages: [],
    prevailingLanguage: null,
    revises: null,
    other: {},
  };
}

const nothingCarried: CarriedProvision = {
  id: null,
  kind: null,
  headingLevel: null,
  status: null,
  attributes: {},
  classes: [],
  depth: null,
};

function draftParagraph(stood: Stood, carried: Carried | null): DraftParagraph {
  const chief = chiefRun(stood);
  const name = anchorsIn(stood).find(
    (each) => anchored(each, [])?.what === "provision" || carried?.provisions.has(each),
  );
  const unseen = name === undefined ? undefined : carried?.provisions.get(name);
  // A draft of ours says its numbers itself; in any other a number may stand among the words.
  const typed = carried === null && name === undefined ? typedNumber(stood) : null;
  const tokens = typed === null ? earlierTokens(stood) : withoutHead(earlierTokens(stood), typed.length);
  return {
    ...nothingCarried,
    kind: chief === undefined ? null : kindOf(chief),
    headingLevel: chief?.role === "heading" ? Math.min(Math.max(chief.level, 1), 6) : null,
    ...(unseen ?? { id: idOfAnchor(name) }),
    label:
      chief?.kind === "footnote" ? footnoteLabel(chief.mark, carried) : (chief?.label?.text ?? typed?.printed ?? null),
    words: chief?.kind === "table" ? [] : wordsOfTokens(trimmed(tokens), carried ?? nothingUnseen),
    rows: chief?.kind === "table" ? rowsOf(tokens, carried) : null,
  };
}

function footnoteLabel(mark: string | null, carried: Carried | null): string | null {
  return mark === null ? null : (carried?.footnotes.get(mark) ?? mark);
}

function idOfAnchor(name: string | undefined): string | null {
  return name === undefined ? null : (anchored(name, [])?.id ?? null);
}

function kindOf({ kind, role }: Run): DraftParagraph["kind"] {
  if (kind === "table" || kind === "footnote") return kind;
  return role === "note" || role === "signature" ? role : null;
}

function rowsOf(tokens: readonly Token[], carried: Carried | null): DraftParagraph["rows"] {
  return parted(tokens, "row").map((row) =>
    parted(row, "cell").map((cell) => wordsOfTokens(trimmed(cell), carried ?? nothingUnseen)),
  );
}
