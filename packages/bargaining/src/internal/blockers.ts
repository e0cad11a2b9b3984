import type { Blocker } from "../judgement.ts";
import { statementOf } from "./describe.ts";
import { effectOnPick, effectOnVersion, type Picks, type Unit, type World } from "./world.ts";

/** Every statement in force that blocks some package under some reading, with how many it blocks by itself. */
export function blockersOf<Ref>(world: World<Ref>): Blocker<Ref>[] {
  return world.units.flatMap((unit) =>
    unit.source.alternatives.flatMap((alternative, at) => {
      const contested = unit.source.alternatives.length > 1;
      const alone: Unit<Ref> = {
        ...unit,
        source: { ...unit.source, alternatives: [alternative] },
        needs: [unit.needs[at] ?? null],
      };
      const packages = countBlocked(world, alone);
      const statement = packages === 0n ? null : statementOf(world, unit, alternative);
      return statement === null ? [] : [{ ...statement, packages, contested }];
    }),
  );
}

/** Counts over the one or two issues that the statement looks at; every other issue multiplies. */
function countBlocked<Ref>(world: World<Ref>, unit: Unit<Ref>): bigint {
  const need = unit.needs[0];
  const looksAt = new Set<number>(unit.kind === "option" ? [unit.issue] : []);
  if (need !== null && need !== undefined && need !== "not-on-the-table") looksAt.add(need.issue);
  const allowed = (issue: number, option: number) =>
    unit.kind === "option" || world.wordedIn[unit.version]?.[issue]?.[option] === true;
  let elsewhere = 1n;
  for (const [issue, { options }] of world.issues.entries()) {
    if (!looksAt.has(issue)) elsewhere *= BigInt(options.filter((_, option) => allowed(issue, option)).length);
  }
  let blocked = 0n;
  for (const picks of pickings(world, [...looksAt])) {
    if (!picks.every((pick, issue) => pick === undefined || allowed(issue, pick))) continue;
    const effect = unit.kind === "option" ? effectOnPick(world, unit, picks) : effectOnVersion(unit, picks);
    if (effect === "blocks") blocked += 1n;
  }
  return blocked * elsewhere;
}

function pickings<Ref>(world: World<Ref>, issues: readonly number[]): Picks[] {
  return issues.reduce<Picks[]>(
    (found, issue) =>
      found.flatMap((picks) =>
        (world.issues[issue]?.options ?? []).map((_, option) =>
          picks.map((pick, at) => (at === issue ? option : pick)),
        ),
      ),
    [world.issues.map(() => undefined)],
  );
}
