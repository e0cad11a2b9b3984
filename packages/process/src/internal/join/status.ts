import type { Status } from "@parley/agreement";
import type { State } from "../../fold.ts";
import { listed, partyName } from "./view.ts";

/** A status as negotiators say it: "proposed", "agreed ad referendum", "pending (Taliban)". */
export function statusWords(status: Status, state: Pick<State, "definition">): string {
  if (status.kind === "pending" || status.kind === "reserved") {
    const whom = listed(status.whom.map((id) => partyName(state, id)));
    return whom === "" ? status.kind : `${status.kind} (${whom})`;
  }
  return status.kind.replaceAll("-", " ");
}
