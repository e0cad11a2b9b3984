import type { AssessmentAnswer } from "@parley/process";
import { dayInWords, type Tone } from "../words.tsx";

type Period = AssessmentAnswer["window"]["periods"][number];

/** A figure per day, with two places behind the point. */
export function perDay(figure: number): string {
  return figure.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A number of deaths: shares of days are rounded to one place. */
export function deathsInWords(deaths: number): string {
  return deaths.toLocaleString("en", { maximumFractionDigits: 1 });
}

/** "22 to 28 Feb 2020", "25 Jan to 20 Mar 2020": a month or a year that both days share is said once. */
export function periodShort({ from, to }: Period): string {
  if (from === to) return dayInWords(from);
  const [first, last] = [dayInWords(from).split(" "), dayInWords(to).split(" ")];
  const shared = from.slice(0, 7) === to.slice(0, 7) ? 1 : from.slice(0, 4) === to.slice(0, 4) ? 2 : 3;
  return `${first.slice(0, shared).join(" ")} to ${last.join(" ")}`;
}

/** Several stretches are told one after the other. */
export function periodsInWords(periods: readonly Period[]): string {
  return periods.map(periodShort).join("; ");
}

/** A change as a fall or a rise, with its sign in words and as a mark. */
export function changeInWords(reduction: number): string {
  const percent = Math.round(Math.abs(reduction) * 100).toLocaleString("en");
  if (percent === "0") return "no change";
  return reduction > 0 ? `−${percent}%` : `+${percent}%`;
}

/** "a fall by 82% to 94%", "from a rise by 12% to a fall by 40%". */
export function intervalInWords([low, high]: readonly [number, number]): string {
  const percent = (reduction: number) => `${Math.round(Math.abs(reduction) * 100).toLocaleString("en")}%`;
  if (low >= 0) return `a fall by ${percent(low)} to ${percent(high)}`;
  if (high <= 0) return `a rise by ${percent(high)} to ${percent(low)}`;
  return `from a rise by ${percent(low)} to a fall by ${percent(high)}`;
}

/** How an indication is drawn. A fall or a rise against no target is neither kept nor broken. */
export const indicationTones: Record<AssessmentAnswer["indication"], Tone> = {
  met: "kept",
  "not met": "blocked",
  "cannot be told": "open",
  fell: "plain",
  rose: "open",
};

/** The baseline as one would ask for it. */
export function baselineAsked({ baseline }: Pick<AssessmentAnswer, "baseline">): string {
  const [first] = baseline.periods;
  if (baseline.kind === "agreed") return `${baseline.deathsPerDay ?? baseline.eventsPerDay ?? 0} a day`;
  if (baseline.kind === "preceding") return `${baseline.days ?? 0} days before`;
  if (baseline.kind === "same-days")
    return `same days of ${baseline.periods.map(({ from }) => from.slice(0, 4)).join(", ")}`;
  return first === undefined ? "" : `${first.from}..${first.to}`;
}

/** The window as one would ask for it. */
export function windowAsked({ window }: Pick<AssessmentAnswer, "window">): string {
  const [first] = window.periods;
  return first === undefined ? "" : `${first.from}..${first.to}`;
}

/** The address of a province's row on the page. */
export function rowOf(province: string): string {
  return `province-${province.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;
}
