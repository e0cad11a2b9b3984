import type { Choice, Forbidden, Issue, Position } from "../position.ts";
import { type Effect, merged, type Needed, rulingOf, rulingOnOption } from "./effect.ts";
import type { Alternative, Source } from "./force.ts";
import { own } from "./problems.ts";

/** A choice by place: option `option` of issue `issue`. */
interface Cell {
  readonly issue: number;
  readonly option: number;
}

/** A source that bears on the options of one issue. */
export interface OptionUnit<Ref> {
  readonly kind: "option";
  readonly source: Source<Ref>;
  readonly party: number;
  readonly issue: number;
  /** Null for the whole provision. */
  readonly option: number | null;
  readonly needs: readonly Need[];
}

/** A source that bears on a whole version. */
export interface VersionUnit<Ref> {
  readonly kind: "version";
  readonly source: Source<Ref>;
  readonly party: number;
  readonly version: number;
  readonly needs: readonly Need[];
}

export type Unit<Ref> = OptionUnit<Ref> | VersionUnit<Ref>;

/** The option that an alternative needs: none, not on the table, or one by place. One for each alternative. */
type Need = null | "not-on-the-table" | Cell;

/** Everything a judgement is made from, by place, for one way of reading (or for all ways merged). */
export interface World<Ref> {
  readonly issues: readonly Issue<Ref>[];
  readonly parties: readonly string[];
  readonly versions: readonly string[];
  /** For each version, issue and option: is it that version's wording. */
  readonly wordedIn: readonly (readonly (readonly boolean[])[])[];
  readonly units: readonly Unit<Ref>[];
  readonly forbidden: readonly { readonly cells: readonly Cell[]; readonly ref: Ref }[];
  /** Known positions without mandate, to tell "no mandate" from silence. */
  readonly unmandated: readonly Position<Ref>[];
  /** Sources that bear on nothing here. */
  readonly outside: readonly Source<Ref>[];
}

/** Options picked, by issue place; undefined where the issue is not looked at. */
export type Picks = readonly (number | undefined)[];

export function worldOf<Ref>(input: {
  readonly issues: readonly Issue<Ref>[];
  readonly parties: readonly string[];
  readonly sources: readonly Source<Ref>[];
  readonly forbidden: readonly Forbidden<Ref>[];
  readonly unmandated: readonly Position<Ref>[];
}): World<Ref> {
  const { issues, parties } = input;
  const cellOf = cellFinder(issues);
  const versions = [...new Set(issues.flatMap(({ options }) => options.flatMap(({ tabledIn }) => tabledIn)))];
  const units: Unit<Ref>[] = [];
  const outside: Source<Ref>[] = [];
  for (const source of input.sources) {
    const party = parties.indexOf(source.party);
    if (party < 0) continue;
    const unit = unitOf(source, party, { issues, versions, cellOf });
    if (unit === null) outside.push(source);
    else units.push(unit);
  }
  return {
    issues,
    parties,
    versions,
    wordedIn: versions.map((version) =>
      issues.map(({ options }) => options.map(({ tabledIn }) => tabledIn.includes(version))),
    ),
    units,
    forbidden: input.forbidden.flatMap(({ choices, ref }) => {
      const cells = Object.entries(choices).map(([issue, option]) => cellOf({ issue, option }));
      const found = cells.filter((cell) => cell !== null);
      return found.length === cells.length ? [{ cells: found, ref }] : [];
    }),
    unmandated: input.unmandated,
    outside,
  };
}

function cellFinder<Ref>(issues: readonly Issue<Ref>[]): (choice: Choice) => Cell | null {
  return (choice) => {
    const issue = issues.findIndex(({ id }) => id === choice.issue);
    const option = issues[issue]?.options.findIndex(({ id }) => id === choice.option) ?? -1;
    return option < 0 ? null : { issue, option };
  };
}

