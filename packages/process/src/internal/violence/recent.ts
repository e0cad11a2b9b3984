import { type CivilDate, daysBetween } from "@parley/calendar";

/** A window that ended longer ago is no news. */
const recentDays = 120;

/** Days since a window ended, where that is no news any more; null while it is. */
export function daysSince(ended: CivilDate, asOf: CivilDate): number | null {
  const ago = daysBetween({ from: ended, to: asOf });
  return ago <= recentDays ? null : ago;
}
