import type { StatusAnswer } from "@parley/process";
import { stateMarks, statesInOrder } from "../keeping/states.tsx";
import { count } from "../words.tsx";

type Counts = StatusAnswer["counts"];

/** Up to so many commitments, each has a part of the bar of its own, to be counted by eye. */
const countedByEyeMax = 60;
/** A part narrower than this, in percent, has no room for its number. */
const numberPercentMin = 5;

/**
 * How many commitments are in each state, as parts of a bar and as words below it. Never one percentage: what is not
 * known has its own part, and what is disputed is said beside it.
 */
export function StatesBar({
  counts,
  of = counts.total,
  small = false,
}: {
  readonly counts: Counts;
  /** The number that fills the whole width, so that bars under each other can be compared. */
  readonly of?: number;
  readonly small?: boolean;
}) {
  const parts = statesInOrder.flatMap((state) => counts.states.filter((each) => each.state === state));
  const share = (n: number) => (of === 0 ? 0 : Math.round((n / of) * 10_000) / 100);
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, { commitments }) => sum + commitments, 0));
  const height = small ? 20 : 32;
  const unitHeight = small ? 2 : 5;
  return (
    <figure className={small ? "states-bar states-small" : "states-bar"} dir="ltr">
      <svg width="100%" height={height + 2} aria-hidden="true">
        {parts.map(({ state, commitments }, at) => {
          const { shape, tone } = stateMarks[state];
          const start = starts[at] ?? 0;
          return (
            <g key={state} className={`tone-${tone}`}>
              <rect
                className="state-part"
                x={`${share(start)}%`}
                width={`${share(commitments)}%`}
                y="1"
                height={height}
              />
              {of > countedByEyeMax
                ? null
                : Array.from({ length: commitments - 1 }, (_, unit) => `${share(start + unit + 1)}%`).map((x) => (
                    <line key={x} className="state-unit" x1={x} x2={x} y1={height - unitHeight} y2={height + 1} />
                  ))}
              <text className="state-number" x={`${share(start + commitments / 2)}%`} y={height / 2 + 6}>
                {shape}
                {share(commitments) < numberPercentMin ? "" : ` ${commitments.toLocaleString("en")}`}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption>
        {parts.map(({ state, commitments }) => (
          <span key={state} className={`tone-${stateMarks[state].tone}`}>
            <span aria-hidden="true" className="state-shape">
              {stateMarks[state].shape}
            </span>{" "}
            <strong>{commitments.toLocaleString("en")}</strong> {state}
          </span>
        ))}
        <span>
          of <strong>{count(counts.total, "commitment")}</strong>
          {counts.disputed === 0 ? "" : `, ${counts.disputed.toLocaleString("en")} of them disputed`}
        </span>
      </figcaption>
    </figure>
  );
}
