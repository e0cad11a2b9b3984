import type { SourceFormat } from "../model.ts";

/** What a column is to us, whatever the source calls it. */
export type Role =
  | "id"
  | "type"
  | "actorA"
  | "actorB"
  | "sourceDate"
  | "place"
  | "province"
  | "precision"
  | "latitude"
  | "longitude"
  | "country"
  | "from"
  | "to"
  | "best"
  | "low"
  | "high";

/** The names under which each format has a role, the newest first. Columns of other names are not looked at. */
const namesOf: Record<SourceFormat, Partial<Record<Role, readonly string[]>>> = {
  // UCDP GED Codebook, versions 1.5 to 25.1: deaths were called best_est, high_est, low_est at first.
  "ucdp-ged": {
    id: ["id"],
    type: ["type_of_violence"],
    actorA: ["side_a"],
    actorB: ["side_b"],
    sourceDate: ["source_date"],
    place: ["where_coordinates"],
    province: ["adm_1"],
    precision: ["where_prec"],
    latitude: ["latitude"],
    longitude: ["longitude"],
    country: ["country"],
    from: ["date_start"],
    to: ["date_end"],
    best: ["best", "best_est"],
    low: ["low", "low_est"],
    high: ["high", "high_est"],
  },
  // ACLED Codebook: actor1 and actor2 are listed, and their order does not say who attacked.
  acled: {
    id: ["event_id_cnty", "data_id"],
    type: ["event_type"],
    actorA: ["actor1"],
    actorB: ["actor2"],
    place: ["location"],
    province: ["admin1"],
    latitude: ["latitude"],
    longitude: ["longitude"],
    country: ["country"],
    from: ["event_date"],
    best: ["fatalities"],
  },
  plain: {
    id: ["id"],
    type: ["type"],
    actorA: ["actors"],
    sourceDate: ["source_date"],
    place: ["place"],
    province: ["province"],
    latitude: ["latitude"],
    longitude: ["longitude"],
    country: ["country"],
    from: ["date", "date_start"],
    to: ["date_end"],
    best: ["deaths"],
    low: ["deaths_low"],
    high: ["deaths_high"],
  },
};

const needed: Record<SourceFormat, readonly Role[]> = {
  "ucdp-ged": ["type", "from", "to", "best"],
  acled: ["from", "type"],
  plain: ["from"],
};

/** The format that has such columns, or null. */
export function formatOf(columns: readonly string[]): SourceFormat | null {
  const has = (...names: readonly string[]) => names.some((name) => columns.includes(name));
  if (has("event_date") && has("event_type", "sub_event_type", "actor1", "event_id_cnty", "fatalities")) return "acled";
  if (has("type_of_violence", "best", "best_est") && has("date_start", "date_end", "side_a", "type_of_violence"))
    return "ucdp-ged";
  return has("date", "date_start") ? "plain" : null;
}

/** The place of each role's column, -1 where there is none. */
export function rolesOf(format: SourceFormat, columns: readonly string[]): Record<Role, number> {
  const at = (role: Role) => {
    for (const name of namesOf[format][role] ?? []) if (columns.includes(name)) return columns.indexOf(name);
    return -1;
  };
  return {
    id: at("id"),
    type: at("type"),
    actorA: at("actorA"),
    actorB: at("actorB"),
    sourceDate: at("sourceDate"),
    place: at("place"),
    province: at("province"),
    precision: at("precision"),
    latitude: at("latitude"),
    longitude: at("longitude"),
    country: at("country"),
    from: at("from"),
    to: at("to"),
    best: at("best"),
    low: at("low"),
    high: at("high"),
  };
}

export function missingRoles(format: SourceFormat, columns: readonly string[]): string[] {
  const roles = rolesOf(format, columns);
  return needed[format].filter((role) => roles[role] < 0).map((role) => nameOf(format, role));
}

export const describeRoles = (format: SourceFormat): string =>
  needed[format].map((role) => nameOf(format, role)).join(", ");

function nameOf(format: SourceFormat, role: Role): string {
  return (namesOf[format][role] ?? [role]).join(" or ");
}
