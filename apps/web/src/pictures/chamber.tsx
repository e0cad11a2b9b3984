import type { BodiesAnswer, Hypothesis } from "@parley/process";
import { count, useHue } from "../words.tsx";

type Body = BodiesAnswer["bodies"][number];

const width = 420;
const centre = { x: 210, y: 208 };
const radiusMax = 150;
const rowGap = 26;
const powerRadius = 186;
/** More seats than this are drawn as one arc a bloc; single seats would be too small to tell apart. */
const seatsDrawnMax = 160;

/** A seat by who names it; each bloc has a shape of its own, so that hue is never alone. */
const shapes = ["disc", "ring", "square", "diamond"] as const;

/** A rule inside a sentence. */
function lowered(rule: string): string {
  return `${rule.charAt(0).toLowerCase()}${rule.slice(1)}`;
}

/** The body as seats in an arc, and around it a second arc of the power each bloc has under one hypothesis. */
export function Chamber({ body, hypothesis }: { readonly body: Body; readonly hypothesis: Hypothesis | null }) {
  const hue = useHue();
  const seats = arranged(body.namedBy).flatMap(({ bloc, at }) =>
    Array.from({ length: Math.min(bloc.seats, seatsDrawnMax) }, () => ({ bloc, at })),
  );
  const places = placesOf(Math.min(seats.length, seatsDrawnMax));
  const powers =
    hypothesis === null
      ? []
      : arranged(hypothesis.blocs).map(({ bloc }) => ({ ...bloc, share: shareOf(bloc.banzhaf) }));
  const said = `${body.name}: ${body.namedBy.map((bloc) => `${count(bloc.seats, "seat")} named by ${bloc.name}`).join(", ")}.${
    hypothesis === null
      ? ""
      : ` Power if ${lowered(hypothesis.rule)}: ${hypothesis.blocs.map((bloc) => `${bloc.name} ${bloc.banzhaf}`).join(", ")}.`
  }`;
  let turned = 0;
  return (
    <figure className="chamber" dir="ltr">
      <svg viewBox={`0 0 ${width} 232`} role="img" aria-label={said}>
        {powers.map((bloc) => {
          const from = turned;
          turned += bloc.share;
          return bloc.share === 0 ? null : (
            <PowerArc key={bloc.id} from={from} to={turned} hue={hue(bloc.id)} words={bloc.banzhaf} />
          );
        })}
        {places.map((place, at) => {
          const seat = seats[at];
          if (seat === undefined) return null;
          return (
            <Seat
              key={`${place.x}:${place.y}`}
              x={place.x}
              y={place.y}
              shape={shapes[seat.at % shapes.length] ?? "disc"}
              hue={hue(seat.bloc.by)}
            />
          );
        })}
        <text className="chamber-total" x={centre.x} y={centre.y - 8} textAnchor="middle">
          {body.seats}
        </text>
        <text className="chamber-under" x={centre.x} y={centre.y + 12} textAnchor="middle">
          seats
        </text>
      </svg>
      <figcaption className="legend">
        {body.namedBy.map((bloc, at) => (
          <span key={bloc.by} className={hue(bloc.by)}>
            <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
              <Seat x={0} y={0} shape={shapes[at % shapes.length] ?? "disc"} hue={hue(bloc.by)} small />
            </svg>
            {bloc.name}, {bloc.seats}
          </span>
        ))}
        {hypothesis === null ? null : (
          <span className="quiet">
            Outer arc: power (Banzhaf), {hypothesis.stated ? "by the rule as stated:" : "if"} {lowered(hypothesis.rule)}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function Seat(props: {
  readonly x: number;
  readonly y: number;
  readonly shape: (typeof shapes)[number];
  readonly hue: string;
  readonly small?: boolean;
}) {
  const { x, y, shape, hue } = props;
  const r = props.small === true ? 5 : 8.5;
  switch (shape) {
    case "disc":
      return <circle className={`seat ${hue}`} cx={x} cy={y} r={r} />;
    case "ring":
      return <circle className={`seat seat-hollow ${hue}`} cx={x} cy={y} r={r - 1.5} />;
    case "square":
      return <rect className={`seat ${hue}`} x={x - r * 0.9} y={y - r * 0.9} width={r * 1.8} height={r * 1.8} />;
    case "diamond":
      return <path className={`seat ${hue}`} d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`} />;
  }
}

/** The two largest blocs face each other, with whoever may tip the balance between them; each keeps its place in the list as `at`. */
function arranged<T extends { readonly seats: number }>(
  blocs: readonly T[],
): { readonly bloc: T; readonly at: number }[] {
  const bySize = blocs.map((bloc, at) => ({ bloc, at })).sort((a, b) => b.bloc.seats - a.bloc.seats || a.at - b.at);
  const [left, right, ...between] = bySize;
  return [left, ...between, right].filter((part) => part !== undefined);
}

/** Seats fill the rows of an arc from left to right, each row in proportion to its length. */
function placesOf(seats: number): { readonly x: number; readonly y: number }[] {
  const rows = Math.max(1, Math.min(5, Math.round(Math.sqrt(seats / 4))));
  const radii = Array.from({ length: rows }, (_, row) => radiusMax - row * rowGap);
  const around = radii.reduce((sum, radius) => sum + radius, 0);
  const exact = radii.map((radius) => (seats * radius) / around);
  const inRow = exact.map(Math.floor);
  const left = seats - inRow.reduce((sum, n) => sum + n, 0);
  for (let at = 0; at < left; at += 1) inRow[at % rows] = (inRow[at % rows] ?? 0) + 1;
  return inRow
    .flatMap((n, row) =>
      Array.from({ length: n }, (_, at) => ({ turn: n === 1 ? 0.5 : at / (n - 1), radius: radii[row] ?? radiusMax })),
    )
    .sort((a, b) => a.turn - b.turn || b.radius - a.radius)
    .map(({ turn, radius }) => onArc(turn, radius));
}

function onArc(turn: number, radius: number): { readonly x: number; readonly y: number } {
  const angle = Math.PI * (1 - turn);
  return {
    x: Math.round((centre.x + radius * Math.cos(angle)) * 10) / 10,
    y: Math.round((centre.y - radius * Math.sin(angle)) * 10) / 10,
  };
}

function PowerArc({
  from,
  to,
  hue,
  words,
}: {
  readonly from: number;
  readonly to: number;
  readonly hue: string;
  readonly words: string;
}) {
  const gap = 0.006;
  const [a, b] = [onArc(from + gap, powerRadius), onArc(to - gap, powerRadius)];
  const middle = onArc((from + to) / 2, powerRadius);
  return (
    <g>
      <path className={`power ${hue}`} d={`M${a.x} ${a.y}A${powerRadius} ${powerRadius} 0 0 1 ${b.x} ${b.y}`} />
      <circle className="power-ground" cx={middle.x} cy={middle.y} r="15" />
      <text className="power-words" x={middle.x} y={middle.y + 5} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}

/** A fraction such as "1/3" as a share of the arc; drawing needs no more than that. */
function shareOf(fraction: string): number {
  const [over, under] = fraction.split("/").map(Number);
  return (over ?? 0) / (under ?? 1);
}
