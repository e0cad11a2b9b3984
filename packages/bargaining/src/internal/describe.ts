import type { PackageJudgement, PartyVerdict, Statement, Unknown, UnknownWhy } from "../judgement.ts";
import { type Effect, type Ruling, rulingOf, rulingOnOption, saidOfOtherWording } from "./effect.ts";
import type { Alternative } from "./force.ts";
import {
  effectOnPick,
  effectOnVersion,
  neededIn,
  type OptionUnit,
  type Picks,
  packageOf,
  type Unit,
  type VersionUnit,
  versionWords,
  type World,
  whollyOf,
} from "./world.ts";

/** What a unit is about, as certificates name it. */
function placeOf<Ref>(
  world: World<Ref>,
  unit: Unit<Ref>,
): Pick<Statement<Ref>, "party" | "issue" | "option" | "version"> {
  const party = unit.source.party;
  if (unit.kind === "version")
    return { party, issue: null, option: null, version: world.versions[unit.version] ?? null };
  const issue = world.issues[unit.issue];
  const withAlternatives = issue !== undefined && issue.options.length > 1 && unit.option !== null;
  return {
    party,
    issue: issue?.id ?? null,
    option: withAlternatives ? (issue.options[unit.option]?.id ?? null) : null,
    version: null,
  };
}

/** One alternative of a unit as a statement; with no alternative named, the unit as a whole, its gravest stance first. */
export function statementOf<Ref>(world: World<Ref>, unit: Unit<Ref>, only?: Alternative<Ref>): Statement<Ref> | null {
  const { alternatives } = unit.source;
  const named = only ?? alternatives.find(({ stance }) => stance === "red-line") ?? alternatives[0];
  if (named === undefined) return null;
  const { position, stance } = named;
  const others =
    only === undefined ? alternatives.map((other) => other.position.id).filter((id) => id !== position.id) : [];
  return {
    ...placeOf(world, unit),
    position: position.id,
    also: [...new Set(others)],
    reading: only !== undefined || alternatives.length === 1 ? named.reading : null,
    stance,
    notReaffirmed: named.stale || saidOfOtherWording(position, world.issues),
    ref: position.ref,
  };
}

/** Every signatory's verdict on one package, with its reasons. */
export function describePackage<Ref>(world: World<Ref>, picks: Picks): PackageJudgement<Ref> {
  const parties = world.parties.map((_, party) => partyVerdict(world, party, picks));
  const forbidden = world.forbidden.flatMap(({ cells, ref }) =>
    cells.every(({ issue, option }) => picks[issue] === option) ? [ref] : [],
  );
  const blocked = forbidden.length > 0 || parties.some(({ verdict }) => verdict === "blocked");
  const accepted = parties.every(({ verdict }) => verdict === "not-excluded");
  return {
    package: packageOf(world, picks),
    verdict: blocked ? "blocked" : accepted ? "not-excluded" : "not-known",
    forbidden,
    parties,
  };
}

function partyVerdict<Ref>(world: World<Ref>, party: number, picks: Picks): PartyVerdict<Ref> {
  const units = world.units.filter((unit) => unit.party === party);
  const blockedBy = units.flatMap((unit) => {
    const statement = effectOn(world, unit, picks) === "blocks" ? statementOf(world, unit) : null;
    return statement === null ? [] : [statement];
  });
  const unknown = [
    ...units.flatMap((unit) => (unit.kind === "version" ? versionDoubts(world, unit, picks) : [])),
    ...world.issues.flatMap((_, issue) => missingAnswers(world, party, issue, picks)),
  ];
  const verdict = blockedBy.length > 0 ? "blocked" : unknown.length > 0 ? "not-known" : "not-excluded";
  return { party: world.parties[party] ?? "", verdict, blockedBy, unknown };
}

function effectOn<Ref>(world: World<Ref>, unit: Unit<Ref>, picks: Picks): Effect {
  if (unit.kind === "option") return effectOnPick(world, unit, picks);
  return whollyOf(world, unit.version, picks) ? effectOnVersion(unit, picks) : "none";
}

function versionDoubts<Ref>(world: World<Ref>, unit: VersionUnit<Ref>, picks: Picks): Unknown<Ref>[] {
  if (effectOn(world, unit, picks) !== "doubt") return [];
  return doubts(world, unit, (alternative, at) => rulingOf(alternative, neededIn(unit.needs[at], picks)));
}

