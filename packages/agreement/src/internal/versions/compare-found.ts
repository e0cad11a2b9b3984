import { datesIn } from "@parley/calendar";
import type { FrontMatter, Provision } from "../../model.ts";
import type { LanguageVersion, NameInLanguages, VersionFinding } from "../../versions.ts";
import { ownTextOf } from "../readings/own-text.ts";
import { bracketFindings } from "./bracket-findings.ts";
import {
  type DatesHere,
  dateFindings,
  datesNotCompared,
  dateTwoWaysFindings,
  weekdayFindings,
} from "./date-findings.ts";
import { found, listed, named, type Pair } from "./finding.ts";
import { wordsLanguage } from "./languages.ts";
import { type NameIndex, nameFindings, nameIndex } from "./name-findings.ts";
import {
  type NumbersCompared,
  type NumbersHere,
  numberFindings,
  numbersNotCompared,
  twoWaysFindings,
} from "./number-findings.ts";
import { numberInWords, numberingFindings } from "./numbering.ts";
import { readNumbers } from "./numbers/read-numbers.ts";
import { orderFindings } from "./order.ts";
import { referenceFindings, statusFindings } from "./status.ts";
import { pairedScopes, prevailingLanguage, referenceOf, type Scope, type VersionView, viewOf } from "./view.ts";

/** Every version held against the one that prevails; findings in the order of its provisions. */
export function compareFound(
  versions: readonly LanguageVersion[],
  names: readonly NameInLanguages[],
): VersionFinding[] {
  const views = versions.map(viewOf);
  const reference = referenceOf(views);
  if (reference === undefined) return [];
  const prevails = prevailingLanguage(views);
  const toldAlone = new Set<string>();
  const indexes = new Map(views.map((view) => [view, nameIndex(names, view.language)]));
  const none = nameIndex([], "");
  const findings = views
    .filter((view) => view !== reference)
    .flatMap((view) =>
      pairFindings(
        { a: reference, b: view, prevails },
        [indexes.get(reference) ?? none, indexes.get(view) ?? none],
        toldAlone,
      ),
    );
  const place = (id: string | null): number =>
    id === null ? -1 : (reference.byId.get(id)?.index ?? Number.MAX_SAFE_INTEGER);
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((x, y) => place(x.finding.provision) - place(y.finding.provision) || x.index - y.index)
    .map(({ finding }) => finding);
}

function pairFindings(pair: Pair, indexes: readonly [NameIndex, NameIndex], toldAlone: Set<string>): VersionFinding[] {
  const toldUnknown = new Set<string>();
  return [
    ...frontFindings(pair),
    ...missingFindings(pair),
    ...orderFindings(pair),
    ...pair.a.clauses.flatMap(({ provision }) => {
      const other = pair.b.byId.get(provision.id)?.provision;
      if (other === undefined || provision.kind === "note") return [];
      return provisionFindings(pair, provision, other, indexes, toldUnknown, toldAlone);
    }),
  ];
}

function provisionFindings(
  pair: Pair,
  one: Provision,
  other: Provision,
  indexes: readonly [NameIndex, NameIndex],
  toldUnknown: Set<string>,
  toldAlone: Set<string>,
): VersionFinding[] {
  const { a, b, prevails } = pair;
  const words = wordsMissing(pair, one, other);
  const outside = [
    ...numberingFindings(pair, one, other),
    ...statusFindings(pair, one, other),
    ...bracketFindings(pair, one, other),
    ...referenceFindings(pair, one, other),
  ];
  if (words.length > 0) return [...words, ...outside];
  const scopes = pairedScopes(one, other);
  const findings: VersionFinding[] = [];
  const rest: NumbersCompared["notCompared"][number][] = [];
  const dates: (readonly [DatesHere, DatesHere])[] = [];
  for (const [first, second] of scopes) {
    const own = first === scopes[0]?.[0];
    const read = [readScope(a, first, own ? one : null), readScope(b, second, own ? other : null)] as const;
    for (const here of read) {
      // What a version says against itself is told once, however many it is held against.
      const key = `${here.dates.view.language} ${one.id} ${here.dates.scope.whole.start}`;
      if (toldAlone.has(key)) continue;
      toldAlone.add(key);
      findings.push(
        ...twoWaysFindings(prevails, one, here.numbers),
        ...dateTwoWaysFindings(prevails, one, here.dates),
        ...weekdayFindings(prevails, one, here.dates),
      );
    }
    findings.push(...dateFindings(pair, one, read[0].dates, read[1].dates));
    const numbers = numberFindings(pair, one, read[0].numbers, read[1].numbers);
    findings.push(...numbers.findings);
    rest.push(...numbers.notCompared);
    dates.push([read[0].dates, read[1].dates]);
  }
  return [
    ...outside,
    ...findings,
    ...datesNotCompared(pair, one, other, dates),
    ...numbersNotCompared(pair, one, rest, other),
    ...nameFindings(pair, one, other, scopes, indexes, toldUnknown),
  ];
}

