import type { DailyFigures } from "./count.ts";
import type { Period, Rate } from "./model.ts";

/** Days in a row that no record touches. */
export interface Gap extends Period {
  readonly days: number;
}

/** Figures of one group (null: all) by day or week. Weeks begin on `weekBegins`, 1 Monday to 7 Sunday; default 1. */
export function ratesOf(
  _figures: DailyFigures,
  _asked: {
    readonly group?: string | null;
    readonly per: "day" | "week";
    readonly within?: Period;
    readonly weekBegins?: number;
  },
): readonly Rate[] {
  throw new Error("not yet");
}

/** Stretches without a record of at least `daysMin` days (default 1), within the days covered or those given. */
export function gapsOf(
  _figures: DailyFigures,
  _asked: { readonly group?: string | null; readonly daysMin?: number; readonly within?: Period } = {},
): readonly Gap[] {
  throw new Error("not yet");
}
