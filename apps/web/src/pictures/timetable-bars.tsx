import type { ScheduleAnswer } from "@parley/process";
import { count, dayInWords } from "../words.tsx";
import { type TimeScale, timeScale } from "./time-scale.ts";

type Event = ScheduleAnswer["events"][string];

const rowHeight = 46;
const axisHeight = 26;
/** What ended longer ago than this is left to the table, unless a conflict needs it: the picture is for what is ahead. */
const pastDaysMax = 60;

/**
 * Bars of possible time. Nothing in it is scaled: places across are percentages, places down are pixels, so that
 * words stay readable at every width.
 */
export function TimetableBars({ answer }: { readonly answer: ScheduleAnswer }) {
  const bounded = Object.entries(answer.events).filter(([, event]) => event.happened ?? event.earliest ?? event.latest);
  const inConflict = new Set(answer.conflicts.flatMap(({ links }) => links.flatMap(({ from, to }) => [from, to])));
  const rows = bounded.filter(
    ([id, event]) => inConflict.has(id) || daysAfter(endOf(event), answer.asOf) >= -pastDaysMax,
  );
  const past = bounded.length - rows.length;
  rows.sort(([, a], [, b]) => startOf(a).localeCompare(startOf(b)) || endOf(a).localeCompare(endOf(b)));
  const breaks = gapsOf(answer, rows);
  const drawn = [...rows.flatMap(([, event]) => datesOf(event)), ...breaks.map(({ forced }) => forced)];
  const scale = timeScale([answer.asOf, ...drawn]);
  const height = axisHeight + rows.length * rowHeight + 6;
  if (rows.length === 0) return <p className="quiet">No date bounds any event yet.</p>;
  return (
    <figure className="bars" dir="ltr">
      <svg width="100%" height={height} role="img" aria-label={said(rows, breaks)}>
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className="hatch-line" x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        <Axis scale={scale} height={height} asOf={answer.asOf} />
        {breaks.map((gap) => (
          <Shade key={gap.key} gap={gap} scale={scale} />
        ))}
        {rows.map(([id, event], at) => (
          <Row key={id} event={event} scale={scale} top={axisHeight + at * rowHeight} />
        ))}
        {breaks.map((gap) => (
          <Break key={gap.key} gap={gap} scale={scale} />
        ))}
      </svg>
      {past === 0 ? null : (
        <p className="quiet">
          {count(past, "event")} of more than two months before this day {past === 1 ? "is" : "are"} in the table below.
        </p>
      )}
      <figcaption className="legend">
        <span>
          <svg width="22" height="12" aria-hidden="true">
            <rect className="window" x="0" y="1" width="22" height="10" rx="2" />
          </svg>
          possible time
        </span>
        <span>
          <svg width="14" height="12" aria-hidden="true">
            <circle className="happened" cx="7" cy="6" r="5" />
          </svg>
          happened
        </span>
        <span>
          <svg width="14" height="12" aria-hidden="true">
            <rect className="fixed" x="4" y="0" width="4" height="12" />
          </svg>
          one day only
        </span>
        <span>
          <svg width="14" height="12" aria-hidden="true">
            <line className="today" x1="7" x2="7" y1="0" y2="12" />
          </svg>
          the as-of day
        </span>
        {breaks.length === 0 ? null : (
          <span>
            <svg width="26" height="12" aria-hidden="true">
              <line className="broken-line" x1="0" x2="26" y1="6" y2="6" />
            </svg>
            broken link, and by how many days
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function daysAfter(date: string, other: string): number {
  return (Date.parse(date) - Date.parse(other)) / 86_400_000;
}

function startOf(event: Event): string {
  return event.happened ?? event.earliest ?? event.latest ?? "";
}

function endOf(event: Event): string {
  return event.happened ?? event.latest ?? event.earliest ?? "";
}

function Axis({ scale, height, asOf }: { readonly scale: TimeScale; readonly height: number; readonly asOf: string }) {
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick.date}>
          <line className="grid" x1={`${scale.at(tick.date)}%`} x2={`${scale.at(tick.date)}%`} y1={18} y2={height} />
          <text
            className="tick"
            x={`${scale.at(tick.date)}%`}
            y={12}
            dx={scale.at(tick.date) > 94 ? -4 : 0}
            textAnchor={scale.at(tick.date) > 94 ? "end" : "start"}
          >
            {tick.label}
          </text>
        </g>
      ))}
      <line className="today" x1={`${scale.at(asOf)}%`} x2={`${scale.at(asOf)}%`} y1={18} y2={height} />
    </>
  );
}

function Row({ event, scale, top }: { readonly event: Event; readonly scale: TimeScale; readonly top: number }) {
  const y = top + 24;
  return (
    <g>
      <line className="row-rule" x1="0" x2="100%" y1={top + rowHeight} y2={top + rowHeight} />
      <text className="event-name" x="0" y={top + 15}>
        {event.name.charAt(0).toUpperCase() + event.name.slice(1)}{" "}
        <tspan className="event-days">{daysSaid(event)}</tspan>
      </text>
      {event.happened !== null ? (
        <circle className="happened" cx={`${scale.at(event.happened)}%`} cy={y + 6} r="5" />
      ) : (
        <Window event={event} scale={scale} y={y} />
      )}
    </g>
  );
}

