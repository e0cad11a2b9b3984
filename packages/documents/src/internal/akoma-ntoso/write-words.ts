import type { InstrumentAlternative, InstrumentBracket, InstrumentInline, InstrumentStatus } from "../../instrument.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { partyMark } from "./bracket-marks.ts";
import { idAttributes, linkTo, partyId, toFragment, type Writing } from "./writing.ts";

/** Where words stand. */
export interface WordsPlace {
  /** The eId of the provision. */
  readonly within: string;
  /** True inside a footnote, where no other footnote is put. */
  readonly inNote: boolean;
}

export type Nodes = readonly (XmlElement | string)[];

/** The pieces of some words as content of a block. Text without a mark around it is one piece of plain words. */
export function writeWords(writing: Writing, words: readonly InstrumentInline[], place: WordsPlace): Nodes {
  const nodes: (XmlElement | string)[] = [];
  for (const piece of words) {
    if (isPlain(piece) && piece.text !== "" && typeof nodes.at(-1) !== "string") nodes.push(piece.text);
    else nodes.push(writePiece(writing, piece, place));
  }
  return nodes;
}

function isPlain(piece: InstrumentInline): piece is InstrumentInline & { readonly kind: "words" } {
  return piece.kind === "words" && piece.emphasis === "none";
}

function writePiece(writing: Writing, piece: InstrumentInline, place: WordsPlace): XmlElement {
  switch (piece.kind) {
    case "words": {
      if (piece.emphasis === "none") return element("span", { "parley:piece": "words" }, textNodes(piece.text));
      return element(piece.emphasis === "strong" ? "b" : "i", {}, textNodes(piece.text));
    }
    case "ambiguity":
      return element("inline", { name: "ambiguity", "parley:piece": "ambiguity" }, textNodes(piece.text));
    case "reference": {
      const eId = writing.ids.take(place.within, "ref");
      return linkTo(writing, "ref", { eId, "parley:target": piece.target }, piece.target, textNodes(piece.text));
    }
    case "break":
      return element("br");
    case "footnote-mark":
      return writeMark(writing, piece.label, place);
    case "bracket":
      return writeBracket(writing, piece, place);
  }
}

function textNodes(text: string): readonly string[] {
  return text === "" ? [] : [text];
}

/** The first mark of a footnote holds it; the others point at it; one without a footnote is only printed. */
function writeMark(writing: Writing, label: string, place: WordsPlace): XmlElement {
  const note = writing.notes.get(label);
  if (note === undefined) {
    return element("inline", { name: "footnote-mark", "parley:piece": "footnote-mark" }, textNodes(label));
  }
  const known = writing.notesAtMarks.get(label);
  if (known !== undefined) return element("noteRef", { href: toFragment(known), marker: label });
  // The words of a note never hold a note, so a note that refers to itself or to a later one cannot loop.
  if (place.inNote) return linkTo(writing, "noteRef", { marker: label }, note.id, []);
  return writing.writeNote(writing, note, place.within);
}

/** A bracket as it is typed, its marks in the text so that every reader sees them, its alternatives each in an element. */
function writeBracket(writing: Writing, bracket: InstrumentBracket, place: WordsPlace): XmlElement {
  const eId = writing.ids.take(place.within, "bracket");
  const attributes = {
    name: "bracket",
    ...idAttributes(writing, eId, bracket),
    "parley:blank": bracket.blank ? "true" : undefined,
    ...statusAttributes(writing, bracket.status),
  };
  const children: (XmlElement | string)[] = ["["];
  for (const [i, alternative] of bracket.alternatives.entries()) {
    children.push(partyMark(alternative, i), writeAlternative(writing, alternative, place));
  }
  children.push("]");
  return element(
    "inline",
    attributes,
    children.filter((node) => node !== ""),
  );
}

function writeAlternative(writing: Writing, alternative: InstrumentAlternative, place: WordsPlace): XmlElement {
  const { id, party, unworded, words } = alternative;
  const attributes = {
    name: "alternative",
    "parley:id": id,
    refersTo: party === null ? undefined : toFragment(partyId(writing, party)),
    "parley:unworded": unworded ? "true" : undefined,
  };
  const nothing = element(unworded ? "omissis" : "fillIn", { "parley:piece": "nothing" }, ["…"]);
  return element("inline", attributes, words.length === 0 ? [nothing] : writeWords(writing, words, place));
}

/** Nothing for `proposed`, which is what words are unless told. */
export function statusAttributes(writing: Writing, status: InstrumentStatus): Record<string, string> {
  if (status.kind === "proposed") return {};
  if (status.kind !== "pending" && status.kind !== "reserved") return { "parley:status": status.kind };
  const whom = status.whom.map((party) => toFragment(partyId(writing, party))).join(" ");
  return { "parley:status": status.kind, "parley:whom": whom };
}
