import { actorsFrom, type Incidents, wordAt } from "../incidents.ts";
import { type SplitBy, unlocatedName } from "../model.ts";

/** Groups by name, each with the places of its records in rising order. A record is in several only by actor. */
export interface Groups {
  readonly names: readonly string[];
  readonly places: readonly Int32Array[];
}

/** Parts the places of records, which rise, into groups. */
export function groupsOf(incidents: Incidents, by: SplitBy, places: Int32Array): Groups {
  if (by === "whole") return { names: [], places: [] };
  const naming = new Naming(incidents, by);
  // Which group each record is in, record by record; then a count for each group, and every record to its own.
  const members = by === "actor" ? new Int32Array(0) : places;
  const groups = by === "actor" ? null : new Int32Array(places.length);
  const several = { places: [] as number[], groups: [] as number[] };
  let base = 0;
  let next = 0;
  for (const { block, province } of incidents.columns.blocks) {
    for (; next < places.length && (places[next] as number) < base + block.count; next += 1) {
      const at = (places[next] as number) - base;
      if (groups === null) {
        for (const actor of new Set(naming.actors(block, at))) {
          several.places.push(places[next] as number);
          several.groups.push(naming.numberOf(actor));
        }
      } else groups[next] = by === "province" ? naming.province(province[at] as number) : naming.word(block, at);
    }
    base += block.count;
  }
  return groups === null
    ? parted(naming.names, Int32Array.from(several.places), Int32Array.from(several.groups))
    : parted(naming.names, members, groups);
}

function parted(names: readonly string[], members: Int32Array, groups: Int32Array): Groups {
  const sizes = new Int32Array(names.length);
  for (const group of groups) sizes[group] = (sizes[group] as number) + 1;
  const places = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(names.length);
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] as number;
    const to = filled[group] as number;
    (places[group] as Int32Array)[to] = members[at] as number;
    filled[group] = to + 1;
  }
  return { names, places };
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
