import type { Assessment, CouldTurn, SetApartRecord } from "../model.ts";

type Told = Pick<Assessment, "indication" | "target" | "measure" | "window" | "baseline"> & {
  readonly setApart: readonly SetApartRecord[];
};

/**
 * Whether the deaths of longer records, which are in no figure, could make the word another: on days of the window one that is met or
 * fell, on days of the baseline one that is not met or rose. Records may cover days beyond the stretch; the worst case is taken.
 */
export function couldTurn({ indication, target, measure, window, baseline, setApart }: Told): CouldTurn | null {
  if (indication === "cannot be told" || measure !== "deaths" || baseline.deathsPerDay === null) return null;
  const isReached = indication === "met" || indication === "fell";
  if (!isReached && (baseline.kind === "agreed" || target?.kind === "below")) return null;
  const records = setApart.filter((record) => (isReached ? record.overlapsWindow : record.overlapsBaseline));
  const deaths = records.reduce((sum, { best }) => sum + best, 0);
  if (deaths === 0) return null;
  const perDay = window.deathsPerDay + (isReached ? deaths / window.days : 0);
  const before = baseline.deathsPerDay + (isReached ? 0 : deaths / (baseline.days ?? 1));
  const reached =
    target === null
      ? perDay < before
      : target.kind === "below"
        ? perDay < target.perDay
        : perDay <= before * (1 - target.atLeast);
  return reached !== isReached
    ? { overlapping: isReached ? "window" : "baseline", records: records.length, deaths }
    : null;
}
