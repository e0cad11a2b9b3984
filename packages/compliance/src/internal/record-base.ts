import type { Entry } from "../model.ts";
import { Column } from "./column.ts";
import { type Ids, noIds, takeId } from "./ids.ts";
import { type Listing, listed } from "./listing.ts";
import type { Names } from "./record.ts";
import { type References, ReferencesTaken, whoIsOut } from "./references.ts";
import { corrects, isAbout, kindMask, kindNumber, ofEntry, repeated, saidBy, unusable } from "./sayings.ts";
import { Scopes } from "./scopes.ts";
import { Voices } from "./voices.ts";

/** The entries given at once, laid out in columns by their place. */
export interface Base {
  readonly count: number;
  readonly entries: readonly Entry[];
  readonly on: Int32Array;
  /** What each says, and who as a number of `voices`. */
  readonly said: Int32Array;
  readonly voices: Voices;
  readonly scopes: Scopes;
  readonly listing: Listing;
  readonly references: References;
  /** Who puts an entry out, for those that are out. */
  readonly outBy: ReadonlyMap<number, number>;
  readonly momentLists: readonly (readonly number[])[];
}

/**
 * Goes through the entries three times: for their ids, for what they say, and for the commitments they name. With each table
 * asked in a pass of its own, it stays in the processor's cache; one pass for all takes a third longer for a million.
 */
export function baseOf(names: Names, entries: readonly Entry[]): { readonly base: Base; readonly ids: Ids } {
  const count = entries.length;
  const said = new Int32Array(count);
  const ids = noIds(count, (at) => (entries[at] as Entry).id);
  for (let at = 0; at < count; at += 1) if (!takeId(ids, (entries[at] as Entry).id, at)) said[at] = unusable | repeated;
  const { putting, references, ...told } = sayingsOf(names, { entries, said, ids });
  const outBy = whoIsOut(references, { putting, entries, said });
  const scopes = scopesOf(names, { entries, said, references });
  const listing = listed(scopes, { entries, on: told.on, said }, names.commitmentCount);
  return { base: { count, entries, said, ...told, scopes, listing, references, outBy }, ids };
}

interface Read {
  readonly entries: readonly Entry[];
  readonly said: Int32Array;
}

/** Adds to `said` what each entry says. Those that correct or withdraw are `putting` others out. */
function sayingsOf(names: Names, { entries, said, ids }: Read & { readonly ids: Ids }) {
  const on = new Int32Array(entries.length);
  const voices = new Voices();
  const naming = new ReferencesTaken(ids, entries.length);
  const putting = new Column();
  const momentLists: number[][] = Array.from({ length: names.momentCount }, () => []);
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] as Entry;
    on[at] = entry.on;
    const bits = (said[at] as number) | saidBy(entry) | voices.bitsOf(entry.by);
    said[at] = bits;
    if ((bits & repeated) === 0) {
      if ((bits & (isAbout | corrects)) !== 0) naming.take(at, ofEntry(entry), entry.corrects);
      if ((bits & corrects) !== 0 || (bits & kindMask) === kindNumber.withdrawal) putting.push(at);
      if (entry.kind === "moment") momentLists[names.momentPlace(entry.moment)]?.push(at);
    }
    naming.end(at);
  }
  return { on, voices, putting, momentLists, references: naming.taken() };
}

function scopesOf(names: Names, { entries, said, references }: Read & { readonly references: References }): Scopes {
  const scopes = new Scopes(entries.length);
  const heirs = new Column();
  for (let at = 0; at < entries.length; at += 1) {
    const bits = said[at] as number;
    if ((bits & repeated) !== 0) continue;
    const { commitments } = entries[at] as Entry;
    if (commitments.length === 1) scopes.setOne(at, names.commitmentPlace(commitments[0] as string));
    else if (commitments.length > 1) scopes.set(at, placesOf(names, commitments));
    else if ((bits & isAbout) !== 0) heirs.push(at);
  }
  scopes.inherit(heirs, references, said);
  return scopes;
}

/** The places of the commitments named that are there, each once. */
function placesOf(names: Names, commitments: readonly string[]): readonly number[] {
  const places: number[] = [];
  for (const id of commitments) {
    const place = names.commitmentPlace(id);
    if (place !== -1) places.push(place);
  }
  return places.length === 2 && places[0] !== places[1] ? places : [...new Set(places)];
}
