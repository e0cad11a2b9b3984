import type { Problem } from "../problem.ts";
import { problem } from "./problems.ts";
import {
  effectOnPick,
  effectOnVersion,
  mayAcceptVersion,
  type Picks,
  type VersionUnit,
  versionWords,
  type World,
  whollyOf,
} from "./world.ts";

/**
 * What ties the components together: something that holds of a package only when it is wholly of one version's wordings.
 * Each is a bit of a mask; a component keeps the bit when its part of the package is so worded (and, where the statement
 * hangs on a choice made in this component, when that choice gives this effect).
 */
interface Bond {
  readonly kind: "blocks" | "doubt" | "accepts";
  readonly version: number;
  /** The unit for "blocks" and "doubt"; null for "accepts", which is by version and party. */
  readonly unit: number | null;
  readonly party: number;
}

/** One combination of choices inside a component, or several that act alike (with one of them as the example). */
export interface Row {
  readonly picks: Picks;
  readonly mask: bigint;
  /** The units that block it, as bits. */
  readonly blocks: bigint;
  /** Null when some answer is missing for certain; else which bonds would fill each answer that is missing. */
  readonly debts: readonly bigint[] | null;
  /** How many answers are missing: orders examples, nothing else. */
  readonly missing: number;
  readonly count: bigint;
  /** The forbidden combinations that it contains, as bits. */
  readonly forbidden: bigint;
}

/** The packages of a world, as a product of components that meet only in the bonds. */
export interface Components<Ref> {
  readonly world: World<Ref>;
  readonly bonds: readonly Bond[];
  readonly rows: readonly (readonly Row[])[];
  /** Bits of the mask by kind. */
  readonly blocking: bigint;
  readonly doubting: bigint;
  readonly accepting: bigint;
}

/** Splits the issues into components and lists each one's combinations; refused above `limit` in one component. */
export function componentsOf<Ref>(world: World<Ref>, limit: number): Components<Ref> | Problem {
  const groups = linkedIssues(world);
  for (const group of groups) {
    const size = group.reduce((product, issue) => product * (world.issues[issue]?.options.length ?? 0), 1);
    if (size > limit) {
      const names = group.map((issue) => world.issues[issue]?.id ?? "");
      const words = `${names.length} issues hang together by conditions or forbidden combinations and make ${size} combinations, over the limit of ${limit}. Raise the limit, or drop a condition.`;
      return problem("component-too-large", words, names, limit);
    }
  }
  const bonds = bondsOf(world);
  const bits = (kind: Bond["kind"]) =>
    bonds.reduce((mask, bond, at) => (bond.kind === kind ? mask | (1n << BigInt(at)) : mask), 0n);
  return {
    world,
    bonds,
    rows: groups.map((group) => rowsOf(world, group, bonds)),
    blocking: bits("blocks"),
    doubting: bits("doubt"),
    accepting: bits("accepts"),
  };
}

function linkedIssues<Ref>(world: World<Ref>): number[][] {
  const parent = world.issues.map((_, issue) => issue);
  const root = (issue: number): number => {
    const above = parent[issue] ?? issue;
    return above === issue ? issue : root(above);
  };
  const link = (issues: readonly number[]) => {
    for (const issue of issues) parent[root(issue)] = root(issues[0] ?? issue);
  };
  for (const unit of world.units) {
    const needed = unit.needs.flatMap((need) => (need === null || need === "not-on-the-table" ? [] : [need.issue]));
    link(unit.kind === "option" ? [unit.issue, ...needed] : needed);
  }
  for (const { cells } of world.forbidden) link(cells.map(({ issue }) => issue));
  const groups = new Map<number, number[]>();
  for (const issue of parent.keys()) {
    const group = groups.get(root(issue));
    if (group === undefined) groups.set(root(issue), [issue]);
    else group.push(issue);
  }
  return [...groups.values()];
}

function bondsOf<Ref>(world: World<Ref>): Bond[] {
  const bonds: Bond[] = [];
  const accepted = new Set<string>();
  for (const [at, unit] of world.units.entries()) {
    if (unit.kind !== "version") continue;
    const { version, party } = unit;
    bonds.push({ kind: "blocks", version, unit: at, party }, { kind: "doubt", version, unit: at, party });
    const name = `${version} ${party}`;
    if (!mayAcceptVersion(unit) || accepted.has(name)) continue;
    accepted.add(name);
    bonds.push({ kind: "accepts", version, unit: null, party });
  }
  // A bond that no choice can bring about is left out: it would only split the masks.
  return bonds.filter(({ kind, unit }) => {
    const bearer = unit === null ? undefined : world.units[unit];
    if (bearer?.kind !== "version") return true;
    return hangsOnChoice(bearer) || effectOnVersion(bearer, []) === kind;
  });
}

