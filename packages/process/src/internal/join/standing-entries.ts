import type { ProcessEvent } from "../../events.ts";

type Recorded = Extract<ProcessEvent, { readonly type: "entry-recorded" }>;

/**
 * The entries that stand: no later one that stands itself corrects them or takes them back. Later is by the day it was
 * known, then by the order of the file, so that nothing puts out what came after it; decided from the latest backwards,
 * so that a withdrawal which was withdrawn puts nothing out. `n log n` in the entries.
 */
export function standingEntries(entries: readonly Recorded[]): Recorded[] {
  const order = entries
    .map((event, index) => ({ event, index }))
    .sort((a, b) => a.event.known.localeCompare(b.event.known, "en") || a.index - b.index);
  const rank = new Map(order.map(({ event }, at) => [event.body.id, at]));
  const out = new Set<string>();
  for (const [at, { event }] of [...order.entries()].reverse()) {
    const { id, type, of, corrects } = event.body;
    if (out.has(id)) continue;
    for (const target of [...(type === "withdrawn" ? of : []), ...(corrects === null ? [] : [corrects])])
      if ((rank.get(target) ?? at) < at) out.add(target);
  }
  return entries.filter(({ body }) => !out.has(body.id));
}
