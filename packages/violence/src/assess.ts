import type { Diagnostic } from "@parley/diagnostics";
import type { DailyFigures } from "./count.ts";
import { definitionSentences } from "./definition.ts";
import { caveatsOf } from "./internal/caveats.ts";
import { checkQuestion, type QuestionCode } from "./internal/check-question.ts";
import { blockBounds, type Compared, negativeBinomialBounds } from "./internal/compare-days.ts";
import { couldTurn } from "./internal/could-turn.ts";
import { type DaySeries, perDay, sumOver } from "./internal/day-series.ts";
import { type DaySpan, daysIn, overlap, periodOf, sameDaysIn, spanOf } from "./internal/day-span.ts";
import { judge, reductionOf } from "./internal/judge.ts";
import { periodFigures, unlocatedIn } from "./internal/period-figures.ts";
import { indicationSentence, reasonTold } from "./internal/reasons.ts";
import { seasonRatio } from "./internal/season.ts";
import {
  type Assessment,
  type BaselineFigures,
  type BootstrapUncertainty,
  defaultSeed,
  type IndicationWord,
  type Interval,
  type NegativeBinomialUncertainty,
  type Period,
  type PeriodFigures,
  type Question,
  type ReasonCode,
  type Season,
  type SetApartRecord,
  setApartListMax,
  type Target,
} from "./model.ts";
import { seriesOf } from "./rates.ts";

export type { QuestionCode } from "./internal/check-question.ts";

export type AssessOutcome =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly refusal: Diagnostic<QuestionCode> };

/** A shorter window or baseline tells nothing: it does not hold every day of the week. */
export const daysLeast = 7;
/** A baseline that fewer records touch tells nothing. */
export const eventsLeast = 10;

/**
 * Holds a window against a baseline. Takes figures from incidents or from a daily series; the same figures give the same answer. A question
 * that cannot be put is refused; one that cannot be answered is answered "cannot be told", with the reasons. The headline is the
 * block bootstrap, or the negative binomial where no death fell in the window. Cost: draws times blocks of days.
 */
export function assess(figures: DailyFigures, question: Question): AssessOutcome {
  const refusal = checkQuestion(figures, question);
  if (refusal !== null) return { ok: false, refusal };
  const { province = null, target = null, agreementCounts = "deaths", confidence = 0.95 } = question;
  const { coverage, definition, scale } = figures;
  const series = seriesOf(figures, province) ?? figures.whole;
  const asksIncidents = agreementCounts === "incidents";
  const measure = (asksIncidents && !coverage.fatalOnly) || !coverage.countsDeaths ? "events" : "deaths";
  const windowSpan = spanOf(question.window);
  const { spans, dayMissing } = baselineSpans(question);
  const covered = question.covered ?? coverage.days;
  const window = periodFigures(series, { spans: [windowSpan], scale, covered });
  const baseline = baselineFigures(series, { question, spans, scale, measure, covered });
  const isCovered = window.daysNotCovered === 0 && (baseline.days === null || baseline.daysNotCovered === 0);
  const against = measure === "deaths" ? baseline.deathsPerDay : baseline.eventsPerDay;
  const rate = measure === "deaths" ? window.deathsPerDay : window.eventsPerDay;
  const comparable = isCovered && against !== null && against > 0;

  const blocking = blockingReasons({ question, figures, window, baseline, isCovered, comparable, against });
  const bounds = blocking.some((code) => code !== "counts-incidents" && code !== "counts-no-deaths")
    ? { bootstrap: null, negativeBinomial: null }
    : uncertainties(series, { question, spans, windowSpan, scale, measure, comparable, against });
  const head = bounds.bootstrap ?? bounds.negativeBinomial;
  const season = seasonOf(series, {
    question,
    spans,
    measure,
    covered: upTo(covered, question.until),
    rate,
    against: comparable ? against : null,
  });
  const reasons: ReasonCode[] = [...blocking];
  let indication: IndicationWord = "cannot be told";
  if (blocking.length === 0 && head !== null) {
    indication = head.indication;
    if (indication === "cannot be told")
      reasons.push(target === null ? "interval-holds-no-change" : "interval-holds-target");
    else if (bounds.negativeBinomial !== null && bounds.negativeBinomial.indication !== indication)
      reasons.push("intervals-disagree");
    else if (season !== null && contradicts(season.reduction, indication, target)) reasons.push("season-disagrees");
    if (reasons.length > 0) indication = "cannot be told";
  }
  const setApart = setApartOf(figures, { windowSpan, spans, province });
  const answer = {
    definition: { ...definition, sentences: definitionSentences(definition) },
    province,
    agreementCounts,
    measure,
    window,
    baseline,
    reduction: comparable ? (exactReduction(series, { windowSpan, spans, measure }) ?? 1 - rate / against) : null,
    interval: head?.reduction ?? null,
    headline:
      bounds.bootstrap !== null ? "block-bootstrap" : bounds.negativeBinomial !== null ? "negative-binomial" : null,
    confidence,
    intervals: bounds,
    reportingRange: measure === "deaths" && comparable ? reportingRange(window, baseline) : null,
    season,
    target,
    indication,
    couldTurn: couldTurn({ indication, target, measure, window, baseline, setApart, head }),
    reasons: reasons.map((code) =>
      reasonTold(code, { question, measure, window, baseline, covered, format: coverage.format }),
    ),
    setApart: setApart.slice(0, setApartListMax),
    setApartAll: { records: setApart.length, deaths: setApart.reduce((sum, { best }) => sum + best, 0) },
    unlocated:
      figures.by !== "province" || window.daysNotCovered > 0
        ? null
        : {
            window: unlocatedIn(figures, [windowSpan]),
            baseline: spans.length === 0 || !isCovered ? null : unlocatedIn(figures, spans),
          },
  } as const satisfies Omit<Assessment, "sentence" | "caveats">;
  return {
    ok: true,
    assessment: {
      ...answer,
      sentence: indicationSentence(answer),
      caveats: caveatsOf(answer, { figures, spans: [windowSpan, ...spans], covered, dayMissing, setApart }),
    },
  };
}

