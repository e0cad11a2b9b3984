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

/** Where a day's figures lie among its eight places: side by side, so that a day is one line of the processor's memory. */
const [deathsAt, lowAt, highAt, eventsAt, touchingAt, startingAt, width] = [0, 1, 2, 3, 4, 5, 8] as const;

/** Adds up records by day over the days that a file covers, and gives the days that have any. Used again and again. */
export class DayAdder {
  readonly #first: number;
  readonly #scale: number;
  readonly #cells: Float64Array;
  /** 1 for a day that some record touches: looked through for each series, and small. */
  readonly #touched: Uint8Array;
  #count = 0;
  readonly #pool: SeriesPool;
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;

  /** `most` is more than any sum in shares can be. */
  constructor({ first, last, scale, most }: Readonly<Record<"first" | "last" | "scale" | "most", number>>) {
    this.#first = first;
    this.#scale = scale;
    const days = Math.max(0, last - first + 1);
    this.#cells = new Float64Array(days * width);
    this.#touched = new Uint8Array(days);
    this.#pool = new SeriesPool(most < 2 ** 32);
  }

  /** Spreads a record evenly over its days. */
  add(
    from: number,
    to: number,
    counts: { readonly deaths: number; readonly low: number; readonly high: number },
  ): void {
    const cells = this.#cells;
    const share = this.#scale / (to - from + 1);
    const [deaths, low, high] = [counts.deaths * share, counts.low * share, counts.high * share];
    if (from < this.#from) this.#from = from;
    if (to > this.#to) this.#to = to;
    const start = (from - this.#first) * width;
    const end = (to - this.#first) * width;
    const touched = this.#touched;
    cells[start + startingAt] = (cells[start + startingAt] as number) + 1;
    for (let day = from - this.#first; day <= to - this.#first; day += 1) {
      this.#count += 1 - (touched[day] as number);
      touched[day] = 1;
    }
    for (let at = start; at <= end; at += width) {
      cells[at + deathsAt] = (cells[at + deathsAt] as number) + deaths;
      cells[at + lowAt] = (cells[at + lowAt] as number) + low;
      cells[at + highAt] = (cells[at + highAt] as number) + high;
      cells[at + eventsAt] = (cells[at + eventsAt] as number) + share;
      cells[at + touchingAt] = (cells[at + touchingAt] as number) + 1;
    }
  }

  /** The days added since the last call, and begins anew. */
  take(): DaySeries {
    const cells = this.#cells;
    const [start, end] = [this.#from - this.#first, this.#to - this.#first];
    const touched = this.#touched;
    const { days, deaths, low, high, events, touching, starting } = this.#pool.series(this.#count);
    let to = 0;
    for (let day = start; day <= end; day += 1) {
      if (touched[day] === 0) continue;
      const at = day * width;
      days[to] = day + this.#first;
      deaths[to] = cells[at + deathsAt] as number;
      low[to] = cells[at + lowAt] as number;
      high[to] = cells[at + highAt] as number;
      events[to] = cells[at + eventsAt] as number;
      touching[to] = cells[at + touchingAt] as number;
      starting[to] = cells[at + startingAt] as number;
      // Days are cleared as they are taken: there are few of them among all days.
      for (let place = 0; place < width; place += 1) cells[at + place] = 0;
      touched[day] = 0;
      to += 1;
    }
    this.#count = 0;
    this.#from = Number.POSITIVE_INFINITY;
    this.#to = Number.NEGATIVE_INFINITY;
    return { days, deaths, low, high, events, touching, starting };
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
