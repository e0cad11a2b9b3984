import { daysBetween } from "@parley/calendar";
import type { Condition, Position, Stance, Verdict } from "../src/index.ts";
import type { SmallWorld } from "./world.ts";

/**
 * The ten rules told once more, package by package and way by way, with nothing shared with the engine: slow, plain, and
 * for small worlds only.
 */
type Choices = Record<string, string>;
interface Voice {
  readonly p: Position<string>;
  readonly reading: string | null;
  readonly stance: Stance;
  readonly condition: Condition | null;
}
/** Rival voices: in every way of reading, exactly one of them speaks. */
interface Group {
  readonly key: string;
  readonly voices: Voice[];
}
export interface OracleAnswer {
  readonly counts: { total: bigint; blocked: bigint; notExcluded: bigint; notKnown: bigint };
  readonly blocking: string[];
  readonly movements: string[];
}
export interface Oracle extends OracleAnswer {
  readonly forbiddenCount: bigint;
  readonly ways: Map<string, OracleAnswer>;
  readonly blockers: Map<string, bigint>;
  readonly verdicts: { choices: Choices; verdict: Verdict; parties: Record<string, Verdict> }[];
}

export function oracle(world: SmallWorld): Oracle {
  const groups = groupsOf(world);
  const contested = groups.filter(({ voices }) => voices.length > 1);
  let ways: Map<Group, Voice>[] = [new Map()];
  for (const group of groups)
    ways = ways.flatMap((way) => group.voices.map((voice) => new Map([...way, [group, voice]])));
  const packages = everyPackage(world);
  const possible = packages.filter((choices) => !world.forbidden.some((one) => contains(choices, one.choices)));
  const wayName = (way: Map<Group, Voice>) =>
    contested
      .map((group) => voiceName(way.get(group)))
      .sort()
      .join(" ");
  const together = answer(world, groups, packages, possible, ways);
  return {
    ...together,
    forbiddenCount: BigInt(packages.length - possible.length),
    ways: new Map(
      contested.length === 0 ? [] : ways.map((way) => [wayName(way), answer(world, groups, packages, possible, [way])]),
    ),
    blockers: new Map(
      groups.flatMap(({ voices }) =>
        voices.flatMap((voice) => {
          const count = packages.filter((choices) => refuses(world, voice, choices)).length;
          return count === 0 ? [] : [[voiceName(voice), BigInt(count)] as const];
        }),
      ),
    ),
    verdicts: packages.map((choices) => ({ choices, ...verdictsOf(world, ways, possible, choices) })),
  };
}

const voiceName = (voice: Voice | undefined) => `${voice?.p.id}/${voice?.reading}`;

function everyPackage({ issues }: SmallWorld): Choices[] {
  let all: Choices[] = [{}];
  for (const { id, options } of issues)
    all = all.flatMap((one) => options.map((option) => ({ ...one, [id]: option.id })));
  return all;
}

const contains = (choices: Choices, part: Readonly<Record<string, string>>) =>
  Object.entries(part).every(([issue, option]) => choices[issue] === option);

function onTheTable({ issues }: SmallWorld, { target }: Position<string>): boolean {
  if (target.kind === "subject") return false;
  if (target.kind === "version") return issues.some((i) => i.options.some((o) => o.tabledIn.includes(target.version)));
  const issue = issues.find(({ id }) => id === target.issue);
  return target.kind === "provision"
    ? issue !== undefined
    : issue?.options.some(({ id }) => id === target.option) === true;
}

