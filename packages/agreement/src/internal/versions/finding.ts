import { diagnostic, type Related, type Severity, type Span } from "@parley/diagnostics";
import type { Provision } from "../../model.ts";
import type { VersionCode, VersionFinding, VersionKind, VersionSide } from "../../versions.ts";
import { sameLanguage, type VersionView } from "./view.ts";

/** Two versions that are held against each other, and the language that prevails. */
export interface Pair {
  readonly a: VersionView;
  readonly b: VersionView;
  readonly prevails: string | null;
}

export interface Told {
  readonly view: VersionView;
  readonly span: Span | null;
  readonly words: string;
}

/** Makes a finding. The first side with a place is where it stands; the other is told beside it. */
export function found(
  prevails: string | null,
  parts: {
    readonly code: VersionCode;
    readonly kind: VersionKind;
    readonly severity: Severity;
    readonly provision: Provision | null;
    readonly sides: readonly Told[];
    readonly message: string;
    readonly help: string;
  },
): VersionFinding {
  const { sides, provision, kind } = parts;
  const placed = sides.filter((side): side is Told & { readonly span: Span } => side.span !== null);
  const [first, ...others] = placed;
  const related = others.map(
    ({ view, span, words }): Related => ({
      place: view.lines.startOf(span),
      message: words === "" ? `The ${view.name} text.` : `The ${view.name} text: “${words}”.`,
    }),
  );
  const prevailing = prevails === null ? undefined : sides.find(({ view }) => sameLanguage(view.language, prevails));
  const rank =
    prevailing === undefined || sides.length < 2
      ? ""
      : ` By the front matter the ${prevailing.view.name} text prevails.`;
  return {
    ...diagnostic({
      code: parts.code,
      severity: parts.severity,
      message: `${parts.message}${rank}`,
      help: parts.help,
      place: first === undefined ? null : first.view.lines.startOf(first.span),
      related,
    }),
    kind,
    provision: provision?.id ?? null,
    sides: sides.map(
      ({ view, span, words }): VersionSide => ({ language: view.language, file: view.agreement.file, span, words }),
    ),
    prevails,
  };
}

/** "“prisoners” (4.)": a provision as a message names it. */
export function named(provision: Provision): string {
  return provision.number === null
    ? `“${provision.id}”`
    : `“${provision.id}” (${provision.number.replace(/\s+/gu, " ")})`;
}

/** Several wordings in one sentence: “a”, “b” and “c”. */
export function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  return quoted.length < 2 ? (quoted[0] ?? "nothing") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
