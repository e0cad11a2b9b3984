import type { Instrument, InstrumentInline, InstrumentProvision } from "../../instrument.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { type ElementIds, elementIds } from "./element-ids.ts";

/** Attributes of a link; its href is set last. */
type LinkAttributes = Record<string, string> & { href: string };

export type NoteWriter = (writing: Writing, note: InstrumentProvision, within: string) => XmlElement;

/** What is gathered while a document is written, and needed elsewhere in it. */
export interface Writing {
  readonly ids: ElementIds;
  /** The eId of the organisation that stands for a party, by the party as written. */
  readonly parties: Map<string, string>;
  /** Our id of a provision or bracket, to its eId: references point there. */
  readonly places: Map<string, string>;
  /** Lasting ids in the order of the document, for the list of mappings. */
  readonly lasting: { readonly eId: string; readonly wId: string }[];
  /** Classes and attributes of provisions, for our own metadata. */
  readonly marks: XmlElement[];
  /** Footnotes that are written at their first mark, by label. */
  readonly notes: ReadonlyMap<string, InstrumentProvision>;
  /** The eId of a footnote already written at its mark. */
  readonly notesAtMarks: Map<string, string>;
  /** Labels of the footnotes whose place in the tree has been met. */
  readonly notePlacesMet: Set<string>;
  /** Links whose target is known when the whole is written. */
  readonly links: { readonly attributes: LinkAttributes; readonly target: string }[];
  /** Writes a footnote inside the words that refer to it; `within` is the eId of their provision. */
  readonly writeNote: NoteWriter;
}

export function beginWriting(instrument: Instrument, writeNote: NoteWriter): Writing {
  return {
    ids: elementIds(),
    parties: new Map(),
    places: new Map(),
    lasting: [],
    marks: [],
    notes: notesWithMarks(instrument.provisions),
    notesAtMarks: new Map(),
    notePlacesMet: new Set(),
    links: [],
    writeNote,
  };
}

/** The eId of the organisation for a party, made at its first mention. */
export function partyId(writing: Writing, party: string): string {
  const known = writing.parties.get(party);
  if (known !== undefined) return known;
  const id = writing.ids.takeNamed("party", party);
  writing.parties.set(party, id);
  return id;
}

/**
 * The attributes that bring an id back: a lasting one is the element's wId; a derived one, and one that no attribute of
 * the standard can hold, stands in ours.
 */
export function idAttributes(
  writing: Writing,
  eId: string,
  { id, derived }: { readonly id: string; readonly derived: boolean },
): Record<string, string> {
  if (!writing.places.has(id)) writing.places.set(id, eId);
  if (derived) return { eId, "parley:derived-id": id };
  if (!/^[^\s]+$/u.test(id)) return { eId, "parley:id": id };
  writing.lasting.push({ eId, wId: id });
  return { eId, wId: id };
}

/** A `ref` or `noteRef` whose href is set when all targets are known. */
export function linkTo(
  writing: Writing,
  name: string,
  attributes: Readonly<Record<string, string>>,
  target: string,
  children: readonly (XmlElement | string)[],
): XmlElement {
  const link: LinkAttributes = { ...attributes, href: "#" };
  writing.links.push({ attributes: link, target });
  return { name, attributes: link, children };
}

/** Points every link at its target's eId; at the bare id where the document has no such place. */
export function resolveLinks(writing: Writing): void {
  for (const { attributes, target } of writing.links)
    attributes.href = toFragment(writing.places.get(target) ?? target);
}

export function toFragment(id: string): string {
  return `#${encodeURIComponent(id.toWellFormed())}`;
}

/** Classes and attributes go to our metadata: their names need not be names in XML. */
export function noteMarks(writing: Writing, eId: string, provision: InstrumentProvision): void {
  const classes = provision.classes.map((name) => element("parley:class", {}, [name]));
  const attributes = Object.entries(provision.attributes).map(([key, value]) =>
    element("parley:attribute", { key }, [value]),
  );
  if (classes.length + attributes.length === 0) return;
  writing.marks.push(element("parley:provision", { for: `#${eId}` }, [...classes, ...attributes]));
}

/** Footnotes that some words outside all footnotes refer to: the first with each label. */
function notesWithMarks(provisions: readonly InstrumentProvision[]): ReadonlyMap<string, InstrumentProvision> {
  const notes = new Map<string, InstrumentProvision>();
  const marked = new Set<string>();
  const walk = (list: readonly InstrumentProvision[]): void => {
    for (const provision of list) {
      if (provision.kind === "footnote") {
        if (provision.number !== null && !notes.has(provision.number)) notes.set(provision.number, provision);
        continue;
      }
      for (const label of marksIn(provision.words)) marked.add(label);
      walk(provision.children);
    }
  };
  walk(provisions);
  return new Map([...notes].filter(([label]) => marked.has(label)));
}

function* marksIn(words: readonly InstrumentInline[]): Generator<string> {
  for (const piece of words) {
    if (piece.kind === "footnote-mark") yield piece.label;
    if (piece.kind === "bracket") for (const alternative of piece.alternatives) yield* marksIn(alternative.words);
  }
}
