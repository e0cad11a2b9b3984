import { allBrackets, isStale, type Provision, type ReadingEntry } from "@parley/agreement";
import { formatDateExpression } from "@parley/calendar";
import type { Answer } from "../answer.ts";
import type { ChangeAnswer } from "../answers/compare.ts";
import type { PositionAnswer } from "../answers/positions.ts";
import type { ProvisionAnswer, TextAnswer } from "../answers/text.ts";
import type { MadeReading, Process, TabledText } from "../events.ts";
import type { State } from "../fold.ts";
import { directionOf } from "../internal/drafts/direction.ts";
import { relationWords } from "../internal/join/bounds.ts";
import { basisOf, issuesOf } from "../internal/join/issues.ts";
import { tellPiece } from "../internal/join/pieces.ts";
import { statusWords } from "../internal/join/status.ts";
import { languageName } from "../internal/join/versions.ts";
import {
  type Asking,
  counted,
  eventName,
  listed,
  partyName,
  refuse,
  sentence,
  sourceOf,
  viewOf,
} from "../internal/join/view.ts";
import { type ChangeNames, tellChanges } from "./compare.ts";
import { tellPositions } from "./positions.ts";
import { tellVersions } from "./versions.ts";

export interface TextQuestion extends Asking {
  /** The id of a text; the basis text unless told. */
  readonly text?: string | undefined;
  /** The id of an earlier text to hold it against. */
  readonly compare?: string | undefined;
  /** True to have the language versions beside each other. */
  readonly beside?: boolean | undefined;
}

/** A text as a document: its provisions with brackets and statuses in place, and beside each its readings and positions. */
export function askText(process: Process, question: TextQuestion = {}): Answer<TextAnswer> {
  const viewed = viewOf(process, question);
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const known = state.texts.map(({ entry }) => entry.id).join(", ");
  const find = (id: string) => state.texts.find(({ entry }) => entry.id === id);
  const shown =
    question.text === undefined || question.text === "" ? (basisOf(state) ?? state.texts[0]) : find(question.text);
  if (shown === undefined) {
    return refuse(
      "unknown-text",
      `No text “${question.text ?? ""}” is known on ${state.asOf}.`,
      known === "" ? "No text is known on that day; choose a later one." : `The texts are: ${known}.`,
    );
  }
  const other = question.compare === undefined || question.compare === "" ? null : find(question.compare);
  if (other === undefined)
    return refuse(
      "unknown-text",
      `No text “${question.compare ?? ""}” is known on ${state.asOf}.`,
      `The texts are: ${known}.`,
    );
  const changes =
    other === null ? [] : besideProvisions(state, tellChanges(other.agreement, shown.agreement, namesIn(state)));
  const provisions = tellProvisions(state, shown, changes);
  const brackets = allBrackets(shown.agreement);
  const blanks = brackets.filter(({ bracket }) => bracket.blank).length;
  const counts = { provisions: provisions.length, brackets: brackets.length, blanks };
  return {
    ok: true,
    answer: {
      ...head,
      text: firstLine(state, shown, counts),
      draft: draftOf(state, shown),
      provisions,
      counts,
      texts: state.texts.map(({ entry }) => ({
        id: entry.id,
        name: entry.name,
        kind: entry.kind,
        date: entry.tabled,
        by: partyName(state, entry.by),
      })),
      comparedWith: other?.entry.id ?? null,
      deleted: changes.filter(({ kind }) => kind === "deleted"),
      languages: shown.versions.map(({ language }) => languageName(language)),
      versions: question.beside === true ? tellVersions(shown, state) : null,
    },
  };
}

/** Beside its provision a change names neither the provision nor, in its sentence, the hand: that stands behind it. */
function namesIn({ definition }: State): ChangeNames {
  return {
    where: () => "",
    bracket: (id) => (definition.provisions[id] === undefined ? "the bracket" : `“${definition.provisions[id]}”`),
    by: () => "",
  };
}

/** Whose change it is: a party by its id, anybody else by name. */
function besideProvisions(state: State, changes: readonly ChangeAnswer[]): ChangeAnswer[] {
  const isParty = (hand: string) => state.definition.parties.some(({ id }) => id === hand);
  return changes.map((change) =>
    change.proposedBy === null || isParty(change.proposedBy)
      ? change
      : { ...change, proposedBy: partyName(state, change.proposedBy) },
  );
}

function firstLine(state: State, { entry, agreement }: TabledText, { brackets, blanks }: TextAnswer["counts"]): string {
  const open =
    brackets === 0
      ? "nothing in it is in brackets"
      : `${counted(brackets, "bracket")} open${blanks === 0 ? "" : brackets === 1 ? ", and blank" : `, ${blanks} of them blank`}`;
  if (entry.kind === "agreement") return `An agreement in force; ${open}.`;
  if (entry.kind === "paper") return `A paper beside the drafts; ${open}.`;
  const accepted = agreement.front.basisAcceptedBy.map((id) => partyName(state, id));
  const basis =
    accepted.length === 0
      ? "nobody is recorded as taking it as the basis of talks, so its unbracketed words are proposed and not agreed"
      : `taken as the basis by ${listed(accepted)}`;
  return `${entry.alleged ? "Alleged, not confirmed; " : ""}${open}; ${basis}.`.replace(/^./u, (first) =>
    first.toUpperCase(),
  );
}

