import type { DayNumber } from "./civil-date.ts";
import type { DateParts } from "./solar-hijri.ts";

/**
 * Rules by which a day of the moon is fixed in advance. `tabular` is the arithmetic calendar with its epoch on Friday 16 July 622 (Julian),
 * `tabular-thursday` the same one day earlier, `umm-al-qura` the printed calendar of Saudi Arabia.
 */
export type LunarRule = "tabular" | "tabular-thursday" | "umm-al-qura";

/** A day on which a date may fall, and by which rules. `sighting` alone: no rule gives it, but the eye may. */
export interface PossibleDay {
  readonly day: DayNumber;
  readonly by: readonly (LunarRule | "equinox" | "gregorian" | "sighting" | "zodiac")[];
}

/** The years of the lunar Hijri calendar that are read, and those for which the Umm al-Qura calendar is printed. */
export const lunarHijriYears = { first: 1000, last: 1700, ummAlQuraFirst: 1300, ummAlQuraLast: 1599 } as const;

/** The first of Muharram of year 1 by the tables: 19 July 622 in the Gregorian calendar. */
const epoch = -492_148;

/**
 * Every day on which a lunar Hijri date may fall, in order: the day by each rule, and one day either side of them, since a month
 * begins when the moon is seen. Empty for a date that no rule has or that lies outside `lunarHijriYears`.
 */
export function lunarHijriDays({ year, month, day }: DateParts): readonly PossibleDay[] {
  if (year < lunarHijriYears.first || year > lunarHijriYears.last || month < 1 || month > 12) return [];
  if (day < 1 || day > 30) return [];
  const tabular = tabularDay({ year, month, day });
  const printed = ummAlQuraDay({ year, month, day }, tabular);
  const given: readonly (readonly [LunarRule, number])[] = [
    ...(inTables({ year, month, day })
      ? ([
          ["tabular", tabular],
          ["tabular-thursday", tabular - 1],
        ] as const)
      : []),
    ...(printed === null ? [] : [["umm-al-qura", printed] as const]),
  ];
  // A thirtieth that the tables do not have may still come by the eye: it is the day after their twenty-ninth.
  const days = [tabular, tabular - 1, ...given.map(([, on]) => on)];
  const [first, last] = [Math.min(...days) - 1, Math.max(...days) + 1];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const on = first + index;
    const by = given.filter(([, ruled]) => ruled === on).map(([rule]) => rule);
    return { day: on as DayNumber, by: by.length === 0 ? ["sighting"] : by };
  });
}

/** The lunar Hijri date of a day by one rule; null where that rule says nothing. */
export function lunarHijriOf(day: number, rule: LunarRule): DateParts | null {
  if (rule === "umm-al-qura") return ummAlQuraOf(day);
  const since = day - epoch + (rule === "tabular-thursday" ? 1 : 0);
  const year = Math.floor((30 * since + 10_646) / 10_631);
  const month = Math.min(12, Math.floor((since - tabularDay({ year, month: 1, day: 1 }) + epoch) / 29.5 + 1));
  for (const each of [month + 1, month, month - 1]) {
    if (each > 12 || each < 1) continue;
    const before = tabularDay({ year, month: each, day: 1 }) - epoch;
    if (since >= before) return inRange({ year, month: each, day: since - before + 1 });
  }
  return null;
}

/** The tables: months of 30 and 29 days in turn; in 11 years of 30 the last has a day more. */
function tabularDay({ year, month, day }: DateParts): number {
  return epoch + 354 * (year - 1) + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1;
}

/** Whether the month has this day by the tables. */
function inTables({ year, month, day }: DateParts): boolean {
  if (day < 30) return true;
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return tabularDay({ year, month, day }) < tabularDay(next);
}

/** The day that Umm al-Qura gives: it is never more than two days from the tables. */
function ummAlQuraDay({ year, month, day }: DateParts, near: number): number | null {
  for (const shift of [0, 1, -1, 2, -2]) {
    const found = ummAlQuraOf(near + shift);
    if (found !== null && found.year === year && found.month === month && found.day === day) return near + shift;
  }
  return null;
}

let formatter: Intl.DateTimeFormat | null | undefined;

/** The printed calendar is a table and no rule: the runtime holds it. Where it does not, this rule is left out. */
function ummAlQuraOf(day: number): DateParts | null {
  if (formatter === undefined) {
    const made = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    formatter = made.resolvedOptions().calendar === "islamic-umalqura" ? made : null;
  }
  if (formatter === null) return null;
  const parts = new Map(formatter.formatToParts(day * 86_400_000).map(({ type, value }) => [type, Number(value)]));
  const [year, month, on] = [parts.get("year"), parts.get("month"), parts.get("day")];
  if (year === undefined || month === undefined || on === undefined) return null;
  if (year < lunarHijriYears.ummAlQuraFirst || year > lunarHijriYears.ummAlQuraLast) return null;
  return { year, month, day: on };
}

function inRange(parts: DateParts): DateParts | null {
  return parts.year >= lunarHijriYears.first && parts.year <= lunarHijriYears.last ? parts : null;
}
