import type {
  Assessment,
  BaselineFigures,
  Period,
  PeriodFigures,
  Question,
  ReasonCode,
  SourceFormat,
  Target,
  Told,
} from "../model.ts";
import { changeInWords, count, percent, perDayInWords, periodInWords, rangeInWords } from "./in-words.ts";

interface About {
  readonly question: Question;
  readonly measure: "deaths" | "events";
  readonly window: PeriodFigures;
  readonly baseline: BaselineFigures;
  readonly covered: Period | null;
  readonly format: SourceFormat;
}

/** Why it cannot be told, in words. */
export const reasonTold = (code: ReasonCode, about: About): Told<ReasonCode> => ({ code, text: wording[code](about) });

const wording: Record<ReasonCode, (about: About) => string> = {
  "counts-incidents": ({ format }) =>
    `The agreement counts incidents, and ${format === "plain" ? "every event of this file has a death, so that it may list no others" : "this source lists only events with a death"}. Deaths do not say how many incidents there were.`,
  "counts-no-deaths": () => "The agreement counts deaths, and this file gives none.",
  "not-covered": ({ covered }) =>
    `The file covers ${covered === null ? "no day" : periodInWords(covered)}, and not every day that is asked about. A day that is not covered is not a day without violence.`,
  "too-few-days": ({ window, baseline }) =>
    `The window has ${count(window.days, "day")}${baseline.days === null ? "" : ` and the baseline ${count(baseline.days, "day")}`}. Fewer than 7 do not hold every day of the week.`,
  "too-few-events": ({ baseline }) =>
    baseline.events === null
      ? "The agreed number is so small that fewer than 10 were to be expected in the window. Chance alone could bring as many or as few."
      : `Only ${count(baseline.events, "record")} ${baseline.events === 1 ? "touches" : "touch"} the baseline. With fewer than 10, chance alone could bring as many or as few.`,
  "nothing-to-compare": ({ measure }) =>
    `The baseline has no ${measure}, so that no reduction can be reckoned from it.`,
  "interval-holds-target": ({ question }) =>
    `Days differ so much that the interval holds what was asked for (${targetInWords(question.target ?? null)}).`,
  "interval-holds-no-change": () => "Days differ so much that the interval holds no change at all.",
  "intervals-disagree": () => "The two ways to reckon the interval lead to different words.",
  "season-disagrees": () => "In other years the same days changed too. With that taken out, the word would be another.",
};

function targetInWords(target: Target | null): string {
  if (target === null) return "";
  return target.kind === "reduction"
    ? `a reduction by at least ${percent(target.atLeast)}`
    : `fewer than ${perDayInWords(target.perDay)} a day`;
}

/** " (22 to 28 February 2020)": a figure without its days would be read as today's. Nothing for an agreed number. */
function daysOf({ periods }: { readonly periods: readonly Period[] }): string {
  return periods.length === 0 ? "" : ` (${periods.map(periodInWords).join("; ")})`;
}

/** The indication as one or two sentences, with the days that it is of. */
export function indicationSentence(answer: Omit<Assessment, "sentence" | "caveats">): string {
  const { indication, target, measure, window, baseline, reduction, interval, reasons, confidence } = answer;
  const perDay = measure === "deaths" ? window.deathsPerDay : window.eventsPerDay;
  const against = measure === "deaths" ? baseline.deathsPerDay : baseline.eventsPerDay;
  const what = measure === "deaths" ? "Deaths" : "Events";
  const head = `Indication: ${indication}${target === null ? "" : ` (${targetInWords(target)})`}.`;
  const here = `${window.daysNotCovered > 0 ? "no data" : perDayInWords(perDay)} in the window${daysOf(window)}`;
  const change =
    reduction === null
      ? ""
      : `, ${changeInWords(reduction)}${interval === null ? "" : ` (${Number((confidence * 100).toFixed(1))}% interval: ${rangeInWords(interval)})`}`;
  const isThereCovered = baseline.days === null || baseline.daysNotCovered === 0;
  const there =
    against === null || (reduction === null && isThereCovered)
      ? ""
      : `, ${isThereCovered ? perDayInWords(against) : "no data"} in the baseline${daysOf(baseline)}`;
  return [
    head,
    `${what} a day: ${here}${there}${change}.`,
    ...reasons.map(({ text }) => text),
    ...turnWords(answer),
  ].join(" ");
}

/** What is in no figure and could turn the word is said at once, and not only among what stands beside it. */
function turnWords({ couldTurn, indication }: Pick<Assessment, "couldTurn" | "indication">): string[] {
  if (couldTurn === null) return [];
  const { records, deaths, overlapping } = couldTurn;
  return [
    `Not in it are ${count(deaths, "death")} of ${records === 1 ? "a longer record that overlaps" : "longer records that overlap"} the ${overlapping}: with all of them within it, “${indication}” could not be told.`,
  ];
}
