import type { CivilDate } from "@parley/calendar";
import { blockersOf } from "./internal/blockers.ts";
import { minimalBlocking } from "./internal/blocking.ts";
import { type Components, componentsOf } from "./internal/components.ts";
import { countAll, countFree, countNotExcluded, freeExamples } from "./internal/counting.ts";
import { allUnknown, describePackage, statementOf } from "./internal/describe.ts";
import { forces, groupBy, sourcesInForce, targetKey } from "./internal/force.ts";
import { bitsOf } from "./internal/minimal-sets.ts";
import { cheapestOpenings } from "./internal/movements.ts";
import { problem, repeated, shapeProblems } from "./internal/problems.ts";
import { picksOf, type Unit, type World, worldOf } from "./internal/world.ts";
import type { Answer, Judged, Movement, PackageJudgement, Variant } from "./judgement.ts";
import type { Forbidden, Issue, Package, Position } from "./position.ts";
import type { Problem, Refused } from "./problem.ts";

/** How much work and how long an answer. Every limit that cuts an answer short is said in the answer. */
export interface JudgeLimits {
  /** Combinations inside one component (issues linked by conditions or forbidden combinations): 200,000. Refused above. */
  readonly component?: number;
  /** Minimal blocking sets listed: 200. */
  readonly blocking?: number;
  /** Movements listed, all of the one lowest cost: 50. */
  readonly movements?: number;
  /** Examples of free packages: 5. */
  readonly examples?: number;
  /** Combinations of rival readings computed: 243. Above, none is listed; the answer that holds under all is given anyway. */
  readonly variants?: number;
}

export interface JudgeInput<Ref> {
  readonly issues: readonly Issue<Ref>[];
  /** The signatories. What others say is shown by `standing` and never decides. */
  readonly parties: readonly string[];
  readonly positions: readonly Position<Ref>[];
  readonly asOf: CivilDate;
  /** An acceptance older than this many days is no longer known, a refusal not reaffirmed: 30. */
  readonly staleAfterDays?: number;
  readonly forbidden?: readonly Forbidden<Ref>[];
  readonly limits?: JudgeLimits;
}

const defaults = { component: 200_000, blocking: 200, movements: 50, examples: 5, variants: 243 };

/**
 * What stated positions say of every package as of a day: counts (exact, bigint), what blocks, what opens, what is not
 * known; over all ways of reading contested statements together, and for each way by itself.
 *
 * Refused, with every problem listed, for issues without options, ids used twice, bad numbers, or a component over its
 * limit. Cost: the sum (not the product) of the components' combinations, times the distinct ways of being wholly of a
 * version that somebody spoke of, times the variants. Source: rules POS-01 to POS-10 and BRG-01 to BRG-19.
 */
export function judgePackages<Ref>(input: JudgeInput<Ref>): Judged<Ref> {
  const world = preparedWorld(input);
  if (isRefused(world)) return world;
  const limits = { ...defaults, ...input.limits };
  const components = componentsOf(world, limits.component);
  if ("code" in components) return { kind: "refused", problems: [components] };
  const variants = variantsOf(world, limits);
  return {
    kind: "judged",
    ...answerOf(components, limits),
    forbiddenCount: countAll(components, () => true) - countAll(components, (row) => row.forbidden === 0n),
    blockers: blockersOf(world),
    freePackages: freeExamples(components, limits.examples).map((picks) => describePackage(world, picks)),
    unknown: allUnknown(world),
    variants: variants ?? [],
    variantsComplete: variants !== null,
    outside: world.outside.flatMap(({ party, target, alternatives }) => {
      const positions = new Set(alternatives.map(({ position }) => position));
      return [...positions].map(({ id, ref }) => ({ position: id, party, target, ref }));
    }),
  };
}

/**
 * The verdict of every signatory on one package, with its reasons, over all ways of reading together. Refused as
 * `judgePackages` is, and when the package does not choose exactly one option of every issue. Cost: linear.
 */
export function judgeOne<Ref>(
  input: JudgeInput<Ref> & { readonly package: Package },
): ({ readonly kind: "judged" } & PackageJudgement<Ref>) | Refused {
  const world = preparedWorld(input);
  if (isRefused(world)) return world;
  const picks = picksOf(world, input.package);
  if (picks === null) {
    const message = "A package chooses one option for every issue, of those on the table. This one does not.";
    return { kind: "refused", problems: [problem("incomplete-package", message, Object.keys(input.package))] };
  }
  return { kind: "judged", ...describePackage(world, picks) };
}

function isRefused<Ref>(prepared: World<Ref> | Refused): prepared is Refused {
  return "kind" in prepared;
}

