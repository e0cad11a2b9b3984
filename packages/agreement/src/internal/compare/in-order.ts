import type { Change } from "../../compare.ts";
import type { Alignment } from "./align.ts";

/** Changes with the indices of the provisions they are about; null on the side where there is none. */
export interface PlacedChange {
  readonly change: Change;
  readonly before: number | null;
  readonly after: number | null;
}

/** The order of the later text; a deleted provision follows the one it followed in the earlier text. */
export function orderedChanges(changes: readonly PlacedChange[], alignment: Alignment): Change[] {
  const anchor = new Map<number, number>(alignment.afterOf);
  for (const { whole, pieces } of alignment.splits) anchor.set(whole, pieces.at(-1) ?? -1);
  for (const { whole, pieces } of alignment.mergers) for (const piece of pieces) anchor.set(piece, whole);
  const deleted = changes.flatMap(({ before, after }) => (after === null && before !== null ? [before] : []));
  const place = new Map<number, number>();
  for (const before of deleted.sort((x, y) => x - y))
    place.set(before, place.get(before - 1) ?? anchor.get(before - 1) ?? -1);
  const key = ({ before, after }: PlacedChange): readonly [number, number, number] =>
    after === null ? [place.get(before ?? -1) ?? -1, 1, before ?? -1] : [after, 0, before ?? -1];
  return changes
    .map((placed, at) => ({ placed, key: [...key(placed), at] as const }))
    .sort((x, y) => x.key[0] - y.key[0] || x.key[1] - y.key[1] || x.key[2] - y.key[2] || x.key[3] - y.key[3])
    .map(({ placed }) => placed.change);
}
