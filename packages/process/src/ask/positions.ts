import { type HeldPosition, standing } from "@parley/bargaining";
import { longDate } from "@parley/calendar";
import type { Answer } from "../answer.ts";
import type { PositionAnswer, PositionsAnswer } from "../answers/positions.ts";
import type { Process } from "../events.ts";
import type { State } from "../fold.ts";
import { issuesOf, type JoinedIssue } from "../internal/join/issues.ts";
import { mandateOf, type PositionRef, statedIssues, statedPositions } from "../internal/join/positions.ts";
import { speakerName } from "../internal/join/statements.ts";
import { type Asking, counted, sourcesOf, viewOf } from "../internal/join/view.ts";

/** Who said what, with its history: every position known by the day, by party, latest first, and how each one stands. */
export function askPositions(process: Process, question: Asking = {}): Answer<PositionsAnswer> {
  const viewed = viewOf(process, question);
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const told = tellPositions(state, issuesOf(state));
  const parties = state.definition.parties
    .map(({ id, name, role }) => ({ id, name, role, positions: told.filter(({ party }) => party === id) }))
    .filter(({ positions }) => positions.length > 0);
  const listed = new Set(parties.map(({ id }) => id));
  const others = told.filter(({ party }) => !listed.has(party));
  if (others.length > 0) parties.push({ id: "others", name: "Others", role: "third party", positions: others });
  const deciding = told.filter(({ standing: stands }) => stands === "in force" || stands === "not reaffirmed").length;
  const text =
    told.length === 0
      ? "No position is recorded by this day."
      : `${counted(told.length, "position")} recorded by this day; ${deciding} in force.`;
  return { ok: true, answer: { ...head, text, parties } };
}

/** Every position known by the day, latest first, with how it stands and why. */
export function tellPositions(state: State, issues: readonly JoinedIssue[]): PositionAnswer[] {
  const positions = statedPositions(state, issues);
  const parties = [...new Set(positions.map(({ party }) => party))];
  return standing({
    positions,
    parties,
    asOf: state.asOf,
    staleAfterDays: state.definition["stale-after-days"],
    issues: statedIssues(issues),
  })
    .flatMap(({ history, contested }) =>
      history.map((held) => tellHeld(state, issues, held, contested.includes(held.position.id))),
    )
    .sort((a, b) => b.said.localeCompare(a.said, "en") || a.id.localeCompare(b.id, "en"));
}

function tellHeld(
  state: State,
  issues: readonly JoinedIssue[],
  held: HeldPosition<PositionRef | null>,
  contested: boolean,
): PositionAnswer {
  const { position } = held;
  const stated = state.positions.find(({ id }) => id === position.id);
  const speaker = state.definition.speakers.find(({ id }) => id === stated?.by);
  return {
    id: position.id,
    party: position.party,
    speaker: speakerName(state, stated?.by ?? ""),
    office: speaker?.office ?? null,
    mandate: mandateOf(state, stated?.by ?? ""),
    about: aboutOf(state, issues, stated),
    stance: stated?.stance ?? position.stance,
    words: stated?.words ?? "",
    condition: stated?.condition ?? null,
    said: position.said,
    published: position.published,
    sources: sourcesOf(state, stated?.sources ?? []),
    confirmed: position.confirmed,
    readings: (stated?.readings ?? []).map(({ by, stance, words }) => ({ by, stance, words })),
    ...standingOf(state, held, contested),
    room: stated?.room ?? state.definition["entries-room"] ?? state.definition.room,
  };
}

function aboutOf(
  state: State,
  issues: readonly JoinedIssue[],
  position: PositionRef | undefined,
): PositionAnswer["about"] {
  const about = position?.about ?? { subject: "" };
  if ("subject" in about)
    return {
      kind: "subject",
      id: about.subject,
      name: state.definition.subjects.find(({ id }) => id === about.subject)?.name ?? about.subject,
    };
  if ("version" in about)
    return {
      kind: "version",
      id: about.version,
      name: `${state.definition.texts.find(({ id }) => id === about.version)?.name ?? about.version}, as a whole`,
    };
  const target = "option" in about ? about.option : about.provision;
  const [issue = "", option] = target.split("=");
  const named =
    issues.find(({ id }) => id === issue)?.name ?? state.definition.provisions[issue] ?? issue.replaceAll("-", " ");
  const text = state.definition.texts.find(({ id }) => id === option);
  if (option === undefined) return { kind: "provision", id: target, name: named };
  return { kind: "option", id: target, name: `${named}, as in ${text?.name ?? `option ${option}`}` };
}

/** How a position stands, in a word and in a sentence. */
function standingOf(
  state: State,
  { position, force, freshness, stale, earlierWording }: HeldPosition<PositionRef | null>,
  contested: boolean,
): Pick<PositionAnswer, "standing" | "because"> {
  if (force.state !== "in-force") {
    if (force.state === "superseded") {
      const by = state.positions.find(({ id }) => id === force.by);
      return {
        standing: "superseded",
        because: `Superseded by what ${speakerName(state, by?.by ?? "")} said on ${by === undefined ? "a later day" : longDate(by.said)}.`,
      };
    }
    const why = position.confirmed ? "The speaker has no mandate to decide for the party." : "It is not confirmed.";
    return { standing: "shown, does not decide", because: why };
  }
  const readings = contested ? " It is read in several ways, and each is computed." : "";
  const aged = stale
    ? `older than ${state.definition["stale-after-days"]} days`
    : earlierWording
      ? "said of an earlier wording"
      : "";
  if (freshness === "not-reaffirmed")
    return { standing: "not reaffirmed", because: `A refusal stands; it is ${aged} and was not repeated.${readings}` };
  if (freshness === "not-known")
    return {
      standing: "no longer fresh",
      because: `It is ${aged}, so whether it still holds is not known.${readings}`,
    };
  return { standing: "in force", because: `The latest confirmed word of a speaker with this mandate.${readings}` };
}
