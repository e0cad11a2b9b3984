import type { Incidents } from "./incidents.ts";
import type { Coverage, Definition, Period, SetApartRecord, SplitBy } from "./model.ts";

/** Figures by day and group under one definition. Read them with `ratesOf`, `gapsOf` and `assess`. */
export interface DailyFigures {
  readonly definition: Definition;
  readonly by: SplitBy;
  readonly coverage: Coverage;
  /** Names of the groups in order, {@link unlocatedName} among them where it is used. */
  readonly groups: readonly string[];
  readonly setApart: readonly Omit<SetApartRecord, "overlapsWindow" | "overlapsBaseline">[];
  /** "incidents", or "series" when read back from derived figures: the definition can then no longer be changed. */
  readonly from: "incidents" | "series";
  /** Attribution of the source, where a series carries one. */
  readonly attribution: string | null;
  readonly days: Period | null;
}

/** Counts records by day under a definition. */
export function countDaily(
  _incidents: Incidents,
  _asked: { readonly definition?: Definition; readonly by?: SplitBy } = {},
): DailyFigures {
  throw new Error("not yet");
}
