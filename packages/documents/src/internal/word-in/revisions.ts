import type { FormattingChange, Revision } from "../../manuscript.ts";
import { attribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";

type RevisionKind = Revision["kind"];
export type Revisions = readonly Revision[];

export const noRevisions: Revisions = [];

/** The elements that mark words, paragraph ends and rows as changed. */
export const revisionElements: Readonly<Record<string, RevisionKind>> = {
  "w:ins": "inserted",
  "w:del": "deleted",
  "w:moveTo": "moved-here",
  "w:moveFrom": "moved-away",
};

/**
 * The tracked changes of one file. Equal changes are one object and equal stacks of them one array, so that neighbours
 * are compared at no cost.
 */
export interface RevisionBook {
  /** The change that an element around words or in a row tells. */
  revision(element: XmlElement, kind: RevisionKind): Revision;
  /** The change of a paragraph's end, told once the paragraph has been read. */
  endRevision(element: XmlElement, kind: RevisionKind): Revision;
  paragraphBegins(): void;
  /** The stack with one more change inside it. */
  within(outer: Revisions, inner: Revision): Revisions;
  /** The range of a move begins or ends; it names the moves inside it. */
  moveBegins(element: XmlElement, kind: RevisionKind): void;
  moveEnds(element: XmlElement, kind: RevisionKind): void;
}

export function openRevisionBook(): RevisionBook {
  const known = new Map<string, Revision>();
  const stacks = new Map<Revisions, Map<Revision, Revisions>>();
  const moves = { "moved-here": openRanges(), "moved-away": openRanges() };
  /** Names of ranges that began inside their own move, as LibreOffice writes them: they name the paragraph's end too. */
  const inner = new Map<RevisionKind, string>();
  const openMoves = (kind: RevisionKind) => (kind === "moved-here" || kind === "moved-away" ? moves[kind] : null);
  const same = (element: XmlElement, kind: RevisionKind, move: string | null): Revision => {
    const [author, date] = [attribute(element, "w:author") ?? "", attribute(element, "w:date")];
    const key = JSON.stringify([kind, author, date, move]);
    const revision = known.get(key) ?? { kind, author, date, move };
    known.set(key, revision);
    return revision;
  };
  return {
    revision(element, kind) {
      const first = element.children.find((node) => typeof node !== "string");
      if (typeof first === "object" && first.name === `${element.name}RangeStart` && sameHand(first, element)) {
        this.moveBegins(first, kind);
        inner.set(kind, attribute(first, "w:name") ?? "");
      }
      return same(element, kind, openMoves(kind)?.last() ?? null);
    },
    endRevision: (element, kind) => same(element, kind, openMoves(kind)?.last() ?? (inner.get(kind) || null)),
    paragraphBegins: () => inner.clear(),
    within(outer, added) {
      const inside = stacks.get(outer) ?? new Map<Revision, Revisions>();
      stacks.set(outer, inside);
      const stack = inside.get(added) ?? [...outer, added];
      inside.set(added, stack);
      return stack;
    },
    moveBegins(element, kind) {
      const name = attribute(element, "w:name");
      if (name !== null) openMoves(kind)?.open(attribute(element, "w:id") ?? "", name);
    },
    moveEnds(element, kind) {
      openMoves(kind)?.close(attribute(element, "w:id") ?? "");
    },
  };
}

function sameHand(a: XmlElement, b: XmlElement): boolean {
  return ["w:author", "w:date"].every((name) => attribute(a, name) === attribute(b, name));
}

/** Ranges that are open, by id; `last` is the name of the one opened last among them. */
function openRanges() {
  const names = new Map<string, string>();
  const order: string[] = [];
  return {
    open(id: string, name: string): void {
      if (!names.has(id)) order.push(id);
      names.set(id, name);
    },
    close: (id: string): void => void names.delete(id),
    last(): string | null {
      for (let id = order.at(-1); id !== undefined; id = order.at(-1)) {
        const name = names.get(id);
        if (name !== undefined) return name;
        order.pop();
      }
      return null;
    },
  };
}

/** A change of looks that an element tells, in words. */
export function formattingChange(element: XmlElement, what: string): FormattingChange {
  return { author: attribute(element, "w:author") ?? "", date: attribute(element, "w:date"), what };
}
