import type { Bracket } from "../../model.ts";
import { wordingOf } from "../readings/own-text.ts";
import { foldedSpaces, type Node } from "./outline.ts";

/**
 * The outer brackets of two versions of one provision that are the same bracket: by given id, then by a wording they
 * share, then, when as many are left on both sides, by order.
 */
export function matchedBrackets(from: Node, to: Node): ReadonlyMap<Bracket, Bracket> {
  // In one fixed direction, so that both directions find the same pairs.
  if (from.text <= to.text) return directedMatches(from, to);
  return new Map([...directedMatches(to, from)].map(([now, old]) => [old, now]));
}

function directedMatches(from: Node, to: Node): ReadonlyMap<Bracket, Bracket> {
  const pairs = new Map<Bracket, Bracket>();
  const old = outerBrackets(from);
  const now = outerBrackets(to);
  const free = new Set(now);
  const pair = (a: Bracket, b: Bracket): void => {
    pairs.set(a, b);
    free.delete(b);
  };
  for (const a of old) {
    const b = a.derived ? undefined : now.find((bracket) => !bracket.derived && bracket.id === a.id);
    if (b !== undefined && free.has(b)) pair(a, b);
  }
  // Two different given ids are two different brackets, however alike their words.
  const may = (a: Bracket, b: Bracket): boolean => a.derived || b.derived;
  for (const a of old) {
    if (pairs.has(a)) continue;
    const b = [...free].find((bracket) => may(a, bracket) && shareWording(a, bracket));
    if (b !== undefined) pair(a, b);
  }
  const left = old.filter((a) => !pairs.has(a));
  const others = [...free];
  if (left.length === others.length)
    left.forEach((a, at) => {
      const b = others[at];
      if (b !== undefined && may(a, b)) pair(a, b);
    });
  return pairs;
}

function outerBrackets({ provision }: Node): Bracket[] {
  return provision.words.filter((inline) => inline.kind === "bracket");
}

function shareWording(a: Bracket, b: Bracket): boolean {
  if (a.blank || b.blank) return a.blank && b.blank;
  const wordings = new Set(a.alternatives.map((each) => foldedSpaces(wordingOf(each))));
  return b.alternatives.some((each) => !each.unworded && wordings.has(foldedSpaces(wordingOf(each))));
}