function groupsOf(world: SmallWorld): Group[] {
  const { positions, parties, asOf } = world;
  const known = positions.filter((p) => parties.includes(p.party) && p.said <= asOf && p.published <= asOf);
  const same = (p: Position<string>, q: Position<string>) =>
    p.party === q.party &&
    JSON.stringify(Object.entries(p.target).sort()) === JSON.stringify(Object.entries(q.target).sort());
  const standing = known.filter(
    (p) =>
      p.mandate <= 2 &&
      p.confirmed &&
      onTheTable(world, p) &&
      !known.some((q) => q.confirmed && same(p, q) && q.mandate <= p.mandate && q.said > p.said),
  );
  const groups: Group[] = [];
  const done = new Set<Position<string>>();
  for (const p of standing) {
    if (done.has(p)) continue;
    const rivals = standing.filter((q) => same(p, q) && q.mandate === p.mandate && q.said === p.said);
    for (const rival of rivals) done.add(rival);
    const voices = rivals.flatMap((q): Voice[] =>
      q.readings.length === 0
        ? [{ p: q, reading: null, stance: q.stance, condition: q.condition }]
        : q.readings.map((r) => ({ p: q, reading: r.id, stance: r.stance, condition: r.condition })),
    );
    const content = (v: Voice) => JSON.stringify([v.stance, v.condition, v.p.wording ?? ""]);
    if (voices.every((v) => content(v) === content(voices[0] as Voice))) {
      for (const q of rivals) groups.push({ key: q.id, voices: oneVoice(voices.filter((v) => v.p === q)) });
    } else
      groups.push({
        key: rivals
          .map(({ id }) => id)
          .sort()
          .join("+"),
        voices,
      });
  }
  return groups;
}

/** Readings that say the same are one voice, and name no reading. */
const oneVoice = (voices: Voice[]) => voices.slice(0, 1).map((v) => (voices.length > 1 ? { ...v, reading: null } : v));

const wholly = ({ issues }: SmallWorld, version: string, choices: Choices) =>
  issues.every(({ id, options }) => options.some((o) => o.id === choices[id] && o.tabledIn.includes(version)));

/** Does the statement bear on this package at all. */
function bears(world: SmallWorld, { p: { target } }: Voice, choices: Choices): boolean {
  if (target.kind === "subject") return false;
  if (target.kind === "version") return wholly(world, target.version, choices);
  return target.kind === "provision" ? target.issue in choices : choices[target.issue] === target.option;
}

function conditionState(world: SmallWorld, { stance, condition }: Voice, choices: Choices): "met" | "open" | "refused" {
  if (condition === null) return stance === "accepts-if" ? "open" : "met";
  if (condition.needs === undefined) return condition.met === "met" ? "met" : "open";
  const { issue, option } = condition.needs;
  if (choices[issue] === option) return "met";
  const tabled = world.issues.some((one) => one.id === issue && one.options.some(({ id }) => id === option));
  return tabled && condition.onlyIf ? "refused" : "open";
}

function refuses(world: SmallWorld, voice: Voice, choices: Choices): boolean {
  if (!bears(world, voice, choices)) return false;
  if (voice.stance === "red-line" || voice.stance === "rejects") return true;
  if (voice.stance === "reserves" || voice.stance === "under-review") return false;
  return conditionState(world, voice, choices) === "refused";
}

/** A reservation, or a condition that is not known to be met. */
function holdsBack(world: SmallWorld, voice: Voice, choices: Choices): boolean {
  if (!bears(world, voice, choices) || refuses(world, voice, choices)) return false;
  if (voice.stance === "reserves" || voice.stance === "under-review") return true;
  return conditionState(world, voice, choices) === "open";
}

function accepts(world: SmallWorld, voice: Voice, choices: Choices, issueId: string): boolean {
  if (!bears(world, voice, choices) || refuses(world, voice, choices) || holdsBack(world, voice, choices)) return false;
  if (daysBetween({ from: voice.p.said, to: world.asOf }) > 30) return false;
  const { target, wording } = voice.p;
  const issue = world.issues.find(({ id }) => id === issueId);
  const option = issue?.options.find(({ id }) => id === choices[issueId]);
  if (issue === undefined || option === undefined || option.open || target.kind === "subject") return false;
  if (target.kind === "version") return issue.options.filter((o) => o.tabledIn.includes(target.version)).length === 1;
  return target.issue === issueId && (wording === undefined || wording === option.wording);
}

function partyVerdict(world: SmallWorld, party: string, voices: Voice[], choices: Choices): Verdict {
  const mine = voices.filter(({ p }) => p.party === party);
  if (mine.some((voice) => refuses(world, voice, choices))) return "blocked";
  if (mine.some((voice) => holdsBack(world, voice, choices))) return "not-known";
  const all = world.issues.every(({ id }) => mine.some((voice) => accepts(world, voice, choices, id)));
  return all ? "not-excluded" : "not-known";
}

