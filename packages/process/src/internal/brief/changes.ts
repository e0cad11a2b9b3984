import { type CivilDate, longDate } from "@parley/calendar";
import type { BriefItem, BriefSection } from "../../answers/brief.ts";
import type { State } from "../../fold.ts";
import { speakerName } from "../join/statements.ts";
import { counted, partyName, sourcesOf } from "../join/view.ts";
import { item } from "./item.ts";

/** A brief is read before a meeting: on a busy fortnight it tells the latest, and says how many there were. */
const changesMax = 6;

/** What became known after a day and by the as-of day, in the order in which it became known. */
export function changesSection(state: State, since: CivilDate): BriefSection {
  const found: { readonly known: CivilDate; readonly item: BriefItem }[] = [];
  for (const { entry } of state.texts) {
    const known = entry.known ?? entry.tabled;
    if (known > since)
      found.push({
        known,
        item: item(
          `${longDate(known)}: ${entry.name} ${entry.alleged ? "is reported" : "is tabled"}, by ${partyName(state, entry.by)}`,
          { href: `/text?text=${entry.id}` },
        ),
      });
  }
  const told = new Set<string>();
  for (const position of state.positions) {
    const known = position.published ?? position.said;
    // What one voice said for several parties, or on several matters, is one thing that became known.
    const key = JSON.stringify([known, position.by, position.words]);
    if (known > since && !told.has(key)) {
      told.add(key);
      found.push({
        known,
        item: item(`${longDate(known)}: ${speakerName(state, position.by)}: ${position.words}`, {
          mark: position.stance,
          href: `/positions#${position.id}`,
        }),
      });
    }
  }
  for (const entry of state.record) {
    const known = entry.known ?? entry.on;
    if (known > since)
      found.push({
        known,
        item: item(`${longDate(known)}: ${entry.says}`, { mark: entry.type, sources: sourcesOf(state, entry.sources) }),
      });
  }
  found.sort((a, b) => a.known.localeCompare(b.known, "en"));
  return {
    id: "changes",
    title: `What changed since ${longDate(since)}`,
    lead:
      found.length === 0
        ? "Nothing became known since then."
        : `${counted(found.length, "thing")} became known${found.length > changesMax ? `; the latest ${changesMax} stand here, the others on the page of positions and in the record` : ""}.`,
    items: found.slice(-changesMax).map((each) => each.item),
    table: null,
  };
}
