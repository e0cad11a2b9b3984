import { calendarStart } from "./minutes.ts";
import type { Conflict, Step, Window } from "./model.ts";

// These checks read a certificate as a person would, by adding it up. They share no code with the search.

/**
 * True when a conflict proves what it says: each step is a bound of the reading it names, the steps lead back to their
 * start, and they add up to −shortBy, below zero. A certain one must hold under every reading of every step.
 */
export function verifyConflict(conflict: Conflict<unknown>): boolean {
  const { steps } = conflict;
  const total = steps.reduce((sum, step) => sum + step.bound, 0);
  const closed = steps.every((step, index) => step.to === steps[(index + 1) % steps.length]?.from);
  const sound = steps.every((step) => stepHolds(step, "upper") && (!conflict.certain || isMostPermissive(step)));
  return steps.length > 0 && closed && sound && total < 0 && total === -conflict.shortBy;
}

/** True when both paths of a window lead from calendarStart to its event and add up to its bounds. */
export function verifyWindow(window: Window<unknown>): boolean {
  const proves = (path: readonly Step<unknown>[], bound: number | null, side: "lower" | "upper"): boolean => {
    if (bound === null) return path.length === 0;
    const joined = path.every((step, index) => step.from === (path[index - 1]?.to ?? calendarStart));
    const arrives = path.at(-1)?.to === window.event;
    const sound = path.every((step) => stepHolds(step, side) && isMostPermissive(step));
    return joined && arrives && sound && path.reduce((sum, step) => sum + step.bound, 0) === bound;
  };
  return proves(window.earliestPath, window.earliest, "lower") && proves(window.latestPath, window.latest, "upper");
}

/** An upper step says "to − from is at most its bound", a lower one "at least"; a link walked backwards is negated. */
function stepHolds({ link, direction, reading, bound, from, to }: Step<unknown>, side: "lower" | "upper"): boolean {
  const said = reading === null ? link : link.variants.find((variant) => variant.id === reading);
  const value = said?.[direction];
  if (value === undefined || value === null) return false;
  const along = (direction === "atMost") === (side === "upper");
  return along
    ? from === link.from && to === link.to && bound === value
    : from === link.to && to === link.from && bound + value === 0;
}

function isMostPermissive({ link, direction, bound, reading }: Step<unknown>): boolean {
  const said = reading === null ? link : link.variants.find((variant) => variant.id === reading);
  const value = said?.[direction] ?? bound;
  return [link, ...link.variants].every((other) => {
    const rival = other[direction];
    return rival !== null && (direction === "atMost" ? rival <= value : rival >= value);
  });
}
