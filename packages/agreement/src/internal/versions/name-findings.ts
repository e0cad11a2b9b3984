import { plainScript } from "@parley/calendar";
import type { Provision } from "../../model.ts";
import type { NameInLanguages, VersionFinding } from "../../versions.ts";
import { found, named, type Pair } from "./finding.ts";
import { type Scope, sameLanguage, spanIn, type VersionView } from "./view.ts";

/** The names of one language, ready to be looked for. */
export interface NameIndex {
  readonly pattern: RegExp | null;
  readonly idOf: ReadonlyMap<string, string>;
  /** The forms as written, by their folded form: capitals count. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  /** Names that have a form in this language. */
  readonly known: ReadonlySet<string>;
}

/** Where a name stands first in a provision; `loose` for one with an ending that may make it another word. */
interface NameFound {
  readonly scope: Scope;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly loose: boolean;
}

export function nameIndex(names: readonly NameInLanguages[], language: string): NameIndex {
  const idOf = new Map<string, string>();
  const written = new Map<string, string[]>();
  const known = new Set<string>();
  for (const { id, names: forms } of names)
    for (const [tag, list] of Object.entries(forms)) {
      if (!sameLanguage(tag, language)) continue;
      for (const form of list) {
        const key = keyOf(plainScript(form).text);
        if (key === "") continue;
        known.add(id);
        if (!idOf.has(key)) idOf.set(key, id);
        written.set(key, [...(written.get(key) ?? []), form.trim()]);
      }
    }
  const forms = [...idOf.keys()].sort((x, y) => y.length - x.length);
  const escaped = forms.map((form) =>
    form.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&").replaceAll(" ", "[\\s\\u200c]{1,3}"),
  );
  const pattern =
    escaped.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{M}\\d])(${escaped.join("|")})([\\p{L}\\p{M}]{0,3})(?![\\p{L}\\p{M}])`, "gu");
  return { pattern, idOf, written, known };
}

/** LNG-18 to LNG-20: a party or term named in one version and not in the other. */
export function nameFindings(
  { a, b, prevails }: Pair,
  one: Provision,
  other: Provision,
  scopes: readonly (readonly [Scope, Scope])[],
  indexes: readonly [NameIndex, NameIndex],
  toldUnknown: Set<string>,
): VersionFinding[] {
  const [inA, inB] = [
    namesIn(
      scopes.map(([scope]) => scope),
      indexes[0],
    ),
    namesIn(
      scopes.map(([, scope]) => scope),
      indexes[1],
    ),
  ];
  const findings: VersionFinding[] = [];
  const alone = (
    mine: ReadonlyMap<string, NameFound>,
    theirs: ReadonlyMap<string, NameFound>,
    index: NameIndex,
    view: VersionView,
  ) =>
    [...mine].filter(([id, { loose }]) => {
      if (theirs.has(id) || loose) return false;
      if (index.known.has(id)) return true;
      if (!toldUnknown.has(`${view.language} ${id}`)) {
        toldUnknown.add(`${view.language} ${id}`);
        findings.push(unknownName({ a, b, prevails }, one, other, id, view));
      }
      return false;
    });
  const [onlyA, onlyB] = [alone(inA, inB, indexes[1], b), alone(inB, inA, indexes[0], a)];
  while (onlyA.length > 0 || onlyB.length > 0) {
    const [mine, theirs] = [onlyA.shift()?.[1], onlyB.shift()?.[1]];
    findings.push(differ({ a, b, prevails }, [one, mine], [other, theirs]));
  }
  return findings;
}

function differ(
  { a, b, prevails }: Pair,
  [one, mine]: readonly [Provision, NameFound | undefined],
  [other, theirs]: readonly [Provision, NameFound | undefined],
): VersionFinding {
  const both = mine !== undefined && theirs !== undefined;
  const message = both
    ? `In ${named(one)} the ${a.name} text names “${mine.words}” and the ${b.name} text “${theirs.words}”. They are not the same.`
    : mine !== undefined
      ? `In ${named(one)} the ${a.name} text names “${mine.words}”, and the ${b.name} text does not name it.`
      : `In ${named(one)} the ${b.name} text names “${theirs?.words ?? ""}”, and the ${a.name} text does not name it.`;
  return found(prevails, {
    code: both ? "version-name-differs" : "version-name-missing",
    kind: "names",
    severity: both ? "error" : "warning",
    provision: one,
    sides: [
      { view: a, span: mine === undefined ? one.ownSpan : spanIn(a, mine.scope, mine), words: mine?.words ?? "" },
      {
        view: b,
        span: theirs === undefined ? other.ownSpan : spanIn(b, theirs.scope, theirs),
        words: theirs?.words ?? "",
      },
    ],
    message,
    help: both
      ? "Find out who is meant, and name the same in both."
      : "Name it in both, or in neither. If the other says it in other words, add them to the names of the process.",
  });
}

function unknownName(
  { a, b, prevails }: Pair,
  one: Provision,
  other: Provision,
  id: string,
  view: VersionView,
): VersionFinding {
  return found(prevails, {
    code: "version-not-compared",
    kind: "names",
    severity: "note",
    provision: one,
    sides: [
      { view: a, span: one.ownSpan, words: "" },
      { view: b, span: other.ownSpan, words: "" },
    ],
    message: `What “${id}” is called in ${view.name} is not known, so that it could not be compared here and in later provisions.`,
    help: `Add its name in ${view.name} to the names of the process.`,
  });
}

/** The first place of each name; longer names hide shorter ones in them. */
function namesIn(scopes: readonly Scope[], { pattern, idOf, written }: NameIndex): ReadonlyMap<string, NameFound> {
  const names = new Map<string, NameFound>();
  if (pattern === null) return names;
  for (const scope of scopes) {
    const plain = plainScript(scope.text);
    for (const match of plain.text.matchAll(pattern)) {
      const key = keyOf(match[1] ?? "");
      const id = idOf.get(key);
      if (id === undefined) continue;
      const span = plain.spanOf(match.index, match.index + (match[1] ?? "").length);
      const words = scope.text.slice(span.start, span.end);
      if (!(written.get(key) ?? []).some((form) => capitalsFit(form, words))) continue;
      const ending = match[2] ?? "";
      const loose = ending !== "" && ending !== "s";
      const before = names.get(id);
      if (before === undefined || (before.loose && !loose)) names.set(id, { scope, ...span, words, loose });
    }
  }
  return names;
}

/** “US” is no “us”: a form in capitals is found in capitals, one with a capital with that capital. */
function capitalsFit(form: string, words: string): boolean {
  const letters = form.replace(/\P{L}/gu, "");
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return words.replace(/\P{L}/gu, "") === letters;
  const [first = ""] = form;
  return first === first.toLowerCase() || words.startsWith(first);
}

function keyOf(form: string): string {
  return form.replace(/[\s\u200c]+/gu, " ").trim();
}
