import { type Refusal, refuse } from "../refusal.ts";
import type { Count, TieBreak } from "../tie-break.ts";

/** Above these the quotients, or the orders of a tie, are too many to go through one by one. */
const most = { seats: 100_000, posts: 1000 };

/** Refuses names that are empty or repeated, figures that are not whole, and a body in which all have none. */
export function refuseCounts({
  counts,
  noun,
}: {
  readonly counts: readonly Count[];
  readonly noun: "votes" | "seats";
}): Refusal | null {
  const code = noun === "votes" ? "invalid-votes" : "invalid-seats";
  const ids = new Set<string>();
  for (const { id, votes } of counts) {
    if (id === "" || ids.has(id)) {
      return refuse(
        "invalid-id",
        id === "" ? "One of them has no name." : `${id} is given twice.`,
        "Give each a name of its own.",
      );
    }
    ids.add(id);
    if (!Number.isSafeInteger(votes) || votes < 0) {
      return refuse(code, `${votes} is not a number of ${noun} for ${id}.`, "Give a whole number, 0 or more.");
    }
  }
  return counts.some(({ votes }) => votes > 0)
    ? null
    : refuse(code, `Nobody has any ${noun}.`, `Give at least one of them ${noun}.`);
}

/** Refuses a number of seats or posts that cannot be given out. */
export function refuseSeats({
  seats,
  noun,
}: {
  readonly seats: number;
  readonly noun: "seats" | "posts";
}): Refusal | null {
  if (!Number.isSafeInteger(seats) || seats < 1) {
    return refuse(
      "invalid-seats",
      `${seats} is not a number of ${noun} to give out.`,
      "Give a whole number, 1 or more.",
    );
  }
  if (seats <= most[noun]) return null;
  return refuse("too-large", `${seats} ${noun} are too many to give out one by one.`, `Give at most ${most[noun]}.`);
}

/** Refuses a rule for ties whose votes are not whole or whose order names somebody twice. */
export function refuseTieBreaks(rules: readonly TieBreak[]): Refusal | null {
  for (const rule of rules) {
    if (rule.kind === "drawn-order") {
      if (new Set(rule.order).size < rule.order.length) {
        return refuse("invalid-rule", "The order drawn names somebody twice.", "Name each once.");
      }
      continue;
    }
    const bad = rule.votes?.find(({ votes }) => !Number.isSafeInteger(votes) || votes < 0);
    if (bad !== undefined) {
      return refuse(
        "invalid-votes",
        `${bad.votes} is not a number of votes for ${bad.id}.`,
        "Give a whole number, 0 or more.",
      );
    }
  }
  return null;
}

export function tieBreaksOf(tieBreak: TieBreak | readonly TieBreak[] | undefined): readonly TieBreak[] {
  if (tieBreak === undefined) return [];
  return "kind" in tieBreak ? [tieBreak] : tieBreak;
}
