import type { LanguageVersion, VersionRow } from "../../versions.ts";
import { referenceOf, viewOf } from "./view.ts";

/** Rows in the order of the reference; what only another version has stands after the one it follows there. */
export function alignedRows(versions: readonly LanguageVersion[]): VersionRow[] {
  const views = versions.map(viewOf);
  const reference = referenceOf(views);
  if (reference === undefined) return [];
  const known = new Set(reference.byId.keys());
  const after = new Map<string | null, string[]>();
  for (const view of views) {
    let previous: string | null = null;
    for (const { provision } of view.clauses) {
      if (!known.has(provision.id)) {
        known.add(provision.id);
        const followers = after.get(previous) ?? [];
        // A later version's own provisions stand after an earlier one's at the same place.
        followers.push(provision.id);
        after.set(previous, followers);
      }
      previous = provision.id;
    }
  }
  const order: string[] = [];
  const put = [...(after.get(null) ?? []), ...reference.byId.keys()].reverse();
  while (put.length > 0) {
    const id = put.pop();
    if (id === undefined) break;
    order.push(id);
    put.push(...[...(after.get(id) ?? [])].reverse());
  }
  return order.map((id) => ({ id, provisions: views.map(({ byId }) => byId.get(id)?.provision ?? null) }));
}
