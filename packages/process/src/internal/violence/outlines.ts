/** Provinces as outlines for a picture, on a grid 1,000 wide. */

export interface Outlines {
  readonly width: number;
  readonly height: number;
  /** The path of each province by its name. */
  readonly paths: ReadonlyMap<string, string>;
}

type Point = readonly [longitude: number, latitude: number];
type Ring = readonly Point[];

const width = 1000;

/**
 * The outlines of a GeoJSON FeatureCollection of polygons; null where it is none. Degrees are drawn as they lie, shortened
 * from west to east by the cosine of the middle latitude: true enough for one country, and no map to measure on.
 * Points that fall on one spot of the grid are drawn once. Linear in the points.
 */
export function outlinesOf(geojson: unknown): Outlines | null {
  const shapes = featuresOf(geojson).map(({ name, rings }) => ({ name, rings }));
  const points = shapes.flatMap(({ rings }) => rings.flat());
  if (points.length === 0) return null;
  const bounds = points.reduce(
    (box, [x, y]) => ({
      west: Math.min(box.west, x),
      east: Math.max(box.east, x),
      south: Math.min(box.south, y),
      north: Math.max(box.north, y),
    }),
    { west: 180, east: -180, south: 90, north: -90 },
  );
  const narrow = Math.cos((((bounds.south + bounds.north) / 2) * Math.PI) / 180);
  const scale = width / Math.max((bounds.east - bounds.west) * narrow, 1e-9);
  const place = ([x, y]: Point): readonly [number, number] => [
    Math.round((x - bounds.west) * narrow * scale),
    Math.round((bounds.north - y) * scale),
  ];
  return {
    width,
    height: Math.ceil((bounds.north - bounds.south) * scale),
    paths: new Map(shapes.map(({ name, rings }) => [name, rings.map((ring) => pathOf(ring.map(place))).join("")])),
  };
}

function pathOf(points: readonly (readonly [number, number])[]): string {
  const drawn = points.filter(([x, y], at) => at === 0 || x !== points[at - 1]?.[0] || y !== points[at - 1]?.[1]);
  const [first, ...rest] = drawn;
  if (first === undefined || rest.length < 2) return "";
  let [x, y] = first;
  const steps = rest.map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${first.join(" ")}l${steps.join(" ")}z`;
}

function featuresOf(geojson: unknown): { readonly name: string; readonly rings: readonly Ring[] }[] {
  if (!isRecord(geojson) || !Array.isArray(geojson.features)) return [];
  return geojson.features.flatMap((feature: unknown) => {
    if (!isRecord(feature) || !isRecord(feature.geometry) || !isRecord(feature.properties)) return [];
    const { type, coordinates } = feature.geometry;
    const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : [];
    const { name } = feature.properties;
    if (!Array.isArray(polygons) || typeof name !== "string") return [];
    return [{ name, rings: polygons.flatMap((polygon) => (Array.isArray(polygon) ? (polygon as Ring[]) : [])) }];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
