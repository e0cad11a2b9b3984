import { alignVersions, type Provision, type VersionFinding } from "@parley/agreement";
import type { VersionsAnswer } from "../answers/text.ts";
import type { TabledText } from "../events.ts";
import type { State } from "../fold.ts";
import { directionOf } from "../internal/drafts/direction.ts";
import { tellPiece } from "../internal/join/pieces.ts";
import { differencesOf, languageName, languagesOf } from "../internal/join/versions.ts";
import { counted, listed } from "../internal/join/view.ts";

/** The language versions of a text side by side, each difference beside its provision; null for a text in one language. */
export function tellVersions(text: TabledText, { definition }: Pick<State, "definition">): VersionsAnswer | null {
  const versions = languagesOf(text);
  if (versions.length < 2) return null;
  const found = differencesOf(text, definition);
  const rows = alignVersions(versions).map(({ id, provisions }) => ({
    provision: id,
    cells: provisions.map(cellOf),
    findings: found.filter(({ provision }) => provision === id).map(findingOf),
  }));
  const shown = new Set(rows.map(({ provision }) => provision));
  const prevailing = versions
    .map(({ agreement }) => agreement.front.prevailingLanguage)
    .find((language) => language !== null);
  const languages = versions.map(({ language, agreement }) => ({
    language,
    name: languageName(language),
    file: agreement.file,
    title: agreement.front.title,
    direction: directionOf(language),
    prevails: language === prevailing,
  }));
  return {
    text: firstLine(languages, found),
    languages,
    rows,
    findings: found.filter(({ provision }) => provision === null || !shown.has(provision)).map(findingOf),
  };
}

function cellOf(provision: Provision | null): VersionsAnswer["rows"][number]["cells"][number] {
  if (provision === null) return null;
  return {
    number: provision.number,
    heading: provision.heading !== null,
    pieces: provision.words.map(tellPiece),
  };
}

function findingOf({ code, severity, message, help }: VersionFinding): VersionsAnswer["findings"][number] {
  return { code, severity, text: message, help };
}

function firstLine(languages: VersionsAnswer["languages"], found: readonly VersionFinding[]): string {
  const names = listed(languages.map(({ name }) => name));
  const differ = found.filter(({ severity }) => severity !== "note").length;
  const unread = found.length - differ;
  const said = differ === 0 ? "no difference was found" : `${counted(differ, "difference")} found`;
  const prevails = languages.find((language) => language.prevails);
  return `In ${names}: ${said}${unread === 0 ? "" : `; ${counted(unread, "thing")} could not be compared or may be the same`}. ${
    prevails === undefined ? "The text does not say which language prevails." : `${prevails.name} prevails.`
  }`;
}
