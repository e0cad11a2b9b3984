import type { Frame } from "@parley/process";
import { useEffect, useRef, useState } from "react";
import { AskForm, addressOf, useAsk, useMirrored } from "./asking.tsx";
import { type AskName, hrefOf, type View } from "./view.ts";
import { Day, dayInWords } from "./words.tsx";

const millisecondsPerDay = 86_400_000;
/** Long enough that a dragged slider asks once and not at every day it passes. */
const restMilliseconds = 140;

/** The day the analysis is as of, and the ways to move it: a field, a slider, and steps from one event to the next. */
export function AsOf({ view, frame }: { readonly view: View; readonly frame: Frame }) {
  const before = frame.marks.findLast(({ day }) => day < frame.asOf);
  const after = frame.marks.find(({ day }) => day > frame.asOf);
  const here = frame.marks.filter(({ day }) => day === frame.asOf);
  return (
    <div className="as-of">
      <AskForm page={view.page} asked={view.asked} keep={others} className="as-of-form" label="The day of the analysis">
        <Step mark={before} view={view} words="Previous event" glyph="‹" />
        <DayField day={frame.asOf} />
        <Step mark={after} view={view} words="Next event" glyph="›" />
        <DaySlider view={view} frame={frame} />
      </AskForm>
      <p className="as-of-said" title={here.map(({ text }) => text).join("; ")}>
        <strong>
          <Day date={frame.asOf} long />
        </strong>{" "}
        <span>
          · {here.length === 0 ? "nothing became known on this day" : here.map(({ text }) => text).join("; ")}
        </span>
      </p>
    </div>
  );
}

/** Every question but the day, which the form asks itself. */
const others: readonly AskName[] = [
  "text",
  "compare",
  "beside",
  "choose",
  "without",
  "rule",
  "assessed",
  "since",
  "shareable",
  "show",
  "find",
  "hypothesis",
  "across",
  "up",
];

function Step(props: {
  readonly mark: Frame["marks"][number] | undefined;
  readonly view: View;
  readonly words: string;
  readonly glyph: string;
}) {
  const { mark, view, words, glyph } = props;
  if (mark === undefined) {
    return (
      <span className="step step-none" aria-hidden="true">
        {glyph}
      </span>
    );
  }
  return (
    <a
      className="step"
      href={hrefOf(view.page, view.asked, { "as-of": mark.day })}
      title={`${words}: ${dayInWords(mark.day)}, ${mark.text}`}
    >
      <span aria-hidden="true">{glyph}</span>
      <span className="for-ear">
        {words}: {dayInWords(mark.day, true)}
      </span>
    </a>
  );
}

function DayField({ day }: { readonly day: string }) {
  const ask = useAsk();
  const [held, hold] = useMirrored(day);
  const later = useLater();
  return (
    <label className="day-field">
      <span>As of</span>
      <input
        type="date"
        name="as-of"
        value={held}
        required
        onChange={(event) => {
          const { value, form } = event.currentTarget;
          hold(value);
          if (value.startsWith("0") || value === "" || form === null) return;
          const href = addressOf(form);
          later(() => ask.go(href));
        }}
      />
    </label>
  );
}

function DaySlider({ view, frame }: { readonly view: View; readonly frame: Frame }) {
  const ask = useAsk();
  const first = numberOf(frame.days.first);
  const length = numberOf(frame.days.last) - first;
  const answered = Math.min(Math.max(numberOf(frame.asOf) - first, 0), length);
  const [held, hold] = useState(answered);
  const isHeld = useRef(false);
  // An answer that comes late must not pull the slider from under a finger.
  useEffect(() => {
    if (!isHeld.current) hold(answered);
  }, [answered]);
  const later = useLater();
  const shown = dateOf(first + held);
  return (
    <span className="day-slider">
      <input
        type="range"
        min={0}
        max={length}
        value={held}
        aria-label="As-of day"
        aria-valuetext={dayInWords(shown, true)}
        onPointerDown={() => {
          isHeld.current = true;
        }}
        onPointerUp={() => {
          isHeld.current = false;
        }}
        onPointerCancel={() => {
          isHeld.current = false;
        }}
        onChange={(event) => {
          const days = Number(event.currentTarget.value);
          hold(days);
          const href = hrefOf(view.page, view.asked, { "as-of": dateOf(first + days) });
          later(() => ask.go(href, { replace: true }));
        }}
      />
      <svg className="day-marks" aria-hidden="true">
        {frame.marks.map((mark) => (
          <line
            key={mark.day}
            x1={percent(numberOf(mark.day) - first, length)}
            x2={percent(numberOf(mark.day) - first, length)}
            y1="0"
            y2="5"
          />
        ))}
      </svg>
    </span>
  );
}

/** Runs only the last of several calls, after a short rest. */
function useLater(): (run: () => void) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [later] = useState(() => (run: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, restMilliseconds);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return later;
}

function numberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

function dateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100}%`;
}
