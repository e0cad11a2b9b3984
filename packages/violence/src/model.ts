import type { CivilDate } from "@parley/calendar";

/** Whose file it is, recognised from its header: UCDP GED, an ACLED export, our plain incident CSV. */
export type SourceFormat = "ucdp-ged" | "acled" | "plain";

/** What is counted. Two answers can be compared only under one definition, so every answer carries its own. */
export interface Definition {
  /** UCDP: "state-based", "non-state", "one-sided". Other sources: their own words. Null counts every type. */
  readonly types: readonly string[] | null;
  /** The longest record that is counted, first and last day counted: 1 to 22. Longer ones are always set apart. */
  readonly daysMax: number;
  /** A record of several days is spread evenly over them, or set apart. It is never put on its first day. */
  readonly multiDay: "spread" | "set-apart";
  /** Which of the source's three figures is counted. ACLED and plain files give one figure, which is all three. */
  readonly deaths: "best" | "low" | "high";
  /** A record whose low, best and high are out of order: counted by its best figure alone, or kept apart. */
  readonly outOfOrder: "use-best" | "keep-apart";
  /** Countries as the file names them. Null counts every country. */
  readonly countries: readonly string[] | null;
}

/** Days from the first to the last, both counted. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** One record, as it was read. */
export interface Incident {
  /** As the file gives it; null when the file has no ids. */
  readonly id: string | null;
  /** The line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** First and last day counted; 0 or less when the dates are reversed. */
  readonly days: number;
  readonly type: string;
  /** The sides or actors as the file lists them. Their order says nothing of who attacked. */
  readonly actors: readonly string[];
  readonly country: string | null;
  readonly place: string | null;
  /** Null when the record is unlocated. */
  readonly province: string | null;
  readonly best: number;
  readonly low: number;
  readonly high: number;
  /** Low, best and high do not rise in this order: the range cannot be believed. See {@link Definition.outOfOrder}. */
  readonly outOfOrder: boolean;
  /** The province was found by nearness: the point lies in none, and this one is within the map's `nearKm`. */
  readonly near: boolean;
  /** Why it is kept apart from every figure; null when it may be counted. */
  readonly apart: ApartCode | null;
}

/** Why a record was read and yet is in no figure. */
export type ApartCode = "deleted-id" | "duplicate" | "dates-reversed" | "impossible-place" | "outside-country";

/** A record that the definition does not count by day, because it is too long. */
export interface SetApartRecord extends Incident {
  readonly overlapsWindow: boolean;
  readonly overlapsBaseline: boolean;
}

/** What is known of a file besides its records: carried with derived figures, so that no answer loses it. */
export interface Coverage {
  readonly format: SourceFormat;
  /** The first and the last day that any record of the file touches; null when no record was read. */
  readonly days: Period | null;
  /** Whether the source lists only events with a death; such a source cannot count incidents. */
  readonly fatalOnly: boolean;
  /** Whether the file gives deaths at all. */
  readonly countsDeaths: boolean;
  readonly rows: number;
  readonly unreadable: number;
  /** Records read and kept apart, by why; deaths by the source's best figure. */
  readonly apart: readonly { readonly code: ApartCode; readonly records: number; readonly deaths: number }[];
  /** Records whose low, best and high are out of order, kept apart or not. */
  readonly outOfOrder: { readonly records: number; readonly deaths: number };
  /** Records put into a province by nearness. */
  readonly near: number;
  /** Reporting lag; null where the file has no source dates. */
  readonly lag: Lag | null;
}

/** Days from the last day of an event to its earliest dated source. Negative: reported while it went on. */
export interface Lag {
  readonly records: number;
  readonly medianDays: number;
  /** Nine in ten records were reported within so many days. */
  readonly ninetiethDays: number;
  readonly maxDays: number;
}

/** What the figures are split by. `actors` is the pair; `actor` counts a record once for each of its actors. */
export type SplitBy = "whole" | "province" | "actors" | "actor" | "type";

/** The name of the row that holds records with no province. */
export const unlocatedName = "(unlocated)";

