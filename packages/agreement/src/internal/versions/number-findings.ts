import type { Provision } from "../../model.ts";
import type { VersionFinding } from "../../versions.ts";
import { found, listed, named, type Pair } from "./finding.ts";
import { wordsLanguage } from "./languages.ts";
import { matchNumbers } from "./match-numbers.ts";
import type { NumberFact, ReadNumbers } from "./numbers/said-twice.ts";
import { type Scope, spanIn, type VersionView } from "./view.ts";

/** The numbers of one stretch of one version, and whether some date in it could not be read. */
export interface NumbersHere {
  readonly view: VersionView;
  readonly scope: Scope;
  readonly read: ReadNumbers;
  readonly dateUnread: boolean;
}

/** What is told of the numbers of one stretch, and those that could not be compared. */
export interface NumbersCompared {
  readonly findings: readonly VersionFinding[];
  readonly notCompared: readonly { readonly here: NumbersHere; readonly fact: NumberFact }[];
}

/** LNG-06 to LNG-09: numbers of one side that the other does not have, and units that differ. */
export function numberFindings(
  { prevails }: Pair,
  provision: Provision,
  a: NumbersHere,
  b: NumbersHere,
): NumbersCompared {
  const { units, a: restA, b: restB } = matchNumbers(a.read.numbers, b.read.numbers);
  const unread = a.dateUnread || b.dateUnread;
  const weigh = (facts: readonly NumberFact[], here: NumbersHere, other: NumbersHere) => {
    const sure = facts.filter((fact) => isSure(fact, other) && !unread);
    return { sure, doubtful: facts.filter((fact) => fact.reliance !== "faint" && !sure.includes(fact)), here };
  };
  const [left, right] = [weigh(restA, a, b), weigh(restB, b, a)];
  const findings: VersionFinding[] = units.map(([one, other]) =>
    differ(prevails, provision, "version-unit-differs", [a, one], [b, other]),
  );
  const both = Math.min(left.sure.length, right.sure.length);
  for (let index = 0; index < both; index += 1) {
    const [one, other] = [left.sure[index], right.sure[index]];
    if (one !== undefined && other !== undefined)
      findings.push(differ(prevails, provision, "version-number-differs", [a, one], [b, other]));
  }
  for (const [{ sure, here }, other] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const fact of sure.slice(both)) {
      // Beside a language that is not read, what answers this number may stand there in words.
      const partner = wordsLanguage(here.view.language) === null ? undefined : other.doubtful.shift();
      findings.push(
        partner === undefined
          ? missing(prevails, provision, [here, fact], other.here)
          : differ(prevails, provision, "version-number-differs", ...inOrder([here, fact], [other.here, partner], a)),
      );
    }
  }
  const rest = [left, right].flatMap(({ doubtful, here }) => doubtful.map((fact) => ({ here, fact })));
  return { findings, notCompared: rest };
}

type Placed = readonly [NumbersHere, NumberFact];

function inOrder(one: Placed, other: Placed, first: NumbersHere): readonly [Placed, Placed] {
  return one[0] === first ? [one, other] : [other, one];
}

/** A number whose absence on the other side is a difference: the other language is read, and does not say it elsewhere. */
function isSure(fact: NumberFact, other: NumbersHere): boolean {
  if (fact.reliance !== "sure" || wordsLanguage(other.view.language) === null) return false;
  if (other.read.numbers.some(({ values }) => fact.values.some((value) => values.includes(value)))) return false;
  // A year by itself may be said in another calendar.
  const year = Number(fact.values[0]);
  return !(
    fact.inFigures &&
    fact.unit === null &&
    /^\P{P}+$/u.test(fact.text) &&
    ((year >= 1250 && year <= 1500) || (year >= 1900 && year <= 2100))
  );
}

function differ(
  prevails: string | null,
  provision: Provision,
  code: "version-unit-differs" | "version-number-differs",
  [a, one]: Placed,
  [b, other]: Placed,
): VersionFinding {
  return found(prevails, {
    code,
    kind: "numbers",
    severity: "error",
    provision,
    sides: [sideOf(a, one), sideOf(b, other)],
    message: `In ${named(provision)} the ${a.view.name} text says “${one.text}” and the ${b.view.name} text “${other.text}”. Each side would hold the other to its own text.`,
    help:
      code === "version-unit-differs"
        ? "Find out which length was agreed, and write the same unit in both."
        : "Find out which number was agreed, and write the same in both.",
  });
}

function missing(
  prevails: string | null,
  provision: Provision,
  [here, fact]: Placed,
  other: NumbersHere,
): VersionFinding {
  return found(prevails, {
    code: "version-number-missing",
    kind: "numbers",
    severity: "warning",
    provision,
    sides: [sideOf(here, fact), { view: other.view, span: other.scope.whole, words: "" }],
    message: `In ${named(provision)} the ${here.view.name} text says “${fact.text}”, and no such number was found in the ${other.view.name} text.`,
    help: "Read both: write the number where it is missing, or take it out of the other.",
  });
}

/** LNG-10: “thirty (40) days”. */
export function twoWaysFindings(prevails: string | null, provision: Provision, here: NumbersHere): VersionFinding[] {
  return here.read.twoWays.map(({ words, figures }) =>
    found(prevails, {
      code: "version-number-two-ways",
      kind: "numbers",
      severity: "error",
      provision,
      sides: [{ ...sideOf(here, words), words: `${words.text}; ${figures.text}` }],
      message: `In ${named(provision)} the ${here.view.name} text says “${words.text}” in words and “${figures.text}” in figures for one number. Which of them counts would be disputed.`,
      help: "Find out which number was agreed, and write it both ways alike.",
    }),
  );
}

/** LNG-11: the numbers of a provision that are left, in one note. */
export function numbersNotCompared(
  { a, b, prevails }: Pair,
  provision: Provision,
  rest: NumbersCompared["notCompared"],
  other: Provision,
): VersionFinding[] {
  if (rest.length === 0) return [];
  const of = (view: VersionView) => rest.filter(({ here }) => here.view === view);
  const side = (view: VersionView, its: Provision) => {
    const [first] = of(view);
    return {
      view,
      span: first === undefined ? its.ownSpan : spanIn(view, first.here.scope, first.fact),
      words: of(view)
        .map(({ fact }) => fact.text)
        .join("; "),
    };
  };
  const said = [a, b]
    .filter((view) => of(view).length > 0)
    .map((view) => `${listed(of(view).map(({ fact }) => fact.text))} in the ${view.name} text`);
  return [
    found(prevails, {
      code: "version-not-compared",
      kind: "numbers",
      severity: "note",
      provision,
      sides: [side(a, provision), side(b, other)],
      message: `In ${named(provision)} some numbers could not be compared: ${said.join(", and ")}.`,
      help: "Have somebody who reads both languages compare them. Figures are compared most surely.",
    }),
  ];
}

function sideOf(
  here: NumbersHere,
  fact: NumberFact,
): { view: VersionView; span: ReturnType<typeof spanIn>; words: string } {
  return { view: here.view, span: spanIn(here.view, here.scope, fact), words: fact.text };
}
