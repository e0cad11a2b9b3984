import type { ChangedOption, ChangeKind } from "../../compare.ts";
import type { Bracket, BracketId, Inline } from "../../model.ts";
import { bracketText, textOf, wordingOf } from "../readings/own-text.ts";
import { matchedBrackets } from "./match-brackets.ts";
import { optionChanges } from "./option-changes.ts";
import { foldedSpaces, type Node, type Outline } from "./outline.ts";
import { type Hunk, hunksOf, joinedAcrossSpaces, type WordCutter } from "./words.ts";

export interface BracketChange {
  readonly kind: ChangeKind;
  readonly bracket: BracketId;
  readonly option: ChangedOption;
}

/**
 * What happened to the brackets of a provision, and whether its words outside of them changed. A bracket that is
 * gone stands in the comparison as one sign; what stands in its place in the other text is what it was filled with.
 */
export function bracketChanges({
  from,
  to,
  before,
  after,
}: {
  readonly from: Node;
  readonly to: Node;
  readonly before: Outline;
  readonly after: Outline;
}): { readonly reworded: boolean; readonly changes: readonly BracketChange[] } {
  if (from.text === to.text && sameIds(from, to)) return { reworded: false, changes: [] };
  const pairs = matchedBrackets(from, to);
  const changes: BracketChange[] = [...pairs].flatMap(([old, now]) => optionChanges(old, now));
  const signs = new Signs(pairs);
  const closing = signs.side(after.brackets);
  const opening = signs.side(before.brackets);
  const old = signedTokens(from, before.cutter, closing.sign);
  const now = signedTokens(to, before.cutter, opening.sign);
  const hunks = joinedAcrossSpaces(hunksOf(old, now, signs.nameOf));
  let reworded = false;
  for (const hunk of hunks) {
    if (hunk.same.length > 0) continue;
    const closed = replacements(hunk, closing.gone, before.cutter);
    const opened = replacements({ ...hunk, removed: hunk.added, added: hunk.removed }, opening.gone, before.cutter);
    for (const { bracket, option } of closed.found) {
      const clean = option.id !== null && bracket.alternatives.length === 1;
      changes.push({ kind: clean ? "bracket-cleaned" : "bracket-filled", bracket: bracket.id, option });
    }
    for (const { bracket, option } of opened.found)
      changes.push({ kind: "bracket-opened", bracket: bracket.id, option });
    reworded ||= rest(hunk.removed, closing.gone, opened.used) || rest(hunk.added, opening.gone, closed.used);
  }
  return { reworded, changes };
}

/** Brackets as single signs among the words: one that both texts have is the same sign in both. */
class Signs {
  readonly #common = new Map<Bracket, string>();
  readonly #names = new Map<string, string>();

  constructor(pairs: ReadonlyMap<Bracket, Bracket>) {
    for (const [old, now] of pairs) {
      const sign = this.#next([bracketText(old), bracketText(now)].sort().join());
      this.#common.set(old, sign).set(now, sign);
    }
  }

  /** Gives the signs of one text, and gathers in `gone` the brackets that the other text does not have. */
  side(elsewhere: ReadonlyMap<string, number>): {
    readonly sign: (bracket: Bracket) => string;
    readonly gone: ReadonlyMap<string, Bracket>;
  } {
    const gone = new Map<string, Bracket>();
    const sign = (bracket: Bracket): string => {
      const common = this.#common.get(bracket);
      if (common !== undefined) return common;
      const own = this.#next(bracketText(bracket));
      // A bracket that now stands in another provision was moved: its words changed here, but nothing was closed.
      if (bracket.derived || !elsewhere.has(bracket.id)) gone.set(own, bracket);
      return own;
    };
    return { sign, gone };
  }

  /** Signs are numbered as they come; by the words of their bracket they are named alike in both directions. */
  readonly nameOf = (token: string): string => this.#names.get(token) ?? token;

  #next(name: string): string {
    const sign = `\u0000${this.#names.size}`;
    this.#names.set(sign, `\u0000${name}`);
    return sign;
  }
}

/** True when words remain that no bracket accounts for. */
function rest(tokens: readonly string[], signs: ReadonlyMap<string, Bracket>, used: ReadonlySet<number>): boolean {
  return tokens.some((token, at) => token !== " " && !signs.has(token) && !used.has(at));
}

/** For each bracket that one side lost in this hunk: the words of the other side that stand in its place. */
function replacements(
  hunk: Pick<Hunk, "removed" | "added">,
  signs: ReadonlyMap<string, Bracket>,
  cutter: WordCutter,
): {
  readonly found: readonly { readonly bracket: Bracket; readonly option: ChangedOption }[];
  readonly used: ReadonlySet<number>;
} {
  const used = new Set<number>();
  const brackets = hunk.removed.flatMap((token) => signs.get(token) ?? []);
  const found = brackets.map((bracket) => {
    const choices = bracket.alternatives
      .map((alternative) => ({ alternative, text: foldedSpaces(wordingOf(alternative)) }))
      .filter(({ text }) => text !== "")
      .sort((x, y) => y.text.length - x.text.length);
    for (const { alternative, text } of choices) {
      const wanted = cutter.tokens(text);
      const at = positionOf(wanted, hunk.added, used);
      if (at === -1) continue;
      for (let i = at; i < at + wanted.length; i += 1) used.add(i);
      return { bracket, option: { id: alternative.id, party: alternative.party, text } };
    }
    return { bracket, option: null };
  });
  const unworded = found.filter(({ option }) => option === null).length;
  return {
    found: found.map(({ bracket, option }) => {
      if (option !== null) return { bracket, option };
      // With one bracket left, all that is new in its place is its filling; with more, nobody can tell whose it is.
      const filling =
        unworded === 1
          ? hunk.added.flatMap((token, at) => (used.has(at) || token.startsWith("\u0000") ? [] : [at]))
          : [];
      for (const at of filling) used.add(at);
      const text = foldedSpaces(filling.map((at) => hunk.added[at] ?? "").join(""));
      return { bracket, option: { id: null, party: null, text } };
    }),
    used,
  };
}

function positionOf(wanted: readonly string[], tokens: readonly string[], used: ReadonlySet<number>): number {
  for (let at = 0; at + wanted.length <= tokens.length; at += 1) {
    if (wanted.every((token, i) => tokens[at + i] === token && !used.has(at + i))) return at;
  }
  return -1;
}

/** The words of a provision with each outer bracket as one sign. */
function signedTokens({ provision }: Node, cutter: WordCutter, sign: (bracket: Bracket) => string): string[] {
  const tokens: string[] = [];
  let run: Inline[] = [];
  const flush = (): void => {
    const text = textOf({ ...provision, words: run }).replace(/\s+/gu, " ");
    for (const token of cutter.tokens(text)) tokens.push(token);
    run = [];
  };
  for (const inline of provision.words) {
    if (inline.kind === "bracket") {
      flush();
      tokens.push(sign(inline));
    } else run.push(inline);
  }
  flush();
  const start = tokens[0] === " " ? 1 : 0;
  return tokens.slice(start, tokens.at(-1) === " " && tokens.length > start ? -1 : undefined);
}

function sameIds(from: Node, to: Node): boolean {
  const ids = ({ provision }: Node): string =>
    provision.words
      .flatMap((inline) =>
        inline.kind === "bracket"
          ? [JSON.stringify([inline.id, inline.blank, inline.alternatives.map(({ id, party }) => [id, party])])]
          : [],
      )
      .join("\n");
  return ids(from) === ids(to);
}