function draftOf(state: State, { entry, agreement: { front } }: TabledText): TextAnswer["draft"] {
  const accepted = front.basisAcceptedBy.map((id) => partyName(state, id));
  const language = front.language ?? "en";
  return {
    id: entry.id,
    name: entry.name,
    file: entry.file,
    kind: entry.kind,
    title: front.title ?? entry.name,
    notice: front.notice,
    drafter: partyName(state, front.drafter ?? entry.by),
    date: front.date ?? entry.tabled,
    stage: front.stage,
    language,
    direction: directionOf(language),
    basis: accepted.length === 0 ? "not recorded as accepted by anybody" : `accepted as basis by ${listed(accepted)}`,
    source: sourceOf(state, entry.source),
  };
}

function tellProvisions(state: State, shown: TabledText, changes: readonly ChangeAnswer[]): ProvisionAnswer[] {
  const positions = tellPositions(state, issuesOf(state));
  const readings = state.readings.filter(({ text }) => text === shown.entry.id);
  const told: ProvisionAnswer[] = [];
  const visit = (provision: Provision, depth: number): void => {
    const brackets = new Set(
      allBrackets({ provisions: [{ ...provision, children: [] }] }).map(({ bracket }) => bracket.id as string),
    );
    told.push({
      id: provision.id,
      kind: provision.kind,
      number: provision.number,
      heading: provision.heading,
      depth,
      // A note is ours and no part of the instrument: nobody proposes or agrees it.
      status: provision.kind === "note" ? "note" : statusWords(provision.status, state),
      pieces: provision.words.map(tellPiece),
      readings: readings.flatMap((made) => notesOn(state, made, provision.id, shown)),
      positions: positions.filter((position) => concerns(position, provision.id, brackets)),
      change: changeOf(changes, provision.id),
    });
    for (const child of provision.children) visit(child, depth + 1);
  };
  for (const provision of shown.agreement.provisions) visit(provision, 0);
  return told;
}

function concerns({ about }: PositionAnswer, provision: string, brackets: ReadonlySet<string>): boolean {
  if (about.kind !== "provision" && about.kind !== "option") return false;
  const target = about.id.split("=")[0] ?? "";
  return target === provision || brackets.has(target);
}

/** The changes to a provision as one: the words of the one that shows them, the sentences of all. */
function changeOf(changes: readonly ChangeAnswer[], provision: string): ChangeAnswer | null {
  const own = changes.filter((change) => change.provision === provision && change.kind !== "deleted");
  const shown = own.find(({ words }) => words.length > 0) ?? own[0];
  return shown === undefined ? null : { ...shown, text: own.map(({ text }) => text).join(" ") };
}

/** What a reading says of one provision, each entry in a sentence. */
function notesOn(
  state: State,
  { reading }: MadeReading,
  provision: string,
  shown: TabledText,
): ProvisionAnswer["readings"] {
  const note = (kind: ProvisionAnswer["readings"][number]["kind"], entry: ReadingEntry, text: string) => ({
    reader: reading.reader,
    kind,
    text: sentence(text),
    words: entry.words ?? "",
    stale: isStale(entry, shown.agreement) !== null,
    source: sourceOf(state, entry.source),
  });
  const here = <T extends ReadingEntry>(entries: readonly T[]) =>
    entries.filter((entry) => entry.provision === provision);
  return [
    ...here(reading.commitments).map((commitment) => {
      const by =
        commitment.by.value === null
          ? "who is to act is not stated:"
          : listed(commitment.by.value.map((id) => partyName(state, id)));
      const due =
        commitment.due.value === null ? "" : `, due ${dueWords(state, formatDateExpression(commitment.due.value))}`;
      return note("commitment", commitment, `${by} ${commitment.force.replace("-", " ")} ${commitment.act}${due}`);
    }),
    ...here(reading.dates).map((date) =>
      note("date", date, date.says ?? relationWords(date.holds, state.definition.events)),
    ),
    ...here(reading.bodies).map((body) =>
      note(
        "body",
        body,
        `${body.name}: ${body.seats.value === null ? "seats not reported" : counted(body.seats.value, "seat")}; rule ${body.rule.value ?? "not reported"}`,
      ),
    ),
    ...here(reading.definitions).map((definition) =>
      note("definition", definition, `“${definition.term}” means ${definition.means}`),
    ),
    ...(reading.ceasefire !== null && reading.ceasefire.provision === provision
      ? [
          note(
            "ceasefire",
            reading.ceasefire,
            `Ceasefire: starts ${reading.ceasefire.starts.value ?? "not reported"}; area ${reading.ceasefire.area.value ?? "not reported"}; monitored by ${reading.ceasefire.monitoredBy.value ?? "not reported"}`,
          ),
        ]
      : []),
  ];
}

function dueWords(state: State, expression: string): string {
  return expression.replace(/^[\p{L}][^\s]*/u, (event) => eventName(state, event));
}
