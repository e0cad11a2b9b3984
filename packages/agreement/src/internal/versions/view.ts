import { LineIndex, type Span } from "@parley/diagnostics";
import type { Agreement, Bracket, Inline, Provision } from "../../model.ts";
import type { LanguageVersion } from "../../versions.ts";
import { bracketsOf, provisionsOf } from "../readings/own-text.ts";
import { languageName } from "./languages.ts";

/** A provision of one version, with what it stands under and its place in the text. */
export interface Clause {
  readonly provision: Provision;
  readonly parent: Provision | null;
  readonly index: number;
}

/** A version laid out for comparison. */
export interface VersionView {
  readonly language: string;
  /** As English names it. */
  readonly name: string;
  readonly agreement: Agreement;
  readonly clauses: readonly Clause[];
  readonly byId: ReadonlyMap<string, Clause>;
  readonly lines: LineIndex;
}

export function viewOf({ language, agreement }: LanguageVersion): VersionView {
  const clauses = provisionsOf(agreement.provisions).map(({ provision, parent }, index) => ({
    provision,
    parent,
    index,
  }));
  return {
    language,
    name: languageName(language),
    agreement,
    clauses,
    byId: new Map(clauses.map((clause) => [clause.provision.id as string, clause])),
    lines: new LineIndex(agreement.file, agreement.source),
  };
}

/** The version that prevails by the front matter of any, else the first. */
export function referenceOf(views: readonly VersionView[]): VersionView | undefined {
  const prevailing = prevailingLanguage(views);
  return (prevailing === null ? undefined : views.find((view) => sameLanguage(view.language, prevailing))) ?? views[0];
}

/** The language that the front matter lets prevail; null where none does, or where versions name different ones. */
export function prevailingLanguage(views: readonly VersionView[]): string | null {
  const said = [...new Set(views.flatMap(({ agreement }) => agreement.front.prevailingLanguage ?? []))];
  return said.length === 1 ? (said[0] ?? null) : null;
}

/** "fa" and "fa-AF" name one language here: a text has one version of each. */
export function sameLanguage(a: string, b: string): boolean {
  const [one = "", other = ""] = [a, b].map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  const dari = ["fa", "prs", "pes", "per", "fas"];
  return one === other || (dari.includes(one) && dari.includes(other));
}

/** A stretch of a provision whose facts are compared by themselves: its words outside brackets, or one alternative. */
export interface Scope {
  readonly text: string;
  readonly pieces: readonly { readonly start: number; readonly end: number; readonly span: Span }[];
  readonly whole: Span;
}

/** Words without what stands in brackets: a sign stands there, so that nothing is read across. */
export function scopeOf(words: readonly Inline[], whole: Span): Scope {
  const pieces: Scope["pieces"][number][] = [];
  let text = "";
  for (const inline of words) {
    if (inline.kind === "footnote-mark") continue;
    const said = inline.kind === "bracket" ? " ¤ " : inline.kind === "break" ? "\n" : inline.text;
    pieces.push({ start: text.length, end: text.length + said.length, span: inline.span });
    text += said;
  }
  return { text, pieces, whole };
}

/** The place in the source of a stretch of a scope. Escapes make the two differ, so that the words are looked for. */
export function spanIn(
  view: VersionView,
  scope: Scope,
  { start, end }: { readonly start: number; readonly end: number },
): Span {
  const within = scope.pieces.filter((piece) => piece.start < end && piece.end > start);
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined) return scope.whole;
  const whole = { file: view.agreement.file, start: first.span.start, end: last.span.end };
  const words = scope.text.slice(start, end);
  const at = view.agreement.source.indexOf(words, whole.start);
  return at === -1 || at + words.length > whole.end ? whole : { ...whole, start: at, end: at + words.length };
}

/** The stretches of two versions of a provision that answer each other, brackets matched by id. */
export function pairedScopes(a: Provision, b: Provision): readonly (readonly [Scope, Scope])[] {
  const others = new Map(bracketsOf(b.words).map((bracket) => [bracket.id as string, bracket]));
  const inside = bracketsOf(a.words).flatMap((bracket) => {
    const other = others.get(bracket.id);
    return other === undefined ? [] : pairedAlternatives(bracket, other);
  });
  return [[scopeOf(a.words, a.ownSpan), scopeOf(b.words, b.ownSpan)], ...inside];
}

/** Alternatives that answer each other: by party where each has its own, else by order. None where their number differs. */
function pairedAlternatives(a: Bracket, b: Bracket): readonly (readonly [Scope, Scope])[] {
  if (a.alternatives.length !== b.alternatives.length) return [];
  const parties = new Map(b.alternatives.map((alternative) => [alternative.party, alternative]));
  const byParty =
    parties.size === b.alternatives.length && a.alternatives.every(({ party }) => party !== null && parties.has(party));
  return a.alternatives.flatMap((one, index) => {
    const other = byParty ? parties.get(one.party) : b.alternatives[index];
    return other === undefined ? [] : [[scopeOf(one.words, one.span), scopeOf(other.words, other.span)] as const];
  });
}
