import type { Diagnostic, Span } from "@parley/diagnostics";
import { alignedRows } from "./internal/versions/align.ts";
import { compareFound } from "./internal/versions/compare-found.ts";
import type { Agreement, Provision } from "./model.ts";

/** One language of a text; the tag is BCP 47, as `fa-AF`. */
export interface LanguageVersion {
  readonly language: string;
  readonly agreement: Agreement;
}

/** A party or a term, and what it is called in each language. */
export interface NameInLanguages {
  readonly id: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** Every finding of `compareVersions`; the rules are numbered in docs/spec/language-versions.md. */
export const versionCodes = [
  "version-provision-missing",
  "version-words-missing",
  "version-not-translated",
  "version-order-differs",
  "version-numbering-differs",
  "version-status-differs",
  "version-number-differs",
  "version-number-missing",
  "version-number-two-ways",
  "version-unit-differs",
  "version-date-differs",
  "version-date-missing",
  "version-date-two-ways",
  "version-date-by-the-moon",
  "version-weekday-wrong",
  "version-name-differs",
  "version-name-missing",
  "version-bracket-missing",
  "version-bracket-differs",
  "version-reference-differs",
  "version-front-matter-differs",
  "version-not-compared",
] as const;

export type VersionCode = (typeof versionCodes)[number];

/** What was held against each other. */
export type VersionKind =
  | "provisions"
  | "order"
  | "numbering"
  | "status"
  | "numbers"
  | "dates"
  | "names"
  | "brackets"
  | "references"
  | "front matter";

/** One version's side of a finding. `span` is null where the version has no such words; `words` then is empty. */
export interface VersionSide {
  readonly language: string;
  readonly file: string;
  readonly span: Span | null;
  readonly words: string;
}

/** A difference between two versions, or what could not be compared, for a lawyer who reads both. */
export interface VersionFinding extends Diagnostic<VersionCode> {
  readonly kind: VersionKind;
  /** The lasting id of the provision; null for the front matter and for a whole version. */
  readonly provision: string | null;
  /** The version that it is held against, then the other; one side alone where a version contradicts itself. */
  readonly sides: readonly VersionSide[];
  /** The language that prevails by the front matter; null where it says nothing. */
  readonly prevails: string | null;
}

/**
 * Holds the language versions of one text against each other: provisions by their ids, their order and numbering, numbers in words and
 * figures with their units, dates in three calendars, names, brackets, references, status and front matter. Every version
 * is held against the one that prevails, else the first. A difference is told only where both sides were read for sure; else once per provision and
 * kind that it could not be compared. `names` lists what parties and terms are called; without it names are not compared. In
 * the order of the provisions. Never throws; near to linear.
 */
export function compareVersions({
  versions,
  names = [],
}: {
  readonly versions: readonly LanguageVersion[];
  readonly names?: readonly NameInLanguages[];
}): VersionFinding[] {
  return compareFound(versions, names);
}

/** One line of a page that shows versions side by side: a provision in each version, in the order given, or null. */
export interface VersionRow {
  readonly id: string;
  readonly provisions: readonly (Provision | null)[];
}

/**
 * Every provision of every version once, in the order of the version that prevails, else of the first; what only another has stands after the
 * one it follows there. Near to linear.
 */
export function alignVersions(versions: readonly LanguageVersion[]): VersionRow[] {
  return alignedRows(versions);
}
