import type { IncidentPart } from "../part.ts";
import type { ProvinceMap } from "../province-map.ts";
import type { Block } from "./block.ts";
import { rolesOf } from "./column-roles.ts";
import { FirstKeys } from "./first-keys.ts";
import { NameTexts } from "./names.ts";
import { ProvinceFinder } from "./province-finder.ts";
import { absent, unreadable } from "./read-field.ts";
import { nearBit, outOfOrderBit, type SettledBlock } from "./settled.ts";

export interface Settled {
  readonly blocks: readonly SettledBlock[];
  readonly texts: NameTexts;
  readonly provinces: readonly string[];
  readonly types: readonly string[];
  readonly countries: readonly string[];
  /** For each duplicate, by its place in the file, the place of the record that it repeats. */
  readonly firsts: ReadonlyMap<number, number>;
}

/** Places in the list of codes, from 1. */
const [deleted, duplicate, reversed, impossible, outside] = [1, 2, 3, 4, 5] as const;

/** The whole's number of a word of a block. */
const wordIn = ({ renumber }: Block, name: number): number =>
  name < 0 || renumber === null ? name : (renumber[name] as number);

/** One pass over the records: what is kept apart, and each record's province. */
export function settle(
  part: IncidentPart,
  { map, deletedIds }: { readonly map?: ProvinceMap; readonly deletedIds?: Iterable<string> },
): Settled {
  const texts = new NameTexts(part.names);
  const provinces = new Provinces(texts, map ?? null);
  const hasIds = rolesOf(part.head.format, part.head.columns).id >= 0;
  const repeated = new Repeats(part, hasIds);
  const gone = new Set(deletedIds ?? []);
  const types = new Uint8Array(texts.count);
  const countries = new Uint8Array(texts.count);
  let base = 0;
  const blocks = part.blocks.map((block): SettledBlock => {
    const { columns, count } = block;
    const settled = { apart: new Uint8Array(count), province: new Int32Array(count), marks: new Uint8Array(count) };
    for (let at = 0; at < count; at += 1) {
      const country = wordIn(block, columns.country[at] as number);
      types[wordIn(block, columns.type[at] as number)] = 1;
      if (country >= 0) countries[country] = 1;
      settled.province[at] = provinces.of(block, at, country);
      const best = columns.best[at] as number;
      const isOut = (columns.low[at] as number) > best || best > (columns.high[at] as number);
      settled.marks[at] = (isOut ? outOfOrderBit : 0) | (provinces.near ? nearBit : 0);
      const repeats = repeated.seen(block, at, base + at);
      if (gone.size > 0 && hasIds && gone.has(idText(part, block, at))) settled.apart[at] = deleted;
      else if (repeats) settled.apart[at] = duplicate;
      else if ((columns.from[at] as number) > (columns.to[at] as number)) settled.apart[at] = reversed;
      else settled.apart[at] = provinces.fault;
    }
    base += count;
    return { block, ...settled };
  });
  const list = (used: Uint8Array) =>
    Array.from(used, (is, name) => (is === 1 ? texts.text(name) : "")).filter((text) => text !== "");
  return {
    blocks,
    texts,
    provinces: provinces.names,
    types: list(types),
    countries: list(countries),
    firsts: repeated.firsts,
  };
}

function idText(part: IncidentPart, block: Block, at: number): string {
  const key = block.columns.key[at] as number;
  return key < 0 ? (part.ids[-key - 1 + block.idBase] ?? "") : String(key);
}

/** Finds records whose id, or in a file without ids whose every value, was there before. */
class Repeats {
  readonly firsts = new Map<number, number>();
  readonly #part: IncidentPart;
  readonly #hasIds: boolean;
  /** Null when no number comes twice, which most files show quickly. */
  readonly #keys: FirstKeys | null;
  readonly #words = new Map<string, number>();

  constructor(part: IncidentPart, hasIds: boolean) {
    this.#part = part;
    this.#hasIds = hasIds;
    const count = part.blocks.reduce((sum, block) => sum + block.count, 0);
    this.#keys = hasIds && areSmallAndOnce(part.blocks) ? null : new FirstKeys(count);
  }

