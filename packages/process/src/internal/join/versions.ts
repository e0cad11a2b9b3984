import { compareVersions, type LanguageVersion, type VersionFinding } from "@parley/agreement";
import type { TabledText } from "../../events.ts";
import type { ProcessFile } from "../folder/formats.ts";

/** The language of a text that does not say its own. */
const languageUnsaid = "en";

/** Every language version of a text, its own first. */
export function languagesOf({ agreement, versions }: Pick<TabledText, "agreement" | "versions">): LanguageVersion[] {
  const own = { language: agreement.front.language ?? languageUnsaid, agreement };
  return [own, ...versions.filter(({ language }) => language !== own.language)];
}

/** Where the language versions of a text say different things; nothing for a text in one language. */
export function differencesOf(
  text: Pick<TabledText, "agreement" | "versions">,
  { parties }: Pick<ProcessFile, "parties">,
): VersionFinding[] {
  if (text.versions.length === 0) return [];
  const names = parties
    .filter(({ called }) => Object.keys(called).length > 0)
    .map(({ id, called }) => ({ id, names: called }));
  return compareVersions({ versions: languagesOf(text), names });
}

const names: Readonly<Record<string, string>> = { "fa-AF": "Dari", prs: "Dari", ps: "Pashto", fa: "Persian" };

/** The name of a language as the field says it: Dari is the Persian of Afghanistan. */
export function languageName(tag: string): string {
  return names[tag] ?? new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }).of(tag) ?? tag;
}
