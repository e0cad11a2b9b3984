import { type Commitment, findProvision, type ReadDate, type Reading } from "@parley/agreement";
import { type CivilDate, type DateRelation, longDate } from "@parley/calendar";
import type { Link } from "@parley/schedule";
import type { Assumption, MadeReading, RecordEntry, StatedPosition } from "../../events.ts";
import type { State } from "../../fold.ts";
import { type Bounds, type BoundsContext, boundsOf, relationWords } from "./bounds.ts";
import { basisOf, draftsOf, type JoinedIssue } from "./issues.ts";

/** What a link of the timetable goes back to. */
export type LinkRef =
  | { readonly kind: "record"; readonly entry: RecordEntry; readonly text: string }
  | { readonly kind: "date"; readonly made: MadeReading; readonly date: ReadDate; readonly text: string }
  | { readonly kind: "commitment"; readonly made: MadeReading; readonly commitment: Commitment; readonly text: string }
  | { readonly kind: "announcement"; readonly entry: RecordEntry; readonly text: string }
  | { readonly kind: "position"; readonly position: StatedPosition; readonly text: string }
  | { readonly kind: "assumption"; readonly assumption: Assumption; readonly text: string };

/** Which options are chosen: the basis text's, unless the asker chose another. */
interface Chosen {
  readonly byIssue: ReadonlyMap<string, string>;
}

/** The links of the timetable, and what could not become one. */
export interface Timetable {
  readonly links: readonly Link<LinkRef>[];
  readonly events: readonly string[];
  readonly happened: ReadonlyMap<string, CivilDate>;
  /** Dates the record has settled, so that they are no longer planned. */
  readonly settled: readonly { readonly event: string; readonly text: string }[];
  /** Dates that need a rule before they can be computed, each in a sentence. */
  readonly needsRule: readonly string[];
}

/** Everything the timetable may rest on, by where it comes from. */
export interface TimetableParts {
  readonly state: State;
  readonly issues: readonly JoinedIssue[];
  readonly chosen: Chosen;
  /** Positions in force that a party with a mandate stated. */
  readonly positions: readonly StatedPosition[];
  /** Assumptions switched off. */
  readonly without: ReadonlySet<string>;
}

/** Joins record, readings, announcements, positions and assumptions into one network of dates. */
export function timetableOf(parts: TimetableParts): Timetable {
  const { state } = parts;
  const happened = new Map(
    state.record.flatMap((entry) =>
      entry.type === "happened" && entry.event !== null ? [[entry.event, entry.on] as const] : [],
    ),
  );
  const made = new LinkMaker(state, happened);
  for (const entry of state.record) if (entry.type === "happened") made.record(entry);
  for (const entry of announcementsInForce(state)) made.announcement(entry);
  for (const position of parts.positions) made.position(position);
  for (const assumption of state.assumptions) if (!parts.without.has(assumption.id)) made.assumption(assumption);
  for (const reading of state.readings) made.reading(reading, parts);
  const links = made.links();
  const named = new Set(links.flatMap(({ from, to }) => [from, to]));
  named.delete(origin);
  return { links, events: [...named].sort(), happened, settled: made.settled, needsRule: made.needsRule };
}

/** The engine's zero event; dates are counted from 1970-01-01. */
const origin = "calendar-start";

/** Announcements known by the day that no later one took the place of. */
function announcementsInForce(state: State): RecordEntry[] {
  const replaced = new Set(state.record.flatMap((entry) => entry.replaces));
  return state.record.filter((entry) => entry.type === "announced" && !replaced.has(entry.id));
}

class LinkMaker {
  readonly settled: { event: string; text: string }[] = [];
  readonly needsRule: string[] = [];
  readonly #state: State;
  readonly #happened: ReadonlyMap<string, CivilDate>;
  readonly #links = new Map<string, Link<LinkRef>>();

  constructor(state: State, happened: ReadonlyMap<string, CivilDate>) {
    this.#state = state;
    this.#happened = happened;
  }

