import type { DraftInline } from "../../src/index.ts";

/**
 * Words as a list of signs, made apart from the composer: each character with its emphasis, each mark with what it says.
 * Spaces at the ends and after a break say nothing; on one line a break is a space.
 */
export function signsOf(words: readonly DraftInline[], oneLine: boolean): string[] {
  const signs = words.flatMap((piece) => pieceSigns(piece, oneLine));
  const kept: string[] = [];
  for (const sign of signs) if (!(isSpace(sign) && kept.at(-1) === breakSign)) kept.push(sign);
  while (kept.length > 0 && saysNothing(kept[0])) kept.shift();
  while (kept.length > 0 && saysNothing(kept.at(-1))) kept.pop();
  return kept;
}

const breakSign = "break";

function saysNothing(sign: string | undefined): boolean {
  return sign === undefined || sign === breakSign || isSpace(sign);
}

function isSpace(sign: string): boolean {
  return /^\w+:[ \t]$/u.test(sign);
}

function pieceSigns(piece: DraftInline, oneLine: boolean): string[] {
  switch (piece.kind) {
    case "words":
      return characters(piece.text.replace(/\r\n|\r|\n/gu, " "), piece.emphasis);
    case "ambiguity":
      return [`ambiguity(${textKey(piece.text)})`];
    case "reference":
      return [`reference(${textKey(piece.text)} to ${piece.target})`];
    case "footnote-mark":
      return [`footnote(${piece.label})`];
    case "break":
      return oneLine ? ["none: "] : [breakSign];
    case "bracket": {
      const { id, status, alternatives } = piece;
      const stated = status === null || status.kind === "proposed" ? null : status;
      const inside = alternatives.map((one) => [one.id, one.party, one.unworded, signsOf(one.words, oneLine)]);
      const blank = inside.length === 0 ? [[null, null, false, []]] : inside;
      return [`bracket ${JSON.stringify([id, stated, blank])}`];
    }
  }
}

/** A break in the words of a reference may be a space, where the line after it would be read as a mark. */
function textKey(text: string): string {
  return text.replace(/[ \t\r\n]+/gu, " ").replace(/^ | $/gu, "");
}

/** Code units and not code points, so that half a character is seen too. */
function characters(text: string, emphasis: string): string[] {
  return text.split("").map((unit) => `${emphasis}:${unit}`);
}
