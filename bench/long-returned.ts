import { draftOf, draftPaper, wordFile } from "@parley/process";

const words =
  "The parties shall ensure that the joint commission receives within ten days every report on the movement of forces, the lists of prisoners and the maps of mines in its area";

/** A draft of about ten provisions a page, and the Word file in which a delegation sent it back with so many changes. */
export function longReturned({ provisions, changes }: { readonly provisions: number; readonly changes: number }): {
  readonly draft: ReturnType<typeof draftOf>;
  readonly file: Uint8Array;
} {
  const source = Array.from({ length: provisions }, (_, at) => `${at + 1}. ${words} ${at + 1}. {#p${at + 1}}`).join(
    "\n\n",
  );
  const draft = draftOf({ file: "long.md", source });
  const paper = draftPaper(draft);
  let left = changes;
  const blocks = paper.blocks.map((block) => {
    if (block.kind !== "paragraph") return block;
    const pieces = block.pieces.flatMap((piece) => {
      if (piece.kind !== "text" || left <= 0) return [piece];
      const [first = "", second = "", third = ""] = piece.text.split(/(?<=within )|(?<=maps )/u);
      left -= 2;
      const hand = { author: "Upland", date: "2030-03-09T10:00:00Z", move: null };
      return [
        { ...piece, text: first },
        { ...piece, text: "about ", revisions: [{ kind: "inserted", ...hand } as const] },
        { ...piece, text: second, revisions: [{ kind: "deleted", ...hand } as const] },
        { ...piece, text: third },
      ];
    });
    return { ...block, pieces };
  });
  return { draft, file: wordFile({ ...paper, blocks }) };
}
