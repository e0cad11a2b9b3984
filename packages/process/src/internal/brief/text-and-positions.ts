import { civilDate, longDate } from "@parley/calendar";
import type { BriefItem, BriefSection } from "../../answers/brief.ts";
import type { PositionAnswer, PositionsAnswer } from "../../answers/positions.ts";
import type { TextAnswer } from "../../answers/text.ts";
import type { State } from "../../fold.ts";
import { counted, listed } from "../join/view.ts";
import { item } from "./item.ts";

export function handlingSection(state: State, shareable: boolean): BriefSection {
  const used = new Set([
    ...state.positions.flatMap(({ sources }) => sources),
    ...state.record.flatMap(({ sources }) => sources),
    ...state.violence.map(({ entry }) => entry.source),
  ]);
  const grades = new Map<string, number>();
  for (const { id, grade } of state.definition.sources)
    if (used.has(id)) grades.set(grade, (grades.get(grade) ?? 0) + 1);
  const graded = [...grades].sort(([a], [b]) => a.localeCompare(b, "en")).map(([grade, n]) => `${n} ${grade}`);
  return {
    id: "handling",
    title: "Handling and sources",
    lead: shareable
      ? "This copy holds only what is public. Assessments, what blocks and what might move are left out."
      : "For the mediation team. It tells what blocks and what might move; do not pass it on.",
    items: [
      item(`Known by the end of ${longDate(state.asOf)}, in the time zone ${state.definition.zone}`),
      item(
        graded.length === 0
          ? "No source is recorded"
          : `It rests on ${counted(used.size, "source")}: ${listed(graded)}`,
      ),
    ],
    table: null,
  };
}

export function textSection(state: State, text: TextAnswer | null): BriefSection {
  if (text === null)
    return { id: "text", title: "The text", lead: "No text is known by this day.", items: [], table: null };
  const statuses = new Map<string, number>();
  for (const { status, kind } of text.provisions)
    if (kind !== "note") statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const inForce = state.texts.some(({ entry }) => entry.id === text.draft.id && entry.kind === "agreement");
  const provisions = [...statuses.values()].reduce((sum, n) => sum + n, 0);
  const rivals = state.texts.filter(({ entry }) => entry.kind === "draft" && entry.id !== text.draft.id);
  return {
    id: "text",
    title: "The text",
    lead: `${text.draft.name}, by ${text.draft.drafter}${text.draft.date === null ? "" : `, ${longDate(civilDate(text.draft.date))}`}. ${text.text}`,
    items: [
      // What is in force is no longer proposed or agreed, whatever its file leaves unsaid.
      item(
        inForce
          ? `Its ${counted(provisions, "provision")} are in force`
          : `Of its ${counted(provisions, "provision")}: ${listed([...statuses].map(([status, n]) => `${n} ${status}`))}`,
        { href: "/text" },
      ),
      ...rivals.map(({ entry }) =>
        item(
          `Beside it: ${entry.name}, ${longDate(entry.tabled)}${entry.alleged ? " (alleged, not confirmed; it adds no option)" : entry.partial ? " (only parts of it are reported)" : ""}`,
          {
            href: `/text?text=${entry.id}&compare=${text.draft.id}`,
          },
        ),
      ),
    ],
    table: null,
  };
}

/**
 * What each side has said, in force or not reaffirmed: the signatories statement by statement, the others together.
 * What does not decide is counted and left to the page.
 */
export function saidSection(state: State, positions: PositionsAnswer): BriefSection {
  const signatories = new Set(state.definition.parties.filter(({ signatory }) => signatory).map(({ id }) => id));
  const deciding = positions.parties.flatMap(({ id, name, positions: all }) =>
    all
      .filter(({ standing }) => standing !== "superseded" && standing !== "shown, does not decide")
      .map((position) => ({ party: id, name, position })),
  );
  const own = deciding.filter(({ party }) => signatories.has(party));
  const others = new Map<string, typeof deciding>();
  for (const each of deciding.filter(({ party }) => !signatories.has(party))) {
    const key = JSON.stringify([each.position.said, each.position.about.id, each.position.words]);
    others.set(key, [...(others.get(key) ?? []), each]);
  }
  const latest = [...others.values()].sort((a, b) =>
    (b[0]?.position.said ?? "").localeCompare(a[0]?.position.said ?? "", "en"),
  );
  const told = latest.slice(0, othersMax);
  // On a busy day what is no longer fresh, and so decides nothing, makes room.
  const fresh = own.length > ownMax ? own.filter(({ position }) => position.standing !== "no longer fresh") : own;
  const aged = own.length - fresh.length;
  const shown = positions.parties.reduce(
    (sum, { positions: all }) => sum + all.filter(({ standing }) => standing === "shown, does not decide").length,
    0,
  );
  return {
    id: "said",
    title: "What each side has said",
    lead:
      own.length === 0
        ? "No position of a signatory with a mandate is recorded. Silence is not consent."
        : `${counted(own.length, "statement")} of the signatories ${own.length === 1 ? "stands" : "stand"}${aged === 0 ? "" : `, ${aged} of them no longer fresh and left out here`}; ${shown} of voices without a mandate ${shown === 1 ? "is" : "are"} on the page of positions and ${shown === 1 ? "decides" : "decide"} nothing.${latest.length > told.length ? ` Of ${latest.length} statements of others the latest ${told.length} stand here.` : ""}`,
    items: [
      ...fresh.map(({ name, position }) => saidItem(`${name}, ${position.speaker}`, position)),
      ...told.flatMap((together) =>
        together[0] === undefined ? [] : [saidItem(listed(together.map(({ name }) => name)), together[0].position)],
      ),
    ],
    table: null,
  };
}

/** Statements of the signatories that all stand here, fresh or not. */
const ownMax = 10;

/** Statements of those who need not sign, told at the most; all are on the page of positions. */
const othersMax = 3;

function saidItem(who: string, position: PositionAnswer): BriefItem {
  const stale = position.standing === "in force" ? "" : ` (${position.standing})`;
  const read =
    position.readings.length === 0
      ? []
      : [`Read in several ways: ${listed(position.readings.map(({ by, stance }) => `${by}: ${stance}`))}.`];
  return item(`${who}, ${longDate(civilDate(position.said))}, on ${position.about.name}: ${position.words}`, {
    mark: `${position.stance}${stale}`,
    sources: position.sources,
    href: `/positions#${position.id}`,
    under: read,
  });
}
