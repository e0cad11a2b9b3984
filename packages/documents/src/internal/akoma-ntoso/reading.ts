import type {
  InstrumentInline,
  InstrumentProvision,
  InstrumentProvisionKind,
  InstrumentStatus,
} from "../../instrument.ts";
import type { Loss, LossCode } from "../../manuscript.ts";
import { attribute, child, childrenOf, descendants, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { hierarchyElements } from "./profile.ts";

/** What is known of the whole file, and what is gathered, while its provisions are read. */
export interface Reading {
  /** True for a file of our profile: white space in words is the draft's, every mark of ours counts. */
  readonly exact: boolean;
  readonly losses: Loss[];
  /** Classes and attributes of provisions, by eId. */
  readonly marks: ReadonlyMap<string, Marks>;
  /** Parties by the eId of their organisation. */
  readonly parties: ReadonlyMap<string, string>;
  /** Footnotes of our profile by label: they stand at their first mark. */
  readonly ourNotes: ReadonlyMap<string, XmlElement>;
  readonly ourNotesPlaced: Set<string>;
  /** Notes of other files by eId, the label each was given, and what they became. */
  readonly notes: ReadonlyMap<string, XmlElement>;
  readonly noteLabels: Map<XmlElement, string>;
  readonly noteLabelsUsed: Set<string>;
  /** The last number given to a note without a label of its own. */
  readonly noteCount: { value: number };
  /** Places that become provisions, by eId. */
  readonly places: ReadonlyMap<string, XmlElement>;
  /** eIds that some reference in the file points at. */
  readonly pointedAt: ReadonlySet<string>;
  readonly idsUsed: Set<string>;
  /** The last number put after an id that was wished for again. */
  readonly idRepeats: Map<string, number>;
  /** The first element with each permanent id. */
  readonly permanent: ReadonlyMap<string, XmlElement>;
  /** The paragraph that is being read, for losses. */
  readonly at: { count: number; near: string };
}

/** Reads elements that stand under another; handed down, since provisions hold provisions of either kind. */
export type BlocksReader = (
  reading: Reading,
  elements: readonly XmlElement[],
  kind: InstrumentProvisionKind,
) => readonly InstrumentProvision[];

export interface Marks {
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

const nearLengthMax = 60;
const nearStepsMax = 1000;

export const noMarks: Marks = { classes: [], attributes: {} };

const places: ReadonlySet<string> = new Set([
  ...hierarchyElements,
  "recital",
  "citation",
  "item",
  "tblock",
  "blockContainer",
  "attachment",
  "component",
]);

/** Looks over the whole file once, before its words are read. Linear. */
export function beginReading(root: XmlElement, proprietary: XmlElement | null): Reading {
  const ourNotes = new Map<string, XmlElement>();
  const notes = new Map<string, XmlElement>();
  const found = new Map<string, XmlElement>();
  const pointedAt = new Set<string>();
  const parties = new Map<string, string>();
  const permanent = new Map<string, XmlElement>();
  for (const at of descendants(root)) {
    const eId = attribute(at, "eId");
    const wId = attribute(at, "wId");
    if (wId !== null && places.has(at.name) && !permanent.has(wId)) permanent.set(wId, at);
    if (at.name === "authorialNote" || at.name === "note") {
      const label = attribute(at, "marker") ?? "";
      if (attribute(at, "parley:kind") !== null) ourNotes.set(label, ourNotes.get(label) ?? at);
      else if (eId !== null) notes.set(eId, at);
    } else if (at.name === "TLCOrganization" && eId !== null) parties.set(eId, attribute(at, "showAs") ?? "");
    else if (at.name === "ref" || at.name === "a") pointedAt.add(fragmentOf(attribute(at, "href")) ?? "");
    else if (eId !== null && places.has(at.name) && !found.has(eId)) found.set(eId, at);
  }
  return {
    exact: proprietary !== null && child(proprietary, "parley:front") !== null,
    losses: [],
    marks: marksOf(proprietary),
    parties,
    ourNotes,
    ourNotesPlaced: new Set(),
    notes,
    noteLabels: new Map(),
    noteLabelsUsed: new Set(),
    noteCount: { value: 0 },
    places: found,
    pointedAt,
    idsUsed: new Set(permanent.keys()),
    idRepeats: new Map(),
    permanent,
    at: { count: 0, near: "" },
  };
}

function marksOf(proprietary: XmlElement | null): ReadonlyMap<string, Marks> {
  const marks = new Map<string, Marks>();
  for (const entry of proprietary === null ? [] : childrenOf(proprietary, "parley:provision")) {
    const classes = childrenOf(entry, "parley:class").map(textOf);
    const pairs = childrenOf(entry, "parley:attribute").map((at): [string, string] => [
      attribute(at, "key") ?? "",
      textOf(at),
    ]);
    marks.set((attribute(entry, "for") ?? "").replace(/^#/u, ""), { classes, attributes: Object.fromEntries(pairs) });
  }
  return marks;
}

/** Tells what could not be carried, and where. */
export function lose(reading: Reading, code: LossCode, what: string): void {
  const { count, near } = reading.at;
  reading.losses.push({ code, what, paragraph: count > 0 ? count : null, near });
}

/** Notes that a paragraph begins; losses after this are near it. */
export function beginParagraph(reading: Reading, words: XmlElement): void {
  reading.at.count += 1;
  reading.at.near = firstWords(words);
}

/** The first words of an element, for a person to find it by. It looks no further than they reach. */
export function firstWords(from: XmlElement): string {
  let text = "";
  let steps = 0;
  const open: { readonly node: XmlElement; next: number }[] = [{ node: from, next: 0 }];
  for (let top = open.at(-1); top !== undefined && text.length < nearLengthMax * 2; top = open.at(-1)) {
    steps += 1;
    if (steps > nearStepsMax) break;
    const node = top.node.children[top.next];
    top.next += 1;
    if (node === undefined) open.pop();
    else if (typeof node !== "string") open.push({ node, next: 0 });
    else text = `${text}${node.slice(0, nearLengthMax * 8)}`.replace(/\s+/gu, " ").trimStart();
  }
  return text.slice(0, nearLengthMax).trim().toWellFormed();
}

/** All text inside, white space folded. */
export function foldedText(from: XmlElement): string {
  return textOf(from).replace(/\s+/gu, " ").trim();
}

/** The place in this file that a link names; null for one that leads elsewhere. */
export function fragmentOf(href: string | null): string | null {
  if (href === null || !href.startsWith("#") || href.length === 1) return null;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** The party that a reference to an organisation names; the bare reference where the organisation is missing. */
export function partyOf(reading: Reading, refersTo: string): string {
  const id = fragmentOf(refersTo) ?? refersTo;
  return reading.parties.get(id) ?? id;
}

/** The status that our attributes give; `proposed` without any. */
export function statusOf(reading: Reading, from: XmlElement): InstrumentStatus {
  const kind = attribute(from, "parley:status");
  switch (kind) {
    case "agreed":
    case "agreed-ad-referendum":
    case "placeholder":
      return { kind };
    case "pending":
    case "reserved": {
      const whom = (attribute(from, "parley:whom") ?? "").split(" ").filter((id) => id !== "");
      return { kind, whom: whom.map((id) => partyOf(reading, id)) };
    }
    default:
      return { kind: "proposed" };
  }
}

/** Our id of an element of our profile, and whether it was derived. */
export function ourId(from: XmlElement): { readonly id: string; readonly derived: boolean } {
  const derived = attribute(from, "parley:derived-id");
  if (derived !== null) return { id: derived, derived: true };
  return { id: attribute(from, "parley:id") ?? attribute(from, "wId") ?? "", derived: false };
}

/**
 * An id for a provision of another file: its permanent wId, or its eId, which lasts only where something points at it,
 * or one by its place.
 */
export function foreignId(reading: Reading, from: XmlElement): { readonly id: string; readonly derived: boolean } {
  const wId = attribute(from, "wId");
  const eId = attribute(from, "eId");
  const isFirst = eId === null || reading.places.get(eId) === from;
  if (wId !== null && reading.permanent.get(wId) === from) return { id: wId, derived: false };
  return {
    id: freshId(reading, eId ?? `p${reading.at.count + 1}`),
    derived: !(eId !== null && isFirst && reading.pointedAt.has(eId)),
  };
}

export function freshId(reading: Reading, wanted: string): string {
  let id = wanted;
  while (reading.idsUsed.has(id)) {
    const next = (reading.idRepeats.get(wanted) ?? 1) + 1;
    reading.idRepeats.set(wanted, next);
    id = `${wanted}~${next}`;
  }
  reading.idsUsed.add(id);
  return id;
}

/** Elements that stand among words and not beside blocks. */
const inlineNames: ReadonlySet<string> = new Set(
  "a abbr authorialNote b br date def docDate docStage docTitle docType docNumber del eol eop fillIn i img inline ins marker noteRef omissis organization person placeholder quantity ref rref mref remark role signature span sub sup term u".split(
    " ",
  ),
);

/**
 * The elements inside one that should hold elements only. Words that stand there bare, as hand-made files have them,
 * are taken as a paragraph, so that none is dropped.
 */
export function blocksOf(from: XmlElement): readonly XmlElement[] {
  if (!from.children.some((node) => typeof node === "string" && node.trim() !== "")) return childrenOf(from);
  const blocks: XmlElement[] = [];
  let run: (XmlElement | string)[] = [];
  const endRun = (): void => {
    if (run.some((node) => typeof node !== "string" || node.trim() !== "")) {
      blocks.push({ name: "p", attributes: {}, children: run });
    }
    run = [];
  };
  for (const node of from.children) {
    if (typeof node === "string" || inlineNames.has(node.name)) run.push(node);
    else {
      endRun();
      blocks.push(node);
    }
  }
  endRun();
  return blocks;
}

/** True when an element holds elements of these names and nothing else, as the standard has it. */
export function holdsOnly(from: XmlElement, ...names: readonly string[]): boolean {
  return from.children.every((node) => (typeof node === "string" ? node.trim() === "" : names.includes(node.name)));
}

export const plainWords = (text: string): readonly InstrumentInline[] =>
  text === "" ? [] : [{ kind: "words", text, emphasis: "none" }];
