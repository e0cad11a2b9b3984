import { dateOfDay } from "@parley/calendar";
import { daysMaxLimit } from "../definition.ts";
import type { ApartCode, Coverage, Lag } from "../model.ts";
import type { IncidentPart } from "../part.ts";
import { rolesOf } from "./column-roles.ts";
import { absent } from "./read-field.ts";
import { apartCodes, nearBit, outOfOrderBit, type SettledBlock } from "./settled.ts";

/** Days are counted up to this many on either side; a record later than that is counted as so late. */
const lagDaysMax = 36_525;

/** What is known of a file besides its records. One pass. */
export function coverageOf(part: IncidentPart, blocks: readonly SettledBlock[]): Coverage {
  const roles = rolesOf(part.head.format, part.head.columns);
  const apart = apartCodes.map((code) => ({ code, records: 0, deaths: 0 }));
  const outOfOrder = { records: 0, deaths: 0 };
  const lags = new Float64Array(2 * lagDaysMax + 1);
  let lagged = 0;
  let near = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let bloodless = false;
  for (const { block, apart: codes, marks } of blocks) {
    const { columns, count } = block;
    for (let at = 0; at < count; at += 1) {
      const best = columns.best[at] as number;
      const mark = marks[at] as number;
      const code = codes[at] as number;
      if ((mark & outOfOrderBit) !== 0) {
        outOfOrder.records += 1;
        outOfOrder.deaths += best;
      }
      if (code !== 0) {
        const told = apart[code - 1];
        if (told !== undefined) {
          told.records += 1;
          told.deaths += best;
        }
        continue;
      }
      if ((mark & nearBit) !== 0) near += 1;
      if (best === 0) bloodless = true;
      const [from, to] = [columns.from[at] as number, columns.to[at] as number];
      first = Math.min(first, from);
      // A record that is in no figure makes no day covered: of a long one only the day on which it begins.
      last = Math.max(last, to - from < daysMaxLimit ? to : from);
      const lag = columns.lag[at] as number;
      if (lag !== absent) {
        lagged += 1;
        const bin = Math.min(lagDaysMax, Math.max(-lagDaysMax, lag)) + lagDaysMax;
        lags[bin] = (lags[bin] as number) + 1;
      }
    }
  }
  const countsDeaths = roles.best >= 0;
  const { format } = part.head;
  return {
    format,
    days: first > last ? null : { from: dateOfDay(first), to: dateOfDay(last) },
    fatalOnly: format === "ucdp-ged" || (format === "plain" && countsDeaths && !bloodless),
    countsDeaths,
    rows: part.rows,
    unreadable: unreadableRows(part),
    apart: apart.filter(({ records }) => records > 0) satisfies readonly { readonly code: ApartCode }[],
    outOfOrder,
    near,
    lag: lagged === 0 ? null : lagOf(lags, lagged),
  };
}

function unreadableRows(part: IncidentPart): number {
  return part.rows - part.blocks.reduce((sum, { count }) => sum + count, 0);
}

/** Lower median and lower ninth decile: days that some record has. */
function lagOf(lags: Float64Array, records: number): Lag {
  const at = (share: number) => {
    const rank = Math.max(1, Math.ceil(share * records));
    let sum = 0;
    for (let bin = 0; bin < lags.length; bin += 1) {
      sum += lags[bin] as number;
      if (sum >= rank) return bin - lagDaysMax;
    }
    return lagDaysMax;
  };
  return { records, medianDays: at(0.5), ninetiethDays: at(0.9), maxDays: at(1) };
}
