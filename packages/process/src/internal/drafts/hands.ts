import type { Revision } from "@parley/documents";
import { untracked } from "./marked.ts";

/** Whose change it is: a party where its name is known to be one's, else the name alone. */
export interface Hand {
  /** Equal for all names of one party. */
  readonly key: string;
  readonly party: string | null;
  /** The names as the file has them, sorted; empty for what was changed without tracking. */
  readonly names: readonly string[];
  readonly tracked: boolean;
}

/** Tells hands apart: by party where the name is mapped to one. */
export class Hands {
  readonly #parties: ReadonlyMap<string, string>;
  readonly #returnedBy: string | null;

  /** `parties` maps display names to parties; `returnedBy` is who sent the file back, if that is known. */
  constructor(parties: ReadonlyMap<string, string>, returnedBy: string | null) {
    this.#parties = parties;
    this.#returnedBy = returnedBy;
  }

  partyOf(author: string): string | null {
    if (author === untracked) return this.#returnedBy;
    return this.#parties.get(author) ?? null;
  }

  keyOf(author: string): string {
    if (author === untracked) return "untracked";
    const party = this.#parties.get(author);
    return party === undefined ? `name ${author}` : `party ${party}`;
  }

  /** The hands behind some changes, in the order in which they first appear. */
  among(revisions: readonly Revision[]): Hand[] {
    const names = new Map<string, Set<string>>();
    for (const { author } of revisions) {
      const key = this.keyOf(author);
      names.set(key, (names.get(key) ?? new Set()).add(author));
    }
    return [...names].map(([key, authors]) => {
      const [author = ""] = authors;
      return {
        key,
        party: this.partyOf(author),
        names: [...authors].filter((name) => name !== untracked).sort(),
        tracked: author !== untracked,
      };
    });
  }
}
