import type { Bracket, BracketId, Inline, ProvisionKind } from "../../model.ts";
import type { Alternatives } from "./alternatives.ts";
import type { Attributes } from "./attributes.ts";
import type { Stretch } from "./lines.ts";

/** A provision while the text is read: its place in the tree is known, its words and id are not yet. */
export interface Draft {
  kind: ProvisionKind;
  readonly isHeading: boolean;
  readonly number: string | null;
  /** The piece of a derived id that the number gives, or null. */
  readonly slug: string | null;
  /** Where its own lines start and end. */
  readonly start: number;
  end: number;
  /** The stretches of its own words, a line each, without marks. */
  readonly segments: Stretch[];
  /** Attributes of the fenced divisions around it, the nearest first; the first of them may name it. */
  readonly around: { readonly attributes: Attributes; readonly names: boolean }[];
  /** Attributes at its own end. */
  attributes: Attributes | null;
  alternatives: Alternatives | null;
  parent: Draft | null;
  depth: number;
  children: Draft[];
  words: readonly Inline[];
  brackets: readonly DraftBracket[];
  id: string | null;
  derived: boolean;
}

/** A bracket before ids are given out; it becomes the bracket of the model in place. */
export type DraftBracket = { -readonly [Key in keyof Bracket]: Bracket[Key] };

/** What stands for an id until ids are given out. */
export const noId = "" as BracketId;

export function draftOf(parts: {
  readonly kind: ProvisionKind;
  readonly isHeading?: boolean;
  readonly number?: string | null;
  readonly slug?: string | null;
  readonly start: number;
  readonly end: number;
  readonly segments?: Stretch[];
}): Draft {
  return {
    isHeading: false,
    number: null,
    slug: null,
    segments: [],
    ...parts,
    around: [],
    attributes: null,
    alternatives: null,
    parent: null,
    depth: 1,
    children: [],
    words: [],
    brackets: [],
    id: null,
    derived: true,
  };
}
