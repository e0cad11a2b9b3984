/**
 * A text of an agreement as a plain tree, for formats that know what a provision is. It mirrors the text as it is
 * parsed, without places in a file.
 */
export interface Instrument {
  readonly front: InstrumentFront;
  readonly provisions: readonly InstrumentProvision[];
}

/** What a draft says of itself. Everything may be unsaid. */
export interface InstrumentFront {
  readonly title: string | null;
  /** Shown wherever the text is shown. */
  readonly notice: string | null;
  /** True when the words are rebuilt from reports. */
  readonly reconstruction: boolean;
  readonly drafter: string | null;
  readonly stage: string | null;
  /** The day of the draft, YYYY-MM-DD. */
  readonly date: string | null;
  readonly parties: readonly string[];
  readonly basisAcceptedBy: readonly string[];
  /** A BCP 47 tag. */
  readonly language: string | null;
  readonly authenticLanguages: readonly string[];
  readonly prevailingLanguage: string | null;
  readonly revises: string | null;
  /** Further entries, of values that JSON can hold. */
  readonly other: Readonly<Record<string, unknown>>;
}

export type InstrumentProvisionKind =
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

/** How far the two sides are with some words. `whom` names parties. */
export type InstrumentStatus =
  | { readonly kind: "proposed" | "agreed" | "agreed-ad-referendum" | "placeholder" }
  | { readonly kind: "pending" | "reserved"; readonly whom: readonly string[] };

export interface InstrumentProvision {
  readonly id: string;
  /** True when the id comes from numbering or place and is not a lasting one. */
  readonly derived: boolean;
  readonly kind: InstrumentProvisionKind;
  /** As printed: "PART TWO", "Article 3", "3 bis", "(a)"; null for none. */
  readonly number: string | null;
  /** The punctuation printed between the number and the words, "." in "Part One. Title"; "" for none. */
  readonly separator: string;
  /** True for a heading, whose words are `words`; false for a paragraph. */
  readonly heading: boolean;
  readonly words: readonly InstrumentInline[];
  readonly status: InstrumentStatus;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly children: readonly InstrumentProvision[];
}

/** A piece of a provision's words. A table is one provision: a break between its rows, "|" between its cells. */
export type InstrumentInline =
  | { readonly kind: "words"; readonly text: string; readonly emphasis: "none" | "emphasis" | "strong" }
  | { readonly kind: "ambiguity"; readonly text: string }
  | { readonly kind: "reference"; readonly text: string; readonly target: string }
  | { readonly kind: "footnote-mark"; readonly label: string }
  | { readonly kind: "break" }
  | InstrumentBracket;

/** Words that are not agreed: alternatives, one doubtful wording, or a blank. */
export interface InstrumentBracket {
  readonly kind: "bracket";
  readonly id: string;
  readonly derived: boolean;
  readonly blank: boolean;
  readonly status: InstrumentStatus;
  readonly alternatives: readonly InstrumentAlternative[];
}

export interface InstrumentAlternative {
  /** Unique within its bracket. */
  readonly id: string;
  readonly party: string | null;
  /** True when this option is known to exist but no wording of it is held. */
  readonly unworded: boolean;
  readonly words: readonly InstrumentInline[];
}
