import { Column } from "./column.ts";

/** How many of the days, which ascend, are on or before a day. */
export function upTo(days: Column, day: number): number {
  const count = days.length;
  if (count === 0 || days.at(count - 1) <= day) return count;
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days.at(middle) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorts days upwards and leaves each once. Few days, nearly in order, are the common case. */
export function sortOnce(days: Column): void {
  if (days.length > 48) days.sort();
  else
    for (let at = 1; at < days.length; at += 1) {
      const day = days.at(at);
      let to = at - 1;
      for (; to >= 0 && days.at(to) > day; to -= 1) days.set(to + 1, days.at(to));
      days.set(to + 1, day);
    }
  let kept = 0;
  for (let at = 0; at < days.length; at += 1) {
    if (kept > 0 && days.at(kept - 1) === days.at(at)) continue;
    days.set(kept, days.at(at));
    kept += 1;
  }
  days.length = kept;
}

/** Spans of days, by their first day: each from its first day up to the day on which it is over. */
export class Spans {
  readonly from = new Column();
  readonly #over = new Column();
  /** The latest end among a span and those before it. */
  readonly #overAtMost = new Column();

  clear(): void {
    this.from.clear();
    this.#over.clear();
    this.#overAtMost.clear();
  }

  /** First days must not descend. */
  add(from: number, over: number): void {
    this.from.push(from);
    this.#over.push(over);
    this.#overAtMost.push(Math.max(this.#overAtMost.last(over), over));
  }

  /** The first day of the latest span that is open on a day; null when none is. */
  latestOpen(day: number): number | null {
    for (let at = upTo(this.from, day) - 1; at >= 0; at -= 1) {
      if (this.#overAtMost.at(at) <= day) return null;
      if (this.#over.at(at) > day) return this.from.at(at);
    }
    return null;
  }

  /** Whether a span is open on a day, by its number. */
  isOpen(at: number, day: number): boolean {
    return this.from.at(at) <= day && this.#over.at(at) > day;
  }
}
