import type { InstrumentAlternative, InstrumentBracket, InstrumentInline } from "../../instrument.ts";
import { attribute, childrenOf, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { partyMark } from "./bracket-marks.ts";
import { readForeignInline } from "./read-foreign-inline.ts";
import { lose, ourId, partyOf, type Reading, statusOf } from "./reading.ts";
import { type Emphasis, type WordsBuilder, wordsBuilder } from "./words-builder.ts";

/** The words of a block: the marks of our profile exactly, those of other files as far as they go. */
export function readWords(reading: Reading, block: XmlElement): readonly InstrumentInline[] {
  const builder = wordsBuilder(keepsSpace(reading, block));
  readInto(reading, block, builder, "none");
  return builder.done();
}

function keepsSpace(reading: Reading, block: XmlElement): boolean {
  const own = attribute(block, "xml:space");
  return own === null ? reading.exact : own === "preserve";
}

/** Adds what stands inside an element. Recursion is as deep as the file, which the parser bounds. */
export function readInto(reading: Reading, from: XmlElement, builder: WordsBuilder, emphasis: Emphasis): void {
  for (const node of from.children) {
    if (typeof node === "string") builder.text(node, emphasis);
    else if (!readOurInline(reading, node, builder)) readForeignInline(reading, node, builder, emphasis, readInto);
  }
}

/** Adds a mark of our profile; false for what is none. */
function readOurInline(reading: Reading, node: XmlElement, builder: WordsBuilder): boolean {
  if (!reading.exact) return false;
  switch (node.name) {
    case "b":
    case "i": {
      if (node.children.some((inner) => typeof inner !== "string")) return false;
      const emphasis = node.name === "b" ? "strong" : "emphasis";
      builder.piece({ kind: "words", text: textOf(node), emphasis });
      return true;
    }
    case "span":
      if (attribute(node, "parley:piece") !== "words") return false;
      builder.piece({ kind: "words", text: textOf(node), emphasis: "none" });
      return true;
    case "ref": {
      const target = attribute(node, "parley:target");
      if (target === null) return false;
      builder.piece({ kind: "reference", text: textOf(node), target });
      return true;
    }
    case "noteRef":
      if (!reading.ourNotes.has(attribute(node, "marker") ?? "")) return false;
      builder.piece({ kind: "footnote-mark", label: attribute(node, "marker") ?? "" });
      return true;
    case "authorialNote":
      if (attribute(node, "parley:kind") === null) return false;
      builder.piece({ kind: "footnote-mark", label: attribute(node, "marker") ?? "" });
      return true;
    case "inline":
      return readOurGeneric(reading, node, builder);
    default:
      return false;
  }
}

function readOurGeneric(reading: Reading, node: XmlElement, builder: WordsBuilder): boolean {
  const piece = attribute(node, "parley:piece");
  if (piece === "ambiguity") builder.piece({ kind: "ambiguity", text: textOf(node) });
  else if (piece === "footnote-mark") builder.piece({ kind: "footnote-mark", label: textOf(node) });
  else if (attribute(node, "name") === "bracket") builder.piece(readBracket(reading, node));
  else return false;
  return true;
}

/** A bracket of our profile. Words that somebody put between its alternatives are told, since no alternative holds them. */
function readBracket(reading: Reading, node: XmlElement): InstrumentBracket {
  const elements = childrenOf(node, "inline").filter((inner) => attribute(inner, "name") === "alternative");
  const alternatives = elements.map((inner) => readAlternative(reading, inner));
  const between = node.children.filter((inner) => typeof inner === "string" || !elements.includes(inner));
  const found = between.map((inner) => (typeof inner === "string" ? inner : textOf(inner))).join("");
  const expected = `[${alternatives.map((alternative, i) => partyMark(alternative, i)).join("")}]`;
  if (found !== expected) lose(reading, "unknown-element", `words in a bracket outside its alternatives (“${found}”)`);
  return {
    kind: "bracket",
    ...ourId(node),
    blank: attribute(node, "parley:blank") === "true",
    status: statusOf(reading, node),
    alternatives,
  };
}

function readAlternative(reading: Reading, node: XmlElement): InstrumentAlternative {
  const refersTo = attribute(node, "refersTo");
  const [only, ...rest] = node.children;
  const isEmpty =
    rest.length === 0 &&
    only !== undefined &&
    typeof only !== "string" &&
    attribute(only, "parley:piece") === "nothing" &&
    textOf(only) === "…";
  return {
    id: attribute(node, "parley:id") ?? "",
    party: refersTo === null ? null : partyOf(reading, refersTo),
    unworded: attribute(node, "parley:unworded") === "true",
    words: isEmpty ? [] : readWords(reading, node),
  };
}
