import { shortDate } from "@parley/calendar";
import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import type { IncidentCode, Incidents } from "../incidents.ts";
import type { ApartCode, Incident } from "../model.ts";
import type { IncidentPart, RowFinding } from "../part.ts";
import type { RowCode } from "../read.ts";
import { apartCodes, outOfOrderBit } from "./settled.ts";

type Wording<About> = (about: About) => { readonly message: string; readonly help: string };

const quoted = (text: string) => (text === "" ? "nothing" : `"${text}"`);
const overLines = (lines: number) => (lines === 1 ? "" : ` By its quotes it runs over ${lines} lines.`);
const notCounted = "This row is in no figure.";

/** The finding of each row, at most `listMax` of one code. */
export function rowFindings(part: IncidentPart, listMax: number): Diagnostic<RowCode>[] {
  const listed: Partial<Record<RowCode, number>> = {};
  return part.findings.flatMap((finding) => {
    const count = (listed[finding.code] ?? 0) + 1;
    listed[finding.code] = count;
    if (count > listMax) return [];
    const place = { file: part.file, line: finding.line + part.line, column: 1 };
    const severity = finding.code === "invalid-utf8" ? "warning" : "error";
    return [
      diagnostic({
        code: finding.code,
        severity,
        place,
        ...rowWording(part.head.columns.length)[finding.code](finding),
      }),
    ];
  });
}

const rowWording = (columns: number) =>
  ({
    "wrong-columns": ({ text, lines }) => ({
      message: `This row has ${text} columns, and the header has ${columns}.${overLines(lines)} ${notCounted}`,
      help: "Look for a comma in a text that is not quoted, or for a quote that is not closed.",
    }),
    "bad-date": ({ column, text }) => ({
      message: `${quoted(text)} under ${column} is no day that can be read. ${notCounted}`,
      help: "Write days as 2020-02-22 or 22 February 2020, from 1900 to 2100. Figures with strokes, such as 02/03/2020, mean two days and are not guessed.",
    }),
    "bad-deaths": ({ column, text }) => ({
      message: `${quoted(text)} under ${column} is no whole number of deaths. ${notCounted}`,
      help: "Write a whole number, 0 or more, and nothing else.",
    }),
    "bad-type": ({ column, text }) => ({
      message: `${quoted(text)} under ${column} is no type of violence that UCDP has. ${notCounted}`,
      help: "UCDP has state-based (1), non-state (2) and one-sided (3).",
    }),
    "bad-quotes": ({ text, lines }) => ({
      message: `The quotes in this row do not match: ${quoted(text)}.${overLines(lines)} ${notCounted}`,
      help: "A text with a comma or a quote stands between quotes, and a quote in it is written twice.",
    }),
    "row-too-long": ({ text }) => ({
      message: `A row begins here that does not end within a megabyte: ${quoted(text)}. ${notCounted} Reading goes on at the next line.`,
      help: "Look for a quote that is not closed.",
    }),
    "invalid-utf8": () => ({
      message: "This row has bytes that are not UTF-8. Its figures are read; names in it may be wrong.",
      help: "Save the file again with the encoding UTF-8.",
    }),
  }) satisfies Record<RowCode, Wording<RowFinding>>;

/** The finding of each record that is kept apart or whose figures are out of order, and how many there are. */
export function recordFindings(
  incidents: Incidents,
  firsts: ReadonlyMap<number, number>,
  listMax: number,
): { readonly diagnostics: Diagnostic<IncidentCode>[]; readonly counts: [IncidentCode, number][] } {
  const counts = new Map<IncidentCode, number>();
  const diagnostics: Diagnostic<IncidentCode>[] = [];
  const tell = (code: ApartCode | "out-of-order", at: number) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > listMax) return;
    const incident = incidents.incident(at);
    const first = firsts.get(at);
    const other = first === undefined ? null : incidents.incident(first);
    const place = (of: Incident) => ({ file: incidents.file, line: of.line, column: 1 });
    diagnostics.push(
      diagnostic({
        code,
        severity: "warning",
        place: place(incident),
        related: other === null ? [] : [{ place: place(other), message: "The record that it repeats." }],
        ...recordWording[code]({ incident, other }),
      }),
    );
  };
  let base = 0;
  for (const { apart, marks } of incidents.columns.blocks) {
    for (let at = 0; at < apart.length; at += 1) {
      const code = apartCodes[(apart[at] as number) - 1];
      if (code !== undefined) tell(code, base + at);
      if (((marks[at] as number) & outOfOrderBit) !== 0) tell("out-of-order", base + at);
    }
    base += apart.length;
  }
  return { diagnostics, counts: [...counts] };
}

interface Pair {
  readonly incident: Incident;
  readonly other: Incident | null;
}

const keptApart = "It is kept apart and is in no figure.";
const deaths = ({ best }: Incident) => (best === 1 ? "1 death" : `${best} deaths`);

const recordWording: Record<ApartCode | "out-of-order", Wording<Pair>> = {
  duplicate: ({ incident, other }) => ({
    message:
      incident.id === null
        ? `This row (${deaths(incident)}) has the same value in every column as line ${other?.line ?? "?"}. ${keptApart}`
        : `The id ${incident.id} stands on line ${other?.line ?? "?"} too${other !== null && isOther(incident, other) ? ", with other figures" : ""}. This one (${deaths(incident)}) is kept apart and is in no figure.`,
    help: "If both happened, give each an id of its own.",
  }),
  "deleted-id": ({ incident }) => ({
    message: `The source has withdrawn the record ${incident.id ?? ""} (${deaths(incident)}). ${keptApart}`,
    help: "Use a newer version of the file.",
  }),
  "dates-reversed": ({ incident }) => ({
    message: `This record (${deaths(incident)}) ends on ${shortDate(incident.to)}, before it begins on ${shortDate(incident.from)}. ${keptApart}`,
    help: "Look the days up in the source.",
  }),
  "impossible-place": ({ incident }) => ({
    message: `The latitude or longitude of this record (${deaths(incident)}) is no place on earth. ${keptApart}`,
    help: "Write degrees with a point, latitude from -90 to 90, longitude from -180 to 180. Leave both blank where the place is not known.",
  }),
  "outside-country": ({ incident }) => ({
    message: `The point of this record (${deaths(incident)}, ${incident.place ?? "no place named"}) lies in no province of ${incident.country ?? "the map"} and near none. ${keptApart}`,
    help: "Latitude and longitude may be exchanged, or the map may be too coarse: see nearKm.",
  }),
  "out-of-order": ({ incident }) => ({
    message: `Low, best and high do not rise: ${incident.low}, ${incident.best}, ${incident.high}. The range cannot be believed.`,
    help: "Counted by its best figure alone, or kept apart where the definition says so.",
  }),
};

const isOther = (a: Incident, b: Incident) =>
  a.from !== b.from || a.to !== b.to || a.best !== b.best || a.type !== b.type;