  links(): Link<LinkRef>[] {
    return [...this.#links.values()];
  }

  record(entry: RecordEntry): void {
    if (entry.event === null) return;
    const relation: DateRelation = {
      event: entry.event,
      relation: "on",
      to: { anchor: { kind: "date", date: entry.on }, offset: null },
    };
    this.#add({
      id: `record:${entry.id}`,
      relation,
      origin: "record",
      settledToo: true,
      ref: (text) => ({ kind: "record", entry, text }),
      says: entry.says,
    });
  }

  announcement(entry: RecordEntry): void {
    entry.holds.forEach((relation, index) => {
      this.#add({
        id: `announcement:${entry.id}.${index + 1}`,
        relation,
        origin: "announcement",
        ref: (text) => ({ kind: "announcement", entry, text }),
        says: entry.says,
      });
    });
  }

  position(position: StatedPosition): void {
    position.holds.forEach((relation, index) => {
      this.#add({
        id: `position:${position.id}.${index + 1}`,
        relation,
        origin: "position",
        ref: (text) => ({ kind: "position", position, text }),
        says: position.words,
      });
    });
  }

  assumption(assumption: Assumption): void {
    this.#add({
      id: assumption.id,
      relation: assumption.holds,
      origin: "assumption",
      ref: (text) => ({ kind: "assumption", assumption, text }),
      says: assumption.says,
    });
  }

  reading(made: MadeReading, parts: TimetableParts): void {
    for (const date of made.reading.dates) {
      const choices = choicesOf(made, date, parts);
      if (choices === null) continue;
      this.#add({
        id: `${made.text}#${date.provision}/${date.id}`,
        relation: date.holds,
        origin: "clause",
        choices,
        ref: (text) => ({ kind: "date", made, date, text }),
        says: date.says,
        rival: made.reading.reader,
      });
    }
    for (const commitment of made.reading.commitments) this.#commitment(made, commitment, parts);
  }

  #commitment(made: MadeReading, commitment: Commitment, parts: TimetableParts): void {
    if (commitment.due.said !== "stated" || commitment.event === null) return;
    const choices = choicesOf(made, commitment, parts);
    if (choices === null) return;
    this.#add({
      id: `${made.text}#${commitment.provision}/${commitment.id}`,
      relation: { event: commitment.event, relation: "by", to: commitment.due.value },
      origin: "clause",
      choices,
      ref: (text) => ({ kind: "commitment", made, commitment, text }),
      says: null,
      rival: made.reading.reader,
    });
  }

  /** Adds a link, or a rival reading to the link that another reader already gave. */
  #add(asked: {
    readonly id: string;
    readonly relation: DateRelation;
    readonly origin: Link<LinkRef>["origin"];
    readonly choices?: readonly string[];
    readonly settledToo?: boolean;
    readonly ref: (text: string) => LinkRef;
    readonly says: string | null;
    readonly rival?: string;
  }): void {
    const { relation } = asked;
    const context: BoundsContext = { happened: this.#happened, rule: this.#state.definition["month-end"] };
    const bounds = boundsOf(relation, context);
    if (!bounds.ok) {
      this.needsRule.push(bounds.message);
      return;
    }
    if (asked.settledToo !== true && this.#settles(relation, bounds)) return;
    const text = asked.says ?? relationWords(relation, this.#state.definition.events);
    const before = this.#links.get(asked.id);
    if (before !== undefined && asked.rival !== undefined) {
      const variant = { id: asked.rival, atLeast: bounds.atLeast, atMost: bounds.atMost, ref: asked.ref(text) };
      this.#links.set(asked.id, { ...before, variants: [...before.variants, variant] });
      return;
    }
    this.#links.set(asked.id, {
      id: asked.id,
      from: bounds.from,
      to: relation.event,
      atLeast: bounds.atLeast,
      atMost: bounds.atMost,
      origin: asked.origin,
      kind: bounds.kind,
      ref: asked.ref(text),
      choices: asked.choices ?? [],
      variants: [],
    });
  }

  /** Whether both ends are past: then the date is kept or late, which is a question of keeping and not of planning. */
  #settles(relation: DateRelation, bounds: Bounds): boolean {
    const on = this.#happened.get(relation.event);
    if (on === undefined || bounds.from !== origin) return false;
    const said = relationWords(relation, this.#state.definition.events);
    this.settled.push({ event: relation.event, text: `${said}: it happened on ${longDate(on)}.` });
    return true;
  }
}

/**
 * The choices that an entry of a reading depends on, or null when it does not apply: its wording is not the one
 * chosen, or its draft is only alleged. Letters and agreements in force always apply.
 */
function choicesOf(
  made: MadeReading,
  entry: Reading["dates"][number] | Commitment,
  parts: TimetableParts,
): string[] | null {
  const { state, issues, chosen } = parts;
  const text = state.texts.find((each) => each.entry.id === made.text);
  if (text === undefined || text.entry.alleged) return null;
  const choices: string[] = [];
  for (const { issue, option } of entry.ifOption) {
    if (chosen.byIssue.get(issue) !== option) return null;
    choices.push(`${issue}=${option}`);
  }
  if (text.entry.kind !== "draft" || entry.ifOption.length > 0) return choices;
  const own = issues.filter((issue) => issue.provision === entry.provision);
  if (own.length === 0)
    return basisOf(state) === text || onlyHere(state, text.entry.id, entry.provision) ? choices : null;
  for (const issue of own) {
    const option = issue.options.find(({ id }) => id === chosen.byIssue.get(issue.id));
    // A later wording of the same line replaces the earlier one, and so do its dates.
    if (option === undefined || option.wordingOf.get(made.text) !== option.wording) return null;
    if (issue.options.length > 1) choices.push(`${issue.id}=${option.id}`);
  }
  return choices;
}

/** Whether no other draft words a provision, so that nothing rivals it and yet it is no issue. */
function onlyHere(state: State, draft: string, provision: string): boolean {
  return draftsOf(state).every(
    ({ entry, agreement }) => entry.id === draft || findProvision(agreement, provision) === null,
  );
}

/** The default choice of every issue: the basis text's own option, else the first. */
export function defaultChoices(state: State, issues: readonly JoinedIssue[]): Map<string, string> {
  const basis = basisOf(state)?.entry.id;
  return new Map(
    issues.map((issue) => {
      const option =
        issue.options.find(({ tabledIn }) => basis !== undefined && tabledIn.includes(basis)) ?? issue.options[0];
      return [issue.id, option?.id ?? ""];
    }),
  );
}
