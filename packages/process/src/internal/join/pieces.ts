import type { Inline } from "@parley/agreement";
import type { PieceAnswer } from "../../answers/text.ts";

/** A piece of a provision's words, ready to be shown. */
export function tellPiece(piece: Inline): PieceAnswer {
  switch (piece.kind) {
    case "words":
      return { kind: "words", text: piece.text, emphasis: piece.emphasis };
    case "ambiguity":
      return { kind: "ambiguity", text: piece.text };
    case "reference":
      return { kind: "reference", text: piece.text, target: piece.target };
    case "footnote-mark":
      return { kind: "footnote-mark", text: piece.label };
    case "break":
      return { kind: "break" };
    case "bracket":
      return {
        kind: "bracket",
        id: piece.id,
        blank: piece.blank,
        status: piece.status.kind,
        alternatives: piece.alternatives.map(({ id, party, unworded, words }) => ({
          id,
          party,
          unworded,
          pieces: words.map(tellPiece),
        })),
      };
  }
}
