import { nodesOf } from "./internal/graph.ts";
import { readingsOf } from "./internal/readings.ts";
import type { Link, NetworkInput } from "./model.ts";

export type ProblemCode =
  | "duplicate-event"
  | "duplicate-link"
  | "duplicate-variant"
  | "unknown-event"
  | "unsafe-bound"
  | "bound-too-large"
  | "unusable-limit";

/** Why a network cannot be solved: what is wrong, with what, and how to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  /** The id of the link or event concerned; null for the whole network. */
  readonly about: string | null;
  readonly message: string;
  readonly help: string;
}

/** The largest sum that stays exact, with room for the sums that the search itself forms. */
const sumMax = 2 ** 51;

/** Nobody reads more, and each is weighed against each. */
const conflictsMaxLargest = 1000;

/**
 * Lists what is wrong with a network; empty when it can be solved. A link that contradicts itself is no problem but a
 * conflict of one link. A bound times the number of events may not pass 2^51 minutes. Linear in the input.
 */
export function checkNetwork(input: NetworkInput<unknown>): Problem[] {
  const known = new Set(nodesOf(input.events));
  const boundMax = Math.floor(sumMax / (known.size + 1));
  return [
    ...repeated(input.events).map((event) =>
      problem("duplicate-event", event, "This event is listed twice.", "List each event once."),
    ),
    ...repeated(input.links.map((link) => link.id)).map((id) =>
      problem("duplicate-link", id, "Two links have this id.", "Give each link an id of its own."),
    ),
    ...input.links.flatMap((link) => linkProblems(link, { known, boundMax })),
    ...limitProblems(input.limits?.conflictsMax),
  ];
}

/** Throws RangeError with the first problem, so that a caller who did not check learns of it. */
export function assertUsable(input: NetworkInput<unknown>): void {
  const [first] = checkNetwork(input);
  if (first !== undefined) throw new RangeError(`${first.about ?? "network"}: ${first.message} ${first.help}`);
}

function problem(code: ProblemCode, about: string | null, message: string, help: string): Problem {
  return { code, about, message, help };
}

function linkProblems(
  link: Link<unknown>,
  { known, boundMax }: { readonly known: ReadonlySet<string>; readonly boundMax: number },
): Problem[] {
  const unknown = [...new Set([link.from, link.to])].filter((event) => !known.has(event));
  const bounds = readingsOf(link).flatMap((reading) => [reading.atLeast, reading.atMost]);
  const found = unknown.map((event) =>
    problem(
      "unknown-event",
      link.id,
      `It names the event “${event}”, which is not listed.`,
      "List the event, or correct its name.",
    ),
  );
  for (const id of repeated(link.variants.map((variant) => variant.id))) {
    found.push(
      problem("duplicate-variant", link.id, `Two readings have the id “${id}”.`, "Give each reading an id of its own."),
    );
  }
  if (bounds.some((bound) => bound !== null && !Number.isSafeInteger(bound))) {
    found.push(
      problem(
        "unsafe-bound",
        link.id,
        "A bound is not a whole number of minutes.",
        "Use whole minutes, or null for no bound.",
      ),
    );
  } else if (bounds.some((bound) => bound !== null && Math.abs(bound) > boundMax)) {
    found.push(
      problem(
        "bound-too-large",
        link.id,
        `A bound is above ${boundMax} minutes, too large to add up exactly.`,
        "Use null for no bound.",
      ),
    );
  }
  return found;
}

function limitProblems(conflictsMax: number | undefined): Problem[] {
  const usable =
    Number.isSafeInteger(conflictsMax) && (conflictsMax ?? 0) > 0 && (conflictsMax ?? 0) <= conflictsMaxLargest;
  if (conflictsMax === undefined || usable) return [];
  return [
    problem(
      "unusable-limit",
      null,
      "The number of conflicts to list is not between 1 and 1,000.",
      "Leave it out for 50.",
    ),
  ];
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) (seen.has(id) ? twice : seen).add(id);
  return [...twice];
}
