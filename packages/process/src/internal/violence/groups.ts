import { civilDate } from "@parley/calendar";
import { type DailyFigures, type Period, ratesOf } from "@parley/violence";
import type { AssessmentAnswer, ViolenceAnswer } from "../../answers/violence.ts";

type Group = ViolenceAnswer["groups"][number];

/**
 * The figures of every group, such as a province or a type, in the window and its baseline; the most deaths first. None for a
 * window that the file does not cover.
 */
export function groupsOf(figures: DailyFigures, asked: Pick<AssessmentAnswer, "window" | "baseline">): Group[] {
  if (asked.window.daysNotCovered > 0) return [];
  return figures.groups
    .map((name) => ({ name, ...groupFigures(figures, asked, name) }))
    .filter(({ window, baseline }) => window.events > 0 || (baseline?.events ?? 0) > 0)
    .sort((a, b) => b.window.deaths - a.window.deaths || a.name.localeCompare(b.name, "en"));
}

/** One group in the window and its baseline; an agreed number has no groups, and what the file does not cover no figures. */
export function groupFigures(
  figures: DailyFigures,
  { window, baseline }: Pick<AssessmentAnswer, "window" | "baseline">,
  group: string,
): Pick<Group, "window" | "baseline"> {
  return {
    window: sumOver(figures, periodsOf(window), group),
    baseline:
      baseline.kind === "agreed" || baseline.deaths === null ? null : sumOver(figures, periodsOf(baseline), group),
  };
}

function periodsOf({ periods }: Pick<AssessmentAnswer["window"], "periods">): Period[] {
  return periods.map(({ from, to }) => ({ from: civilDate(from), to: civilDate(to) }));
}

/** Events by share of days, since these add up over stretches. */
function sumOver(figures: DailyFigures, periods: readonly Period[], group: string): Group["window"] {
  const known = figures.groups.includes(group);
  const days = known ? periods.flatMap((within) => ratesOf(figures, { group, per: "day", within })) : [];
  const deaths = tidy(days.reduce((sum, each) => sum + each.deaths, 0));
  const events = tidy(days.reduce((sum, each) => sum + each.eventsSpread, 0));
  return { events, deaths, deathsPerDay: days.length === 0 ? 0 : deaths / days.length };
}

/** Shares of days are fractions: a millionth of a death is an error of adding and no figure. */
function tidy(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
