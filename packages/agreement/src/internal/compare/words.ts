import { diffArrays } from "diff";
import type { WordChange } from "../../compare.ts";

/** Beyond this many single changes a diff says nothing to a reader; the rest is shown as one replacement. */
const editsMax = 1200;

/** A run of tokens that stayed, or what was taken out and what was put in at one place. */
export interface Hunk {
  readonly same: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * Cuts a text into words, spaces and signs by the Unicode rules (UAX 29), so that words joined by a zero-width
 * non-joiner in Dari and Pashto stay whole. Words joined by a hyphen or an apostrophe are kept whole as well.
 */
export class WordCutter {
  readonly #segmenter: Intl.Segmenter;

  constructor(language: string | null) {
    this.#segmenter = segmenterFor(language);
  }

  tokens(text: string): string[] {
    const tokens: string[] = [];
    let joining = false;
    for (const { segment, isWordLike } of this.#segmenter.segment(text)) {
      const last = tokens.length - 1;
      const before = tokens[last];
      const joiner = /^[-\u2010\u2011'’]$/u.test(segment);
      const wordBefore = before !== undefined && /[\p{L}\p{N}\p{M}]$/u.test(before);
      if (before !== undefined && ((joiner && wordBefore) || (joining && isWordLike === true)))
        tokens[last] = before + segment;
      else tokens.push(segment);
      joining = joiner && wordBefore;
    }
    return tokens;
  }

  /** From one text to another; the pieces give both back exactly. The same pieces, turned round, the other way. */
  changes(before: string, after: string): WordChange[] {
    const changes: WordChange[] = [];
    const push = (kind: WordChange["kind"], tokens: readonly string[]): void => {
      const text = tokens.join("");
      if (text === "") return;
      const last = changes.at(-1);
      if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
      else changes.push({ kind, text });
    };
    for (const hunk of joinedAcrossSpaces(hunksOf(this.tokens(before), this.tokens(after)))) {
      push("same", hunk.same);
      push("removed", hunk.removed);
      push("added", hunk.added);
    }
    return changes;
  }
}

/**
 * Hunks between two token lists, computed in one fixed direction so that both directions agree. `nameOf` gives the name
 * by which a token is ordered, where the token itself depends on the direction.
 */
export function hunksOf(
  before: readonly string[],
  after: readonly string[],
  nameOf: (token: string) => string = (token) => token,
): Hunk[] {
  const key = (tokens: readonly string[]): string => tokens.map(nameOf).join("\u0001");
  if (key(before) <= key(after)) return directedHunks(before, after);
  return directedHunks(after, before).map(({ same, removed, added }) => ({ same, removed: added, added: removed }));
}

function directedHunks(before: readonly string[], after: readonly string[]): Hunk[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const endMax = Math.min(before.length, after.length) - start;
  while (end < endMax && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const middle = { before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
  const hunks: Hunk[] = start > 0 ? [{ same: before.slice(0, start), removed: [], added: [] }] : [];
  const found = diffArrays(middle.before, middle.after, { maxEditLength: editsMax });
  if (found === undefined) hunks.push({ same: [], removed: middle.before, added: middle.after });
  else {
    for (const change of found) {
      const last = hunks.at(-1);
      if (!change.added && !change.removed) hunks.push({ same: change.value, removed: [], added: [] });
      else if (last !== undefined && last.same.length === 0) {
        hunks[hunks.length - 1] = {
          same: [],
          removed: change.removed ? [...last.removed, ...change.value] : last.removed,
          added: change.added ? [...last.added, ...change.value] : last.added,
        };
      } else
        hunks.push({ same: [], removed: change.removed ? change.value : [], added: change.added ? change.value : [] });
    }
  }
  if (end > 0) hunks.push({ same: before.slice(before.length - end), removed: [], added: [] });
  return hunks;
}

/** A lone space between two changes is taken into them: "old words" to "new phrase" reads as one replacement. */
export function joinedAcrossSpaces(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  hunks.forEach((hunk, index) => {
    const last = joined.at(-1);
    const between =
      index > 0 && index < hunks.length - 1 && hunk.same.length > 0 && hunk.same.every((token) => /^\s+$/u.test(token));
    if (between) joined.push({ same: [], removed: hunk.same, added: hunk.same });
    else joined.push(hunk);
    const now = joined.at(-1);
    if (last === undefined || now === undefined || last.same.length > 0 || now.same.length > 0) return;
    joined.splice(-2, 2, {
      same: [],
      removed: [...last.removed, ...now.removed],
      added: [...last.added, ...now.added],
    });
  });
  return joined;
}

function segmenterFor(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? "und", { granularity: "word" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "word" });
  }
}
