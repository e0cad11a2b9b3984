import type { Piece, Revision, TextPiece } from "@parley/documents";

/** How some words look and what they are: what two stretches of words must share to be one. */
export type Look = Pick<TextPiece, "strong" | "emphasis" | "underline" | "role" | "link">;

/**
 * The smallest thing that a change touches: a word, a space, a sign, or a mark without letters. An `end` parts two
 * paragraphs of a file that stood as one before its tracked changes.
 */
export type Token =
  | { readonly kind: "word"; readonly text: string; readonly look: Look; readonly revisions: readonly Revision[] }
  | { readonly kind: "break" | "tab"; readonly revisions: readonly Revision[] }
  | { readonly kind: "cell"; readonly revisions: readonly Revision[] }
  | { readonly kind: "row"; readonly revisions: readonly Revision[] }
  | { readonly kind: "end"; readonly revisions: readonly Revision[] }
  | { readonly kind: "footnote"; readonly id: string; readonly revisions: readonly Revision[] }
  | Extract<Piece, { readonly kind: "anchor-start" | "anchor-end" | "comment-start" | "comment-end" }>;

/** A token that takes room in the words; anchors and comment marks do not. */
export type WideToken = Exclude<
  Token,
  { readonly kind: "anchor-start" | "anchor-end" | "comment-start" | "comment-end" }
>;

export const plainLook: Look = { strong: false, emphasis: false, underline: false, role: null, link: null };

/** Words are cut between letters and everything else; the joiners of Dari and Pashto stay inside their word. */
const words = /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['’][\p{L}\p{M}]+)*|[^\S\ufeff]+|./gsu;

export function tokensOf(pieces: readonly Piece[]): Token[] {
  return pieces.flatMap((piece): Token[] => {
    if (piece.kind !== "text") return [piece];
    const { strong, emphasis, underline, role, link, revisions } = piece;
    const look = { strong, emphasis, underline, role, link };
    return (piece.text.match(words) ?? []).map((text) => ({ kind: "word", text, look, revisions }));
  });
}

/** Tokens as pieces again, with equal neighbours in one piece; cells, rows and ends are left out. */
export function piecesOf(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  for (const token of tokens) {
    if (token.kind === "cell" || token.kind === "row" || token.kind === "end") continue;
    if (token.kind !== "word") {
      pieces.push(token);
      continue;
    }
    const last = pieces.at(-1);
    if (last?.kind === "text" && sameLook(last, token.look) && sameRevisions(last.revisions, token.revisions)) {
      pieces[pieces.length - 1] = { ...last, text: last.text + token.text };
    } else {
      pieces.push({ kind: "text", text: token.text, ...token.look, revisions: token.revisions, formatting: [] });
    }
  }
  return pieces;
}

/** Whether there is nothing but spaces; a byte order mark inside a text is none. */
export function isBlank(text: string): boolean {
  return /^[^\S\ufeff]*$/u.test(text);
}

export function isWide(token: Token): token is WideToken {
  return "revisions" in token;
}

/** The words alone: a new line for a break, a bar between cells. */
export function textOfTokens(tokens: readonly Token[]): string {
  return tokens.map(textOfToken).join("");
}

export function textOfToken(token: Token): string {
  switch (token.kind) {
    case "word":
      return token.text;
    case "break":
    case "row":
    case "end":
      return "\n";
    case "tab":
      return "\t";
    case "cell":
      return " | ";
    case "footnote":
      return `[^${token.id}]`;
    default:
      return "";
  }
}

/** What two tokens must share to count as the same words: looks count, hands do not. */
export function keyOf(token: WideToken): string {
  if (token.kind === "tab") return "space";
  if (token.kind !== "word") return `${token.kind} ${token.kind === "footnote" ? token.id : ""}`;
  const { strong, emphasis, role } = token.look;
  return isBlank(token.text) ? "space" : `${token.text}\u0000${strong ? "s" : ""}${emphasis ? "e" : ""}${role ?? ""}`;
}

export function sameLook(a: Look, b: Look): boolean {
  return (
    a.strong === b.strong &&
    a.emphasis === b.emphasis &&
    a.underline === b.underline &&
    a.role === b.role &&
    a.link === b.link
  );
}

export function sameRevisions(a: readonly Revision[], b: readonly Revision[]): boolean {
  return (
    a.length === b.length &&
    a.every((revision, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        revision.kind === other.kind &&
        revision.author === other.author &&
        revision.date === other.date &&
        revision.move === other.move
      );
    })
  );
}

/** Whether some words stand in the file as it was before its tracked changes. */
export function wasThere(revisions: readonly Revision[]): boolean {
  return !revisions.some(({ kind }) => kind === "inserted" || kind === "moved-here");
}

/** Whether some words stand when the changes of these hands are carried out and those of all others are not. */
export function standsWith(revisions: readonly Revision[], accepts: (author: string) => boolean): boolean {
  return revisions.every(({ kind, author }) =>
    kind === "inserted" || kind === "moved-here" ? accepts(author) : !accepts(author),
  );
}

/** Without the spaces and tabs at both ends, which a page has and a text has not. */
export function trimmed(tokens: readonly Token[]): Token[] {
  const isSpace = (token: Token) =>
    token.kind === "tab" || token.kind === "break" || (token.kind === "word" && isBlank(token.text));
  const isFilled = (token: Token) => !isSpace(token) && (token.kind === "word" || token.kind === "footnote");
  const first = tokens.findIndex(isFilled);
  const last = tokens.findLastIndex(isFilled);
  return tokens.filter((token, index) => (index >= first && index <= last) || !isSpace(token));
}

/** Tokens parted at every cell, row or end; the marks themselves are left out. */
export function parted(tokens: readonly Token[], at: "row" | "cell" | "end"): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === at) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