/** Why one party's answer on the option picked is missing; nothing when it is given or refused. */
function missingAnswers<Ref>(world: World<Ref>, party: number, issue: number, picks: Picks): Unknown<Ref>[] {
  const pick = picks[issue];
  const option = world.issues[issue]?.options[pick ?? -1];
  if (option === undefined || pick === undefined) return [];
  const covering = world.units.filter(
    (unit): unit is OptionUnit<Ref> =>
      unit.kind === "option" &&
      unit.party === party &&
      unit.issue === issue &&
      (unit.option === null || unit.option === pick),
  );
  const effects = covering.map((unit) => effectOnPick(world, unit, picks));
  if (effects.includes("blocks")) return [];
  const reasons = (effect: Effect) =>
    covering.flatMap((unit, at) => {
      if (effects[at] !== effect) return [];
      return doubts(world, unit, (alternative, n) =>
        rulingOnOption(alternative, option, neededIn(unit.needs[n], picks)),
      );
    });
  const place = { issue: world.issues[issue]?.id ?? null, option: option.id };
  const here = (found: Unknown<Ref>[]) => found.map((unknown) => ({ ...unknown, ...place }));
  if (effects.includes("doubt")) return here(reasons("doubt"));
  if (effects.includes("accepts") || versionAccepts(world, party, issue, picks)) return [];
  const lapsed = here(reasons("none"));
  if (lapsed.length > 0) return lapsed;
  const aged = here(agedVersions(world, party, issue, picks));
  if (aged.length > 0) return aged;
  return [
    {
      party: world.parties[party] ?? "",
      ...place,
      version: null,
      ...silence(world, party, option.id, issue, option.open),
    },
  ];
}

function versionAccepts<Ref>(world: World<Ref>, party: number, issue: number, picks: Picks): boolean {
  return world.units.some(
    (unit) =>
      unit.kind === "version" &&
      unit.party === party &&
      effectOn(world, unit, picks) === "accepts" &&
      versionWords(world, unit.version, issue, picks[issue] ?? -1),
  );
}

/** Acceptances of a version that would have answered, had they not grown stale. */
function agedVersions<Ref>(world: World<Ref>, party: number, issue: number, picks: Picks): Unknown<Ref>[] {
  return world.units.flatMap((unit) => {
    if (unit.kind !== "version" || unit.party !== party || !whollyOf(world, unit.version, picks)) return [];
    const answers = versionWords(world, unit.version, issue, picks[issue] ?? -1);
    if (!answers || effectOn(world, unit, picks) !== "none") return [];
    const found = doubts(world, unit, (alternative, at) => rulingOf(alternative, neededIn(unit.needs[at], picks)));
    return found.map((unknown) => ({ ...unknown, version: null }));
  });
}

function silence<Ref>(
  world: World<Ref>,
  party: number,
  option: string,
  issue: number,
  open: boolean,
): Pick<Unknown<Ref>, "why" | "position" | "ref"> {
  const spoken = world.unmandated.find(({ party: by, target }) => {
    if (by !== world.parties[party] || target.kind === "subject" || target.kind === "version") return false;
    return target.issue === world.issues[issue]?.id && (target.kind === "provision" || target.option === option);
  });
  if (open) return { why: "open", position: null, ref: null };
  if (spoken !== undefined) return { why: "no-mandate", position: spoken.id, ref: spoken.ref };
  return { why: "silent", position: null, ref: null };
}

/** The reasons of a unit that gives no answer: its own where it has one reading, else that its readings differ. */
function doubts<Ref>(
  world: World<Ref>,
  unit: Unit<Ref>,
  rule: (alternative: Alternative<Ref>, at: number) => Ruling,
): Unknown<Ref>[] {
  const rulings = unit.source.alternatives.map((alternative, at) => ({ alternative, ...rule(alternative, at) }));
  const whys = new Set(rulings.map(({ effect, why }) => why ?? effect));
  const unknown = (alternative: Alternative<Ref>, why: UnknownWhy): Unknown<Ref> => ({
    ...placeOf(world, unit),
    why,
    position: alternative.position.id,
    ref: alternative.position.ref,
  });
  const first = rulings[0];
  if (first === undefined) return [];
  if (whys.size === 1) return first.why === null ? [] : [unknown(first.alternative, first.why)];
  const positions = new Map(rulings.map(({ alternative }) => [alternative.position.id, alternative]));
  return [...positions.values()].map((alternative) => unknown(alternative, "readings-differ"));
}

/** Every answer that is missing on some option, whatever else is chosen, and every doubt about a version. */
export function allUnknown<Ref>(world: World<Ref>): Unknown<Ref>[] {
  return world.parties.flatMap((_, party) => [
    ...world.units.flatMap((unit) => {
      if (unit.kind !== "version" || unit.party !== party || effectOnVersion(unit, []) !== "doubt") return [];
      return doubts(world, unit, (alternative, at) => rulingOf(alternative, neededIn(unit.needs[at], [])));
    }),
    ...world.issues.flatMap((issue, at) =>
      issue.options.flatMap((_option, option) => {
        const picks = world.issues.map((_issue, other) => (other === at ? option : undefined));
        return missingAnswers(world, party, at, picks);
      }),
    ),
  ]);
}
