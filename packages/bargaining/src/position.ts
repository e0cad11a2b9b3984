import type { CivilDate } from "@parley/calendar";

/** What somebody says of a target, in the words of negotiators. Silence is no stance. */
export type Stance = "red-line" | "rejects" | "reserves" | "under-review" | "accepts-if" | "accepts" | "prefers";

/** Who spoke: 1 principal, 2 negotiator or spokesman, 3 faction, 4 anonymous, 5 alleged. Ranks 3 to 5 never decide. */
export type Mandate = 1 | 2 | 3 | 4 | 5;

/** One option of one issue. */
export interface Choice {
  readonly issue: string;
  readonly option: string;
}

/** What an acceptance hangs on. With `needs`, it is met exactly when that option is chosen in the package. */
export interface Condition {
  readonly words: string;
  /** True for "only if": with `needs`, the party rejects what it was said of where that option is not chosen. */
  readonly onlyIf: boolean;
  /** Read only when there is no `needs`. */
  readonly met: "met" | "unmet" | "unverifiable";
  readonly needs?: Choice;
}

/** One understanding of a speech that is understood in several ways. */
export interface Reading {
  readonly id: string;
  readonly stance: Stance;
  readonly condition: Condition | null;
  readonly by: string;
}

/** What a position is about. A subject lies outside the text (a conference, say): it is shown and never decides a package. */
export type Target =
  | { readonly kind: "provision"; readonly issue: string }
  | { readonly kind: "option"; readonly issue: string; readonly option: string }
  | { readonly kind: "version"; readonly version: string }
  | { readonly kind: "subject"; readonly subject: string };

/** One dated statement. `ref` is the caller's own and is handed back in every certificate. */
export interface Position<Ref> {
  readonly id: string;
  readonly party: string;
  readonly mandate: Mandate;
  readonly confirmed: boolean;
  readonly target: Target;
  /** With rival readings this is a heading only: the readings decide. */
  readonly stance: Stance;
  readonly condition: Condition | null;
  readonly said: CivilDate;
  readonly published: CivilDate;
  /** Rival readings of the same speech; empty when there is one reading. */
  readonly readings: readonly Reading[];
  /** The id of the wording it was said of, where that is known. */
  readonly wording?: string;
  readonly ref: Ref;
}

/** One answer to an issue. */
export interface IssueOption<Ref> {
  readonly id: string;
  /** An unfilled blank or an option without wording: it can be blocked and never accepted. */
  readonly open: boolean;
  /** The ids of the versions whose wording it is. */
  readonly tabledIn: readonly string[];
  /** The id of its present wording. */
  readonly wording: string;
  readonly earlierWordings: readonly string[];
  readonly ref: Ref;
}

/** An open bracket or a contested provision. With one option it is a provision without alternatives. */
export interface Issue<Ref> {
  readonly id: string;
  readonly options: readonly IssueOption<Ref>[];
  readonly ref: Ref;
}

/** One option for every issue, by issue id. */
export type Package = Readonly<Record<string, string>>;

/** A combination of choices that cannot be, as when a timetable shows it impossible. */
export interface Forbidden<Ref> {
  readonly choices: Readonly<Record<string, string>>;
  readonly ref: Ref;
}
