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

const [deleted, duplicate, reversed, impossible, outside] = [1, 2, 3, 4, 5];

/** One pass over the records: what is kept apart, and each record's province. */
export function settle(
  part: IncidentPart,
  { map, deletedIds }: { readonly map?: ProvinceMap; readonly deletedIds?: Iterable<string> },
): Settled {
  const texts = new NameTexts(part.names);
  const provinces = new Provinces(texts, map ?? null);
  const hasIds = rolesOf(part.head.format, part.head.columns).id >= 0;
  const firstKeys = new Repeats(part, hasIds);
  const gone = new Set(deletedIds ?? []);
  const types = new Set<number>();
  const countries = new Set<number>();
  let base = 0;
  const blocks = part.blocks.map((block): SettledBlock => {
    const { columns, count, renumber } = block;
    const word = (name: number) => (name < 0 || renumber === null ? name : (renumber[name] as number));
    const settled = { apart: new Uint8Array(count), province: new Int32Array(count), marks: new Uint8Array(count) };
    for (let at = 0; at < count; at += 1) {
      const country = word(columns.country[at] as number);
      types.add(word(columns.type[at] as number));
      if (country >= 0) countries.add(country);
      const found = provinces.of(block, at, country);
      const repeats = firstKeys.seen(block, at, base + at);
      settled.province[at] = found.province;
      let marks = found.near ? nearBit : 0;
      const best = columns.best[at] as number;
      if ((columns.low[at] as number) > best || best > (columns.high[at] as number)) marks |= outOfOrderBit;
      settled.marks[at] = marks;
      const isGone = gone.size > 0 && hasIds && gone.has(idText(part, block, at));
      settled.apart[at] = isGone
        ? (deleted as number)
        : repeats
          ? (duplicate as number)
          : (columns.from[at] as number) > (columns.to[at] as number)
            ? (reversed as number)
            : found.fault;
    }
    base += count;
    return { block, ...settled };
  });
  const list = (names: Set<number>) => [...names].map((name) => texts.text(name)).filter((text) => text !== "");
  return {
    blocks,
    texts,
    provinces: provinces.names,
    types: list(types),
    countries: list(countries),
    firsts: firstKeys.firsts,
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
  readonly #keys: FirstKeys;
  readonly #words = new Map<string, number>();

  constructor(part: IncidentPart, hasIds: boolean) {
    this.#part = part;
    this.#hasIds = hasIds;
    this.#keys = new FirstKeys(part.blocks.reduce((sum, { count }) => sum + count, 0));
  }

  seen(block: Block, at: number, place: number): boolean {
    const key = block.columns.key[at] as number;
    let first = -1;
    if (this.#hasIds && key < 0) {
      const id = this.#part.ids[-key - 1 + block.idBase] ?? "";
      first = this.#words.get(id) ?? -1;
      if (first < 0) this.#words.set(id, place);
    } else first = this.#keys.firstOf(key, place);
    if (first < 0) return false;
    this.firsts.set(place, first);
    return true;
  }
}

/** Numbers the provinces and finds each record's. */
class Provinces {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #texts: NameTexts;
  readonly #finder: ProvinceFinder | null;
  readonly #mapCountry: string;
  /** By the number of a word: its province, -2 not looked up yet. One list for records of the map's country, one for others. */
  readonly #home: Int32Array;
  readonly #abroad: Int32Array;
  /** By the number of a word: its text in small letters, to hold a place against its country. */
  readonly #lower: (string | undefined)[] = [];

  constructor(texts: NameTexts, map: ProvinceMap | null) {
    this.#texts = texts;
    this.#finder = map === null ? null : new ProvinceFinder(map);
    this.#mapCountry = map?.country.toLowerCase() ?? "";
    this.#home = new Int32Array(texts.count).fill(-2);
    this.#abroad = new Int32Array(texts.count).fill(-2);
    for (const name of map?.names ?? []) this.#numberOf(name);
  }

  of(block: Block, at: number, country: number): { province: number; near: boolean; fault: number } {
    const { columns, renumber } = block;
    const word = (name: number) => (name < 0 || renumber === null ? name : (renumber[name] as number));
    const latitude = columns.latitude[at] as number;
    const longitude = columns.longitude[at] as number;
    if (latitude === unreadable || longitude === unreadable) return nowhere(impossible as number);
    const precision = columns.precision[at] as number;
    const place = word(columns.place[at] as number);
    // UCDP's precision 6 is the country, 7 the sea or air; a place named as its country is no place in it.
    if (precision >= 6 || (place >= 0 && country >= 0 && this.#isCountry(place, country))) return unlocated;
    const home =
      this.#finder !== null && (country < 0 || this.#low(country) === this.#mapCountry || this.#low(country) === "");
    const written = word(columns.province[at] as number);
    const province = written < 0 ? -1 : this.#written(written, home);
    // Precision 5 is a representative point of something larger than a province.
    if (this.#finder === null || !home || latitude === absent || longitude === absent || precision === 5)
      return province < 0 ? unlocated : { province, near: false, fault: 0 };
    const found = this.#finder.at(latitude, longitude);
    if (found === "outside" || found === null) return nowhere(outside as number);
    if (province >= 0) return { province, near: false, fault: 0 };
    return { province: this.#numberOf(found.name), near: found.near, fault: 0 };
  }

  #isCountry(place: number, country: number): boolean {
    return place === country || this.#low(place) === this.#low(country);
  }

  #low(name: number): string {
    const known = this.#lower[name];
    if (known !== undefined) return known;
    const text = this.#texts.text(name).toLowerCase();
    this.#lower[name] = text;
    return text;
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

const unlocated = { province: -1, near: false, fault: 0 } as const;
const nowhere = (fault: number) => ({ province: -1, near: false, fault });
