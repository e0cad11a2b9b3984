import type { CivilDate, DateExpression, DateRelation, Length, MonthEndRule } from "@parley/calendar";
import type { Diagnostic, Place } from "@parley/diagnostics";
import { readYaml, type YamlCode, type YamlPath } from "@parley/diagnostics/yaml";
import { z } from "zod";
import { readingOf } from "./internal/readings/from-file.ts";
import { provisionsOf } from "./internal/readings/own-text.ts";
import { occurs } from "./internal/readings/quotation.ts";
import { readingFileSchema } from "./internal/readings/schema.ts";
import type { Agreement, Provision, ProvisionId } from "./model.ts";

/**
 * What a reader says on a point. "stated" carries the value. "not-stated": the reader looked and the text does not say.
 * "nothing": the reader leaves the point out, so nothing follows from it.
 */
export type Said<T> =
  | { readonly said: "stated"; readonly value: T }
  | { readonly said: "not-stated"; readonly value: null }
  | { readonly said: "nothing"; readonly value: null };

/** One option of an issue of the negotiation, written "issue=option"; the issue is a bracket or a contested provision. */
export interface OptionChoice {
  readonly issue: string;
  readonly option: string;
}

/** What every entry of a reading has: where it stands in the file, and the words of the text that it rests on. */
export interface ReadingEntry {
  /** Its place in the file, for `placeOf`: ["commitments", 0]. */
  readonly path: YamlPath;
  readonly provision: ProvisionId;
  /** The quoted words; null where the entry quotes none (events and the ceasefire may). */
  readonly words: string | null;
  /** The entry holds only when each of these options is chosen; empty when it always holds. */
  readonly ifOption: readonly OptionChoice[];
  /** Where it was published, an id of the process's sources; the reading's own source when the entry has none. */
  readonly source: string | null;
}

/** A moment that the text speaks of. */
export interface ReadEvent extends Omit<ReadingEntry, "provision"> {
  readonly id: string;
  readonly means: string;
  /** Null when the moment is of no one provision. */
  readonly provision: ProvisionId | null;
}

/** "every 30 days" or "continuous". */
export type Recurrence = { readonly kind: "every"; readonly length: Length } | { readonly kind: "continuous" };

/** An undertaking: who shall, shall not or may do what, from when, by when. */
export interface Commitment extends ReadingEntry {
  readonly id: string;
  readonly words: string;
  readonly by: Said<readonly string[]>;
  readonly to: Said<readonly string[]>;
  readonly force: "shall" | "shall-not" | "may";
  /** What is to be done, left undone or allowed, in the reader's words. */
  readonly act: string;
  readonly from: Said<DateExpression>;
  readonly due: Said<DateExpression>;
  /** Which day is meant when adding months meets one that does not exist; null when the reader names no rule. */
  readonly dueRule: MonthEndRule | null;
  /** The event whose happening is the keeping. */
  readonly event: string | null;
  readonly recurring: Said<Recurrence>;
  readonly condition: Said<string>;
  readonly verifiedBy: Said<readonly string[]>;
  readonly otherwise: Said<string>;
  /** Step for step: it binds once each of these commitments of the same reading is kept. */
  readonly after: readonly string[];
  /** A breach of this one brings these commitments into force, once it is found or already when it is alleged. */
  readonly brings: { readonly commitments: readonly string[]; readonly on: "found" | "alleged" } | null;
  /** What a "may" lets its holder do to other commitments. */
  readonly power: Power | null;
  /** The phase outside of which it does not bind; null when it is of no phase. */
  readonly phase: string | null;
  /** What the undertaking is for, where the reader says: done in full without that, it is not kept. */
  readonly goal: Said<string>;
}

/** A power over other commitments of the same reading. */
export interface Power {
  readonly does: "suspend" | "resume" | "extend" | "terminate" | "waive";
  readonly over: readonly string[];
}

/** A stretch of the agreement's life, such as a transition. */
export interface ReadPhase extends ReadingEntry {
  readonly id: string;
  readonly words: string;
  readonly name: string;
  readonly starts: Said<DateExpression>;
  readonly ends: Said<DateExpression>;
  /** As `dueRule` of a commitment, for both dates. */
  readonly rule: MonthEndRule | null;
  /** The commitments that go on when it runs over its end: what a caretaker may and must do. */
  readonly caretaker: readonly string[];
  /** What the text says happens then. */
  readonly overrun: Said<string>;
}

