import type { Revision } from "../../manuscript.ts";
import { sameRevision } from "../manuscript/walk.ts";
import type { XmlElement } from "../xml/parse.ts";

/** What lies around a run: a link outermost, then the changes, the innermost last. */
export type Wrapper =
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "change"; readonly revision: Revision };

/** A run with what lies around it; marks without width have nothing around them. */
export interface Wrapped {
  readonly around: readonly Wrapper[];
  readonly content: readonly XmlElement[];
}

/**
 * Elements around elements: neighbours with the same wrappers share them, outermost first. No recursion; linear in the
 * pieces and their changes.
 */
export function nest(
  wrapped: readonly Wrapped[],
  wrap: (wrapper: Wrapper, children: readonly XmlElement[]) => XmlElement,
): readonly XmlElement[] {
  const top: XmlElement[] = [];
  const open: { readonly wrapper: Wrapper; readonly children: XmlElement[] }[] = [];
  const innermost = () => open.at(-1)?.children ?? top;
  const closeTo = (depth: number) => {
    while (open.length > depth) {
      const closing = open.pop();
      if (closing !== undefined) innermost().push(wrap(closing.wrapper, closing.children));
    }
  };
  for (const { around, content } of wrapped) {
    let shared = 0;
    while (shared < open.length && isSame(open[shared]?.wrapper, around[shared])) shared += 1;
    closeTo(shared);
    for (const wrapper of around.slice(shared)) open.push({ wrapper, children: [] });
    const inside = innermost();
    for (const one of content) inside.push(one);
  }
  closeTo(0);
  return top;
}

function isSame(a: Wrapper | undefined, b: Wrapper | undefined): boolean {
  if (a?.kind === "link" && b?.kind === "link") return a.target === b.target;
  return a?.kind === "change" && b?.kind === "change" && sameRevision(a.revision, b.revision);
}

/** Words inside a deletion are written as deleted words; moved words are not. */
export function isDeleted(around: readonly Wrapper[]): boolean {
  return around.some((wrapper) => wrapper.kind === "change" && wrapper.revision.kind === "deleted");
}