function oneWay(world: SmallWorld, way: Map<Group, Voice>, choices: Choices, isPossible: boolean) {
  const parties = Object.fromEntries(
    world.parties.map((party) => [party, partyVerdict(world, party, [...way.values()], choices)]),
  );
  const all = Object.values(parties);
  const verdict: Verdict =
    !isPossible || all.includes("blocked")
      ? "blocked"
      : all.every((v) => v === "not-excluded")
        ? "not-excluded"
        : "not-known";
  return { verdict, parties };
}

/** Computed each way; where the answers differ, not known. */
function verdictsOf(world: SmallWorld, ways: Map<Group, Voice>[], possible: Choices[], choices: Choices) {
  const answers = ways.map((way) => oneWay(world, way, choices, possible.includes(choices)));
  const agreed = (all: Verdict[]): Verdict => (new Set(all).size === 1 ? (all[0] as Verdict) : "not-known");
  const parties = Object.fromEntries(
    world.parties.map((party) => [party, agreed(answers.map((a) => a.parties[party] as Verdict))]),
  );
  return { verdict: agreed(answers.map((a) => a.verdict)), parties };
}

function answer(
  world: SmallWorld,
  groups: Group[],
  packages: Choices[],
  possible: Choices[],
  ways: Map<Group, Voice>[],
): OracleAnswer {
  const verdicts = packages.map((choices) => verdictsOf(world, ways, possible, choices).verdict);
  const count = (verdict: Verdict) => BigInt(verdicts.filter((v) => v === verdict).length);
  const counts = {
    total: BigInt(packages.length),
    blocked: count("blocked"),
    notExcluded: count("not-excluded"),
    notKnown: count("not-known"),
  };
  if (verdicts.some((verdict) => verdict !== "blocked")) return { counts, blocking: [], movements: [] };
  /** For each package and way, which groups refuse it, as bits. */
  const refusals = possible.map((choices) =>
    ways.map((way) =>
      groups.reduce((bits, g, at) => bits | (refuses(world, way.get(g) as Voice, choices) ? 1 << at : 0), 0),
    ),
  );
  const useful = groups.flatMap((g, at) =>
    refusals.some((w) => w.some((bits) => (bits & (1 << at)) !== 0)) ? [{ g, at }] : [],
  );
  const blocks = (set: number) => refusals.every((way) => way.every((bits) => (bits & set) !== 0));
  const opens = (set: number) => refusals.filter((way) => way.some((bits) => (bits & ~set) === 0)).length;
  const blocking: number[] = [];
  const opening: { set: number; red: number; all: number }[] = [];
  for (const set of subsets(useful.map(({ at }) => at))) {
    const members = useful.filter(({ at }) => (set & (1 << at)) !== 0);
    if (blocks(set) && members.every(({ at }) => !blocks(set & ~(1 << at)))) blocking.push(set);
    const ids = (voices: Voice[]) => new Set(voices.map(({ p }) => p.id)).size;
    const voices = members.flatMap(({ g }) => g.voices.filter((v) => ways.some((way) => way.get(g) === v)));
    const red = ids(voices.filter(({ stance }) => stance === "red-line"));
    if (opens(set) > 0) opening.push({ set, red, all: ids(voices) });
  }
  opening.sort((a, b) => a.red - b.red || a.all - b.all);
  const cheapest = opening.filter(({ red, all }) => red === opening[0]?.red && all === opening[0].all);
  const single = (g: Group) => (ways.length === 1 ? (ways[0]?.get(g)?.p.id ?? "") : g.key);
  const name = (set: number) =>
    useful
      .filter(({ at }) => (set & (1 << at)) !== 0)
      .map(({ g }) => single(g))
      .sort()
      .join(" ");
  return {
    counts,
    blocking: blocking.map(name).sort(),
    movements: cheapest.map(({ set, red, all }) => `${name(set)}: ${red} ${all} opens ${opens(set)}`).sort(),
  };
}

function* subsets(places: number[]): Generator<number> {
  for (let rank = 0; rank < 1 << places.length; rank += 1) {
    yield places.reduce((set, at, n) => ((rank & (1 << n)) === 0 ? set : set | (1 << at)), 0);
  }
}