function baselineSpans({ window, baseline }: Question): {
  readonly spans: readonly DaySpan[];
  readonly dayMissing: boolean;
} {
  if (baseline.kind === "agreed") return { spans: [], dayMissing: false };
  if (baseline.kind === "stated") return { spans: [spanOf(baseline)], dayMissing: false };
  const { from } = spanOf(window);
  if (baseline.kind === "preceding")
    return { spans: [{ from: from - baseline.days, to: from - 1 }], dayMissing: false };
  const own = Number(window.from.slice(0, 4));
  const found = baseline.years.toSorted((a, b) => a - b).map((year) => sameDaysIn(window, year - own));
  return {
    spans: found.flatMap((same) => (same === null ? [] : [same.span])),
    dayMissing: found.some((same) => same === null || same.dayMissing),
  };
}

interface Asked {
  readonly question: Question;
  readonly spans: readonly DaySpan[];
  readonly scale: number;
  readonly measure: "deaths" | "events";
}

function baselineFigures(
  series: DaySeries,
  { question, spans, scale, measure, covered }: Asked & { readonly covered: Period | null },
): BaselineFigures {
  const { baseline } = question;
  if (baseline.kind !== "agreed" && spans.length > 0)
    return { kind: baseline.kind, ...periodFigures(series, { spans, scale, covered }) };
  const perDayAgreed = baseline.kind === "agreed" ? baseline.perDay : null;
  return {
    kind: "agreed",
    periods: [],
    days: null,
    events: null,
    deaths: null,
    deathsPerDay: measure === "deaths" ? perDayAgreed : null,
    eventsPerDay: measure === "events" ? perDayAgreed : null,
  };
}

function blockingReasons(told: {
  readonly question: Question;
  readonly figures: DailyFigures;
  readonly window: PeriodFigures;
  readonly baseline: BaselineFigures;
  readonly isCovered: boolean;
  readonly comparable: boolean;
  readonly against: number | null;
}): ReasonCode[] {
  const { question, figures, window, baseline } = told;
  const { fatalOnly, countsDeaths } = figures.coverage;
  const asksIncidents = question.agreementCounts === "incidents";
  const reasons: ReasonCode[] = [];
  if (asksIncidents && fatalOnly) reasons.push("counts-incidents");
  if (!asksIncidents && !countsDeaths) reasons.push("counts-no-deaths");
  if (!told.isCovered) reasons.push("not-covered");
  if (window.days < daysLeast || (baseline.days !== null && baseline.days < daysLeast)) reasons.push("too-few-days");
  // To fall below a number asks nothing of the baseline.
  if (question.target?.kind === "below" || !told.isCovered) return reasons;
  const expected = baseline.kind === "agreed" ? (told.against ?? 0) * window.days : baseline.events;
  if (!told.comparable) reasons.push("nothing-to-compare");
  else if (expected < eventsLeast) reasons.push("too-few-events");
  return reasons;
}

