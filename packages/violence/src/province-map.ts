import type { Diagnostic } from "@parley/diagnostics";

export type MapCode = "not-geojson" | "no-name" | "name-twice" | "bad-geometry" | "map-too-large";

/** Provinces of one country as polygons. */
export interface ProvinceMap {
  /** As the incident file names the country. */
  readonly country: string;
  readonly names: readonly string[];
  /** A point this near to a province, and in none, belongs to it: maps are drawn with fewer bends than borders have. */
  readonly nearKm: number;
}

export type ReadMap =
  | { readonly ok: true; readonly map: ProvinceMap }
  | { readonly ok: false; readonly refusal: Diagnostic<MapCode> };

/** Reads a GeoJSON FeatureCollection of polygons (longitude, latitude; WGS 84). `nameProperty` defaults to "name", `nearKm` to 5. */
export function readProvinceMap(
  _geojson: unknown,
  _asked: { readonly file: string; readonly country: string; readonly nameProperty?: string; readonly nearKm?: number },
): ReadMap {
  throw new Error("not yet");
}

/** The province of a point, and whether it lies in it or only near it; null when it is outside. */
export function provinceAt(
  _map: ProvinceMap,
  _point: { readonly latitude: number; readonly longitude: number },
): { readonly name: string; readonly near: boolean } | null {
  throw new Error("not yet");
}
