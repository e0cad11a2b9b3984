/**
 * Figures by day, days in rising order, days without a record left out. Deaths and events are whole numbers of one exact unit,
 * 1/scale, so that sums do not depend on their order.
 */
export interface DaySeries {
  readonly days: Int32Array;
  readonly deaths: Shares;
  readonly low: Shares;
  readonly high: Shares;
  /** Events by share of days. */
  readonly events: Shares;
  /** Records that touch the day. */
  readonly touching: Int32Array;
  /** Those of them whose first day it is. */
  readonly starting: Int32Array;
}

/** Whole numbers; the narrower where no sum of the series can reach 2^32. */
export type Shares = Float64Array | Uint32Array;

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
  readonly #day: Float64Array[];
  readonly #touching: Int32Array;
  readonly #starting: Int32Array;
  readonly #pool: SeriesPool;
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;

  /** `most` is more than any sum in shares can be. */
  constructor({
    first,
    last,
    scale,
    most,
  }: { readonly first: number; readonly last: number; readonly scale: number; readonly most: number }) {
    const days = Math.max(0, last - first + 1);
    this.#first = first;
    this.#scale = scale;
    this.#day = Array.from({ length: 4 }, () => new Float64Array(days));
    this.#touching = new Int32Array(days);
    this.#starting = new Int32Array(days);
    this.#pool = new SeriesPool(most < 2 ** 32);
  }

  /** Spreads a record evenly over its days. */
  add(
    from: number,
    to: number,
    counts: { readonly deaths: number; readonly low: number; readonly high: number },
  ): void {
    const share = this.#scale / (to - from + 1);
    const [deaths, low, high, events] = this.#day as [Float64Array, Float64Array, Float64Array, Float64Array];
    if (from < this.#from) this.#from = from;
    if (to > this.#to) this.#to = to;
    const start = from - this.#first;
    const end = to - this.#first;
    this.#starting[start] = (this.#starting[start] as number) + 1;
    for (let at = start; at <= end; at += 1) {
      deaths[at] = (deaths[at] as number) + counts.deaths * share;
      low[at] = (low[at] as number) + counts.low * share;
      high[at] = (high[at] as number) + counts.high * share;
      events[at] = (events[at] as number) + share;
      this.#touching[at] = (this.#touching[at] as number) + 1;
    }
  }

  /** The days added since the last call, and begins anew. */
  take(): DaySeries {
    const [start, end] = [this.#from - this.#first, this.#to - this.#first];
    const [deaths, low, high, events] = this.#day as [Float64Array, Float64Array, Float64Array, Float64Array];
    const [touching, starting] = [this.#touching, this.#starting];
    let count = 0;
    for (let at = start; at <= end; at += 1) if (touching[at] !== 0) count += 1;
    const out = this.#pool.series(count);
    let to = 0;
    for (let at = start; at <= end; at += 1) {
      if (touching[at] === 0) continue;
      out.days[to] = at + this.#first;
      out.deaths[to] = deaths[at] as number;
      out.low[to] = low[at] as number;
      out.high[to] = high[at] as number;
      out.events[to] = events[at] as number;
      out.touching[to] = touching[at] as number;
      out.starting[to] = starting[at] as number;
      // Days are cleared as they are taken: there are few of them among all days.
      deaths[at] = low[at] = high[at] = events[at] = touching[at] = starting[at] = 0;
      to += 1;
    }
    this.#from = Number.POSITIVE_INFINITY;
    this.#to = Number.NEGATIVE_INFINITY;
    return out;
  }
}

const poolRoom = 65_536;

/** Cuts series from large arrays: a thousand provinces would else make seven thousand small ones. */
class SeriesPool {
  readonly #narrow: boolean;
  #from: DaySeries = emptySeries(0);
  #used = 0;

  constructor(narrow: boolean) {
    this.#narrow = narrow;
  }

  series(count: number): DaySeries {
    if (this.#used + count > this.#from.days.length) {
      this.#from = emptySeries(count > poolRoom / 4 ? count : poolRoom, this.#narrow);
      this.#used = 0;
    }
    const [start, end] = [this.#used, this.#used + count];
    this.#used = end;
    const { days, deaths, low, high, events, touching, starting } = this.#from;
    return {
      days: days.subarray(start, end),
      deaths: deaths.subarray(start, end),
      low: low.subarray(start, end),
      high: high.subarray(start, end),
      events: events.subarray(start, end),
      touching: touching.subarray(start, end),
      starting: starting.subarray(start, end),
    };
  }
}

export function emptySeries(count: number, narrow = false): DaySeries {
  const shares = () => (narrow ? new Uint32Array(count) : new Float64Array(count));
  return {
    days: new Int32Array(count),
    deaths: shares(),
    low: shares(),
    high: shares(),
    events: shares(),
    touching: new Int32Array(count),
    starting: new Int32Array(count),
  };
}
