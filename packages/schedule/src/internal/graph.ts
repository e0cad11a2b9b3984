import { calendarStart, type EventId } from "../minutes.ts";
import type { Direction, Link } from "../model.ts";
import { boundOf, type Rigour } from "./readings.ts";

/** One bound of one link as an arc of the distance graph: head − tail ≤ weight. */
export interface Arc {
  readonly tail: number;
  readonly head: number;
  readonly weight: number;
  /** The place of its link in the sorted list of links. */
  readonly link: number;
  readonly direction: Direction;
  readonly reading: string | null;
}

/** The distance graph of a network (Dechter, Meiri and Pearl 1991). Node 0 is calendarStart. */
export interface Graph {
  readonly nodes: readonly EventId[];
  readonly arcs: readonly Arc[];
  /** The arcs that leave each node. */
  readonly out: readonly (readonly Arc[])[];
  /** The arcs that enter each node. */
  readonly into: readonly (readonly Arc[])[];
}

/** The nodes of a network: calendarStart, then the events by id, so that the order given never matters. */
export function nodesOf(events: Iterable<EventId>): EventId[] {
  const others = new Set(events);
  others.delete(calendarStart);
  return [calendarStart, ...[...others].sort()];
}

/** Links by id, so that the order given never matters. */
export function sortLinks<Ref>(links: readonly Link<Ref>[]): Link<Ref>[] {
  return [...links].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The arcs of sorted links under permissive or strict bounds. */
export function arcsOf(nodes: readonly EventId[], links: readonly Link<unknown>[], rigour: Rigour): Arc[] {
  const place = new Map(nodes.map((node, index) => [node, index]));
  return links.flatMap((link, index) => {
    const from = place.get(link.from) ?? 0;
    const to = place.get(link.to) ?? 0;
    const most = boundOf(link, "atMost", rigour);
    const least = boundOf(link, "atLeast", rigour);
    const arcs: Arc[] = [];
    if (most !== null) arcs.push({ tail: from, head: to, link: index, direction: "atMost", ...most });
    if (least !== null) arcs.push({ tail: to, head: from, link: index, direction: "atLeast", ...least });
    return arcs;
  });
}

export function graphOf(nodes: readonly EventId[], arcs: readonly Arc[]): Graph {
  const out: Arc[][] = nodes.map(() => []);
  const into: Arc[][] = nodes.map(() => []);
  for (const arc of arcs) {
    out[arc.tail]?.push(arc);
    into[arc.head]?.push(arc);
  }
  return { nodes, arcs, out, into };
}
