import type { Agreement } from "@parley/agreement";
import type { Block, Manuscript, Paragraph } from "@parley/documents";
import { anchorOf } from "./anchors.ts";
import { directionOfWords } from "./direction.ts";
import { isNew, type MarkedProvision, untracked } from "./marked.ts";
import { manuscriptOf } from "./to-manuscript.ts";
import { isWide, piecesOf, type Token } from "./tokens.ts";

/** How a change that nobody tracked is named once it is shown as tracked. */
const untrackedName = "Changed without tracking";

/**
 * The draft that was sent with everything that came back shown in it: each change by the hand and the day it bears,
 * what was changed without tracking as a tracked change of nobody's, and every comment. Tables stand as they came back.
 */
export function markedManuscript(
  sent: Agreement,
  marked: readonly MarkedProvision[],
  returned: Pick<Manuscript, "blocks" | "comments">,
): Manuscript {
  const clean = manuscriptOf(sent);
  const head = clean.blocks.filter((block) => block.kind === "paragraph" && block.pieces.some(isHeadAnchor));
  const tables = returned.blocks.filter((block) => block.kind === "table");
  let nextTable = 0;
  const blocks: Block[] = [];
  const footnotes: Manuscript["footnotes"][number][] = [];
  for (const each of marked) {
    for (const [index, { run, tokens, end }] of each.parts.entries()) {
      if (run.kind === "table") {
        const table = tables[nextTable++];
        if (table !== undefined) blocks.push(table);
        continue;
      }
      const name =
        each.sent === null || isLaterPart(each, index) ? null : anchorOf("provision", each.sent.provision.id);
      const paragraph = paragraphOf(run, tokens, end, name);
      if (run.kind === "footnote") footnotes.push({ id: run.mark ?? "", paragraphs: [paragraph] });
      else blocks.push(paragraph);
    }
  }
  return { ...clean, blocks: [...head, ...blocks], footnotes, comments: returned.comments };
}

/** The bookmark of a provision stands in the first part that holds words of it. */
function isLaterPart({ parts }: MarkedProvision, index: number): boolean {
  const first = parts.findIndex((part) => !isNew(part));
  return index !== Math.max(first, 0);
}

function isHeadAnchor(piece: Paragraph["pieces"][number]): boolean {
  return piece.kind === "anchor-start" && /^_Parley(Title|Notice)$/u.test(piece.name);
}

function paragraphOf(
  run: MarkedProvision["parts"][number]["run"],
  tokens: readonly Token[],
  end: Paragraph["mark"],
  anchor: string | null,
): Paragraph {
  const words = piecesOf(tokens.map(named));
  const { role, level, label } = run;
  return {
    kind: "paragraph",
    role,
    level,
    label,
    direction: directionOfWords(words),
    pieces:
      anchor === null
        ? words
        : [{ kind: "anchor-start", name: anchor }, ...words, { kind: "anchor-end", name: anchor }],
    mark: end.map(byName),
    formatting: [],
  };
}

function named(token: Token): Token {
  return isWide(token) ? { ...token, revisions: token.revisions.map(byName) } : token;
}

function byName<T extends { readonly author: string }>(revision: T): T {
  return revision.author === untracked ? { ...revision, author: untrackedName } : revision;
}
