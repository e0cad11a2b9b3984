import type { CountedLevel, Numbering } from "../numbers/counting.ts";
import { numeralNamed } from "../numbers/numerals.ts";
import { attribute, child, childrenOf, onOff, wholeAttribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";

interface LevelDefinition {
  readonly counted: CountedLevel;
  /** The paragraph style that has this level by itself. */
  readonly style: string | null;
}

interface ListDefinition {
  readonly levels: readonly (LevelDefinition | null)[];
  readonly styleLink: string | null;
  readonly numStyleLink: string | null;
}

/** A use of a list, with what it changes in it. */
interface ListUse {
  readonly list: string;
  readonly startsAt: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, LevelDefinition>;
}

export interface NumberingBook {
  /** The numbering of a paragraph at a level of a use; null when the use is "0", unknown or lacks the level. */
  numbering(use: string, level: number): Numbering | null;
  /** The level that belongs to one of these paragraph styles by the list itself; null when none does. */
  levelOfStyle(use: string, styles: readonly string[]): number | null;
  /** Word's names of the ways of counting met that are not known here; they are written in figures. */
  readonly unknownFormats: ReadonlySet<string>;
}

/** The lists of a file. `useOfStyle` gives the use that a numbering style names. */
export function readNumbering(root: XmlElement | null, useOfStyle: (style: string) => string | null): NumberingBook {
  const unknownFormats = new Set<string>();
  const lists = new Map<string, ListDefinition>();
  const uses = new Map<string, ListUse>();
  for (const element of root === null ? [] : childrenOf(root, "w:abstractNum")) {
    const id = attribute(element, "w:abstractNumId");
    if (id !== null && !lists.has(id)) lists.set(id, readList(element, unknownFormats));
  }
  for (const element of root === null ? [] : childrenOf(root, "w:num")) {
    const id = attribute(element, "w:numId");
    const list = attribute(child(element, "w:abstractNumId"), "w:val");
    if (id !== null && list !== null && !uses.has(id)) uses.set(id, readUse(element, list, unknownFormats));
  }
  const cache = new Map<string, Numbering["levels"] | null>();
  const named = listByStyle(lists);
  const listOf = (use: ListUse): readonly [string, ListDefinition] | null =>
    followLinks(use.list, lists, named, uses, useOfStyle);
  const levelsOf = (id: string, use: ListUse): Numbering["levels"] | null => {
    let levels = cache.get(id);
    if (levels === undefined) {
      const found = listOf(use);
      levels = found === null ? null : found[1].levels.map((own, i) => (use.levels.get(i) ?? own)?.counted ?? null);
      cache.set(id, levels);
    }
    return levels;
  };
  return {
    unknownFormats,
    numbering(id, level) {
      const use = uses.get(id);
      const levels = use === undefined || id === "0" ? null : levelsOf(id, use);
      if (use === undefined || levels === null || !levels[level]) return null;
      const list = listOf(use)?.[0] ?? use.list;
      return { list, use: id, level, levels, startsAt: use.startsAt.get(level) ?? null };
    },
    levelOfStyle(id, styles) {
      const use = uses.get(id);
      const levels = use === undefined ? undefined : listOf(use)?.[1].levels;
      for (const style of styles) {
        const level = levels?.findIndex((own, i) => (use?.levels.get(i) ?? own)?.style === style) ?? -1;
        if (level !== -1) return level;
      }
      return null;
    },
  };
}

function listByStyle(lists: ReadonlyMap<string, ListDefinition>): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [id, { styleLink }] of lists) if (styleLink !== null && !named.has(styleLink)) named.set(styleLink, id);
  return named;
}

const linksMax = 16;

/** A list may be told by a numbering style, which names another list, and so on; a circle ends in none. */
function followLinks(
  from: string,
  lists: ReadonlyMap<string, ListDefinition>,
  named: ReadonlyMap<string, string>,
  uses: ReadonlyMap<string, ListUse>,
  useOfStyle: (style: string) => string | null,
): readonly [string, ListDefinition] | null {
  let id = from;
  for (let links = 0; links < linksMax; links += 1) {
    const list = lists.get(id);
    if (list === undefined) return null;
    if (list.numStyleLink === null) return [id, list];
    const next = named.get(list.numStyleLink) ?? uses.get(useOfStyle(list.numStyleLink) ?? "")?.list;
    if (next === undefined) return [id, list];
    id = next;
  }
  return null;
}

function readList(element: XmlElement, unknown: Set<string>): ListDefinition {
  const levels: (LevelDefinition | null)[] = Array.from({ length: 9 }, () => null);
  for (const level of childrenOf(element, "w:lvl")) {
    const at = wholeAttribute(level, "w:ilvl");
    if (at !== null && at >= 0 && at < 9) levels[at] = readLevel(level, unknown);
  }
  const styleLink = attribute(child(element, "w:styleLink"), "w:val");
  return { levels, styleLink, numStyleLink: attribute(child(element, "w:numStyleLink"), "w:val") };
}

function readUse(element: XmlElement, list: string, unknown: Set<string>): ListUse {
  const startsAt = new Map<number, number>();
  const levels = new Map<number, LevelDefinition>();
  for (const override of childrenOf(element, "w:lvlOverride")) {
    const at = wholeAttribute(override, "w:ilvl");
    if (at === null || at < 0 || at > 8) continue;
    const start = wholeAttribute(child(override, "w:startOverride"), "w:val");
    if (start !== null) startsAt.set(at, start);
    const level = child(override, "w:lvl");
    if (level !== null) levels.set(at, readLevel(level, unknown));
  }
  return { list, startsAt, levels };
}

/** Longer than any label that is read. */
const patternMax = 200;

function readLevel(element: XmlElement, unknown: Set<string>): LevelDefinition {
  const name = formatName(element);
  const numeral = numeralNamed(name);
  if (numeral === null) unknown.add(name);
  const { format, write } = numeral ?? { format: "decimal" as const, write: String };
  const restart = wholeAttribute(child(element, "w:lvlRestart"), "w:val");
  const legal = child(element, "w:isLgl");
  const isPicture = child(element, "w:lvlPicBulletId") !== null;
  const pattern = (attribute(child(element, "w:lvlText"), "w:val") ?? "").slice(0, patternMax);
  return {
    counted: {
      format: isPicture ? "bullet" : format,
      write,
      pattern: isPicture ? "•" : pattern,
      start: wholeAttribute(child(element, "w:start"), "w:val") ?? 0,
      restart: restart === null ? null : restart - 1,
      legal: legal !== null && (onOff(attribute(legal, "w:val")) ?? true),
    },
    style: attribute(child(element, "w:pStyle"), "w:val"),
  };
}

/** "custom" formats such as "01, 02, 03" stand in a choice, with a plain one to fall back on. */
function formatName(level: XmlElement): string {
  const choice = child(level, "mc:AlternateContent");
  const own = child(level, "w:numFmt");
  if (own !== null || choice === null) return attribute(own, "w:val") ?? "decimal";
  const custom = childrenOf(choice, "mc:Choice").map((one) => child(one, "w:numFmt"))[0] ?? null;
  if (/^01,/.test(attribute(custom, "w:format") ?? "")) return "decimalZero";
  const fallback = child(choice, "mc:Fallback");
  return attribute(fallback === null ? null : child(fallback, "w:numFmt"), "w:val") ?? "decimal";
}
