import type { FrontMatter, ProvisionKind, Status } from "./model.ts";

/** A draft as a list of paragraphs in reading order, from which its source can be written. */
export interface DraftText {
  readonly front: FrontMatter;
  readonly paragraphs: readonly DraftParagraph[];
}

/** A heading or a paragraph of a draft: a provision without its place in the source. */
export interface DraftParagraph {
  /** Null to let the reader of texts derive one. */
  readonly id: string | null;
  /** Null to let the reader of texts tell by its rules. */
  readonly kind: ProvisionKind | null;
  /** 1 to 6 for a heading; null for what is none. */
  readonly headingLevel: number | null;
  /** As printed, punctuation included: "3.", "(a)", "Article 3", "Part One.", "3 bis."; null for none. */
  readonly label: string | null;
  /** Its own words; empty for a table. */
  readonly words: readonly DraftInline[];
  /** The cells of a table, row by row, the first row its head; null for what is no table. */
  readonly rows: readonly (readonly (readonly DraftInline[])[])[] | null;
  /** Null when it has the status of what it stands under. */
  readonly status: Status | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  /** How deep it stands, 0 at the top; null to let the numbering tell. */
  readonly depth: number | null;
}

/** A piece of a paragraph's words. */
export type DraftInline =
  | { readonly kind: "words"; readonly text: string; readonly emphasis: "none" | "emphasis" | "strong" }
  | { readonly kind: "ambiguity"; readonly text: string }
  | { readonly kind: "reference"; readonly text: string; readonly target: string }
  | { readonly kind: "footnote-mark"; readonly label: string }
  | { readonly kind: "break" }
  | DraftBracketed;

/** Words that are not agreed. */
export interface DraftBracketed {
  readonly kind: "bracket";
  /** Null to let the reader of texts derive one. */
  readonly id: string | null;
  /** Null when it states none, which counts as proposed. */
  readonly status: Status | null;
  /** None for a blank. */
  readonly alternatives: readonly DraftAlternative[];
}

/** One wording inside a bracket; with a party and no words, a party that wants the words gone. */
export interface DraftAlternative {
  /** Null when it goes by its place. */
  readonly id: string | null;
  readonly party: string | null;
  /** True when this option is known to exist and no wording of it is held. */
  readonly unworded: boolean;
  readonly words: readonly DraftInline[];
}
