import { parseCivilDate } from "@parley/calendar";
import type { ApartCode, Coverage, Definition, Incident, Lag, Period } from "../model.ts";
import { apartCodes } from "./settled.ts";

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const isWhole = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isOneOf = <Word extends string>(value: unknown, words: readonly Word[]): value is Word =>
  words.some((word) => word === value);

/** A definition, or null when it is none. Unknown keys are left out. */
export function readDefinition(value: unknown): Definition | null {
  if (!isJson(value)) return null;
  const { types, daysMax, multiDay, deaths, outOfOrder, countries } = value;
  if (types !== null && !isTexts(types)) return null;
  if (countries !== null && !isTexts(countries)) return null;
  if (!isCount(daysMax) || !isOneOf(multiDay, ["spread", "set-apart"])) return null;
  if (!isOneOf(deaths, ["best", "low", "high"]) || !isOneOf(outOfOrder, ["use-best", "keep-apart"])) return null;
  return { types, daysMax, multiDay, deaths, outOfOrder, countries };
}

export function readCoverage(value: unknown): Coverage | null {
  if (!isJson(value)) return null;
  const { format, days, fatalOnly, countsDeaths, rows, unreadable, apart, outOfOrder, near, lag } = value;
  if (!isOneOf(format, ["ucdp-ged", "acled", "plain"])) return null;
  if (typeof fatalOnly !== "boolean" || typeof countsDeaths !== "boolean") return null;
  if (!isCount(rows) || !isCount(unreadable) || !isCount(near) || !isTally(outOfOrder)) return null;
  const period = days === null ? null : readPeriod(days);
  const late = lag === null ? null : readLag(lag);
  if ((days !== null && period === null) || (lag !== null && late === null) || !Array.isArray(apart)) return null;
  const kept = apart.map((one: unknown) =>
    isJson(one) && isOneOf<ApartCode>(one.code, apartCodes) && isCount(one.records) && isCount(one.deaths)
      ? { code: one.code, records: one.records, deaths: one.deaths }
      : null,
  );
  const whole = kept.filter((one) => one !== null);
  if (whole.length < kept.length) return null;
  const { records, deaths } = outOfOrder;
  return {
    format,
    days: period,
    fatalOnly,
    countsDeaths,
    rows,
    unreadable,
    apart: whole,
    outOfOrder: { records, deaths },
    near,
    lag: late,
  };
}

function isTally(value: unknown): value is { readonly records: number; readonly deaths: number } {
  return isJson(value) && isCount(value.records) && isCount(value.deaths);
}

function readLag(value: unknown): Lag | null {
  if (!isJson(value)) return null;
  const { records, medianDays, ninetiethDays, maxDays } = value;
  if (!isCount(records) || !isWhole(medianDays) || !isWhole(ninetiethDays) || !isWhole(maxDays)) return null;
  return { records, medianDays, ninetiethDays, maxDays };
}

function readPeriod(value: unknown): Period | null {
  if (!isJson(value) || !isText(value.from) || !isText(value.to)) return null;
  const [from, to] = [parseCivilDate(value.from), parseCivilDate(value.to)];
  return from === null || to === null ? null : { from, to };
}

/** One record, or null when it is none. */
export function readIncident(value: unknown): Incident | null {
  const period = readPeriod(value);
  if (!isJson(value) || period === null) return null;
  const { id, line, days, type, actors, country, place, province, best, low, high, outOfOrder, near, apart } = value;
  if (!isTextOrNull(id) || !isTextOrNull(country) || !isTextOrNull(place) || !isTextOrNull(province)) return null;
  if (!isCount(line) || !isWhole(days) || !isText(type) || !isTexts(actors)) return null;
  if (!isCount(best) || !isCount(low) || !isCount(high)) return null;
  if (typeof outOfOrder !== "boolean" || typeof near !== "boolean") return null;
  if (apart !== null && !isOneOf<ApartCode>(apart, apartCodes)) return null;
  return {
    id,
    line,
    ...period,
    days,
    type,
    actors,
    country,
    place,
    province,
    best,
    low,
    high,
    outOfOrder,
    near,
    apart,
  };
}
