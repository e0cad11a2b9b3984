import { isFeasible } from "./distances.ts";
import { type Arc, type Graph, graphOf } from "./graph.ts";

/** What a search may do. */
export interface SearchLimits {
  readonly circlesMax: number;
  /** Arcs looked at, at most. */
  readonly workMax: number;
  /** When true, the work is not cut short before the first circle is found; that much is never exponential. */
  readonly firstForSure: boolean;
  /** When true, the search ends with the first circle and does not ask whether there are more. */
  readonly firstOnly: boolean;
  /** Circles to leave out; they do not count. */
  readonly skip: (arcs: readonly Arc[]) => boolean;
}

/** The circles found, by number of arcs, and whether they are all. */
export interface Found {
  readonly circles: readonly (readonly Arc[])[];
  readonly complete: boolean;
}

/** The lightest way from a node back to the source in a given number of arcs, and the lightest by another first link. */
interface Row {
  readonly best: Float64Array;
  readonly bestLink: Int32Array;
  readonly second: Float64Array;
}

/** Circles whose smallest node is `node`: the part of the graph they can lie in, and what is known of it. */
interface Source {
  readonly node: number;
  readonly part: Graph;
  readonly size: number;
  readonly rows: Row[];
}

/**
 * Every simple negative circle of two links or more, those with the fewest arcs first.
 *
 * When no single link contradicts itself, these circles are exactly the minimal conflicts: the links of a simple
 * circle without one of them form a path, and a path can always be satisfied. To list them all is hard in general
 * (Khachiyan, Boros, Borys, Elbassioni and Gurvich 2008), so the work is bounded. The first circle costs at most
 * nodes squared times arcs: at the smallest number of arcs that closes, every bound of the search is met by a circle.
 */
export function negativeCircles(graph: Graph, limits: SearchLimits): Found {
  const circles: Arc[][] = [];
  const sources = sourcesOf(graph);
  let work = 0;
  let complete = true;

  /** Counts work; true when the search has to stop. */
  const spent = (cost: number): boolean => {
    work += cost;
    if (work > limits.workMax && (circles.length > 0 || !limits.firstForSure)) complete = false;
    return !complete;
  };

  const take = (circle: readonly Arc[]): void => {
    if (limits.skip(circle)) return;
    if (circles.length >= limits.circlesMax) complete = false;
    else circles.push([...circle]);
    if (limits.firstOnly) complete = false;
  };

  const extend = (source: Source, path: Arc[], visited: Uint8Array, weight: number, left: number): void => {
    const last = path.at(-1);
    const node = last === undefined ? source.node : last.head;
    const row = source.rows[left - 1];
    for (const arc of source.part.out[node] ?? []) {
      if (spent(1)) return;
      if (arc.link === last?.link || visited[arc.head] === 1 || (left > 1 && arc.head === source.node)) continue;
      if (row === undefined || weight + arc.weight + lightest(row, arc.head, arc.link) >= 0) continue;
      path.push(arc);
      if (left === 1) take(path);
      else {
        visited[arc.head] = 1;
        extend(source, path, visited, weight + arc.weight, left - 1);
        visited[arc.head] = 0;
      }
      path.pop();
      if (!complete) return;
    }
  };

  for (let length = 1; complete && sources.some((source) => source.size >= length); length += 1) {
    for (const source of sources) {
      if (source.size < length || spent(source.part.arcs.length)) continue;
      const before = source.rows[length - 1];
      if (before === undefined) continue;
      const row = nextRow(source, before);
      source.rows.push(row);
      const closes = (row.best[source.node] ?? 0) < 0;
      if (length > 1 && closes) extend(source, [], new Uint8Array(graph.nodes.length), 0, length);
    }
  }
  return { circles, complete };
}

function lightest(row: Row, node: number, exceptLink: number): number {
  const best = row.bestLink[node] === exceptLink ? row.second[node] : row.best[node];
  return best ?? Number.POSITIVE_INFINITY;
}

/** One arc more. A walk never takes a link twice in a row and passes the source only at its ends. */
function nextRow(source: Source, before: Row): Row {
  const row = emptyRow(source.part.nodes.length);
  const first = source.rows.length === 1;
  for (const arc of source.part.arcs) {
    if ((arc.head === source.node) !== first) continue;
    const weight = arc.weight + lightest(before, arc.head, arc.link);
    const best = row.best[arc.tail] ?? Number.POSITIVE_INFINITY;
    if (weight < best) {
      if (row.bestLink[arc.tail] !== arc.link) row.second[arc.tail] = best;
      row.best[arc.tail] = weight;
      row.bestLink[arc.tail] = arc.link;
    } else if (row.bestLink[arc.tail] !== arc.link && weight < (row.second[arc.tail] ?? 0)) {
      row.second[arc.tail] = weight;
    }
  }
  return row;
}

function emptyRow(size: number): Row {
  return {
    best: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    bestLink: new Int32Array(size).fill(-1),
    second: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  };
}

/** Each circle is searched from its smallest node, among larger ones, while those can still hold a negative circle. */
function sourcesOf(graph: Graph): Source[] {
  const sources: Source[] = [];
  for (let node = 0; node < graph.nodes.length && !isFeasible(graph, node); node += 1) {
    const inside = together(graph, node);
    const size = inside.reduce((count, is) => count + is, 0);
    if (size < 2) continue;
    const within = graph.arcs.filter((arc) => inside[arc.tail] === 1 && inside[arc.head] === 1);
    const start = emptyRow(graph.nodes.length);
    start.best[node] = 0;
    sources.push({ node, part: graphOf(graph.nodes, within), size, rows: [start] });
  }
  return sources;
}

/** The nodes from `node` on that it reaches and that reach it: no circle through it leaves them. */
function together(graph: Graph, node: number): Uint8Array {
  const after = reach(graph, "out", node);
  const before = reach(graph, "into", node);
  return after.map((is, other) => (is === 1 && before[other] === 1 ? 1 : 0));
}

function reach(graph: Graph, way: "out" | "into", node: number): Uint8Array {
  const seen = new Uint8Array(graph.nodes.length);
  seen[node] = 1;
  const stack = [node];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const arc of graph[way][at] ?? []) {
      const other = way === "out" ? arc.head : arc.tail;
      if (other < node || seen[other] === 1) continue;
      seen[other] = 1;
      stack.push(other);
    }
  }
  return seen;
}
