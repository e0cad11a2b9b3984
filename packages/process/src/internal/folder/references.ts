import { allBrackets, allProvisions } from "@parley/agreement";
import { type Diagnostic, diagnostic, type Place } from "@parley/diagnostics";
import type { Process, RecordEntry } from "../../events.ts";

/** Checks that what the files name exists: a wrong name would silently weaken an answer. */

type Kind =
  | "party"
  | "speaker"
  | "source"
  | "text"
  | "room"
  | "subject"
  | "provision"
  | "record entry"
  | "event"
  | "commitment"
  | "window";

const where: Record<Kind, string> = {
  party: "under “parties” in process.yaml",
  speaker: "under “speakers” in process.yaml",
  source: "under “sources” in process.yaml",
  text: "under “texts” in process.yaml",
  room: "under “rooms” in process.yaml",
  subject: "under “subjects” in process.yaml",
  provision: "as a provision or bracket of a draft",
  "record entry": "in record.yaml",
  event: "under “events” in process.yaml",
  commitment: "in a reading of its text, and name it as text#id",
  window: "under “windows” in a file of the folder violence",
};

/** The place of a value of `process.yaml`, by its path. */
export type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** Every name that leads nowhere, with its place and the nearest name that exists. Linear but for the suggestions. */
export function checkReferences(process: Process, placeOf: PlaceOf): Diagnostic[] {
  const names = namesOf(process);
  const found: Diagnostic[] = [];
  const need = (kind: Kind, id: string, place: Place | null): void => {
    if (names[kind].has(id)) return;
    const near = nearest(id, [...names[kind]]);
    found.push(
      diagnostic({
        code: `unknown-${kind.replace(" ", "-")}`,
        severity: "error",
        message: `There is no ${kind} “${id}”.`,
        help: `${near === null ? "" : `Did you mean “${near}”? `}List it ${where[kind]}, or correct the name here.`,
        place,
      }),
    );
  };
  checkDefinition(process, placeOf, need);
  for (const event of process.events) {
    need("room", event.room, event.place);
    for (const source of event.sources) need("source", source, event.place);
    if (event.type === "text-tabled" && !names.speaker.has(event.body.entry.by))
      need("party", event.body.entry.by, event.place);
    if (event.type === "position-stated") checkPosition(event.body, event.place, need);
    if (event.type === "entry-recorded") checkEntry(event.body, { place: event.place, need, names });
    if (event.type === "violence-counted")
      for (const window of event.body.entry.windows) {
        for (const id of window.commitments) need("commitment", id, event.place);
        for (const id of window.body) need("party", id, event.place);
      }
    if (event.type === "assumption-made") checkRelation(event.body.holds, event.place, need);
    if (event.type === "assessment-made") {
      need("party", event.body.party, event.place);
      for (const { issue } of event.body.orders) need("provision", issue, event.place);
    }
  }
  return [...found, ...repeatedIds(process), ...withoutSignatory(process)];
}

type Need = (kind: Kind, id: string, place: Place | null) => void;

function namesOf({ definition, events }: Process): Record<Kind, ReadonlySet<string>> {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const drafts = events.flatMap((event) => (event.type === "text-tabled" ? [event.body.agreement] : []));
  const readings = events.flatMap((event) => (event.type === "reading-made" ? [event.body.reading] : []));
  return {
    party: ids(definition.parties),
    speaker: ids(definition.speakers),
    source: ids(definition.sources),
    text: ids(definition.texts),
    room: ids(definition.rooms),
    subject: ids(definition.subjects),
    provision: new Set(
      drafts.flatMap((draft) => [
        ...allProvisions(draft).map(({ id }) => id as string),
        ...allBrackets(draft).map(({ bracket }) => bracket.id as string),
      ]),
    ),
    "record entry": new Set(events.flatMap((event) => (event.type === "entry-recorded" ? [event.body.id] : []))),
    commitment: new Set(
      events.flatMap((event) =>
        event.type === "reading-made" ? event.body.reading.commitments.map(({ id }) => `${event.body.text}#${id}`) : [],
      ),
    ),
    window: new Set(
      events.flatMap((event) =>
        event.type === "violence-counted" ? event.body.entry.windows.map(({ id }) => id) : [],
      ),
    ),
    event: new Set([
      ...Object.keys(definition.events),
      ...readings.flatMap((reading) => reading.events.map(({ id }) => id)),
    ]),
  };
}

