import { disputedBit, stateMask } from "./codes.ts";
import { Column } from "./column.ts";
import { type Stretches, tellStretches } from "./timeline.ts";
import type { View } from "./view.ts";

const size = 256;

/** The stretches of up to 256 commitments, one after the other: those of the k-th from `starts[k]` up to `starts[k + 1]`. */
export interface Chunk {
  readonly starts: Int32Array;
  readonly days: Int32Array;
  readonly codes: Uint16Array;
}

/** The stretches of all commitments. Never changed: another one shares the chunks in which nothing is different. */
export class Timelines {
  readonly count: number;
  readonly chunks: readonly Chunk[];

  private constructor(count: number, chunks: readonly Chunk[]) {
    this.count = count;
    this.chunks = chunks;
  }

  static of<Ref>(view: View<Ref>): Timelines {
    const count = view.terms.commitmentCount;
    const chunks: Chunk[] = [];
    const dossier = view.newDossier();
    const turns = new Column();
    const told: Stretches = { days: new Column(), codes: new Column() };
    for (let first = 0; first < count; first += size) {
      told.days.clear();
      told.codes.clear();
      const starts = [0];
      for (let at = first; at < Math.min(count, first + size); at += 1) {
        tellStretches(dossier.load(at), told, turns);
        starts.push(told.days.length);
      }
      chunks.push(chunkOf(starts, told));
    }
    return new Timelines(count, chunks);
  }

  /** With the stretches of some commitments told again. */
  with<Ref>(view: View<Ref>, changed: ReadonlySet<number>): Timelines {
    if (changed.size === 0) return this;
    const chunks = [...this.chunks];
    const dossier = view.newDossier();
    const turns = new Column();
    for (const number of new Set([...changed].map((at) => Math.floor(at / size)))) {
      const before = this.chunks[number] as Chunk;
      const told: Stretches = { days: new Column(), codes: new Column() };
      const starts = [0];
      for (let k = 0; k + 1 < before.starts.length; k += 1) {
        const at = number * size + k;
        if (changed.has(at)) tellStretches(dossier.load(at), told, turns);
        else
          for (let from = before.starts[k] as number; from < (before.starts[k + 1] as number); from += 1) {
            told.days.push(before.days[from] as number);
            told.codes.push(before.codes[from] as number);
          }
        starts.push(told.days.length);
      }
      chunks[number] = chunkOf(starts, told);
    }
    return new Timelines(this.count, chunks);
  }

  /** Calls with the code of each commitment on a day, in order. Cost: its stretches up to that day. */
  forEach(day: number, tell: (code: number, at: number) => void): void {
    let at = 0;
    for (const { starts, days, codes } of this.chunks)
      for (let k = 0; k + 1 < starts.length; k += 1) {
        let from = starts[k] as number;
        const end = starts[k + 1] as number;
        while (from + 1 < end && (days[from + 1] as number) <= day) from += 1;
        tell(codes[from] as number, at);
        at += 1;
      }
  }

  /** The stretches of one commitment. */
  of(at: number): { readonly days: Int32Array; readonly codes: Uint16Array } {
    const { starts, days, codes } = this.chunks[Math.floor(at / size)] as Chunk;
    const [from, end] = [starts[at % size] as number, starts[(at % size) + 1] as number];
    return { days: days.subarray(from, end), codes: codes.subarray(from, end) };
  }

  /** The state of each commitment on a day, as its number. */
  states(day: number): Uint8Array {
    const states = new Uint8Array(this.count);
    this.forEach(day, (code, at) => {
      states[at] = code & stateMask;
    });
    return states;
  }

  /** How many are in each state, by its number, and how many of all are disputed. */
  tally(day: number): { readonly counts: readonly number[]; readonly disputed: number } {
    const counts = new Array<number>(16).fill(0);
    let disputed = 0;
    this.forEach(day, (code) => {
      counts[code & stateMask] = (counts[code & stateMask] as number) + 1;
      if ((code & disputedBit) !== 0) disputed += 1;
    });
    return { counts, disputed };
  }
}

function chunkOf(starts: readonly number[], { days, codes }: Stretches): Chunk {
  const narrow = new Uint16Array(codes.length);
  for (let k = 0; k < narrow.length; k += 1) narrow[k] = codes.at(k);
  return { starts: new Int32Array(starts), days: days.copy(), codes: narrow };
}
