import { type Count, describeTieBreak, type TieBreak } from "../tie-break.ts";
import { compareQuotients, type DivisorMethod, quotientOf } from "./quotient.ts";

/** One of several with equal claims. `seats` is what it holds so far. */
export interface Tied {
  readonly id: string;
  readonly votes: bigint;
  readonly seats: number;
}

/** Names no rule told apart, and the rule that sets them before the next class, if one does. */
export interface TiedClass {
  readonly ids: readonly string[];
  readonly beforeNextBy: string | null;
}

/** Sorts the tied into classes, first claim first, asking each rule in turn. `method` is null where there are no quotients. */
export function rankTied({
  tied,
  rules,
  method,
}: {
  readonly tied: readonly Tied[];
  readonly rules: readonly TieBreak[];
  readonly method: DivisorMethod | null;
}): readonly TiedClass[] {
  const [rule, ...rest] = rules;
  if (rule === undefined || tied.length === 1) return [{ ids: tied.map(({ id }) => id), beforeNextBy: null }];
  const compare = comparison({ rule, tied, method });
  if (compare === null) return rankTied({ tied, rules: rest, method });
  const groups: Tied[][] = [];
  for (const one of [...tied].sort(compare)) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compare(last[0], one) === 0) last.push(one);
    else groups.push([one]);
  }
  return groups.flatMap((group, index) => {
    const inner = rankTied({ tied: group, rules: rest, method });
    if (index === groups.length - 1) return inner;
    return inner.map((one, at) => (at === inner.length - 1 ? { ...one, beforeNextBy: describeTieBreak(rule) } : one));
  });
}

type Comparison = (a: Tied, b: Tied) => number;

/** Null when the rule does not cover all who are tied. */
function comparison({
  rule,
  tied,
  method,
}: {
  readonly rule: TieBreak;
  readonly tied: readonly Tied[];
  readonly method: DivisorMethod | null;
}): Comparison | null {
  if (rule.kind === "drawn-order") {
    if (tied.some(({ id }) => !rule.order.includes(id))) return null;
    return (a, b) => rule.order.indexOf(a.id) - rule.order.indexOf(b.id);
  }
  if (rule.kind === "more-votes" && rule.votes === undefined)
    return (a, b) => (a.votes === b.votes ? 0 : a.votes > b.votes ? -1 : 1);
  const votes = votesById(rule.votes ?? []);
  if (tied.some(({ id }) => !votes.has(id))) return null;
  const claim = ({ id, seats }: Tied) => {
    const own = votes.get(id) ?? 0n;
    if (rule.kind === "more-votes") return { numerator: own, denominator: 1n, votes: own };
    return quotientOf({ method: method ?? "dhondt", votes: own, seats });
  };
  return rule.kind === "quotient-of-votes" && method === null ? null : (a, b) => compareQuotients(claim(b), claim(a));
}

function votesById(votes: readonly Count[]): ReadonlyMap<string, bigint> {
  return new Map(votes.map(({ id, votes: count }) => [id, BigInt(count)]));
}

/** What a tie of more claims than seats comes to: who is served, who is still tied for the rest, and by which rule. */
export interface Settled {
  readonly served: readonly string[];
  readonly tied: readonly string[];
  readonly seatsLeft: number;
  readonly brokenBy: string | null;
}

/** Walks the classes while whole ones can be served. */
export function settle({
  classes,
  seats,
}: {
  readonly classes: readonly TiedClass[];
  readonly seats: number;
}): Settled {
  const served: string[] = [];
  let brokenBy: string | null = null;
  for (const { ids, beforeNextBy } of classes) {
    const seatsLeft = seats - served.length;
    if (seatsLeft === 0) break;
    if (ids.length > seatsLeft) return { served, tied: ids, seatsLeft, brokenBy };
    served.push(...ids);
    brokenBy = beforeNextBy;
  }
  return { served, tied: [], seatsLeft: 0, brokenBy };
}

/** The first `listedMax` choices of `take` out of the ids, and how many there are in all. */
export function choices({
  ids,
  take,
  listedMax,
}: {
  readonly ids: readonly string[];
  readonly take: number;
  readonly listedMax: number;
}): {
  readonly listed: readonly (readonly string[])[];
  readonly total: bigint;
} {
  const listed: string[][] = [];
  const chosen: string[] = [];
  const visit = (at: number): void => {
    if (listed.length >= listedMax) return;
    if (chosen.length === take) {
      listed.push([...chosen]);
      return;
    }
    for (let next = at; next <= ids.length - (take - chosen.length); next += 1) {
      chosen.push(ids[next] ?? "");
      visit(next + 1);
      chosen.pop();
    }
  };
  visit(0);
  let total = 1n;
  for (let k = 1; k <= take; k += 1) total = (total * BigInt(ids.length - take + k)) / BigInt(k);
  return { listed, total };
}
