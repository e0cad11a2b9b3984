import type { RecordEntry } from "../../events.ts";
import type { State } from "../../fold.ts";

/** Who may decide, and for whom: nobody decides in its own cause. */

/** The parties for whom speakers speak; whoever speaks for nobody stands for itself. */
export function partiesOf({ definition }: Pick<State, "definition">, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const spokenFor = definition.speakers.find((speaker) => speaker.id === id)?.for ?? [];
    return spokenFor.length === 0 ? [id] : spokenFor;
  });
}

/** Why a finding on figures is set aside. */
export const notTheirs = "It adopts figures of a window, and that is not for them to find. It is set aside.";

/**
 * Whether who adopts the figures of a window may do so: the body agreed for it, or where none is, somebody who is not a
 * signatory. True of an entry that adopts no figures; only findings do.
 */
export function mayAdopt(state: Pick<State, "definition" | "violence">, { window, by }: RecordEntry): boolean {
  const asked = state.violence.flatMap(({ entry }) => entry.windows).find(({ id }) => id === window);
  if (window === null || asked === undefined) return true;
  const parties = partiesOf(state, by);
  if (asked.body.length > 0) return parties.some((party) => asked.body.includes(party));
  return parties.some((party) => state.definition.parties.find(({ id }) => id === party)?.signatory !== true);
}
