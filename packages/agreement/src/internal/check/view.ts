import { type Diagnostic, diagnostic, LineIndex, type Place, type Related, type Severity } from "@parley/diagnostics";
import type { YamlPath } from "@parley/diagnostics/yaml";
import type { CheckCode } from "../../check.ts";
import type { Agreement, Provision } from "../../model.ts";
import type { PlacedReading } from "../../readings.ts";
import { type OwnText, ownTextOf, provisionsOf } from "../readings/own-text.ts";

export type Finding = Diagnostic<CheckCode>;

/** A provision with its own words and where it stands. */
export interface Clause {
  readonly provision: Provision;
  readonly parent: Provision | null;
  readonly own: OwnText;
}

/** A text laid out for the rules, with its readings. */
export interface View {
  readonly agreement: Agreement;
  readonly clauses: readonly Clause[];
  readonly byId: ReadonlyMap<string, Clause>;
  readonly readings: readonly PlacedReading[];
  /** False when the text says it is in another language than English: rules about words are then silent. */
  readonly english: boolean;
  readonly reconstruction: boolean;
  readonly lines: LineIndex;
}

export function viewsOf(texts: readonly Agreement[], readings: readonly PlacedReading[]): View[] {
  return texts.map((agreement) => {
    const clauses = provisionsOf(agreement.provisions).map(({ provision, parent }) => ({
      provision,
      parent,
      own: ownTextOf(provision.words),
    }));
    return {
      agreement,
      clauses,
      byId: new Map(clauses.map((clause) => [clause.provision.id, clause])),
      readings: readings.filter(({ reading }) => isReadingOf(reading.of, agreement.file)),
      english: agreement.front.language === null || /^en\b/iu.test(agreement.front.language),
      reconstruction: agreement.front.reconstruction,
      lines: new LineIndex(agreement.file, agreement.source),
    };
  });
}

/** A reading names its text by a path of the process folder; the text may have been opened by a longer path. */
export function isReadingOf(of: string, file: string): boolean {
  const [a, b] = [of, file].map((path) => `/${path.replaceAll("\\", "/").replace(/^(\.?\/)+/u, "")}`);
  return a !== undefined && b !== undefined && (a === b || b.endsWith(a) || a.endsWith(b));
}

/** The place of the words at an offset of a clause's own text. */
export function placeIn(view: View, clause: Clause, offset: number): Place {
  const piece = clause.own.pieces.find(({ start, end }) => offset >= start && offset < end);
  if (piece === undefined) return placeOfClause(view, clause);
  // Escapes and line ends make source and text differ in length: the first word at the place is looked for in the source.
  const word = /^\S+/u.exec(clause.own.text.slice(offset, piece.end))?.[0] ?? "";
  const guess = piece.span.start + Math.max(0, offset - piece.start - 2);
  const found = word === "" ? -1 : view.agreement.source.indexOf(word, guess);
  return view.lines.place(found === -1 || found >= piece.span.end ? piece.span.start : found);
}

export function placeOfClause(view: View, clause: Clause): Place {
  const first = clause.own.pieces[0];
  return view.lines.place(first?.span.start ?? clause.provision.ownSpan.start);
}

/** "provision “council” (Article 3)": a provision as a message names it. */
export function named({ provision }: Clause): string {
  return provision.number === null
    ? `“${provision.id}”`
    : `“${provision.id}” (${provision.number.replace(/\s+/gu, " ")})`;
}

/** The provision that an entry of a reading rests on, as a second place. */
export function restsOn(view: View, id: string | null): Related[] {
  const clause = id === null ? undefined : view.byId.get(id);
  return clause === undefined
    ? []
    : [{ place: placeOfClause(view, clause), message: `The provision it rests on, ${named(clause)}.` }];
}

/** Something that is not there. The words never blame a draft for what only its reports leave out. */
export function gap(
  view: View,
  parts: {
    readonly code: CheckCode;
    readonly severity: Severity;
    /** What is absent, as a full sentence without its final stop, and the same as a thing no source reports. */
    readonly absent: string;
    readonly unreported: string;
    readonly why: string;
    readonly help: string;
    readonly place: Place;
    readonly related?: readonly Related[];
  },
): Finding {
  const { code, place, related = [] } = parts;
  if (!view.reconstruction)
    return diagnostic({
      code,
      severity: parts.severity,
      message: `${parts.absent}. ${parts.why}`,
      help: parts.help,
      place,
      related,
    });
  return diagnostic({
    code,
    severity: "note",
    message: `Not reported: ${parts.unreported}. ${parts.why}`,
    help: "This text is rebuilt from reports. Leave the point open, and fill it only when a source reports it.",
    place,
    related,
  });
}

/** Operative words: what binds. Preambles, notes, signature blocks and headings do not. */
export function isOperative({ provision }: Clause): boolean {
  return provision.kind === "paragraph" || provision.kind === "definition" || provision.kind === "table";
}

/** The sentence around an offset, with where it starts. */
export function sentenceAt(text: string, offset: number): { readonly text: string; readonly start: number } {
  const before = text.slice(0, offset);
  const cut = Math.max(...[". ", ".\n", "; ", ";\n"].map((stop) => before.lastIndexOf(stop)));
  const start = cut === -1 ? 0 : cut + 2;
  const stop = /[.;](?=\s|$)/u.exec(text.slice(offset));
  return { text: text.slice(start, stop === null ? text.length : offset + stop.index), start };
}

/** Everything that readings of one text say under one id of one provision. */
export interface Said<T> {
  readonly entry: T;
  readonly placed: PlacedReading;
}

/** Entries of all readings, those with the same id and provision together, in the order in which they first stand. */
export function together<T extends { readonly id: string; readonly provision: string; readonly path: YamlPath }>(
  view: View,
  entries: (placed: PlacedReading) => readonly T[],
): (readonly [Said<T>, ...Said<T>[]])[] {
  const groups = new Map<string, [Said<T>, ...Said<T>[]]>();
  for (const placed of view.readings) {
    for (const entry of entries(placed)) {
      const key = `${entry.provision}\n${entry.id}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ entry, placed }]);
      else group.push({ entry, placed });
    }
  }
  return [...groups.values()];
}
