import { numberAtHead } from "@parley/agreement";
import { chiefRun, earlierTokens, type Stood } from "./stream.ts";
import { isWide, type Token, textOfToken, textOfTokens, wasThere } from "./tokens.ts";

/**
 * A number that somebody typed as words at the head of a paragraph, as most drafts not written by us have it. Null where
 * the word processor counts the paragraph itself, and where nothing or nothing but a number stands in it.
 */
export function typedNumber(stood: Stood): { readonly printed: string; readonly length: number } | null {
  const chief = chiefRun(stood);
  const isPlain = chief?.role === "body" || chief?.role === "heading";
  if (chief === undefined || !isPlain || chief.kind !== "paragraph" || chief.label !== null) return null;
  const text = textOfTokens(earlierTokens(stood));
  const found = numberAtHead(text, chief.role === "heading" ? "heading" : "paragraph");
  if (found === null || (chief.role === "body" && text.slice(found.length).trim() === "")) return null;
  return found;
}

/** The tokens without the first so many characters of what stood before the changes; marks without width stay. */
export function withoutHead(tokens: readonly Token[], length: number): Token[] {
  let left = length;
  return tokens.filter((token) => {
    if (left <= 0 || !isWide(token) || !wasThere(token.revisions)) return true;
    left -= textOfToken(token).length;
    return left < 0;
  });
}
