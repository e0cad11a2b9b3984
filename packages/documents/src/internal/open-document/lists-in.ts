import type { CountedLevel } from "../numbers/counting.ts";
import { attribute, child, childrenOf, wholeAttribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { decodeName, type Looks } from "./looks-in.ts";
import { numeralNamed } from "./numerals.ts";
import { freshNames } from "./reading.ts";

/** How each level of a list counts, 0 to 8; null where the list does not say. */
export type Levels = readonly (CountedLevel | null)[];

/** A list as its paragraphs share it: those of one name count on. */
export interface List {
  readonly name: string;
  readonly levels: Levels;
}

export interface Lists {
  /** The list that a text:list outside any other belongs to. */
  of(list: XmlElement): List | null;
  /** The numbering of headings that stand in no list; null when there is none. */
  readonly outline: List | null;
  /** The list of a paragraph that is numbered on its own (text:numbered-paragraph). */
  named(styleName: string | null, listId: string | null): List | null;
  /** The same list with the looks of another style, as an inner list may have. */
  restyled(list: List, styleName: string): List;
}

interface Definition {
  /** As people see it, without the word we put before it. */
  readonly name: string;
  readonly levels: Levels;
}

/** Names of list styles of ours begin with it, so that they never meet one of LibreOffice's own. */
export const listStylePrefix = "Parley list ";

/**
 * Reads the list styles and joins each text:list to the list it continues. Lists are joined in the order of the file,
 * where deleted words come first, and counted later in the order of the page.
 */
export function readLists(content: XmlElement, styles: XmlElement | null, looks: Looks): Lists {
  const definitions = new Map<string, Definition>();
  if (styles !== null) collect(definitions, child(styles, "office:styles"));
  collect(definitions, child(content, "office:automatic-styles"));
  const outlineStyle = outlineStyleOf(styles);
  const outlineList = outlineStyle === null ? null : { name: "Outline", levels: readLevels(outlineStyle) };
  const fresh = freshNames();
  const make = (styleName: string | null): List | null => {
    const definition = definitions.get(styleName ?? "");
    if (definition === undefined) return styleName === "Outline" ? outlineList : null;
    return { name: fresh(definition.name), levels: definition.levels };
  };
  const joined = joinLists(content, looks, make);
  const numbered = new Map<string, List | null>();
  return {
    of: (list) => joined.get(list) ?? null,
    outline: outlineList,
    restyled: (list, styleName) => ({ name: list.name, levels: definitions.get(styleName)?.levels ?? list.levels }),
    named(styleName, listId) {
      const key = `${styleName ?? ""} ${listId ?? ""}`;
      const known = numbered.get(key);
      if (known !== undefined) return known;
      const made = make(styleName);
      numbered.set(key, made);
      return made;
    },
  };
}

function collect(definitions: Map<string, Definition>, group: XmlElement | null): void {
  if (group === null) return;
  for (const element of childrenOf(group, "text:list-style")) {
    const styleName = attribute(element, "style:name") ?? "";
    const shown = attribute(element, "style:display-name") ?? decodeName(styleName);
    const name = shown.startsWith(listStylePrefix) ? shown.slice(listStylePrefix.length) : shown;
    definitions.set(styleName, { name, levels: readLevels(element) });
  }
}

function outlineStyleOf(styles: XmlElement | null): XmlElement | null {
  const group = styles === null ? null : child(styles, "office:styles");
  return group === null ? null : child(group, "text:outline-style");
}

function readLevels(element: XmlElement): Levels {
  const levels: (CountedLevel | null)[] = Array.from({ length: 9 }, () => null);
  for (const style of childrenOf(element)) {
    const level = wholeAttribute(style, "text:level");
    if (level !== null && level >= 1 && level <= 9) levels[level - 1] = readLevel(style, level);
  }
  return levels;
}

const startMax = 1_000_000;

/** A level starts again whenever a shallower one goes on. */
function readLevel(style: XmlElement, level: number): CountedLevel {
  const usual = { restart: null, legal: false } as const;
  if (style.name === "text:list-level-style-bullet" || style.name === "text:list-level-style-image") {
    return { ...usual, format: "bullet", write: () => "", pattern: "•", start: 1 };
  }
  const letterSync = attribute(style, "style:num-letter-sync") === "true";
  const numeral = numeralNamed(attribute(style, "style:num-format") ?? "", letterSync);
  const start = Math.min(startMax, Math.max(0, wholeAttribute(style, "text:start-value") ?? 1));
  return { ...usual, ...numeral, pattern: pattern(style, level), start };
}

/** LibreOffice says the whole pattern in an attribute of its own; the standard knows what stands before and behind. */
function pattern(style: XmlElement, level: number): string {
  const whole = attribute(style, "loext:num-list-format");
  if (whole !== null) return whole.replace(/%(10|[1-9])%/g, "%$1");
  const shown = Math.min(level, Math.max(1, wholeAttribute(style, "text:display-levels") ?? 1));
  const counts = Array.from({ length: shown }, (_, nth) => `%${level - shown + 1 + nth}`);
  const middle = attribute(style, "style:num-format") ? counts.join(".") : "";
  return `${attribute(style, "style:num-prefix") ?? ""}${middle}${attribute(style, "style:num-suffix") ?? ""}`;
}

type Make = (styleName: string | null) => List | null;

/** Each outermost text:list with the list it belongs to. */
function joinLists(content: XmlElement, looks: Looks, make: Make): ReadonlyMap<XmlElement, List | null> {
  const joined = new Map<XmlElement, List | null>();
  const byId = new Map<string, List | null>();
  const lastOfStyle = new Map<string, List | null>();
  const visit = (element: XmlElement, isInside: boolean): void => {
    if (element.name === "text:list" && !isInside) {
      const styleName = attribute(element, "text:style-name") ?? styleOfFirst(element, looks) ?? "";
      const before = byId.get(attribute(element, "text:continue-list") ?? "");
      const goesOn = attribute(element, "text:continue-numbering") === "true" ? lastOfStyle.get(styleName) : undefined;
      const list = before ?? goesOn ?? make(styleName);
      joined.set(element, list);
      lastOfStyle.set(styleName, list);
      const id = attribute(element, "xml:id") ?? attribute(element, "text:id");
      if (id !== null) byId.set(id, list);
    }
    const inside = isInside ? isListPart(element.name) : element.name === "text:list";
    for (const node of element.children) if (typeof node !== "string") visit(node, inside);
  };
  visit(content, false);
  return joined;
}

function isListPart(name: string): boolean {
  return name === "text:list" || name === "text:list-item" || name === "text:list-header";
}

/** A list without a style of its own takes that of its first paragraph. */
function styleOfFirst(list: XmlElement, looks: Looks): string | null {
  let at: XmlElement | undefined = list;
  while (at !== undefined) {
    if (at.name === "text:p" || at.name === "text:h")
      return looks.paragraph(attribute(at, "text:style-name")).listStyle;
    at = childrenOf(at)[0];
  }
  return null;
}
