import { dateOfDay, dayNumberOf } from "@parley/calendar";
import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import { checkDefinition, type DefinitionCode, defaultDefinition, isOneOf } from "./definition.ts";
import type { Incidents } from "./incidents.ts";
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
  if (chosen.deathsMost * scale > Number.MAX_SAFE_INTEGER) {
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
  const adder = new DayAdder({ ...bounds, scale });
  const whole = addUp(incidents, definition, adder, chosen.counted);
  const groups = groupsOf(incidents, by, chosen.counted);
  const series = groups.places.map((places) => addUp(incidents, definition, adder, places));
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

interface Chosen {
  /** Places of the records that are counted. */
  readonly counted: Int32Array;
  readonly setApart: readonly number[];
  readonly apart: readonly number[];
  readonly deathsMost: number;
}

function choose(incidents: Incidents, definition: Definition): Chosen {
  const { blocks, texts } = incidents.columns;
  const wanted = (names: readonly string[] | null) =>
    names === null ? null : Uint8Array.from({ length: texts.count }, () => 2);
  const types = wanted(definition.types);
  const countries = wanted(definition.countries);
  const isWanted = (asked: Uint8Array | null, names: readonly string[] | null, name: number): boolean => {
    if (asked === null) return true;
    if (name < 0) return false;
    if (asked[name] === 2) asked[name] = isOneOf(texts.text(name), names ?? []) ? 1 : 0;
    return asked[name] === 1;
  };
  const daysMost = definition.multiDay === "spread" ? definition.daysMax : 1;
  const counted = new Int32Array(incidents.length);
  const setApart: number[] = [];
  const apart: number[] = [];
  let count = 0;
  let deathsMost = 0;
  let base = 0;
  for (const { block, apart: codes, marks } of blocks) {
    const { columns, renumber } = block;
    for (let at = 0; at < block.count; at += 1) {
      const type = columns.type[at] as number;
      if (!isWanted(types, definition.types, renumber === null ? type : (renumber[type] as number))) continue;
      const country = columns.country[at] as number;
      if (
        !isWanted(
          countries,
          definition.countries,
          country < 0 || renumber === null ? country : (renumber[country] as number),
        )
      )
        continue;
      const isOut = definition.outOfOrder === "keep-apart" && ((marks[at] as number) & outOfOrderBit) !== 0;
      if (codes[at] !== 0 || isOut) {
        if (apart.length < apartListMax) apart.push(base + at);
      } else if ((columns.to[at] as number) - (columns.from[at] as number) >= daysMost) setApart.push(base + at);
      else {
        counted[count++] = base + at;
        deathsMost += Math.max(columns.high[at] as number, columns.best[at] as number, columns.low[at] as number);
      }
    }
    base += block.count;
  }
  return { counted: counted.subarray(0, count), setApart, apart, deathsMost };
}

/** Adds up the records at these places, which rise. A range out of order is not used: low and high are then the best figure. */
function addUp(incidents: Incidents, { deaths }: Definition, adder: DayAdder, places: Int32Array): DaySeries {
  const { blocks } = incidents.columns;
  let base = 0;
  let next = 0;
  for (const { block, marks } of blocks) {
    const { columns, count } = block;
    for (; next < places.length && (places[next] as number) < base + count; next += 1) {
      const at = (places[next] as number) - base;
      const best = columns.best[at] as number;
      const usesRange = ((marks[at] as number) & outOfOrderBit) === 0;
      const low = usesRange ? (columns.low[at] as number) : best;
      const high = usesRange ? (columns.high[at] as number) : best;
      adder.add(
        columns.from[at] as number,
        columns.to[at] as number,
        deaths === "best" ? best : deaths === "low" ? low : high,
        low,
        high,
      );
    }
    base += count;
  }
  return adder.take();
}
