import type { Direction, ParagraphRole } from "../../manuscript.ts";
import { attribute, child, childrenOf, wholeAttribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { stepCm, styleNames } from "./names.ts";

/** What a paragraph's style says of it. */
export interface ParagraphLook {
  readonly role: ParagraphRole;
  /** The level of a heading that is so by its style alone; null otherwise. */
  readonly headingLevel: number | null;
  /** How deep it is indented by its own setting; null when it has none. */
  readonly level: number | null;
  /** How deep it is indented by its style, which counts for plain paragraphs without a number. */
  readonly styleLevel: number;
  readonly direction: Direction | null;
  readonly listStyle: string | null;
  readonly words: WordLook;
  /** An empty paragraph that only keeps two tables apart. */
  readonly isGap: boolean;
}

/** What a style says of words; null where it says nothing. Complex scripts such as Arabic have settings of their own. */
export interface WordLook {
  readonly strong: boolean | null;
  readonly strongComplex: boolean | null;
  readonly emphasis: boolean | null;
  readonly emphasisComplex: boolean | null;
  readonly underline: boolean | null;
  readonly role: "literal" | "ambiguity" | null;
  readonly isNumber: boolean;
}

export const plainLook: WordLook = {
  strong: null,
  strongComplex: null,
  emphasis: null,
  emphasisComplex: null,
  underline: null,
  role: null,
  isNumber: false,
};

/** The look of words inside `outer` that have the style `inner` as well. */
export function within(outer: WordLook, inner: WordLook): WordLook {
  if (inner === plainLook) return outer;
  return {
    strong: inner.strong ?? outer.strong,
    strongComplex: inner.strongComplex ?? outer.strongComplex,
    emphasis: inner.emphasis ?? outer.emphasis,
    emphasisComplex: inner.emphasisComplex ?? outer.emphasisComplex,
    underline: inner.underline ?? outer.underline,
    role: inner.role ?? outer.role,
    isNumber: inner.isNumber || outer.isNumber,
  };
}

export interface Looks {
  paragraph(styleName: string | null): ParagraphLook;
  words(styleName: string | null): WordLook;
  /** Whether the style of a table row says that the row itself is a tracked change. */
  rowIsChanged(styleName: string | null): boolean;
  /** The setting of all paragraphs that say nothing themselves. */
  readonly direction: Direction | null;
}

interface Style {
  readonly element: XmlElement;
  /** As people see it. */
  readonly name: string;
  readonly parent: string | null;
  /** Made for one place in the text, not named by a person. */
  readonly isAutomatic: boolean;
}

/** Styles may be built on one another; deeper chains than this are circles, and are cut here. */
const chainMax = 24;

/** Reads the styles of a document. Looks are worked out once for each style. */
export function readLooks(content: XmlElement, styles: XmlElement | null): Looks {
  const book = new Map<string, Style>();
  if (styles !== null) collect(book, child(styles, "office:styles"), false);
  collect(book, child(content, "office:automatic-styles"), true);
  const paragraphs = new Map<string | null, ParagraphLook>();
  const words = new Map<string | null, WordLook>();
  return {
    paragraph: (name) => remember(paragraphs, name, () => paragraphLook(chain(book, "paragraph", name))),
    words: (name) => remember(words, name, () => chainWords(chain(book, "text", name))),
    rowIsChanged(name) {
      const row = chain(book, "table-row", name)[0];
      const properties = row === undefined ? null : child(row.element, "style:table-row-properties");
      return attribute(properties, "loext:text-changes-only") === "false";
    },
    direction: defaultDirection(styles),
  };
}

function remember<T>(known: Map<string | null, T>, name: string | null, make: () => T): T {
  const old = known.get(name);
  if (old !== undefined) return old;
  const made = make();
  known.set(name, made);
  return made;
}

function collect(book: Map<string, Style>, group: XmlElement | null, isAutomatic: boolean): void {
  if (group === null) return;
  for (const element of childrenOf(group, "style:style")) {
    const name = attribute(element, "style:name") ?? "";
    const shown = attribute(element, "style:display-name") ?? decodeName(name);
    const parent = attribute(element, "style:parent-style-name");
    book.set(`${attribute(element, "style:family") ?? ""} ${name}`, { element, name: shown, parent, isAutomatic });
  }
}

/** "Heading_20_1" stands for "Heading 1". */
export function decodeName(name: string): string {
  return name.replace(/_([0-9a-f]{1,4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The style and those it is built on, nearest first. A circle goes round until it is cut, which changes no look. */
function chain(book: ReadonlyMap<string, Style>, family: string, name: string | null): readonly Style[] {
  const found: Style[] = [];
  for (let at = name; at !== null && found.length < chainMax; ) {
    const style = book.get(`${family} ${at}`);
    if (style === undefined) {
      found.push({ element: emptyStyle, name: decodeName(at), parent: null, isAutomatic: false });
      break;
    }
    found.push(style);
    at = style.parent;
  }
  return found;
}

const emptyStyle: XmlElement = { name: "style:style", attributes: {}, children: [] };

function paragraphLook(styles: readonly Style[]): ParagraphLook {
  const heading = styles
    .map((style) => /^heading ([1-9])$/i.exec(style.name)?.[1])
    .find((digit) => digit !== undefined);
  const own = styles.filter((style) => style.isAutomatic);
  const role = first(styles, (style) => roleOf(style.name)) ?? "body";
  const isPlain = role === "body" && heading === undefined && !styles.some(hasOutline);
  return {
    role,
    headingLevel: heading === undefined ? null : Number(heading),
    level: first(own, (style) => indentation(properties(style, "paragraph"))),
    styleLevel: first(styles, (style) => indentation(properties(style, "paragraph"))) ?? 0,
    direction: first(styles, (style) => directionOf(attribute(properties(style, "paragraph"), "style:writing-mode"))),
    listStyle: first(styles, (style) => attribute(style.element, "style:list-style-name")),
    words: (isPlain ? styles : own).reduceRight((look, style) => within(look, wordLook(style)), plainLook),
    isGap: styles.some((style) => squeeze(style.name) === squeeze(styleNames.gap)),
  };
}

/** The looks of a heading's style belong to the heading, not to its words. */
function hasOutline({ element }: Style): boolean {
  return (attribute(element, "style:default-outline-level") ?? "") !== "";
}

function first<T>(styles: readonly Style[], look: (style: Style) => T | null): T | null {
  for (const style of styles) {
    const found = look(style);
    if (found !== null) return found;
  }
  return null;
}

/** Names are compared without spaces and case: "Parley Note", "ParleyNote". */
function squeeze(name: string): string {
  return name.replace(/\s/g, "").toLowerCase();
}

const roles = new Map<string, ParagraphRole>([
  ["title", "title"],
  ["subtitle", "subtitle"],
  ["quotations", "quote"],
  ["quote", "quote"],
  ["intensequote", "quote"],
  ["signature", "signature"],
  [squeeze(styleNames.signature), "signature"],
  [squeeze(styleNames.note), "note"],
]);

function roleOf(name: string): ParagraphRole | null {
  return roles.get(squeeze(name)) ?? null;
}

function properties(style: Style, kind: "paragraph" | "text"): XmlElement | null {
  return child(style.element, `style:${kind}-properties`);
}

function indentation(paragraph: XmlElement | null): number | null {
  const left = centimetres(attribute(paragraph, "fo:margin-left"));
  if (left === null) return null;
  const hanging = Math.max(0, -(centimetres(attribute(paragraph, "fo:text-indent")) ?? 0));
  const indent = left - hanging;
  const isOurStep = Math.abs(indent / stepCm - Math.round(indent / stepCm)) < 0.02;
  return Math.min(9, Math.max(0, Math.round(indent / (isOurStep ? stepCm : usualStepCm))));
}

/** What LibreOffice and Word move a paragraph in by at a press of a key: half an inch. */
const usualStepCm = 1.27;

const unitsCm: Readonly<Record<string, number>> = {
  cm: 1,
  mm: 0.1,
  in: 2.54,
  pt: 2.54 / 72,
  pc: 2.54 / 6,
  px: 2.54 / 96,
};

/** A length in centimetres; null when it is a share or says nothing. */
export function centimetres(length: string | null): number | null {
  const [, figure = "", unit = ""] = /^\s*(-?\d+(?:\.\d+)?|-?\.\d+)(cm|mm|in|pt|pc|px)\s*$/.exec(length ?? "") ?? [];
  const factor = unitsCm[unit];
  return factor === undefined ? null : Number(figure) * factor;
}

export function directionOf(writingMode: string | null): Direction | null {
  if (writingMode === "rl-tb" || writingMode === "rl") return "rtl";
  return writingMode === "lr-tb" || writingMode === "lr" ? "ltr" : null;
}

/** Looks that belong to links, numbers and notes are theirs and not the words'. */
const borrowed =
  /^(?:internet ?link|visited ?internet ?link|hyperlink|followed ?hyperlink|(?:footnote|endnote) ?(?:anchor|symbol|characters|reference)|numbering ?symbols|comment ?reference|annotation ?reference|parley ?(?:literal|ambiguity|number))$/i;

function chainWords(styles: readonly Style[]): WordLook {
  if (styles.length === 0) return plainLook;
  return styles.reduceRight((look, style) => within(look, wordLook(style)), plainLook);
}

function wordLook(style: Style): WordLook {
  const name = squeeze(style.name);
  const text = borrowed.test(style.name) ? null : properties(style, "text");
  const lines = attribute(text, "style:text-underline-style");
  return {
    strong: isStrong(attribute(text, "fo:font-weight")),
    strongComplex: isStrong(attribute(text, "style:font-weight-complex")),
    emphasis: isEmphasis(attribute(text, "fo:font-style")),
    emphasisComplex: isEmphasis(attribute(text, "style:font-style-complex")),
    underline: lines === null ? null : lines !== "none",
    role:
      name === squeeze(styleNames.literal) ? "literal" : name === squeeze(styleNames.ambiguity) ? "ambiguity" : null,
    isNumber: name === squeeze(styleNames.number),
  };
}

function isStrong(weight: string | null): boolean | null {
  if (weight === null) return null;
  return weight === "bold" || Number(weight) >= 600;
}

function isEmphasis(style: string | null): boolean | null {
  return style === null ? null : style === "italic" || style === "oblique";
}

function defaultDirection(styles: XmlElement | null): Direction | null {
  const group = styles === null ? null : child(styles, "office:styles");
  if (group === null) return null;
  const usual = childrenOf(group, "style:default-style").find(
    (style) => attribute(style, "style:family") === "paragraph",
  );
  const said = usual === undefined ? null : child(usual, "style:paragraph-properties");
  return directionOf(attribute(said, "style:writing-mode"));
}

/** The level of a heading element, 1 to 9; headings deeper than that count as the ninth. */
export function outlineLevel(heading: XmlElement): number {
  return Math.min(9, Math.max(1, wholeAttribute(heading, "text:outline-level") ?? 1));
}
