/**
 * Figures by day, days in rising order, days without a record left out. Deaths and events are whole numbers of one exact unit,
 * 1/scale, so that sums do not depend on their order.
 */
export interface DaySeries {
  readonly days: Int32Array;
  readonly deaths: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Events by share of days. */
  readonly events: Float64Array;
  /** Records that touch the day. */
  readonly touching: Int32Array;
  /** Those of them whose first day it is. */
  readonly starting: Int32Array;
}

/** Sums over a stretch of days, in the unit of the series; `touching` is the number of records that touch the stretch. */
export interface DaySum {
  readonly deaths: number;
  readonly low: number;
  readonly high: number;
  readonly events: number;
  readonly touching: number;
  readonly daysWithRecord: number;
}

/** The smallest unit of which 1, 1/2 … 1/daysMax are whole numbers: 420 for seven days. */
export function scaleFor(daysMax: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let scale = 1;
  for (let days = 2; days <= daysMax; days += 1) scale = (scale / divisor(scale, days)) * days;
  return scale;
}

/** The first place whose day is `day` or later. */
export function placeOf(series: DaySeries, day: number): number {
  let low = 0;
  for (let high = series.days.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((series.days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sums from one day to another, both counted. */
export function sumOver(series: DaySeries, from: number, to: number): DaySum {
  const sum = { deaths: 0, low: 0, high: 0, events: 0, touching: 0, daysWithRecord: 0 };
  for (let at = placeOf(series, from); at < series.days.length && (series.days[at] as number) <= to; at += 1) {
    sum.deaths += series.deaths[at] as number;
    sum.low += series.low[at] as number;
    sum.high += series.high[at] as number;
    sum.events += series.events[at] as number;
    const day = series.days[at] as number;
    // A record touches the stretch when it touches its first day or begins on a later one.
    sum.touching += day === from ? (series.touching[at] as number) : (series.starting[at] as number);
    if ((series.touching[at] as number) > 0) sum.daysWithRecord += 1;
  }
  return sum;
}

/** One figure for each day from one to another, in whole deaths or events. */
export function perDay(
  series: DaySeries,
  { figure, from, to, scale }: { figure: "deaths" | "events"; from: number; to: number; scale: number },
): Float64Array {
  const out = new Float64Array(to - from + 1);
  for (let at = placeOf(series, from); at < series.days.length && (series.days[at] as number) <= to; at += 1)
    out[(series.days[at] as number) - from] = (series[figure][at] as number) / scale;
  return out;
}

/** Adds up records by day over the days that a file covers, and gives the days that have any. Used again and again. */
export class DayAdder {
  readonly #first: number;
  readonly #scale: number;
  readonly #deaths: Float64Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #events: Float64Array;
  readonly #touching: Int32Array;
  readonly #starting: Int32Array;
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;

  constructor({ first, last, scale }: { readonly first: number; readonly last: number; readonly scale: number }) {
    const days = Math.max(0, last - first + 1);
    this.#first = first;
    this.#scale = scale;
    this.#deaths = new Float64Array(days);
    this.#low = new Float64Array(days);
    this.#high = new Float64Array(days);
    this.#events = new Float64Array(days);
    this.#touching = new Int32Array(days);
    this.#starting = new Int32Array(days);
  }

  /** Spreads a record evenly over its days. */
  add(from: number, to: number, deaths: number, low: number, high: number): void {
    const share = this.#scale / (to - from + 1);
    if (from < this.#from) this.#from = from;
    if (to > this.#to) this.#to = to;
    const start = from - this.#first;
    const end = to - this.#first;
    this.#starting[start] = (this.#starting[start] as number) + 1;
    for (let at = start; at <= end; at += 1) {
      this.#deaths[at] = (this.#deaths[at] as number) + deaths * share;
      this.#low[at] = (this.#low[at] as number) + low * share;
      this.#high[at] = (this.#high[at] as number) + high * share;
      this.#events[at] = (this.#events[at] as number) + share;
      this.#touching[at] = (this.#touching[at] as number) + 1;
    }
  }

  /** The days added since the last call, and begins anew. */
  take(): DaySeries {
    const [start, end] = [this.#from - this.#first, this.#to - this.#first];
    let count = 0;
    for (let at = start; at <= end; at += 1) if (this.#touching[at] !== 0) count += 1;
    const out = emptySeries(count);
    let to = 0;
    for (let at = start; at <= end; at += 1) {
      if (this.#touching[at] === 0) continue;
      out.days[to] = at + this.#first;
      out.deaths[to] = this.#deaths[at] as number;
      out.low[to] = this.#low[at] as number;
      out.high[to] = this.#high[at] as number;
      out.events[to] = this.#events[at] as number;
      out.touching[to] = this.#touching[at] as number;
      out.starting[to] = this.#starting[at] as number;
      to += 1;
    }
    if (end >= start) {
      for (const column of [this.#deaths, this.#low, this.#high, this.#events, this.#touching, this.#starting])
        column.fill(0, start, end + 1);
    }
    this.#from = Number.POSITIVE_INFINITY;
    this.#to = Number.NEGATIVE_INFINITY;
    return out;
  }
}

export function emptySeries(count: number): DaySeries {
  return {
    days: new Int32Array(count),
    deaths: new Float64Array(count),
    low: new Float64Array(count),
    high: new Float64Array(count),
    events: new Float64Array(count),
    touching: new Int32Array(count),
    starting: new Int32Array(count),
  };
}
