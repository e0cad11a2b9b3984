import { type Agreement, parse } from "@parley/agreement";
import { type Comment, type Manuscript, type Setting, writeOpenDocument, writeWord } from "@parley/documents";
import { withComments } from "./internal/drafts/comments.ts";
import { redline } from "./internal/drafts/redline.ts";
import { manuscriptOf } from "./internal/drafts/to-manuscript.ts";

/** A text that belongs to no process, as it is written. */
export function draftOf({ file, source }: { readonly file: string; readonly source: string }): Agreement {
  return parse({ file, source });
}

/** A draft on paper: clean, or with every difference to an earlier draft as a tracked change. */
export function draftPaper(
  draft: Agreement,
  options: {
    readonly redlineFrom?: Agreement | undefined;
    /** True where the draft holds only some provisions, so that a redline shows none of the others as taken out. */
    readonly partial?: boolean | undefined;
    /** The name of the hand, as the word processor shows it. */
    readonly author?: string | undefined;
    readonly comments?: ReadonlyMap<string, readonly Comment[]> | undefined;
  } = {},
): Manuscript {
  const { redlineFrom, comments } = options;
  const { drafter, date } = draft.front;
  const hand = {
    author: options.author ?? drafter ?? "Drafter not named",
    date: date === null ? null : `${date}T00:00:00Z`,
    partial: options.partial === true ? true : undefined,
  };
  const paper = redlineFrom === undefined ? manuscriptOf(draft) : redline(redlineFrom, draft, hand);
  return comments === undefined ? paper : withComments(paper, comments);
}

/** A paper as a Word file (.docx), closely set when told. The same paper gives the same bytes. */
export function wordFile(paper: Manuscript, setting: Setting = {}): Uint8Array {
  return writeWord(paper, setting);
}

/** A paper as an OpenDocument text (.odt). The same paper gives the same bytes. */
export function openDocumentFile(paper: Manuscript): Uint8Array {
  return writeOpenDocument(paper);
}
