import { describe, expect, it } from "vitest";
import { type ProvinceMap, provinceAt, readProvinceMap, unlocatedName } from "../src/index.ts";
import { allOf, feature, figuresOf, ged, gedColumns, incidentsIn, land, square } from "./files.ts";

function mapOf(geojson: unknown, asked: { nearKm?: number; nameProperty?: string } = {}): ProvinceMap {
  const read = readProvinceMap(geojson, { file: "land.geojson", country: "Land", ...asked });
  if (!read.ok) throw new Error(read.refusal.message);
  return read.map;
}
const map = mapOf(land);
const without = (...names: string[]) => gedColumns.filter((column) => !names.includes(column));
const codesOf = async (text: string, options = {}) =>
  allOf(await incidentsIn(text, options)).records.map(({ apart }) => apart);

describe("kept apart", () => {
  it("VIO-10: ids that the source has withdrawn", async () => {
    const rows = ged([{ id: 7 }, { id: 8 }, { id: "AB-9" }, { id: 8 }]);
    expect(await codesOf(rows, { deletedIds: ["8", "AB-9"] })).toEqual([
      null,
      "deleted-id",
      "deleted-id",
      "deleted-id",
    ]);
  });

  it("VIO-11: an id that was there before, large or small or a word", async () => {
    const ids = [5, 6, 5, 900_000_000_000_000, "AB-1", 900_000_000_000_000, "AB-1", "05", "", ""];
    const incidents = await incidentsIn(ged(ids.map((id, at) => ({ id, best: at === 2 ? 9 : 1 }))));
    const apart = allOf(incidents).records.map(({ apart }) => apart);
    expect(apart.map((code) => code === "duplicate")).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(incidents.diagnostics[0]?.message).toContain("with other figures");
    expect(incidents.diagnostics[0]?.related[0]?.place.line).toBe(2);
    expect(incidents.diagnostics[1]?.message).not.toContain("with other figures");
    expect(incidents.coverage.apart).toEqual([{ code: "duplicate", records: 3, deaths: 11 }]);
  });

  it("VIO-11: without ids, rows with the same values in all columns, however they are quoted", async () => {
    const text =
      'date,place,note\n2020-01-01,Mill,"a"\n2020-01-01,"Mill",a\n2020-01-01,Mill,b\n2020-01-01,Mi,lla\n2020-01-01,"x""y",\n2020-01-01,x"y,\n';
    expect(await codesOf(text)).toEqual([null, "duplicate", null, null, null, "duplicate"]);
  });

  it("VIO-12: dates reversed", async () => {
    const incidents = await incidentsIn(ged([{ date_start: "2020-01-05", date_end: "2020-01-04", best: 3 }, {}]));
    expect(incidents.incident(0)).toMatchObject({ apart: "dates-reversed", days: 0 });
    expect(figuresOf(incidents).apart.length).toBe(1);
    expect(figuresOf(incidents).whole.days.length).toBe(1);
    expect(incidents.coverage.days).toEqual({ from: "2020-01-01", to: "2020-01-01" });
  });

  it("VIO-13: a place that is none on earth; a blank one is no fault", async () => {
    const rows = [
      { latitude: 91 },
      { longitude: -180.5 },
      { latitude: "north" },
      { latitude: "", longitude: "" },
      { latitude: -90, longitude: 180 },
    ];
    const bad = "impossible-place";
    expect(await codesOf(ged(rows))).toEqual([bad, bad, bad, null, null]);
  });

  it("VIO-14: outside the country of the map, and only of that country", async () => {
    const far = { latitude: 50, longitude: 50 };
    const rows = [
      far,
      { ...far, country: "Elsewhere" },
      { ...far, where_prec: 6 },
      { ...far, where_prec: 5 },
      { latitude: 5, longitude: 5 },
    ];
    expect(await codesOf(ged(rows), { map })).toEqual(["outside-country", null, null, null, "outside-country"]);
    expect(await codesOf(ged([far], without("country")), { map })).toEqual(["outside-country"]);
    expect(await codesOf(ged(rows))).toEqual([null, null, null, null, null]);
  });

  it("VIO-15: low, best and high out of order: the best figure alone, or kept apart", async () => {
    const rows = [
      { best: 4, low: 3, high: 9 },
      { best: 4, low: 5, high: 9 },
      { best: 4, low: 3, high: 3 },
      { best: 4, low: 6, high: 5 },
    ];
    const incidents = await incidentsIn(ged(rows));
    expect(allOf(incidents).records.map(({ outOfOrder, apart }) => [outOfOrder, apart])).toEqual([
      [false, null],
      [true, null],
      [true, null],
      [true, null],
    ]);
    expect(incidents.counts.get("out-of-order")).toBe(3);
    const sums = (definition: object) => {
      const { whole, scale } = figuresOf(incidents, definition);
      return [whole.deaths, whole.low, whole.high].map((values) => (values[0] ?? 0) / scale);
    };
    expect(sums({})).toEqual([16, 15, 21]);
    expect(sums({ deaths: "low" })).toEqual([15, 15, 21]);
    expect(sums({ outOfOrder: "keep-apart" })).toEqual([4, 3, 9]);
    expect(figuresOf(incidents, { outOfOrder: "keep-apart" }).apart.length).toBe(3);
  });
});

