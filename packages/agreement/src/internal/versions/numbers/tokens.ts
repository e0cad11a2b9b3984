import { plainScript } from "@parley/calendar";

/** A word, a figure or a percent sign of a text, in folded letters. */
export interface Token {
  readonly text: string;
  readonly kind: "word" | "figure" | "sign";
  /** Where it stands in the text as written. */
  readonly start: number;
  readonly end: number;
  /** What stands between the token before and this one. */
  readonly gap: string;
}

const pattern = /(?<word>[\p{L}\p{M}]+)|(?<figure>\d+(?:[.,٫٬،/:]\d+)*)|(?<sign>[%٪])/gu;

/** The tokens of a text; those inside a stretch to leave out are left out. Linear. */
export function tokensOf(
  text: string,
  {
    joined,
    without,
  }: {
    readonly joined: ReadonlyMap<string, readonly string[]>;
    readonly without: readonly { readonly start: number; readonly end: number }[];
  },
): Token[] {
  const plain = plainScript(text);
  const tokens: Token[] = [];
  let from = 0;
  let skip = 0;
  for (const found of plain.text.matchAll(pattern)) {
    const span = plain.spanOf(found.index, found.index + found[0].length);
    const gap = plain.text.slice(from, found.index);
    from = found.index + found[0].length;
    while (skip < without.length && (without[skip]?.end ?? 0) <= span.start) skip += 1;
    const left = without[skip];
    if (left !== undefined && left.start < span.end) {
      if (tokens.at(-1)?.text !== "") tokens.push({ text: "", kind: "sign", ...span, gap });
      continue;
    }
    const kind = found.groups?.word !== undefined ? "word" : found.groups?.figure !== undefined ? "figure" : "sign";
    const parts = kind === "word" ? (joined.get(found[0]) ?? [found[0]]) : [found[0]];
    parts.forEach((part, index) => {
      tokens.push({ text: part, kind, ...span, gap: index === 0 ? gap : " " });
    });
  }
  return tokens;
}

/** Whether a token follows the one before it as words of one number do. */
export function isBeside(token: Token | undefined): token is Token {
  return token !== undefined && token.text !== "" && /^[\s\u200c-]*$/u.test(token.gap);
}
