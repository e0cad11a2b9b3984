import { type Agreement, allProvisions, parse } from "@parley/agreement";
import type { Diagnostic } from "@parley/diagnostics";
import { type Loss, type Manuscript, readOpenDocument, readWord } from "@parley/documents";
import type { ReturnedAnswer } from "./answers/returned.ts";
import { readCarried } from "./internal/drafts/carried.ts";
import { earlierDraft } from "./internal/drafts/from-manuscript.ts";
import { Hands } from "./internal/drafts/hands.ts";
import { type MarkedProvision, markReturned, untracked } from "./internal/drafts/marked.ts";
import { markedManuscript } from "./internal/drafts/marked-manuscript.ts";
import { newSource } from "./internal/drafts/new-source.ts";
import { type ProposedProvision, proposalsOf } from "./internal/drafts/proposals.ts";
import { redline } from "./internal/drafts/redline.ts";
import { placedComments, placedFormatting } from "./internal/drafts/remarks.ts";
import { takeProposals as takeAll } from "./internal/drafts/taking.ts";
import { type NameOf, tellProposals } from "./internal/drafts/telling.ts";
import { manuscriptOf } from "./internal/drafts/to-manuscript.ts";
import { isWide } from "./internal/drafts/tokens.ts";
import type { Decision } from "./internal/drafts/wishes.ts";
import { nothingUnseen } from "./internal/drafts/words.ts";
import { counted, listed } from "./internal/join/view.ts";

export type { ProposalAnswer, ReturnedAnswer } from "./answers/returned.ts";
export { draftOf, draftPaper, wordFile } from "./draft-paper.ts";
export type { Decision } from "./internal/drafts/wishes.ts";

/** A file of a word processor as read, or why it is refused. */
export type FileRead =
  | { readonly ok: true; readonly manuscript: Manuscript; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly refusal: Diagnostic };

/** Called with the share of the work that is done, 0 to 1. */
export type OnProgress = (share: number) => void;

/**
 * Reads a Word (.docx) or OpenDocument (.odt) file with its tracked changes, comments and numbers; nothing is accepted
 * and nothing rejected. The name tells only which is tried first. Never throws; a hostile or broken file is refused with
 * the reason. Linear, and bounded in memory.
 */
export function readFile(
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  onProgress?: OnProgress,
): FileRead {
  const options = onProgress === undefined ? {} : { onProgress };
  const [first, second] = /\.(odt|ott|fodt)$/iu.test(file)
    ? ([readOpenDocument, readWord] as const)
    : ([readWord, readOpenDocument] as const);
  const read = first(file, bytes, options);
  if (read.ok || read.refusal.code !== "not-this-format") return read;
  const other = second(file, bytes, options);
  return other.ok || other.refusal.code !== "not-this-format" ? other : read;
}

/** Who is who in a file that came back. */
export interface WhoIsWho {
  /** Display names of the word processor, each with the id of the party whose hand it is. */
  readonly authors: ReadonlyMap<string, string>;
  /** The party that sent the file back: what changed without tracking is taken to be its wish. Null when not known. */
  readonly returnedBy: string | null;
  readonly nameOf: NameOf;
}

/** A file held against a draft: what it proposes, and what it takes to make the next draft of it. */
export interface Returned {
  readonly answer: ReturnedAnswer;
  /** The draft it is held against; where none was given, the file as it was before its tracked changes. */
  readonly base: Agreement;
  /** The source of the next draft. `decide` says what becomes of each proposal, by its id. */
  readonly take: (decide: (id: string) => Decision) => string;
  /** The draft with everything that came back as tracked changes and comments, ready to be written as a file. */
  readonly marked: () => Manuscript;
}

/**
 * Holds a file that came back against the draft that was sent: what was changed without tracking first, then the
 * tracked changes by party, joined by our hidden bookmarks or, where they are gone, by likeness. Without a draft the file
 * itself, as it was before its changes, is the draft. `progress` is told how far it is, from 0 to 1. Near to linear.
 */
export function holdAgainst(
  parts: { readonly file: string; readonly manuscript: Manuscript; readonly losses: readonly Loss[] },
  sent: Agreement | null,
  who: WhoIsWho,
  progress: (share: number) => void = () => {},
): Returned {
  const { manuscript, losses, file } = parts;
  const base = sent ?? parse({ file: file.replace(/\.[^.]*$/u, ".md"), source: earlierDraft(manuscript).source });
  const marked = markReturned(base, manuscript, progress);
  const hands = new Hands(who.authors, who.returnedBy);
  const proposed = proposalsOf(marked, hands);
  const unseen = readCarried(manuscriptOf(base).carried) ?? nothingUnseen;
  progress(1);
  return {
    base,
    answer: answerOf({ file, sent, base, manuscript, losses, marked, proposed, who, hands }),
    take: (decide) =>
      newSource(
        base,
        takeAll(proposed, ({ id }) => decide(id), unseen),
      ),
    marked: () => markedManuscript(base, marked, manuscript),
  };
}

