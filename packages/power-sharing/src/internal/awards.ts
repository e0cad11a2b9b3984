import { compareQuotients, type DivisorMethod, type Quotient, quotientOf } from "./quotient.ts";

/** Names whose bids are equal and highest at one moment, as indexes in the order given, and the seats each holds then. */
export interface Award {
  readonly members: readonly { readonly index: number; readonly seats: number }[];
  readonly quotient: Quotient;
}

interface Bidder {
  readonly index: number;
  seats: number;
  bid: Quotient;
}

/**
 * Gives seats to the highest bid, equal bids together, until at least `count` are given. Whoever has no votes never
 * bids; there must be a bidder when `count` is above 0. The last award may hold more names than seats are left.
 */
export function awardsOf({
  method,
  votes,
  start,
  count,
}: {
  readonly method: DivisorMethod;
  readonly votes: readonly bigint[];
  readonly start: number;
  readonly count: number;
}): readonly Award[] {
  const bidOf = (index: number, seats: number) => quotientOf({ method, votes: votes[index] ?? 0n, seats });
  const ascending: Bidder[] = votes
    .map((_, index) => ({ index, seats: start, bid: bidOf(index, start) }))
    .filter(({ bid }) => bid.votes > 0n)
    .sort((a, b) => compareQuotients(a.bid, b.bid));
  const awards: Award[] = [];
  let given = 0;
  while (given < count) {
    const highest = ascending.at(-1);
    if (highest === undefined) break;
    const quotient = highest.bid;
    const winners: Bidder[] = [];
    for (
      let top = ascending.at(-1);
      top !== undefined && compareQuotients(top.bid, quotient) === 0;
      top = ascending.at(-1)
    ) {
      winners.push(top);
      ascending.pop();
    }
    awards.push({
      quotient,
      members: winners.map(({ index, seats }) => ({ index, seats })).sort((a, b) => a.index - b.index),
    });
    given += winners.length;
    for (const winner of winners) {
      winner.seats += 1;
      winner.bid = bidOf(winner.index, winner.seats);
      ascending.splice(placeOf(ascending, winner.bid), 0, winner);
    }
  }
  return awards;
}

/** Where a bid belongs among bids in ascending order. */
function placeOf(ascending: readonly Bidder[], bid: Quotient): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = ascending[middle];
    if (other !== undefined && compareQuotients(other.bid, bid) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
