import { type CivilDate, dateOfDay, dayNumberOf } from "@parley/calendar";
import { Register } from "@parley/compliance";
import type { State } from "../../fold.ts";
import { keepingOf } from "./undertakings.ts";

/**
 * Events that a report tells of without an entry that they happened: the commitment that each fulfils is kept, under every
 * reading of it. With the day on which it was done, the latest where readings differ.
 */
export function keptEvents(state: State): ReadonlyMap<string, CivilDate> {
  const keeping = keepingOf(state);
  const days = new Map<string, number | null>();
  for (const { ref, keptOn } of Register.of(keeping).standings(dayNumberOf(state.asOf))) {
    const { event } = ref.read;
    if (event === null) continue;
    const before = days.get(event);
    days.set(event, before === null || keptOn === null ? null : Math.max(before ?? keptOn, keptOn));
  }
  return new Map([...days].flatMap(([event, day]) => (day === null ? [] : [[event, dateOfDay(day)]])));
}
