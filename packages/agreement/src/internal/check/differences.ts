import { type DateExpression, formatDateExpression, formatLength } from "@parley/calendar";
import { diagnostic } from "@parley/diagnostics";
import type { YamlPath } from "@parley/diagnostics/yaml";
import type { Commitment, ReadBody, ReadDate, Recurrence, Said as SaidOn } from "../../readings.ts";
import { type Finding, restsOn, type Said, together, type View } from "./view.ts";

/** A point in words, so that two readers' answers can be held side by side; null when the reader says nothing on it. */
type Points = Readonly<Record<string, string | null>>;

/** CHK-16: two readings of one thing that differ. Neither is wrong by that; the difference is the finding. */
export function differenceFindings(view: View): Finding[] {
  return [
    ...together(view, ({ reading }) => reading.commitments).flatMap((group) =>
      differing(view, "commitment", group, commitmentPoints),
    ),
    ...together(view, ({ reading }) => reading.dates).flatMap((group) => differing(view, "date", group, datePoints)),
    ...together(view, ({ reading }) => reading.bodies).flatMap((group) => differing(view, "body", group, bodyPoints)),
  ];
}

function differing<T extends { readonly id: string; readonly provision: string; readonly path: YamlPath }>(
  view: View,
  kind: string,
  group: readonly [Said<T>, ...Said<T>[]],
  pointsOf: (entry: T) => Points,
): Finding[] {
  const [first, ...others] = group;
  return others.flatMap((other): Finding[] => {
    const [ours, theirs] = [pointsOf(first.entry), pointsOf(other.entry)];
    const points = Object.keys(ours).filter((point) => {
      const [a, b] = [ours[point] ?? null, theirs[point] ?? null];
      return a !== null && b !== null && a !== b;
    });
    if (points.length === 0) return [];
    const told = points.map(
      (point) =>
        `“${point}”: ${first.placed.reading.reader} reads “${ours[point]}”, ${other.placed.reading.reader} reads “${theirs[point]}”`,
    );
    return [
      diagnostic({
        code: "readings-differ",
        severity: "warning",
        message: `Two readings of ${kind} “${first.entry.id}” differ on ${told.join("; on ")}. What is kept under one may be breached under the other.`,
        help: "Settle it in the text where the sides allow it; else keep both readings, and say under which an answer holds.",
        place: other.placed.placeOf(other.entry.path),
        related: [
          { place: first.placed.placeOf(first.entry.path), message: `The reading of ${first.placed.reading.reader}.` },
          ...restsOn(view, first.entry.provision),
        ],
      }),
    ];
  });
}

function commitmentPoints(entry: Commitment): Points {
  return {
    by: said(entry.by, listed),
    to: said(entry.to, listed),
    force: entry.force.replace("-", " "),
    act: plain(entry.act),
    from: said(entry.from, formatDateExpression),
    due: said(
      entry.due,
      (due: DateExpression) => `${formatDateExpression(due)}${entry.dueRule === null ? "" : ` (${entry.dueRule})`}`,
    ),
    recurring: said(entry.recurring, (recurrence: Recurrence) =>
      recurrence.kind === "continuous" ? "continuous" : `every ${formatLength(recurrence.length)}`,
    ),
    condition: said(entry.condition, plain),
    "verified by": said(entry.verifiedBy, listed),
    otherwise: said(entry.otherwise, plain),
    "only if": optionsOf(entry.ifOption),
  };
}

function datePoints({ holds, ifOption }: ReadDate): Points {
  return {
    order: `${holds.event} ${holds.relation.replace("-", " ")} ${formatDateExpression(holds.to)}`,
    "only if": optionsOf(ifOption),
  };
}

function bodyPoints(entry: ReadBody): Points {
  return {
    decides: said(entry.decides, plain),
    seats: said(entry.seats, String),
    "named by": said(entry.namedBy, (namers) =>
      listed(namers.map(({ by, seats }) => `${by.value ?? "not stated"} ${seats.value ?? "not stated"}`)),
    ),
    shares:
      entry.shares.length === 0
        ? null
        : listed(entry.shares.map(({ of, numerator, denominator }) => `${of} ${numerator}/${denominator}`)),
    rule: said(entry.rule, plain),
    chair: said(entry.chair, plain),
    "reports to": said(entry.reportsTo, plain),
    "only if": optionsOf(entry.ifOption),
  };
}

function said<T>(point: SaidOn<T>, shown: (value: T) => string): string | null {
  if (point.said === "stated") return shown(point.value);
  return point.said === "not-stated" ? "not stated" : null;
}

function listed(items: readonly string[]): string {
  return [...items].sort().join(", ");
}

function optionsOf(options: readonly { readonly issue: string; readonly option: string }[]): string {
  return options.length === 0 ? "always" : listed(options.map(({ issue, option }) => `${issue}=${option}`));
}

/** Readers word the same thing differently; only case and spaces can be set aside without guessing. */
function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim().toLowerCase();
}
