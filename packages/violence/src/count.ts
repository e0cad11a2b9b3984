import { dateOfDay, dayNumberOf } from "@parley/calendar";
import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import { checkDefinition, type DefinitionCode, defaultDefinition, isOneOf } from "./definition.ts";
import { type Incidents, wordAt } from "./incidents.ts";
import { DayAdder, type DaySeries, scaleFor } from "./internal/day-series.ts";
import { groupsOf } from "./internal/grouping.ts";
import { outOfOrderBit } from "./internal/settled.ts";
import type { Coverage, Definition, Incident, Period, SplitBy } from "./model.ts";

/** Figures by day and group under one definition. Immutable. Read them with `ratesOf`, `gapsOf` and `assess`. */
export interface DailyFigures {
  readonly definition: Definition;
  readonly by: SplitBy;
  readonly coverage: Coverage;
  /** Names of the groups; records without a province are under `unlocatedName`, which comes last. */
  readonly groups: readonly string[];
  /** The longer records of the counted types and countries, in the order of the file. */
  readonly setApart: readonly Incident[];
  /** The records of the counted types and countries that are kept apart; at most {@link apartListMax}. */
  readonly apart: readonly Incident[];
  /** "incidents", or "series" when read back from derived figures: the definition can then no longer be changed. */
  readonly from: "incidents" | "series";
  /** Of the source, where a series carries one. */
  readonly attribution: string | null;
  /** The first and last day with a counted record; null when there is none. */
  readonly days: Period | null;
  /** Deaths and events in `whole` and `series` are whole numbers of 1/scale. */
  readonly scale: number;
  readonly whole: DaySeries;
  readonly series: readonly DaySeries[];
}

export type Counted =
  | { readonly ok: true; readonly figures: DailyFigures }
  | { readonly ok: false; readonly refusal: Diagnostic<DefinitionCode> };

export const apartListMax = 1000;

/**
 * Counts records by day under a definition: by province unless asked otherwise. Exact: deaths spread over days are kept as
 * whole numbers of 1/420 for seven days. Refused: a definition that does not fit the file. Cost: records times their days.
 */
export function countDaily(
  incidents: Incidents,
  {
    definition = defaultDefinition(incidents.coverage.format),
    by = "province",
  }: { readonly definition?: Definition; readonly by?: SplitBy } = {},
): Counted {
  const { format } = incidents.coverage;
  const refusal = checkDefinition(definition, { format, types: incidents.types, countries: incidents.countries });
  if (refusal !== null) return { ok: false, refusal };
  const chosen = choose(incidents, definition);
  const scale = definition.multiDay === "spread" ? scaleFor(definition.daysMax) : 1;
  if (chosen.most * scale > Number.MAX_SAFE_INTEGER) {
    return {
      ok: false,
      refusal: diagnostic({
        code: "sum-too-large",
        severity: "error",
        message: "The deaths of this file are too many to be added up exactly under this definition.",
        help: "Look for figures that are far too large, or spread over fewer days.",
      }),
    };
  }
  const { days } = incidents.coverage;
  const bounds = days === null ? { first: 0, last: -1 } : { first: dayNumberOf(days.from), last: dayNumberOf(days.to) };
  const adder = new DayAdder({ ...bounds, scale, most: chosen.most * scale });
  const whole = addUp(chosen, adder, null);
  const groups = groupsOf(incidents, by, chosen.places);
  const series = groups.members.map((members) => addUp(chosen, adder, members));
  const lists = new Listed(incidents, chosen);
  return {
    ok: true,
    figures: {
      definition,
      by,
      coverage: incidents.coverage,
      groups: groups.names,
      get setApart() {
        return lists.setApart;
      },
      get apart() {
        return lists.apart;
      },
      from: "incidents",
      attribution: null,
      days:
        whole.days.length === 0
          ? null
          : { from: dateOfDay(whole.days[0] as number), to: dateOfDay(whole.days.at(-1) as number) },
      scale,
      whole,
      series,
    },
  };
}