function Window({ event, scale, y }: { readonly event: Event; readonly scale: TimeScale; readonly y: number }) {
  if (event.earliest !== null && event.earliest === event.latest) {
    return (
      <rect
        className="fixed"
        x={`${scale.at(event.earliest)}%`}
        y={y}
        width="4"
        height="13"
        transform="translate(-2 0)"
      />
    );
  }
  const from = event.earliest === null ? 0 : Math.max(scale.at(event.earliest), 0);
  const to = event.latest === null ? 100 : scale.at(event.latest);
  return (
    <>
      <rect
        className={event.earliest === null || event.latest === null ? "window window-open" : "window"}
        x={`${from}%`}
        y={y}
        width={`${Math.max(to - from, 0.4)}%`}
        height="13"
        rx="2"
      />
      {event.earliest === null ? null : <rect className="edge" x={`${from}%`} y={y - 1} width="2" height="15" />}
      {event.latest === null ? null : (
        <rect className="edge" x={`${to}%`} y={y - 1} width="2" height="15" transform="translate(-2 0)" />
      )}
    </>
  );
}

function daysSaid(event: Event): string {
  if (event.happened !== null) return `${dayInWords(event.happened)}, happened`;
  if (event.earliest !== null && event.earliest === event.latest) return `on ${dayInWords(event.earliest)}`;
  if (event.earliest === null) return event.latest === null ? "no bound" : `by ${dayInWords(event.latest)}`;
  if (event.latest === null) return `from ${dayInWords(event.earliest)}`;
  return `${dayInWords(event.earliest)} to ${dayInWords(event.latest)}`;
}

/** What one conflict leaves open: an event must be by one day, and cannot be before another. */
interface Gap {
  readonly key: string;
  readonly days: number;
  /** The row of the event. */
  readonly row: number;
  readonly allowed: string;
  readonly forced: string;
  /** The row of the event that forces the later day, when it is drawn at that day. */
  readonly forcedBy: number | null;
  /** Conflicts about the same event that are shorter; they are told below and not drawn over this one. */
  readonly others: number;
}

/** The widest gap of each event that a conflict is about. */
function gapsOf(answer: ScheduleAnswer, rows: readonly (readonly [string, Event])[]): Gap[] {
  const rowOf = (id: string | undefined) => rows.findIndex(([event]) => event === id);
  const gaps = answer.conflicts.flatMap((conflict): Gap[] => {
    const [before, last] = conflict.links.slice(-2);
    if (conflict.shortByDays === null || before?.reaches == null || last?.reaches == null) return [];
    // The last link ties the event to the calendar; which of its two ends is which depends on how the circle was walked.
    const row = [last.from, last.to].map(rowOf).find((at) => at >= 0);
    if (row === undefined) return [];
    const forcer = [before.from, before.to]
      .map(rowOf)
      .find((at) => at >= 0 && at !== row && datesOf(rows[at]?.[1]).includes(before.reaches ?? ""));
    const key = conflict.links.map(({ id }) => id).join("+");
    return [
      {
        key,
        days: conflict.shortByDays,
        row,
        allowed: last.reaches,
        forced: before.reaches,
        forcedBy: forcer ?? null,
        others: 0,
      },
    ];
  });
  return [...Map.groupBy(gaps, ({ row }) => row).values()].flatMap((sameRow) => {
    const [widest] = [...sameRow].sort((a, b) => b.days - a.days);
    return widest === undefined ? [] : [{ ...widest, others: sameRow.length - 1 }];
  });
}

function datesOf(event: Event | undefined): string[] {
  return [event?.happened, event?.earliest, event?.latest].filter((date) => date != null);
}

const middleOf = (row: number) => axisHeight + row * rowHeight + 30;

/** The gap lies under the words of the row. */
function Shade({ gap, scale }: { readonly gap: Gap; readonly scale: TimeScale }) {
  const [a, b] = [scale.at(gap.allowed), scale.at(gap.forced)];
  return (
    <rect
      className="gap"
      x={`${Math.min(a, b)}%`}
      width={`${Math.abs(b - a)}%`}
      y={middleOf(gap.row) - 8}
      height={16}
    />
  );
}

/** The link across the gap, by how many days it is broken, and the way to the event that forces it. */
function Break({ gap, scale }: { readonly gap: Gap; readonly scale: TimeScale }) {
  const [a, b] = [scale.at(gap.allowed), scale.at(gap.forced)];
  const y = middleOf(gap.row);
  const x = (a + b) / 2;
  return (
    <g>
      <line className="broken-line" x1={`${a}%`} x2={`${b}%`} y1={y} y2={y} />
      <line className="broken-end" x1={`${b}%`} x2={`${b}%`} y1={y - 8} y2={y + 8} />
      {gap.forcedBy === null ? null : (
        <line className="broken-line" x1={`${b}%`} x2={`${b}%`} y1={y} y2={middleOf(gap.forcedBy)} />
      )}
      <text className="gap-label" x={`${x}%`} y={y + 5} textAnchor={x > 85 ? "end" : x < 15 ? "start" : "middle"}>
        {count(gap.days, "day")} short{gap.others === 0 ? "" : `, and ${gap.others} more below`}
      </text>
    </g>
  );
}

function said(rows: readonly (readonly [string, Event])[], breaks: readonly Gap[]): string {
  const bars = rows.map(([, event]) => `${event.name}, ${daysSaid(event)}`).join("; ");
  const gaps = breaks.map(
    ({ days, row, allowed, forced }) =>
      `${rows[row]?.[1].name ?? ""} is to be by ${dayInWords(allowed)} and cannot be before ${dayInWords(forced)}, ${count(days, "day")} short`,
  );
  return `Bars of possible time. ${bars}.${gaps.length === 0 ? "" : ` Broken: ${gaps.join("; ")}.`} The table below has the same days.`;
}
