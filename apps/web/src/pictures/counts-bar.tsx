import type { PackagesAnswer } from "@parley/process";
import { count, digits } from "../words.tsx";

/** How many packages are blocked, not known, not excluded: a bar, and always the words and numbers below it. */
export function CountsBar({
  counts,
  small = false,
}: {
  readonly counts: PackagesAnswer["packages"];
  readonly small?: boolean;
}) {
  const parts = [
    { tone: "blocked", shape: "■", words: "blocked", n: counts.blocked },
    { tone: "open", shape: "◆", words: "not known", n: counts.notKnown },
    { tone: "kept", shape: "●", words: "not excluded by stated positions", n: counts.notExcluded },
  ] as const;
  const share = (n: number | string) => (counts.total === 0 ? 0 : (Number(n) / Number(counts.total)) * 100);
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, { n }) => sum + share(n), 0));
  return (
    <figure className={small ? "counts counts-small" : "counts"} dir="ltr">
      <svg width="100%" height={small ? 8 : 16} aria-hidden="true">
        {parts.map((part, at) => (
          <rect
            key={part.tone}
            className={`fill-${part.tone}`}
            x={`${starts[at]}%`}
            width={`${share(part.n)}%`}
            y="0"
            height="100%"
          />
        ))}
      </svg>
      <figcaption>
        {parts.map((part) => (
          <span key={part.tone} className={`tone-${part.tone}`}>
            <span aria-hidden="true" className="shape">
              {part.shape}
            </span>{" "}
            <strong>{digits(part.n)}</strong> {part.words}
          </span>
        ))}
        <span>
          of <strong>{count(counts.total, "package")}</strong>
          {counts.forbidden === 0
            ? ""
            : `; ${digits(counts.forbidden)} of the blocked because no timetable can keep them`}
        </span>
      </figcaption>
    </figure>
  );
}
