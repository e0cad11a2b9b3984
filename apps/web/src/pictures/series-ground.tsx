import { dayInWords } from "../words.tsx";
import type { Measure } from "./series-parts.ts";
import type { TimeScale } from "./time-scale.ts";

export const labelsHeight = 106;
export const plotHeight = 250;
const axisHeight = 40;
export const height = labelsHeight + plotHeight + axisHeight;
export const floor = labelsHeight + plotHeight;

/** What the picture is drawn on: how far along a day stands, and how high a figure. */
export interface Ground {
  readonly scale: TimeScale;
  /** One day, in percent of the width. */
  readonly dayWidth: number;
  readonly yOf: (figure: number) => number;
  readonly most: number;
  readonly measure: Measure;
}

/** Where a stretch of days lies across the picture; null where it lies outside. */
export function spanOf({ from, to }: { readonly from: string; readonly to: string }, { scale, dayWidth }: Ground) {
  const start = Math.max(0, scale.at(from));
  const end = Math.min(100, scale.at(to) + dayWidth);
  return end <= start ? null : { start: round(start), width: round(end - start), end: round(end) };
}

export function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}

/** The lines of the axes lie under the figures, their words above them. */
export function Axis({ ground, step }: { readonly ground: Ground; readonly step: number }) {
  return (
    <>
      {stepsOf(ground, step).map((figure) => (
        <line
          key={figure}
          className={figure === 0 ? "axis" : "grid"}
          x1="0"
          x2="100%"
          y1={ground.yOf(figure)}
          y2={ground.yOf(figure)}
        />
      ))}
      {ground.scale.ticks.map(({ date }) => (
        <line
          key={date}
          className="axis"
          x1={`${ground.scale.at(date)}%`}
          x2={`${ground.scale.at(date)}%`}
          y1={floor}
          y2={floor + 5}
        />
      ))}
    </>
  );
}

export function AxisWords({
  ground,
  step,
  unit,
}: {
  readonly ground: Ground;
  readonly step: number;
  readonly unit: string;
}) {
  const steps = stepsOf(ground, step);
  return (
    <>
      {steps.slice(1).map((figure) => (
        <text key={figure} className="tick" x="0" y={ground.yOf(figure) - 3}>
          {figure.toLocaleString("en")}
          {figure === steps.at(-1) ? ` ${unit}` : ""}
        </text>
      ))}
      {ground.scale.ticks.map(({ date, label }) => (
        <text
          key={date}
          className="tick"
          x={`${ground.scale.at(date)}%`}
          y={floor + 18}
          textAnchor={ground.scale.at(date) > 94 ? "end" : "start"}
        >
          {label}
        </text>
      ))}
    </>
  );
}

/** The figures at which the axis has lines, from 0. */
function stepsOf({ most }: Ground, step: number): number[] {
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => Math.round(at * step * 100) / 100);
}

export function AsOfDay({ day, ground }: { readonly day: string; readonly ground: Ground }) {
  const x = round(ground.scale.at(day) + ground.dayWidth);
  return (
    <g>
      <line className="today" x1={`${x}%`} x2={`${x}%`} y1={labelsHeight - 6} y2={floor + 26} />
      <text className="tick" x={`${x}%`} y={floor + 36} textAnchor={x > 50 ? "end" : "start"}>
        as of {dayInWords(day)}
      </text>
    </g>
  );
}
