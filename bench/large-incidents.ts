import { closeSync, openSync, writeSync } from "node:fs";

/** The 49 columns of UCDP GED since version 20.1. */
const columns =
  "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";

/**
 * Writes a file of GED's shape with invented contents: so many rows, about 530 bytes each, over 34 years, 50 countries, 1,000
 * provinces and 40,000 places, with quotes and line breaks in quotes. The same bytes each time.
 */
export function writeLargeIncidents(path: string, rows: number): void {
  const file = openSync(path, "w");
  let held = `${columns
    .split(",")
    .map((name) => `"${name}"`)
    .join(",")}\n`;
  let state = 12_345;
  const below = (count: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const dates = new Map<number, string>();
  const date = (day: number) => {
    const known = dates.get(day) ?? new Date(day * 86_400_000).toISOString().slice(0, 10);
    dates.set(day, known);
    return known;
  };
  for (let at = 0; at < rows; at += 1) {
    const place = below(40_000);
    const province = place % 1000;
    const country = province % 50;
    const start = 6940 + below(12_400);
    const end = start + (below(5) < 3 ? 0 : below(40) === 0 ? 8 + below(60) : below(7));
    const [a, b, civilians] = [below(4), below(9), below(3)];
    const best = a + b + civilians;
    const article = `""Agency of Region ${country}, ${date(end)}, ${best} killed, ${below(20)} wounded near Place ${place}""${below(50) === 0 ? ";\n" : ";"}""Second, ${date(end)}, District ${place % 7000}""`;
    held += `${100_000 + at},"CTY-${country}-1-${at}",${date(start).slice(0, 4)},1,"Clear",${1 + (below(10) < 7 ? 0 : 1 + below(2))},${country},${country},"Country ${country}: Government",${country},${country},"Government of Country ${country} - Group ${place % 300}",${country},${country},"Government of Country ${country}",${place % 300},${place % 300},"Group ${place % 300}",2,"${article}","Agency;Second","${date(end)};${date(end + below(3))}","Clashes","police",${1 + below(4)},"Place ${place} town","near Place ${place}","Province ${province}","District ${place % 7000}",${((place % 179) - 89.5).toFixed(4)},${((place % 359) - 179.25).toFixed(5)},"POINT (${((place % 359) - 179.25).toFixed(5)} ${((place % 179) - 89.5).toFixed(4)})",${place + 90_000},"Country ${country}",${country},"Region ${country % 5}",1,1,${date(start)},${date(end)},${a},${b},${civilians},0,${best},${best + below(3)},${Math.max(0, best - below(2))},${country},\n`;
    if (held.length > 1_000_000) {
      writeSync(file, held);
      held = "";
    }
  }
  writeSync(file, held);
  closeSync(file);
}
