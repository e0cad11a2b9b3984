import type { Revision } from "@parley/documents";
import type { Hand, Hands } from "./hands.ts";
import { isNew, type MarkedPart, type MarkedProvision } from "./marked.ts";
import { isBlank, isWide, standsWith, type Token, textOfTokens, wasThere } from "./tokens.ts";
import { isStructural } from "./words.ts";

/** A stretch of a provision that somebody changed, or a whole paragraph that somebody put in. */
export interface Place {
  readonly kind: "words" | "provision" | "paragraph";
  readonly tokens: readonly Token[];
  /** Where it stands in the stream of its provision; for a paragraph that was put in, both are the place it follows. */
  readonly start: number;
  readonly end: number;
  /** The paragraph that was put in; null for words of the provision. */
  readonly part: MarkedPart | null;
  /** True when it was put in before the provision and not after it. */
  readonly before: boolean;
  /** Of a paragraph that was put in, how many parts of the provision stand before it; 0 for words. */
  readonly partsBefore: number;
}

/** The words of a provision as one stream, its inserted ends as ends, and the places in it. */
export interface Placed {
  readonly stream: readonly Token[];
  readonly places: readonly Place[];
  /** Tracked changes of the end of the provision. */
  readonly end: readonly Revision[];
}

/** Linear in the tokens. */
export function placesOf({ sent, parts }: MarkedProvision): Placed {
  const own = sent === null ? [] : ownParts(parts);
  const stream = own.flatMap(({ tokens, end }, index): Token[] =>
    index === own.length - 1 ? [...tokens] : [...tokens, { kind: "end", revisions: end }],
  );
  const firstOwn = parts.findIndex((part) => own.includes(part));
  const put = parts.flatMap((part, index): Place[] =>
    own.includes(part)
      ? []
      : [
          {
            kind: "paragraph",
            tokens: part.tokens,
            start: stream.length,
            end: stream.length,
            part,
            before: index < firstOwn,
            partsBefore: parts.slice(0, index).filter((each) => own.includes(each)).length,
          },
        ],
  );
  return { stream, places: [...changedPlaces(stream), ...put], end: own.at(-1)?.end ?? [] };
}

function ownParts(parts: readonly MarkedPart[]): readonly MarkedPart[] {
  const own = parts.filter((part) => !isNew(part));
  // Empty paragraphs hold no words of the provision as long as another one does.
  const filled = own.filter(({ tokens }) => tokens.some(isWide));
  if (filled.length > 0) return filled;
  return own.length > 0 ? own.slice(0, 1) : parts.slice(0, 1);
}

/** Runs of changed words, each widened over the whole bracket it touches; all of it as one when no word is left. */
function changedPlaces(stream: readonly Token[]): Place[] {
  const isChanged = (token: Token | undefined) => token !== undefined && isWide(token) && token.revisions.length > 0;
  const wide = stream.filter(isWide);
  if (!wide.some(isChanged)) return [];
  if (wide.every((token) => isGone(token) || !wasThere(token.revisions) || isSpace(token)) && wide.some(isGone)) {
    const isEmptied = !wide.some(({ revisions }) => !wasThere(revisions));
    if (isEmptied) return [place("provision", stream, 0, stream.length)];
  }
  const spans: { start: number; end: number }[] = [];
  for (let at = 0; at < stream.length; at++) {
    if (!isChanged(stream[at])) continue;
    const last = spans.at(-1);
    if (last !== undefined && stream.slice(last.end, at).every((token) => !isWide(token) || isSpace(token)))
      last.end = at + 1;
    else spans.push({ start: at, end: at + 1 });
  }
  return mergedSpans(widened(spans, bracketsIn(stream))).map(({ start, end }) => place("words", stream, start, end));
}

function isGone(token: Token): boolean {
  return (
    isWide(token) &&
    wasThere(token.revisions) &&
    token.revisions.some(({ kind }) => kind === "deleted" || kind === "moved-away")
  );
}

function isSpace(token: Token): boolean {
  return token.kind === "word" && isBlank(token.text);
}

function place(kind: Place["kind"], stream: readonly Token[], start: number, end: number): Place {
  return { kind, tokens: stream.slice(start, end), start, end, part: null, before: false, partsBefore: 0 };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The outermost brackets of the words that stood before the changes, from the bookmark before to the one after. */
function bracketsIn(stream: readonly Token[]): Stretch[] {
  const found: Stretch[] = [];
  const open: number[] = [];
  stream.forEach((token, at) => {
    if (!isWide(token) || !wasThere(token.revisions)) return;
    if (isStructural(token, "[")) open.push(at);
    if (!isStructural(token, "]")) return;
    const start = open.pop();
    if (start === undefined || open.length > 0) return;
    found.push({
      start: stream[start - 1]?.kind === "anchor-start" ? start - 1 : start,
      end: stream[at + 1]?.kind === "anchor-end" ? at + 2 : at + 1,
    });
  });
  return found;
}

function widened(spans: readonly Stretch[], brackets: readonly Stretch[]): Stretch[] {
  let next = 0;
  return spans.map((span) => {
    let { start, end } = span;
    while (next < brackets.length && (brackets[next]?.end ?? 0) <= span.start) next += 1;
    for (let at = next; at < brackets.length; at++) {
      const bracket = brackets[at];
      if (bracket === undefined || bracket.start >= span.end) break;
      start = Math.min(start, bracket.start);
      end = Math.max(end, bracket.end);
    }
    return { start, end };
  });
}

function mergedSpans(spans: readonly Stretch[]): Stretch[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** What one hand wants in a place. */
export interface Wording {
  readonly hand: Hand;
  /** The names whose changes make it: its own, and those its own rest on. */
  readonly authors: ReadonlySet<string>;
  readonly text: string;
}

/** The words of a place before every change. */
export function earlierWords({ tokens, kind }: Place): string {
  return kind === "paragraph"
    ? ""
    : textOfTokens(tokens.filter((token) => !isWide(token) || wasThere(token.revisions)));
}

/** What each hand wants in a place: its own changes carried out, with those of others that they were made in. */
export function wordingsOf({ tokens }: Place, hands: Hands): Wording[] {
  const revisions = tokens.flatMap((token) => (isWide(token) ? token.revisions : []));
  return hands.among(revisions).map((hand) => {
    const authors = new Set<string>();
    for (const token of tokens) {
      if (!isWide(token)) continue;
      const innermost = token.revisions.findLastIndex(({ author }) => hands.keyOf(author) === hand.key);
      for (const { author } of token.revisions.slice(0, innermost + 1)) authors.add(author);
    }
    return { hand, authors, text: textOfTokens(standing(tokens, authors)) };
  });
}

/** The tokens that stand when the changes of these names are carried out. */
export function standing(tokens: readonly Token[], authors: ReadonlySet<string>): Token[] {
  return tokens.filter((token) => !isWide(token) || standsWith(token.revisions, (author) => authors.has(author)));
}
