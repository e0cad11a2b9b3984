import { type ProvinceMap, provinceAt } from "../province-map.ts";

/** Which province a record is put in, and how. */
export type Found = { readonly name: string; readonly near: boolean } | "outside" | null;

/** Remembers the points and names that were asked before: files name the same places again and again. */
export class ProvinceFinder {
  readonly #map: ProvinceMap;
  readonly #points = new Map<string, Found>();
  readonly #names = new Map<string, string>();

  constructor(map: ProvinceMap) {
    this.#map = map;
    for (const { name, otherNames } of map.shapes) for (const other of otherNames) this.#names.set(plain(other), name);
    for (const { name } of map.shapes) this.#names.set(plain(name), name);
  }

  /** The map's name of a province that a file may write another way: "Kandahar province" is Kandahar. Null: not on the map. */
  named(name: string): string | null {
    return this.#names.get(plain(name)) ?? null;
  }

  /** By the place of a point, in millionths of a degree. */
  at(latitude: number, longitude: number): Found {
    const key = `${latitude} ${longitude}`;
    const known = this.#points.get(key);
    if (known !== undefined) return known;
    const point = { latitude: latitude / 1_000_000, longitude: longitude / 1_000_000 };
    const found = provinceAt(this.#map, point) ?? "outside";
    this.#points.set(key, found);
    return found;
  }
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/ (province|governorate|wilayat|region|state)$/u, "");