/** Figures of one group on one stretch of days. Deaths and events of spread records count by their share of days. */
export interface Rate extends Period {
  readonly days: number;
  /** Records that touch the stretch: whole numbers, which do not add up over stretches. */
  readonly events: number;
  /** Events by share of days: these add up over stretches. */
  readonly eventsSpread: number;
  /** By the definition's figure, spread. */
  readonly deaths: number;
  readonly deathsLow: number;
  readonly deathsHigh: number;
}

/** Against what the window is held. */
export type Baseline =
  /** The n days just before the window. */
  | { readonly kind: "preceding"; readonly days: number }
  /** Days that are stated; they may lie after the window, but may not overlap it. */
  | ({ readonly kind: "stated" } & Period)
  /** The same days of the calendar in other years; 29 February counts where it exists. */
  | { readonly kind: "same-days"; readonly years: readonly number[] }
  /** A number that was agreed, per day, in what the agreement counts. It has no interval. */
  | { readonly kind: "agreed"; readonly perDay: number };

/** What an agreement asks for. */
export type Target =
  /** At least so large a reduction: 0.8 is 80%. Above 0, at most 1. */
  | { readonly kind: "reduction"; readonly atLeast: number }
  /** Fewer than so many a day. */
  | { readonly kind: "below"; readonly perDay: number };

/** What the agreement counts. Incidents cannot be counted in a source that lists only events with a death. */
export type AgreementCounts = "deaths" | "incidents";

export interface Question {
  readonly window: Period;
  readonly baseline: Baseline;
  /** Default null: no target; the indication then says what fell or rose. */
  readonly target?: Target | null;
  /** Default "deaths". */
  readonly agreementCounts?: AgreementCounts;
  /** One province (or {@link unlocatedName}); default null, all. */
  readonly province?: string | null;
  /** The days that the source is known to cover, where its records do not show it. Default: {@link Coverage.days}. */
  readonly covered?: Period;
  /** The day of asking: of other years no later day is looked at for the season. Default: none. */
  readonly until?: CivilDate;
  /** Share of intervals that are to hold the true figure; default 0.95. Between 0.5 and 0.999. */
  readonly confidence?: number;
  /** Draws of the bootstrap; default 10,000. From 200 to 1,000,000. */
  readonly draws?: number;
  /** Seed of the bootstrap's generator; default {@link defaultSeed}. A whole number from 0 to 2^32 - 1. */
  readonly seed?: number;
}

/** The seed used when none is given: the day of the Doha agreement. */
export const defaultSeed = 20_200_229;

export type IndicationWord = "met" | "not met" | "cannot be told" | "fell" | "rose";

/** Why nothing can be told. */
export type ReasonCode =
  | "counts-incidents"
  | "counts-no-deaths"
  | "not-covered"
  | "too-few-days"
  | "too-few-events"
  | "nothing-to-compare"
  | "interval-holds-target"
  | "interval-holds-no-change"
  | "intervals-disagree"
  | "season-disagrees";

/** What a figure cannot see, or what stands beside it. */
export type CaveatCode =
  | "indication-only"
  | "fatal-only"
  | "set-apart-overlaps"
  | "unlocated"
  | "reporting-gap"
  | "unreadable-rows"
  | "kept-apart"
  | "out-of-order"
  | "reporting-lag"
  | "reporting-range"
  | "placed-by-nearness"
  | "season-not-known"
  | "derived-series"
  | "day-not-in-year";

export interface Told<Code extends string> {
  readonly code: Code;
  /** One or two sentences for print. */
  readonly text: string;
}

/** The window, or the baseline, in figures. `deathsPerDay` and `events` as in {@link Rate}. */
export interface PeriodFigures {
  /** One period, or one for each year. Empty for an agreed number. */
  readonly periods: readonly Period[];
  readonly days: number;
  readonly events: number;
  readonly eventsSpread: number;
  readonly deaths: number;
  readonly deathsLow: number;
  readonly deathsHigh: number;
  readonly deathsPerDay: number;
  readonly eventsPerDay: number;
  /** Days of the period that no counted record touches. */
  readonly daysWithoutRecord: number;
  /** Days of the period that the file is not known to cover. With any of them the figures are of the others, and tell nothing of the period. */
  readonly daysNotCovered: number;
}

