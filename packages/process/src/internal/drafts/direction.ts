import type { Direction, Piece } from "@parley/documents";

const rightToLeft = /^(ar|fa|ps|prs|ur|he|ckb)(-|$)/u;

/** The way a language runs. */
export function directionOf(language: string | null): Direction {
  return language !== null && rightToLeft.test(language) ? "rtl" : "ltr";
}

const strongRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** A paragraph runs the way of its first letter, as a reader of the page expects. */
export function directionOfWords(pieces: readonly Piece[]): Direction {
  for (const piece of pieces) {
    const letter = piece.kind === "text" ? /\p{L}/u.exec(piece.text) : null;
    if (letter !== null) return strongRight.test(letter[0]) ? "rtl" : "ltr";
  }
  return "ltr";
}
