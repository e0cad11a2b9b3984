import type { Diagnostic, Span } from "@parley/diagnostics";

/** The lasting or derived id of a provision, unique in its text. */
export type ProvisionId = string & { readonly __brand: "ProvisionId" };

/** The id of a bracket, unique in its text. */
export type BracketId = string & { readonly __brand: "BracketId" };

/**
 * How far the two sides are with some words, as negotiators say it. `proposed` is the default in a mediator's draft:
 * nobody has accepted anything.
 */
export type Status =
  | { readonly kind: "proposed" | "agreed" | "agreed-ad-referendum" | "placeholder" }
  | { readonly kind: "pending" | "reserved"; readonly whom: readonly string[] };

/** What a draft says of itself in its front matter. Everything but the title may be unsaid. */
export interface FrontMatter {
  readonly title: string | null;
  /** Shown wherever the text is shown; "a reconstruction from public reporting" stands here. */
  readonly notice: string | null;
  /** True when the words are rebuilt from reports: what is absent is then "not reported", never "missing". */
  readonly reconstruction: boolean;
  /** Who drafted it: a party or third party of the process. */
  readonly drafter: string | null;
  /** "discussion draft", "signed", "alleged": as its drafter or its source calls it. */
  readonly stage: string | null;
  /** The day of the draft, YYYY-MM-DD. */
  readonly date: string | null;
  readonly parties: readonly string[];
  /** Who takes it as the basis of talks; empty when nobody is recorded to. */
  readonly basisAcceptedBy: readonly string[];
  /** The language of this file, a BCP 47 tag. */
  readonly language: string | null;
  readonly authenticLanguages: readonly string[];
  readonly prevailingLanguage: string | null;
  /** The draft whose later wording this is, as a path beside it. */
  readonly revises: string | null;
  /** Attributes we do not know, kept as written. */
  readonly other: Readonly<Record<string, unknown>>;
}

export type ProvisionKind =
  | "part"
  | "heading"
  | "preamble"
  | "paragraph"
  | "definition"
  | "annex"
  | "table"
  | "footnote"
  | "map"
  | "signature"
  | "note";

/** A provision: a heading with what stands under it, or a paragraph. The tree follows the numbering. */
export interface Provision {
  readonly id: ProvisionId;
  /** True when the text gives no id and this one was derived from numbering or place. */
  readonly derived: boolean;
  readonly kind: ProvisionKind;
  /** The number exactly as printed ("PART TWO", "Article 3", "3 bis", "(a)"), or null. */
  readonly number: string | null;
  /** The words of a heading without number and attributes; null for a paragraph. */
  readonly heading: string | null;
  /** The whole provision, its children included. */
  readonly span: Span;
  /** The source lines of its own words, without children. */
  readonly ownSpan: Span;
  /** Its own words in order; for a heading, the heading's. Block marks, number and attributes are left out. */
  readonly words: readonly Inline[];
  readonly status: Status;
  /** Attributes as written after id and status, such as map's `file` or signature's `capacity`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly children: readonly Provision[];
}

/** A piece of a provision's words. The spans of the pieces never overlap and stand in order. */
export type Inline =
  | {
      readonly kind: "words";
      readonly text: string;
      readonly emphasis: "none" | "emphasis" | "strong";
      readonly span: Span;
    }
  | { readonly kind: "ambiguity"; readonly text: string; readonly span: Span }
  | { readonly kind: "reference"; readonly text: string; readonly target: string; readonly span: Span }
  | { readonly kind: "footnote-mark"; readonly label: string; readonly span: Span }
  | { readonly kind: "break"; readonly span: Span }
  | Bracket;

/** Words that are not agreed: alternatives, one doubtful wording, or a blank. */
export interface Bracket {
  readonly kind: "bracket";
  readonly id: BracketId;
  readonly derived: boolean;
  /** From the opening to the closing bracket, attributes included. */
  readonly span: Span;
  /** True when no alternative has any words: `[ ]`. */
  readonly blank: boolean;
  readonly status: Status;
  readonly alternatives: readonly Alternative[];
}

/** One wording inside a bracket, with the party that wants it where that is known. */
export interface Alternative {
  /** Unique within its bracket: the id given to it, or "1", "2", … by order. */
  readonly id: string;
  readonly party: string | null;
  /** True when this option is known to exist but no wording of it is held. */
  readonly unworded: boolean;
  readonly words: readonly Inline[];
  readonly span: Span;
}

/** A text as parsed. `print` of it gives `source` back, byte for byte. */
export interface Agreement {
  readonly file: string;
  readonly source: string;
  readonly front: FrontMatter;
  readonly provisions: readonly Provision[];
  /** True for a text with ids of its own; false when all are derived, as for one found on the web. */
  readonly hasLastingIds: boolean;
  readonly diagnostics: readonly Diagnostic[];
}
