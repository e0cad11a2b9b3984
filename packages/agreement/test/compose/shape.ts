import type { Agreement, Bracket, Inline, Provision } from "../../src/index.ts";

/** A text as values that can be compared: everything the model holds but spans, and which ids are derived. */
export function shapeOf(agreement: Agreement): unknown {
  return { front: agreement.front, provisions: agreement.provisions.map(provisionShape) };
}

function provisionShape(provision: Provision): unknown {
  const { id, kind, number, heading, status, attributes, classes, children } = provision;
  return {
    id: String(id),
    kind,
    number,
    heading: heading === null ? null : wordsKey(provision),
    words: joined(provision.words).map((piece) => pieceShape(piece, number === null)),
    status,
    attributes,
    classes,
    children: children.map(provisionShape),
  };
}

/** The heading is said twice, in words and as a string; how breaks are spaced in it says nothing. */
function wordsKey({ heading }: Provision): string {
  return (heading ?? "").replace(/\s+/gu, " ").trim();
}

/** Neighbouring words of one emphasis are one piece; a wordless piece of spaces between two breaks is none. */
function joined(words: readonly Inline[]): Inline[] {
  const pieces: Inline[] = [];
  for (const piece of words) {
    const last = pieces.at(-1);
    if (piece.kind === "words" && last?.kind === "words" && last.emphasis === piece.emphasis)
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
}

function pieceShape(piece: Inline, mayBeTable: boolean): unknown {
  switch (piece.kind) {
    case "words": {
      // A table is written with one space on either side of each bar.
      const text = mayBeTable ? piece.text.replace(/[ \t]*\|[ \t]*/gu, "|") : piece.text;
      return { kind: piece.kind, text, emphasis: piece.emphasis };
    }
    case "ambiguity":
      return { kind: piece.kind, text: onOneLine(piece.text) };
    case "reference":
      return { kind: piece.kind, text: onOneLine(piece.text), target: piece.target };
    case "bracket":
      return bracketShape(piece);
    default: {
      const { span: _span, ...rest } = piece;
      return rest;
    }
  }
}

/** A break inside a reference is a space where the next line would be read as a mark. */
function onOneLine(text: string): string {
  return text.replaceAll("\n", " ");
}

function bracketShape({ id, blank, status, alternatives }: Bracket): unknown {
  return {
    kind: "bracket",
    id: String(id),
    blank,
    status,
    // Alternatives with no option are a blank, as `[ ]` is.
    alternatives: (alternatives.length === 0 ? [nothing] : alternatives).map(({ id, party, unworded, words }) => ({
      id,
      party,
      unworded,
      words: joined(words).map((piece) => pieceShape(piece, false)),
    })),
  };
}

const nothing = { id: "1", party: null, unworded: false, words: [] };
