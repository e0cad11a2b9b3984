import { civilDate } from "@parley/calendar";
import {
  countDaily,
  type DailyFigures,
  type Definition,
  defaultDefinition,
  type Incidents,
  type Period,
  type ReadOptions,
  readIncidents,
  type SplitBy,
} from "../src/index.ts";

/** Bytes of a text, in chunks of so many. */
export function* chunksOf(text: string | Uint8Array, size = 65_536): Generator<Uint8Array> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads a file that is known to have a good header. */
export async function incidentsIn(
  text: string | Uint8Array,
  options: Partial<ReadOptions> = {},
  size?: number,
): Promise<Incidents> {
  const read = await readIncidents(chunksOf(text, size), { file: "incidents.csv", ...options });
  if (read.kind !== "read") throw new Error(JSON.stringify(read));
  return read.incidents;
}

/** Everything that can be known of incidents, for comparing two of them. */
export const allOf = (incidents: Incidents) => ({
  records: Array.from({ length: incidents.length }, (_, at) => incidents.incident(at)),
  coverage: incidents.coverage,
  diagnostics: incidents.diagnostics,
  counts: [...incidents.counts].toSorted(),
  provinces: incidents.provinces,
  types: incidents.types,
});

export const gedColumns = [
  "id",
  "type_of_violence",
  "side_a",
  "side_b",
  "source_date",
  "source_article",
  "where_prec",
  "where_coordinates",
  "adm_1",
  "latitude",
  "longitude",
  "country",
  "date_start",
  "date_end",
  "best",
  "high",
  "low",
] as const;

type GedRow = Partial<Record<(typeof gedColumns)[number], string | number>>;

const usual: Required<GedRow> = {
  id: 1,
  type_of_violence: 1,
  side_a: "Government",
  side_b: "Rebels",
  source_date: "2020-01-02",
  source_article: "An agency",
  where_prec: 1,
  where_coordinates: "Town",
  adm_1: "North",
  latitude: 1,
  longitude: 1,
  country: "Land",
  date_start: "2020-01-01",
  date_end: "2020-01-01",
  best: 1,
  high: "",
  low: "",
};

const cell = (value: string | number): string =>
  /[",\n]/u.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

/** A UCDP file of these rows; what a row does not say is usual, and ids count up. */
export function ged(rows: readonly GedRow[], columns: readonly (typeof gedColumns)[number][] = gedColumns): string {
  const lines = rows.map((row, at) => {
    const whole = { ...usual, id: at + 1, ...row };
    if (row.date_end === undefined && row.date_start !== undefined) whole.date_end = row.date_start;
    return columns.map((column) => cell(whole[column])).join(",");
  });
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

export const period = (from: string, to: string): Period => ({ from: civilDate(from), to: civilDate(to) });

export function figuresOf(
  incidents: Incidents,
  definition: Partial<Definition> = {},
  by: SplitBy = "province",
): DailyFigures {
  const counted = countDaily(incidents, {
    definition: { ...defaultDefinition(incidents.coverage.format), ...definition },
    by,
  });
  if (!counted.ok) throw new Error(counted.refusal.message);
  return counted.figures;
}

/** A square from the south-west corner, as GeoJSON. */
export const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

export const feature = (name: unknown, type: string, coordinates: unknown) => ({
  type: "Feature",
  properties: { name, alt: name === "North" ? "Nord|Norden" : null },
  geometry: { type, coordinates },
});

/** Two provinces: North with a hole, and South in two parts. */
export const land = {
  type: "FeatureCollection",
  features: [
    feature("North", "Polygon", [square(0, 0, 10), square(4, 4, 2)]),
    feature("South", "MultiPolygon", [[square(0, -10, 10)], [square(20, -10, 1)]]),
  ],
};