/** The baseline: an agreed number has no days, events or deaths, and then these are null. */
export type BaselineFigures =
  | ({ readonly kind: "preceding" | "stated" | "same-days" } & PeriodFigures)
  | {
      readonly kind: "agreed";
      readonly periods: readonly Period[];
      readonly days: null;
      readonly events: null;
      readonly deaths: null;
      readonly deathsPerDay: number | null;
      readonly eventsPerDay: number | null;
    };

/** Lowest and highest. */
export type Interval = readonly [number, number];

/** One way to say how sure a figure is. */
export interface Uncertainty {
  /** Of the reduction; null where there is nothing to compare. */
  readonly reduction: Interval | null;
  /** Of the window's figure per day. */
  readonly perDay: Interval;
  readonly indication: IndicationWord;
}

export interface BootstrapUncertainty extends Uncertainty {
  readonly draws: number;
  readonly seed: number;
  readonly blockDaysWindow: number;
  readonly blockDaysBaseline: number | null;
}

export interface NegativeBinomialUncertainty extends Uncertainty {
  /** The variance of a day is mean + dispersion * mean squared; 0 is Poisson. */
  readonly dispersion: number;
}

/** The change that the season alone would bring, learned from other years. */
export interface Season {
  readonly years: readonly number[];
  /** The window's days over the baseline's days in other years, as a ratio: the geometric mean over years. */
  readonly ratio: number;
  /** The reduction beyond what the season brings. */
  readonly reduction: number;
  readonly interval: Interval;
  readonly indication: IndicationWord;
}

/** An answer. It is an indication; only the agreed body makes a finding. */
export interface Assessment {
  readonly definition: Definition & { readonly sentences: readonly string[] };
  readonly province: string | null;
  readonly agreementCounts: AgreementCounts;
  /** What `reduction` and the intervals are of: what the agreement counts where the source has it, else what it has. */
  readonly measure: "deaths" | "events";
  readonly window: PeriodFigures;
  readonly baseline: BaselineFigures;
  /** 1 - window / baseline, per day, of `measure`: 0.8 is a fall by 80%, below 0 a rise. Null where it cannot be formed. */
  readonly reduction: number | null;
  /** The headline interval of the reduction. */
  readonly interval: Interval | null;
  readonly headline: "block-bootstrap" | "negative-binomial" | null;
  readonly confidence: number;
  readonly intervals: {
    readonly bootstrap: BootstrapUncertainty | null;
    readonly negativeBinomial: NegativeBinomialUncertainty | null;
  };
  /**
   * The reduction from the window's high over the baseline's low to its low over its high: what the source itself leaves
   * open. It is of another sort than `interval`, which says how far days differ.
   */
  readonly reportingRange: Interval | null;
  readonly season: Season | null;
  readonly target: Target | null;
  readonly indication: IndicationWord;
  /** The indication as a sentence, always called one. */
  readonly sentence: string;
  /** What could make the word another though it is in no figure; null where nothing could. */
  readonly couldTurn: CouldTurn | null;
  /** Why it cannot be told; empty when it is told. */
  readonly reasons: readonly Told<ReasonCode>[];
  /** Longer records of the counted types, those that overlap first, then by deaths. At most {@link setApartListMax}. */
  readonly setApart: readonly SetApartRecord[];
  readonly setApartAll: { readonly records: number; readonly deaths: number };
  /** Counted records without a province; null where the figures are not split by province. */
  readonly unlocated: { readonly window: Unlocated; readonly baseline: Unlocated | null } | null;
  readonly caveats: readonly Told<CaveatCode>[];
}

/**
 * Longer records of the counted types. All their deaths on days of this stretch would make the word another, be it by the figure or by
 * its interval, moved in proportion.
 */
export interface CouldTurn {
  readonly overlapping: "window" | "baseline";
  readonly records: number;
  readonly deaths: number;
}

export interface Unlocated {
  readonly events: number;
  readonly deaths: number;
}

/** How many records set apart one answer lists; all are counted. */
export const setApartListMax = 1000;
