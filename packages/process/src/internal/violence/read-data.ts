import { type Diagnostic, diagnostic, type Place } from "@parley/diagnostics";
import {
  countDaily,
  type DailyFigures,
  type Definition,
  defaultDefinition,
  type Incidents,
  incidentsOf,
  PartReader,
  type ProvinceMap,
  readDaily,
  readHead,
  readProvinceMap,
} from "@parley/violence";
import type { ViolenceFile } from "../folder/violence-format.ts";

/** What one file of the folder violence gives: figures by province, its map, and what was wrong. */
export interface ViolenceData {
  readonly figures: DailyFigures | null;
  readonly map: ProvinceMap | null;
  readonly geojson: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Derived daily figures as they are, or incidents counted under the definition asked. */
export function readViolenceData({
  entry,
  data,
  map,
  place,
}: {
  readonly entry: ViolenceFile;
  readonly data: Uint8Array;
  /** The text of the map; null without one. */
  readonly map: string | null;
  readonly place: Place;
}): ViolenceData {
  const drawn = map === null || entry.map === null ? noMap : readMap({ entry, file: entry.map, text: map, place });
  const asText = new TextDecoder().decode(data);
  const daily = readDaily(asText, { file: entry.data });
  if (daily.ok) return { ...drawn, figures: daily.figures };
  // A file that is meant as derived figures and has faults is told as one; anything else may be a list of incidents.
  if (daily.diagnostics.some(({ code }) => code !== "not-a-daily-series"))
    return { ...drawn, figures: null, diagnostics: [...drawn.diagnostics, ...daily.diagnostics] };
  const head = readHead(data, { file: entry.data, whole: true });
  if (!head.ok) return { ...drawn, figures: null, diagnostics: [...drawn.diagnostics, head.refusal] };
  const reader = new PartReader({ file: entry.data, head: head.head, range: { from: 0, to: null } });
  reader.push(data);
  const options = {
    listMax: rowsListed,
    deletedIds: entry["deleted-ids"],
    ...(drawn.map === null ? {} : { map: drawn.map }),
  };
  const incidents = incidentsOf(reader.end(), options);
  const counted = countDaily(incidents, { definition: definitionOf(entry.definition, incidents), by: "province" });
  const diagnostics = [...drawn.diagnostics, ...incidents.diagnostics];
  return counted.ok
    ? { ...drawn, figures: counted.figures, diagnostics }
    : { ...drawn, figures: null, diagnostics: [...diagnostics, { ...counted.refusal, place }] };
}

/** Rows of one kind that are told; all are counted, and every answer says how many there were. */
const rowsListed = 20;

const noMap = { map: null, geojson: null, diagnostics: [] } as const;

function readMap({
  entry,
  file,
  text,
  place,
}: {
  readonly entry: ViolenceFile;
  readonly file: string;
  readonly text: string;
  readonly place: Place;
}): Omit<ViolenceData, "figures"> {
  let geojson: unknown;
  try {
    geojson = JSON.parse(text);
  } catch {
    const found = diagnostic({
      code: "not-geojson",
      severity: "error",
      message: `${file} is no GeoJSON, so there is no map.`,
      help: "Put a GeoJSON FeatureCollection of polygons there, each with its province's name.",
      place,
    });
    return { map: null, geojson: null, diagnostics: [found] };
  }
  const read = readProvinceMap(geojson, { file, country: entry.country ?? "" });
  return read.ok
    ? { map: read.map, geojson, diagnostics: [] }
    : { map: null, geojson: null, diagnostics: [read.refusal] };
}

/** The definition asked, over the defaults of the source's format. */
export function definitionOf(asked: ViolenceFile["definition"], { coverage }: Incidents): Definition {
  const own = defaultDefinition(coverage.format);
  return {
    ...own,
    types: asked.types === undefined ? own.types : asked.types,
    daysMax: asked["days-max"] ?? own.daysMax,
    multiDay: asked["multi-day"] ?? own.multiDay,
    deaths: asked.deaths ?? own.deaths,
  };
}
