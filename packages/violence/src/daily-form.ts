import { dateOfDay } from "@parley/calendar";
import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import type { DailyFigures } from "./count.ts";
import { type DailyHead, type DailySums, readDailyHead, sumNames, writeDailyHead } from "./internal/daily-head.ts";
import { type DailyRow, readDailyRows, seriesFrom } from "./internal/daily-rows.ts";
import type { DaySeries, Shares } from "./internal/day-series.ts";

export type DailyFormCode = "not-a-daily-series" | "bad-daily-head" | "bad-daily-row" | "daily-sums-differ";

export type ReadDailyOutcome =
  | { readonly ok: true; readonly figures: DailyFigures }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic<DailyFormCode>[] };

/**
 * Daily figures by province as CSV, with a head of comments: the attribution, the definition, what the file covers, and every
 * record that is set or kept apart. Deaths and events spread over days are decimals with so many places that the exact share
 * can be found again, so that `readDaily` gives the same sums. Throws a RangeError for figures that are not split by province.
 */
export function writeDaily(figures: DailyFigures, { attribution }: { readonly attribution: string }): string {
  if (figures.by !== "province") throw new RangeError("A daily series is split by province.");
  const { scale, groups, series } = figures;
  const places = Math.ceil(Math.log10(scale)) + 1;
  const decimal = (value: number) => String(Number((value / scale).toFixed(places)));
  const rows = groups.flatMap((province, group) => {
    const { days, events, deaths, low, high, touching, starting } = series[group] as DaySeries;
    return Array.from(days, (day, at): readonly [day: number, group: number, row: string] => {
      const figure = (values: Shares) => decimal(values[at] as number);
      const cells = [dateOfDay(day), quoted(province), figure(events), figure(deaths), figure(low), figure(high)];
      return [day, group, [...cells, touching[at], starting[at]].join(",")];
    });
  });
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const head: DailyHead = {
    attribution,
    definition: figures.definition,
    coverage: figures.coverage,
    scale,
    provinces: groups,
    rows: rows.length,
    sums: sumsOf(figures.whole),
    setApart: figures.setApart,
    apart: figures.apart,
  };
  return `${writeDailyHead(head)}${[dailyColumns, ...rows.map(([, , row]) => row)].join("\n")}\n`;
}

function sumsOf(series: DaySeries): DailySums {
  const sums = { events: 0, deaths: 0, low: 0, high: 0, touching: 0, starting: 0 };
  for (const name of sumNames) for (const value of series[name] as Iterable<number>) sums[name] += value;
  return sums;
}

/** The columns; the last two are whole records that touch the day, and those of them whose first day it is. */
const dailyColumns = "date,province,events,deaths,deaths_low,deaths_high,records,starting";

const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Reads what {@link writeDaily} wrote. The figures answer as those of the incidents do, under their definition and no other.
 * A file that was cut or changed is refused: its rows must add up to what its head says. Never throws on input.
 */
export function readDaily(text: string, { file }: { readonly file: string }): ReadDailyOutcome {
  const told: Diagnostic<DailyFormCode>[] = [];
  const tell = (code: DailyFormCode, line: number, message: string, help: string) => {
    if (told.length < 100)
      told.push(diagnostic({ code, severity: "error", message, help, place: { file, line, column: 1 } }));
  };
  const read = readDailyHead(text.startsWith("\uFEFF") ? text.slice(1) : text);
  if (!read.ok) {
    tell(read.code, read.line, read.message, read.help);
    return { ok: false, diagnostics: told };
  }
  const { head, body, line } = read;
  const rows = readDailyRows(body, { head, columns: dailyColumns, line }, (at, message) =>
    tell("bad-daily-row", at, message, "Write the series again from its incidents."),
  );
  if (told.length > 0) return { ok: false, diagnostics: told };
  const figures = figuresFrom(head, rows);
  const sums = sumsOf(figures.whole);
  if (rows.length !== head.rows || sumNames.some((name) => sums[name] !== head.sums[name])) {
    tell(
      "daily-sums-differ",
      line,
      `The head says ${head.rows} rows and ${head.sums.deaths / head.scale} deaths, and the rows, ${rows.length} with ${sums.deaths / head.scale} deaths, do not add up to what it says: the file was cut or changed.`,
      "Write the series again from its incidents.",
    );
    return { ok: false, diagnostics: told };
  }
  return { ok: true, figures };
}

function figuresFrom(head: DailyHead, rows: readonly DailyRow[]): DailyFigures {
  const byProvince = head.provinces.map((): DailyRow[] => []);
  for (const row of rows) byProvince[row.group]?.push(row);
  const whole = seriesFrom(rows);
  const [first, last] = [whole.days[0], whole.days.at(-1)];
  return {
    definition: head.definition,
    by: "province",
    coverage: head.coverage,
    groups: head.provinces,
    setApart: head.setApart,
    apart: head.apart,
    from: "series",
    attribution: head.attribution,
    days: first === undefined || last === undefined ? null : { from: dateOfDay(first), to: dateOfDay(last) },
    scale: head.scale,
    whole,
    series: byProvince.map(seriesFrom),
  };
}