function checkDefinition({ definition }: Process, placeOf: PlaceOf, need: Need): void {
  need("room", definition.room, placeOf(["room"]));
  if (definition["entries-room"] !== null) need("room", definition["entries-room"], placeOf(["entries-room"]));
  if (definition.texts.length > 0) need("text", definition.basis, placeOf(["basis"]));
  for (const [index, speaker] of definition.speakers.entries())
    for (const party of speaker.for) need("party", party, placeOf(["speakers", index, "for"]));
  for (const [index, text] of definition.texts.entries())
    if (text.revises !== null) need("text", text.revises, placeOf(["texts", index, "revises"]));
  for (const [author, party] of Object.entries(definition.authors)) need("party", party, placeOf(["authors", author]));
}

function checkEntry(
  entry: RecordEntry,
  { place, need, names }: { readonly place: Place; readonly need: Need; readonly names: ReturnType<typeof namesOf> },
): void {
  for (const id of [...entry.by, ...entry.against, ...entry.to]) if (!names.speaker.has(id)) need("party", id, place);
  for (const id of [...entry.replaces, ...entry.of]) need("record entry", id, place);
  if (entry.corrects !== null) need("record entry", entry.corrects, place);
  if (entry.event !== null) need("event", entry.event, place);
  if (entry.window !== null) need("window", entry.window, place);
  for (const id of entry.commitments) need("commitment", id, place);
  for (const relation of entry.holds) checkRelation(relation, place, need);
}

function checkPosition(
  position: Extract<Process["events"][number], { readonly type: "position-stated" }>["body"],
  place: Place,
  need: Need,
): void {
  need("speaker", position.by, place);
  if (position.for !== null) need("party", position.for, place);
  const { about } = position;
  if ("subject" in about) need("subject", about.subject, place);
  if ("version" in about) need("text", about.version, place);
  if ("provision" in about) need("provision", about.provision, place);
  if ("option" in about) need("provision", about.option.slice(0, about.option.indexOf("=")), place);
  if (position.wording !== null) need("text", position.wording, place);
  for (const id of position.disputes) need("record entry", id, place);
  for (const relation of position.holds) checkRelation(relation, place, need);
}

function checkRelation(
  { event, to }: Process["definition"]["assumptions"][number]["holds"],
  place: Place,
  need: Need,
): void {
  need("event", event, place);
  if (to.anchor.kind === "event") need("event", to.anchor.event, place);
}

/** Without a signatory there is nobody whose refusal could block, and every package would look free. */
function withoutSignatory({ definition }: Process): Diagnostic[] {
  if (definition.parties.some(({ signatory }) => signatory)) return [];
  return [
    diagnostic({
      code: "no-signatory",
      severity: "warning",
      message: "No party is marked as a signatory, so no package can be judged.",
      help: "Write “signatory: true” at each party whose consent an agreement needs.",
      place: { file: "process.yaml", line: 1, column: 1 },
    }),
  ];
}

/** Two entries with one id could not be told apart in an answer. */
function repeatedIds({ events }: Process): Diagnostic[] {
  const seen = new Map<string, Place>();
  return events.flatMap((event) => {
    const before = seen.get(event.id);
    if (before === undefined) {
      seen.set(event.id, event.place);
      return [];
    }
    return [
      diagnostic({
        code: "repeated-id",
        severity: "error",
        message: `Two entries have the id “${event.id.slice(event.id.indexOf(":") + 1)}”.`,
        help: "Give each entry an id of its own.",
        place: event.place,
        related: [{ place: before, message: "The first entry with this id." }],
      }),
    ];
  });
}

/** The name that differs least, if it differs by at most a third of its length. */
function nearest(id: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.floor(id.length / 3) + 1;
  for (const name of names) {
    const distance = editDistance(id, name, least);
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}

/** Edits from one word to another (Levenshtein), given up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit;
}
