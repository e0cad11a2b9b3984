/** The parts of a language tag that a page states: "fa-AF" is the language "fa" in the region "AF". */
export interface PageLanguage {
  readonly language: string;
  readonly region: string | null;
}

/** Reads a BCP 47 tag. What cannot be read is "und", undetermined: no language is guessed from the words. */
export function pageLanguage(tag: string | null): PageLanguage {
  const subtags = (tag ?? "").split(/[-_]/);
  const language = (subtags[0] ?? "").toLowerCase();
  if (!/^[a-z]{2,3}$/.test(language)) return { language: "und", region: null };
  const region = subtags.slice(1).find((subtag) => /^[A-Za-z]{2}$/.test(subtag));
  return { language, region: region?.toUpperCase() ?? null };
}
