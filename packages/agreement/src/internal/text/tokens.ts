import { type Attributes, looksLikeAttributes, readAttributes } from "./attributes.ts";
import type { Findings } from "./findings.ts";
import { isSpace, type Stretch } from "./lines.ts";

/** A piece of a paragraph before brackets are understood. Offsets are of the source. */
export interface Token extends Stretch {
  readonly kind: "text" | "open" | "close" | "bar" | "emphasis" | "strong" | "soft-break" | "hard-break";
  /** What a reader sees when the token is plain words. */
  readonly text: string;
  /** Attributes after a closing bracket, or at the head of an alternative. */
  readonly attributes: Attributes | null;
  /** The destination of a link after a closing bracket. */
  readonly link: string | null;
  /** Where the mark itself ends, before its attributes or link. */
  readonly markEnd: number;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
  /** The index of the other bracket of a pair; -1 for a bracket that is only a character. */
  pair: number;
}

const destination =
  /\((#[^\s()[\]]{1,200}|(?:[a-z][a-z0-9+.-]{1,20}:|\.{0,2}\/|www\.)[^\s()[\]]{0,1000}|[^\s()[\]]{1,200}\.(?:md|html?|pdf))\)/iuy;
const tag = /<(?:\/?[A-Za-z][A-Za-z0-9-]{0,30}(?:[ \t][^<>\r\n]{0,300})?\/?|!--[^<>\r\n]{0,500}--)>/uy;
// A run ends with its line, so that no character is looked at twice.
const plainRun = /[^[\]|\\*_<\r\n]+/uy;

/** Cuts the words of a paragraph into tokens: one pass, each character looked at a bounded number of times. */
export function tokenize(source: string, segments: readonly Stretch[], findings: Findings): Token[] {
  const tokens: Token[] = [];
  let at = -1;
  segments.forEach((segment, index) => {
    const previous = segments[index - 1];
    if (previous !== undefined) tokens.push(lineBreak(source, tokens, previous, segment));
    at = Math.max(at, segment.start);
    const end = trimEnd(source, segment);
    while (at < end) {
      const token = nextToken(source, at, end, findings);
      tokens.push(token);
      at = token.end;
    }
  });
  return tokens;
}

function trimEnd(source: string, { start, end }: Stretch): number {
  let to = end;
  while (to > start && isSpace(source.charCodeAt(to - 1))) to -= 1;
  return to;
}

/** Two spaces or a backslash at the end of a line are a break that somebody typed; else the line is only folded. */
function lineBreak(source: string, tokens: Token[], previous: Stretch, next: Stretch): Token {
  const end = trimEnd(source, previous);
  const last = tokens.at(-1);
  const span = { start: Math.max(end, last?.end ?? 0), end: next.start };
  // An escaped backslash is a character of the words, and no break.
  if (last?.kind === "text" && last.text === "\\" && last.end - last.start === 1) {
    tokens.pop();
    return token("hard-break", last.start, next.start, "\n");
  }
  const hard = previous.end - end >= 2 && source.charCodeAt(end) === 32 && source.charCodeAt(end + 1) === 32;
  return token(hard ? "hard-break" : "soft-break", span.start, Math.max(span.start, span.end), hard ? "\n" : " ");
}

function nextToken(source: string, at: number, end: number, findings: Findings): Token {
  switch (source.charCodeAt(at)) {
    case 91:
      return withLead(source, token("open", at, at + 1, "["), findings);
    case 124:
      return withLead(source, token("bar", at, at + 1, "|"), findings);
    case 93:
      return closing(source, at, findings);
    case 92:
      return escaped(source, at, end);
    case 42:
    case 95:
      return delimiters(source, at, end);
    case 60:
      return markup(source, at, findings);
    default:
      return plain(source, at, end);
  }
}

function plain(source: string, at: number, end: number): Token {
  plainRun.lastIndex = at;
  plainRun.test(source);
  const to = Math.min(end, Math.max(plainRun.lastIndex, at + 1));
  return token("text", at, to, source.slice(at, to));
}

function escaped(source: string, at: number, end: number): Token {
  const next = source[at + 1] ?? "";
  if (at + 1 < end && /[!-/:-@[-`{-~]/u.test(next)) return token("text", at, at + 2, next);
  return token("text", at, at + 1, "\\");
}

/** A run of one or two (three count as two) * or _ may open or close emphasis; a longer one is a line to write on. */
function delimiters(source: string, at: number, end: number): Token {
  const unit = source[at] ?? "";
  let to = at + 1;
  while (to < end && source[to] === unit) to += 1;
  if (to - at > 3) return token("text", at, to, source.slice(at, to));
  const before = source[at - 1] ?? " ";
  const after = to < end ? (source[to] ?? " ") : " ";
  const inWord = unit === "_";
  return {
    ...token(to - at === 1 ? "emphasis" : "strong", at, to, source.slice(at, to)),
    mayOpen: !/\s/u.test(after) && !(inWord && /[\p{L}\p{N}]/u.test(before)),
    mayClose: !/\s/u.test(before) && !(inWord && /[\p{L}\p{N}]/u.test(after)),
  };
}

function markup(source: string, at: number, findings: Findings): Token {
  tag.lastIndex = at;
  const found = tag.exec(source)?.[0];
  if (found === undefined) return token("text", at, at + 1, "<");
  findings.add({
    code: "raw-html",
    severity: "warning",
    at,
    message: `“${found.length > 40 ? `${found.slice(0, 40)}…` : found}” is HTML; it was kept as words of the text.`,
    help: "Take the tag out, or write what it means in Markdown.",
  });
  return token("text", at, at + found.length, found);
}

function closing(source: string, at: number, findings: Findings): Token {
  const bare = token("close", at, at + 1, "]");
  const next = source.charCodeAt(at + 1);
  if (next === 123) {
    const attributes = readAttributes(source, at + 1);
    if (attributes !== null) return carrying(source, bare, { attributes, end: attributes.end });
    if (looksLikeAttributes(source, at + 1)) notRead(source, at + 1, findings);
  }
  if (next !== 40) return bare;
  destination.lastIndex = at + 1;
  const link = destination.exec(source)?.[1];
  return link === undefined ? bare : carrying(source, bare, { link, end: destination.lastIndex });
}

/** An alternative may begin with attributes of its own: `[{#a party=us} words | {#b .unworded}]`. */
function withLead(source: string, bare: Token, findings: Findings): Token {
  let brace = bare.end;
  while (brace < bare.end + 80 && (source[brace] === " " || source[brace] === "\t")) brace += 1;
  if (source.charCodeAt(brace) !== 123) return bare;
  const attributes = readAttributes(source, brace);
  if (attributes !== null) return carrying(source, bare, { attributes, end: attributes.end });
  if (looksLikeAttributes(source, brace)) notRead(source, brace, findings);
  return bare;
}

function carrying(source: string, bare: Token, more: Partial<Token> & { readonly end: number }): Token {
  return { ...bare, ...more, text: source.slice(bare.start, more.end) };
}

export function notRead(source: string, at: number, findings: Findings): void {
  const close = source.indexOf("}", at);
  const shown = close >= 0 && close - at < 60 ? source.slice(at, close + 1) : `${source.slice(at, at + 30)}…`;
  findings.add({
    code: "attributes-not-read",
    severity: "error",
    at,
    message: `“${shown}” looks like attributes and cannot be read, so it was kept as words.`,
    help: 'Write them as in {#id .class key=value key="several words"}, and escape a literal brace as \\{.',
  });
}

function token(kind: Token["kind"], start: number, end: number, text: string): Token {
  return {
    kind,
    start,
    end,
    text,
    attributes: null,
    link: null,
    markEnd: end,
    mayOpen: false,
    mayClose: false,
    pair: -1,
  };
}
