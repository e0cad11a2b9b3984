import { civilDate, dayNumberOf } from "@parley/calendar";
import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import type { DailyFigures } from "../count.ts";
import type { Period, Question } from "../model.ts";
import { daysOf, overlap, spanOf } from "./day-span.ts";

/** Why a question cannot be put. */
export type QuestionCode =
  | "bad-window"
  | "bad-baseline"
  | "overlap"
  | "bad-target"
  | "bad-number"
  | "no-such-province"
  | "not-by-province";

const firstDay: number = dayNumberOf(civilDate("0001-01-01"));

/** Longer periods are refused: they are no windows. */
export const periodDaysMax = 3660;

/** What is wrong with a question; null when it can be put. */
export function checkQuestion(figures: DailyFigures, question: Question): Diagnostic<QuestionCode> | null {
  const refuse = (code: QuestionCode, message: string, help: string) =>
    diagnostic({ code, severity: "error", message, help });
  const { window, baseline, target = null, province = null } = question;
  if (!isPeriod(window))
    return refuse(
      "bad-window",
      "The window ends before it begins, or is longer than ten years.",
      "Give its first and last day in order.",
    );
  if (baseline.kind === "preceding" && !isCount(baseline.days, periodDaysMax))
    return refuse(
      "bad-baseline",
      `A baseline of ${baseline.days} days cannot be formed.`,
      `Give a whole number of days from 1 to ${periodDaysMax}.`,
    );
  if (baseline.kind === "preceding" && spanOf(window).from - baseline.days < firstDay)
    return refuse(
      "bad-baseline",
      "The days before the window would begin before the year 1, where the calendar begins.",
      "Give fewer days, or a later window.",
    );
  if (baseline.kind === "stated" && !isPeriod(baseline))
    return refuse(
      "bad-baseline",
      "The baseline ends before it begins, or is longer than ten years.",
      "Give its first and last day in order.",
    );
  if (baseline.kind === "stated" && overlap(spanOf(baseline), spanOf(window)))
    return refuse(
      "overlap",
      "The window and the baseline share days, so that each would be held against itself.",
      "Let one end before the other begins.",
    );
  if (baseline.kind === "agreed" && !(baseline.perDay > 0 && Number.isFinite(baseline.perDay)))
    return refuse(
      "bad-baseline",
      "An agreed number per day is above 0.",
      "Give the number that was agreed, for one day.",
    );
  if (baseline.kind === "same-days") {
    const own = Number(window.from.slice(0, 4));
    const { years } = baseline;
    const good = years.every((year) => Number.isInteger(year) && year >= 1900 && year <= 2100 && year !== own);
    if (years.length === 0 || years.length > 100 || !good || new Set(years).size < years.length)
      return refuse(
        "bad-baseline",
        "The other years cannot be used: each is named once, from 1900 to 2100, and is not the window's own.",
        "Name one year or several.",
      );
    if (daysOf(spanOf(window)) > 365)
      return refuse(
        "bad-window",
        "A window of more than 365 days has no same days in another year.",
        "Shorten the window, or state a baseline.",
      );
  }
  if (target?.kind === "reduction" && !(target.atLeast > 0 && target.atLeast <= 1))
    return refuse("bad-target", "A reduction that is asked for is above 0 and at most 1 (100%).", "Write 80% as 0.8.");
  if (target?.kind === "below" && !(target.perDay > 0 && Number.isFinite(target.perDay)))
    return refuse("bad-target", "A number to fall below is above 0.", "Give the number for one day.");
  const { confidence = 0.95, draws = 10_000, seed = 0 } = question;
  if (!(confidence >= 0.5 && confidence <= 0.999))
    return refuse("bad-number", "The confidence lies from 0.5 to 0.999.", "0.95 is usual.");
  if (!isCount(draws, 1_000_000) || draws < 200)
    return refuse("bad-number", "The draws are a whole number from 200 to 1,000,000.", "10,000 is usual.");
  if (seed !== 0 && !isCount(seed, 0xffffffff))
    return refuse("bad-number", "The seed is a whole number from 0 to 4,294,967,295.", "Leave it out for the default.");
  if (province !== null && figures.by !== "province")
    return refuse("not-by-province", "These figures are not split by province.", "Count them by province.");
  if (province !== null && !figures.groups.includes(province))
    return refuse(
      "no-such-province",
      `There is no province ${JSON.stringify(province)}.`,
      `There are: ${figures.groups.slice(0, 60).join(", ")}.`,
    );
  return null;
}

const isPeriod = (period: Period): boolean => {
  const days = daysOf(spanOf(period));
  return days >= 1 && days <= periodDaysMax;
};

const isCount = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
