import { calendarStart, type EventId, minutes } from "../minutes.ts";
import type { Conflict, Link, Repair, Step, VariantOutcome } from "../model.ts";
import { type Circle, sum } from "./conflict-search.ts";
import { isFeasible } from "./distances.ts";
import { type Arc, arcsOf, graphOf } from "./graph.ts";
import { readingsOf, weightOf } from "./readings.ts";

/** What a conflict is told against. */
export interface Setting<Ref> {
  readonly nodes: readonly EventId[];
  /** Sorted by id; arcs name links by their place here. */
  readonly links: readonly Link<Ref>[];
  readonly circles: readonly Circle[];
  /** Whether `circles` are all there are. */
  readonly complete: boolean;
}

/** Tells a circle with its repairs and its outcome under each rival reading. */
export function conflictOf<Ref>(circle: Circle, setting: Setting<Ref>): Conflict<Ref> {
  const arcs = fromStart(circle.arcs, setting.nodes);
  const steps = arcs.map((arc) => stepOf(arc, setting, "forward"));
  const links = [...new Set(steps.map((step) => step.link))];
  const restsOn = links.filter((link) => link.origin === "assumption").map((link) => link.id);
  const ordered = links.every((link) => link.kind === "order");
  return {
    kind: restsOn.length > 0 ? "tension" : ordered ? "order" : "contradiction",
    certain: circle.certain,
    steps,
    shortBy: minutes(0 - sum(arcs, (arc) => arc.weight)),
    restsOn: restsOn.sort(),
    choices: [...new Set(links.flatMap((link) => link.choices))].sort(),
    repairs: repairsOf({ arcs, certain: circle.certain }, setting),
    variants: links.flatMap((link) => variantsOf(link, steps)),
  };
}

/** The step of an arc. A path to an earliest moment walks its arcs backwards, and then the bound changes sign. */
export function stepOf<Ref>(
  arc: Arc,
  { nodes, links }: Pick<Setting<Ref>, "nodes" | "links">,
  way: "forward" | "backward",
): Step<Ref> {
  const link = links[arc.link];
  const tail = nodes[arc.tail] ?? calendarStart;
  const head = nodes[arc.head] ?? calendarStart;
  if (link === undefined) throw new Error("An arc has no link; this is a fault of the schedule package.");
  const told = { link, direction: arc.direction, reading: arc.reading };
  return way === "forward"
    ? { ...told, bound: minutes(arc.weight), from: tail, to: head }
    : { ...told, bound: minutes(0 - arc.weight), from: head, to: tail };
}

/** A circle may be told from any of its events; it starts at calendarStart where it can, else at the first by id. */
function fromStart(arcs: readonly Arc[], nodes: readonly EventId[]): Arc[] {
  const first = arcs.reduce((best, arc, index) => (arc.tail < (arcs[best]?.tail ?? nodes.length) ? index : best), 0);
  return [...arcs.slice(first), ...arcs.slice(0, first)];
}

/** The change of one bound that mends a circle: the weight it then has at the least, Infinity for a dropped link. */
interface Change {
  readonly arc: Arc;
  readonly weight: number;
}

function repairsOf<Ref>(circle: Circle, setting: Setting<Ref>): Repair<Ref>[] {
  const shortBy = 0 - sum(circle.arcs, (arc) => arc.weight);
  const dropped = new Set<string>();
  return circle.arcs.flatMap((arc): Repair<Ref>[] => {
    const { link, direction } = stepOf(arc, setting, "forward");
    if (link.origin === "record") return [];
    const drops = link.origin === "assumption" || link.kind === "order";
    if (drops && dropped.has(link.id)) return [];
    if (drops) dropped.add(link.id);
    const weight = drops ? Number.POSITIVE_INFINITY : arc.weight + shortBy;
    const newBound = drops ? null : minutes(direction === "atMost" ? weight : 0 - weight);
    return [{ link, direction, newBound, mends: mendsAll({ arc, weight }, circle.certain, setting) }];
  });
}

/** The known conflicts answer first, since they are quick; then the whole network is tried. */
function mendsAll<Ref>(change: Change, certain: boolean, setting: Setting<Ref>): boolean {
  const peers = setting.circles.filter((peer) => peer.certain || !certain);
  if (!peers.every((peer) => sum(peer.arcs, (arc) => changed(arc, change)) >= 0)) return false;
  if (!certain) return setting.complete;
  const arcs = arcsOf(setting.nodes, setting.links, "permissive").map((arc) => ({
    ...arc,
    weight: changed(arc, change),
  }));
  const left = arcs.filter((arc) => arc.weight < Number.POSITIVE_INFINITY);
  return isFeasible(graphOf(setting.nodes, left));
}

/** A change loosens: readings that are more permissive already keep their bound. */
function changed(arc: Arc, { arc: target, weight }: Change): number {
  const dropped = weight === Number.POSITIVE_INFINITY;
  if (arc.link !== target.link || (!dropped && arc.direction !== target.direction)) return arc.weight;
  return Math.max(arc.weight, weight);
}

/** The circle with one link read otherwise; the reading that the circle already uses throughout is left out. */
function variantsOf<Ref>(link: Link<Ref>, steps: readonly Step<Ref>[]): VariantOutcome[] {
  const own = steps.filter((step) => step.link === link);
  return readingsOf(link)
    .filter((reading) => own.some((step) => step.reading !== reading.id))
    .map((reading) => {
      const total = sum(steps, (step) => (step.link === link ? weightOf(reading, step.direction) : step.bound));
      return {
        linkId: link.id,
        variantId: reading.id,
        shortBy: total === Number.POSITIVE_INFINITY ? null : minutes(0 - total),
      };
    });
}