/** Records as people read them are made when they are first asked for. */
class Listed {
  readonly #incidents: Incidents;
  readonly #chosen: Chosen;
  #setApart: readonly Incident[] | null = null;
  #apart: readonly Incident[] | null = null;

  constructor(incidents: Incidents, chosen: Chosen) {
    this.#incidents = incidents;
    this.#chosen = chosen;
  }
  get setApart(): readonly Incident[] {
    this.#setApart ??= this.#chosen.setApart.map((at) => this.#incidents.incident(at));
    return this.#setApart;
  }
  get apart(): readonly Incident[] {
    this.#apart ??= this.#chosen.apart.map((at) => this.#incidents.incident(at));
    return this.#apart;
  }
}

/** The records that are counted, in the order of the file, and the places of those that are not. */
interface Chosen {
  readonly places: Int32Array;
  /** First day, last day, deaths by the definition's figure, low, high: side by side for each record. */
  readonly rows: Int32Array;
  readonly setApart: readonly number[];
  readonly apart: readonly number[];
  /** No sum of deaths, lower, higher or of records is more. */
  readonly most: number;
}

const rowWidth = 5;

function choose(incidents: Incidents, definition: Definition): Chosen {
  const { blocks, texts } = incidents.columns;
  const isType = wanted(texts, definition.types);
  const isCountry = wanted(texts, definition.countries);
  const daysMost = definition.multiDay === "spread" ? definition.daysMax : 1;
  const places = new Int32Array(incidents.length);
  const rows = new Int32Array(incidents.length * rowWidth);
  const setApart: number[] = [];
  const apart: number[] = [];
  let count = 0;
  let most = 0;
  let base = 0;
  for (const { block, apart: codes, marks } of blocks) {
    const { columns } = block;
    for (let at = 0; at < block.count; at += 1) {
      if (!isType(wordAt(block, columns.type, at)) || !isCountry(wordAt(block, columns.country, at))) continue;
      const isOut = ((marks[at] as number) & outOfOrderBit) !== 0;
      const [from, to] = [columns.from[at] as number, columns.to[at] as number];
      if (codes[at] !== 0 || (isOut && definition.outOfOrder === "keep-apart")) {
        if (apart.length < apartListMax) apart.push(base + at);
      } else if (to - from >= daysMost) setApart.push(base + at);
      else {
        // A range out of order is not used: low and high are then the best figure.
        const best = columns.best[at] as number;
        const low = isOut ? best : (columns.low[at] as number);
        const high = isOut ? best : (columns.high[at] as number);
        const row = count * rowWidth;
        places[count] = base + at;
        rows[row] = from;
        rows[row + 1] = to;
        rows[row + 2] = definition.deaths === "best" ? best : definition.deaths === "low" ? low : high;
        rows[row + 3] = low;
        rows[row + 4] = high;
        count += 1;
        most += high + 1;
      }
    }
    base += block.count;
  }
  return { places: places.subarray(0, count), rows, setApart, apart, most };
}

/** Whether a word, by its number, is one of these; each is looked at once. */
function wanted(texts: Incidents["columns"]["texts"], names: readonly string[] | null): (name: number) => boolean {
  if (names === null) return () => true;
  const known = new Uint8Array(texts.count).fill(2);
  return (name) => {
    if (name < 0) return false;
    if (known[name] === 2) known[name] = isOneOf(texts.text(name), names) ? 1 : 0;
    return known[name] === 1;
  };
}

/** Adds up the counted records, or those of one group, which are given by their places among the counted. */
function addUp({ places, rows }: Chosen, adder: DayAdder, members: Int32Array | null): DaySeries {
  const counts = { deaths: 0, low: 0, high: 0 };
  const count = members === null ? places.length : members.length;
  for (let k = 0; k < count; k += 1) {
    const row = (members === null ? k : (members[k] as number)) * rowWidth;
    counts.deaths = rows[row + 2] as number;
    counts.low = rows[row + 3] as number;
    counts.high = rows[row + 4] as number;
    adder.add(rows[row] as number, rows[row + 1] as number, counts);
  }
  return adder.take();
}
