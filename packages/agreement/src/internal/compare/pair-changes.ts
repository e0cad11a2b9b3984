import type { Change, ChangeKind, Side } from "../../compare.ts";
import type { Alignment } from "./align.ts";
import { bracketChanges } from "./bracket-changes.ts";
import type { PlacedChange } from "./in-order.ts";
import type { Node, Outline } from "./outline.ts";

/** Every provision of both texts as changes, "unchanged" included; in no order. */
export function pairChanges({
  before,
  after,
  alignment,
  drafter,
}: {
  readonly before: Outline;
  readonly after: Outline;
  readonly alignment: Alignment;
  readonly drafter: string | null;
}): PlacedChange[] {
  const changes: PlacedChange[] = [];
  const seen = { before: new Set<number>(), after: new Set<number>() };
  const put = (kind: ChangeKind, b: Node | null, a: Node | null, more: Partial<Change> = {}): void => {
    const node = a ?? b;
    if (node === null) return;
    if (b !== null) seen.before.add(b.index);
    if (a !== null) seen.after.add(a.index);
    const sides = { before: b === null ? null : sideOf(b), after: a === null ? null : sideOf(a) };
    const change: Change = { kind, provision: node.provision.id, ...sides, proposedBy: drafter, ...more };
    changes.push({ change, before: b?.index ?? null, after: a?.index ?? null });
  };
  const parted = (kind: "split" | "merged", b: Node | undefined, a: Node | undefined): void => {
    if (b !== undefined && a !== undefined) put(kind, b, a, { words: before.cutter.changes(b.text, a.text) });
  };

  for (const [b, a] of alignment.afterOf) {
    const [from, to] = [before.nodes[b], after.nodes[a]];
    if (from === undefined || to === undefined) continue;
    const { reworded, changes: inBrackets } = bracketChanges({ from, to, before, after });
    const words = (): Partial<Change> => ({ words: before.cutter.changes(from.text, to.text) });
    const count = changes.length;
    if (reworded) put("reworded", from, to, words());
    if (alignment.moved.has(b)) put("moved", from, to);
    if (from.provision.number !== to.provision.number) put("renumbered", from, to);
    for (const { kind, bracket, option } of inBrackets) {
      const proposedBy = (kind === "option-removed" || kind === "bracket-opened" ? null : option.party) ?? drafter;
      put(kind, from, to, { bracket, option, proposedBy, ...(kind === "reworded" ? words() : {}) });
    }
    if (changes.length === count) put("unchanged", from, to);
  }
  for (const { whole, pieces } of alignment.splits)
    for (const piece of pieces) parted("split", before.nodes[whole], after.nodes[piece]);
  for (const { whole, pieces } of alignment.mergers)
    for (const piece of pieces) parted("merged", before.nodes[piece], after.nodes[whole]);
  for (const node of before.nodes) if (!seen.before.has(node.index)) put("deleted", node, null);
  for (const node of after.nodes) if (!seen.after.has(node.index)) put("added", null, node);
  return changes;
}

function sideOf({ provision, text }: Node): Side {
  return { id: provision.id, number: provision.number, text };
}
