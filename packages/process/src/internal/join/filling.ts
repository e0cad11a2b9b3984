import { cleanText, type Inline } from "@parley/agreement";

/**
 * The words with which another draft fills a bracket. The words around the bracket are looked for in the other
 * draft's provision; what stands between them is the filling. Words after the bracket that the other draft replaced
 * too ("[ ] months" by "three years") belong to the filling. When the provision was reworded beyond that, the whole
 * of it is the filling. `filled` is clean text. Quadratic at worst in the words that follow the bracket.
 */
export function fillingOf({
  words,
  bracket,
  filled,
}: {
  readonly words: readonly Inline[];
  readonly bracket: string;
  readonly filled: string;
}): string {
  const at = words.findIndex((inline) => inline.kind === "bracket" && inline.id === bracket);
  const whole = folded(filled);
  if (at < 0) return whole;
  const before = folded(cleanText(plainRun(words.slice(0, at).reverse()).reverse()));
  const start = before === "" ? 0 : whole.indexOf(before);
  if (start < 0) return whole;
  const rest = whole.slice(start + before.length);
  const after = folded(cleanText(plainRun(words.slice(at + 1))))
    .split(" ")
    .filter((word) => word !== "");
  for (let skipped = 0; skipped < after.length; skipped += 1) {
    const end = rest.indexOf(after.slice(skipped).join(" "));
    if (end > 0)
      return rest
        .slice(0, end)
        .replace(/[\s,;:]+$/u, "")
        .trim();
  }
  return after.length === 0 ? rest.replace(/[.;]?\s*$/u, "").trim() : whole;
}

/** The inlines up to the next bracket. */
function plainRun(words: readonly Inline[]): Inline[] {
  const end = words.findIndex((inline) => inline.kind === "bracket");
  return end < 0 ? [...words] : words.slice(0, end);
}

function folded(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
