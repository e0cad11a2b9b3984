import { assertUsable } from "./check.ts";
import { conflictOf, stepOf } from "./internal/conflict.ts";
import { searchConflicts, shortestConflict } from "./internal/conflict-search.ts";
import { type Distances, distancesOf, pathOf, tightened } from "./internal/distances.ts";
import { arcsOf, type Graph, graphOf, nodesOf, sortLinks } from "./internal/graph.ts";
import { linksAside } from "./internal/set-aside.ts";
import { calendarStart, type EventId, minutes } from "./minutes.ts";
import type { Conflict, Link, NetworkInput, Solution, Window } from "./model.ts";

const conflictsMaxDefault = 50;

/**
 * A network as a value: `with` and `without` give a new one. Adding a link to a feasible network goes on from the
 * distances already known; taking one away starts anew. The answer never depends on the way taken or on the order.
 */
export class Network<Ref> {
  readonly #input: NetworkInput<Ref>;
  readonly #nodes: readonly EventId[];
  /** Sorted by id. */
  readonly #links: readonly Link<Ref>[];
  readonly #graph: Graph;
  /** Null when not everything can hold. */
  readonly #distances: Distances | null;

  private constructor(
    input: NetworkInput<Ref>,
    known?: { readonly distances: Distances | null; readonly added: string },
  ) {
    this.#input = input;
    this.#nodes = nodesOf(input.events);
    this.#links = sortLinks(input.links);
    this.#graph = graphOf(this.#nodes, arcsOf(this.#nodes, this.#links, "permissive"));
    if (known === undefined) this.#distances = distancesOf(this.#graph);
    else if (known.distances === null) this.#distances = null;
    else {
      const added = this.#graph.arcs.filter((arc) => this.#links[arc.link]?.id === known.added);
      this.#distances = tightened(this.#graph, known.distances, added);
    }
  }

  /** Throws RangeError naming the first problem that `checkNetwork` finds. Cost: events times links. */
  static of<Ref>(input: NetworkInput<Ref>): Network<Ref> {
    assertUsable(input);
    return new Network(input);
  }

  /** The links, in the order given. */
  get links(): readonly Link<Ref>[] {
    return this.#input.links;
  }

  /** True when every link can hold under its most permissive reading. Costs nothing. */
  get feasible(): boolean {
    return this.#distances !== null;
  }

  /** The network with one link more. Throws RangeError as `of` does. Cost: linear, and what the link moves. */
  with(link: Link<Ref>): Network<Ref> {
    const input = { ...this.#input, links: [...this.#input.links, link] };
    assertUsable(input);
    return new Network(input, { distances: this.#distances, added: link.id });
  }

  /** The network without one link. Throws RangeError when it has none of this id. Cost: as `of`. */
  without(linkId: string): Network<Ref> {
    const links = this.#input.links.filter((link) => link.id !== linkId);
    if (links.length === this.#input.links.length) throw new RangeError(`${linkId}: The network has no such link.`);
    return new Network({ ...this.#input, links });
  }

  /**
   * Windows, conflicts and what is set aside. Finding whether it is feasible costs events times links; the search for
   * conflicts is bounded and says when it was cut short.
   */
  solve(): Solution<Ref> {
    const { circles, complete } = searchConflicts(
      this.#nodes,
      this.#links,
      this.#input.limits?.conflictsMax ?? conflictsMaxDefault,
    );
    const setting = { nodes: this.#nodes, links: this.#links, circles, complete };
    const conflicts = circles.map((circle) => conflictOf(circle, setting));
    const told = { feasible: this.feasible, conflicts, conflictsComplete: complete };
    if (this.#distances !== null) {
      const windows = this.#windows(this.#links, this.#graph, this.#distances);
      return { ...told, windows, setAside: [], setAsideLeast: true };
    }
    const certain = circles
      .slice(0, conflictsMaxDefault)
      .filter((circle) => circle.certain)
      .map(({ arcs }) => new Set(arcs.map((arc) => arc.link)));
    const aside = linksAside(this.#nodes, this.#links, certain);
    const left = aside.links;
    if (left === null) return { ...told, windows: [], setAside: [], setAsideLeast: true };
    const kept = this.#links.filter((_, index) => !left.has(index));
    const graph = graphOf(this.#nodes, arcsOf(this.#nodes, kept, "permissive"));
    const distances = distancesOf(graph);
    const windows = distances === null ? [] : this.#windows(kept, graph, distances);
    return {
      ...told,
      windows,
      setAside: this.#links.filter((_, index) => left.has(index)),
      setAsideLeast: aside.least,
    };
  }

  #windows(links: readonly Link<Ref>[], graph: Graph, distances: Distances): Window<Ref>[] {
    const place = new Map(this.#nodes.map((node, index) => [node, index]));
    const told = (way: "forward" | "backward", node: number) => {
      const distance = distances[way].distance[node] ?? Number.POSITIVE_INFINITY;
      if (distance === Number.POSITIVE_INFINITY) return { bound: null, path: [] };
      const path = pathOf(graph, distances[way], way, node).map((arc) =>
        stepOf(arc, { nodes: this.#nodes, links }, way),
      );
      return { bound: minutes(way === "forward" ? distance : 0 - distance), path };
    };
    return this.#input.events
      .filter((event) => event !== calendarStart)
      .map((event) => {
        const early = told("backward", place.get(event) ?? 0);
        const late = told("forward", place.get(event) ?? 0);
        return { event, earliest: early.bound, latest: late.bound, earliestPath: early.path, latestPath: late.path };
      });
  }
}

/** Solves a network from scratch: the same as `Network.of(input).solve()`. Throws RangeError on unusable input. */
export function solve<Ref>(input: NetworkInput<Ref>): Solution<Ref> {
  return Network.of(input).solve();
}

/**
 * A certain conflict with the fewest links among these links, or null when they can all hold. Meant for testing many
 * combinations: without a conflict it costs events times links. Throws RangeError on unusable links.
 */
export function contradictionOf<Ref>(links: readonly Link<Ref>[]): Conflict<Ref> | null {
  const events = [...new Set(links.flatMap((link) => [link.from, link.to]))];
  if (Network.of({ events, links }).feasible) return null;
  const nodes = nodesOf(events);
  const sorted = sortLinks(links);
  const circle = shortestConflict(nodes, sorted);
  return circle === null ? null : conflictOf(circle, { nodes, links: sorted, circles: [circle], complete: false });
}
