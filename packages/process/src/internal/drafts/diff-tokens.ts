import type { Revision } from "@parley/documents";
import { diffArrays } from "diff";
import { isBlank, isWide, keyOf, type Token, type WideToken, wasThere } from "./tokens.ts";

/** Beyond so many differing tokens two wordings have little in common, and are shown as one put in place of the other. */
const editLengthMax = 3000;
/** Of the words of the longer wording, this share must be in both for a difference word by word. */
const sharedShareMin = 0.4;

/** A stretch that both have, that only the earlier one has, or that only the later one has, in tokens. */
export interface TokenChange {
  readonly kind: "same" | "removed" | "added";
  readonly count: number;
}

/**
 * From one wording to another. Hands and marks without width do not count. Wordings that share few words are told as one
 * put in the place of the other, since a reader can make nothing of scattered syllables. Bounded in time.
 */
export function diffTokens(before: readonly WideToken[], after: readonly WideToken[]): TokenChange[] {
  const changes = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: editLengthMax });
  const shared = (changes ?? [])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.filter(isWord).length, 0);
  const most = Math.max(before.map(keyOf).filter(isWord).length, after.map(keyOf).filter(isWord).length);
  if (changes === undefined || shared < most * sharedShareMin) {
    const all: TokenChange[] = [
      { kind: "removed", count: before.length },
      { kind: "added", count: after.length },
    ];
    return all.filter(({ count }) => count > 0);
  }
  return changes.map(({ added, removed, count, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    count: count ?? value.length,
  }));
}

function isWord(key: string): boolean {
  return /^[\p{L}\p{N}]/u.test(key) && key !== "space";
}

/** A token with the marks that stand right before and right after it. */
interface Held {
  readonly before: readonly Token[];
  readonly token: WideToken;
  readonly after: readonly Token[];
}

/**
 * The words that were sent laid over the words that came back: what is in both is as it came back, with the bookmarks of
 * the sent draft; what differs without a tracked change bears `added` or `removed`. Rejecting everything in it gives the
 * sent words.
 */
export function overlay(parts: {
  readonly sent: readonly Token[];
  readonly returned: readonly Token[];
  readonly added: Revision;
  readonly removed: Revision;
  /** True where a space more or less, with no word changed beside it, is nobody's change: those of the sent words then stand. */
  readonly spacesStand: boolean;
}): Token[] {
  const sent = heldOf(parts.sent);
  const earlier = parts.returned.filter((token): token is WideToken => isWide(token) && wasThere(token.revisions));
  const changes = diffTokens(
    sent.map(({ token }) => token),
    earlier,
  );
  const quiet = parts.spacesStand
    ? onlySpaces(
        changes,
        sent.map(({ token }) => token),
        earlier,
      )
    : [];
  const out: Token[] = [];
  let [atSent, atReturned] = [0, 0];
  /** What was inserted with tracking stands before the next word that was there; so do the marks of comments. */
  const passTo = (wanted: boolean): WideToken | undefined => {
    while (atReturned < parts.returned.length) {
      const token = parts.returned[atReturned];
      if (token === undefined) break;
      if (isWide(token) && wasThere(token.revisions)) {
        if (!wanted) return undefined;
        atReturned += 1;
        return token;
      }
      atReturned += 1;
      if (token.kind !== "anchor-start" && token.kind !== "anchor-end") out.push(token);
    }
    return undefined;
  };
  for (const [index, { kind, count }] of changes.entries()) {
    for (let step = 0; step < count; step++) {
      const held = kind === "added" ? undefined : sent[atSent++];
      const token = kind === "removed" ? undefined : passTo(true);
      if (held !== undefined && token !== undefined) {
        out.push(...held.before, withRevisions(held.token, token.revisions), ...held.after);
      } else if (held !== undefined) {
        const gone = quiet[index] === true ? [] : [parts.removed];
        out.push(...held.before, withRevisions(held.token, gone), ...held.after);
      } else if (token !== undefined && quiet[index] !== true) {
        out.push(withRevisions(token, [parts.added, ...token.revisions]));
      }
    }
  }
  passTo(false);
  return out;
}

/**
 * For each change, whether it and those right beside it are nothing but spaces, so that no word differs there. Spaces
 * between words that changed belong to those words.
 */
function onlySpaces(
  changes: readonly TokenChange[],
  sent: readonly WideToken[],
  returned: readonly WideToken[],
): boolean[] {
  const quiet: boolean[] = [];
  let group: number[] = [];
  let hasWords = false;
  let [atSent, atReturned] = [0, 0];
  const close = (): void => {
    for (const index of group) quiet[index] = !hasWords;
    group = [];
    hasWords = false;
  };
  for (const [index, { kind, count }] of changes.entries()) {
    if (kind === "same") close();
    else group.push(index);
    const own = kind === "added" ? returned.slice(atReturned, atReturned + count) : sent.slice(atSent, atSent + count);
    if (kind !== "same" && !own.every(isSpace)) hasWords = true;
    if (kind !== "added") atSent += count;
    if (kind !== "removed") atReturned += count;
  }
  close();
  return quiet;
}

function isSpace(token: WideToken): boolean {
  return token.kind === "tab" || (token.kind === "word" && isBlank(token.text));
}

function heldOf(tokens: readonly Token[]): Held[] {
  const held: { before: Token[]; token: WideToken; after: Token[] }[] = [];
  let waiting: Token[] = [];
  for (const token of tokens) {
    if (isWide(token)) {
      held.push({ before: waiting, token, after: [] });
      waiting = [];
    } else if (token.kind === "anchor-end" || token.kind === "comment-end") (held.at(-1)?.after ?? waiting).push(token);
    else waiting.push(token);
  }
  held.at(-1)?.after.push(...waiting);
  return held;
}

export function withRevisions(token: WideToken, revisions: readonly Revision[]): WideToken {
  return { ...token, revisions };
}
