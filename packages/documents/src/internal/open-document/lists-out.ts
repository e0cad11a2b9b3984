import type { LiveLevel } from "../numbers/live-numbers.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import type { OpenBlock } from "./block-out.ts";
import { listStylePrefix } from "./lists-in.ts";
import { stepCm } from "./names.ts";
import { numeralName } from "./numerals.ts";
import type { Writing, WrittenList } from "./writing.ts";

interface Entry {
  readonly element: XmlElement;
  readonly level: number;
}

/** The blocks as elements; numbered ones that follow each other in one list stand in one text:list. */
export function groupLists(
  writing: Writing,
  blocks: readonly OpenBlock[],
  written: WrittenList[],
): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (block === undefined) break;
    const { place } = block;
    if (place === null) {
      found.push(toElement(block));
      at += 1;
      continue;
    }
    const entries: Entry[] = [];
    for (let next = blocks[at]; next?.place?.list === place.list; next = blocks[at]) {
      entries.push({ element: toElement(next), level: next.place.level });
      at += 1;
    }
    const attributes = { "text:style-name": writing.listStyles.get(place.list)?.name ?? "" };
    written.push({ number: place.list, attributes });
    found.push({ name: "text:list", attributes, children: items(entries, 0) });
  }
  return found;
}

function toElement({ name, attributes, inline }: OpenBlock): XmlElement {
  return element(name, attributes, inline);
}

/** Items of one level; what is deeper stands in a list inside the item before it, or in an item without words. */
function items(entries: readonly Entry[], level: number): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = 0; at < entries.length; ) {
    const first = entries[at];
    const children: XmlElement[] = [];
    if (first !== undefined && first.level <= level) {
      children.push(first.element);
      at += 1;
    }
    const deeperFrom = at;
    while ((entries[at]?.level ?? -1) > level) at += 1;
    const deeper = entries.slice(deeperFrom, at);
    if (deeper.length > 0) children.push(element("text:list", {}, items(deeper, level + 1)));
    found.push(element("text:list-item", {}, children));
  }
  return found;
}

/** Gives the lists their names in the order of the file, each continuing the one before it of the same list. */
export function joinLists(writing: Writing): void {
  const last = new Map<string, string>();
  for (const [index, list] of [...writing.lists.deleted, ...writing.lists.standing].entries()) {
    const id = `list${index + 1}`;
    list.attributes["xml:id"] = id;
    const before = last.get(list.number);
    if (before !== undefined) list.attributes["text:continue-list"] = before;
    last.set(list.number, id);
  }
}

/** The styles of all lists that are counted. */
export function listStyles(writing: Writing): readonly XmlElement[] {
  return writing.numbering.lists.flatMap(({ number, levels }) => {
    const style = writing.listStyles.get(number);
    if (style === undefined) return [];
    const attributes = { "style:name": style.name, "style:display-name": listStylePrefix + style.list };
    return [
      element(
        "text:list-style",
        attributes,
        Array.from({ length: 9 }, (_, level) => levelStyle(level, levels)),
      ),
    ];
  });
}

function levelStyle(level: number, levels: ReadonlyMap<number, LiveLevel>): XmlElement {
  const usual: LiveLevel = { format: "decimal", pattern: `%${level + 1}.`, start: 1, hanging: true };
  const { format, pattern, start, hanging } = levels.get(level) ?? usual;
  const layout = element(
    "style:list-level-properties",
    { "text:list-level-position-and-space-mode": "label-alignment" },
    [
      element("style:list-level-label-alignment", {
        "text:label-followed-by": hanging ? "listtab" : "space",
        "text:list-tab-stop-position": hanging ? `${(level + 1) * stepCm}cm` : undefined,
        "fo:margin-left": `${(level + (hanging ? 1 : 0)) * stepCm}cm`,
        "fo:text-indent": hanging ? `-${stepCm}cm` : "0cm",
      }),
    ],
  );
  const name = String(level + 1);
  if (format === "bullet") {
    return element("text:list-level-style-bullet", { "text:level": name, "text:bullet-char": pattern }, [layout]);
  }
  const numbered = {
    "text:level": name,
    "loext:num-list-format": pattern.replace(/%([1-9])/g, "%$1%"),
    ...standardPattern(pattern, level + 1),
    "style:num-format": numeralName(format),
    "style:num-letter-sync": format === "lower-letter" || format === "upper-letter" ? "true" : undefined,
    "text:start-value": String(start),
  };
  return element("text:list-level-style-number", numbered, [layout]);
}

/** The pattern for programs that know the standard only: what stands before and behind, and how many levels are shown. */
function standardPattern(pattern: string, level: number): Readonly<Record<string, string | undefined>> {
  const [, before = "", counts = "", behind = ""] = /^([^%]*)((?:%[1-9](?:\.(?=%[1-9]))?)*)(.*)$/.exec(pattern) ?? [];
  const shown = counts.split("%").length - 1;
  const usual = Array.from({ length: shown }, (_, nth) => `%${level - shown + 1 + nth}`).join(".");
  const isUsual = shown > 0 && counts === usual;
  const [prefix, suffix] = isUsual ? [before, behind] : pattern.split(`%${level}`);
  return {
    "style:num-prefix": prefix === "" ? undefined : prefix,
    "style:num-suffix": suffix === "" ? undefined : suffix,
    "text:display-levels": isUsual && shown > 1 ? String(shown) : undefined,
  };
}
