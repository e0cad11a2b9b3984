import { useEffect, useRef, useState } from "react";
import { addressOf, useAsk, useMirrored } from "./asking.tsx";
import type { AskName } from "./view.ts";
import { dayInWords } from "./words.tsx";

const millisecondsPerDay = 86_400_000;
/** Long enough that a dragged slider asks once and not at every day it passes. */
const restMilliseconds = 140;

/** A day to type or to pick, as a field of a form. */
export function DayField({
  name,
  label,
  day,
}: {
  readonly name: AskName;
  readonly label: string;
  readonly day: string;
}) {
  const ask = useAsk();
  const [held, hold] = useMirrored(day);
  const later = useLater();
  return (
    <label className="day-field">
      <span>{label}</span>
      <input
        type="date"
        name={name}
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

/** A day to slide to, between two days, with marks where something happened. It asks once it rests. */
export function DaySlider(props: {
  readonly label: string;
  readonly day: string;
  readonly days: { readonly first: string; readonly last: string };
  readonly marks: readonly string[];
  /** The address at which the answer of another day is. */
  readonly hrefOn: (day: string) => string;
}) {
  const ask = useAsk();
  const first = numberOf(props.days.first);
  const length = numberOf(props.days.last) - first;
  const answered = Math.min(Math.max(numberOf(props.day) - first, 0), length);
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
        aria-label={props.label}
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
          const href = props.hrefOn(dateOf(first + days));
          later(() => ask.go(href, { replace: true }));
        }}
      />
      <svg className="day-marks" aria-hidden="true">
        {[...new Set(props.marks)].map((day) => (
          <line
            key={day}
            x1={percent(numberOf(day) - first, length)}
            x2={percent(numberOf(day) - first, length)}
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
