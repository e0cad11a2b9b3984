import type { Direction } from "../../manuscript.ts";

/** A stretch of words that is shaped and ordered in one way. */
export interface ScriptStretch {
  readonly text: string;
  readonly direction: Direction;
}

const rightToLeft = "\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}";
const hasRightToLeft = new RegExp(`[${rightToLeft}]`, "u");
const stretches = new RegExp(
  `([${rightToLeft}]+)|((?:(?![${rightToLeft}])\\p{L})+)|(?:(?![${rightToLeft}])\\P{L})+`,
  "gu",
);

/**
 * Cuts words where Latin and Arabic script meet, since Word shapes a run in one of the two. Spaces, digits, marks and
 * joiners go with the words around them; between the two scripts, with the paragraph. Linear.
 */
export function scriptStretches(text: string, paragraph: Direction): readonly ScriptStretch[] {
  if (!hasRightToLeft.test(text)) {
    const direction = paragraph === "rtl" && !/\p{L}/u.test(text) ? "rtl" : "ltr";
    if (paragraph === "ltr" || direction === "rtl") return [{ text, direction }];
  }
  const tokens = [...text.matchAll(stretches)].map((match) => ({
    text: match[0],
    own: match[1] !== undefined ? "rtl" : match[2] !== undefined ? "ltr" : null,
  })) satisfies { text: string; own: Direction | null }[];
  const found: { text: string; direction: Direction }[] = [];
  for (const [index, token] of tokens.entries()) {
    const [left, right] = [tokens[index - 1]?.own ?? paragraph, tokens[index + 1]?.own ?? paragraph];
    const direction: Direction = token.own ?? (left === right ? left : paragraph);
    const last = found.at(-1);
    if (last?.direction === direction) last.text += token.text;
    else found.push({ text: token.text, direction });
  }
  return found;
}
