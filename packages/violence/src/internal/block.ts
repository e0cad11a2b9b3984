/** Records in columns, a place in each for every record. Plain data: it moves between workers without a copy. */
export interface Block {
  readonly count: number;
  /** Added to `line` to give the line after the first of the whole. */
  readonly lineBase: number;
  /** From this block's numbers of words to those of the whole; null when they are the same. */
  readonly renumber: Int32Array | null;
  /** Added to the numbers of ids that are words. */
  readonly idBase: number;
  readonly columns: Columns;
}

/** Arrays at least as long as the block's count. Words are numbers of the list of names; -1 where the file has no such column. */
export interface Columns {
  /** A numeric id; -1 - n for the n-th id that is a word; a hash of the row where the file has no ids; NaN for a blank id. */
  readonly key: Float64Array;
  readonly line: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly best: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly latitude: Int32Array;
  readonly longitude: Int32Array;
  /** Days from the last day to the earliest source; `absent` where there is none. */
  readonly lag: Int32Array;
  readonly type: Int32Array;
  readonly actorA: Int32Array;
  readonly actorB: Int32Array;
  readonly place: Int32Array;
  readonly province: Int32Array;
  readonly country: Int32Array;
  readonly precision: Uint8Array;
}

export function newColumns(room: number): Columns {
  const whole = () => new Int32Array(room);
  return {
    key: new Float64Array(room),
    line: whole(),
    from: whole(),
    to: whole(),
    best: whole(),
    low: whole(),
    high: whole(),
    latitude: whole(),
    longitude: whole(),
    lag: whole(),
    type: whole(),
    actorA: whole(),
    actorB: whole(),
    place: whole(),
    province: whole(),
    country: whole(),
    precision: new Uint8Array(room),
  };
}

export const columnArrays = (columns: Columns): (Float64Array | Int32Array | Uint8Array)[] => Object.values(columns);
