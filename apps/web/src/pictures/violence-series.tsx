import type { CeasefireAnswer, ViolenceAnswer } from "@parley/process";
import { perDay, periodsInWords } from "../ceasefire/in-words.ts";
import { count, dayInWords } from "../words.tsx";
import {
  AsOfDay,
  Axis,
  AxisWords,
  floor,
  type Ground,
  height,
  labelsHeight,
  plotHeight,
  round,
} from "./series-ground.tsx";
import { Means, meanInWords, meanOf, Names, NoRecord, Shades } from "./series-marks.tsx";
import { bandOf, daysFrom, figureOf, type Measure, measureOf, type SeriesRate, stepFor } from "./series-parts.ts";
import { timeScale } from "./time-scale.ts";

/**
 * Deaths a day over time, with the window and its baseline shaded and named, the mean of each as a line, and what the
 * interval comes to a day as a band. Nothing is scaled but the line itself, so that words stay readable at every width.
 */
export function ViolenceSeries({
  rates,
  gaps,
  violence,
  asOf,
}: {
  readonly rates: readonly SeriesRate[];
  readonly gaps: CeasefireAnswer["gaps"];
  readonly violence: ViolenceAnswer | null;
  readonly asOf: string;
}) {
  const [first, last] = [rates[0], rates.at(-1)];
  if (first === undefined || last === undefined) return <p className="quiet">There is no figure by this day.</p>;
  const measure = violence === null ? "deaths" : measureOf(violence, violence.data);
  const scale = timeScale([first.from, last.to]);
  const span = daysFrom(first.from, last.to);
  const figures = rates.map((rate) => figureOf(rate, measure));
  const band = violence === null ? null : bandOf(violence, measure);
  const marks =
    violence === null ? [] : [meanOf(violence.window, measure) ?? 0, meanOf(violence.baseline, measure) ?? 0];
  const highest = Math.max(1, ...figures, ...marks, ...(band ?? []), violence?.targetPerDay ?? 0);
  const step = stepFor(highest);
  const most = Math.max(highest * 1.04, step);
  const ground: Ground = {
    scale,
    dayWidth: span === 0 ? 1 : (scale.at(last.to) - scale.at(first.from)) / span,
    yOf: (figure) => Math.round((floor - (figure / most) * plotHeight) * 10) / 10,
    most,
    measure,
  };
  const inView = gaps.filter(({ from, to }) => to >= first.from && from <= last.to);
  const widest = inView.reduce<CeasefireAnswer["gaps"][number] | null>(
    (most, gap) => (most === null || gap.days > most.days ? gap : most),
    null,
  );
  const unit = measure === "deaths" ? "deaths a day" : "events a day";
  return (
    <figure className="series" dir="ltr">
      <svg width="100%" height={height} role="img" aria-label={said({ rates, violence, measure, band })}>
        <defs>
          <pattern id="no-record" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className="no-record-line" x1="0" y1="0" x2="0" y2="7" />
          </pattern>
        </defs>
        {violence === null ? null : <Shades violence={violence} ground={ground} />}
        <Axis ground={ground} step={step} />
        {inView.map((gap) => (
          <NoRecord key={gap.from} gap={gap} ground={ground} isNamed={gap === widest} />
        ))}
        <Line rates={rates} ground={ground} />
        <AxisWords ground={ground} step={step} unit={unit} />
        {violence === null ? null : <Means violence={violence} ground={ground} band={band} />}
        {violence === null ? null : <Names violence={violence} ground={ground} band={band} unit={unit} />}
        {asOf < first.from || asOf > last.to ? null : <AsOfDay day={asOf} ground={ground} />}
      </svg>
      <figcaption>
        From {dayInWords(first.from)} to {dayInWords(last.to)}.
        {endWords({ shown: last.to, figures: violence?.data.days?.to ?? last.to, asOf })}
        {inView.length === 0
          ? ""
          : ` Hatched: no record, ${count(inView.length, "stretch", "stretches")} of two days or more. That is no data, and not a day without violence.`}
      </figcaption>
    </figure>
  );
}

/** Why the picture ends where it does: figures go on past what is shown, or end before the as-of day. */
function endWords({
  shown,
  figures,
  asOf,
}: {
  readonly shown: string;
  readonly figures: string;
  readonly asOf: string;
}): string {
  const last = figures < asOf ? figures : asOf;
  if (last > shown) return ` The figures go on to ${dayInWords(last)}; by week, all of them are shown.`;
  return asOf > shown ? ` The figures end there; the as-of day, ${dayInWords(asOf)}, is later.` : "";
}

/** The figures as steps, a step a day or a week; the area under them is filled. */
function Line({ rates, ground }: { readonly rates: readonly SeriesRate[]; readonly ground: Ground }) {
  const { scale, dayWidth, measure, most } = ground;
  const top = (rate: SeriesRate) => round(plotHeight - (figureOf(rate, measure) / most) * plotHeight);
  const steps = rates.map((rate) => `V${top(rate)}H${round(scale.at(rate.to) + dayWidth)}`).join("");
  const path = `M${round(scale.at(rates[0]?.from ?? ""))} ${plotHeight}${steps}`;
  return (
    <svg
      x="0"
      y={labelsHeight}
      width="100%"
      height={plotHeight}
      viewBox={`0 0 100 ${plotHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path className="series-area" d={`${path}V${plotHeight}z`} />
      <path className="series-line" d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function said(props: {
  readonly rates: readonly SeriesRate[];
  readonly violence: ViolenceAnswer | null;
  readonly measure: Measure;
  readonly band: readonly [number, number] | null;
}): string {
  const { rates, violence, measure, band } = props;
  const highest = rates.reduce((most, rate) => (figureOf(rate, measure) > figureOf(most, measure) ? rate : most));
  const shape = `${measure === "deaths" ? "Deaths" : "Events"} a day from ${dayInWords(rates[0]?.from ?? "")} to ${dayInWords(rates.at(-1)?.to ?? "")}; the highest ${perDay(figureOf(highest, measure))}, on ${dayInWords(highest.from)}.`;
  if (violence === null) return `${shape} The table below has the same figures.`;
  const means = ` The window, ${periodsInWords(violence.window.periods)}: ${meanInWords(violence.window, { measure, unit: "a day" })}. The baseline: ${meanInWords(violence.baseline, { measure, unit: "a day" })}.`;
  const interval = band === null ? "" : ` The interval comes to ${perDay(band[0])} to ${perDay(band[1])} a day.`;
  return `${shape}${means}${interval} The table below has the same figures.`;
}
