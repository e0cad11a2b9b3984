import type { EventId } from "../minutes.ts";
import type { Link } from "../model.ts";
import { type Arc, arcsOf, graphOf } from "./graph.ts";
import { negativeCircles } from "./negative-circles.ts";
import { contradictsItself, readingsOf, weightOf } from "./readings.ts";

/** A conflict as arcs, before it is told. */
export interface Circle {
  readonly arcs: readonly Arc[];
  readonly certain: boolean;
}

/** Arcs looked at in one search, at most; about a tenth of a second. */
const workMax = 4_000_000;

/**
 * The minimal conflicts of sorted links. Those of one link come first; a link that contradicts itself under all its
 * readings is left out of longer circles, which would not be minimal.
 */
export function searchConflicts(
  nodes: readonly EventId[],
  links: readonly Link<unknown>[],
  conflictsMax: number,
): { readonly circles: readonly Circle[]; readonly complete: boolean } {
  const permissive = arcsOf(nodes, links, "permissive");
  const certain = searchCertain(nodes, permissive, { conflictsMax, firstOnly: false });
  const circles: Circle[] = certain.circles.map((arcs) => ({ arcs, certain: true }));
  let complete = certain.complete;
  if (links.some((link) => link.variants.length > 0)) {
    const { broken } = certain;
    const possible = searchPossible(nodes, links, { permissive, broken, circlesMax: conflictsMax - circles.length });
    circles.push(...possible.circles.map((arcs) => ({ arcs, certain: false })));
    complete = complete && possible.complete;
  }
  return { circles: inOrder(circles, links).slice(0, conflictsMax), complete };
}

/** A certain conflict with the fewest links, or null when there is none. */
export function shortestConflict(nodes: readonly EventId[], links: readonly Link<unknown>[]): Circle | null {
  const { circles } = searchCertain(nodes, arcsOf(nodes, links, "permissive"), { conflictsMax: 1, firstOnly: true });
  const [first] = circles;
  return first === undefined ? null : { arcs: first, certain: true };
}

function searchCertain(
  nodes: readonly EventId[],
  permissive: readonly Arc[],
  { conflictsMax, firstOnly }: { readonly conflictsMax: number; readonly firstOnly: boolean },
): { readonly circles: readonly (readonly Arc[])[]; readonly complete: boolean; readonly broken: ReadonlySet<number> } {
  const alone = ofOneLink(permissive);
  const broken = new Set(alone.flatMap((arcs) => arcs.map((arc) => arc.link)));
  if (firstOnly && alone.length > 0) return { circles: alone, complete: false, broken };
  const found = negativeCircles(graphOf(nodes, joining(permissive, broken)), {
    circlesMax: Math.max(0, conflictsMax - alone.length),
    workMax,
    firstForSure: alone.length === 0,
    firstOnly,
    skip: () => false,
  });
  const complete = found.complete && alone.length <= conflictsMax;
  return { circles: [...alone, ...found.circles], complete, broken };
}

/** Conflicts that only a stricter reading brings about: circles of the strictest bounds that the permissive ones spare. */
function searchPossible(
  nodes: readonly EventId[],
  links: readonly Link<unknown>[],
  known: {
    readonly permissive: readonly Arc[];
    readonly broken: ReadonlySet<number>;
    readonly circlesMax: number;
  },
): { readonly circles: readonly (readonly Arc[])[]; readonly complete: boolean } {
  const alone = links.flatMap((link, index) => (known.broken.has(index) ? [] : brokenReadings(nodes, link, index)));
  const circlesMax = Math.max(0, known.circlesMax - alone.length);
  const permissive = new Map(known.permissive.map((arc) => [`${arc.direction} ${arc.link}`, arc.weight]));
  const certain = (arcs: readonly Arc[]): boolean => sum(arcs, (arc) => weighed(permissive, arc)) < 0;
  const strict = joining(arcsOf(nodes, links, "strict"), known.broken);
  const found = negativeCircles(graphOf(nodes, strict), {
    circlesMax,
    workMax,
    firstForSure: false,
    firstOnly: false,
    skip: certain,
  });
  return {
    circles: [...alone, ...found.circles],
    complete: found.complete && alone.length <= Math.max(0, known.circlesMax),
  };
}

/** The arcs that longer circles are made of. */
function joining(arcs: readonly Arc[], broken: ReadonlySet<number>): Arc[] {
  return arcs.filter((arc) => !broken.has(arc.link) && arc.tail !== arc.head);
}

function weighed(weights: ReadonlyMap<string, number>, arc: Arc): number {
  return weights.get(`${arc.direction} ${arc.link}`) ?? Number.POSITIVE_INFINITY;
}

export function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** The circles that one link closes by itself: both its bounds, or one bound where it joins an event to itself. */
function ofOneLink(arcs: readonly Arc[]): Arc[][] {
  const circles = arcs.filter((arc) => arc.tail === arc.head && arc.weight < 0).map((arc) => [arc]);
  arcs.forEach((most, index) => {
    const least = arcs[index + 1];
    if (least === undefined || least.link !== most.link || most.tail === most.head) return;
    if (most.weight + least.weight < 0) circles.push([most, least]);
  });
  return circles;
}

/** The circles of a link's readings that contradict themselves, when the link as a whole does not. */
function brokenReadings(nodes: readonly EventId[], link: Link<unknown>, index: number): Arc[][] {
  const from = nodes.indexOf(link.from);
  const to = nodes.indexOf(link.to);
  return readingsOf(link)
    .filter((reading) => contradictsItself(link, reading))
    .flatMap((reading) => {
      const parts = { link: index, reading: reading.id };
      const most: Arc = { ...parts, tail: from, head: to, direction: "atMost", weight: weightOf(reading, "atMost") };
      const least: Arc = { ...parts, tail: to, head: from, direction: "atLeast", weight: weightOf(reading, "atLeast") };
      if (from !== to) return [[most, least]];
      return [most, least].filter((arc) => arc.weight < 0).map((arc) => [arc]);
    });
}

/** Certain ones first, then by number of links, then by ids, directions and readings; never by the order given. */
function inOrder(circles: readonly Circle[], links: readonly Link<unknown>[]): Circle[] {
  const keyed = circles.map((circle) => {
    const indices = [...new Set(circle.arcs.map((arc) => arc.link))].sort((a, b) => a - b);
    const marks = circle.arcs.map((arc) => `${links[arc.link]?.id} ${arc.direction} ${arc.reading ?? ""}`).sort();
    return { circle, indices, mark: marks.join("\n") };
  });
  keyed.sort(
    (a, b) =>
      Number(b.circle.certain) - Number(a.circle.certain) ||
      a.indices.length - b.indices.length ||
      firstDifference(a.indices, b.indices) ||
      (a.mark < b.mark ? -1 : a.mark > b.mark ? 1 : 0),
  );
  return keyed.map(({ circle }) => circle);
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  return a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
