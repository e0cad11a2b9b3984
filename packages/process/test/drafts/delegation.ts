import type { Comment, Manuscript, Paragraph, Piece, Revision, TextPiece } from "@parley/documents";
import { anchorOf } from "../../src/internal/drafts/anchors.ts";

/** What a delegation does to a draft in its word processor, step by step. */
export interface Hand {
  readonly author: string;
  readonly date: string;
}

const text = (words: string, revisions: readonly Revision[] = []): TextPiece => ({
  kind: "text",
  text: words,
  strong: false,
  emphasis: false,
  underline: false,
  role: null,
  link: null,
  revisions,
  formatting: [],
});

export const revision = (kind: Revision["kind"], { author, date }: Hand): Revision => ({
  kind,
  author,
  date,
  move: null,
});

/** The paper with the paragraph of one provision changed. */
function inProvision(
  paper: Manuscript,
  id: string,
  change: (paragraph: Paragraph) => Paragraph | readonly Paragraph[],
): Manuscript {
  const name = anchorOf("provision", id);
  let found = false;
  const blocks = paper.blocks.flatMap((block): Manuscript["blocks"][number][] => {
    if (
      block.kind !== "paragraph" ||
      !block.pieces.some((piece) => piece.kind === "anchor-start" && piece.name === name)
    )
      return [block];
    found = true;
    const changed = change(block);
    return "pieces" in changed ? [changed] : [...changed];
  });
  if (!found) throw new Error(`No paragraph of ${id}.`);
  return { ...paper, blocks };
}

/** Cuts the pieces of a paragraph so that `words` is a piece of its own, and replaces that piece. */
function atWords(paragraph: Paragraph, words: string, put: (piece: TextPiece) => readonly Piece[]): Paragraph {
  let done = false;
  const pieces = paragraph.pieces.flatMap((piece): readonly Piece[] => {
    if (done || piece.kind !== "text" || !piece.text.includes(words)) return [piece];
    done = true;
    const at = piece.text.indexOf(words);
    const before = piece.text.slice(0, at);
    const after = piece.text.slice(at + words.length);
    return [
      ...(before === "" ? [] : [{ ...piece, text: before }]),
      ...put({ ...piece, text: words }),
      ...(after === "" ? [] : [{ ...piece, text: after }]),
    ];
  });
  if (!done) throw new Error(`“${words}” is not in the paragraph.`);
  return { ...paragraph, pieces };
}

/** Replaces words with tracking on; "" takes them out or, for `from`, puts words in after `after`. */
export function replace(paper: Manuscript, id: string, from: string, to: string, hand: Hand): Manuscript {
  return inProvision(paper, id, (paragraph) =>
    atWords(paragraph, from, (piece) => [
      { ...piece, revisions: [...piece.revisions, revision("deleted", hand)] },
      ...(to === "" ? [] : [text(to, [revision("inserted", hand)])]),
    ]),
  );
}

export function insertAfter(paper: Manuscript, id: string, after: string, words: string, hand: Hand): Manuscript {
  return inProvision(paper, id, (paragraph) =>
    atWords(paragraph, after, (piece) => [piece, text(words, [revision("inserted", hand)])]),
  );
}

/** Another hand takes out words that were put in. */
export function strike(paper: Manuscript, id: string, words: string, hand: Hand): Manuscript {
  return inProvision(paper, id, (paragraph) =>
    atWords(paragraph, words, (piece) => [{ ...piece, revisions: [...piece.revisions, revision("deleted", hand)] }]),
  );
}

/** Changes words with tracking off. */
export function silently(paper: Manuscript, id: string, from: string, to: string): Manuscript {
  return inProvision(paper, id, (paragraph) =>
    atWords(paragraph, from, (piece) => (to === "" ? [] : [{ ...piece, text: to }])),
  );
}

/** Takes a whole paragraph out with tracking on. */
export function takeOut(paper: Manuscript, id: string, hand: Hand): Manuscript {
  return inProvision(paper, id, (paragraph) => ({
    ...paragraph,
    pieces: paragraph.pieces.map((piece) =>
      "revisions" in piece ? { ...piece, revisions: [...piece.revisions, revision("deleted", hand)] } : piece,
    ),
    mark: [...paragraph.mark, revision("deleted", hand)],
  }));
}

/** Types a new paragraph after a provision with tracking on: as Word keeps it, the earlier end is the one put in. */
export function addAfter(paper: Manuscript, id: string, words: string, hand: Hand): Manuscript {
  return inProvision(paper, id, (paragraph) => [
    { ...paragraph, mark: [revision("inserted", hand)] },
    { ...paragraph, pieces: [text(words, [revision("inserted", hand)])], mark: paragraph.mark },
  ]);
}

/** Joins a provision to the next with tracking on. */
export function joinToNext(paper: Manuscript, id: string, hand: Hand): Manuscript {
  return inProvision(paper, id, (paragraph) => ({
    ...paragraph,
    mark: [...paragraph.mark, revision("deleted", hand)],
  }));
}

/** Parts a provision after some words with tracking on. */
export function splitAfter(paper: Manuscript, id: string, after: string, hand: Hand): Manuscript {
  return inProvision(paper, id, (paragraph) => {
    const at = paragraph.pieces.findIndex((piece) => piece.kind === "text" && piece.text.includes(after));
    const piece = paragraph.pieces[at];
    if (piece?.kind !== "text") throw new Error(`“${after}” is not in the paragraph.`);
    const cut = piece.text.indexOf(after) + after.length;
    const [first, second] = [piece.text.slice(0, cut), piece.text.slice(cut)];
    return [
      {
        ...paragraph,
        pieces: [...paragraph.pieces.slice(0, at), { ...piece, text: first }],
        mark: [revision("inserted", hand)],
      },
      { ...paragraph, label: null, pieces: [{ ...piece, text: second }, ...paragraph.pieces.slice(at + 1)] },
    ];
  });
}

export function comment(paper: Manuscript, id: string, on: string, said: Comment): Manuscript {
  const commented = inProvision(paper, id, (paragraph) =>
    atWords(paragraph, on, (piece) => [
      { kind: "comment-start", id: said.id },
      piece,
      { kind: "comment-end", id: said.id },
    ]),
  );
  return { ...commented, comments: [...commented.comments, said] };
}

/** A file in which every number was typed, as words with a space behind them. */
export function withTypedNumbers(paper: Manuscript): Manuscript {
  const blocks = paper.blocks.map((block) =>
    block.kind === "table" || block.label === null
      ? block
      : { ...block, label: null, pieces: [text(`${block.label.text} `), ...block.pieces] },
  );
  return { ...paper, blocks };
}

/** A file from a program that keeps neither our bookmarks nor what travels unseen. */
export function withoutOurMarks(paper: Manuscript): Manuscript {
  const blocks = paper.blocks.map((block) =>
    block.kind === "table"
      ? block
      : {
          ...block,
          pieces: block.pieces.filter((piece) => !("name" in piece && piece.name.startsWith("_Parley"))),
        },
  );
  return { ...paper, blocks, carried: null };
}
