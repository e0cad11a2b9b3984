import type { CeasefireAnswer, ViolenceAnswer } from "@parley/process";
import { perDay, periodShort } from "../ceasefire/in-words.ts";
import { count } from "../words.tsx";
import { floor, type Ground, labelsHeight, plotHeight, round, spanOf } from "./series-ground.tsx";
import type { Measure } from "./series-parts.ts";

/** The widest stretch without a record has its words in it, unless it is narrower than this, in percent. */
const wordsPercentMin = 6;

type Figures = ViolenceAnswer["window"] | ViolenceAnswer["baseline"];

/** Null where nothing is known of the stretch. */
export function meanOf(figures: Figures, measure: Measure): number | null {
  return measure === "deaths" ? figures.deathsPerDay : figures.eventsPerDay;
}

export function meanInWords(
  figures: Figures,
  { measure, unit }: { readonly measure: Measure; readonly unit: string },
): string {
  const mean = meanOf(figures, measure);
  return mean === null ? "no data" : `${perDay(mean)} ${unit}`;
}

export function Shades({ violence, ground }: { readonly violence: ViolenceAnswer; readonly ground: Ground }) {
  const shade = (kind: "window" | "baseline", period: { readonly from: string; readonly to: string }) => {
    const span = spanOf(period, ground);
    return span === null ? null : (
      <rect
        key={`${kind}:${period.from}`}
        className={`shade-${kind}`}
        x={`${span.start}%`}
        width={`${span.width}%`}
        y={labelsHeight - 6}
        height={plotHeight + 6}
      />
    );
  };
  return (
    <>
      {violence.baseline.periods.map((period) => shade("baseline", period))}
      {violence.window.periods.map((period) => shade("window", period))}
    </>
  );
}

export function NoRecord(props: {
  readonly gap: CeasefireAnswer["gaps"][number];
  readonly ground: Ground;
  readonly isNamed: boolean;
}) {
  const { gap, ground, isNamed } = props;
  const span = spanOf(gap, ground);
  if (span === null) return null;
  return (
    <g>
      <rect className="no-record" x={`${span.start}%`} width={`${span.width}%`} y={labelsHeight} height={plotHeight} />
      {!isNamed || span.width < wordsPercentMin ? null : (
        <text className="mark-words" x={`${round(span.start + span.width / 2)}%`} y={floor - 8} textAnchor="middle">
          no record
        </text>
      )}
    </g>
  );
}

/** The two means and the band. The baseline's mean goes on, dotted, to where the window ends, to be held against it. */
export function Means(props: {
  readonly violence: ViolenceAnswer;
  readonly ground: Ground;
  readonly band: readonly [number, number] | null;
}) {
  const { violence, ground, band } = props;
  const windows = violence.window.periods.flatMap((period) => spanOf(period, ground) ?? []);
  const baselines = violence.baseline.periods.flatMap((period) => spanOf(period, ground) ?? []);
  const windowMean = meanOf(violence.window, ground.measure);
  const baselineMean = meanOf(violence.baseline, ground.measure);
  const ends = [...windows, ...baselines];
  const from = violence.baseline.kind === "agreed" ? 0 : Math.min(...ends.map(({ start }) => start));
  const to = violence.baseline.kind === "agreed" ? 100 : Math.max(...ends.map(({ end }) => end));
  const target = violence.targetPerDay;
  return (
    <>
      {band === null
        ? null
        : windows.map(({ start, width }) => (
            <rect
              key={start}
              className="band"
              x={`${start}%`}
              width={`${width}%`}
              y={ground.yOf(band[1])}
              height={Math.max(ground.yOf(band[0]) - ground.yOf(band[1]), 1)}
            />
          ))}
      <Level className="mean-on" spans={[{ start: from, end: to }]} figure={baselineMean} ground={ground} />
      <Level className="mean-baseline" spans={baselines} figure={baselineMean} ground={ground} />
      <Level className="mean-window" spans={windows} figure={windowMean} ground={ground} />
      <Level className="target-line" spans={windows} figure={target} ground={ground} />
    </>
  );
}

/** A figure as a level line over stretches; nothing where there is none. */
function Level(props: {
  readonly className: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly figure: number | null;
  readonly ground: Ground;
}) {
  const { className, spans, figure, ground } = props;
  if (figure === null) return null;
  const y = ground.yOf(figure);
  return spans.map(({ start, end }) => (
    <line key={start} className={className} x1={`${start}%`} x2={`${end}%`} y1={y} y2={y} />
  ));
}

/** What each shade is, above it: the two never share a line, so that their words cannot run into each other. */
export function Names(props: {
  readonly violence: ViolenceAnswer;
  readonly ground: Ground;
  readonly band: readonly [number, number] | null;
  readonly unit: string;
}) {
  const { violence, ground, band, unit } = props;
  const { window, baseline, targetPerDay } = violence;
  const of = (figures: Figures) => meanInWords(figures, { measure: ground.measure, unit });
  const baselineLines =
    baseline.kind === "agreed"
      ? ["Agreed baseline", of(baseline)]
      : [`Baseline, ${periodsShort(baseline.periods)}`, of(baseline)];
  const interval =
    band === null
      ? []
      : [`${Math.round(violence.confidence * 100)}% interval ${perDay(band[0])} to ${perDay(band[1])}`];
  const target = targetPerDay === null ? [] : [`asked for: at most ${perDay(targetPerDay)}`];
  return (
    <>
      <Name lines={baselineLines} top={12} period={baseline.periods[0] ?? null} ground={ground} kind="baseline" />
      <Name
        lines={[`Window, ${periodsShort(window.periods)}`, of(window), ...interval, ...target]}
        top={44}
        period={window.periods[0] ?? null}
        ground={ground}
        kind="window"
      />
    </>
  );
}

/** One stretch in short, or how many there are. */
function periodsShort(periods: ViolenceAnswer["window"]["periods"]): string {
  const [only] = periods;
  return only !== undefined && periods.length === 1 ? periodShort(only) : count(periods.length, "stretch", "stretches");
}

function Name(props: {
  readonly lines: readonly string[];
  readonly top: number;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly ground: Ground;
  readonly kind: "window" | "baseline";
}) {
  const { lines, top, period, ground, kind } = props;
  const span = period === null ? { start: 0, end: 0 } : (spanOf(period, ground) ?? { start: 0, end: 0 });
  const isLeft = span.start < 50;
  const x = isLeft ? span.start : span.end;
  return (
    <g>
      <line className={`name-line name-${kind}`} x1={`${x}%`} x2={`${x}%`} y1={top - 10} y2={labelsHeight} />
      {lines.map((line, at) => (
        <text
          key={line}
          className={at === 0 ? "name-words name-first" : "name-words"}
          x={`${x}%`}
          dx={isLeft ? 6 : -6}
          y={top + at * 15}
          textAnchor={isLeft ? "start" : "end"}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
