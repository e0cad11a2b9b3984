import type { Condition, Issue, Mandate, Position, Stance, Target } from "@parley/bargaining";
import type { CivilDate } from "@parley/calendar";
import type { StatedPosition } from "../../events.ts";
import type { State } from "../../fold.ts";
import type { JoinedIssue } from "./issues.ts";

/** Turns recorded positions into the engine's, and joined issues into issues. The position itself is the reference. */

export type PositionRef = StatedPosition;

type MandateText = State["definition"]["speakers"][number]["mandate"];

/** Somebody without a mandate is shown like an anonymous voice: neither ever decides. */
const mandates: Record<MandateText, Mandate> = {
  principal: 1,
  negotiator: 2,
  faction: 3,
  anonymous: 4,
  alleged: 5,
  none: 4,
};

/** The mandate of whoever spoke; a speaker not listed has none. */
export function mandateOf(state: Pick<State, "definition">, speaker: string): MandateText {
  return state.definition.speakers.find(({ id }) => id === speaker)?.mandate ?? "none";
}

export function statedPositions(state: State, issues: readonly JoinedIssue[]): Position<PositionRef>[] {
  return state.positions.map((position) => {
    const target = targetOf(position, issues);
    const wording = wordingOf(state, position, issues);
    return {
      id: position.id,
      party: position.party,
      mandate: mandates[mandateOf(state, position.by)],
      confirmed: position.confirmed,
      target,
      stance: stanceOf(position.stance),
      condition: conditionOf(position, position.stance),
      said: position.said,
      published: position.published ?? position.said,
      readings: position.readings.map((reading, index) => ({
        id: String(index + 1),
        stance: stanceOf(reading.stance),
        condition: conditionOf({ ...position, condition: position.condition ?? reading.words }, reading.stance),
        by: reading.by,
      })),
      ...(wording === null ? {} : { wording }),
      ref: position,
    };
  });
}

export function statedIssues(issues: readonly JoinedIssue[]): Issue<null>[] {
  return issues.map((issue) => ({
    id: issue.id,
    ref: null,
    options: issue.options.map((option) => ({
      id: option.id,
      open: option.open,
      tabledIn: option.tabledIn.filter((draft) => option.wordingOf.get(draft) === option.wording),
      wording: option.wording,
      earlierWordings: [...new Set(option.wordingOf.values())].filter((draft) => draft !== option.wording),
      ref: null,
    })),
  }));
}

function stanceOf(stance: StatedPosition["stance"]): Stance {
  return stance.replace(" ", "-") as Stance;
}

/**
 * What the engine takes a position to be about. A provision whose brackets are the issues is stood for by the first of
 * them, all options of which the stance then covers.
 */
function targetOf({ about }: StatedPosition, issues: readonly JoinedIssue[]): Target {
  if ("subject" in about) return { kind: "subject", subject: about.subject };
  if ("version" in about) return { kind: "version", version: about.version };
  if ("option" in about) return { kind: "option", ...choiceOf(about.option) };
  const issue =
    issues.find(({ id }) => id === about.provision) ?? issues.find(({ provision }) => provision === about.provision);
  return { kind: "provision", issue: issue?.id ?? about.provision };
}

/** "issue=option" in its parts. */
export function choiceOf(text: string): { readonly issue: string; readonly option: string } {
  const at = text.indexOf("=");
  return { issue: text.slice(0, at), option: text.slice(at + 1) };
}

function conditionOf(position: StatedPosition, stance: StatedPosition["stance"]): Condition | null {
  if (stance !== "accepts if") return null;
  return {
    words: position.condition ?? position.words,
    onlyIf: position["only-if"],
    met: position.met,
    ...(position.needs === null ? {} : { needs: choiceOf(position.needs) }),
  };
}

/** The wording an option had when the position was said: as told, else the latest tabled by that day. */
function wordingOf(state: State, position: StatedPosition, issues: readonly JoinedIssue[]): string | null {
  if (!("option" in position.about)) return null;
  const { issue, option } = choiceOf(position.about.option);
  const found = issues.find(({ id }) => id === issue)?.options.find(({ id }) => id === option);
  if (found === undefined) return null;
  const tabled = (draft: string): CivilDate | null =>
    state.texts.find(({ entry }) => entry.id === draft)?.entry.tabled ?? null;
  const draft = position.wording ?? found.tabledIn.findLast((each) => (tabled(each) ?? position.said) <= position.said);
  return draft === undefined ? null : (found.wordingOf.get(draft) ?? null);
}
