import { parseCivilDate } from "@parley/calendar";
import type { Baseline, Period, Target } from "@parley/violence";

/** Periods, baselines and targets as people write them, in files and on the command line. */

/** "2020-02-22..2020-02-28", or one day; null for anything else. */
export function parsePeriod(text: string): Period | null {
  const [first = "", last = first, ...more] = text.split("..").map((part) => part.trim());
  const [from, to] = [parseCivilDate(first), parseCivilDate(last)];
  return from === null || to === null || more.length > 0 ? null : { from, to };
}

export const periodHelp = "Write a first and a last day, both counted: 2020-02-22..2020-02-28.";

/**
 * "2020-02-01..2020-02-21" (days that are stated), "21 days before", "same days of 2018, 2019", "12.5 a day" (a number
 * that was agreed); null for anything else. Whether it fits a window is for the engine to say.
 */
export function parseBaseline(text: string): Baseline | null {
  const trimmed = text.trim();
  const preceding = /^(\d{1,4}) days? before$/u.exec(trimmed);
  if (preceding !== null) return { kind: "preceding", days: Number(preceding[1]) };
  const years = /^same days? of (\d{4}(?:\s*(?:,|and)\s*\d{4})*)$/u.exec(trimmed);
  if (years !== null)
    return { kind: "same-days", years: [...(years[1] ?? "").matchAll(/\d{4}/gu)].map(([y]) => Number(y)) };
  const agreed = /^(\d+(?:\.\d+)?) a day$/u.exec(trimmed);
  if (agreed !== null) return { kind: "agreed", perDay: Number(agreed[1]) };
  const stated = parsePeriod(trimmed);
  return stated === null ? null : { kind: "stated", ...stated };
}

export const baselineHelp =
  "Write days that are stated (2020-02-01..2020-02-21), “21 days before”, “same days of 2018, 2019”, or a number that was agreed (“12 a day”).";

/** "80%" (a reduction at least so large), "below 5 a day"; null for anything else. */
export function parseTarget(text: string): Target | null {
  const percent = /^(\d{1,3}(?:\.\d+)?)\s*%$/u.exec(text.trim());
  if (percent !== null) {
    const share = Number(percent[1]) / 100;
    return share > 0 && share <= 1 ? { kind: "reduction", atLeast: share } : null;
  }
  const below = /^below (\d+(?:\.\d+)?) a day$/u.exec(text.trim());
  return below === null ? null : { kind: "below", perDay: Number(below[1]) };
}

export const targetHelp = "Write a reduction in per cent (“80%”), or a number a day (“below 5 a day”).";
