import type { BracketId } from "../../model.ts";
import type { Attributes } from "./attributes.ts";
import type { Draft, DraftBracket } from "./draft.ts";
import type { Findings } from "./findings.ts";

/** A bracket, the attributes written after it, and the provision it stands in. */
export interface GivenBracket {
  readonly bracket: DraftBracket;
  readonly given: Attributes | null;
}

/**
 * Gives every provision and bracket its id: first the lasting ids in the order of the text, then, so that they never
 * displace one, the ids derived from numbering and place. Linear.
 */
export class Ids {
  readonly #findings: Findings;
  /** Each id with the place where it was first given. */
  readonly #taken = new Map<string, number>();
  readonly #uses = new Map<string, number>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  get anyLasting(): boolean {
    return this.#lasting > 0;
  }

  #lasting = 0;

  /** Takes an id that the text gives; null when another has it already, which is a finding. */
  claim(id: string, at: number): boolean {
    const first = this.#taken.get(id);
    if (first === undefined) {
      this.#taken.set(id, at);
      this.#lasting += 1;
      return true;
    }
    this.#findings.add({
      code: "duplicate-id",
      severity: "error",
      at,
      message: `“${id}” already names another place in this text, so this one goes by “${id}~2” or the next free number.`,
      help: "Give it an id of its own; positions and readings name provisions by their ids.",
      related: [{ place: this.#findings.place(first), message: `“${id}” stands first here.` }],
    });
    return false;
  }

  /** The wanted id, or with “~2”, “~3” … the first that is free. */
  free(wanted: string): string {
    if (!this.#taken.has(wanted)) {
      this.#taken.set(wanted, 0);
      return wanted;
    }
    let use = (this.#uses.get(wanted) ?? 1) + 1;
    while (this.#taken.has(`${wanted}~${use}`)) use += 1;
    this.#uses.set(wanted, use);
    this.#taken.set(`${wanted}~${use}`, 0);
    return `${wanted}~${use}`;
  }
}

/** Derives the ids that the text does not give, from the top down. */
export function deriveIds(roots: readonly Draft[], heading: (draft: Draft) => string, ids: Ids): void {
  const visit = (drafts: readonly Draft[], above: string | null): void => {
    const counts = new Map<string, number>();
    const nth = (name: string): number => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return count;
    };
    for (const draft of drafts) {
      const own = draft.id === null ? segmentOf(draft, heading, nth) : draft.id;
      if (draft.derived) draft.id = ids.free(above === null || draft.id !== null ? own : `${above}.${own}`);
      nameBrackets(draft, ids);
      visit(draft.children, draft.id);
    }
  };
  visit(roots, null);
}

function nameBrackets(draft: Draft, ids: Ids): void {
  draft.brackets.forEach((bracket, order) => {
    if (!bracket.derived) return;
    const wanted = bracket.id === "" ? `${draft.id ?? ""}.bracket-${order + 1}` : bracket.id;
    bracket.id = ids.free(wanted) as BracketId;
  });
}

function segmentOf(draft: Draft, heading: (draft: Draft) => string, nth: (name: string) => number): string {
  if (draft.slug !== null) return draft.slug;
  if (draft.isHeading) return slugOfWords(heading(draft)) ?? `heading-${nth("heading")}`;
  if (draft.number !== null) return `item-${nth("item")}`;
  return draft.kind === "paragraph" || draft.kind === "definition"
    ? `p${nth("p")}`
    : `${draft.kind}-${nth(draft.kind)}`;
}

/** The first words of a heading in Latin letters; null where it has none. */
function slugOfWords(words: string): string | null {
  const latin = words.slice(0, 200).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = (latin.match(/[a-z0-9]+/gu) ?? []).slice(0, 5).join("-").slice(0, 40);
  return /[a-z]/u.test(slug) ? slug : null;
}
