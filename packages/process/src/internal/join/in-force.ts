import { standing } from "@parley/bargaining";
import type { StatedPosition } from "../../events.ts";
import type { State } from "../../fold.ts";
import type { JoinedIssue } from "./issues.ts";
import { statedIssues, statedPositions } from "./positions.ts";

/** The positions in force on the day, of those who have a mandate: the only ones that decide anything. */
export function positionsInForce(state: State, issues: readonly JoinedIssue[]): StatedPosition[] {
  return standing({
    positions: statedPositions(state, issues),
    parties: state.definition.parties.map(({ id }) => id),
    asOf: state.asOf,
    staleAfterDays: state.definition["stale-after-days"],
    issues: statedIssues(issues),
  }).flatMap(({ inForce }) => inForce.flatMap(({ position }) => position.ref ?? []));
}
