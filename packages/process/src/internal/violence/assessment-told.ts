import { longDate } from "@parley/calendar";
import type { Assessment, PeriodFigures, Target } from "@parley/violence";
import type { AssessmentAnswer } from "../../answers/violence.ts";
import type { RecordEntry } from "../../events.ts";
import type { State } from "../../fold.ts";
import type { ViolenceFile } from "../folder/violence-format.ts";
import { listed, partyName, sentence, sourceOf } from "../join/view.ts";
import { mayAdopt } from "../keeping/bodies.ts";

export type NamedWindow = ViolenceFile["windows"][number];

/** An indication as it is answered: with what bodies decided on it, and what must be said beside it. */
export function tellAssessment(
  assessment: Assessment,
  told: {
    readonly named: NamedWindow | null;
    /** Null for a lone file: nobody decided on it, and nothing is known of its source. */
    readonly within: { readonly state: State; readonly source: string } | null;
    /** What the agreement counts, as it was asked; null when nobody said. */
    readonly counts: "deaths" | "incidents" | null;
  },
): AssessmentAnswer {
  const { named, within, counts } = told;
  const { definition, intervals, season, baseline } = assessment;
  // A record that begins after the as-of day is no part of what could be known.
  const known = assessment.setApart.filter(({ from }) => within === null || from <= within.state.asOf);
  const names = (ids: readonly string[]) => ids.map((id) => (within === null ? id : partyName(within.state, id)));
  return {
    id: named?.id ?? null,
    name: named?.name ?? null,
    province: assessment.province,
    definition: {
      ...definition,
      types: definition.types === null ? null : [...definition.types],
      countries: definition.countries === null ? null : [...definition.countries],
      sentences: [...definition.sentences],
    },
    agreementCounts: counts,
    window: figuresTold(assessment.window),
    baseline:
      baseline.kind === "agreed" ? { ...baseline, periods: [] } : { kind: baseline.kind, ...figuresTold(baseline) },
    reduction: assessment.reduction,
    interval: pair(assessment.interval),
    headline: assessment.headline,
    confidence: assessment.confidence,
    intervals: {
      bootstrap:
        intervals.bootstrap === null
          ? null
          : {
              reduction: pair(intervals.bootstrap.reduction),
              draws: intervals.bootstrap.draws,
              seed: intervals.bootstrap.seed,
            },
      negativeBinomial:
        intervals.negativeBinomial === null
          ? null
          : {
              reduction: pair(intervals.negativeBinomial.reduction),
              dispersion: intervals.negativeBinomial.dispersion,
            },
    },
    season:
      season === null
        ? null
        : {
            years: [...season.years],
            ratio: season.ratio,
            reduction: season.reduction,
            interval: pair(season.interval),
          },
    target: assessment.target === null ? null : targetWords(assessment.target),
    targetPerDay: counts === "incidents" ? null : targetPerDay(assessment),
    indication: assessment.indication,
    couldTurn: assessment.couldTurn === null ? null : { ...assessment.couldTurn },
    sentence: assessment.sentence,
    reasons: assessment.reasons.map((each) => ({ ...each })),
    setApart: known.map(({ id, line, from, to, days, type, place, province, best, ...overlaps }) => ({
      id,
      line,
      from,
      to,
      days,
      type,
      place,
      province,
      deaths: best,
      overlapsWindow: overlaps.overlapsWindow,
      overlapsBaseline: overlaps.overlapsBaseline,
    })),
    setApartAll:
      known.length === assessment.setApart.length
        ? { ...assessment.setApartAll }
        : { records: known.length, deaths: known.reduce((sum, { best }) => sum + best, 0) },
    unlocated: assessment.unlocated === null ? null : { ...assessment.unlocated },
    caveats: [
      ...assessment.caveats.map((each) => ({ ...each })),
      ...ownCaveats(told),
      ...(within === null || named === null ? [] : saidByOthers(within.state, named.id)),
    ],
    findings: within === null || named === null ? [] : findingsOn(within.state, named.id).map(tellFinding),
    body: named === null || named.body.length === 0 ? null : names(named.body),
  };

  function tellFinding(entry: RecordEntry): AssessmentAnswer["findings"][number] {
    const { id, on, by, outcome, says } = entry;
    return { id, on, by: names(by), outcome: outcome ?? "confirmed", says };
  }
}

/** Findings of the record that decide on a window: only they turn an indication into something that counts. */
function findingsOn(state: State, window: string): RecordEntry[] {
  return state.record.filter((entry) => entry.window === window && mayAdopt(state, entry));
}

/** What others say of a window as if it were theirs to find. */
function saidByOthers(state: State, window: string): AssessmentAnswer["caveats"] {
  return state.record
    .filter((entry) => entry.window === window && !mayAdopt(state, entry))
    .map(({ by, on, says }) => ({
      code: "found-by-another-body",
      text: `${listed(by.map((id) => partyName(state, id)))} said on ${longDate(on)}: “${says}” That is no finding: it is not theirs to find.`,
    }));
}

/** What the engine cannot know: what the agreement counts, and when the figures were published. */
function ownCaveats({ within, counts }: Parameters<typeof tellAssessment>[1]): AssessmentAnswer["caveats"] {
  const caveats: AssessmentAnswer["caveats"] = [];
  if (counts === null)
    caveats.push({
      code: "counts-not-stated",
      text: "What the agreement counts is not stated, so deaths are compared and no more is said.",
    });
  if (within === null) return caveats;
  const source = sourceOf(within.state, within.source);
  const published = source?.published ?? null;
  if (published !== null && published > within.state.asOf)
    caveats.push({
      code: "published-later",
      text: `These figures were published on ${longDate(published as typeof within.state.asOf)}: nobody had them on ${longDate(within.state.asOf)}.`,
    });
  if (published === null)
    caveats.push({
      code: "published-not-known",
      text: `The day on which these figures were published is not recorded: nobody may have had them on ${longDate(within.state.asOf)}.${source?.note == null ? "" : ` ${sentence(source.note)}`}`,
    });
  return caveats;
}

/** A stretch with days that nothing is known of has no figures: a nought would be read as quiet. */
function figuresTold({ periods, days, daysNotCovered, ...sums }: PeriodFigures): AssessmentAnswer["window"] {
  const stretch = { periods: [...periods], days, daysNotCovered };
  if (daysNotCovered === 0) return { ...stretch, ...sums };
  const none = Object.fromEntries(Object.keys(sums).map((figure) => [figure, null]));
  return { ...stretch, ...(none as Record<keyof typeof sums, null>) };
}

function targetWords(target: Target): string {
  return target.kind === "reduction"
    ? `a fall by at least ${Math.round(target.atLeast * 1000) / 10}%`
    : `fewer than ${target.perDay} a day`;
}

/** A reduction is asked for against the baseline, so it comes to a number only where the baseline has one. */
function targetPerDay({ target, baseline }: Assessment): number | null {
  if (target === null) return null;
  if (target.kind === "below") return target.perDay;
  return baseline.deathsPerDay === null ? null : (1 - target.atLeast) * baseline.deathsPerDay;
}

function pair(interval: readonly [number, number] | null): [number, number] | null {
  return interval === null ? null : [interval[0], interval[1]];
}
