import type { ProcessEvent } from "../../events.ts";

type Recorded = Extract<ProcessEvent, { readonly type: "entry-recorded" }>;

/**
 * The entries that stand: no later one that stands itself corrects them or takes them back. Later is by the day it was
 * known, then by the order of the file, so that nothing puts out what came after it; decided from the latest backwards,
 * so that a withdrawal which was withdrawn puts nothing out. A correction that was corrected still corrects: what took its
 * place took the place of both. `n log n` in the entries.
 */
export function standingEntries(entries: readonly Recorded[]): Recorded[] {
  const order = entries
    .map((event, index) => ({ event, index }))
    .sort((a, b) => a.event.known.localeCompare(b.event.known, "en") || a.index - b.index);
  const rank = new Map(order.map(({ event }, at) => [event.body.id, at]));
  const out = new Set<string>();
  const corrected = new Set<string>();
  for (const [at, { event }] of [...order.entries()].reverse()) {
    const { id, type, of, corrects } = event.body;
    const isEarlier = (target: string) => (rank.get(target) ?? at) < at;
    if (!out.has(id) && type === "withdrawn") for (const target of of.filter(isEarlier)) out.add(target);
    if (corrects === null || !isEarlier(corrects) || (out.has(id) && !corrected.has(id))) continue;
    out.add(corrects);
    corrected.add(corrects);
  }
  return entries.filter(({ body }) => !out.has(body.id));
}
