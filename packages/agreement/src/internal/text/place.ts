import type { ProvisionKind } from "../../model.ts";
import type { Attributes } from "./attributes.ts";
import type { Draft } from "./draft.ts";
import type { Findings } from "./findings.ts";
import { nestingMax } from "./outline.ts";

/** The classes that say a kind. */
export const kindClasses: ReadonlySet<string> = new Set<ProvisionKind>([
  "preamble",
  "definition",
  "annex",
  "table",
  "footnote",
  "map",
  "signature",
  "note",
  "part",
]);

/** The kind that `kind=…` states, where the rules would read another; null when it states none that we know. */
export function statedKind(attributes: Attributes | null): ProvisionKind | null {
  const said = attributes?.pairs.kind ?? "";
  return kindClasses.has(said) || said === "paragraph" || said === "heading" ? (said as ProvisionKind) : null;
}

/** The depth that `depth=…` states, 0 at the top; null when it states none. */
export function statedDepth(attributes: Attributes | null): number | null {
  const said = attributes?.pairs.depth ?? "";
  return /^\d{1,2}$/u.test(said) ? Number(said) : null;
}

/**
 * The provisions with those that state a depth put there; what the rules place under them or beside them keeps to what
 * it stood under, as long as that is still open. A depth that nothing reaches becomes the deepest there is. Linear.
 */
export function atStatedDepths(roots: readonly Draft[], findings: Findings): readonly Draft[] {
  const drafts = inOrder(roots);
  if (drafts.every(({ stated }) => stated === null)) return roots;
  const byRules = new Map(drafts.map(({ draft, parent }) => [draft, parent]));
  const path: Draft[] = [];
  const top: Draft[] = [];
  for (const { draft, parent, stated } of drafts) {
    let above = parent;
    while (above !== null && path[above.depth - 1] !== above) above = byRules.get(above) ?? null;
    const reached = Math.min(path.length, nestingMax - 1);
    if (stated !== null && stated.depth > reached) notReached(stated, reached, findings);
    path.length = Math.min(stated?.depth ?? above?.depth ?? 0, reached);
    draft.parent = path.at(-1) ?? null;
    draft.depth = path.length + 1;
    draft.children = [];
    (draft.parent?.children ?? top).push(draft);
    path.push(draft);
  }
  return top;
}

interface Stated {
  readonly depth: number;
  readonly at: number;
}

interface Placed {
  readonly draft: Draft;
  readonly parent: Draft | null;
  readonly stated: Stated | null;
}

function inOrder(roots: readonly Draft[]): Placed[] {
  const drafts: Placed[] = [];
  const gather = (siblings: readonly Draft[]): void => {
    for (const draft of siblings) {
      drafts.push({ draft, parent: draft.parent, stated: statedOf(draft) });
      gather(draft.children);
    }
  };
  gather(roots);
  return drafts;
}

/** What it says itself, else what the division that names it says. */
function statedOf(draft: Draft): Stated | null {
  const naming = draft.around.filter(({ names }) => names).map(({ attributes }) => attributes);
  for (const attributes of [draft.attributes, ...naming]) {
    const depth = statedDepth(attributes);
    if (depth !== null) return { depth, at: attributes?.start ?? draft.start };
  }
  return null;
}

function notReached({ depth, at }: Stated, reached: number, findings: Findings): void {
  findings.add({
    code: "depth-not-reached",
    severity: "warning",
    at,
    message: `This provision is said to stand at depth ${depth}, and nothing before it is deep enough; it stands at ${reached}.`,
    help: "Depths count from 0 at the top, and a provision is at most one deeper than the one before it.",
  });
}
