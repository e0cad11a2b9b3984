import type { Game, Requirement } from "./game.ts";

/** Minimal coalitions as sorted voter indexes; `total` is null when the list is cut and the rest was not counted. */
export interface MinimalCoalitions {
  readonly coalitions: readonly (readonly number[])[];
  readonly complete: boolean;
  readonly total: bigint | null;
}

/** Enough for every coalition of 20 voters; a search that is still not done is cut and says so. */
const searchStepsMax = 2 ** 21;
const countingStepsMax = 20_000_000;

/** Coalitions that win and lose when any one member leaves: at most `listedMax`, largest blocs tried first. */
export function minimalWinning({
  game,
  listedMax,
}: {
  readonly game: Game;
  readonly listedMax: number;
}): MinimalCoalitions {
  const found = search({
    requirements: game.requirements,
    listedMax,
    keep: (members) => isMinimalWinning(game, members),
  });
  return finish({ ...found, single: game.requirements.length === 1 ? game.requirements[0] : undefined });
}

/**
 * Coalitions without which nothing can win, and which cease to be so when any one member leaves. To block is to keep
 * the rest below one of the requirements, so each requirement is searched for its own blockers.
 */
export function minimalBlocking({
  game,
  listedMax,
}: {
  readonly game: Game;
  readonly listedMax: number;
}): MinimalCoalitions {
  const blockers = game.requirements.map((one) => ({ ...one, needed: one.of - one.needed + 1 }));
  const byKey = new Map<string, readonly number[]>();
  let complete = true;
  for (const requirement of blockers) {
    const keep = (members: readonly number[]) => isMinimalBlocking(blockers, members) && !byKey.has(members.join(" "));
    const found = search({ requirements: [requirement], listedMax: listedMax - byKey.size, keep });
    for (const members of found.coalitions) byKey.set(members.join(" "), members);
    complete &&= found.complete;
  }
  return finish({ coalitions: [...byKey.values()], complete, single: blockers.length === 1 ? blockers[0] : undefined });
}

function finish({
  coalitions,
  complete,
  single,
}: {
  readonly coalitions: readonly (readonly number[])[];
  readonly complete: boolean;
  readonly single: Requirement | undefined;
}): MinimalCoalitions {
  const sorted = [...coalitions].sort((a, b) => a.length - b.length || compareMembers(a, b));
  if (complete) return { coalitions: sorted, complete, total: BigInt(sorted.length) };
  return { coalitions: sorted, complete, total: single === undefined ? null : countMinimal(single) };
}

function compareMembers(a: readonly number[], b: readonly number[]): number {
  for (const [index, member] of a.entries()) {
    const difference = member - (b[index] ?? member);
    if (difference !== 0) return difference;
  }
  return 0;
}

function reaches(requirement: Requirement, members: readonly number[], without?: number): boolean {
  return (
    members.reduce((sum, member) => sum + (member === without ? 0 : (requirement.votes[member] ?? 0)), 0) >=
    requirement.needed
  );
}

function isMinimalWinning(game: Game, members: readonly number[]): boolean {
  return members.every((member) => !game.requirements.every((one) => reaches(one, members, member)));
}

function isMinimalBlocking(blockers: readonly Requirement[], members: readonly number[]): boolean {
  return members.every((member) => !blockers.some((one) => reaches(one, members, member)));
}

interface Search {
  readonly requirements: readonly Requirement[];
  readonly listedMax: number;
  /** Asked of each coalition that reaches all requirements and did not before its last member joined. */
  readonly keep: (members: readonly number[]) => boolean;
}

/** Depth first, each voter in or out, heaviest first; a branch ends once it reaches everything or no longer can. */
function search({ requirements, listedMax, keep }: Search): {
  readonly coalitions: readonly (readonly number[])[];
  readonly complete: boolean;
} {
  const order = heaviestFirst(requirements);
  const rests = requirements.map(({ votes }) => suffixSums(order.map((voter) => votes[voter] ?? 0)));
  const sums = requirements.map(() => 0);
  const chosen: number[] = [];
  const coalitions: (readonly number[])[] = [];
  let steps = 0;
  let cut = false;
  const visit = (at: number): void => {
    steps += 1;
    if (steps > searchStepsMax) cut = true;
    if (cut) return;
    if (requirements.every(({ needed }, r) => (sums[r] ?? 0) >= needed)) {
      const members = [...chosen].sort((a, b) => a - b);
      if (!keep(members)) return;
      if (coalitions.length >= listedMax) cut = true;
      else coalitions.push(members);
      return;
    }
    const voter = order[at];
    if (voter === undefined || requirements.some(({ needed }, r) => (sums[r] ?? 0) + (rests[r]?.[at] ?? 0) < needed))
      return;
    // Who adds nothing to a count still open could leave again, so no minimal coalition has them here.
    if (requirements.some(({ votes, needed }, r) => (sums[r] ?? 0) < needed && (votes[voter] ?? 0) > 0)) {
      for (const [r, { votes }] of requirements.entries()) sums[r] = (sums[r] ?? 0) + (votes[voter] ?? 0);
      chosen.push(voter);
      visit(at + 1);
      chosen.pop();
      for (const [r, { votes }] of requirements.entries()) sums[r] = (sums[r] ?? 0) - (votes[voter] ?? 0);
    }
    visit(at + 1);
  };
  visit(0);
  return { coalitions, complete: !cut };
}

function heaviestFirst(requirements: readonly Requirement[]): readonly number[] {
  const weight = (voter: number) =>
    Math.max(...requirements.map(({ votes, needed }) => (votes[voter] ?? 0) / Math.max(1, needed)));
  const voters = (requirements[0]?.votes ?? []).map((_, voter) => voter);
  return voters.sort((a, b) => weight(b) - weight(a) || a - b);
}

function suffixSums(numbers: readonly number[]): readonly number[] {
  const sums = [0];
  for (const number of [...numbers].reverse()) sums.unshift((sums[0] ?? 0) + number);
  return sums;
}

/**
 * How many minimal coalitions one weighted count has, without listing them: by its last and lightest member, each is
 * a set of heavier ones that falls short by no more than that member's votes. Null where the table would be too wide.
 */
function countMinimal({ votes, needed }: Requirement): bigint | null {
  if (votes.length * needed > countingStepsMax) return null;
  const sets = new Array<bigint>(needed).fill(0n);
  sets[0] = 1n;
  let total = 0n;
  for (const weight of votes.filter((vote) => vote > 0).sort((a, b) => b - a)) {
    for (let sum = Math.max(0, needed - weight); sum < needed; sum += 1) total += sets[sum] ?? 0n;
    for (let sum = needed - 1; sum >= weight; sum -= 1) sets[sum] = (sets[sum] ?? 0n) + (sets[sum - weight] ?? 0n);
  }
  return total;
}