/** The draft as it was sent with the next one as tracked changes, ready to be written as a file. */
export function redlineOf(
  drafts: { readonly before: Agreement; readonly after: Agreement },
  hand: {
    readonly author: string;
    readonly date: string | null;
    /** Whether the later draft holds only some provisions; unless told, so where it is rebuilt from reports. */
    readonly partial?: boolean;
  },
): Manuscript {
  return redline(drafts.before, drafts.after, hand);
}

function answerOf(parts: {
  readonly file: string;
  readonly sent: Agreement | null;
  readonly base: Agreement;
  readonly manuscript: Manuscript;
  readonly losses: readonly Loss[];
  readonly marked: readonly MarkedProvision[];
  readonly proposed: readonly ProposedProvision[];
  readonly who: WhoIsWho;
  readonly hands: Hands;
}): ReturnedAnswer {
  const { file, sent, base, manuscript, losses, marked, proposed, who, hands } = parts;
  const told = tellProposals(proposed, who.nameOf);
  const [untrackedOnes, tracked] = [told.filter((each) => !each.tracked), told.filter((each) => each.tracked)];
  const unmapped = unmappedNames(manuscript, marked, who);
  const comments = placedComments(marked, manuscript.comments).map(({ comment, provision, on }) => ({
    provision,
    on,
    by: hands.partyOf(comment.author),
    name: comment.author,
    date: comment.date,
    text: comment.paragraphs.join("\n"),
    isReply: comment.replyTo !== null,
    resolved: comment.resolved,
  }));
  const formatting = placedFormatting(marked).map(({ change, provision }) => ({
    provision,
    name: change.author,
    date: change.date,
    what: change.what,
  }));
  return {
    file,
    base: sent === null ? null : { file: sent.file, title: sent.front.title },
    title: base.front.title,
    language: base.front.language,
    provisions: allProvisions(base).length,
    text: firstLine({ untracked: untrackedOnes, proposals: tracked, unmapped, comments }, who.nameOf, sent !== null),
    unmapped,
    untracked: untrackedOnes,
    proposals: tracked,
    comments,
    formatting,
    left: losses.map(({ what, paragraph, near }) => ({ what, paragraph, near })),
  };
}

/** Every name with a change or a comment whose party nobody has told. */
function unmappedNames(
  { comments }: Manuscript,
  marked: readonly MarkedProvision[],
  { authors }: WhoIsWho,
): ReturnedAnswer["unmapped"] {
  const counts = new Map<string, { changes: number; comments: number }>();
  const count = (name: string, what: "changes" | "comments"): void => {
    if (name === untracked || authors.has(name)) return;
    const found = counts.get(name) ?? { changes: 0, comments: 0 };
    counts.set(name, { ...found, [what]: found[what] + 1 });
  };
  for (const { parts } of marked) {
    for (const { tokens, end } of parts) {
      let last: readonly { readonly author: string }[] = [];
      for (const token of tokens) {
        if (!isWide(token)) continue;
        for (const { author } of token.revisions)
          if (!last.some((each) => each.author === author)) count(author, "changes");
        last = token.revisions;
      }
      for (const { author } of end) if (!last.some((each) => each.author === author)) count(author, "changes");
    }
  }
  for (const { author } of comments) count(author, "comments");
  return [...counts].map(([name, found]) => ({ name, ...found })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function firstLine(
  {
    untracked,
    proposals,
    unmapped,
    comments,
  }: Pick<ReturnedAnswer, "untracked" | "proposals" | "unmapped" | "comments">,
  nameOf: NameOf,
  hasBase: boolean,
): string {
  const quiet = !hasBase
    ? "No draft was given to hold it against, so words changed without tracking cannot be seen."
    : untracked.length === 0
      ? "Nothing was changed without tracking."
      : `${counted(untracked.length, "place")} ${untracked.length === 1 ? "was" : "were"} changed without tracking.`;
  const byParty = new Map<string, number>();
  for (const { by, names } of proposals) {
    const whose = by === null ? listed(names) : nameOf(by);
    byParty.set(whose, (byParty.get(whose) ?? 0) + 1);
  }
  const tracked =
    proposals.length === 0
      ? "It has no tracked change"
      : `${counted(proposals.length, "proposal")}: ${listed([...byParty].map(([whose, n]) => `${n} by ${whose}`))}`;
  const said = comments.length === 0 ? "" : `; ${counted(comments.length, "comment")}`;
  const asked =
    unmapped.length === 0
      ? ""
      : ` Whose hand is ${listed(unmapped.map(({ name }) => `“${name}”`))}? Say it before the next draft is made.`;
  return `${quiet} ${tracked}${said}.${asked}`;
}
