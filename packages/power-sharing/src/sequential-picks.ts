import { type Fraction, fraction } from "./fraction.ts";
import { type Award, awardsOf } from "./internal/awards.ts";
import { refuseCounts, refuseSeats, refuseTieBreaks, tieBreaksOf } from "./internal/counts.ts";
import { rankTied } from "./internal/tie.ts";
import type { Refusal } from "./refusal.ts";
import type { TieBreak } from "./tie-break.ts";

/** One turn to choose a post. */
export interface PostPick<Ref = unknown> {
  /** The turn, from 1. */
  readonly post: number;
  readonly id: string;
  /** Seats over the divisor: what earned this turn. */
  readonly quotient: Fraction;
  /** The rule that set this turn apart from an equal claim; null when there was none. */
  readonly tieBrokenBy: string | null;
  readonly ref?: Ref;
}

export type SequentialPicks<Ref = unknown> =
  | { readonly kind: "order"; readonly picks: readonly PostPick<Ref>[] }
  | {
      readonly kind: "tie";
      /** The turns before the first tie. */
      readonly certain: readonly PostPick<Ref>[];
      readonly tied: readonly string[];
      /** The turn the tie is about, from 1. */
      readonly atPost: number;
      readonly postsLeft: number;
      readonly rule: string;
      /** Whole orders that are possible, the first hundred; `outcomesTotal` counts all. */
      readonly outcomes: readonly (readonly string[])[];
      readonly outcomesTotal: bigint;
    }
  | (Refusal & { readonly kind: "refused" });

/** Turns that one highest quotient earns, cut into classes that the rules for ties tell apart. */
interface Turn {
  readonly ids: readonly string[];
  readonly quotient: Fraction;
  readonly tieBrokenBy: string | null;
}

/**
 * The order in which parties choose posts: each turn goes to the highest quotient of seats over the divisor, as
 * ministries are chosen in Northern Ireland (Northern Ireland Act 1998, s. 18, by D'Hondt). Equal quotients tie even
 * when all of them get a post, since who chooses first matters. At most 1,000 posts.
 */
export function sequentialPicks<Ref = unknown>({
  seats,
  posts,
  divisor,
  tieBreak,
}: {
  readonly seats: readonly { readonly id: string; readonly seats: number; readonly ref?: Ref }[];
  readonly posts: number;
  readonly divisor: "dhondt" | "sainte-lague";
  readonly tieBreak?: TieBreak | readonly TieBreak[] | undefined;
}): SequentialPicks<Ref> {
  const rules = tieBreaksOf(tieBreak);
  const refusal =
    refuseCounts({ counts: seats.map((one) => ({ id: one.id, votes: one.seats })), noun: "seats" }) ??
    refuseSeats({ seats: posts, noun: "posts" }) ??
    refuseTieBreaks(rules);
  if (refusal !== null) return { kind: "refused", ...refusal };
  const votes = seats.map((one) => BigInt(one.seats));
  const turnsOf = ({ members, quotient }: Award): Turn[] => {
    const tied = members.map(({ index, seats: held }) => ({
      id: seats[index]?.id ?? "",
      votes: votes[index] ?? 0n,
      seats: held,
    }));
    let before: string | null = null;
    return rankTied({ tied, rules, method: divisor }).map(({ ids, beforeNextBy }) => {
      const tieBrokenBy = beforeNextBy ?? before;
      before = beforeNextBy;
      return { ids, quotient: fraction(quotient.numerator, quotient.denominator), tieBrokenBy };
    });
  };
  const turns = awardsOf({ method: divisor, votes, start: 0, count: posts }).flatMap(turnsOf);
  const refs = new Map(seats.map(({ id, ref }) => [id, ref]));
  return orderOf({ turns, posts, refs });
}

function orderOf<Ref>({
  turns,
  posts,
  refs,
}: {
  readonly turns: readonly Turn[];
  readonly posts: number;
  readonly refs: ReadonlyMap<string, Ref | undefined>;
}): SequentialPicks<Ref> {
  const picks: PostPick<Ref>[] = [];
  for (const { ids, quotient, tieBrokenBy } of turns) {
    const [id] = ids;
    if (picks.length === posts || id === undefined) break;
    if (ids.length > 1) return tieOf({ turns, certain: picks, tied: ids, posts });
    const pick = { post: picks.length + 1, id, quotient, tieBrokenBy };
    const ref = refs.get(id);
    picks.push(ref === undefined ? pick : { ...pick, ref });
  }
  return { kind: "order", picks };
}

function tieOf<Ref>({
  turns,
  certain,
  tied,
  posts,
}: {
  readonly turns: readonly Turn[];
  readonly certain: readonly PostPick<Ref>[];
  readonly tied: readonly string[];
  readonly posts: number;
}): SequentialPicks<Ref> {
  const { listed, total } = ordersOf({ turns, posts, listedMax: 100 });
  const atPost = certain.length + 1;
  return {
    kind: "tie",
    certain,
    tied,
    atPost,
    postsLeft: posts - certain.length,
    rule: `${tied.join(", ")} have equal claims to choose at turn ${atPost}. No rule tells them apart. Agree on one: more votes first, or a lot.`,
    outcomes: listed,
    outcomesTotal: total,
  };
}

/** Every order the turns allow: the members of a tied turn in any order, as far as the posts reach. */
function ordersOf({
  turns,
  posts,
  listedMax,
}: {
  readonly turns: readonly Turn[];
  readonly posts: number;
  readonly listedMax: number;
}): {
  readonly listed: readonly (readonly string[])[];
  readonly total: bigint;
} {
  let orders: readonly (readonly string[])[] = [[]];
  let total = 1n;
  let given = 0;
  for (const { ids } of turns) {
    const take = Math.min(ids.length, posts - given);
    for (let k = 0; k < take; k += 1) total *= BigInt(ids.length - k);
    orders = arrangements({ ids, take, orders, listedMax });
    given += take;
  }
  return { listed: orders, total };
}

function arrangements({
  ids,
  take,
  orders,
  listedMax,
}: {
  readonly ids: readonly string[];
  readonly take: number;
  readonly orders: readonly (readonly string[])[];
  readonly listedMax: number;
}): readonly (readonly string[])[] {
  const grown: (readonly string[])[] = [];
  const extend = (order: readonly string[], left: readonly string[], missing: number): void => {
    if (grown.length >= listedMax) return;
    if (missing === 0) grown.push(order);
    else
      for (const id of left)
        extend(
          [...order, id],
          left.filter((other) => other !== id),
          missing - 1,
        );
  };
  for (const order of orders) extend(order, ids, take);
  return grown;
}