describe("provinces", () => {
  it("VIO-16: the file's own, under the map's name for it", async () => {
    const rows = ["North", "north province", "Norden", "Far Isles", ""].map((adm_1) => ({
      adm_1,
      latitude: -5,
      longitude: 1,
    }));
    const provinces = allOf(await incidentsIn(ged(rows), { map })).records.map(({ province }) => province);
    expect(provinces).toEqual(["North", "North", "North", "Far Isles", "South"]);
    const asWritten = allOf(await incidentsIn(ged(rows))).records.map(({ province }) => province);
    expect(asWritten).toEqual(["North", "north province", "Norden", "Far Isles", null]);
  });

  it("VIO-16: else by the point: in it, not in its hole, or near it", async () => {
    const points: [number, number, string | null, boolean?][] = [
      [5, 1, "North"],
      [5, 5, null],
      [4.01, 5, "North", true],
      [-0.001, 5, "South"],
      [-9.5, 20.5, "South"],
      [10.04, 5, "North", true],
      [10.05, 5, null],
      [5, -0.02, "North", true],
    ];
    for (const [latitude, longitude, name, near = false] of points)
      expect(provinceAt(map, { latitude, longitude }), `${latitude} ${longitude}`).toEqual(
        name === null ? null : { name, near },
      );
    expect(provinceAt(mapOf(land, { nearKm: 0 }), { latitude: 10.001, longitude: 5 })).toBeNull();
    const rows = points.map(([latitude, longitude]) => ({ latitude, longitude, adm_1: "" }));
    const records = allOf(await incidentsIn(ged(rows), { map })).records;
    expect(records.map(({ province, near, apart }) => [province, near, apart])).toEqual(
      points.map(([, , name, near = false]) => [name, near, name === null ? "outside-country" : null]),
    );
  });

  it("VIO-16: a random point is where a count of crossings to the north says, too", () => {
    // The rings once more, crossed by a line going north: a test of its own.
    const rings: Record<string, number[][][]> = {
      North: [square(0, 0, 10), square(4, 4, 2)],
      South: [square(0, -10, 10), square(20, -10, 1)],
    };
    const crosses = (ring: number[][], x: number, y: number) =>
      ring.slice(1).filter(([bx = 0, by = 0], at) => {
        const [ax = 0, ay = 0] = ring[at] ?? [];
        return ax > x !== bx > x && ay + ((by - ay) * (x - ax)) / (bx - ax) > y;
      }).length;
    const exact = mapOf(land, { nearKm: 0 });
    for (let at = 0; at < 2000; at += 1) {
      const [x, y] = [((at * 7919) % 2300) / 100 - 1 + 0.003, ((at * 104_729) % 2300) / 100 - 11 + 0.007];
      const inside = Object.keys(rings).filter(
        (name) => (rings[name] ?? []).reduce((sum, ring) => sum + crosses(ring, x, y), 0) % 2 === 1,
      );
      expect(provinceAt(exact, { latitude: y, longitude: x })?.name ?? null).toBe(inside[0] ?? null);
    }
  });

  it("VIO-17: unlocated: the place is the country, the precision says so, or nothing does", async () => {
    const rows = [
      { where_coordinates: "Land" },
      { where_coordinates: "LAND" },
      { where_prec: 6 },
      { where_prec: 7 },
      { where_prec: 5, adm_1: "" },
      { where_prec: 5 },
      { adm_1: "", latitude: "", longitude: "" },
      {},
    ];
    const incidents = await incidentsIn(ged(rows), { map });
    const provinces = allOf(incidents).records.map(({ province }) => province);
    expect(provinces).toEqual([null, null, null, null, null, "North", null, "North"]);
    const figures = figuresOf(incidents);
    expect(figures.groups).toEqual(["North", "South", unlocatedName]);
    expect(figures.series.map(({ touching }) => touching[0] ?? 0)).toEqual([2, 0, 6]);
    expect(figures.whole.touching[0]).toBe(8);
  });

  it("VIO-18: a map that is none is refused with the feature that is wrong", () => {
    const codeOf = (geojson: unknown) => {
      const read = readProvinceMap(geojson, { file: "x", country: "Land" });
      return read.ok ? null : [read.refusal.code, read.refusal.message];
    };
    const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });
    const good = feature("A", "Polygon", [square(0, 0, 1)]);
    for (const none of [null, 3, [], {}, { type: "FeatureCollection" }, collection(), { type: "Feature" }])
      expect(codeOf(none)?.[0]).toBe("not-geojson");
    for (const none of [null, {}, feature("", "Polygon", []), feature(3, "Polygon", [])])
      expect(codeOf(collection(good, none))).toEqual(["no-name", expect.stringContaining("Feature 2")]);
    expect(codeOf(collection(good, good))?.[0]).toBe("name-twice");
    const bad: unknown[] = [
      feature("B", "Point", [1, 2]),
      feature("B", "Polygon", []),
      feature("B", "Polygon", [
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
      feature("B", "Polygon", [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ]),
      feature("B", "Polygon", [
        [
          [0, 0],
          [1, 0],
          [1, "x"],
          [0, 0],
        ],
      ]),
      feature("B", "MultiPolygon", [[square(0, 0, 1)], [square(179, 0, 2)]]),
      { ...good, properties: { name: "B" }, geometry: null },
    ];
    for (const none of bad)
      expect(codeOf(collection(good, none))).toEqual(["bad-geometry", expect.stringContaining("B")]);
    expect(mapOf(collection({ ...good, properties: { title: " A " } }), { nameProperty: "title" }).names).toEqual([
      "A",
    ]);
  });
});