function unitOf<Ref>(
  source: Source<Ref>,
  party: number,
  table: {
    readonly issues: readonly Issue<Ref>[];
    readonly versions: readonly string[];
    readonly cellOf: (choice: Choice) => Cell | null;
  },
): Unit<Ref> | null {
  const { target } = source;
  const needs = source.alternatives.map(({ condition }): Need => {
    if (condition?.needs === undefined) return null;
    return table.cellOf(condition.needs) ?? "not-on-the-table";
  });
  if (target.kind === "version") {
    const version = table.versions.indexOf(target.version);
    return version < 0 ? null : { kind: "version", source, party, version, needs };
  }
  if (target.kind === "subject") return null;
  const issue = table.issues.findIndex(({ id }) => id === target.issue);
  if (issue < 0) return null;
  if (target.kind === "provision") return { kind: "option", source, party, issue, option: null, needs };
  const cell = table.cellOf(target);
  return cell === null ? null : { kind: "option", source, party, issue, option: cell.option, needs };
}

/** The picks of a package, or null when it does not choose exactly one known option of every issue. */
export function picksOf<Ref>(world: World<Ref>, choices: Readonly<Record<string, string>>): number[] | null {
  if (Object.keys(choices).length !== world.issues.length) return null;
  const picks = world.issues.map(({ id, options }) => options.findIndex((option) => option.id === own(choices, id)));
  return picks.includes(-1) ? null : picks;
}

export function packageOf<Ref>(world: World<Ref>, picks: Picks): Readonly<Record<string, string>> {
  return Object.fromEntries(
    world.issues.flatMap(({ id, options }, issue) => {
      const option = options[picks[issue] ?? -1];
      return option === undefined ? [] : [[id, option.id]];
    }),
  );
}

export function neededIn(need: Need | undefined, picks: Picks): Needed {
  if (need === null || need === undefined) return "not-told";
  if (need === "not-on-the-table") return need;
  const pick = picks[need.issue];
  if (pick === undefined) return "not-told";
  return pick === need.option ? "chosen" : "not-chosen";
}

/** The merged effect of a unit on the option picked on its issue; "none" where it does not cover it. */
export function effectOnPick<Ref>(world: World<Ref>, unit: OptionUnit<Ref>, picks: Picks): Effect {
  const pick = picks[unit.issue];
  const option = world.issues[unit.issue]?.options[pick ?? -1];
  if (option === undefined || (unit.option !== null && unit.option !== pick)) return "none";
  return merged(
    unit.source.alternatives.map(
      (alternative, at) => rulingOnOption(alternative, option, neededIn(unit.needs[at], picks)).effect,
    ),
  );
}

/** The merged effect of a unit on a package that is wholly of its version's wordings. */
export function effectOnVersion<Ref>(unit: VersionUnit<Ref>, picks: Picks): Effect {
  return merged(
    unit.source.alternatives.map((alternative, at) => rulingOf(alternative, neededIn(unit.needs[at], picks)).effect),
  );
}

/** Could a version be accepted by this unit, when what it needs is chosen. */
export function mayAcceptVersion<Ref>(unit: VersionUnit<Ref>): boolean {
  const whenChosen = (alternative: Alternative<Ref>, at: number) =>
    rulingOf(alternative, unit.needs[at] === "not-on-the-table" ? "not-on-the-table" : "chosen").effect;
  return unit.source.alternatives.every((alternative, at) => whenChosen(alternative, at) === "accepts");
}

/** Accepting a version accepts its words: not a blank, and not one of several wordings that it leaves open. */
export function versionWords<Ref>(world: World<Ref>, version: number, issue: number, option: number): boolean {
  const worded = world.wordedIn[version]?.[issue] ?? [];
  if (worded[option] !== true || world.issues[issue]?.options[option]?.open !== false) return false;
  return worded.filter((isWorded) => isWorded).length === 1;
}

export function whollyOf<Ref>(world: World<Ref>, version: number, picks: Picks): boolean {
  return picks.every((pick, issue) => pick === undefined || world.wordedIn[version]?.[issue]?.[pick] === true);
}
