import type { Direction, Link } from "../model.ts";

/** One way to read a link; the main reading has no id. */
export interface Reading {
  readonly id: string | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** The bound in force in one direction, as what it adds to a circle, and the reading it comes from. */
export interface Weight {
  readonly weight: number;
  readonly reading: string | null;
}

/** The most permissive bounds decide what is certain; the strictest, what is possible. */
export type Rigour = "permissive" | "strict";

/** The main reading first, then the variants by id, so that of equal bounds the main reading is named. */
export function readingsOf(link: Link<unknown>): Reading[] {
  const variants = [...link.variants].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [{ id: null, atLeast: link.atLeast, atMost: link.atMost }, ...variants];
}

/** What a reading's bound adds to a circle that uses it; Infinity where it sets none. */
export function weightOf(reading: Reading, direction: Direction): number {
  const bound = reading[direction];
  if (bound === null) return Number.POSITIVE_INFINITY;
  return direction === "atLeast" ? 0 - bound : bound;
}

/** A reading that no pair of moments satisfies: the circles are one step long for a link from an event to itself. */
export function contradictsItself(link: Link<unknown>, reading: Reading): boolean {
  const least = weightOf(reading, "atLeast");
  const most = weightOf(reading, "atMost");
  return link.from === link.to ? least < 0 || most < 0 : least + most < 0;
}

/** The bound of a link in one direction, or null where there is none. */
export function boundOf(link: Link<unknown>, direction: Direction, rigour: Rigour): Weight | null {
  const all = readingsOf(link);
  // A reading that contradicts itself is reported by itself; it lends no bound to a stricter circle.
  const sound = all.filter((reading) => !contradictsItself(link, reading));
  const strict = rigour === "strict" && sound.length > 0;
  let chosen: Weight | null = null;
  for (const reading of strict ? sound : all) {
    const weight = weightOf(reading, direction);
    const better = chosen === null || (strict ? weight < chosen.weight : weight > chosen.weight);
    if (better) chosen = { weight, reading: reading.id };
  }
  return chosen === null || chosen.weight === Number.POSITIVE_INFINITY ? null : chosen;
}
