/**
 * Languages of agreements by their three-letter codes. Dari is `prs`, not `fas`: a Dari and an Iranian version of one
 * text are two expressions and must not share a name.
 */
const threeLetters: Readonly<Record<string, string>> = {
  am: "amh",
  ar: "ara",
  bs: "bos",
  de: "deu",
  en: "eng",
  es: "spa",
  fa: "fas",
  fr: "fra",
  he: "heb",
  hr: "hrv",
  it: "ita",
  ku: "kur",
  my: "mya",
  ne: "nep",
  ps: "pus",
  pt: "por",
  ru: "rus",
  si: "sin",
  so: "som",
  sr: "srp",
  sw: "swa",
  ta: "tam",
  tg: "tgk",
  ti: "tir",
  tk: "tuk",
  tr: "tur",
  uk: "ukr",
  ur: "urd",
  uz: "uzb",
  zh: "zho",
};

const olderCodes: Readonly<Record<string, string>> = { per: "fa", fre: "fr", ger: "de", chi: "zh", bur: "my" };

/** The three-letter code of a BCP 47 tag; "und" for none and for one we do not know. */
export function threeLetterCode(tag: string | null): string {
  const [primary = "", ...rest] = (tag ?? "").toLowerCase().split("-");
  if (primary === "fa" && rest.includes("af")) return "prs";
  if (/^[a-z]{3}$/u.test(primary)) return primary;
  return Object.hasOwn(threeLetters, primary) ? (threeLetters[primary] ?? "und") : "und";
}

/** The BCP 47 tag of a code met in a file; null for none and for "und". */
export function tagOfCode(code: string | null): string | null {
  if (code === null) return null;
  const lower = code.trim().toLowerCase();
  if (lower === "prs") return "fa-AF";
  if (lower === "" || lower === "und") return null;
  if (Object.hasOwn(olderCodes, lower)) return olderCodes[lower] ?? null;
  const known = Object.entries(threeLetters).find(([, three]) => three === lower)?.[0];
  return known ?? (isLanguageTag(code.trim()) ? code.trim() : null);
}

/** True for what XML Schema takes as a language. */
export function isLanguageTag(tag: string | null): tag is string {
  return tag !== null && /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/u.test(tag);
}
