import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import { type Ring, readRings } from "./internal/rings.ts";

export type MapCode = "not-geojson" | "no-name" | "name-twice" | "bad-geometry" | "map-too-large";

/** Provinces of one country as polygons. */
export interface ProvinceMap {
  /** As the incident file names the country. */
  readonly country: string;
  readonly names: readonly string[];
  /** A point in no province and this near to one belongs to it, since maps have fewer bends than borders have. */
  readonly nearKm: number;
  readonly shapes: readonly ProvinceShape[];
}

/** One province: its rings, outer and inner alike, and the box around them (west, south, east, north, in degrees). */
export interface ProvinceShape {
  readonly name: string;
  /** Other names under which a file may know it. */
  readonly otherNames: readonly string[];
  readonly rings: readonly Ring[];
  readonly box: readonly [number, number, number, number];
}

export type ReadMap =
  | { readonly ok: true; readonly map: ProvinceMap }
  | { readonly ok: false; readonly refusal: Diagnostic<MapCode> };

const cornersMax = 2_000_000;

/**
 * Reads a GeoJSON FeatureCollection of Polygons and MultiPolygons (RFC 7946: longitude, latitude; WGS 84), given as parsed JSON.
 * `nameProperty` names the province; defaults to "name". `otherNames` is a property with more names, parted by "|"; default
 * "alt". `nearKm` defaults to 5, at most 50. Never throws on input.
 */
export function readProvinceMap(
  geojson: unknown,
  asked: {
    readonly file: string;
    readonly country: string;
    readonly nameProperty?: string;
    readonly otherNames?: string;
    readonly nearKm?: number;
  },
): ReadMap {
  const { file, country, nameProperty = "name", otherNames = "alt", nearKm = 5 } = asked;
  if (!(nearKm >= 0 && nearKm <= 50)) throw new RangeError("nearKm is from 0 to 50.");
  const refuse = (code: MapCode, message: string, help: string): ReadMap => ({
    ok: false,
    refusal: diagnostic({ code, severity: "error", message, help, place: { file, line: 1, column: 1 } }),
  });
  const features = isObject(geojson) && geojson.type === "FeatureCollection" ? geojson.features : null;
  if (!Array.isArray(features) || features.length === 0)
    return refuse(
      "not-geojson",
      "This is not a GeoJSON FeatureCollection with features.",
      "Export the provinces of the country as GeoJSON, one feature for each.",
    );
  const shapes: ProvinceShape[] = [];
  let corners = 0;
  for (const [at, feature] of features.entries()) {
    const properties: unknown = isObject(feature) ? feature.properties : null;
    const name = isObject(properties) ? properties[nameProperty] : null;
    if (typeof name !== "string" || name.trim() === "")
      return refuse(
        "no-name",
        `Feature ${at + 1} has no text under the property "${nameProperty}", so that its province has no name.`,
        "Say which property holds the names of the provinces.",
      );
    if (shapes.some((shape) => shape.name === name.trim()))
      return refuse(
        "name-twice",
        `Two features are named ${name.trim()}. It cannot be told which one a figure belongs to.`,
        "Join the two as one MultiPolygon, or name them apart.",
      );
    const rings = readRings(isObject(feature) ? feature.geometry : null);
    if (rings === null)
      return refuse(
        "bad-geometry",
        `The feature ${name.trim()} is no Polygon or MultiPolygon whose rings have four corners or more, each with a longitude and a latitude in degrees.`,
        "Export the map in WGS 84, as longitude and latitude.",
      );
    corners += rings.reduce((sum, ring) => sum + ring.length / 2, 0);
    const others = isObject(properties) ? properties[otherNames] : null;
    shapes.push({
      name: name.trim(),
      otherNames: typeof others === "string" ? others.split("|").map((other) => other.trim()) : [],
      rings,
      box: boxOf(rings),
    });
  }
  if (corners > cornersMax)
    return refuse(
      "map-too-large",
      `This map has ${corners.toLocaleString("en")} corners; ${cornersMax.toLocaleString("en")} are read.`,
      "Simplify the map; a kilometre is enough.",
    );
  return { ok: true, map: { country, names: shapes.map((shape) => shape.name), nearKm, shapes } };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function boxOf(rings: readonly Ring[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      west = Math.min(west, ring[at] ?? 0);
      east = Math.max(east, ring[at] ?? 0);
      south = Math.min(south, ring[at + 1] ?? 0);
      north = Math.max(north, ring[at + 1] ?? 0);
    }
  }
  return [west, south, east, north];
}

/**
 * The province in which a point lies: the first whose rings it crosses an odd number of times going east. Else the nearest
 * one within `nearKm`, and `near` says so. Null when the point is outside. Cost: the corners of the provinces near by.
 */
export function provinceAt(
  map: ProvinceMap,
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
): { readonly name: string; readonly near: boolean } | null {
  for (const { name, rings, box } of map.shapes) {
    const [west, south, east, north] = box;
    if (longitude < west || longitude > east || latitude < south || latitude > north) continue;
    if (isInside(rings, longitude, latitude)) return { name, near: false };
  }
  let nearest: string | null = null;
  let nearestKm = map.nearKm;
  const degreesNear = map.nearKm / kmPerDegree;
  const narrowing = Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  for (const { name, rings, box } of map.shapes) {
    const [west, south, east, north] = box;
    if (latitude < south - degreesNear || latitude > north + degreesNear) continue;
    if (longitude < west - degreesNear / narrowing || longitude > east + degreesNear / narrowing) continue;
    const km = distanceKm(rings, { longitude, latitude, narrowing });
    if (km <= nearestKm && (km < nearestKm || nearest === null)) {
      nearest = name;
      nearestKm = km;
    }
  }
  return nearest === null ? null : { name: nearest, near: true };
}

/** Even-odd rule (M. Shimrat, Communications of the ACM 5, 1962, algorithm 112); holes are rings like others. */
function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [x1, y1] = [ring[at] ?? 0, ring[at + 1] ?? 0];
      const [x2, y2] = [ring[before] ?? 0, ring[before + 1] ?? 0];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

const kmPerDegree = 111.2;

/** To the nearest side of a ring, on a plane that touches the earth at the point: good to some metres within 50 km. */
function distanceKm(
  rings: readonly Ring[],
  { longitude, latitude, narrowing }: { longitude: number; latitude: number; narrowing: number },
): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let at = 2; at < ring.length; at += 2) {
      const ax = ((ring[at - 2] ?? 0) - longitude) * narrowing;
      const ay = (ring[at - 1] ?? 0) - latitude;
      const bx = ((ring[at] ?? 0) - longitude) * narrowing;
      const by = (ring[at + 1] ?? 0) - latitude;
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / squared));
      least = Math.min(least, (ax + along * (bx - ax)) ** 2 + (ay + along * (by - ay)) ** 2);
    }
  }
  return Math.sqrt(least) * kmPerDegree;
}
