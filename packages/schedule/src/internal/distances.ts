import type { Arc, Graph } from "./graph.ts";

/** The shortest known distance to each node, and the fewest arcs that reach it. */
export interface Labels {
  readonly distance: readonly number[];
  readonly hops: readonly number[];
}

/** What a feasible network keeps so that one more link need not start from nothing. */
export interface Distances {
  /** A schedule of its own: from an unnamed source at 0 to every node. Its existence is feasibility. */
  readonly potential: Labels;
  /** From calendarStart forward: the latest moments. */
  readonly forward: Labels;
  /** From calendarStart against the arcs: the earliest moments, negated. */
  readonly backward: Labels;
}

/** The distances of a graph, or null when a negative circle leaves none. Cost: nodes times arcs. */
export function distancesOf(graph: Graph): Distances | null {
  const everywhere = graph.nodes.map((_, node) => node);
  const zero = everywhere.map(() => 0);
  const potential = relax(graph, "out", { distance: zero, hops: zero }, everywhere);
  if (potential === null) return null;
  const distance = everywhere.map((node) => (node === 0 ? 0 : Number.POSITIVE_INFINITY));
  const forward = relax(graph, "out", { distance, hops: zero }, [0]);
  const backward = relax(graph, "into", { distance, hops: zero }, [0]);
  return forward === null || backward === null ? null : { potential, forward, backward };
}

/** The distances after some arcs were added to a graph whose distances were known; null when they close a circle. */
export function tightened(graph: Graph, known: Distances, added: readonly Arc[]): Distances | null {
  const tails = added.map((arc) => arc.tail);
  const potential = relax(graph, "out", known.potential, tails);
  if (potential === null) return null;
  const forward = relax(graph, "out", known.forward, tails);
  const heads = added.map((arc) => arc.head);
  const backward = relax(graph, "into", known.backward, heads);
  return forward === null || backward === null ? null : { potential, forward, backward };
}

/** True when moments exist for all nodes from the given one on, under the arcs among them. */
export function isFeasible(graph: Graph, from = 0): boolean {
  const zero = graph.nodes.map(() => 0);
  const seeds = graph.nodes.map((_, node) => node).slice(from);
  return relax(graph, "out", { distance: zero, hops: zero }, seeds, from) !== null;
}

/**
 * Bellman-Ford with a queue, by distance and then number of arcs. Labels only fall, so a walk of as many arcs as
 * there are nodes has come back to a node with a smaller distance: a negative circle. Null then.
 */
function relax(graph: Graph, way: "out" | "into", start: Labels, seeds: readonly number[], from = 0): Labels | null {
  const distance = [...start.distance];
  const hops = [...start.hops];
  const queue = [...new Set(seeds)];
  const queued = new Set(queue);
  for (let next = 0; next < queue.length; next += 1) {
    const node = queue[next] ?? 0;
    queued.delete(node);
    const reached = distance[node] ?? Number.POSITIVE_INFINITY;
    if (reached === Number.POSITIVE_INFINITY) continue;
    for (const arc of graph[way][node] ?? []) {
      const other = way === "out" ? arc.head : arc.tail;
      const length = reached + arc.weight;
      const count = (hops[node] ?? 0) + 1;
      const old = distance[other] ?? Number.POSITIVE_INFINITY;
      if (other < from || length > old || (length === old && count >= (hops[other] ?? 0))) continue;
      if (count >= graph.nodes.length) return null;
      distance[other] = length;
      hops[other] = count;
      if (!queued.has(other)) {
        queued.add(other);
        queue.push(other);
      }
    }
  }
  return { distance, hops };
}

/** The arcs of a shortest path between calendarStart and a node, from calendarStart on; of several, the first by link. */
export function pathOf(graph: Graph, labels: Labels, way: "forward" | "backward", node: number): Arc[] {
  const path: Arc[] = [];
  let at = node;
  while (at !== 0) {
    const arc = (way === "forward" ? graph.into : graph.out)[at]?.find((candidate) => {
      const before = way === "forward" ? candidate.tail : candidate.head;
      const closes = (labels.distance[before] ?? 0) + candidate.weight === labels.distance[at];
      return closes && (labels.hops[before] ?? 0) + 1 === labels.hops[at];
    });
    if (arc === undefined) throw new Error("A distance has no path; this is a fault of the schedule package.");
    path.push(arc);
    at = way === "forward" ? arc.tail : arc.head;
  }
  return path.reverse();
}