function preparedWorld<Ref>(input: JudgeInput<Ref>): World<Ref> | Refused {
  const { issues, parties, positions, asOf, staleAfterDays = 30, forbidden = [] } = input;
  const problems = inputProblems(input);
  if (problems.length > 0) return { kind: "refused", problems };
  const signatories = positions.filter(({ party }) => parties.includes(party));
  const groups = groupBy(signatories, (p) => JSON.stringify([p.party, targetKey(p.target)]));
  const unmandated = [...groups.values()].flatMap((group) =>
    forces(group, asOf).flatMap(({ position, force }) => (force.state === "no-mandate" ? [position] : [])),
  );
  const sources = sourcesInForce(signatories, { asOf, staleAfterDays });
  return worldOf({ issues, parties, sources, forbidden, unmandated });
}

function inputProblems<Ref>({ issues, parties, positions, staleAfterDays, limits }: JudgeInput<Ref>): Problem[] {
  const found = shapeProblems(issues, parties);
  for (const id of repeated(positions.map((position) => position.id))) {
    found.push(problem("duplicate-id", `Two positions have the id "${id}". Give each its own.`, [id]));
  }
  for (const [name, value] of Object.entries({ staleAfterDays, ...limits })) {
    if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) continue;
    found.push(problem("bad-number", `${name} is a whole number, zero or more; it was given as ${value}.`, [name]));
  }
  return found;
}

function answerOf<Ref>(components: Components<Ref>, limits: typeof defaults): Answer<Ref> {
  const total = countAll(components, () => true);
  const free = countFree(components);
  const notExcluded = countNotExcluded(components);
  const counts = { total, blocked: total - free, notExcluded, notKnown: free - notExcluded };
  if (free > 0n) return { counts, blocking: [], blockingComplete: true, movements: [], movementsComplete: true };
  const { world } = components;
  const blocking = minimalBlocking(components, limits.blocking);
  const { openings, complete } = cheapestOpenings(components, (unit) => costOf(world.units[unit]), limits.movements);
  return {
    counts,
    blocking: blocking.sets.map(({ units, forbidden }) => ({
      statements: unitsByParty(world, units).flatMap((unit) => statementOf(world, unit) ?? []),
      forbidden: bitsOf(forbidden).flatMap((at) =>
        world.forbidden[at] === undefined ? [] : [world.forbidden[at].ref],
      ),
    })),
    blockingComplete: blocking.complete,
    movements: openings.map(({ units, example, packages, redLines, positions }): Movement<Ref> => {
      const moves = unitsByParty(world, units).flatMap((unit) => {
        const statement = statementOf(world, unit);
        if (statement === null) return [];
        const { party, issue, option, version, position, also, stance, ref } = statement;
        return [{ party, issue, option, version, position, also, from: stance, ref }];
      });
      return { opens: { example: describePackage(world, example), packages }, redLines, positions, moves };
    }),
    movementsComplete: complete,
  };
}

function unitsByParty<Ref>(world: World<Ref>, units: bigint): Unit<Ref>[] {
  return bitsOf(units)
    .flatMap((at) => world.units[at] ?? [])
    .toSorted((a, b) => a.party - b.party);
}

function costOf<Ref>(unit: Unit<Ref> | undefined): { readonly redLines: number; readonly positions: number } {
  const alternatives = unit?.source.alternatives ?? [];
  const ids = (chosen: typeof alternatives) => new Set(chosen.map(({ position }) => position.id)).size;
  return { redLines: ids(alternatives.filter(({ stance }) => stance === "red-line")), positions: ids(alternatives) };
}

/** Every way of reading the contested statements, or null when there are more ways than the limit. */
function variantsOf<Ref>(world: World<Ref>, limits: typeof defaults): Variant<Ref>[] | null {
  const contested = world.units.filter(({ source }) => source.alternatives.length > 1);
  if (contested.length === 0) return [];
  const ways = contested.reduce((product, { source }) => product * source.alternatives.length, 1);
  if (ways > limits.variants) return null;
  let choices: ReadonlyMap<Unit<Ref>, number>[] = [new Map()];
  for (const unit of contested) {
    choices = choices.flatMap((taken) => unit.source.alternatives.map((_, at) => new Map([...taken, [unit, at]])));
  }
  const variants: Variant<Ref>[] = [];
  for (const taken of choices) {
    const components = componentsOf(
      { ...world, units: world.units.map((unit) => taking(unit, taken.get(unit))) },
      limits.component,
    );
    if ("code" in components) return null;
    const named = [...taken].flatMap(([unit, at]) => {
      const alternative = unit.source.alternatives[at];
      return alternative === undefined ? [] : [{ position: alternative.position.id, reading: alternative.reading }];
    });
    variants.push({ taking: named, ...answerOf(components, limits) });
  }
  return variants;
}

function taking<Ref>(unit: Unit<Ref>, at: number | undefined): Unit<Ref> {
  const alternative = at === undefined ? undefined : unit.source.alternatives[at];
  if (at === undefined || alternative === undefined) return unit;
  return { ...unit, source: { ...unit.source, alternatives: [alternative] }, needs: [unit.needs[at] ?? null] };
}