/** The facts of one stretch; a number at the head of the provision that stands among its words is not one of them. */
function readScope(
  view: VersionView,
  scope: Scope,
  provision: Provision | null,
): { readonly dates: DatesHere; readonly numbers: NumbersHere } {
  const read = datesIn(scope.text, view.language);
  const head = provision === null ? 0 : numberInWords(provision).length;
  const without = [...read.dates, ...read.unread].map(({ span }) => span).sort((x, y) => x.start - y.start);
  const left = head === 0 ? without : [{ start: 0, end: head }, ...without];
  return {
    dates: { view, scope, read },
    numbers: { view, scope, read: readNumbers(scope.text, view.language, left), dateUnread: read.unread.length > 0 },
  };
}

/** LNG-01, LNG-02: provisions that one version lacks. Notes are not part of the instrument. */
function missingFindings({ a, b, prevails }: Pair): VersionFinding[] {
  const findings: VersionFinding[] = [];
  const withoutId: { readonly view: VersionView; readonly provision: Provision }[] = [];
  for (const [view, other] of [
    [a, b],
    [b, a],
  ] as const)
    for (const { provision } of view.clauses) {
      if (other.byId.has(provision.id) || provision.kind === "note") continue;
      if (provision.derived) {
        withoutId.push({ view, provision });
        continue;
      }
      findings.push(
        found(prevails, {
          code: "version-provision-missing",
          kind: "provisions",
          severity: "error",
          provision,
          sides: [
            { view, span: provision.ownSpan, words: wordsOf(provision) },
            { view: other, span: null, words: "" },
          ],
          message: `${named(provision)} stands in the ${view.name} text and not in the ${other.name} text. One side would be bound by words that the other does not have.`,
          help: `Write it in the ${other.name} text under the id “${provision.id}”, or take it out of the ${view.name} text.`,
        }),
      );
    }
  const [first] = withoutId;
  if (first === undefined) return findings;
  const sides = [a, b].map((view) => {
    const own = withoutId.filter((each) => each.view === view);
    return { view, span: own[0]?.provision.ownSpan ?? null, words: own.map(({ provision }) => provision.id).join(" ") };
  });
  findings.push(
    found(prevails, {
      code: "version-not-compared",
      kind: "provisions",
      severity: "note",
      provision: null,
      sides,
      message: `${withoutId.length} provision${withoutId.length === 1 ? "" : "s"} of the ${a.name} and ${b.name} texts could not be matched: they have no id of their own. The first is ${named(first.provision)}.`,
      help: "Give each provision the same id in both, as {#id} at its end.",
    }),
  );
  return findings;
}

/** LNG-03: an id without words, or with words of the other language only. */
function wordsMissing({ a, b, prevails }: Pair, one: Provision, other: Provision): VersionFinding[] {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const empty = (text: string): boolean => !/[\p{L}\p{N}[]/u.test(text);
  for (const [text, view, against, its] of [
    [first, a, b, one],
    [second, b, a, other],
  ] as const) {
    const lacking = empty(text) && !empty(text === first ? second : first);
    if (!lacking && !foreign(text, view.language)) continue;
    return [
      found(prevails, {
        code: lacking ? "version-words-missing" : "version-not-translated",
        kind: "provisions",
        severity: lacking ? "error" : "warning",
        provision: one,
        sides: [
          { view: a, span: one.ownSpan, words: first },
          { view: b, span: other.ownSpan, words: second },
        ],
        message: lacking
          ? `${named(its)} has no words in the ${view.name} text, and has in the ${against.name} text.`
          : `${named(its)} has no word of ${view.name} script in the ${view.name} text.`,
        help: "Have it translated.",
      }),
    ];
  }
  return [];
}

/** Three words or more, all in letters that the language is not written in. */
function foreign(text: string, language: string): boolean {
  const arabic = /\p{Script=Arabic}/u.test(text);
  const latin = /\p{Script=Latin}/u.test(text);
  const words = (text.match(/\p{L}{2,}/gu) ?? []).length;
  const known = wordsLanguage(language);
  if (words < 3 || known === null) return false;
  return known === "english" ? arabic && !latin : latin && !arabic;
}

/** LNG-25: what the versions say of themselves. */
function frontFindings({ a, b, prevails }: Pair): VersionFinding[] {
  const said: readonly (readonly [string, (front: FrontMatter) => string])[] = [
    ["date", (front) => front.date ?? ""],
    ["parties", (front) => [...front.parties].sort().join(", ")],
    ["authentic languages", (front) => [...front.authenticLanguages].sort().join(", ")],
    ["prevailing language", (front) => front.prevailingLanguage ?? ""],
  ];
  return said.flatMap(([what, of]) => {
    const [first, second] = [of(a.agreement.front), of(b.agreement.front)];
    // What a version leaves unsaid is no contradiction.
    if (first === second || first === "" || second === "") return [];
    const start = (view: VersionView) => ({ file: view.agreement.file, start: 0, end: 0 });
    return [
      found(prevails, {
        code: "version-front-matter-differs",
        kind: "front matter",
        severity: "error",
        provision: null,
        sides: [
          { view: a, span: start(a), words: first },
          { view: b, span: start(b), words: second },
        ],
        message: `The front matter differs: ${what} is ${listed([first])} in the ${a.name} text and ${listed([second])} in the ${b.name} text.`,
        help: "Say the same in all versions.",
      }),
    ];
  });
}

function wordsOf(provision: Provision): string {
  return ownTextOf(provision.words).text.trim();
}
