/** A closed ring: longitude, latitude, longitude, latitude …; the last corner is the first. */
export type Ring = Float64Array;

/** The rings of a GeoJSON Polygon or MultiPolygon; null when it is neither or a corner is no place on earth. */
export function readRings(geometry: unknown): Ring[] | null {
  if (typeof geometry !== "object" || geometry === null || !("type" in geometry) || !("coordinates" in geometry))
    return null;
  const { type, coordinates } = geometry;
  if (!Array.isArray(coordinates)) return null;
  const polygons: unknown[] | null = type === "MultiPolygon" ? coordinates : type === "Polygon" ? [coordinates] : null;
  if (polygons === null || polygons.length === 0) return null;
  const rings: Ring[] = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return null;
    for (const corners of polygon) {
      const ring = readRing(corners);
      if (ring === null) return null;
      rings.push(ring);
    }
  }
  return rings;
}

function readRing(corners: unknown): Ring | null {
  if (!Array.isArray(corners) || corners.length < 4) return null;
  const ring = new Float64Array(corners.length * 2);
  for (const [at, corner] of corners.entries()) {
    if (!Array.isArray(corner)) return null;
    const [longitude, latitude] = corner as unknown[];
    if (typeof longitude !== "number" || typeof latitude !== "number") return null;
    if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) return null;
    ring[at * 2] = longitude;
    ring[at * 2 + 1] = latitude;
  }
  const last = ring.length - 2;
  return ring[0] === ring[last] && ring[1] === ring[last + 1] ? ring : null;
}
