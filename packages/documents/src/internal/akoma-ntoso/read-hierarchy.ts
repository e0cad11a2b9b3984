import type { InstrumentInline, InstrumentProvision, InstrumentProvisionKind } from "../../instrument.ts";
import { attribute, child, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { readWords } from "./read-words.ts";
import {
  type BlocksReader,
  beginParagraph,
  blocksOf,
  firstWords,
  foreignId,
  lose,
  noMarks,
  type Reading,
} from "./reading.ts";

/** Divisions that are a heading even where they bear only a number. */
const divisions: ReadonlySet<string> = new Set([
  "part",
  "subpart",
  "title",
  "subtitle",
  "book",
  "tome",
  "chapter",
  "subchapter",
  "division",
  "subdivision",
  "section",
  "article",
]);

const wrappers: ReadonlySet<string> = new Set(["content", "intro", "wrapUp", "blockList"]);
const partLike: ReadonlySet<string> = new Set(["part", "title", "book", "tome"]);

const kindsByName: Readonly<Record<string, InstrumentProvisionKind>> = {
  annex: "annex",
  appendix: "annex",
  attachment: "annex",
  schedule: "annex",
  definition: "definition",
  map: "map",
  note: "note",
  preamble: "preamble",
  signature: "signature",
};

/** A numbered element of another file with what stands in it. */
export function readHierarchy(
  reading: Reading,
  at: XmlElement,
  kind: InstrumentProvisionKind,
  readUnder: BlocksReader,
): InstrumentProvision {
  const elements = inPlace(blocksOf(at));
  const numberElement = elements.find(({ name }) => name === "num");
  const headings = elements.filter(({ name }) => name === "heading" || name === "subheading");
  const rest = elements.filter(({ name }) => name !== "num" && name !== "heading" && name !== "subheading");
  beginParagraph(reading, headings[0] ?? rest[0] ?? at);
  warnOfRemoved(reading, at);
  const id = foreignId(reading, at);
  const { number, separator } = splitNumber(numberElement === undefined ? "" : textOf(numberElement));
  const first = headings.length === 0 ? firstParagraph(rest) : null;
  const words = first === null ? headingWords(reading, headings) : readWords(reading, first);
  const isHeading = headings.length > 0 || (first === null && number !== null && divisions.has(at.name));
  const childKind = kind === "preamble" || kind === "signature" ? kind : "paragraph";
  const children = readUnder(
    reading,
    rest.filter((inner) => inner !== first),
    childKind,
  );
  return {
    ...id,
    kind: kindOf(at, isHeading, kind),
    number,
    separator,
    heading: isHeading,
    words,
    status: { kind: "proposed" },
    ...noMarks,
    children,
  };
}

/** The contents with the wrappers that only group them taken away, in order. No recursion. */
function inPlace(elements: readonly XmlElement[]): readonly XmlElement[] {
  const flat: XmlElement[] = [];
  const waiting = [...elements].reverse();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (!isWrapper(at)) {
      flat.push(at);
      continue;
    }
    const inner = blocksOf(at);
    for (let i = inner.length - 1; i >= 0; i -= 1) waiting.push(inner[i] ?? at);
  }
  return flat;
}

function isWrapper(at: XmlElement): boolean {
  if (wrappers.has(at.name)) return true;
  return at.name === "list" && child(at, "num") === null && child(at, "heading") === null;
}

/** The paragraph that gives a provision its words, where it comes before all else. */
function firstParagraph([first]: readonly XmlElement[]): XmlElement | null {
  if (first === undefined || attribute(first, "parley:kind") !== null) return null;
  return first.name === "p" || first.name === "block" || first.name === "listIntroduction" ? first : null;
}

/** A subheading stands under its heading, after a break. */
function headingWords(reading: Reading, headings: readonly XmlElement[]): readonly InstrumentInline[] {
  return headings.flatMap((heading, i) => {
    const words = readWords(reading, heading);
    return i === 0 || words.length === 0 ? words : [{ kind: "break" } as const, ...words];
  });
}

function kindOf(at: XmlElement, isHeading: boolean, kind: InstrumentProvisionKind): InstrumentProvisionKind {
  const name = (attribute(at, "name") ?? "").toLowerCase();
  const named = at.name === "hcontainer" && Object.hasOwn(kindsByName, name) ? kindsByName[name] : undefined;
  if (named !== undefined) return named;
  if (isHeading) return partLike.has(at.name) ? "part" : "heading";
  return at.name === "recital" || at.name === "citation" ? "preamble" : kind;
}

/** "Article 3." is the number "Article 3" and a full stop; "3." and "(a)" are numbers as they are. */
export function splitNumber(printed: string): { readonly number: string | null; readonly separator: string } {
  const text = printed.replace(/\s+/gu, " ").trim();
  if (text === "") return { number: null, separator: "" };
  const found = /^(\p{L}{3,}\.? \S.*?)(\s?[.:–—-])$/u.exec(text);
  return { number: found?.[1] ?? text, separator: found?.[2] ?? "" };
}

function warnOfRemoved(reading: Reading, at: XmlElement): void {
  const status = attribute(at, "status");
  if (status !== "removed" && status !== "temporarilyRemoved") return;
  lose(
    reading,
    "unknown-element",
    `the mark that some words are no longer in force (“${firstWords(at)}”); they are kept`,
  );
}