function hangsOnChoice<Ref>(unit: VersionUnit<Ref>): boolean {
  return unit.needs.some((need) => need !== null && need !== "not-on-the-table");
}

function rowsOf<Ref>(world: World<Ref>, group: readonly number[], bonds: readonly Bond[]): Row[] {
  const rows = new Map<string, Row>();
  const judge = rowJudge(world, group, bonds);
  for (const picks of combinations(world, group)) {
    const row = judge(picks);
    const key = `${row.mask} ${row.blocks} ${row.forbidden} ${row.debts === null ? `-${row.missing}` : row.debts.join()}`;
    const alike = rows.get(key);
    rows.set(key, alike === undefined ? row : { ...alike, count: alike.count + 1n });
  }
  return [...rows.values()];
}

function* combinations<Ref>(world: World<Ref>, group: readonly number[]): Generator<Picks> {
  const picks: (number | undefined)[] = world.issues.map(() => undefined);
  const sizes = group.map((issue) => world.issues[issue]?.options.length ?? 0);
  const total = sizes.reduce((product, size) => product * size, 1);
  for (let rank = 0; rank < total; rank += 1) {
    let rest = rank;
    for (const [at, issue] of group.entries()) {
      const size = sizes[at] ?? 1;
      picks[issue] = rest % size;
      rest = Math.floor(rest / size);
    }
    yield [...picks];
  }
}

function rowJudge<Ref>(world: World<Ref>, group: readonly number[], bonds: readonly Bond[]): (picks: Picks) => Row {
  const optionUnits = [...world.units.entries()].flatMap(([at, unit]) =>
    unit.kind === "option" && group.includes(unit.issue) ? [{ at, unit }] : [],
  );
  const isHome = (unit: VersionUnit<Ref>) =>
    unit.needs.some((need) => need !== null && need !== "not-on-the-table" && group.includes(need.issue));
  const forbidden = [...world.forbidden.entries()].filter(([, { cells }]) =>
    cells.every(({ issue }) => group.includes(issue)),
  );

  return (picks) => {
    let blocks = 0n;
    const accepted = new Set<string>();
    const doubted = new Set<string>();
    for (const { at, unit } of optionUnits) {
      const effect = effectOnPick(world, unit, picks);
      if (effect === "blocks") blocks |= 1n << BigInt(at);
      if (effect === "doubt") doubted.add(`${unit.party} ${unit.issue}`);
      if (effect === "accepts") accepted.add(`${unit.party} ${unit.issue}`);
    }
    let mask = 0n;
    for (const [at, { kind, version, unit }] of bonds.entries()) {
      const bearer = unit === null ? undefined : world.units[unit];
      const homeward = bearer?.kind === "version" && isHome(bearer) ? effectOnVersion(bearer, picks) === kind : true;
      if (homeward && whollyOf(world, version, picks)) mask |= 1n << BigInt(at);
    }
    let contained = 0n;
    for (const [at, { cells }] of forbidden) {
      if (cells.every(({ issue, option }) => picks[issue] === option)) contained |= 1n << BigInt(at);
    }
    const { debts, missing } = debtsOf({ world, group, bonds, picks, accepted, doubted });
    return { picks, mask, blocks, debts, missing, count: 1n, forbidden: contained };
  };
}

/** What is missing before every party accepts every option picked, and which accepted versions would supply it. */
function debtsOf<Ref>(at: {
  readonly world: World<Ref>;
  readonly group: readonly number[];
  readonly bonds: readonly Bond[];
  readonly picks: Picks;
  readonly accepted: ReadonlySet<string>;
  readonly doubted: ReadonlySet<string>;
}): { readonly debts: readonly bigint[] | null; readonly missing: number } {
  const debts = new Set<bigint>();
  let missing = 0;
  let hopeless = false;
  for (const party of at.world.parties.keys()) {
    for (const issue of at.group) {
      const name = `${party} ${issue}`;
      if (at.accepted.has(name) && !at.doubted.has(name)) continue;
      missing += 1;
      let suppliers = 0n;
      for (const [bit, bond] of at.bonds.entries()) {
        if (bond.kind !== "accepts" || bond.party !== party || at.doubted.has(name)) continue;
        if (versionWords(at.world, bond.version, issue, at.picks[issue] ?? -1)) suppliers |= 1n << BigInt(bit);
      }
      if (suppliers === 0n) hopeless = true;
      debts.add(suppliers);
    }
  }
  return { debts: hopeless ? null : [...debts].toSorted((a, b) => (a < b ? -1 : 1)), missing };
}
