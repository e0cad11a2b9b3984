/** The languages whose words for numbers are read. */
export type WordsLanguage = "english" | "dari" | "pashto";

/** The reading of a BCP 47 tag; null for a language of which only figures are read. */
export function wordsLanguage(tag: string): WordsLanguage | null {
  const [primary = ""] = tag.toLowerCase().split("-");
  if (primary === "en") return "english";
  if (["fa", "prs", "pes", "per", "fas"].includes(primary)) return "dari";
  return ["ps", "pus", "pbu", "pst", "pbt"].includes(primary) ? "pashto" : null;
}

/** A language as English names it: "Dari" for fa-AF. The tag itself where it names none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
