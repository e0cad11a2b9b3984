import type { PossibleDay } from "./lunar-hijri.ts";
import type { ReadDate } from "./read-dates.ts";

/**
 * How two written dates stand: `same`, one day; `depends`, one day under one of the published rules of the moon and not under
 * another; `may-be`, one day only if the moon was seen so, or if a month before 1336 was so long; `other`, two days.
 */
export type DayVerdict = "same" | "depends" | "may-be" | "other";

type Dated = Pick<ReadDate, "calendar" | "year" | "month" | "day" | "dayNumbers">;

/** Compares two dates, of one calendar or two. Dates of one calendar are one day exactly when they are written alike. */
export function sameDay(a: Dated, b: Dated): DayVerdict {
  if (a.calendar === b.calendar) return a.year === b.year && a.month === b.month && a.day === b.day ? "same" : "other";
  let best = 0;
  for (const one of a.dayNumbers) {
    const other = b.dayNumbers.find(({ day }) => day === one.day);
    if (other !== undefined)
      best = Math.max(best, Math.min(strength(one, a.dayNumbers), strength(other, b.dayNumbers)));
  }
  return (["other", "may-be", "depends", "same"] as const)[best] ?? "other";
}

/** 3 for the day that every common rule gives, 2 for one that some rule gives, 1 for what the eye may add. */
function strength({ by }: PossibleDay, all: readonly PossibleDay[]): number {
  if (by.includes("gregorian") || by.includes("equinox")) return 3;
  if (by.includes("sighting") || by.includes("zodiac")) return 1;
  const printed = all.some((day) => day.by.includes("umm-al-qura"));
  return by.includes("tabular") && (!printed || by.includes("umm-al-qura")) ? 3 : 2;
}
