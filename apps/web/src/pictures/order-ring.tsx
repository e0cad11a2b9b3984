import type { LinkAnswer } from "@parley/process";

const size = { width: 440, height: 300 };
const centre = { x: 220, y: 150 };
const radius = { x: 130, y: 100 };
/** Angle left free at both ends of an arrow, so that it does not run into its words. */
const clearance = 0.36;

/** A circle of order drawn as one: events on a ring, an arrow from each to the one that must come after it. */
export function OrderRing({
  links,
  name,
}: {
  readonly links: readonly LinkAnswer[];
  readonly name: (event: string) => string;
}) {
  const events = aroundTheRing(links);
  const place = (at: number) => (at / events.length) * 2 * Math.PI - Math.PI / 2;
  return (
    <figure className="ring" dir="ltr">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`A circle: ${[...events, events[0] ?? ""].map(name).join(", then ")}.`}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            orient="auto-start-reverse"
            markerUnits="userSpaceOnUse"
          >
            <path className="arrow-head" d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {events.map((event, at) => {
          const next = events[(at + 1) % events.length] ?? event;
          const link = links.find(({ from, to }) => (from === event && to === next) || (from === next && to === event));
          return (
            <path
              key={event}
              className={`arrow arrow-${link?.origin ?? "clause"}`}
              d={arc(place(at) + clearance, place(at + 1) - clearance)}
              markerEnd="url(#arrow)"
            />
          );
        })}
        {events.map((event, at) => (
          <RingEvent key={event} words={name(event)} angle={place(at)} />
        ))}
      </svg>
      <figcaption className="legend">
        <span>Each arrow: must come before. Solid lines are clauses, dashed ones are positions or assumptions.</span>
      </figcaption>
    </figure>
  );
}

/** The events in the order of the links, each shared with the link before it: a circle is listed in the order of its steps. */
function aroundTheRing(links: readonly LinkAnswer[]): string[] {
  const events = links.map((link, at) => {
    const before = links[(at + links.length - 1) % links.length] ?? link;
    return [link.from, link.to].find((event) => event === before.from || event === before.to) ?? link.from;
  });
  return [...new Set(events)];
}

function point(angle: number): { readonly x: number; readonly y: number } {
  return {
    x: Math.round((centre.x + radius.x * Math.cos(angle)) * 10) / 10,
    y: Math.round((centre.y + radius.y * Math.sin(angle)) * 10) / 10,
  };
}

function arc(from: number, to: number): string {
  const [a, b] = [point(from), point(to)];
  return `M${a.x} ${a.y}A${radius.x} ${radius.y} 0 ${to - from > Math.PI ? 1 : 0} 1 ${b.x} ${b.y}`;
}

/** Words in at most two lines, around their place on the ring. */
function RingEvent({ words, angle }: { readonly words: string; readonly angle: number }) {
  const { x, y } = point(angle);
  const lines = inLines(words);
  return (
    <text className="ring-event" x={x} y={y - (lines.length - 1) * 8 + 5} textAnchor="middle">
      {lines.map((line, at) => (
        <tspan key={line} x={x} dy={at === 0 ? 0 : 17}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function inLines(words: string): string[] {
  if (words.length <= 20) return [words];
  const parts = words.split(" ");
  const middle = parts.findIndex((_, at) => parts.slice(0, at + 1).join(" ").length >= words.length / 2);
  return [parts.slice(0, middle + 1).join(" "), parts.slice(middle + 1).join(" ")].filter((line) => line !== "");
}
