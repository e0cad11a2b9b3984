import type { Assessment, CouldTurn, SetApartRecord, Uncertainty } from "../model.ts";
import { judge } from "./judge.ts";

type Told = Pick<Assessment, "indication" | "target" | "measure" | "window" | "baseline"> & {
  readonly setApart: readonly SetApartRecord[];
  /** The interval from which the word comes. */
  readonly head: Uncertainty | null;
};

/**
 * Whether the deaths of longer records, which are in no figure, could make the word another: on days of the window one that is met or
 * fell, on days of the baseline one that is not met or rose. Records may cover days beyond the stretch; the worst case is taken. The
 * ends of the interval are moved in proportion to the figure; where no death fell in the window there is nothing to move, and the figure stands
 * alone.
 */
export function couldTurn({ indication, target, measure, window, baseline, setApart, head }: Told): CouldTurn | null {
  if (indication === "cannot be told" || head === null || measure !== "deaths" || baseline.deathsPerDay === null)
    return null;
  const isReached = indication === "met" || indication === "fell";
  if (!isReached && (baseline.days === null || target?.kind === "below")) return null;
  const records = setApart.filter((record) => (isReached ? record.overlapsWindow : record.overlapsBaseline));
  const deaths = records.reduce((sum, { best }) => sum + best, 0);
  if (deaths === 0) return null;
  const told = { overlapping: isReached ? "window" : "baseline", records: records.length, deaths } as const;
  // Without a death in the window nothing can be moved by its share: the added deaths stand for themselves.
  const rate = window.deathsPerDay + (isReached ? deaths / window.days : 0);
  const before = baseline.deathsPerDay + (isReached ? 0 : deaths / (baseline.days ?? 1));
  const scale = window.deathsPerDay === 0 ? null : rate / window.deathsPerDay;
  const ratioScale = scale === null ? null : scale * (baseline.deathsPerDay / before);
  const reduction =
    ratioScale === null || head.reduction === null
      ? ([1 - rate / before, 1 - rate / before] as const)
      : ([1 - (1 - head.reduction[0]) * ratioScale, 1 - (1 - head.reduction[1]) * ratioScale] as const);
  const perDay = scale === null ? ([rate, rate] as const) : ([head.perDay[0] * scale, head.perDay[1] * scale] as const);
  return judge(target, reduction, perDay) === indication ? null : told;
}