  seen(block: Block, at: number, place: number): boolean {
    const key = block.columns.key[at] as number;
    let first = -1;
    if (this.#hasIds && key < 0) {
      const id = this.#part.ids[-key - 1 + block.idBase] ?? "";
      first = this.#words.get(id) ?? -1;
      if (first < 0) this.#words.set(id, place);
    } else if (this.#keys !== null) first = this.#keys.firstOf(key, place);
    if (first < 0) return false;
    this.firsts.set(place, first);
    return true;
  }
}

const smallKeys = 1 << 26;

/** Whether all numeric ids are small and none comes twice: a bit for each shows it, in an eighth of a byte an id. */
function areSmallAndOnce(blocks: readonly Block[]): boolean {
  let most = 0;
  for (const { columns, count } of blocks)
    for (let at = 0; at < count; at += 1) if ((columns.key[at] as number) > most) most = columns.key[at] as number;
  if (most >= smallKeys) return false;
  const bits = new Uint8Array((most >> 3) + 1);
  for (const { columns, count } of blocks) {
    for (let at = 0; at < count; at += 1) {
      const key = columns.key[at] as number;
      if (!(key >= 0)) continue;
      const bit = 1 << (key & 7);
      if (((bits[key >> 3] as number) & bit) !== 0) return false;
      bits[key >> 3] = (bits[key >> 3] as number) | bit;
    }
  }
  return true;
}

/** Numbers the provinces and finds each record's. */
class Provinces {
  readonly names: string[] = [];
  /** What was found for the record asked last: no object is made for each of a million records. */
  near = false;
  fault = 0;
  readonly #numbers = new Map<string, number>();
  readonly #texts: NameTexts;
  readonly #finder: ProvinceFinder | null;
  readonly #mapCountry: string;
  /** By the number of a word: its province, -2 not looked up yet. One list for records of the map's country, one for others. */
  readonly #home: Int32Array;
  readonly #abroad: Int32Array;
  /** By the number of a word: a country that it is known not to name, or -1. */
  readonly #notCountry: Int32Array;
  readonly #isHome: (boolean | undefined)[] = [];

  constructor(texts: NameTexts, map: ProvinceMap | null) {
    this.#texts = texts;
    this.#finder = map === null ? null : new ProvinceFinder(map);
    this.#mapCountry = map?.country.toLowerCase() ?? "";
    this.#home = new Int32Array(texts.count).fill(-2);
    this.#abroad = new Int32Array(texts.count).fill(-2);
    this.#notCountry = new Int32Array(texts.count).fill(-1);
    for (const name of map?.names ?? []) this.#numberOf(name);
  }

  /** The province of a record, or -1; `near` and `fault` are then those of this record. */
  of(block: Block, at: number, country: number): number {
    const { columns } = block;
    this.near = false;
    this.fault = 0;
    const latitude = columns.latitude[at] as number;
    const longitude = columns.longitude[at] as number;
    if (latitude === unreadable || longitude === unreadable) {
      this.fault = impossible;
      return -1;
    }
    const precision = columns.precision[at] as number;
    const place = wordIn(block, columns.place[at] as number);
    // UCDP's precision 6 is the country, 7 the sea or air; a place named as its country is no place in it.
    if (precision >= 6 || (place >= 0 && country >= 0 && this.#isCountry(place, country))) return -1;
    const home = this.#finder !== null && this.#isAtHome(country);
    const written = wordIn(block, columns.province[at] as number);
    const province = written < 0 ? -1 : this.#written(written, home);
    // Precision 5 is a representative point of something larger than a province.
    if (this.#finder === null || !home || latitude === absent || longitude === absent || precision === 5)
      return province;
    const found = this.#finder.at(latitude, longitude);
    if (found === "outside" || found === null) {
      this.fault = outside;
      return -1;
    }
    if (province >= 0) return province;
    this.near = found.near;
    return this.#numberOf(found.name);
  }

  #isCountry(place: number, country: number): boolean {
    if (this.#notCountry[place] === country) return false;
    if (this.#texts.text(place).toLowerCase() === this.#texts.text(country).toLowerCase()) return true;
    this.#notCountry[place] = country;
    return false;
  }

  /** Whether the record is of the map's country; one that names no country is taken to be. */
  #isAtHome(country: number): boolean {
    if (country < 0) return true;
    const known = this.#isHome[country];
    if (known !== undefined) return known;
    const text = this.#texts.text(country).toLowerCase();
    this.#isHome[country] = text === "" || text === this.#mapCountry;
    return this.#isHome[country];
  }

  /** The province that the file names: the map's name for it where there is one, else the file's own. */
  #written(name: number, home: boolean): number {
    const list = home ? this.#home : this.#abroad;
    const known = list[name] as number;
    if (known !== -2) return known;
    const text = this.#texts.text(name);
    const named = (home ? this.#finder?.named(text) : null) ?? text;
    const number = text === "" ? -1 : this.#numberOf(named);
    list[name] = number;
    return number;
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}
