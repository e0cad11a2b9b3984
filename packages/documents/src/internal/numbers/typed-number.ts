import type { Paragraph, Revision } from "../../manuscript.ts";
import { isWide, sameRevision } from "../manuscript/walk.ts";

/**
 * The changes that a typed number goes with, so that it comes and goes with its paragraph: those that all its words
 * share; or those of the end before it, when the paragraph was split off or is joined there; otherwise none.
 */
export function numberRevisions(paragraph: Paragraph, previous: Paragraph | null): readonly Revision[] {
  const shared = sharedRevisions(paragraph);
  if (shared.length > 0 || previous === null || sharedRevisions(previous).length > 0) return shared;
  return previous.mark.filter(({ kind }) => kind === "inserted" || kind === "deleted");
}

/** The outermost changes that all of the paragraph's words have in common; those of its end when it has no words. */
function sharedRevisions(paragraph: Paragraph): readonly Revision[] {
  const all = paragraph.pieces.filter(isWide).map((piece) => piece.revisions);
  const first = all[0] ?? paragraph.mark;
  const differs = first.findIndex((revision, depth) =>
    all.some((revisions) => {
      const other = revisions[depth];
      return other === undefined || !sameRevision(other, revision);
    }),
  );
  return differs < 0 ? first : first.slice(0, differs);
}
