import type { Agreement, Provision } from "../../model.ts";
import { provisionsOf, textOf } from "../readings/own-text.ts";
import { WordCutter } from "./words.ts";

/** One provision as comparison sees it. */
export interface Node {
  readonly index: number;
  readonly provision: Provision;
  /** The index of the provision it stands under; -1 at the top. */
  readonly parent: number;
  /** Own words, whitespace folded, brackets shown. */
  readonly text: string;
  /** Words in lower case, without spaces and punctuation. */
  readonly words: readonly string[];
}

/** A text laid out in reading order. */
export interface Outline {
  readonly nodes: readonly Node[];
  readonly cutter: WordCutter;
  /** The ids of the brackets that were given one, with the node each stands in. */
  readonly brackets: ReadonlyMap<string, number>;
}

export function outline(agreement: Agreement, language: string | null): Outline {
  const cutter = new WordCutter(language);
  const indexOf = new Map<Provision, number>();
  const brackets = new Map<string, number>();
  const nodes = provisionsOf(agreement.provisions).map(({ provision, parent }, index): Node => {
    indexOf.set(provision, index);
    for (const inline of provision.words) {
      if (inline.kind === "bracket" && !inline.derived) brackets.set(inline.id, index);
    }
    const text = foldedSpaces(textOf(provision));
    const words = cutter
      .tokens(text)
      .filter(isWord)
      .map((word) => word.toLowerCase());
    return { index, provision, parent: parent === null ? -1 : (indexOf.get(parent) ?? -1), text, words };
  });
  return { nodes, cutter, brackets };
}

export function foldedSpaces(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}
