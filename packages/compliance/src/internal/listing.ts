import type { Entry } from "../model.ts";
import type { Scopes } from "./scopes.ts";

/**
 * The entries on commitment c, in order: the cells from `starts[c]` up to `starts[c + 1]`, each of `cellSize` numbers of `cells`: the
 * place of the entry, its day, and what it says.
 */
export interface Listing {
  readonly starts: Int32Array;
  readonly cells: Int32Array;
}
export const cellSize = 3;

interface Columns {
  readonly entries: readonly Entry[];
  readonly on: Int32Array;
  readonly said: Int32Array;
}

/** Lays the entries on each commitment side by side, so that they are read one after the other. */
export function listed(scopes: Scopes, { entries, on, said }: Columns, commitmentCount: number): Listing {
  const starts = new Int32Array(commitmentCount + 1);
  scopes.forEach((c) => {
    starts[c + 1] = (starts[c + 1] as number) + 1;
  });
  for (let c = 0; c < commitmentCount; c += 1) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number);
  const cells = new Int32Array((starts[commitmentCount] as number) * cellSize);
  const next = starts.slice(0, commitmentCount);
  scopes.forEach((c, at) => {
    const number = next[c] as number;
    next[c] = number + 1;
    const cell = number * cellSize;
    cells[cell] = at;
    cells[cell + 1] = on[at] as number;
    cells[cell + 2] = said[at] as number;
  });
  const listing = { starts, cells };
  for (let c = 0; c < commitmentCount; c += 1) order(listing, c, entries);
  return listing;
}

/** Puts the cells of a commitment in order: by the day they speak of, then by the day they were known, then as given. */
function order({ starts, cells }: Listing, commitment: number, entries: readonly Entry[]): void {
  const first = (starts[commitment] as number) * cellSize;
  const end = (starts[commitment + 1] as number) * cellSize;
  const compare = (a: number, b: number): number => {
    const days = (cells[a + 1] as number) - (cells[b + 1] as number);
    if (days !== 0) return days;
    const known = (entries[cells[a] as number] as Entry).known - (entries[cells[b] as number] as Entry).known;
    return known !== 0 ? known : (cells[a] as number) - (cells[b] as number);
  };
  let cell = first + cellSize;
  while (cell < end && compare(cell - cellSize, cell) <= 0) cell += cellSize;
  if (cell >= end) return;
  const order = Int32Array.from({ length: (end - first) / cellSize }, (_, k) => first + k * cellSize).sort(compare);
  const sorted = new Int32Array(end - first);
  for (const [to, from] of order.entries()) sorted.set(cells.subarray(from, from + cellSize), to * cellSize);
  cells.set(sorted, first);
}
