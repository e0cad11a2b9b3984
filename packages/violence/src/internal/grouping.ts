import { actorsFrom, type Incidents, wordAt } from "../incidents.ts";
import { type SplitBy, unlocatedName } from "../model.ts";

/** Groups by name, each with its records by their place in the list given, rising. A record is in several only by actor. */
export interface Groups {
  readonly names: readonly string[];
  readonly members: readonly Int32Array[];
}

/** Parts records, given by their places in the file, which rise, into groups. */
export function groupsOf(incidents: Incidents, by: SplitBy, places: Int32Array): Groups {
  if (by === "whole") return { names: [], members: [] };
  const naming = new Naming(incidents, by);
  // Which group each record is in, record by record; then a count for each group, and every record to its own.
  const groups = by === "actor" ? null : new Int32Array(places.length);
  const several = { members: [] as number[], groups: [] as number[] };
  let base = 0;
  let next = 0;
  for (const { block, province } of incidents.columns.blocks) {
    for (; next < places.length && (places[next] as number) < base + block.count; next += 1) {
      const at = (places[next] as number) - base;
      if (groups === null) {
        for (const actor of new Set(naming.actors(block, at))) {
          several.members.push(next);
          several.groups.push(naming.numberOf(actor));
        }
      } else groups[next] = by === "province" ? naming.province(province[at] as number) : naming.word(block, at);
    }
    base += block.count;
  }
  return groups === null
    ? parted(naming.names, Int32Array.from(several.members), Int32Array.from(several.groups))
    : parted(naming.names, null, groups);
}

/** Null members: each record is in one group, in order. */
function parted(names: readonly string[], list: Int32Array | null, groups: Int32Array): Groups {
  const ends = new Int32Array(names.length + 1);
  for (let at = 0; at < groups.length; at += 1) {
    const group = (groups[at] as number) + 1;
    ends[group] = (ends[group] as number) + 1;
  }
  for (let group = 1; group < ends.length; group += 1)
    ends[group] = (ends[group] as number) + (ends[group - 1] as number);
  const filled = ends.slice();
  const all = new Int32Array(groups.length);
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] as number;
    const to = filled[group] as number;
    all[to] = list === null ? at : (list[at] as number);
    filled[group] = to + 1;
  }
  return { names, members: names.map((_, group) => all.subarray(ends[group], ends[group + 1])) };
}

type Block = Incidents["columns"]["blocks"][number]["block"];

/** Numbers the names of groups. */
class Naming {
  readonly names: string[] = [];
  readonly #incidents: Incidents;
  readonly #by: SplitBy;
  readonly #numbers = new Map<string, number>();
  /** By the numbers of the words, so that names are put together once for each pair. */
  readonly #known = new Map<number, number>();

  constructor(incidents: Incidents, by: SplitBy) {
    this.#incidents = incidents;
    this.#by = by;
    if (by === "province") this.names.push(...incidents.provinces, unlocatedName);
  }

  province(number: number): number {
    return number < 0 ? this.names.length - 1 : number;
  }

  /** Of the pair of actors, or of the type. */
  word(block: Block, at: number): number {
    const { columns } = block;
    const byType = this.#by === "type";
    const a = wordAt(block, byType ? columns.type : columns.actorA, at);
    const b = byType ? -1 : wordAt(block, columns.actorB, at);
    const key = (a + 1) * (this.#incidents.columns.texts.count + 1) + b + 1;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = byType ? this.#text(a) : this.actors(block, at).join(" – ");
    const number = this.numberOf(name === "" ? "(not stated)" : name);
    this.#known.set(key, number);
    return number;
  }

  actors(block: Block, at: number): readonly string[] {
    const { columns } = block;
    const text = (words: Int32Array) => this.#text(wordAt(block, words, at)) || null;
    const named = actorsFrom(this.#incidents.coverage.format, text(columns.actorA), text(columns.actorB));
    return named.length === 0 ? ["(not stated)"] : named;
  }

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }

  #text(name: number): string {
    return name < 0 ? "" : this.#incidents.columns.texts.text(name);
  }
}
