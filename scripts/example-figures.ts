import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dailySeriesFile, readFiguresFile } from "@parley/process";

/**
 * Makes the derived figures of the founding case from the source's own file, which is not kept here:
 * node --conditions=parley-source scripts/example-figures.ts <folder with the UCDP file and the map>
 */
const from = process.argv[2];
if (from === undefined) throw new Error("Name the folder that holds ucdp-ged-afghanistan-2020.csv and the map.");
const to = new URL("../examples/afghanistan/violence/", import.meta.url).pathname;
const file = "ucdp-ged-afghanistan-2020.csv";
const map: unknown = JSON.parse(readFileSync(join(from, "afghanistan-provinces.geojson"), "utf8"));

const read = await readFiguresFile(createReadStream(join(from, file)), {
  file,
  map: { file: "afghanistan-provinces.geojson", geojson: map, country: "Afghanistan" },
});
if (read.kind !== "read") throw new Error(JSON.stringify(read));
const attribution =
  "Derived by Parley from UCDP Georeferenced Event Dataset (GED) Global version 23.1, Uppsala Conflict Data Program, CC BY 4.0";
writeFileSync(join(to, "2020-daily.csv"), dailySeriesFile(read.figures, attribution));
writeFileSync(join(to, "provinces.geojson"), `${JSON.stringify(coarser(map), null, 0)}\n`);
console.log(`Written to ${to}: ${read.figures.coverage.rows} records, ${read.diagnostics.length} findings.`);

/** The same outlines to a hundredth of a degree, about a kilometre: enough for a picture, and no map to measure on. */
function coarser(value: unknown): unknown {
  if (Array.isArray(value)) {
    if (typeof value[0] === "number") return value.map((each: number) => Math.round(each * 100) / 100);
    const inner = value.map(coarser);
    return inner.filter((each, at) => JSON.stringify(each) !== JSON.stringify(inner[at - 1]));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !["fips", "alt", "ne_code"].includes(key))
      .map(([key, each]) => [key, coarser(each)]),
  );
}
