import type { DailyHead } from "./daily-head.ts";
import { type DaySeries, emptySeries } from "./day-series.ts";
import { readCount, readDay, unreadable } from "./read-field.ts";
import { RowFields, scanRow } from "./scan-row.ts";

/** One day of one province, in the unit of the series. */
export interface DailyRow {
  readonly day: number;
  readonly group: number;
  readonly events: number;
  readonly deaths: number;
  readonly low: number;
  readonly high: number;
  readonly touching: number;
  readonly starting: number;
}

/** Reads the rows under the head; tells each that cannot be read. `line` is where the body begins. */
export function readDailyRows(
  body: string,
  { head, columns, line: first }: { readonly head: DailyHead; readonly columns: string; readonly line: number },
  tell: (line: number, message: string) => void,
): DailyRow[] {
  const bytes = new TextEncoder().encode(body);
  const decoder = new TextDecoder();
  const row = new RowFields(8);
  const rows: DailyRow[] = [];
  const seen = new Set<string>();
  const groups = new Map(head.provinces.map((name, at) => [name, at]));
  let line = first;
  for (let at = 0; at < bytes.length; ) {
    const next = scanRow(row, bytes, { at, end: bytes.length, final: true, delimiter: 44 });
    const texts = Array.from({ length: Math.min(8, row.count) }, (_, cell) => {
      const text = decoder.decode(bytes.subarray(row.starts[cell], row.ends[cell]));
      return row.doubled[cell] === 1 ? text.replaceAll('""', '"') : text;
    });
    if (line === first) {
      if (texts.join(",") !== columns || row.count !== 8) tell(line, `The columns should be ${columns}.`);
    } else if (!(row.count === 1 && texts[0] === "")) {
      const read =
        row.count === 8 && row.fault === "none"
          ? readRow(row, bytes, groups.get(texts[1] ?? ""), texts, head.scale)
          : null;
      const key = read === null ? "" : `${read.day} ${read.group}`;
      if (read === null) tell(line, `This row cannot be read: ${texts.join(",").slice(0, 120)}.`);
      else if (seen.has(key)) tell(line, `${texts[1]} has ${texts[0]} twice.`);
      else rows.push(read);
      seen.add(key);
    }
    line += 1 + row.innerBreaks;
    at = next;
  }
  return rows;
}

function readRow(
  row: RowFields,
  bytes: Uint8Array,
  group: number | undefined,
  texts: readonly string[],
  scale: number,
): DailyRow | null {
  const day = readDay(bytes, row.starts[0] as number, row.ends[0] as number);
  const [touching, starting] = [6, 7].map((cell) =>
    readCount(bytes, row.starts[cell] as number, row.ends[cell] as number),
  );
  if (group === undefined || day <= unreadable || touching === undefined || starting === undefined) return null;
  if (touching < 1 || starting < 0 || starting > touching) return null;
  const [events, deaths, low, high] = [2, 3, 4, 5].map((cell) => sharesOf(texts[cell] ?? "", scale));
  if (events == null || deaths == null || low == null || high == null || events === 0) return null;
  return { day, group, events, deaths, low, high, touching, starting };
}

/** The whole number of shares that a decimal was written from; null when it is none. */
function sharesOf(text: string, scale: number): number | null {
  if (!/^\d{1,15}(\.\d{1,15})?$/u.test(text)) return null;
  const shares = Math.round(Number(text) * scale);
  return Math.abs(Number(text) * scale - shares) <= 0.06 && Number.isSafeInteger(shares) ? shares : null;
}

/** Adds up rows by day. */
export function seriesFrom(rows: readonly DailyRow[]): DaySeries {
  const days = [...new Set(rows.map(({ day }) => day))].sort((a, b) => a - b);
  const places = new Map(days.map((day, at) => [day, at]));
  const out = emptySeries(days.length);
  out.days.set(days);
  for (const row of rows) {
    const at = places.get(row.day) as number;
    for (const figure of ["events", "deaths", "low", "high", "touching", "starting"] as const)
      out[figure][at] = (out[figure][at] as number) + row[figure];
  }
  return out;
}