function uncertainties(
  series: DaySeries,
  asked: Asked & { readonly windowSpan: DaySpan; readonly comparable: boolean; readonly against: number | null },
): { bootstrap: BootstrapUncertainty | null; negativeBinomial: NegativeBinomialUncertainty | null } {
  const { question, spans, windowSpan, scale, measure, comparable } = asked;
  const { confidence = 0.95, draws = 10_000, seed = defaultSeed, target = null } = question;
  const days = (span: DaySpan) => perDay(series, { figure: measure, ...span, scale });
  const compared: Compared = {
    window: [days(windowSpan)],
    baseline: comparable && spans.length > 0 ? spans.map(days) : null,
    agreedPerDay: comparable && asked.against !== null ? asked.against : 1,
    confidence,
    draws,
    seed,
  };
  const told = ({ ratio, perDay: rate }: { readonly ratio: Interval; readonly perDay: Interval }) => {
    const reduction = comparable ? reductionOf(ratio) : null;
    return { reduction, perDay: rate, indication: judge(target, reduction, rate) };
  };
  const blocks = blockBounds(compared);
  const counts = negativeBinomialBounds(compared);
  return {
    bootstrap: blocks && {
      ...told(blocks),
      draws,
      seed,
      blockDaysWindow: blocks.blocks[0],
      blockDaysBaseline: blocks.blocks[1],
    },
    negativeBinomial: counts && { ...told(counts), dispersion: counts.dispersion },
  };
}

/** From sums that are exact, so that the same days give the same figure however they were read. */
function exactReduction(
  series: DaySeries,
  {
    windowSpan,
    spans,
    measure,
  }: { readonly windowSpan: DaySpan; readonly spans: readonly DaySpan[]; readonly measure: "deaths" | "events" },
): number | null {
  if (spans.length === 0) return null;
  const sum = (of: readonly DaySpan[]) => of.reduce((all, { from, to }) => all + sumOver(series, from, to)[measure], 0);
  return 1 - (sum([windowSpan]) * daysIn(spans)) / (sum(spans) * daysIn([windowSpan]));
}

function reportingRange(window: PeriodFigures, baseline: BaselineFigures): Interval | null {
  const low = window.deathsLow / window.days;
  const high = window.deathsHigh / window.days;
  if (baseline.kind === "agreed")
    return baseline.deathsPerDay === null ? null : [1 - high / baseline.deathsPerDay, 1 - low / baseline.deathsPerDay];
  if (baseline.deathsLow === 0) return null;
  return [1 - (high * baseline.days) / baseline.deathsLow, 1 - (low * baseline.days) / baseline.deathsHigh];
}

function seasonOf(
  series: DaySeries,
  told: Omit<Asked, "scale"> & {
    readonly covered: Period | null;
    readonly rate: number;
    readonly against: number | null;
  },
): Season | null {
  const { question, spans, measure, covered, rate, against } = told;
  const { baseline, window, confidence = 0.95, target = null } = question;
  const span = spans[0];
  // Other same days are of the season already, and a number to fall below is one in every season.
  const asksSeason = (baseline.kind === "preceding" || baseline.kind === "stated") && target?.kind !== "below";
  if (!asksSeason || covered === null || against === null || span === undefined || rate === 0) return null;
  const asked = { window, baseline: periodOf(span), covered: spanOf(covered), figure: measure, confidence };
  const found = seasonRatio(series, asked);
  if (found === null) return null;
  const ratio = rate / against;
  const interval: Interval = [1 - ratio / found.within[0], 1 - ratio / found.within[1]];
  return {
    years: found.years,
    ratio: found.ratio,
    reduction: 1 - ratio / found.ratio,
    interval,
    indication: judge(target, interval, [0, 0]),
  };
}

function upTo(covered: Period | null, until: Period["to"] | undefined): Period | null {
  if (covered === null || until === undefined || covered.to <= until) return covered;
  return covered.from > until ? null : { from: covered.from, to: until };
}

/** Whether what is left when the season is taken out would be told by the other word. */
function contradicts(reduction: number, indication: IndicationWord, target: Target | null): boolean {
  const reached = target?.kind === "reduction" ? reduction >= target.atLeast : reduction > 0;
  return reached !== (indication === "met" || indication === "fell");
}

function setApartOf(
  figures: DailyFigures,
  {
    windowSpan,
    spans,
    province,
  }: { readonly windowSpan: DaySpan; readonly spans: readonly DaySpan[]; readonly province: string | null },
): readonly SetApartRecord[] {
  const inPlace = figures.setApart.filter(
    (record) => province === null || record.province === null || record.province === province,
  );
  const told = inPlace.map((record) => ({
    ...record,
    overlapsWindow: overlap(spanOf(record), windowSpan),
    overlapsBaseline: spans.some((span) => overlap(spanOf(record), span)),
  }));
  const rank = (record: SetApartRecord) => (record.overlapsWindow ? 0 : record.overlapsBaseline ? 1 : 2);
  return told.toSorted((a, b) => rank(a) - rank(b) || b.best - a.best || a.line - b.line);
}