/** An order or a length that is nobody's undertaking. */
export interface ReadDate extends ReadingEntry {
  readonly id: string;
  readonly words: string;
  readonly holds: DateRelation;
  readonly says: string | null;
}

/** An exact share, such as two thirds: 0 ≤ numerator ≤ denominator, denominator at least 1. */
export interface Share {
  readonly of: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** A body that the text creates. */
export interface ReadBody extends ReadingEntry {
  readonly id: string;
  readonly words: string;
  readonly name: string;
  readonly decides: Said<"advises" | "decides">;
  readonly seats: Said<number>;
  readonly namedBy: Said<readonly { readonly by: Said<string>; readonly seats: Said<number> }[]>;
  readonly shares: readonly Share[];
  readonly rule: Said<string>;
  readonly chair: Said<string>;
  readonly reportsTo: Said<string>;
}

/** What a term means in this text. */
export interface ReadDefinition extends ReadingEntry {
  readonly words: string;
  readonly term: string;
  readonly means: string;
}

/** The six things asked of a ceasefire, each in the reader's words. */
export interface ReadCeasefire extends ReadingEntry {
  readonly starts: Said<string>;
  readonly area: Said<string>;
  readonly prohibited: Said<string>;
  readonly permitted: Said<string>;
  readonly monitoredBy: Said<string>;
  readonly disputes: Said<string>;
}

/** Somebody's understanding of a text, beside it and never in it. */
export interface Reading {
  readonly file: string;
  readonly reader: string;
  /** The text read, a path as the reading writes it. */
  readonly of: string;
  /** The day the reading was made. */
  readonly on: CivilDate;
  /** The day it became known; null when it does not say, and then it counts as long as its text does. */
  readonly known: CivilDate | null;
  readonly source: string | null;
  readonly events: readonly ReadEvent[];
  readonly commitments: readonly Commitment[];
  readonly phases: readonly ReadPhase[];
  readonly dates: readonly ReadDate[];
  readonly bodies: readonly ReadBody[];
  readonly definitions: readonly ReadDefinition[];
  readonly ceasefire: ReadCeasefire | null;
}

/** A reading with the places of its values; what `check` takes. */
export interface PlacedReading {
  readonly reading: Reading;
  readonly placeOf: (path: YamlPath) => Place;
}

/**
 * Reads a reading from YAML. Never throws: `reading` is null when the file cannot be used, and then at least one
 * diagnostic is an error with its line and column. `placeOf` gives the place of any path of an entry. Linear.
 */
export function parseReading({ file, source }: { readonly file: string; readonly source: string }): {
  readonly reading: Reading | null;
  readonly diagnostics: readonly Diagnostic<YamlCode>[];
  readonly placeOf: (path: YamlPath) => Place;
} {
  const { value, diagnostics, placeOf } = readYaml({ file }, source, readingFileSchema);
  return { reading: value === null ? null : readingOf(file, value), diagnostics, placeOf };
}

/** The JSON Schema (draft 2020-12) of a reading's file, for editors. */
export const readingJsonSchema: Readonly<Record<string, unknown>> = {
  ...z.toJSONSchema(readingFileSchema, { io: "input" }),
  title: "A reading of an agreement",
};

/** Why an entry no longer stands on the text: its provision is gone, or its quoted words are. */
export type Staleness =
  | { readonly reason: "words-changed"; readonly provision: Provision; readonly words: string }
  | { readonly reason: "no-such-provision"; readonly provision: null; readonly id: ProvisionId };

/**
 * Null while the entry's quoted words occur in its provision or in what stands under it; else why not. An entry without
 * quoted words or without a provision goes stale only with its provision. Whitespace is folded. Linear in the text.
 */
export function isStale(
  entry: Pick<ReadingEntry, "words"> & { readonly provision: ProvisionId | null },
  agreement: Agreement,
): Staleness | null {
  if (entry.provision === null) return null;
  const found = provisionsOf(agreement.provisions).find(({ provision }) => provision.id === entry.provision);
  if (found === undefined) return { reason: "no-such-provision", provision: null, id: entry.provision };
  if (entry.words === null || occurs(entry.words, found.provision)) return null;
  return { reason: "words-changed", provision: found.provision, words: entry.words };
}
