import type { PackagesAnswer } from "@parley/process";

type ValuesAnswer = NonNullable<PackagesAnswer["values"]>;

const size = { width: 640, height: 440 };
const edge = { left: 56, right: 18, top: 16, bottom: 46 };

/** The letter that stands for a solution in the picture and in the table. */
export function solutionLetter(values: ValuesAnswer, name: string): string {
  const at = values.solutions.findIndex((solution) => solution.name === name);
  return at < 0 ? "" : String.fromCharCode(65 + at);
}

/** Two parties' values: every package a point, what either would refuse shaded, the frontier joined by a line. */
export function Frontier(props: {
  readonly values: ValuesAnswer;
  readonly across: string;
  readonly up: string;
  readonly name: (party: string) => string;
}) {
  const { values, across, up, name } = props;
  const worth = (point: { readonly values: Readonly<Record<string, number>> }, party: string) =>
    point.values[party] ?? 0;
  const reservation = (party: string) => values.parties.find(({ id }) => id === party)?.reservation ?? 0;
  const scale = (party: string, from: number, to: number) => {
    const all = [...values.points, ...values.frontier].map((point) => worth(point, party));
    const [least, most] = [Math.min(0, reservation(party), ...all), Math.max(reservation(party), 1, ...all)];
    return {
      at: (value: number) => Math.round((from + ((value - least) / (most - least)) * (to - from)) * 10) / 10,
      least,
      most,
    };
  };
  const x = scale(across, edge.left, size.width - edge.right);
  const y = scale(up, size.height - edge.bottom, edge.top);
  const line = [...values.frontier].sort((a, b) => worth(a, across) - worth(b, across) || worth(b, up) - worth(a, up));
  const solved = values.frontier.filter(({ solutions }) => solutions.length > 0);
  const [walkX, walkY] = [x.at(reservation(across)), y.at(reservation(up))];
  const bottom = size.height - edge.bottom;
  return (
    <figure className="frontier" dir="ltr">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`Packages by what they are worth to ${name(across)} (across) and ${name(up)} (up). ${values.text} The table below has the packages on the frontier.`}
      >
        <defs>
          <pattern id="refused" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className="refused-line" x1="0" y1="0" x2="0" y2="7" />
          </pattern>
        </defs>
        <rect
          className="refused"
          x={edge.left}
          y={edge.top}
          width={Math.max(walkX - edge.left, 0)}
          height={bottom - edge.top}
        />
        <rect
          className="refused"
          x={walkX}
          y={walkY}
          width={Math.max(size.width - edge.right - walkX, 0)}
          height={Math.max(bottom - walkY, 0)}
        />
        <line className="axis" x1={edge.left} x2={size.width - edge.right} y1={bottom} y2={bottom} />
        <line className="axis" x1={edge.left} x2={edge.left} y1={edge.top} y2={bottom} />
        <line className="walk" x1={walkX} x2={walkX} y1={edge.top} y2={bottom} />
        <line className="walk" x1={edge.left} x2={size.width - edge.right} y1={walkY} y2={walkY} />
        {apart(values.points, (point) => `${worth(point, across)}:${worth(point, up)}:${point.acceptable}`).map(
          ([key, point]) => (
            <circle
              key={key}
              className={point.acceptable ? "package-point acceptable" : "package-point"}
              cx={x.at(worth(point, across))}
              cy={y.at(worth(point, up))}
              r="2.6"
            />
          ),
        )}
        {values.parties.length === 2 ? (
          <polyline
            className="frontier-line"
            points={line.map((point) => `${x.at(worth(point, across))},${y.at(worth(point, up))}`).join(" ")}
          />
        ) : null}
        {values.frontier.map((point) => (
          <rect
            key={JSON.stringify(point.choices)}
            className={point.acceptable ? "frontier-point" : "frontier-point blocked-point"}
            x={x.at(worth(point, across)) - 4}
            y={y.at(worth(point, up)) - 4}
            width="8"
            height="8"
          />
        ))}
        {solved.map((point) => (
          <g key={JSON.stringify(point.choices)}>
            <circle className="solution" cx={x.at(worth(point, across))} cy={y.at(worth(point, up))} r="9" />
            <text className="solution-letter" x={x.at(worth(point, across)) + 12} y={y.at(worth(point, up)) - 8}>
              {point.solutions.map((solution) => solutionLetter(values, solution)).join("")}
            </text>
          </g>
        ))}
        <text className="tick" x={edge.left} y={bottom + 16}>
          {x.least}
        </text>
        <text className="tick" x={size.width - edge.right} y={bottom + 16} textAnchor="end">
          {x.most}
        </text>
        <text className="tick" x={walkX} y={bottom + 16} textAnchor="middle">
          {reservation(across)}
        </text>
        <text className="tick" x={edge.left - 8} y={bottom} textAnchor="end">
          {y.least}
        </text>
        <text className="tick" x={edge.left - 8} y={edge.top + 10} textAnchor="end">
          {y.most}
        </text>
        <text className="tick" x={edge.left - 8} y={walkY + 4} textAnchor="end">
          {reservation(up)}
        </text>
        <text className="axis-name" x={(edge.left + size.width) / 2} y={size.height - 8} textAnchor="middle">
          {name(across)}
        </text>
        <text
          className="axis-name"
          x={14}
          y={(edge.top + bottom) / 2}
          textAnchor="middle"
          transform={`rotate(-90 14 ${(edge.top + bottom) / 2})`}
        >
          {name(up)}
        </text>
      </svg>
      <figcaption className="legend">
        <span>
          <svg width="18" height="12" aria-hidden="true">
            <rect className="refused" width="18" height="12" />
          </svg>
          one of the two would walk away
        </span>
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <rect className="frontier-point" x="2" y="2" width="8" height="8" />
          </svg>
          on the frontier
        </span>
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <circle className="package-point acceptable" cx="6" cy="6" r="3" />
          </svg>
          acceptable to both
        </span>
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <circle className="package-point" cx="6" cy="6" r="3" />
          </svg>
          refused by one, or against a red line or the timetable
        </span>
        {values.solutions.map((solution) => (
          <span key={solution.name}>
            <strong>{solutionLetter(values, solution.name)}</strong> {solution.name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** One of each: packages that fall on the same place are drawn once. */
function apart<T>(points: readonly T[], key: (point: T) => string): (readonly [string, T])[] {
  return [...new Map(points.map((point) => [key(point), point] as const))];
}
