import type { XmlElement } from "../xml/parse.ts";

const wordElements = new Set(["w:t", "w:delText", "m:t"]);
const gaps = new Set(["w:p", "w:tab", "w:br", "w:cr", "w:tc"]);

/**
 * The words a reader would see in a piece of the file that is not carried, on one line; cut after about `lengthMax`
 * characters. Instructions of fields are left out, and where the file gives one thing in two ways it is told once. No
 * recursion.
 */
export function wordsOf(root: XmlElement, lengthMax = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  let length = 0;
  const waiting: (XmlElement | string)[] = [root];
  for (let at = waiting.pop(); at !== undefined && length < lengthMax; at = waiting.pop()) {
    if (typeof at === "string") {
      parts.push(at);
      length += at.length;
      continue;
    }
    const isWords = wordElements.has(at.name);
    if (gaps.has(at.name)) parts.push(" ");
    const shown = withoutFallback(at);
    for (let i = shown.length - 1; i >= 0; i -= 1) {
      const node = shown[i];
      if (node !== undefined && (isWords || typeof node !== "string")) waiting.push(node);
    }
  }
  return parts.join("").replace(/\s+/g, " ").trim();
}

/** The children of an element; of content given in several ways, the first way alone. */
export function withoutFallback(element: XmlElement): XmlElement["children"] {
  if (element.name !== "mc:AlternateContent") return element.children;
  if (!element.children.some((one) => nameOf(one) === "mc:Choice")) return element.children;
  return element.children.filter((one) => nameOf(one) !== "mc:Fallback");
}

function nameOf(node: XmlElement | string): string {
  return typeof node === "string" ? "" : node.name;
}

/** What is said of words in a list of losses: in quotation marks, after a colon; nothing when there are none. */
export function quotedWords(element: XmlElement): string {
  const words = wordsOf(element);
  return words === "" ? "" : `: “${words}”`;
}

/** The elements of a name that are not inside one another, in order. */
export function outermost(root: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting: XmlElement[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.name === name) found.push(at);
    else
      for (let i = at.children.length - 1; i >= 0; i -= 1) {
        const node = at.children[i];
        if (node !== undefined && typeof node !== "string") waiting.push(node);
      }
  }
  return found;
}
